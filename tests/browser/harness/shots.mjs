// Pictures of every surface: `node tests/browser/harness/shots.mjs chromium OUT [name …]`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../driver/index.mjs';
import { HOST, start } from './extension.mjs';
import { shown, where } from './page.mjs';

const [name = 'chromium', out = '/tmp/shots', ...only] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const wanted = (/** @type {string} */ shot) => !only.length || only.some(o => shot.includes(o));

/** @param {any} page @param {string} selector @param {number} [i] */
const click = (page, selector, i = 0) => page.shadow(HOST, (/** @type {ShadowRoot} */ root, /** @type {string} */ s, /** @type {number} */ n) => /** @type {any} */ (root.querySelectorAll(s)[n])?.click(), selector, i);
const still = (/** @type {any} */ page) => page.evaluate(() => new Promise(done => setTimeout(done, 450)));

for (const dark of [false, true]) {
  if (only.length && only.every(o => o.startsWith(dark ? 'light' : 'dark'))) continue;
  const t = dark ? 'dark' : 'light';
  const h = await start(/** @type {any} */ (name), { dark, width: 1200, height: 1000 });
  try {
    const page = await h.open('/rewrite');
    await shown(page, '.pill');
    await still(page);
    if (wanted(`${t}-pill`)) await page.screenshot({ path: join(out, `${t}-pill.png`) });
    if (wanted(`${t}-hover`)) {
      const at = await where(page, 'brushed the warning aside');
      // What a pointer needs comes with its first move.
      await until(async () => {
        await page.move(at.x - 4, at.y);
        await page.move(at.x, at.y);
        return page.shadow(HOST, (/** @type {ShadowRoot} */ root) => !!root.querySelector('.card'));
      }, 'the card');
      await still(page);
      await page.screenshot({ path: join(out, `${t}-hover.png`) });
      await page.move(5, 400);
      await still(page);
    }
    if (wanted(`${t}-panel`)) {
      await page.evaluate(() => document.documentElement.classList.add('left'));
      await click(page, '.pill');
      await shown(page, '.panel');
      await still(page);
      await page.screenshot({ path: join(out, `${t}-panel.png`) });
      await page.shadow(HOST, root => { const p = root.querySelector('.panel .scroll'); if (p) p.scrollTop = 560; });
      await still(page);
      await page.screenshot({ path: join(out, `${t}-panel2.png`) });
      await page.shadow(HOST, root => { const p = root.querySelector('.panel .scroll'); if (p) p.scrollTop = 0; });
      await click(page, '.sec .find', 2);
      await still(page);
      await page.screenshot({ path: join(out, `${t}-card.png`) });
      await click(page, '.card .link.quiet');
      await still(page);
      await page.screenshot({ path: join(out, `${t}-form.png`) });
      await page.shadow(HOST, root => /** @type {any} */ (root.querySelector('.card .back'))?.click());
      await page.key('Escape');
      await page.key('Escape');
      await still(page);
      await page.screenshot({ path: join(out, `${t}-rail-focus.png`) });
      await page.key('Escape');
      await page.evaluate(() => { document.documentElement.classList.add('sepia'); });
      await h.change({ theme: 'sepia' });
      await still(page);
      await page.screenshot({ path: join(out, `${t}-rail-sepia.png`) });
    }
    await page.close();
    for (const state of ['draws', 'credits', 'unlinked', 'forbidden', 'signin', 'failed', 'untraced', 'same', 'original', 'nothing', 'words', 'opinion']) {
      if (!wanted(`${t}-${state}`)) continue;
      await h.change({ theme: 'auto' });
      const each = await h.open(`/${state}`);
      await shown(each, '.dock, .notice');
      await still(each);
      if (state === 'nothing') await each.screenshot({ path: join(out, `${t}-${state}-rail.png`) });
      await each.shadow(HOST, root => /** @type {any} */ (root.querySelector('.dock button'))?.click());
      await still(each);
      await each.screenshot({ path: join(out, `${t}-${state}.png`), clip: { x: 600, y: 0, width: 600, height: state === 'words' || state === 'draws' ? 1000 : 300 } });
      await each.close();
    }
    if (wanted(`${t}-sheet`)) {
      const small = await h.open('/rewrite');
      await small.resize(500, 850);
      await shown(small, '.pill');
      await still(small);
      await small.screenshot({ path: join(out, `${t}-narrow.png`) });
      await click(small, '.pill');
      await still(small);
      await small.screenshot({ path: join(out, `${t}-sheet.png`) });
      await small.close();
    }
  } finally { await h.close(); }
}
