// The popup: one state in, one picture out. It asks the background for the tab's state and draws it anew after every change.

import { button, el, fill, icon, outLink, rich, send, shortcut, text, toggle, WEB } from '../ui/dom.js';
import { siteOf } from '../ui/site.js';

/** @import { Found, SiteSettings, Summary, TabState, ToPage } from '../types/protocol' */

const root = /** @type {HTMLElement} */ (document.getElementById('popup'));

/** The tab that the popup belongs to; a test opens it as a page and names the tab. */
async function tabId() {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return Number(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

const tab = await tabId();

/** @param {ToPage} message */
async function toTab(message) {
  await send({ type: 'toTab', tab, message });
  window.close();
}

/** @param {string} key @param {...(string | number)} args */
const small = (key, ...args) => el('p', { class: 'small' }, rich(key, ...args));
/** @param {string} key @param {...(string | number)} args */
const muted = (key, ...args) => el('p', { class: 'small muted' }, rich(key, ...args));
/** @param {string} key @param {...(string | number)} args */
const strong = (key, ...args) => el('p', { class: 'small strong' }, text(key, ...args));
/** @param {...(Node | null)} children */
const acts = (...children) => (children.some(Boolean) ? el('div', { class: 'acts' }, ...children) : null);

/** @param {Pick<Summary, 'strip' | 'counts'>} of */
function strip({ strip, counts }) {
  const shapes = { report: 't', changed: 'c', own: 'w', other: 'o' };
  const bar = el('div', { class: 'strip', role: 'img', 'aria-label': text('page_map', counts.total, counts.report, counts.changed, counts.own, counts.other) });
  for (const { kind, length } of strip) {
    const part = el('span', { class: shapes[kind] });
    part.style.setProperty('--w', String(Math.max(1, length)));
    bar.append(part);
  }
  return bar;
}

/** As many as the panel lists. Counts that are nought are not said. @param {Found | null} found */
function tally(found) {
  if (!found) return '';
  const { changed, left, own } = found;
  const said = [changed && text('popup_changed', changed), left && text('popup_left_out', left), own && text('popup_own', own)];
  return said.filter(Boolean).join(' · ');
}

/** Opens the panel or the notice of the page. @param {string} label @param {'panel' | 'list'} [what] */
const show = (label, what = 'panel') => button('btn primary', label, () => toTab({ type: 'panel', show: what }));

/** Without a comparison there may be own words to list. @param {Found | null} found */
const showOwn = found => (found?.own ? button('link', text('popup_show_own', found.own), () => toTab({ type: 'panel', show: 'list' })) : null);

/** @param {Summary} summary */
const outlet = ({ source }) => el('p', { class: 'outlet' }, source?.outlet ?? '');

/** @param {string} relation @param {Summary} summary @param {Found | null} found */
function compared(relation, summary, found) {
  const { counts } = found ?? summary;
  const more = tally(found);
  return [
    muted(relation),
    outlet(summary),
    strip(found ?? summary),
    el('p', { class: 'small gap' }, rich(counts.traced === 1 ? 'popup_traced_one' : 'popup_traced', counts.traced, counts.total),
      more ? [el('br'), el('span', { class: 'muted' }, more)] : null),
    acts(show(text('popup_show')), outLink(summary.source?.url ?? null, text('page_readTheOriginal'))),
  ];
}

/** @param {Summary} summary @param {Found | null} found */
function sameEvent(summary, found) {
  const { traced, total } = (found ?? summary).counts;
  return [
    muted('page_sameEventTitle'),
    outlet(summary),
    traced ? small(traced === 1 ? 'popup_same_event_one' : 'popup_same_event_count', traced, total) : small('popup_untraced'),
    acts(traced ? show(text('popup_show')) : showOwn(found), outLink(summary.source?.url ?? null, text('popup_read_report'))),
  ];
}

/** @param {string} key */
const compare = key => button('btn primary', text(key), () => toTab({ type: 'compare' }));
/** @param {string} domain */
const fetches = domain => el('p', { class: 'fine muted' }, text('popup_compare_priv', domain));
/** The open tabs, to choose a report from. @param {string} [key] @param {string} [name] */
const byTab = (key = 'page_compareWithTab', name = 'link quiet') => button(name, text(key), () => toTab({ type: 'panel', show: 'tabs' }));

/** What there is to do about the report that the page credits. @param {Summary} summary @param {HTMLElement | null} own */
function credits({ finding, credit, gap }, own) {
  const url = credit?.url ?? '';
  const domain = siteOf(url) ?? '';
  const open = outLink(url, text('page_openTheOriginal'));
  switch (finding) {
    case 'credits': return [acts(compare('page_compare'), own), fetches(domain)];
    case 'unlinked': return [muted('page_unlinked'), acts(own, byTab())];
    case 'forbidden': return [muted('page_never'), acts(open, own, byTab())];
    case 'sign_in': return [muted('page_signInText', domain), acts(open, own, byTab())];
    default: return gap === 'denied'
      ? [muted('popup_denied', domain), acts(button('btn primary', text('popup_allow'), () => allow([`${new URL(url).origin}/*`])), own)]
      : [muted('popup_not_fetched', domain), acts(compare('page_tryAgain'), open, own), fetches(domain)];
  }
}

/** @param {Summary} summary @param {Found | null} found */
const untraced = ({ source }, found) => [
  strong('page_untracedTitle', source?.outlet ?? ''),
  acts(outLink(source?.url ?? null, text('popup_read_report')), showOwn(found), byTab()),
];

/** @param {Summary} summary @param {Found | null} found */
const original = ({ copies }, found) => [
  strong('page_originalTitle'),
  copies ? muted(copies === 1 ? 'page_originalOne' : 'page_originalText', copies) : null,
  acts(copies ? show(copies === 1 ? text('page_showPage') : text('page_showPages', copies), 'list') : null, showOwn(found)),
];

/** @param {Found | null} found */
const nothing = found => [strong('page_nothingTitle'), muted('page_nothingText'), acts(showOwn(found), byTab('page_addOriginal', 'link'))];

const notArticle = () => [muted('page_notArticle'), acts(button('link', text('menu_force'), () => toTab({ type: 'force' })))];

/** @param {Summary} summary @param {string} site @param {Found | null} found */
const column = (summary, site, found) => [strong('page_opinionTitle', summary.site ?? site), ...(found?.opinion ? waits('page_opinionText') : [muted('page_nothingText'), acts(showOwn(found))])];

/** Why there are no own words although they are switched on. @param {string} key */
const waits = key => [muted(key), acts(button('link', text('page_markThem'), () => toTab({ type: 'markOpinion' })))];

const removed = () => [muted('popup_removed'), acts(button('btn plain', text('page_markAgain'), () => toTab({ type: 'restore' })))];

/** @param {Summary} summary @param {string} site @param {Found | null} found @returns {(HTMLElement | null)[]} */
function finding(summary, site, found) {
  if (found?.removedAll) return removed();
  switch (summary.finding) {
    case 'rewrite': return compared('page_rewriteOfLabel', summary, found);
    case 'draws_on': return compared('page_drawsOnLabel', summary, found);
    case 'same_event': return sameEvent(summary, found);
    case 'original': return original(summary, found);
    case 'untraced': return untraced(summary, found);
    case 'opinion': return column(summary, site, found);
    case 'nothing': return nothing(found);
    case 'not_article': return notArticle();
    default: return [small('popup_credits', summary.credit?.name ?? ''), ...credits(summary, showOwn(found))];
  }
}

/** @param {Summary} summary @param {TabState} state */
function read(summary, { site, found }) {
  const said = finding(summary, site ?? '', found);
  return found?.opinion && summary.finding !== 'opinion' ? [...said, ...waits('popup_opinion')] : said;
}

/** Must be called in the reader's click. @param {string[]} origins */
async function allow(origins) {
  if (await chrome.permissions.request({ origins })) await draw();
}

/** @param {TabState} state @param {boolean} allowed @returns {(HTMLElement | null)[]} */
function page(state, allowed) {
  if (!allowed) return [muted('popup_no_permission'), acts(button('btn primary', text('popup_allow'), () => allow(WEB.origins)))];
  switch (state.phase) {
    case 'off': return [muted('page_offText')];
    case 'not_article': return notArticle();
    case 'reading': return [muted('popup_reading')];
    case 'failed': return [muted('popup_failed'), acts(button('link', text('page_tryAgain'), () => toTab({ type: 'again' })))];
    case 'read': return state.summary ? read(state.summary, state) : [muted('popup_reading')];
  }
}

/** @param {TabState} state @param {boolean} allowed */
function picture(state, allowed) {
  const { site, settings, phase } = state;
  if (site === null) return [header('Firsthand'), el('section', { class: 'sum' }, muted('popup_no_site'))];

  /** @param {Partial<SiteSettings>} change */
  const set = async change => {
    await send({ type: 'setSite', site, change });
    await draw();
  };
  const layers = phase === 'not_article' || !allowed ? null : el('div', { class: 'grp sub' },
    toggle({ id: 'report', label: text('layer_report'), hint: text('layer_report_hint'), on: settings.report, disabled: !settings.on, change: report => set({ report }) }),
    toggle({ id: 'words', label: text('layer_words'), hint: text('layer_words_hint'), on: settings.words, disabled: !settings.on, change: words => set({ words }) }));
  return [
    header(site),
    el('div', { class: 'grp' }, toggle({ id: 'on', label: text('popup_on'), strong: true, on: settings.on, change: on => set({ on }) })),
    layers,
    el('section', { class: 'sum', 'aria-label': text('popup_this_page') }, ...page(state, allowed)),
  ];
}

/** @param {string} title */
function header(title) {
  const mark = el('span', { class: 'glyph' });
  mark.append(icon('glyph'));
  return el('header', {}, mark, el('h1', {}, title));
}

/** @type {HTMLElement[]} */
let pressed = [];
/** @type {string} */
let drawn = '';

async function draw() {
  const [state, allowed] = await Promise.all([
    /** @type {Promise<TabState>} */ (send({ type: 'state', tab })),
    chrome.permissions.contains(WEB),
  ]);
  // Drawn anew only when something changed, so that focus and a screen reader's place stay.
  const now = JSON.stringify([state, allowed]);
  if (now === drawn) return;
  drawn = now;
  const focused = document.activeElement?.id;
  const hint = el('span', { class: 'muted small keys' }, pressed.map((key, i) => (i ? [' ', key] : [key])).flat());
  root.replaceChildren(
    ...picture(state, allowed).filter(part => part !== null),
    el('footer', {}, button('link quiet', text('settings'), async () => {
      await chrome.runtime.openOptionsPage();
      window.close();
    }), hint),
  );
  if (focused) document.getElementById(focused)?.focus();
}

fill();
pressed = await shortcut();
await draw();
// The tab may be in the middle of a reading, or a comparison that the reader started may end: the state lies in storage.session.
chrome.storage.session.onChanged.addListener(changes => {
  if (`tab:${tab}` in changes) draw();
});
