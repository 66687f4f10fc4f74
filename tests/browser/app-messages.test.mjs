// A page's scripts are trusted with that page and nothing more. If a site takes over its renderer it can send what our own
// scripts could send from there; so the messages are sent from there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report, rewrite, STORY } from './app-sites.mjs';
import { inBoth } from './both.mjs';
import { until } from './driver/index.mjs';
import { stateOf, tabOf } from './firsthand.mjs';

/** @typedef {import('./driver/index.mjs').Page} Page */

/** Sends a message as a page's own content script would. @param {Page} page @param {unknown} message @returns {Promise<any>} */
async function say(page, message) {
  const id = await tabOf(page);
  return page.browser.extension(async (id, message) => {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: async (/** @type {unknown} */ message) => JSON.stringify((await chrome.runtime.sendMessage(message)) ?? null),
      args: [message],
    });
    return JSON.parse(/** @type {string} */ (frame.result));
  }, id, message);
}

inBoth('messages from a page', (bench) => {
  /** @type {Page} */
  let page;
  /** @type {Page} */
  let mail;
  /** @param {string} [url] */
  const pageAt = async (url) => ({ url: url ?? (await page.url()), blocks: [{ text: 'The water authority opened the sluice.', tag: 'p' }] });

  test('a story and a page that is none of its business are open', async () => {
    mail = await bench.browser.open(bench.server.url('mail'));
    page = await bench.browser.open(bench.server.url('story', STORY));
    await until(async () => (await stateOf(page)).phase === 'read', 'the story to be read');
  });

  for (const type of ['state', 'setSite', 'setGlobal', 'toTab', 'settings', 'library', 'forget', 'import', 'export', 'reset', '__proto__', 'constructor', 'toString', 'nonsense', '']) {
    test(`“${type}” is refused`, async () => {
      assert.equal((await say(page, { type, tab: 1, what: 'all', change: { fetch: 'always' }, site: 'x.example', data: '{}' })).error?.code, 'refused');
    });
  }

  test('what is no message is refused', async () => {
    for (const message of [1, 'read', [], ['read'], {}, { type: 7 }, { type: ['read'] }]) {
      assert.equal((await say(page, message))?.error?.code, 'refused', JSON.stringify(message));
    }
  });

  test('a page of no sound shape is refused', async () => {
    for (const bad of [undefined, 'text', [], {}, { url: 7, blocks: [] }, { url: await page.url() }, { url: await page.url(), blocks: 'x' }]) {
      assert.equal((await say(page, { type: 'read', page: bad })).error?.code, 'refused', JSON.stringify(bad));
    }
    assert.equal((await say(page, { type: 'read', page: { url: await page.url(), blocks: [{ text: 5 }] } })).error?.code, 'shape');
  });

  test('no page speaks for another site', async () => {
    for (const url of ['https://tidewaterledger.example/', 'http://mail.localhost/', 'file:///etc/passwd', 'nonsense']) {
      assert.equal((await say(page, { type: 'read', page: await pageAt(url) })).error?.code, 'refused', url);
    }
  });

  test('only what the page credits is fetched', async () => {
    for (const path of ['/', '/secret']) {
      const { error } = await say(page, { type: 'compare', url: bench.server.url('mail', path), page: await pageAt() });
      assert.equal(error?.code, 'refused');
    }
    assert.deepEqual(bench.server.asked('mail').filter((path) => path !== '/favicon.ico'), ['/'], 'only the tab itself');
    const answer = await say(page, { type: 'compare', url: bench.server.url('courier', '/sluice'), page: await pageAt() });
    assert.equal(answer.error, undefined);
  });

  test('only tabs with an article are offered and read', async () => {
    const article = await bench.browser.open(bench.server.url('courier', '/sluice'));
    await until(async () => (await stateOf(article)).phase === 'read', 'the report to be read');
    const { tabs } = await say(page, { type: 'tabs' });
    assert.deepEqual(tabs.map((/** @type {{ url: string }} */ tab) => tab.url), [await article.url()]);
    assert.equal((await say(page, { type: 'compareTab', tab: await tabOf(mail), page: await pageAt() })).error?.code, 'refused');
    const answer = await say(page, { type: 'compareTab', tab: await tabOf(article), page: await pageAt() });
    assert.equal(JSON.parse(answer.report).sources.length, 1);
    await article.close();
  });

  test('switches are those of the page\'s own site', async () => {
    await say(page, { type: 'set', change: { words: false, on: 'yes', more: true }, site: 'mail.localhost' });
    const { settings } = await bench.browser.extension(() => chrome.storage.local.get('settings'));
    assert.deepEqual(settings, { sites: { 'story.localhost': { on: true, report: true, words: false } } });
  });
}, {
  sites: {
    mail: { '/': '<title>Inbox</title><p>Dear all, the minutes are attached.</p>', '/secret': 'secret' },
    courier: { '/sluice': report() },
    story: { [STORY]: (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(rewrite(`http://courier.localhost:${request.socket.localPort}/sluice`));
    } },
  },
});
