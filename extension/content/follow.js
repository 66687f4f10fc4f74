// What the marks follow once they are there: the page's colours and its scrolling; its layout as long as something of ours is placed by it.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  // A page that changes between light and dark by a class.
  const dress = fh.debounce(() => fh.marked.recolour(), 300);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const check = fh.debounce(() => { fh.marked.check(); fh.page.scrolled(); }, 200);
  const shifted = fh.debounce(() => { fh.marked.draw(); fh.card.place(); }, 60);
  /** @type {MutationObserver | null} */ let skin = null;
  /** @type {ResizeObserver | null} */ let sizes = null;

  function start() {
    if (skin) return;
    skin = new MutationObserver(dress);
    // Where a page says that it is dark now.
    for (const el of [document.documentElement, document.body]) {
      if (el) skin.observe(el, { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-color-mode', 'data-mode'] });
    }
    dark.addEventListener('change', dress);
    addEventListener('scroll', check, { passive: true, capture: true });
    document.addEventListener('visibilitychange', check);
  }

  /** Highlights move with their text; a card and drawn strokes do not. @param {boolean} placed whether there is one of these */
  function fit(placed) {
    if (placed === !!sizes) return;
    if (!placed) {
      sizes?.disconnect();
      sizes = null;
      shifted.cancel();
      removeEventListener('resize', shifted);
      document.fonts?.removeEventListener?.('loadingdone', shifted);
      return;
    }
    addEventListener('resize', shifted, { passive: true });
    document.fonts?.addEventListener?.('loadingdone', shifted);
    // It speaks at once, of a size that is none but the first.
    let first = true;
    sizes = new ResizeObserver(() => { if (first) first = false; else shifted(); });
    sizes.observe(document.documentElement);
  }

  function stop() {
    skin?.disconnect();
    skin = null;
    fit(false);
    for (const each of [dress, check]) each.cancel();
    dark.removeEventListener('change', dress);
    removeEventListener('scroll', check, { capture: true });
    document.removeEventListener('visibilitychange', check);
  }

  fh.follow = { start, stop, fit };
})();
