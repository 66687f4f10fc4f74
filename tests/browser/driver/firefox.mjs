// Firefox by WebDriver BiDi, without geckodriver.

import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bidi } from './bidi.mjs';
import { until, WELCOME, within } from './wait.mjs';

/** @import { Browser, Page, Shot, Started } from './index.mjs' */

/** The extension's address in every profile of ours; Firefox draws one at random otherwise. */
const UUID = '11111111-2222-4333-8444-555555555555';

/** @param {Started} options */
function preferences({ id, dark, headless, prefs }) {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    // What is installed for a test goes when Firefox ends; what it stored has to be there at the next start.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // A question that nobody can answer in a window that nobody sees.
    ...(headless && { 'extensions.webextOptionalPermissionPrompts': false }),
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'intl.accept_languages': 'en-US, en',
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'app.shield.optoutstudies.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.contentblocking.introCount': 99,
    'browser.newtabpage.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'browser.sessionstore.resume_from_crash': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'browser.tabs.warnOnClose': false,
    'browser.warnOnQuit': false,
    'datareporting.healthreport.uploadEnabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'privacy.trackingprotection.enabled': false,
    'remote.active-protocols': 1,
    'services.settings.server': 'data:,',
    'termsofuse.bypassNotification': true,
    'toolkit.telemetry.enabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    ...prefs,
  };
}

/** @implements {Browser} */
export class Firefox {
  name = /** @type {const} */ ('firefox');
  #process;
  #bidi;
  #options;
  /** @type {Map<string, FirefoxPage>} */
  #pages = new Map();
  /** A page of the extension's own that runs nothing, in a tab behind the others. @type {FirefoxPage | null} */
  #own = null;

  /** @param {import('node:child_process').ChildProcess} process @param {Bidi} bidi @param {Started} options */
  constructor(process, bidi, options) {
    this.#process = process;
    this.#bidi = bidi;
    this.#options = options;
    bidi.listen((method, params) => {
      if (method !== 'log.entryAdded' || params.level !== 'error') return;
      this.#pages.get(params.source?.context)?.errors.push(`${params.text} (${params.stackTrace?.callFrames?.[0]?.url ?? 'no address'})`);
    });
  }

  /** @param {Started} options */
  static async start(options) {
    const { profile, extension, headless, width, height } = options;
    await mkdir(profile, { recursive: true });
    const prefs = Object.entries(preferences(options));
    await writeFile(join(profile, 'user.js'), prefs.map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`).join(''));
    const child = spawn(options.program, [
      ...(headless ? ['--headless', `--width=${width}`, `--height=${height + 90}`] : []),
      '--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access', ...options.args, 'about:blank',
    ], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: '1' } });
    const address = await within(new Promise((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (data) => {
        said += data;
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
        if (found) resolve(found[1]);
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said.slice(-2000)}`)));
    }), 'starting Firefox', 90_000);
    const bidi = await Bidi.connect(`${address}/session`);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } } });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    const firefox = new Firefox(child, bidi, options);
    if (extension) {
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
      await firefox.extension(() => 0);
      if (!options.greet) await firefox.#dismissGreeting();
    }
    return firefox;
  }

  /** The first-run page would come in front of whatever a test opens. */
  async #dismissGreeting() {
    await until(async () => {
      const { contexts } = await this.#bidi.send('browsingContext.getTree', { maxDepth: 0 });
      const greeting = contexts.find((/** @type {{ url: string }} */ context) => context.url.endsWith(WELCOME));
      if (greeting) await this.#bidi.send('browsingContext.close', { context: greeting.context });
      return greeting;
    }, 'the first-run page', 3000).catch(() => {});
  }

  get origin() {
    return `moz-extension://${UUID}`;
  }

  /** @param {string} [url] */
  async open(url) {
    const { context } = await this.#bidi.send('browsingContext.create', { type: 'tab' });
    const page = await this.#page(context);
    if (url) await page.goto(url);
    return page;
  }

  /** @param {string} part */
  async opened(part) {
    const found = await until(async () => {
      const { contexts } = await this.#bidi.send('browsingContext.getTree', { maxDepth: 0 });
      return contexts.find((/** @type {{ url: string }} */ context) => context.url.includes(part));
    }, `a tab with ${part}`);
    return this.#page(found.context);
  }

  /** @param {string} path */
  openExtension(path) {
    return this.open(`${this.origin}/${path}`);
  }

  /** @param {string} context */
  async #page(context) {
    const page = new FirefoxPage(this.#bidi, context, this);
    this.#pages.set(context, page);
    if (this.#options.headless) await page.resize(this.#options.width, this.#options.height);
    return page;
  }

  /** @type {Browser['extension']} */
  async extension(fn, ...args) {
    if (!this.#own) {
      const { context } = await this.#bidi.send('browsingContext.create', { type: 'tab', background: true });
      this.#own = await this.#page(context);
      await this.#own.goto(`${this.origin}/content/marks.css`);
    }
    return this.#own.evaluate(fn, ...args);
  }

  async tidy() {
    await this.#own?.close();
    this.#own = null;
  }

  async stopBackground() {
    await this.chrome(
      (/** @type {string} */ id) => {
        // @ts-expect-error: of Firefox's own scope
        return WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      },
      this.#options.id,
    );
  }

  /**
   * Runs in the browser's own window.
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} fn
   * @param {A} args
   */
  async chrome(fn, ...args) {
    const { contexts } = await this.#bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    return new FirefoxPage(this.#bidi, contexts[0].context, this).evaluate(fn, ...args);
  }

  async restart() {
    await this.#end();
    return Firefox.start(this.#options);
  }

  async close() {
    await this.#end();
  }

  async #end() {
    const gone = this.closed();
    await this.#bidi.send('browser.close').catch(() => {});
    await within(gone, 'ending Firefox', 10_000).catch(() => this.#process.kill('SIGKILL'));
    this.#bidi.close();
  }

  closed() {
    if (this.#process.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => this.#process.once('exit', resolve));
  }
}

/** @type {Record<string, string>} */
const KEYS = { Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004', Shift: '\uE008', Alt: '\uE00A', Control: '\uE009', ArrowDown: '\uE015', ArrowUp: '\uE013', End: '\uE010', Home: '\uE011', PageDown: '\uE00F', Space: ' ' };

/** @implements {Page} */
export class FirefoxPage {
  /** @type {string[]} */
  errors = [];
  #bidi;
  #context;
  #browser;

  /** @param {Bidi} bidi @param {string} context @param {Firefox} browser */
  constructor(bidi, context, browser) {
    this.#bidi = bidi;
    this.#context = context;
    this.#browser = browser;
  }

  /** @param {string} url */
  async goto(url) {
    await this.#bidi.send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  async reload() {
    await this.#bidi.send('browsingContext.reload', { context: this.#context, wait: 'complete' });
  }

  async back() {
    await this.#bidi.send('browsingContext.traverseHistory', { context: this.#context, delta: -1 });
  }

  async url() {
    const { contexts } = await this.#bidi.send('browsingContext.getTree', { root: this.#context });
    return contexts[0].url;
  }

  async front() {
    const activate = () => this.#bidi.send('browsingContext.activate', { context: this.#context });
    // Firefox waits until the tab that was in front is hidden, and fails when that one closes meanwhile, as a popup does by its own button.
    await activate().catch((error) => (/no such frame/.test(String(error)) ? activate() : Promise.reject(error)));
  }

  async close() {
    await this.#bidi.send('browsingContext.close', { context: this.#context });
  }

  /** @type {Page['evaluate']} */
  async evaluate(fn, ...args) {
    return this.#call(`(json) => (${fn})(...JSON.parse(json))`, [{ type: 'string', value: JSON.stringify(args) }]);
  }

  /** @param {string} fn @param {object[]} args */
  async #call(fn, args) {
    const answer = await this.#bidi.send('script.callFunction', {
      functionDeclaration: `(...args) => Promise.resolve((${fn})(...args)).then((value) => JSON.stringify(value))`,
      arguments: args,
      target: { context: this.#context },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.type === 'string' ? JSON.parse(answer.result.value) : undefined;
  }

  /** @type {Page['waitFor']} */
  waitFor(fn, ...args) {
    return until(() => this.evaluate(fn, ...args), `${fn}`.slice(0, 200));
  }

  /** @type {Page['shadow']} */
  async shadow(host, fn, ...args) {
    const found = await this.#bidi.send('script.callFunction', {
      functionDeclaration: '(host) => document.querySelector(host)',
      arguments: [{ type: 'string', value: host }],
      target: { context: this.#context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    const root = found.result?.value?.shadowRoot;
    if (!root?.sharedId) return null;
    return this.#call(`(root, json) => (${fn})(root, ...JSON.parse(json))`, [{ sharedId: root.sharedId }, { type: 'string', value: JSON.stringify(args) }]);
  }

  /** @param {object[]} actions */
  async #act(actions) {
    await this.#bidi.send('input.performActions', { context: this.#context, actions });
  }

  /** @param {number} x @param {number} y */
  async move(x, y) {
    await this.#act([{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }] }]);
  }

  /** @param {number} x @param {number} y */
  async clickAt(x, y) {
    await this.#act([{
      type: 'pointer', id: 'mouse',
      actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }],
    }]);
  }

  /** @param {string} key */
  async key(key) {
    const parts = key.split('+').map((part) => KEYS[part] ?? part);
    await this.#act([{
      type: 'key', id: 'keyboard',
      actions: [...parts.map((value) => ({ type: 'keyDown', value })), ...parts.reverse().map((value) => ({ type: 'keyUp', value }))],
    }]);
  }

  /** @param {string} text */
  async type(text) {
    for (const letter of text) await this.key(letter);
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.#bidi.send('browsingContext.setViewport', { context: this.#context, viewport: { width, height } });
  }

  /** @param {Shot} [shot] */
  async screenshot({ path, clip, full = false } = {}) {
    const { data } = await this.#bidi.send('browsingContext.captureScreenshot', {
      context: this.#context,
      origin: full ? 'document' : 'viewport',
      ...(clip && { clip: { type: 'box', ...clip } }),
    });
    const png = Buffer.from(data, 'base64');
    if (path) await writeFile(path, png);
    return png;
  }

  get browser() {
    return this.#browser;
  }
}

