//! What of an original the page carries, in its words or in others.

use super::alike::line;
use super::denials::{DENIES, denial, denies};
use crate::hashed::{ByHash, ByNumber, Hashes, Numbers};
use crate::order;
use crate::text::stem::hash;
use crate::text::{Prose, Sentence, Word, rarity};

/// A sentence of which the page has so many words in a row was used for it.
const RUN: usize = 6;
/// So many places of a word are looked at: one that stands in more sentences says nothing of which of them it is from, and the
/// cost is to grow with the page.
const MOST_PLACES: usize = 100;

/// What a content word weighs, and the sentences of the page that have it.
pub(super) type Found = (f32, Vec<usize>);

/// How much of a text's sentences the page has.
pub(super) struct Carried {
    /// Which sentences deny something.
    denials: Vec<bool>,
    /// Whether one does by a verb of denial.
    pub(super) rebuts: bool,
    /// The sentences that a stem is in.
    pub(super) places: ByHash<Vec<usize>>,
    /// The same for its words as written, and for the begins of the long ones.
    forms: ByHash<Vec<usize>>,
    begins: ByHash<Vec<usize>>,
    /// And for the words that say the same ([`line()`]).
    lines: ByHash<Vec<usize>>,
    /// Its runs of [`RUN`] words.
    runs: Hashes,
}

fn runs(stems: &[u64]) -> impl Iterator<Item = u64> + '_ {
    stems.windows(RUN).map(|run| run.iter().fold(0, |key: u64, stem| key.rotate_left(7) ^ stem))
}

fn key(form: &str) -> u64 {
    hash(form.as_bytes())
}

/// The begin of a long word, which its kin have too: “assessment” and “assessor”.
fn begin(form: &str) -> Option<&str> {
    form.get(..6).filter(|_| form.len() > 6)
}

impl Carried {
    pub(super) fn of(page: &Prose) -> Self {
        let stems = |s: &Sentence| page.words_in(s.words.clone()).iter().filter(|w| !w.stop).map(|w| w.stem).collect();
        let sentences: Vec<Hashes> = page.sentences().iter().map(stems).collect();
        let mut places: ByHash<Vec<usize>> = ByHash::default();
        for (at, stems) in sentences.iter().enumerate() {
            stems.iter().for_each(|&s| places.entry(s).or_default().push(at));
        }
        let rebuts = page.sentences().iter().any(|s| denial(page, page.words_in(s.words.clone())).is_some());
        let denials = page.sentences().iter().map(|s| denies(page, page.words_in(s.words.clone()))).collect();
        let mut forms: ByHash<Vec<usize>> = ByHash::default();
        let mut begins: ByHash<Vec<usize>> = ByHash::default();
        let mut lines: ByHash<Vec<usize>> = ByHash::default();
        for word in page.words().iter().filter(|w| !w.stop) {
            line(word.stem)
                .into_iter()
                .for_each(|l| lines.entry(u64::from(l)).or_default().push(word.sentence as usize));
            let form = page.form(word);
            forms.entry(key(form)).or_default().push(word.sentence as usize);
            begin(form).into_iter().for_each(|b| begins.entry(key(b)).or_default().push(word.sentence as usize));
        }
        let stems: Vec<u64> = page.words().iter().map(|w| w.stem).collect();
        let runs = runs(&stems).collect();
        Carried { denials, rebuts, places, forms, begins, lines, runs }
    }

    /// The sentences of the page that have a word: its stem, a word that says the same, the same begin of a long word, or its parts or the whole of it
    /// written apart or together (“secondhand”, “second hand”). Ascending.
    fn places_of(&self, original: &Prose, words: &[&Word], at: usize) -> Vec<usize> {
        let Some(word) = words.get(at) else { return Vec::new() };
        let form = original.form(word);
        let beside = |a: Option<&&Word>, b: Option<&&Word>| {
            a.zip(b).and_then(|(a, b)| self.forms.get(&key(&[original.form(a), original.form(b)].concat())))
        };
        let apart = (3..form.len().saturating_sub(2)).find_map(|cut| {
            let (a, b) = form.split_at_checked(cut)?;
            self.forms.get(&key(a)).filter(|_| self.forms.contains_key(&key(b)))
        });
        let stem = self.places.get(&word.stem);
        let alike = line(word.stem).and_then(|l| self.lines.get(&u64::from(l)));
        let kin = begin(form).and_then(|b| self.begins.get(&key(b)));
        let before = at.checked_sub(1).and_then(|b| words.get(b));
        let all = [stem, alike, kin, apart, beside(before, words.get(at)), beside(words.get(at), words.get(at + 1))];
        order::distinct(all.into_iter().flatten().flat_map(|p| p.iter().take(MOST_PLACES)).copied())
    }

    /// Where the page has each content word of a sentence, with the word's weight.
    pub(super) fn found(&self, original: &Prose, words: &[&Word]) -> Vec<Found> {
        let content = (0..words.len()).filter(|&at| words.get(at).is_some_and(|w| !w.stop));
        content
            .map(|at| {
                let stem = words.get(at).map_or(0, |w| w.stem);
                (self.weight(stem), self.places_of(original, words, at))
            })
            .collect()
    }

    /// Whether the page has one of these words, as written.
    pub(super) fn any<'w>(&self, mut words: impl Iterator<Item = &'w str>) -> bool {
        words.any(|word| self.forms.contains_key(&key(word)))
    }

    /// What a word says about whether the page has a sentence: less the more sentences of the page have it, since it may
    /// come from any of them.
    fn weight(&self, stem: u64) -> f32 {
        let sentences = self.places.get(&stem).map_or(0, Vec::len);
        rarity::weight(stem) / (1.0 + (sentences.max(1) as f32).ln())
    }

    /// Whether the page has a run of these words.
    pub(super) fn repeats(&self, words: &[&Word]) -> bool {
        let stems: Vec<u64> = words.iter().map(|w| w.stem).collect();
        runs(&stems).any(|run| self.runs.contains(&run))
    }

    /// Weighted share of the words that some `most` neighbouring sentences of the page have together. With `denied`, one of
    /// the first two has to deny something: an accusation has most words in common with its denial, and does not carry it.
    pub(super) fn share(&self, found: &[Found], most: usize, denied: bool) -> f32 {
        let all: f32 = found.iter().map(|f| f.0).sum();
        // What the words of each stretch weigh, by its first sentence.
        let mut stretches: ByNumber<usize, f32> = ByNumber::default();
        for (weight, places) in found {
            let mut next = 0;
            for &place in places {
                for start in next.max((place + 1).saturating_sub(most))..=place {
                    *stretches.entry(start).or_default() += weight;
                }
                next = place + 1;
            }
        }
        let denies = |i: usize| self.denials.iter().skip(i).take(2).any(|d| *d);
        // A stretch that does not begin with one of the words has no more than one that does.
        let starts = found.iter().flat_map(|f| &f.1).filter(|&&i| !denied || denies(i));
        starts.filter_map(|i| stretches.get(i)).copied().fold(0.0, f32::max) / all.max(f32::MIN_POSITIVE)
    }

    /// Weighted share of the words that the page has anywhere.
    pub(super) fn anywhere(found: &[Found]) -> f32 {
        let sum = |of: &mut dyn Iterator<Item = &Found>| of.map(|f| f.0).sum::<f32>();
        sum(&mut found.iter().filter(|f| !f.1.is_empty())) / sum(&mut found.iter()).max(f32::MIN_POSITIVE)
    }
}

impl Carried {
    /// Whether the page has the same plain denial: the same verb, and a name or a rarer word of it.
    pub(super) fn denies(&self, original: &Prose, words: &[&Word]) -> bool {
        let verbs: Hashes = words.iter().filter(|w| DENIES.has(original.form(w))).map(|w| w.stem).collect();
        let names: Hashes = words.iter().filter(|w| w.capital && !w.stop).map(|w| w.stem).collect();
        let places = |stems: &Hashes| -> Numbers<usize> {
            stems.iter().filter_map(|s| self.places.get(s)).flatten().copied().collect()
        };
        let (verbs, names) = (places(&verbs), places(&names));
        // “She denies murder”: the name may stand in the sentence before.
        verbs.iter().any(|&at| (at.saturating_sub(1)..=at + 1).any(|i| names.contains(&i)))
    }
}
