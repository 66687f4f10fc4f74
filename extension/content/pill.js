//# allFunctionsCalledOnLoad
// Folded: the pill says it once in two lines, then becomes the rail at the edge. One button, two shapes.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { el, icon } = fh;

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

  fh.pill = {
    show, remove, fold,
    focus: () => button?.focus({ preventScroll: true }),
    get shown() { return !!button; },
    get holdsFocus() { return !!button && fh.frame.active === button; },
  };
})();
