/**
 * The content scripts that the background injects once the gate has spoken, in order.
 * They are classic scripts in the isolated world and share one object, `globalThis.firsthand`.
 * Those of which nearly everything runs on every article begin with V8's hint `//# allFunctionsCalledOnLoad`: they are compiled in one go, where
 * otherwise each function is skipped over first and compiled when it is called. Other engines read it as a comment.
 * @type {string[]}
 */
export const FILES = [
  'content/base.js',
  'content/collect.js',
  'content/live.js',
  'content/page.js',
];

/** What a page needs that turned out to be an article: strokes, and the pill. @type {string[]} */
export const MARKS = [
  'content/build.js',
  'content/tone.js',
  'content/paint.js',
  'content/rules.js',
  'content/frame.js',
  'content/pill.js',
  'content/wake.js',
];

/** What only a page needs whose reader is there: put in with the first sign of that. @type {string[]} */
export const TOUCH = [
  'content/marked.js',
  'content/pointer.js',
  'content/follow.js',
];

/** What only a reader who opens something needs; put in when that happens, since most pages are read without. @type {string[]} */
export const MORE = [
  'content/pieces.js',
  'content/findings.js',
  'content/said.js',
  'content/surfaces.js',
  'content/parts.js',
  'content/card.js',
  'content/panel.js',
  'content/notice.js',
  'content/reader.js',
];

/** What only a page needs whose text or address changes after it was read. @type {string[]} */
export const CHANGES = [
  'content/changes.js',
];

/** Wordings that come with `MARKS`: asking the browser for one stops the page until another process has answered. @type {string[]} */
export const WORDS = ['@@bidi_dir', 'language'];

/** The strokes; they live in the page's document, inserted with `scripting.insertCSS` when there is something to mark. */
export const STYLES = ['content/marks.css'];

/** What the shadow root is styled with: the folded surfaces (`MARKS`), and what is added for strokes that we draw (`TOUCH`) and with `MORE`. */
export const SHADOW_STYLES = { folded: ['ui/tokens.css', 'ui/base.css'], drawn: ['ui/strokes.css'], opened: ['ui/ui.css'] };
