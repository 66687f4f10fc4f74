// The background: a service worker in Chrome, an event page in Firefox. It may be stopped at any time, so every listener is set here,
// at once, and nothing is kept in variables that cannot be read again.

import { answer, force } from './messages.js';
import { send, tellTabs } from './pages.js';
import * as settings from './settings.js';
import * as tabs from './tabs.js';

/** @import { SiteSettings } from '../types/protocol' */

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  answer(message, sender).then(respond);
  return true;
});

chrome.tabs.onRemoved.addListener(id => { tabs.drop(id); });

chrome.commands.onCommand.addListener(async (command, given) => {
  const tab = given ?? (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (tab?.id === undefined) return;
  if (command === 'panel') {
    // Where there is no panel to open, the popup says why.
    if (!await send(tab.id, { type: 'panel' }) || !await tabs.get(tab.id)) await chrome.action.openPopup().catch(() => {});
  } else {
    await toggle(tab, command);
  }
});

chrome.contextMenus.onClicked.addListener(async ({ menuItemId }, tab) => {
  if (tab?.id === undefined) return;
  if (menuItemId === 'force') await force(tab.id);
  else await toggle(tab, String(menuItemId));
});

/** @type {Record<string, keyof SiteSettings>} */
const TOGGLES = { 'toggle-site': 'on', 'toggle-report': 'report', 'toggle-words': 'words' };

/** @param {chrome.tabs.Tab} tab @param {string} name */
async function toggle(tab, name) {
  const layer = TOGGLES[name];
  const site = settings.siteOf(tab.url);
  if (layer === undefined || site === null) return;
  const before = settings.forSite(await settings.load(), site);
  await tellTabs(await settings.setSite(site, { [layer]: !before[layer] }), { site });
}

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  await chrome.contextMenus.removeAll();
  const add = (/** @type {string} */ id, /** @type {string} */ key) => chrome.contextMenus.create({
    id,
    title: chrome.i18n.getMessage(key),
    contexts: ['page', 'action'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
  add('toggle-site', 'command_toggle_site');
  add('toggle-report', 'command_toggle_report');
  add('toggle-words', 'command_toggle_words');
  add('force', 'menu_force');
  if (reason !== 'install') return;
  await chrome.tabs.create({ url: chrome.runtime.getURL('welcome/welcome.html') });
  // Firefox runs the gate in tabs that are open already; Chrome leaves that to us. A gate that ran before ignores the second.
  const open = await chrome.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  await Promise.allSettled(open.map(({ id = -1 }) => chrome.scripting.executeScript({ target: { tabId: id, frameIds: [0] }, files: ['content/gate.js'] })));
});
