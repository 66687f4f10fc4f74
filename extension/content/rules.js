// Where the page's document has the rules of our strokes, and for which strokes. A rule makes the browser work out again the style of all
// that it may match, so only those are asked for that are needed, for an element around the article that has a name of its own.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').Reading} Reading */

  /** More articles than this on one page, and the rules are for all of it. */
  const SCOPES = 3;
  const KINDS = ['traced', 'exact', 'changed', 'writer', 'nobody'];

  /** The elements that have rules, as selectors. @type {string[]} */
  const scopes = [];
  /** The strokes that have rules. @type {Set<string>} */
  const strokes = new Set();
  /** Strokes that are new, until their rules are asked for. @type {string[]} */
  let fresh = [];

  /** @param {string} name */
  function need(name) {
    if (strokes.has(name)) return;
    strokes.add(name);
    if (fresh.push(name) > 1) return;
    // What is painted at once asks once.
    queueMicrotask(() => {
      const names = fresh;
      fresh = [];
      for (const within of scopes) void fh.send({ type: 'strokes', within, names });
    });
  }

  /** They came unasked. @param {import('../types/protocol').Rules} rules */
  function got({ within, names }) {
    scopes.push(within);
    for (const name of names) strokes.add(name);
  }

  /** Whether rules for an element reach a reading: a page may give its elements other names, and no rule goes into a component. @param {Reading} of @param {string} within */
  function covers(of, within) {
    if (within === ':root') return true;
    const around = fh.page.holder(of);
    return !!around?.closest(within) && around.getRootNode() === document;
  }

  /** Whether a reading has rules. @param {Reading} of */
  const reach = of => !of.brief.strokes.length || scopes.some(within => covers(of, within));

  /** Rules for where a reading stands, if it has none. @param {Reading} of */
  async function extend(of) {
    if (reach(of)) return;
    const within = scopes.length < SCOPES && covers(of, of.within) ? of.within : ':root';
    scopes.push(within);
    // Whether a component inherits the strokes of the document is seen by its style, so there all rules come first.
    if (within === ':root') for (const kind of KINDS) for (const tone of 'ldc') strokes.add(`fh-${kind}-${tone}`);
    if (strokes.size) await fh.send({ type: 'strokes', within, names: [...strokes] });
  }

  fh.rules = { need, got, reach, extend };
})();
