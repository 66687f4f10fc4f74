// The panel: everything that is marked, as lists that a keyboard reaches. Highlights cannot take focus; these can.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { el, text, icon } = fh;

  /** @typedef {import('../types/content').Finding} Finding */
  /** @typedef {import('../types/content').Reading} Reading */

  /** Items shown before "Show all". */
  const FIRST = 2;
  /** Longest words of a list item, in code units. */
  const ITEM = 110;
  /** Longest sentence of the report in a list item. */
  const SAID = 170;

  /** @type {HTMLElement | null} */ let panel = null;
  /** What scrolls stands inside what is rounded, or a scrollbar would square the corners. @type {HTMLElement} */
  let scroller;
  /** @type {Map<string, HTMLElement>} */ let items = new Map();
  /** What the reader opened stays open when the panel is drawn again. @type {Set<string>} */
  const unfolded = new Set();
  /** @type {Set<string>} */ const folded = new Set();

  /** What is listed of a stop. @param {import('../types/content').Stop} stop */
  const nameOf = ({ finding, change }) => (change ? `${finding.key} ${change.span.start}:${change.span.end}` : finding.key);

  /** The page's words, which lead to it. @param {Reading} reading @param {import('../types/content').Stop} stop @param {(Node | string)[]} label @param {string} [name] */
  function find(reading, stop, label, name = 'find') {
    const button = el('button', { type: 'button', class: name, onclick: () => fh.reader.visit(reading, stop) }, label);
    items.set(nameOf(stop), button);
    return button;
  }

  /** @param {Reading} reading @param {Finding} finding @param {(Node | string)[]} label @param {(Node | null)[]} more */
  const item = (reading, finding, label, ...more) => el('li', { class: 'item' }, find(reading, { finding }, label), ...more);

  /** @param {Reading} reading @param {Finding} finding */
  function reportItem(reading, finding) {
    const trace = finding.traces[0];
    if (finding.kind === 'exact') {
      const words = finding.extent.map(span => fh.parts.words(reading, span)).join(' … ');
      const quotation = finding.traces.find(t => t.kind === 'quotation') ?? trace;
      const number = fh.link(quotation.href, { class: 'no inline', 'aria-label': text('page_readSentence', quotation.sentence), 'data-original': true }, String(quotation.sentence));
      return item(reading, finding, [el('span', { class: 'k k-exact' }, fh.cut(words, SAID))],
        el('p', { class: 'why' }, fh.rich('page_wordForWordIn', number)));
    }
    return item(reading, finding, [fh.cut(fh.parts.words(reading, finding.sentence), ITEM)],
      fh.parts.from(trace.sentence, trace.href, fh.parts.marked(trace.text, finding.traces.filter(t => t.sentence === trace.sentence).flatMap(t => t.shared), 'b', SAID)));
  }

  /** @param {Reading} reading @param {Finding} finding */
  function changedItem(reading, finding) {
    const { altered } = finding;
    return el('li', { class: 'item' },
      altered.map(change => find(reading, { finding, change }, fh.parts.swap(change), 'find swap')),
      fh.parts.versus(reading, finding, altered, SAID),
      el('p', { class: 'why' }, fh.parts.against(altered).map(said => [...fh.rich('page_inSentence',
        fh.link(said.href, { class: 'no inline', 'aria-label': text('page_readSentence', said.sentence), 'data-original': true }, String(said.sentence))), ' ']).flat()));
  }

  /** @param {Reading} reading @param {Finding} finding */
  function ownItem(reading, finding) {
    const { source } = reading.findings;
    const words = el('span', { class: finding.kind === 'writer' ? 'k k-writer' : 'k k-nobody' },
      fh.cut(finding.extent.map(span => fh.parts.words(reading, span)).join(' … '), ITEM));
    if (finding.kind === 'nobody') return item(reading, finding, [words], el('p', { class: 'why' }, text('page_creditedNoOne')));
    const c = finding.characterization;
    const compared = !!source && c?.in_source !== null;
    const near = compared ? c?.nearest : null;
    const why = c?.credited ? text(near ? 'page_creditedNearest' : 'page_creditedNotInReport', fh.outlet(source))
      : text(near ? 'page_ownNearest' : compared ? 'page_notInReport' : 'page_notHere');
    return item(reading, finding, [words], el('p', { class: 'why' }, why),
      near ? fh.parts.from(near.sentence, near.href, fh.parts.marked(near.text, [], 'b', SAID)) : null);
  }

  /**
   * @param {string} id @param {string} label @param {HTMLElement[]} list @param {(Node | null)[]} [before] @param {number} [n] what the list counts
   */
  function section(id, label, list, before = [], n = list.length) {
    if (!list.length && !before.some(Boolean)) return null;
    const open = !folded.has(id);
    const all = unfolded.has(id) || list.length <= FIRST + 1;
    const ol = el('ol', { class: 'items', id: `fh-${id}` });
    ol.hidden = !open;
    const more = el('li', {}, el('button', {
      type: 'button', class: 'link', onclick: () => {
        unfolded.add(id);
        more.remove();
        rest.forEach(li => { li.hidden = false; });
        /** @type {HTMLElement | null} */ (rest[0]?.querySelector('button, a'))?.focus();
      },
    }, text('page_showAll', n)));
    const rest = all ? [] : list.slice(FIRST);
    rest.forEach(li => { li.hidden = true; });
    ol.append(...before.filter(node => node !== null), ...list, ...(rest.length ? [more] : []));
    const button = el('button', {
      type: 'button', 'aria-expanded': String(open), 'aria-controls': ol.id, onclick: () => {
        const now = ol.hidden;
        ol.hidden = !now;
        if (now) folded.delete(id); else folded.add(id);
        button.setAttribute('aria-expanded', String(now));
      },
    }, text(label), ' ', el('span', { class: 'n' }, n ? String(n) : ''), icon('chevron'));
    return el('section', { class: 'sec' }, el('h3', {}, button), ol);
  }

  /** Distance in days, as words; nothing where it is not known. @param {import('../types/core').Source} source */
  function when(source) {
    const day = fh.day(source.published);
    if (!day) return '';
    const days = source.days_earlier;
    if (days === null || days === undefined || days < 0) return day;
    const key = days === 0 ? 'page_sameDay' : days === 1 ? 'page_oneDayEarlier' : 'page_daysEarlier';
    return text(key, day, days);
  }

  /** @param {Reading} reading */
  function head(reading) {
    const { report } = reading;
    const source = fh.about(report);
    if (!source) return null;
    const strip = fh.parts.strip(reading);
    // A shortcut for the pointer; everything in it is in the lists too.
    strip.addEventListener('click', event => {
      const i = Number(/** @type {HTMLElement} */ (event.target).dataset.i ?? NaN);
      const at = reading.findings.outline[i]?.span;
      if (!at) return;
      const finding = reading.findings.all.find(f => f.extent.some(e => e.block === at.block && e.start < at.end && e.end > at.start))
        ?? reading.findings.all.find(f => f.sentence.block === at.block && f.sentence.start < at.end && f.sentence.end > at.start);
      if (finding) fh.reader.visit(reading, { finding, change: finding.altered[0] }); else fh.reader.scrollTo(reading, at);
    });
    return el('header', { class: 'head' },
      el('p', { class: 'rel', id: 'fh-rel' }, text(report.finding === 'draws_on' ? 'page_drawsOnLabel' : 'page_rewriteOfLabel')),
      el('h2', { tabindex: '-1', id: 'fh-heading', 'aria-labelledby': 'fh-rel fh-heading' }, fh.outlet(source)),
      source.title && source.title !== fh.outlet(source) ? el('p', { class: 'title' }, source.title) : null,
      el('p', { class: 'meta' }, [source.byline ?? '', when(source)].filter(Boolean).join(' · ')),
      source.url ? el('p', { class: 'go' },
        fh.link(source.url, { class: 'btn primary', 'data-original': true }, text('page_readTheOriginal'), ' ', icon('out')),
        el('span', { class: 'muted small' }, fh.domain(source.url))) : null,
      el('p', { class: 'count' }, fh.rich(reading.findings.counts.traced === 1 ? 'page_traceOne' : 'page_trace', el('b', {}, text('page_nOfTotal', reading.findings.counts.traced, reading.findings.counts.total)))),
      strip,
      fh.parts.legend(reading));
  }

  /** The panel of a page without a comparison: what is said of it, then the lists. @param {Reading} reading @param {import('../types/content').NoticeText} notice */
  function plainHead(reading, notice) {
    return el('header', { class: 'head plain' },
      el('h2', { tabindex: '-1', id: 'fh-heading' }, notice.title),
      ...notice.body.map(node => (typeof node === 'string' ? el('p', { class: 'small muted' }, node) : node)),
      notice.acts.length ? el('div', { class: 'acts' }, notice.acts) : null);
  }

  /** @param {Reading} reading @param {import('../types/content').NoticeText | null} notice */
  function build(reading, notice) {
    const { findings, settings, site, report } = reading;
    const compared = !notice;
    items = new Map();
    const quiet = report.quiet === 'opinion' && settings.words && !reading.choice.opinion && compared;
    const sections = [
      section('report', 'page_fromTheReport', findings.report.map(f => reportItem(reading, f))),
      section('changed', 'page_changedSection', findings.changed.map(f => changedItem(reading, f)), [], findings.stops.filter(stop => stop.change).length),
      section('left', 'page_leftOut', findings.left.map(l => el('li', { class: 'item' }, fh.parts.from(l.sentence, l.href, [l.text])))),
      section('own', 'page_ownWords', findings.own.map(f => ownItem(reading, f)), quiet ? [el('li', { class: 'item' },
        el('p', { class: 'why' }, text('page_opinionText')),
        el('button', { type: 'button', class: 'link', onclick: () => fh.reader.markOpinion() }, text('page_markThem')))] : []),
    ];
    return [
      el('div', { class: 'bar' }, el('span', { class: 'glyph' }, icon('glyph')), el('span', { class: 'grow' }, text('page_firsthand')),
        fh.parts.foldButton(() => fh.surfaces.fold())),
      notice ? plainHead(reading, notice) : head(reading) ?? '',
      el('div', { class: 'body' }, sections),
      el('footer', { class: 'foot' },
        fh.parts.toggle(text('page_switchReport', site), settings.report, on => fh.reader.switchLayer({ report: on })),
        fh.parts.toggle(text('page_switchWords', site), settings.words, on => fh.reader.switchLayer({ words: on })),
        el('div', { class: 'row' },
          compared ? el('button', { type: 'button', class: 'link quiet', 'data-not-right': true, onclick: () => form(reading) }, text('page_notRight')) : el('span'),
          el('button', { type: 'button', class: 'link quiet', onclick: () => void fh.send({ type: 'open', what: 'options' }) }, text('settings')))),
    ];
  }

  /** "Not right?" of the whole comparison. @param {Reading} reading */
  function form(reading) {
    if (!panel) return;
    const { source } = reading.findings;
    const row = panel.querySelector('.foot .row');
    const box = el('section', { class: 'form' });
    const back = () => {
      box.replaceWith(.../** @type {Node[]} */ (row ? [row] : []));
      /** @type {HTMLElement | null} */ (row?.querySelector('[data-not-right]'))?.focus();
    };
    box.append(...fh.parts.notRight(['page_nr_notRewrite', 'page_nr_else'], {
      remove: 'page_removeMarks',
      details: () => [text(reading.report.finding === 'draws_on' ? 'page_drawsOn' : 'page_rewriteOf', fh.outlet(source)), reading.page.url ?? '', source?.url ?? ''].join('\n'),
      back,
      done: reason => {
        void fh.send({ type: 'notRight', note: { url: reading.page.url ?? '', kind: 'page', words: source?.url ?? '', reason } });
        void fh.reader.removeAll(reading);
      },
    }));
    row?.replaceWith(box);
    // Where the foot sticks it is in sight already, and scrolling to it would only take the head away.
    box.querySelector('input')?.focus({ preventScroll: true });
    if (box.getBoundingClientRect().bottom > scroller.getBoundingClientRect().bottom) box.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Reading} reading @param {import('../types/content').NoticeText | null} notice what to say where nothing was compared */
  async function show(reading, notice) {
    const top = await fh.frame.open(true);
    if (!panel) {
      scroller = el('div', { class: 'scroll' });
      panel = el('aside', { class: 'panel docked', id: 'fh-panel', 'aria-label': text('page_firsthand') }, scroller);
      top.append(panel);
    }
    const at = scroller.scrollTop;
    // Drawn again under the reader's hands: the focus goes back to where it was.
    const focused = panel.contains(fh.frame.active) ? [...panel.querySelectorAll('button, a, h2')].indexOf(/** @type {any} */ (fh.frame.active)) : -1;
    scroller.replaceChildren(...build(reading, notice));
    scroller.scrollTop = at;
    if (focused >= 0) {
      const all = panel.querySelectorAll('button, a, h2');
      const sw = /** @type {HTMLElement | undefined} */ (all[Math.min(focused, all.length - 1)]);
      sw?.focus({ preventScroll: true });
    }
  }

  function close() {
    panel?.remove();
    panel = null;
  }

  fh.panel = {
    show, close,
    box: () => panel?.getBoundingClientRect() ?? null,
    focus: () => /** @type {HTMLElement | null} */ (panel?.querySelector('#fh-heading'))?.focus({ preventScroll: true }),
    /** @param {import('../types/content').Stop} stop */
    focusItem: stop => {
      const button = items.get(nameOf(stop));
      if (!button) return false;
      const li = button.closest('li');
      const list = button.closest('ol');
      if (list?.hidden) /** @type {HTMLElement | null} */ (list.parentElement?.querySelector('h3 button'))?.click();
      if (li?.hidden) /** @type {HTMLElement | null} */ (list?.querySelector(':scope > li:last-child > button.link'))?.click();
      button.focus();
      return true;
    },
    /** Where the reader is, in the strip. @param {Reading} reading @param {Finding | null} finding */
    here: (reading, finding) => {
      if (!panel) return;
      const at = finding?.sentence;
      const index = at ? reading.report.outline.findIndex(s => s.span.block === at.block && s.span.start <= at.start && s.span.end > at.start) : -1;
      panel.querySelectorAll('.strip span').forEach((part, i) => part.classList.toggle('here', i === index));
    },
    get shown() { return !!panel; },
    get holdsFocus() { return !!panel && panel.contains(fh.frame.active); },
    get element() { return panel; },
  };
})();
