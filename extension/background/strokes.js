// The rules of the strokes, put into a page's document: only those of the strokes that it has, for the element in which they stand. A new rule
// makes the browser work out again the style of all that it may match, and a news page has thousands of elements.

import { STYLES } from '../content/files.js';

/** A rule of `marks.css`: its selectors, and what is between its braces. Media queries around it stay as they are. */
const RULE = /([^{}]+)\{([^{}]*)\}/g;

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
