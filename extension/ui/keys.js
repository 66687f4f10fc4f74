// The keys that open the comparison, as the reader has set them.

/** `Alt+Shift+1`, or the signs that macOS writes without a plus. @param {string} combination @returns {string[]} */
const split = combination => (combination.includes('+') ? combination.split('+') : combination.match(/[⌃⌥⇧⌘]|[^⌃⌥⇧⌘]+/g) ?? [])
  .map(key => key.trim()).filter(Boolean);

/** Nothing where none are set, or the browser does not say. @returns {Promise<string[]>} */
export async function panelKeys() {
  try {
    return split((await chrome.commands.getAll()).find(({ name }) => name === 'panel')?.shortcut ?? '');
  } catch {
    return [];
  }
}
