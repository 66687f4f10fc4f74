// README's picture: `node tests/browser/picture.mjs docs/story.png`, after `cargo xtask build`. The demo's rewrite with one card open, in Chromium
// at twice its size.

import { writeFile } from 'node:fs/promises';
import { launch, serve, until } from './driver/index.mjs';
import { HOST, marks, stateOf } from './firsthand.mjs';
import { REPORT, REWRITE, SITES } from './sites.mjs';

const [path = 'docs/story.png'] = process.argv.slice(2);
const size = { width: 980, height: 600 };
const server = await serve(SITES);
const browser = await launch({ browser: 'chromium', ...size });
try {
  const report = await browser.open(server.url('tidewaterledger', REPORT));
  await until(async () => (await stateOf(report)).phase === 'read', 'the report to be read');
  const page = /** @type {any} */ (await browser.open(server.url('buzzline', REWRITE)));
  await page.cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 2, mobile: false });
  await until(async () => (await marks(page)).traced > 0, 'the marks');
  await page.evaluate(() => {
    [...document.querySelectorAll('button')].find((button) => button.textContent === 'Reject')?.click();
    const heading = [...document.querySelectorAll('h2')].find((h2) => h2.textContent === 'Follow the money');
    if (heading) scrollTo({ top: heading.getBoundingClientRect().top + scrollY - 28, behavior: 'instant' });
  });
  const at = await page.evaluate(() => {
    const changed = [...CSS.highlights].filter(([name]) => name.startsWith('fh-changed')).flatMap(([, highlight]) => /** @type {Range[]} */ ([...highlight]));
    const box = changed.find((range) => String(range) === 'demand')?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  if (!at) throw new Error('the changed quotation is not marked');
  await page.move(at.x - 4, at.y);
  await page.move(at.x, at.y);
  await until(() => page.shadow(HOST, (/** @type {ShadowRoot} */ root) => !!root.querySelector('.card')), 'the card');
  await page.shadow(HOST, async (/** @type {ShadowRoot} */ root) => void (await Promise.all(root.getAnimations().map((animation) => animation.finished))));
  const { data } = await page.cdp.send('Page.captureScreenshot', { format: 'png' });
  await writeFile(path, Buffer.from(data, 'base64'));
} finally {
  await browser.close();
  await server.close();
}
