//! Where a word characterizes nobody, whatever its sense: asked, denied, a name, somebody's accusation, the writer himself.

use crate::report::CharacterizationKind as Kind;
use crate::sourcing::characterization::grammar::subject;
use crate::sourcing::characterization::view::{NEAR, View};
use crate::sourcing::lexicon::{Entry, Match, Pos, class};
use std::ops::Range;

/// "Is the mayor a coward?" and "A coward?" ask what "Why is the mayor such a coward?" takes for granted.
pub(super) fn asked(view: &View, at: usize) -> bool {
    view.sentence_of(at).is_some_and(|s| {
        let asks = s.words.len() <= 2 || view.is(s.words.start, class::BE | class::AUX);
        asks && view.prose.text(s.span).ends_with('?')
    })
}

/// What a reader may feel and what may be of anything: "it is easy to be cynical", "hope can also be messy".
pub(super) fn nobody_is(view: &View, start: usize) -> bool {
    let from = start.saturating_sub(2).max(view.sentence(start).start + 2);
    let Some(be) = (from..start).rfind(|w| view.form(*w) == "be") else { return false };
    let before = |n| view.form(be.saturating_sub(n));
    let may = |n| matches!(before(n), "can" | "may" | "could");
    before(1) == "to" && matches!(before(2), "easy" | "hard" | "tempting")
        || (may(1) || may(2)) && subject(view, start).is_none()
}

/// What something is against: "anti-extremism efforts".
pub(super) fn against(view: &View, words: &Range<usize>) -> bool {
    view.before(words.start)
        .is_some_and(|b| view.prose.gap_after(b) == "-" && matches!(view.form(b), "anti" | "counter" | "non"))
}

/// Part of a name or of a title: a capital inside a sentence, or at its start before another capital or where it is somebody's
/// name elsewhere on the page.
pub(super) fn named(view: &View, words: &Range<usize>, entry: &Entry) -> bool {
    if words.len() == 1 && view.is_surname(words.start) {
        return true;
    }
    if view.in_title(words.start) {
        // "Order the new book, Coward: …": the headline is a book's.
        let work = |at: usize| view.is(at, class::WORK) && view.word(at).is_some_and(|w| !w.capital);
        return view.sentence(words.start).any(work);
    }
    let shouted = |at: usize| {
        view.word(at).is_some_and(|w| {
            let text = view.prose.text(w.span);
            text.len() > 3 && text.chars().all(|c| !c.is_lowercase())
        })
    };
    let opens = view.sentence(words.start).start;
    if nickname(view, words, entry) {
        return false;
    }
    let capital = |at: usize| view.word(at).is_some_and(|w| w.capital);
    words.clone().any(|at| capital(at) && at != opens && !shouted(at))
        || (words.start == opens
            && words.len() == 1
            && capital(opens)
            && view.next(opens).is_some_and(|n| view.is_name(n))
            && !view.is_adjective(opens)
            && !view.form(opens).ends_with("ly"))
        || view
            .previous(words.start)
            .is_some_and(|p| p != opens && view.is_name(p) && capital(words.start) && !shouted(words.start))
}

/// A phrase with capitals of its own, as names are called: "the Deep State", "this Witch Hunt". A title has more words.
fn nickname(view: &View, words: &Range<usize>, entry: &Entry) -> bool {
    let strong = entry.senses.iter().any(|s| s.category().strength >= 3 && s.category().kind.is_some());
    let capital = |at: usize| view.word(at).is_some_and(|w| w.capital);
    let alone = view.previous(words.start).is_none_or(|p| !capital(p) || view.sentence(p).start == p)
        && view.next(words.end - 1).is_none_or(|n| !capital(n));
    // "the Birds of a Feather creators": a title.
    let small = words.clone().any(|at| view.word(at).is_some_and(|w| w.stop));
    let title = small && view.next(words.end - 1).is_some_and(|n| view.is_content(n));
    words.len() > 1
        && strong
        && alone
        && !title
        && words.clone().all(|at| capital(at) || view.word(at).is_some_and(|w| w.stop))
        && view.previous(words.start).is_some_and(|p| view.is(p, class::DET | class::POSS))
}

/// Behind a negation in the same stretch: "not a maniac", "no scandal", "isn't shameful", "it isn't because they are fools".
pub(super) fn negated(view: &View, start: usize) -> bool {
    let from = start.saturating_sub(NEAR + 2).max(view.sentence(start).start);
    let reason = (from..start).rfind(|at| view.form(*at) == "because").and_then(|at| view.previous(at));
    if reason.is_some_and(|at| view.is(at, class::NEG)) {
        return true;
    }
    // "There could hardly have been a reason to …" reaches further.
    let from = start.saturating_sub(12).max(view.sentence(start).start);
    let there = (from..start).rfind(|at| view.form(*at) == "there").map(|at| at + 1);
    let none = there.and_then(|at| [at, at + 1].into_iter().find(|n| view.is(*n, class::NEG)));
    let given = |w: usize| {
        view.is(w, class::CLAUSE_BREAK | class::POSS) || view.form(w) == "the" || view.prose.gap_after(w) == ", "
    };
    if none.is_some_and(|n| n < start && !(n..start).any(given)) {
        return true;
    }
    let mut at = start;
    // "Not with the corrupt board", "no end of lies": what is taken for granted is not denied.
    let mut given = false;
    for _ in 0..4 {
        let Some(before) = view.previous(at) else { return false };
        given |= view.is(at, class::PREP)
            && (view.is(at + 1, class::POSS) || matches!(view.form(at + 1), "the" | "those" | "these"))
            || view.form(before) == "end" && view.form(at) == "of";
        if given {
            return false;
        }
        if view.is(before, class::NEG) {
            return !view.after(before).is_some_and(|n| matches!(view.form(n), "only" | "just" | "to"));
        }
        at = before;
    }
    false
}

/// Said to be somebody's accusation: "accused of lying", "allegations of cronyism". A reporting verb is the writer's word for
/// how something was said, whatever was said, unless it is itself the accusation: "accused of bragging".
pub(super) fn accused(view: &View, start: usize, kind: Option<Kind>) -> bool {
    if kind == Some(Kind::ReportingVerb) {
        let of = view.previous(start).filter(|p| matches!(view.form(*p), "of" | "for" | "as"));
        return of.and_then(|p| view.previous(p)).is_some_and(|p| view.is(p, class::ACCUSE));
    }
    let from = start.saturating_sub(7).max(view.sentence(start).start);
    (from..start).any(|at| view.is(at, class::ACCUSE))
}

/// What somebody calls himself: "a self-described sceptic", "the self-declared prude".
pub(super) fn self_described(view: &View, start: usize) -> bool {
    const OWN: &[&str] = &["described", "declared", "proclaimed", "professed", "confessed", "identified", "titled"];
    let from = start.saturating_sub(4).max(view.sentence(start).start);
    (from..start).any(|at| OWN.contains(&view.form(at)) && view.before(at).is_some_and(|b| view.form(b) == "self"))
}

/// Of the writer or the reader: "I was a fool", "we had the effrontery", "you never know full well".
pub(super) fn of_the_writer(view: &View, start: usize) -> bool {
    let mut at = start;
    for _ in 0..4 {
        let Some(before) = view.previous(at) else { return false };
        if view.is(before, class::FIRST | class::YOU) && !view.is(before, class::POSS) {
            return true;
        }
        let light = view.is(before, class::BE | class::AUX | class::DET | class::INTENSIFIER)
            || view.form(before).ends_with("ly")
            || matches!(
                view.form(before),
                "have" | "had" | "get" | "got" | "feel" | "felt" | "never" | "always" | "also" | "just"
            );
        if !light {
            return false;
        }
        at = before;
    }
    false
}

/// What something is called by somebody: "recognise the group as terrorists", "blasted the bill as a power grab".
/// So is it after any strong verb for what was done to it: "savaged the owners as crooks", and what somebody is blamed for:
/// "bashed Doyle for caving to the firm".
pub(super) fn named_as(view: &View, start: usize) -> bool {
    let mut at = start;
    for _ in 0..4 {
        match view.previous(at) {
            Some(p) if matches!(view.form(p), "as" | "for") => {
                let from = p.saturating_sub(16).max(view.sentence(p).start);
                let reports = |m: &Match| {
                    (from..p).contains(&m.start)
                        && m.entry.senses.iter().any(|s| {
                            s.category().kind == Some(Kind::ReportingVerb)
                                || (s.category().pos == Pos::Verb && s.category().strength > 1)
                        })
                };
                return view.matches_from(from).take_while(|m| m.start < p).any(reports)
                    || (from..p)
                        .any(|w| view.is(w, class::SPEECH | class::ACCUSE) || shown_as(view.form(w)) || seen(view, w));
            }
            // "as acts of cowardice", "as predators and cowards"
            Some(p)
                if matches!(view.form(p), "of" | "and" | "or")
                    && view.previous(p).is_some_and(|w| view.is_content(w)) =>
            {
                at = p - 1
            }
            Some(p)
                if view.is_adjective(p)
                    || view.is_adverb(p)
                    || matches!(
                        view.form(p),
                        "somewhat" | "yet" | "another" | "just" | "more" | "nothing" | "merely"
                    )
                    || view.form(p).ends_with("'s")
                    || view.is(p, class::DET | class::POSS | class::INTENSIFIER | class::LABEL) =>
            {
                at = p
            }
            _ => return false,
        }
    }
    false
}

/// "had once seen", and not "is seen", which names nobody.
fn seen(view: &View, at: usize) -> bool {
    let passive = |w: Option<usize>| w.is_some_and(|w| view.is(w, class::BE));
    view.form(at) == "seen" && !passive(view.before(at)) && !passive(view.before(at).and_then(|b| view.before(b)))
}

/// Verbs that show somebody "as" something.
fn shown_as(form: &str) -> bool {
    const STEMS: &[&str] = &[
        "recogni",
        "present",
        "cast",
        "paint",
        "fram",
        "treat",
        "hail",
        "deem",
        "dismiss",
        "reject",
        "identif",
        "liken",
        "denounc",
        "cite",
        "citing",
        "perceiv",
        "interpret",
        "caricatur",
        "savag",
        "revil",
        "award",
        "prize",
    ];
    matches!(form, "see" | "sees" | "saw" | "seeing") || STEMS.iter().any(|s| form.starts_with(s))
}
