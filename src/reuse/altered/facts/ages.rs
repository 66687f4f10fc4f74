//! How old somebody is, wherever the two documents say it.

use super::figures::unmet;
use super::{Both, Facts, bare};
use crate::report::AlteredKind;
use crate::reuse::Altered;
use crate::text::Prose;
use crate::text::names::{Name, is_title};
use crate::text::quantities::{Quantity, Unit};

impl Both<'_, '_> {
    /// The ages of those whom both documents name beside an age.
    pub(super) fn ages(&self, found: &mut Vec<Altered>) {
        let aged = |f: &'_ Facts, others: &Facts| -> Vec<Quantity> {
            unmet(f, &(0..usize::MAX), others).into_iter().filter(|q| q.unit == Unit::Age).cloned().collect()
        };
        let ours = aged(self.ours, self.theirs);
        let theirs = if ours.is_empty() { Vec::new() } else { aged(self.theirs, self.ours) };
        for q in ours.iter().filter(|_| !theirs.is_empty()) {
            let Some(name) = person(self.page, self.ours, q) else { continue };
            let mut same = theirs
                .iter()
                .filter(|o| person(self.original, self.theirs, o).is_some_and(|other| self.one_person(name, other)));
            let Some(o) = same.next().filter(|o| same.all(|p| p.same(o))) else { continue };
            if !found.iter().any(|f| f.span == q.span) && !self.partial(q, o) {
                self.raise((&q.words, q.span), (&o.words, o.span), AlteredKind::Number, found);
            }
        }
    }

    /// Whether two names are one person's: the same, or the end of each other where no document names two of that surname.
    fn one_person(&self, ours: &Name, theirs: &Name) -> bool {
        let (a, b) = (own(self.page, ours), own(self.original, theirs));
        let family = |p: &Prose, f: &Facts| {
            let mut all = f.names.iter().map(|n| own(p, n)).filter(|n| n.len() > 1 && n.last() == a.last());
            let first = all.next();
            all.any(|n| n.first() != first.as_ref().and_then(|f| f.first()))
        };
        !a.is_empty() && a == b && a.len() > 1
            || (a.ends_with(&b) || b.ends_with(&a))
                && !a.is_empty()
                && !b.is_empty()
                && !family(self.page, self.ours)
                && !family(self.original, self.theirs)
    }
}

/// The name right before or after an age.
fn person<'f>(prose: &Prose, facts: &'f Facts, q: &Quantity) -> Option<&'f Name> {
    let after = facts.names.partition_point(|n| n.words.start < q.words.end);
    let form = |at: usize| prose.words().get(at).map_or("", |w| prose.form(w));
    let sentence = |at: usize| prose.words().get(at).map(|w| w.sentence);
    let before = after.checked_sub(1).and_then(|at| facts.names.get(at)).filter(|n| {
        let aged = n.words.end + 1 == q.words.start && matches!(form(n.words.end), "aged" | "is" | "was");
        (n.words.end == q.words.start || aged) && sentence(n.words.start) == sentence(q.words.start)
    });
    before.or_else(|| facts.names.get(after).filter(|n| n.words.start == q.words.end))
}

/// The words of a name without titles and initials.
fn own(prose: &Prose, name: &Name) -> Vec<String> {
    let words = prose.words_in(name.words.clone()).iter();
    words.map(|w| bare(prose.form(w))).filter(|f| f.len() > 1 && !is_title(f)).map(str::to_owned).collect()
}
