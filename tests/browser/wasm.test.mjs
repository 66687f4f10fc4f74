// The module that ships, in a page, against the command: the same reading, whatever runs it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inBoth } from './both.mjs';
import { ROOT } from './driver/index.mjs';
import { REPORT, REWRITE } from './sites.mjs';

const story = readFileSync(join(ROOT, 'www/news/buzzline', REWRITE, 'index.html'), 'utf8');
const report = readFileSync(join(ROOT, 'www/news/tidewaterledger', REPORT, 'index.html'), 'utf8');
const original = { id: 'report', url: `https://tidewaterledger.example${REPORT}`, html: report };

/** @type {Record<string, { page: object, originals: object[] }>} */
const CASES = {
  'a rewrite and its report': { page: { url: `https://buzzline.example${REWRITE}`, html: story }, originals: [original] },
  'the report and its rewrite': { page: { url: original.url, html: report }, originals: [{ id: 'story', html: story }] },
  'a page alone': { page: { html: story }, originals: [] },
  'an empty page': { page: { html: '' }, originals: [original] },
  'HTML cut in the middle': { page: { html: story.slice(0, 6001) }, originals: [original] },
  'elements nested 100,000 deep': { page: { html: `${'<div>'.repeat(100_000)}${'A long enough sentence of a story. '.repeat(40)}` }, originals: [original] },
  'the writer’s own words, and what is credited to no one named': {
    page: {
      text: [
        'Doyle said on Tuesday that the crane would stay, and Finch, a shameless hypocrite, voted for it, she said.',
        'Vance castigated the auditors on Friday, calling them “idle and answerable to no one”.',
        'Doyle slammed the dockers, and the pompous board brushed the warning aside.',
        'Critics say that the board knew of the crack. It is reportedly looking for a buyer.',
        'It was a “victory” for the chairman, and who would believe him now? The board’s despicable plan was made by others.',
      ].join('\n'),
    },
    originals: [],
  },
  'an original in another language': {
    page: { html: story },
    originals: [{ id: 'de', text: 'Die Kräne im Hafen wurden vierzehn Monate lang nicht geprüft.\n„Wir haben zwei Prüfer verloren“, sagte Odile Marsh.' }],
  },
  'signs beyond the basic plane, and text that runs to the left': {
    page: { text: '🚢 The harbour 𝓂aster said “the cranes 🏗️ are safe”.\nقال مدير الميناء إن الرافعات آمنة.\n“The cranes 🏗️ are safe,” he said.' },
    originals: [{ id: 'o', text: 'The harbour master said: “the cranes 🏗️ are safe”.' }],
  },
};

/** What the command answers, `article.blocks` aside, which only it gives. @param {{ page: object, originals: object[] }} given */
function native(given) {
  const said = execFileSync(join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug/firsthand'), ['read', '--jsonl'], { input: `${JSON.stringify({ id: 'x', ...given })}\n`, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { report } = JSON.parse(said);
  delete report.article.blocks;
  return report;
}

inBoth('the module', (bench) => {
  /** @type {import('./driver/index.mjs').Page} */
  let page;

  /** @param {{ page: object, originals: object[] }} given @returns {Promise<any>} */
  const read = (given) => page.evaluate(async (given) => {
    const { default: init, Firsthand } = await import(new URL('/wasm/firsthand.js', location.href).href);
    const world = /** @type {any} */ (globalThis);
    world.core ??= init().then(() => Firsthand.open(null));
    try {
      return { report: await (await world.core).read(given.page, { fetch: 'never', originals: given.originals, remember: false, more: false }) };
    } catch (error) {
      return { error };
    }
  }, given);

  test('loads in a page', async () => {
    page = await bench.browser.open(bench.server.url('localhost', '/story.html'));
    assert.ok((await read({ page: { text: 'Hello.' }, originals: [] })).report);
  });

  for (const [what, given] of Object.entries(CASES)) {
    test(`reads as the command does: ${what}`, async () => {
      const answer = await read(given);
      assert.equal(answer.error, undefined);
      const wanted = native(given);
      assert.deepEqual(settled(answer.report, wanted), wanted);
    });
  }

  test('answers lone surrogates instead of failing', async () => {
    const answer = await page.evaluate(async () => {
      const core = await /** @type {any} */ (globalThis).core;
      const text = `The harbour master said \ud83d that the cranes are safe.\nHe said \udea2 so twice.`;
      return core.read({ text }, { fetch: 'never', originals: [{ id: 'o', text }], remember: false, more: false });
    });
    assert.equal(answer.sources.length, 1);
  });

  test('a page that is nothing of the kind is an error with a code, and the next reading works', async () => {
    const { error } = await read({ page: { text: 'a', html: 'b' }, originals: [] });
    assert.equal(typeof error?.code, 'string');
    assert.equal(typeof error?.message, 'string');
    assert.ok((await read(CASES['a page alone'])).report);
  });
});

/**
 * The same with the other's number wherever the two are as good as equal: what went through f32 is written with other digits in JSON, and
 * each machine has logarithms of its own.
 * @param {any} value @param {any} other @returns {any}
 */
function settled(value, other) {
  if (typeof value === 'number' && typeof other === 'number') return Math.abs(value - other) < 1e-4 ? other : value;
  if (Array.isArray(value)) return value.map((part, i) => settled(part, other?.[i]));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, settled(part, other?.[key])]));
  return value;
}
