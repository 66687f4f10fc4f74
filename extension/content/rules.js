//# allFunctionsCalledOnLoad
// Where the page's document has the rules of our strokes, and for which strokes. A rule makes the browser work out again the style of all
// that it may match, so only those are asked for that are needed, for the smallest element around the article that has a name of its own.
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

  /**
   * An element around all of a reading by which nothing else goes: the smallest that has an id or a class of its own.
   * @param {Reading} of
   */
  function scopeOf(of) {
    const around = fh.page.holder(of);
    if (!around || scopes.length >= SCOPES) return ':root';
    for (let el = /** @type {Element | null} */ (around); el && el !== document.body; el = fh.node.parent(el)) {
      const tag = fh.node.name(el);
      for (const mark of [`#${el.getAttribute('id') ?? ''}`, ...(el.getAttribute('class') ?? '').split(/\s+/).map(name => `.${name}`)]) {
        if (!/^[.#][a-z_][\w-]*$/i.test(mark) || !/^[a-z][a-z0-9-]*$/.test(tag) || mark.length + tag.length > 200) continue;
        if (document.querySelectorAll(tag + mark).length === 1) return tag + mark;
      }
    }
    return ':root';
  }

  /** Whether the rules reach a reading: a page may give its elements other names. @param {Reading} of */
  const reach = of => !of.brief.strokes.length || scopes.some(scope => scope === ':root' || !!fh.page.holder(of)?.closest(scope));

  /** Rules for where a reading stands, if it has none. @param {Reading} of */
  async function extend(of) {
    if (reach(of)) return;
    const within = scopeOf(of);
    scopes.push(within);
    // Whether a component inherits the strokes of the document is seen by its style, so there all rules come first.
    if (within === ':root') for (const kind of KINDS) for (const tone of 'ldc') strokes.add(`fh-${kind}-${tone}`);
    if (strokes.size) await fh.send({ type: 'strokes', within, names: [...strokes] });
  }

  fh.rules = { need, reach, extend };
})();
