//! One document's blocks, analysed once.

use super::quotations::{self, Quotation};
use super::stem::Stems;
use super::stopwords::is_stopword;
use super::{Span, sentences, words};
use std::ops::Range;

/// One block and where its sentences and words are in the document's lists.
#[derive(Debug, Clone)]
pub struct Passage<'t> {
    /// The block's index on the page.
    pub block: u32,
    /// Its text.
    pub text: &'t str,
    /// Its sentences, as indices into [`Prose::sentences`].
    pub sentences: Range<usize>,
    /// Its words, as indices into [`Prose::words`].
    pub words: Range<usize>,
    /// Its quotations, as indices into [`Prose::quotations`].
    pub quotations: Range<usize>,
}

/// One sentence. A sentence never crosses a block.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where, without the white space around it.
    pub span: Span,
    /// Its words, as indices into [`Prose::words`].
    pub words: Range<usize>,
}

/// One word.
#[derive(Debug, Clone)]
pub struct Word {
    /// Where.
    pub span: Span,
    /// Key of its Snowball stem ([`super::stem`]).
    pub stem: u64,
    /// Index of its sentence.
    pub sentence: u32,
    /// A function word ([`super::stopwords`]).
    pub stop: bool,
    /// Starts with a capital.
    pub capital: bool,
    /// Starts with a digit.
    pub number: bool,
    /// Stands in quotation marks (of any style and depth).
    pub quoted: bool,
    form: (u32, u32),
}

/// The blocks of one document with their sentences, words and quotations, all in document order.
#[derive(Debug, Clone, Default)]
pub struct Prose<'t> {
    passages: Vec<Passage<'t>>,
    sentences: Vec<Sentence>,
    words: Vec<Word>,
    quotations: Vec<Quotation>,
    forms: String,
}

impl<'t> Prose<'t> {
    /// Analyses `blocks`: the index of each on its page, ascending, and its text.
    pub fn new(blocks: impl IntoIterator<Item = (u32, &'t str)>) -> Self {
        let stems = Stems::english();
        let mut prose = Prose::default();
        let mut left_open = None;
        for (block, text) in blocks {
            left_open = prose.add(block, text, &stems, left_open);
        }
        prose
    }

    fn add(
        &mut self,
        block: u32,
        text: &'t str,
        stems: &Stems,
        left_open: Option<super::QuotationStyle>,
    ) -> Option<super::QuotationStyle> {
        let readable = words::readable(text);
        let quotations = quotations::quotations(block, &readable, left_open);
        let first = (self.sentences.len(), self.words.len(), self.quotations.len());
        let mut quoted = Inside::new(&quotations);
        for range in sentences::sentences(&readable) {
            let sentence = self.sentences.len();
            let begin = self.words.len();
            for (at, word) in words::words(readable.get(range.clone()).unwrap_or("")) {
                let at = range.start + at;
                let from = self.forms.len();
                words::normalise(word, &mut self.forms);
                let form = self.forms.get(from..).unwrap_or("");
                let span = Span::new(block, at, at + word.len());
                self.words.push(Word {
                    span,
                    stem: stems.key(form),
                    sentence: u32::try_from(sentence).unwrap_or(u32::MAX),
                    stop: is_stopword(form),
                    capital: word.starts_with(char::is_uppercase),
                    number: word.starts_with(|c: char| c.is_ascii_digit()),
                    quoted: quoted.at(span.start),
                    form: (
                        u32::try_from(from).unwrap_or(u32::MAX),
                        u32::try_from(self.forms.len()).unwrap_or(u32::MAX),
                    ),
                });
            }
            self.sentences
                .push(Sentence { span: Span::new(block, range.start, range.end), words: begin..self.words.len() });
        }
        let open = quotations.iter().find(|q| !q.closed).map(|q| q.style);
        self.quotations.extend(quotations);
        self.passages.push(Passage {
            block,
            text,
            sentences: first.0..self.sentences.len(),
            words: first.1..self.words.len(),
            quotations: first.2..self.quotations.len(),
        });
        open
    }

    /// The blocks, in order.
    pub fn passages(&self) -> &[Passage<'t>] {
        &self.passages
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The quotations, in order; an outer one comes before those within it.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The block with index `block` on the page.
    pub fn passage(&self, block: u32) -> Option<&Passage<'t>> {
        let at = self.passages.partition_point(|p| p.block < block);
        self.passages.get(at).filter(|p| p.block == block)
    }

    /// The text that `span` stands for; empty if it is not a span of this document.
    pub fn text(&self, span: Span) -> &'t str {
        self.passage(span.block).map_or("", |p| span.of(p.text))
    }

    /// The normalised form of `word`: lower case, straight apostrophes, damage repaired.
    pub fn form(&self, word: &Word) -> &str {
        self.forms.get(word.form.0 as usize..word.form.1 as usize).unwrap_or("")
    }

    /// The words with these indices; empty where there are none.
    pub fn words_in(&self, range: Range<usize>) -> &[Word] {
        self.words.get(range).unwrap_or(&[])
    }

    /// Indices of the words that lie within `span`.
    pub fn word_range(&self, span: Span) -> Range<usize> {
        let key = |w: &Word| (w.span.block, w.span.start);
        let start = self.words.partition_point(|w| key(w) < (span.block, span.start));
        let end = self.words.partition_point(|w| key(w) < (span.block, span.end));
        start..end.max(start)
    }

    /// What stands between the word with index `word` and the next one in its block, or the block's end.
    pub fn gap_after(&self, word: usize) -> &'t str {
        let Some(this) = self.words.get(word) else { return "" };
        let Some(passage) = self.passage(this.span.block) else { return "" };
        let end = match self.words.get(word + 1) {
            Some(next) if next.span.block == this.span.block => next.span.start as usize,
            _ => passage.text.len(),
        };
        passage.text.get(this.span.end as usize..end).unwrap_or("")
    }

    /// Whether it reads as English: at least a fifth of its words are English function words, or it is too short to
    /// tell (under 40 words). Running English has 40 to 50 per cent, other languages in Latin script under 12.
    pub fn looks_english(&self) -> bool {
        let stops = self.words.iter().filter(|w| w.stop).count();
        self.words.len() < 40 || stops * 5 >= self.words.len()
    }
}

/// Whether ascending offsets stand within quotations that are sorted by their start.
struct Inside<'q> {
    quotations: std::iter::Peekable<std::slice::Iter<'q, Quotation>>,
    until: u32,
}

impl<'q> Inside<'q> {
    fn new(quotations: &'q [Quotation]) -> Self {
        Inside { quotations: quotations.iter().peekable(), until: 0 }
    }

    fn at(&mut self, offset: u32) -> bool {
        while let Some(q) = self.quotations.next_if(|q| q.inner.start <= offset) {
            self.until = self.until.max(q.inner.end);
        }
        offset < self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_sentence_and_their_quotation() {
        let text = "“We know,” Ms. Vance said. Nobody else did.";
        let prose = Prose::new([(3, text)]);
        assert_eq!(prose.sentences().len(), 2);
        let forms: Vec<(&str, bool, u32)> =
            prose.words().iter().map(|w| (prose.form(w), w.quoted, w.sentence)).collect();
        assert_eq!(forms[..3], [("we", true, 0), ("know", true, 0), ("ms", false, 0)]);
        assert_eq!(forms.last(), Some(&("did", false, 1)));
        assert_eq!(prose.text(prose.sentences()[1].span), "Nobody else did.");
        assert_eq!(prose.gap_after(1), ",” ");
        assert_eq!(prose.word_range(prose.sentences()[1].span), 5..8);
    }

    #[test]
    fn damaged_text_matches_the_sound_one() {
        let damaged = Prose::new([(0, "Foreign PolicyÂ\u{a0}report on WikiLeaksâ€™s logs")]);
        let sound = Prose::new([(0, "Foreign Policy report on WikiLeaks’s logs")]);
        let stems = |p: &Prose| p.words().iter().map(|w| w.stem).collect::<Vec<_>>();
        assert_eq!(stems(&damaged), stems(&sound));
    }
}
