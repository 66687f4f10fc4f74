// A report from a plan: what is to be found is named by its words, and looked up in the page that was collected.

/**
 * @typedef {object} Plan
 * @property {string} finding
 * @property {any} [source] what `sources[0]` says beside its traces
 * @property {[string, number, string, string?, string[]?][]} [traces] words on the page, number and text of the report's sentence, kind, what both have
 * @property {[string, string, number, string, string?][]} [altered] words on the page, in the report, number and text of its sentence, kind
 * @property {[string, number?, string?][]} [own] words, number and text of the nearest sentence
 * @property {string[]} [nobody]
 * @property {[number, string][]} [left]
 * @property {any[]} [credits]
 * @property {any[]} [sources] more of them, or all
 * @property {any[]} [gaps]
 * @property {any} [article]
 * @property {string | null} [quiet]
 * @property {string} [body] a body block's element is, or is in, an element whose hints hold this word
 */

/** @param {any} page @param {Plan} plan */
export function makeReport(page, plan) {
  const blocks = page.blocks;
  const within = (/** @type {any} */ block) => {
    if (!plan.body) return ['p', 'li', 'blockquote'].includes(block.tag);
    for (let at = block.element; at !== undefined; at = page.elements[at]?.parent) {
      if (page.elements[at]?.tag === plan.body || page.elements[at]?.hints.includes(plan.body)) return block.text.length > 20;
    }
    return false;
  };
  /** @type {number[]} */
  const body = [];
  blocks.forEach((/** @type {any} */ b, /** @type {number} */ i) => { if (within(b)) body.push(i); });
  const find = (/** @type {string} */ words) => {
    for (const block of body) {
      const start = blocks[block].text.indexOf(words);
      if (start >= 0) return { block, start, end: start + words.length };
    }
    return null;
  };
  const href = (/** @type {string} */ text) => `${plan.source?.url ?? 'https://tidewaterledger.example/'}#:~:text=${encodeURIComponent(text.slice(0, 40))}`;
  const nowhere = { block: 0, start: 0, end: 0 };

  const traces = (plan.traces ?? []).flatMap(([words, sentence, text, kind = 'close', shared = []]) => {
    const span = find(words);
    return span ? [{
      span, original: nowhere, kind, score: 0.9, href: href(text), sentence, text,
      shared: shared.map(s => [text.indexOf(s), text.indexOf(s) + s.length]).filter(([at]) => at >= 0),
    }] : [];
  });
  const altered = (plan.altered ?? []).flatMap(([words, source, sentence, text, kind = 'quotation']) => {
    // `words` may be given with what stands around them: `every [three] months`.
    const [before, inner, after] = /\[/.test(words) ? words.split(/[[\]]/) : ['', words, ''];
    const whole = find(before + inner + after);
    const span = whole && { block: whole.block, start: whole.start + before.length, end: whole.start + before.length + inner.length };
    const [b, s, a] = /\[/.test(source) ? source.split(/[[\]]/) : ['', source, ''];
    const at = text.indexOf(b + s + a) + b.length;
    return span ? [{ span, original: nowhere, kind, page: inner, source: s, href: href(text), sentence, text, text_at: [at, at + s.length] }] : [];
  });
  const compared = !!plan.source;
  const characterizations = (plan.own ?? []).flatMap(([words, sentence, text]) => {
    const span = find(words);
    return span ? [{
      span, kind: 'loaded', reason: '', score: 0.8, in_source: compared ? false : null, credited: false,
      nearest: sentence && text ? { sentence, text, href: href(text) } : null,
    }] : [];
  });
  const attributions = (plan.nobody ?? []).flatMap(words => {
    const span = find(words);
    return span ? [{ content: [], cue: span, source: null, name: null, kind: 'indirect', nobody: true }] : [];
  });
  const over = (/** @type {any} */ a, /** @type {any} */ b) => a.block === b.block && a.start < b.end && a.end > b.start;
  const outline = body.flatMap(block => [...blocks[block].text.matchAll(/[^.?!]+(?:[.?!](?!\s|$|["”’)])[^.?!]*)*[.?!]*["”’)]*/g)].flatMap(m => {
    const start = m.index + (m[0].length - m[0].trimStart().length);
    const span = { block, start, end: m.index + m[0].trimEnd().length };
    if (span.end <= span.start) return [];
    const untraced = characterizations.some(x => over(x.span, span)) ? 'own' : 'other';
    const kind = altered.some(x => over(x.span, span)) ? 'changed' : traces.some(x => over(x.span, span)) ? 'report' : untraced;
    return [{ span, kind, otherwise: kind === untraced ? 'other' : untraced }];
  }));
  const n = (/** @type {string} */ kind) => outline.filter(s => s.kind === kind).length;
  const counts = { total: outline.length, report: n('report'), changed: n('changed'), own: n('own'), other: n('other'), traced: n('report') + n('changed') };
  const source = plan.source ? [{
    original: 'o1', url: null, title: null, site: null, byline: null, published: null, days_earlier: null, credited: true, relation: 'partially_derived',
    derived: 0.99, is_copy: false, coverage: 0.5, sentences: 15, ...plan.source, traces, altered,
    left_out: (plan.left ?? []).map(([sentence, text]) => ({ original: nowhere, sentence, text, why: 'answer', href: href(text) })),
  }] : [];
  const sources = plan.sources ?? source;
  return {
    finding: plan.finding, about: sources[0] && !sources[0].is_copy ? 0 : null, gap: plan.gaps ? 0 : null,
    article: { url: page.url, title: null, site: null, byline: null, published: null, lang: 'en', section: null, opinion: null, partial: false, body, ...plan.article },
    credits: plan.credits ?? [], sources, attributions, characterizations, quiet: plan.quiet ?? null, outline, counts, gaps: plan.gaps ?? [],
  };
}
