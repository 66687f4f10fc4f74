//! A document as the rules see it: its words with their classes, and the entries of the lexicon that stand in it.

use crate::order;
use crate::sourcing::lexicon::{Match, Scanner, class, joined};
use crate::text::{Prose, Sentence, Span, Word};
use std::cell::OnceCell;
use std::ops::Range;

/// How far, in words, the rules look around a word for what makes it literal.
pub const NEAR: usize = 4;

/// How far, in words, a sentence reaches at most from a word in it: cost stays linear in a page without full stops.
const WIDEST: usize = 120;

/// See the module.
pub struct View<'p, 't> {
    /// The document.
    pub prose: &'p Prose<'t>,
    /// Word classes, by word.
    classes: Vec<u64>,
    /// The longest entry at each place, literal phrases left out; they do not overlap.
    pub matches: Vec<Match>,
    /// By sentence: it is a headline in title case, where a capital says nothing.
    title_case: Vec<bool>,
    /// The stems of the words that stand behind another part of a name; looked for once they are asked for.
    surnames: OnceCell<Vec<u64>>,
    /// Whether the text is about faith; looked for once it is asked for.
    faith: OnceCell<bool>,
}

/// A text with as many words of class `church` in a hundred is about faith: one article of BASIL's 183, two of PolNeAR's 289, and
/// nineteen of PTC's 169, which argue doctrine.
const FAITH: usize = 2;

impl<'p, 't> View<'p, 't> {
    /// Looks every word up.
    pub fn new(prose: &'p Prose<'t>) -> Self {
        let scanner = Scanner::new(prose);
        let mut classes = vec![0_u64; prose.words().len()];
        let (mut matches, mut here, mut title_case) = (Vec::new(), Vec::new(), Vec::new());
        for sentence in prose.sentences() {
            let mut free = sentence.words.start;
            for at in sentence.words.clone() {
                scanner.at(at, sentence.words.end, &mut here);
                for found in &here {
                    for slot in classes.get_mut(found.start..found.end).into_iter().flatten() {
                        *slot |= found.entry.classes;
                    }
                }
                if at < free {
                    continue;
                }
                let Some(longest) = here.iter().rfind(|m| !m.entry.senses.is_empty()) else { continue };
                free = longest.end;
                if longest.entry.senses.first().is_some_and(|s| s.category().kind.is_some()) {
                    matches.push(*longest);
                }
            }
            title_case.push(in_title_case(prose, sentence));
        }
        View { prose, classes, matches, title_case, surnames: OnceCell::new(), faith: OnceCell::new() }
    }

    /// The entries that begin with the word `at` or later.
    pub fn matches_from(&self, at: usize) -> impl Iterator<Item = &Match> {
        let first = self.matches.partition_point(|m| m.start < at);
        self.matches.get(first..).unwrap_or(&[]).iter()
    }

    /// The word with index `at`.
    pub fn word(&self, at: usize) -> Option<&'p Word> {
        self.prose.words().get(at)
    }

    /// Its form; empty where there is none.
    pub fn form(&self, at: usize) -> &'p str {
        self.word(at).map_or("", |w| self.prose.form(w))
    }

    /// Whether the word belongs to one of `classes`.
    pub fn is(&self, at: usize, classes: u64) -> bool {
        self.classes.get(at).is_some_and(|c| c & classes != 0)
    }

    /// The words of the sentence that the word `at` stands in; of a sentence without end, those around it.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let whole = self.sentence_of(at).map_or(at..at, |s| s.words.clone());
        whole.start.max(at.saturating_sub(WIDEST))..whole.end.min(at + WIDEST)
    }

    /// That sentence.
    pub fn sentence_of(&self, at: usize) -> Option<&'p Sentence> {
        self.word(at).and_then(|w| self.prose.sentences().get(w.sentence as usize))
    }

    /// The word before `at` in its sentence.
    pub fn before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        (self.word(before)?.sentence == self.word(at)?.sentence).then_some(before)
    }

    /// The word after `at` in its sentence.
    pub fn after(&self, at: usize) -> Option<usize> {
        let after = at + 1;
        (self.word(after)?.sentence == self.word(at)?.sentence).then_some(after)
    }

    /// The word after `at`, if nothing but a space or hyphen is between.
    pub fn next(&self, at: usize) -> Option<usize> {
        self.after(at).filter(|_| joined(self.prose.gap_after(at)))
    }

    /// The word before `at`, if nothing but a space or hyphen is between.
    pub fn previous(&self, at: usize) -> Option<usize> {
        self.before(at).filter(|b| joined(self.prose.gap_after(*b)))
    }

    /// The words of its sentence that are at most `reach` words before `range` or after it, itself left out.
    pub fn around(&self, range: &Range<usize>, reach: usize) -> impl Iterator<Item = usize> + use<> {
        let sentence = self.sentence(range.start);
        let from = range.start.saturating_sub(reach).max(sentence.start);
        let to = (range.end + reach).min(sentence.end);
        (from..range.start).chain(range.end..to.max(range.end))
    }

    /// Whether the word has a capital that says it is a name.
    pub fn is_name(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let opens = self.sentence(at).start == at;
        word.capital
            && !word.stop
            && !self.title_case.get(word.sentence as usize).copied().unwrap_or(false)
            && (!opens || self.next(at).is_some_and(|n| self.word(n).is_some_and(|w| w.capital && !w.stop)))
    }

    /// Whether a word with a capital is somebody's name elsewhere: there it stands inside a sentence, behind a first name, a role
    /// or another part of the name ("Harbour Master Grete Lie", and then "Lie has asked").
    pub fn is_surname(&self, at: usize) -> bool {
        let capital = |at: usize| self.word(at).is_some_and(|w| w.capital && !w.stop);
        let behind = |at: &usize| {
            capital(*at)
                && !self.in_title(*at)
                && self.before(*at).is_some_and(|b| {
                    let gap = self.prose.gap_after(b);
                    capital(b) && !self.is_adjective(b) && (joined(gap) || gap == ". ")
                })
        };
        let surnames = self.surnames.get_or_init(|| {
            let all = (0..self.prose.words().len()).filter(behind);
            order::distinct_keys(all.filter_map(|at| self.word(at)).map(|w| w.stem).collect())
        });
        capital(at) && self.word(at).is_some_and(|w| surnames.binary_search(&w.stem).is_ok())
    }

    /// Whether the text is about faith.
    pub fn about_faith(&self) -> bool {
        *self.faith.get_or_init(|| {
            let words = self.classes.iter().filter(|c| **c & class::CHURCH != 0).count();
            words * 100 >= FAITH * self.classes.len()
        })
    }

    /// Whether its sentence is a headline in title case.
    pub fn in_title(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| self.title_case.get(w.sentence as usize).copied().unwrap_or(false))
    }

    /// Whether the word is a name, a pronoun or a role that stands for somebody.
    pub fn is_somebody(&self, at: usize) -> bool {
        self.is(at, class::PERSON_PRON | class::ROLE)
            || self.is_name(at)
            || (self.in_title(at) && self.word(at).is_some_and(|w| w.capital && !w.stop))
            || (self.sentence(at).start == at && self.word(at).is_some_and(|w| w.capital && !w.stop))
    }

    /// Whether the word could be a noun or an adjective: no function word, no adverb, no number.
    pub fn is_content(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| !w.stop && !w.number)
            && !self.is(at, class::BE | class::AUX | class::PREP | class::CONJ | class::DET | class::POSS | class::NEG)
            && !self.is_adverb(at)
    }

    /// Whether the word looks like an adverb.
    pub fn is_adverb(&self, at: usize) -> bool {
        const NOUNS: &[&str] = &[
            "reply",
            "family",
            "ally",
            "bully",
            "folly",
            "assembly",
            "supply",
            "belly",
            "italy",
            "july",
            "monopoly",
            "anomaly",
            "rally",
            "tally",
            "fly",
            "lily",
            "jelly",
            "homily",
            "butterfly",
            "early",
            "elderly",
            "friendly",
            "deadly",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "likely",
            "lonely",
            "ugly",
            "holy",
            "silly",
            "costly",
            "orderly",
            "melancholy",
        ];
        self.form(at).ends_with("ly") && !NOUNS.contains(&self.form(at))
    }

    /// Whether the word looks like an adjective.
    pub fn is_adjective(&self, at: usize) -> bool {
        const ENDINGS: &[&str] = &["ous", "ful", "ish", "ive", "less", "able", "ible", "ical", "ial", "ent", "ant"];
        const NOUNS: &[&str] = &["ment", "sident", "cident", "tudent", "handful"];
        self.is_content(at)
            && (self.is(at, class::ADJ)
                || ENDINGS.iter().any(|e| self.form(at).len() > 6 && self.form(at).ends_with(e))
                    && !NOUNS.iter().any(|e| self.form(at).ends_with(e)))
    }

    /// From the first byte of the words to their last.
    pub fn span(&self, words: &Range<usize>) -> Option<Span> {
        let first = self.word(words.start)?;
        let last = self.word(words.end.checked_sub(1)?)?;
        (first.span.block == last.span.block).then(|| first.span.to(&last.span))
    }
}

fn in_title_case(prose: &Prose, sentence: &Sentence) -> bool {
    let words = prose.words_in(sentence.words.clone());
    let content = words.iter().filter(|w| !w.stop && !w.number).count();
    let capitals = words.iter().filter(|w| !w.stop && !w.number && w.capital).count();
    content >= 4 && capitals * 10 >= content * 8
}
