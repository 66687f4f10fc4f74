// To the pages: putting our scripts in, telling them what was switched.

import { FILES, STYLES } from '../content/files.js';
import * as settings from './settings.js';
import * as tabs from './tabs.js';

/** @import { Settings, SiteSettings, ToPage } from '../types/protocol' */

/** Puts the page scripts and strokes into a tab's document, once. @param {number} id @returns {Promise<boolean>} whether they are there */
export async function inject(id) {
  const target = { tabId: id, frameIds: [0] };
  try {
    const [before] = await chrome.scripting.executeScript({ target, func: markInjected });
    if (before?.result) return true;
    // The scripts first: a new stylesheet makes the page's styles stale, and reading the page would have to wait for them.
    await chrome.scripting.executeScript({ target, files: FILES });
    await chrome.scripting.insertCSS({ target, files: STYLES });
    return true;
  } catch {
    // The tab is gone, or the browser's settings keep us out of this site.
    return false;
  }
}

/** Runs in the page's isolated world; a document that a framework keeps for years still is injected into once. */
function markInjected() {
  const world = /** @type {{ firsthand?: { injected?: boolean } }} */ (globalThis);
  const shared = (world.firsthand ??= {});
  const before = shared.injected === true;
  shared.injected = true;
  return before;
}

/** Whether the document that a tab shows now has our scripts. @param {number} id @returns {Promise<boolean>} */
export async function isInjected(id) {
  try {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: id, frameIds: [0] },
      func: () => /** @type {{ firsthand?: { injected?: boolean } }} */ (globalThis).firsthand?.injected === true,
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
