// Settings. Changes apply at once; there is no Save. Each section draws itself from the settings that the background answers with.

import { byId, el, fill, icon, markList, send, shortcut, text, toggle } from '../ui/dom.js';
import { fail, offerSite } from './ask.js';
import * as data from './data.js';
import * as kept from './kept.js';
import { drawFetch, drawSites } from './sites.js';

/** @import { Settings } from '../types/protocol' */

/** @type {Settings} */
let settings;

/** @param {Partial<Omit<Settings, 'sites'>>} change */
const set = async change => {
  try {
    draw(await send({ type: 'setGlobal', change }));
  } catch (reason) {
    fail(reason);
    draw(settings);
  }
};

/** @param {string} name @param {string} value */
function check(name, value) {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(`input[name=${name}]`))) input.checked = input.value === value;
}

/** @param {string} id @param {string} value */
const choose = (id, value) => { /** @type {HTMLSelectElement} */ (byId(id)).value = value; };

/** A switch that keeps its place, and so the focus. @param {string} id @param {boolean} on */
function flip(id, on) {
  byId(id).querySelector('[role=switch]')?.setAttribute('aria-checked', String(on));
}

/** @param {Settings} now */
function draw(now) {
  settings = now;
  drawSites(now, draw);
  drawFetch(now, set);
  check('fetch', now.fetch);
  check('density', now.density);
  choose('others', now.defaults.on ? 'on' : 'off');
  choose('theme', now.theme);
  kept.drawAge(now.keepDays);
  flip('remember', now.remember);
  flip('more', now.more);
  flip('letters', now.letters);
}

/** @param {string} id @param {(value: string) => void} act */
const onChange = (id, act) => byId(id).addEventListener('change', event => act(/** @type {HTMLSelectElement} */ (event.target).value));

/** @param {string} name @param {(value: any) => void} act */
function onRadio(name, act) {
  for (const input of document.querySelectorAll(`input[name=${name}]`)) input.addEventListener('change', () => act(/** @type {HTMLInputElement} */ (input).value));
}

/** The mock page of the preview. @returns {(Node | string)[]} */
function preview() {
  const kinds = ['traced', 'exact', 'traced', 'changed', 'traced', 'nobody', null, 'writer', null];
  return kinds.flatMap((kind, i) => {
    const words = text(`preview_${i + 1}`);
    return [kind ? el('span', { class: `k k-${kind}` }, words) : words, i < 2 || i === 4 ? ' ' : ''];
  });
}

fill();
document.title = text('options_title');
byId('glyph').append(icon('glyph', 20));
byId('mark-list').append(markList());
for (const page of document.querySelectorAll('.preview > div')) page.append(...preview());
kept.setUp(set);
data.setUp(now => { draw(now); kept.draw(); });

onRadio('fetch', fetch => set({ fetch }));
onRadio('density', density => set({ density }));
onChange('theme', theme => set({ theme: /** @type {Settings['theme']} */ (theme) }));
onChange('others', value => set({ defaults: { ...settings.defaults, on: value === 'on' } }));
onChange('age', value => set({ keepDays: Number(value) }));

byId('add-site').addEventListener('click', () => offerSite(byId('add-site-form'), byId('add-site'), async site => {
  draw(await send({ type: 'setSite', site, change: {} }));
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-site="${CSS.escape(site)}"] button`))?.click();
}));
byId('add-fetch').addEventListener('click', () => offerSite(byId('add-fetch-form'), byId('add-fetch'), async site => {
  await set({ fetchSites: { ...settings.fetchSites, [site]: 'always' } });
}));

// Another page of ours, or a page's own panel, may have changed something meanwhile.
chrome.storage.local.onChanged.addListener(async () => draw(await send({ type: 'settings' })));

for (const [id, keys] of /** @type {const} */ ([['remember', ['remember', 'options_remember', 'options_remember_hint']], ['more', ['more', 'options_more', 'options_more_hint']], ['letters', ['letters', 'options_letters']]])) {
  const [name, label, hint] = keys;
  byId(id).append(toggle({ label: text(label), hint: hint && text(hint), on: false, change: on => set({ [name]: on }) }));
}

await drawShortcut();
window.addEventListener('focus', drawShortcut);
byId('change-shortcut').addEventListener('click', changeShortcut);

draw(await send({ type: 'settings' }));
await kept.draw();
// The sections had no height until now.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
followScroll();

async function drawShortcut() {
  const keys = await shortcut();
  byId('shortcut').replaceChildren(...(keys.length ? keys.flatMap(key => [key, ' ']) : [el('span', { class: 'muted' }, text('options_key_none'))]));
}

async function changeShortcut() {
  const { openShortcutSettings } = /** @type {{ openShortcutSettings?: () => Promise<void> }} */ (/** @type {unknown} */ (chrome.commands));
  try {
    if (openShortcutSettings) await openShortcutSettings();
    else await chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
  } catch {
    byId('shortcut-note').textContent = text('options_shortcut_where', openShortcutSettings ? 'about:addons' : 'chrome://extensions/shortcuts');
  }
}

/** Marks the section that is being read in the list of sections. */
function followScroll() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('nav a')]);
  const sections = links.map(({ hash }) => byId(hash.slice(1)));
  const mark = () => {
    const top = (/** @type {HTMLElement} */ section) => section.getBoundingClientRect().top;
    const last = innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
    // The last ones never come up to the top: there the one counts that was chosen, if it is on the screen.
    const chosen = last ? sections.find(section => `#${section.id}` === location.hash && top(section) >= 0) ?? sections.at(-1) : null;
    const read = chosen ?? sections.findLast(section => top(section) < innerHeight * 0.3) ?? sections[0];
    for (const link of links) {
      if (link.hash === `#${read?.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', mark, { passive: true });
  addEventListener('hashchange', mark);
  mark();
}
