// What is counted once a reader has taken marks away: a report in, findings out, without a page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

// A script of the page, and no module of this project's.
await import(String(new URL('../../extension/content/findings.js', import.meta.url)));
const { findings } = /** @type {any} */ (globalThis).firsthand;

const sentence = { block: 0, start: 0, end: 80 };
const TRACE = 'report 0:0:80';
const WORDS = 'words 0:20:30';
const HEARSAY = 'nobody 0:0:11';
const trace = { span: { block: 0, start: 40, end: 80 }, kind: 'close', sentence: 3, text: '', shared: [] };
const words = { span: { block: 0, start: 20, end: 30 }, in_source: false };
const hearsay = { source: { block: 0, start: 0, end: 7 }, cue: { block: 0, start: 8, end: 11 }, nobody: true };

/** @param {string} kind @param {string} otherwise @param {string[]} removed @param {any[]} traces */
const after = (kind, otherwise, removed, traces) => {
  const report = {
    finding: 'draws_on', about: 0, sources: [{ traces, altered: [], left_out: [] }], quiet: null, characterizations: [words], attributions: [hearsay],
    outline: [{ span: sentence, kind, otherwise }],
  };
  const { outline, counts } = findings(report, { report: true, words: true, density: 'all', opinion: false, same: false, removed: new Set(removed) });
  return [outline[0].kind, counts.traced, counts.own, counts.other];
};

test('a sentence is what it is otherwise once all marks are taken away that make it what it is', () => {
  for (const [kind, otherwise, removed, wanted] of /** @type {[string, string, string[], (string | number)[]][]} */ ([
    ['report', 'own', [], ['report', 1, 0, 0]],
    ['report', 'own', [WORDS], ['report', 1, 0, 0]],
    ['report', 'own', [TRACE], ['own', 0, 1, 0]],
    ['report', 'own', [TRACE, WORDS], ['other', 0, 0, 1]],
    ['own', 'other', [], ['own', 0, 1, 0]],
    ['own', 'other', [HEARSAY], ['own', 0, 1, 0]],
    ['own', 'other', [WORDS], ['other', 0, 0, 1]],
  ])) {
    assert.deepEqual(after(kind, otherwise, removed, kind === 'report' ? [trace] : []), wanted, `${kind} without ${removed}`);
  }
});
