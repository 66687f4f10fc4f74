// What popup, settings and first-run page share: wording, small builders, the way to the background.

import { panelKeys } from './keys.js';

/** @import { Failure, FromUi } from '../types/protocol' */

/** The wording of `_locales` for a key. @param {string} key @param {...(string | number)} args */
export const text = (key, ...args) => chrome.i18n.getMessage(key, args.map(String)) || key;

/**
 * The same with emphasis: `<b>` and `<u>` in the wording become elements. Arguments stay text, whatever they hold.
 * @param {string} key @param {...(string | number)} args @returns {(Node | string)[]}
 */
export function rich(key, ...args) {
  // Stand-ins from the private use area keep the arguments apart from the wording until it has been cut up.
  const marked = text(key, ...args.map((_, i) => String.fromCharCode(0xe000 + i)));
  const filled = (/** @type {string} */ piece) => piece.replace(/[\ue000-\ue00f]/g, at => String(args[at.charCodeAt(0) - 0xe000] ?? ''));
  return marked.split(/(<([bu])>.*?<\/\2>)/).flatMap((piece, i, all) => {
    if (i % 3 === 2) return [];
    return i % 3 === 1 ? el(/** @type {'b' | 'u'} */ (all[i + 1]), {}, filled(piece.slice(3, -4))) : filled(piece);
  }).filter(Boolean);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | boolean | null | undefined | ((event: any) => void)>} [props] attributes; `on…` are listeners
 * @param {...(Node | string | null | undefined | (Node | string)[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) made.append(child);
  return made;
}

/** @param {string} id */
export const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** Wording into a page that carries keys: `data-text` for content, `data-label` for `aria-label`. @param {ParentNode} [root] */
export function fill(root = document) {
  for (const node of root.querySelectorAll('[data-text]')) node.replaceChildren(...rich(node.getAttribute('data-text') ?? ''));
  for (const node of root.querySelectorAll('[data-label]')) node.setAttribute('aria-label', text(node.getAttribute('data-label') ?? ''));
  document.documentElement.lang = text('language');
  document.documentElement.dir = text('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}

/** Asks the background; a failure is thrown as `{ code, message }`. @param {FromUi} message @returns {Promise<any>} */
export async function send(message) {
  const answer = /** @type {Failure | object | undefined} */ (await chrome.runtime.sendMessage(message));
  if (answer && 'error' in answer) throw answer.error;
  return answer;
}

/** @param {string} className @param {string} label @param {(event: Event) => void} act @param {Record<string, string>} [more] */
export const button = (className, label, act, more = {}) => el('button', { type: 'button', class: className, onclick: act, ...more }, label);

/**
 * @param {{ label: string, hint?: string, strong?: boolean, on: boolean, disabled?: boolean, id?: string, change: (on: boolean) => void }} of
 */
export function toggle({ label, hint, strong = false, on, disabled = false, id, change }) {
  const made = el('button', {
    type: 'button', class: 'switch', role: 'switch', 'aria-checked': String(on), 'aria-disabled': disabled ? 'true' : null, id,
    onclick: () => {
      if (made.getAttribute('aria-disabled') === 'true') return;
      const now = made.getAttribute('aria-checked') !== 'true';
      made.setAttribute('aria-checked', String(now));
      change(now);
    },
  }, el('span', {}, strong ? el('b', {}, label) : label, hint === undefined ? null : el('small', {}, hint)), el('i'));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** width, height, then paths: filled, or outlined @type {Record<string, [number, number, boolean, ...string[]]>} */
const ICONS = {
  glyph: [16, 16, true,
    'M6.9 2.6C4.2 3.2 2.5 5.2 2.5 7.6a2.2 2.2 0 1 0 2.4-2.2c.1-.9.9-1.6 2.3-2zM13.2 2.6c-2.7.6-4.4 2.6-4.4 5a2.2 2.2 0 1 0 2.4-2.2c.1-.9.9-1.6 2.3-2z',
    'M2.5 12h11v1.5h-11z'],
  out: [11, 11, false, 'M2.5 8.5 8.5 2.5M4 2.5h4.5V7'],
};

/** @param {keyof typeof ICONS} name @param {number} [size] in the units it is drawn in */
export function icon(name, size) {
  const [width, height, filled, ...paths] = ICONS[name];
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.style.width = `calc(var(--fh-rem) * ${(size ?? width) / 16})`;
  svg.style.height = `calc(var(--fh-rem) * ${(size ?? height) / 16})`;
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', filled ? 'currentColor' : 'none');
    if (!filled) { path.setAttribute('stroke', 'currentColor'); path.setAttribute('stroke-width', '1.4'); }
    svg.append(path);
  }
  return svg;
}

/** Only web addresses become links: what a page or a report says is not trusted. @param {string | null} href @param {string} label */
export function outLink(href, label) {
  if (!href || !/^https?:\/\//i.test(href)) return null;
  return el('a', { class: 'link', href, target: '_blank', rel: 'noopener noreferrer' }, label, /** @type {any} */ (icon('out')));
}

/** The keys that open the comparison; nothing if none. @returns {Promise<HTMLElement[]>} */
export const shortcut = async () => (await panelKeys()).map(key => el('kbd', {}, key));

/** The five strokes and what they mean. */
export const MARKS = /** @type {const} */ (['traced', 'exact', 'changed', 'writer', 'nobody']);

/** @returns {HTMLUListElement} */
export function markList() {
  return el('ul', { class: 'marks' }, MARKS.map(kind => {
    const example = rich(`mark_${kind}_eg`);
    const marked = example.some(part => typeof part !== 'string');
    const eg = marked
      ? example.map(part => (typeof part === 'string' ? part : el('span', { class: `k k-${kind}` }, part.textContent ?? '')))
      : [el('span', { class: `k k-${kind}` }, example)];
    return el('li', {}, el('span', { class: 'eg' }, eg), el('span', {}, text(`mark_${kind}`)));
  }));
}

/** Whether the browser lets us read news pages at all. */
export const WEB = { origins: ['http://*/*', 'https://*/*'] };
