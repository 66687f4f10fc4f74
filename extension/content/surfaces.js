// Which surface is open: the pill or rail of what is folded, the panel or the notice of what is not; what is said, and where the focus goes.
(() => {
  'use strict';
  const fh = /** @type {import('../types/content').Firsthand} */ (globalThis.firsthand ??= /** @type {any} */ ({}));

  /** @typedef {import('../types/content').Reading} Reading */
  /** @typedef {import('../types/content').State} State */

  // What the page said by itself until now.
  /** @type {State} */ let state = fh.page?.current ? fh.stateOf(fh.page.current) : { name: 'none' };
  let open = false;
  /** The reader has asked for what comes next. */
  let asked = false;
  /** What the reader has folded away is not unfolded again by a page that changes. */
  let dismissed = '';
  /** Where the focus was on the page. @type {HTMLElement | null} */ let cameFrom = null;
  /** Counts the drawings, so that one which waits for its surface knows whether another has begun. */
  let drawing = 0;

  /** Says what there is to say of the page, unasked if it has to be. */
  function settle() {
    const { current } = fh.page;
    if (!current) return;
    const next = fh.stateOf(current);
    const { compared, prompts, failed } = fh.states[next.name];
    const prompt = prompts === 'always' || (prompts === 'asked' && asked);
    // What a reader has opened stays open when the page is read again, and so does its list.
    if (open && !asked && state.name === 'tabs') go({ ...state, before: next });
    else if (asked) go(next, !compared);
    else go(next.name === state.name ? { ...state, ...next } : next, (open && next.name !== 'removed') || (prompt && dismissed !== next.name));
    asked = false;
    if (compared) fh.frame.announce(fh.folded(next, current).status);
    else if (prompt && failed) announceFailure();
  }

  /** The report could not be had, and the reader is told so. @param {string} code @param {string} url */
  function fail(code, url) {
    asked = false;
    go(fh.failure(code, url), true);
    announceFailure();
    if (fh.frame.holdsFocus) fh.notice.focus();
  }

  const announceFailure = () => fh.frame.announce(fh.titleOf(state, fh.page.current));

  /** @param {State} next @param {boolean} [unfold] */
  function go(next, unfold = open) {
    state = next;
    open = unfold;
    void render();
  }

  async function render() {
    const now = ++drawing;
    const { current, on } = fh.page;
    if (!on && state.name !== 'off') return;
    if (state.name === 'none' || (state.name === 'not_article' && !open)) {
      fh.pill.remove();
      fh.panel.close();
      fh.notice.close();
      return;
    }
    if (open) await fh.more(); else await fh.frame.open();
    if (now !== drawing) return;
    const { compared, lists } = fh.states[state.name];
    if (open) {
      const held = fh.panel.holdsFocus || fh.notice.holdsFocus;
      const said = fh.noticeFor(state, current);
      fh.pill.remove();
      if (current && (compared || ((lists || state.list) && current.findings.all.length))) {
        fh.notice.close();
        await fh.panel.show(current, compared ? null : said);
      } else if (said) { fh.panel.close(); await fh.notice.show(said); }
      // The one gave way to the other under the reader's hands.
      if (held && !fh.frame.holdsFocus) focus();
      return;
    }
    fh.panel.close();
    fh.notice.close();
    await fh.pill.show(fh.folded(state, current), current?.brief.found.strip ?? []);
  }

  /** Opens what the pill stands for. */
  function unfold() {
    open = true;
    void render().then(focus);
  }

  /** To what is open. */
  function focus() {
    if (fh.panel.shown) fh.panel.focus(); else fh.notice.focus();
  }

  function remember() {
    if (!fh.frame.holdsFocus) cameFrom = /** @type {HTMLElement | null} */ (document.activeElement);
  }

  /** Answers whether something on the page has the focus now. */
  function backToPage() {
    fh.frame.active?.blur();
    const to = cameFrom?.isConnected && cameFrom !== document.body ? cameFrom : null;
    to?.focus({ preventScroll: true });
    cameFrom = null;
    return !!to;
  }

  /** Fold what is open; the focus goes to the rail. */
  function fold() {
    const held = fh.panel.holdsFocus || fh.notice.holdsFocus;
    fh.card.close(true);
    dismissed = state.name;
    if (fh.states[state.name].passing) {
      go({ name: 'none' }, false);
      if (!fh.page.on) fh.frame.close();
      return;
    }
    if (state.name === 'tabs') { fh.reader.leaveTabs(); return; }
    open = false;
    void render().then(() => { if (held) fh.pill.focus(); });
  }

  /** Fold what is open; the focus goes back to where it was on the page. */
  function leave() {
    dismissed = state.name;
    open = false;
    void render().then(backToPage);
  }

  /** Keys that are pressed in our surfaces. @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const letters = fh.page.current?.letters ?? true;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (fh.card.holdsFocus) fh.pointer.close(); else if (fh.card.shown) fh.pointer.close(true); else if (fh.panel.holdsFocus || fh.notice.holdsFocus) fold(); else { fh.pill.fold(); backToPage(); }
    } else if (letters && (event.key === 'n' || event.key === 'p')) {
      event.preventDefault();
      void fh.reader.step(event.key === 'n' ? 1 : -1);
    } else if (letters && event.key === 'o') {
      const where = fh.card.holdsFocus ? fh.card.element : fh.frame.active?.closest('li') ?? null;
      const link = /** @type {HTMLElement | null | undefined} */ (where?.querySelector('a[data-original]'));
      if (link) { event.preventDefault(); link.click(); }
    }
  }

  /** As before anything was said. */
  function reset() {
    state = { name: 'none' };
    open = false;
    dismissed = '';
    drawing += 1;
    fh.pill.reset();
    fh.panel.close();
    fh.notice.close();
  }

  fh.surfaces = {
    settle, go, render, fail, focus, remember, backToPage, fold, unfold, leave, key, reset,
    /** Whether what comes next was asked for by the reader. */
    expect: yes => { asked = yes; },
    get state() { return state; },
  };
})();
