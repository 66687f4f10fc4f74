// What is remembered: listing, forgetting, the backup.

import { askLibrary } from './core.js';
import * as settings from './settings.js';

/** @import { Library, Settings } from '../types/protocol' */

/** What the core keeps at most (`QUOTA` in src/wasm); shown, not enforced, here. */
export const QUOTA = 50_000_000;

const DAY = 86_400_000;

/** @param {number} limit @returns {Promise<Library>} */
export async function describe(limit) {
  const [stats, list] = await askLibrary(async core => [await core.stats(), await core.list(limit)]);
  return { ...stats, quota: QUOTA, list };
}

let tidied = 0;

/** Forgets what is older than the reader wants, once a day at most, after a page has been read and not before. */
export async function tidy() {
  const now = Date.now();
  if (now - tidied < DAY) return;
  tidied = now;
  const { keepDays } = await settings.load();
  if (keepDays > 0) await askLibrary(core => core.forget({ before: now - keepDays * DAY })).catch(() => {});
}

const NOTES = 'notes';
/** The latest are kept. */
const MAX_NOTES = 500;

/** “Not right?” stays on this computer; the reader may copy or export it. @param {{ url: string, kind: string, words: string, reason: string }} note */
export async function keepNote(note) {
  const notes = (await chrome.storage.local.get(NOTES))[NOTES];
  await chrome.storage.local.set({ [NOTES]: [...(Array.isArray(notes) ? notes : []), note].slice(-MAX_NOTES) });
}

/** Only in a header line; an original has `id`. */
const FORMAT = 1;

/** JSON lines: a header with what differs from the defaults, then the originals. @returns {Promise<string>} */
export async function backup() {
  const originals = await askLibrary(core => core.export());
  const notes = (await chrome.storage.local.get(NOTES))[NOTES];
  const header = { firsthand: FORMAT, settings: settings.differing(await settings.load()), ...(Array.isArray(notes) && notes.length ? { notes } : {}) };
  return `${JSON.stringify(header)}\n${originals}`;
}

/** Takes a backup, or a pack of originals without a header. @param {string} data @returns {Promise<{ added: number, settings: Settings | null }>} */
export async function restore(data) {
  const text = data.replace(/^\ufeff/, '');
  const cut = text.indexOf('\n');
  const first = cut < 0 ? text : text.slice(0, cut);
  const header = parse(first);
  if (!settings.isObject(header)) throw { code: 'format', message: 'not a file that Firsthand wrote' };
  if (!('firsthand' in header)) return { added: await askLibrary(core => core.import(text)), settings: null };
  if (header.firsthand !== FORMAT) throw { code: 'newer', message: 'written by a newer Firsthand' };
  const rest = cut < 0 ? '' : text.slice(cut + 1);
  // The originals first: if they are refused, the settings stay as they are.
  const added = rest.trim() ? await askLibrary(core => core.import(rest)) : 0;
  const now = await settings.update(() => ({ ...structuredClone(settings.DEFAULTS), ...settings.clean(header.settings) }));
  if (Array.isArray(header.notes)) {
    const notes = header.notes.filter(note => settings.isObject(note) && ['url', 'kind', 'words', 'reason'].every(key => typeof note[key] === 'string'));
    await chrome.storage.local.set({ [NOTES]: notes.slice(-MAX_NOTES) });
  }
  return { added, settings: now };
}

/** @returns {Promise<Settings>} */
export async function reset() {
  await askLibrary(core => core.forget('all'));
  await chrome.storage.local.remove(NOTES);
  return await settings.update(() => structuredClone(settings.DEFAULTS));
}

/** @param {string} text @returns {unknown} */
function parse(text) {
  try { return JSON.parse(text); } catch { return null; }
}
