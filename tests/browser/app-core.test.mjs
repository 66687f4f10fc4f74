// The module's life: not before an article, once for all tabs, and after its death a new one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBoth } from './both.mjs';
import { until } from './driver/index.mjs';
import { noted, report, rewrite, STORY } from './app-sites.mjs';
import { stateOf } from './firsthand.mjs';

inBoth('the module', (bench, name) => {
  /** @param {string} site @param {string} [path] */
  async function read(site, path = STORY) {
    const page = await bench.browser.open(bench.server.url(site, path));
    await until(async () => (await stateOf(page)).phase === 'read', `${site} to be read`);
    return page;
  }
  // The library is opened with the module, and not before.
  const libraries = () => bench.browser.extension(async () => (await indexedDB.databases()).map((database) => database.name));

  test('is not made for a page that is no article', async () => {
    const page = await bench.browser.open(bench.server.url('mail'));
    await page.waitFor(() => document.readyState === 'complete');
    assert.deepEqual(await libraries(), []);
  });

  test('is made for the first article', async () => {
    await read('courier', '/sluice');
    assert.deepEqual(await libraries(), ['firsthand']);
  });

  // Only Chromium lets a test into the background itself.
  if (name !== 'chromium') return;

  for (const death of ['a trap that nobody awaits', 'a second one']) {
    test(`is made anew after ${death}, and what is remembered is still known`, async () => {
      // What a trap in a callback looks like from outside.
      await bench.browser.extension(() => { Promise.reject(new WebAssembly.RuntimeError('unreachable')); });
      const story = await read('story');
      await until(async () => (await noted(story))?.summary?.source, 'the comparison');
      await story.close();
    });
  }
}, {
  sites: {
    mail: { '/': '<title>Inbox</title><p>Dear all.</p>' },
    courier: { '/sluice': report() },
    story: { [STORY]: (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(rewrite(`http://courier.localhost:${request.socket.localPort}/sluice`));
    } },
  },
});
