//# allFunctionsCalledOnLoad
// The only script in every page: may this be an article? A few cheap looks at the document, no layout, then silence.
(() => {
  'use strict';
  const fh = /** @type {any} */ (globalThis).firsthand ??= {};
  if (fh.gate) return;
  fh.gate = true;

  /** Paragraphs looked at, the length of one that counts, and how much text makes an article. */
  const LOOKED = 200;
  const LONG = 80;
  const SAID = 500;
  const UNSAID = 1200;
  /** A page that renders itself is looked at again after so long, in milliseconds. */
  const LATER = [700, 2500];

  let sent = false;
  let href = '';
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];

  function mayBe() {
    const said = document.querySelector('meta[property="og:type"][content^="article" i],article,[itemprop=articleBody]')
      || [...document.querySelectorAll('script[type="application/ld+json"]')].some(s => /"\w*(Article|Posting)"/.test(s.textContent ?? ''));
    const enough = said ? SAID : UNSAID;
    const paragraphs = document.getElementsByTagName('p');
    let length = 0;
    for (let i = 0; i < paragraphs.length && i < LOOKED; i += 1) {
      const own = (paragraphs[i].textContent ?? '').length;
      if (own >= LONG && (length += own) >= enough) return true;
    }
    // Paragraphs made of <br>.
    return !!said && paragraphs.length < 3
      && (document.querySelector('article,[itemprop=articleBody],main')?.textContent ?? '').length > 3 * SAID;
  }

  function look() {
    if (sent || fh.page || !document.contentType.includes('html') || !mayBe()) return;
    sent = true;
    timers.forEach(clearTimeout);
    try { /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'gate' }).catch(() => {}); } catch { /* The extension was updated. */ }
  }

  function again() {
    timers.forEach(clearTimeout);
    look();
    if (!sent) timers = LATER.map(ms => setTimeout(() => { look(); listen(); }, ms));
  }

  // Another address without a load. Once the rest is in the page it minds that itself.
  function moved() {
    if (href === location.href) return;
    href = location.href;
    if (!fh.page) sent = false;
    again();
  }

  function listen() {
    if (sent || href) return;
    href = location.href;
    /** @type {any} */ (globalThis).navigation?.addEventListener?.('currententrychange', moved);
    addEventListener('popstate', moved);
  }
  again();
})();
