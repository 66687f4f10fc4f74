//! One document made ready to be compared: its words as small numbers, and where each pair of words stands.

use crate::hashed::ByHash;
use crate::text::{Prose, rarity};

/// A word that the page does not have.
pub(super) const ABSENT: u32 = u32::MAX;

/// Spreads a number that is no hash over 64 bits.
pub(super) fn spread(n: u64) -> u64 {
    let n = (n ^ (n >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    n ^ (n >> 29)
}

/// A page, made ready once and compared with as many originals as one likes. What is made here costs as much as the
/// page is long; comparing then costs as much as the original is long.
#[derive(Debug)]
pub struct Prepared<'p, 't> {
    pub(super) prose: &'p Prose<'t>,
    /// Number of each word's stem, by index of the word.
    pub(super) ids: Vec<u32>,
    /// By number of the stem: what it weighs in running text ([`rarity`]).
    pub(super) weight: Vec<f32>,
    /// By number of the stem: whether it is a function word.
    pub(super) stop: Vec<bool>,
    /// By number of the stem: in how many sentences it occurs.
    pub(super) sentences: Vec<u32>,
    /// By index of the sentence: whether it names what the page credits ([`Prepared::crediting`]).
    pub(super) credits: Vec<bool>,
    numbers: ByHash<u32>,
    /// By pair of stems: its first place; then, by place, the next one.
    first: ByHash<u32>,
    next: Vec<u32>,
}

/// Whether a sentence says what will or should come of a report: that is the writer's and not the report's, unless it says
/// so (“will, according to the Ledger”).
fn looks_ahead(prose: &Prose, sentence: usize) -> bool {
    const AHEAD: &[&str] = &["will", "won't", "should", "must", "ought"];
    const REPORTS: &[&str] = &[
        "says",
        "said",
        "saying",
        "reports",
        "reported",
        "according",
        "writes",
        "wrote",
        "told",
        "found",
        "shows",
        "revealed",
    ];
    let words = prose.sentences().get(sentence).map_or(&[][..], |s| prose.words_in(s.words.clone()));
    let has = |list: &[&str]| words.iter().any(|w| !w.quoted && list.contains(&prose.form(w)));
    has(AHEAD) && !has(REPORTS)
}

fn words_of(name: &str) -> Prose<'_> {
    Prose::new([(0, name)])
}

/// The key of a pair of neighbouring stems.
fn pair(a: u32, b: u32) -> u64 {
    spread(u64::from(a) << 32 | u64::from(b))
}

impl<'p, 't> Prepared<'p, 't> {
    /// Makes `prose` ready.
    pub fn new(prose: &'p Prose<'t>) -> Self {
        let words = prose.words();
        let mut it = Prepared {
            prose,
            ids: Vec::with_capacity(words.len()),
            weight: Vec::new(),
            stop: Vec::new(),
            sentences: Vec::new(),
            credits: Vec::new(),
            numbers: ByHash::default(),
            first: ByHash::default(),
            next: vec![ABSENT; words.len()],
        };
        let mut last_seen: Vec<u32> = Vec::new();
        for word in words {
            let fresh = u32::try_from(it.weight.len()).unwrap_or(ABSENT);
            let id = *it.numbers.entry(word.stem).or_insert(fresh);
            if id == fresh {
                it.weight.push(rarity::weight(word.stem));
                it.stop.push(word.stop);
                it.sentences.push(0);
                last_seen.push(ABSENT);
            }
            it.ids.push(id);
            if let (Some(n), Some(last)) = (it.sentences.get_mut(id as usize), last_seen.get_mut(id as usize))
                && *last != word.sentence
            {
                *last = word.sentence;
                *n += 1;
            }
        }
        for (at, two) in it.ids.windows(2).enumerate().rev() {
            if let [a, b] = *two {
                let place = u32::try_from(at).unwrap_or(ABSENT);
                let before = it.first.insert(pair(a, b), place);
                if let Some(next) = it.next.get_mut(at) {
                    *next = before.unwrap_or(ABSENT);
                }
            }
        }
        it
    }

    /// The page itself.
    pub fn prose(&self) -> &'p Prose<'t> {
        self.prose
    }

    /// Tells which outlets, reports or people the page credits for the original: a sentence that names one of them
    /// says itself where it comes from, and needs less else to trace.
    #[must_use]
    pub fn crediting<'n>(mut self, names: impl IntoIterator<Item = &'n str>) -> Self {
        let sentences = self.prose.sentences().len();
        self.credits = vec![false; sentences];
        for name in names {
            for at in self.naming(name) {
                let word =
                    self.prose.words().get(at).filter(|w| w.capital && !looks_ahead(self.prose, w.sentence as usize));
                if let Some(credits) = word.and_then(|w| self.credits.get_mut(w.sentence as usize)) {
                    *credits = true;
                }
            }
        }
        self
    }

    /// Indices of the first word wherever `name` stands.
    fn naming(&self, name: &str) -> Vec<usize> {
        let of = words_of(name);
        let ids: Vec<u32> = of.words().iter().map(|w| self.id(w.stem)).collect();
        // One common word alone ("report", "Mail") would mark half of a page.
        let heavy: f32 = of.words().iter().map(|w| rarity::weight(w.stem)).sum();
        if ids.is_empty() || ids.contains(&ABSENT) || heavy < 4.0 {
            return Vec::new();
        }
        self.ids.windows(ids.len()).enumerate().filter(|(_, w)| *w == ids).map(|(at, _)| at).collect()
    }

    /// The number of the stem with this key, or [`ABSENT`].
    pub(super) fn id(&self, stem: u64) -> u32 {
        self.numbers.get(&stem).copied().unwrap_or(ABSENT)
    }

    /// Where on the page the pair `a`, `b` stands: the first `most` places.
    pub(super) fn places(&self, a: u32, b: u32, most: usize) -> impl Iterator<Item = usize> {
        let first = self.first.get(&pair(a, b)).copied();
        std::iter::successors(first, |&at| self.next.get(at as usize).copied())
            .take_while(|&at| at != ABSENT)
            .take(most)
            .map(|at| at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_names_the_paper_credits_it_unless_it_looks_ahead() {
        for (credits, text) in [
            (true, "The Tidewater Ledger was able to view the minutes of the board."),
            (true, "The board will hide no more loans, according to the Tidewater Ledger."),
            (false, "Sunday’s story in the Tidewater Ledger will not help the treasurer’s good name."),
            (false, "The treasurer should read the Tidewater Ledger more often."),
            (false, "The board hid its loans for six years."),
        ] {
            let prose = Prose::new([(0, text)]);
            assert_eq!(Prepared::new(&prose).crediting(["Tidewater Ledger"]).credits, [credits], "{text}");
        }
    }
}
