// Switching Firsthand off and on for a site.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBoth } from './both.mjs';
import { until } from './driver/index.mjs';
import { marks, popupOf, stateOf, surface } from './firsthand.mjs';
import { REPORT, REWRITE } from './sites.mjs';

/** Presses a switch of the popup by its label. @param {import('./driver/index.mjs').Page} page @param {string} label */
async function press(page, label) {
  const popup = await popupOf(page);
  await popup.waitFor((label) => {
    const found = [...document.querySelectorAll('[role=switch]')].find((button) => button.textContent?.startsWith(label));
    if (found instanceof HTMLElement) found.click();
    return !!found;
  }, label);
  await popup.close();
  await page.front();
}

/** @param {import('./driver/index.mjs').Page} page */
const all = async (page) => Object.values(await marks(page)).reduce((sum, n) => sum + n, 0);

inBoth('the switches', (bench, name) => {
  /** @type {import('./driver/index.mjs').Page} */
  let page;
  /** @type {import('./driver/index.mjs').Page} */
  let other;

  if (name === 'firefox') {
    test('the icon is in the toolbar from the first', async () => {
      const area = await /** @type {import('./driver/firefox.mjs').Firefox} */ (bench.browser).chrome(() => {
        const { CustomizableUI } = /** @type {any} */ (globalThis);
        return CustomizableUI.getWidgetIdsInArea('nav-bar').filter((/** @type {string} */ id) => id.startsWith('firsthand'));
      });
      assert.deepEqual(area, ['firsthand_firsthand_example-browser-action']);
    });
  }

  test('a story is marked in two tabs', async () => {
    const report = await bench.browser.open(bench.server.url('tidewaterledger', REPORT));
    await until(async () => (await stateOf(report)).phase === 'read', 'the report to be read');
    other = await bench.browser.open(bench.server.url('buzzline', `${REWRITE}?from=elsewhere`));
    await until(async () => (await marks(other)).traced > 0, 'marks in one tab');
    page = await bench.browser.open(bench.server.url('buzzline', REWRITE));
    await until(async () => (await marks(page)).writer > 0, 'marks in the other tab');
    await page.evaluate(() => void Object.assign(globalThis, { sameDocument: true }));
  });

  test('the writer\'s own words can be switched off alone', async () => {
    await press(page, 'Writer’s own words');
    await until(async () => (await marks(page)).writer === 0, 'own words to go');
    assert.ok((await marks(page)).traced > 0, 'links to the report stay');
    await press(page, 'Writer’s own words');
    await until(async () => (await marks(page)).writer > 0, 'own words to come back');
  });

  test('off takes every mark and every element of ours from every tab of the site, without a reload', async () => {
    await press(page, 'On for this site');
    await until(async () => (await all(page)) === 0, 'all marks to go');
    await until(async () => (await all(other)) === 0, 'all marks to go from the other tab');
    assert.equal(await page.evaluate(() => document.querySelector('firsthand-ui')), null);
    assert.equal(await surface(page), null);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).sameDocument), true, 'the page was not reloaded');
    assert.equal((await stateOf(page)).title, 'Firsthand: off on this site');
  });

  test('off survives the end of the browser', async () => {
    bench.browser = await bench.browser.restart();
    page = await bench.browser.open(bench.server.url('buzzline', REWRITE));
    await until(async () => (await stateOf(page)).phase === 'off', 'the site to be off');
    assert.equal(await all(page), 0);
    assert.equal(await page.evaluate(() => document.querySelector('firsthand-ui')), null);
  });

  test('on brings the marks back at once, from what was known before', async () => {
    await page.evaluate(() => void Object.assign(globalThis, { sameDocument: true }));
    await press(page, 'On for this site');
    await until(async () => (await marks(page)).traced > 0, 'marks to come back');
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).sameDocument), true, 'the page was not reloaded');
  });

  test('a background that was stopped answers again, and still knows', async () => {
    await bench.browser.stopBackground();
    const again = await bench.browser.open(bench.server.url('buzzline', `${REWRITE}?again`));
    await until(async () => (await marks(again)).traced > 0, 'marks after the background was stopped');
  });
});
