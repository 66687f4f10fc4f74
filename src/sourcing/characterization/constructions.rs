//! What characterizes by its build and not by a word: words in quotation marks that nobody is named for, questions that
//! expect no answer, mocking compounds.

use super::Context;
use super::candidate::{Candidate, Origin};
use super::senses::{found_so, played};
use super::view::View;
use crate::report::CharacterizationKind as Kind;
use crate::sourcing::lexicon::class;
use crate::text::Sentence;
use std::ops::Range;

/// Second parts of compounds that mock or blame.
const ENDINGS: &[&str] = &[
    "fest",
    "gate",
    "mania",
    "palooza",
    "monger",
    "mongers",
    "mongering",
    "phobe",
    "bashing",
    "baiting",
    "happy",
    "crazed",
    "obsessed",
    "addled",
    "hating",
    "loving",
    "worship",
    "tastic",
    "splaining",
    "ista",
    "istas",
    "soaked",
    "drenched",
    "infested",
    "riddled",
    "fueled",
    "fuelled",
    "starved",
    "mad",
    "hungry",
    "stained",
    "plagued",
    "drunk",
    "spewing",
    "peddling",
    "hugging",
    "coddling",
    "thumping",
    "clutching",
    "licking",
    "trashing",
    "appeasing",
    "worshipping",
    "worshiping",
    "pandering",
    "besotted",
    "deranged",
];

/// All of them, in order.
pub fn constructions(view: &View, context: &Context, own: &[bool]) -> Vec<Candidate> {
    let mut found = scare_quotes(view, context, own);
    found.extend(questions(view, context, own));
    found.extend(compounds(view, own));
    found.extend(labels(view, own));
    found
}

/// One to three lower-case words in quotation marks in the writer's own sentence, with no reporting verb in it and
/// nobody whom the quotation is attributed to.
fn scare_quotes(view: &View, context: &Context, own: &[bool]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut attributed = vec![false; own.len()];
    for attribution in context.attributions.iter().filter(|a| a.source.is_some() || a.cue.is_some()) {
        for span in &attribution.content {
            if let Some(words) = attributed.get_mut(view.prose.word_range(*span)) {
                words.fill(true);
            }
        }
    }
    for quotation in view.prose.quotations().iter().filter(|q| q.closed && q.depth == 0) {
        let words = view.prose.word_range(quotation.inner);
        if !(1..=3).contains(&words.len()) || view.sentence_of(words.start).is_none() {
            continue;
        }
        let sentence = view.sentence(words.start);
        // A headline has no room to say whom it quotes.
        let block = quotation.outer.block;
        let opens = view.prose.passages().first().is_some_and(|p| p.block == block);
        let headline = (opens && view.prose.passages().len() > 1 && sentence.len() <= HEADLINE)
            || context.tags.get(block as usize).is_some_and(|t| heading(t));
        // "rock 'n' roll"
        let short = words.clone().all(|w| view.form(w).len() < 3);
        let lower = !short && words.clone().all(|w| view.word(w).is_some_and(|w| !w.capital && !w.number));
        let said = sentence.clone().any(|w| !words.contains(&w) && view.is(w, class::SPEECH));
        let sourced = words.clone().any(|w| attributed.get(w).copied().unwrap_or(false));
        let Some(before) = view.before(words.start) else { continue };
        let mentions = matches!(
            view.form(before),
            "word"
                | "words"
                | "term"
                | "phrase"
                | "called"
                | "titled"
                | "named"
                | "nicknamed"
                | "as"
                | "dubbed"
                | "labeled"
                | "slogan"
                | "tag"
                | "hashtag"
                | "expression"
                | "means"
                | "or"
                | "of"
        );
        let ends = view.prose.text(quotation.inner).trim_end().ends_with([',', '.', '!', '?']);
        let outside = sentence.clone().filter(|w| !words.contains(w)).all(|w| own.get(w).copied().unwrap_or(false));
        let found_so = found_so(view, words.start);
        if headline
            || found_so
            || !lower
            || said
            || sourced
            || mentions
            || ends
            || !outside
            || sentence.len() < words.len() + 4
        {
            continue;
        }
        let called = view.form(before) == "called";
        let mut candidate = Candidate::new(words, Origin::ScareQuotes, Kind::Insinuation, if called { 3 } else { 2 });
        candidate.span = Some(quotation.outer);
        candidate.be_of("scare-quotes");
        candidate.reason = "Puts the words in quotation marks, with nobody named for them";
        found.push(candidate);
    }
    found
}

/// A first block with no more words may be the headline.
const HEADLINE: usize = 14;

fn heading(tag: &str) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Openings of a question that the writer answers by asking it.
const OPENINGS: &[&[&str]] = &[
    &["is", "it"],
    &["isn't"],
    &["aren't"],
    &["wasn't"],
    &["doesn't"],
    &["don't"],
    &["didn't"],
    &["shouldn't"],
    &["why"],
    &["how", "could"],
    &["how", "can"],
    &["how", "many", "more"],
    &["how", "long"],
    &["how", "much", "longer"],
    &["what", "kind"],
    &["what", "sort"],
    &["since", "when"],
    &["what", "if"],
    &["what", "else"],
    &["who", "could"],
    &["who", "would"],
    &["who", "needs"],
    &["really"],
    &["seriously"],
    &["does", "anyone"],
    &["does", "anybody"],
    &["has", "anyone"],
    &["can", "anyone"],
    &["could", "it"],
    &["remember"],
    &["and", "yet"],
    &["where", "was"],
    &["where", "were"],
    &["so", "why"],
    &["so", "what"],
    &["but", "why"],
    &["but", "what"],
    &["what", "could"],
    &["is", "this"],
    &["is", "that"],
    &["are", "we"],
];

/// From so many questions in a paragraph on they are a list of what is to be found out.
const MANY: usize = 3;

/// Questions in the writer's own voice that are put to nobody.
fn questions(view: &View, context: &Context, own: &[bool]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in view.prose.sentences() {
        let words = sentence.words.clone();
        let tag = context.tags.get(sentence.span.block as usize).copied().unwrap_or("");
        if !(3..=18).contains(&words.len()) || heading(tag) || matches!(tag, "li" | "dt") {
            continue;
        }
        let text = view.prose.text(sentence.span);
        // "Source: ledger.test. Real photo?" is a note.
        if !text.ends_with('?') || text.contains(':') || !words.clone().all(|w| own.get(w).copied().unwrap_or(false)) {
            continue;
        }
        // A question to the reader, one about the writer, a heading that stands alone and one of many ask and do not suggest.
        let alone = view.prose.passage(sentence.span.block).is_some_and(|p| {
            let asks = |s: &&Sentence| view.prose.text(s.span).ends_with('?');
            let all = view.prose.sentences().get(p.sentences.clone()).unwrap_or(&[]);
            all.len() == 1 || all.iter().filter(asks).take(MANY).count() == MANY
        });
        let own_story = |w: usize| matches!(view.form(w), "i" | "me" | "my" | "i'm" | "i'd");
        // "Was it he? I can't say," he told the paper: somebody asked him.
        let answered = view.is(words.end, class::FIRST);
        if alone || answered || words.clone().any(|w| view.is(w, class::YOU | class::SPEECH) || own_story(w)) {
            continue;
        }
        let opens = |o: &[&str]| o.iter().enumerate().all(|(i, form)| view.form(words.start + i) == *form);
        let suggests = OPENINGS.iter().any(|o| opens(o));
        // "And Mr. Finch?" names what comes next.
        if !suggests && !words.clone().any(|w| view.is(w, class::BE | class::AUX)) {
            continue;
        }
        let strength = if suggests { 3 } else { 2 };
        let mut candidate = Candidate::new(words, Origin::Question, Kind::Insinuation, strength);
        candidate.span = Some(sentence.span);
        candidate.be_of("question");
        candidate.reason = "A question put to the reader that suggests its answer";
        found.push(candidate);
    }
    found
}

/// First parts of compounds that cast doubt or sharpen.
const BEGINNINGS: &[&str] = &["pseudo", "quasi", "wannabe"];

/// "left-wing mob", "beltway pundits": a political label before a word for a group that judges it.
fn labels(view: &View, own: &[bool]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 1..view.prose.words().len() {
        let Some(before) = view.previous(at) else { continue };
        let mine = own.get(at).copied().unwrap_or(false) && own.get(before).copied().unwrap_or(false);
        // What such groups are called in plain news.
        let plain = matches!(view.form(before), "islamic" | "islamist" | "muslim")
            && ["terroris", "extremis", "radical"].iter().any(|s| view.form(at).starts_with(s));
        // "the anti-terrorist branch" is against them.
        let against = matches!(view.form(before), "anti" | "counter" | "pro");
        if !mine
            || plain
            || against
            || !view.is(at, class::GROUP)
            || !view.is(before, class::LABEL)
            || view.word(at).is_some_and(|w| w.capital)
        {
            continue;
        }
        let mut start = before;
        while let Some(p) = view.previous(start).filter(|p| view.is(*p, class::LABEL)) {
            start = p;
        }
        let mut candidate = Candidate::new(start..at + 1, Origin::Label, Kind::NameCalling, 2);
        candidate.be_of("label-group");
        candidate.reason = "A political label that passes judgement";
        found.push(candidate);
    }
    found
}

/// "snooze-fest", "tax-happy": a hyphen and a second part that mocks.
fn compounds(view: &View, own: &[bool]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 1..view.prose.words().len() {
        let opens = view.before(at).is_some_and(|b| BEGINNINGS.contains(&view.form(b)));
        if !(opens || ENDINGS.contains(&view.form(at))) || !own.get(at).copied().unwrap_or(false) {
            continue;
        }
        let Some(before) = view.before(at).filter(|b| view.prose.gap_after(*b) == "-") else { continue };
        // "rain-soaked" is meant as it says.
        let wet = view.is(before, class::WEATHER)
            || matches!(view.form(before), "sun" | "water" | "sweat" | "tear" | "oil" | "blood");
        // "music-loving neighbours", but "Marsh-loving papers".
        let fond = view.form(at) == "loving" && !view.is_name(before) && !view.is(before, class::LABEL);
        if wet
            || fond
            || played(view, before)
            || view.word(at).is_some_and(|w| w.capital)
            || view.word(before).is_none_or(|w| w.number)
        {
            continue;
        }
        let words: Range<usize> = before..at + 1;
        let mut candidate = Candidate::new(words, Origin::Compound, Kind::Loaded, 3);
        candidate.be_of("compound");
        candidate.reason = "A compound that judges, in the writer's own words";
        found.push(candidate);
    }
    found
}
