// `cargo xtask pages`: opens saved pages in Chromium with the extension on, and says what it broke.
//
// For every page: is the document, our one element aside, byte for byte what it was before the extension ran in it; did a script of ours
// throw; did anything move on the page when marks and surfaces came; and is nothing of ours left after the site was switched off.
// The pages' own scripts do not run (their document would change by itself) and nothing is fetched for them.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { launch, serve, until } from './driver/index.mjs';

const { values: given, positionals } = parseArgs({ allowPositionals: true, options: { limit: { type: 'string' } } });

/** @param {string} path @returns {Promise<{ name: string, html: string }[]>} */
async function load(path) {
  if (path.endsWith('.jsonl.gz') || path.endsWith('.jsonl')) {
    const bytes = await readFile(path);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text.split('\n').filter(Boolean).map((line) => JSON.parse(line)).flatMap((row) => {
      const html = row.page?.html ?? row.html;
      return html ? [{ name: String(row.id), html }] : [];
    });
  }
  if ((await stat(path)).isDirectory()) {
    const names = (await readdir(path, { recursive: true })).filter((name) => /\.x?html?$/.test(name)).sort();
    return Promise.all(names.map(async (name) => ({ name, html: await readFile(join(path, name), 'utf8') })));
  }
  return [{ name: path, html: await readFile(path, 'utf8') }];
}

const pages = (await Promise.all(positionals.map(load))).flat().slice(0, Number(given.limit ?? Infinity));
if (!pages.length) throw new Error('no pages there');

/** Scripts stay in the document as text; a page may not send itself elsewhere. */
const CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";
const shown = { html: '' };
const server = await serve({ page: { '*': (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP });
  response.end(shown.html.replace(/<meta[^>]+http-equiv=["']?refresh[^>]*>/gi, ''));
} } });

const browser = await launch({ browser: 'chromium' });
const SITE = 'page.localhost';

const total = { pages: 0, read: 0, threw: 0, changed: 0, shifted: 0, left: 0, marks: 0 };
/** @type {string[]} */
const broken = [];
const ui = await browser.openExtension('options/options.html');
/** @param {object} message */
const say = (message) => ui.evaluate((message) => chrome.runtime.sendMessage(message), message);
const page = await browser.open();

/** What a page is without us. */
const snapshot = () => page.evaluate(() => {
  const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
  copy.querySelectorAll(':scope > firsthand-ui').forEach((host) => host.remove());
  return copy.outerHTML;
});

/** Adds up what moves from now on. */
const observe = () => page.evaluate(() => {
  const world = /** @type {any} */ (globalThis);
  world.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) world.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: false });
});

/** Whether a page moves by itself, without us, in as much time. @param {string} url @param {number} ms */
async function restless(url, ms) {
  await page.goto(url);
  await observe();
  await new Promise((passed) => setTimeout(passed, ms));
  return page.evaluate(() => /** @type {any} */ (globalThis).shift > 0);
}

for (const { name, html } of pages) {
  total.pages += 1;
  /** @type {string[]} */
  const faults = [];
  shown.html = html;
  page.errors.length = 0;
  const url = server.url('page', `/${total.pages}`);
  try {
    // Off: the page as it is.
    await say({ type: 'setSite', site: SITE, change: { on: false } });
    await page.goto(url);
    const before = await snapshot();
    await observe();
    const since = Date.now();
    // The gate looks again after 0.7 and 2.5 seconds; what it has not called an article by then, nobody reads.
    const gated = await until(async () => (await state()) === 'off', 'the gate', 2800).catch(() => false);
    // On: read and marked.
    await say({ type: 'setSite', site: SITE, change: { on: true } });
    const phase = gated && await until(async () => {
      const phase = await state();
      return ['read', 'not_article', 'failed'].includes(phase) && phase;
    }, 'the reading');
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    const seen = await page.evaluate(() => {
      let marks = 0;
      for (const [name, highlight] of CSS.highlights) if (name.startsWith('fh-')) marks += highlight.size;
      return { marks, hosts: document.querySelectorAll('firsthand-ui').length, shift: /** @type {any} */ (globalThis).shift };
    });
    if (phase === 'read') total.read += 1;
    total.marks += seen.marks;
    if (phase === 'failed') faults.push('the reading failed');
    if (seen.hosts > 1) faults.push(`${seen.hosts} elements of ours`);
    const took = Date.now() - since;
    if ((await snapshot()) !== before) { total.changed += 1; faults.push('its document was changed'); }
    // Off again: nothing is left.
    await say({ type: 'setSite', site: SITE, change: { on: false } });
    const left = await until(() => page.evaluate(() => {
      let marks = 0;
      for (const [name, highlight] of CSS.highlights) if (name.startsWith('fh-')) marks += highlight.size;
      return marks + document.querySelectorAll('firsthand-ui').length === 0;
    }), 'everything of ours to go', 5000).catch(() => false);
    if (!left) { total.left += 1; faults.push('something of ours is left after switching off'); }
    if (seen.shift > 0 && !(await restless(url, took))) { total.shifted += 1; faults.push(`moved by ${seen.shift}`); }
    const ours = page.errors.filter((error) => error.includes('chrome-extension://'));
    if (ours.length) { total.threw += 1; faults.push(...ours); }
  } catch (error) {
    faults.push(String(error));
  }
  if (faults.length) broken.push(`${name}: ${faults.join('; ')}`);
  if (process.stdout.isTTY) process.stdout.write(`\r${total.pages} of ${pages.length}`);
}

/** What the background knows of the page. @returns {Promise<string>} */
function state() {
  return ui.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((tab) => tab.url === url);
    const known = /** @type {any} */ ((await chrome.storage.session.get(`tab:${tab?.id}`))[`tab:${tab?.id}`]);
    return known?.url === url ? known.phase : '';
  }, server.url('page', `/${total.pages}`));
}

await browser.close();
await server.close();
for (const line of broken) console.log(line);
console.log(`${total.pages} pages, ${total.read} read as articles, ${total.marks} marks`);
console.log(`documents changed ${total.changed}, exceptions of ours ${total.threw}, pages that moved ${total.shifted}, not clean after switching off ${total.left}`);
process.exitCode = broken.length ? 1 : 0;
