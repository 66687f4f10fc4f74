// The mark under the pointer: when its card opens, and when it goes again.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').Hit} Hit */

  /** A pointer that rests on a mark opens its card after so long, and one that has left it closes it after so long. Milliseconds. */
  const OPENS = 300;
  const CLOSES = 200;

  /** @type {Hit | null} */ let candidate = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let opening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let closing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let trailing;
  let looked = 0;
  /** The card was asked for, so it stays. */
  let pinned = false;
  let listening = false;

  /** @param {PointerEvent} event */
  function moved(event) {
    if (event.pointerType === 'touch' || event.buttons) return;
    const path = event.composedPath();
    if (fh.hostElement && path.includes(fh.hostElement)) {
      clearTimeout(trailing);
      candidate = null;
      clearTimeout(opening);
      // On the panel or the pill: it has left the mark as well.
      if (!fh.card.element?.matches(':hover')) leave();
      return;
    }
    const point = { x: event.clientX, y: event.clientY, path: path.slice(0, 12) };
    clearTimeout(trailing);
    if (performance.now() - looked > 60) lookAt(point); else trailing = setTimeout(() => lookAt(point), 60);
  }

  /** @param {{ x: number, y: number, path: EventTarget[] }} point */
  function lookAt({ x, y, path }) {
    looked = performance.now();
    const hit = fh.marked.at(x, y, path);
    const { shown } = fh.card;
    // A sentence has one card, but for each change in it.
    const stop = hit && shown ? fh.marked.stopAt(hit) : null;
    if (stop && stop.finding === shown?.finding && (!stop.change || stop.change === shown.change)) { hold(); candidate = null; clearTimeout(opening); return; }
    if (!isSame(hit, candidate)) {
      clearTimeout(opening);
      candidate = hit;
      if (hit) {
        void fh.more();
        opening = setTimeout(() => void open(hit, () => candidate === hit && !fh.card.holdsFocus && !pinned), OPENS);
      }
    }
    if (!hit) leave();
  }

  /** The same finding, or the same change in it. @param {Hit | null} a @param {Hit | null} b */
  const isSame = (a, b) => a?.of === b?.of && a?.stroke[5] === b?.stroke[5] && a?.stroke[6] === b?.stroke[6];

  /** The card of what was hit, if it is still wanted once all that it takes is here. @param {Hit} hit @param {() => boolean} wanted */
  async function open(hit, wanted) {
    await fh.more();
    const stop = fh.hasMore() && wanted() ? fh.marked.stopAt(hit) : null;
    if (!stop) return;
    hold();
    void fh.card.show(hit.of, stop.finding, { kind: hit.kind, change: stop.change, box: hit.box });
  }

  function hold() { clearTimeout(closing); closing = undefined; }

  function leave() {
    if (!fh.card.shown || pinned || closing !== undefined) return;
    closing = setTimeout(() => {
      closing = undefined;
      if (!fh.card.holdsFocus && !pinned) close(true);
    }, CLOSES);
  }

  /** @param {boolean} [silent] */
  function close(silent = false) {
    pinned = false;
    if (fh.panel.element) fh.panel.element.hidden = false;
    fh.card.close(silent);
    const { current } = fh.page;
    if (current) fh.panel.here(current, null);
  }

  /** @param {MouseEvent} event */
  function clicked(event) {
    const path = event.composedPath();
    if (fh.hostElement && path.includes(fh.hostElement)) return;
    const busy = event.button !== 0 || event.defaultPrevented
      || path.some(t => t instanceof Element && /^(a|button|input|select|textarea|label|summary|video|audio)$/.test(t.localName));
    const hit = busy || !document.getSelection()?.isCollapsed ? null : fh.marked.at(event.clientX, event.clientY, path.slice(0, 12));
    if (!hit) { if (fh.card.shown && pinned) close(true); return; }
    clearTimeout(opening);
    hold();
    pinned = true;
    void open(hit, () => pinned);
  }

  /** A card that came by hovering goes with Escape, wherever the focus is (WCAG 1.4.13). @param {KeyboardEvent} event */
  function escaped(event) {
    if (event.key === 'Escape' && fh.card.shown && !fh.frame.holdsFocus) close(true);
  }

  function listen() {
    if (listening) return;
    listening = true;
    document.addEventListener('pointermove', moved, { passive: true });
    document.addEventListener('click', clicked);
    document.addEventListener('keydown', escaped, { passive: true });
  }

  function deafen() {
    listening = false;
    document.removeEventListener('pointermove', moved);
    document.removeEventListener('click', clicked);
    document.removeEventListener('keydown', escaped);
    for (const timer of [opening, closing, trailing]) clearTimeout(timer);
  }

  fh.pointer = { listen, deafen, hold, leave, close, pin: () => { pinned = true; } };
})();
