// Every link to a sentence opens the report at that sentence: what the core writes, as the browsers read it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { inBoth } from './both.mjs';
import { ROOT } from './driver/index.mjs';

/** Sentences of a made-up report, paragraph by paragraph, as HTML; each is hard to point at in its own way. */
const PARAGRAPHS = [
  ['The Merrow harbour board lent £4.2m to three dredging firms without asking its auditors, papers show.'],
  ['Crane four stood still for nine days.', 'Nobody at the quay could say why it was ever switched on again.'],
  // Alike at both ends, within a paragraph and across two.
  [
    'The committee met on Monday evening and voted for the loan to Tidewater Dredging after a short debate.',
    'The committee met on Monday evening and voted against the grant for the lifeboat after a short debate.',
  ],
  ['The committee met on Monday evening and voted for new railings along the mole after a short debate.'],
  // Markup within words and sentences.
  ['Its <em>chair</em>, <a href="/marsh/">Odile Marsh</a>, had warned in <strong>March</strong> that the “missing” minutes would be found one day.'],
  ['Divers brought up an anchor of the brig <i>Per</i>severance, which went down off the bar in the winter of 1871.'],
  // Quotation marks, dashes, commas, ampersands, and signs that mean something in an address.
  ['“We were told nothing,” she said – “nothing at all, and I would not have signed,” the minutes of the audit committee say.'],
  ['Fees &amp; dues rose by 12% (from £1,200 to £1,344), the board’s price list #7 shows, well-known as it was to the fleet.'],
  ['Die Kräne, sagte Jürgen Groß, hätten „nie“ geprüft werden dürfen, solange die Fähre nach Ålesund am Kai lag.'],
  // The same sentence twice, with other words around it.
  ['Harbour users were promised a hearing in the autumn of last year.', 'No minutes of that hearing have been kept by the board.'],
  ['Harbour users were promised a hearing in the autumn of last year.', 'The ferry company says that it never received an invitation to it.'],
  ['A spokesman for the port said late on Friday that seven of the cranes will be closed until they have been examined.'],
];

// A sentence a line, and a line to a screen: where the page has scrolled to says which sentence was meant.
const REPORT = `<!doctype html><html lang="en"><head><title>Harbour loans</title><meta property="og:site_name" content="Ledger">
<style>
  body { margin: 0; font: 8px/1200px sans-serif; }
  main { width: 1200px; padding: 3000px 0; }
  .turn { padding-left: 1200px; }
</style></head><body><main><article>
${PARAGRAPHS.map((sentences) => `<p>${sentences.join(' <span class="turn"></span> ')}</p>`).join('\n')}
</article></main></body></html>`;

const plain = (/** @type {string} */ html) => html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');

const SENTENCES = PARAGRAPHS.flatMap((sentences, paragraph) => sentences.map((html) => ({ paragraph, text: plain(html) })));

/** The links of a page that has all of the report, by the sentence they lead to, counted from 1. @param {string} url */
function links(url) {
  const given = { id: 'x', page: { text: PARAGRAPHS.map((p) => p.map(plain).join(' ')).join('\n') }, originals: [{ id: 'report', url, html: REPORT }] };
  const command = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug/firsthand');
  const said = execFileSync(command, ['read', '--jsonl'], { input: `${JSON.stringify(given)}\n`, encoding: 'utf8' });
  /** @type {{ href: string, sentence: number }[]} */
  const traces = JSON.parse(said).report.sources[0].traces;
  return new Map(traces.map(({ href, sentence }) => [sentence, href]));
}

inBoth('a link to a sentence', (bench) => {
  /** @type {Map<number, string>} */
  let written;

  test('is written for every sentence of a report, with what stands beside it where it must be', () => {
    written = links(bench.server.url('ledger', '/report/'));
    const led = new Set([...written.keys()].map((at) => SENTENCES[at - 1].text));
    assert.deepEqual(SENTENCES.map(({ text }) => text).filter((text) => !led.has(text)), []);
    const directives = [...written.values()].map((href) => href.split('#:~:text=')[1]);
    assert.ok(directives.every(Boolean), directives.join('\n'));
    assert.ok(directives.some((d) => d.includes('-,')) || directives.some((d) => d.includes(',-')), directives.join('\n'));
  });

  for (const [at, { paragraph, text }] of SENTENCES.entries()) {
    test(`opens at sentence ${at + 1}, “${text.slice(0, 40)}…”`, async () => {
      // Of two alike the page's sentence may have been traced to the other.
      const href = written.get(at + 1);
      if (!href) return assert.ok(SENTENCES.some((other, i) => other.text === text && written.has(i + 1)));
      const page = await bench.browser.open(href);
      // The words in the middle of the window, and whose they are.
      const seen = await page.waitFor(() => {
        if (scrollY === 0) return null;
        const words = [];
        let paragraph = -1;
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const range = new Range();
          range.selectNodeContents(node);
          for (const { top, bottom } of range.getClientRects()) {
            if (Math.abs((top + bottom) / 2 - innerHeight / 2) > innerHeight / 2) continue;
            words.push(node.textContent?.replace(/\s+/g, ' '));
            const own = node.parentElement?.closest('p');
            if (own) paragraph = [...document.querySelectorAll('p')].indexOf(own);
          }
        }
        return { paragraph, text: words.join('').trim() };
      });
      assert.deepEqual(seen, { paragraph, text }, href);
      await page.close();
    });
  }
}, { sites: { ledger: { '/report/': REPORT } }, options: { extension: false } });
