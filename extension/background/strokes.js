// The rules of the strokes, put into a page's document: only those of the strokes that it has, for the element in which they stand. A new rule
// makes the browser work out again the style of all that it may match, and a news page has thousands of elements.

import { STYLES } from '../content/files.js';

/** @import { Page } from '../types/core' */
/** @import { Brief } from '../types/content' */

/** A rule of `marks.css`: its selectors, and what is between its braces. Media queries around it stay as they are. */
const RULE = /([^{}]+)\{([^{}]*)\}/g;

/** What can stand in a selector as it is. */
const NAME = /^[a-z_][\w-]{0,80}$/i;

/** An element by one of its names: part of a stylesheet, so nothing else passes. */
const ELEMENT = /^[a-z][\w-]{0,80}:is\(#([a-z_][\w-]{0,80}),\.\1\)$/i;
/** @param {string} selector */
export const isScope = selector => selector === ':root' || ELEMENT.test(selector);

/**
 * An element around all of an article by which nothing else goes: the smallest that has an id or a class of its own.
 * @param {Page} page @param {number[]} body its blocks
 */
export function scopeOf({ elements = [], blocks = [] }, body) {
  /** How many elements go by each name. @type {Map<string, number>} */
  const named = new Map();
  for (const { hints } of elements) for (const name of new Set(hints.split(/\s+/))) named.set(name, (named.get(name) ?? 0) + 1);
  /** What an element stands in; parents come before what they hold. @param {number} at */
  const above = at => {
    const up = elements[at]?.parent ?? -1;
    return up < at ? up : -1;
  };
  /** How many of the body's blocks each element is around. */
  const holds = new Uint32Array(elements.length);
  for (const block of body) holds[above(blocks[block]?.element ?? 0)] += 1;
  for (let at = elements.length - 1; at > 0; at -= 1) holds[above(at)] += holds[at];
  // Those around all of it hold each other: the smallest is the last.
  for (let at = elements.length - 1; at >= 0 && body.length; at -= 1) {
    if (holds[at] !== body.length) continue;
    const { tag, hints } = elements[at];
    if (tag === 'body' || tag === 'html' || !NAME.test(tag)) continue;
    // Whether it is an id or a class is not told; if it is something else the page finds that the rules do not reach.
    const name = hints.split(/\s+/).find(name => NAME.test(name) && named.get(name) === 1);
    if (name) return `${tag}:is(#${name},.${name})`;
  }
  return ':root';
}

/** The strokes of an article on a light page, which most are. @param {Brief} brief */
export const strokesOf = ({ strokes }) => [...new Set(strokes.flatMap(([, , , kind, painted]) => (painted ? `fh-${kind}-l` : [])))];

/**
 * @param {number} tab
 * @param {string} within selector of the element: part of a stylesheet, so whoever calls has made sure that it is no more than that
 * @param {string[]} names of the strokes, as `CSS.highlights` has them
 */
export async function insertStrokes(tab, within, names) {
  // Where highlights inherit (Chromium), a rule for an element is a rule for all in it: the browser need not match it with each of them.
  const inherit = chrome.runtime.getURL('').startsWith('chrome-extension:');
  const place = inherit ? within : `:is(${within}, ${within} *)`;
  const links = inherit ? `${within} :any-link` : `${within} :is(:any-link, :any-link *)`;
  const selectors = new Map(names.flatMap(name => [[`::highlight(${name})`, `${place}::highlight(${name})`], [`:any-link::highlight(${name})`, `${links}::highlight(${name})`]]));
  const css = (await styleOf(STYLES)).replace(RULE, (_, list, declarations) => {
    const wanted = list.split(',').map((/** @type {string} */ selector) => selectors.get(selector.trim())).filter(Boolean);
    return wanted.length ? `${wanted.join()}{${declarations}}` : '';
  });
  await chrome.scripting.insertCSS({ target: { tabId: tab, frameIds: [0] }, css }).catch(() => { /* The tab is gone. */ });
}

/** The text of style files of ours, without comments and indentation, which a page would have to read each time. @param {string[]} paths */
export const styleOf = async paths => (await Promise.all(paths.map(async path => (await fetch(chrome.runtime.getURL(path))).text()))).join('\n')
  .replace(/\/\*.*?\*\//gs, '').replace(/\s*\n\s*/g, '\n').replace(/ {2,}/g, ' ');
