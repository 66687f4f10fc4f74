//! Firsthand tells a reader, while they read, when a news page is a rewrite of somebody else's report, leads from each
//! sentence to the sentence that it came from, and marks the characterizations that nobody but the writer stands
//! behind. This crate is its core: a [`Page`] in, a [`Report`] out. It has no clock, no network, no storage and no
//! document; a host has these, and brings what a [`reading::Reading`] asks for.
//!
//! ```
//! use firsthand::report::{Finding, TraceKind};
//! use firsthand::{Options, Original, Page, read};
//!
//! let report = "Nobody inspected the cranes at Port Merrow for 14 months, harbour records show.\n\
//!     The rules ask for an inspection of every crane every six months.\n\
//!     “We lost two inspectors in one season and we did not replace them quickly enough,” said Odile Marsh, the \
//!     harbour authority's director of operations.\n\
//!     A cable on crane 4 snapped on 19 January and dropped an empty container onto the quay.";
//! let page = "Cranes at Port Merrow went without an inspection for 14 months, the Tidewater Ledger reported.\n\
//!     The rules ask for an inspection of every crane every six months.\n\
//!     “We lost two inspectors in one season and we did not replace them quickly enough,” said Odile Marsh.\n\
//!     A cable on crane 4 snapped on 19 January and dropped an empty container onto the quay.";
//! let original = Original { id: "ledger".into(), page: Page { text: Some(report.into()), ..Page::default() } };
//! let page = Page { text: Some(page.into()), ..Page::default() };
//!
//! let report = read(&page, &[original], Options::default())?;
//!
//! assert_eq!(report.finding, Finding::Rewrite);
//! let source = &report.sources[0];
//! assert!(source.traces.iter().any(|t| t.kind == TraceKind::Quotation && t.sentence == 3));
//! # Ok::<(), firsthand::article::ArticleError>(())
//! ```
//!
//! # The rooms
//!
//! [`page`] is what a host hands in and [`report`] what it gets back; every type that crosses the boundary is in one
//! of the two. [`text`] finds sentences, words, quotations, quantities and names, and knows nobody. [`article`] finds
//! the body and the facts of a page. [`credit`] says whom the page credits; [`library`] finds known originals; [`reuse`]
//! holds the page against one of them; [`sourcing`] says who stands behind each clause. These do not call each other,
//! except that `sourcing` asks `reuse` what the original says of the same thing. [`reading`] calls them all.
//!
//! # Offsets
//!
//! Inside the crate offsets are bytes ([`text::Span`]); in [`page`] and [`report`] they are UTF-16 code units
//! ([`report::Span`]), which is what a browser counts in.

#![cfg_attr(
    test,
    allow(clippy::string_slice, clippy::type_complexity, reason = "a test that panics has done its work")
)]

pub mod article;
pub mod credit;
mod hashed;
pub mod library;
mod order;
pub mod page;
pub mod reading;
pub mod report;
pub mod reuse;
pub mod sourcing;
pub mod text;
#[cfg(any(test, target_arch = "wasm32"))]
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "tests reach what is pure of it"))]
mod wasm;

pub use page::{Original, Page};
pub use reading::{Options, read};
pub use report::Report;
