// The main job: a reader opens a story that rewrites a report.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBoth } from './both.mjs';
import { colour, count, picture, until } from './driver/index.mjs';
import { click, foundOn, HOST, leaveBy, marks, popupOf, stateOf, surface, tabOf, tell, words } from './firsthand.mjs';
import { OPINION, REPORT, REWRITE } from './sites.mjs';
import { hears } from './spoken.mjs';

/** DESIGN-UI's strokes on a light page. */
const STROKES = { traced: '#4a9199', exact: '#0a646d', changed: '#9a6200', writer: '#713a86' };

inBoth('a story that rewrites a report', (bench, name) => {
  /** @type {import('./driver/index.mjs').Page} */
  let page;
  let pill = '';

  test('names whom the story credits, and asks before it fetches anything', async () => {
    page = await bench.browser.open(bench.server.url('buzzline', REWRITE));
    await until(async () => (await surface(page))?.includes('Compare with the report'), 'the offer to compare');
    const said = await surface(page);
    assert.match(said ?? '', /This story credits (The )?Tidewater Ledger/);
    assert.match(said ?? '', /Fetches one page from tidewaterledger\.localhost/);
    assert.deepEqual(bench.server.asked('tidewaterledger'), [], 'nothing was fetched unasked');
    assert.equal((await marks(page)).traced, 0);
  });

  test('compares when the reader says so, with one request that carries nothing of the reader', async () => {
    await click(page, 'button', 'Compare with the report');
    await until(async () => (await marks(page)).traced > 0, 'traced sentences');
    const asked = bench.server.requests.filter(({ site }) => site === 'tidewaterledger');
    assert.deepEqual(asked.map(({ path }) => path), [REPORT]);
    assert.equal(asked[0].headers.cookie, undefined);
    assert.equal(asked[0].headers.referer, undefined);
  });

  test('marks what traces, what was quoted, what was changed and what is the writer\'s own, each in its own stroke', async () => {
    const found = await marks(page);
    assert.ok(found.traced >= 10, `${found.traced} traced stretches`);
    const exact = (await words(page, 'exact')).join('\n');
    for (const quotation of ['We lost two inspectors in one season', 'It sounded like a shot, and then the whole frame kicked', 'broken strands, and we asked for one thing']) {
      assert.ok(exact.includes(quotation), `“${quotation}” is marked as quoted word for word; marked are:\n${exact}`);
    }
    const changed = (await words(page, 'changed')).join('\n');
    assert.match(changed, /three/, 'the figure that was changed');
    assert.match(changed, /demand/, 'the quotation that was changed');
    const own = (await words(page, 'writer')).join('\n');
    for (const loaded of ['clueless', 'feeble', 'toothless']) assert.ok(own.includes(loaded), `“${loaded}” is marked as the writer's own; marked are:\n${own}`);
    assert.ok(!own.includes('We lost two inspectors'), 'no quotation is the writer\'s own');
    assert.match((await words(page, 'nobody')).join('\n'), /reportedly|widely believed/i);
  });

  test('leaves furniture unmarked', async () => {
    const marked = await page.evaluate(() => {
      const furniture = 'nav, aside, footer, .ad-slot, .newsletter-signup, .comments, .recirc, .cookie-banner';
      const inside = [];
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('fh-')) continue;
        for (const range of /** @type {Iterable<Range>} */ (highlight)) {
          if (range.startContainer.parentElement?.closest(furniture)) inside.push(String(range));
        }
      }
      return inside;
    });
    assert.deepEqual(marked, []);
  });

  for (const kind of /** @type {const} */ (['exact', 'changed', 'writer'])) {
    test(`paints the stroke of ${kind} words where they stand`, async () => {
      const box = await page.evaluate((kind) => {
        for (const [name, highlight] of CSS.highlights) {
          if (!name.startsWith(`fh-${kind}-`)) continue;
          for (const range of /** @type {Iterable<Range>} */ (highlight)) {
            range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
            const [first] = range.getClientRects();
            if (first) return { x: Math.floor(first.x), y: Math.floor(first.y), width: Math.ceil(first.width), height: Math.ceil(first.height) + 6 };
          }
        }
        return null;
      }, kind);
      assert.ok(box);
      const wanted = colour(STROKES[kind]);
      // The stroke is as wide as the words: dashes, waves and skipped descenders leave at least a third of it.
      await until(async () => count(picture(await page.screenshot({ clip: box })), wanted, 40) > box.width / 3, `${kind} pixels under the words`);
    });
  }

  test('leaves the underline of a link as the page has it, in its own colour and alone', async () => {
    const link = await page.evaluate(() => {
      const link = [...document.querySelectorAll('.post-content p a')].find((a) => a.textContent?.includes('Tidewater Ledger'));
      link?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const line = link?.getClientRects()[0];
      return link && line && { ink: getComputedStyle(link).textDecorationColor, x: Math.ceil(line.x), y: Math.floor(line.y), width: Math.floor(line.width), height: Math.ceil(line.height) + 6 };
    });
    assert.ok(link);
    const { ink, ...box } = link;
    const own = /** @type {[number, number, number]} */ (ink.match(/\d+/g)?.slice(0, 3).map(Number));
    await until(async () => {
      const shot = picture(await page.screenshot({ clip: box }));
      const rows = (/** @type {[number, number, number]} */ wanted) => Array.from({ length: shot.height }, (_, y) => count({ ...shot, height: 1, at: (x) => shot.at(x, y) }, wanted, 24));
      // Descenders interrupt it.
      return Math.max(...rows(own)) > box.width * 0.6 && Math.max(...rows(colour(STROKES.traced))) < box.width * 0.1;
    }, 'the line of the link alone');
  });

  test('says so in the toolbar and in the popup', async () => {
    const state = await stateOf(page);
    assert.equal(state.title, 'Firsthand: a report has been found');
    const popup = await popupOf(page);
    const said = await popup.waitFor(() => (document.body.innerText.includes('The Tidewater Ledger') ? document.body.innerText : ''));
    assert.match(said, /Rewrite of|Draws on/);
    assert.match(said, /\d+ of \d+ sentences trace to the report/);
    assert.match(said, /buzzline\.localhost/);
    await hears(popup, 'page', '', [
      'heading buzzline.localhost', 'switch On for this site; checked', 'switch Links to the report Traced sentences, quotations, changes; checked',
      'switch Writer’s own words Not in the report, nor quoted, linked or credited to anyone else; checked', 'region This page',
      'image Map of the page, 0 sentences. 0 as in the report, 0 changed, 0 in the writer’s own words, 0 other.', 'button Show comparison', 'link Read the original', 'button Settings',
    ], (heard) => heard.filter((words) => /^(heading|switch|region|image|button|link) /.test(words)).map((words) => words.replace(/\d+/g, '0')));
    await popup.close();
  });

  test('opens the panel, with the report, what was changed, what was left out and the writer\'s own words', async () => {
    await page.front();
    pill = (await page.shadow(HOST, (root) => { const button = root.querySelector('.pill, .rail'); return button?.getAttribute('aria-label') ?? button?.textContent; })) ?? '';
    const popup = await popupOf(page);
    await leaveBy(popup, 'Show comparison');
    await page.front();
    await until(async () => (await surface(page))?.includes('From the report'), 'the panel');
    const said = (await surface(page)) ?? '';
    for (const heading of ['Harbour crane inspections lapsed for 14 months, records show', 'Ines Calloway', 'one day earlier', 'Changed', 'Left out', 'The writer’s own words']) {
      assert.ok(said.includes(heading), `the panel says “${heading}”: ${said}`);
    }
    assert.match(said, /six\s*(→|became)?.*three/);
    assert.match(said, /to see the schedule, and I want to see who signed it/, 'every sentence of the report that a change was made to');
  });

  test('shows no sentence of the report as the nearest that has nothing to do with the words', async () => {
    const lists = (await page.shadow(HOST, (root) => [...root.querySelectorAll('#fh-own .item')].map((item) => item.textContent ?? ''))) ?? [];
    const near = (/** @type {string} */ words) => lists.find((item) => item.includes(words)) ?? '';
    assert.match(near('a shocking lapse'), /not in the report\.$/);
    assert.match(near('a clueless management'), /not in the report\.$/);
    assert.match(near('toothless watchdogs'), /Nearest there:.*last visited the port in May 2023/);
  });

  test('says so where the page credits the report with words that the report does not have', async () => {
    const items = (await page.shadow(HOST, (root) => [...root.querySelectorAll('#fh-own .item')].map((item) => item.textContent ?? ''))) ?? [];
    const credited = items.filter((item) => item.includes('Credited to'));
    assert.equal(credited.length, 1, items.join('\n'));
    assert.match(credited[0], /hapless.*Credited to The Tidewater Ledger, and not in its report\. Nearest there:.*opened an inquiry on 2 February/s);
  });

  /** What popup and panel say, and how many marks a card counts. */
  const numbers = async () => {
    const popup = await popupOf(page);
    const [sentences, tally] = await popup.waitFor(() => {
      const said = document.querySelector('.sum .gap')?.textContent ?? '';
      return said && [/(\d+ of \d+) sentences/.exec(said)?.[1], said.replace(/.*report/s, '')];
    });
    await popup.close();
    await page.front();
    const panel = await page.shadow(HOST, (root) => ({
      sentences: root.querySelector('.panel .count b')?.textContent,
      sections: Object.fromEntries([...root.querySelectorAll('.panel .sec')].map((section) => [section.querySelector('ol')?.id, section.querySelectorAll('.find, #fh-left .item').length])),
      headings: Object.fromEntries([...root.querySelectorAll('.panel .sec')].map((section) => [section.querySelector('ol')?.id, Number(section.querySelector('h3 .n')?.textContent)])),
      card: Number(/of (\d+)/.exec(root.querySelector('.card .at')?.textContent ?? '')?.[1]),
    }));
    assert.ok(panel);
    assert.deepEqual(panel.headings, panel.sections, 'a heading counts what is listed under it');
    const { 'fh-changed': changed, 'fh-left': left, 'fh-own': own, 'fh-report': report } = panel.sections;
    assert.equal(tally, `${changed} changed · ${left} left out · ${own} own words`, 'the popup counts what the panel lists');
    assert.equal(panel.sentences, sentences, 'both speak of as many sentences');
    return { sentences, own, changed, listed: report + changed + own, card: panel.card };
  };

  test('gives the same numbers in the popup, the pill, the panel and the card', async () => {
    const before = await numbers();
    assert.match(pill, new RegExp(`${before.sentences} sentences`));
    assert.deepEqual([before.changed, before.own > 1], [3, true]);
    await click(page, '.panel .find', 'a shocking lapse');
    await until(async () => (await surface(page))?.includes('Not right?') && (await numbers()).card, 'the card');
    assert.equal((await numbers()).card, before.listed, 'a card counts what can be stepped through');
    // A mark that the reader takes away is counted nowhere.
    await click(page, '.card button', 'Not right?');
    await click(page, '.card button', 'Remove this mark');
    await until(async () => !(await words(page, 'writer')).includes('a shocking lapse'), 'the mark to be gone');
    const after = await numbers();
    assert.deepEqual([after.own, after.listed, after.sentences], [before.own - 1, before.listed - 1, before.sentences]);
  });

  test('follows a trace to the very sentence in the report, scrolled to', async () => {
    const there = await page.shadow(HOST, (root) => {
      // The last one that the pointer can reach: the panel's foot covers what has scrolled under it.
      for (const link of [...root.querySelectorAll('a')].reverse()) {
        if (!link.href.includes('#:~:text=') || link.getClientRects().length === 0) continue;
        link.scrollIntoView({ block: 'center' });
        const box = link.getBoundingClientRect();
        const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        if (link.contains(root.elementFromPoint(at.x, at.y))) return { href: link.href, ...at };
      }
      return null;
    });
    assert.ok(there, 'a link to a sentence');
    await page.clickAt(there.x, there.y);
    const report = await bench.browser.opened(`tidewaterledger.localhost:${bench.server.port}${REPORT}`);
    // The words that the fragment begins with.
    const start = decodeURIComponent(there.href.split('#:~:text=')[1].split('&')[0].split(',').find((part) => !part.endsWith('-')) ?? '');
    await report.waitFor((start) => {
      const flat = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim().toLowerCase();
      const paragraph = [...document.querySelectorAll('.text p')].find((p) => flat(p.textContent ?? '').includes(flat(start)));
      const box = paragraph?.getBoundingClientRect();
      return !!box && scrollY > 0 && box.top < innerHeight && box.bottom > 0;
    }, start);
    await report.close();
    await page.front();
  });

  test('leads by keyboard alone from the page to a card, on to the report, and back', async () => {
    const story = await bench.browser.open(bench.server.url('buzzline', `${REWRITE}?keys`));
    await until(async () => (await marks(story)).traced > 0, 'marks');
    await story.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[rel=author]')).focus());
    // What the browser's command does, which no driver can press.
    await tell(bench.browser, { type: 'toTab', tab: await tabOf(story), message: { type: 'panel' } });
    await story.front();
    const focus = () => story.shadow(HOST, (root) => `${root.activeElement?.id || root.activeElement?.className}`);
    await until(async () => (await focus()) === 'fh-heading', 'the focus in the panel');
    for (const _ of ['Read the original', 'From the report', 'the first item']) await story.key('Tab');
    await story.key('Enter');
    await until(async () => /card/.test((await focus()) ?? ''), 'the focus on the card');
    const href = await story.shadow(HOST, (root) => root.querySelector('.card a[data-original]')?.getAttribute('href')) ?? '';
    assert.match(href, /#:~:text=/);
    await story.key('o');
    const report = await bench.browser.opened(`tidewaterledger.localhost:${bench.server.port}${REPORT}`);
    await report.waitFor(() => scrollY > 0);
    await report.close();
    await story.front();
    assert.match((await focus()) ?? '', /card/, 'the reader is where they were');
    await story.key('Escape');
    await until(async () => (await focus()) === 'find', 'the focus on the item');
    await story.key('Escape');
    await until(() => story.shadow(HOST, (root) => !!root.activeElement?.matches('.rail, .pill')), 'the focus on the rail');
    await story.key('Escape');
    await story.waitFor(() => document.activeElement?.matches('[rel=author]'));
    assert.deepEqual(story.errors, []);
    await story.close();
    await page.front();
  });

  if (name === 'firefox') {
    test('is opened by keys that Firefox does not take for a menu of its own', async () => {
      const story = await bench.browser.open(bench.server.url('buzzline', `${REWRITE}?pressed`));
      await until(async () => (await marks(story)).traced > 0, 'marks');
      const firefox = /** @type {import('./driver/firefox.mjs').Firefox} */ (bench.browser);
      const keys = await firefox.extension(async () => (await chrome.commands.getAll()).find(({ name }) => name === 'panel')?.shortcut ?? '');
      await story.front();
      // In the browser's window, where a keyboard's keys arrive first.
      await firefox.chrome((keys) => {
        const { Cc, Ci } = /** @type {any} */ (globalThis);
        const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        processor.beginInputTransactionForTests(globalThis);
        // With Shift, as an American keyboard has it.
        const pressed = keys.split('+').map((key) => new KeyboardEvent('', { key: key === '1' ? '!' : key, code: key.length > 1 ? `${key}Left` : `Digit${key}`, keyCode: { Alt: 18, Shift: 16 }[key] ?? key.charCodeAt(0) }));
        for (const key of pressed) processor.keydown(key);
        for (const key of pressed.reverse()) processor.keyup(key);
      }, keys);
      await until(() => story.shadow(HOST, (root) => root.activeElement?.id === 'fh-heading'), `${keys} to open the panel`);
      assert.deepEqual(await firefox.chrome(() => [...document.querySelectorAll('#main-menubar > menu')].filter((menu) => /** @type {any} */ (menu).open).map((menu) => menu.id)), []);
      await story.close();
      await page.front();
    });
  }

  test('keeps its strokes where the page gives its article another name, and styles nothing outside it', async () => {
    const story = await bench.browser.open(bench.server.url('buzzline', REWRITE));
    /** Whether the first marked words of a kind, and the page's footer, would be underlined. */
    const underlined = () => story.evaluate(() => {
      const [, highlight] = [...CSS.highlights].find(([name]) => name.startsWith('fh-exact-')) ?? [];
      const [range] = highlight ?? [];
      const line = (/** @type {Element | null | undefined} */ el) => !!el && /underline/.test(getComputedStyle(el, '::highlight(fh-exact-l)').textDecorationLine);
      return [line(range?.startContainer.parentElement), line(document.querySelector('footer'))].join();
    });
    await until(async () => (await underlined()) === 'true,false', 'the strokes');
    await story.evaluate(() => {
      for (let el = /** @type {Element | null} */ (document.querySelector('.post-content')); el && el !== document.body; el = el.parentElement) {
        el.className = '';
        el.id = '';
      }
      scrollBy(0, 10);
    });
    await until(async () => (await underlined()).startsWith('true'), 'the strokes, again');
    assert.deepEqual(story.errors, []);
    await story.close();
    await page.front();
  });

  test('says so when the reader removes all marks, and brings them back', async () => {
    const story = await bench.browser.open(bench.server.url('buzzline', `${REWRITE}?again`));
    await until(async () => (await marks(story)).writer > 0, 'marks');
    const before = await marks(story);
    await click(story, '.pill, .rail');
    await until(async () => (await surface(story))?.includes('Not right?'), 'the panel');
    await click(story, '.panel button', 'Not right?');
    await click(story, '.panel .form button', 'Remove all marks');
    await until(async () => Object.values(await marks(story)).every((n) => n === 0), 'all marks to go');
    const popup = await popupOf(story);
    const said = await popup.waitFor(() => document.querySelector('.sum')?.textContent);
    assert.match(said ?? '', /^You removed all marks on this page\./);
    await leaveBy(popup, 'Mark them again');
    await story.front();
    await until(async () => (await marks(story)).writer > 0, 'marks to come back');
    assert.deepEqual(await marks(story), before);
    await until(async () => (await surface(story))?.includes('Not right?'), 'the panel');
    // The same at the edge of the page.
    await click(story, '.panel button', 'Not right?');
    await click(story, '.panel .form button', 'Remove all marks');
    await until(() => story.shadow(HOST, (root) => root.querySelector('.rail')?.getAttribute('aria-label') === 'Firsthand: You removed all marks on this page'), 'the rail');
    await click(story, '.rail');
    await click(story, '.notice button', 'Mark them again');
    await until(async () => (await surface(story))?.includes('From the report'), 'the panel');
    assert.deepEqual(story.errors, []);
    await story.close();
    await page.front();
  });

  test('leaves the page\'s own document as it was, but for one element', async () => {
    const [now, before] = await page.evaluate(async () => {
      const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
      copy.querySelector('firsthand-ui')?.remove();
      const source = await (await fetch(location.href)).text();
      return [copy.outerHTML, new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML];
    });
    assert.equal(now, before);
    assert.deepEqual(page.errors, []);
  });
});

inBoth('pages that rewrite nothing', (bench) => {
  test('the newsroom\'s own report is no rewrite, even when its rewrite is known', async () => {
    const story = await bench.browser.open(bench.server.url('buzzline', REWRITE));
    await until(async () => (await stateOf(story)).phase === 'read', 'the story to be read');
    const report = await bench.browser.open(bench.server.url('tidewaterledger', REPORT));
    await until(async () => (await stateOf(report)).phase === 'read', 'the report to be read');
    const { finding, title } = await stateOf(report);
    assert.equal(finding, 'original');
    assert.equal(title, 'Firsthand');
    const found = await marks(report);
    assert.equal(found.traced + found.exact + found.changed, 0);
    assert.doesNotMatch((await surface(report)) ?? '', /Rewrite of|Draws on/);
    // There is nothing that it could be compared with: the popup leads to the page that traces to it.
    const popup = await popupOf(report);
    const said = await popup.waitFor(() => document.querySelector('.sum')?.textContent);
    assert.equal(said, 'No earlier report found; this may be the original1 page that Firsthand remembers traces to it.Show the page');
    await leaveBy(popup, 'Show the page');
    await report.front();
    await until(() => report.shadow(HOST, (root) => root.querySelector('.notice .pages a, .panel .pages a')?.textContent === 'Port bosses let cranes go unchecked for over a year'), 'the page, by its headline');
  });

  test('a story that was written independently is not called a rewrite', async () => {
    const page = await bench.browser.open(bench.server.url('saltbytimes', '/2026/03/04/crane-inspectors-in-the-dark/'));
    await until(async () => (await stateOf(page)).phase === 'read', 'the story to be read');
    const { finding } = await stateOf(page);
    assert.ok(['same_event', 'nothing'].includes(finding), finding);
    assert.equal((await marks(page)).exact, 0);
    const popup = await popupOf(page);
    const said = (await popup.waitFor(() => document.querySelector('.sum')?.textContent)) ?? '';
    assert.match(said, /No sentence here traces to its report\.|No original found|also appears? there/);
    await popup.close();
  });

  test('a story whose report is known is recognised without asking anybody', async () => {
    const before = bench.server.asked('tidewaterledger').length;
    const page = await bench.browser.open(bench.server.url('buzzline', REWRITE));
    await until(async () => (await marks(page)).traced > 0, 'traced sentences');
    assert.equal(bench.server.asked('tidewaterledger').length, before);
  });
});

inBoth('a column', (bench) => {
  test('that is labelled opinion says why own words are not marked, and marks them when asked', async () => {
    const page = await bench.browser.open(bench.server.url('tidewaterledger', OPINION));
    await until(() => page.shadow(HOST, (root) => !!root.querySelector('.rail')), 'the rail');
    assert.equal((await foundOn(page))?.own, 0);
    assert.equal((await marks(page)).writer, 0);
    const popup = await popupOf(page);
    assert.match((await popup.waitFor(() => document.querySelector('.sum')?.textContent)) ?? '', /^Labelled Opinion by The Tidewater Ledger.*they are not marked here\./);
    await popup.close();
    await page.front();
    await click(page, '.rail');
    await until(async () => (await surface(page))?.includes('they are not marked here'), 'the notice');
    assert.match((await surface(page)) ?? '', /^Labelled Opinion by The Tidewater Ledger .*they are not marked here\. Quotations and links to reports still are\./);
    // By keyboard: the notice gives way to the list, and the focus goes along.
    await page.key('Tab');
    await page.key('Tab');
    await page.key('Enter');
    await until(async () => (await words(page, 'writer')).some((own) => own.includes('smug')), 'own words');
    await until(() => page.shadow(HOST, (root) => root.activeElement?.id === 'fh-heading'), 'the focus in the panel');
    const own = (await foundOn(page))?.own ?? 0;
    assert.ok(own > 2, `${own}`);
    assert.equal(await page.shadow(HOST, (root) => root.querySelector('.sec h3 .n')?.textContent), `${own}`);
    assert.deepEqual(page.errors, []);
    await page.close();
  });
});
