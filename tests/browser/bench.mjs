// What Firsthand costs on a page, in Chromium: main-thread time of its page scripts beside @mozilla/readability parsing the same page in
// the same tab, on the demo's story and on one of 1,000 words; the module's own time; what a page that is no article pays. Times on the page
// are those that the thread had (Chromium's tracing), so that what else runs on the machine counts little.
//
// Counted as ours is what our scripts do from the gate on: putting them in, compiling and running them as far as the page's thread does that,
// their timers and events, and what follows their promises. What the browser does because of them (style, layout and painting of marks and
// pill, messages, the world that it makes for the scripts) is in no row but that of all that the main thread does more, which compares with
// the same page on a site that is switched off. Every page is a cold one: V8 may still know the scripts of the page before, which halves the
// time, but a reader has no promise of that.
//
//   cargo xtask bench

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch, ROOT, serve, until } from './driver/index.mjs';
import { marks, stateOf, tell } from './firsthand.mjs';
import { REPORT, REWRITE, SITES } from './sites.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 15);

/** @param {number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN;
/** @param {number} ms */
const show = (ms) => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
/** @param {string} what @param {string} value */
const line = (what, value) => console.log(`${what.padEnd(58)} ${value}`);

const readability = readFileSync(join(ROOT, 'node_modules/@mozilla/readability/Readability.js'), 'utf8');

/** An article as long as most are: in words. */
const LENGTH = 1000;
/** @param {string} html */
const words = (html) => html.replace(/<[^>]+>/g, ' ').split(/\s+/).filter(Boolean).length;

/** The demo's story with as many of its paragraphs once more as make an article of that length. */
function longer() {
  const html = readFileSync(join(ROOT, 'www/news/buzzline', REWRITE, 'index.html'), 'utf8');
  const [head, rest] = html.split('<div class="post-content entry-content">');
  const end = rest.indexOf('<p class="source-line">');
  const body = rest.slice(0, end);
  let more = '';
  for (const [paragraph] of body.matchAll(/<p>.{200,}?<\/p>/g)) if (words(body + more) < LENGTH) more += paragraph;
  return `${head}<div class="post-content entry-content">${body}${more}${rest.slice(end)}`;
}

const style = readFileSync(join(ROOT, 'www/news/buzzline/buzzline.css'));
const server = await serve({ ...SITES, longer: { [REWRITE]: longer(), '/buzzline.css': { body: style, headers: { 'content-type': 'text/css' } } }, plain: { '/': (_, response) => response.end('<!doctype html><title>x</title><p>A page that is no article.</p>') } });
// One renderer for all rounds: with a back/forward cache every page would get a process of its own, and start it up.
const browser = await launch({ browser: 'chromium', args: ['--disable-back-forward-cache'] });

const tab = await browser.open(server.url('tidewaterledger', REPORT));
await until(async () => (await stateOf(tab)).phase === 'read', 'the report to be read');
const page = await browser.open(server.url('buzzline', REWRITE));
await until(async () => Object.values(await marks(page)).some((n) => n > 0), 'the story to be marked');

const { cdp } = /** @type {import('./driver/chromium.mjs').ChromiumPage} */ (page);

/**
 * @typedef {object} Event of Chromium's tracing
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur] time that the thread really had, which does not count what other processes took: microseconds
 * @property {any} args
 */

/** As Chromium calls what follows a promise. */
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';
/** As it calls a task of a thread, which is over when its microtasks are run: they count as one of their own here. */
const TASKS = new Set(['ThreadControllerImpl::RunTask', MICROTASKS]);

/** What the browser did meanwhile. @param {() => Promise<unknown>} work @returns {Promise<Event[]>} */
async function traced(work) {
  /** @type {Event[]} */
  const events = [];
  const collect = (/** @type {{ value: any[] }} */ { value }) => void events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink', 'v8'] } });
  await work();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** The outermost of the events that are wanted. @param {Event[]} events @param {(event: Event) => boolean} wanted */
function outermost(events, wanted) {
  let end = -Infinity;
  return events.filter((event) => {
    if (event.ts < end || !wanted(event)) return false;
    end = event.ts + (event.dur ?? 0);
    return true;
  });
}

/** @param {Event[]} events */
const sum = (events) => events.reduce((ms, { tdur = 0 }) => ms + tdur / 1000, 0);

/**
 * One parse of the page that is open by Readability, and what a page script that does it has to do before: to compile its source, once a
 * page, and to copy the document.
 */
async function parse() {
  let parsed = NaN;
  let prepared = NaN;
  const longest = async (/** @type {() => Promise<void>} */ work) => {
    const events = await traced(work);
    return Math.max(0, ...events.filter(({ name }) => TASKS.has(name)).map(({ tdur = 0 }) => tdur / 1000));
  };
  // The task is the work and little else; where the machine was quiet both clocks agree.
  prepared = Math.min(await longest(async () => {
    prepared = await page.evaluate((source) => {
      const world = /** @type {any} */ (globalThis);
      const start = performance.now();
      if (!world.Readability) globalThis.eval(`${source}; globalThis.Readability = Readability;`);
      world.copy = document.cloneNode(true);
      return performance.now() - start;
    }, readability);
  }), prepared);
  parsed = Math.min(await longest(async () => {
    parsed = await page.evaluate(() => {
      const world = /** @type {any} */ (globalThis);
      const start = performance.now();
      new world.Readability(world.copy).parse();
      return performance.now() - start;
    });
  }), parsed);
  return { parsed, prepared };
}

// Ours, cold, as a reader gets it, over whole page loads.
/** As long as it takes a story to be read, marked and said so, and the pill to have come. In milliseconds. */
const RESTS = 1500;
/** As long as the gate looks at a page that is no article. */
const LOOKS = 3000;

/** What happens on a page's own main thread from its beginning. @param {string} url @param {number} [rests] */
async function load(url, rests = RESTS) {
  await page.goto('about:blank');
  await cdp.send('HeapProfiler.collectGarbage');
  const events = await traced(async () => {
    await page.goto(url);
    await new Promise((rested) => setTimeout(rested, rests));
  });
  const of = events.find(({ name, args }) => name === 'ParseHTML' && JSON.stringify(args).includes(url));
  if (!of) throw new Error('the trace has no page');
  return events.filter(({ pid, tid }) => pid === of.pid && tid === of.tid);
}

/** @param {Event} event */
const isOurs = ({ name, args }) => name === 'ScriptInjection::InjectJs' || /chrome-extension:\/\/|"worldName":"Firsthand"/.test(JSON.stringify(args));

/** What is done with a script: of one that is a module the end of its compilation, which the page has none of its own of. */
const DONE = /^(EvaluateScript|FunctionCall|ScriptInjection::InjectJs|v8\.(compile|run|compileModule|evaluateModule|streamingCompile\.\w+))$/;
/** @param {Event} event */
const isWork = (event) => (DONE.test(event.name) && isOurs(event)) || event.name === 'DocumentModuleScriptFetcher::NotifyFinished';

/** @param {Event[]} main */
const gateOf = (main) => main.find((event) => event.name === 'EvaluateScript' && isOurs(event));

/**
 * What our scripts do: when they are put in, when they are called, and after what they waited for, which runs as microtasks. The page has none of its
 * own once it is there.
 * @param {Event[]} main
 */
function oursOf(main) {
  const from = gateOf(main)?.ts ?? Infinity;
  return outermost(main, (event) => event.ts >= from && (isWork(event) || event.name === MICROTASKS));
}

/** All that the thread does from the gate on: how long the page took to come there differs from load to load. @param {Event[]} main */
function tasksOf(main) {
  const from = gateOf(main)?.ts ?? Infinity;
  return outermost(main, ({ name, ts, dur = 0 }) => TASKS.has(name) && ts + dur > from);
}

/** @param {number} ours @param {number} theirs */
const beside = (ours, theirs) => (ours / theirs).toFixed(2);

/** @param {string} what @param {string} site */
async function compare(what, site) {
  /** @type {Record<'fresh' | 'whole' | 'all' | 'gate' | 'longest' | 'touch' | 'browser' | 'without', number[]>} */
  const cost = { fresh: [], whole: [], all: [], gate: [], longest: [], touch: [], browser: [], without: [] };
  const story = (/** @type {number} */ round) => load(server.url(site, `${REWRITE}?${round}`));
  const marked = async () => Object.values(await marks(page)).reduce((sum, n) => sum + n, 0);
  for (let i = 0; i < ROUNDS; i++) {
    const main = await story(i);
    if (!await marked()) throw new Error('the story was not marked in time');
    const tasks = tasksOf(main);
    /** @param {Event} task */
    const within = (task) => main.filter(({ ts }) => ts >= task.ts && ts < task.ts + (task.dur ?? 0));
    const ours = oursOf(main);
    cost.all.push(sum(ours));
    cost.gate.push((gateOf(main)?.tdur ?? NaN) / 1000);
    cost.longest.push(Math.max(...tasks.map((task) => sum(ours.filter((event) => within(task).includes(event))))));
    cost.browser.push(sum(tasks));
    // Nobody has moved the pointer before.
    const touched = await traced(async () => {
      await page.move(3, 3 + (i % 2));
      await new Promise((rested) => setTimeout(rested, 500));
    });
    cost.touch.push(sum(outermost(touched, isWork)));
    const theirs = await parse();
    cost.fresh.push(theirs.parsed);
    cost.whole.push(theirs.parsed + theirs.prepared);
  }
  console.log(`${what}: ${await marked()} marks on ${await page.evaluate(() => (document.querySelector('.post-content')?.textContent ?? '').split(/\s+/).length)} words\n`);
  // The same page with the site switched off: what is left is the gate and one message.
  await tell(browser, { type: 'setSite', site: `${site}.localhost`, change: { on: false } });
  await page.front();
  for (let i = 0; i < ROUNDS; i++) cost.without.push(sum(tasksOf(await story(i))));
  await tell(browser, { type: 'setSite', site: `${site}.localhost`, change: null });
  await page.front();
  line('@mozilla/readability, parse of the same page, fresh tab', show(median(cost.fresh)));
  line('  with its compilation and its copy of the document', show(median(cost.whole)));
  line('Firsthand, all its scripts on a fresh page', `${show(median(cost.all))}   ${beside(median(cost.all), median(cost.fresh))} of Readability's parse, ${beside(median(cost.all), median(cost.whole))} of all that it takes`);
  line('  of that the gate, and its message', show(median(cost.gate)));
  line('  the longest task', show(median(cost.longest)));
  line('its scripts with the first move of the pointer', show(median(cost.touch)));
  line('all that the main thread does more with Firsthand', `${show(median(cost.browser) - median(cost.without))} (styles, frames and messages included)\n`);
}

await compare('the demo', 'buzzline');
await compare('a longer story', 'longer');

/** @type {Record<'front' | 'looks', number[]>} */
const passed = { front: [], looks: [] };
for (let i = 0; i < ROUNDS; i++) {
  const main = await load(server.url('tidewaterledger', `/?${i}`), LOOKS);
  passed.front.push((gateOf(main)?.tdur ?? NaN) / 1000);
  passed.looks.push(sum(oursOf(main)));
}
line('the gate on a front page, which it passes over', `${show(median(passed.front))}, with its later looks ${show(median(passed.looks))}`);
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
