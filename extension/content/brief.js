// What a page needs of its report while nothing is opened. A module of the background: worked out on a thread that no page waits for, by the
// page scripts' own code.

import './findings.js';
import './said.js';

/** @import { Report } from '../types/core' */
/** @import { Brief } from '../types/content' */
/** @import { Settings, SiteSettings } from '../types/protocol' */

const fh = globalThis.firsthand;

/**
 * @param {Report} report
 * @param {{ site: string, settings: SiteSettings, density: Settings['density'], keys: string }} how
 * @param {(key: string, args: string[]) => string} [text] the reader's wording for a key of `_locales`
 * @returns {Brief}
 */
export function brief(report, { site, settings, density, keys }, text = (key, args) => /** @type {any} */ (globalThis).chrome.i18n.getMessage(key, args)) {
  fh.text = (key, ...args) => text(key, args.map(String)) || key;
  const findings = fh.findings(report, { report: settings.report, words: settings.words, density, opinion: false, same: false, removed: new Set() });
  return fh.brief({ report, findings, site, keys });
}
