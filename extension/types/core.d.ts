// Generated from src/page.rs and src/report.rs. Do not edit; after a change there:
//     FIRSTHAND_BLESS=1 cargo test --lib declarations
// Offsets are UTF-16 code units.

/**
 * A page to be read. Exactly one of [`text`](Page::text), [`html`](Page::html) and
 * [`blocks`](Page::blocks) is given.
 */
export type Page = {
/**
 * The address that the reader sees.
 */
url?: string,
/**
 * The title, where the host knows it better than the page's own metadata does.
 */
title?: string,
/**
 * When it was published: ISO 8601, a date or a date with time.
 */
published?: string,
/**
 * Plain text: every line is one block, empty ones too, and all of it is body.
 */
text?: string,
/**
 * An HTML document, whole or cut short.
 */
html?: string,
/**
 * Blocks in document order, from a live document.
 */
blocks?: Array<Block>,
/**
 * The containers that [`Block::element`] points into. Only with `blocks`.
 */
elements?: Array<Element>,
/**
 * What the head of the document says. Only with `blocks`.
 */
head?: Head, };

/**
 * A run of text that a reader sees as one: a paragraph, a heading, a list item.
 */
export type Block = {
/**
 * The text as it is shown, white space collapsed (see the [block rule](self#the-block-rule)).
 */
text: string,
/**
 * The lower-case name of the element that makes this a block: `p`, `h2`, `li`, `div`, …
 */
tag: string,
/**
 * Index into [`Page::elements`] of the block's own element.
 */
element?: number,
/**
 * The links within the text, in order.
 */
links?: Array<Link>, };

/**
 * A link inside a block. Offsets are UTF-16 code units into the block's text.
 */
export type Link = {
/**
 * Where the anchor text starts.
 */
start: number,
/**
 * Where the anchor text ends, exclusive.
 */
end: number,
/**
 * The target; resolved against the page's address where the host can.
 */
href: string, };

/**
 * An element that holds blocks, or is one: the hints that tell body from furniture.
 */
export type Element = {
/**
 * Index of the parent element; an element comes after its parent.
 */
parent?: number,
/**
 * The lower-case tag name.
 */
tag: string,
/**
 * `id`, `class`, `role`, `itemprop` and `aria-label`, joined by spaces; see the
 * [block rule](self#the-block-rule).
 */
hints: string, };

/**
 * What the head of a live document says about it.
 */
export type Head = {
/**
 * `<html lang>`.
 */
lang?: string,
/**
 * `<title>`.
 */
title?: string,
/**
 * `<link rel=canonical href>`.
 */
canonical?: string,
/**
 * `<base href>`.
 */
base?: string,
/**
 * `<meta>`: the `name`, `property` or `itemprop`, and the `content`.
 */
meta: Array<Meta>,
/**
 * The text of every `<script type="application/ld+json">`.
 */
json_ld: Array<string>,
/**
 * What elements outside `<meta>` state, in document order, at most 300: for each word of an
 * `itemprop` that word; `author` for `rel=author`; `byline` for an element whose `class` or `id`
 * has `byline` or `author` in it and not `comment` (any case); `time` for `<time>`. The value is the element's `content`
 * attribute, else `datetime`, else its text (collapsed, left-out elements left out, at most 300 characters; empty ones
 * are left out). An element with several of these names is there once for each, in this order.
 */
microdata: Array<Meta>, };

/**
 * A name and what it is given as.
 */
export type Meta = {
/**
 * The property.
 */
name: string,
/**
 * Its value.
 */
content: string, };

/**
 * An original that the host hands in with the page.
 */
export type Original = {
/**
 * The host's own name for it; comes back as [`Source::original`](crate::report::Source::original).
 */
id: string,
/**
 * The address that the reader sees.
 */
url?: string,
/**
 * The title, where the host knows it better than the page's own metadata does.
 */
title?: string,
/**
 * When it was published: ISO 8601, a date or a date with time.
 */
published?: string,
/**
 * Plain text: every line is one block, empty ones too, and all of it is body.
 */
text?: string,
/**
 * An HTML document, whole or cut short.
 */
html?: string,
/**
 * Blocks in document order, from a live document.
 */
blocks?: Array<Block>,
/**
 * The containers that [`Block::element`] points into. Only with `blocks`.
 */
elements?: Array<Element>,
/**
 * What the head of the document says. Only with `blocks`.
 */
head?: Head, };

/**
 * What one reading found.
 */
export type Report = {
/**
 * What the reader is told first.
 */
finding: Finding,
/**
 * Which of [`sources`](Report::sources) that is about, or `null`.
 */
about: number | null,
/**
 * Which of [`gaps`](Report::gaps) says why the report that the page credits (`credits[0]`) was not compared, or `null`.
 */
gap: number | null,
/**
 * The page itself.
 */
article: Article,
/**
 * Whom the page credits, best first.
 */
credits: Array<Credit>,
/**
 * The originals that the page was compared with, best first.
 */
sources: Array<Source>,
/**
 * Who says what.
 */
attributions: Array<Attribution>,
/**
 * What only the writer stands behind.
 */
characterizations: Array<Characterization>,
/**
 * Why characterizations are not to be marked unless the reader asks, or `null`.
 */
quiet: Quiet | null,
/**
 * The sentences of the body, in order, with what the best source makes of each.
 */
outline: Array<OutlineSentence>,
/**
 * How many sentences of [`outline`](Report::outline) are of which kind.
 */
counts: Counts,
/**
 * What the core asked for and the host could not bring.
 */
gaps: Array<Gap>, };

/**
 * The one thing that a reader is told first, and by it what there is to do next. The wording is the shell's.
 */
export type Finding = "rewrite" | "draws_on" | "same_event" | "original" | "credits" | "unlinked" | "forbidden" | "sign_in" | "failed" | "untraced" | "opinion" | "nothing" | "not_article";

/**
 * A stretch of a block: UTF-16 code units, `end` exclusive.
 */
export type Span = {
/**
 * Index of the block.
 */
block: number,
/**
 * First code unit.
 */
start: number,
/**
 * One past the last code unit.
 */
end: number, };

/**
 * The page's facts and which of its blocks are the article's body.
 */
export type Article = {
/**
 * Canonical address, absolute, without tracking parameters.
 */
url: string | null,
/**
 * Headline.
 */
title: string | null,
/**
 * Name of the site or outlet.
 */
site: string | null,
/**
 * Authors, joined by `", "`.
 */
byline: string | null,
/**
 * ISO 8601, with the zone where the page gives one.
 */
published: string | null,
/**
 * BCP 47.
 */
lang: string | null,
/**
 * The section it stands in.
 */
section: string | null,
/**
 * The page's own label if it says that it is opinion (“Opinion”, “Commentary”, …).
 */
opinion: string | null,
/**
 * Only a part of the text was shown (a wall).
 */
partial: boolean,
/**
 * Indices of the blocks that are the body, in order.
 */
body: Array<number>,
/**
 * The text of the body's blocks; only where the host asked for it.
 */
blocks?: Array<ArticleBlock>, };

/**
 * One block of the article, with its text.
 */
export type ArticleBlock = {
/**
 * Index of the block on the page.
 */
index: number,
/**
 * Lower-case tag name.
 */
tag: string,
/**
 * Its text.
 */
text: string, };

/**
 * Somebody whom the page credits with a report.
 */
export type Credit = {
/**
 * The outlet or report as the page names it; the host of the link where it is never named.
 */
name: string,
/**
 * Where the page says that the report is. Absolute, or `null` if it is not linked.
 */
url: string | null,
/**
 * How often the page mentions or links it.
 */
mentions: number,
/**
 * Strength of the evidence, 0 to 1.
 */
score: number,
/**
 * The words that give the credit best, or `null` where they stand outside every block.
 */
span: Span | null,
/**
 * The sentence around them, to be shown.
 */
sentence: string, };

/**
 * How a page relates to an original: METER's three relations (Gaizauskas et al. 2001; Clough 2003),
 * with “non-derived” split by whether the two cover the same event.
 */
export type Relation = "wholly_derived" | "partially_derived" | "same_event" | "unrelated";

/**
 * An original and what of it is on the page.
 */
export type Source = {
/**
 * The original's id: the host's own, or the library's.
 */
original: string,
/**
 * Canonical address.
 */
url: string | null,
/**
 * Headline.
 */
title: string | null,
/**
 * Name of the outlet.
 */
site: string | null,
/**
 * Authors.
 */
byline: string | null,
/**
 * ISO 8601.
 */
published: string | null,
/**
 * Whole days from its publication to the page's, where both dates are known; negative if it is later.
 */
days_earlier: number | null,
/**
 * Whether the page credits it.
 */
credited: boolean,
/**
 * How the page relates to it.
 */
relation: Relation,
/**
 * Probability that the page is derived from it: calibrated on texts alone; where the page credits it, the credit counts as well.
 */
derived: number,
/**
 * Dates, credits or links show that this document was taken from the page, not the page from it.
 */
is_copy: boolean,
/**
 * Share of the body's words that trace to it, 0 to 1.
 */
coverage: number,
/**
 * Number of its sentences.
 */
sentences: number,
/**
 * What traces to it, in the page's order.
 */
traces: Array<Trace>,
/**
 * What was changed on the way.
 */
altered: Array<Altered>,
/**
 * What it says and the page does not, at most five, in the original's order.
 */
left_out: Array<LeftOut>, };

/**
 * How a stretch of the page traces to the original.
 */
export type TraceKind = "verbatim" | "quotation" | "close" | "paraphrase";

/**
 * A stretch of the page and the sentence of the original that it traces to.
 */
export type Trace = {
/**
 * On the page.
 */
span: Span,
/**
 * In the original.
 */
original: Span,
/**
 * How.
 */
kind: TraceKind,
/**
 * Confidence, 0 to 1.
 */
score: number,
/**
 * The original's address with a text fragment for that sentence; `null` if it has no address.
 */
href: string | null,
/**
 * Which sentence of the original, counted from 1.
 */
sentence: number,
/**
 * That sentence's text.
 */
text: string,
/**
 * The stretches of [`text`](Trace::text) that the page has too: UTF-16 `[start, end)` pairs.
 */
shared: Array<[number, number]>, };

/**
 * What of a sentence was changed.
 */
export type AlteredKind = "quotation" | "number" | "date" | "name";

/**
 * Words, a figure, a date or a name that differ from the original's.
 */
export type Altered = {
/**
 * The differing words on the page, and only these.
 */
span: Span,
/**
 * The differing words in the original.
 */
original: Span,
/**
 * What kind of thing changed.
 */
kind: AlteredKind,
/**
 * What the page has.
 */
page: string,
/**
 * What the original has.
 */
source: string,
/**
 * The original's address with a text fragment for that sentence.
 */
href: string | null,
/**
 * Which sentence of the original, counted from 1.
 */
sentence: number,
/**
 * That sentence's text.
 */
text: string,
/**
 * Where [`source`](Altered::source) stands in [`text`](Altered::text): UTF-16 `[start, end)`.
 */
text_at: [number, number], };

/**
 * Why a sentence of the original weighs enough to be listed as left out.
 */
export type LeftOutWhy = "answer" | "figures";

/**
 * A sentence of the original that the page does not carry.
 */
export type LeftOut = {
/**
 * Where it stands in the original.
 */
original: Span,
/**
 * Which sentence, counted from 1.
 */
sentence: number,
/**
 * Its text.
 */
text: string,
/**
 * Why it is listed.
 */
why: LeftOutWhy,
/**
 * The original's address with a text fragment for it.
 */
href: string | null, };

/**
 * How a content is attributed (Pareti 2012).
 */
export type AttributionKind = "direct" | "indirect" | "mixed";

/**
 * Source, cue and content, in the sense of the Penn Attribution Relations Corpus (Pareti 2012).
 */
export type Attribution = {
/**
 * What is said, in order; a quotation that is broken by its cue has two.
 */
content: Array<Span>,
/**
 * The words that attribute it.
 */
cue: Span | null,
/**
 * Who says it, as the page puts it there.
 */
source: Span | null,
/**
 * The name that a pronoun or description was resolved to, or the source's own words.
 */
name: string | null,
/**
 * Direct, indirect or mixed.
 */
kind: AttributionKind,
/**
 * Credited, but to no person, body or document (“reportedly”, “many people wonder”).
 */
nobody: boolean, };

/**
 * What makes words a characterization.
 */
export type CharacterizationKind = "name_calling" | "loaded" | "motive" | "insinuation" | "exaggeration" | "reporting_verb";

/**
 * Words in the writer's own voice that say how something is to be seen.
 */
export type Characterization = {
/**
 * Where.
 */
span: Span,
/**
 * What kind.
 */
kind: CharacterizationKind,
/**
 * One line for the reader.
 */
reason: string,
/**
 * Confidence, 0 to 1.
 */
score: number,
/**
 * Whether the best source says the same of the same thing; `null` if nothing was compared.
 */
in_source: boolean | null,
/**
 * The page credits these words to the best source, which does not have them.
 */
credited: boolean,
/**
 * The nearest sentence of the best source, if any is near enough.
 */
nearest: Nearest | null, };

/**
 * The sentence of an original that is nearest to a characterization's sentence.
 */
export type Nearest = {
/**
 * Which sentence, counted from 1.
 */
sentence: number,
/**
 * Its text.
 */
text: string,
/**
 * The original's address with a text fragment for it.
 */
href: string | null, };

/**
 * Why characterizations are held back.
 */
export type Quiet = "opinion" | "language" | "uncompared";

/**
 * What a sentence of the page is, for the strip and the rail.
 */
export type SentenceKind = "report" | "changed" | "own" | "other";

/**
 * One sentence of the body.
 */
export type OutlineSentence = {
/**
 * Where.
 */
span: Span,
/**
 * What it is.
 */
kind: SentenceKind,
/**
 * What it is without what makes it that, which the reader may take away.
 */
otherwise: SentenceKind, };

/**
 * Numbers of sentences.
 */
export type Counts = {
/**
 * All sentences of the body.
 */
total: number,
/**
 * Those that trace to the best source: `report` and `changed` together.
 */
traced: number,
/**
 * As in the report.
 */
report: number,
/**
 * Changed.
 */
changed: number,
/**
 * The writer's own words.
 */
own: number,
/**
 * Other.
 */
other: number, };

/**
 * Something that was asked for and not brought.
 */
export type Gap = {
/**
 * The address, or the record's id.
 */
of: string,
/**
 * A stable word for the reason: `ask`, `never`, `stopped`, `offline`, `timeout`, `too_large`, `status`, `blocked`, `sign_in`, `not_html`,
 * `no_text`, `corrupt`, `newer`.
 */
code: string,
/**
 * The reason in full.
 */
message: string, };
