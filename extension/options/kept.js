// What is remembered, how much room it takes, forgetting one or all.

import { button, byId, el, send, text } from '../ui/dom.js';
import { siteOf } from '../ui/site.js';
import { ask, fail, say } from './ask.js';

/** @import { Library, Settings } from '../types/protocol' */
/** @import { Known } from '../types/wasm/firsthand' */

/** As many as are shown before “Show all”. */
const FEW = 5;
/** A list longer than this helps nobody; the export has everything. */
const MANY = 5000;

let limit = FEW;

const AGES = [30, 90, 365, 0];

/** @param {number} days */
export function drawAge(days) {
  const age = /** @type {HTMLSelectElement} */ (byId('age'));
  const ages = AGES.includes(days) ? AGES : [days, ...AGES];
  age.replaceChildren(...ages.map(n => el('option', { value: String(n), selected: n === days }, n === 0 ? text('options_keep') : text('options_days', n))));
}

/** @param {(change: Partial<Settings>) => Promise<void>} _set */
export function setUp(_set) {
  byId('show-all').addEventListener('click', async () => {
    limit = MANY;
    await draw();
    /** @type {HTMLElement | null} */ (byId('kept-rows').querySelectorAll('button')[FEW])?.focus();
  });
  byId('forget-all').addEventListener('click', () => ask(byId('forget-ask'), {
    question: text('options_forget_all_ask'),
    yes: text('options_forget_all_yes'),
    back: byId('forget-all'),
    act: async () => {
      await send({ type: 'forget', what: 'all' });
      say(text('options_forgotten'));
      await draw();
    },
  }));
}

/** One place after the point below ten, in the reader's own notation; something is never called nothing. @param {number} bytes */
const megabytes = bytes => new Intl.NumberFormat(undefined, { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 })
  .format(bytes > 0 ? Math.max(0.1, bytes / 1e6) : 0);

/** The year only where it is not this one. @param {number | null} at */
function day(at) {
  if (at === null) return '';
  const date = new Date(at);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : { year: /** @type {const} */ ('numeric') };
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', ...year }).format(date);
}

/** A date as the report gave it, without the hour. @param {string | null} iso */
function published(iso) {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '') ?? [];
  if (!year) return '';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month) - 1, Number(date)));
}

export async function draw() {
  /** @type {Library} */
  let library;
  try {
    library = await send({ type: 'library', limit });
  } catch (reason) {
    byId('space').textContent = text('options_space_unknown');
    fail(reason);
    return;
  }
  const { originals, bytes, quota, list } = library;
  const meter = byId('meter');
  const used = (bytes / 1e6).toFixed(1);
  meter.setAttribute('aria-valuenow', used);
  meter.setAttribute('aria-valuemax', String(Math.round(quota / 1e6)));
  /** @type {HTMLElement} */ (meter.firstElementChild).style.width = `${Math.min(100, bytes / quota * 100)}%`;
  const said = originals === 0 ? text('options_space_none') : text(originals === 1 ? 'options_space_text_one' : 'options_space_text', megabytes(bytes), megabytes(quota), originals);
  byId('space').textContent = said;
  meter.setAttribute('aria-valuetext', said);
  byId('kept-table').hidden = list.length === 0;
  byId('forget-all').hidden = originals === 0;
  const all = byId('show-all');
  all.hidden = list.length >= originals;
  all.textContent = text('page_showAll', originals);
  byId('kept-rows').replaceChildren(...list.map(row));
}

/** @param {Known} known */
function row(known) {
  const title = known.title ?? known.url ?? known.id;
  const from = [known.site ?? siteOf(known.url), published(known.published)].filter(Boolean).join(' · ');
  return el('tr', {},
    el('td', {}, el('span', { class: 'report' }, title), el('br'), el('span', { class: 'small muted' }, from)),
    el('td', { class: 'when' }, day(known.added)),
    el('td', { class: 'num' }, text('options_kb', Math.max(1, Math.round(known.bytes / 1000)))),
    el('td', {}, button('link quiet', text('options_forget'), async event => {
      const next = /** @type {HTMLElement} */ (event.currentTarget).closest('tr')?.nextElementSibling?.querySelector('button') ?? byId('forget-all');
      try {
        await send({ type: 'forget', what: { id: known.id } });
        say(text('options_forgotten'));
      } catch (reason) {
        fail(reason);
      }
      const name = next.getAttribute('aria-label');
      await draw();
      /** @type {HTMLElement | null} */ (name ? byId('kept-rows').querySelector(`[aria-label="${CSS.escape(name)}"]`) : next)?.focus();
    }, { 'aria-label': text('options_forget_label', title) })));
}
