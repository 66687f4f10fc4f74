//! Sentences that say in other words what one sentence of the original says, known by the names, figures and rare words that only that
//! sentence of the original has.

use super::evidence::Evidence;
use super::prepared::{ABSENT, Prepared};
use crate::hashed::ByHash;
use crate::order;
use crate::text::quantities::{Quantity, Unit, quantities};
use crate::text::{Prose, rarity};

/// What stands in more sentences of the original than this tells none of them.
const MOST_PLACES: usize = 3;
/// A common word is no evidence of a sentence.
const TELLING: f32 = 4.5;

/// What a figure of one digit says, in bits.
const SMALL: f32 = 3.0;
/// What a figure says that is the original's rounded.
const ROUNDED: f32 = 9.0;
/// So many figures of an original are looked at for rounded ones.
const MOST_FIGURES: usize = 500;

/// A sentence of the page and the one of the original that shares most with it.
#[derive(Debug, Clone, Default)]
pub(super) struct Link {
    /// Index of the page's sentence.
    pub sentence: usize,
    /// Index of the original's.
    pub original_sentence: usize,
    /// What they share, in bits: what stands in two or three sentences of the original counts half or a third.
    pub bits: f32,
    /// The same for the sentence of the original that comes second.
    pub second: f32,
    /// Names that they share.
    pub names: usize,
    /// Figures that they share and that hardly meet by chance.
    pub figures: usize,
    /// Other words that they share.
    pub words: usize,
    /// Names and figures of the page's sentence that the original has nowhere.
    pub new: usize,
    /// The original's words that they share, ascending.
    pub shared: Vec<usize>,
}

/// A shared name, with what else is shared, must be worth so many bits: two rare words.
const BY_NAME: f32 = 12.0;
/// A shared figure.
const BY_FIGURE: f32 = 11.0;
/// Other words alone, of which there must be two.
const BY_WORDS: f32 = 14.0;
/// By so much the sentence must share more than the second: a name that is everywhere leads nowhere.
const AHEAD: f32 = 2.0;
/// The same for words alone.
const WORDS_AHEAD: f32 = 3.0;

impl Link {
    /// Whether it can be shown to a reader of a page that was taken from the original beyond doubt. The bars were set on five reports
    /// written for it, each retold sentence by sentence in other words: 18 of 86 sentences are found, 17 of them rightly; with
    /// bars a fifth lower 22, 19 of them rightly.
    pub(super) fn holds(&self) -> bool {
        let (least, ahead) = match (self.figures, self.names, self.words) {
            (1.., ..) => (BY_FIGURE, AHEAD),
            (0, 1.., _) => (BY_NAME, AHEAD),
            (0, 0, 2..) => (BY_WORDS, WORDS_AHEAD),
            _ => return false,
        };
        self.bits >= least && self.bits >= ahead * self.second && self.new <= self.names + self.figures
    }
}

/// What a sentence of the original shares with one of the page.
#[derive(Default)]
struct Shared {
    bits: f32,
    names: usize,
    figures: usize,
    words: usize,
    /// The page's word after the last name.
    after: usize,
    at: Vec<usize>,
}

/// A figure as a key: of one kind and one value.
fn key(q: &Quantity) -> u64 {
    let (low, high) = q.ends();
    (low.to_bits() ^ high.to_bits().rotate_left(17)).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(q.kind())
}

/// What it says that two sentences share a figure, in bits, and whether it alone says something.
fn worth(q: &Quantity) -> (f32, bool) {
    // To a thousandth of one percent, without the zeros it ends in.
    let mut figures = (q.low.abs() * if q.unit == Unit::Share { 1e5 } else { 1e3 }).round() as u64;
    while figures > 0 && figures.is_multiple_of(10) {
        figures /= 10;
    }
    let digits = figures.checked_ilog10().map_or(0, |last| last + 1);
    match (digits, q.unit) {
        (3.., _) => (12.0, true),
        (2, Unit::Count | Unit::Ordinal | Unit::Clock | Unit::Months | Unit::Seconds | Unit::Age) => (7.0, false),
        (2, _) => (11.0, true),
        _ => (SMALL, false),
    }
}

/// The likeliest link of each of the page's sentences that is `open`, if it shares anything telling.
pub(super) fn links(page: &Prepared<'_, '_>, original: &Prose<'_>, evidence: &Evidence, open: &[bool]) -> Vec<Link> {
    let source = Source::of(original, evidence);
    let figures = quantities(page.prose);
    let mut figures = figures.as_slice();
    let mut found = Vec::new();
    for (index, sentence) in page.prose.sentences().iter().enumerate() {
        let end = figures.partition_point(|q| q.words.start < sentence.words.end);
        let (here, later) = figures.split_at_checked(end).unwrap_or((figures, &[]));
        figures = later;
        if open.get(index).copied().unwrap_or(false) {
            let mut shared = Sharing { source: &source, of: Vec::new(), new: 0 };
            here.iter().for_each(|q| shared.figure(q));
            let in_figure = |i: usize| here.iter().any(|q| q.words.contains(&i));
            shared.words(page.prose, sentence.words.clone().filter(|&i| !in_figure(i)), sentence.words.start);
            found.extend(shared.likeliest(index));
        }
    }
    found
}

/// Where the original has what.
struct Source<'o, 't> {
    original: &'o Prose<'t>,
    /// Its content words that the page has, by their stems.
    words: ByHash<Vec<usize>>,
    quantities: Vec<Quantity>,
    /// The first words of its figures, by [`key`].
    figures: ByHash<Vec<usize>>,
}

impl<'o, 't> Source<'o, 't> {
    fn of(original: &'o Prose<'t>, evidence: &Evidence) -> Self {
        let mut words: ByHash<Vec<usize>> = ByHash::default();
        for (i, (word, id)) in original.words().iter().zip(&evidence.theirs).enumerate() {
            if *id != ABSENT && !word.stop {
                words.entry(word.stem).or_default().push(i);
            }
        }
        let quantities = quantities(original);
        let mut figures: ByHash<Vec<usize>> = ByHash::default();
        for q in &quantities {
            figures.entry(key(q)).or_default().push(q.words.start);
        }
        Source { original, words, quantities, figures }
    }

    fn sentence(&self, word: usize) -> usize {
        self.original.words().get(word).map_or(usize::MAX, |w| w.sentence as usize)
    }

    /// Whether a word is capitalised within its sentence.
    fn is_name(&self, word: usize) -> bool {
        let begins =
            |sentence: u32| self.original.sentences().get(sentence as usize).is_none_or(|s| s.words.start >= word);
        self.original.words().get(word).is_some_and(|w| w.capital && !begins(w.sentence))
    }
}

/// What one sentence of the page shares with each of the original's.
struct Sharing<'s, 'o, 't> {
    source: &'s Source<'o, 't>,
    of: Vec<(usize, Shared)>,
    /// See [`Link::new`].
    new: usize,
}

impl Sharing<'_, '_, '_> {
    /// Notes something that the original has `at` these words, if it tells of a sentence.
    fn add(&mut self, at: &[usize], bits: f32, note: &dyn Fn(&mut Shared)) {
        let mut sentences: Vec<usize> = at.iter().map(|&w| self.source.sentence(w)).collect();
        sentences.dedup();
        if sentences.len() > MOST_PLACES {
            return;
        }
        for &sentence in &sentences {
            let slot = self.of.iter().position(|s| s.0 == sentence).unwrap_or(self.of.len());
            if slot == self.of.len() {
                self.of.push((sentence, Shared::default()));
            }
            if let Some((_, shared)) = self.of.get_mut(slot) {
                shared.bits += bits / sentences.len() as f32;
                note(shared);
                shared.at.extend(at.iter().filter(|&&w| self.source.sentence(w) == sentence));
            }
        }
    }

    fn figure(&mut self, q: &Quantity) {
        let source = self.source;
        let (bits, strong) = worth(q);
        let note = |shared: &mut Shared| shared.figures += usize::from(strong);
        if let Some(exact) = source.figures.get(&key(q)) {
            return self.add(exact, bits, &note);
        }
        // “more than £187,000” of £187,400.
        let near = source.quantities.iter().take(MOST_FIGURES).filter(|o| q.rounds(o));
        let rounded: Vec<usize> = near.map(|o| o.words.start).collect();
        if rounded.is_empty() {
            self.new += usize::from(!q.approximate && bits > SMALL);
        } else if bits > SMALL {
            self.add(&rounded, ROUNDED, &note);
        }
    }

    /// `words` are those of a sentence that begins with the word `start`, without its figures.
    fn words(&mut self, page: &Prose, words: impl Iterator<Item = usize>, start: usize) {
        let source = self.source;
        let mut seen: Vec<u64> = Vec::new();
        // The word after a name that the original does not have: of one in two words the second is not new again.
        let mut after_new = usize::MAX;
        for i in words {
            let Some(word) = page.words().get(i).filter(|w| !w.stop) else { continue };
            let Some(at) = source.words.get(&word.stem) else {
                self.new += usize::from(i > start && (word.capital && after_new != i || word.number));
                if word.capital {
                    after_new = i + 1;
                }
                continue;
            };
            if seen.contains(&word.stem) {
                continue;
            }
            seen.push(word.stem);
            let weight = rarity::weight(word.stem);
            let is_name = word.number || word.capital && at.iter().any(|&w| source.is_name(w));
            self.add(at, weight, &|shared| {
                if is_name {
                    shared.names += usize::from(shared.after != i);
                    shared.after = i + 1;
                } else {
                    shared.words += usize::from(weight >= TELLING);
                }
            });
        }
    }

    /// The link to the sentence that shares most.
    fn likeliest(mut self, sentence: usize) -> Option<Link> {
        order::by_key(&mut self.of, |s| order::pair(order::descending(s.1.bits), s.0));
        let second = self.of.get(1).map_or(0.0, |s| s.1.bits);
        let (original_sentence, shared) = self.of.into_iter().next()?;
        let Shared { bits, names, figures, words, at, .. } = shared;
        let shared = order::distinct(at.into_iter());
        Some(Link { sentence, original_sentence, bits, second, names, figures, words, new: self.new, shared })
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Relation, TraceKind};
    use crate::reuse::{Credited, Prepared, compare_credited};
    use crate::text::Prose;

    const REPORT: &str = "The managers of Fellside House kept the bank cards of residents in a locked drawer, a court heard on Monday. \
        One victim, a retired signalman aged 91 who had dementia, lost £43,000. The thefts came to light when a newly hired bookkeeper, \
        Dev Rattan, noticed that receipts had been photocopied and used again. Prosecutor Helena Strand said 614 withdrawals had been \
        traced. Officers found £12,300 in cash inside a bread bin. The Care Quality Commission rated the home good while the thefts \
        were going on.";
    const PAGE: &str = "Families trust those who look after their relatives, and sometimes they are wrong. A sharp-eyed recruit named \
        Dev Rattan exposed what had been happening, the Tarnford Observer relates. Worst hit was a former railwayman living with \
        dementia, whose account was drained of £43,000. Police discovered more than £12,000 in notes stuffed in with the bread. \
        Nobody will ever trust such a place again.";

    #[test]
    fn a_page_in_other_words_that_names_the_report_is_led_to_it_by_facts_and_by_them_alone() {
        let (page, report) = (Prose::new([(0, PAGE)]), Prose::new([(0, REPORT)]));
        let page = Prepared::new(&page);
        let links = |credit: Option<Credited>| {
            let compared = compare_credited(&page, &report, credit);
            let of_paraphrase = compared.traces.iter().filter(|t| t.kind == TraceKind::Paraphrase);
            (compared.relation, of_paraphrase.map(|t| (t.sentence, t.original_sentence)).collect::<Vec<_>>())
        };
        let (relation, found) = links(Some(Credited { score: 0.5, span: None }));
        assert_eq!((relation, found), (Relation::PartiallyDerived, vec![(1, 2), (2, 1), (3, 4)]));
        // Who names no report may have the same facts from the same court.
        assert!(links(None).0 >= Relation::SameEvent);
    }
}
