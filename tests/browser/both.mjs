// Every test runs in every browser, each file with a browser and servers of its own.

import { after, before, describe } from 'node:test';
import { BROWSERS, launch, serve } from './driver/index.mjs';
import { SITES } from './sites.mjs';

/**
 * What the tests of one file share. `browser` is replaced by the one that a restart brings.
 * @typedef {{ browser: import('./driver/index.mjs').Browser, server: import('./driver/server.mjs').Server }} Bench
 */

/**
 * @param {string} what
 * @param {(bench: Bench, name: import('./driver/index.mjs').Name) => void} define
 * @param {{ sites?: Record<string, import('./driver/server.mjs').Site>, options?: Partial<import('./driver/index.mjs').Options> }} [how]
 */
export function inBoth(what, define, { sites = {}, options = {} } = {}) {
  for (const name of BROWSERS) {
    describe(`${what}, ${name}`, () => {
      const bench = /** @type {Bench} */ ({});
      before(async () => {
        bench.server = await serve({ ...SITES, ...sites });
        bench.browser = await launch({ browser: name, ...options });
      });
      after(async () => {
        await bench.browser?.close();
        await bench.server?.close();
      });
      define(bench, name);
    });
  }
}
