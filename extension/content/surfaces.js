//# allFunctionsCalledOnLoad
// Which surface is open: the pill or rail of what is folded, the panel or the notice of what is not; what is said, and where the focus goes.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { text, el } = fh;

  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').State} State */

  /** @type {State} */ let state = { name: 'none' };
  let open = false;
  /** The reader has asked for what comes next. */
  let asked = false;
  let announced = '';
  /** The state that the pill has been shown for. */
  let seen = '';
  /** What the reader has folded away is not unfolded again by a page that changes. */
  let dismissed = '';
  /** Where the focus was on the page. @type {HTMLElement | null} */ let cameFrom = null;
  /** Counts the drawings, so that one which waits for its surface knows whether another has begun. */
  let drawing = 0;

  /** Nothing is marked, because the reader took it all away. @param {Reading} of */
  const removedAll = of => of.findings.removed > 0 && !of.findings.all.length;

  /** @param {Reading | null} of */
  const credited = of => of?.report.sources.find(source => source.credited) ?? null;

  /** What each state is called, and what it lets be said. @type {typeof fh.states} */
  const STATES = {
    rewrite: { compared: { label: 'page_rewriteOf', rail: 'page_railRewrite', status: 'page_statusRewrite' } },
    draws_on: { compared: { label: 'page_drawsOn', rail: 'page_railDrawsOn', status: 'page_statusDrawsOn' } },
    credits: {
      title: (_, of) => text('page_creditsTitle', of?.report.credits[0]?.name ?? ''),
      waits: true, prompts: of => !!of.report.credits[0]?.url && of.fetch === 'ask',
    },
    sign_in: { title: () => text('page_signInTitle'), waits: true, prompts: () => true, failed: true },
    failed: { title: () => text('page_failedTitle'), waits: true, prompts: () => asked, failed: true },
    untraced: { title: (_, of) => text('page_untracedTitle', fh.parts.outlet(credited(of))), waits: true, lists: true },
    same_event: { title: () => text('page_sameEventTitle'), waits: true, lists: true },
    original: { title: () => text('page_originalTitle'), waits: true, lists: true },
    nothing: { title: () => text('page_nothingTitle'), waits: true, lists: true },
    opinion: { title: (_, of) => text('page_opinionTitle', of?.report.article.site || of?.site || ''), lists: true },
    removed: { title: () => text('page_removedTitle') },
    comparing: { title: ({ outlet }) => text('page_comparing', outlet ?? '') },
    tabs: { title: () => text('page_tabsTitle') },
    not_article: { title: () => text('page_notArticle'), passing: true },
    off: { title: ({ site }) => text('page_offTitle', site ?? ''), passing: true },
    none: {},
  };

  /** What there is to say of a page that was read. @param {Reading} of @returns {State} */
  function stateOf(of) {
    const { report: { finding, credits: [credit], gaps } } = of;
    if (removedAll(of)) return { name: 'removed' };
    if (finding === 'credits') {
      if (credited(of)) return { name: 'untraced' };
      const gap = gaps.find(each => each.tried && each.of === credit?.url);
      if (gap) return failure(gap.code, gap.of);
    }
    return { name: finding === 'nothing' && of.findings.opinion ? 'opinion' : finding };
  }

  /** Says what there is to say of the page, unasked if it has to be. */
  function settle() {
    const { current } = fh.page;
    if (!current) return;
    const next = stateOf(current);
    const { compared, prompts, failed } = STATES[next.name];
    const prompt = !!prompts?.(current);
    const same = next.name === state.name && open;
    go(next, same || (prompt && dismissed !== next.name) || (asked && !compared));
    asked = false;
    if (compared) {
      const { traced, total } = current.findings.counts;
      announce(text(compared.status, fh.parts.outlet(current.report.sources[0]), traced, total));
    } else if (prompt && failed) announceFailure();
  }

  /** @param {string} code @param {string} url @returns {State} */
  function failure(code, url) {
    if (code === 'sign_in') return { name: 'sign_in', url };
    return {
      name: 'failed', url, code,
      at: new Intl.DateTimeFormat(fh.host.language?.() ?? undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date()),
    };
  }

  /** The report could not be had, and the reader is told so. @param {string} code @param {string} url */
  function fail(code, url) {
    asked = false;
    go(failure(code, url), true);
    announceFailure();
    if (fh.frame.holdsFocus) fh.notice.focus();
  }

  const announceFailure = () => announce(titleOf(state, fh.page.current));

  /** @param {string} what */
  function announce(what) {
    if (what === announced) return;
    announced = what;
    // A region that is filled in the moment it appears is not read out.
    void fh.frame.open().then(() => setTimeout(() => fh.frame.say(what), 250));
  }

  /** @param {State} next @param {boolean} [unfold] */
  function go(next, unfold = open) {
    state = next;
    open = unfold;
    void render();
  }

  async function render() {
    const now = ++drawing;
    const { current, on } = fh.page;
    if (!on && state.name !== 'off') return;
    if (state.name === 'none' || (state.name === 'not_article' && !open)) {
      fh.pill.remove();
      fh.panel.close();
      fh.notice.close();
      return;
    }
    if (open) await fh.more(); else await fh.frame.open();
    if (now !== drawing) return;
    const { compared, lists } = STATES[state.name];
    if (open) {
      const held = fh.panel.holdsFocus || fh.notice.holdsFocus;
      const said = fh.noticeFor(state, current);
      fh.pill.remove();
      if (current && (compared || ((lists || state.list) && current.findings.all.length))) {
        fh.notice.close();
        await fh.panel.show(current, compared ? null : said);
      } else if (said) { fh.panel.close(); await fh.notice.show(said); }
      // The one gave way to the other under the reader's hands.
      if (held && !fh.frame.holdsFocus) focus();
      return;
    }
    fh.panel.close();
    fh.notice.close();
    await fh.pill.show(folded());
    seen = state.name;
  }

  /** What a page is said to be, without or before a comparison. @param {State} of @param {Reading | null} reading */
  const titleOf = (of, reading) => STATES[of.name].title?.(of, reading) ?? text('page_firsthand');

  /** What the pill and the rail say. */
  function folded() {
    const { current } = fh.page;
    const unfold = () => { open = true; void render().then(focus); };
    const { compared } = STATES[state.name];
    if (compared && current) {
      const { counts } = current.findings;
      const outlet = fh.parts.outlet(current.report.sources[0]);
      const more = text('page_sentences', counts.traced, counts.total);
      return {
        said: fh.rich(compared.label, el('b', {}, outlet)), more, label: text(compared.rail, outlet, counts.traced, counts.total),
        lines: () => fh.parts.lines(current), open: unfold, unfolded: seen !== state.name,
      };
    }
    const title = titleOf(state, current);
    return { said: [title], more: '', label: `${text('page_firsthand')}: ${title}`, lines: () => null, open: unfold, unfolded: false };
  }

  /** To what is open. */
  function focus() {
    if (fh.panel.shown) fh.panel.focus(); else fh.notice.focus();
  }

  function remember() {
    if (!fh.frame.holdsFocus) cameFrom = /** @type {HTMLElement | null} */ (document.activeElement);
  }

  /** Answers whether something on the page has the focus now. */
  function backToPage() {
    fh.frame.active?.blur();
    const to = cameFrom?.isConnected && cameFrom !== document.body ? cameFrom : null;
    to?.focus({ preventScroll: true });
    cameFrom = null;
    return !!to;
  }

  /** Fold what is open; the focus goes to the rail. */
  function fold() {
    const held = fh.panel.holdsFocus || fh.notice.holdsFocus;
    fh.card.close(true);
    dismissed = state.name;
    if (STATES[state.name].passing) {
      go({ name: 'none' }, false);
      if (!fh.page.on) fh.frame.close();
      return;
    }
    if (state.name === 'tabs') { fh.reader.leaveTabs(); return; }
    open = false;
    void render().then(() => { if (held) fh.pill.focus(); });
  }

  /** Fold what is open; the focus goes back to where it was on the page. */
  function leave() {
    dismissed = state.name;
    open = false;
    void render().then(backToPage);
  }

  /** Keys that are pressed in our surfaces. @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const letters = fh.page.current?.letters ?? true;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (fh.card.holdsFocus) fh.pointer.close(); else if (fh.card.shown) fh.pointer.close(true); else if (fh.panel.holdsFocus || fh.notice.holdsFocus) fold(); else { fh.pill.fold(); backToPage(); }
    } else if (letters && (event.key === 'n' || event.key === 'p')) {
      event.preventDefault();
      void fh.reader.step(event.key === 'n' ? 1 : -1);
    } else if (letters && event.key === 'o') {
      const where = fh.card.holdsFocus ? fh.card.element : fh.frame.active?.closest('li') ?? null;
      const link = /** @type {HTMLElement | null | undefined} */ (where?.querySelector('a[data-original]'));
      if (link) { event.preventDefault(); link.click(); }
    }
  }

  /** As before anything was said. */
  function reset() {
    state = { name: 'none' };
    open = false;
    seen = '';
    announced = '';
    dismissed = '';
    drawing += 1;
    fh.pill.remove();
    fh.panel.close();
    fh.notice.close();
  }

  fh.states = STATES;
  fh.titleOf = titleOf;
  fh.surfaces = {
    settle, go, render, fail, focus, remember, backToPage, fold, leave, key, reset, removedAll,
    /** Whether what comes next was asked for by the reader. */
    expect: yes => { asked = yes; },
    get state() { return state; },
  };
})();
