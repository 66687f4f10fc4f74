// One page from reading to leaving: asks for the report, decides which surface is open, and hears the reader.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { text, el } = fh;

  /** @typedef {import('../types/content').Finding} Finding */
  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').State} State */

  const OPENS = 300;
  const CLOSES = 200;
  /** The least time between two readings of a page that goes on changing, and the longest that it grows to. */
  const AGAIN = 2000;
  const LONGEST = 60000;
  /** So much new text is another article, not a comment. */
  const ARTICLE = 600;

  /** @type {Reading[]} */ let readings = [];
  /** @type {Reading | null} */ let current = null;
  /** @type {State} */ let state = { name: 'none' };
  let open = false;
  let turn = 0;
  let asked = false;
  let wait = AGAIN;
  let last = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let later;
  let on = true;
  /** Whether we have the styles of our surfaces. */
  let dressed = false;
  let announced = '';
  /** What the reader has folded away is not unfolded again by a page that changes. */
  let dismissed = '';
  /** Where the focus was on the page. @type {HTMLElement | null} */ let cameFrom = null;

  // --- reading

  /** @param {import('../types/protocol').Read} read @param {import('../types/content').Collection} collection @param {import('../types/core').Page} page @param {Reading | null} before @returns {Reading} */
  function reading(read, collection, page, before) {
    const { site, settings, density, letters, theme, fetch } = read;
    /** @type {import('../types/core').Report} */
    const report = JSON.parse(read.report);
    const choice = {
      report: settings.report, words: settings.words, density,
      opinion: before?.choice.opinion ?? false, same: before?.choice.same ?? false, removed: before?.choice.removed ?? new Set(),
    };
    return { collection, page, report, site, settings, letters, theme, fetch, choice, findings: fh.findings(report, choice) };
  }

  /** @param {import('../types/content').Collection} collection @param {boolean} first @returns {import('../types/core').Page} */
  function pageOf(collection, first = true) {
    const head = fh.head();
    if (!first) {
      // The head of an endless page speaks of its first article, unless the site keeps it up to date.
      const own = head.canonical && new URL(head.canonical, location.href).pathname === location.pathname;
      if (!own) { head.meta = []; head.json_ld = []; head.microdata = []; delete head.canonical; }
    }
    return { url: location.href, blocks: collection.plain, elements: collection.elements, head };
  }

  /** @param {Extract<import('../types/protocol').FromPage, { type: 'read' | 'compare' | 'compareTab' }>} message */
  async function say(message) {
    const read = await fh.send({ ...message, first: !dressed });
    if ('css' in read && read.css) {
      dressed = true;
      fh.frame.bring(read.css);
      if (read.words) fh.learn(read.words);
    }
    return read;
  }

  async function start() {
    turn += 1;
    const mine = turn;
    last = performance.now();
    const collection = await fh.collect();
    const page = pageOf(collection);
    const read = await say({ type: 'read', page });
    if (mine !== turn || !on) return;
    if ('error' in read) { forget(); return; }
    take(read, collection, page, 0);
  }

  /** @param {import('../types/protocol').Read} read @param {import('../types/content').Collection} collection @param {import('../types/core').Page} page @param {number} i which of the page's articles */
  function take(read, collection, page, i) {
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
      if (same) void fh.card.show(next, same, { kind: card.kind }); else closeCard(true);
    }
    if (current === next) settle();
    fh.live.narrow();
    listen();
  }

  /** Where the document has the strokes' rules, and for which strokes. @type {string[]} */
  const scopes = [];
  /** @type {Set<string>} */
  const strokes = new Set();
  /** Strokes that are new, until their rules are asked for. @type {string[]} */
  let fresh = [];
  /** More articles than this on one page, and the rules are for all of it. */
  const SCOPES = 3;
  const KINDS = ['traced', 'exact', 'changed', 'writer', 'nobody'];

  /** @param {string} name */
  function named(name) {
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
    const around = holder(of);
    if (!around || scopes.length >= SCOPES) return ':root';
    for (let el = /** @type {Element | null} */ (around); el && el !== document.body; el = el.parentElement) {
      const tag = el.localName;
      for (const mark of [...(el.id ? [`#${el.id}`] : []), ...[...el.classList].map(name => `.${name}`)]) {
        if (!/^[.#][a-z_][\w-]*$/i.test(mark) || !/^[a-z][a-z0-9-]*$/.test(tag) || mark.length + tag.length > 200) continue;
        if (document.querySelectorAll(tag + mark).length === 1) return tag + mark;
      }
    }
    return ':root';
  }

  /** Whether the rules reach a reading: a page may give its elements other names. @param {Reading} of */
  const dressedAround = of => !of.findings.strokes.length || scopes.some(scope => scope === ':root' || !!holder(of)?.closest(scope));

  /** Strokes, and the rules for where they stand. @param {Reading} of */
  async function paint(of) {
    if (!dressedAround(of)) {
      const within = scopeOf(of);
      scopes.push(within);
      // Whether a component inherits the strokes of the document is seen by its style, so there all rules come first.
      if (within === ':root') for (const kind of KINDS) for (const tone of 'ldc') strokes.add(`fh-${kind}-${tone}`);
      if (strokes.size) await fh.send({ type: 'strokes', within, names: [...strokes] });
    }
    if (on && readings.includes(of)) await fh.paint.set(of, of.collection.blocks, of.findings.strokes);
  }

  /** @param {Reading} of */
  const removedAll = of => of.findings.removed > 0 && !of.findings.all.length;

  /** What to say of the report, and whether to say it unasked. */
  function settle() {
    if (!current) return;
    const { report } = current;
    const credit = report.credits[0];
    const failed = credit?.url ? report.gaps.find(gap => /^https?:/.test(gap.of) && !['ask', 'never'].includes(gap.code)) : undefined;
    /** @type {State} */
    let next;
    if (report.finding === 'credits' && report.sources.some(source => source.credited)) next = { name: 'untraced' };
    else if (report.finding === 'credits' && failed && current.fetch !== 'never') next = failure(failed.code, credit.url ?? '');
    else if (report.quiet === 'opinion' && report.finding === 'nothing' && !current.choice.opinion && current.settings.words) next = { name: 'opinion' };
    else next = { name: report.finding };
    if (removedAll(current)) next = { name: 'removed' };
    const same = next.name === state.name && open;
    const prompt = next.name === 'credits' ? !!credit?.url && current.fetch === 'ask'
      : next.name === 'sign_in' || (next.name === 'failed' && asked);
    go(next, same || (prompt && dismissed !== next.name) || (asked && next.name !== 'rewrite' && next.name !== 'draws_on'));
    asked = false;
    if (next.name === 'rewrite' || next.name === 'draws_on') {
      const outlet = fh.parts.outlet(report.sources[0]);
      announce(text(next.name === 'rewrite' ? 'page_statusRewrite' : 'page_statusDrawsOn', outlet, current.findings.counts.traced, current.findings.counts.total));
    } else if (prompt && (next.name === 'failed' || next.name === 'sign_in')) announce(text(next.name === 'failed' ? 'page_failedTitle' : 'page_signInTitle'));
  }

  /** @param {string} code @param {string} url @returns {State} */
  function failure(code, url) {
    if (code === 'sign_in') return { name: 'sign_in', url };
    return {
      name: 'failed', url, code,
      at: new Intl.DateTimeFormat(fh.host.language?.() ?? undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date()),
    };
  }

  /** @param {string} what */
  function announce(what) {
    if (what === announced) return;
    announced = what;
    // A region that is filled in the moment it appears is not read out.
    void fh.frame.open().then(() => setTimeout(() => fh.frame.say(what), 250));
  }

  // --- surfaces

  const compared = () => state.name === 'rewrite' || state.name === 'draws_on';

  /** @param {State} next @param {boolean} [unfold] */
  function go(next, unfold = open) {
    state = next;
    open = unfold;
    void render();
  }

  let drawing = 0;
  async function render() {
    const now = ++drawing;
    if (!on && state.name !== 'off') return;
    if (state.name === 'none' || (state.name === 'not_article' && !open)) {
      fh.pill.remove();
      fh.panel.close();
      fh.notice.close();
      return;
    }
    if (open) await fh.more(); else await fh.frame.open();
    if (now !== drawing) return;
    const lists = !!current && (compared()
      || ((state.list || ['same_event', 'original', 'nothing', 'opinion', 'untraced'].includes(state.name)) && current.findings.all.length > 0));
    if (open) {
      const held = fh.panel.holdsFocus || fh.notice.holdsFocus;
      const said = fh.noticeFor(state, current);
      fh.pill.remove();
      if (lists && current) { fh.notice.close(); await fh.panel.show(current, compared() ? null : said); } else if (said) { fh.panel.close(); await fh.notice.show(said); }
      // The one gave way to the other under the reader's hands.
      if (held && !fh.frame.holdsFocus) focusSurface();
      return;
    }
    fh.panel.close();
    fh.notice.close();
    await fh.pill.show(folded());
    seen = state.name;
  }
  let seen = '';

  /** What a page is said to be, without or before a comparison. */
  fh.titleOf = (state, reading) => {
    const report = reading?.report;
    switch (state.name) {
      case 'credits': return text('page_creditsTitle', report?.credits[0]?.name ?? '');
      case 'comparing': return text('page_comparing', state.outlet ?? '');
      case 'same_event': return text('page_sameEventTitle');
      case 'untraced': return text('page_untracedTitle', fh.parts.outlet(report?.sources.find(s => s.credited) ?? null));
      case 'original': return text('page_originalTitle');
      case 'nothing': return text('page_nothingTitle');
      case 'opinion': return text('page_opinionTitle', report?.article.site || reading?.site || '');
      case 'sign_in': return text('page_signInTitle');
      case 'failed': return text('page_failedTitle');
      case 'tabs': return text('page_tabsTitle');
      case 'not_article': return text('page_notArticle');
      case 'removed': return text('page_removedTitle');
      case 'off': return text('page_offTitle', state.site ?? '');
      default: return text('page_firsthand');
    }
  };

  /** What the pill and the rail say. */
  function folded() {
    const openIt = () => { cameFrom = cameFrom ?? null; open = true; void render().then(() => focusSurface()); };
    if (compared() && current) {
      const { counts } = current.findings;
      const outlet = fh.parts.outlet(current.report.sources[0]);
      const key = state.name === 'rewrite' ? 'page_rewriteOf' : 'page_drawsOn';
      const more = text('page_sentences', counts.traced, counts.total);
      const reading = current;
      return {
        said: fh.rich(key, el('b', {}, outlet)), more, label: text(state.name === 'rewrite' ? 'page_railRewrite' : 'page_railDrawsOn', outlet, counts.traced, counts.total),
        lines: () => fh.parts.lines(reading), open: openIt, unfolded: seen !== state.name,
      };
    }
    const title = fh.titleOf(state, current);
    return { said: [title], more: '', label: `${text('page_firsthand')}: ${title}`, lines: () => null, open: openIt, unfolded: false };
  }

  function focusSurface() {
    if (fh.panel.shown) fh.panel.focus(); else fh.notice.focus();
  }

  function remember() {
    if (!fh.frame.holdsFocus) cameFrom = /** @type {HTMLElement | null} */ (document.activeElement);
  }

  function backToPage() {
    fh.frame.active?.blur();
    if (cameFrom?.isConnected && cameFrom !== document.body) cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  }

  /** Fold what is open; the focus goes to the rail. */
  function fold() {
    const held = fh.panel.holdsFocus || fh.notice.holdsFocus;
    fh.card.close(true);
    dismissed = state.name;
    if (state.name === 'off' || state.name === 'not_article') { state = { name: 'none' }; open = false; if (!on) fh.frame.close(); else void render(); return; }
    if (state.name === 'tabs') { back(); return; }
    open = false;
    void render().then(() => { if (held) fh.pill.focus(); });
  }

  /** The shortcut: open, or the card at the caret, or back to the page. */
  function shortcut() {
    if (fh.frame.holdsFocus && (fh.panel.holdsFocus || fh.notice.holdsFocus || fh.card.holdsFocus)) {
      fh.card.close(true);
      open = false;
      void render().then(backToPage);
      return;
    }
    remember();
    if (!on) {
      state = { name: 'off', site: fh.domain(location.href) };
      open = true;
      void render().then(focusSurface);
      return;
    }
    const at = fh.paint.atCaret();
    if (at) {
      current = /** @type {Reading} */ (at.of);
      void fh.card.show(current, at.finding, { kind: at.kind, focus: true, closed: backToPage });
      pinned = true;
      return;
    }
    if (state.name === 'none') state = { name: current?.report.finding ?? 'not_article' };
    open = true;
    void render().then(focusSurface);
  }

  // --- marks and cards

  /** @type {{ finding: Finding, of: object } | null} */ let candidate = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let opening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let closing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let trailing;
  let looked = 0;
  let pinned = false;
  let listening = false;

  /** @param {PointerEvent} event */
  function moved(event) {
    if (event.pointerType === 'touch' || event.buttons) return;
    const path = event.composedPath();
    if (fh.hostElement && path.includes(fh.hostElement)) { clearTimeout(trailing); candidate = null; clearTimeout(opening); return; }
    const point = { x: event.clientX, y: event.clientY, path: path.slice(0, 12) };
    clearTimeout(trailing);
    if (performance.now() - looked > 60) lookAt(point); else trailing = setTimeout(() => lookAt(point), 60);
  }

  /** @param {{ x: number, y: number, path: EventTarget[] }} point */
  function lookAt({ x, y, path }) {
    looked = performance.now();
    const hit = fh.paint.at(x, y, path);
    if (hit && hit.finding === fh.card.shown?.finding) { hold(); candidate = null; clearTimeout(opening); return; }
    if (hit?.finding !== candidate?.finding) {
      clearTimeout(opening);
      candidate = hit;
      if (hit) {
        void fh.more();
        opening = setTimeout(() => {
          if (candidate?.finding !== hit.finding || fh.card.holdsFocus || pinned) return;
          hold();
          void fh.card.show(/** @type {Reading} */ (hit.of), hit.finding, { kind: hit.kind, box: hit.box });
        }, OPENS);
      }
    }
    if (!hit) leave();
  }

  function hold() { clearTimeout(closing); closing = undefined; }
  function leave() {
    if (!fh.card.shown || pinned || closing !== undefined) return;
    closing = setTimeout(() => {
      closing = undefined;
      if (!fh.card.holdsFocus && !pinned) closeCard(true);
    }, CLOSES);
  }

  /** @param {boolean} [silent] */
  function closeCard(silent = false) {
    pinned = false;
    if (fh.panel.element) fh.panel.element.hidden = false;
    fh.card.close(silent);
    if (current) fh.panel.here(current, null);
  }

  /** @param {MouseEvent} event */
  function clicked(event) {
    const path = event.composedPath();
    if (fh.hostElement && path.includes(fh.hostElement)) return;
    const busy = event.button !== 0 || event.defaultPrevented
      || path.some(t => t instanceof Element && /^(a|button|input|select|textarea|label|summary|video|audio)$/.test(t.localName));
    const hit = busy || !document.getSelection()?.isCollapsed ? null : fh.paint.at(event.clientX, event.clientY, path.slice(0, 12));
    if (!hit) { if (fh.card.shown && pinned) closeCard(true); return; }
    clearTimeout(opening);
    hold();
    pinned = true;
    void fh.card.show(/** @type {Reading} */ (hit.of), hit.finding, { kind: hit.kind, box: hit.box });
  }

  /** A card that came by hovering goes with Escape, wherever the focus is (WCAG 1.4.13). @param {KeyboardEvent} event */
  function escaped(event) {
    if (event.key === 'Escape' && fh.card.shown && !fh.frame.holdsFocus) closeCard(true);
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

  /** @param {Reading} of @param {import('../types/core').Span} span */
  function scrollTo(of, span) {
    const block = of.collection.blocks[span.block];
    const box = block?.ranges(span.start, span.end)[0]?.getBoundingClientRect();
    if (!box || (box.top >= 72 && box.bottom <= innerHeight - 96)) return;
    block.element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const now = block.ranges(span.start, span.end)[0]?.getBoundingClientRect();
    // A paragraph that is longer than the screen.
    if (now && (now.top < 0 || now.bottom > innerHeight)) scrollBy({ top: now.top - innerHeight / 3, behavior: 'instant' });
  }

  /** From the list to the mark and its card. @param {Reading} of @param {Finding} finding */
  function visit(of, finding) {
    scrollTo(of, finding.extent[0]);
    pinned = true;
    fh.panel.here(of, finding);
    // A sheet would lie over the mark.
    if (fh.panel.element && innerWidth <= 560) fh.panel.element.hidden = true;
    void fh.card.show(of, finding, { focus: true, closed: () => { if (!fh.panel.focusItem(finding)) backToPage(); } });
  }

  /** @param {number} by @param {boolean} [focus] */
  function step(by, focus = true) {
    const all = current?.findings.all ?? [];
    if (!current || !all.length) return;
    const at = fh.card.shown?.finding.index ?? (by > 0 ? -1 : 0);
    const finding = all[(at + by + all.length) % all.length];
    const arrow = fh.frame.active?.getAttribute('data-step');
    scrollTo(current, finding.extent[0]);
    pinned = true;
    fh.panel.here(current, finding);
    const closed = () => { if (!fh.panel.focusItem(finding)) backToPage(); };
    void fh.card.show(current, finding, { focus: focus && !arrow, closed })
      .then(() => { if (arrow) /** @type {HTMLElement | null | undefined} */ (fh.card.element?.querySelector(`[data-step="${arrow}"]`))?.focus(); });
  }

  /** Keys that are pressed in our surfaces. @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const letters = current?.letters ?? true;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (fh.card.holdsFocus) closeCard(); else if (fh.card.shown) closeCard(true); else if (fh.panel.holdsFocus || fh.notice.holdsFocus) fold(); else { fh.pill.fold(); backToPage(); }
    } else if (letters && (event.key === 'n' || event.key === 'p')) {
      event.preventDefault();
      step(event.key === 'n' ? 1 : -1);
    } else if (letters && event.key === 'o') {
      const where = fh.card.holdsFocus ? fh.card.element : fh.frame.active?.closest('li') ?? null;
      const link = /** @type {HTMLElement | null | undefined} */ (where?.querySelector('a[data-original]'));
      if (link) { event.preventDefault(); link.click(); }
    }
  }

  // --- what the reader changes

  /** Marks and lists again, from the same report. @param {Reading} of */
  function redo(of) {
    of.findings = fh.findings(of.report, of.choice);
    if (fh.card.shown?.reading === of) closeCard(true);
    void paint(of);
    if (of !== current) return;
    if (removedAll(of)) settle(); else void render();
  }

  /** @param {Reading} of @param {Finding} finding */
  function removeFinding(of, finding) {
    of.choice.removed.add(finding.key);
    redo(of);
    fh.frame.say(text('page_markRemoved'));
    if (fh.panel.shown) fh.panel.focus(); else backToPage();
  }

  /** @param {Reading} of */
  function removeAll(of) {
    for (const finding of of.findings.all) of.choice.removed.add(finding.key);
    redo(of);
    fh.frame.say(text('page_marksRemoved'));
    backToPage();
  }

  /** All that the reader took away, again. */
  function restore() {
    if (!current) return;
    current.choice.removed.clear();
    fh.frame.say('');
    redo(current);
    settle();
    open = true;
    void render().then(focusSurface);
  }

  /** @param {Partial<import('../types/protocol').SiteSettings>} change */
  function switchLayer(change) {
    void fh.send({ type: 'set', change });
    if (current) settingsChanged({ ...current.settings, ...change }, current.choice.density, current.letters, current.theme);
    else if (change.on) { on = true; state = { name: 'none' }; open = false; fh.frame.close(); void start(); fh.live.start(); }
  }

  /**
   * @param {import('../types/protocol').SiteSettings} settings @param {import('../types/protocol').Settings['density']} density
   * @param {boolean} letters @param {import('../types/protocol').Settings['theme']} theme
   */
  function settingsChanged(settings, density, letters, theme) {
    fh.frame.wear(theme);
    if (!settings.on) { off(); return; }
    if (!on) { on = true; fh.live.start(); void start(); return; }
    for (const of of readings) {
      of.letters = letters;
      of.theme = theme;
      const same = of.settings.report === settings.report && of.settings.words === settings.words && of.choice.density === density;
      of.settings = settings;
      if (same) continue;
      Object.assign(of.choice, { report: settings.report, words: settings.words, density });
      redo(of);
    }
  }

  /** Nothing of ours stays. */
  function forget() {
    turn += 1;
    clearTimeout(later);
    closeCard(true);
    for (const of of readings) fh.paint.remove(of);
    fh.paint.clear();
    readings = [];
    current = null;
    seen = '';
    announced = '';
    dismissed = '';
    state = { name: 'none' };
    open = false;
    drawing += 1;
    fh.pill.remove();
    fh.panel.close();
    fh.notice.close();
  }

  function off() {
    on = false;
    forget();
    deafen();
    fh.live.stop();
    fh.frame.close();
  }

  // --- comparing

  /** @param {Extract<import('../types/protocol').FromPage, { type: 'compare' | 'compareTab' }>} message @param {State} during */
  async function ask(message, during) {
    const of = current;
    if (!of) return;
    turn += 1;
    const mine = turn;
    asked = true;
    go(during, true);
    const read = await say(message);
    if (mine !== turn || !on) return;
    if ('error' in read) {
      go(failure(read.error.code, during.url ?? ''), true);
      announce(text(state.name === 'sign_in' ? 'page_signInTitle' : 'page_failedTitle'));
      focusIfOurs();
      return;
    }
    const held = fh.notice.holdsFocus;
    take(read, of.collection, of.page, readings.indexOf(of));
    if (held) void render().then(() => { if (fh.pill.shown) fh.pill.focus(); else focusSurface(); });
  }
  function focusIfOurs() { if (fh.frame.holdsFocus) fh.notice.focus(); }

  /** @param {string} url */
  function compare(url) {
    if (!current || !url) return;
    const credit = current.report.credits.find(c => c.url === url);
    void ask({ type: 'compare', url, page: current.page }, { name: 'comparing', outlet: credit?.name ?? fh.domain(url), url });
  }

  /** @param {{ id: number, title: string, url: string }} tab */
  function compareTab(tab) {
    if (!current) return;
    void ask({ type: 'compareTab', tab: tab.id, page: current.page }, { name: 'comparing', outlet: fh.domain(tab.url) || tab.title });
  }

  async function chooseTab() {
    const before = state;
    const answer = await fh.send({ type: 'tabs' });
    go({ name: 'tabs', tabs: 'tabs' in answer ? answer.tabs : [], before }, true);
    fh.notice.focus();
  }

  function stop() {
    void fh.send({ type: 'stop' });
    turn += 1;
    asked = false;
    if (current) go({ name: current.report.finding }, true);
    fh.notice.focus();
  }

  function notNow() {
    dismissed = state.name;
    open = false;
    void render();
    backToPage();
  }

  /** @param {boolean} [fromCache] the page itself came back; else back from a choice to what was said before */
  function back(fromCache = false) {
    if (!fromCache) { go(state.before ?? { name: current?.report.finding ?? 'none' }, true); return; }
    void fh.send({ type: 'look' }).then(look => {
      if ('error' in look) { if (look.error.code === 'gone') off(); return; }
      settingsChanged(look.settings, look.density, look.letters, look.theme);
      fh.paint.check();
    });
  }

  // --- a page that changes

  /** @param {Reading} of */
  const bodyOf = of => of.report.article.body.map(i => of.collection.blocks[i]).filter(Boolean);

  /** The smallest element that holds the article. */
  const root = () => (current ? holder(current) : null);

  /** @param {Reading} of */
  function holder(of) {
    const blocks = bodyOf(of);
    /** @type {Element | null} */
    let top = blocks[0]?.element.parentElement ?? null;
    for (const block of blocks) while (top && !top.contains(block.element)) top = top.parentElement;
    return top;
  }

  /** Part of a collection from block `from` to `to`, with indices of its own. @param {import('../types/content').Collection} all @param {number} from @param {number} to */
  const part = (all, from, to) => ({ blocks: all.blocks.slice(from, to), plain: all.plain.slice(from, to), elements: all.elements });

  /** Where in a collection each article begins. @param {import('../types/content').Collection} all */
  function borders(all) {
    return readings.map((of, i) => (i === 0 ? 0 : all.blocks.findIndex(b => b.element === of.collection.blocks[0]?.element)));
  }

  let refreshing = false;
  /** After text changed: the same report on new nodes if the text is the same, a new reading if it is not. */
  async function refresh() {
    if (!on || refreshing || state.name === 'comparing') return false;
    refreshing = true;
    try {
      // The address may have changed before the text did.
      if (readings.length && !readingHere() && await movedTo()) return true;
      const mine = turn;
      const all = await fh.collect();
      if (mine !== turn) return true;
      let changed = false;
      const starts = borders(all);
      for (let i = 0; i < readings.length; i += 1) {
        const next = starts.slice(i + 1).find(s => s >= 0) ?? all.blocks.length;
        if (starts[i] < 0) continue;
        changed = rejoin(i, part(all, starts[i], next)) || changed;
      }
      if (!readings.length) again();
      fh.paint.check();
      return changed;
    } finally { refreshing = false; }
  }

  /** @param {number} i @param {import('../types/content').Collection} now */
  function rejoin(i, now) {
    const of = readings[i];
    const before = of.collection;
    const had = new Set(before.plain.map(b => b.text));
    const grown = now.plain.some(b => b.text.length >= 60 && !had.has(b.text));
    // Every block that a mark may stand on, found again in order.
    /** @type {Map<number, number>} */
    const at = new Map();
    let from = 0;
    let all = true;
    for (const index of new Set([...of.report.article.body, ...of.findings.strokes.map(s => s.block)].sort((a, b) => a - b))) {
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
      void paint(of);
      fh.card.place();
    }
    if (grown || !all) again();
    return moved || grown || !all;
  }

  /** Read once more, the later the more often it was needed. */
  function again() {
    if (!on) return;
    clearTimeout(later);
    const due = Math.max(0, last === 0 ? 0 : last + wait - performance.now());
    later = setTimeout(async () => {
      wait = Math.min(wait * 2, LONGEST);
      last = performance.now();
      if (document.hidden) { document.addEventListener('visibilitychange', again, { once: true }); return; }
      if (readings.length <= 1) { if (state.name !== 'comparing') await start(); return; }
      const mine = turn;
      const all = await fh.collect();
      const starts = borders(all);
      for (let i = 0; i < readings.length; i += 1) {
        if (starts[i] < 0) continue;
        const mineOnly = part(all, starts[i], starts.slice(i + 1).find(s => s >= 0) ?? all.blocks.length);
        const page = { ...pageOf(mineOnly, i === 0), url: readings[i].page.url };
        const read = await say({ type: 'read', page });
        if (mine !== turn || !on) return;
        if (!('error' in read)) take(read, mineOnly, page, i);
      }
    }, due);
  }

  const bare = (/** @type {string | undefined} */ url) => (url ?? '').replace(/#.*$/, '');
  const readingHere = () => readings.find(of => bare(of.page.url) === bare(location.href));

  /** Another address without a load: another page, or the next article of an endless one. Answers whether it was seen to. */
  async function movedTo() {
    if (!on) return true;
    const known = readingHere();
    if (known && bodyOf(known)[0]?.element.isConnected) { makeCurrent(known); return true; }
    const last = readings[readings.length - 1];
    const there = last && bodyOf(last).slice(0, 3).some(b => b.element.isConnected && b.element.checkVisibility());
    if (!there) {
      wait = AGAIN;
      forget();
      fh.live.start();
      await start();
      return true;
    }
    // A site that only tidies its address (campaign parameters, a page number) has not brought another article.
    if (readings.some(of => new URL(of.page.url ?? location.href).pathname === location.pathname)) return false;
    return append();
  }

  /** Text after the last article that was not there before. Answers whether it is one. */
  async function append() {
    const mine = turn;
    const all = await fh.collect();
    if (mine !== turn) return true;
    const old = new Set(readings.flatMap(of => of.collection.blocks.map(b => b.element)));
    const body = new Set(readings.flatMap(bodyOf).map(b => b.element));
    let end = -1;
    all.blocks.forEach((b, i) => { if (body.has(b.element)) end = i; });
    const from = all.blocks.findIndex((b, i) => i > end && !old.has(b.element));
    if (end < 0 || from < 0) return false;
    const fresh = all.plain.slice(from).reduce((n, b) => n + (b.text.length >= 80 ? b.text.length : 0), 0);
    if (fresh < ARTICLE) return false;
    const collection = part(all, from, all.blocks.length);
    const page = pageOf(collection, false);
    const answer = await say({ type: 'read', page });
    if (mine !== turn || !on || 'error' in answer) return false;
    // Comments, a list of other stories: the marks of the first stay alone.
    if (JSON.parse(answer.report).finding === 'not_article') return false;
    take(answer, collection, page, readings.length);
    scrolled();
    return true;
  }

  /** @param {Reading} of */
  function makeCurrent(of) {
    if (of === current) return;
    current = of;
    fh.card.close(true);
    settle();
    fh.live.narrow();
  }

  /** On an endless page the surfaces speak of the article on the screen. */
  function scrolled() {
    for (const of of readings) if (!dressedAround(of)) void paint(of);
    if (readings.length < 2) return;
    for (const of of [...readings].reverse()) {
      const first = bodyOf(of)[0]?.element;
      if (first && first.getBoundingClientRect().top < innerHeight * 0.6) { makeCurrent(of); return; }
    }
  }

  fh.page = {
    hold, leave, step, visit, scrollTo, key, fold, compare, compareTab, chooseTab, stop, notNow, back, root, refresh, scrolled,
    removeFinding, removeAll, restore, switchLayer, shortcut, named,
    moved: () => void movedTo(),
    state: next => go(next),
    markOpinion: () => {
      if (!current) return;
      current.choice.opinion = true;
      if (state.name === 'opinion') state = { name: current.report.finding };
      redo(current);
    },
    showSame: () => {
      if (!current) return;
      current.choice.same = !current.choice.same;
      redo(current);
    },
    again: () => { if (on && !readings.length) void start(); },
    get current() { return current; },
    get readings() { return readings; },
  };

  /** What the popup says of the page: it is counted here, where the reader may have taken marks away. @returns {import('../types/protocol').Found | null} */
  function found() {
    if (!current) return null;
    const { counts, outline, changed, left, own } = current.findings;
    return {
      url: current.page.url ?? '', counts, changed: changed.length, left: left.length, own: own.length, removedAll: removedAll(current),
      opinion: current.report.quiet === 'opinion' && !current.choice.opinion && current.settings.words,
      strip: outline.map(({ kind, span }) => ({ kind, length: span.end - span.start })),
    };
  }

  /** @param {import('../types/protocol').ToPage} message */
  function hear(message) {
    switch (message?.type) {
      case 'found': return found();
      case 'settings': settingsChanged(message.settings, message.density, message.letters, message.theme); break;
      case 'panel': shortcut(); break;
      case 'restore': restore(); break;
      case 'markOpinion': fh.page.markOpinion(); break;
      case 'force': if (on) void start(); break;
      case 'again': wait = AGAIN; last = 0; again(); break;
      case 'compare': {
        const url = current?.report.credits[0]?.url;
        if (url) compare(url);
        break;
      }
    }
    return undefined;
  }

  if (fh.host.listen) fh.host.listen(hear);
  else {
    const { runtime } = /** @type {any} */ (globalThis).chrome;
    runtime.onMessage.addListener((/** @type {any} */ message, /** @type {any} */ sender, /** @type {(answer: unknown) => void} */ respond) => {
      if (sender?.id === runtime.id && !sender.tab) respond(hear(message));
    });
  }
  fh.live.start();
  void start();
})();
