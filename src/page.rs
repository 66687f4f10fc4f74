//! What a host hands in: one page, as text, as HTML or as blocks collected from a live document.
//!
//! # The block rule
//!
//! [`article::html`](crate::article::html) makes blocks from HTML, the extension's collector makes
//! them from a live document, and one extractor reads both. So both follow this rule. It goes by
//! tag names, not by computed style, except that a live document leaves out what is not displayed.
//!
//! **Left out, with all they hold:** `head` (but see [`Head`]), `script`, `style`, `noscript`,
//! `noembed`, `noframes`, `svg`, `canvas`, `iframe`, `object`, `audio`, `video`, `select`, `datalist`, `textarea`,
//! `button`, `rp`; `template` (one with `shadowrootmode` is transparent: a live document shows it as an open
//! shadow root, whose text stands for its host's own); `dialog` without `open`; anything with the `hidden`
//! attribute; anything but `html` and `body` whose `style` attribute says `display:none` (in a live
//! document: whose computed `display` is `none`); an inline element with `aria-hidden="true"`. (A block-level one with
//! it is kept and marked, see hints: pages set it on all they have while a dialog is open.)
//!
//! **Block-level elements:** `address article aside blockquote body caption center dd details
//! dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup
//! html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot
//! th thead tr ul`. Every other element is inline, custom elements too.
//!
//! **A block** is the longest run of text that no start or end of a block-level element, no `<hr>` and
//! no two `<br>` in a row (with nothing but white space between) interrupts. It belongs to the nearest
//! block-level ancestor of its text (`body` at the least): that is its [`tag`](Block::tag) and its
//! [`element`](Block::element). So `<div>a<p>b</p>c</div>` is three blocks: `a` (div), `b` (p), `c` (div).
//! Blocks stand in document order. A run with nothing but white space (Unicode's) is no block.
//!
//! **Text:** each run of ASCII white space (space, tab, LF, FF, CR) is one space, and none stands at either end of a
//! block. A single `<br>` is `\n`, in place of the white space around it; in a `pre` a line feed counts as a `<br>`. No-break spaces and soft hyphens
//! stay as they are. Of an `<img>` nothing is kept.
//!
//! **Links:** every `<a href>` with some text in the block, innermost where they nest, from its first to its
//! last character there that is not ASCII white space; one around several blocks is in each. The target is
//! resolved against the base (`<base href>`, else the page's address). Targets of `javascript:` and `data:` are left out.
//!
//! **Elements:** every ancestor, block-level or not, of a block's own element, and that element, each once, parents first.
//! Elements nested more than 512 deep are left out: their nearest ancestor that is kept stands for them.
//! **Hints:** `id`, `class`, `role`, `itemprop` and `aria-label`, those that are there, in this order, joined by
//! one space, at most 200 characters; then the word `aria-hidden` if `aria-hidden="true"`.

use serde::{Deserialize, Serialize};

/// A page to be read. Exactly one of [`text`](Page::text), [`html`](Page::html) and
/// [`blocks`](Page::blocks) is given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Page {
    /// The address that the reader sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The title, where the host knows it better than the page's own metadata does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When it was published: ISO 8601, a date or a date with time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Plain text: every line is one block, empty ones too, and all of it is body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// An HTML document, whole or cut short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// Blocks in document order, from a live document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Vec<Block>>,
    /// The containers that [`Block::element`] points into. Only with `blocks`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(as = "Option<_>", optional))]
    pub elements: Vec<Element>,
    /// What the head of the document says. Only with `blocks`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
}

/// A run of text that a reader sees as one: a paragraph, a heading, a list item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Block {
    /// The text as it is shown, white space collapsed (see the [block rule](self#the-block-rule)).
    pub text: String,
    /// The lower-case name of the element that makes this a block: `p`, `h2`, `li`, `div`, …
    pub tag: String,
    /// Index into [`Page::elements`] of the block's own element.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<u32>,
    /// The links within the text, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(as = "Option<_>", optional))]
    pub links: Vec<Link>,
}

/// A link inside a block. Offsets are UTF-16 code units into the block's text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Link {
    /// Where the anchor text starts.
    pub start: u32,
    /// Where the anchor text ends, exclusive.
    pub end: u32,
    /// The target; resolved against the page's address where the host can.
    pub href: String,
}

/// An element that holds blocks, or is one: the hints that tell body from furniture.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Element {
    /// Index of the parent element; an element comes after its parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
    /// The lower-case tag name.
    pub tag: String,
    /// `id`, `class`, `role`, `itemprop` and `aria-label`, joined by spaces; see the
    /// [block rule](self#the-block-rule).
    pub hints: String,
}

/// What the head of a live document says about it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Head {
    /// `<html lang>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// `<title>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// `<link rel=canonical href>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical: Option<String>,
    /// `<base href>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// `<meta>`: the `name`, `property` or `itemprop`, and the `content`.
    pub meta: Vec<Meta>,
    /// The text of every `<script type="application/ld+json">`.
    pub json_ld: Vec<String>,
    /// What elements outside `<meta>` state, in document order, at most 300: for each word of an
    /// `itemprop` that word; `author` for `rel=author`; `byline` for an element whose `class` or `id`
    /// has `byline` or `author` in it and not `comment` (any case); `time` for `<time>`. The value is the element's `content`
    /// attribute, else `datetime`, else its text (collapsed, left-out elements left out, at most 300 characters; empty ones
    /// are left out). An element with several of these names is there once for each, in this order.
    pub microdata: Vec<Meta>,
}

/// A name and what it is given as.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Meta {
    /// The property.
    pub name: String,
    /// Its value.
    pub content: String,
}

/// An original that the host hands in with the page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Original {
    /// The host's own name for it; comes back as [`Source::original`](crate::report::Source::original).
    pub id: String,
    /// The document itself.
    #[serde(flatten)]
    pub page: Page,
}
