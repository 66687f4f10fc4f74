// What the reader set. Kept in storage.local, never in storage.sync: a list of sites says what somebody reads.

import { isSite, siteOf } from '../ui/site.js';

/** @import { Fetch, Settings, SiteSettings } from '../types/protocol' */

export { isSite, siteOf };

const KEY = 'settings';

/** @type {Settings} */
export const DEFAULTS = {
  defaults: { on: true, report: true, words: true },
  sites: {},
  fetch: 'ask',
  fetchSites: {},
  remember: true,
  keepDays: 90,
  density: 'all',
  more: false,
  letters: true,
  theme: 'auto',
};

/** @type {{ [K in 'fetch' | 'density' | 'theme']: readonly Settings[K][] }} */
const WORDS = {
  fetch: ['ask', 'always', 'never'],
  density: ['all', 'changes', 'none'],
  theme: ['auto', 'light', 'dark', 'sepia'],
};

/** More sites than anybody sets by hand; a bound on what an imported file can bring. */
const MAX_SITES = 5000;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is sound of a site's switches. @param {unknown} value @returns {Partial<SiteSettings>} */
export function cleanSite(value) {
  /** @type {Partial<SiteSettings>} */
  const clean = {};
  if (!isObject(value)) return clean;
  for (const layer of /** @type {const} */ (['on', 'report', 'words'])) {
    if (typeof value[layer] === 'boolean') clean[layer] = value[layer];
  }
  return clean;
}

/** What is sound of settings that come from a file, a message or an older version. @param {unknown} value @returns {Partial<Settings>} */
export function clean(value) {
  /** @type {Partial<Settings>} */
  const clean = {};
  if (!isObject(value)) return clean;
  if (isObject(value.defaults)) clean.defaults = { ...DEFAULTS.defaults, ...cleanSite(value.defaults) };
  if (isObject(value.sites)) {
    clean.sites = Object.fromEntries(Object.entries(value.sites).slice(0, MAX_SITES)
      .filter(([site]) => isSite(site)).map(([site, set]) => [site, cleanSite(set)]));
  }
  if (isObject(value.fetchSites)) {
    clean.fetchSites = Object.fromEntries(Object.entries(value.fetchSites).slice(0, MAX_SITES)
      .filter(([site, fetch]) => isSite(site) && WORDS.fetch.includes(/** @type {Fetch} */ (fetch)))
      .map(([site, fetch]) => [site, /** @type {Fetch} */ (fetch)]));
  }
  for (const key of /** @type {const} */ (['fetch', 'density', 'theme'])) {
    const word = value[key];
    if (typeof word === 'string' && /** @type {readonly string[]} */ (WORDS[key]).includes(word)) Object.assign(clean, { [key]: word });
  }
  for (const key of /** @type {const} */ (['remember', 'more', 'letters'])) {
    if (typeof value[key] === 'boolean') clean[key] = value[key];
  }
  if (typeof value.keepDays === 'number' && Number.isInteger(value.keepDays) && value.keepDays >= 0 && value.keepDays <= 3650) {
    clean.keepDays = value.keepDays;
  }
  return clean;
}

/** Only what differs from the defaults. @param {Settings} settings @returns {Partial<Settings>} */
export function differing(settings) {
  return Object.fromEntries(Object.entries(settings)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[/** @type {keyof Settings} */ (key)])));
}

/** @param {Settings} settings @param {string} site @returns {SiteSettings} */
export const forSite = (settings, site) => ({ ...settings.defaults, ...(Object.hasOwn(settings.sites, site) ? settings.sites[site] : {}) });

/** @type {Settings | null} */
let known = null;
chrome.storage.local.onChanged.addListener(changes => {
  if (KEY in changes) known = null;
});

/** Writes come one after the other, so that none is lost. @type {Promise<unknown>} */
let writing = Promise.resolve();

/** @returns {Promise<Settings>} */
export async function load() {
  const stored = known ?? { ...structuredClone(DEFAULTS), ...clean((await chrome.storage.local.get(KEY))[KEY]) };
  known ??= stored;
  return stored;
}

/** @param {(settings: Settings) => Settings} change @returns {Promise<Settings>} */
export function update(change) {
  const next = writing.then(async () => {
    const settings = change(structuredClone(await load()));
    await chrome.storage.local.set({ [KEY]: differing(settings) });
    known = settings;
    return settings;
  });
  writing = next.catch(() => {});
  return next;
}

/** Switches a layer of a site; `null` forgets what is set for it. @param {string} site @param {Partial<SiteSettings> | null} change */
export const setSite = (site, change) => update(settings => {
  const set = change && { ...forSite(settings, site), ...change };
  if (set) settings.sites[site] = set;
  else delete settings.sites[site];
  return settings;
});
