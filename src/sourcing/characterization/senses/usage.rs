//! Whether a word is used as the part of speech that its sense is of.

use crate::report::CharacterizationKind as Kind;
use crate::sourcing::characterization::grammar::{attributive, predicative, subject, verbal as acts};
use crate::sourcing::characterization::view::{NEAR, View};
use crate::sourcing::lexicon::{Form, Pos, Sense, class};
use crate::text::WordList;
use std::ops::Range;

pub(super) fn holds(view: &View, words: &Range<usize>, sense: &Sense) -> bool {
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
        Pos::Adjective if single && signboard(view, words) => false,
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

/// "with the number plate CLASSY": in capitals amid others that are none, and said of nothing.
fn signboard(view: &View, words: &Range<usize>) -> bool {
    let shouted = |at: usize| view.word(at).is_some_and(|w| view.prose.text(w.span).chars().all(|c| !c.is_lowercase()));
    let before = view.previous(words.start);
    shouted(words.start)
        && !view.next(words.start).is_some_and(|n| view.is_content(n))
        && before.is_some_and(|b| !shouted(b) && view.is_content(b))
        && !attributive(view, words)
        && !predicative(view, words)
}

/// "They rigged it with springs": before a pronoun, an article or "to" what looks like an adjective is what somebody did.
fn done_to(view: &View, at: usize) -> bool {
    let object = |n: usize| WordList("it them him us me themselves himself herself").has(view.form(n));
    // "the firm purported to help"
    let does = |n: usize| view.is(n, class::TO) && view.previous(at).is_some_and(|p| view.is_content(p));
    let form = view.form(at);
    // "after dashing his hopes", "the motive lying behind it"
    let doing = |n: usize| object(n) || view.is(n, class::DET | class::POSS) && view.form(n) != "that";
    let lies = |n: usize| {
        WordList(
            "behind in on at beneath beside under ahead around there nearby dead down still face next across along",
        )
        .has(view.form(n))
    };
    view.next(at).is_some_and(|n| {
        form.ends_with("ed") && (object(n) || does(n))
            || form.ends_with("ing") && doing(n)
            || form == "lying" && lies(n)
    })
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
            || view.form(p).ends_with("'s")
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
