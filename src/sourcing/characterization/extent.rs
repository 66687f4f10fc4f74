//! How much is underlined: the phrase that a reader would point at, neither a lone article nor a whole sentence.

use super::candidate::{Candidate, Origin};
use super::grammar::{attributive, verbal, weekday, when};
use super::score::LEANING;
use super::view::View;
use crate::order;
use crate::report::CharacterizationKind as Kind;
use crate::sourcing::lexicon::{Form, Pos, class};
use std::ops::Range;

/// The most words that a phrase is lengthened by to its right.
const RIGHT: usize = 6;

/// The words to be shown for `candidate`: never half of a word with a hyphen.
pub fn phrase(view: &View, candidate: &Candidate) -> Range<usize> {
    let mut words = inner(view, candidate);
    // "shameful un-American plot", "a disgraced ex-mayor": with the noun that the other half belongs to.
    while words.len() < LONGEST && view.prose.gap_after(words.end - 1) == "-" && view.after(words.end - 1).is_some() {
        words.end = head(view, words.end).max(words.end + 1);
    }
    words
}

/// No phrase is lengthened beyond so many words for the sake of a hyphen.
const LONGEST: usize = 9;

fn inner(view: &View, candidate: &Candidate) -> Range<usize> {
    let core = candidate.core.clone();
    match candidate.origin {
        // "a blowhard billionaire": a name that stands before another noun takes it along.
        Origin::Lexicon(Pos::Noun, Form::Base)
            if !view.in_title(core.start)
                && view.next(core.end.saturating_sub(1)).is_some_and(|n| {
                    view.is_content(n) && !view.is_name(n) && !verbal(view, n, false) && !when(view.form(n))
                }) =>
        {
            leftwards(view, core.start..head(view, core.end))
        }
        // "a sop to the dockers"
        Origin::Lexicon(Pos::Noun, _) if core.len() > 1 && view.word(core.end - 1).is_some_and(|w| w.stop) => {
            leftwards(view, complement(view, core, candidate.kind))
        }
        Origin::Lexicon(Pos::Noun, _) => leftwards(view, core),
        Origin::Lexicon(Pos::Adverb | Pos::Verb, _) if core.len() > 1 => complement(view, core, candidate.kind),
        // The other half of a word with a hyphen: "over-hyped".
        Origin::Lexicon(Pos::Verb, _) => hyphened(view, core),
        Origin::Lexicon(Pos::Adjective, Form::Ly) | Origin::Lexicon(Pos::Adverb, _) => {
            let to = view.next(core.end.saturating_sub(1)).filter(|n| view.is_content(*n)).map_or(core.end, |n| n + 1);
            core.start..to
        }
        // "something dreadful went wrong": the noun stands before it.
        Origin::Lexicon(Pos::Adjective, _) if after_pronoun(view, core.start) => core.start.saturating_sub(1)..core.end,
        Origin::Lexicon(Pos::Adjective, _) => {
            let head = if attributive(view, &core) { head(view, core.end) } else { core.end };
            // "bombastic former talk show host Ada Marsh": what somebody is by trade or is called is no judgement.
            let named = view.is_name(head - 1);
            let trade = match view.next(head - 1).filter(|n| view.is_content(*n)) {
                Some(next) if head > core.end + 1 => named || view.is_name(next),
                _ if named => head > core.end + 4 && (core.end..head).any(|w| view.is(w, class::ROLE)),
                _ => head > core.end + 2 && view.is(head - 1, class::ROLE),
            };
            let head = if trade { core.end } else { head };
            let words = leftwards(view, core.start..head);
            // "a glaring and …": without its noun, without the article.
            let goes_on = view.next(core.end - 1).is_some_and(|n| matches!(view.form(n), "and" | "or" | "but"));
            let bare = (goes_on || trade) && words.len() > 1 && matches!(view.form(words.start), "a" | "an");
            words.start + usize::from(bare)..words.end
        }
        Origin::Lexicon(Pos::Phrase, _) => complement(view, core, candidate.kind),
        Origin::Compound => leftwards(view, core.start..head(view, core.end)),
        _ => core,
    }
}

/// Whether the word stands behind a pronoun that it belongs to.
fn after_pronoun(view: &View, at: usize) -> bool {
    let pronoun = |p: usize| matches!(view.form(p), "something" | "anything" | "nothing" | "everything");
    view.previous(at).is_some_and(pronoun)
}

fn hyphened(view: &View, words: Range<usize>) -> Range<usize> {
    let before = view.before(words.start).filter(|b| view.prose.gap_after(*b) == "-");
    before.unwrap_or(words.start)..words.end
}

/// With the adjectives and words of degree before it, and the "a" before these.
fn leftwards(view: &View, words: Range<usize>) -> Range<usize> {
    let mut start = words.start;
    for _ in 0..3 {
        match view.previous(start) {
            // The other half of a word with a hyphen, or as if with one: "far-right fanatics", "far right fanatics".
            Some(p) if view.prose.gap_after(p) == "-" => start = p,
            Some(p) if matches!(view.form(start), "right" | "left") && matches!(view.form(p), "far" | "hard") => {
                start = p
            }
            Some(p)
                if view.is_adjective(p)
                    || (view.is(p, class::INTENSIFIER) && !view.is(p, class::DET | class::CONJ)) =>
            {
                start = p
            }
            _ => break,
        }
    }
    if let Some(p) = view.previous(start).filter(|p| matches!(view.form(*p), "a" | "an")) {
        start = p;
    }
    start..words.end
}

/// One past the noun that the adjectives from `at` on belong to, a run of nouns taken whole ("debt ceiling talks", "college
/// debt") up to what looks like a verb.
fn head(view: &View, at: usize) -> usize {
    let mut end = at;
    // "The ludicrous defeat followed a strike", "illegals entering the country": what is done to something is no noun.
    let done = |at: usize| {
        let object = |n, classes| view.is(n, class::DET | class::POSS | classes);
        view.next(at).is_some_and(|n| {
            view.form(at).ends_with("ed") && object(n, class::PREP) || view.form(at).ends_with("ing") && object(n, 0)
        })
    };
    for _ in 0..4 {
        let noun = |n: &usize| view.is_content(*n) && !done(*n);
        let Some(next) = view.next(end.saturating_sub(1)).filter(noun) else { break };
        end = next + 1;
        let people = view.is_name(next)
            && view.next(next).is_some_and(|n| {
                view.is_content(n) && !view.is_name(n) && !verbal(view, n, false) && !when(view.form(n))
            });
        let heads = !view.is_adjective(next) && !people;
        if heads {
            break;
        }
    }
    let first = end;
    while end > at && end < at + 5 {
        let last = view.form(end - 1);
        let plural = !view.is_name(end - 1)
            && last.ends_with('s')
            && !last.ends_with("ss")
            && !last.ends_with("us")
            && !last.ends_with("ics");
        let adverb = view.is_adverb(end - 1);
        let Some(next) = view.next(end - 1).filter(|n| view.is_content(*n) && !plural && !adverb) else { break };
        let name = view.is_name(next) && view.is_name(end - 1);
        if !name && verbal(view, next, end > first)
            || when(view.form(next))
            || (view.is_name(next) && !view.is_name(end - 1))
        {
            break;
        }
        end = next + 1;
    }
    end
}

/// A phrase that ends in a preposition takes what it governs: "border on megalomania", "desperate to win".
fn complement(view: &View, words: Range<usize>, kind: Kind) -> Range<usize> {
    let last = words.end.saturating_sub(1);
    let open = matches!(
        view.form(last),
        "on" | "of"
            | "to"
            | "for"
            | "at"
            | "in"
            | "into"
            | "from"
            | "with"
            | "a"
            | "an"
            | "as"
            | "by"
            | "over"
            | "about"
            | "through"
            | "against"
            | "the"
    ) || view.is(last, class::POSS);
    let start = view.previous(words.start).filter(|p| matches!(view.form(*p), "a" | "an")).unwrap_or(words.start);
    let words = start..words.end;
    if !open || words.len() < 2 {
        return words;
    }
    let mut end = words.end;
    while let Some(next) = view.next(end.saturating_sub(1)) {
        // "piled on days later": a time is no object.
        if matches!(view.form(next), "later" | "earlier" | "ago") {
            end = words.end;
            break;
        }
        let stops = view.is(next, class::CLAUSE_BREAK | class::BE)
            || weekday(view.form(next))
            || (end > words.end && matches!(view.form(next), "ahead" | "amid"))
            // "the failure of a battle waged by the town"
            || (end > words.end && view.form(next).ends_with("ed") && view.next(next).is_some_and(|n| view.form(n) == "by"))
            || (end > words.end && view.is(next, class::PREP) && kind != Kind::Motive);
        if stops {
            break;
        }
        if end - words.end == RIGHT {
            // Cut short of its noun, an object says nothing: "flirted with a possible presidential", "was willing to settle
            // for a much more limited".
            let whole = if view.is_content(next) { last_preposition(view, words.end..end) } else { Some(end) };
            end = whole.filter(|_| kind == Kind::Motive).unwrap_or(words.end);
            break;
        }
        end = next + 1;
    }
    // "doubled down on several controversial, …": the noun is not to be had.
    let cut =
        view.prose.gap_after(end.saturating_sub(1)).starts_with(',') || view.next(end.saturating_sub(1)).is_some();
    if end > words.end && kind != Kind::Motive && view.is_adjective(end - 1) && cut {
        end = words.end;
    }
    // Never end on an article, a preposition or the like that the entry did not bring.
    while end > words.end && view.word(end - 1).is_some_and(|w| w.stop) {
        end -= 1;
    }
    words.start..end
}

fn last_preposition(view: &View, mut words: Range<usize>) -> Option<usize> {
    words.rfind(|w| view.is(*w, class::PREP | class::TO))
}

/// Verbs that characterize only with their preposition.
const LIGHT: &[&str] = &[
    "go", "goes", "going", "gone", "went", "lay", "laid", "laying", "lays", "light", "lit", "pile", "piled", "piles",
    "piling", "seize", "seized", "seizes", "seizing", "tear", "tearing", "tears", "tore", "torn", "turn", "turned",
    "turning", "turns",
];

/// `words` without the preposition that a verb leaves behind where its object is not the writer's own.
pub fn trimmed(view: &View, candidate: &Candidate, words: Range<usize>) -> Range<usize> {
    let mut end = words.end;
    let hangs = is_verb(candidate) || matches!(candidate.origin, Origin::Lexicon(Pos::Noun, _));
    // "went after" without its "after" says nothing.
    let light = LIGHT.contains(&view.form(words.start));
    // "ripped the plan over" what others said of it
    let gapped = candidate.kind == Kind::ReportingVerb && candidate.core.len() > 3;
    while (hangs && !light && candidate.core.len() <= 2 || gapped)
        && end > words.start + 1
        && view.is(end - 1, class::PREP)
    {
        end -= 1;
    }
    words.start..end
}

/// Joins phrases that touch or are divided by one small word, the stronger one's kind and reason kept.
pub fn join(view: &View, mut all: Vec<Candidate>) -> Vec<Candidate> {
    order::by_key(&mut all, |c| order::pair(c.words.start, c.words.end));
    let mut joined: Vec<Candidate> = Vec::new();
    for next in all {
        if let Some(last) = joined.last_mut()
            && touches(view, last, &next)
        {
            let words = last.words.start..last.words.end.max(next.words.end);
            let both = (1.0 - (1.0 - last.score) * (1.0 - next.score)).min(0.99);
            // Two that are shown only on request are not more together.
            let score = if last.score.max(next.score) <= LEANING { both.min(LEANING) } else { both };
            let span = last.span.or(next.span);
            // Of a "so-called hero" nothing is praised.
            let sneers = last.words.start < next.words.start && doubts(last) && praises(&next);
            if next.score > last.score && !sneers {
                *last = next;
            }
            last.words = words;
            last.span = span.and_then(|s| view.span(&last.words).map(|w| s.to(&w)));
            last.score = score;
        } else {
            joined.push(next);
        }
    }
    joined
}

fn is_verb(candidate: &Candidate) -> bool {
    matches!(candidate.origin, Origin::Lexicon(Pos::Verb, _))
}

/// Whether its reason says that it casts doubt on what stands behind it.
fn doubts(candidate: &Candidate) -> bool {
    candidate.origin == Origin::ScareQuotes
        || ["Casts doubt", "Belittles"].iter().any(|s| candidate.reason.starts_with(s))
}

fn praises(candidate: &Candidate) -> bool {
    candidate.reason.starts_with("Praises") || candidate.reason.ends_with("praises somebody")
}

/// Whether it is a noun or an adjective.
fn names(candidate: &Candidate) -> bool {
    matches!(candidate.origin, Origin::Lexicon(Pos::Noun, _) | Origin::Lexicon(Pos::Adjective, Form::Base))
}

/// Whether of two that touch the second is another matter: "The smear campaign exploits him", "Something dreadful obviously went
/// wrong", "It is clear that reckless men run the port".
fn apart(view: &View, a: &Candidate, b: &Candidate) -> bool {
    let noun = matches!(a.origin, Origin::Lexicon(Pos::Noun, _));
    let other = match b.origin {
        Origin::Lexicon(Pos::Adverb, _) | Origin::Lexicon(_, Form::Ly) => !noun,
        Origin::Lexicon(Pos::Phrase, _) => !view.is(b.words.start, class::PREP),
        Origin::Lexicon(Pos::Verb, _) => noun,
        _ => false,
    };
    names(a) && other || view.form(a.words.end.saturating_sub(1)) == "that"
}

fn touches(view: &View, a: &Candidate, b: &Candidate) -> bool {
    if a.origin == Origin::Question
        || b.origin == Origin::Question
        || view.word(a.words.start).map(|w| w.sentence) != view.word(b.words.start).map(|w| w.sentence)
    {
        return false;
    }
    if b.words.start < a.words.end {
        return true;
    }
    let near = b.words.start - a.words.end;
    let soft = |at: usize| view.next(at).is_some();
    match near {
        0 if apart(view, a, b) => false,
        0 => {
            let comma = view.prose.gap_after(a.words.end.saturating_sub(1)).trim() == ",";
            let list = !is_verb(a) && !is_verb(b) || a.score.min(b.score) > LEANING;
            soft(a.words.end.saturating_sub(1)) || (comma && list)
        }
        1 if is_verb(a) || is_verb(b) => false,
        1 => {
            soft(a.words.end.saturating_sub(1))
                && soft(a.words.end)
                && match view.form(a.words.end) {
                    "and" | "or" | "of" | "but" => true,
                    // "penny-pinching that puts lives at risk"
                    "that" => names(a) && matches!(b.origin, Origin::Lexicon(Pos::Phrase, _)),
                    _ => false,
                }
        }
        _ => false,
    }
}
