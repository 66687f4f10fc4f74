// What wasm-bindgen makes of src/wasm: the one exported handle. In a built extension it lies in `wasm/firsthand.js`.
import type { Original, Page, Report } from '../core';

/** How one page is to be read. */
export interface ReadOptions {
  /** May credited reports be fetched without asking? `compare` is asking. */
  fetch: 'ask' | 'always' | 'never';
  /** Sites of reports for which something else holds. */
  fetch_sites?: Record<string, 'ask' | 'always' | 'never'>;
  /** The reader asked for a comparison with this address. */
  compare?: string;
  /** Just these are known for this page, and the library is not asked. */
  originals?: Original[];
  /** Keep the page, and what was fetched for it, as known originals. */
  remember: boolean;
  /** Characterizations below the default threshold too. */
  more: boolean;
  /** The reader says that this is an article. */
  article?: boolean;
  /** Gives up what is being fetched. */
  signal?: AbortSignal;
}

/** One known original, as a list shows it. */
export interface Known {
  id: string;
  url: string | null;
  title: string | null;
  site: string | null;
  published: string | null;
  /** When it came in: milliseconds since 1970, or `null`. */
  added: number | null;
  bytes: number;
}

export interface Stats {
  originals: number;
  bytes: number;
}

/** What every method throws. */
export interface Thrown {
  code: string;
  message: string;
}

export class Firsthand {
  private constructor();
  /** `database`: the name of the IndexedDB database, or `null` to keep everything in memory. */
  static open(database?: string | null, panicked?: (message: string) => void): Promise<Firsthand>;
  /** Gives up an instance that has died. When nothing of it is running; `revive` must follow at once. */
  static restart(): void;
  /** Makes the new instance. */
  static revive(): void;
  read(page: Page, options: ReadOptions): Promise<Report>;
  /** Keeps a page as a known original. `false` if it is none (no article, or known already). */
  remember(page: Page): Promise<boolean>;
  /** Everything, one original by its id, all of a site, or what came in before a time. */
  forget(what: 'all' | { id: string } | { site: string } | { before: number }): Promise<number>;
  stats(): Promise<Stats>;
  /** The latest first. */
  list(limit: number): Promise<Known[]>;
  /** JSON lines of originals. The number of those that were new. */
  import(text: string): Promise<number>;
  /** JSON lines of originals. */
  export(): Promise<string>;
  free(): void;
}

export default function init(options?: { module_or_path?: unknown }): Promise<unknown>;
