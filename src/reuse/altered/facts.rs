//! Figures, dates and names that differ between two aligned sentences.

use super::super::{Alignment, Altered};
use super::{LONGEST, common, span_of};
use crate::report::AlteredKind;
use crate::text::dates::{Date, Day, dates};
use crate::text::lookup::Figures;
use crate::text::names::{Name, is_title, names};
use crate::text::quantities::{Quantity, Unit, quantities_besides};
use crate::text::{Prose, Word, WordList};
use std::collections::HashSet;
use std::ops::Range;

/// Content words that two sentences must share, and the share of the smaller sentence's, before a difference between
/// them means anything.
const SHARED: (usize, f64) = (3, 0.4);
/// Share of the content words of the longer sentence that both must have for the two to be made of the same words: then what is [`NEAR`]
/// reaches twice as far.
const TIGHT: f64 = 0.67;
/// How far, in words, the nearest common content word may stand from a figure for the two to be about the same thing.
const NEAR: usize = 3;

/// What of one document can be altered.
struct Facts {
    dates: Vec<Date>,
    quantities: Vec<Quantity>,
    names: Vec<Name>,
    /// The same, to be asked whether a figure is among them.
    figures: Figures,
    /// One of each date: a long page says “Monday” a thousand times, but a calendar has not many days.
    days: Vec<Date>,
    /// Lower-case forms of all words.
    forms: HashSet<String>,
}

impl Facts {
    fn of(prose: &Prose) -> Facts {
        let dates = dates(prose);
        let quantities = quantities_besides(prose, &dates);
        let forms = prose.words().iter().map(|w| bare(prose.form(w)).to_owned()).collect();
        let mut seen = HashSet::new();
        let told = |d: &&Date| seen.insert((d.year, d.month, d.day, d.weekday, d.relative));
        let days = dates.iter().filter(told).cloned().collect();
        let figures = Figures::of(quantities.clone());
        Facts { names: names(prose), forms, days, figures, dates, quantities }
    }
}

/// The differing figures, dates and names of `page`, sentence by sentence.
pub(super) fn altered(
    page: &Prose,
    original: &Prose,
    alignment: &Alignment,
    days: (Option<Day>, Option<Day>),
) -> Vec<Altered> {
    let (ours, theirs) = (Facts::of(page), Facts::of(original));
    let mut found = Vec::new();
    for (sentence, nearest) in alignment.nearest.iter().enumerate() {
        let Some((other, _)) = *nearest else { continue };
        let (Some(a), Some(b)) = (page.sentences().get(sentence), original.sentences().get(other)) else { continue };
        let Some(frame) = Frame::of(page, original, a.words.clone(), b.words.clone()) else { continue };
        let pair = Sentences { page, original, ours: &ours, theirs: &theirs, frame, days, other };
        if pair.frame.close {
            pair.quantities(a.words.clone(), b.words.clone(), &mut found);
            pair.names(a.words.clone(), b.words.clone(), &mut found);
        }
        pair.dates(a.words.clone(), b.words.clone(), &mut found);
    }
    found
}

/// Which words of two sentences stand for each other.
struct Frame {
    pairs: Vec<(usize, usize)>,
    /// Whether the two share so much that any difference between them means something.
    close: bool,
    /// Whether the two are made of the same words.
    tight: bool,
}

impl Frame {
    fn of(page: &Prose, original: &Prose, a: Range<usize>, b: Range<usize>) -> Option<Frame> {
        // What runs on for longer is no sentence but a list, in which no word frames another.
        if a.len().max(b.len()) > LONGEST {
            return None;
        }
        let stems = |p: &Prose, r: Range<usize>| p.words_in(r).iter().map(|w| w.stem).collect::<Vec<_>>();
        // A figure in common says as much of what the two are about as a word.
        let content = |p: &Prose, r: Range<usize>| {
            p.words_in(r).iter().filter(|w| !w.stop).map(|w| w.stem).collect::<HashSet<_>>()
        };
        let (ours, theirs) = (content(page, a.clone()), content(original, b.clone()));
        let shared = ours.intersection(&theirs).count();
        if shared < SHARED.0 {
            return None;
        }
        let close = shared as f64 >= SHARED.1 * ours.len().min(theirs.len()) as f64;
        let tight = shared as f64 >= TIGHT * ours.len().max(theirs.len()) as f64;
        let pairs = common(&stems(page, a.clone()), &stems(original, b.clone()));
        Some(Frame { pairs: pairs.into_iter().map(|(i, j)| (i + a.start, j + b.start)).collect(), close, tight })
    }

    /// The pairs around `ours` and `theirs`, if both stand in the same gap between two pairs.
    fn around(&self, ours: &Range<usize>, theirs: &Range<usize>) -> Option<[Option<(usize, usize)>; 2]> {
        let next = self.pairs.partition_point(|p| p.0 < ours.start);
        let left = next.checked_sub(1).and_then(|i| self.pairs.get(i)).copied();
        // A word inside the two (a unit, a month) may match.
        let right = self.pairs.iter().skip(next).find(|p| p.0 >= ours.end).copied();
        let inside = self.pairs.iter().skip(next).take_while(|p| p.0 < ours.end);
        let fits = left.is_none_or(|l| l.1 < theirs.start)
            && right.is_none_or(|r| r.1 >= theirs.end)
            && inside.into_iter().all(|p| theirs.contains(&p.1));
        fits.then_some([left, right])
    }
}

/// What stands right around two facts.
#[derive(Default)]
struct Sides {
    /// A common content word within [`NEAR`] words of both.
    telling: bool,
    /// The same word right before both.
    left: bool,
    /// The same word right after both.
    right: bool,
}

struct Sentences<'a, 't> {
    page: &'a Prose<'t>,
    original: &'a Prose<'t>,
    ours: &'a Facts,
    theirs: &'a Facts,
    frame: Frame,
    days: (Option<Day>, Option<Day>),
    other: usize,
}

impl Sentences<'_, '_> {
    fn quantities(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        let ours = unmet(self.ours, &a, self.theirs);
        let theirs = unmet(self.theirs, &b, self.ours);
        for q in &ours {
            let placed = |o: &&&Quantity| q.unit == o.unit && self.same_place(q, o);
            let counterpart = match q.unit {
                // Of a family two may have the name.
                Unit::Age => only(&theirs, |o| o.unit == Unit::Age && self.same_person(&q.words, &o.words)),
                _ => theirs.iter().find(placed).copied().or_else(|| {
                    only(&ours, |p| self.alike(p, q, self.page))?;
                    only(&theirs, |o| self.alike(q, o, self.original)).filter(|o| self.same_matter(q, o))
                }),
            };
            if let Some(o) = counterpart
                && !self.partial(q, o)
            {
                self.raise(q.words.clone(), q.span, o.words.clone(), o.span, AlteredKind::Number, found);
            }
        }
    }

    /// Whether a figure may stand for another one in `prose`: of one unit, or the same number with another unit of time or money.
    fn alike(&self, q: &Quantity, o: &Quantity, prose: &Prose) -> bool {
        use Unit::{Money, Months, Seconds};
        let first = |p: &Prose, q: &Quantity| p.words().get(q.words.start).map(|w| w.stem);
        let units = matches!((q.unit, o.unit), (Seconds, Months) | (Months, Seconds) | (Money(_), Money(_)));
        q.unit == o.unit || units && first(self.page, q) == first(prose, o)
    }

    /// Whether two figures that are the only ones left over tell of the same matter, wherever in their sentences they stand.
    fn same_matter(&self, q: &Quantity, o: &Quantity) -> bool {
        let (ours, theirs) = (self.close_to(self.page, &q.words), self.close_to(self.original, &o.words));
        // What is counted must stand close to both.
        let counted = |prose, q: &Quantity, other: &[u64]| {
            let head = self.head(prose, q.words.end);
            head.is_empty() || head.iter().any(|s| other.contains(s))
        };
        let bare = matches!(q.unit, Unit::Count | Unit::Ordinal);
        (!bare || counted(self.page, q, &theirs) && counted(self.original, o, &ours)) && meet(&ours, &theirs)
    }

    /// Whether a content word stands close to both, on whichever side.
    fn beside(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        meet(&self.close_to(self.page, ours), &self.close_to(self.original, theirs))
    }

    /// The content words close to `at`, without names: who is named beside a day is named beside others.
    fn close_to(&self, p: &Prose, at: &Range<usize>) -> Vec<u64> {
        let sentence = p.words().get(at.start).map(|w| w.sentence);
        let near = if self.frame.tight { 2 * NEAR } else { NEAR };
        let around = at.start.saturating_sub(near)..(at.end + near).min(p.words().len());
        let content = |w: &&Word| !w.stop && !w.capital && !w.number && Some(w.sentence) == sentence;
        let outside = around.filter(|i| !at.contains(i)).filter_map(|i| p.words().get(i));
        outside.filter(content).map(|w| w.stem).collect()
    }

    /// Whether one of the two has a part of what the other has, by how it is put: “12 of the 60”, “more than 40”, a range.
    fn partial(&self, q: &Quantity, o: &Quantity) -> bool {
        q.approximate != o.approximate && (q.low - o.low).abs() < 0.3 * q.low.abs().max(o.low.abs())
            || self.of_others(self.page, q) != self.of_others(self.original, o)
            || self.converted(q, o)
            || q.low < q.high && o.low == o.high
            || o.low < o.high && q.low == q.high
            || self.adds_up(q, self.theirs, self.original, o)
            || self.adds_up(o, self.ours, self.page, q)
    }

    /// Whether `q` counts only some, or those besides somebody: “the first three films”, “19 other children”.
    fn of_others(&self, prose: &Prose, q: &Quantity) -> bool {
        let form = |at: Option<usize>| at.and_then(|at| prose.words().get(at)).map_or("", |w| prose.form(w));
        matches!(form(q.words.start.checked_sub(1)), "other" | "another" | "further" | "first" | "last" | "next")
            || matches!(form(Some(q.words.end)), "other" | "others" | "more" | "further")
    }

    /// Whether one may be the other in another unit, roughly: “three and a half stone”, “24kg”.
    fn converted(&self, q: &Quantity, o: &Quantity) -> bool {
        let unit =
            |p: &Prose, q: &Quantity| q.words.end.checked_sub(1).and_then(|at| p.words().get(at)).map(|w| w.stem);
        matches!(q.unit, Unit::Metres | Unit::Grams | Unit::Litres | Unit::Speed)
            && (q.low - o.low).abs() < 0.1 * q.low.abs().max(o.low.abs())
            && unit(self.page, q) != unit(self.original, o)
    }

    /// Whether `q` is the sum or the difference of two figures of the other sentence, the one where `o` stands, or a share of one.
    fn adds_up(&self, q: &Quantity, theirs: &Facts, other: &Prose, o: &Quantity) -> bool {
        let sentence = other.words().get(o.words.start).and_then(|w| other.sentences().get(w.sentence as usize));
        let Some(sentence) = sentence else { return false };
        let of = |unit: Unit| -> Vec<f64> {
            within(&theirs.quantities, &sentence.words, |p| &p.words)
                .filter(|p| p.unit == unit)
                .map(|p| p.low)
                .take(12)
                .collect()
        };
        let (parts, shares) = (of(q.unit), of(Unit::Share));
        let near = |x: f64| (x - q.low).abs() <= 1e-6 * q.low.abs();
        parts.iter().enumerate().any(|(i, a)| parts.iter().skip(i + 1).any(|b| near(a + b) || near((a - b).abs())))
            || parts.iter().any(|a| shares.iter().any(|share| (a * share - q.low).abs() <= 0.1 * q.low))
    }

    fn same_place(&self, q: &Quantity, o: &Quantity) -> bool {
        let Some([left, right]) = self.frame.around(&q.words, &o.words) else { return false };
        let (heads, same_head) = self.heads(q, o);
        if heads && !same_head {
            return false;
        }
        let sides = self.sides(&q.words, &o.words, [left, right]);
        // A bare count needs its noun, or a common word on either side; a measure one of them.
        match q.unit {
            Unit::Count | Unit::Ordinal => {
                same_head && (sides.telling || sides.left) || sides.telling && sides.left && sides.right
            }
            _ => sides.telling && (sides.left || sides.right || same_head),
        }
    }

    /// What the two have in common right around them; `around` are the nearest common words.
    fn sides(&self, ours: &Range<usize>, theirs: &Range<usize>, around: [Option<(usize, usize)>; 2]) -> Sides {
        let content = |p: &(usize, usize)| self.page.words().get(p.0).is_some_and(|w| !w.stop && !w.number);
        let near = |p: &(usize, usize)| {
            let apart =
                |at: usize, r: &Range<usize>| if at < r.start { r.start - at } else { (at + 1).saturating_sub(r.end) };
            (p.0 < ours.start) == (p.1 < theirs.start) && apart(p.0, ours) <= NEAR && apart(p.1, theirs) <= NEAR
        };
        let outside = |p: &(usize, usize)| !ours.contains(&p.0) && !theirs.contains(&p.1);
        let [left, right] = around;
        Sides {
            telling: self.frame.pairs.iter().any(|p| outside(p) && near(p) && content(p)),
            left: left.is_some_and(|l| l.0 + 1 == ours.start && l.1 + 1 == theirs.start),
            right: right.is_some_and(|r| r.0 == ours.end && r.1 == theirs.end),
        }
    }

    /// Whether both have a noun right after them, and whether it is the same.
    fn heads(&self, q: &Quantity, o: &Quantity) -> (bool, bool) {
        let ours = self.head(self.page, q.words.end);
        let theirs = self.head(self.original, o.words.end);
        let same = meet(&ours, &theirs);
        (!ours.is_empty() && !theirs.is_empty(), same)
    }

    /// The content words right after the figure that ends before word `at`.
    fn head(&self, prose: &Prose, at: usize) -> Vec<u64> {
        let Some(last) = at.checked_sub(1).and_then(|last| prose.words().get(last)) else { return Vec::new() };
        let gap = prose.gap_after(at - 1);
        if !gap.trim().is_empty() && gap != "-" {
            return Vec::new();
        }
        let next = prose.words_in(at..(at + 3).min(prose.words().len())).iter();
        next.take_while(|w| w.sentence == last.sentence && !w.stop && !w.number).map(|w| w.stem).collect()
    }

    /// Whether the same name stands nearest to both ages.
    fn same_person(&self, q: &Range<usize>, o: &Range<usize>) -> bool {
        let near = |prose: &Prose, at: &Range<usize>| -> Vec<u64> {
            let sentence = prose.words().get(at.start).map(|w| w.sentence);
            let words = prose.words_in(at.start.saturating_sub(3)..(at.end + 4).min(prose.words().len()));
            words
                .iter()
                .filter(|w| Some(w.sentence) == sentence && w.capital && !w.stop && !w.number)
                .map(|w| w.stem)
                .collect()
        };
        meet(&near(self.page, q), &near(self.original, o))
    }

    fn dates(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
        let (ours_on, theirs_on) = self.days;
        let ours: Vec<&Date> = within(&self.ours.dates, &a, |d| &d.words)
            .filter(|d| !self.theirs.days.iter().any(|o| d.agrees(ours_on, o, theirs_on)))
            .collect();
        let theirs: Vec<&Date> = within(&self.theirs.dates, &b, |o| &o.words)
            .filter(|o| !self.ours.days.iter().any(|d| d.agrees(ours_on, o, theirs_on)))
            .collect();
        for d in &ours {
            let fits = |o: &Date| d.conflicts(ours_on, o, theirs_on) && same_shape(d, o) && self.governed(&d.words);
            let close = self.frame.close;
            let placed = |o: &&&Date| fits(o) && (close && self.framed(&d.words, &o.words) || self.other_year(d, o));
            let left_over = || {
                only(&ours, |p| same_shape(p, d))?;
                let o = only(&theirs, |o| same_shape(d, o)).filter(|o| close && fits(o))?;
                self.beside(&d.words, &o.words).then_some(o)
            };
            let counterpart = theirs.iter().find(placed).copied().or_else(left_over);
            if let Some(o) = counterpart {
                self.raise(d.words.clone(), d.span, o.words.clone(), o.span, AlteredKind::Date, found);
            }
        }
    }

    /// Whether what the page says right before a date (“they return in July”) stands in the other sentence too.
    fn governed(&self, ours: &Range<usize>) -> bool {
        let sentence = self.page.words().get(ours.start).map(|w| w.sentence);
        let before = self.page.words_in(ours.start.saturating_sub(NEAR)..ours.start).iter().rev();
        let verb = before.take_while(|w| Some(w.sentence) == sentence).find(|w| !w.stop && !w.number);
        let there = self.original.sentences().get(self.other).map_or(0..0, |s| s.words.clone());
        verb.is_none_or(|v| self.original.words_in(there).iter().any(|w| w.stem == v.stem))
    }

    /// Whether the two are one date but for the year ("in November 2022", "in November 2023"), in the same part of their sentences: then
    /// they vouch for each other, as the other words of a name do.
    fn other_year(&self, ours: &Date, theirs: &Date) -> bool {
        ours.month.is_some()
            && (ours.month, ours.day) == (theirs.month, theirs.day)
            && ours.year.is_some()
            && theirs.year.is_some()
            && self.frame.around(&ours.words, &theirs.words).is_some()
    }

    /// Whether a common content word stands close to both, and a common word right beside them.
    fn framed(&self, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
        let Some(around) = self.frame.around(ours, theirs) else { return false };
        let sides = self.sides(ours, theirs, around);
        sides.telling && (sides.left || sides.right)
    }

    /// A name that is another's but for one word, or one that stands in exactly the other's place.
    fn names(&self, a: Range<usize>, b: Range<usize>, found: &mut Vec<Altered>) {
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
        if [&have, &had]
            .map(|f| super::spelling::fold(f.trim_end_matches('s')))
            .windows(2)
            .all(|w| w.first() == w.last())
        {
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

    fn raise(
        &self,
        ours: Range<usize>,
        span: crate::text::Span,
        theirs: Range<usize>,
        at: crate::text::Span,
        kind: AlteredKind,
        found: &mut Vec<Altered>,
    ) {
        if span_of(self.page, ours).is_some() && span_of(self.original, theirs).is_some() {
            found.push(Altered { span, original: at, original_sentence: self.other, kind });
        }
    }
}

fn meet(ours: &[u64], theirs: &[u64]) -> bool {
    ours.iter().any(|s| theirs.contains(s))
}

/// The figures of `facts` within `words` that `others` do not have.
fn unmet<'f>(facts: &'f Facts, words: &Range<usize>, others: &Facts) -> Vec<&'f Quantity> {
    within(&facts.quantities, words, |q| &q.words).filter(|q| !others.figures.has(q)).collect()
}

/// The one of `all` that is `fit`, if there is just one.
fn only<'t, T>(all: &[&'t T], fit: impl Fn(&T) -> bool) -> Option<&'t T> {
    let mut fitting = all.iter().filter(|t| fit(t));
    fitting.next().filter(|_| fitting.next().is_none()).copied()
}

/// Those of `all`, which are in order, whose words lie within `words`.
fn within<'f, T>(all: &'f [T], words: &Range<usize>, of: impl Fn(&T) -> &Range<usize>) -> impl Iterator<Item = &'f T> {
    let start = all.partition_point(|t| of(t).start < words.start);
    let end = all.partition_point(|t| of(t).start < words.end);
    all.get(start..end.max(start)).unwrap_or(&[]).iter()
}

/// Both a year, both a day of the week, both a month with or without a day: a weekday against a date is compared only
/// where the calendar decides.
fn same_shape(a: &Date, b: &Date) -> bool {
    let shape = |d: &Date| (d.month.is_some(), d.weekday.is_some() && d.month.is_none(), d.relative.is_some());
    let year = |d: &Date| d.year.is_some() && d.month.is_none();
    shape(a) == shape(b) && year(a) == year(b) || a.day.is_some() != b.day.is_some() && !year(a) && !year(b)
}

fn bare(form: &str) -> &str {
    form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form)
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
