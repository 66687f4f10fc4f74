// Chromium by playwright-core. Pages are asked over the DevTools protocol directly: Playwright's own `evaluate` runs
// `eval` in the page, which a strict CSP forbids.

import { chromium } from 'playwright-core';
import { until, WELCOME } from './wait.mjs';

/** @import { Browser, Page, Shot, Started } from './index.mjs' */

/** @implements {Browser} */
export class Chromium {
  name = /** @type {const} */ ('chromium');
  #context;
  #options;
  /** @type {string} */
  #id;

  /** @param {import('playwright-core').BrowserContext} context @param {string} id @param {Started} options */
  constructor(context, id, options) {
    this.#context = context;
    this.#id = id;
    this.#options = options;
  }

  /** @param {Started} options */
  static async start(options) {
    const { extension, headless, dark, width, height } = options;
    const context = await chromium.launchPersistentContext(options.profile, {
      executablePath: options.program,
      headless,
      viewport: headless ? { width, height } : null,
      colorScheme: headless ? (dark ? 'dark' : 'light') : null,
      // Readers have a back/forward cache.
      ignoreDefaultArgs: ['--disable-back-forward-cache', ...(headless ? [] : ['--enable-automation'])],
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(headless ? ['--disable-gpu', '--hide-scrollbars'] : []),
        ...(dark && !headless ? ['--force-dark-mode'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--lang=en-US',
        ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
        ...options.args,
      ],
    });
    let id = '';
    if (extension) {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      id = new URL(worker.url()).host;
      if (!options.greet) await dismissGreeting(context);
    }
    return new Chromium(context, id, options);
  }

  get origin() {
    return `chrome-extension://${this.#id}`;
  }

  /** @param {string} [url] */
  async open(url) {
    const opened = await this.#attach(await this.#context.newPage());
    if (url) await opened.goto(url);
    return opened;
  }

  /** @param {string} part */
  async opened(part) {
    return this.#attach(await until(() => this.#context.pages().find((page) => page.url().includes(part)), `a tab with ${part}`));
  }

  /** @param {import('playwright-core').Page} page */
  async #attach(page) {
    const cdp = await this.#context.newCDPSession(page);
    const attached = new ChromiumPage(page, cdp, this);
    await cdp.send('Runtime.enable');
    return attached;
  }

  /** @param {string} path */
  openExtension(path) {
    return this.open(`${this.origin}/${path}`);
  }

  /** @type {Browser['extension']} */
  async extension(fn, ...args) {
    const worker = await until(() => this.#context.serviceWorkers()[0], "the extension's worker");
    return /** @type {any} */ (await worker.evaluate(`(${fn})(...${JSON.stringify(args)})`));
  }

  async tidy() {}

  async stopBackground() {
    const page = await this.openExtension('manifest.json');
    const cdp = await this.#context.newCDPSession(page.page);
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await page.close();
  }

  async restart() {
    await this.#context.close();
    return Chromium.start(this.#options);
  }

  close() {
    return this.#context.close();
  }

  closed() {
    return new Promise((resolve) => this.#context.once('close', resolve));
  }
}

/**
 * The first-run page would come in front of whatever a test opens.
 * @param {import('playwright-core').BrowserContext} context
 */
async function dismissGreeting(context) {
  /** @param {import('playwright-core').Page} page */
  const dismiss = async (page) => {
    await page.waitForURL(/.*/).catch(() => {});
    if (page.url().endsWith(WELCOME)) await page.close().catch(() => {});
  };
  context.on('page', dismiss);
  // It is opened once, and by then everything that the background does at its start is done.
  const seen = context.pages().find((page) => page.url().endsWith(WELCOME));
  if (seen) await dismiss(seen);
  else await context.waitForEvent('page', { timeout: 3000 }).then(dismiss, () => {});
  // Not the greeting itself, which may have been the first tab and be on its way out. Whoever opens a page brings it to the front anyway.
  await context.pages().find((page) => !page.url().endsWith(WELCOME))?.bringToFront().catch(() => {});
}

/** @implements {Page} */
export class ChromiumPage {
  /** @type {string[]} */
  errors = [];
  page;
  #cdp;
  #browser;

  /** @param {import('playwright-core').Page} page @param {import('playwright-core').CDPSession} cdp @param {Chromium} browser */
  constructor(page, cdp, browser) {
    this.page = page;
    this.#cdp = cdp;
    this.#browser = browser;
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: e }) => {
      this.errors.push(`${e.exception?.description ?? e.text} (${e.url ?? e.stackTrace?.callFrames[0]?.url ?? 'no address'})`);
    });
    cdp.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      if (type !== 'error') return;
      this.errors.push(`${args.map((arg) => arg.value ?? arg.description).join(' ')} (${stackTrace?.callFrames[0]?.url ?? 'no address'})`);
    });
  }

  /** @param {string} url */
  async goto(url) {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  async reload() {
    await this.page.reload();
  }

  async back() {
    await this.page.goBack();
  }

  async url() {
    return this.page.url();
  }

  async front() {
    await this.page.bringToFront();
  }

  async close() {
    await this.page.close();
  }

  /** @type {Page['evaluate']} */
  async evaluate(fn, ...args) {
    const { result, exceptionDetails } = await this.#cdp.send('Runtime.evaluate', {
      expression: `(${fn})(...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** @type {Page['waitFor']} */
  waitFor(fn, ...args) {
    return until(() => this.evaluate(fn, ...args), `${fn}`.slice(0, 200));
  }

  /** @type {Page['shadow']} */
  async shadow(host, fn, ...args) {
    const { result } = await this.#cdp.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(host)})` });
    if (!result.objectId) return null;
    const { node } = await this.#cdp.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (!backendNodeId) return null;
    const { object } = await this.#cdp.send('DOM.resolveNode', { backendNodeId });
    const answer = await this.#cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function () { return (${fn})(this, ...${JSON.stringify(args)}); }`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  /** @param {number} x @param {number} y */
  async move(x, y) {
    await this.page.mouse.move(x, y);
  }

  /** @param {number} x @param {number} y */
  async clickAt(x, y) {
    await this.page.mouse.click(x, y);
  }

  /** @param {string} key */
  async key(key) {
    await this.page.keyboard.press(key);
  }

  /** @param {string} text */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.page.setViewportSize({ width, height });
  }

  /** @param {Shot} [shot] */
  async screenshot({ path, clip, full = false } = {}) {
    // Hiding the caret, as Playwright does otherwise, writes style attributes into the page.
    return this.page.screenshot({ ...(path && { path }), ...(clip && { clip }), fullPage: full && !clip, scale: 'css', caret: 'initial' });
  }

  get browser() {
    return this.#browser;
  }

  /** The DevTools session, for what only Chromium is asked. */
  get cdp() {
    return this.#cdp;
  }
}
