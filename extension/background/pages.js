// To the pages: putting our scripts in, telling them what was switched.

import { SHADOW_STYLES, WORDS } from '../content/files.js';
import * as settings from './settings.js';
import { put } from './stages.js';
import { styleOf } from './strokes.js';
import * as tabs from './tabs.js';

/** @import { Found, Put, Settings, SiteSettings, ToPage } from '../types/protocol' */
/** @import { Stage } from './stages.js' */

/**
 * Puts in what an article needs, once.
 * @param {number} id @param {boolean} [fresh] it is known not to be there
 * @returns {Promise<boolean>} whether it is there
 */
export async function inject(id, fresh = false) {
  try {
    if (!fresh && await isInjected(id)) return true;
    await put(id, 'article');
    return true;
  } catch {
    // The tab is gone, or the browser's settings keep us out of this site.
    return false;
  }
}

/** @type {Partial<Record<keyof typeof SHADOW_STYLES, Promise<string>>>} */
const styles = {};

/** What the surfaces are styled with. @param {keyof typeof SHADOW_STYLES} which */
const shadowStyles = which => (styles[which] ??= styleOf(SHADOW_STYLES[which]));

/** What the folded surfaces are shown with. @returns {Promise<Put>} */
export const dress = async () => ({ css: await shadowStyles('folded'), words: Object.fromEntries(WORDS.map(key => [key, chrome.i18n.getMessage(key)])) });

/** What strokes are drawn with where highlights cannot carry them. @returns {Promise<Put>} */
export const drawn = async () => ({ css: await shadowStyles('drawn') });

/** What comes when it is needed, and what that is shown with. @param {number} id @param {Exclude<Stage, 'article'>} stage @returns {Promise<Put>} */
export async function bring(id, stage) {
  const [css] = await Promise.all([stage === 'more' ? shadowStyles('opened') : '', put(id, stage)]);
  return { css };
}

/** Whether the document that a tab shows now has our scripts. @param {number} id @returns {Promise<boolean>} */
export async function isInjected(id) {
  try {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: id, frameIds: [0] },
      func: () => !!/** @type {{ firsthand?: { page?: object } }} */ (globalThis).firsthand?.page,
    });
    return frame?.result === true;
  } catch {
    return false;
  }
}

/** @param {number} id @param {ToPage} message @returns {Promise<boolean>} whether somebody was there */
export async function send(id, message) {
  try {
    await chrome.tabs.sendMessage(id, message, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}

/** What a page says of its findings: only numbers, and only of the document at this address. @param {number} id @param {string} url @returns {Promise<Found | null>} */
export async function foundIn(id, url) {
  const found = await chrome.tabs.sendMessage(id, { type: 'found' }, { frameId: 0 }).catch(() => null);
  const { isObject } = settings;
  const isNumber = (/** @type {unknown} */ n) => typeof n === 'number' && n >= 0;
  if (!isObject(found) || found.url !== url || ![found.changed, found.left, found.own].every(isNumber) || typeof found.removedAll !== 'boolean' || typeof found.opinion !== 'boolean') return null;
  const { counts, strip } = found;
  const sound = isObject(counts) && ['total', 'traced', 'report', 'changed', 'own', 'other'].every(key => isNumber(counts[key]))
    && Array.isArray(strip) && strip.every(part => isObject(part) && typeof part.kind === 'string' && isNumber(part.length));
  return sound ? /** @type {Found} */ (/** @type {unknown} */ (found)) : null;
}

/** What a page needs to know of the settings. @param {Settings} all @param {SiteSettings} site */
export const lookOf = (all, site) => ({ settings: site, density: all.density, letters: all.letters, theme: all.theme });

/**
 * Settings have changed: every open tab (of this site) hears of it at once.
 * @param {Settings} now
 * @param {{ site?: string, again?: boolean }} what `again`: what is to be found has changed too
 */
export async function tellTabs(now, { site, again = false } = {}) {
  const open = await chrome.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.all(open.map(async ({ id, url }) => {
    const of = settings.siteOf(url);
    if (id === undefined || of === null || (site !== undefined && of !== site)) return;
    await tellTab(id, settings.forSite(now, of), now, again);
  }));
}

/** @param {number} id @param {SiteSettings} site @param {Settings} now @param {boolean} again */
async function tellTab(id, site, now, again) {
  const tab = await tabs.get(id);
  if (!tab) return;
  if (!site.on) {
    await send(id, { type: 'settings', ...lookOf(now, site) });
    await tabs.put(id, { ...tab, phase: 'off', summary: null, credits: [] });
    await tabs.setIcon(id, 'off');
    return;
  }
  if (tab.phase === 'off') {
    // Switched on: a page that was here when it was switched off restores itself; another gets its scripts now.
    await tabs.put(id, { ...tab, phase: 'reading' });
    await tabs.setIcon(id, 'idle');
    await inject(id);
  }
  await send(id, { type: 'settings', ...lookOf(now, site) });
  if (again && tab.phase !== 'off') await send(id, { type: 'again' });
}
