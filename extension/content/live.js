// What happens to a page after it was read: text that comes late, a framework that renders again, another address
// without a load, the next article of an endless page. One observer, debounced, narrow as soon as the page is calm.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** Quiet after which a change is looked at, in milliseconds. It doubles with every look that finds nothing new, up to `SELDOM`. */
  const QUIET = 350;
  const SELDOM = 6000;
  /** A page that never rests is looked at after so many times that quiet anyway. */
  const PATIENCE = 6;
  /** While a page is young all of it is watched: until nothing has come for so long, */
  const CALM = 3000;
  /** or for so long at the most. */
  const YOUNG = 20000;
  /** Shorter text that comes or goes is no matter (counters, clocks, labels). */
  const TEXT = 40;

  /** @type {MutationObserver | null} */ let observer = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let soon;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let calm;
  let since = 0;
  let born = 0;
  let young = false;
  let listening = false;
  let href = '';
  let textChanged = false;
  let quiet = QUIET;
  /** @type {Element | null} */ let root = null;

  const bare = (/** @type {string} */ url) => url.split('#', 1)[0];

  /** @param {Node} node */
  function hasText(node) {
    if (node === fh.hostElement) return false;
    if (node.nodeType === 3) return (node.nodeValue ?? '').trim().length > 0;
    if (node.nodeType !== 1) return false;
    if (/^(script|style|link|meta|iframe|svg|img|ins)$/.test(/** @type {Element} */ (node).localName)) return false;
    return (node.textContent ?? '').length >= TEXT;
  }

  /** @param {MutationRecord[]} records */
  function mutated(records) {
    if (!textChanged) {
      textChanged = records.some(record => record.type === 'characterData'
        || [...record.addedNodes].some(hasText) || [...record.removedNodes].some(hasText));
    }
    // A clock that ticks in the corner of a young page must not keep it young.
    if (!textChanged) return;
    const now = performance.now();
    if (!since) since = now;
    clearTimeout(soon);
    soon = setTimeout(look, now - since > PATIENCE * quiet ? 0 : quiet);
    if (young) grow();
  }

  function look() {
    since = 0;
    const changed = textChanged;
    textChanged = false;
    if (bare(location.href) !== href) moved();
    else if (changed) void fh.changes.refresh().then(found => { quiet = found ? QUIET : Math.min(quiet * 2, SELDOM); });
  }

  /** The page is watched as a whole until it is calm, then only where the article stands. */
  function grow() {
    clearTimeout(calm);
    calm = setTimeout(settle, performance.now() - born > YOUNG ? 0 : CALM);
  }

  function settle() {
    young = false;
    watch();
  }

  function watch() {
    observer?.disconnect();
    observer = new MutationObserver(mutated);
    if (young) {
      observer.observe(document.body ?? document.documentElement, { childList: true, characterData: true, subtree: true });
      return;
    }
    const { current } = fh.page;
    root = current && fh.page.holder(current);
    if (!root?.isConnected) { observer.disconnect(); return; }
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    // The next article of an endless page, or the removal of this one.
    for (let up = fh.node.parent(root), n = 0; up && up !== document.documentElement && n < 4; up = fh.node.parent(up), n += 1) {
      observer.observe(up, { childList: true });
    }
  }

  function moved() {
    const now = bare(location.href);
    if (now === href) return;
    href = now;
    quiet = QUIET;
    void fh.changes.moved();
  }
  const movedSoon = fh.debounce(moved, 400);

  /** @param {PageTransitionEvent} event */
  const shownAgain = event => { if (event.persisted) void fh.page.back(); };

  function start() {
    href = bare(location.href);
    born = performance.now();
    young = true;
    watch();
    grow();
    if (listening) return;
    listening = true;
    const navigation = /** @type {any} */ (globalThis).navigation;
    navigation?.addEventListener?.('currententrychange', movedSoon);
    addEventListener('popstate', movedSoon);
    addEventListener('pageshow', shownAgain);
  }

  function stop() {
    observer?.disconnect();
    observer = null;
    listening = false;
    clearTimeout(soon);
    clearTimeout(calm);
    movedSoon.cancel();
    /** @type {any} */ (globalThis).navigation?.removeEventListener?.('currententrychange', movedSoon);
    removeEventListener('popstate', movedSoon);
    removeEventListener('pageshow', shownAgain);
  }

  fh.live = { start, stop, narrow: () => { if (!young) watch(); } };
})();
