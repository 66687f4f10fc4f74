//! Names that are another's but for a word.

use super::super::spelling;
use super::{Both, Facts, Sentences, bare, within};
use crate::hashed::Hashes;
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::text::names::{Name, is_title};
use crate::text::{Prose, WordList};
use std::ops::Range;

impl Sentences<'_, '_> {
    /// A name that is another's but for one word, or one that stands in exactly the other's place.
    pub(super) fn names(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        for ours in within(&self.both.ours.names, &a, |n| &n.words) {
            for theirs in within(&self.both.theirs.names, &b, |n| &n.words) {
                let Some(at) = self.one_differs(ours, theirs) else { continue };
                self.both.raise_name(at, found);
                break;
            }
        }
    }

    /// Whether both are the last of their sentences.
    fn closes(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let last = |p: &Prose, at: usize| {
            let sentence = at.checked_sub(1).and_then(|at| p.words().get(at)).map(|w| w.sentence as usize);
            sentence.and_then(|s| p.sentences().get(s)).is_some_and(|s| s.words.end == at)
        };
        last(self.both.page, ours.end) && last(self.both.original, theirs.end)
    }

    /// The one word in which two names differ, where what stands around them shows that they are of one.
    fn one_differs(&self, ours: &Name, theirs: &Name) -> Option<(usize, usize)> {
        let Differing { at: (i, j), misspelt, length, last, adjective, long, formal, .. } =
            self.both.differing(ours, theirs)?;
        let (ours, theirs) = (&ours.words, &theirs.words);
        let around = self.frame.around(ours, theirs);
        let placed = around.is_some();
        let sides = around.map(|around| self.sides(ours, theirs, around)).unwrap_or_default();
        let start = |p: &Prose, at: usize| {
            let sentence = p.words().get(at).and_then(|w| p.sentences().get(w.sentence as usize));
            sentence.is_some_and(|s| s.words.start == at)
        };
        let opens = placed && start(self.both.page, ours.start) && start(self.both.original, theirs.start);
        let beside = (sides.left || opens) && sides.right;
        let misspelt = placed && misspelt;
        // Of a name of several words the others vouch for it; a word alone must stand in the very same place, and be a
        // misspelling or no adjective of a people.
        let closes = placed && self.closes(ours, theirs);
        let alone = sides.left && (sides.right && (misspelt || sides.telling && !adjective) || closes && misspelt);
        // A surname vouches for nobody: families are in the news together.
        let surname = || long && last && self.both.beside(ours, theirs, self.near());
        let first = || formal && length == 2 && !last && self.both.alone_of_the_name(ours, theirs);
        (if length > 1 { misspelt || beside || surname() || first() } else { alone }).then_some((i, j))
    }
}

impl Both<'_, '_> {
    /// The one word in which two names differ, where neither document has the other's word at all.
    fn differing(&self, ours: &Name, theirs: &Name) -> Option<Differing> {
        let dated = |f: &Facts, n: &Name| within(&f.dates, &n.words, |d| &d.words).next().is_some();
        if dated(self.ours, ours) || dated(self.theirs, theirs) {
            return None;
        }
        let own = |p: &Prose, n: &Name| -> Vec<usize> {
            n.words.clone().filter(|&i| p.words().get(i).is_some_and(|w| !w.stop && !is_title(p.form(w)))).collect()
        };
        let (mut a, mut b) = (own(self.page, ours), own(self.original, theirs));
        // “Commissioner Leander Voss”, “the commissioner, Leander Voss”
        let known = |p: &Prose, at: &[usize], f: &Facts| {
            at.iter().filter_map(|&i| p.words().get(i)).all(|w| f.has(bare(p.form(w))))
        };
        let least = a.len().min(b.len());
        let (more, most) = (a.len() - least, b.len() - least);
        if least == 0
            || more + most > 0 && least < 2
            || !known(self.page, a.get(..more)?, self.theirs)
            || !known(self.original, b.get(..most)?, self.ours)
        {
            return None;
        }
        a.drain(..more);
        b.drain(..most);
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
        let strange = !self.theirs.has(&have) && !self.ours.has(&had);
        let letters = have.chars().chain(had.chars()).all(char::is_alphabetic);
        if !strange || !letters || have.len() < 3 || had.len() < 3 || abbreviates(&have, &had) {
            return None;
        }
        let ends = |s: &str| have.ends_with(s) || had.ends_with(s);
        Some(Differing {
            at: (i, j),
            misspelt: have.len() > 3 && distance(&have, &had) <= 1 + usize::from(have.len() > 7),
            length: a.len(),
            last: Some(&i) == a.last(),
            adjective: ends("ish") || ends("an"),
            long: have.len() > 3 && had.len() > 3,
            formal: have.len() > 5 && had.len() > 5,
            letters: have.len() == had.len(),
        })
    }

    /// Names of several words that are the original's but for a slip in the spelling of one, wherever the two stand.
    pub(super) fn slips(&self, found: &mut Vec<Altered>) {
        let strange = |p: &Prose, n: &Name, others: &Facts| {
            n.words.len() > 1 && p.words_in(n.words.clone()).iter().any(|w| w.capital && !others.has(bare(p.form(w))))
        };
        let mut told = Hashes::default();
        let theirs: Vec<&Name> = self.theirs.names.iter().filter(|n| strange(self.original, n, self.ours)).collect();
        for ours in self.ours.names.iter().filter(|n| strange(self.page, n, self.theirs)).take(MOST) {
            let slip = |n: &&Name| self.differing(ours, n).filter(|d| d.misspelt && d.length > 1);
            let Some(Differing { at, .. }) = theirs.iter().take(MOST).find_map(slip) else { continue };
            // Once is enough: whoever misspells a name does it throughout.
            if self.page.words().get(at.0).is_some_and(|w| told.insert(w.stem)) {
                self.raise_name(at, found);
            }
        }
    }

    /// Where two names of one word differ, if they are alike enough to be taken for each other. A letter more or less is a matter of spelling.
    pub(super) fn misspelt(&self, ours: &Name, theirs: &Name) -> Option<(usize, usize)> {
        self.differing(ours, theirs).filter(|d| d.misspelt && d.length == 1 && !d.adjective && d.letters).map(|d| d.at)
    }

    /// Whether each document names only one by the last word of these names.
    fn alone_of_the_name(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let one = |p: &Prose, f: &Facts, name: &Range<usize>| {
            let word = |at: usize| p.words().get(at).map(|w| bare(p.form(w)));
            let (first, last) = (word(name.end.saturating_sub(2)), word(name.end.saturating_sub(1)));
            f.names.iter().filter(|n| n.words.len() > 1 && word(n.words.end - 1) == last).all(|n| {
                let before = n.words.end.checked_sub(2).and_then(word);
                before == first || before.is_some_and(is_title)
            })
        };
        one(self.page, self.ours, ours) && one(self.original, self.theirs, theirs)
    }

    /// Takes down two words of names, once.
    pub(super) fn raise_name(&self, at: (usize, usize), found: &mut Vec<Altered>) {
        let (Some(have), Some(had)) = (self.page.words().get(at.0), self.original.words().get(at.1)) else { return };
        if !found.iter().any(|f| f.span.meets(&have.span)) {
            self.raise((&(at.0..at.0 + 1), have.span), (&(at.1..at.1 + 1), had.span), AlteredKind::Name, found);
        }
    }
}

/// So many names of each document are held against each other.
const MOST: usize = 200;

/// Two names that differ in one word.
struct Differing {
    /// That word.
    at: (usize, usize),
    /// Whether the one may be a slip for the other.
    misspelt: bool,
    /// How many words the names have.
    length: usize,
    /// Whether it is their last.
    last: bool,
    /// Whether it may be an adjective of a people.
    adjective: bool,
    /// Whether it is long enough to be a surname.
    long: bool,
    /// Whether both are longer than what friends call each other: “Tess” is a Teresa.
    formal: bool,
    /// Whether both have as many letters.
    letters: bool,
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
