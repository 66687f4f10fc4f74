// The playground: the same marks from the same module, without the extension.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBoth } from './both.mjs';

inBoth('the playground', (bench) => {
  test('marks the samples as the extension does, and asks nobody but its own server', async () => {
    const page = await bench.browser.open(bench.server.url('localhost'));
    await page.waitFor(() => {
      const button = /** @type {HTMLButtonElement} */ (document.getElementById('sample'));
      return !button.disabled;
    });
    await page.evaluate(() => document.getElementById('sample')?.click());
    await page.waitFor(() => {
      const view = /** @type {(Window & typeof globalThis) | null | undefined} */ (document.querySelector('iframe')?.contentWindow);
      const names = view ? [...view.CSS.highlights].filter(([, highlight]) => highlight.size > 0).map(([name]) => name) : [];
      return ['fh-traced-', 'fh-exact-', 'fh-changed-', 'fh-writer-'].every((kind) => names.some((name) => name.startsWith(kind)));
    });
    assert.deepEqual([...new Set(bench.server.requests.map(({ site }) => site))], ['localhost']);
    assert.deepEqual(page.errors, []);
  });

  test('follows the layout of a page only as long as a card stands on it', async () => {
    const page = await bench.browser.open(bench.server.url('localhost'));
    await page.waitFor(() => !(/** @type {HTMLButtonElement} */ (document.getElementById('sample')).disabled));
    await page.evaluate(() => document.getElementById('sample')?.click());
    await page.waitFor(() => {
      const view = /** @type {any} */ (document.querySelector('iframe')?.contentWindow);
      return view?.firsthand?.page?.current?.findings.stops.length > 0;
    });
    const followed = await page.evaluate(async () => {
      const view = /** @type {any} */ (document.querySelector('iframe')?.contentWindow);
      /** @type {Set<unknown>} who is told of the page's layout */
      const told = new Set();
      const { ResizeObserver } = view;
      view.ResizeObserver = class extends ResizeObserver {
        /** @param {Element} target */
        observe(target) { told.add(this); super.observe(target); }
        disconnect() { told.delete(this); super.disconnect(); }
      };
      for (const of of [view, view.document.fonts]) {
        const [add, remove] = [of.addEventListener, of.removeEventListener];
        of.addEventListener = (/** @type {string} */ type, /** @type {unknown} */ heard, /** @type {unknown} */ how) => {
          if (type === 'resize' || type === 'loadingdone') told.add(heard);
          add.call(of, type, heard, how);
        };
        of.removeEventListener = (/** @type {string} */ type, /** @type {unknown} */ heard, /** @type {unknown} */ how) => {
          told.delete(heard);
          remove.call(of, type, heard, how);
        };
      }
      const counts = [];
      for (let n = 0; n < 2; n += 1) {
        await view.firsthand.reader.step(1);
        const open = !!view.firsthand.card.element;
        counts.push([open, told.size > 0]);
        view.firsthand.card.close();
        counts.push([!!view.firsthand.card.element, told.size > 0]);
      }
      return counts;
    });
    assert.deepEqual(followed, [[true, true], [false, false], [true, true], [false, false]]);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('shows pasted markup as text and runs none of it', async () => {
    const page = await bench.browser.open(bench.server.url('localhost'));
    await page.waitFor(() => !(/** @type {HTMLButtonElement} */ (document.getElementById('go')).disabled));
    const ran = await page.evaluate(async () => {
      const field = /** @type {HTMLTextAreaElement} */ (document.getElementById('story'));
      field.value = '<!doctype html><body><img src=x onerror="top.ran = 1"><script>top.ran = 2</scr' + 'ipt><p onclick="top.ran = 3">One <a href="javascript:top.ran=4">two</a>.</p>';
      document.getElementById('go')?.click();
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      /** @type {HTMLElement | null | undefined} */ (frame.contentDocument?.querySelector('p'))?.click();
      return { ran: /** @type {any} */ (globalThis).ran ?? null, html: frame.contentDocument?.querySelector('article')?.innerHTML };
    });
    assert.equal(ran.ran, null);
    assert.equal(ran.html, '<p>One <a>two</a>.</p>');
  });
}, { options: { extension: false } });
