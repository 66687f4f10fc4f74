// The made-up story of the design's drawings, and what is to be found on it.

export const STORY = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="og:type" content="article"><title>Port bosses let cranes go unchecked for over a year</title>
<style>
html { font-size: 62.5%; }
body { margin: 0; font: 1.9rem/1.62 Georgia, serif; background: #fff; color: #222; }
@media (prefers-color-scheme: dark) { html:not(.light) body { background: #16181b; color: #d7dadd; } }
html.sepia body { background: #f4ecd8 !important; color: #45372a !important; }
.site { border-bottom: 1px solid #8884; padding: 1.6rem 4rem; font: 800 2.2rem/1 Helvetica, sans-serif; letter-spacing: -.03em; }
.site span { font: 400 1.4rem/1 Helvetica, sans-serif; letter-spacing: 0; margin-left: 2.4rem; opacity: .7; }
article { max-width: 64rem; margin: 4rem auto 8rem; padding: 0 2.4rem; }
html.left article { margin-left: 12rem; }
h1 { font: 800 3.8rem/1.14 Helvetica, sans-serif; letter-spacing: -.02em; margin: 0 0 1.2rem; }
.by { font: 1.4rem/1.4 Helvetica, sans-serif; opacity: .75; margin: 0 0 2.8rem; }
article p { margin: 0 0 2rem; }
article a { color: inherit; text-decoration: underline; text-decoration-color: #c33; text-decoration-thickness: 2px; text-underline-offset: .12em; }
</style>
<body><div class="site">Buzzline<span>World &nbsp; Money &nbsp; Weather &nbsp; Videos</span></div>
<article>
<h1>Port bosses let cranes go unchecked for over a year</h1>
<div class="by">By Buzzline Staff · 4 March 2026</div>
<p>Cranes at Port Merrow went without a safety inspection for 14 months before a cable snapped in January, The Tidewater Ledger reports. It is a shocking lapse at one of the coast’s main harbours.</p>
<p>Harbour authority records show no inspector signed off any of the seven cranes between October 2024 and December 2025. The rules say each one should be looked at every three months. Nobody was hurt when the cable on crane 4 gave way on 19 January, dropping an empty container onto the quay.</p>
<p>“We lost two inspectors in one season and we did not replace them quickly enough,” said Odile Marsh, the authority’s director of operations. Insiders reportedly saw it coming.</p>
<p>Dock workers had raised the alarm about worn cable in November, and their union put it in writing. Bosses brushed the warning aside.</p>
<p>Councillor Petra Vance is furious. “I demand to see the schedule, and I want to know who signed it,” she said. She plans to ask for a review.</p>
<p>The authority set aside 2.1 million crowns for maintenance last year and spent 1.4 million. That is the kind of penny-pinching that puts lives at risk. The port handled 310,000 containers last year.</p>
<p>The national safety office has opened an inquiry. Its findings are due in the summer. It is widely believed that other ports have the same problem.</p>
<p>Port Merrow opened its container berths in <a href="/1987">1987</a>. Have you worked on the docks? Tell us in the comments.</p>
</article></body></html>`;

const QUOTE = '“We lost two inspectors in one season and we did not replace them quickly enough,” said Odile Marsh, the authority’s director of operations.';
const VANCE = '“I want to see the schedule, and I want to see who signed it,” Vance said.';

/** @type {import('./report.js').Plan} */
export const REWRITE = {
  finding: 'rewrite',
  source: {
    site: 'The Tidewater Ledger', title: 'Harbour crane inspections lapsed for 14 months, records show', byline: 'Ines Calloway',
    url: 'https://tidewaterledger.example/harbour/cranes', published: '2026-03-03', days_earlier: 1,
  },
  traces: [
    ['Cranes at Port Merrow went without a safety inspection for 14 months before a cable snapped in January, The Tidewater Ledger reports.', 1,
      'Inspections of the seven quayside cranes at Port Merrow lapsed for 14 months before a cable failure in January, according to harbour authority records.', 'close',
      ['cranes at Port Merrow', 'for 14 months before a cable', 'in January']],
    ['Harbour authority records show no inspector signed off any of the seven cranes between October 2024 and December 2025.', 2,
      'The records carry no inspector’s signature for any of the seven between October 2024 and December 2025.', 'close', ['between October 2024 and December 2025']],
    ['The rules say each one should be looked at every three months.', 4, 'Harbour authority rules call for each crane to be inspected every six months.', 'paraphrase', ['each', 'every']],
    ['Nobody was hurt when the cable on crane 4 gave way on 19 January, dropping an empty container onto the quay.', 3,
      'The cable on crane 4 parted on 19 January and an empty container fell to the quay; nobody was hurt.', 'paraphrase', ['cable on crane 4', '19 January']],
    ['“We lost two inspectors in one season and we did not replace them quickly enough,”', 5, QUOTE, 'quotation', ['“We lost two inspectors in one season and we did not replace them quickly enough,”']],
    [' said Odile Marsh, the authority’s director of operations.'.trim(), 5, QUOTE, 'verbatim', ['said Odile Marsh, the authority’s director of operations.']],
    ['Dock workers had raised the alarm about worn cable in November, and their union put it in writing.', 8,
      'Dockers’ representatives warned of worn cable in a letter in November.', 'paraphrase', ['worn cable', 'in November']],
    ['“I demand to see the schedule, and I want to know who signed it,” she said.', 12, VANCE, 'close', ['to see the schedule, and I want to']],
    ['She plans to ask for a review.', 13, 'Vance will ask the council for a review this month, she said.', 'paraphrase', ['ask', 'for a review']],
    ['The authority set aside 2.1 million crowns for maintenance last year and spent 1.4 million.', 10, 'Its maintenance budget last year was 2.1 million crowns, of which it spent 1.4 million.', 'paraphrase', ['2.1 million crowns', 'spent 1.4 million']],
    ['The port handled 310,000 containers last year.', 11, 'Port Merrow moved 310,000 containers last year.', 'close', ['310,000 containers last year']],
    ['The national safety office has opened an inquiry.', 15, 'The national safety office has opened an inquiry, which is to report in the summer.', 'verbatim', ['The national safety office has opened an inquiry']],
    ['Its findings are due in the summer.', 15, 'The national safety office has opened an inquiry, which is to report in the summer.', 'paraphrase', ['in the summer']],
  ],
  altered: [
    ['looked at every [three] months', 'every [six] months', 4, 'Harbour authority rules call for each crane to be inspected every six months.', 'number'],
    ['“I [demand] to see', '“I [want] to see', 12, VANCE],
    ['I want to [know] who', 'I want to [see] who', 12, VANCE],
  ],
  own: [['a shocking lapse'], ['brushed the warning aside', 9, 'The authority said it had received the letter and had scheduled an inspection for February.'], ['is furious'], ['penny-pinching that puts lives at risk']],
  nobody: ['Insiders reportedly', 'It is widely believed'],
  left: [
    [6, 'Marsh said all seven cranes had been inspected since the failure and had been cleared for use.'],
    [9, 'The authority said it had received the letter and had scheduled an inspection for February.'],
    [14, 'Three new inspectors start work in April, Marsh said.'],
  ],
};

export const CREDIT = {
  name: 'The Tidewater Ledger', url: 'https://tidewaterledger.example/harbour/cranes', mentions: 1, score: 0.9, span: null,
  sentence: 'Cranes at Port Merrow went without a safety inspection for 14 months before a cable snapped in January, The Tidewater Ledger reports.',
};

/** @type {Record<string, import('./report.js').Plan>} */
export const PLANS = {
  '/rewrite': REWRITE,
  '/draws': { ...REWRITE, finding: 'draws_on' },
  '/credits': { finding: 'credits', credits: [CREDIT] },
  '/same': { ...REWRITE, finding: 'same_event', altered: [], traces: REWRITE.traces?.slice(9, 11), left: [] },
  '/original': {
    finding: 'original', sources: ['Buzzline', 'The Daily Skim', 'Portwatch'].map((site, i) => ({
      original: `c${i}`, url: `https://copy${i}.example/cranes`, title: `Cranes unchecked, says Ledger (${site})`, site, is_copy: true, traces: [], altered: [], left_out: [], sentences: 9,
    })),
  },
  '/nothing': { finding: 'nothing' },
  '/words': { finding: 'nothing', own: REWRITE.own?.map(([w]) => [w]), nobody: REWRITE.nobody },
  '/opinion': { finding: 'opinion', quiet: 'opinion', article: { site: 'Buzzline', opinion: 'Opinion' }, own: REWRITE.own?.map(([w]) => [w]) },
  '/signin': { finding: 'sign_in', credits: [CREDIT], gaps: [{ of: CREDIT.url, code: 'sign_in', message: '' }] },
  '/unlinked': { finding: 'unlinked', credits: [{ ...CREDIT, url: null }] },
  '/forbidden': { finding: 'forbidden', credits: [CREDIT], gaps: [{ of: CREDIT.url, code: 'never', message: '' }] },
  '/failed': { finding: 'failed', credits: [CREDIT], gaps: [{ of: CREDIT.url, code: 'timeout', message: '' }] },
  '/untraced': { ...REWRITE, finding: 'untraced', traces: [], altered: [], left: [], nobody: [] },
  '/none': { finding: 'not_article' },
};
