//! What a host gets back: every type that crosses the boundary.
//!
//! Offsets are UTF-16 code units into a block's text. The declarations that the shell is checked
//! against (`extension/types/core.d.ts`) are generated from these types by a test.

use serde::{Deserialize, Serialize};

/// What one reading found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Report {
    /// What the reader is told first.
    pub finding: Finding,
    /// Which of [`sources`](Report::sources) that is about, or `null`.
    pub about: Option<u32>,
    /// Which of [`gaps`](Report::gaps) says why the report that the page credits (`credits[0]`) was not compared, or `null`.
    pub gap: Option<u32>,
    /// The page itself.
    pub article: Article,
    /// Whom the page credits, best first.
    pub credits: Vec<Credit>,
    /// The originals that the page was compared with, best first.
    pub sources: Vec<Source>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// What only the writer stands behind.
    pub characterizations: Vec<Characterization>,
    /// Why characterizations are not to be marked unless the reader asks, or `null`.
    pub quiet: Option<Quiet>,
    /// The sentences of the body, in order, with what the best source makes of each.
    pub outline: Vec<OutlineSentence>,
    /// How many sentences of [`outline`](Report::outline) are of which kind.
    pub counts: Counts,
    /// What the core asked for and the host could not bring.
    pub gaps: Vec<Gap>,
}

/// The one thing that a reader is told first, and by it what there is to do next. The wording is the shell's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Finding {
    /// Wholly derived from the source that it is about, or at least a third of its sentences trace to it.
    Rewrite,
    /// Partly derived from it.
    DrawsOn,
    /// Both cover the same event; nothing shows that this page was taken from it.
    SameEvent,
    /// Known pages trace to this one: [`Source::is_copy`] says which.
    Original,
    /// It credits a report (`credits[0]`) that is compared as soon as the reader says so.
    Credits,
    /// It credits a report, and does not say where it is.
    Unlinked,
    /// It credits a report that the reader does not want to be fetched.
    Forbidden,
    /// It credits a report whose site shows it only to those who sign in.
    SignIn,
    /// It credits a report that could not be had.
    Failed,
    /// It was compared with the report that it credits, or that the reader chose, and no sentence traces to it.
    Untraced,
    /// No credit and no known original, on a page that says that it is opinion.
    Opinion,
    /// No credit and no known original.
    #[default]
    Nothing,
    /// Not an article.
    NotArticle,
}

/// A stretch of a block: UTF-16 code units, `end` exclusive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Span {
    /// Index of the block.
    pub block: u32,
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// The page's facts and which of its blocks are the article's body.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Article {
    /// Canonical address, absolute, without tracking parameters.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Name of the site or outlet.
    pub site: Option<String>,
    /// Authors, joined by `", "`.
    pub byline: Option<String>,
    /// ISO 8601, with the zone where the page gives one.
    pub published: Option<String>,
    /// BCP 47.
    pub lang: Option<String>,
    /// The section it stands in.
    pub section: Option<String>,
    /// The page's own label if it says that it is opinion (“Opinion”, “Commentary”, …).
    pub opinion: Option<String>,
    /// Only a part of the text was shown (a wall).
    pub partial: bool,
    /// Indices of the blocks that are the body, in order.
    pub body: Vec<u32>,
    /// The text of the body's blocks; only where the host asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub blocks: Option<Vec<ArticleBlock>>,
}

/// One block of the article, with its text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ArticleBlock {
    /// Index of the block on the page.
    pub index: u32,
    /// Lower-case tag name.
    pub tag: String,
    /// Its text.
    pub text: String,
}

/// Somebody whom the page credits with a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Credit {
    /// The outlet or report as the page names it; the host of the link where it is never named.
    pub name: String,
    /// Where the page says that the report is. Absolute, or `null` if it is not linked.
    pub url: Option<String>,
    /// How often the page mentions or links it.
    pub mentions: u32,
    /// Strength of the evidence, 0 to 1.
    pub score: f32,
    /// The words that give the credit best, or `null` where they stand outside every block.
    pub span: Option<Span>,
    /// The sentence around them, to be shown.
    pub sentence: String,
}

/// How a page relates to an original: METER's three relations (Gaizauskas et al. 2001; Clough 2003),
/// with “non-derived” split by whether the two cover the same event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Relation {
    /// All of the page's facts come from the original.
    WhollyDerived,
    /// Some of them do.
    PartiallyDerived,
    /// The same event, with nothing to show that one was taken from the other.
    SameEvent,
    /// Different matters.
    #[default]
    Unrelated,
}

/// An original and what of it is on the page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Source {
    /// The original's id: the host's own, or the library's.
    pub original: String,
    /// Canonical address.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Name of the outlet.
    pub site: Option<String>,
    /// Authors.
    pub byline: Option<String>,
    /// ISO 8601.
    pub published: Option<String>,
    /// Whole days from its publication to the page's, where both dates are known; negative if it is later.
    pub days_earlier: Option<i32>,
    /// Whether the page credits it.
    pub credited: bool,
    /// How the page relates to it.
    pub relation: Relation,
    /// Probability that the page is derived from it: calibrated on texts alone; where the page credits it, the credit counts as well.
    pub derived: f32,
    /// Dates, credits or links show that this document was taken from the page, not the page from it.
    pub is_copy: bool,
    /// Share of the body's words that trace to it, 0 to 1.
    pub coverage: f32,
    /// Number of its sentences.
    pub sentences: u32,
    /// What traces to it, in the page's order.
    pub traces: Vec<Trace>,
    /// What was changed on the way.
    pub altered: Vec<Altered>,
    /// What it says and the page does not, at most five, in the original's order.
    pub left_out: Vec<LeftOut>,
}

/// How a stretch of the page traces to the original.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum TraceKind {
    /// The same words.
    Verbatim,
    /// A quotation with the same words.
    Quotation,
    /// Nearly the same words.
    Close,
    /// The same in other words.
    #[default]
    Paraphrase,
}

/// A stretch of the page and the sentence of the original that it traces to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Trace {
    /// On the page.
    pub span: Span,
    /// In the original.
    pub original: Span,
    /// How.
    pub kind: TraceKind,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// The original's address with a text fragment for that sentence; `null` if it has no address.
    pub href: Option<String>,
    /// Which sentence of the original, counted from 1.
    pub sentence: u32,
    /// That sentence's text.
    pub text: String,
    /// The stretches of [`text`](Trace::text) that the page has too: UTF-16 `[start, end)` pairs.
    pub shared: Vec<(u32, u32)>,
}

/// What of a sentence was changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum AlteredKind {
    /// Words inside quotation marks.
    #[default]
    Quotation,
    /// A figure.
    Number,
    /// A date.
    Date,
    /// A name.
    Name,
}

/// Words, a figure, a date or a name that differ from the original's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Altered {
    /// The differing words on the page, and only these.
    pub span: Span,
    /// The differing words in the original.
    pub original: Span,
    /// What kind of thing changed.
    pub kind: AlteredKind,
    /// What the page has.
    pub page: String,
    /// What the original has.
    pub source: String,
    /// The original's address with a text fragment for that sentence.
    pub href: Option<String>,
    /// Which sentence of the original, counted from 1.
    pub sentence: u32,
    /// That sentence's text.
    pub text: String,
    /// Where [`source`](Altered::source) stands in [`text`](Altered::text): UTF-16 `[start, end)`.
    pub text_at: (u32, u32),
}

/// Why a sentence of the original weighs enough to be listed as left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum LeftOutWhy {
    /// The answer of somebody whom the page speaks ill of.
    #[default]
    Answer,
    /// It has figures that the page lacks.
    Figures,
}

/// A sentence of the original that the page does not carry.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeftOut {
    /// Where it stands in the original.
    pub original: Span,
    /// Which sentence, counted from 1.
    pub sentence: u32,
    /// Its text.
    pub text: String,
    /// Why it is listed.
    pub why: LeftOutWhy,
    /// The original's address with a text fragment for it.
    pub href: Option<String>,
}

/// How a content is attributed (Pareti 2012).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum AttributionKind {
    /// All of it in quotation marks.
    #[default]
    Direct,
    /// None of it.
    Indirect,
    /// Part of it.
    Mixed,
}

/// Source, cue and content, in the sense of the Penn Attribution Relations Corpus (Pareti 2012).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Attribution {
    /// What is said, in order; a quotation that is broken by its cue has two.
    pub content: Vec<Span>,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// Who says it, as the page puts it there.
    pub source: Option<Span>,
    /// The name that a pronoun or description was resolved to, or the source's own words.
    pub name: Option<String>,
    /// Direct, indirect or mixed.
    pub kind: AttributionKind,
    /// Credited, but to no person, body or document (“reportedly”, “many people wonder”).
    pub nobody: bool,
}

/// What makes words a characterization.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum CharacterizationKind {
    /// A name for somebody (“a maniac”).
    NameCalling,
    /// A loaded adjective, adverb or noun.
    #[default]
    Loaded,
    /// A motive or state of mind that is ascribed.
    Motive,
    /// Suggesting without saying.
    Insinuation,
    /// More than the facts beside it carry.
    Exaggeration,
    /// A reporting verb that takes a side (“admitted”, “slammed”).
    ReportingVerb,
}

/// Words in the writer's own voice that say how something is to be seen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Characterization {
    /// Where.
    pub span: Span,
    /// What kind.
    pub kind: CharacterizationKind,
    /// One line for the reader.
    pub reason: String,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// Whether the best source says the same of the same thing; `null` if nothing was compared.
    pub in_source: Option<bool>,
    /// The page credits these words to the best source, which does not have them.
    pub credited: bool,
    /// The nearest sentence of the best source, if any is near enough.
    pub nearest: Option<Nearest>,
}

/// The sentence of an original that is nearest to a characterization's sentence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Nearest {
    /// Which sentence, counted from 1.
    pub sentence: u32,
    /// Its text.
    pub text: String,
    /// The original's address with a text fragment for it.
    pub href: Option<String>,
}

/// Why characterizations are held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Quiet {
    /// The page says that it is opinion.
    Opinion,
    /// The page is in a language that the lexicon does not know.
    Language,
    /// The report that the page credits may say them too, and can still be compared.
    Uncompared,
}

/// What a sentence of the page is, for the strip and the rail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum SentenceKind {
    /// It traces to the original.
    Report,
    /// It traces, and something in it was changed.
    Changed,
    /// It does not trace, and carries a characterization.
    Own,
    /// Anything else.
    #[default]
    Other,
}

/// One sentence of the body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OutlineSentence {
    /// Where.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
    /// What it is without what makes it that, which the reader may take away.
    pub otherwise: SentenceKind,
}

/// Numbers of sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Counts {
    /// All sentences of the body.
    pub total: u32,
    /// Those that trace to the best source: `report` and `changed` together.
    pub traced: u32,
    /// As in the report.
    pub report: u32,
    /// Changed.
    pub changed: u32,
    /// The writer's own words.
    pub own: u32,
    /// Other.
    pub other: u32,
}

/// Something that was asked for and not brought.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Gap {
    /// The address, or the record's id.
    pub of: String,
    /// A stable word for the reason: `ask`, `never`, `stopped`, `offline`, `timeout`, `too_large`, `status`, `blocked`, `sign_in`, `not_html`,
    /// `no_text`, `corrupt`, `newer`.
    pub code: String,
    /// The reason in full.
    pub message: String,
}
