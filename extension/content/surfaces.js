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

  /** What to say of the report of the page, and whether to say it unasked. */
  function settle() {
    const { current } = fh.page;
    if (!current) return;
    const { report } = current;
    const credit = report.credits[0];
    const failed = credit?.url ? report.gaps.find(gap => /^https?:/.test(gap.of) && !['ask', 'never'].includes(gap.code)) : undefined;
    /** @type {State} */
    let next;
    if (report.finding === 'credits' && report.sources.some(source => source.credited)) next = { name: 'untraced' };
    else if (report.finding === 'credits' && failed && current.fetch !== 'never') next = failure(failed.code, credit.url ?? '');
    else if (current.findings.opinion && report.finding === 'nothing') next = { name: 'opinion' };
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
    } else if (prompt && (next.name === 'failed' || next.name === 'sign_in')) announceFailure();
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

  const announceFailure = () => announce(text(state.name === 'sign_in' ? 'page_signInTitle' : 'page_failedTitle'));

  /** @param {string} what */
  function announce(what) {
    if (what === announced) return;
    announced = what;
    // A region that is filled in the moment it appears is not read out.
    void fh.frame.open().then(() => setTimeout(() => fh.frame.say(what), 250));
  }

  const compared = () => state.name === 'rewrite' || state.name === 'draws_on';

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
    const lists = !!current && (compared()
      || ((state.list || ['same_event', 'original', 'nothing', 'opinion', 'untraced'].includes(state.name)) && current.findings.all.length > 0));
    if (open) {
      const held = fh.panel.holdsFocus || fh.notice.holdsFocus;
      const said = fh.noticeFor(state, current);
      fh.pill.remove();
      if (lists && current) { fh.notice.close(); await fh.panel.show(current, compared() ? null : said); } else if (said) { fh.panel.close(); await fh.notice.show(said); }
      // The one gave way to the other under the reader's hands.
      if (held && !fh.frame.holdsFocus) focus();
      return;
    }
    fh.panel.close();
    fh.notice.close();
    await fh.pill.show(folded());
    seen = state.name;
  }

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
    const { current } = fh.page;
    const unfold = () => { open = true; void render().then(focus); };
    if (compared() && current) {
      const { counts } = current.findings;
      const outlet = fh.parts.outlet(current.report.sources[0]);
      const key = state.name === 'rewrite' ? 'page_rewriteOf' : 'page_drawsOn';
      const more = text('page_sentences', counts.traced, counts.total);
      return {
        said: fh.rich(key, el('b', {}, outlet)), more, label: text(state.name === 'rewrite' ? 'page_railRewrite' : 'page_railDrawsOn', outlet, counts.traced, counts.total),
        lines: () => fh.parts.lines(current), open: unfold, unfolded: seen !== state.name,
      };
    }
    const title = fh.titleOf(state, current);
    return { said: [title], more: '', label: `${text('page_firsthand')}: ${title}`, lines: () => null, open: unfold, unfolded: false };
  }

  /** To what is open. */
  function focus() {
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
    if (state.name === 'off' || state.name === 'not_article') {
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

  fh.surfaces = {
    settle, go, render, fail, focus, remember, backToPage, fold, leave, key, reset, removedAll,
    /** Whether what comes next was asked for by the reader. */
    expect: yes => { asked = yes; },
    get state() { return state; },
  };
})();
