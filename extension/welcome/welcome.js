// The first-run page: in five lines, what happens where.

import { byId, fill, icon, markList, shortcut, text, WEB } from '../ui/dom.js';

fill();
document.title = text('welcome_title');
byId('glyph').append(icon('glyph', 36));
byId('kept').textContent = text('welcome_kept_text', 50);
byId('marks').replaceWith(markList());

const pressed = await shortcut();
byId('keys').append(...pressed.flatMap(key => [key, ' ']), ...(pressed.length ? [text('welcome_opens')] : []));

// Firefox may leave it to the reader whether an extension can read pages at all.
async function showAccess() {
  const allowed = await chrome.permissions.contains(WEB);
  byId('denied').textContent = allowed ? '' : text('welcome_allow_text');
  byId('start').textContent = text(allowed ? 'welcome_start' : 'welcome_allow');
  return allowed;
}

let allowed = await showAccess();
byId('start').addEventListener('click', async () => {
  if (!allowed) {
    // No await before this: a browser asks only in the click itself.
    await chrome.permissions.request(WEB);
    allowed = await showAccess();
    return;
  }
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id !== undefined) await chrome.tabs.remove(tab.id);
});
byId('fetching').addEventListener('click', () => {
  location.href = chrome.runtime.getURL('options/options.html#fetch');
});
