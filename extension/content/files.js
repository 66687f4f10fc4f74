/**
 * The page scripts but for the gate, in the stages in which they come: what a page needs once the gate has spoken; once its reader opens
 * something, since most pages are read without; once its text or address changes.
 * They are classic scripts in the isolated world and share one object, `globalThis.firsthand`. Firefox puts them in one by one and compiles them beside
 * the page. Chromium compiles such a script while the page waits, but a module beside it, so there each stage is one: `stages/NAME.js`, which
 * `cargo xtask build` makes of the files that stages.json lists. Like the gate each begins with V8's hint that nearly every function of it will be called, so
 * that all are compiled in one go; other engines read a comment.
 */
export { default as STAGES } from './stages.json' with { type: 'json' };

/** Wordings that come with a first reading: asking the browser for one stops the page until another process has answered. @type {string[]} */
export const WORDS = ['@@bidi_dir', 'language'];

/** The strokes; they live in the page's document, inserted with `scripting.insertCSS` when there is something to mark. */
export const STYLES = ['content/marks.css'];

/** What the shadow root is styled with: the folded surfaces, and what is added for strokes that we draw, and with `more`. */
export const SHADOW_STYLES = { folded: ['ui/tokens.css', 'ui/base.css'], drawn: ['ui/strokes.css'], opened: ['ui/ui.css'] };
