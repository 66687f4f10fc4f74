// Every message is checked for who sent it and what it is before anything is done about it. A page's scripts are trusted with that
// page and nothing more: if a site breaks out of its renderer, its messages may be anybody's.

import { askLibrary, prepare, thrown } from './core.js';
import * as library from './library.js';
import { bring, dress, drawn, foundIn, inject, isInjected, lookOf, send, tellTabs } from './pages.js';
import * as reading from './reading.js';
import * as settings from './settings.js';
import { insertStrokes, isScope, strokesOf } from './strokes.js';
import * as tabs from './tabs.js';

/** @import { Page } from '../types/core' */
/** @import { Settings, TabState, ToPage } from '../types/protocol' */
/** @typedef {chrome.tabs.Tab & { id: number }} Tab */
/** @typedef {Record<string, unknown>} Message */

const { isObject } = settings;
/** @param {unknown} value @param {number} [max] @returns {value is string} */
const isText = (value, max = 10_000) => typeof value === 'string' && value.length <= max;
/** @param {unknown} value @returns {value is number} */
const isId = value => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** The bound is for sense, not for style: 60,000 words make some 3,000 blocks. */
const MAX_BLOCKS = 100_000;

class Refused extends Error {}

/**
 * @param {unknown} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>}
 */
export async function answer(message, sender) {
  try {
    if (sender.id !== chrome.runtime.id || !isObject(message)) throw new Refused('sender');
    if (sender.url?.startsWith(chrome.runtime.getURL(''))) return await (fromUi[String(message.type)] ?? refuse)(message);
    const { tab } = sender;
    if (tab?.id === undefined || sender.frameId !== 0) throw new Refused('sender');
    return await (fromPage[String(message.type)] ?? refuse)(message, /** @type {Tab} */ (tab), sender);
  } catch (reason) {
    if (reason instanceof Refused) return { error: { code: 'refused', message: reason.message } };
    return { error: thrown(reason) };
  }
}

/** @returns {never} */
function refuse() {
  throw new Refused('type');
}

/** The page in a message must be a page of the site that sent it. @param {unknown} page @param {chrome.runtime.MessageSender} sender */
function checkPage(page, sender) {
  const sound = isObject(page) && isText(page.url) && Array.isArray(page.blocks) && page.blocks.length <= MAX_BLOCKS;
  if (!sound) throw new Refused('page');
  const article = /** @type {Page & { url: string }} */ (page);
  const site = settings.siteOf(article.url);
  if (site === null || site !== settings.siteOf(sender.url)) throw new Refused('page');
  return article;
}

/** @param {chrome.runtime.MessageSender} sender */
function checkSite(sender) {
  const site = settings.siteOf(sender.url);
  if (site === null) throw new Refused('site');
  return site;
}

/** @type {Record<string, (message: Message, tab: Tab, sender: chrome.runtime.MessageSender) => Promise<unknown>>} */
const fromPage = {
  __proto__: /** @type {any} */ (null),

  async gate(_, tab, sender) {
    const now = await settings.load();
    const on = settings.forSite(now, checkSite(sender)).on;
    if (on) prepare();
    await tabs.begin(tab.id, { url: sender.url ?? '', phase: on ? 'reading' : 'off', summary: null, credits: [] });
    await tabs.setIcon(tab.id, on ? 'idle' : 'off');
    // The gate speaks only where the rest is not yet.
    if (on && !await inject(tab.id, true)) await tabs.drop(tab.id);
    return {};
  },

  async left(_, tab) {
    reading.stop(tab.id);
    await tabs.drop(tab.id);
    await tabs.setIcon(tab.id, 'idle');
    return {};
  },

  async read(message, tab, sender) {
    const read = await reading.read(tab, checkPage(message.page, sender));
    if (message.bare !== true || 'error' in read || read.brief.finding === 'not_article') return read;
    const rules = { within: read.within, names: strokesOf(read.brief) };
    const [worn] = await Promise.all([dress(), rules.names.length ? insertStrokes(tab.id, rules.within, rules.names) : null]);
    return { ...read, dress: worn, rules };
  },

  async compare(message, tab, sender) {
    const page = checkPage(message.page, sender);
    const { url } = message;
    const known = await tabs.get(tab.id);
    // Only what this tab's own report credits: a page cannot have us fetch what it likes.
    if (!isText(url) || !known?.credits.includes(url)) throw new Refused('url');
    return await reading.read(tab, page, { compare: url });
  },

  async compareTab(message, tab, sender) {
    const page = checkPage(message.page, sender);
    const offered = await reading.candidates(tab);
    if (!isId(message.tab) || !offered.some(({ id }) => id === message.tab)) throw new Refused('tab');
    const original = await reading.fromTab(message.tab);
    if (!original) return { error: { code: 'too_large', message: 'the page in that tab is too long' } };
    return await reading.read(tab, page, { originals: [original] });
  },

  tabs: async (_, tab) => ({ tabs: await reading.candidates(tab) }),

  async stop(_, tab) {
    reading.stop(tab.id);
    return {};
  },

  async set(message, _, sender) {
    const site = checkSite(sender);
    await tellTabs(await settings.setSite(site, settings.cleanSite(message.change)), { site });
    return {};
  },

  async look(_, tab, sender) {
    const now = await settings.load();
    const switches = settings.forSite(now, checkSite(sender));
    await tabs.comeBack(tab.id, sender.url ?? '', switches.on);
    return lookOf(now, switches);
  },

  async notRight({ note }, tab) {
    if (!isObject(note) || !isText(note.url) || !isText(note.kind, 100) || !isText(note.words) || !isText(note.reason, 1000)) throw new Refused('note');
    const { url, kind, words, reason } = note;
    if (!tab.incognito) await library.keepNote({ url, kind, words, reason });
    return {};
  },

  async open({ what }) {
    if (what === 'options') await chrome.runtime.openOptionsPage();
    else if (what === 'welcome') await chrome.tabs.create({ url: chrome.runtime.getURL('welcome/welcome.html') });
    else throw new Refused('what');
    return {};
  },

  async strokes({ within, names }, tab) {
    // It becomes part of a stylesheet.
    if (!isText(within, 300) || !isScope(within)) throw new Refused('within');
    if (!Array.isArray(names) || !names.every(name => isText(name, 50))) throw new Refused('names');
    await insertStrokes(tab.id, within, names);
    return {};
  },

  dress,

  drawn,

  more: (_, tab) => bring(tab.id, 'more'),

  changes: (_, tab) => bring(tab.id, 'changes'),
};

/** @type {Record<string, (message: Message) => Promise<unknown>>} */
const fromUi = {
  __proto__: /** @type {any} */ (null),

  async state({ tab }) {
    if (!isId(tab)) throw new Refused('tab');
    return await stateOf(tab);
  },

  async setSite({ site, change }) {
    if (!settings.isSite(site)) throw new Refused('site');
    const now = await settings.setSite(site, change === null ? null : settings.cleanSite(change));
    await tellTabs(now, { site });
    return now;
  },

  async setGlobal({ change }) {
    const sound = settings.clean(change);
    delete sound.sites;
    const before = await settings.load();
    const now = await settings.update(settings => ({ ...settings, ...sound }));
    // What is found depends on these; the rest only on how it is shown.
    const again = before.more !== now.more || before.fetch !== now.fetch || JSON.stringify(before.fetchSites) !== JSON.stringify(now.fetchSites);
    await tellTabs(now, { again });
    return now;
  },

  async toTab({ tab, message }) {
    if (!isId(tab) || !isObject(message)) throw new Refused('tab');
    if (message.type === 'force') return await force(tab);
    return { sent: await send(tab, /** @type {ToPage} */ (/** @type {unknown} */ (message))) };
  },

  settings: () => settings.load(),

  library: ({ limit }) => library.describe(isId(limit) ? limit : 0),

  async forget({ what }) {
    if (what !== 'all' && !(isObject(what) && (isText(what.id) || isText(what.site)))) throw new Refused('what');
    return { forgotten: await askLibrary(core => core.forget(/** @type {any} */ (what))) };
  },

  async import({ data }) {
    if (typeof data !== 'string') throw new Refused('data');
    const { added, settings: now } = await library.restore(data);
    if (now) await tellTabs(now, { again: true });
    return { added };
  },

  export: async () => ({ data: await library.backup() }),

  async reset() {
    const now = await library.reset();
    // Not read again: that would remember at once what is open.
    await tellTabs(now);
    return now;
  },
};

/** Reads the page although the gate did not think that it is an article. @param {number} id */
export async function force(id) {
  const { url } = await chrome.tabs.get(id);
  const site = settings.siteOf(url);
  if (site === null || !settings.forSite(await settings.load(), site).on) return { sent: false };
  await tabs.put(id, { url: url ?? '', phase: 'reading', summary: null, credits: [], forced: true });
  const there = await inject(id) && await send(id, { type: 'force' });
  if (!there) await tabs.drop(id);
  return { sent: there };
}

/** @param {number} id @returns {Promise<TabState>} */
async function stateOf(id) {
  const [now, tab, known] = await Promise.all([settings.load(), chrome.tabs.get(id).catch(() => null), tabs.get(id)]);
  const site = settings.siteOf(tab?.url);
  const switches = site === null ? now.defaults : settings.forSite(now, site);
  // A page that is no article says nothing when it replaces one that was: what is known is then of another document. Many pages
  // rewrite their own address, so another address alone does not tell.
  const same = known !== null && settings.siteOf(known.url) === site && (sameDocument(known.url, tab?.url) || await isInjected(id));
  const current = same ? known : null;
  const phase = !switches.on ? 'off' : current && current.phase !== 'off' ? current.phase : 'not_article';
  const summary = phase === 'read' ? current?.summary ?? null : null;
  const found = summary && current ? await foundIn(id, current.url) : null;
  return { site, settings: switches, phase, summary, found };
}

/** The same address but for the part that stays within the page. @param {string} a @param {string | undefined} b */
const sameDocument = (a, b) => b !== undefined && a.replace(/#.*$/, '') === b.replace(/#.*$/, '');
