// The two lists of sites: where Firsthand runs, and which reports may be fetched.

import { button, byId, el, send, text, toggle } from '../ui/dom.js';
import { fail } from './ask.js';

/** @import { Fetch, Settings, SiteSettings } from '../types/protocol' */

/** The site whose row is open for changes. @type {{ sites: string | null, fetch: string | null }} */
const open = { sites: null, fetch: null };

/** @param {[string, unknown][]} entries */
const sorted = entries => entries.toSorted(([a], [b]) => a.localeCompare(b));

/** Keeps the focus on the thing of the same name when rows are drawn anew. @param {HTMLElement} body @param {(Node)[]} rows */
function replace(body, rows) {
  const focused = body.contains(document.activeElement) ? document.activeElement?.getAttribute('data-focus') : null;
  body.replaceChildren(...rows);
  if (focused) /** @type {HTMLElement | null} */ (body.querySelector(`[data-focus="${CSS.escape(focused)}"]`))?.focus();
}

/** @param {Settings} settings @param {(now: Settings) => void} draw */
export function drawSites(settings, draw) {
  const onOff = (/** @type {boolean} */ on) => text(on ? 'on' : 'off');
  /** @param {string} site @param {Partial<SiteSettings> | null} change */
  const set = async (site, change) => {
    try { draw(await send({ type: 'setSite', site, change })); } catch (reason) { fail(reason); }
  };
  /** @param {string | null} site */
  const edit = site => {
    const before = open.sites;
    open.sites = site;
    draw(settings);
    const row = byId('site-rows').querySelector(`[data-site="${CSS.escape(site ?? before ?? '')}"]`);
    /** @type {HTMLElement | null} */ (row?.querySelector('button'))?.focus();
  };
  const rows = sorted(Object.entries(settings.sites)).map(([site]) => {
    const now = { ...settings.defaults, ...settings.sites[site] };
    if (open.sites === site) {
      /** @param {keyof SiteSettings} layer @param {string} label */
      const layer = (layer, label) => {
        const made = toggle({ label, on: now[layer], disabled: layer !== 'on' && !now.on, change: on => set(site, { [layer]: on }) });
        made.dataset.focus = `${site} ${layer}`;
        return made;
      };
      return el('tr', { 'data-site': site, class: 'open' }, el('td', { colspan: '4' },
        el('p', {}, site), layer('on', text('popup_on')), layer('report', text('layer_report')), layer('words', text('layer_words')),
        el('div', { class: 'line' }, button('btn plain', text('options_done'), () => edit(null)),
          button('link quiet', text('options_remove'), () => set(site, null), { 'aria-label': text('options_remove_label', site) }))));
    }
    return el('tr', { 'data-site': site }, el('td', {}, site),
      ...(now.on ? [el('td', {}, onOff(now.report)), el('td', {}, onOff(now.words))] : [el('td', { colspan: '2', class: 'muted' }, text('options_site_off'))]),
      el('td', {}, button('link quiet', text('options_change'), () => edit(site), { 'aria-label': text('options_change_label', site), 'data-focus': site })));
  });
  replace(byId('site-rows'), rows.length ? rows : [el('tr', {}, el('td', { colspan: '4', class: 'muted none' }, text('options_sites_none')))]);
}

/** @param {Settings} settings @param {(change: Partial<Settings>) => Promise<void>} set */
export function drawFetch(settings, set) {
  const words = /** @type {const} */ ({ ask: 'options_fetch_ask', always: 'options_fetch_always', never: 'options_fetch_never' });
  const rows = sorted(Object.entries(settings.fetchSites)).map(([site]) => {
    const now = settings.fetchSites[site] ?? 'ask';
    const choice = el('select', { 'aria-label': site, 'data-focus': `${site} when`, onchange: event => set({ fetchSites: { ...settings.fetchSites, [site]: event.target.value } }) },
      Object.entries(words).map(([value, key]) => el('option', { value, selected: value === now }, text(key))));
    return el('tr', {}, el('td', {}, site), el('td', { class: 'start' }, choice),
      el('td', {}, button('link quiet', text('options_remove'), () => {
        const { [site]: _, ...rest } = settings.fetchSites;
        set({ fetchSites: rest });
      }, { 'aria-label': text('options_remove_label', site) })));
  });
  byId('fetch-table').hidden = rows.length === 0;
  replace(byId('fetch-rows'), rows);
}
