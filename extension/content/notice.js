// What is said of a page without a comparison: one notice at a time, in the place of the panel.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { el, text, icon } = fh;

  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').NoticeText} NoticeText */

  /** @type {HTMLElement | null} */ let notice = null;

  /** @param {string} label @param {() => void} act @param {string} [name] */
  const button = (label, act, name = 'link quiet') => el('button', { type: 'button', class: name, onclick: act }, label);

  /** The crediting sentence, the name in it in bold. @param {import('../types/core').Credit | undefined} credit */
  function credited(credit) {
    if (!credit?.sentence) return [];
    const at = credit.sentence.toLowerCase().indexOf(credit.name.toLowerCase());
    const said = fh.parts.marked(credit.sentence, at >= 0 ? [[at, at + credit.name.length]] : [], 'b', 220);
    return [el('p', { class: 'small muted' }, fh.rich('page_quoted', el('span', {}, said)))];
  }

  const byTab = (name = 'link quiet') => button(text('page_compareWithTab'), () => fh.reader.chooseTab(), name);

  /** Where own words are marked without a comparison: the list that leads to them. @param {import('../types/content').State} state @param {Reading | null} reading */
  const ownWords = (state, reading) => (reading?.findings.own.length && !state.list
    ? button(text('page_showOwn', reading.findings.own.length), () => fh.surfaces.go({ ...state, list: true })) : null);

  /** @param {string | null | undefined} url */
  const openOriginal = (url, name = 'link') => fh.link(url, { class: name, 'data-original': true }, text('page_openTheOriginal'), ' ', icon('out'));

  fh.noticeFor = (state, reading) => {
    const said = noticeOf(state, reading);
    // Said along with what the reading found, and with nothing else.
    if (!said || !reading?.findings.opinion || state.name !== reading.report.finding) return said;
    return { ...said, body: [...said.body, text('page_opinionText')], acts: [...said.acts, button(text('page_markThem'), () => fh.reader.markOpinion(), said.acts.length ? 'link quiet' : 'link')] };
  };

  /**
   * @param {import('../types/content').State} state @param {Reading | null} reading
   * @returns {NoticeText | null} `null` where the panel speaks for itself
   */
  function noticeOf(state, reading) {
    const report = reading?.report;
    const title = fh.titleOf(state, reading);
    switch (state.name) {
      case 'credits': {
        const credit = report?.credits[0];
        return {
          title, body: credited(credit),
          acts: [button(text('page_compare'), () => fh.reader.compare(credit?.url), 'btn primary'), button(text('page_notNow'), () => fh.surfaces.leave())],
          after: [el('p', { class: 'priv' }, text('page_fetches', fh.domain(credit?.url)))],
        };
      }
      case 'unlinked':
        return { title, body: [...credited(report?.credits[0]), text('page_unlinked')], acts: [byTab('link')] };
      case 'forbidden': {
        const credit = report?.credits[0];
        return { title, body: [...credited(credit), text('page_never')], acts: [openOriginal(credit?.url), byTab()] };
      }
      case 'comparing':
        return {
          title,
          body: state.url ? [text('page_readingOne', fh.domain(state.url))] : [],
          acts: [button(text('page_stop'), () => fh.reader.stop())],
          middle: [el('div', { class: 'progress', role: 'progressbar', 'aria-label': text('page_comparingLabel') }, el('i'))],
        };
      case 'same_event': {
        const source = report && fh.about(report);
        if (!reading || !source) return null;
        const { counts } = reading.findings;
        const n = counts.traced;
        const day = fh.day(source.published);
        const name = fh.outlet(source);
        const where = day ? text('page_outletDate', name, day) : name;
        return {
          title,
          body: [n ? text(n === 1 ? 'page_sameEventOne' : 'page_sameEventText', n, counts.total, where) : text('page_sameEventNone', where)],
          acts: [
            fh.link(source.url, { class: 'link', 'data-original': true }, text('page_readOutlet', name), ' ', icon('out')),
            n ? button(reading.choice.same ? text('page_hideThem') : n === 1 ? text('page_showSentence') : text('page_showSentences', n), () => fh.reader.showSame()) : '',
          ],
        };
      }
      // It was compared, and nothing of the report is here.
      case 'untraced': {
        const source = report && fh.about(report);
        if (!source) return null;
        const name = fh.outlet(source);
        return {
          title, body: [],
          acts: [fh.link(source.url, { class: 'link', 'data-original': true }, text('page_readOutlet', name), ' ', icon('out')), byTab()],
        };
      }
      case 'original': {
        const copies = report?.sources.filter(s => s.is_copy) ?? [];
        const n = copies.length;
        return {
          title,
          body: [
            ...(n ? [text(n === 1 ? 'page_originalOne' : 'page_originalText', n)] : []),
            ...(n && state.list ? [el('ul', { class: 'pages' }, copies.map(s => el('li', {}, fh.link(s.url, { class: 'link' }, s.title || fh.outlet(s)))))] : []),
          ],
          acts: n && !state.list ? [button(n === 1 ? text('page_showPage') : text('page_showPages', n), () => fh.surfaces.go({ name: 'original', list: true }), 'link')] : [],
        };
      }
      case 'nothing':
        return { title, body: [text('page_nothingText')], acts: [button(text('page_addOriginal'), () => fh.reader.chooseTab(), 'link')] };
      case 'opinion':
        return { title, body: reading?.findings.opinion ? [] : [text('page_nothingText')], acts: [] };
      case 'sign_in':
        return {
          title, body: [text('page_signInText', fh.domain(state.url))],
          acts: [openOriginal(state.url, 'btn primary'), byTab(), ownWords(state, reading)],
        };
      case 'failed':
        return {
          title,
          body: [`${text(state.code === 'timeout' || state.code === 'offline' ? 'page_failedText' : 'page_failedOther', fh.domain(state.url), state.at ?? '')} ${
            text(reading?.findings.own.length ? 'page_onlyOwnMarked' : 'page_nothingMarked')}`],
          acts: [button(text('page_tryAgain'), () => fh.reader.compare(state.url ?? ''), 'btn plain'), openOriginal(state.url), ownWords(state, reading)],
        };
      case 'tabs':
        return {
          title,
          body: [state.tabs?.length
            ? el('ul', { class: 'pages' }, state.tabs.map(tab => el('li', {},
              button(tab.title || tab.url, () => fh.reader.compareTab(tab), 'link'), el('span', { class: 'src' }, fh.domain(tab.url)))))
            : text('page_noTabs')],
          acts: [button(text('page_back'), () => fh.reader.leaveTabs())],
        };
      case 'removed':
        return { title, body: [], acts: [button(text('page_markAgain'), () => fh.reader.restore(), 'link')] };
      case 'not_article':
        return { title, body: [], acts: [] };
      case 'off':
        return {
          title, body: [text('page_offText')],
          acts: [button(text('page_switchOn'), () => fh.reader.switchLayer({ on: true }), 'btn plain')],
        };
      default:
        return null;
    }
  }

  /** @param {NoticeText} said */
  async function show(said) {
    const top = await fh.frame.open(true);
    const focused = !!notice && notice.contains(fh.frame.active);
    if (!notice) {
      notice = el('section', { class: 'notice docked', id: 'fh-panel', role: 'region', 'aria-label': text('page_firsthand') });
      top.append(notice);
    }
    notice.replaceChildren(
      el('div', { class: 'top' }, el('span', { class: 'glyph' }, icon('glyph')), el('h2', { tabindex: '-1', id: 'fh-notice' }, said.title),
        fh.parts.foldButton(() => fh.surfaces.fold())),
      ...said.body.map(node => (typeof node === 'string' ? el('p', { class: 'small muted' }, node) : node)),
      ...(said.middle ?? []),
      said.acts.length ? el('div', { class: 'acts' }, said.acts) : '',
      ...(said.after ?? []));
    if (focused) focus();
  }

  function close() {
    notice?.remove();
    notice = null;
  }
  const focus = () => /** @type {HTMLElement | null} */ (notice?.querySelector('h2'))?.focus({ preventScroll: true });

  fh.notice = {
    show, close, focus,
    get shown() { return !!notice; },
    get holdsFocus() { return !!notice && notice.contains(fh.frame.active); },
  };
})();
