// What Firsthand costs on a page, in Chromium: main-thread time of its page scripts beside @mozilla/readability parsing the same page in
// the same tab; the module's own time; what a page that is no article pays.
//
//   cargo xtask bench

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch, ROOT, serve, until } from './driver/index.mjs';
import { marks, stateOf } from './firsthand.mjs';
import { REPORT, REWRITE, SITES } from './sites.mjs';

const ROUNDS = 15;

/** @param {number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN;
/** @param {number} ms */
const show = (ms) => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
/** @param {string} what @param {string} value */
const line = (what, value) => console.log(`${what.padEnd(58)} ${value}`);

const readability = readFileSync(join(ROOT, 'node_modules/@mozilla/readability/Readability.js'), 'utf8');
const server = await serve({ ...SITES, plain: { '/': (_, response) => response.end('<!doctype html><title>x</title><p>A page that is no article.</p>') } });
const browser = await launch({ browser: 'chromium' });

const tab = await browser.open(server.url('tidewaterledger', REPORT));
await until(async () => (await stateOf(tab)).phase === 'read', 'the report to be read');
const page = await browser.open(server.url('buzzline', REWRITE));
await until(async () => (await stateOf(page)).phase === 'read', 'the story to be read');
console.log(`${Object.values(await marks(page)).reduce((sum, n) => sum + n, 0)} marks on a story of ${await page.evaluate(() => (document.querySelector('.post-content')?.textContent ?? '').split(/\s+/).length)} words\n`);

/** One parse of the page that is open, its copy not counted. */
const parse = () => page.evaluate((source) => {
  const world = /** @type {any} */ (globalThis);
  if (!world.Readability) globalThis.eval(`${source}; globalThis.Readability = Readability;`);
  const copy = document.cloneNode(true);
  const start = performance.now();
  new world.Readability(copy).parse();
  return performance.now() - start;
}, readability);
const warm = [];
for (let i = 0; i < ROUNDS * 2; i++) warm.push(await parse());

// Ours, cold, as a reader gets it: the profiler's samples of every script of the extension in the page's renderer, over whole page loads.
/** @type {number[]} */
const cold = [];
/** @type {number[]} */
const ours = [];
/** @type {number[]} */
const gate = [];
/** @type {number[]} */
const longest = [];
const { cdp } = /** @type {import('./driver/chromium.mjs').ChromiumPage} */ (page);
await cdp.send('Profiler.enable');
await cdp.send('Profiler.setSamplingInterval', { interval: 50 });
for (let i = 0; i < ROUNDS; i++) {
  await page.goto('about:blank');
  await cdp.send('Profiler.start');
  await page.goto(server.url('buzzline', `${REWRITE}?${i}`));
  await until(async () => Object.values(await marks(page)).some((n) => n > 0), 'marks');
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  const { profile } = await cdp.send('Profiler.stop');
  const cost = costOf(profile);
  ours.push(cost.all);
  gate.push(cost.gate);
  longest.push(cost.longest);
  cold.push(await parse());
}

/**
 * Milliseconds in scripts of the extension, what they call included.
 * @param {{ nodes: { id: number, callFrame: { url: string }, children?: number[] }[], samples?: number[], timeDeltas?: number[] }} profile
 */
function costOf(profile) {
  /** @type {Map<number, string>} */
  const own = new Map();
  /** @param {number} id @param {string} within */
  const walk = (id, within) => {
    const node = nodes.get(id);
    if (!node) return;
    const { url } = node.callFrame;
    const here = url.startsWith('chrome-extension://') ? url : within;
    own.set(id, here);
    for (const child of node.children ?? []) walk(child, here);
  };
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  walk(profile.nodes[0].id, '');
  let all = 0;
  let gate = 0;
  let longest = 0;
  let run = 0;
  (profile.samples ?? []).forEach((id, i) => {
    const ms = (profile.timeDeltas?.[i] ?? 0) / 1000;
    const of = own.get(id) ?? '';
    if (!of) {
      run = 0;
      return;
    }
    all += ms;
    run += ms;
    longest = Math.max(longest, run);
    if (of.endsWith('/content/gate.js')) gate += ms;
  });
  return { all, gate, longest };
}

/** @param {number} ours @param {number} theirs */
const beside = (ours, theirs) => `${(ours / theirs).toFixed(2)} of Readability's`;
line('@mozilla/readability, parse of the same page, fresh tab', show(median(cold)));
line('@mozilla/readability, parse of the same page, warm', show(median(warm.slice(ROUNDS))));
line('Firsthand, all on the main thread of a fresh page', `${show(median(ours))}   ${beside(median(ours), median(cold))}`);
line('  of that the gate', show(median(gate)));
line('  the longest stretch without a pause', show(median(longest)));
line('bytes of script on a page that is no article', `${statSync(join(ROOT, 'extension/content/gate.js')).size}`);

// The module, in a page, as the background runs it.
const lab = await browser.open(server.url('localhost', '/story.html'));
const html = {
  story: readFileSync(join(ROOT, 'www/news/buzzline', REWRITE, 'index.html'), 'utf8'),
  report: readFileSync(join(ROOT, 'www/news/tidewaterledger', REPORT, 'index.html'), 'utf8'),
};
const module = await lab.evaluate(async (html, rounds) => {
  const start = performance.now();
  const { default: init, Firsthand } = await import(new URL('/wasm/firsthand.js', location.href).href);
  await init();
  const core = await Firsthand.open(null);
  const ready = performance.now() - start;
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const at = performance.now();
    await core.read({ html: html.story }, { fetch: 'never', originals: [{ id: 'report', html: html.report }], remember: false, more: false });
    times.push(performance.now() - at);
  }
  return { ready, times };
}, html, ROUNDS * 2);
line('the module: loaded and ready', show(module.ready));
line('the module: a story read against a report, warm', show(median(module.times)));
line('the module: the first such reading', show(module.times[0]));

// Memory of the page's renderer after many pages in one tab.
await cdp.send('HeapProfiler.enable');
const heap = async () => {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
};
/** @type {number[]} */
const sizes = [];
for (let i = 0; i < 50; i++) {
  await page.goto(server.url('buzzline', `${REWRITE}?page=${i}`));
  await until(async () => Object.values(await marks(page)).some((n) => n > 0), 'marks');
  if (i % 10 === 9) sizes.push(await heap());
}
line('heap of the tab after 10, 20, 30, 40, 50 stories', sizes.map((bytes) => `${(bytes / 1e6).toFixed(1)}`).join(', ') + ' MB');

await browser.close();
await server.close();
