// Putting the page scripts into a tab, stage by stage.

import { STAGES } from '../content/files.js';

/** @typedef {keyof typeof STAGES} Stage */

/** Whether this package has each stage as a module too, which a page may be given: Chromium's. */
const HAS_MODULES = 'web_accessible_resources' in chrome.runtime.getManifest();

/**
 * @param {number} id of the tab
 * @param {Stage} stage
 * @throws if the tab is gone, or the browser's settings keep us out of its site
 */
export async function put(id, stage) {
  const target = { tabId: id, frameIds: [0] };
  if (HAS_MODULES) {
    const [frame] = await chrome.scripting.executeScript({
      target,
      // A document runs a module once, however often it is asked to.
      func: path => import(chrome.runtime.getURL(path)).then(() => true, () => false),
      args: [`stages/${stage}.js`],
    });
    if (frame?.result === true) return;
    // Where the reader has switched a site's scripts off nothing is imported, though ours run.
  }
  await chrome.scripting.executeScript({ target, files: STAGES[stage] });
}
