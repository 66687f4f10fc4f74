// The card under a mark: what the report says there, before anything is said about it.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { el, text, icon } = fh;

  /** @typedef {import('../types/content').Finding} Finding */
  /** @typedef {import('../types/content').Reading} Reading */

  /** How many of the report's sentences one card shows. */
  const MOST = 2;

  /** The longest words of the page that are read out, in code units. */
  const LONGEST = 300;

  /** @type {HTMLElement | null} */ let card = null;
  /**
   * @typedef {object} Shown
   * @property {Reading} reading
   * @property {Finding} finding
   * @property {import('../types/content').MarkKind} kind
   * @property {import('../types/core').Altered} [change] the one that it is about, of those in the sentence
   * @property {DOMRect | null} box
   */

  /** @type {Shown | null} */ let shown = null;
  /** @type {() => void} */ let onclose = () => {};

  /** What of the page a card is about: a changed sentence may be asked after one change, or after the rest of it. @param {Shown} of */
  function extentOf({ finding, kind, change }) {
    if (finding.kind !== 'changed') return finding.extent;
    if (kind === 'changed') return change ? [change.span] : finding.extent;
    return tracesOf(finding, kind).map(trace => trace.span);
  }

  /** @param {Shown} of */
  const wordsOf = of => extentOf(of).map(span => fh.parts.words(of.reading, span)).join(' … ');

  /** Words that will be put in quotation marks, without their own around all of them. @param {string} words */
  const unquoted = words => words.replace(/^["“](.*)["”]$/s, (whole, inner) => (/["“”]/.test(inner) ? whole : inner));

  /** @param {Finding} finding @param {string} kind */
  function tracesOf({ traces }, kind) {
    const quoted = kind === 'exact' ? traces.filter(trace => trace.kind === 'quotation') : [];
    return quoted.length ? quoted : traces;
  }

  /** What the sentence around a span has from the report. @param {Reading} reading @param {import('../types/core').Span} span */
  function traceAround({ report, findings }, { block, start }) {
    const sentence = report.outline.find(({ span }) => span.block === block && span.start <= start && span.end > start)?.span;
    return sentence && findings.source?.traces.find(({ span }) => span.block === block && span.start < sentence.end && span.end > sentence.start);
  }

  /** @param {Shown} of */
  function title({ kind, change }) {
    switch (kind) {
      case 'exact': return 'page_wordForWord';
      case 'changed': return `page_changed_${change?.kind ?? 'quotation'}`;
      case 'writer': return 'page_ownWords';
      case 'nobody': return 'page_noOneNamed';
      default: return 'page_fromTheReport';
    }
  }

  /** @param {Shown} of */
  function content(of) {
    const { reading, finding, kind, change } = of;
    const { source } = reading.findings;
    const name = fh.outlet(source);
    /** @type {(string | Node)[]} */ const body = [];
    /** @type {HTMLElement | null} */ let read = null;
    const there = (/** @type {string | null | undefined} */ href, key = 'page_readItThere') =>
      (href ? fh.link(href, { class: 'link', 'data-original': true }, text(key), ' ', icon('out')) : null);
    const place = (/** @type {number} */ sentence) =>
      el('p', { class: 'src' }, text('page_place', name, sentence, source?.sentences ?? sentence));

    if (kind === 'changed' && change) {
      body.push(el('p', { class: 'swap' }, fh.parts.swap(change)), fh.parts.versus(reading, finding, [change]), place(change.sentence));
      read = there(change.href);
    } else if (kind === 'traced' || kind === 'exact') {
      /** @type {Map<number, import('../types/core').Trace[]>} */
      const perSentence = new Map();
      for (const trace of tracesOf(finding, kind)) {
        perSentence.set(trace.sentence, [...(perSentence.get(trace.sentence) ?? []), trace]);
      }
      for (const [sentence, those] of [...perSentence].slice(0, MOST)) {
        body.push(el('p', { class: 'report' }, fh.parts.marked(those[0].text, those.flatMap(t => t.shared), 'b')), place(sentence));
        read ??= there(those[0].href);
      }
    } else if (kind === 'writer') {
      const c = finding.characterization;
      const compared = !!source && c?.in_source !== null;
      body.push(el('p', {}, c?.credited ? text('page_creditedNotInReport', name) : text(compared ? 'page_notInReport' : 'page_notHere')));
      if (compared && c?.nearest) {
        body.push(el('div', { class: 'near' },
          el('p', { class: 'src' }, text('page_nearest', c.nearest.sentence, source.sentences)),
          el('p', { class: 'report' }, c.nearest.text)));
        read = there(c.nearest.href);
      }
    } else {
      const trace = traceAround(reading, finding.extent[0]);
      body.push(el('p', {}, text(source && !trace ? 'page_namesNoOneCompared' : 'page_namesNoOne', wordsOf(of))));
      if (trace) {
        body.push(el('p', { class: 'report' }, fh.parts.marked(trace.text, trace.shared, 'b')), place(trace.sentence));
        read = there(trace.href);
      }
    }
    if (!read && source?.url) read = there(source.url, 'page_readTheOriginal');
    return { body, read };
  }

  /** @param {Shown} of */
  function details(of) {
    const { reading, finding, kind, change } = of;
    const { source } = reading.findings;
    const said = (kind === 'changed' ? change : tracesOf(finding, kind)[0]) ?? finding.characterization?.nearest;
    return [
      text(title(of)),
      `${reading.page.url ?? ''}`,
      `${text('page_page')}: ${wordsOf(of)}`,
      said ? `${text('page_report')} (${fh.outlet(source)}, ${said.sentence}): ${said.text}` : '',
      finding.characterization?.reason ?? '',
    ].filter(Boolean).join('\n');
  }

  /** @param {Shown} of */
  function fill(of) {
    if (!card) return;
    const { reading, finding, kind, change } = of;
    const { stops } = reading.findings;
    const at = stops.findIndex(stop => stop.finding === finding && stop.change === change);
    const { body, read } = content(of);
    const arrow = (/** @type {string} */ name, /** @type {number} */ step) => el('button', {
      type: 'button', class: 'icon-btn', 'data-step': step, 'aria-label': text(step < 0 ? 'page_previous' : 'page_next'), onclick: () => fh.reader.step(step),
    }, icon(name));
    card.replaceChildren(
      el('h2', { class: 'kind', id: 'fh-card-title' }, icon(kind), text(title(of)),
        el('span', { class: 'at' }, text('page_iOfN', at + 1, stops.length))),
      // Who sees the page sees which words are meant.
      el('p', { class: 'vh', id: 'fh-card-words' }, text('page_onPage', fh.cut(unquoted(wordsOf(of)), LONGEST))),
      ...body,
      el('div', { class: 'acts' }, read,
        el('button', { type: 'button', class: 'link quiet', onclick: () => form(of) }, text('page_notRight')),
        el('span', { class: 'nav' }, arrow('up', -1), arrow('down', 1))));
  }

  /** @param {Shown} of */
  function form(of) {
    if (!card) return;
    const { reading, finding } = of;
    const own = finding.kind === 'writer' || finding.kind === 'nobody';
    const keys = own ? ['page_nr_quoted', 'page_nr_reportSays', 'page_nr_fact', 'page_nr_else']
      : ['page_nr_different', 'page_nr_another', 'page_nr_notRewrite', 'page_nr_else'];
    const words = wordsOf(of);
    card.replaceChildren(...fh.parts.notRight(keys, {
      remove: 'page_removeMark',
      details: () => details(of),
      back: () => { fill(of); card?.focus(); },
      done: reason => {
        void fh.send({ type: 'notRight', note: { url: reading.page.url ?? '', kind: finding.kind, words, reason } });
        close(true);
        void fh.reader.removeFinding(reading, finding);
      },
    }));
    card.setAttribute('aria-labelledby', card.querySelector('h2')?.id ?? '');
    /** @type {HTMLElement | null} */ (card.querySelector('input'))?.focus();
    place();
  }

  /**
   * @param {Reading} reading @param {Finding} finding
   * @param {Partial<Shown> & { focus?: boolean, closed?: () => void }} [how] without a `change`, a changed sentence's first
   */
  async function show(reading, finding, how = {}) {
    const kind = how.kind ?? finding.kind;
    const top = await fh.frame.open(true);
    if (!card) {
      card = el('section', { class: 'card floating', role: 'dialog', tabindex: '-1', 'aria-labelledby': 'fh-card-title', 'aria-describedby': 'fh-card-words' });
      card.addEventListener('pointerenter', () => fh.pointer.hold());
      card.addEventListener('pointerleave', () => fh.pointer.leave());
      top.append(card);
      addEventListener('scroll', follow, { capture: true, passive: true });
      addEventListener('resize', follow, { passive: true });
    }
    shown = { reading, finding, kind, change: how.change ?? finding.altered[0], box: how.box ?? null };
    if (how.closed) onclose = how.closed;
    fill(shown);
    card.setAttribute('aria-labelledby', 'fh-card-title');
    fh.marked.activate(reading, extentOf(shown));
    place();
    if (how.focus) card.focus({ preventScroll: true });
  }

  /** Under the mark, above it if there is no room; left edges aligned (right ones where text runs to the left). */
  function place() {
    if (!card || !shown) return;
    const { reading, finding, box } = shown;
    const boxes = fh.marked.rangesOf(reading, extentOf(shown)).flatMap(range => [...range.getClientRects()]).filter(r => r.width > 0);
    const width = card.offsetWidth;
    const height = card.offsetHeight;
    const wide = document.documentElement.clientWidth || innerWidth;
    const panel = fh.panel.box();
    // Beside the panel if there is room for both.
    const right = panel && panel.left > width + 24 ? panel.left - 8 : wide - 12;
    if (!boxes.length) {
      card.style.left = `${Math.max(12, right - width)}px`;
      card.style.top = '12px';
      return;
    }
    let head = Math.min(...boxes.map(b => b.top));
    let foot = Math.max(...boxes.map(b => b.bottom));
    const left = Math.min(...boxes.map(b => b.left));
    const end = Math.max(...boxes.map(b => b.right));
    // A mark of many lines: the line that the pointer is on.
    if (box && foot - head > innerHeight * 0.4) {
      const line = boxes.reduce((a, b) => (Math.abs(b.top - box.top) < Math.abs(a.top - box.top) ? b : a));
      head = line.top;
      foot = line.bottom;
    }
    const block = reading.collection.blocks[finding.extent[0].block]?.element;
    const rtl = block ? getComputedStyle(block).direction === 'rtl' : false;
    const x = Math.max(12, Math.min(rtl ? end - width : left, right - width));
    const below = foot + 8;
    const above = head - 8 - height;
    const y = below + height <= innerHeight - 8 || above < 8 ? Math.min(below, Math.max(8, innerHeight - height - 8)) : above;
    card.style.left = `${x}px`;
    card.style.top = `${y}px`;
  }

  let framed = false;
  function follow() {
    if (framed) return;
    framed = true;
    requestAnimationFrame(() => { framed = false; place(); });
  }

  /** @param {boolean} [silent] the focus is seen to elsewhere */
  function close(silent = false) {
    if (!card) return;
    removeEventListener('scroll', follow, { capture: true });
    removeEventListener('resize', follow);
    card.remove();
    card = null;
    shown = null;
    fh.marked.activate(null, []);
    const then = onclose;
    onclose = () => {};
    if (!silent) then();
  }

  fh.card = {
    show, close, place,
    get shown() { return shown; },
    get holdsFocus() { return !!card && card.contains(fh.frame.active); },
    get element() { return card; },
  };
})();
