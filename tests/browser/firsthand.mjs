// What tests ask of the extension on a page: its host element, and its marks as the page's own registry has them.

import { until } from './driver/index.mjs';

/** The one element of ours. */
export const HOST = 'firsthand-ui';

/** @typedef {'traced' | 'exact' | 'changed' | 'writer' | 'nobody' | 'active'} Kind */

/** How many ranges of each kind are marked, whatever their tone. @param {import('./driver/index.mjs').Page} page */
export function marks(page) {
  return page.evaluate(() => {
    /** @type {Record<Kind, number>} */
    const found = { traced: 0, exact: 0, changed: 0, writer: 0, nobody: 0, active: 0 };
    for (const [name, highlight] of CSS.highlights) {
      const kind = /** @type {Kind | undefined} */ (/^fh-([a-z]+)/.exec(name)?.[1]);
      if (kind && kind in found) found[kind] += [...highlight].filter((range) => !range.collapsed).length;
    }
    return found;
  });
}

/** The marked words of one kind, in the registry's order. @param {import('./driver/index.mjs').Page} page @param {Kind} kind */
export function words(page, kind) {
  return page.evaluate((wanted) => {
    const texts = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith(`fh-${wanted}-`)) continue;
      for (const range of highlight) texts.push(String(range));
    }
    return texts;
  }, kind);
}

/** All that a reader can read in our surfaces, or `null` without any. @param {import('./driver/index.mjs').Page} page */
export function surface(page) {
  return page.shadow(HOST, (root) => {
    /** @param {Node} node @returns {string} */
    const text = (node) => {
      if (node instanceof Element && (node.localName === 'style' || getComputedStyle(node).display === 'none')) return '';
      return node.nodeType === 3 ? node.nodeValue ?? '' : [...node.childNodes].map(text).join(' ');
    };
    return text(root).replace(/\s+/g, ' ').trim();
  });
}

/**
 * Clicks, with the pointer, what the selector finds in our shadow root once it is there; with `label`, the one that reads so.
 * @param {import('./driver/index.mjs').Page} page @param {string} selector @param {string} [label]
 */
export async function click(page, selector, label) {
  const at = await until(() => page.shadow(HOST, (root, selector, label) => {
    const found = [...root.querySelectorAll(selector)].find((element) => !label || (element.textContent ?? '').includes(label) || element.getAttribute('aria-label') === label);
    if (!found) return null;
    found.scrollIntoView({ block: 'nearest' });
    const box = found.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector, label ?? ''), `${selector} ${label ?? ''} to click`);
  await page.clickAt(at.x, at.y);
}

/**
 * The browser's number of a tab, by its address.
 * @param {import('./driver/index.mjs').Page} page
 */
export async function tabOf(page) {
  const url = (await page.url()).replace(/#.*/, '');
  const id = await page.browser.extension(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url?.replace(/#.*/, '') === url)?.id, url);
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}

/**
 * What the background knows of a page. The toolbar's icon and title are set from the same state.
 * @param {import('./driver/index.mjs').Page} page
 */
export async function stateOf(page) {
  const id = await tabOf(page);
  return page.browser.extension(async (id) => {
    const known = /** @type {any} */ ((await chrome.storage.session.get(`tab:${id}`))[`tab:${id}`]);
    return { phase: known?.phase ?? null, finding: known?.summary?.finding ?? null, title: await chrome.action.getTitle({ tabId: id }) };
  }, id);
}

/**
 * What the page itself says of its findings, painted yet or not; `null` where it does not answer.
 * @param {import('./driver/index.mjs').Page} page @returns {Promise<import('../../extension/types/protocol.d.ts').Found | null>}
 */
export async function foundOn(page) {
  const { found } = await tell(page.browser, { type: 'state', tab: await tabOf(page) });
  await page.front();
  return found;
}

/** The popup of a page, as a page of its own. @param {import('./driver/index.mjs').Page} page */
export async function popupOf(page) {
  return page.browser.openExtension(`popup/popup.html?tab=${await tabOf(page)}`);
}

/**
 * Presses a button of the popup that closes it.
 * @param {import('./driver/index.mjs').Page} popup @param {string} label
 */
export async function leaveBy(popup, label) {
  await popup.waitFor((label) => [...document.querySelectorAll('button')].some((button) => button.textContent === label), label);
  // The popup may be gone before it has answered; whoever presses looks at what comes of it.
  await popup.evaluate((label) => void setTimeout(() => [...document.querySelectorAll('button')].find((button) => button.textContent === label)?.click()), label).catch(() => {});
}

/**
 * Says something to the background, as a page of the extension does.
 * @param {import('./driver/index.mjs').Browser} browser @param {import('../../extension/types/protocol.d.ts').FromUi} message
 */
export async function tell(browser, message) {
  const page = await browser.openExtension('options/options.html');
  const answer = await page.evaluate((message) => chrome.runtime.sendMessage(message), message);
  await page.close();
  return answer;
}
