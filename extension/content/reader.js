// What a reader does: steps from finding to finding, takes marks away, switches layers, has the page compared. Put in with the surfaces.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { text } = fh;

  /** @typedef {import('../types/content').Finding} Finding */
  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').State} State */
  /** @typedef {import('../types/content').Stop} Stop */

  /** The shortcut: open, or the card at the caret, or back to the page. @param {'panel' | 'list' | 'tabs'} [show] not the shortcut but the popup: see `ToPage` */
  function shortcut(show) {
    const { page, surfaces } = fh;
    if (!show && fh.frame.holdsFocus && (fh.panel.holdsFocus || fh.notice.holdsFocus || fh.card.holdsFocus)) {
      fh.card.close(true);
      surfaces.leave();
      return;
    }
    surfaces.remember();
    if (show === 'tabs') { void chooseTab(); return; }
    if (!page.on) {
      surfaces.go({ name: 'off', site: fh.domain(location.href) }, true);
      void surfaces.render().then(surfaces.focus);
      return;
    }
    const at = show ? null : fh.marked.atCaret();
    const stop = at ? fh.marked.stopAt(at) : null;
    if (at && stop) {
      page.current = at.of;
      void fh.card.show(at.of, stop.finding, { kind: at.kind, change: stop.change, focus: true, closed: surfaces.backToPage });
      fh.pointer.pin();
      return;
    }
    const state = surfaces.state.name !== 'none' ? surfaces.state : page.current ? fh.stateOf(page.current) : { name: /** @type {const} */ ('not_article') };
    surfaces.go(show === 'list' ? { ...state, list: true } : state, true);
    void surfaces.render().then(surfaces.focus);
  }

  // --- from finding to finding

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

  /** Where a stop stands. @param {Stop} stop */
  const spanOf = ({ finding, change }) => change?.span ?? finding.extent[0];

  /** From the list to the mark and its card. @param {Reading} of @param {Stop} stop */
  function visit(of, stop) {
    const { finding, change } = stop;
    scrollTo(of, spanOf(stop));
    fh.pointer.pin();
    fh.panel.here(of, finding);
    // A sheet would lie over the mark.
    if (fh.panel.element && innerWidth <= 560) fh.panel.element.hidden = true;
    void fh.card.show(of, finding, { change, focus: true, closed: () => back(stop) });
  }

  /** To the list, if it is in it, or to the page. @param {Stop} stop */
  function back(stop) {
    if (!fh.panel.focusItem(stop)) fh.surfaces.backToPage();
  }

  /** @param {number} by @param {boolean} [focus] */
  async function step(by, focus = true) {
    const { current } = fh.page;
    const stops = current?.findings.stops ?? [];
    if (!current || !stops.length) return;
    const { shown } = fh.card;
    const at = shown ? stops.findIndex(s => s.finding === shown.finding && s.change === shown.change) : by > 0 ? -1 : 0;
    const stop = stops[(at + by + stops.length) % stops.length];
    const { finding, change } = stop;
    const arrow = fh.frame.active?.getAttribute('data-step');
    scrollTo(current, spanOf(stop));
    fh.pointer.pin();
    fh.panel.here(current, finding);
    await fh.card.show(current, finding, { change, focus: focus && !arrow, closed: () => back(stop) });
    if (arrow) /** @type {HTMLElement | null | undefined} */ (fh.card.element?.querySelector(`[data-step="${arrow}"]`))?.focus();
  }

  // --- what is shown

  /** @param {Reading} of @param {Finding} finding */
  async function removeFinding(of, finding) {
    const listed = () => [of.findings.report, of.findings.changed, of.findings.own];
    const which = listed().findIndex(list => list.includes(finding));
    const at = listed()[which]?.indexOf(finding) ?? -1;
    of.choice.removed.add(finding.key);
    fh.page.redo(of);
    fh.frame.say(text('page_markRemoved'));
    await fh.surfaces.render();
    // What had the focus is gone: on to what stands in its place in the list, or the last before it.
    const left = listed()[which] ?? [];
    const next = left[Math.min(at, left.length - 1)];
    if (fh.panel.shown) {
      if (!next || !fh.panel.focusItem({ finding: next, change: next.altered[0] })) fh.panel.focus();
    } else if (!fh.surfaces.backToPage()) fh.pill.focus();
  }

  /** @param {Reading} of */
  async function removeAll(of) {
    for (const finding of of.findings.all) of.choice.removed.add(finding.key);
    fh.page.redo(of);
    fh.frame.say(text('page_marksRemoved'));
    await fh.surfaces.render();
    if (!fh.surfaces.backToPage()) fh.pill.focus();
  }

  /** All that the reader took away, again. */
  function restore() {
    const { current } = fh.page;
    if (!current) return;
    current.choice.removed.clear();
    fh.frame.say('');
    fh.page.redo(current);
    fh.surfaces.settle();
    fh.surfaces.go(fh.surfaces.state, true);
    void fh.surfaces.render().then(fh.surfaces.focus);
  }

  /** @param {Partial<import('../types/protocol').SiteSettings>} change */
  function switchLayer(change) {
    void fh.send({ type: 'set', change });
    const { current } = fh.page;
    if (current) fh.page.apply({ settings: { ...current.settings, ...change }, density: current.choice.density, letters: current.letters, theme: current.theme });
    else if (change.on) {
      fh.surfaces.reset();
      fh.frame.close();
      fh.page.revive();
    }
  }

  /** Mark an opinion page all the same. */
  function markOpinion() {
    const { current } = fh.page;
    if (!current) return;
    current.choice.opinion = true;
    fh.page.redo(current);
  }

  /** Mark what a report of the same event has too, or no more. */
  function showSame() {
    const { current } = fh.page;
    if (!current) return;
    current.choice.same = !current.choice.same;
    fh.page.redo(current);
  }

  // --- comparing

  /** @param {Extract<import('../types/protocol').FromPage, { type: 'compare' | 'compareTab' }>} message @param {State} during */
  async function ask(message, during) {
    const { page, surfaces } = fh;
    const of = page.current;
    if (!of) return;
    const latest = page.begin();
    surfaces.expect(true);
    surfaces.go(during, true);
    const read = await fh.send(message);
    if (!latest()) return;
    if ('error' in read) { surfaces.fail(read.error.code, during.url ?? ''); return; }
    const held = fh.notice.holdsFocus;
    await page.take(read, of.collection, of.page, page.readings.indexOf(of));
    if (held) void surfaces.render().then(() => { if (fh.pill.shown) fh.pill.focus(); else surfaces.focus(); });
  }

  /** @param {string | null | undefined} url */
  function compare(url) {
    const { current } = fh.page;
    if (!current || !url) return;
    const credit = current.report.credits.find(c => c.url === url);
    void ask({ type: 'compare', url, page: current.page }, { name: 'comparing', outlet: credit?.name ?? fh.domain(url), url });
  }

  /** @param {{ id: number, title: string, url: string }} tab */
  function compareTab(tab) {
    const { current } = fh.page;
    if (!current) return;
    void ask({ type: 'compareTab', tab: tab.id, page: current.page }, { name: 'comparing', outlet: fh.domain(tab.url) || tab.title });
  }

  async function chooseTab() {
    const before = fh.surfaces.state;
    const answer = await fh.send({ type: 'tabs' });
    fh.surfaces.go({ name: 'tabs', tabs: 'tabs' in answer ? answer.tabs : [], before }, true);
    fh.notice.focus();
  }

  /** From a choice to what was said before it. */
  function leaveTabs() {
    fh.surfaces.go(fh.surfaces.state.before ?? { name: 'none' }, true);
  }

  function stop() {
    void fh.send({ type: 'stop' });
    fh.page.begin();
    fh.surfaces.expect(false);
    const { current } = fh.page;
    if (current) fh.surfaces.go(fh.stateOf(current), true);
    fh.notice.focus();
  }

  fh.reader = {
    shortcut, scrollTo, visit, step, removeFinding, removeAll, restore, switchLayer, markOpinion, showSame, compare, compareTab, chooseTab, leaveTabs, stop,
  };
})();
