// The core: one wasm module, made when the first article comes and not before, and made anew after a panic.

import init, { Firsthand } from '../wasm/firsthand.js';

/** @import { Thrown } from '../types/wasm/firsthand' */

/** Name of the IndexedDB database. */
const DATABASE = 'firsthand';

/** A reading takes milliseconds and a fetch at most some seconds; what has not ended by then never will. */
const LIMIT = 90_000;

/** @type {Promise<Firsthand> | null} */
let handle = null;
/** Whether there is no library on disk: what is asked of it is then answered with an error, not with “nothing”. */
let forgetful = false;
/** What to tell those who wait when the module dies under them. @type {Set<(reason: Thrown) => void>} */
const waiting = new Set();

/** The trap that follows a panic is heard of in a task of its own; it must not be taken for the next instance's. In milliseconds. */
const BURIAL = 30;

/** Until the dead instance is out of the way. @type {Promise<void> | null} */
let burial = null;

/**
 * A panic leaves the module's memory as it was in mid-sentence, so nothing may run in it again. Those who wait are answered now; the
 * instance is replaced when the stack is empty, because this may be called from within it.
 * @param {string} message
 */
function died(message) {
  handle = null;
  const reasons = [...waiting];
  waiting.clear();
  burial ??= new Promise(resolve => {
    setTimeout(() => {
      burial = null;
      try {
        Firsthand.restart();
        Firsthand.revive();
      } catch { /* It never came to life: then there is nothing to replace. */ }
      resolve();
    }, BURIAL);
  });
  for (const fail of reasons) fail({ code: 'panic', message });
}

// A trap that no panic hook saw (out of memory, stack overflow) surfaces in a callback that nobody awaits.
for (const kind of ['error', 'unhandledrejection']) {
  globalThis.addEventListener(kind, event => {
    const reason = /** @type {any} */ (event).reason ?? /** @type {any} */ (event).error;
    if (reason instanceof WebAssembly.RuntimeError || (reason instanceof Error && /wasm/.test(reason.stack ?? '') && reason instanceof RangeError)) {
      died(String(reason));
    }
  });
}

/** @returns {Promise<Firsthand>} */
function open() {
  handle ??= (async () => {
    await burial;
    await init();
    try {
      return await Firsthand.open(DATABASE, died);
    } catch (reason) {
      if (thrown(reason).code !== 'storage') throw reason;
      // The browser gives us no place to keep anything: pages are read all the same.
      forgetful = true;
      return await Firsthand.open(null, died);
    }
  })().catch(reason => {
    handle = null;
    throw reason;
  });
  return handle;
}

/** Makes the module while a page is being collected, which it then need not wait for. Whoever asks hears what goes wrong. */
export function prepare() {
  open().catch(() => {});
}

/**
 * Asks the core. Whatever goes wrong is thrown as `{ code, message }`.
 * @template T
 * @param {(core: Firsthand) => Promise<T>} question
 * @returns {Promise<T>}
 */
export function ask(question) {
  return new Promise((resolve, reject) => {
    /** @param {unknown} reason */
    const fail = reason => {
      done();
      reject(thrown(reason));
    };
    const timer = setTimeout(() => fail({ code: 'timeout', message: `no answer within ${LIMIT / 1000} s` }), LIMIT);
    const done = () => {
      clearTimeout(timer);
      waiting.delete(fail);
    };
    waiting.add(fail);
    open().then(question).then(answer => {
      done();
      resolve(answer);
    }, reason => {
      if (reason instanceof WebAssembly.RuntimeError) died(String(reason));
      fail(reason);
    });
  });
}

/**
 * Asks the library, which must be one that lasts.
 * @template T
 * @param {(core: Firsthand) => Promise<T>} question
 * @returns {Promise<T>}
 */
export async function askLibrary(question) {
  return await ask(async core => {
    if (forgetful) throw { code: 'storage', message: 'this browser lets Firsthand keep nothing' };
    return await question(core);
  });
}

/** @param {unknown} reason @returns {Thrown} */
export function thrown(reason) {
  const { code, message } = /** @type {Partial<Thrown>} */ (reason ?? {});
  return { code: typeof code === 'string' ? code : 'failed', message: typeof message === 'string' ? message : String(reason) };
}
