// What there is to say of a page that was read: its state, what the pill says of it, where its strokes are. The background works it out for a
// page that has nothing open yet, so this is a module's import there; in the page it comes with what a reader opens.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').State} State */
  /** @typedef {import('../types/content').Told} Told */

  const text = (/** @type {string} */ key, /** @type {(string | number)[]} */ ...args) => fh.text(key, ...args);

  /** The site as popup and settings name it (`siteOf`, which a page script cannot import): the host without port and `www.`. */
  fh.domain = url => {
    try { return new URL(url ?? '').hostname.replace(/^www\./, ''); } catch { return ''; }
  };

  /** Who reported it, as short as it can be said. */
  fh.outlet = source => source?.site || fh.domain(source?.url) || source?.title || text('page_theReport');

  /** The report that the page credits, by the name that it gives it. @param {unknown} _ @param {Told | null} of */
  const creditsTitle = (_, of) => text('page_creditsTitle', of?.report.credits[0]?.name ?? '');

  /** What each state is called, and what it lets be said. @type {typeof fh.states} */
  const STATES = {
    rewrite: { compared: { label: 'page_rewriteOf', rail: 'page_railRewrite', status: 'page_statusRewrite' } },
    draws_on: { compared: { label: 'page_drawsOn', rail: 'page_railDrawsOn', status: 'page_statusDrawsOn' } },
    credits: { title: creditsTitle, prompts: 'always' },
    unlinked: { title: creditsTitle, lists: true },
    forbidden: { title: creditsTitle, lists: true },
    sign_in: { title: () => text('page_signInTitle'), prompts: 'always', failed: true },
    failed: { title: () => text('page_failedTitle'), prompts: 'asked', failed: true },
    untraced: { title: (_, of) => text('page_untracedTitle', fh.outlet(of && fh.about(of.report))), lists: true },
    same_event: { title: () => text('page_sameEventTitle'), lists: true },
    original: { title: () => text('page_originalTitle'), lists: true },
    nothing: { title: () => text('page_nothingTitle'), lists: true },
    opinion: { title: (_, of) => text('page_opinionTitle', of?.report.article.site || of?.site || ''), lists: true },
    removed: { title: () => text('page_removedTitle') },
    comparing: { title: ({ outlet }) => text('page_comparing', outlet ?? '') },
    tabs: { title: () => text('page_tabsTitle') },
    not_article: { title: () => text('page_notArticle'), passing: true },
    off: { title: ({ site }) => text('page_offTitle', site ?? ''), passing: true },
    none: {},
  };

  /** Nothing is marked, because the reader took it all away. @param {Told} of */
  const removedAll = of => of.findings.removed > 0 && !of.findings.all.length;

  /** The report could not be had. @type {typeof fh.failure} */
  const failure = (code, url) => ({
    name: 'failed', url, code,
    at: new Intl.DateTimeFormat(fh.host?.language?.() ?? undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date()),
  });

  /** What there is to say of a page that was read. @param {Told} of @returns {State} */
  function stateOf(of) {
    const { finding, gap, gaps } = of.report;
    if (removedAll(of)) return { name: 'removed' };
    const why = gap === null ? null : gaps[gap];
    return finding === 'failed' && why ? failure(why.code, why.of) : { name: finding, url: why?.of };
  }

  /** What a page is said to be, without or before a comparison. @type {typeof fh.titleOf} */
  const titleOf = (state, of) => STATES[state.name].title?.(state, of) ?? text('page_firsthand');

  /** What the pill and the rail say. @type {typeof fh.folded} */
  function folded(state, of) {
    const { compared } = STATES[state.name];
    if (!compared || !of) {
      const title = titleOf(state, of);
      return { name: state.name, said: title, outlet: '', more: '', label: `${text('page_firsthand')}: ${title}`, status: '', compared: false };
    }
    const { traced, total } = of.findings.counts;
    const outlet = fh.outlet(fh.about(of.report));
    const status = [text(compared.status, outlet), text(traced === 1 ? 'page_statusOne' : 'page_statusSome', traced, total), of.keys && text('page_statusKeys', of.keys)];
    return {
      name: state.name, said: text(compared.label, '\ue000'), outlet, more: text('page_sentences', traced, total),
      label: text(compared.rail, outlet, traced, total), status: status.filter(Boolean).join(' '), compared: true,
    };
  }

  /** What the page itself needs of a reading as long as nothing is opened. @type {typeof fh.brief} */
  function brief(of) {
    const { counts, outline, stops, left, own, opinion, all, strokes } = of.findings;
    const state = stateOf(of);
    const place = new Map(all.map((finding, i) => [finding, i]));
    return {
      finding: of.report.finding,
      body: of.report.article.body,
      strokes: strokes.map(({ block, start, end, kind, finding, change, painted }) =>
        [block, start, end, kind, painted, place.get(finding) ?? -1, change ? finding.altered.indexOf(change) : -1]),
      folded: folded(state, of),
      prompts: STATES[state.name].prompts === 'always',
      found: {
        counts, changed: stops.filter(stop => stop.change).length, left: left.length, own: own.length,
        removedAll: removedAll(of), opinion, strip: outline.map(({ kind, span }) => ({ kind, length: span.end - span.start })),
      },
    };
  }

  fh.states = STATES;
  fh.stateOf = stateOf;
  fh.failure = failure;
  fh.titleOf = titleOf;
  fh.folded = folded;
  fh.brief = brief;
})();
