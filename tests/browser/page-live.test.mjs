// Pages as they are: late, restless, hostile. Real page scripts, a stub for the background.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, differing, picture, until } from './driver/index.mjs';
import { PLANS, REWRITE } from './harness/buzzline.mjs';
import { HOST, start } from './harness/extension.mjs';
import { PAGES, SECOND_PLAN } from './harness/hostile.mjs';
import { click, gone, has, hover, marked, marks, says, shown, unmarked, where } from './harness/page.mjs';
import { spoken } from './spoken.mjs';

/** @type {Record<string, any>} */
const plans = Object.fromEntries(Object.keys(PAGES).map((path) => [path, REWRITE]));
plans['/app-second'] = SECOND_PLAN;
plans['/endless-second'] = SECOND_PLAN;
plans['/blog-credits'] = PLANS['/credits'];
plans['/component'] = { ...REWRITE, body: 'story-text' };

for (const name of BROWSERS) {
  describe(`live pages in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let h;
    before(async () => { h = await start(name, { pages: PAGES, plans }); });
    after(() => h?.close());

    /** @param {import('./driver/index.mjs').Page} page */
    const readings = async (page) => (await h.heard()).filter((m) => m.type === 'read' && page && m.page.url.includes(new URL(h.url('/')).host)).length;

    test('an article that is rendered after the load is read', async () => {
      const page = await h.open('/late');
      await marked(page, 'fh-traced-l', 13);
      await page.close();
    });

    test('text that comes later is read too', async () => {
      const page = await h.open('/grows');
      await page.waitFor(() => [...(/** @type {any} */ (CSS).highlights.get('fh-traced-l') ?? [])].some((r) => String(r).startsWith('The national safety office')));
      await page.close();
    });

    test('a page that becomes another without a load gets the report of the other, and its own again on the way back', async () => {
      const page = await h.open('/app');
      await marked(page, 'fh-traced-l', 13);
      await page.evaluate(() => document.querySelector('button')?.click());
      await page.waitFor(() => [...(/** @type {any} */ (CSS).highlights.get('fh-writer-l') ?? [])].map(String).join() === 'a cynical cash grab');
      await until(async () => /The Island Post/.test(String(await page.shadow(HOST, (root) => root.querySelector('.dock')?.textContent + (root.querySelector('.dock button')?.getAttribute('aria-label') ?? '')))), 'the pill speaks of the other');
      assert.equal((await marks(page))['fh-traced-l'].length, 1);
      await page.evaluate(() => history.back());
      await marked(page, 'fh-traced-l', 13);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test('on an endless page each article has its own report', async () => {
      const page = await h.open('/endless');
      await marked(page, 'fh-traced-l', 13);
      await page.evaluate(() => scrollTo(0, 1200));
      await page.waitFor(() => [...(/** @type {any} */ (CSS).highlights.get('fh-writer-l') ?? [])].map(String).includes('a cynical cash grab'));
      assert.ok((await marks(page))['fh-writer-l'].includes('brushed the warning aside'), 'the first keeps its marks');
      await page.evaluate(() => document.querySelector('#second')?.scrollIntoView());
      const label = () => page.shadow(HOST, (root) => `${root.querySelector('.dock')?.textContent} ${root.querySelector('.dock button')?.getAttribute('aria-label') ?? ''}`);
      await until(async () => /The Island Post/.test(String(await label())), 'the surface speaks of the article on the screen');
      await page.evaluate(() => scrollTo(0, 0));
      await until(async () => /Tidewater Ledger/.test(String(await label())), 'and of the first again');
      await page.close();
    });

    test('a framework that renders the paragraphs again does not lose the marks', async () => {
      const page = await h.open('/renders');
      await marked(page, 'fh-traced-l', 13);
      const before = await marks(page);
      const asked = await readings(page);
      await page.evaluate(() => /** @type {any} */ (window).renderAgain());
      await until(async () => JSON.stringify(await marks(page)) === JSON.stringify(before), 'the same words are marked');
      assert.equal(await readings(page), asked, 'the same text is not read twice');
      await page.close();
    });

    test('a live blog is read again when it grows', async () => {
      const page = await h.open('/blog');
      await marked(page, 'fh-writer-l', 4);
      await page.evaluate(() => /** @type {any} */ (window).post('The minister said on Friday that every port on the coast would be inspected before the winter, and that the results would be published.'));
      await until(async () => (await h.heard()).some((m) => m.type === 'read' && m.page.text.some((/** @type {string} */ t) => t.startsWith('The minister said'))), 'the post was read');
      await marked(page, 'fh-writer-l', 4);
      await page.close();
    });

    test('what the reader has folded away is not unfolded by a page that changes', async () => {
      const page = await h.open('/blog-credits');
      await shown(page, '.notice');
      await click(page, '.notice .link.quiet');
      await shown(page, '.rail.idle');
      await page.evaluate(() => /** @type {any} */ (window).post('The mayor told reporters on the quay on Saturday that nobody had asked him about it, and that he would answer if somebody did.'));
      await until(async () => (await h.heard()).some((m) => m.type === 'read' && m.page.text.some((/** @type {string} */ t) => t.startsWith('The mayor told'))), 'the post was read');
      // The answer is there by the time that another page has been read.
      const other = await h.open('/rewrite');
      await marked(other, 'fh-traced-l', 13);
      await other.close();
      assert.equal(await has(page, '.notice'), false);
      await page.close();
    });

    for (const path of ['/spoilt', '/clobbered']) {
      test(`built-ins that a page has spoilt are no matter to us (${path})`, async () => {
        const page = await h.open(path);
        await until(async () => (await h.heard()).some((m) => m.type === 'read' && m.page.url.endsWith(path)), 'it is read');
        // Nothing can be asked of a page whose scripts no longer work.
        await until(() => spoken(page, 'button', 'Rewrite of The Tidewater Ledger'), 'the pill');
        if (path === '/clobbered') await marked(page, 'fh-traced-l', 13);
        assert.deepEqual(page.errors.filter((error) => /extension:\/\//.test(error)), []);
        await page.close();
      });
    }

    test('a page of 3,000 paragraphs into which ads keep coming keeps its marks, and is read ever more seldom', async () => {
      const page = await h.open('/ads');
      await marked(page, 'fh-traced-l', 13);
      const read = async () => (await h.heard()).filter((m) => m.type === 'read' && m.page.url.endsWith('/ads')).length;
      await page.waitFor(() => /** @type {any} */ (window).ads >= 60);
      assert.ok(await read() <= 4, `${await read()} readings within 60 ads`);
      const now = await marks(page);
      assert.ok(now['fh-traced-l'].length >= 13 && now['fh-traced-l'].some((words) => words.startsWith('Its findings')), 'from the first to the last');
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test('an article that a framework takes away and puts back in other elements keeps its marks, and one that is gone leaves none', async () => {
      const page = await h.open('/replaced');
      await marked(page, 'fh-traced-l', 13);
      const before = await marks(page);
      await page.evaluate(() => /** @type {any} */ (window).hydrate());
      await until(async () => JSON.stringify(await marks(page)) === JSON.stringify(before), 'at once');
      await page.evaluate(() => /** @type {any} */ (window).skeleton());
      await unmarked(page);
      await page.evaluate(() => /** @type {any} */ (window).hydrate());
      await until(async () => JSON.stringify(await marks(page)) === JSON.stringify(before), 'after an empty frame');
      await page.evaluate(() => /** @type {any} */ (window).wall());
      await unmarked(page);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test('a page that clears or replaces highlights does not take ours for long', async () => {
      const page = await h.open('/clears');
      await marked(page, 'fh-traced-l', 13);
      const before = await marks(page);
      await page.evaluate(() => { /** @type {any} */ (window).clearAll(); dispatchEvent(new Event('scroll')); });
      await until(async () => JSON.stringify(await marks(page)) === JSON.stringify(before), 'cleared and back');
      await page.evaluate(() => { /** @type {any} */ (window).replaceAll_(); dispatchEvent(new Event('scroll')); });
      await until(async () => JSON.stringify(await marks(page)) === JSON.stringify(before), 'replaced and back');
      await page.evaluate(() => { for (const h of /** @type {any} */ (CSS).highlights.values()) h.clear(); dispatchEvent(new Event('scroll')); });
      await until(async () => JSON.stringify(await marks(page)) === JSON.stringify(before), 'emptied and back');
      await page.evaluate(() => { /** @type {any} */ (window).clearAll(); dispatchEvent(new Event('scroll')); });
      await shown(page, '.strokes i.traced');
      assert.ok(Number(await page.shadow(HOST, (root) => root.querySelectorAll('.strokes i').length)) > 20, 'a page that goes on is drawn over instead');
      await h.change({ settings: { on: false } });
      await gone(page, '.strokes');
      await h.change({ settings: { on: true } });
      await page.close();
    });

    test('a strict CSP with trusted types stops neither strokes nor styles', async () => {
      const page = await h.open('/strict');
      await marked(page, 'fh-traced-l', 13);
      await shown(page, '.pill');
      const look = await page.shadow(HOST, (root) => {
        const style = getComputedStyle(/** @type {Element} */ (root.querySelector('.dock')));
        const icon = /** @type {Element} */ (root.querySelector('.pill svg')).getBoundingClientRect();
        return `${style.position} ${style.right} ${icon.width}`;
      });
      assert.equal(look, 'fixed 0px 16');
      await page.close();
    });

    test('paragraphs inside a component are read and marked', async () => {
      const page = await h.open('/component');
      await until(async () => ((await marks(page))['fh-traced-l']?.length ?? Number(await page.shadow(HOST, (root) => root.querySelectorAll('.strokes .traced').length))) >= 13, 'the strokes are there');
      const clip = { x: 200, y: 240, width: 600, height: 200 };
      const before = await page.screenshot({ clip });
      await h.change({ settings: { report: false, words: false } });
      await unmarked(page);
      await gone(page, '.strokes i');
      assert.ok(!before.equals(await page.screenshot({ clip })), 'the strokes are painted in the component');
      await h.change({ settings: { report: true, words: true } });
      await page.close();
    });

    test('paragraphs slotted into a component are read once', async () => {
      const page = await h.open('/slotted');
      await marked(page, 'fh-traced-l', 13);
      const texts = (await h.heard()).filter((m) => m.type === 'read' && m.page.url.endsWith('/slotted')).at(-1).page.text;
      assert.equal(texts.filter((/** @type {string} */ t) => t.startsWith('Cranes at Port Merrow')).length, 1);
      assert.ok(texts.includes('Advertisement by the component'));
      await page.close();
    });

    test('a card opens over text that cannot be selected', async () => {
      const page = await h.open('/noselect');
      await marked(page, 'fh-writer-l');
      await hover(page, 'brushed the warning aside');
      await says(page, '.card', 'The writer’s own words');
      await page.close();
    });

    test('the tone is chosen by what is behind each block', async () => {
      const page = await h.open('/boxes');
      await marked(page, 'fh-traced-d', 3);
      const now = await marks(page);
      assert.ok(now['fh-traced-d'].some((t) => t.startsWith('Nobody was hurt')), 'light strokes in a dark box');
      assert.deepEqual(now['fh-writer-c'], ['brushed the warning aside'], 'the colour of the text where no tone can be seen');
      assert.ok(now['fh-writer-l'].includes('a shocking lapse'));
      await page.close();
    });

    test('the tone changes with the page', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-traced-l', 13);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html.night body { background: #111 !important; color: #ddd !important }');
        document.adoptedStyleSheets = [sheet];
        document.documentElement.classList.add('night');
      });
      await marked(page, 'fh-traced-d', 13);
      assert.equal((await marks(page))['fh-traced-l'], undefined);
      await page.close();
    });

    test('on a page that runs to the left, cards stand at the right edge of the mark and read to the right', async () => {
      const page = await h.open('/rtl');
      await marked(page, 'fh-writer-l');
      await hover(page, 'a shocking lapse');
      await shown(page, '.card');
      const at = await where(page, 'a shocking lapse');
      const card = await page.shadow(HOST, (root) => { const c = /** @type {Element} */ (root.querySelector('.card')); const b = c.getBoundingClientRect(); return { right: b.right, left: b.left, direction: getComputedStyle(c).direction }; });
      assert.equal(card?.direction, 'ltr');
      assert.ok(Math.abs(Number(card?.right) - at.right) < 2 || Number(card?.left) === 12, JSON.stringify([card, at]));
      await page.close();
    });

    test('frames are left alone', async () => {
      const page = await h.open('/framed');
      await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.readyState === 'complete');
      const other = await h.open('/rewrite');
      await marked(other, 'fh-traced-l', 13);
      assert.equal(await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('firsthand-ui') ?? null), null);
      assert.equal((await h.heard()).some((m) => m.type === 'gate' && m.url?.endsWith('/framed')), false);
      await other.close();
      await page.close();
    });

    test('our element comes back when a page throws it out', async () => {
      const page = await h.open('/wipes');
      await shown(page, '.pill');
      await page.evaluate(() => /** @type {any} */ (window).wipe());
      await shown(page, '.pill, .rail');
      assert.equal(await page.evaluate(() => document.documentElement.lastElementChild?.localName), 'firsthand-ui');
      await page.close();
    });

    /** A marked page that was left, while the report was switched off, and come back to: the same document, from the cache. */
    async function cameBack() {
      const page = await h.open('/cached');
      await marked(page, 'fh-traced-l', 13);
      await page.waitFor(() => document.readyState === 'complete');
      await page.evaluate(() => addEventListener('pageshow', (event) => { /** @type {any} */ (window).restored = event.persisted; }));
      await page.evaluate(() => { /** @type {any} */ (window).left = true; });
      await page.goto(h.url('/empty'));
      await h.change({ quiet: true, settings: { report: false } });
      await page.evaluate(() => setTimeout(() => history.back()));
      await page.waitFor(() => location.pathname === '/cached' && document.readyState === 'complete');
      if (await page.evaluate(() => /** @type {any} */ (window).left === true)) {
        await page.waitFor(() => /** @type {any} */ (window).restored === true);
        return page;
      }
      await page.close();
      await h.change({ quiet: true, settings: { report: true } });
      return null;
    }

    test('a page from the back/forward cache hears what was switched meanwhile', async () => {
      // A browser may drop any page from its cache, and now and then does: what it has loaded anew shows nothing here.
      const page = await cameBack() ?? await cameBack() ?? await cameBack();
      assert.ok(page, 'three times the browser loaded the page anew');
      try {
        await page.waitFor(() => !(/** @type {any} */ (CSS)).highlights.has('fh-traced-l'));
        // What was not switched off is still there: it was the same document, and is read no second time.
        await marked(page, 'fh-writer-l');
      } finally {
        await h.change({ settings: { report: true } });
      }
      await marked(page, 'fh-traced-l', 13);
      await page.close();
    });

    test('a page without an article gets the gate and nothing else', async () => {
      const page = await h.open('/empty');
      const asked = (await h.heard()).length;
      const other = await h.open('/rewrite');
      await marked(other, 'fh-traced-l', 13);
      const heard = (await h.heard()).slice(asked).filter((m) => m.type === 'gate');
      assert.equal(heard.length, 1, 'only the other page spoke');
      assert.equal(await page.evaluate(() => document.querySelector('firsthand-ui')), null);
      await other.close();
      await page.close();
    });

    /** As on paper, or in forced colours. @param {import('./driver/index.mjs').Page} page @param {'print' | 'forced-colors'} what */
    async function emulate(page, what) {
      if (name === 'chromium') {
        const { cdp } = /** @type {import('./driver/chromium.mjs').ChromiumPage} */ (page);
        await cdp.send('Emulation.setEmulatedMedia', what === 'print' ? { media: what } : { features: [{ name: what, value: 'active' }] });
      } else {
        await page.front();
        await /** @type {import('./driver/firefox.mjs').Firefox} */ (h.browser).chrome((what) => {
          const { browsingContext } = /** @type {any} */ (globalThis).gBrowser.selectedBrowser;
          if (what === 'print') browsingContext.mediumOverride = 'print'; else browsingContext.forcedColorsOverride = 'active';
        }, what);
      }
      await page.waitFor((what) => matchMedia(what === 'print' ? 'print' : '(forced-colors: active)').matches, what);
    }

    /** A picture of a page that has come to rest: under load a browser may still be painting what was asked for. @param {import('./driver/index.mjs').Page} page */
    async function still(page) {
      let last = await page.screenshot();
      await until(async () => { const before = last; last = await page.screenshot(); return last.equals(before); }, 'two pictures alike');
      return last;
    }

    test('nothing of ours on paper', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-traced-l', 13);
      await shown(page, '.pill');
      await emulate(page, 'print');
      const with_ = await still(page);
      await h.change({ settings: { on: false } });
      await unmarked(page);
      const without = await still(page);
      await h.change({ settings: { on: true } });
      await page.close();
      // A browser draws the words of a highlight apart from the others, whatever its style: the edge of a letter may fall a shade otherwise.
      const unlike = differing(picture(with_), picture(without));
      assert.ok(unlike < 20, `${unlike} pixels`);
    });

    /** As when a banner comes late, above the story. @param {import('./driver/index.mjs').Page} page */
    const pushDown = (page) => page.evaluate(() => {
      document.documentElement.style.overflowAnchor = 'none';
      document.body.style.paddingTop = '100px';
    });

    test('in forced colours the strokes are drawn, and only the open card is a highlight', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-traced-l', 13);
      await emulate(page, 'forced-colors');
      await shown(page, '.strokes i.changed');
      await unmarked(page);
      await hover(page, 'a shocking lapse');
      await shown(page, '.card');
      assert.deepEqual(Object.keys(await marks(page)), ['fh-active-l']);
      /** Whether the stroke of those words is drawn under them. */
      const drawn = async () => {
        const at = await where(page, 'a shocking lapse');
        const line = await page.shadow(HOST, (root) => { const b = /** @type {Element} */ (root.querySelector('.strokes i.writer')).getBoundingClientRect(); return { left: b.left, top: b.top }; });
        return Math.abs(Number(line?.left) - at.left) < 1.5 && Math.abs(Number(line?.top) - at.bottom) < 4;
      };
      assert.ok(await drawn());
      await pushDown(page);
      await until(drawn, 'the strokes are where the words are now');
      await page.close();
    });

    test('a card goes along when the layout of the page moves its mark', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-traced-l', 13);
      const before = await where(page, 'a shocking lapse');
      await page.clickAt(before.x, before.y);
      await shown(page, '.card');
      await pushDown(page);
      assert.ok((await where(page, 'a shocking lapse')).top > before.top + 80);
      await until(async () => {
        const at = await where(page, 'a shocking lapse');
        const card = await page.shadow(HOST, (root) => { const b = /** @type {Element} */ (root.querySelector('.card')).getBoundingClientRect(); return { top: b.top, bottom: b.bottom }; });
        return Math.abs(Number(card?.top) - at.bottom - 8) < 3 || Math.abs(at.top - Number(card?.bottom) - 8) < 3;
      }, 'the card is at its mark');
      await page.close();
    });

    test('on a page zoomed to 200 % a card stands at its mark and within the window', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-traced-l', 13);
      const width = await page.evaluate(() => innerWidth);
      const zoom = (/** @type {number} */ by) => h.browser.extension(async (url, by) => {
        const tab = (await chrome.tabs.query({})).find((tab) => tab.url === url);
        await chrome.tabs.setZoom(tab?.id ?? -1, by);
      }, h.url('/rewrite'), by);
      await zoom(2);
      await page.waitFor((width) => innerWidth < width * 0.6, width);
      await page.evaluate(() => [...document.querySelectorAll('p')].find((p) => p.textContent?.includes('a shocking lapse'))?.scrollIntoView({ block: 'center' }));
      await hover(page, 'a shocking lapse');
      await shown(page, '.card');
      const at = await where(page, 'a shocking lapse');
      const card = await page.shadow(HOST, (root) => { const b = /** @type {Element} */ (root.querySelector('.card')).getBoundingClientRect(); return { left: b.left, right: b.right, top: b.top, bottom: b.bottom, width: innerWidth, height: innerHeight }; });
      assert.ok(card && card.left >= 0 && card.right <= card.width && card.top >= 0 && card.bottom <= card.height, JSON.stringify(card));
      // The mark may run on over two lines.
      assert.ok(Math.abs(card.top - at.bottom) < 60 || Math.abs(card.bottom - at.top) < 60, JSON.stringify([card, at]));
      await zoom(0);
      await page.close();
    });

    if (name === 'firefox') {
      test('the reader view is left alone', async () => {
        const page = await h.open('/rewrite');
        await marked(page, 'fh-traced-l', 13);
        await page.goto(`about:reader?url=${encodeURIComponent(h.url('/rewrite'))}`);
        await page.waitFor(() => (document.body.textContent ?? '').includes('brushed the warning aside'));
        assert.equal(await page.evaluate(() => document.querySelectorAll('firsthand-ui').length + CSS.highlights.size), 0);
        await page.close();
      });
    }

    if (name === 'chromium') {
      test('the page does not move by a pixel', async () => {
        const page = await h.open('/empty');
        const { cdp } = /** @type {import('./driver/chromium.mjs').ChromiumPage} */ (page);
        await cdp.send('Page.enable');
        await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: 'window.shifts = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) window.shifts += e.value; }).observe({ type: "layout-shift", buffered: true });' });
        await page.goto(h.url('/rewrite'));
        await shown(page, '.pill');
        await click(page, '.pill');
        await shown(page, '.panel');
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).shifts), 0);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        await page.close();
      });
    }

    test('sixty thousand words are marked, first and last', async () => {
      const page = await h.open('/long');
      await marked(page, 'fh-traced-l', 13);
      const now = await marks(page);
      assert.ok(now['fh-traced-l'].some((t) => t.startsWith('Cranes at')) && now['fh-traced-l'].some((t) => t.startsWith('Its findings')));
      await says(page, '.pill .n', '12 of 1221 sentences');
      await page.close();
    });
  });
}
