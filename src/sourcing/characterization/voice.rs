//! Which words are the writer's own: not quoted, not attributed, not on a linked claim, not an excerpt.

use super::Context;
use super::excerpts::{carried_on, comments, excerpts, letters, run_on};
use super::grammar::weekday;
use super::view::View;
use crate::sourcing::attribution::{Attribution, attributed_words};
use crate::sourcing::lexicon::class;
use crate::text::{Passage, Sentence, Span, WordList};
use std::ops::Range;

/// By word: the writer's own.
pub fn own_words(view: &View, context: &Context) -> Vec<bool> {
    let said: Vec<Attribution> =
        context.attributions.iter().filter(|a| exempts(view, a)).cloned().map(|a| told(view, a)).collect();
    let mut own: Vec<bool> = attributed_words(view.prose, &said).iter().map(|a| !a).collect();
    let contents = context.original.map_or(&[][..], |o| o.contents);
    let mut others = trailing(view);
    others.retain(|said| !contents.iter().any(|content| content.meets(said)));
    others.extend(excerpts(view, context));
    others.extend(letters(view));
    others.extend(verses(view));
    let mut before: Option<&Passage> = None;
    for passage in view.prose.passages() {
        let mut push = |start, end| others.push(Span::new(passage.block, start, end));
        // What a block closes before it opens anything was opened further up.
        let mark = passage.text.find(['“', '”', '"']).filter(|m| {
            let closes = passage.text.get(*m..).is_some_and(|t| t.starts_with('”'));
            let word = |c: char| !c.is_whitespace() && !c.is_ascii_digit();
            closes && passage.text.get(..*m).is_some_and(|t| t.ends_with(word))
        });
        push(0, mark.unwrap_or(0));
        if let Some((from, to)) = unpaired(view, passage) {
            push(from, to);
        }
        addresses(passage.text).for_each(|(start, end)| push(start, end));
        if let Some(before) = before
            && let Some((open, end)) = carried_on(view, before, passage)
        {
            push(0, end);
            others.push(Span::new(before.block, open, before.text.len()));
        }
        before = if passage.words.is_empty() { before } else { Some(passage) };
    }
    others.extend(run_on(view));
    others.extend(comments(view));
    others.extend(view.prose.sentences().iter().filter_map(|s| theirs(view, s)));
    others.extend(context.links.iter().map(|link| linked_claim(view, *link)));
    for span in others {
        if let Some(words) = own.get_mut(view.prose.word_range(span)) {
            words.fill(false);
        }
    }
    own
}

/// What the page credits to the original that it was compared with, in words or by a link.
pub fn credited(view: &View, context: &Context) -> Vec<Span> {
    let Some(original) = context.original else { return Vec::new() };
    let claims = original.links.iter().map(|link| linked_claim(view, *link));
    original.contents.iter().copied().chain(claims).collect()
}

/// What "critics say" or "some observers said" is credited to no one named, which the reader is told of by itself; the words
/// are not the writer's either. Without any source at all ("is widely seen as") they are, but for a participle, whose subject
/// stands further off ("heard her rage about Dunn — labelling him a menace"). What is alleged, claimed, reported or said was said by
/// somebody, though the page does not tell by whom.
fn told(view: &View, mut attribution: Attribution) -> Attribution {
    let active = attribution.cue.is_some_and(|c| {
        view.prose.word_range(c).last().is_some_and(|w| view.form(w).ends_with("ing") && view.form(w) != "according")
    });
    let cue = attribution.cue.map_or(0..0, |c| view.prose.word_range(c));
    let said =
        |form: &str| ["alleg", "asked", "claimed", "reported", "said", "rumo"].iter().any(|s| form.starts_with(s));
    let passed_on = cue.clone().any(|w| said(view.form(w)));
    // "had the gall to allegedly skim it": what stands before the adverb is the writer's.
    if passed_on && view.form(cue.start).ends_with("ly") {
        attribution.content.retain(|c| view.prose.word_range(*c).start >= cue.start);
    }
    let nobody = attribution.nobody && attribution.source.is_none() && !active && !passed_on;
    Attribution { nobody, ..attribution }
}

/// Whether somebody other than the writer stands behind the content. What the writer says in the first person is the
/// writer's. So is what somebody is said to want, know, plan or refuse: the words for it are the writer's choice. What
/// somebody says, argues, believes or fears is theirs, and what a document shows is the document's; but what it merely
/// covers ("goes on to outline") is not.
fn exempts(view: &View, attribution: &Attribution) -> bool {
    let words = |span: Option<Span>| span.map_or(0..0, |s| view.prose.word_range(s));
    let (source, cue) = (words(attribution.source), words(attribution.cue));
    if !source.is_empty() && source.clone().all(|w| view.is(w, class::FIRST | class::YOU)) {
        return false;
    }
    // "It is hard to deny that …" names nobody.
    let empty = source.clone().all(|w| matches!(view.form(w), "it" | "there" | "this" | "that"));
    if empty && !source.is_empty() && view.form(cue.start) == "to" {
        return false;
    }
    let document = source.clone().any(|w| view.is(w, class::DOCUMENT)) && cue.clone().any(|w| shows(view.form(w)));
    // “in her view”, “to its critics”
    let placed = cue.len() == 1 && matches!(view.form(cue.start), "in" | "by" | "to");
    cue.is_empty()
        || document
        || placed
        || cue.clone().any(|w| view.is(w, class::SPEECH | class::SPEECH_NOUN | class::ACCUSE))
}

fn shows(form: &str) -> bool {
    ["show", "found", "find", "reveal", "indicat", "conclud", "confirm", "state"].iter().any(|s| form.starts_with(s))
}

/// What stands before a speaker who is named after it: "…, union leaders said on Friday".
fn trailing(view: &View) -> Vec<Span> {
    const SAID: &[&str] = &[
        "said",
        "says",
        "say",
        "wrote",
        "writes",
        "told",
        "argued",
        "argues",
        "added",
        "testified",
        "tweeted",
        "learned",
        "heard",
        "alleged",
        "claimed",
    ];
    let mut found = Vec::new();
    for sentence in view.prose.sentences() {
        let words = sentence.words.clone();
        let mut until = None;
        for cue in words.clone().skip(3).filter(|w| SAID.contains(&view.form(*w))) {
            // The speaker: at most seven words between a comma and the verb, none of them a verb or a link of clauses.
            let comma = (words.start..cue).rev().take(8).find(|w| view.prose.gap_after(*w).contains([',', '”', '"']));
            let Some(comma) = comma.filter(|c| c + 1 < cue && *c > words.start) else { continue };
            // "the Ledger has learned", "a court was told", "it was alleged"
            let passive = matches!(view.form(cue - 1), "was" | "were")
                && matches!(view.form(cue), "told" | "alleged" | "claimed");
            let speaker = comma + 1..cue - usize::from(passive || matches!(view.form(cue - 1), "has" | "have"));
            let plain = !speaker.is_empty()
                && speaker.clone().all(|w| !view.is(w, class::BE | class::AUX | class::CLAUSE_BREAK | class::TO));
            let closes = view.next(cue).is_none_or(|n| {
                view.is(n, class::PREP)
                    || view.word(n).is_some_and(|w| w.capital && !w.stop)
                    || matches!(
                        view.form(n),
                        "reporters"
                            | "afterward"
                            | "afterwards"
                            | "later"
                            | "earlier"
                            | "today"
                            | "yesterday"
                            | "after"
                            | "recently"
                    )
            });
            if plain && closes {
                until = Some(comma + 1);
            }
        }
        found.extend(until.and_then(|end| view.span(&(words.start..end))));
    }
    found
}

/// What single marks that have no other half tell of a block: one that it opens with, or that stands behind a colon, was to close further
/// down; one that closes a sentence was opened further up. The apostrophes of plurals close nothing and open nothing.
fn unpaired(view: &View, passage: &Passage) -> Option<(usize, usize)> {
    let text = passage.text;
    let all = view.prose.quotations().get(passage.quotations.clone()).unwrap_or(&[]);
    // Quotations nest at most a few levels, so that the last to begin are enough.
    let within = |at: usize| {
        let begun = all.get(..all.partition_point(|q| q.outer.start as usize <= at)).unwrap_or(&[]);
        begun.iter().rev().take(8).any(|q| at < q.outer.end as usize)
    };
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let next = text.get(at + c.len_utf8()..).and_then(|t| t.chars().next());
        if matches!(c, '\'' | '‘' | '’') && !within(at) {
            if matches!(before, '.' | ',' | '!' | '?') && next.is_none_or(char::is_whitespace) {
                return Some((0, at));
            }
            let lead = text.get(..at).unwrap_or("").trim_end();
            if c != '’' && (lead.is_empty() || lead.ends_with(':')) && next.is_some_and(char::is_uppercase) {
                return Some((at, text.len()));
            }
        }
        before = c;
    }
    None
}

/// Where the web addresses in `text` stand: the words in them are names.
fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.match_indices("://").map(|(at, _)| {
        let rest = text.get(at..).and_then(|t| t.find(char::is_whitespace));
        (at, rest.map_or(text.len(), |n| at + n))
    })
}

/// Where the words of a book stand that is cited by its chapter and verse: "Judges 9:4" at the head of a paragraph, behind a dash or
/// alone after it. In brackets it is what the writer's own sentence rests on.
fn verses(view: &View) -> Vec<Span> {
    let digits = |at: usize| view.word(at).is_some_and(|w| w.number) && view.form(at).len() <= 3;
    let cited = |at: usize| {
        digits(at)
            && digits(at + 1)
            && view.prose.gap_after(at) == ":"
            && view.previous(at).is_some_and(|b| view.word(b).is_some_and(|w| w.capital && !w.stop) && !weekday(view.form(b)))
            // "The Ledger 10:30 p.m."
            && !WordList("a.m p.m am pm a p gmt et bst").has(view.form(at + 2))
    };
    let mut found = Vec::new();
    let mut before: Option<Span> = None;
    for sentence in view.prose.sentences() {
        let words = sentence.words.clone();
        if let Some(at) = words.clone().find(|w| cited(*w)) {
            let passage = view.prose.passage(sentence.span.block);
            let heads = passage.as_ref().is_some_and(|p| p.words.start + 3 > at);
            let dash = (words.start..at).rev().take(3).any(|w| view.prose.gap_after(w).contains(['—', '–', '”', '"']));
            match passage {
                Some(p) if heads => found.push(Span::new(p.block, 0, p.text.len())),
                _ if dash => found.push(sentence.span),
                _ => found.extend(before.filter(|_| words.len() <= CITATION)),
            }
        }
        before = Some(sentence.span);
    }
    found
}

/// A sentence of no more words that cites a verse is the citation alone, behind what is cited.
const CITATION: usize = 6;

/// What follows the colon in "the argument is that of the dockers: if we let it close, …", where the "we" are those who argue,
/// or in "her message is simple: that …", and what follows "her fear, that …"; a sentence in the English of scripture and plays.
fn theirs(view: &View, sentence: &Sentence) -> Option<Span> {
    let words = sentence.words.clone();
    let first = |mut words: Range<usize>| words.any(|w| matches!(view.form(w), "we" | "our" | "i" | "my"));
    let mut argued = false;
    for at in words.clone() {
        if matches!(view.form(at), "thou" | "thee" | "hath" | "doth") {
            return Some(sentence.span);
        }
        let noun = view.is(at, class::SPEECH_NOUN);
        argued |= noun;
        let gap = view.prose.gap_after(at);
        let that = view.form(at + 1) == "that";
        let opens =
            gap == ", " && noun && that || gap.starts_with(": ") && argued && (that || first(at + 1..words.end));
        if opens {
            return if first(words.start..at) { None } else { view.span(&(at + 1..words.end)) };
        }
    }
    None
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
