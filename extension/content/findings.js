// A report → the findings that a reader can open, in the page's order, and the strokes for each.
// Nothing here judges: what traces, what changed and whose words they are comes from the report. The background has it too (`brief.js`).
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/core').Span} Span */
  /** @typedef {import('../types/content').Finding} Finding */
  /** @typedef {import('../types/content').Mark} Mark */
  /** @typedef {import('../types/core').OutlineSentence} OutlineSentence */

  /** Where two marks meet, the rarer finding is painted. */
  const RANK = { traced: 0, nobody: 1, writer: 2, exact: 3, changed: 4 };

  /** @param {Span} a @param {Span} b */
  const inOrder = (a, b) => a.block - b.block || a.start - b.start || a.end - b.end;
  /** @param {Span} a */
  const nameOf = a => `${a.block}:${a.start}:${a.end}`;

  /** The words that say that somebody, unnamed, says so: source and cue, one stroke if they stand together. */
  /** @param {import('../types/core').Attribution} a @returns {Span[]} */
  function nobodySpans(a) {
    const spans = [a.source, a.cue].filter(span => span !== null && span !== undefined).sort(inOrder);
    if (spans.length === 2 && spans[0].block === spans[1].block && spans[1].start - spans[0].end <= 1) {
      return [{ block: spans[0].block, start: spans[0].start, end: Math.max(spans[0].end, spans[1].end) }];
    }
    return spans;
  }

  fh.about = ({ about, sources }) => (about === null ? null : sources[about] ?? null);

  /**
   * @param {import('../types/core').Report} report
   * @param {import('../types/content').Choice} choice what the reader wants to see
   * @returns {import('../types/content').Findings}
   */
  fh.findings = (report, choice) => {
    /** @type {Finding[]} */
    const all = [];
    const compared = report.finding === 'rewrite' || report.finding === 'draws_on'
      || (report.finding === 'same_event' && choice.same);
    const source = compared ? fh.about(report) : null;

    if (source && choice.report) {
      const outline = [...report.outline].sort((a, b) => inOrder(a.span, b.span));
      /** Index of the sentence in which a span begins; -1 if the outline has none there. @param {Span} span */
      const sentenceOf = span => {
        let low = 0;
        let high = outline.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          const s = outline[middle].span;
          if (s.block < span.block || (s.block === span.block && s.end <= span.start)) low = middle + 1; else high = middle;
        }
        const s = outline[low]?.span;
        return s && s.block === span.block && s.start < span.end ? low : -1;
      };
      /** @type {Map<string, { sentence: Span, traces: import('../types/core').Trace[], altered: import('../types/core').Altered[] }>} */
      const groups = new Map();
      /** @param {Span} span */
      const groupOf = span => {
        const i = sentenceOf(span);
        const sentence = i < 0 ? span : outline[i].span;
        const key = nameOf(sentence);
        let group = groups.get(key);
        if (!group) groups.set(key, group = { sentence, traces: [], altered: [] });
        return group;
      };
      for (const trace of source.traces) groupOf(trace.span).traces.push(trace);
      for (const altered of source.altered) groupOf(altered.span).altered.push(altered);

      for (const { sentence, traces, altered } of groups.values()) {
        const quoted = traces.filter(t => t.kind === 'quotation');
        const kind = altered.length ? 'changed' : quoted.length ? 'exact' : 'traced';
        const extent = (altered.length ? altered : quoted.length ? quoted : traces).map(x => x.span).sort(inOrder);
        /** @type {Mark[]} */
        const marks = [
          ...traces.map(t => ({ span: t.span, kind: t.kind === 'quotation' ? /** @type {const} */ ('exact') : /** @type {const} */ ('traced') })),
          ...altered.map(change => ({ span: change.span, kind: /** @type {const} */ ('changed'), change })),
        ];
        all.push({
          key: `report ${nameOf(sentence)}`, kind, sentence, extent, marks,
          traces: traces.sort((a, b) => inOrder(a.span, b.span)), altered: altered.sort((a, b) => inOrder(a.span, b.span)),
        });
      }
    }

    // Opinion stays unmarked until the reader asks; a language that is not read, and a report that is still to be compared, always.
    const opinion = report.quiet === 'opinion' && !choice.opinion;
    const quiet = opinion || (!!report.quiet && report.quiet !== 'opinion');
    const speaks = choice.words && !quiet && report.finding !== 'not_article';
    /** @type {Finding[]} */
    const own = [];
    for (const c of report.characterizations) {
      if (c.in_source === true) continue;
      own.push({
        key: `words ${nameOf(c.span)}`, kind: 'writer', sentence: c.span, extent: [c.span],
        marks: [{ span: c.span, kind: 'writer' }], traces: [], altered: [], characterization: c,
      });
    }
    for (const a of report.attributions) {
      if (!a.nobody) continue;
      const spans = nobodySpans(a);
      if (!spans.length) continue;
      own.push({
        key: `nobody ${nameOf(spans[0])}`, kind: 'nobody', sentence: spans[0], extent: spans,
        marks: spans.map(span => ({ span, kind: 'nobody' })), traces: [], altered: [], attribution: a,
      });
    }
    if (speaks) all.push(...own);

    const kept = all.filter(f => !choice.removed.has(f.key) && f.extent.length).sort((a, b) => inOrder(a.extent[0], b.extent[0]));
    const stops = kept.flatMap(finding => (finding.altered.length ? finding.altered.map(change => ({ finding, change })) : [{ finding }]));
    const outline = standing(report.outline, [...all.filter(f => choice.removed.has(f.key)), ...(speaks ? [] : own)], kept);
    return {
      all: kept,
      stops,
      removed: all.length - kept.length,
      opinion: opinion && choice.words,
      source,
      outline,
      counts: count(outline),
      left: choice.report ? source?.left_out ?? [] : [],
      report: kept.filter(f => f.kind === 'traced' || f.kind === 'exact'),
      changed: kept.filter(f => f.kind === 'changed'),
      own: kept.filter(isOwn),
      strokes: strokes(kept, choice.density),
    };
  };

  const isOwn = (/** @type {Finding} */ f) => f.kind === 'writer' || f.kind === 'nobody';

  /**
   * Sentences as they are with the findings that are kept: where all that makes one what it is was taken away or is not shown, it is what it is otherwise.
   * @param {OutlineSentence[]} outline @param {Finding[]} removed @param {Finding[]} kept @returns {OutlineSentence[]}
   */
  const standing = (outline, removed, kept) => outline.map(sentence => {
    const { kind, otherwise, span } = sentence;
    const within = (/** @type {Finding} */ f) => f.sentence.block === span.block && f.sentence.start < span.end && f.sentence.end > span.start;
    const stands = (/** @type {OutlineSentence['kind']} */ as) => {
      // Hearsay makes no sentence the writer's.
      const makes = (/** @type {Finding} */ f) => within(f) && (as === 'own' ? f.kind === 'writer' : !isOwn(f));
      return as === 'other' || !removed.some(makes) || kept.some(makes);
    };
    return stands(kind) ? sentence : { span, kind: stands(otherwise) ? otherwise : 'other', otherwise: 'other' };
  });

  /** @param {OutlineSentence[]} outline @returns {import('../types/core').Counts} */
  function count(outline) {
    const counts = { total: outline.length, traced: 0, report: 0, changed: 0, own: 0, other: 0 };
    for (const { kind } of outline) counts[kind] += 1;
    counts.traced = counts.report + counts.changed;
    return counts;
  }

  /**
   * Strokes that never overlap: where marks do, the one of the higher rank is kept and the others are split around it.
   * @param {Finding[]} findings
   * @param {import('../types/protocol').Settings['density']} density
   * @returns {import('../types/content').Stretch[]}
   */
  function strokes(findings, density) {
    /** @type {Map<number, import('../types/content').Stretch[]>} */
    const perBlock = new Map();
    for (const finding of findings) {
      for (const { span, kind, change } of finding.marks) {
        if (span.end <= span.start) continue;
        // Unpainted, but still there to be split around and to be found in the list.
        const painted = density === 'all' || (density === 'changes' && kind !== 'traced');
        const list = perBlock.get(span.block);
        const stroke = { block: span.block, start: span.start, end: span.end, kind, finding, change, painted };
        if (list) list.push(stroke); else perBlock.set(span.block, [stroke]);
      }
    }
    /** @type {import('../types/content').Stretch[]} */
    const out = [];
    for (const block of [...perBlock.keys()].sort((a, b) => a - b)) {
      const list = /** @type {import('../types/content').Stretch[]} */ (perBlock.get(block)).sort((a, b) => a.start - b.start);
      const edges = [...new Set(list.flatMap(s => [s.start, s.end]))].sort((a, b) => a - b);
      /** @type {import('../types/content').Stretch[]} */
      let open = [];
      let next = 0;
      let last = /** @type {import('../types/content').Stretch | null} */ (null);
      for (let i = 0; i + 1 < edges.length; i += 1) {
        const [from, to] = [edges[i], edges[i + 1]];
        open = open.filter(s => s.end > from);
        for (; next < list.length && list[next].start <= from; next += 1) open.push(list[next]);
        let best = /** @type {import('../types/content').Stretch | null} */ (null);
        for (const s of open) {
          if (s.end > from && (!best || RANK[s.kind] > RANK[best.kind])) best = s;
        }
        if (!best) { last = null; continue; }
        if (last && last.kind === best.kind && last.finding === best.finding && last.change === best.change && last.end === from) last.end = to;
        else out.push(last = { ...best, start: from, end: to });
      }
    }
    return out;
  }
})();
