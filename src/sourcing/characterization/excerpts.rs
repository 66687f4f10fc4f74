//! Blocks that hold somebody else's words though no quotation marks say so there: excerpts, embedded posts, readers' comments and letters,
//! the turns of a transcript, the inner paragraphs of a long quotation.

use super::Context;
use super::view::View;
use crate::sourcing::lexicon::class;
use crate::text::{Passage, Sentence, Span, WordList};

/// The blocks that hold somebody else's words without saying so: by their tag, by a colon after a reporting verb in the
/// block before, or as a turn of a transcript.
pub(super) fn excerpts(view: &View, context: &Context) -> Vec<Span> {
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
        if let Some(at) = turn(passage.text) {
            found.push(Span::new(passage.block, at, passage.text.len()));
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

/// Where the line under an embedded post begins, "— Ada Marsh (@adamarsh) May 3, 2026", "A post shared by Ada Marsh (@adamarsh)",
/// "@adamarsh", and what is left of such a line where the page breaks it: "(@adamarsh) May 3, 2026", "@adamarsh · 2h".
fn signature(text: &str) -> Option<usize> {
    if text.starts_with("(@") && text.split_whitespace().count() <= 5 || handle_alone(text) {
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

/// A handle with no more beside it than when it was written.
fn handle_alone(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let when = |word: &str| {
        const MONTHS: &[&str] = &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        word.starts_with(|c: char| c.is_ascii_digit() || "·•|-–—".contains(c))
            || MONTHS.iter().any(|m| word.starts_with(m))
    };
    words.next().is_some_and(|w| w.len() > 1 && w.starts_with('@')) && words.all(when)
}

/// From so many signatures on they stand under readers' comments.
const COMMENTS: usize = 3;

/// What stands between signatures with a date, "by Ada Marsh May 3, 2026": the readers' comments.
pub(super) fn comments(view: &View) -> Option<Span> {
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
pub(super) fn carried_on(view: &View, before: &Passage, passage: &Passage) -> Option<(usize, usize)> {
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

/// The letters to a column, from "Dear Ada: …" to the line that signs them, "— At Sea in Merrow". What answers them begins likewise
/// and is not signed so.
pub(super) fn letters(view: &View) -> Vec<Span> {
    let (mut letter, mut found) = (None::<Vec<Span>>, Vec::new());
    for passage in view.prose.passages() {
        let text = passage.text.trim();
        let head = text.split([':', ',']).next().unwrap_or("");
        if head.len() < text.len() && head.split_whitespace().count() <= 5 && addresses_somebody(head) {
            letter = Some(Vec::new());
        }
        let Some(spans) = letter.as_mut().filter(|spans| spans.len() < LETTER) else { continue };
        spans.push(Span::new(passage.block, 0, passage.text.len()));
        if is_signed(text) {
            found.append(spans);
            letter = None;
        }
    }
    found
}

fn addresses_somebody(text: &str) -> bool {
    text.get(..5).is_some_and(|s| s.eq_ignore_ascii_case("dear "))
}

/// Whether a paragraph ends in a dash and a name, or what stands for one.
fn is_signed(text: &str) -> bool {
    let Some((before, name)) =
        ["—", "–", "--"].iter().filter_map(|dash| text.rsplit_once(dash)).min_by_key(|s| s.1.len())
    else {
        return false;
    };
    let before = before.trim_end();
    let name = name.trim();
    (before.is_empty() || before.ends_with(['.', '!', '?', '”', '"']))
        && name.starts_with(char::is_uppercase)
        && !name.trim_end_matches('.').contains(['.', '?', '!'])
        && name.split_whitespace().count() <= 8
}

/// The paragraphs of a quotation that opens in one block and closes in a later one, with no marks in between, or whose
/// paragraphs each open it again.
pub(super) fn run_on(view: &View) -> Vec<Span> {
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

/// Where a speaker of a transcript begins within a block: behind "MR. MARSH:" or "THE PRESIDENT:".
fn turn(text: &str) -> Option<usize> {
    text.match_indices(':').take(LETTER).find_map(|(at, _)| {
        let mut words = text.get(..at)?.rsplit(' ');
        let (name, title) = (words.next()?, words.next()?);
        let titled = WordList("MR. MRS. MS. DR. SEN. REP. GOV. GEN.").has(title);
        let office = title == "THE" && WordList("PRESIDENT CHAIRMAN SPEAKER COURT WITNESS").has(name);
        (office || titled && name.len() > 1 && !name.contains(char::is_lowercase)).then_some(at)
    })
}

/// Whether a block opens with the name of a speaker and a colon: "SMITH: …", "Q: …".
fn speaker(text: &str) -> bool {
    let Some((name, rest)) = text.split_once(':') else { return false };
    let words = name.split_whitespace().count();
    (1..=4).contains(&words)
        && name.len() <= 40
        && !addresses_somebody(name)
        && rest.starts_with([' ', '\u{a0}'])
        && name.split_whitespace().all(|w| w.starts_with(char::is_uppercase) && !w.ends_with(','))
}
