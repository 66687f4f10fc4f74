// A page's request to be read, and what becomes of it.

import { brief } from '../content/brief.js';
import { ask, thrown } from './core.js';
import * as library from './library.js';
import { panelKeys } from '../ui/keys.js';
import { lookOf } from './pages.js';
import * as settings from './settings.js';
import { scopeOf } from './strokes.js';
import * as tabs from './tabs.js';

/** @import { Original, Page, Report } from '../types/core' */
/** @import { Failure, Read } from '../types/protocol' */
/** @import { ReadOptions } from '../types/wasm/firsthand' */

/**
 * What is under way, by tab and address (an endless page has several articles): to stop it, and to know which answer is the latest.
 * @type {Map<string, AbortController>}
 */
const under = new Map();

/** @param {number} id */
export function stop(id) {
  for (const [key, control] of under) if (key.startsWith(`${id} `)) control.abort();
}

/** As many credits of one document's articles are remembered. */
const MAX_CREDITS = 100;

/**
 * @param {chrome.tabs.Tab & { id: number }} tab
 * @param {Page & { url: string }} page
 * @param {{ compare?: string, originals?: Original[] }} [more]
 * @returns {Promise<Read | Failure>}
 */
export async function read(tab, page, more = {}) {
  const now = await settings.load();
  const site = settings.siteOf(page.url);
  const switches = site === null ? null : settings.forSite(now, site);
  if (site === null || !switches?.on) return { error: { code: 'off', message: 'switched off for this site' } };

  const before = await tabs.get(tab.id);
  const same = before?.url === page.url && before.phase === 'read';
  const forced = before?.url === page.url && before.forced === true;
  const credits = before && settings.siteOf(before.url) === site ? before.credits : [];
  if (!same) await tabs.put(tab.id, { url: page.url, phase: 'reading', summary: null, credits, forced });

  const key = `${tab.id} ${page.url}`;
  under.get(key)?.abort();
  const control = new AbortController();
  under.set(key, control);
  /** @type {ReadOptions} */
  const options = {
    fetch: now.fetch,
    fetch_sites: now.fetchSites,
    // Nothing of a private window is kept.
    remember: now.remember && !tab.incognito,
    more: now.more,
    article: forced,
    signal: control.signal,
    ...more,
  };
  try {
    const report = await ask(core => core.read(page, options));
    await explainGap(report);
    // A later reading of this tab has taken over: its state is not ours to write.
    if (under.get(key) === control) await note(tab.id, page.url, report, credits, forced);
    if (options.remember) library.tidy();
    const how = { site, keys: (await panelKeys()).join(' '), ...lookOf(now, switches) };
    return { report: JSON.stringify(forPage(report)), brief: brief(report, how), within: scopeOf(page, report.article.body), ...how };
  } catch (reason) {
    if (under.get(key) === control && !same) await tabs.put(tab.id, { url: page.url, phase: 'failed', summary: null, credits, forced });
    return { error: thrown(reason) };
  } finally {
    if (under.get(key) === control) under.delete(key);
  }
}

/**
 * What a page is not shown need not be handed over, and it is the greater part: who says what, but for what nobody says.
 * @param {Report} report @returns {Report}
 */
const forPage = report => ({ ...report, attributions: report.attributions.filter(attribution => attribution.nobody) });

/** @param {number} id @param {string} url @param {Report} report @param {string[]} before credits of the document's other articles
 * @param {boolean} forced */
async function note(id, url, report, before, forced) {
  const credits = [...new Set([...before, ...report.credits.flatMap(credit => credit.url ?? [])])].slice(-MAX_CREDITS);
  const summary = tabs.summarize(report);
  const phase = report.finding === 'not_article' ? 'not_article' : 'read';
  await tabs.put(id, { url, phase, summary, credits, forced });
  await tabs.setIcon(id, tabs.iconOf({ phase, summary }));
}

/** The core sees only that a fetch failed; whether the browser's settings keep us from that site is known here. @param {Report} report */
async function explainGap(report) {
  const gap = report.gap === null ? null : report.gaps[report.gap];
  if (gap?.code !== 'offline') return;
  const { origin } = new URL(gap.of);
  if (!await chrome.permissions.contains({ origins: [`${origin}/*`] })) gap.code = 'denied';
}

/** Tabs that the reader can compare with: those in which an article has been seen, of the same window kind. @param {chrome.tabs.Tab} from */
export async function candidates(from) {
  const known = await tabs.all();
  const open = await chrome.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  const credits = new Set((known.get(from.id ?? -1)?.credits ?? []).map(settings.siteOf));
  return open
    .filter(tab => tab.id !== undefined && tab.id !== from.id && tab.incognito === from.incognito && isArticle(known.get(tab.id)))
    .map(({ id, title, url }) => ({ id: /** @type {number} */ (id), title: title ?? '', url: url ?? '' }))
    .sort((a, b) => Number(credits.has(settings.siteOf(b.url))) - Number(credits.has(settings.siteOf(a.url))));
}

/** @param {tabs.Tab | undefined} tab */
const isArticle = tab => tab?.phase === 'read' || tab?.phase === 'reading' || tab?.phase === 'failed';

/** No page that anybody reads is longer; the core has bounds of its own. */
const MAX_HTML = 8_000_000;

/** The article in another tab, as an original. @param {number} id @returns {Promise<Original | null>} */
export async function fromTab(id) {
  const [frame] = await chrome.scripting.executeScript({
    target: { tabId: id, frameIds: [0] },
    func: () => ({ url: location.href, html: document.documentElement.outerHTML }),
  });
  const found = /** @type {{ url: string, html: string } | undefined} */ (frame?.result);
  if (!found || found.html.length > MAX_HTML) return null;
  return { id: found.url, url: found.url, html: found.html };
}
