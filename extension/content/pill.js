//# allFunctionsCalledOnLoad
// Folded: the pill says it once in two lines, then becomes the rail at the edge. One button, two shapes.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { el, icon, text } = fh;

  /** The class of each kind of sentence. */
  const SHAPES = /** @type {const} */ ({ report: 't', changed: 'c', own: 'w', other: 'o' });
  /** More sentences than this are grouped in the rail. */
  const LINES = 60;

  /** The pill folds after so long, in milliseconds, or after one screen of scrolling. */
  const STAYS = 8000;

  /** @type {HTMLElement | null} */ let dock = null;
  /** @type {HTMLElement | null} */ let button = null;
  /** @type {{ said: (string | Node)[], more: string, label: string, lines: () => Node | null } | null} */ let what = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  let from = NaN;
  let folded = true;
  let hovered = false;
  let asRail = true;

  function render() {
    if (!button || !what || !dock) return;
    const rail = folded && !hovered;
    if (rail === asRail && button.childNodes.length) return;
    if (rail) {
      const map = what.lines();
      button.className = map ? 'rail' : 'rail idle';
      button.setAttribute('aria-label', what.label);
      button.replaceChildren(map ?? el('span', { class: 'glyph' }, icon('glyph')));
      dock.style.minHeight = '';
    } else {
      // Keep the ground of the rail, or the pointer that opened the pill would fall off it.
      if (asRail && button.hasChildNodes()) dock.style.minHeight = `${button.offsetHeight}px`;
      button.className = 'pill';
      button.removeAttribute('aria-label');
      button.replaceChildren(el('span', { class: 'glyph' }, icon('glyph')),
        el('span', {}, what.said.map(node => (typeof node === 'string' ? node : node.cloneNode(true))), what.more ? el('span', { class: 'n' }, what.more) : null));
    }
    asRail = rail;
  }

  const busy = () => hovered || (!!button && fh.frame.active === button && button.matches(':focus-visible'));

  function fold() {
    clearTimeout(timer);
    removeEventListener('scroll', scrolled);
    folded = true;
    if (!busy()) render();
  }

  function scrolled() {
    if (Number.isNaN(from)) from = scrollY;
    if (Math.abs(scrollY - from) > innerHeight) fold();
  }

  /**
   * @param {{ said: (string | Node)[], more: string, label: string, lines: () => Node | null, open: () => void, unfolded: boolean }} how
   */
  async function show(how) {
    const top = await fh.frame.open();
    what = how;
    remove();
    button = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'fh-panel', onclick: how.open });
    dock = el('div', { class: 'dock' }, button);
    dock.addEventListener('pointerenter', event => { if (event.pointerType !== 'touch') { hovered = true; render(); } });
    dock.addEventListener('pointerleave', () => { hovered = false; render(); });
    button.addEventListener('focus', () => { if (button?.matches(':focus-visible')) { hovered = true; render(); } });
    button.addEventListener('blur', () => { hovered = false; render(); });
    hovered = false;
    folded = !how.unfolded;
    asRail = !folded;
    top.append(dock);
    render();
    if (folded) return;
    // Asked at the first scrolling: now it would force the page's layout.
    from = NaN;
    timer = setTimeout(fold, STAYS);
    addEventListener('scroll', scrolled, { passive: true });
  }

  function remove() {
    clearTimeout(timer);
    removeEventListener('scroll', scrolled);
    dock?.remove();
    dock = button = null;
  }

  /** One line per sentence; neighbours are grouped when there are many, and the rarest kind speaks for a group. */
  /** @param {import('../types/content').Reading} reading */
  function lines(reading) {
    const { outline } = reading.findings;
    const rank = { other: 0, report: 1, own: 2, changed: 3 };
    const size = Math.max(1, Math.ceil(outline.length / LINES));
    /** @type {HTMLElement[]} */
    const out = [];
    for (let i = 0; i < outline.length; i += size) {
      const group = outline.slice(i, i + size);
      /** @type {Map<keyof typeof SHAPES, number>} */
      const votes = new Map();
      for (const s of group) votes.set(s.kind, (votes.get(s.kind) ?? 0) + 1);
      const [kind] = [...votes].sort((a, b) => b[1] - a[1] || rank[b[0]] - rank[a[0]])[0];
      out.push(el('span', { class: SHAPES[kind] }));
    }
    return el('span', { class: 'lines', 'aria-hidden': 'true' }, out);
  }

  /** Who reported it, as short as it can be said. @param {import('../types/core').Source | null} source */
  const outlet = source => source?.site || fh.domain(source?.url) || source?.title || text('page_theReport');

  // `parts.js` adds the others.
  fh.parts = /** @type {import('../types/content').Firsthand['parts']} */ ({ shapes: SHAPES, lines, outlet });

  fh.pill = {
    show, remove, fold,
    focus: () => button?.focus({ preventScroll: true }),
    get shown() { return !!button; },
    get holdsFocus() { return !!button && fh.frame.active === button; },
  };
})();
