// Fetching a credited report: what is asked of its site, and what is said when there is no answer to be had.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noted, report, rewrite } from './app-sites.mjs';
import { inBoth } from './both.mjs';
import { until } from './driver/index.mjs';
import { click, foundOn, HOST, leaveBy, marks, popupOf, surface, words } from './firsthand.mjs';
import { REPORT } from './sites.mjs';

/** @typedef {import('./driver/index.mjs').Page} Page */

/** Answers of the report's site by path. @type {Record<string, import('./driver/server.mjs').Answer>} */
const COURIER = {
  '/fine': { body: report(), headers: { 'set-cookie': 'reader=1; SameSite=None', etag: '"x"' } },
  '/moved': { status: 302, headers: { location: '/fine' } },
  '/bound-in-latin-1': { headers: { 'content-type': 'text/html; charset=windows-1252' }, body: Buffer.from(report().replace('<meta charset="utf-8">', '').replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('’', '\x92'), 'latin1') },
  '/members': { status: 403, body: 'no' },
  '/to-sign-in': { status: 302, headers: { location: '/login?next=/to-sign-in' } },
  '/login': '<h1>Sign in</h1>',
  '/gone': { status: 410, body: 'gone' },
  '/report.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' },
  '/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = () => { while (!response.destroyed && response.write('<p>water</p>'.repeat(8000))); };
    response.on('drain', more);
    more();
  },
  '/silent': () => {},
  '/elsewhere': report().replace(/<article>[^]*<\/article>/, `<article><h1>Ferry to winter in Tessaly</h1>${'<p>The small ferry will lie in Tessaly from November to March, since its berth at the old pier is to be dredged. Passengers may use the coach, which leaves the square twice a day.</p>'.repeat(4)}</article>`),
  '/broken-off': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000' });
    response.write('<p>The water', () => response.destroy());
  },
};

/** A story for each of them, and some that link to nothing. @type {Record<string, import('./driver/server.mjs').Answer>} */
const STORIES = {
  '/names': rewrite('').replaceAll(/<a href="">(.*?)<\/a>/g, '$1'),
  '/opinion/silt': rewrite('', 'Opinion: They opened the sluice').replaceAll(/, according to <a.*?<\/a>|, <a.*?<\/a>/g, ''),
  '/silent-sluice': rewrite('').replaceAll(/, according to <a.*?<\/a>|, <a.*?<\/a>/g, ''),
  '*': (request, response) => {
    const path = request.url ?? '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(rewrite(`http://courier.localhost:${request.socket.localPort}${path.replace(/^\/on/, '')}`, `Sluice, again ${path}`));
  },
};

inBoth('fetching', (bench) => {
  /** What a page of these tests leaves in the library would make the next fetch unnecessary: they tell one story. */
  async function rememberNothing() {
    await bench.browser.extension(async () => { await chrome.storage.local.set({ settings: { remember: false } }); });
  }

  /** Opens the story that credits a path of the report's site, and compares. @param {string} path */
  async function compare(path) {
    await rememberNothing();
    const page = await bench.browser.open(bench.server.url('story', `/on${path}`));
    await until(async () => (await surface(page))?.includes('Compare with the report'), 'the offer');
    await click(page, 'button', 'Compare with the report');
    return page;
  }

  test('sends no cookie, no referrer and nothing of the page, and asks once', async () => {
    await rememberNothing();
    const before = await bench.browser.open(bench.server.url('courier', '/fine'));
    await before.close();
    const from = bench.server.requests.length;
    const page = await compare('/fine');
    await until(async () => (await noted(page))?.summary?.source, 'the comparison');
    const asked = bench.server.requests.slice(from).filter(({ site, path }) => site === 'courier' && path !== '/favicon.ico');
    assert.deepEqual(asked.map(({ path }) => path), ['/fine']);
    const [{ headers }] = asked;
    for (const name of ['cookie', 'referer', 'if-none-match', 'authorization']) assert.equal(headers[name], undefined, name);
    assert.doesNotMatch(JSON.stringify(headers), /story\.localhost|sluice/i);
    await page.close();
  });

  test('has the writer\'s own words wait for the report that is still to be compared', async () => {
    await rememberNothing();
    const page = await bench.browser.open(bench.server.url('story', '/on/fine'));
    await until(async () => (await surface(page))?.includes('Compare with the report'), 'the offer');
    assert.equal((await foundOn(page))?.own, 0, 'none is found, let alone marked');
    assert.deepEqual(await words(page, 'writer'), []);
    await click(page, 'button', 'Compare with the report');
    await until(async () => (await words(page, 'writer')).includes('breathtaking arrogance'), 'own words, now that the report is known not to have them');
    await page.close();
  });

  test('follows a redirect, and reads an old encoding', async () => {
    for (const path of ['/moved', '/bound-in-latin-1']) {
      const page = await compare(path);
      await until(async () => (await noted(page))?.summary?.source, `the comparison for ${path}`);
      await page.close();
    }
  });

  for (const [path, code, said] of /** @type {const} */ ([
    ['/members', 'sign_in', /behind a sign-in/],
    ['/to-sign-in', 'sign_in', /behind a sign-in/],
    ['/gone', 'status', /could not be fetched/],
    ['/report.pdf', 'not_html', /could not be fetched/],
    ['/endless', 'too_large', /could not be fetched/],
    ['/broken-off', 'offline', /could not be fetched/],
  ])) {
    test(`${path.slice(1)} ends in a plain message (${code}), with nothing marked but the writer's own words`, async () => {
      const page = await compare(path);
      await until(async () => (await noted(page))?.summary?.finding !== 'credits', 'the end of it');
      const { finding, gap } = (await noted(page)).summary;
      assert.deepEqual([finding, gap], [code === 'sign_in' ? 'sign_in' : 'failed', code]);
      await until(async () => said.test((await surface(page)) ?? ''), `${said}`);
      const { traced, exact, changed } = await marks(page);
      assert.equal(traced + exact + changed, 0);
      await until(async () => (await words(page, 'writer')).includes('breathtaking arrogance'), 'own words, since nothing more can be known');
      if (code !== 'sign_in') assert.match((await surface(page)) ?? '', /Only the writer’s own words are marked\./);
      // Every mark is in a list that a keyboard reaches.
      await click(page, 'button', 'Show the writer’s own words (1)');
      await until(async () => (await page.shadow(HOST, (root) => root.querySelector('#fh-own .find')?.textContent)) === 'breathtaking arrogance', 'the list');
      assert.match((await surface(page)) ?? '', said, 'the panel says the same');
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  }

  const OWN = 'Show own words (1)';
  const TAB = 'Compare with a tab…';
  const TITLE = 'This story credits Calder Courier';
  for (const [state, path, settings, edge, notice, popup] of /** @type {const} */ ([
    ['credits', '/on/fine', {}, TITLE, ['Compare with the report', 'Not now', 'Fetches one page from courier.localhost, without cookies.'], 'This story credits Calder Courier.Compare with the reportFetches one page from courier.localhost, without cookies.'],
    ['unlinked', '/names', {}, TITLE, ['The page does not link to the report.', 'Compare with a tab…'], `This story credits Calder Courier.The page does not link to the report.${OWN}${TAB}`],
    ['forbidden', '/on/fine', { fetch: 'never' }, TITLE, ['Your settings do not let Firsthand fetch it.', 'Open the original', 'Compare with a tab…'], `This story credits Calder Courier.Your settings do not let Firsthand fetch it.Open the original${OWN}${TAB}`],
    ['sign_in', '/on/members', { fetch: 'always' }, 'The report is behind a sign-in', ['courier.localhost did not show the full text.', 'Open the original', 'Compare with a tab…'], `This story credits Calder Courier.courier.localhost did not show the full text. If you can open it, Firsthand can compare with your open tab.Open the original${OWN}${TAB}`],
    ['failed', '/on/gone', { fetch: 'always' }, 'The report could not be fetched', ['courier.localhost gave no report at', 'Only the writer’s own words are marked.', 'Try again', 'Open the original'], `This story credits Calder Courier.The report could not be fetched from courier.localhost.Try againOpen the original${OWN}Fetches one page from courier.localhost, without cookies.`],
    ['untraced', '/on/elsewhere', { fetch: 'always' }, 'No sentence here traces to Calder Courier', ['Read Calder Courier’s report', 'Compare with a tab…'], `No sentence here traces to Calder CourierRead the report${OWN}${TAB}`],
    ['opinion', '/opinion/silt', {}, 'Labelled Opinion by story.localhost', ['Opinion is meant to be the writer’s own words, so they are not marked here.', 'Mark them on this page'], 'Labelled Opinion by story.localhostOpinion is meant to be the writer’s own words, so they are not marked here. Quotations and links to reports still are.Mark them on this page'],
    ['nothing', '/silent-sluice', {}, 'No original found', ['This page credits no other report, and none that Firsthand remembers matches it.', 'Add an original…'], `No original foundThis page credits no other report, and none that Firsthand remembers matches it.${OWN}Add an original…`],
  ])) {
    test(`a page that is found to be “${state}” says so at its edge, opened, and in the popup, each in the words for it`, async () => {
      await bench.browser.extension(async (settings) => { await chrome.storage.local.set({ settings: { remember: false, ...settings } }); }, settings);
      await bench.browser.stopBackground();
      const page = await bench.browser.open(bench.server.url('story', path));
      await until(async () => (await noted(page))?.summary?.finding === state, state);
      // A notice that came unasked is folded away first.
      const shown = () => page.shadow(HOST, (root) => root.querySelector('.rail')?.getAttribute('aria-label') ?? root.querySelector('.notice h2')?.textContent);
      if (await until(shown, 'a surface') && !(await shown())?.startsWith('Firsthand: ')) await click(page, '.notice .icon-btn');
      await until(async () => (await shown()) === `Firsthand: ${edge}`, edge);
      await click(page, '.rail');
      await until(async () => (await page.shadow(HOST, (root) => root.querySelector('.notice h2, .panel #fh-heading')?.textContent)) === edge, edge);
      const opened = (await surface(page)) ?? '';
      for (const said of notice) assert.ok(opened.includes(said), `“${said}” in “${opened}”`);
      const small = await popupOf(page);
      assert.equal(await small.waitFor(() => document.querySelector('.sum')?.textContent), popup);
      await small.close();
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  }

  test('what is marked all the same is listed by the popup’s button', async () => {
    const page = await compare('/gone');
    await until(async () => (await words(page, 'writer')).includes('breathtaking arrogance'), 'own words');
    await leaveBy(await popupOf(page), 'Show own words (1)');
    await page.front();
    await until(async () => (await page.shadow(HOST, (root) => root.querySelector('#fh-own .find')?.textContent)) === 'breathtaking arrogance', 'the list');
    // Once more: it does not close what is open.
    await leaveBy(await popupOf(page), 'Show own words (1)');
    await page.front();
    await until(() => page.shadow(HOST, (root) => root.activeElement?.id === 'fh-heading'), 'the focus in the list');
    await page.close();
  });

  test('compares with a tab that the reader chooses, from the popup too, and says that nothing of it is here', async () => {
    await rememberNothing();
    const cranes = await bench.browser.open(bench.server.url('tidewaterledger', REPORT));
    await until(async () => (await noted(cranes))?.phase === 'read', 'the other article');
    const page = await bench.browser.open(bench.server.url('story', '/silent-sluice'));
    await until(async () => (await noted(page))?.summary?.finding === 'nothing', 'the story');
    await leaveBy(await popupOf(page), 'Add an original…');
    await page.front();
    await click(page, '.notice .pages button', 'Harbour crane inspections');
    await until(async () => (await page.shadow(HOST, (root) => root.querySelector('.panel #fh-heading')?.textContent)) === 'No sentence here traces to The Tidewater Ledger', 'what came of it');
    assert.equal((await noted(page)).summary.finding, 'untraced');
    assert.deepEqual(page.errors, []);
    await page.close();
    await cranes.close();
  });

  test('stops when the reader says so', async () => {
    const page = await compare('/silent');
    await until(async () => (await surface(page))?.includes('Comparing with'), 'the fetch to be under way');
    await click(page, 'button', 'Stop');
    await until(async () => (await noted(page))?.summary?.gap === 'stopped', 'the fetch to be given up');
    await until(async () => (await surface(page))?.includes('Compare with the report'), 'the offer to be back');
    await page.close();
  });

  test('fetches at once when the setting says always, never when it says never, and an exception beats both', async () => {
    const set = (/** @type {object} */ settings) => bench.browser.extension(async (settings) => { await chrome.storage.local.set({ settings }); }, settings);
    /** @param {(page: Page) => Promise<unknown>} [then] */
    const visit = async (then) => {
      await bench.browser.stopBackground();
      const from = bench.server.asked('courier').length;
      const page = await bench.browser.open(bench.server.url('story', '/on/fine'));
      await until(async () => (await noted(page))?.phase === 'read', 'the story to be read');
      const asked = bench.server.asked('courier').slice(from);
      await then?.(page);
      await page.close();
      return asked;
    };
    await set({ remember: false, fetch: 'always' });
    assert.deepEqual(await visit(), ['/fine']);
    await set({ remember: false, fetch: 'never' });
    const refused = await visit(async (page) => {
      await until(async () => (await words(page, 'writer')).includes('breathtaking arrogance'), 'own words, which need not wait for a report that is refused');
    });
    assert.deepEqual(refused, []);
    const says = (/** @type {string} */ words) => (/** @type {Page} */ page) => until(async () => (await surface(page))?.includes(words), words);
    await set({ remember: false, fetch: 'always', fetchSites: { 'courier.localhost': 'ask' } });
    assert.deepEqual(await visit(says('Compare with the report')), []);
    await set({ remember: false, fetchSites: { 'courier.localhost': 'never' } });
    const kept = await visit(async (page) => {
      await click(page, '.rail');
      await says('Your settings do not let Firsthand fetch it.')(page);
      assert.doesNotMatch((await surface(page)) ?? '', /Compare with the report/, 'nothing is offered that would not be done');
    });
    assert.deepEqual(kept, []);
    await set({ remember: false, fetchSites: { 'courier.localhost': 'always' } });
    assert.deepEqual(await visit(), ['/fine']);
  });
}, { sites: { courier: COURIER, story: STORIES } });
