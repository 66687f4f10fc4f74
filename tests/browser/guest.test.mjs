// A guest in other people's pages: silent where there is nothing to read, plain where something is in the way, and the page untouched.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { STAGES } from '../../extension/content/files.js';
import { inBoth } from './both.mjs';
import { ROOT, unpacked, until } from './driver/index.mjs';
import { click, marks, popupOf, stateOf, surface, tell } from './firsthand.mjs';
import { REPORT, REWRITE } from './sites.mjs';

const STORY = readFileSync(join(ROOT, 'www/news/buzzline', REWRITE, 'index.html'), 'utf8');

/** A long page that nobody wrote: `size` characters of short stories. @param {number} size */
function long(size) {
  const lines = [];
  for (let n = 1, length = 0; length < size; n++) {
    const line = `Report ${n} says that the ferry to Saltby carried ${n % 97} passengers on day ${n}, and that the harbour master, Grete Lie, counted them twice.`;
    lines.push(`<p>${line}</p>`);
    length += line.length;
  }
  return lines.join('\n');
}

/** A story that credits a report at an address. @param {string} url */
const crediting = (url) => STORY.replaceAll(/https:\/\/tidewaterledger\.example[^"]*/g, url);

/** A port that nobody answers at. @returns {Promise<number>} */
const deadPort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});
const dead = await deadPort();

/** @type {Record<string, import('./driver/server.mjs').Answer>} */
const PAGES = {
  '/empty': '',
  '/words': '<!doctype html><title>Hello</title><p>Hello.</p>',
  '/huge': `<!doctype html><title>A very long page</title><article><h1>A very long page</h1>${long(2_000_000)}</article>`,
  '/cut': STORY.slice(0, STORY.indexOf('Insiders reportedly') + 200).replace(/<[^<]*$/, '<a href="htt'),
  // Firefox itself is lost in 100,000; the core is given as many in wasm.test.mjs.
  '/deep': `<!doctype html><title>Deep</title><article><h1>Deep</h1>${'<div>'.repeat(3000)}${long(3000)}`,
  '/sandbox': { headers: { 'content-security-policy': 'sandbox allow-scripts' }, body: STORY },
  '/dead': crediting(`http://dead.localhost:${dead}/report`),
  '/refused': crediting('https://walls.example/locked'),
  '/missing': crediting('https://walls.example/gone'),
  '/picture': crediting('https://walls.example/picture'),
  '/endless': crediting('https://walls.example/endless'),
};

/** @type {Record<string, import('./driver/server.mjs').Answer>} */
const WALLS = {
  '/locked': { status: 401, body: '<p>Sign in to read.</p>' },
  '/gone': { status: 404, body: '<p>No such page.</p>' },
  '/picture': { headers: { 'content-type': 'image/png' }, body: Buffer.alloc(100) },
  // Sends for as long as anybody listens.
  '/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const chunk = `<p>${'and so on '.repeat(6000)}</p>`;
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
};

/** Whether the document is what the server sent, but for our one element. @param {import('./driver/index.mjs').Page} page */
const untouched = (page) => page.evaluate(async () => {
  const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  copy.querySelector(':scope > firsthand-ui')?.remove();
  const source = await (await fetch(location.href)).text();
  const before = new DOMParser().parseFromString(source, 'text/html').documentElement;
  return copy.outerHTML === before.outerHTML;
});

inBoth('a guest', (bench, name) => {
  /** @param {string} path */
  const open = (path) => bench.browser.open(bench.server.url('guest', path));
  /** Opens, and waits until it has been read or was found to be nothing. @param {string} path */
  const read = async (path) => {
    const page = await open(path);
    await until(async () => ['read', 'not_article', 'failed'].includes((await stateOf(page)).phase), `${path} to be read`, 60_000);
    return page;
  };

  for (const path of ['/empty', '/words']) {
    test(`is not there on a page without a story (${path})`, async () => {
      const page = await open(path);
      // What comes after is answered after: by the time that a story in another tab is read, the gate here has spoken.
      const story = await read('/cut');
      await story.close();
      assert.equal((await stateOf(page)).phase, null);
      assert.equal(await surface(page), null);
      assert.ok(await untouched(page));
      await page.close();
    });
  }

  /** The scripts of ours in a page, as they come. Only Chromium tells. @param {import('./driver/index.mjs').Page} page */
  const scripts = async (page) => {
    /** @type {string[]} */
    const loaded = [];
    const { cdp } = /** @type {import('./driver/chromium.mjs').ChromiumPage} */ (page);
    cdp.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith('chrome-extension://')) loaded.push(new URL(url).pathname.slice(1));
    });
    await cdp.send('Debugger.enable');
    return loaded;
  };

  if (name === 'chromium') {
    test('a story gets more than it needs at first only when it changes', async () => {
      const page = await bench.browser.open();
      const loaded = await scripts(page);
      await page.goto(bench.server.url('tidewaterledger', REPORT));
      await until(async () => (await stateOf(page)).phase === 'read', 'it to be read');
      const first = ['content/gate.js', 'stages/article.js'];
      assert.deepEqual(loaded, first);
      await page.evaluate(() => document.querySelector('p')?.after('A line that came late, and is long enough to be looked at by anybody.'));
      await until(async () => loaded.length > 2, 'what a page needs that changes');
      assert.deepEqual(loaded, [...first, 'stages/changes.js']);
      await page.close();
    });

    // The browser reads and compiles all of it for every article. Whoever needs more asks whether it can wait for a reader who wants it.
    test('a story gets no more code than was weighed', () => {
      const code = (/** @type {string} */ path) => readFileSync(join(unpacked(name), path), 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '').replace(/\s+/g, ' ').length;
      assert.ok(code('content/gate.js') <= 1_800, `gate: ${code('content/gate.js')}`);
      assert.ok(code('stages/article.js') <= 52_500, `article: ${code('stages/article.js')}`);
      for (const [stage, paths] of Object.entries(STAGES)) {
        const whole = readFileSync(join(unpacked(name), `stages/${stage}.js`), 'utf8');
        assert.ok(whole.endsWith(paths.map((path) => readFileSync(join(ROOT, 'extension', path), 'utf8')).join('')), `${stage} is what files.js lists`);
      }
    });
  }

  test('a page cannot tell by our files that we are there', async () => {
    const page = await open('/cut');
    await until(async () => (await surface(page)) !== null, 'our surfaces');
    const [asked, seen] = await page.evaluate(async (origin) => {
      const ask = (/** @type {string} */ path) => fetch(`${origin}/${path}`).then(() => path, () => null);
      const asked = (await Promise.all(['stages/article.js', 'content/gate.js', 'manifest.json', 'ui/base.css'].map(ask))).filter(Boolean);
      return [asked, performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('extension://'))];
    }, bench.browser.origin);
    assert.deepEqual(asked, []);
    assert.deepEqual(seen, []);
    await page.close();
  });

  test('a page without an origin of its own is read too', async () => {
    const page = await open('/sandbox');
    await until(async () => (await surface(page)) !== null, 'our surfaces');
    await page.close();
  });

  if (name === 'chromium') {
    test('a page whose scripts are switched off is read too', async () => {
      const page = /** @type {import('./driver/chromium.mjs').ChromiumPage} */ (await bench.browser.open());
      await page.cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
      await page.goto(bench.server.url('guest', '/cut'));
      await until(async () => (await stateOf(page)).phase === 'read', 'it to be read');
      await page.close();
    });
  }

  test('a long page has its thread back again and again while it is collected and marked', async () => {
    const page = await bench.browser.open(bench.server.url('localhost', '/story.html'));
    const { rests, blocks, registered, strokes } = await page.evaluate(async (paths) => {
      const world = /** @type {any} */ (globalThis);
      for (let n = 0; n < 12_000; n += 1) {
        const p = document.createElement('p');
        p.append(`Report ${n} says that the `, Object.assign(document.createElement('b'), { textContent: 'ferry' }), ' to Saltby was counted twice.');
        document.body.append(p);
      }
      world.firsthand = { host: { send: async () => ({}), text: () => '' } };
      for (const path of paths) {
        const script = Object.assign(document.createElement('script'), { src: `/extension/${path}` });
        await new Promise((loaded) => { script.onload = loaded; document.head.append(script); });
      }
      const { firsthand } = world;
      const { rest } = firsthand;
      let rests = 0;
      firsthand.rest = () => {
        rests += 1;
        return rest();
      };
      const collection = await firsthand.collect();
      const strokes = collection.blocks.slice(0, 1000).map((/** @type {any} */ block, /** @type {number} */ n) => [n, 0, block.text.length, 'writer', true, n, -1]);
      const size = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      /** How many ranges the registry has whenever the page gets its thread. @type {number[]} */
      const registered = [];
      firsthand.rest = () => {
        registered.push(size());
        return rest();
      };
      await firsthand.paint.set({ collection, brief: { strokes } });
      registered.push(size());
      return { rests, blocks: collection.blocks.length, registered, strokes: strokes.length };
    }, STAGES.article.filter((path) => !path.endsWith('/page.js')));
    assert.equal(blocks, 12_000);
    assert.ok(rests > 1, `${rests} rests while it was collected`);
    assert.equal(registered.at(-1), strokes);
    assert.ok(registered.every((now, i) => now - (registered[i - 1] ?? 0) <= 200), `at once: ${registered}`);
    await page.close();
  });

  test('is not there on a front page, and loads nothing there but its gate', async () => {
    const page = await bench.browser.open();
    const loaded = name === 'chromium' ? await scripts(page) : null;
    await page.goto(bench.server.url('tidewaterledger'));
    const story = await read('/cut');
    await story.close();
    assert.equal((await stateOf(page)).phase, null);
    assert.equal(await surface(page), null);
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    if (loaded) assert.deepEqual(loaded, ['content/gate.js']);
    await page.close();
  });

  test('the popup says that a front page is no article', async () => {
    const page = await bench.browser.open(bench.server.url('tidewaterledger'));
    const popup = await popupOf(page);
    await popup.waitFor(() => document.body.innerText.includes('This is not a news article'));
    await popup.close();
    await page.close();
  });

  for (const path of ['/huge', '/cut', '/deep']) {
    test(`reads ${path} or says that it cannot, and leaves it as it was`, async () => {
      const page = await read(path);
      assert.ok(await untouched(page));
      // Browsers have remarks of their own on a tree this deep.
      assert.deepEqual(page.errors.filter((error) => error.includes('extension://')), []);
      await page.close();
    });
  }

  test('nothing is known any more after “forget all”', async () => {
    // The stories below are one text with other links, and would be recognised by each other.
    await tell(bench.browser, { type: 'setGlobal', change: { remember: false } });
    await tell(bench.browser, { type: 'forget', what: 'all' });
    const known = await tell(bench.browser, { type: 'library', limit: 1 });
    assert.equal(known.originals, 0);
  });

  for (const [path, said] of /** @type {[string, RegExp][]} */ ([
    ['/dead', /The report could not be fetched.*dead\.localhost/],
    ['/missing', /The report could not be fetched.*walls\.localhost/],
    ['/picture', /The report could not be fetched.*walls\.localhost/],
    ['/endless', /The report could not be fetched.*walls\.localhost/],
    ['/refused', /The report is behind a sign-in.*walls\.localhost/],
  ])) {
    test(`says plainly what is in the way when the report cannot be had (${path})`, async () => {
      const page = await open(path);
      await until(async () => (await surface(page))?.includes('Compare with the report'), 'the offer to compare');
      await click(page, 'button', 'Compare with the report');
      await until(async () => said.test((await surface(page)) ?? ''), String(said), 40_000);
      assert.equal((await marks(page)).traced, 0);
      assert.ok(await untouched(page));
      await page.close();
    });
  }

  // Chromium does not let an extension give up what its manifest asks for.
  if (name === 'firefox') {
    test('without permission to read pages it reads none and says so', async () => {
      const origins = ['http://*/*', 'https://*/*'];
      assert.ok(await bench.browser.extension((origins) => chrome.permissions.remove({ origins }), origins));
      const page = await open('/cut');
      const popup = await bench.browser.openExtension(`popup/popup.html?tab=${await bench.browser.extension(async () => Math.max(...(await chrome.tabs.query({})).map(({ id }) => id ?? 0)))}`);
      await popup.waitFor(() => /do not let Firsthand read|cannot read this page/.test(document.body.innerText));
      assert.equal(await surface(page), null);
      assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
      assert.ok(await untouched(page));
      await popup.close();
    });
  }
}, { sites: { guest: PAGES, walls: WALLS } });
