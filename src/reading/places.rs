//! Where things stand on a page and in an original, for those who count in UTF-16 and sentences from 1.

use crate::article::Article;
use crate::hashed::ByNumber;
use crate::report;
use crate::reuse::fragment::{self, Fragments};
use crate::text::utf16::Offsets;
use crate::text::{Prose, Span};

/// Byte spans of a page to UTF-16.
pub(super) struct Place<'t>(ByNumber<u32, Offsets<'t>>);

impl<'t> Place<'t> {
    pub(super) fn new(article: &'t Article) -> Self {
        let block = |&i: &u32| {
            article.blocks.get(i as usize).filter(|b| !b.text.is_ascii()).map(|b| (i, Offsets::new(&b.text)))
        };
        Place(article.body.iter().filter_map(block).collect())
    }

    pub(super) fn span(&self, span: Span) -> report::Span {
        match self.0.get(&span.block) {
            Some(table) => {
                report::Span { block: span.block, start: table.to_utf16(span.start), end: table.to_utf16(span.end) }
            }
            None => report::Span { block: span.block, start: span.start, end: span.end },
        }
    }
}

/// What of an original is shown, with its addresses and offsets.
pub(super) struct There<'p, 't> {
    pub(super) prose: &'p Prose<'t>,
    pub(super) place: Place<'t>,
    fragments: Fragments<'p, 't>,
    url: Option<&'t str>,
}

impl<'p, 't> There<'p, 't> {
    pub(super) fn new(original: &'t Article, prose: &'p Prose<'t>) -> Self {
        There { prose, place: Place::new(original), fragments: Fragments::new(prose), url: original.url.as_deref() }
    }

    /// The text of sentence `i`.
    pub(super) fn sentence(&self, i: usize) -> String {
        self.prose.sentences().get(i).map(|s| self.prose.text(s.span)).unwrap_or_default().to_owned()
    }

    /// The address of sentence `i`; of the whole original where no fragment is unique.
    pub(super) fn href(&self, i: usize) -> Option<String> {
        let url = self.url?;
        Some(self.fragments.directive(i).map_or_else(|| url.to_owned(), |d| fragment::href(url, &d)))
    }

    /// Where `span` stands within the text of sentence `i`.
    pub(super) fn within(&self, i: usize, span: Span) -> (u32, u32) {
        let from = self.prose.sentences().get(i).map_or(0, |s| self.place.span(s.span).start);
        let span = self.place.span(span);
        (span.start.saturating_sub(from), span.end.saturating_sub(from))
    }
}

/// Sentences are counted from 1 where a reader sees the count.
pub(super) fn number(sentence: usize) -> u32 {
    u32::try_from(sentence.saturating_add(1)).unwrap_or(u32::MAX)
}
