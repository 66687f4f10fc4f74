// Pieces that several surfaces show: the strip, a report's sentence, what became of it, the form "Not right?".
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));
  const { el, text, icon } = fh;

  /** @typedef {import('../types/content').Finding} Finding */
  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/core').Span} Span */

  /** The words on the page. @param {Reading} reading @param {Span} span */
  const words = (reading, span) => reading.collection.blocks[span.block]?.text.slice(span.start, span.end).replace(/\s+/g, ' ') ?? '';

  /**
   * Text with some stretches set in another element, cut around the first of them where it is too long.
   * @param {string} whole @param {[number, number][]} stretches @param {'b' | 'ins'} tag @param {number} [max]
   */
  function marked(whole, stretches, tag, max = Infinity) {
    const sorted = stretches.filter(([a, b]) => b > a && a < whole.length).sort((a, b) => a[0] - b[0]);
    let from = 0;
    let to = whole.length;
    if (whole.length > max) {
      const [a, b] = sorted[0] ?? [0, 0];
      // Show the first stretch with what leads up to it.
      if (b > max * 0.8) from = whole.indexOf(' ', Math.max(0, a - max * 0.35)) + 1;
      if (whole.length - from > max) to = from + fh.cut(whole.slice(from), max).length - 1;
    }
    /** @type {(Node | string)[]} */
    const out = [from > 0 ? '…' : ''];
    let at = from;
    for (const [a, b] of sorted) {
      const start = Math.max(a, at);
      const end = Math.min(b, to);
      if (end <= start) continue;
      out.push(whole.slice(at, start), el(tag, {}, whole.slice(start, end)));
      at = end;
    }
    out.push(whole.slice(at, to), to < whole.length ? '…' : '');
    return out;
  }

  /** A sentence of the report with the number that leads to it. */
  /** @param {number} sentence @param {string | null} href @param {(Node | string)[]} said */
  function from(sentence, href, said) {
    return el('p', { class: 'from' },
      fh.link(href, { class: 'no', 'aria-label': text('page_readSentence', sentence), 'data-original': true }, String(sentence)),
      el('span', { class: 'report' }, said));
  }

  /** `want → demand` @param {import('../types/core').Altered} change */
  const swap = change => [fh.cut(change.source, 60), el('span', { class: 'to', role: 'img', 'aria-label': text('page_became') }, '→'), fh.cut(change.page, 60)];

  /** One sentence may carry changes against several of the report's: the first change against each. @param {import('../types/core').Altered[]} changes */
  const against = changes => changes.filter((a, i, all) => all.findIndex(b => b.sentence === a.sentence) === i);

  /** What the report has and what the page has. @param {Reading} reading @param {Finding} finding @param {import('../types/core').Altered[]} changes @param {number} [max] */
  function versus(reading, { sentence }, changes, max) {
    return el('dl', { class: 'versus' },
      el('dt', {}, text('page_report')),
      against(changes).map(said => el('dd', { class: 'report' },
        marked(said.text, changes.filter(a => a.sentence === said.sentence).map(a => a.text_at), 'b', max))),
      el('dt', {}, text('page_page')),
      el('dd', {}, marked(words(reading, sentence),
        changes.filter(a => a.span.block === sentence.block).map(a => [a.span.start - sentence.start, a.span.end - sentence.start]), 'ins', max)));
  }

  /** The map of the page. @param {Reading} reading */
  function strip(reading) {
    const { outline, counts } = reading.findings;
    const spans = outline.map((s, i) => {
      const part = el('span', { class: fh.parts.shapes[s.kind], 'data-i': i });
      part.style.setProperty('--w', String(Math.max(1, s.span.end - s.span.start)));
      return part;
    });
    return el('div', {
      class: 'strip', role: 'img',
      'aria-label': text('page_map', counts.total, counts.report, counts.changed, counts.own, counts.other),
    }, spans);
  }

  /** @param {Reading} reading */
  function legend(reading) {
    const { counts } = reading.findings;
    /** @type {['t' | 'c' | 'w' | 'o', string, number][]} */
    const rows = [['t', 'page_legendReport', counts.report], ['c', 'page_legendChanged', counts.changed],
      ['w', 'page_legendOwn', counts.own], ['o', 'page_legendOther', counts.other]];
    // No numbers: the strip is of sentences, the lists below it of findings, and a sentence may hold several.
    return el('ul', { class: 'legend', 'aria-hidden': 'true' },
      rows.filter(row => row[2] > 0).map(([kind, key]) => el('li', {}, el('i', { class: kind }), text(key))));
  }

  /** A switch for a layer of this site. @param {string} label @param {boolean} on @param {(on: boolean) => void} change */
  function toggle(label, on, change) {
    const button = el('button', {
      type: 'button', class: 'switch', role: 'switch', 'aria-checked': String(on),
      onclick: () => {
        const next = button.getAttribute('aria-checked') !== 'true';
        button.setAttribute('aria-checked', String(next));
        change(next);
      },
    }, el('span', {}, label), el('i'));
    return button;
  }

  /** @param {() => void} fold */
  const foldButton = fold => el('button', { type: 'button', class: 'icon-btn', 'aria-label': text('page_fold'), onclick: fold }, icon('fold'));

  let forms = 0;
  /**
   * What is not right? Kept on this computer; nothing is sent.
   * @param {string[]} keys the choices
   * @param {{ remove: string, done: (reason: string) => void, back: () => void, details: () => string }} act
   */
  function notRight(keys, act) {
    forms += 1;
    const id = `fh-not-right-${forms}`;
    let chosen = keys[0];
    const copy = el('button', {
      type: 'button', class: 'link quiet', onclick: () => copyText(`${act.details()}\n${text(chosen)}`).then(done => {
        if (done) { copy.textContent = text('page_copied'); fh.frame.say(text('page_copied')); }
      }),
    }, text('page_copyDetails'));
    return [
      el('h2', { class: 'kind', id, tabindex: '-1' }, text('page_whatIsNotRight')),
      el('div', { role: 'radiogroup', 'aria-labelledby': id, class: 'choices' }, keys.map((key, i) => {
        const radio = el('input', { type: 'radio', name: id, onchange: () => { chosen = key; } });
        radio.checked = i === 0;
        return el('label', {}, radio, ' ', text(key));
      })),
      el('p', { class: 'src' }, text('page_keptHere')),
      el('div', { class: 'acts form' },
        el('button', { type: 'button', class: 'btn primary', onclick: () => act.done(chosen) }, text(act.remove)),
        copy,
        el('button', { type: 'button', class: 'link quiet back', onclick: act.back }, text('page_back'))),
    ];
  }

  /** @param {string} what */
  async function copyText(what) {
    try {
      await navigator.clipboard.writeText(what);
      return true;
    } catch {
      // No clipboard on http pages, nor where a permissions policy forbids it.
      const area = el('textarea', { class: 'vh', 'aria-hidden': 'true', tabindex: '-1' });
      area.value = what;
      fh.frame.top?.append(area);
      const before = fh.frame.active;
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      before?.focus();
      return done;
    }
  }

  Object.assign(fh.parts, { words, marked, from, swap, against, versus, strip, legend, toggle, foldButton, notRight });
})();
