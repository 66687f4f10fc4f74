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
  'content/findings.js',
  'content/tone.js',
  'content/paint.js',
  'content/frame.js',
  'content/parts.js',
  'content/card.js',
  'content/pill.js',
  'content/panel.js',
  'content/notice.js',
  'content/live.js',
  'content/page.js',
];

/** The strokes; they live in the page's document, inserted with `scripting.insertCSS` when there is something to mark. */
export const STYLES = ['content/marks.css'];

/** What the shadow root is styled with: the folded surfaces, and what is added when the reader opens something. */
export const SHADOW_STYLES = [['ui/tokens.css', 'ui/base.css'], ['ui/ui.css']];
