// What a screen reader is given: each browser's own accessibility tree, in one form.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { until } from './driver/index.mjs';

/** @import { Page } from './driver/index.mjs' */

/** @typedef {{ role: string, name: string, description: string, states: string[], within: Heard[] }} Heard */

/** Firefox's names for roles that Chromium, and ARIA, call otherwise. @type {Record<string, string>} */
const ROLES = { pushbutton: 'button', graphic: 'image', radiobutton: 'radio', statusbar: 'status', 'text leaf': 'StaticText' };

/** States that are said. */
const STATES = ['checked', 'collapsed', 'disabled', 'expanded'];

/** The tree of the tab in front. @param {import('./driver/firefox.mjs').Firefox} firefox @returns {Promise<Heard | null>} */
const ofFirefox = (firefox) => firefox.chrome(() => {
  const { Cc, Ci, gBrowser } = /** @type {any} */ (globalThis);
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  /** @param {any} node @returns {Heard} */
  const heard = (node) => {
    const [state, more] = [{}, {}];
    node.getState(state, more);
    const states = service.getStringStates(/** @type {any} */ (state).value, /** @type {any} */ (more).value);
    let role = service.getStringRole(node.role);
    // Its words for every landmark and every group.
    if (role === 'landmark' || role === 'grouping') role = node.attributes.getStringProperty('xml-roles');
    return {
      role, name: node.name ?? '', description: node.description ?? '',
      states: Array.from({ length: states.length }, (_, i) => states.item(i)),
      within: Array.from({ length: node.childCount }, (_, i) => heard(node.getChildAt(i))),
    };
  };
  const top = service.getAccessibleFor(gBrowser.selectedBrowser);
  return top && heard(top);
});

/** @param {import('./driver/chromium.mjs').ChromiumPage} page @returns {Promise<Heard>} */
async function ofChromium({ cdp }) {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree', {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @param {typeof nodes[number]} node @returns {Heard} */
  const heard = (node) => {
    const is = new Map((node.properties ?? []).map(({ name, value }) => [String(name), value.value]));
    const states = [is.get('expanded') === true && 'expanded', is.get('expanded') === false && 'collapsed', is.get('checked') === 'true' && 'checked', is.get('disabled') === true && 'disabled'];
    return {
      role: node.ignored ? '' : String(node.role?.value), name: String(node.name?.value ?? ''), description: String(node.description?.value ?? ''),
      states: states.filter((state) => typeof state === 'string'),
      within: (node.childIds ?? []).flatMap((id) => { const child = byId.get(id); return child ? [heard(child)] : []; }),
    };
  };
  return heard(nodes[0]);
}

/** What has a role that is said; of all else only the words are. */
const SAID = ['dialog', 'complementary', 'region', 'heading', 'link', 'button', 'image', 'term', 'radio', 'radiogroup', 'switch', 'progressbar', 'status'];
/** What is named by something else than all that is in it. */
const HOLDS = ['dialog', 'complementary', 'region', 'radiogroup', 'status', 'term'];

/**
 * What is said, in order, of the first element of a role (`page`: of all) and of what is in it: role, name, description and states of what has a role to be said,
 * the words of the rest. `null` where there is none.
 * @param {Page} page @param {string} role @param {string} [name] that its name has to hold
 * @returns {Promise<string[] | null>}
 */
export async function spoken(page, role, name = '') {
  await page.front();
  const { browser } = page;
  const top = browser.name === 'chromium' ? await ofChromium(/** @type {any} */ (page)) : await ofFirefox(/** @type {any} */ (browser));
  const roleOf = (/** @type {Heard} */ node) => ROLES[node.role] ?? node.role;
  /** @param {Heard} node @returns {string[]} */
  const say = (node) => {
    const kind = roleOf(node);
    // The words of a label are the name of what it labels.
    const within = () => node.within.filter((child) => kind !== 'label' || roleOf(child) !== 'StaticText').flatMap(say);
    if (kind === 'StaticText') return node.name.trim() ? [node.name] : [];
    if (!SAID.includes(kind)) return within();
    const states = node.states.filter((state) => STATES.includes(state));
    const said = [[kind, node.name].filter(Boolean).join(' ').trim(), node.description, ...states].filter(Boolean).join('; ');
    // The words in a heading or a button are its name; what a heading opens is not.
    if (kind === 'heading') return [said, ...within().filter((words) => words.startsWith('button '))];
    return HOLDS.includes(kind) ? [said, ...within()] : [said];
  };
  /** @param {Heard} node @returns {Heard | null} */
  const find = (node) => {
    if (roleOf(node) === role && node.name.includes(name)) return node;
    for (const child of node.within) { const found = find(child); if (found) return found; }
    return null;
  };
  const found = role === 'page' ? top : top && find(top);
  return found && say(found);
}

/**
 * Waits until a screen reader is given just this: a browser brings its tree up to date after the page, part by part.
 * @param {Page} page @param {string} role @param {string} name
 * @param {string[]} expected @param {(heard: string[]) => string[]} [of] what is compared of `spoken`'s answer
 */
export async function hears(page, role, name, expected, of = (heard) => heard) {
  /** @type {string[] | undefined} */
  let heard;
  await until(async () => isDeepStrictEqual(heard = of(await spoken(page, role, name) ?? []), expected), name || role).catch(() => {});
  assert.deepEqual(heard, expected);
}
