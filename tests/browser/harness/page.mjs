// What tests ask of a page with our surfaces in it.

import { until } from '../driver/index.mjs';
import { HOST } from './extension.mjs';

/** @import { Page } from '../driver/index.mjs' */

/** The words under each highlight of ours, by its name. @param {Page} page @returns {Promise<Record<string, string[]>>} */
export const marks = (page) => page.evaluate(() => {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const [name, highlight] of /** @type {any} */ (CSS).highlights) {
    if (name.startsWith('fh-')) found[name] = [...highlight].map((range) => String(range)).sort();
  }
  return found;
});

/** @param {Page} page @param {string} name @param {number} [least] */
export const marked = (page, name, least = 1) => page.waitFor((n, m) => (/** @type {any} */ (CSS).highlights.get(n)?.size ?? 0) >= m, name, least);

/** @param {Page} page */
export const unmarked = (page) => page.waitFor(() => ![...(/** @type {any} */ (CSS).highlights.keys())].some((name) => name.startsWith('fh-')));

/** @param {Page} page @param {string} selector */
export const has = (page, selector) => page.shadow(HOST, (root, s) => !!root.querySelector(s), selector);
/** @param {Page} page @param {string} selector */
export const shown = (page, selector) => until(() => has(page, selector), `${selector} is shown`);
/** @param {Page} page @param {string} selector */
export const gone = (page, selector) => until(async () => !(await has(page, selector)), `${selector} is gone`);
/** @param {Page} page @param {string} selector */
export const textOf = (page, selector) => page.shadow(HOST, (root, s) => root.querySelector(s)?.textContent?.replace(/\s+/g, ' ').trim() ?? null, selector);
/** @param {Page} page @param {string} selector @param {string} words */
export const says = (page, selector, words) => until(async () => (await textOf(page, selector))?.includes(words), `${selector} says “${words}”`);

/** The middle of an element in our shadow root, in the viewport. @param {Page} page @param {string} selector @param {number} [i] */
export async function spot(page, selector, i = 0) {
  const at = await page.shadow(HOST, (root, s, n) => {
    const element = root.querySelectorAll(s)[n];
    if (!element) return null;
    element.scrollIntoView({ block: 'nearest' });
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, selector, i);
  if (!at) throw new Error(`no ${selector} (${i})`);
  return at;
}

/** A real click. @param {Page} page @param {string} selector @param {number} [i] */
export async function click(page, selector, i = 0) {
  const at = await spot(page, selector, i);
  await page.clickAt(at.x, at.y);
}

/** What has the focus in our shadow root: tag, class, words. @param {Page} page */
export const focused = (page) => page.shadow(HOST, (root) => {
  const at = /** @type {HTMLElement | null} */ (root.activeElement);
  return at ? `${at.localName}.${at.className} ${(at.getAttribute('aria-label') ?? at.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}` : null;
});

/** Where words of the page stand on the screen. @param {Page} page @param {string} words */
export const where = (page, words) => page.evaluate((w) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const at = node.nodeValue?.indexOf(w) ?? -1;
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + w.length);
    const box = range.getClientRects()[0];
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, left: box.left, right: box.right, top: box.top, bottom: box.bottom };
  }
  throw new Error(`“${w}” is not on the page`);
}, words);

/** @param {Page} page @param {string} words */
export async function hover(page, words) {
  const at = await where(page, words);
  await page.move(at.x - 3, at.y);
  await page.move(at.x, at.y);
}

