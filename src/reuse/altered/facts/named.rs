//! Names that are another's but for a word.

use super::super::spelling;
use super::{Facts, Sentences, bare, within};
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::text::names::{Name, is_title};
use crate::text::{Prose, WordList};
use std::ops::Range;

impl Sentences<'_, '_> {
    /// A name that is another's but for one word, or one that stands in exactly the other's place.
    pub(super) fn names(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        for ours in within(&self.ours.names, &a, |n| &n.words) {
            for theirs in within(&self.theirs.names, &b, |n| &n.words) {
                let Some((i, j)) = self.one_differs(ours, theirs) else { continue };
                let (Some(have), Some(had)) = (self.page.words().get(i), self.original.words().get(j)) else {
                    continue;
                };
                self.raise(i..i + 1, have.span, j..j + 1, had.span, AlteredKind::Name, found);
                break;
            }
        }
    }

    /// The one word in which two names differ, where neither document has the other's word at all.
    fn one_differs(&self, ours: &Name, theirs: &Name) -> Option<(usize, usize)> {
        let dated = |f: &Facts, n: &Name| within(&f.dates, &n.words, |d| &d.words).next().is_some();
        if dated(self.ours, ours) || dated(self.theirs, theirs) {
            return None;
        }
        let own = |p: &Prose, n: &Name| -> Vec<usize> {
            n.words.clone().filter(|&i| p.words().get(i).is_some_and(|w| !w.stop && !is_title(p.form(w)))).collect()
        };
        let (a, b) = (own(self.page, ours), own(self.original, theirs));
        if a.is_empty() || a.len() != b.len() {
            return None;
        }
        let form = |p: &'_ Prose, i: usize| p.words().get(i).map(|w| bare(p.form(w)).to_owned()).unwrap_or_default();
        let mut differing = a.iter().zip(&b).filter(|(i, j)| form(self.page, **i) != form(self.original, **j));
        let (&i, &j) = differing.next()?;
        if differing.next().is_some() {
            return None;
        }
        let (have, had) = (form(self.page, i), form(self.original, j));
        if [&have, &had].map(|f| spelling::fold(f.trim_end_matches('s'))).windows(2).all(|w| w.first() == w.last()) {
            return None;
        }
        let strange = !self.theirs.forms.contains(&have) && !self.ours.forms.contains(&had);
        let letters = have.chars().chain(had.chars()).all(char::is_alphabetic);
        if !strange || !letters || have.len() < 3 || had.len() < 3 || abbreviates(&have, &had) {
            return None;
        }
        let (ours, theirs) = (&ours.words, &theirs.words);
        let around = self.frame.around(ours, theirs);
        let placed = around.is_some();
        let sides = around.map(|around| self.sides(ours, theirs, around)).unwrap_or_default();
        let start = |p: &Prose, at: usize| {
            let sentence = p.words().get(at).and_then(|w| p.sentences().get(w.sentence as usize));
            sentence.is_some_and(|s| s.words.start == at)
        };
        let opens = placed && start(self.page, ours.start) && start(self.original, theirs.start);
        let beside = (sides.left || opens) && sides.right;
        let misspelt = placed && have.len() > 3 && distance(&have, &had) <= 1 + usize::from(have.len() > 7);
        // Of a name of several words the others vouch for it; a word alone must stand in the very same place, and be a
        // misspelling or no adjective of a people.
        let adjective = have.ends_with("ish") || had.ends_with("ish") || have.ends_with("an") || had.ends_with("an");
        let alone = sides.left && sides.right && (misspelt || sides.telling && !adjective);
        // A surname vouches for nobody: families are in the news together.
        let long = have.len() > 3 && had.len() > 3;
        let last = || long && Some(&i) == a.last() && Some(&j) == b.last() && self.beside(ours, theirs);
        (if a.len() > 1 { misspelt || beside || last() } else { alone }).then_some((i, j))
    }
}

/// Counties whose usual abbreviation is no shortening.
const COUNTIES: WordList = WordList(
    "hants yorks lancs cambs oxon bucks berks herts wilts northants notts lincs leics staffs glos beds worcs salop \
     calif mass conn penn",
);

/// A short form of a name: “Steve” and “Stephen”, “Rob” and “Robert”, “Bill” and “William”.
fn abbreviates(a: &str, b: &str) -> bool {
    const PAIRS: &[(&str, &str)] = &[
        ("bill", "william"),
        ("bob", "robert"),
        ("dick", "richard"),
        ("peggy", "margaret"),
        ("ted", "edward"),
        ("harry", "henry"),
        ("jack", "john"),
        ("tony", "anthony"),
        ("betty", "elizabeth"),
        ("liz", "elizabeth"),
        ("jim", "james"),
        ("mike", "michael"),
        ("steve", "stephen"),
        ("steve", "steven"),
        ("stephen", "steven"),
        ("dave", "david"),
        ("kate", "catherine"),
        ("kate", "katherine"),
        ("andy", "andrew"),
        ("jeff", "geoffrey"),
        ("mick", "michael"),
        ("nick", "nicholas"),
        ("chuck", "charles"),
    ];
    let stem = |s: &str| s.chars().take(3).collect::<String>();
    let short = a.len().min(b.len()) <= 4 && stem(a) == stem(b);
    let cut = a.len().abs_diff(b.len()) >= 3 && (a.starts_with(b) || b.starts_with(a));
    short || cut || COUNTIES.has(a) || COUNTIES.has(b) || PAIRS.iter().any(|p| *p == (a, b) || *p == (b, a))
}

/// Levenshtein distance of two short words, transpositions counting one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().take(40).collect());
    let width = b.len() + 1;
    let mut table = vec![0usize; (a.len() + 1) * width];
    let get = |t: &[usize], i: usize, j: usize| t.get(i * width + j).copied().unwrap_or(usize::MAX / 2);
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let cost = match (i.checked_sub(1), j.checked_sub(1)) {
                (None, _) => j,
                (_, None) => i,
                (Some(x), Some(y)) => {
                    let same = usize::from(a.get(x) != b.get(y));
                    let plain = (get(&table, x, y) + same).min(get(&table, x, j) + 1).min(get(&table, i, y) + 1);
                    let swapped = x > 0 && y > 0 && a.get(x) == b.get(y - 1) && a.get(x - 1) == b.get(y);
                    if swapped { plain.min(get(&table, x - 1, y - 1) + 1) } else { plain }
                }
            };
            if let Some(cell) = table.get_mut(i * width + j) {
                *cell = cost;
            }
        }
    }
    get(&table, a.len(), b.len())
}
