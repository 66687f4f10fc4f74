//! The lexicon: words and phrases that characterize, and the word classes that the context rules ask for.
//!
//! Written as text (`lexicon/*.txt`, see the README there), compiled by `build.rs` into one sorted list, which is inflected
//! on first use (`inflect`) and walked (`dictionary`).

mod dictionary;
mod inflect;

use crate::report::CharacterizationKind;
use crate::text::Prose;
use dictionary::{DICTIONARY, State};
use inflect::Inflection;

/// Part of speech that a category holds in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pos {
    /// Noun.
    Noun,
    /// Adjective.
    Adjective,
    /// Adverb.
    Adverb,
    /// Verb.
    Verb,
    /// Several words, taken as they stand.
    Phrase,
}

/// Which form of its lemma a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As it stands in the lexicon.
    Base,
    /// Third person or plural.
    S,
    /// Past or past participle.
    Past,
    /// Present participle.
    Ing,
    /// An adverb made from an adjective.
    Ly,
}

/// A category of the lexicon.
#[derive(Debug)]
pub struct Category {
    /// Its name in the files, for those who train and test: the module that ships does without.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// What it makes of words; `None` for literal phrases, which are never a characterization.
    pub kind: Option<CharacterizationKind>,
    /// Part of speech.
    pub pos: Pos,
    /// How surely the word says what the writer thinks: 1 weak to 5 an insult.
    pub strength: u8,
    /// Only of somebody.
    pub person: bool,
    /// Only as a predicate.
    pub pred: bool,
    /// Only in "is a …", "that …", "like a …".
    pub isa: bool,
    /// Weak alone, but meant on a page that is full of strong words.
    pub mild: bool,
    /// Sums up what somebody says: on request only, where that stands beside it in quotation marks.
    pub sums: bool,
    /// Word classes next to which it is literal.
    pub not: u64,
    /// Word classes of which alone it is said; 0 if of any.
    pub of: u64,
    /// The line that a reader sees.
    pub reason: &'static str,
}

/// One reading of a form.
#[derive(Debug, Clone, Copy)]
pub struct Sense {
    category: u16,
    /// Which form of the lemma.
    pub form: Form,
}

impl Sense {
    /// Its category.
    pub fn category(&self) -> &'static Category {
        tables::category(self.category)
    }
}

/// What the lexicon knows of a form.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'l> {
    /// The word classes that it belongs to, as bits.
    pub classes: u64,
    /// Its senses, strongest first.
    pub senses: &'l [Sense],
}

/// A heading of the files, to which the entries below it belong.
#[derive(Debug)]
struct Heading {
    inflection: Inflection,
    under: Under,
}

/// What a heading opens.
#[derive(Debug, Clone, Copy)]
enum Under {
    /// The category of this number.
    Category(u16),
    /// The word class that is this bit.
    Class(u8),
}

static UNKNOWN: Category = Category {
    #[cfg(not(target_arch = "wasm32"))]
    name: "",
    kind: None,
    pos: Pos::Phrase,
    strength: 0,
    person: false,
    pred: false,
    isa: false,
    mild: false,
    sums: false,
    not: 0,
    of: 0,
    reason: "",
};

/// The word classes, as bits.
pub mod class {
    pub use super::tables::*;
}

mod tables {
    #![allow(dead_code, reason = "made from the files: a class may be asked for by them alone")]
    use super::{Category, CharacterizationKind, Heading, Inflection, Pos, Under};
    include!(concat!(env!("OUT_DIR"), "/lexicon_tables.rs"));

    pub(super) fn category(number: u16) -> &'static Category {
        CATEGORIES.get(usize::from(number)).unwrap_or(&super::UNKNOWN)
    }
}

pub use tables::CATEGORIES;

/// The longest phrase, in words; nothing longer is looked for.
const LONGEST: usize = 8;
/// The most words that the gap in an entry such as “brush … aside” stands for.
const GAP: usize = 4;

/// An entry of the lexicon that stands in a document.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    /// Its first word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// What the lexicon knows of it.
    pub entry: Entry<'static>,
}

/// Looks every word of a document up.
pub struct Scanner<'p, 't> {
    prose: &'p Prose<'t>,
}

impl<'p, 't> Scanner<'p, 't> {
    /// For the words of `prose`.
    pub fn new(prose: &'p Prose<'t>) -> Self {
        Scanner { prose }
    }

    /// The entries that begin with the word `at` and end before `limit`, shortest first.
    pub fn at(&self, at: usize, limit: usize, found: &mut Vec<Match>) {
        found.clear();
        self.walk(DICTIONARY.start(), at, at, limit.min(at + LONGEST + GAP), false, found);
    }

    /// Reads on from `state` with the word `word`.
    fn walk(&self, state: State, start: usize, word: usize, limit: usize, gapped: bool, found: &mut Vec<Match>) {
        let (mut state, mut at, mut limit) = (state, word, limit);
        loop {
            if at >= limit {
                return;
            }
            let Some(this) = self.prose.words().get(at) else { return };
            let form = self.prose.form(this);
            let whole = DICTIONARY.step(state, form.as_bytes());
            let bare = form.strip_suffix("'s").filter(|_| whole.is_none());
            let Some(next) = whole.or_else(|| bare.and_then(|b| DICTIONARY.step(state, b.as_bytes()))) else { return };
            if let Some(entry) = DICTIONARY.entry(next) {
                found.push(Match { start, end: at + 1, entry });
            }
            if bare.is_some() || !joined(self.prose.gap_after(at)) {
                return;
            }
            let Some(open) = DICTIONARY.step(next, b" ") else { return };
            if !gapped && let Some(after) = DICTIONARY.step(open, b"\x01 ") {
                let mut skip = at + 2;
                while skip <= at + 1 + GAP && skip < limit && joined(self.prose.gap_after(skip - 1)) {
                    self.walk(after, start, skip, limit, true, found);
                    skip += 1;
                }
            }
            state = open;
            at += 1;
            limit = limit.min(start + LONGEST + if gapped { GAP } else { 0 });
        }
    }
}

/// Whether two words with `gap` between them belong to one phrase.
pub fn joined(gap: &str) -> bool {
    matches!(gap, " " | "-" | "\u{a0}" | "\u{2011}" | "  " | "\u{2010}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, &'static str)> {
        let prose = Prose::new([(0, text)]);
        let scanner = Scanner::new(&prose);
        let (mut all, mut here) = (Vec::new(), Vec::new());
        for at in 0..prose.words().len() {
            scanner.at(at, prose.words().len(), &mut here);
            if let Some(m) = here.iter().rfind(|m| !m.entry.senses.is_empty()) {
                let span = prose.words()[m.start].span.to(&prose.words()[m.end - 1].span);
                all.push((span.of(text).to_owned(), m.entry.senses[0].category().name));
            }
        }
        all
    }

    #[test]
    fn words_and_phrases_are_found_in_all_their_forms() {
        for (text, want, category) in [
            ("two maniacs", "maniacs", "madman"),
            ("the maniac's plan", "maniac's", "madman"),
            ("con men everywhere", "con men", "ruler"),
            ("snakes in the grass", "snakes in the grass", "villain"),
            ("Bosses brushed the warning aside.", "brushed the warning aside", "harm-verb"),
            ("a self-serving answer", "self-serving", "scorn-adj"),
            ("it was shamelessly done", "shamelessly", "shameful"),
            ("pontificating again", "pontificating", "boast-verb"),
            ("They tore into him", "tore into", "attack-verb"),
            ("That is borderline; it borders on farce", "borders on", "border"),
        ] {
            let all = found(text);
            assert!(all.contains(&(want.to_owned(), category)), "{text}: {all:?}");
        }
    }

    #[test]
    fn a_gap_holds_at_most_four_words_and_no_stop() {
        assert!(found("He brushed them. Move aside").is_empty());
        assert!(found("brushed the one two three four aside").is_empty());
    }

    #[test]
    fn every_category_has_a_line_for_the_reader_and_none_of_them_scolds() {
        for category in CATEGORIES.iter().filter(|c| c.kind.is_some()) {
            assert!(category.reason.len() > 8, "{}", category.name);
            assert!((1..=5).contains(&category.strength), "{}", category.name);
            for word in ["biased", "misleading", "spin", "loaded", "false"] {
                assert!(!category.reason.to_lowercase().contains(word), "{}", category.reason);
            }
        }
    }
}
