//! Which words are the writer's own: not quoted, not attributed, not on a linked claim, not an excerpt.

use super::Context;
use super::view::View;
use crate::sourcing::attribution::{Attribution, attributed_words};
use crate::sourcing::lexicon::class;
use crate::text::Span;

/// By word: the writer's own.
pub fn own_words(view: &View, context: &Context) -> Vec<bool> {
    let said: Vec<Attribution> =
        context.attributions.iter().filter(|a| exempts(view, a)).cloned().map(|a| told(view, a)).collect();
    let mut own: Vec<bool> = attributed_words(view.prose, &said).iter().map(|a| !a).collect();
    let mut clear = |span: Span| {
        if let Some(words) = own.get_mut(view.prose.word_range(span)) {
            words.fill(false);
        }
    };
    for span in trailing(view) {
        clear(span);
    }
    for span in excerpts(view, context) {
        clear(span);
    }
    for passage in view.prose.passages() {
        // What a block closes before it opens anything was opened further up.
        let mark = passage.text.find(['“', '”', '"']).filter(|m| {
            let closes = passage.text.get(*m..).is_some_and(|t| t.starts_with('”'));
            let word = |c: char| !c.is_whitespace() && !c.is_ascii_digit();
            closes && passage.text.get(..*m).is_some_and(|t| t.ends_with(word))
        });
        mark.into_iter().for_each(|end| clear(Span::new(passage.block, 0, end)));
        addresses(passage.text).for_each(|(start, end)| clear(Span::new(passage.block, start, end)));
    }
    for span in run_on(view).into_iter().chain(comments(view)) {
        clear(span);
    }
    for link in context.links {
        clear(linked_claim(view, *link));
    }
    own
}

/// What "critics say" or "some observers said" is credited to no one named, which the reader is told of by itself; the words
/// are not the writer's either. Without any source at all ("is widely seen as") they are, but for a participle, whose subject
/// stands further off ("heard her rage about Dunn — labelling him a menace").
fn told(view: &View, attribution: Attribution) -> Attribution {
    let active = attribution.cue.is_some_and(|c| {
        view.prose.word_range(c).last().is_some_and(|w| view.form(w).ends_with("ing") && view.form(w) != "according")
    });
    let nobody = attribution.nobody && attribution.source.is_none() && !active;
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
    ];
    let mut found = Vec::new();
    for sentence in view.prose.sentences() {
        let words = sentence.words.clone();
        let mut until = None;
        for cue in words.clone().skip(3).filter(|w| SAID.contains(&view.form(*w))) {
            // The speaker: at most seven words between a comma and the verb, none of them a verb or a link of clauses.
            let comma = (words.start..cue).rev().take(8).find(|w| view.prose.gap_after(*w).contains([',', '”', '"']));
            let Some(comma) = comma.filter(|c| c + 1 < cue && *c > words.start) else { continue };
            // "the Ledger has learned"
            let speaker = comma + 1..cue - usize::from(matches!(view.form(cue - 1), "has" | "have"));
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

/// The blocks that hold somebody else's words without saying so: by their tag, by a colon after a reporting verb in the
/// block before, or as a turn of a transcript.
fn excerpts(view: &View, context: &Context) -> Vec<Span> {
    let passages = view.prose.passages();
    let quotations = view.prose.quotations();
    let in_quotation = |span: Span| {
        let until = quotations.partition_point(|q| (q.outer.block, q.outer.start) <= (span.block, span.start));
        quotations
            .get(..until)
            .and_then(<[_]>::last)
            .is_some_and(|q| q.outer.block == span.block && span.start < q.outer.end)
    };
    let turns = passages.iter().filter(|p| speaker(p.text)).count();
    let mut announced = false;
    // How many paragraphs of a letter or a statement have followed its announcement.
    let mut letter = 0;
    let mut before: Option<Span> = None;
    // What may be the paragraphs of an embedded post, until its signature comes or too many have passed.
    let (mut post, mut reach) = (Vec::new(), 0);
    let mut found = Vec::new();
    for passage in passages {
        let tag = context.tags.get(passage.block as usize).copied().unwrap_or("");
        let quoted = matches!(tag, "blockquote" | "pre" | "code" | "q" | "samp");
        match signature(passage.text) {
            Some(0) => found.extend(before.into_iter().chain([Span::new(passage.block, 0, passage.text.len())])),
            Some(end) => found.push(Span::new(passage.block, 0, end)),
            None => {}
        }
        let text = passage.text.trim_end();
        if signature(text).is_some() {
            found.extend(post.drain(..).filter(|_| reach > 0));
            reach = POST / 2;
        } else if post.len() == reach {
            (post, reach) = (Vec::new(), 0);
        } else if !text.is_empty() {
            post.push(Span::new(passage.block, 0, text.len()));
        }
        // The writer's "I" stands beside quotations, that of a letter seldom does.
        let own_story = || {
            let mut words = view.prose.word_range(Span::new(passage.block, 0, passage.text.len()));
            !passage.text.starts_with(['“', '"'])
                && words.any(|w| view.is(w, class::FIRST) && !view.word(w).is_some_and(|w| in_quotation(w.span)))
        };
        // Who speaks of himself after the announcement goes on speaking.
        letter = if (announced || (1..LETTER).contains(&letter)) && own_story() { letter + 1 } else { 0 };
        if quoted || announced || letter > 0 || (turns >= 2 && speaker(passage.text)) {
            found.push(Span::new(passage.block, 0, passage.text.len()));
        }
        if passage.text.trim().is_empty() {
            continue;
        }
        // "Following is a transcript: …": what stands below it is spoken.
        if let Some(at) = ["ranscript:", "ranscript follows"].iter().find_map(|t| passage.text.find(t)) {
            found.push(Span::new(passage.block, at, passage.text.len()));
            let below = passages.iter().skip_while(|p| p.block <= passage.block);
            found.extend(below.map(|p| Span::new(p.block, 0, p.text.len())));
            break;
        }
        if let Some(at) = passage.text.find("this to say") {
            found.push(Span::new(passage.block, at, passage.text.len()));
        }
        before = Some(Span::new(passage.block, 0, passage.text.len()));
        announced = text.ends_with([':', '…'])
            && passage
                .sentences
                .clone()
                .last()
                .and_then(|s| view.prose.sentences().get(s))
                .is_some_and(|s| s.words.clone().any(|w| view.is(w, class::SPEECH)));
        if announced {
            (post, reach) = (Vec::new(), POST);
        }
    }
    found
}

/// The most paragraphs of an embedded post that is announced; half as many where only another post stands before it.
const POST: usize = 6;

/// Where the web addresses in `text` stand: the words in them are names.
fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.match_indices("://").map(|(at, _)| {
        let rest = text.get(at..).and_then(|t| t.find(char::is_whitespace));
        (at, rest.map_or(text.len(), |n| at + n))
    })
}

/// Where the line under an embedded post begins, "— Ada Marsh (@adamarsh) May 3, 2026", "A post shared by Ada Marsh (@adamarsh)".
fn signature(text: &str) -> Option<usize> {
    let handle = text.find("(@")?;
    let name = text.get(..handle)?;
    let line = ["A photo posted by", "A video posted by", "A post shared by", "A photo shared by", "A video shared by"];
    let dash = name.rfind(['—', '–']).max(line.iter().filter_map(|l| name.rfind(l)).max())?;
    let between = name.get(dash..)?;
    let plain = between.split_whitespace().count() <= 9 && !between.contains(['.', '?', '!']);
    plain.then(|| if name.get(..dash).is_some_and(|s| s.trim().is_empty()) { 0 } else { dash })
}

/// From so many signatures on they stand under readers' comments.
const COMMENTS: usize = 3;

/// What stands between signatures with a date, "by Ada Marsh May 3, 2026": the readers' comments.
fn comments(view: &View) -> Option<Span> {
    const MONTHS: &[&str] =
        &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "june", "july", "sept"];
    let digits = |at: usize, count: usize| {
        let form = view.form(at);
        form.len() <= count && !form.is_empty() && form.bytes().all(|b| b.is_ascii_digit())
    };
    let signed = |at: &usize| {
        view.form(*at) == "by"
            && (at + 2..at + 6).any(|m| MONTHS.contains(&view.form(m)) && digits(m + 1, 2) && digits(m + 2, 4))
    };
    let all: Vec<usize> = (0..view.prose.words().len()).filter(signed).collect();
    let (first, last) = (all.first()?, all.last()?);
    let (from, to) = (view.sentence_of(*first)?.span, view.word(*last)?.span);
    (all.len() >= COMMENTS && from.block == to.block).then(|| from.to(&to))
}

/// The most paragraphs of a letter or a statement that is quoted without a mark before each of them.
const LETTER: usize = 8;

/// The paragraphs of a quotation that opens in one block and closes in a later one, with no marks in between.
fn run_on(view: &View) -> Vec<Span> {
    let passages = view.prose.passages();
    let marks = |text: &str| text.chars().filter(|c| matches!(c, '“' | '”' | '"')).count();
    let mut found = Vec::new();
    for open in view.prose.quotations().iter().filter(|q| !q.closed) {
        let after = passages.partition_point(|p| p.block <= open.outer.block);
        let rest = passages.iter().enumerate().skip(after).take(LETTER);
        let Some((last, end)) = rest.clone().find(|(_, p)| marks(p.text) > 0) else { continue };
        if marks(end.text) == 1 && end.text.trim_end().ends_with(['”', '"']) {
            let within = rest.take_while(|(at, _)| *at <= last);
            found.extend(within.map(|(_, p)| Span::new(p.block, 0, p.text.len())));
        }
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
