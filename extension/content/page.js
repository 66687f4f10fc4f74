// One page from reading to leaving: collects it, has it read, paints what was found, and hears what the background says.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').Collection} Collection */
  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/core').Page} Page */
  /** @typedef {import('../types/protocol').Look} Look */
  /** @typedef {import('../types/protocol').Read} Read */

  /** The articles of the page, in its order. @type {Reading[]} */ let readings = [];
  /** The one that the surfaces speak of. @type {Reading | null} */ let current = null;
  /** Counts what has begun, so that what waits for an answer knows whether it still matters. */
  let turn = 0;
  let on = true;
  /** Those whose marks are not yet as the reader has switched them. @type {Set<Reading>} */
  const stale = new Set();
  /** When the page was last read: milliseconds of `performance.now()`. */
  let last = 0;

  /** Answers whether nothing else has begun since. */
  function since() {
    const mine = turn;
    return () => on && mine === turn;
  }

  /** Something begins; what still waits for an answer matters no more. */
  function begin() {
    turn += 1;
    return since();
  }

  // --- reading

  /** What the core is to know of a collection. @param {Collection} collection @param {boolean} first whether it is the first article of the page @returns {Page} */
  function describe(collection, first) {
    const head = fh.head();
    if (!first) {
      // The head of an endless page speaks of its first article, unless the site keeps it up to date.
      const own = head.canonical && new URL(head.canonical, location.href).pathname === location.pathname;
      if (!own) { head.meta = []; head.json_ld = []; head.microdata = []; delete head.canonical; }
    }
    return { url: location.href, blocks: collection.plain, elements: collection.elements, head };
  }

  async function start() {
    const latest = begin();
    last = performance.now();
    const collection = await fh.collect();
    const page = describe(collection, true);
    const read = await fh.send({ type: 'read', page, bare: !fh.hasDress() });
    if ('dress' in read && read.dress) fh.gotDress(read.dress);
    if (!latest()) return;
    if ('error' in read) { forget(); return; }
    await take(read, collection, page, 0);
  }

  /** @param {Read} read @param {Collection} collection @param {Page} page @param {Reading | null} before @returns {Reading} */
  function reading(read, collection, page, before) {
    const { site, settings, density, letters, theme, keys, brief, within } = read;
    const choice = {
      report: settings.report, words: settings.words, density,
      opinion: before?.choice.opinion ?? false, same: before?.choice.same ?? false, removed: before?.choice.removed ?? new Set(),
    };
    /** @type {import('../types/core').Report | undefined} */
    let report;
    /** @type {import('../types/content').Findings | undefined} */
    let findings;
    const of = {
      collection, page, site, settings, letters, theme, keys, choice, brief, within,
      // For what a reader opens: until then nobody asks.
      get report() { return (report ??= /** @type {import('../types/core').Report} */ (JSON.parse(read.report))); },
      get findings() { return (findings ??= fh.findings(of.report, choice)); },
      set findings(now) { findings = now; },
    };
    // The background knows nothing of what the reader has chosen here.
    if (choice.opinion || choice.same || choice.removed.size) of.brief = fh.brief(of);
    return of;
  }

  /** @param {Read} read @param {Collection} collection @param {Page} page @param {number} i which of the page's articles */
  async function take(read, collection, page, i) {
    if (read.rules) fh.rules.got(read.rules);
    const before = readings[i] ?? null;
    const next = reading(read, collection, page, before);
    if (before) fh.paint.remove(before);
    readings[i] = next;
    if (!current || current === before) current = next;
    fh.frame.wear(next.theme);
    void paint(next);
    const card = fh.card.shown;
    if (card && card.reading === before) {
      const same = next.findings.all.find(f => f.key === card.finding.key);
      if (same) void fh.card.show(next, same, { kind: card.kind, change: same.altered[card.finding.altered.indexOf(/** @type {any} */ (card.change))] }); else fh.pointer.close(true);
    }
    if (current === next) void say(next);
    fh.live.narrow();
    if (next.brief.finding === 'not_article') return;
    fh.follow.start();
    fh.pointer.listen();
  }

  /** Says what there is to say of an article. @param {Reading} of */
  async function say(of) {
    const { folded, prompts, found, finding } = of.brief;
    // What was opened before sees to it itself.
    if (prompts || fh.hasMore()) { void fh.surfaces.settle(); return; }
    if (finding === 'not_article') { fh.pill.remove(); return; }
    // The marks first: a page that is to be scrolled has its thread between them and the pill.
    await fh.rest();
    await fh.frame.open();
    if (!on || of !== current) return;
    if (fh.hasMore()) { void fh.surfaces.settle(); return; }
    await fh.pill.show(folded, found.strip);
    fh.frame.announce(folded.status);
  }

  /** Strokes, and the rules for where they stand. @param {Reading} of */
  async function paint(of) {
    if (!of.brief.strokes.length) { fh.paint.remove(of); return; }
    await fh.rules.extend(of);
    if (on && readings.includes(of)) await fh.paint.set(of);
  }

  /** Marks and lists again, from the same report. @param {Reading} of */
  function redo(of) {
    of.findings = fh.findings(of.report, of.choice);
    of.brief = fh.brief(of);
    if (fh.card.shown?.reading === of) fh.pointer.close(true);
    void paint(of);
    if (of !== current) return;
    if (of.brief.found.removedAll) fh.surfaces.settle(); else void fh.surfaces.render();
  }

  /** @param {Reading} of */
  const bodyOf = of => of.brief.body.map(i => of.collection.blocks[i]).filter(Boolean);

  /** The smallest element that holds an article. @param {Reading} of */
  function holder(of) {
    const blocks = bodyOf(of);
    /** @type {Element | null} */
    let top = blocks[0] ? fh.node.parent(blocks[0].element) : null;
    for (const block of blocks) while (top && !Node.prototype.contains.call(top, block.element)) top = fh.node.parent(top);
    return top;
  }

  function scrolled() {
    for (const of of readings) if (!fh.rules.reach(of)) void paint(of);
    if (readings.length > 1) void fh.changes.scrolled();
  }

  // --- settings

  /** What the reader has switched. @param {Look} look */
  function apply({ settings, density, letters, theme }) {
    fh.frame.wear(theme);
    if (!settings.on) { off(); return; }
    if (!on) { revive(); return; }
    for (const of of readings) {
      of.letters = letters;
      of.theme = theme;
      const same = of.settings.report === settings.report && of.settings.words === settings.words && of.choice.density === density;
      of.settings = settings;
      if (same) continue;
      Object.assign(of.choice, { report: settings.report, words: settings.words, density });
      stale.add(of);
    }
    refit();
  }

  /** Marks again what was switched. It takes all of our scripts, so a page that nobody sees waits until somebody does. */
  function refit() {
    if (!stale.size) return;
    if (document.hidden) { document.addEventListener('visibilitychange', refit, { once: true }); return; }
    void fh.more().then(() => {
      for (const of of stale) if (readings.includes(of)) redo(of);
      stale.clear();
    });
  }

  function revive() {
    on = true;
    void start();
    fh.live.start();
  }

  /** Nothing of ours stays. */
  function forget() {
    turn += 1;
    fh.pointer.close(true);
    for (const of of readings) fh.paint.remove(of);
    fh.paint.clear();
    stale.clear();
    readings = [];
    current = null;
    fh.surfaces.reset();
  }

  function off() {
    on = false;
    forget();
    fh.follow.stop();
    fh.pointer.deafen();
    fh.live.stop();
    fh.frame.close();
  }

  /** The page itself came back: what did the reader switch meanwhile? */
  async function back() {
    const look = await fh.send({ type: 'look' });
    if ('error' in look) { if (look.error.code === 'gone') off(); return; }
    apply(look);
    fh.marked.check();
  }

  // --- the background

  /** What the popup says of the page: it is counted here, where the reader may have taken marks away. @returns {import('../types/protocol').Found | null} */
  function found() {
    if (!current) return null;
    return { url: current.page.url ?? '', ...current.brief.found };
  }

  /** @param {import('../types/protocol').ToPage} message */
  function hear(message) {
    switch (message?.type) {
      case 'found': return found();
      case 'settings': apply(message); break;
      case 'panel': void fh.reader.shortcut(message.show); break;
      case 'restore': void fh.reader.restore(); break;
      case 'markOpinion': void fh.reader.markOpinion(); break;
      case 'force': if (on) void start(); break;
      case 'again': void fh.changes.again(true); break;
      case 'compare': void fh.reader.compare(current?.report.credits[0]?.url); break;
    }
    return undefined;
  }

  fh.page = {
    since, begin, describe, start, take, say, paint, redo, bodyOf, holder, scrolled, apply, revive, forget, back,
    get on() { return on; },
    get readings() { return readings; },
    get current() { return current; },
    set current(of) { current = of; },
    get last() { return last; },
    set last(at) { last = at; },
  };

  if (fh.host.listen) fh.host.listen(hear);
  else {
    const { runtime } = /** @type {any} */ (globalThis).chrome;
    runtime.onMessage.addListener((/** @type {any} */ message, /** @type {any} */ sender, /** @type {(answer: unknown) => void} */ respond) => {
      if (sender?.id === runtime.id && !sender.tab) respond(hear(message));
    });
  }
  fh.live.start();
  // In a task of its own: the page may have something to do after our scripts were put in.
  void fh.rest().then(start);
})();
