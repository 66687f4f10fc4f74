/** How long anything may take before a test fails. A limit, never a pause. */
export const LIMIT = 20_000;

/**
 * Asks again until the answer is truthy, and returns it. Errors of a page that is on its way to another are asked again too.
 * @template T
 * @param {() => Promise<T> | T} ask
 * @param {string} what named in the error if it never comes
 * @param {number} [limit] milliseconds
 * @returns {Promise<Exclude<T, null | undefined | false | 0 | ''>>}
 */
export async function until(ask, what, limit = LIMIT) {
  const end = Date.now() + limit;
  /** @type {unknown} */
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return /** @type {any} */ (answer);
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${limit / 1000} s for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
    }
    await new Promise((next) => setTimeout(next, 25));
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what
 * @param {number} [limit]
 * @returns {Promise<T>}
 */
export function within(promise, what, limit = LIMIT) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${limit / 1000} s`)), limit);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** The page that the extension opens once, when it is installed. */
export const WELCOME = '/welcome/welcome.html';
