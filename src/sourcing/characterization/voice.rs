//! Which words are the writer's own: not quoted, not attributed, not on a linked claim, not an excerpt.

use super::Context;
use super::view::View;
use crate::sourcing::attribution::{Attribution, attributed_words};
use crate::sourcing::lexicon::class;
use crate::text::{Passage, Sentence, Span};
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
    let turns = passages.iter().filter(|p| speaker(p.text)).count();
    // How many blocks are still somebody else's.
    let mut left = 0_usize;
    let mut before: Option<Span> = None;
    // What may be the paragraphs of an embedded post, until its signature comes or too many have passed.
    let (mut post, mut reach, mut announced) = (Vec::new(), 0, false);
    let mut found = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let tag = context.tags.get(passage.block as usize).copied().unwrap_or("");
        let quoted = matches!(tag, "blockquote" | "pre" | "code" | "q" | "samp");
        let text = passage.text.trim();
        let signed = signature(text);
        let whole = |p: &Passage| Span::new(p.block, 0, p.text.len());
        if let Some(end) = signed {
            found.push(Span::new(passage.block, 0, end));
            // The line stands alone, or behind addresses and tags: the lines of the post are blocks.
            if end == 0 || ["#", "http", "pic."].iter().any(|s| text.starts_with(s)) {
                found.push(whole(passage));
                found.extend(before);
                let mut left = WRITTEN;
                for line in passages.get(..at).unwrap_or(&[]).iter().rev() {
                    if line.text.len() > left || line.text.trim_end().ends_with(':') {
                        break;
                    }
                    left -= line.text.len();
                    found.push(whole(line));
                }
            }
        }
        if signed.is_some() || cited(text) {
            found.extend(post.drain(..).filter(|_| reach > 0 && (announced || signed.is_none())));
            reach = if signed.is_some() { POST / 2 } else { 0 };
            announced = true;
        } else if post.len() == reach {
            (post, reach) = (Vec::new(), 0);
        } else if !text.is_empty() {
            post.push(Span::new(passage.block, 0, text.len()));
        }
        if quoted || left > 0 || (turns >= 2 && speaker(passage.text)) {
            found.push(Span::new(passage.block, 0, passage.text.len()));
        }
        if passage.text.trim().is_empty() {
            continue;
        }
        left = left.saturating_sub(1);
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
        if text.ends_with([':', '…'])
            && let Some(sentence) = last_sentence(view, passage)
        {
            (post, reach, announced) = (Vec::new(), POST, false);
            if let Some(named) = announces(view, sentence) {
                announced = true;
                left = left.max(spoken(view, context, (sentence, named), passages.get(at + 1..).unwrap_or(&[])));
            }
        }
    }
    found
}

/// Of a sentence that tells of somebody's saying, whether it names it: "here's Doyle explaining", "the crux of Doyle's argument",
/// "a statement from the union".
fn announces(view: &View, sentence: &Sentence) -> Option<bool> {
    let words = || sentence.words.clone();
    let named = words().any(|w| {
        let whose = |b| view.is(b, class::POSS) || view.form(b).ends_with("'s");
        view.is(w, class::SPEECH_NOUN | class::DOCUMENT)
            && (view.before(w).is_some_and(whose)
                || view.after(w).is_some_and(|n| matches!(view.form(n), "by" | "from" | "of")))
    });
    // "Marsh:" on a line of its own.
    let said = tells(view, sentence) || sentence.words.len() == 1 && view.is_surname(sentence.words.start);
    (named || said).then(|| named || view.form(sentence.words.start) == "here's")
}

/// How many of the blocks `below` are what a sentence announces: one, and those in which somebody goes on to speak of himself. Of
/// a speech or a letter that it names as such (`named`), all until the writer evidently speaks again: quotes, sets a heading, announces
/// something or names the speaker.
fn spoken(view: &View, context: &Context, (sentence, named): (&Sentence, bool), below: &[Passage]) -> usize {
    let stem = |w: usize| view.word(w).map(|w| w.stem);
    let speaker = |w: usize| sentence.words.clone().any(|s| view.is_name(s) && stem(s) == stem(w));
    let mut last = 0;
    for (n, passage) in below.iter().filter(|p| !p.words.is_empty()).take(LETTER).enumerate() {
        let tag = context.tags.get(passage.block as usize).copied().unwrap_or("");
        let back = tag.starts_with('h')
            || !passage.quotations.is_empty()
            || passage.text.trim_end().ends_with(':')
            || passage.words.clone().any(speaker);
        let first = passage.words.clone().any(|w| view.is(w, class::FIRST));
        if passage.text.starts_with(['“', '"']) || n > 0 && (back && named || !named && !first) {
            // What follows the last "I" may be the writer's again.
            last = if named && last > 0 && n - last <= LETTER / 4 { n } else { last };
            break;
        }
        if first {
            last = n + 1;
        }
    }
    last.max(1)
}

/// The most paragraphs of an embedded post that is announced; half as many where only another post stands before it.
const POST: usize = 6;
/// The most bytes of a post's lines (Twitter's limit since 2017, in characters).
const WRITTEN: usize = 280;

/// Whether a line says where what stands above it was taken from: "(Harbour Code, 23)", "(Rom. 13:2-4)".
fn cited(text: &str) -> bool {
    text.starts_with('(') && text.ends_with([')', '.']) && text.contains(|c: char| c.is_ascii_digit())
}

/// Where the web addresses in `text` stand: the words in them are names.
fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.match_indices("://").map(|(at, _)| {
        let rest = text.get(at..).and_then(|t| t.find(char::is_whitespace));
        (at, rest.map_or(text.len(), |n| at + n))
    })
}

/// Where the line under an embedded post begins, "— Ada Marsh (@adamarsh) May 3, 2026", "A post shared by Ada Marsh (@adamarsh)",
/// "@adamarsh".
fn signature(text: &str) -> Option<usize> {
    if text.starts_with('@') && !text.trim_end().contains(' ') {
        return Some(0);
    }
    let handle = text.find("(@")?;
    let name = text.get(..handle)?;
    let line = ["A photo posted by", "A video posted by", "A post shared by", "A photo shared by", "A video shared by"];
    let dash = name.rfind(['—', '–']).max(line.iter().filter_map(|l| name.rfind(l)).max())?;
    let between = name.get(dash..)?;
    let plain = between.split_whitespace().count() <= 9 && !between.contains(['?', '!']);
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
const LETTER: usize = 16;

/// From where on `before` and how far `passage` are one that a break of line cuts: a quotation in single marks, or what somebody
/// said ("… told the crowd at Herring Now!", "that the vote was a farce").
fn carried_on(view: &View, before: &Passage, passage: &Passage) -> Option<(usize, usize)> {
    let text = passage.text;
    if text.starts_with("that ") && last_sentence(view, before).is_some_and(|s| tells(view, s)) {
        return Some((before.text.len(), text.len()));
    }
    let open = before.text.rfind('‘').filter(|o| before.text.rfind('’') < Some(*o))?;
    Some((open, text.find("’ ").or_else(|| text.ends_with('’').then_some(text.len()))?))
}

fn last_sentence<'v>(view: &View<'v, '_>, passage: &Passage) -> Option<&'v Sentence> {
    view.prose.sentences().get(passage.sentences.clone().last()?)
}

fn tells(view: &View, sentence: &Sentence) -> bool {
    sentence.words.clone().any(|w| view.is(w, class::SPEECH))
}

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

/// The paragraphs of a quotation that opens in one block and closes in a later one, with no marks in between, or whose
/// paragraphs each open it again.
fn run_on(view: &View) -> Vec<Span> {
    let passages = view.prose.passages();
    let marks = |text: &str| text.chars().filter(|c| matches!(c, '“' | '”' | '"')).count();
    let mut found = Vec::new();
    for open in view.prose.quotations().iter().filter(|q| !q.closed) {
        let after = passages.partition_point(|p| p.block <= open.outer.block);
        let rest = passages.iter().enumerate().skip(after).take(LETTER);
        let Some((last, end)) = rest.clone().find(|(_, p)| marks(p.text) > 0) else { continue };
        // Whatever is quoted within it, a mark more closes in the last paragraph than opens there.
        let more = end.text.matches('”').count() > end.text.matches('“').count();
        let closes = more || marks(end.text) == 1 && end.text.trim_end().ends_with('"');
        // Where the lines of a paragraph are blocks, an empty one stands before the next paragraph, which opens the marks again.
        let again = end.text.trim_start().starts_with(['“', '"'])
            && last
                .checked_sub(1)
                .and_then(|b| passages.get(b))
                .is_some_and(|b| b.words.is_empty() || b.block + 1 < end.block);
        if closes || again {
            let whole = rest.take_while(|(at, _)| *at < last).map(|(_, p)| Span::new(p.block, 0, p.text.len()));
            let until = end.text.rfind(['”', '"']).filter(|_| closes).unwrap_or(0);
            found.extend(whole.chain([Span::new(end.block, 0, until)]));
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
