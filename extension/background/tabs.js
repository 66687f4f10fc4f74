// What is known of each tab, kept in storage.session: in memory only, and it outlives a stopped background.

import { siteOf } from '../ui/site.js';

/** @import { Report } from '../types/core' */
/** @import { Summary, TabState } from '../types/protocol' */

/**
 * @typedef {object} Tab
 * @property {string} url the document that this is about
 * @property {TabState['phase']} phase
 * @property {Summary | null} summary
 * @property {boolean} [forced] the reader says that it is an article
 * @property {string[]} credits what `compare` may ask for: the reports that this document's articles credit
 */

/** @param {number} id */
const key = id => `tab:${id}`;

/** @param {number} id @returns {Promise<Tab | null>} */
export async function get(id) {
  return /** @type {Tab | undefined} */ ((await chrome.storage.session.get(key(id)))[key(id)]) ?? null;
}

/** @returns {Promise<Map<number, Tab>>} */
export async function all() {
  const stored = await chrome.storage.session.get(null);
  return new Map(Object.entries(stored).filter(([name]) => name.startsWith('tab:'))
    .map(([name, tab]) => [Number(name.slice(4)), /** @type {Tab} */ (tab)]));
}

/** @param {number} id @param {Tab} tab */
export async function put(id, tab) {
  try {
    await chrome.storage.session.set({ [key(id)]: tab });
  } catch {
    // Full (10 MB): what the popup would say of other tabs is the least loss.
    const others = Object.keys(await chrome.storage.session.get(null)).filter(name => /^(?:tab|past):/.test(name));
    await chrome.storage.session.remove(others);
    await chrome.storage.session.set({ [key(id)]: tab }).catch(() => {});
  }
}

/** @param {number} id */
export const drop = id => chrome.storage.session.remove([key(id), `past:${id}`]);

/** Documents of a tab that may come back from the back/forward cache. */
const PAST = 6;

/** A new document: what was known of the one before is kept aside. @param {number} id @param {Tab} tab */
export async function begin(id, tab) {
  const name = `past:${id}`;
  const { [key(id)]: before, [name]: past } = await chrome.storage.session.get([key(id), name]);
  if (before) await chrome.storage.session.set({ [name]: [...(Array.isArray(past) ? past : []), before].slice(-PAST) }).catch(() => {});
  await put(id, tab);
}

/** A document is back: so is what was known of it, and the icon, which a browser takes away with the document. @param {number} id @param {string} url @param {boolean} on */
export async function comeBack(id, url, on) {
  const name = `past:${id}`;
  const { [key(id)]: now, [name]: past } = await chrome.storage.session.get([key(id), name]);
  const known = /** @type {Tab[]} */ ([...(Array.isArray(past) ? past : []), ...(now ? [now] : [])]).findLast(tab => tab.url === url);
  if (!known) return;
  const tab = on || known.phase === 'off' ? known : { ...known, phase: /** @type {const} */ ('off'), summary: null };
  if (known !== now || tab !== known) await begin(id, tab);
  await setIcon(id, iconOf(tab));
}

/** @param {string} kind @returns {Record<string, string>} */
const paths = kind => ({
  16: `/icons/icon-16${kind}.png`,
  32: `/icons/icon${kind}-32.png`,
  48: `/icons/icon${kind}-48.png`,
});
const ICONS = { found: paths(''), idle: paths('-idle'), off: paths('-off') };

/** The underline only when a report has been found. @param {Pick<Tab, 'phase' | 'summary'>} tab @returns {keyof typeof ICONS} */
export function iconOf({ phase, summary }) {
  if (phase === 'off') return 'off';
  return summary?.finding === 'rewrite' || summary?.finding === 'draws_on' ? 'found' : 'idle';
}

/** The tab may be gone by now; then there is nothing to show. @param {number} id @param {keyof typeof ICONS} icon */
export async function setIcon(id, icon) {
  const title = chrome.i18n.getMessage(icon === 'found' ? 'action_found' : icon === 'off' ? 'action_off' : 'name');
  await Promise.allSettled([
    chrome.action.setIcon({ tabId: id, path: ICONS[icon] }),
    chrome.action.setTitle({ tabId: id, title }),
  ]);
}

/** @param {Report} report @returns {Summary} */
export function summarize({ finding, article, about, sources, credits: [credit], gap, gaps, counts, outline }) {
  const source = about === null ? null : sources[about];
  return {
    finding,
    site: article.site,
    source: source && { outlet: source.site ?? siteOf(source.url) ?? source.title ?? '', url: source.url },
    credit: credit ? { name: credit.name, url: credit.url } : null,
    copies: sources.filter(source => source.is_copy).length,
    counts,
    strip: outline.map(({ kind, span }) => ({ kind, length: span.end - span.start })),
    gap: gap === null ? null : gaps[gap].code,
  };
}
