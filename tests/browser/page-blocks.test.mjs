// The block rule in a live document: the same blocks as the core makes from the same HTML (`tests/blocks.rs`).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { BROWSERS, ROOT, until } from './driver/index.mjs';
import { start } from './harness/extension.mjs';

const story = await readFile(join(ROOT, 'tests/blocks/story.html'), 'utf8');
const expected = JSON.parse(await readFile(join(ROOT, 'tests/blocks/story.json'), 'utf8'));

for (const name of BROWSERS) {
  test(`the blocks of a live document are those of its HTML, in ${name}`, async () => {
    // Sent as bytes: the server would make its own addresses of the made-up ones.
    const { open, whole, close } = await start(name, { pages: { '/blocks': { body: Buffer.from(story) } } });
    try {
      await open('/blocks');
      const page = await until(async () => (await whole()) ?? undefined, 'the page was read');
      assert.deepEqual(page.blocks, expected.blocks);
      assert.deepEqual(page.elements, expected.elements);
      assert.deepEqual(page.head, expected.head);
    } finally { await close(); }
  });
}
