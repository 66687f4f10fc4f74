//! What a host hands in: one page, as text, as HTML or as blocks collected from a live document.

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
    /// The text as it is shown, white space collapsed as HTML does.
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
    /// `id`, `class`, `role`, `itemprop` and `aria-label`, joined by spaces.
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
    /// Elements with `itemprop`, `rel=author` or `<time>`: the name (`itemprop`, `author` or `time`)
    /// and its value (`content`, `datetime` or text).
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
