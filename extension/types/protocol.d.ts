// What the parts of the shell say to each other. Every message is one of these; each handler checks sender and shape.
// `core.d.ts` beside this file is generated from src/report.rs and src/page.rs.
import type { Page, Report } from './core';

/** What the reader switched for one site. A site is the host name without `www.`. */
export interface SiteSettings {
  /** On for this site at all. */
  on: boolean;
  /** Links to the report. */
  report: boolean;
  /** The writer's own words. */
  words: boolean;
}

export interface Settings {
  /** For every site that has no entry of its own. */
  defaults: SiteSettings;
  /** Only what differs from the defaults. */
  sites: Record<string, Partial<SiteSettings>>;
  /** May the credited report be fetched? */
  fetch: 'ask' | 'always' | 'never';
  /** Keep what the reader opened as a known original (never from a private window). */
  remember: boolean;
  /** Which traces are marked. */
  density: 'all' | 'changes';
  /** Show characterizations below the default threshold too. */
  more: boolean;
  /** Single-letter keys inside our own surfaces. */
  letters: boolean;
  theme: 'auto' | 'light' | 'dark' | 'sepia';
}

export interface Failure { error: { code: string; message: string } }

/** From a page's content script to the background. `sender.tab` says which page. */
export type FromPage =
  /** The gate: this page can be an article. The background injects the rest if the site is switched on. */
  | { type: 'gate' }
  /** Read this page. Answer: `Read`. */
  | { type: 'read'; page: Page }
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
  /** The text of `ui/tokens.css` and `ui/ui.css`, for the shadow root: no file of ours is open to the page. Answer: `{ css: string }`. */
  | { type: 'styles' }
  /** Back from the back/forward cache: what did the reader switch meanwhile? Answer: `Look`. */
  | { type: 'look' };

export interface Look {
  settings: SiteSettings;
  density: Settings['density'];
  letters: boolean;
  theme: Settings['theme'];
}

export interface Read {
  report: Report;
  site: string;
  settings: SiteSettings;
  density: Settings['density'];
  letters: boolean;
  theme: Settings['theme'];
  fetch: Settings['fetch'];
}

/** From the background to a page's content script. */
export type ToPage =
  /** Settings changed: repaint at once; `on: false` removes everything of ours. */
  | { type: 'settings'; settings: SiteSettings; density: Settings['density']; letters: boolean; theme: Settings['theme'] }
  /** The keyboard command, or the popup's button. */
  | { type: 'panel' }
  /** The context menu or the popup: read the page although the gate did not think it is an article. */
  | { type: 'force' }
  /** Compare with the report now (popup's button). */
  | { type: 'compare' };

/** From popup and options to the background. */
export type FromUi =
  /** The state of a tab. Answer: `TabState`. */
  | { type: 'state'; tab: number }
  | { type: 'setSite'; site: string; change: Partial<SiteSettings> | null }
  | { type: 'setGlobal'; change: Partial<Omit<Settings, 'sites'>> }
  /** To the content script of the tab. */
  | { type: 'toTab'; tab: number; message: ToPage }
  | { type: 'settings' }
  /** What the library holds. Answer: `{ originals: number, bytes: number }`. */
  | { type: 'library' }
  | { type: 'forget'; what: 'all' | { site: string } }
  /** Bytes of a pack of originals (JSON lines). Answer: `{ added: number }`. */
  | { type: 'import'; data: string }
  | { type: 'export' }
  | { type: 'reset' };

export interface TabState {
  /** `null` for pages that no extension can read. */
  site: string | null;
  settings: SiteSettings;
  /** Nothing is known of a tab whose site is off, or that is no article. */
  phase: 'off' | 'not_article' | 'reading' | 'read' | 'failed';
  report: Report | null;
}
