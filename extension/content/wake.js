// Marks are looked at before anything is done with them. What follows the pointer, the page's scrolling and its colours is put in with the first
// sign of the reader, or of colours that change; what happened until it was there is handed on to it.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** Signs of the reader. */
  const SIGNS = ['pointermove', 'click', 'scroll', 'visibilitychange'];

  let on = false;
  let listening = false;
  /** The colours may be others than when the strokes were painted. */
  let recoloured = false;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  /** @type {MutationObserver | null} */ let skin = null;

  /** @param {Event} event */
  function noticed(event) {
    // What is asked of the background by a page that is left is never answered.
    if (document.hidden) return;
    // It is gone once the event has passed.
    const path = event.composedPath();
    void fh.touch().then(() => {
      if (!on || !fh.marked.here) return;
      if (event.type === 'pointermove' || event.type === 'click') fh.pointer.hear(event, path); else fh.follow.check();
    });
  }

  function recolour() {
    recoloured = true;
    if (!document.hidden) void fh.touch();
  }

  /** What follows is there, and begins. */
  function attend() {
    deafen();
    if (!on) return;
    fh.follow.start();
    fh.pointer.listen();
    if (recoloured) fh.follow.dress();
    recoloured = false;
  }

  function start() {
    on = true;
    if (fh.marked.here) { attend(); return; }
    if (listening) return;
    listening = true;
    for (const sign of SIGNS) addEventListener(sign, noticed, { passive: true, capture: true });
    dark.addEventListener('change', recolour);
    skin = new MutationObserver(recolour);
    fh.skin(skin);
  }

  function deafen() {
    if (!listening) return;
    listening = false;
    for (const sign of SIGNS) removeEventListener(sign, noticed, { capture: true });
    dark.removeEventListener('change', recolour);
    skin?.disconnect();
    skin = null;
  }

  function stop() {
    on = false;
    deafen();
    fh.follow.stop();
    fh.pointer.deafen();
  }

  /** Where a page says that it is dark now. @param {MutationObserver} observer */
  fh.skin = observer => {
    for (const el of [document.documentElement, document.body]) {
      if (el) observer.observe(el, { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-color-mode', 'data-mode'] });
    }
  };

  fh.wake = { start, attend, stop };
})();
