// What is remembered, on the reader's own computer: that it stays, that it can be seen and forgotten, that it survives damage, and
// that it goes out and comes back in one file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inBoth } from './both.mjs';
import { until } from './driver/index.mjs';
import { noted, report, rewrite, STORY } from './app-sites.mjs';
import { stateOf } from './firsthand.mjs';

/** @typedef {import('./driver/index.mjs').Page} Page */

/** Runs where IndexedDB is the background's own: what lies in a store. @param {string} store */
async function stored(store) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('firsthand');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const keys = await new Promise((resolve) => {
    const request = database.transaction(store).objectStore(store).getAllKeys();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return keys;
}

/** Flips the last byte of everything in a store. @param {string} store */
async function damage(store) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('firsthand');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(store, 'readwrite');
  const cursors = transaction.objectStore(store).openCursor();
  cursors.onsuccess = () => {
    const cursor = cursors.result;
    if (!cursor) return;
    const bytes = cursor.value;
    bytes[bytes.length - 1] ^= 255;
    cursor.update(bytes);
    cursor.continue();
  };
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  database.close();
}

/** @param {Page} page */
const said = (page) => page.evaluate(() => document.body.innerText);

/** Presses a button of one of our own pages by its text or label. @param {Page} page @param {string} label */
const press = (page, label) => page.waitFor((label) => {
  const shown = [...document.querySelectorAll('button')].filter((button) => button.getClientRects().length > 0);
  const found = shown.find((button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === label);
  found?.click();
  return !!found;
}, label);

inBoth('what is remembered', (bench, name) => {
  /** @param {string} site @param {string} [path] */
  async function read(site, path = STORY) {
    const page = await bench.browser.open(bench.server.url(site, path));
    await until(async () => (await stateOf(page)).phase === 'read', `${site}${path} to be read`);
    return page;
  }
  const options = async () => {
    const page = await bench.browser.openExtension('options/options.html');
    await page.waitFor(() => document.querySelector('#space')?.textContent !== '');
    return page;
  };
  /** @returns {Promise<any>} */
  const settings = async () => (await bench.browser.extension(() => chrome.storage.local.get('settings'))).settings;
  const count = async () => (await bench.browser.extension(stored, 'records')).length;

  test('nothing is, before an article was read', async () => {
    const page = await options();
    assert.match(await said(page), /Nothing is remembered yet/);
    await page.close();
  });

  test('a report that was opened is known, and its rewrite recognised without a request', async () => {
    await (await read('courier', '/sluice')).close();
    assert.equal(await count(), 1);
    const story = await read('story');
    await until(async () => (await noted(story))?.summary?.source, 'the comparison');
    await story.close();
  });

  test('it outlives the background and the browser', async () => {
    await bench.browser.stopBackground();
    await (await read('story')).close();
    bench.browser = await bench.browser.restart();
    if (name === 'firefox') return; // A temporary add-on's data goes with the browser; an installed one's does not.
    assert.equal(await count(), 2);
    const story = await read('story');
    await until(async () => (await noted(story))?.summary?.source, 'the comparison after a restart');
    await story.close();
  });

  test('settings say which section is read, the last ones too, and nothing lies over a question', async () => {
    const page = await options();
    const current = (/** @type {string} */ hash) => page.waitFor((hash) => [...document.querySelectorAll('nav [aria-current]')].map((link) => link.getAttribute('href')).join() === hash, hash);
    await current('#sites');
    for (const hash of ['#keys', '#data', '#fetch']) {
      await page.evaluate((hash) => /** @type {HTMLElement} */ (document.querySelector(`nav a[href="${hash}"]`)).click(), hash);
      await current(hash);
    }
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await current('#data');
    await press(page, 'Export…');
    await page.waitFor(() => document.querySelector('#said')?.textContent?.startsWith('Saved as'));
    await press(page, 'Reset Firsthand…');
    await page.waitFor(() => {
      const box = document.querySelector('#data-ask button')?.getBoundingClientRect();
      return !!box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.textContent === 'Reset';
    });
    await press(page, 'Cancel');
    await page.close();
  });

  test('settings list it, and forget one of them', async () => {
    await (await read('courier', '/sluice')).close();
    await (await read('story')).close();
    const page = await options();
    await page.waitFor(() => document.querySelectorAll('#kept-rows tr').length === 2);
    const text = await said(page);
    for (const part of ['Sluice was opened by hand, log shows', 'April 2, 2026', '2 reports']) assert.ok(text.includes(part), `${part} in ${text}`);
    // Nor has anybody to scroll sideways for it, with a list of sites and exceptions, at 320 pixels (WCAG 1.4.10).
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'setGlobal', change: { fetchSites: { 'a-newspaper-with-a-long-name.example': 'always' } } }));
    await page.waitFor(() => document.querySelectorAll('#fetch-rows tr').length === 1);
    await page.resize(320, 800);
    await page.waitFor(() => innerWidth === 320 && document.documentElement.scrollWidth <= innerWidth);
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'setGlobal', change: { fetchSites: {} } }));
    await page.resize(1280, 900);
    await press(page, 'Forget They opened the sluice and told no one');
    await page.waitFor(() => document.querySelectorAll('#kept-rows tr').length === 1);
    assert.equal(await count(), 1);
    assert.match(await said(page), /1 report\b/);
    await page.close();
  });

  test('a damaged record or shard is left out, the page is read all the same, and opening the report mends it', async () => {
    for (const [store, site] of /** @type {const} */ ([['records', 'story'], ['shards', 'quiet']])) {
      await (await read('courier', '/sluice')).close();
      const before = await read(site);
      assert.ok((await noted(before)).summary.source, `${site} is recognised`);
      await before.close();
      await bench.browser.extension(damage, store);
      await bench.browser.stopBackground();
      const story = await read(site);
      assert.deepEqual(story.errors, []);
      assert.equal((await noted(story)).summary.source, null, `with damaged ${store} nothing is claimed`);
      await story.close();
      await (await read('courier', '/sluice')).close();
      const again = await read(site);
      await until(async () => (await noted(again))?.summary?.source, `the comparison once the damage to ${store} is mended`);
      await again.close();
    }
  });

  test('nothing is remembered while that is switched off', async () => {
    const page = await options();
    await press(page, 'Forget all…');
    assert.match(await said(page), /Forget every remembered report\?/);
    await press(page, 'Forget all');
    await page.waitFor(() => document.querySelector('#space')?.textContent?.startsWith('Nothing'));
    for (const store of ['records', 'shards', 'known']) assert.deepEqual(await bench.browser.extension(stored, store), [], store);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#remember [role=switch]')).click());
    await until(async () => (await settings())?.remember === false, 'the setting');
    await (await read('courier', '/sluice')).close();
    assert.equal(await count(), 0);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#remember [role=switch]')).click());
    await until(async () => (await settings())?.remember !== false, 'the setting');
    await page.close();
  });

  test('a backup holds what differs from the defaults and the reports; reset forgets; import brings both back', async () => {
    await (await read('courier', '/sluice')).close();
    const page = await options();
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('input[name=fetch][value=never]')).click());
    await until(async () => (await settings())?.fetch === 'never', 'the setting');
    // The file as the page would have it saved.
    const data = await page.evaluate(async () => (await chrome.runtime.sendMessage({ type: 'export' })).data);
    const [header, ...originals] = data.trim().split('\n').map((/** @type {string} */ line) => JSON.parse(line));
    assert.deepEqual(header, { firsthand: 1, settings: { fetch: 'never' } });
    assert.deepEqual(originals.map((/** @type {any} */ original) => original.title), ['Sluice was opened by hand, log shows']);

    await press(page, 'Reset Firsthand…');
    await press(page, 'Reset');
    await page.waitFor(() => document.querySelector('#said')?.textContent === 'Firsthand has been reset.');
    assert.equal(await count(), 0);
    assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('input[name=fetch][value=ask]')).checked), true);

    await page.evaluate((data) => {
      const files = new DataTransfer();
      files.items.add(new File([data], 'firsthand-2026-04-02.jsonl'));
      const input = /** @type {HTMLInputElement} */ (document.querySelector('#file'));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    }, data);
    await page.waitFor(() => document.querySelector('#data-ask')?.textContent?.includes('Import firsthand-2026-04-02.jsonl?'));
    await press(page, 'Import');
    await page.waitFor(() => document.querySelector('#said')?.textContent === 'Imported. 1 report was new.');
    assert.equal(await count(), 1);
    assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('input[name=fetch][value=never]')).checked), true);
    await page.close();
    const story = await read('story');
    await until(async () => (await noted(story))?.summary?.source, 'the comparison with what was imported');
    await story.close();
  });

  for (const [what, data, message] of /** @type {const} */ ([
    ['no backup at all', 'PK\u0003\u0004 an archive', /not a file that Firsthand wrote/],
    ['one of a newer version', '{"firsthand":99}', /newer Firsthand/],
    ['one with a bad line', '{"firsthand":1,"settings":{"fetch":"always"}}\n{"id":', /line 1/],
  ])) {
    test(`a file that is ${what} changes nothing and says why`, async () => {
      const page = await options();
      const before = await settings();
      const answer = await page.evaluate(async (data) => chrome.runtime.sendMessage({ type: 'import', data }), data);
      assert.match(answer.error?.message ?? '', message);
      assert.deepEqual(await settings(), before);
      await page.close();
    });
  }

  test('settings from a file are taken only where they are sound', async () => {
    const page = await options();
    const hostile = { fetch: 'everything', remember: 'yes', keepDays: -1, theme: 'dark', sites: { 'a.example': { on: false, evil: 1 }, 'javascript:x': { on: false }, 'www.b.example': {} }, fetchSites: { 'c.example': 'sometimes' }, toString: 1 };
    await page.evaluate(async (data) => chrome.runtime.sendMessage({ type: 'import', data }), JSON.stringify({ firsthand: 1, settings: hostile }));
    assert.deepEqual(await settings(), { sites: { 'a.example': { on: false } }, theme: 'dark' });
    await page.close();
  });
}, {
  sites: {
    courier: { '/sluice': report() },
    story: { [STORY]: (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(rewrite(`http://courier.localhost:${request.socket.localPort}/sluice`));
    } },
    // Found by its words alone.
    quiet: { [STORY]: rewrite('').replaceAll(/, according to <a.*?<\/a>|, <a.*?<\/a>/g, '') },
  },
});

test('the quota that is shown is the quota that is kept', async () => {
  const rust = await readFile(new URL('../../src/wasm/store.rs', import.meta.url), 'utf8');
  const shown = await readFile(new URL('../../extension/background/library.js', import.meta.url), 'utf8');
  const bytes = (/** @type {string} */ text) => Number(/QUOTA(?:: f64)? = ([\d_e]+);/.exec(text)?.[1].replaceAll('_', ''));
  assert.equal(bytes(rust), bytes(shown));
  assert.equal(bytes(rust), 50e6);
});
