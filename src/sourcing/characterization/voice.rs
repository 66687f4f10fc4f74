//! Which words are the writer's own: not quoted, not attributed, not on a linked claim, not an excerpt.

use super::Context;
use super::view::View;
use crate::sourcing::attribution::attributed_words;
use crate::sourcing::lexicon::class;
use crate::text::Span;

/// By word: the writer's own.
pub fn own_words(view: &View, context: &Context) -> Vec<bool> {
    let mut own: Vec<bool> = attributed_words(view.prose, context.attributions).iter().map(|a| !a).collect();
    let mut clear = |span: Span| {
        if let Some(words) = own.get_mut(view.prose.word_range(span)) {
            words.fill(false);
        }
    };
    for span in excerpts(view, context) {
        clear(span);
    }
    for link in context.links {
        clear(linked_claim(view, *link));
    }
    own
}

/// The blocks that hold somebody else's words without saying so: by their tag, by a colon after a reporting verb in the
/// block before, or as a turn of a transcript.
fn excerpts(view: &View, context: &Context) -> Vec<Span> {
    let passages = view.prose.passages();
    let turns = passages.iter().filter(|p| speaker(p.text)).count();
    let mut announced = false;
    let mut found = Vec::new();
    for passage in passages {
        let tag = context.tags.get(passage.block as usize).copied().unwrap_or("");
        let quoted = matches!(tag, "blockquote" | "pre" | "code" | "q" | "samp");
        if quoted || announced || (turns >= 2 && speaker(passage.text)) {
            found.push(Span::new(passage.block, 0, passage.text.len()));
        }
        if passage.text.trim().is_empty() {
            continue;
        }
        announced = passage.text.trim_end().ends_with(':')
            && passage
                .sentences
                .clone()
                .last()
                .and_then(|s| view.prose.sentences().get(s))
                .is_some_and(|s| s.words.clone().any(|w| view.is(w, class::SPEECH)));
    }
    found
}

/// Whether a block opens with the name of a speaker and a colon: "SMITH: …", "Q: …".
fn speaker(text: &str) -> bool {
    let Some((name, rest)) = text.split_once(':') else { return false };
    let words = name.split_whitespace().count();
    (1..=4).contains(&words)
        && name.len() <= 40
        && rest.starts_with([' ', '\u{a0}'])
        && name.split_whitespace().all(|w| w.starts_with(char::is_uppercase) && !w.ends_with(','))
}

/// A link exempts the words that it stands on and the claim that they make: their clause. An anchor that is only a name
/// makes no claim.
fn linked_claim(view: &View, link: Span) -> Span {
    let words = view.prose.word_range(link);
    let claims = words.clone().any(|w| view.word(w).is_some_and(|w| !w.stop && !w.capital && !w.number));
    if !claims {
        return link;
    }
    let sentence = view.sentence(words.start);
    let breaks = |at: usize| {
        let gap = view.prose.gap_after(at);
        gap.contains([',', ';', ':', '—', '–', '(', ')']) || gap.contains(" - ")
    };
    let opens = |at: usize| {
        matches!(
            view.form(at),
            "and" | "but" | "because" | "although" | "though" | "while" | "whereas" | "that" | "who" | "which"
        )
    };
    let mut start = words.start.min(sentence.end);
    while start > sentence.start && !breaks(start - 1) && !opens(start) {
        start -= 1;
    }
    let mut end = words.end.clamp(start, sentence.end);
    while end < sentence.end && end > start && !breaks(end - 1) && !opens(end) {
        end += 1;
    }
    view.span(&(start..end)).unwrap_or(link)
}
