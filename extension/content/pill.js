// Folded: the pill says it once in two lines, then becomes the rail at the edge. One button, two shapes.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { el, icon } = fh;

  /** The class of each kind of sentence. */
  const SHAPES = /** @type {const} */ ({ report: 't', changed: 'c', own: 'w', other: 'o' });
  /** More sentences than this are grouped in the rail. */
  const LINES = 60;

  /** The pill folds after so long, in milliseconds, or after one screen of scrolling. */
  const STAYS = 8000;

  /** @type {HTMLElement | null} */ let dock = null;
  /** @type {HTMLElement | null} */ let button = null;
  /** @type {import('../types/content').Folded | null} */ let what = null;
  /** @type {import('../types/protocol').Found['strip']} */ let strip = [];
  /** The state that it has been unfolded for. */
  let seen = '';
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
      const map = what.compared ? lines() : null;
      button.className = map ? 'rail' : 'rail idle';
      button.setAttribute('aria-label', what.label);
      button.replaceChildren(map ?? el('span', { class: 'glyph' }, icon('glyph')));
    } else {
      // The ground of the rail stays the button's own, or the pointer that made it the pill would fall off it, and a click come to nothing.
      button.style.setProperty('--ground', asRail && button.hasChildNodes() ? `${button.offsetHeight}px` : '0');
      button.className = 'pill';
      button.removeAttribute('aria-label');
      button.replaceChildren(el('span', { class: 'glyph' }, icon('glyph')),
        el('span', {}, what.said.split(/(\ue000)/).map(piece => (piece === '\ue000' ? el('b', {}, what?.outlet) : piece)), what.more ? el('span', { class: 'n' }, what.more) : null));
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

  /** @param {import('../types/content').Folded} how @param {import('../types/protocol').Found['strip']} sentences */
  async function show(how, sentences) {
    const top = await fh.frame.open();
    what = how;
    strip = sentences;
    remove();
    button = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'fh-panel', onclick: () => void fh.surfaces.unfold() });
    dock = el('div', { class: 'dock' }, button);
    dock.addEventListener('pointerenter', event => { if (event.pointerType !== 'touch') { hovered = true; render(); } });
    dock.addEventListener('pointerleave', () => { hovered = false; render(); });
    button.addEventListener('focus', () => { if (button?.matches(':focus-visible')) { hovered = true; render(); } });
    button.addEventListener('blur', () => { hovered = false; render(); });
    hovered = false;
    folded = !how.compared || seen === how.name;
    seen = how.name;
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

  /** As before anything was said. */
  function reset() {
    remove();
    seen = '';
    fh.frame.announce('');
  }

  /** One line per sentence; neighbours are grouped when there are many, and the rarest kind speaks for a group. */
  function lines() {
    const rank = { other: 0, report: 1, own: 2, changed: 3 };
    const size = Math.max(1, Math.ceil(strip.length / LINES));
    /** @type {HTMLElement[]} */
    const out = [];
    for (let i = 0; i < strip.length; i += size) {
      const group = strip.slice(i, i + size);
      /** @type {Map<keyof typeof SHAPES, number>} */
      const votes = new Map();
      for (const s of group) votes.set(s.kind, (votes.get(s.kind) ?? 0) + 1);
      const [kind] = [...votes].sort((a, b) => b[1] - a[1] || rank[b[0]] - rank[a[0]])[0];
      out.push(el('span', { class: SHAPES[kind] }));
    }
    return el('span', { class: 'lines', 'aria-hidden': 'true' }, out);
  }

  // `parts.js` adds the others.
  fh.parts = /** @type {import('../types/content').Firsthand['parts']} */ ({ shapes: SHAPES });

  fh.pill = {
    show, remove, reset, fold,
    focus: () => button?.focus({ preventScroll: true }),
    get shown() { return !!button; },
    get holdsFocus() { return !!button && fh.frame.active === button; },
  };
})();
