// The one element of ours in the page: last in the document, with a closed shadow root that holds every surface.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  const REM = 16;

  /** @type {HTMLElement | null} */ let host = null;
  /** @type {ShadowRoot | null} */ let shadow = null;
  /** @type {HTMLElement | null} */ let top = null;
  /** @type {HTMLElement | null} */ let status = null;
  /** @type {HTMLElement | null} */ let layer = null;
  /** @type {MutationObserver | null} */ let guard = null;
  /** @type {ResizeObserver | null} */ let sizes = null;
  let announced = '';
  let whole = false;
  let drawn = false;
  let returns = 0;
  let theme = 'auto';
  /** The size of the reader's text, in pixels (`tokens.css`). */
  let rem = REM;

  /** @param {ShadowRoot} root @param {string} text */
  function dress(root, text) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      const before = root.adoptedStyleSheets.length;
      root.adoptedStyleSheets.push(sheet);
      if (root.adoptedStyleSheets.length > before) return;
    } catch { /* Firefox keeps content scripts from adopting sheets (bug 1751346). */ }
    // There a style element that a content script fills is exempt from the page's CSP.
    const before = root.querySelectorAll(':scope > style');
    const style = fh.el('style', {}, text);
    if (before.length) before[before.length - 1].after(style); else root.prepend(style);
  }

  /**
   * The place for surfaces; made when the first one is shown. The styles of what a reader opens are more than those of what is folded, and most
   * pages are read without: they wait until they are needed.
   * @param {boolean} [all] @returns {Promise<HTMLElement>}
   */
  async function open(all = false) {
    const { css, words } = await fh.dress();
    if (words) fh.learn(words);
    if (!top || !shadow) make(css);
    if (all && !whole && shadow) {
      const { css: opened } = await fh.more();
      if (!whole && shadow) {
        whole = true;
        dress(shadow, opened);
      }
    }
    return /** @type {HTMLElement} */ (top);
  }

  /** @param {string} text */
  function make(text) {
    host = document.createElement('firsthand-ui');
    shadow = host.attachShadow({ mode: 'closed' });
    dress(shadow, text);
    status = fh.el('div', { role: 'status', class: 'vh' });
    layer = fh.el('div', { class: 'strokes', 'aria-hidden': 'true' });
    top = fh.el('div', { class: 'fh', dir: fh.text('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr', lang: fh.text('language') }, layer, status);
    shadow.append(top);
    fh.hostElement = host;
    document.documentElement.append(host);
    // An observer is told with the layout that the browser does anyway; asking would make it do one more.
    const em = fh.el('div', { class: 'em', 'aria-hidden': 'true' });
    shadow.append(em);
    sizes = new ResizeObserver(([entry]) => measure(entry.contentRect.width));
    sizes.observe(em);
    wear(theme);
    top.addEventListener('keydown', event => fh.surfaces.key(event));
    // What is typed and clicked in here is none of the page's business.
    for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'paste', 'copy']) {
      shadow.addEventListener(type, event => event.stopPropagation());
    }
    guard = new MutationObserver(() => {
      if (!host || host.isConnected || returns >= 5) return;
      returns += 1;
      document.documentElement.append(host);
    });
    guard.observe(document.documentElement, { childList: true });
    fh.marked.draw();
  }

  /** The reader's own text size: the host's font is `medium` whatever the page sets. @param {number} size in pixels */
  function measure(size) {
    // Most readers have the size that the styles begin with, and a property that is set again makes the browser style all of us again.
    if (!host || !size || size === rem) return;
    rem = size;
    host.style.setProperty('--fh-rem', `${size}px`);
    host.toggleAttribute('data-compact', size >= 24);
  }

  /** @param {string} name */
  function wear(name) {
    theme = name;
    if (!host) return;
    if (name === 'auto') host.removeAttribute('data-theme'); else host.setAttribute('data-theme', name);
  }

  function close() {
    guard?.disconnect();
    sizes?.disconnect();
    host?.remove();
    host = shadow = top = status = layer = guard = sizes = null;
    whole = drawn = false;
    fh.hostElement = null;
    returns = 0;
    rem = REM;
  }

  /** Say it once, politely. @param {string} text */
  function say(text) {
    if (status && status.textContent !== text) status.textContent = text;
  }

  /** Say it once all the same if it is said again. A region that is filled in the moment it appears is not read out. @param {string} text */
  function announce(text) {
    if (text === announced) return;
    announced = text;
    if (text) void open().then(() => setTimeout(() => say(text), 250));
  }

  /** @param {HTMLElement[] | null} lines */
  function strokes(lines) {
    if (!layer || !shadow) {
      // Drawn strokes need the frame, which has them drawn again once it is there.
      if (lines?.length) void open();
      return;
    }
    layer.replaceChildren(...(lines ?? []));
    fh.follow.fit(lines !== null || !!fh.card.shown);
    if (!lines?.length || drawn) return;
    drawn = true;
    void fh.drawn().then(({ css }) => { if (shadow) dress(shadow, css); });
  }

  /** Where the layer's top left corner is on the screen. */
  function origin() {
    const box = layer?.getBoundingClientRect();
    return { x: box?.left ?? 0, y: box?.top ?? 0 };
  }

  fh.frame = {
    open, close, say, announce, strokes, origin, wear,
    get active() { return /** @type {HTMLElement | null} */ (shadow?.activeElement ?? null); },
    get holdsFocus() { return !!host && document.activeElement === host; },
    get top() { return top; },
  };
})();
