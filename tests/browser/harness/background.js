// In place of the background, for tests of what a page shows: the same content scripts and messages, but the report is made from a
// plan that the test's server answers at `/plan`, so that every state can be had without a core.

import { brief } from '../content/brief.js';
import { SHADOW_STYLES, STYLES } from '../content/files.js';
import { panelKeys } from '../ui/keys.js';
import { makeReport } from './report.js';
import { put } from './stages.js';

/** @type {any} */
const chrome = /** @type {any} */ (globalThis).chrome;

const state = {
  settings: { on: true, report: true, words: true },
  density: 'all', letters: true, theme: 'auto',
  /** The last page that was to be read. @type {any} */ page: null,
  /** Every message of the pages, in order. @type {any[]} */ heard: [],
};
/** @type {any} */ (globalThis).stub = state;

const texts = async (/** @type {string[]} */ files) => (await Promise.all(files.map(async file => (await fetch(chrome.runtime.getURL(file))).text()))).join('\n');

/** @param {any} message @param {any} sender */
async function answer(message, sender) {
  const { page, ...rest } = message;
  state.heard.push({ ...rest, ...(page ? { page: { url: page.url, blocks: page.blocks.length, text: page.blocks.map((/** @type {any} */ b) => b.text) } } : {}) });
  if (page) state.page = page;
  const target = { tabId: sender.tab?.id, frameIds: [0] };
  switch (message.type) {
    case 'gate':
      if (!state.settings.on) return {};
      await put(target.tabId, 'article');
      await chrome.scripting.insertCSS({ target, files: STYLES });
      return {};
    case 'dress':
      return { css: await texts(SHADOW_STYLES.folded) };
    case 'drawn':
      return { css: await texts(SHADOW_STYLES.drawn) };
    case 'more':
      await put(target.tabId, 'more');
      return { css: await texts(SHADOW_STYLES.opened) };
    case 'changes':
      await put(target.tabId, 'changes');
      return { css: '' };
    case 'look':
      return look();
    case 'tabs':
      return { tabs: [{ id: 7, title: 'Harbour crane inspections lapsed for 14 months, records show', url: 'https://tidewaterledger.example/harbour/cranes' }] };
    case 'read': case 'compare': case 'compareTab': {
      const url = new URL('/plan', page.url);
      url.searchParams.set('path', new URL(page.url).pathname);
      url.searchParams.set('type', message.type);
      const plan = await (await fetch(url)).json();
      if (plan.error) return { error: plan.error };
      const report = /** @type {any} */ (makeReport(page, plan));
      const how = { site: new URL(page.url).hostname, ...look(), keys: (await panelKeys()).join(' ') };
      return { report: JSON.stringify(report), brief: brief(report, /** @type {any} */ (how)), within: ':root', ...how };
    }
    case 'set':
      await change({ settings: message.change });
      return {};
    default:
      return {};
  }
}

const look = () => ({ settings: state.settings, density: state.density, letters: state.letters, theme: state.theme });

/** What the reader switches; every tab hears of it. @param {any} what */
async function change({ settings = {}, quiet = false, ...rest }) {
  Object.assign(state, rest, { settings: { ...state.settings, ...settings } });
  // `quiet`: as for a page that rests in the back/forward cache.
  if (!quiet) await tell({ type: 'settings', ...look() });
}

/** @param {any} message */
async function tell(message) {
  for (const tab of await chrome.tabs.query({})) await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => {});
}

chrome.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {any} */ sender, /** @type {any} */ respond) => {
  // From the test: Firefox's background cannot be reached but by a message from a page of the extension.
  const work = message.stub === 'change' ? change(message.what) : message.stub === 'tell' ? tell(message.what)
    : message.stub === 'page' ? Promise.resolve(state.page) : message.stub === 'heard' ? Promise.resolve(state.heard) : answer(message, sender);
  work.then(respond, error => respond({ error: { code: 'stub', message: String(error) } }));
  return true;
});
// The same for Chromium, where the test speaks from the worker itself.
/** @type {any} */ (globalThis).stubDo = (/** @type {any} */ message) => (message.stub === 'change' ? change(message.what)
  : message.stub === 'tell' ? tell(message.what) : message.stub === 'page' ? state.page : state.heard);
