// A page that has changed: the same report on new nodes, another reading, another page without a load, the next article of an endless one.
// Put in when that first happens.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').Collection} Collection */

  /** The least time between two readings of a page that goes on changing, and the longest that it grows to. Milliseconds. */
  const AGAIN = 2000;
  const LONGEST = 60000;
  /** So much new text is another article, not a comment. */
  const ARTICLE = 600;

  let wait = AGAIN;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let later;

  /** Part of a collection from block `from` to `to`, with indices of its own. @param {Collection} all @param {number} from @param {number} to @returns {Collection} */
  const part = (all, from, to) => ({ blocks: all.blocks.slice(from, to), plain: all.plain.slice(from, to), elements: all.elements });

  /** What of a collection belongs to each article; `null` if it is gone. @param {Collection} all @returns {(Collection | null)[]} */
  function parts(all) {
    const starts = fh.page.readings.map((of, i) => (i === 0 ? 0 : all.blocks.findIndex(b => b.element === of.collection.blocks[0]?.element)));
    return starts.map((from, i) => (from < 0 ? null : part(all, from, starts.slice(i + 1).find(to => to >= 0) ?? all.blocks.length)));
  }

  let refreshing = false;
  /** After text changed: the same report on new nodes if the text is the same, a new reading if it is not. Answers whether anything had. */
  async function refresh() {
    const { page } = fh;
    if (!page.on || refreshing || fh.surfaces.state.name === 'comparing') return false;
    refreshing = true;
    try {
      // The address may have changed before the text did.
      if (page.readings.length && !readingHere() && await moved()) return true;
      const latest = page.since();
      const all = await fh.collect();
      if (!latest()) return true;
      let changed = false;
      for (const [i, now] of parts(all).entries()) if (now) changed = rejoin(page.readings[i], now) || changed;
      if (!page.readings.length) again();
      fh.marked.check();
      return changed;
    } finally { refreshing = false; }
  }

  /** @param {Reading} of @param {Collection} now */
  function rejoin(of, now) {
    const before = of.collection;
    const had = new Set(before.plain.map(b => b.text));
    const grown = now.plain.some(b => b.text.length >= 60 && !had.has(b.text));
    // Every block that a mark may stand on, found again in order.
    /** @type {Map<number, number>} */
    const at = new Map();
    let from = 0;
    let all = true;
    for (const index of new Set([...of.brief.body, ...of.brief.strokes.map(([block]) => block)].sort((a, b) => a - b))) {
      const said = before.plain[index]?.text;
      let to = from;
      while (to < now.plain.length && now.plain[to].text !== said) to += 1;
      if (to === now.plain.length) { all = false; continue; }
      at.set(index, to);
      from = to + 1;
    }
    const moved = [...at].some(([was, is]) => before.blocks[was].nodes[0] !== now.blocks[is].nodes[0] || !before.blocks[was].whole
      || before.blocks[was].nodes.length !== now.blocks[is].nodes.length);
    if (moved) {
      // The old indices stay those of the report; behind them stand the new nodes.
      const blocks = before.blocks.slice();
      for (const [was, is] of at) blocks[was] = now.blocks[is];
      of.collection = { ...before, blocks };
      void fh.page.paint(of);
      fh.card.place();
    }
    if (grown || !all) again();
    return moved || grown || !all;
  }

  /** Read once more, the later the more often it was needed; `soon` if the reader waits for it. @param {boolean} [soon] */
  function again(soon = false) {
    const { page } = fh;
    if (!page.on) return;
    if (soon) wait = AGAIN;
    clearTimeout(later);
    later = setTimeout(reread, soon ? 0 : Math.max(0, page.last + wait - performance.now()));
  }

  async function reread() {
    const { page } = fh;
    if (!page.on) return;
    wait = Math.min(wait * 2, LONGEST);
    page.last = performance.now();
    if (document.hidden) { document.addEventListener('visibilitychange', () => again(), { once: true }); return; }
    if (page.readings.length <= 1) { if (fh.surfaces.state.name !== 'comparing') await page.start(); return; }
    const latest = page.since();
    for (const [i, own] of parts(await fh.collect()).entries()) {
      if (!own) continue;
      const now = { ...page.describe(own, i === 0), url: page.readings[i].page.url };
      const read = await fh.send({ type: 'read', page: now });
      if (!latest()) return;
      if (!('error' in read)) await page.take(read, own, now, i);
    }
  }

  const bare = (/** @type {string | undefined} */ url) => (url ?? '').replace(/#.*$/, '');
  const readingHere = () => fh.page.readings.find(of => bare(of.page.url) === bare(location.href));

  /** Another address without a load: another page, or the next article of an endless one. Answers whether it was seen to. */
  async function moved() {
    const { page } = fh;
    if (!page.on) return true;
    const known = readingHere();
    if (known && page.bodyOf(known)[0]?.element.isConnected) { makeCurrent(known); return true; }
    const last = page.readings[page.readings.length - 1];
    const there = last && page.bodyOf(last).slice(0, 3).some(b => b.element.isConnected && b.element.checkVisibility());
    if (!there) {
      wait = AGAIN;
      clearTimeout(later);
      page.forget();
      fh.live.start();
      await page.start();
      return true;
    }
    // A site that only tidies its address (campaign parameters, a page number) has not brought another article.
    if (page.readings.some(of => new URL(of.page.url ?? location.href).pathname === location.pathname)) return false;
    return append();
  }

  /** Text after the last article that was not there before. Answers whether it is one. */
  async function append() {
    const { page } = fh;
    const latest = page.since();
    const all = await fh.collect();
    if (!latest()) return true;
    const old = new Set(page.readings.flatMap(of => of.collection.blocks.map(b => b.element)));
    const body = new Set(page.readings.flatMap(page.bodyOf).map(b => b.element));
    let end = -1;
    all.blocks.forEach((b, i) => { if (body.has(b.element)) end = i; });
    const from = all.blocks.findIndex((b, i) => i > end && !old.has(b.element));
    if (end < 0 || from < 0) return false;
    const fresh = all.plain.slice(from).reduce((n, b) => n + (b.text.length >= 80 ? b.text.length : 0), 0);
    if (fresh < ARTICLE) return false;
    const collection = part(all, from, all.blocks.length);
    const now = page.describe(collection, false);
    const read = await fh.send({ type: 'read', page: now });
    if (!latest() || 'error' in read) return false;
    // Comments, a list of other stories: the marks of the first stay alone.
    if (read.brief.finding === 'not_article') return false;
    await page.take(read, collection, now, page.readings.length);
    scrolled();
    return true;
  }

  /** @param {Reading} of */
  function makeCurrent(of) {
    if (of === fh.page.current) return;
    fh.page.current = of;
    fh.card.close(true);
    void fh.page.say(of);
    fh.live.narrow();
  }

  /** On an endless page the surfaces speak of the article on the screen. */
  function scrolled() {
    for (const of of [...fh.page.readings].reverse()) {
      const first = fh.page.bodyOf(of)[0]?.element;
      if (first && first.getBoundingClientRect().top < innerHeight * 0.6) { makeCurrent(of); return; }
    }
  }

  fh.changes = { refresh, again, moved, scrolled };
})();
