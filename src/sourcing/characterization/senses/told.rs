//! What somebody finds something, and what works tell and actors play.

use crate::sourcing::characterization::grammar::subject;
use crate::sourcing::characterization::view::View;
use crate::sourcing::lexicon::class;
use crate::text::WordList;

/// Verbs with an object and what it is found to be.
const FINDS: WordList = WordList(
    "find finds found finding consider considers considered considering deem deems deemed think thinks thought judged \
     pronounced declared",
);
/// What a work does with its story.
const TELLS: WordList = WordList(
    "tells told follows followed centres centers chronicles depicts portrays sees imagines concerns revolves recounts \
     opens stars features traces describes set",
);

/// What somebody finds something: "Vance found the plan ludicrous", "the audit considers it a scandal", where the word is said of the
/// object. "Vance found a ludicrous plan" is the writer's.
pub fn found_so(view: &View, start: usize) -> bool {
    let degree = |at: usize| {
        view.is(at, class::INTENSIFIER) || view.is_adverb(at) || matches!(view.form(at), "a" | "an" | "so" | "too")
    };
    // Past the mark of "found it “too dull”", but not past a comma.
    let previous = |at: usize| view.before(at).filter(|b| !view.prose.gap_after(*b).contains([',', ';', ':', '(']));
    let mut at = start;
    while let Some(before) = previous(at).filter(|b| start - b <= 3 && degree(*b)) {
        at = before;
    }
    let Some(object) = previous(at) else { return false };
    let names =
        (view.is_content(object) && !view.is_adjective(object)) || view.is(object, class::PRON) || view.is_name(object);
    if !names || matches!(view.form(object), "who") {
        return false;
    }
    let mut verb = object;
    for _ in 0..6 {
        let Some(before) = view.previous(verb) else { return false };
        if view.is(before, class::CLAUSE_BREAK | class::BE | class::PREP) {
            return false;
        }
        verb = before;
        if FINDS.has(view.form(verb)) {
            // "a found object", "was found", "we find it"
            let passive = view.before(verb).is_some_and(|b| view.is(b, class::BE | class::DET));
            return !passive && subject(view, verb).is_some();
        }
    }
    false
}

/// What a part in a play is: "Marsh plays a ruthless banker", "the portrayal of a cruel king"; not the part that somebody plays in a
/// matter ("played a shameful role").
pub fn played(view: &View, start: usize) -> bool {
    let mut at = start;
    for _ in 0..4 {
        let Some(before) = view.previous(at) else { return false };
        at = before;
        // "stars as crook Terry Green"
        let star = |b: usize| matches!(view.form(b), "stars" | "starring" | "starred" | "cast");
        if view.form(at) == "as" && view.previous(at).is_some_and(star) {
            return true;
        }
        let article = view.next(at).is_some_and(|n| matches!(view.form(n), "a" | "an" | "the"));
        if article && WordList("plays played playing portrays portrayed portraying voices stars").has(view.form(at)) {
            let part = |n: usize| WordList("role part hand game games trick tricks joke card").has(view.form(n));
            return !(start..start + 4).any(part);
        }
    }
    false
}

/// What a work tells: "In the film a corrupt sheriff hunts …", "The novel follows a greedy uncle".
pub(super) fn retold(view: &View, start: usize) -> bool {
    let sentence = view.sentence(start);
    let head = sentence.start..(sentence.start + 6).min(start);
    let Some(work) = head.clone().find(|w| view.is(*w, class::WORK) && view.word(*w).is_some_and(|w| !w.capital))
    else {
        return false;
    };
    // "In the film", "Her first novel": the work is what the sentence is about.
    if view.form(sentence.start) == "in" {
        return (sentence.start + 1..work).all(|w| !view.is(w, class::PREP | class::BE));
    }
    (work + 1..work + 4).any(|w| TELLS.has(view.form(w)))
}
