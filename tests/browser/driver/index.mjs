// One way to drive both browsers with the extension in them.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chromium } from './chromium.mjs';
import { Firefox } from './firefox.mjs';

export { count, colour, differing, picture } from './png.mjs';
export { serve } from './server.mjs';
export { LIMIT, until, within } from './wait.mjs';

/** @typedef {'chromium' | 'firefox'} Name */

/**
 * @typedef {object} Options
 * @property {Name} browser
 * @property {boolean | string} [extension] with the extension (the default), or with the one in this folder
 * @property {boolean} [headless] without a window (the default)
 * @property {boolean} [dark] as a reader who prefers dark pages
 * @property {number} [width] of the page, CSS pixels
 * @property {number} [height]
 * @property {Record<string, unknown>} [prefs] Firefox's preferences
 * @property {string[]} [args] more arguments of the command line
 * @property {boolean} [greet] leave the first-run page open
 */

/**
 * @typedef {Omit<Required<Options>, 'browser' | 'extension'> & { program: string, profile: string, extension: string | null, id: string }} Started
 */

/** @typedef {{ path?: string, clip?: { x: number, y: number, width: number, height: number }, full?: boolean }} Shot */

/**
 * A browser with a profile of its own.
 * @typedef {object} Browser
 * @property {Name} name
 * @property {string} origin of the extension's own pages
 * @property {(url?: string) => Promise<Page>} open a tab in front, loaded
 * @property {(part: string) => Promise<Page>} opened the tab, once there is one, whose address contains this: one that a page opened
 * @property {(path: string) => Promise<Page>} openExtension a page of the extension in a tab: `popup/popup.html`
 * @property {<A extends unknown[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} extension runs where `chrome.*` is (Chromium: in
 *   the background's worker; Firefox: in a page of the extension)
 * @property {() => Promise<void>} tidy closes what the driver opened for itself
 * @property {() => Promise<void>} stopBackground as the browser does when it is idle
 * @property {() => Promise<Browser>} restart ends it and starts another with the same profile
 * @property {() => Promise<unknown>} close
 * @property {() => Promise<unknown>} closed when its user has ended it
 */

/**
 * @typedef {object} Page
 * @property {string[]} errors what the console called an error, content scripts included (Firefox: the page's own only)
 * @property {Browser} browser
 * @property {(url: string) => Promise<void>} goto
 * @property {() => Promise<void>} reload
 * @property {() => Promise<void>} back
 * @property {() => Promise<string>} url
 * @property {() => Promise<void>} front makes it the tab in front
 * @property {() => Promise<void>} close
 * @property {<A extends unknown[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate runs in the page; values are JSON
 * @property {<A extends unknown[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} waitFor asks the page until the answer is truthy
 * @property {<A extends unknown[], R>(host: string, fn: (root: ShadowRoot, ...args: A) => R, ...args: A) => Promise<Awaited<R> | null>} shadow runs
 *   in the page with the shadow root, closed or open, of the element that the selector `host` finds; `null` without one
 * @property {(x: number, y: number) => Promise<void>} move the pointer, to viewport coordinates
 * @property {(x: number, y: number) => Promise<void>} clickAt
 * @property {(key: string) => Promise<void>} key as `Escape`, `n`, `Shift+Tab`
 * @property {(text: string) => Promise<void>} type
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(shot?: Shot) => Promise<Buffer>} screenshot a PNG, one pixel to a CSS pixel
 */

/** @type {Name[]} */
const ALL = ['chromium', 'firefox'];

/** The browsers that tests run in: both, or those that FIRSTHAND_BROWSERS names. */
export const BROWSERS = ALL.filter((name) => !process.env.FIRSTHAND_BROWSERS || process.env.FIRSTHAND_BROWSERS.split(',').includes(name));

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The extension as `cargo xtask build` unpacks it. @param {Name} name */
export const unpacked = (name) => join(ROOT, 'target/extension', name);

/** @type {Record<Name, string[]>} */
const PROGRAMS = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};

/** @param {Name} name */
function program(name) {
  const named = process.env[name.toUpperCase()];
  if (named?.includes('/')) return named;
  const found = PROGRAMS[name].find(existsSync);
  if (found && !named) return found;
  try {
    return execFileSync('which', [named ?? name], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(`${named ?? name} was not found; name its program in ${name.toUpperCase()}`);
  }
}

/** Profiles of this run; the end of the process removes what is left. @param {Options} options @returns {Promise<Browser>} */
export async function launch({ browser: name, extension = true, headless = true, dark = false, width = 1280, height = 900, prefs = {}, args = [], greet = false }) {
  let id = '';
  const folder = typeof extension === 'string' ? extension : unpacked(name);
  if (extension) {
    const manifest = join(folder, 'manifest.json');
    if (!existsSync(manifest)) throw new Error(`${manifest} is missing: run \`cargo xtask build\` first`);
    id = JSON.parse(await readFile(manifest, 'utf8')).browser_specific_settings?.gecko?.id ?? '';
  }
  const profile = await mkdtemp(join(tmpdir(), 'firsthand-'));
  const started = { program: program(name), profile, extension: extension ? folder : null, id, headless, dark, width, height, prefs, args, greet };
  return disposable(await (name === 'chromium' ? Chromium : Firefox).start(started), profile);
}

/** Closing it takes its profile along. @param {Browser} browser @param {string} profile @returns {Browser} */
function disposable(browser, profile) {
  const close = browser.close.bind(browser);
  const restart = browser.restart.bind(browser);
  browser.close = async () => {
    await close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  browser.restart = async () => disposable(await restart(), profile);
  return browser;
}
