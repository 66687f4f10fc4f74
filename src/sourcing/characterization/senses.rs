//! Which sense of an entry holds where it stands, if any: part of speech, literal uses, negation, names, accusations.

mod context;
mod told;
mod usage;

use self::context::{accused, against, asked, named, named_as, negated, nobody_is, of_the_writer, self_described};
use self::told::retold;
pub use self::told::{found_so, played};
use self::usage::holds;
use super::view::View;
use crate::report::CharacterizationKind as Kind;
use crate::sourcing::lexicon::{Category, Match, Pos, Sense, class};
use std::ops::Range;
/// The sense in which `found` characterizes, or `None` if it does not here.
pub fn sense<'v>(view: &View, found: &'v Match) -> Option<&'v Sense> {
    let words = found.start..found.end;
    let start = words.start;
    // "an insult to, now, a friend": a phrase that lacks its end.
    let open = words.len() > 1
        && view.is(words.end - 1, class::PREP | class::TO)
        && (view.after(words.end - 1).is_none() || view.prose.gap_after(words.end - 1).starts_with(','))
        && found.entry.senses.iter().any(|s| matches!(s.category().pos, Pos::Noun | Pos::Phrase));
    // "was reportedly furious" is credited to no one named, which the reader is told of by itself.
    let reported = (1..=4).any(|n| start.checked_sub(n).is_some_and(|at| view.form(at) == "reportedly"));
    if reported
        || open
        || nobody_is(view, start)
        || against(view, &words)
        || named(view, &words, &found.entry)
        || negated(view, start)
        || named_as(view, start)
        || found_so(view, start)
        || played(view, start)
        || self_described(view, start)
        || of_the_writer(view, start)
    {
        return None;
    }
    found.entry.senses.iter().find(|s| {
        let category = s.category();
        category.kind.is_some()
            && category.strength > 0
            && !(category.kind != Some(Kind::Insinuation) && asked(view, start))
            && !(category.strength < 5 && accused(view, words.start, category.kind))
            && !literal(view, &words, category.not, category.strength)
            && !(category.not & class::CHURCH != 0 && category.pos != Pos::Adjective && view.about_faith())
            && (category.of == 0 || said_of(view, &words, category).is_some())
            && holds(view, &words, s)
    })
}

/// Whether words of a field stand so close that the word is meant as it says.
fn literal(view: &View, words: &Range<usize>, not: u64, strength: u8) -> bool {
    // A mild word of size or force beside a storm, a wound, a market or a match is meant as it says.
    let not = if strength <= 3 { not | class::WEATHER | class::MED | class::SPORT | class::MARKET } else { not };
    let storm = view.next(words.end.saturating_sub(1)).is_some_and(|n| view.is(n, class::WEATHER));
    if storm && strength < 5 {
        return true;
    }
    let close = view.around(words, 2).filter(|at| view.is(*at, not & !(class::SPORT | class::MARKET))).count();
    let around = view.around(words, 12).filter(|at| view.is(*at, not)).count();
    let fiction = view.around(words, 20).filter(|at| view.is(*at, class::FICTION)).count() >= 2;
    close > 0 || around >= 2 || fiction || retold(view, words.start)
}

/// The word of the classes that `category` holds of, which `words` are said of: the noun that an adjective stands before or is
/// the predicate of, the object of a verb.
pub fn said_of(view: &View, words: &Range<usize>, category: &Category) -> Option<usize> {
    let of = |at: &usize| view.is(*at, category.of);
    let mut here = words.end.saturating_sub(1);
    let adjective = category.pos == Pos::Adjective;
    for _ in 0..if adjective { 2 } else { 4 } {
        // "a feeble, rambling answer"
        let comma = adjective && view.prose.gap_after(here) == ", ";
        let next = if comma { view.after(here) } else { view.next(here) };
        here = next.filter(|n| adjective || !view.is(*n, class::PREP | class::CLAUSE_BREAK))?;
        if of(&here) {
            return Some(here);
        }
    }
    None
}
