/**
 * The page scripts but for the gate, in the stages in which they come: what a page needs once the gate has spoken; once its reader opens
 * something, since most pages are read without; once its text or address changes.
 * They are classic scripts in the isolated world and share one object, `globalThis.firsthand`. Firefox puts them in one by one and compiles them beside
 * the page. Chromium compiles such a script while the page waits, but a module beside it, so there each stage is one: `stages/NAME.js`, which
 * `cargo xtask build` makes of the files that stand here. Like the gate each begins with V8's hint that nearly every function of it will be called, so
 * that all are compiled in one go; other engines read a comment.
 * The list is no JSON module: with one among its imports Chromium's service worker starts once and, stopped, never again (Chromium 156).
 */
export const STAGES = {
  article: [
    'content/base.js',
    'content/build.js',
    'content/collect.js',
    'content/live.js',
    'content/tone.js',
    'content/paint.js',
    'content/rules.js',
    'content/frame.js',
    'content/pill.js',
    'content/marked.js',
    'content/pointer.js',
    'content/follow.js',
    'content/page.js',
  ],
  more: [
    'content/pieces.js',
    'content/findings.js',
    'content/said.js',
    'content/surfaces.js',
    'content/parts.js',
    'content/card.js',
    'content/panel.js',
    'content/notice.js',
    'content/reader.js',
  ],
  changes: [
    'content/changes.js',
  ],
};

/** Wordings that come with a first reading: asking the browser for one stops the page until another process has answered. @type {string[]} */
export const WORDS = ['@@bidi_dir', 'language'];

/** The strokes; they live in the page's document, inserted with `scripting.insertCSS` when there is something to mark. */
export const STYLES = ['content/marks.css'];

/** What the shadow root is styled with: the folded surfaces, and what is added for strokes that we draw, and with `more`. */
export const SHADOW_STYLES = { folded: ['ui/tokens.css', 'ui/base.css'], drawn: ['ui/strokes.css'], opened: ['ui/ui.css'] };
