// The project's own made-up sites, as the demo and the tests serve them.

import { join } from 'node:path';
import { ROOT } from './driver/index.mjs';

const news = join(ROOT, 'www/news');

/** @type {Record<string, import('./driver/server.mjs').Site>} */
export const SITES = {
  // The playground, with the module beside it: put together by `cargo xtask build`.
  localhost: join(ROOT, 'target/www'),
  tidewaterledger: join(news, 'tidewaterledger'),
  buzzline: join(news, 'buzzline'),
  saltbytimes: join(news, 'saltbytimes'),
};

/** The newsroom's long report. */
export const REPORT = '/2026/03/03/harbour-crane-inspections/';
/** The blog's rewrite of it. */
export const REWRITE = '/port-bosses-let-cranes-go-unchecked/';
/** A column of the newsroom's. */
export const OPINION = '/opinion/the-harbour-board-owes-us-minutes/';
