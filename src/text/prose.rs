//! One document's blocks, analysed once.

use super::quotations::{self, Quotation, QuotationStyle};
use super::stem::TextStems;
use super::stopwords::is_stopword;
use super::{Span, sentences, words};
use std::ops::Range;
use std::sync::Arc;

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
    analysis: Arc<Analysis>,
}

/// What [`Prose::new`] finds in the blocks of a document, without their text: whoever keeps the text can keep it too, and need not
/// have the text analysed again.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    places: Vec<Place>,
    sentences: Vec<Sentence>,
    words: Vec<Word>,
    quotations: Vec<Quotation>,
    forms: String,
}

/// A [`Passage`] without its text.
#[derive(Debug, Clone)]
struct Place {
    block: u32,
    sentences: Range<usize>,
    words: Range<usize>,
    quotations: Range<usize>,
}

impl Place {
    fn passage<'t>(&self, text: &'t str) -> Passage<'t> {
        let Place { block, sentences, words, quotations } = self.clone();
        Passage { block, text, sentences, words, quotations }
    }
}

impl Analysis {
    fn add(
        &mut self,
        block: u32,
        text: &str,
        stems: &mut TextStems,
        left_open: Option<QuotationStyle>,
    ) -> Option<QuotationStyle> {
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
        let open = left_open_by(&quotations);
        self.quotations.extend(quotations);
        self.place(block, first);
        open
    }

    /// Takes over what `of` has found in the block at `place`.
    fn take(&mut self, of: &Analysis, place: &Place) -> Option<QuotationStyle> {
        let first = (self.sentences.len(), self.words.len(), self.quotations.len());
        let words = of.words.get(place.words.clone()).unwrap_or(&[]);
        let forms = words.first().zip(words.last()).map_or(0..0, |(a, b)| a.form.0 as usize..b.form.1 as usize);
        let moved = |at: u32| u32::try_from(self.forms.len() + at as usize - forms.start).unwrap_or(u32::MAX);
        let sentence = |at: u32| u32::try_from(first.0 + at as usize - place.sentences.start).unwrap_or(u32::MAX);
        self.words.extend(words.iter().map(|w| Word {
            sentence: sentence(w.sentence),
            form: (moved(w.form.0), moved(w.form.1)),
            ..w.clone()
        }));
        self.forms.push_str(of.forms.get(forms).unwrap_or(""));
        let word = |at: usize| first.1 + at - place.words.start;
        self.sentences.extend(
            of.sentences
                .get(place.sentences.clone())
                .unwrap_or(&[])
                .iter()
                .map(|s| Sentence { span: s.span, words: word(s.words.start)..word(s.words.end) }),
        );
        let quotations = of.quotations.get(place.quotations.clone()).unwrap_or(&[]);
        self.quotations.extend_from_slice(quotations);
        self.place(place.block, first);
        left_open_by(quotations)
    }

    fn place(&mut self, block: u32, (sentences, words, quotations): (usize, usize, usize)) {
        self.places.push(Place {
            block,
            sentences: sentences..self.sentences.len(),
            words: words..self.words.len(),
            quotations: quotations..self.quotations.len(),
        });
    }

    /// This document again: `blocks` are those that it was found in.
    pub fn of<'t>(self: &Arc<Self>, blocks: impl IntoIterator<Item = (u32, &'t str)>) -> Prose<'t> {
        let passages = self.places.iter().zip(blocks).map(|(place, (_, text))| place.passage(text)).collect();
        Prose { passages, analysis: Arc::clone(self) }
    }
}

/// The quotation that a block leaves open.
fn left_open_by(quotations: &[Quotation]) -> Option<QuotationStyle> {
    quotations.iter().find(|q| !q.closed).map(|q| q.style)
}

impl<'t> Prose<'t> {
    /// Analyses `blocks`: the index of each on its page, ascending, and its text.
    pub fn new(blocks: impl IntoIterator<Item = (u32, &'t str)>) -> Self {
        Prose::default().wider(blocks)
    }

    /// A wider document that has these blocks too: `blocks` are all of its, the index of each on its page, ascending, and its text. What
    /// is known of a block is taken over.
    pub fn wider<'w>(&self, blocks: impl IntoIterator<Item = (u32, &'w str)>) -> Prose<'w> {
        let mut stems = TextStems::english();
        let mut analysis = Analysis::default();
        let mut texts = Vec::new();
        let mut left_open = None;
        for (block, text) in blocks {
            let known = self.places_of(block).filter(|(passage, _)| passage.text == text);
            left_open = match known {
                Some((_, place)) => analysis.take(&self.analysis, place),
                None => analysis.add(block, text, &mut stems, left_open),
            };
            texts.push((block, text));
        }
        Arc::new(analysis).of(texts)
    }

    fn places_of(&self, block: u32) -> Option<(&Passage<'t>, &Place)> {
        let at = self.passages.partition_point(|p| p.block < block);
        self.passages.get(at).filter(|p| p.block == block).zip(self.analysis.places.get(at))
    }

    /// What was found, for whoever keeps the text.
    pub fn analysis(&self) -> Arc<Analysis> {
        Arc::clone(&self.analysis)
    }

    /// The blocks, in order.
    pub fn passages(&self) -> &[Passage<'t>] {
        &self.passages
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.analysis.sentences
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.analysis.words
    }

    /// The quotations, in order; an outer one comes before those within it.
    pub fn quotations(&self) -> &[Quotation] {
        &self.analysis.quotations
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
        self.analysis.forms.get(word.form.0 as usize..word.form.1 as usize).unwrap_or("")
    }

    /// The words with these indices; empty where there are none.
    pub fn words_in(&self, range: Range<usize>) -> &[Word] {
        self.analysis.words.get(range).unwrap_or(&[])
    }

    /// Indices of the words that lie within `span`.
    pub fn word_range(&self, span: Span) -> Range<usize> {
        let key = |w: &Word| (w.span.block, w.span.start);
        let start = self.analysis.words.partition_point(|w| key(w) < (span.block, span.start));
        let end = self.analysis.words.partition_point(|w| key(w) < (span.block, span.end));
        start..end.max(start)
    }

    /// What stands between the word with index `word` and the next one in its block, or the block's end.
    pub fn gap_after(&self, word: usize) -> &'t str {
        let Some(this) = self.analysis.words.get(word) else { return "" };
        let Some(passage) = self.passage(this.span.block) else { return "" };
        let end = match self.analysis.words.get(word + 1) {
            Some(next) if next.span.block == this.span.block => next.span.start as usize,
            _ => passage.text.len(),
        };
        passage.text.get(this.span.end as usize..end).unwrap_or("")
    }

    /// Whether it reads as English: at least a fifth of its words are English function words, or it is too short to
    /// tell (under 40 words). Running English has 40 to 50 per cent, other languages in Latin script under 12.
    pub fn looks_english(&self) -> bool {
        let stops = self.analysis.words.iter().filter(|w| w.stop).count();
        self.analysis.words.len() < 40 || stops * 5 >= self.analysis.words.len()
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
