// What a reader sees and does on a page: strokes, pill, panel, cards, notices. Real page scripts, a stub for the background.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, until } from './driver/index.mjs';
import { CREDIT, PLANS, REWRITE, STORY } from './harness/buzzline.mjs';
import { HOST, start } from './harness/extension.mjs';
import { click, focused, gone, has, hover, marked, marks, says, shown, spot, textOf, unmarked, where } from './harness/page.mjs';
import { hears, spoken } from './spoken.mjs';

const WAITS = { finding: 'credits', credits: [{ ...CREDIT, sentence: '' }] };
/** Behind a sign-in, until it is read for the third time. */
const walled = () => {
  let times = 0;
  const own = REWRITE.own?.map(([words]) => [words]);
  return () => ((times += 1) < 3 ? { ...PLANS['/signin'], own } : { ...REWRITE, finding: 'untraced', traces: [], altered: [], left: [], nobody: [], own });
};

/** A link with a line of its own, one without, and a sentence that is a link from end to end. */
const LINKED = STORY.replace('The Tidewater Ledger reports', '<a href="/report">The Tidewater Ledger</a> reports').replace('Port Merrow went', '<a href="/port" style="text-decoration: none">Port Merrow</a> went')
  .replace('Its findings are due in the summer.', '<a href="/inquiry">Its findings are due in the summer.</a>');

for (const name of BROWSERS) {
  describe(`surfaces in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
    let h;
    before(async () => {
      h = await start(name, {
        pages: { '/link': LINKED },
        plans: {
          '/link': REWRITE, '/unnamed': { ...REWRITE, nobody: ['Dock workers', 'Insiders reportedly'] }, '/same-opinion': { ...PLANS['/same'], quiet: 'opinion', nobody: [] }, '/walled': walled(),
          '/stops': WAITS, '/stops:compare': { finding: 'nothing', delay: 20_000 }, '/fails': WAITS, '/fails:compare': { error: { code: 'timeout', message: '' } },
          '/unlike': WAITS, '/unlike:compare': { ...REWRITE, finding: 'untraced', traces: [], altered: [], left: [] },
        },
      });
    });
    after(() => h?.close());

    test('each kind has its stroke, and no two overlap', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-traced-l', 13);
      const now = await marks(page);
      assert.deepEqual(now['fh-changed-l'], ['demand', 'know', 'three']);
      assert.deepEqual(now['fh-exact-l'], ['“We lost two inspectors in one season and we did not replace them quickly enough,”']);
      assert.deepEqual(now['fh-writer-l'], ['a shocking lapse', 'brushed the warning aside', 'is furious', 'penny-pinching that puts lives at risk']);
      assert.deepEqual(now['fh-nobody-l'], ['Insiders reportedly', 'It is widely believed']);
      assert.ok(now['fh-traced-l'].includes('The rules say each one should be looked at every '), 'a traced sentence is split around a changed word');
      const over = await page.evaluate(() => {
        const ranges = [...(/** @type {any} */ (CSS).highlights)].filter(([n]) => n.startsWith('fh-') && !n.includes('active')).flatMap(([, h]) => [...h]);
        ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
        return ranges.filter((r, i) => i && ranges[i - 1].compareBoundaryPoints(Range.START_TO_END, r) > 0).map(String);
      });
      assert.deepEqual(over, []);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test('a link keeps the line that the page gave it: a traced sentence is marked beside it, and is under the pointer there all the same', async () => {
      const page = await h.open('/link');
      await marked(page, 'fh-traced-l', 13);
      const { 'fh-traced-l': traced } = await marks(page);
      assert.ok(traced.includes('Cranes at Port Merrow went without a safety inspection for 14 months before a cable snapped in January,'), String(traced));
      assert.ok(traced.includes('reports.') && traced.includes('Its findings are due in the summer.'), String(traced));
      await hover(page, 'The Tidewater Ledger');
      await says(page, '.card h2', 'From the report');
      assert.match(String((await marks(page))['fh-active-l']), /The Tidewater Ledger reports\.$/, 'all of it is what the card is about');
      await page.close();
    });

    test('the pill says whose report it is; the panel lists every mark', async () => {
      const page = await h.open('/rewrite');
      await shown(page, '.pill');
      assert.equal(await textOf(page, '.pill'), 'Rewrite of The Tidewater Ledger12 of 21 sentences');
      await says(page, '[role=status]', 'Firsthand: rewrite of The Tidewater Ledger. 12 of 21 sentences trace to it. Alt Shift 1 opens the comparison.');
      await click(page, '.pill');
      await shown(page, 'aside.panel');
      assert.equal(await has(page, '.pill'), false);
      const items = await page.shadow(HOST, (root) => [...root.querySelectorAll('.sec')].map((s) => `${s.querySelector('h3')?.textContent?.trim()}: ${s.querySelectorAll('.find, #fh-left .item').length}`));
      assert.deepEqual(items, ['From the report 10: 10', 'Changed 3: 3', 'Left out 3: 3', 'The writer’s own words 6: 6']);
      const hrefs = await page.shadow(HOST, (root) => [...root.querySelectorAll('a')].map((a) => `${a.target} ${a.rel} ${a.href.includes('#:~:text=') || a.classList.contains('btn')}`));
      assert.ok(hrefs?.every((it) => it === '_blank noopener noreferrer true'), String(hrefs));
      await page.close();
    });

    test('the rail opens the panel wherever it is pressed, though it turns into the pill under the pointer', async () => {
      const page = await h.open('/rewrite');
      await shown(page, '.pill');
      await page.resize(1000, 400);
      // Folds after one screen of scrolling.
      await until(async () => {
        await page.evaluate(() => scrollTo(0, scrollY ? 0 : 600));
        return has(page, '.rail');
      }, 'the rail');
      const top = await page.shadow(HOST, (root) => { const { x, y, width } = /** @type {Element} */ (root.querySelector('.rail')).getBoundingClientRect(); return { x: x + width / 2, y: y + 6 }; });
      assert.ok(top);
      await page.move(top.x, top.y);
      await shown(page, '.pill');
      await page.clickAt(top.x, top.y);
      await shown(page, 'aside.panel');
      await page.close();
    });

    test('the whole path by keyboard: panel, item, card, next, back, rail, page', async () => {
      const page = await h.open('/rewrite');
      await shown(page, '.pill');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('article a')).focus());
      await h.tell({ type: 'panel' });
      await until(async () => (await focused(page))?.includes('The Tidewater Ledger'), 'the heading has the focus');
      await page.key('Shift+Tab');
      assert.match(String(await focused(page)), /Fold away/);
      for (const expected of [/Read the original/, /From the report/, /Cranes at Port Merrow/]) {
        await page.key('Tab');
        assert.match(String(await focused(page)), expected);
      }
      await page.key('Enter');
      await shown(page, '.card');
      await until(async () => /^section\.card/.test(String(await focused(page))), 'the card has the focus');
      assert.match(String(await textOf(page, '.card h2')), /From the report ?1 of 19/);
      assert.deepEqual((await marks(page))['fh-active-l'], ['Cranes at Port Merrow went without a safety inspection for 14 months before a cable snapped in January, The Tidewater Ledger reports.']);
      await page.key('n');
      await says(page, '.card h2', 'The writer’s own words');
      assert.deepEqual((await marks(page))['fh-active-l'], ['a shocking lapse']);
      await page.key('p');
      await page.key('p');
      await says(page, '.card h2', '19 of 19');
      await page.key('Escape');
      await gone(page, '.card');
      assert.equal((await marks(page))['fh-active-l'], undefined);
      await until(async () => /find/.test(String(await focused(page))), 'the item has the focus');
      await page.key('Escape');
      await gone(page, 'aside.panel');
      await until(async () => /button/.test(String(await focused(page))), 'the rail has the focus');
      await page.key('Escape');
      await page.waitFor(() => document.activeElement?.localName === 'a');
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test('each change in a quotation leads to its own words and has a card of its own', async () => {
      const page = await h.open('/rewrite');
      await shown(page, '.pill');
      await click(page, '.pill');
      await shown(page, '#fh-changed .find');
      const rows = await page.shadow(HOST, (root) => [...root.querySelectorAll('#fh-changed .item')].map((item) => [...item.querySelectorAll('.find')].map((find) => find.textContent)));
      assert.deepEqual(rows, [['six→three'], ['want→demand', 'see→know']]);
      for (const [row, words, swap] of /** @type {const} */ ([[1, 'demand', 'want→demand'], [2, 'know', 'see→know']])) {
        await click(page, '#fh-changed .find', row);
        await until(async () => (await textOf(page, '.card .swap')) === swap, swap);
        assert.deepEqual((await marks(page))['fh-active-l'], [words], 'the wash is over the changed words alone');
        assert.deepEqual(await page.shadow(HOST, (root) => [...root.querySelectorAll('.card ins')].map((ins) => ins.textContent)), [words]);
        await page.key('Escape');
        await until(async () => (await focused(page))?.includes(swap), 'the row has the focus');
      }
      // On the page, too, each opens its own.
      await page.key('Escape');
      await gone(page, 'aside.panel');
      for (const [words, swap] of /** @type {const} */ ([['demand', 'want→demand'], ['know who', 'see→know']])) {
        await hover(page, words);
        await until(async () => (await textOf(page, '.card .swap')) === swap, `${words} under the pointer`);
      }
      await page.close();
    });

    test('a mark that is removed hands the focus on, and the last one to the rail', async () => {
      const page = await h.open('/words');
      await shown(page, '.rail');
      await h.tell({ type: 'panel' });
      await until(async () => (await focused(page))?.includes('No original found'), 'the heading has the focus');
      const remove = async () => {
        await page.key('Enter');
        await until(async () => /^section\.card/.test(String(await focused(page))), 'the card has the focus');
        await click(page, '.card .link.quiet');
        await shown(page, '.card [role=radiogroup]');
        await page.key('Tab');
        await page.key('Enter');
        await gone(page, '.card');
      };
      await page.shadow(HOST, (root) => /** @type {HTMLElement | null} */ (root.querySelector('#fh-own .find'))?.focus());
      for (const next of ['Insiders reportedly', 'brushed the warning aside', 'is furious', 'penny-pinching', 'It is widely believed']) {
        await remove();
        await until(async () => /^button\.find/.test(String(await focused(page))) && String(await focused(page)).includes(next), `the focus on “${next}”`);
      }
      await remove();
      await until(async () => /^button\..*You removed all marks/.test(String(await focused(page))), 'the focus on the rail');
      await page.key('Enter');
      await says(page, '.notice h2', 'You removed all marks on this page');
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    test('a screen reader hears which words a card is about, what is said of them, and what can be done', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-writer-l', 4);
      const doing = ['link Read it there', 'button Not right?', 'button Previous finding (p)', 'button Next finding (n)'];
      for (const [words, title, heard] of /** @type {[string, string, string[]][]} */ ([
        ['Dock workers', 'From the report 8 of 19', ['Dockers’ representatives warned of ', 'worn cable', ' in a letter ', 'in November', '.', 'The Tidewater Ledger, sentence 8 of 15', ...doing]],
        ['We lost two', 'Word for word 6 of 19', ['“We lost two inspectors in one season and we did not replace them quickly enough,”', ' said Odile Marsh, the authority’s director of operations.',
          'The Tidewater Ledger, sentence 5 of 15', ...doing]],
        ['three', 'Figure changed 4 of 19', ['six', 'image became', 'three', 'term Report', 'Report', 'Harbour authority rules call for each crane to be inspected every ', 'six', ' months.',
          'term Page', 'Page', 'The rules say each one should be looked at every ', 'three', ' months.', 'The Tidewater Ledger, sentence 4 of 15', ...doing]],
        ['a shocking lapse', 'The writer’s own words 2 of 19', ['Not quoted, credited or linked here, and not in the report.', 'link Read the original', ...doing.slice(1)]],
        ['Insiders', 'Credited to no one named 7 of 19', ['“Insiders reportedly” names no person, body or document. No sentence in the report matches.', 'link Read the original', ...doing.slice(1)]],
      ])) {
        const at = await where(page, words);
        await page.clickAt(at.x, at.y);
        const mark = String(await until(async () => (await marks(page))['fh-active-l'], 'the open mark')).replace(/^“(.*)”$/, '$1');
        await hears(page, 'dialog', title, [`dialog ${title}; On this page: “${mark}”`, `heading ${title}`, `On this page: “${mark}”`, ...heard]);
        await page.key('Escape');
        await gone(page, '.card');
      }
      assert.equal(await page.shadow(HOST, (root) => root.querySelector('.fh')?.getAttribute('lang')), 'en', 'our words are English, whatever the page’s are');
      const at = await where(page, 'a shocking lapse');
      await page.clickAt(at.x, at.y);
      await shown(page, '.card .link.quiet');
      await page.shadow(HOST, (root) => /** @type {HTMLElement | null} */ (root.querySelector('.card .link.quiet'))?.click());
      await hears(page, 'dialog', 'What is not right?', ['dialog What is not right?', 'heading What is not right?', 'radiogroup What is not right?',
        'radio It is quoted or credited on this page; checked', 'radio The report says it', 'radio It is a plain statement of fact', 'radio Something else',
        'Kept on this computer. Nothing is sent.', 'button Remove this mark', 'button Copy details', 'button Back']);
      await page.close();
    });

    test('of what is credited to no one named it is said whether the report has the sentence', async () => {
      const page = await h.open('/unnamed');
      await marked(page, 'fh-nobody-l', 2);
      for (const [words, said] of /** @type {const} */ ([
        ['Insiders', '“Insiders reportedly” names no person, body or document. No sentence in the report matches.'],
        ['Dock workers', '“Dock workers” names no person, body or document.Dockers’ representatives warned of worn cable in a letter in November.The Tidewater Ledger, sentence 8 of 15'],
      ])) {
        const at = await where(page, words);
        await page.clickAt(at.x, at.y);
        await says(page, '.card', said);
        if (said.includes('Dockers')) assert.match(String(await page.shadow(HOST, (root) => root.querySelector('.card a')?.getAttribute('href'))), /#:~:text=Dockers/);
        // It may lie over the next words, as the machine's fonts will have it.
        await page.key('Escape');
        await gone(page, '.card');
      }
      await page.close();
    });

    test('a screen reader hears pill, panel and notice in the order in which they are read', async () => {
      const page = await h.open('/rewrite');
      await shown(page, '.pill');
      await hears(page, 'button', 'Rewrite of', ['button Rewrite of The Tidewater Ledger 12 of 21 sentences; collapsed']);
      await says(page, '[role=status]', 'Firsthand: rewrite of');
      await until(async () => (await spoken(page, 'status'))?.[1]?.startsWith('Firsthand: rewrite of The Tidewater Ledger.'), 'the status');
      await click(page, '.pill');
      await hears(page, 'complementary', 'Firsthand', [
        'complementary Firsthand', 'button Fold away (Esc)', 'heading Rewrite of The Tidewater Ledger', 'link Read the original',
        'image Map of the page, 21 sentences. 10 as in the report, 2 changed, 4 in the writer’s own words, 5 other.',
        'heading From the report 10', 'button From the report 10; expanded',
        'button Cranes at Port Merrow went without a safety inspection for 14 months before a cable snapped in January, The…', 'link Read sentence 1 in the original',
        'button Harbour authority records show no inspector signed off any of the seven cranes between October 2024 and…', 'link Read sentence 2 in the original',
        'button Show all 10',
        'heading Changed 3', 'button Changed 3; expanded', 'button six became three', 'link Read sentence 4 in the original',
        'button want became demand', 'button see became know', 'link Read sentence 12 in the original',
        'heading Left out 3', 'button Left out 3; expanded', ...[6, 9, 14].map((n) => `link Read sentence ${n} in the original`),
        'heading The writer’s own words 6', 'button The writer’s own words 6; expanded', 'button a shocking lapse', 'button Insiders reportedly', 'button Show all 6',
        'switch Links to the report on buzzline.localhost; checked', 'switch Writer’s own words on buzzline.localhost; checked', 'button Not right?', 'button Settings',
        // Without the words of report and page.
      ], (heard) => heard.filter((said) => /^(complementary|heading|button|link|image|switch) /.test(said)));
      await page.close();
      const asks = await h.open('/credits');
      await hears(asks, 'region', 'Firsthand', ['region Firsthand', 'heading This story credits The Tidewater Ledger',
        'button Fold away (Esc)', 'Cranes at Port Merrow went without a safety inspection for 14 months before a cable snapped in January, ', 'The Tidewater Ledger', ' reports.',
        'button Compare with the report', 'button Not now', 'Fetches one page from tidewaterledger.example, without cookies. The comparison is made on this computer.'],
        (heard) => heard.filter((said) => said.length > 1));
      await asks.close();
    });

    test('letters can be switched off, and never reach the page', async () => {
      const page = await h.open('/rewrite');
      await shown(page, '.pill');
      await page.evaluate(() => document.addEventListener('keydown', (event) => { /** @type {any} */ (window).heardKey = event.key; }));
      await h.change({ letters: false });
      await h.tell({ type: 'panel' });
      await shown(page, 'aside.panel');
      await page.key('n');
      await page.key('Escape');
      await gone(page, 'aside.panel');
      assert.equal(await has(page, '.card'), false);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).heardKey ?? null), null);
      await h.change({ letters: true });
      await page.close();
    });

    test('the shortcut opens the card of the mark that holds the caret', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-writer-l');
      await page.evaluate(() => {
        const text = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes('brushed'))?.firstChild;
        const at = text?.nodeValue?.indexOf('the warning') ?? 0;
        getSelection()?.setBaseAndExtent(/** @type {Node} */ (text), at, /** @type {Node} */ (text), at);
      });
      await h.tell({ type: 'panel' });
      await says(page, '.card', 'Nearest in the report, sentence 9 of 15');
      await page.close();
    });

    test('a card opens under the mark on hovering and goes when the pointer leaves both', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-writer-l');
      await hover(page, 'a shocking lapse');
      await shown(page, '.card');
      const at = await where(page, 'a shocking lapse');
      const box = await page.shadow(HOST, (root) => { const b = root.querySelector('.card')?.getBoundingClientRect(); return b && { left: b.left, top: b.top }; });
      assert.ok(Math.abs(Number(box?.left) - at.left) < 2, 'left edges are aligned');
      assert.ok(Number(box?.top) >= at.bottom && Number(box?.top) < at.bottom + 16, 'it stands right under the mark');
      assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'hovering never moves the focus');
      const inside = await spot(page, '.card h2');
      await page.move(inside.x, inside.y);
      await page.move(inside.x + 5, inside.y + 2);
      assert.equal(await has(page, '.card'), true);
      await page.move(20, 120);
      await gone(page, '.card');
      await hover(page, 'a shocking lapse');
      await shown(page, '.card');
      const pill = await spot(page, '.dock button');
      await page.move(pill.x, pill.y);
      await gone(page, '.card');
      await page.close();
    });

    test('a mark that is not right can be taken away, and nothing is sent', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-writer-l');
      const at = await where(page, 'is furious');
      await page.clickAt(at.x, at.y);
      await shown(page, '.card');
      await click(page, '.card .link.quiet');
      await shown(page, '.card [role=radiogroup]');
      assert.equal(await page.shadow(HOST, (root) => root.querySelectorAll('.card input').length), 4);
      await click(page, '.card .btn.primary');
      await gone(page, '.card');
      await page.waitFor(() => (/** @type {any} */ (CSS).highlights.get('fh-writer-l')?.size ?? 0) === 3);
      assert.ok(!(await marks(page))['fh-writer-l'].includes('is furious'));
      const note = (await h.heard()).findLast((m) => m.type === 'notRight');
      assert.equal(note.note.words, 'is furious');
      await page.close();
    });

    test('switching a layer, the site and the density takes effect at once, without a reload', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-traced-l', 13);
      const before = await page.evaluate(() => document.documentElement.outerHTML.replace(/<firsthand-ui[^>]*><\/firsthand-ui>/, ''));
      await h.change({ settings: { report: false } });
      await page.waitFor(() => !(/** @type {any} */ (CSS)).highlights.has('fh-traced-l'));
      assert.deepEqual(Object.keys(await marks(page)).sort(), ['fh-nobody-l', 'fh-writer-l']);
      await h.change({ settings: { report: true, words: false } });
      await marked(page, 'fh-traced-l', 13);
      assert.deepEqual(Object.keys(await marks(page)).sort(), ['fh-changed-l', 'fh-exact-l', 'fh-traced-l']);
      await h.change({ settings: { words: true }, density: 'changes' });
      await page.waitFor(() => !(/** @type {any} */ (CSS)).highlights.has('fh-traced-l'));
      await h.change({ density: 'all', settings: { on: false } });
      await unmarked(page);
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before, 'nothing of ours stays');
      await h.change({ settings: { on: true } });
      await marked(page, 'fh-traced-l', 13);
      await shown(page, '.dock');
      await page.close();
    });

    test('own words that are switched off are on no map either', async () => {
      const page = await h.open('/rewrite');
      await marked(page, 'fh-writer-l', 4);
      await h.tell({ type: 'panel' });
      const map = (/** @type {string} */ counts) => until(() => page.shadow(HOST, (root, counts) => root.querySelector('.panel .strip')?.getAttribute('aria-label')?.endsWith(counts), counts), counts);
      await map('2 changed, 4 in the writer’s own words, 5 other.');
      await h.change({ settings: { words: false } });
      await map('2 changed, 0 in the writer’s own words, 9 other.');
      assert.equal(await page.shadow(HOST, (root) => root.querySelectorAll('.strip .w, .legend .w').length), 0);
      await h.change({ settings: { words: true } });
      await map('2 changed, 4 in the writer’s own words, 5 other.');
      await page.close();
    });

    // Chromium without a window shows every tab at once.
    if (name === 'firefox') {
      test('a page that nobody sees takes none of our scripts for what was switched, until somebody sees it', async () => {
        const asked = async () => (await h.heard()).filter((m) => m.type === 'more').length;
        const behind = await h.open('/rewrite');
        await marked(behind, 'fh-traced-l', 13);
        const seen = await h.open('/rewrite');
        await marked(seen, 'fh-traced-l', 13);
        const before = await asked();
        await h.change({ density: 'changes' });
        const hairlines = (/** @type {import('./driver/index.mjs').Page} */ page) => page.evaluate(() => (/** @type {any} */ (CSS)).highlights.has('fh-traced-l'));
        await until(async () => !(await hairlines(seen)), 'the page in front');
        assert.equal(await hairlines(behind), true);
        assert.equal(await asked(), before + 1);
        await behind.front();
        await until(async () => !(await hairlines(behind)), 'the page that is seen now');
        assert.equal(await asked(), before + 2);
        await h.change({ density: 'all' });
        await behind.close();
        await seen.close();
      });

      test('the keys that are read out are those that the reader has set, and none where there are none', async () => {
        const set = (/** @type {string} */ shortcut) => h.browser.extension((shortcut) => /** @type {any} */ (globalThis).browser.commands.update({ name: 'panel', shortcut }), shortcut);
        const heard = async () => {
          const page = await h.open('/rewrite');
          await says(page, '[role=status]', 'trace to it.');
          const said = await textOf(page, '[role=status]');
          await page.close();
          return said;
        };
        const before = 'Firsthand: rewrite of The Tidewater Ledger. 12 of 21 sentences trace to it.';
        await set('Ctrl+Shift+U');
        assert.equal(await heard(), `${before} Ctrl Shift U opens the comparison.`);
        await set('');
        assert.equal(await heard(), before);
        await set('Alt+Shift+1');
      });
    }

    test('a credited report is compared after one click', async () => {
      const page = await h.open('/credits');
      await shown(page, '.notice');
      assert.match(String(await textOf(page, '.notice')), /This story credits The Tidewater Ledger.*Fetches one page from tidewaterledger\.example, without cookies\. The comparison is made on this computer\./);
      assert.deepEqual(await marks(page), {}, 'nothing is marked before');
      await click(page, '.notice .btn.primary');
      await marked(page, 'fh-traced-l', 13);
      await shown(page, '.pill, .rail');
      assert.equal(await has(page, '.notice'), false);
      const asked = (await h.heard()).filter((m) => m.type === 'compare').at(-1);
      assert.equal(asked.url, 'https://tidewaterledger.example/harbour/cranes');
      await page.close();
    });

    test('a comparison can be stopped', async () => {
      const page = await h.open('/stops');
      await shown(page, '.notice .btn.primary');
      await click(page, '.notice .btn.primary');
      await shown(page, '[role=progressbar]');
      await click(page, '.notice .link.quiet');
      await says(page, '.notice h2', 'This story credits');
      assert.ok((await h.heard()).some((m) => m.type === 'stop'));
      await page.close();
    });

    test('a report that cannot be fetched ends in a plain message', async () => {
      const page = await h.open('/fails');
      await shown(page, '.notice .btn.primary');
      await click(page, '.notice .btn.primary');
      await says(page, '.notice h2', 'The report could not be fetched');
      assert.match(String(await textOf(page, '.notice p')), /^tidewaterledger\.example did not answer at .*\. Nothing on this page is marked\.$/);
      assert.deepEqual(await marks(page), {});
      await page.close();
    });

    test('a credited report to which nothing traces is said to be so', async () => {
      const page = await h.open('/unlike');
      await shown(page, '.notice .btn.primary');
      await click(page, '.notice .btn.primary');
      await says(page, '.panel h2', 'No sentence here traces to The Tidewater Ledger');
      await marked(page, 'fh-writer-l', 4);
      assert.equal((await marks(page))['fh-traced-l'], undefined);
      await page.close();
    });

    test('what a reader has opened stays open when the page is read again, the list too', async () => {
      const page = await h.open('/walled');
      await shown(page, '.notice .btn.primary');
      await click(page, '.notice .acts button', 1);
      await shown(page, '.panel #fh-own .find');
      const again = async (/** @type {string} */ title) => {
        const before = (await h.heard()).filter((m) => m.type === 'read').length;
        await h.tell({ type: 'again' });
        await until(async () => (await h.heard()).filter((m) => m.type === 'read').length > before, 'it was read again');
        await until(async () => (await textOf(page, '.panel h2')) === title, title);
        assert.equal(await page.shadow(HOST, (root) => root.querySelectorAll('#fh-own .find').length), 4);
      };
      await again('The report is behind a sign-in');
      await again('No sentence here traces to The Tidewater Ledger');
      assert.equal(await has(page, '.notice, .dock'), false);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    for (const [path, title] of /** @type {const} */ ([['/same', 'Covers the same event'], ['/original', 'No earlier report found; this may be the original'], ['/nothing', 'No original found'], ['/opinion', 'Labelled Opinion by Buzzline']])) {
      test(`“${title}” stays folded until it is opened`, async () => {
        const page = await h.open(path);
        await shown(page, '.rail.idle');
        assert.equal(await has(page, '.notice, .panel'), false);
        await click(page, '.rail');
        await says(page, '.notice h2, .panel h2', title);
        if (path === '/opinion') {
          assert.deepEqual(await marks(page), {});
          await click(page, '.notice .acts button');
          await marked(page, 'fh-writer-l', 4);
        }
        if (path === '/same') {
          assert.equal((await marks(page))['fh-traced-l'], undefined);
          await click(page, '.head .acts button');
          await marked(page, 'fh-traced-l', 2);
        }
        await page.close();
      });
    }

    test('a page labelled opinion says that own words are left out, whatever else is said of it', async () => {
      const page = await h.open('/same-opinion');
      await shown(page, '.rail');
      await click(page, '.rail');
      await says(page, '.notice h2', 'Covers the same event');
      assert.match(String(await textOf(page, '.notice')), /so they are not marked here/);
      await click(page, '.notice .acts button', 1);
      await marked(page, 'fh-writer-l', 4);
      assert.doesNotMatch(String(await textOf(page, '.panel')), /not marked here/);
      await page.close();
    });

    test('at twice the reader’s text size everything grows with it, and nothing has to be scrolled sideways on a narrow screen', async () => {
      const big = await start(name, name === 'firefox' ? { prefs: { 'font.size.variable.x-western': 32 } } : { args: ['--blink-settings=defaultFontSize=32'] });
      try {
        const page = await big.open('/rewrite');
        await shown(page, '.pill');
        const sizes = () => page.shadow(HOST, (root) => [root.querySelector('.pill'), root.querySelector('.pill svg')].map((e) => getComputedStyle(/** @type {Element} */ (e))).map((s, i) => (i ? s.width : s.fontSize)).join());
        await until(async () => (await sizes()) === '26px,32px', 'twice as large');
        await page.resize(360, 740);
        /** What runs over the side of a surface. */
        const wide = () => page.shadow(HOST, (root) => [...root.querySelectorAll('.panel .scroll, .card, .notice')].filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.className));
        await click(page, '.pill');
        await shown(page, '.panel');
        assert.deepEqual(await wide(), []);
        for (const list of ['report', 'changed', 'own']) {
          await page.shadow(HOST, (root, list) => /** @type {HTMLElement | null} */ (root.querySelector(`#fh-${list} .find`))?.click(), list);
          await shown(page, '.card');
          assert.deepEqual(await wide(), [], list);
          if (list === 'own') await page.shadow(HOST, (root) => /** @type {HTMLElement | null} */ (root.querySelector('.card .link.quiet'))?.click());
          else await page.key('Escape');
        }
        await shown(page, '.card [role=radiogroup]');
        assert.deepEqual(await wide(), []);
        await page.close();
        const asks = await big.open('/credits');
        await asks.resize(360, 740);
        await shown(asks, '.notice');
        assert.equal(await asks.shadow(HOST, (root) => { const e = root.querySelector('.notice'); return !!e && e.scrollWidth <= e.clientWidth; }), true);
      } finally { await big.close(); }
    });

    test('a page that is no article shows nothing', async () => {
      const page = await h.open('/none');
      await until(async () => (await h.heard()).some((m) => m.type === 'read' && m.page.url.endsWith('/none')), 'it was read');
      assert.equal(await page.evaluate(() => document.querySelector('firsthand-ui')), null);
      await page.close();
    });
  });
}
