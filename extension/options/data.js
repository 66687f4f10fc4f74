// One file with everything: out, in, and back to the beginning.

import { byId, send, text } from '../ui/dom.js';
import { ask, fail, say } from './ask.js';

/** @import { Settings } from '../types/protocol' */

/** One message carries 64 MB at most. */
const MAX_FILE = 60_000_000;

/** @param {(now: Settings) => void} changed */
export function setUp(changed) {
  const file = /** @type {HTMLInputElement} */ (byId('file'));
  const place = byId('data-ask');

  byId('export').addEventListener('click', async () => {
    try {
      const { data } = await send({ type: 'export' });
      const name = `firsthand-${new Date().toISOString().slice(0, 10)}.jsonl`;
      save(name, data);
      say(text('options_exported', name));
    } catch (reason) {
      fail(reason);
    }
  });

  byId('import').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    ask(place, {
      question: text('options_import_ask', chosen.name),
      yes: text('options_import_yes'),
      back: byId('import'),
      act: async () => {
        if (chosen.size > MAX_FILE) throw { message: text('options_too_large', MAX_FILE / 1e6) };
        const { added } = await send({ type: 'import', data: await chosen.text() });
        say(text(added === 1 ? 'options_imported_one' : 'options_imported', added));
        changed(await send({ type: 'settings' }));
      },
    });
    // The same file may be chosen again.
    file.value = '';
  });

  byId('reset').addEventListener('click', () => ask(place, {
    question: text('options_reset_ask'),
    yes: text('options_reset_yes'),
    back: byId('reset'),
    act: async () => {
      changed(await send({ type: 'reset' }));
      say(text('options_reset_done'));
    },
  }));
}

/** @param {string} name @param {string} data */
function save(name, data) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([data], { type: 'application/jsonl' }));
  link.download = name;
  link.click();
  // The browser has taken the bytes by then; a revoked address would break a slow one.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
