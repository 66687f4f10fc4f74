// Made-up stories and reports for the tests of the background: what the words are does not matter there, whom they credit does.

import { tabOf } from './firsthand.mjs';

/** What the background has noted of a tab. @param {import('./driver/index.mjs').Page} page @returns {Promise<any>} */
export async function noted(page) {
  const id = await tabOf(page);
  return page.browser.extension(async (id) => /** @type {any} */ ((await chrome.storage.session.get(`tab:${id}`))[`tab:${id}`]), id);
}

/** @param {string} title @param {string[]} paragraphs */
const html = (title, paragraphs) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="article:published_time" content="2026-04-02T08:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><header><h1>${title}</h1><p class="byline">By <a rel="author" href="/by/nell-aster">Nell Aster</a> <time datetime="2026-04-02T08:00:00Z">2 April 2026</time></p></header>${paragraphs.map((p) => `<p>${p}</p>`).join('\n')}</article><footer>Contact</footer></body></html>`;

const QUOTE = '“The sluice was opened by hand on the Tuesday, and nobody wrote down why,” said Petra Lindqvist, who has run the Calder lock for eleven years.';

/** Where stories stand: an address without a path is a front page's. */
export const STORY = '/2026/04/they-opened-the-sluice';

/** What the report says. */
export const REPORTED = [
  'The water authority opened the Calder sluice on 14 March without telling the towns below it, according to a log that the Courier has read.',
  QUOTE,
  'Within six hours the river at Oxcombe rose by 2.3 metres and flooded 41 cellars in Mill Lane, the fire service’s records show.',
  'The authority said in a statement that it regrets the failure to warn residents and has ordered a review of the night shift’s procedures.',
  'A second log, kept by the hydrological institute in Tessaly, records that its gauge had sounded an alarm at ten past three in the morning.',
  'Insurers estimate the damage in Mill Lane at £1.8 million, of which about a third is covered.',
  'Oxcombe’s mayor, Radu Ferrante, wants the sluice to be fitted with a siren that cannot be switched off from the control room.',
  'The Calder has been regulated since 1931, when the first of its nine sluices was built to keep barges afloat in dry summers. The one above Oxcombe is the oldest, and the only one that can still be turned by two people with a crank.',
  'Residents of Mill Lane said that they woke to the sound of water in their stairwells. Several of them spent the next two nights in the school gymnasium, where the parish had put up camp beds and a kitchen.',
  'The council will hear the authority’s director on 20 April. Its members have asked for the logs of the past five years, and for the names of those who were on duty that night.',
];

/** The report, with something to tell it from others. @param {string} [more] */
export const report = (more = '') => html('Sluice was opened by hand, log shows', [...REPORTED, more].filter(Boolean));

/** A story that rewrites it and credits what stands at `url`. @param {string} url @param {string} [title] */
export const rewrite = (url, title = 'They opened the sluice and told no one') => html(title, [
  `The water authority opened the Calder sluice on 14 March without telling the towns below it, according to <a href="${url}">a Calder Courier report</a>.`,
  QUOTE,
  'Within six hours the river at Oxcombe rose by 2.3 metres and flooded 41 cellars in Mill Lane.',
  'It was an act of breathtaking arrogance by bureaucrats who never get their own feet wet.',
  'A second log from the hydrological institute in Tessaly records that its gauge had sounded an alarm at ten past three in the morning, <a href="${url}">the Calder Courier reported</a>.'.replace('${url}', url),
  'Insurers estimate the damage in Mill Lane at £1.8 million, of which about a third is covered.',
  'You would think that somebody in a warm control room might have picked up a telephone. Apparently that was too much to ask of people who are paid to watch a river, and who have watched it for the better part of a century.',
  'Residents of Mill Lane woke to the sound of water in their stairwells, and several of them spent the next two nights in the school gymnasium on camp beds that the parish had put up.',
  'The council will hear the authority’s director on 20 April, and its members have asked for the logs of the past five years. We will be there, and we will be in the front row with our boots on.',
]);
