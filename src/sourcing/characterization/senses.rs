//! Which sense of an entry holds where it stands, if any: part of speech, literal uses, negation, names, accusations.

use super::grammar::{attributive, predicative, subject, verbal as acts};
use super::view::{NEAR, View};
use crate::report::CharacterizationKind as Kind;
use crate::sourcing::lexicon::{Category, Entry, Form, Match, Pos, Sense, class};
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

/// "Is the mayor a coward?" and "A coward?" ask what "Why is the mayor such a coward?" takes for granted.
fn asked(view: &View, at: usize) -> bool {
    view.sentence_of(at).is_some_and(|s| {
        let asks = s.words.len() <= 2 || view.is(s.words.start, class::BE | class::AUX);
        asks && view.prose.text(s.span).ends_with('?')
    })
}

/// What a reader may feel and what may be of anything: "it is easy to be cynical", "hope can also be messy".
fn nobody_is(view: &View, start: usize) -> bool {
    let from = start.saturating_sub(2).max(view.sentence(start).start + 2);
    let Some(be) = (from..start).rfind(|w| view.form(*w) == "be") else { return false };
    let before = |n| view.form(be.saturating_sub(n));
    let may = |n| matches!(before(n), "can" | "may" | "could");
    before(1) == "to" && matches!(before(2), "easy" | "hard" | "tempting")
        || (may(1) || may(2)) && subject(view, start).is_none()
}

/// What something is against: "anti-extremism efforts".
fn against(view: &View, words: &Range<usize>) -> bool {
    view.before(words.start)
        .is_some_and(|b| view.prose.gap_after(b) == "-" && matches!(view.form(b), "anti" | "counter" | "non"))
}

/// Part of a name or of a title: a capital inside a sentence, or at its start before another capital or where it is somebody's
/// name elsewhere on the page.
fn named(view: &View, words: &Range<usize>, entry: &Entry) -> bool {
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
    words.len() > 1
        && strong
        && alone
        && words.clone().all(|at| capital(at) || view.word(at).is_some_and(|w| w.stop))
        && view.previous(words.start).is_some_and(|p| view.is(p, class::DET | class::POSS))
}

/// Behind a negation in the same stretch: "not a maniac", "no scandal", "isn't shameful", "it isn't because they are fools".
fn negated(view: &View, start: usize) -> bool {
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
fn accused(view: &View, start: usize, kind: Option<Kind>) -> bool {
    if kind == Some(Kind::ReportingVerb) {
        let of = view.previous(start).filter(|p| matches!(view.form(*p), "of" | "for" | "as"));
        return of.and_then(|p| view.previous(p)).is_some_and(|p| view.is(p, class::ACCUSE));
    }
    let from = start.saturating_sub(7).max(view.sentence(start).start);
    (from..start).any(|at| view.is(at, class::ACCUSE))
}

/// What somebody calls himself: "a self-described sceptic", "the self-declared prude".
fn self_described(view: &View, start: usize) -> bool {
    const OWN: &[&str] = &["described", "declared", "proclaimed", "professed", "confessed", "identified", "titled"];
    let from = start.saturating_sub(4).max(view.sentence(start).start);
    (from..start).any(|at| OWN.contains(&view.form(at)) && view.before(at).is_some_and(|b| view.form(b) == "self"))
}

/// Of the writer or the reader: "I was a fool", "we had the effrontery", "you never know full well".
fn of_the_writer(view: &View, start: usize) -> bool {
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
fn named_as(view: &View, start: usize) -> bool {
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
    close > 0 || around >= 2 || fiction
}

fn holds(view: &View, words: &Range<usize>, sense: &Sense) -> bool {
    let category = sense.category();
    let single = words.len() == 1;
    match category.pos {
        Pos::Noun if category.isa => said_of_somebody(view, words, sense.form),
        Pos::Noun => {
            let verbal = view.previous(words.start).is_some_and(|p| {
                view.is(p, class::TO | class::AUX) || matches!(view.form(p), "they" | "we" | "you" | "i" | "who" | "to")
            });
            let modifies = single
                && category.strength < 4
                && sense.form == Form::Base
                && view.next(words.end - 1).is_some_and(|n| {
                    view.is_content(n) && !view.is_name(n) && !(category.strength > 2 && acts(view, n, false))
                });
            (!single || !verbal)
                && !modifies
                && !lies_somewhere(view, words)
                && (!category.person || somebody_near(view, words, NEAR))
        }
        Pos::Adjective if sense.form == Form::Ly => true,
        Pos::Adjective if single && done_to(view, words.start) => false,
        Pos::Adjective if category.pred => predicate(view, words),
        Pos::Adjective if category.strength >= 3 => !view
            .previous(words.start)
            .is_some_and(|p| view.is(p, class::TO) || matches!(view.form(p), "they" | "i" | "we")),
        Pos::Adjective => attributive(view, words) || predicative(view, words),
        Pos::Adverb => true,
        Pos::Verb => verb(view, words, sense),
        Pos::Phrase => !category.person || subject(view, words.start).is_some(),
    }
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

/// "The island lies south of the cape", "they lie fourth", "where the trouble lies": of a place there is no lie.
fn lies_somewhere(view: &View, words: &Range<usize>) -> bool {
    const WHERE: &[&str] = &[
        "in",
        "on",
        "at",
        "off",
        "within",
        "beyond",
        "between",
        "behind",
        "beneath",
        "under",
        "below",
        "above",
        "near",
        "north",
        "south",
        "east",
        "west",
        "northwest",
        "northeast",
        "southwest",
        "southeast",
        "just",
        "only",
        "some",
        "several",
        "midway",
        "halfway",
        "close",
        "along",
        "across",
        "outside",
        "inside",
        "here",
        "there",
        "down",
        "ahead",
        "dormant",
        "idle",
        "empty",
        "flat",
        "buried",
        "awake",
        "dead",
        "still",
        "low",
        "at",
        "elsewhere",
        "top",
        "bottom",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ];
    let noun = view.previous(words.start).is_some_and(|p| view.is(p, class::DET | class::POSS) || view.is_adjective(p));
    let place = |n: usize| WHERE.contains(&view.form(n)) || view.word(n).is_some_and(|w| w.number);
    // "His passion lies particularly in the law."
    let there = |n: usize| place(n) || view.is_adverb(n) && view.next(n).is_some_and(place);
    let from = words.start.saturating_sub(6).max(view.sentence(words.start).start);
    let asked = (from..words.start).any(|at| view.form(at) == "where");
    matches!(view.form(words.start), "lie" | "lies") && !noun && (asked || view.next(words.end - 1).is_some_and(there))
}

/// "They rigged it with springs": before a pronoun or "to" what looks like an adjective is what somebody did.
fn done_to(view: &View, at: usize) -> bool {
    let object =
        |n: usize| matches!(view.form(n), "it" | "them" | "him" | "us" | "me" | "themselves" | "himself" | "herself");
    // "the firm purported to help"
    let does = |n: usize| view.is(n, class::TO) && view.previous(at).is_some_and(|p| view.is_content(p));
    view.form(at).ends_with("ed") && view.next(at).is_some_and(|n| object(n) || does(n))
}

/// A state of somebody other than the writer: "Vance is furious".
fn predicate(view: &View, words: &Range<usize>) -> bool {
    // Who "should be furious" is not said to be.
    let meant = (1..=2).any(|n| view.form(words.start.saturating_sub(n)) == "be");
    !meant
        && predicative(view, words)
        && subject(view, words.start).is_some_and(|s| view.is_somebody(s))
        && view.next(words.end - 1).is_none_or(|n| !view.is_content(n) || view.form(n) == "about")
}

/// "Some grumbled", "many in the hall booed": a verb of speaking needs no name for its subject.
fn some_do(view: &View, at: usize) -> bool {
    let from = at.saturating_sub(4).max(view.sentence(at).start);
    (from..at).any(|w| {
        matches!(
            view.form(w),
            "some" | "many" | "others" | "several" | "few" | "most" | "both" | "all" | "one" | "another"
        )
    })
}

fn somebody_near(view: &View, words: &Range<usize>, reach: usize) -> bool {
    view.around(words, reach).any(|at| view.is_somebody(at))
}

/// "is a snake", "that snake", "a snake like …", "are leeches".
fn said_of_somebody(view: &View, words: &Range<usize>, form: Form) -> bool {
    let mut at = words.start;
    for _ in 0..3 {
        match view.previous(at) {
            Some(p) if view.is_adjective(p) || view.is(p, class::INTENSIFIER) => at = p,
            _ => break,
        }
    }
    if view.next(words.end - 1).is_some_and(|n| view.is_content(n) && !view.is_name(n)) {
        return false;
    }
    let Some(det) = view.previous(at) else { return false };
    let like = view
        .next(words.end - 1)
        .is_some_and(|n| view.form(n) == "like" && view.next(n).is_some_and(|m| view.is_somebody(m)));
    match view.form(det) {
        "a" | "an" => {
            like || view.previous(det).is_some_and(|b| {
                let subject = view.before(b).is_some_and(|s| view.is_somebody(s) || view.is(s, class::AUX))
                    || view.form(b).contains('\'');
                view.is(b, class::BE) && subject && !matches!(view.form(b), "it's" | "that's")
            })
        }
        "these" | "those" | "such" => true,
        // "They are leeches", but "coffee was drunk".
        _ => form == Form::S && view.is(det, class::BE) && view.before(det).is_some_and(|s| view.is_somebody(s)),
    }
}

/// Whether the word is used as a verb, of somebody.
fn verb(view: &View, words: &Range<usize>, sense: &Sense) -> bool {
    let category = sense.category();
    let single = words.len() == 1;
    let before = view.previous(words.start);
    // "the port's deeply buried cables": the adverb belongs to what is a mere adjective.
    let adverb = before.filter(|p| view.form(*p).ends_with("ly"));
    let after_noun_word = adverb.and_then(|p| view.previous(p)).or(before).is_some_and(|p| {
        view.is(p, class::DET | class::POSS)
            && !matches!(view.form(p), "that" | "this" | "both" | "what" | "all" | "some" | "another")
            || view.is_adjective(p)
            || (view.is(p, class::PREP) && sense.form != Form::Ing)
    });
    let verbal = before.is_some_and(|p| {
        view.is(p, class::TO | class::AUX)
            || matches!(view.form(p), "they" | "who" | "we" | "you" | "and" | "to" | "not")
            || view.form(p).ends_with("ly")
    });
    let attributive_ing = sense.form == Form::Ing && before.is_some_and(|p| view.form(p) == "as");
    let right_form = match sense.form {
        _ if attributive_ing => false,
        Form::Base => !single || verbal,
        _ => !after_noun_word,
    };
    let into = view
        .next(words.end - 1)
        .is_some_and(|n| matches!(view.form(n), "into" | "through" | "onto" | "door" | "doors" | "brakes" | "ashore"));
    let by = view.around(words, 3).any(|at| at > words.start && view.form(at) == "by");
    let reports = category.kind == Some(Kind::ReportingVerb);
    let acts = subject(view, words.start).is_some()
        || (reports && by)
        || (category.strength > 2 && some_do(view, words.start));
    right_form && !into && acts
}
