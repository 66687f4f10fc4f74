//! Whether two texts are about one matter at all.
//!
//! Papers tell events of one kind in the same sentences: a court's sentence, a council's vote, a company's answer. What parts two of
//! them is who and what they name.

use super::evidence::Evidence;
use super::prepared::{ABSENT, Prepared};
use crate::hashed::ByHash;
use crate::order;
use crate::text::quantities::spelled;
use crate::text::{Prose, Word, rarity};
use std::ops::Range;

/// Names that weigh less are everywhere: the country, its capital.
const TELLING: f32 = 4.0;

/// Whom and what page and original name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Matter {
    /// Names of the page, as stems.
    pub names: usize,
    /// The share of them that the original has.
    pub known: f32,
    /// Of the names that the original has in more than one sentence, by these sentences, the share that the page has. Where none
    /// recurs, of all its names.
    pub recurring: f32,
    /// Sentences of the page whose nearest sentence says the same of somebody or something of that name.
    pub agree: usize,
    /// Sentences whose nearest one says the same with other names and figures.
    pub clash: usize,
    /// Names and figures of the page's lead, and how many of them the original has.
    pub lead: (usize, usize),
    /// The same of the original's lead, and of the page.
    pub their_lead: (usize, usize),
    /// The same of all the page's figures, in digits and in words.
    pub figures: (usize, usize),
}

/// With fewer names of its own a page shows nothing by them.
const FEWEST_NAMES: usize = 8;
/// A page that knows less of its own names from the original, and has less of those that recur there, is about somebody else. Of the pages
/// taken from their original (METER, SheepDog) one in 872 is so, of those that cover the same event (METER, BASIL) three in 486; of the same
/// pages beside the likest original of another event 748 in 1,358.
const KNOWN: f32 = 0.5;
/// The second of the two.
const RECURRING: f32 = 0.3;
/// So many sentences of other names and figures, and the three shares together below this: no page of these sets that goes with its
/// original, but ten of ten stories on another event that were written in the sentences of a report for it (.5 to 1.45 there).
const CLASHES: usize = 2;
/// See [`CLASHES`].
const TOGETHER: f32 = 1.5;
/// A short page of so many names says with one such sentence that it is of another event, where the three together are next to nothing: two
/// recalls of food are told in the same sentences, of a dairy's yoghurt and a shop's salad.
const FEW_NAMES: usize = 3;
/// See [`FEW_NAMES`].
const NOTHING: f32 = 0.2;

/// The sentences that tell what a story is about, its headline among them.
const LEAD: usize = 4;
/// A page whose lead has so many names and figures, and no more than this share of them from the original …
const LEAD_FACTS: (usize, f32) = (5, 0.4);
/// … and which has so many figures, and no more than this share of them, while the original's lead has as few of its own on the page: it
/// tells of another event in the same town, court or company. Of 1,396 pages beside an original on the same event (METER, SheepDog, Clough
/// and Stevenson, BASIL) none became unrelated by it; of 22 made-up stories on other events, told in a report's sentences and some of
/// its own people, 20.
const FIGURES: (usize, f32) = (2, 0.35);

impl Matter {
    /// Whether page and original are about different people and things.
    pub(super) fn of_others(&self) -> bool {
        self.names >= FEWEST_NAMES && self.known < KNOWN && self.recurring < RECURRING
    }

    /// Whether the page says in the original's sentences what befell somebody else.
    pub(super) fn of_another_event(&self) -> bool {
        let together = self.known + self.recurring + share(self.agree, self.agree + self.clash);
        self.clash >= CLASHES && together < TOGETHER || self.clash > 0 && self.names >= FEW_NAMES && together < NOTHING
    }

    /// Whether the page tells at its head, and in figures, what the original does not have: another event, whoever answers for both.
    pub(super) fn of_other_facts(&self) -> bool {
        let little =
            |(of, known): (usize, usize), (fewest, most): (usize, f32)| of >= fewest && share(known, of) <= most;
        little(self.lead, LEAD_FACTS) && little(self.their_lead, LEAD_FACTS) && little(self.figures, FIGURES)
    }

    /// Compares whom and what `page` names with `original`.
    pub(super) fn new(page: &Prepared<'_, '_>, original: &Prose<'_>, evidence: &Evidence) -> Matter {
        let mut it = Matter::default();
        let ours = order::distinct(
            named(page.prose, 0..page.prose.words().len()).filter_map(|i| page.ids.get(i)).map(|&id| id as usize),
        );
        let has = |id: usize| evidence.has.get(id).copied().unwrap_or(false);
        it.names = ours.len();
        it.known = share(ours.iter().filter(|&&id| has(id)).count(), ours.len());
        let mut theirs: ByHash<(u32, u32, bool)> = ByHash::default();
        for i in named(original, 0..original.words().len()) {
            let (Some(word), Some(&id)) = (original.words().get(i), evidence.theirs.get(i)) else { continue };
            let seen = theirs.entry(word.stem).or_insert((0, u32::MAX, id != ABSENT));
            if seen.1 != word.sentence {
                *seen = (seen.0 + 1, word.sentence, seen.2);
            }
        }
        let recurs = theirs.values().any(|name| name.0 > 1);
        let (mut all, mut kept) = (0, 0);
        for &(sentences, _, known) in theirs.values().filter(|name| !recurs || name.0 > 1) {
            all += sentences as usize;
            kept += if known { sentences as usize } else { 0 };
        }
        it.recurring = share(kept, all);
        let here: Vec<bool> = evidence.theirs.iter().map(|&id| id != ABSENT).collect();
        it.lead = facts(page.prose, lead(page.prose), true, &evidence.known);
        it.their_lead = facts(original, lead(original), true, &here);
        it.figures = facts(page.prose, 0..page.prose.words().len(), false, &evidence.known);
        for (sentence, s) in page.prose.sentences().iter().zip(&evidence.sentences) {
            let Some(nearest) = s.nearest.and_then(|at| original.sentences().get(at)) else { continue };
            match beside(page, original, evidence, sentence.words.clone(), nearest.words.clone()) {
                Some(true) => it.agree += 1,
                Some(false) => it.clash += 1,
                None => {}
            }
        }
        it
    }
}

/// Figures of `words`, and names too if `names`: how many there are, and how many of them are `known`, by the words' places.
fn facts(prose: &Prose, words: Range<usize>, names: bool, known: &[bool]) -> (usize, usize) {
    let (mut all, mut shared) = (0, 0);
    for i in words {
        let Some(word) = prose.words().get(i) else { continue };
        let figure = word.number || spelled(prose.form(word)).is_some_and(|n| n > 1.0);
        if figure || names && is_name(prose, i, word) {
            all += 1;
            shared += usize::from(known.get(i).copied().unwrap_or(false));
        }
    }
    (all, shared)
}

/// The words of the first sentences.
fn lead(prose: &Prose) -> Range<usize> {
    0..prose.sentences().iter().take(LEAD).next_back().map_or(0, |s| s.words.end)
}

fn share(some: usize, all: usize) -> f32 {
    if all == 0 { 1.0 } else { some as f32 / all as f32 }
}

fn begins(prose: &Prose, i: usize, word: &Word) -> bool {
    prose.sentences().get(word.sentence as usize).is_some_and(|s| s.words.start == i)
}

/// Indices of those of `words` that are names or parts of one.
fn named<'p>(prose: &'p Prose<'_>, words: Range<usize>) -> impl Iterator<Item = usize> + use<'p> {
    words.filter(move |&i| prose.words().get(i).is_some_and(|w| is_name(prose, i, w)))
}

fn is_name(prose: &Prose, i: usize, word: &Word) -> bool {
    word.capital && !word.stop && !word.number && !begins(prose, i, word) && rarity::weight(word.stem) >= TELLING
}

/// Whether sentence `ours` of the page and `theirs` of the original, which say the same in words, say it of the same names and figures;
/// nothing if they say other things or one of them names nothing.
fn beside(
    page: &Prepared<'_, '_>,
    original: &Prose<'_>,
    evidence: &Evidence,
    ours: Range<usize>,
    theirs: Range<usize>,
) -> Option<bool> {
    let fact = |prose: &Prose, i: usize| {
        prose.words().get(i).is_some_and(|w| !w.stop && (w.number || w.capital && !begins(prose, i, w)))
    };
    let ids = evidence.theirs.get(theirs.clone())?;
    let (mut plain, mut common, mut facts, mut met, mut known) = (0, 0, 0, 0, 0);
    for i in ours {
        let (word, id) = (page.prose.words().get(i)?, page.ids.get(i)?);
        let meets = ids.contains(id);
        if fact(page.prose, i) {
            facts += 1;
            met += usize::from(meets);
            known += usize::from(evidence.known.get(i).copied().unwrap_or(false));
        } else if !word.stop {
            plain += 1;
            common += usize::from(meets);
        }
    }
    let of_theirs: Vec<bool> = theirs
        .clone()
        .filter(|&j| fact(original, j))
        .filter_map(|j| evidence.theirs.get(j))
        .map(|&id| id != ABSENT)
        .collect();
    if common < 2 || common * 2 < plain || facts == 0 || of_theirs.is_empty() {
        return None;
    }
    let here = of_theirs.iter().filter(|known| **known).count();
    if met > 0 || known * 2 > facts { Some(true) } else { (here * 2 <= of_theirs.len()).then_some(false) }
}

#[cfg(test)]
mod tests {
    use crate::report::Relation;
    use crate::reuse::compare;
    use crate::text::Prose;

    const NURSERY: &str = "A nursery bookkeeper who stole £92,000 in fees to pay for holidays has been jailed for two years and four \
        months. Sandra Whitlow altered invoices between 2020 and 2023 while she kept the accounts of Little Acorns in Marlby, Calder \
        Crown Court heard. Judge Helen Marsden told her that she had betrayed colleagues who trusted her. The thefts came to light when \
        a new manager, Owen Price, noticed that receipts had been used twice. Officers who searched Whitlow’s house found £3,200 in \
        cash in a wardrobe. A hearing in October will decide how much of the money can be recovered.";

    /// The paper of a town tells of its fires, trials and sums in one way, and of the same officers.
    #[test]
    fn another_case_in_the_same_court_is_another_event() {
        let original = Prose::new([(0, NURSERY)]);
        let other = "A scout leader who took £7,300 from a camp fund to buy a motorbike has been jailed for eleven months. Colin Speight,             46, altered invoices between 2015 and 2016 while he kept the accounts of the 4th Brampton troop, Calder Crown Court heard.             Judge Helen Marsden told him that he had betrayed families who trusted him. Officers who searched Speight’s house found             receipts in a shed. A hearing in October will decide how much of the money can be recovered.";
        let page = Prose::new([(0, other)]);
        let found = compare(&page, &original);
        assert_eq!((found.relation, found.traces.len()), (Relation::Unrelated, 0));
        // The same case, told by somebody who was there.
        let same = "Judge Helen Marsden did not look up. “You had everybody’s trust,” she told Sandra Whitlow, and sent her down for two             years and four months. In the gallery at Calder Crown Court parents of Little Acorns wept. The bookkeeper had taken £92,000             of their fees, some of it for holidays in Spain.";
        let page = Prose::new([(0, same)]);
        assert_ne!(compare(&page, &original).relation, Relation::Unrelated);
    }

    #[test]
    fn the_same_sentences_of_somebody_else_are_another_event() {
        let original = Prose::new([(0, NURSERY)]);
        let relation = |text: &str| {
            let page = Prose::new([(0, text)]);
            compare(&page, &original).relation
        };
        let other = "A parish clerk who stole £61,500 in rents to pay for holidays has been jailed for three years and one month. \
            Gerald Tunnicliffe altered invoices between 2018 and 2022 while he kept the accounts of Ferring Allotments in Stoke Dale, \
            Wexford Crown Court heard. Judge Amit Solanki told him that he had betrayed neighbours who trusted him. The thefts came to \
            light when a new treasurer, Ruth Daly, noticed that receipts had been used twice. Officers who searched Tunnicliffe’s house \
            found £900 in cash in a shed. A hearing in March will decide how much of the money can be recovered.";
        assert_eq!(relation(other), Relation::Unrelated);
        let same = "Sandra Whitlow, who stole £92,000 in fees from a nursery to pay for holidays, was jailed for two years and four \
            months. She altered invoices between 2020 and 2023 while keeping the accounts of Little Acorns in Marlby. Judge Helen \
            Marsden told her that she had betrayed colleagues who trusted her. Officers found £3,200 in cash in a wardrobe.";
        assert!(relation(same) <= Relation::PartiallyDerived);
    }
}
