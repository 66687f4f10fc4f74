//! What the page credits to the report that it was compared with, in words or by links. That report can be read, so such a
//! credit stands behind no more than what it says.

use crate::article::{Article, url};
use crate::credit::Credit;
use crate::credit::outlets::{Called, Name};
use crate::report::AttributionKind;
use crate::reuse::Alignment;
use crate::sourcing::attribution::Attribution;
use crate::text::utf16::Offsets;
use crate::text::{Prose, Span, WordList};

/// What a page calls the outlet or the text that it credits without naming it again, behind “the”.
const THE_REPORT: WordList =
    WordList("article investigation magazine newspaper outlet paper report site story website");

/// Attributions and links of a page, those to the compared report apart. Spans are bytes.
#[derive(Debug, Default)]
pub(super) struct Credited {
    /// What is attributed to the report, of sentences that are like one of it.
    pub contents: Vec<Span>,
    /// The links to it in such sentences.
    pub links: Vec<Span>,
    /// All other attributions.
    pub other_attributions: Vec<Attribution>,
    /// All other links.
    pub other_links: Vec<Span>,
}

/// The report that a page was compared with, as this page credits it.
#[derive(Clone, Copy)]
pub(super) struct Report<'a> {
    /// Its article.
    pub article: &'a Article,
    /// How the page credits it.
    pub credit: &'a Credit,
    /// The page credits nobody else, so that “the paper” is this one.
    pub only: bool,
    /// Its text.
    pub prose: &'a Prose<'a>,
    /// How the page's sentences align with it. What a page has from another of the outlet's reports is like none of it.
    pub alignment: &'a Alignment,
}

impl Report<'_> {
    /// Whether it is whom `attribution` names; `called` is what the page calls its outlet.
    fn is_source(&self, attribution: &Attribution, called: &Called) -> bool {
        // Words in quotation marks are compared as such.
        attribution.kind == AttributionKind::Indirect
            && attribution.name.as_deref().is_some_and(|name| {
                let lower = name.to_lowercase();
                called.answers_to(&Name::new(name))
                    || self.only && lower.strip_prefix("the ").is_some_and(|noun| THE_REPORT.has(noun))
            })
    }

    fn tells(&self, page: &Prose, span: Span) -> bool {
        let sentence = page.words_in(page.word_range(span)).first().map(|w| w.sentence as usize);
        sentence.is_some_and(|s| self.alignment.alike(page, self.prose, s).is_some())
    }
}

/// Tells what `page` credits to `report` from what it credits to others; everything is others' where there is none.
pub(super) fn credited(
    article: &Article,
    page: &Prose,
    attributions: &[Attribution],
    report: Option<Report>,
) -> Credited {
    let mut found = Credited::default();
    let called = report.map(|r| r.credit.called()).unwrap_or_default();
    for attribution in attributions {
        let source = report.filter(|r| r.is_source(attribution, &called));
        let is_theirs = |span: &Span| source.is_some_and(|r| r.tells(page, *span));
        let (theirs, others) = attribution.content.iter().copied().partition::<Vec<Span>, _>(is_theirs);
        if theirs.is_empty() || !others.is_empty() {
            found.other_attributions.push(Attribution { content: others, ..attribution.clone() });
        }
        found.contents.extend(theirs);
    }
    for (block, of) in article.body_blocks() {
        let table = Offsets::new(&of.text);
        for link in &of.links {
            let span = Span { block, start: table.to_bytes(link.start), end: table.to_bytes(link.end) };
            let to = |r: Report| {
                let there = r.article.url.as_deref().or(r.credit.url.as_deref());
                article.address(link).zip(there).is_some_and(|(a, b)| url::same_document(&a, b)) && r.tells(page, span)
            };
            let links = if report.is_some_and(to) { &mut found.links } else { &mut found.other_links };
            links.push(span);
        }
    }
    found
}
