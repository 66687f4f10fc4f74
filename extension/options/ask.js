// Asking once, and saying what came of it.

import { button, byId, el, text } from '../ui/dom.js';

/** @param {string} message */
export function say(message) {
  byId('said').textContent = message;
}

/** @param {unknown} reason */
export function fail(reason) {
  const { message, code } = /** @type {{ message?: string, code?: string }} */ (reason ?? {});
  say(text('options_failed', message || code || String(reason)));
}

/**
 * A question in place, with the button that was pressed as the place to come back to.
 * @param {HTMLElement} place
 * @param {{ question: string, yes: string, back: HTMLElement, act: () => Promise<void> }} of
 */
export function ask(place, { question, yes, back, act }) {
  const close = () => {
    place.replaceChildren();
    back.focus();
  };
  const doIt = button('btn primary', yes, async () => {
    doIt.disabled = true;
    try {
      await act();
    } catch (reason) {
      fail(reason);
    }
    close();
  });
  const no = button('btn plain', text('options_cancel'), close);
  const box = el('div', { class: 'ask', role: 'group', 'aria-label': question, onkeydown: event => { if (event.key === 'Escape') close(); } },
    el('p', {}, question), el('div', { class: 'line' }, doIt, no));
  // What was said before is no answer to this, and would lie over it.
  say('');
  place.replaceChildren(box);
  // The safe answer has the focus.
  no.focus();
}

/**
 * A line to type a site in.
 * @param {HTMLElement} place @param {HTMLElement} back @param {(site: string) => Promise<void>} add
 */
export function offerSite(place, back, add) {
  const close = () => {
    place.replaceChildren();
    back.focus();
  };
  const input = el('input', { type: 'text', placeholder: 'example.org', 'aria-label': text('options_site_address'), autocapitalize: 'off', spellcheck: 'false', inputmode: 'url' });
  const wrong = el('p', { class: 'small muted', role: 'alert' });
  const form = el('form', {
    class: 'line',
    onsubmit: async event => {
      event.preventDefault();
      const site = siteIn(input.value);
      if (site === null) {
        wrong.textContent = text('options_site_bad');
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        return;
      }
      close();
      await add(site).catch(fail);
    },
    onkeydown: event => { if (event.key === 'Escape') close(); },
  }, input, el('button', { class: 'btn primary' }, text('options_add')), button('btn plain', text('options_cancel'), close));
  place.replaceChildren(form, wrong);
  input.focus();
}

/** The site in what somebody typed or pasted: a host name or a whole address. @param {string} typed */
export function siteIn(typed) {
  const trimmed = typed.trim();
  try {
    const url = new URL(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
    const site = url.hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=.)/, '');
    return site.includes('.') || site === 'localhost' || site.startsWith('[') ? site : null;
  } catch {
    return null;
  }
}
