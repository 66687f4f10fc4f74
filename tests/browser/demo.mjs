// What `cargo xtask run` and `cargo xtask serve` start.
//
//   node tests/browser/demo.mjs --browser chromium|firefox [--headless] [--dark] [--screenshot PNG] [--pair JSON]
//   node tests/browser/demo.mjs --serve [--port N]

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { launch, LIMIT, serve, until } from './driver/index.mjs';
import { HOST, marks, stateOf, tabOf, tell } from './firsthand.mjs';
import { REPORT, REWRITE, SITES } from './sites.mjs';

const { values: given } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    screenshot: { type: 'string' },
    pair: { type: 'string' },
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '8600' },
  },
});

if (given.serve) {
  const server = await serve(SITES, Number(given.port));
  console.log(`Playground    ${server.url('localhost')}`);
  console.log(`The report    ${server.url('tidewaterledger', REPORT)}`);
  console.log(`Its rewrite   ${server.url('buzzline', REWRITE)}`);
  console.log('Ctrl C ends it.');
} else {
  const { server, story, report } = given.pair ? await pair(given.pair) : await madeUp();
  try {
    await show(story, report);
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    await server.close();
  }
}

/** The two made-up sites. */
async function madeUp() {
  const server = await serve(SITES);
  return { server, story: server.url('buzzline', REWRITE), report: server.url('tidewaterledger', REPORT) };
}

/** Two files of the reader's, each at its own address below `.localhost`. @param {string} plan */
async function pair(plan) {
  /** @type {Record<'story' | 'original', { url: string, html: string }>} */
  const { story, original } = JSON.parse(await readFile(plan, 'utf8'));
  const [at, from] = [new URL(story.url), new URL(original.url)];
  // Two files without addresses, or of one site, still are two pages.
  if (at.host === from.host && at.pathname === from.pathname) at.pathname += 'story';
  /** @type {Record<string, Record<string, string>>} */
  const sites = {};
  const server = await serve(sites);
  const here = (/** @type {URL} */ url) => server.url(url.hostname, url.pathname);
  // The story's links to the original lead to where it is served, under whatever scheme or query they name it.
  const address = from.host.replaceAll('.', '\\.') + from.pathname.replace(/\/$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const links = new RegExp(`https?://(?:www\\.)?${address.replace(/^www\\\./, '')}/?(?=["'#?])`, 'g');
  (sites[at.hostname] ??= {})[at.pathname] = story.html.replace(links, here(from));
  (sites[from.hostname] ??= {})[from.pathname] = original.html;
  return { server, story: here(at), report: here(from) };
}

/** @param {string} story @param {string} report */
async function show(story, report) {
  const browser = await launch({ browser: given.browser === 'firefox' ? 'firefox' : 'chromium', headless: given.headless, dark: given.dark, greet: !given.headless });
  // A profile of some hundred megabytes is not left behind.
  const interrupted = async () => {
    await browser.close().catch(() => {});
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted);
  try {
    // A reader who has seen the report: Firsthand knows it from then on, and compares as soon as the story is open.
    await readable(await browser.open(report), 'The report');
    const page = await browser.open(story);
    await readable(page, 'The story');
    console.log(`The report    ${report}\nIts rewrite   ${story}`);
    await until(async () => (await marks(page)).traced > 0 || (await compare(page)), 'the comparison').catch((error) => {
      console.error(String(error));
      process.exitCode = 1;
    });
    const found = await marks(page);
    console.log(`Marked: ${found.traced} stretches that trace to the report, ${found.exact} exact quotations, ${found.changed} changes, ${found.writer + found.nobody} of the writer's own words`);
    if (given.screenshot) {
      // The pill has come to rest.
      await page.shadow(HOST, async (root) => void (await Promise.all(root.getAnimations().map((animation) => animation.finished))));
      await page.screenshot({ path: given.screenshot });
      console.log(given.screenshot);
    } else if (!given.headless) {
      await browser.tidy();
      console.log('Close the browser to end.');
      await browser.closed();
    }
  } finally {
    await browser.close().catch(() => {});
  }
}

/**
 * Waits until a page has been read. One that the gate passes over, since it is too short to be told from a page that is no article, is read
 * as with the popup's “Treat this page as an article”.
 * @param {import('./driver/index.mjs').Page} page @param {string} what
 */
async function readable(page, what) {
  const read = (/** @type {number} */ limit) => until(async () => (await stateOf(page)).phase === 'read', `${what.toLowerCase()} to be read`, limit);
  // The gate's last look is after 2.5 seconds.
  if (await read(5000).catch(() => false)) return;
  console.log(`${what} is too short to be taken for an article; it is read as if you had chosen “Treat this page as an article” in the popup.`);
  await tell(page.browser, { type: 'toTab', tab: await tabOf(page), message: { type: 'force' } });
  await page.front();
  await read(LIMIT);
}

/** One click, as a reader's, on “Compare with the report”; the report had to be fetched. @param {import('./driver/index.mjs').Page} page */
async function compare(page) {
  await page.shadow(HOST, (root) => {
    const [button] = [...root.querySelectorAll('button')].filter((button) => button.textContent === 'Compare with the report');
    button?.click();
  });
  return false;
}
