// What the page scripts (extension/content) share: one object in the isolated world, `globalThis.firsthand`.
import type { Altered, Attribution, Block, Characterization, Counts, Element as PageElement, Head, LeftOut, OutlineSentence, Page, Report, Source, Span, Trace } from './core';
import type { Failure, Found, FromPage, Look, Put, Read, Rules, SiteSettings, Settings, ToPage } from './protocol';

/** A block with the way back to its text nodes. */
export interface LiveBlock {
  text: string;
  tag: string;
  element: Element;
  nodes: Text[];
  links: { start: number; end: number; anchor: Element }[];
  /** Every text node still stands where it was. */
  readonly whole: boolean;
  /** Ranges for [start, end): UTF-16 code units of `text`. */
  ranges(start: number, end: number): Range[];
}

export interface Collection {
  blocks: LiveBlock[];
  elements: PageElement[];
  plain: Block[];
}

export type MarkKind = 'traced' | 'exact' | 'changed' | 'writer' | 'nobody';

export interface Mark {
  span: Span;
  kind: MarkKind;
  /** The one that it marks, where it marks a change. */
  change?: Altered;
}

/** What a reader can step to: a finding, or each change in a sentence that has some. */
export interface Stop { finding: Finding; change?: Altered }

/** Something that a card can be opened for: a sentence that traces, or words of the writer. */
export interface Finding {
  /** The same for the same finding of another reading. */
  key: string;
  kind: MarkKind;
  sentence: Span;
  /** The words it is about; they get the wash of the open card. */
  extent: Span[];
  marks: Mark[];
  traces: Trace[];
  altered: Altered[];
  characterization?: Characterization;
  attribution?: Attribution;
}

/** A stretch that a mark has for itself. */
export interface Stretch extends Span, Stop { kind: MarkKind; painted: boolean }

/** The same as a page gets it: the finding as an index of `Findings.all`, the change as one of `Finding.altered`, or -1. */
export type Stroke = [block: number, start: number, end: number, kind: MarkKind, painted: boolean, finding: number, change: number];

export interface Painted {
  stroke: Stroke;
  /** Where it is. */
  ranges: Range[];
  /** What of it the highlight has. */
  lined: Range[];
  tone: 'l' | 'd' | 'c';
  /** None where it is not painted, or drawn by us. */
  highlight: string;
}

/** What is painted of one reading. */
export interface Layer { of: Reading; blocks: LiveBlock[]; painted: Painted[]; byBlock: Map<number, Painted[]>; turn: number }

/** What was hit on the page. */
export interface Hit { of: Reading; stroke: Stroke; kind: MarkKind; box?: DOMRect }

/** What the reader wants to see of a report. */
export interface Choice {
  report: boolean;
  words: boolean;
  density: Settings['density'];
  /** Mark an opinion page all the same. */
  opinion: boolean;
  /** Mark what also appears in a report of the same event. */
  same: boolean;
  /** Keys of the findings that the reader took away. */
  removed: Set<string>;
}

export interface Findings {
  all: Finding[];
  /** In the page's order. */
  stops: Stop[];
  /** How many the reader took away. */
  removed: number;
  /** Own words wait for the reader, since the page is labelled opinion. */
  opinion: boolean;
  source: Source | null;
  /** The report's sentences and their numbers, without what the reader took away: what every surface that counts sentences counts. */
  outline: OutlineSentence[];
  counts: Counts;
  /** What is listed as left out. */
  left: LeftOut[];
  report: Finding[];
  changed: Finding[];
  own: Finding[];
  strokes: Stretch[];
}

/** A reading as far as it says what there is to say. */
export interface Told {
  report: Report;
  findings: Findings;
  site: string;
  /** The keys that open the comparison; empty if there are none. */
  keys: string;
}

/** What the pill and the rail say. */
export interface Folded {
  /** The state that they stand for. */
  name: State['name'];
  /** A private-use character (U+E000) in the place of the outlet. */
  said: string;
  outlet: string;
  more: string;
  /** Of the rail, where nothing else can be read. */
  label: string;
  /** What a screen reader is told once. */
  status: string;
  compared: boolean;
}

/** What a page needs of a reading while nothing is opened. */
export interface Brief {
  finding: Report['finding'];
  /** Blocks of the article. */
  body: number[];
  strokes: Stroke[];
  folded: Folded;
  /** It has to be said unasked. */
  prompts: boolean;
  found: Omit<Found, 'url'>;
}

export interface Reading extends Told {
  collection: Collection;
  page: Page;
  settings: SiteSettings;
  letters: boolean;
  theme: Settings['theme'];
  choice: Choice;
  brief: Brief;
  /** Selector of an element around all of it. */
  within: string;
}

export interface State {
  /** What the core found, or what the reader is doing. */
  name: Report['finding'] | 'none' | 'comparing' | 'tabs' | 'removed' | 'off';
  url?: string;
  outlet?: string;
  code?: string;
  at?: string;
  site?: string;
  /** What is not listed unasked is asked for: own words, the pages that trace to this one. */
  list?: boolean;
  tabs?: { id: number; title: string; url: string }[];
  before?: State;
}

/** What a state lets be said; see `State`. */
export interface StateRules {
  title?(state: State, reading: Told | null): string;
  /** There is a comparison, which the panel tells; the wordings of pill, rail and status. */
  compared?: { label: string; rail: string; status: string };
  /** What is marked is listed as well; elsewhere only once the list is asked for. */
  lists?: boolean;
  /** The credited report could not be had. */
  failed?: boolean;
  /** It is said unasked, or where the reader asked for a comparison. */
  prompts?: 'always' | 'asked';
  /** Nothing of it stays when it is folded. */
  passing?: boolean;
}

export interface NoticeText {
  title: string;
  body: (string | Node)[];
  middle?: Node[];
  acts: (string | Node | null)[];
  after?: Node[];
}

/** Where the page scripts live: the extension, or a page of ours that brings its own. */
export interface Host {
  send(message: FromPage): Promise<any>;
  text(key: string, args: string[]): string;
  language?(): string;
  listen?(hear: (message: ToPage) => void): void;
}

type Child = Node | string | null | undefined;
type Answer<M> =
  M extends { type: 'dress' | 'drawn' | 'more' | 'changes' } ? Put | Failure :
  M extends { type: 'look' } ? Look | Failure :
  M extends { type: 'tabs' } ? { tabs: { id: number; title: string; url: string }[] } | Failure :
  M extends { type: 'read' | 'compare' | 'compareTab' } ? Read | Failure : unknown;

export interface Firsthand {
  gate?: boolean;
  host: Host;
  hostElement: HTMLElement | null;
  send<M extends FromPage>(message: M): Promise<Answer<M>>;
  text(key: string, ...args: (string | number)[]): string;
  learn(words: Record<string, string>): void;
  /** Brings what the folded surfaces are shown with; what strokes are drawn with; what an opened surface needs. */
  dress(): Promise<Put>;
  drawn(): Promise<Put>;
  more(): Promise<Put>;
  hasDress(): boolean;
  /** It came unasked. */
  gotDress(put: Put): void;
  hasMore(): boolean;
  rich(key: string, ...args: Node[]): (Node | string)[];
  el<K extends keyof HTMLElementTagNameMap>(tag: K, props?: Record<string, unknown>, ...children: (Child | Child[])[]): HTMLElementTagNameMap[K];
  icons: Record<string, [number, number, ...Record<string, string>[]]>;
  icon(name: string): SVGElement;
  link(href: string | null | undefined, props: Record<string, unknown>, ...children: (Child | Child[])[]): HTMLElement;
  day(iso: string | null | undefined): string;
  domain(url: string | null | undefined): string;
  outlet(source: Source | null): string;
  cut(text: string, max: number): string;
  rest(): Promise<void>;
  /** What a node is and where it stands, whatever the page has called the fields of its forms. */
  node: { name(node: Node): string, first(node: Node): Node | null, next(node: Node): Node | null, parent(node: Node): Element | null };
  above(node: Node): Element | null;
  debounce(work: () => void, ms: number): (() => void) & { cancel(): void };

  collect(root?: Node, leaveOut?: (element: Element) => boolean): Promise<Collection>;
  head(): Head;
  findings(report: Report, choice: Choice): Findings;
  /** The source that the finding is about. */
  about(report: Report): Source | null;
  tone(): (element: Element) => 'l' | 'd' | 'c';

  paint: {
    set(of: Reading): Promise<void>;
    remove(of: Reading): void;
    clear(): void;
    /** Whether the strokes of the document reach into the component that an element stands in. */
    reached(element: Element, seen: Map<Node, boolean>): boolean;
    register(name: string, ranges: Range[], priority?: number): void;
    unregister(name: string, ranges: Range[]): void;
    /** The page took strokes away. */
    lose(): void;
    /** It does so again and again. */
    readonly lost: boolean;
    /** Strokes are drawn by us. */
    readonly drawn: boolean;
    readonly layers: Map<Reading, Layer>;
    readonly highlights: Map<string, Highlight>;
    /** How many ranges we put into each: a page may empty a highlight that it finds. */
    readonly sizes: Map<string, number>;
  };
  marked: {
    activate(of: Reading | null, extent: Span[]): void;
    rangesOf(of: Reading | null, extent: Span[]): Range[];
    at(x: number, y: number, path: EventTarget[]): Hit | null;
    atCaret(): Hit | null;
    stopAt(hit: Hit): Stop | undefined;
    check(): void;
    /** Looks whether the page's colours have changed. */
    recolour(): void;
    /** Strokes in another way, or another tone. */
    redraw(): void;
    /** Draws what no highlight carries. */
    draw(): void | Promise<void>;
  };
  frame: {
    /** The place for surfaces; with the styles of more than the folded ones if `whole`. */
    open(whole?: boolean): Promise<HTMLElement>;
    close(): void;
    say(text: string): void;
    announce(text: string): void;
    strokes(lines: HTMLElement[] | null): void;
    origin(): { x: number; y: number };
    wear(theme: Settings['theme']): void;
    readonly active: HTMLElement | null;
    readonly holdsFocus: boolean;
    readonly top: HTMLElement | null;
  };
  parts: {
    readonly shapes: Record<OutlineSentence['kind'], string>;
    words(reading: Reading, span: Span): string;
    marked(whole: string, stretches: [number, number][], tag: 'b' | 'ins', max?: number): (Node | string)[];
    from(sentence: number, href: string | null, said: (Node | string)[]): HTMLElement;
    swap(change: Altered): (Node | string)[];
    against(changes: Altered[]): Altered[];
    versus(reading: Reading, finding: Finding, changes: Altered[], max?: number): HTMLElement;
    strip(reading: Reading): HTMLElement;
    legend(reading: Reading): HTMLElement;
    toggle(label: string, on: boolean, change: (on: boolean) => void): HTMLElement;
    foldButton(fold: () => void): HTMLElement;
    notRight(keys: string[], act: { remove: string; done(reason: string): void; back(): void; details(): string }): HTMLElement[];
  };
  card: {
    show(reading: Reading, finding: Finding, how?: { kind?: MarkKind; change?: Altered; focus?: boolean; box?: DOMRect | null; closed?: () => void }): Promise<void>;
    close(silent?: boolean): void;
    place(): void;
    readonly shown: Stop & { reading: Reading; kind: MarkKind } | null;
    readonly holdsFocus: boolean;
    readonly element: HTMLElement | null;
  };
  pill: {
    show(how: Folded, sentences: Found['strip']): Promise<void>;
    remove(): void;
    reset(): void;
    fold(): void;
    focus(): void;
    readonly shown: boolean;
    readonly holdsFocus: boolean;
  };
  panel: {
    show(reading: Reading, notice: NoticeText | null): Promise<void>;
    close(): void;
    box(): DOMRect | null;
    focus(): void;
    focusItem(stop: Stop): boolean;
    here(reading: Reading, finding: Finding | null): void;
    readonly shown: boolean;
    readonly holdsFocus: boolean;
    readonly element: HTMLElement | null;
  };
  states: Record<State['name'], StateRules>;
  stateOf(reading: Told): State;
  failure(code: string, url: string): State;
  titleOf(state: State, reading: Told | null): string;
  folded(state: State, reading: Told | null): Folded;
  brief(reading: Told): Brief;
  noticeFor(state: State, reading: Reading | null): NoticeText | null;
  notice: { show(said: NoticeText): Promise<void>; close(): void; focus(): void; readonly shown: boolean; readonly holdsFocus: boolean };
  live: { start(): void; stop(): void; narrow(): void };
  follow: {
    start(): void;
    stop(): void;
    /** Whether something of ours is placed by the page's layout, which is followed then. */
    fit(placed: boolean): void;
  };
  rules: {
    /** A stroke is there: if it is the first of its name, its rules are asked for. */
    need(name: string): void;
    /** They came with the reading. */
    got(rules: Rules): void;
    /** Whether what is painted of a reading has rules. */
    reach(of: Reading): boolean;
    extend(of: Reading): Promise<void>;
  };
  pointer: {
    listen(): void;
    deafen(): void;
    /** The card stays open; the pointer has left it. */
    hold(): void;
    leave(): void;
    close(silent?: boolean): void;
    /** The card that opens was asked for. */
    pin(): void;
  };
  surfaces: {
    settle(): void;
    go(next: State, unfold?: boolean): void;
    render(): Promise<void>;
    fail(code: string, url: string): void;
    focus(): void;
    remember(): void;
    backToPage(): boolean;
    fold(): void;
    unfold(): void;
    leave(): void;
    key(event: KeyboardEvent): void;
    reset(): void;
    expect(asked: boolean): void;
    readonly state: State;
  };
  reader: {
    shortcut(show?: 'panel' | 'list' | 'tabs'): void | Promise<void>;
    scrollTo(reading: Reading, span: Span): void;
    visit(reading: Reading, stop: Stop): void;
    step(by: number, focus?: boolean): Promise<void>;
    removeFinding(reading: Reading, finding: Finding): Promise<void>;
    removeAll(reading: Reading): Promise<void>;
    restore(): void | Promise<void>;
    switchLayer(change: Partial<SiteSettings>): void;
    markOpinion(): void | Promise<void>;
    showSame(): void;
    compare(url: string | null | undefined): void | Promise<void>;
    compareTab(tab: { id: number; title: string; url: string }): void;
    chooseTab(): Promise<void>;
    leaveTabs(): void;
    stop(): void;
  };
  changes: {
    /** Answers whether anything had changed. */
    refresh(): Promise<boolean>;
    again(soon?: boolean): void | Promise<void>;
    /** Answers whether another address was seen to. */
    moved(): Promise<boolean>;
    scrolled(): void | Promise<void>;
  };
  page: {
    since(): () => boolean;
    begin(): () => boolean;
    describe(collection: Collection, first: boolean): Page;
    start(): Promise<void>;
    take(read: Read, collection: Collection, page: Page, i: number): Promise<void>;
    say(of: Reading): Promise<void>;
    paint(of: Reading): Promise<void>;
    redo(of: Reading): void;
    bodyOf(of: Reading): LiveBlock[];
    holder(of: Reading): Element | null;
    scrolled(): void;
    apply(look: Look): void;
    revive(): void;
    forget(): void;
    back(): Promise<void>;
    readonly on: boolean;
    readonly readings: Reading[];
    current: Reading | null;
    last: number;
  };
}

declare global {
  /** Only in the isolated world of the page scripts. */
  // eslint-disable-next-line no-var
  var firsthand: Firsthand;
}
