//! What words do in their sentence, as far as the words beside them tell: whether an adjective stands before its noun or after "be", what is a
//! verb, who is the subject.

use super::view::View;
use crate::sourcing::lexicon::class;
use std::ops::Range;

/// Before a noun, after a word that an adjective may follow.
pub fn attributive(view: &View, words: &Range<usize>) -> bool {
    let noun = view.next(words.end - 1).is_some_and(|n| view.is_content(n));
    let opens = match view.previous(words.start) {
        None => true,
        Some(p) => {
            view.word(p).is_some_and(|w| w.stop)
                || view.is(p, class::DET | class::POSS | class::PREP | class::CONJ | class::BE | class::INTENSIFIER)
                || view.is_adjective(p)
                || view.form(p).ends_with("ly")
                || view.form(p).ends_with("'s")
                || view.is_name(p)
        }
    };
    noun && opens
}

/// After a form of "be" or the like, with at most two words of degree between.
pub fn predicative(view: &View, words: &Range<usize>) -> bool {
    let mut at = words.start;
    for _ in 0..3 {
        let Some(before) = view.previous(at) else { return false };
        if view.is(before, class::BE) {
            return true;
        }
        if !(view.is(before, class::INTENSIFIER | class::ADJ) || view.form(before).ends_with("ly")) {
            return false;
        }
        at = before;
    }
    false
}

/// The nearest word before `at` that could be its subject and is somebody, at most seven words away, not the writer and
/// not across a relative clause's end.
pub fn subject(view: &View, at: usize) -> Option<usize> {
    let mut here = at;
    for _ in 0..7 {
        here = view.before(here)?;
        if view.is(here, class::FIRST | class::YOU) {
            return None;
        }
        if view.is_somebody(here) {
            return Some(here);
        }
    }
    None
}

/// Irregular past forms, which no ending gives away: "a ludicrous plan fell".
const PAST: &[&str] = &[
    "became", "began", "bought", "broke", "brought", "built", "came", "caught", "chose", "cost", "cut", "did", "drew",
    "drove", "fell", "felt", "found", "fought", "gave", "got", "grew", "held", "hit", "kept", "knew", "known", "led",
    "left", "let", "lost", "made", "meant", "met", "paid", "put", "ran", "read", "rose", "said", "sank", "sat", "saw",
    "sent", "set", "shook", "shut", "sold", "spent", "spoke", "stood", "stuck", "swept", "taught", "threw", "told",
    "took", "tore", "went", "won", "wore", "wrote",
];

/// Participles that seldom are the first part of a name for something: "an admirable clarity missing from the plan".
const ACTING: &[&str] =
    &["being", "doing", "getting", "going", "having", "lacking", "making", "missing", "taking", "trying", "using"];

/// Endings of plurals that are no verbs where nothing follows: "the ignorant town translators".
const PLURALS: &[&str] = &["ers", "ians", "ics", "ions", "ists", "ments", "ors"];

/// Whether the word after a noun looks like its verb rather than like another noun; `run`: after two nouns, which a verb with
/// nothing behind it seldom follows ("the debt ceiling talks", but "the smug board meets").
pub fn verbal(view: &View, at: usize, run: bool) -> bool {
    let form = view.form(at);
    let next = view.next(at);
    let object = next.is_some_and(|n| {
        view.is(n, class::DET | class::POSS | class::PRON | class::TO) && view.form(n) != "that"
            || matches!(view.form(n), "how" | "what" | "why" | "whether")
            || view.is_name(n)
    });
    let goes_on = object || next.is_some_and(|n| (view.is_adverb(n) || view.is_adjective(n)) && !when(view.form(n)));
    // "porn stories.", "the board meets."
    let third = form.ends_with('s') && !form.ends_with("ss") && (next.is_some() || !form.ends_with("ies"));
    let agent = view.previous(at).is_some_and(|p| view.is(p, class::ROLE | class::GROUP));
    PAST.contains(&form)
        || form.ends_with("ed")
        || form == "says"
        || (form.ends_with("ing") && object)
        || ACTING.contains(&form)
        || (third
            && (agent
                || goes_on
                || (view.in_title(at) && next.is_some())
                || next.is_some_and(|n| matches!(view.form(n), "from" | "around" | "because"))
                || (!run && next.is_none() && !PLURALS.iter().any(|e| form.ends_with(e)))))
}

/// Whether the word is a day of the week.
pub fn weekday(form: &str) -> bool {
    matches!(form, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// Whether the word begins a time or a place rather than being part of a noun: "last week".
pub fn when(form: &str) -> bool {
    weekday(form)
        || matches!(
            form,
            "last"
                | "next"
                | "early"
                | "late"
                | "recent"
                | "first"
                | "earlier"
                | "later"
                | "ahead"
                | "outside"
                | "again"
                | "alone"
                | "going"
                | "along"
                | "here"
                | "there"
                | "today"
                | "yesterday"
                | "tomorrow"
                | "anyway"
                | "once"
                | "now"
                | "then"
        )
}
