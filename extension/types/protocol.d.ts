// What the parts of the shell say to each other. Every message is one of these; each handler checks sender and shape.
// `core.d.ts` beside this file is generated from src/report.rs and src/page.rs.
import type { Brief } from './content';
import type { Counts, Finding, Page, SentenceKind } from './core';
import type { Known } from './wasm/firsthand';

/** What the reader switched for one site. A site is the host name without `www.`. */
export interface SiteSettings {
  /** On for this site at all. */
  on: boolean;
  /** Links to the report. */
  report: boolean;
  /** The writer's own words. */
  words: boolean;
}

export type Fetch = 'ask' | 'always' | 'never';

export interface Settings {
  /** For every site that has no entry of its own. */
  defaults: SiteSettings;
  /** Only what differs from the defaults. */
  sites: Record<string, Partial<SiteSettings>>;
  /** May the credited report be fetched? */
  fetch: Fetch;
  /** Sites of reports for which something else holds. */
  fetchSites: Record<string, Fetch>;
  /** Keep what the reader opened as a known original (never from a private window). */
  remember: boolean;
  /** Known originals are forgotten after so many days; 0 is never. */
  keepDays: number;
  /** What is underlined: everything; all but the plainly traced sentences; nothing (the panel only). */
  density: 'all' | 'changes' | 'none';
  /** Show characterizations below the default threshold too. */
  more: boolean;
  /** Single-letter keys inside our own surfaces. */
  letters: boolean;
  theme: 'auto' | 'light' | 'dark' | 'sepia';
}

export interface Failure { error: { code: string; message: string } }

/** From a page's content script to the background. `sender.tab` says which page. */
export type FromPage =
  /**
   * The gate: this page can be an article. The background injects the rest if the site is switched on. Sent only while
   * `globalThis.firsthand.page` is not there, by which the background, too, knows whether a document has the rest.
   */
  | { type: 'gate' }
  /** The page became another one that is no article (single-page navigation). */
  | { type: 'left' }
  /** Read this page. Answer: `Read`; with `bare`, an article is given `dress` with it. */
  | { type: 'read'; page: Page; bare?: boolean }
  /** Fetch and compare with this address, which must be one that the page's report credits (the reader clicked). Answer: `Read`. */
  | { type: 'compare'; url: string; page: Page }
  /** Compare with the article in another open tab. Answer: `Read`. */
  | { type: 'compareTab'; tab: number; page: Page }
  /** Open tabs that can be compared with. Answer: `{ tabs: { id: number, title: string, url: string }[] }`. */
  | { type: 'tabs' }
  /** Give up the fetch that is under way. */
  | { type: 'stop' }
  /** Switch a layer of this page's site. */
  | { type: 'set'; change: Partial<SiteSettings> }
  /** "Not right?": kept on this computer. */
  | { type: 'notRight'; note: { url: string; kind: string; words: string; reason: string } }
  /** Open an extension page. */
  | { type: 'open'; what: 'options' | 'welcome' }
  /**
   * The rules of these strokes, for what stands within an element: `:root`, or a tag with a name that is its class or id. The browser works out the style of
   * every element in it again, once for each stroke that has a rule.
   */
  | { type: 'strokes'; within: string; names: string[] }
  /** What the folded surfaces are shown with. Answer: `Put`, with the text of the folded `SHADOW_STYLES`, for the shadow root, and with `WORDS`. */
  | { type: 'dress' }
  /** What strokes are drawn with where highlights cannot carry them. Answer: `Put`, with the text of the drawn `SHADOW_STYLES`. */
  | { type: 'drawn' }
  /** The reader opens something: put in that stage. Answer: `Put`, with the text of the opened `SHADOW_STYLES`. */
  | { type: 'more' }
  /** The page changes: put in that stage. Answer: `Put`. */
  | { type: 'changes' }
  /** Back from the back/forward cache: what did the reader switch meanwhile? Answer: `Look`. */
  | { type: 'look' };

/** A stage of the page scripts is in the page now. */
export interface Put {
  /** The styles of what it shows. */
  css: string;
  words?: Record<string, string>;
}

/** Rules of strokes that a page has, and for what. */
export interface Rules { within: string; names: string[] }

export interface Look {
  settings: SiteSettings;
  density: Settings['density'];
  letters: boolean;
  theme: Settings['theme'];
}

export interface Read {
  /** The `Report` as JSON, for when something is opened: Firefox takes three times as long to hand over the objects. */
  report: string;
  site: string;
  settings: SiteSettings;
  density: Settings['density'];
  letters: boolean;
  theme: Settings['theme'];
  /** The keys that open the comparison, to be read out; empty if there are none. */
  keys: string;
  /** What of it the page needs while nothing is opened. */
  brief: Brief;
  /** Selector of an element around all of the article; what `strokes` is asked for with. */
  within: string;
  /** As the answer to `dress`, for a page that has none yet, and the rules that it has now. */
  dress?: Put;
  rules?: Rules;
}

/** From the background to a page's content script. */
export type ToPage =
  /** Settings changed: repaint at once; `on: false` removes everything of ours. */
  | { type: 'settings'; settings: SiteSettings; density: Settings['density']; letters: boolean; theme: Settings['theme'] }
  /**
   * The keyboard command: opens what there is to be said, or goes back to the page. With `show`, a button of the popup: opens it in any case; as
   * `list` with what is otherwise listed only once it is asked for; `tabs` as the choice of a tab to compare with.
   */
  | { type: 'panel'; show?: 'panel' | 'list' | 'tabs' }
  /** Mark again what the reader took away. */
  | { type: 'restore' }
  /** Mark the writer's own words although the page is labelled opinion. */
  | { type: 'markOpinion' }
  /** The context menu or the popup: read the page although the gate did not think it is an article. */
  | { type: 'force' }
  /** What is there to be stepped through? Answer: `Found`, or `null`. */
  | { type: 'found' }
  /** Compare with the report now (popup's button). */
  | { type: 'compare' }
  /** What is to be found has changed (more characterizations, a site's report may be fetched now): send `read` again. */
  | { type: 'again' };

/** From popup, options and first-run page to the background. */
export type FromUi =
  /** The state of a tab. Answer: `TabState`. */
  | { type: 'state'; tab: number }
  /** `null` forgets what is set for the site. Answer: `Settings`. */
  | { type: 'setSite'; site: string; change: Partial<SiteSettings> | null }
  /** Answer: `Settings`. */
  | { type: 'setGlobal'; change: Partial<Omit<Settings, 'sites'>> }
  /** To the content script of the tab, which is injected first where the message needs it. */
  | { type: 'toTab'; tab: number; message: ToPage }
  /** Answer: `Settings`. */
  | { type: 'settings' }
  /** What is remembered, the latest first. Answer: `Library`. */
  | { type: 'library'; limit: number }
  /** Answer: `{ forgotten: number }`. */
  | { type: 'forget'; what: 'all' | { id: string } | { site: string } }
  /** A backup, or a pack of originals (JSON lines). Answer: `{ added: number }`. */
  | { type: 'import'; data: string }
  /** Answer: `{ data: string }`. */
  | { type: 'export' }
  /** Settings as they come, nothing remembered. Answer: `Settings`. */
  | { type: 'reset' };

export interface Library {
  originals: number;
  bytes: number;
  /** No more bytes than these are kept. */
  quota: number;
  list: Known[];
}

export interface TabState {
  /** `null` for pages that no extension can read. */
  site: string | null;
  settings: SiteSettings;
  /** Nothing is known of a tab whose site is off, or that is no article. */
  phase: 'off' | 'not_article' | 'reading' | 'read' | 'failed';
  /** Only when `phase` is `read`. */
  summary: Summary | null;
  /** What the page itself says of its findings; `null` where it does not answer. */
  found: Found | null;
}

/** What can be stepped through on a page, as many as the panel lists; and its sentences, without what the reader took away. */
export interface Found {
  url: string;
  changed: number;
  left: number;
  own: number;
  /** Nothing is marked, because the reader took it all away. */
  removedAll: boolean;
  /** Own words wait for the reader, since the page is labelled opinion. */
  opinion: boolean;
  counts: Counts;
  strip: Summary['strip'];
}

/** What the popup shows of a report. */
export interface Summary {
  finding: Finding;
  /** Whose page it is, as it says. */
  site: string | null;
  /** The source that the finding is about. */
  source: { outlet: string; url: string | null } | null;
  /** The first credit. */
  credit: { name: string; url: string | null } | null;
  /** How many known pages trace to this one. */
  copies: number;
  counts: Counts;
  /** The strip: a letter for the kind and the length of each sentence. */
  strip: { kind: SentenceKind; length: number }[];
  /** Why the credited report was not compared: the code of a `Gap`. */
  gap: string | null;
}
