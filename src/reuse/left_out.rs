//! What the original gives weight to and the page does not carry.
//!
//! Each sentence of the original that the page lacks is weighed by the reasons that an editor would give for keeping it:
//! the answer of somebody whom the page is about, its place at the head, its figures, quoted speech, and how much of what
//! the report is about stands in it. The weights were set by hand on made-up pairs, and once
//! changed after looking at what they gave on ten METER pairs, so those ten say nothing of how well they hold elsewhere.

use super::{LeftOut, Trace};
use crate::order;
use crate::report::LeftOutWhy;
use crate::text::quantities::{Quantity, Unit, quantities};
use crate::text::{Passage, Prose, Sentence, Word, rarity};
use std::collections::{HashMap, HashSet};

/// At most so many are listed.
const MOST: usize = 5;
/// So many figures of the page are looked at; a page with more is a table.
const MOST_FIGURES: usize = 2_000;
/// At most so many of one paragraph.
const OF_ONE_BLOCK: usize = 2;
/// What a sentence must weigh to be listed.
const LEAST: f32 = 1.5;
/// Rarity-weighted share of a sentence's content words that one sentence of the page, or two neighbours, must have for
/// the page to carry it; the share that the whole page must have; and that of a lead, which sums up what a page tells
/// at length.
const CARRIED: (f32, f32, f32) = (0.5, 0.8, 0.65);
/// Sentences at the head of the original that are its lead.
const LEAD: usize = 4;
/// The same for a sentence that a trace leads to: less, since the trace vouches for it.
const TRACED: f32 = 0.25;
/// The same for an answer, which has most words in common with the accusation that it answers.
const ANSWERED: f32 = 0.75;

/// The sentences of `original` that weigh most and that `page` does not carry: at most five, in the original's order.
///
/// `traces` are those of the page to this original; `title` is the original's headline.
pub fn left_out(page: &Prose, original: &Prose, traces: &[Trace], title: Option<&str>) -> Vec<LeftOut> {
    let kept = real_sentences(original);
    let page_words = Carried::of(page);
    let accused = Subjects::of(page);
    let about = About::of(original, &kept, title);
    let figures = quantities(original);
    let known: Vec<_> = quantities(page);
    let traced: HashSet<usize> = traces.iter().map(|t| t.original_sentence).collect();
    let mut found: Vec<Weighed> = Vec::new();
    for (place, &at) in kept.iter().enumerate() {
        let Some(sentence) = original.sentences().get(at) else { continue };
        let words: Vec<&Word> = original.words_in(sentence.words.clone()).iter().collect();
        let content: Vec<u64> = words.iter().filter(|w| !w.stop).map(|w| w.stem).collect();
        if words.len() < 6 || content.len() < 3 {
            continue;
        }
        let answer = answer(original, sentence, &accused);
        let place_in_lead = place < LEAD;
        if page_words.carries(&content, traced.contains(&at), answer >= 1.0, place_in_lead)
            || answer >= 1.0
                && words.len() < 25
                && !words.iter().any(|w| w.quoted)
                && page_words.denies(original, &words)
        {
            continue;
        }
        let centre = about.share(&content);
        if centre.related < 2 {
            continue;
        }
        let lead = match place {
            0 => 2.2,
            1 => 1.5,
            2 => 1.0,
            3 => 0.7,
            _ => 0.0,
        };
        let first = figures.partition_point(|q| q.words.start < sentence.words.start);
        let figure: f32 = figures
            .get(first..)
            .unwrap_or(&[])
            .iter()
            .take_while(|q| q.words.start < sentence.words.end)
            .filter(|q| !known.iter().take(MOST_FIGURES).any(|k| k.same(q)))
            .map(tells)
            .sum();
        let figure = figure.min(1.3);
        let quoted = words.iter().filter(|w| w.quoted).count();
        let speech = if quoted >= 8 && quoted * 2 >= words.len() { 0.6 } else { 0.0 };
        // By which of them it is called: the reason that a reader finds first.
        let parts = [
            (LeftOutWhy::Answer, answer),
            (LeftOutWhy::Lead, lead),
            (LeftOutWhy::Figures, figure),
            (LeftOutWhy::Quotation, speech),
            (LeftOutWhy::Headline, centre.share * 1.8),
        ];
        let weight: f32 = parts.iter().map(|p| p.1).sum();
        let why = parts.iter().find(|p| p.1 >= 0.6).map_or(LeftOutWhy::Headline, |p| p.0);
        found.push(Weighed {
            content: content.into_iter().collect(),
            at,
            block: sentence.span.block,
            statement: statement(original, at),
            weight,
            why,
        });
    }
    best(found)
}

/// How much of the news a figure is: money, shares and large numbers are; ages, times and a handful of something are not.
fn tells(q: &Quantity) -> f32 {
    match q.unit {
        Unit::Money(_) | Unit::Share | Unit::Points | Unit::Bytes => 0.9,
        Unit::Count if q.low >= 20.0 => 0.9,
        Unit::Ordinal | Unit::Age | Unit::Clock => 0.0,
        _ => 0.3,
    }
}

/// A sentence that may be listed.
struct Weighed {
    content: HashSet<u64>,
    at: usize,
    block: u32,
    /// The first sentence of the quoted statement that it belongs to, or itself.
    statement: usize,
    weight: f32,
    why: LeftOutWhy,
}

fn best(mut found: Vec<Weighed>) -> Vec<LeftOut> {
    // A statement in several sentences is listed by its first, with the weight of its weightiest.
    let mut heaviest: HashMap<usize, (f32, LeftOutWhy)> = HashMap::new();
    for w in &found {
        let entry = heaviest.entry(w.statement).or_insert((w.weight, w.why));
        if w.weight > entry.0 {
            *entry = (w.weight, w.why);
        }
    }
    let mut seen = HashSet::new();
    found.retain(|w| seen.insert(w.statement));
    for w in &mut found {
        if let Some(&(weight, why)) = heaviest.get(&w.statement) {
            (w.weight, w.why) = (weight, why);
        }
    }
    found.retain(|w| w.weight >= LEAST);
    order::by_key(&mut found, |w| order::pair(order::descending(w.weight), w.at));
    let mut blocks: HashMap<u32, usize> = HashMap::new();
    found.retain(|w| {
        let count = blocks.entry(w.block).or_default();
        *count += 1;
        *count <= OF_ONE_BLOCK
    });
    // What an earlier pick says already is not listed again.
    let mut picked: Vec<Weighed> = Vec::new();
    for w in found {
        let same = |p: &Weighed| {
            let shared = p.content.intersection(&w.content).count();
            // An answer has the words of what it answers.
            (p.why == LeftOutWhy::Answer) == (w.why == LeftOutWhy::Answer)
                && shared * 5 >= p.content.len().min(w.content.len()) * 3
        };
        if picked.len() < MOST && !picked.iter().any(same) {
            picked.push(w);
        }
    }
    let mut found = picked;
    order::by_key(&mut found, |w| order::pair(w.at, 0));
    found.iter().map(|w| LeftOut { original_sentence: w.at, why: w.why }).collect()
}

/// The first sentence of the same block that is spoken in the same breath.
fn statement(original: &Prose, at: usize) -> usize {
    let words = |i: usize| original.sentences().get(i).map_or(&[][..], |s| original.words_in(s.words.clone()));
    // It opens in quotation marks, and the one before closes in them.
    let goes_on =
        |i: usize| words(i).first().is_some_and(|w| w.quoted) && words(i - 1).last().is_some_and(|w| w.quoted);
    let block = |i: usize| original.sentences().get(i).map(|s| s.span.block);
    let mut first = at;
    while first > 0 && goes_on(first) && block(first - 1) == block(at) {
        first -= 1;
    }
    first
}

/// How much of a text's sentences the page has.
struct Carried<'p, 't> {
    page: &'p Prose<'t>,
    sentences: Vec<HashSet<u64>>,
    /// Which sentences deny something.
    denials: Vec<bool>,
    /// The sentences that a stem is in.
    places: HashMap<u64, Vec<usize>>,
}

impl<'p, 't> Carried<'p, 't> {
    fn of(page: &'p Prose<'t>) -> Self {
        let stems = |s: &Sentence| page.words_in(s.words.clone()).iter().filter(|w| !w.stop).map(|w| w.stem).collect();
        let sentences: Vec<HashSet<u64>> = page.sentences().iter().map(stems).collect();
        let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, stems) in sentences.iter().enumerate() {
            stems.iter().for_each(|&s| places.entry(s).or_default().push(at));
        }
        let denials = page.sentences().iter().map(|s| denies(page, page.words_in(s.words.clone()))).collect();
        Carried { page, sentences, denials, places }
    }

    fn carries(&self, content: &[u64], traced: bool, answers: bool, lead: bool) -> bool {
        let all: f32 = content.iter().map(|&s| rarity::weight(s)).sum();
        if all <= 0.0 {
            return true;
        }
        let has = |of: &dyn Fn(u64) -> bool| {
            content.iter().filter(|&&s| of(s)).map(|&s| rarity::weight(s)).sum::<f32>() / all
        };
        let whole = has(&|s| self.places.contains_key(&s));
        let least = if answers && !traced { ANSWERED } else { CARRIED.0 };
        if traced && whole >= TRACED || whole >= if lead { CARRIED.2 } else { CARRIED.1 } && !answers {
            return true;
        }
        if whole < least {
            return false;
        }
        // Only where the page has enough of it at all are its sentences looked at: those with the sentence's rarer stems.
        let mut near: Vec<usize> =
            content.iter().filter_map(|s| self.places.get(s)).filter(|p| p.len() <= 24).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        near.iter().any(|&i| {
            // An accusation has most words in common with its denial, and does not carry it.
            let denied = [self.denials.get(i), self.denials.get(i + 1)].into_iter().flatten().any(|d| *d);
            let pair = [self.sentences.get(i), self.sentences.get(i + 1)];
            (denied || !answers) && has(&|s| pair.iter().flatten().any(|p| p.contains(&s))) >= least
        })
    }
}

impl Carried<'_, '_> {
    /// Whether the page has the same plain denial: the same verb, and a name or a rarer word of it.
    fn denies(&self, original: &Prose, words: &[&Word]) -> bool {
        let verbs: HashSet<u64> = words.iter().filter(|w| DENIES.contains(&original.form(w))).map(|w| w.stem).collect();
        let names: HashSet<u64> = words.iter().filter(|w| w.capital && !w.stop).map(|w| w.stem).collect();
        let places = |stems: &HashSet<u64>| -> HashSet<usize> {
            stems.iter().filter_map(|s| self.places.get(s)).flatten().copied().collect()
        };
        let (verbs, names) = (places(&verbs), places(&names));
        // “She denies murder”: the name may stand in the sentence before.
        verbs.iter().any(|&at| (at.saturating_sub(1)..=at + 1).any(|i| names.contains(&i)))
            && !self.page.words().is_empty()
    }
}

/// Whom the page is about: the names it says most.
struct Subjects(HashSet<u64>);

impl Subjects {
    fn of(page: &Prose) -> Subjects {
        // A word counts if it is capitalised in the middle of a sentence at least once.
        let mut counts: HashMap<u64, (usize, bool)> = HashMap::new();
        for sentence in page.sentences() {
            for (place, word) in page.words_in(sentence.words.clone()).iter().enumerate() {
                if word.capital && !word.stop && !word.number {
                    let count = counts.entry(word.stem).or_default();
                    count.0 += 1;
                    count.1 |= place > 0;
                }
            }
        }
        let mut names: Vec<(u64, usize)> =
            counts.into_iter().filter(|(_, c)| c.0 > 1 && c.1).map(|(stem, c)| (stem, c.0)).collect();
        order::by_key(&mut names, |&(stem, count)| u128::from(u64::MAX - count as u64) << 64 | u128::from(stem));
        Subjects(names.into_iter().take(5).map(|n| n.0).collect())
    }
}

/// Words that answer an accusation, wherever they stand.
const DENIES: &[&str] = &[
    "deny",
    "denies",
    "denied",
    "denying",
    "denial",
    "denials",
    "dispute",
    "disputes",
    "disputed",
    "refute",
    "refutes",
    "refuted",
    "untrue",
    "false",
    "baseless",
    "unfounded",
    "insists",
    "insisted",
    "maintains",
    "maintained",
    "apologised",
    "apologized",
    "apology",
    "regrets",
    "innocent",
    "rebutted",
];
/// Words that answer one only where an answer was asked for: judges dismiss and voters reject, too.
const REFUSES: &[&str] = &[
    "reject",
    "rejects",
    "rejected",
    "rejecting",
    "dismissed",
    "dismisses",
    "contested",
    "contests",
    "defended",
    "defends",
];
/// What is said of an answer that was asked for.
const ASKED: &[&str] = &[
    "when contacted",
    "when asked",
    "asked about",
    "asked whether",
    "asked for comment",
    "in response",
    "in a statement",
    "in an email",
    "responded",
    "replied",
    "declined to comment",
    "declined to say",
    "refused to comment",
    "no comment",
    "did not respond to",
    "not responded to",
    "did not reply",
    "not replied",
    "did not immediately respond",
    "could not be reached",
    "for comment",
    "said through",
    "pleaded not guilty",
    "pleading not guilty",
    "in a message to",
    "direct message",
    "did not elaborate",
];

/// How far a sentence is the answer of somebody whom the page is about. The cue may stand in another sentence of its
/// paragraph's statement.
fn answer(original: &Prose, sentence: &Sentence, accused: &Subjects) -> f32 {
    let Some(passage) = original.passage(sentence.span.block) else { return 0.0 };
    let own = original.words_in(sentence.words.clone());
    let quoted = own.iter().any(|w| w.quoted);
    // In a paragraph that quotes, who speaks and to whom is said once.
    let scope = if quoted { original.words_in(passage.words.clone()) } else { own };
    let named = scope.iter().any(|w| accused.0.contains(&w.stem));
    let text = if quoted { passage.text } else { sentence.span.of(passage.text) };
    let lower: String = text.chars().take(4000).collect::<String>().to_lowercase();
    let asked = ASKED.iter().any(|cue| lower.contains(cue));
    let denial = denies(original, own);
    let has = |list: &[&str]| own.iter().any(|w| list.contains(&original.form(w)));
    let strong = has(DENIES) || asked && has(REFUSES);
    match (named, asked, strong, denial && quoted) {
        (true, true, true, _) => 3.2,
        (true, true, false, true) => 2.8,
        (true, true, false, false) => 2.2,
        (true, false, true, _) => 2.0,
        (false, true, true, _) => 1.2,
        (false, true, _, _) => 0.8,
        _ => 0.0,
    }
}

/// Whether the words deny something: by one of [`DENIES`], or by `not` and `never`.
fn denies(prose: &Prose, words: &[Word]) -> bool {
    words
        .iter()
        .map(|w| prose.form(w))
        .any(|f| DENIES.contains(&f) || matches!(f, "not" | "never" | "no") || f.ends_with("n't"))
}

/// What the original is about: stems by how many of its sentences have them, and those of its headline.
struct About {
    weights: HashMap<u64, (usize, f32)>,
    most: f32,
}

struct Centre {
    /// 0 to 1: how much of what the original is about stands in the sentence.
    share: f32,
    /// Stems that it has in common with other sentences of the original.
    related: usize,
}

impl About {
    fn of(original: &Prose, kept: &[usize], title: Option<&str>) -> About {
        let mut counts: HashMap<u64, usize> = HashMap::new();
        for sentence in kept.iter().filter_map(|&at| original.sentences().get(at)) {
            let words = original.words_in(sentence.words.clone()).iter().filter(|w| !w.stop);
            words.map(|w| w.stem).collect::<HashSet<_>>().into_iter().for_each(|s| *counts.entry(s).or_default() += 1);
        }
        let headline = title.map(|t| {
            let prose = Prose::new([(0, t)]);
            prose.words().iter().filter(|w| !w.stop).map(|w| w.stem).collect::<HashSet<u64>>()
        });
        let headline = headline.unwrap_or_default();
        let weights: HashMap<u64, (usize, f32)> = counts
            .into_iter()
            .map(|(stem, count)| {
                let titled = if headline.contains(&stem) { 2.0 } else { 1.0 };
                (stem, (count, titled * rarity::weight(stem) * (count as f32).ln_1p()))
            })
            .collect();
        // The five heaviest together are as much as a sentence can have.
        let mut all: Vec<f32> = weights.values().filter(|w| w.0 > 1).map(|w| w.1).collect();
        order::by_key(&mut all, |weight| order::pair(order::descending(*weight), 0));
        About { weights, most: all.iter().take(5).sum::<f32>().max(f32::MIN_POSITIVE) }
    }

    fn share(&self, content: &[u64]) -> Centre {
        let unique: HashSet<u64> = content.iter().copied().collect();
        let shared: Vec<f32> =
            unique.iter().filter_map(|s| self.weights.get(s)).filter(|w| w.0 > 1).map(|w| w.1).collect();
        Centre { share: (shared.iter().sum::<f32>() / self.most).min(1.0), related: shared.len() }
    }
}

/// What stands in a text without being part of its story.
const FURNITURE: &[&str] = &[
    "photo credit",
    "photo by",
    "photograph:",
    "getty images",
    "image credit",
    "like this article?",
    "subscribe",
    "sign up for",
    "newsletter",
    "read more",
    "click here",
    "follow us",
    "trending articles",
    "advertisement",
    "all rights reserved",
    "contributed to this report",
    "contributed reporting",
    "this article was amended",
    "this story has been updated",
    "editor’s note",
    "editor's note",
    "share this",
    "download the app",
    "unlimited amount",
    "cookies",
    "privacy policy",
    "support our journalism",
    "become a member",
    "view comments",
    "send tips",
    "related articles",
    "most popular",
];
/// Headings that teasers follow.
const TEASERS: &[&str] = &[
    "trending",
    "related",
    "most popular",
    "most read",
    "read next",
    "more from",
    "recommended",
    "also read",
    "see also",
    "editor’s picks",
    "editors’ picks",
    "you may also",
];

/// The sentences that tell the story: not headings, teasers, credits or pitches.
fn real_sentences(original: &Prose) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut teasing = false;
    for passage in original.passages() {
        let lower = passage.text.trim().to_lowercase();
        let words = passage.words.len();
        if words == 0 {
            continue;
        }
        if words <= 6 && TEASERS.iter().any(|t| lower.starts_with(t)) {
            teasing = true;
            continue;
        }
        // Teasers are short; the story goes on with the first paragraph that is not.
        if teasing && words < 25 && !lower.contains(['“', '"']) {
            continue;
        }
        teasing = false;
        if FURNITURE.iter().any(|f| lower.contains(f)) && words < 60 || heading(passage) {
            continue;
        }
        kept.extend(passage.sentences.clone());
    }
    kept
}

/// A short block that does not end as a sentence does, or a note in brackets.
fn heading(passage: &Passage) -> bool {
    let text = passage.text.trim_end();
    if passage.words.len() < 12 && text.starts_with(['(', '[']) && text.ends_with([')', ']']) {
        return true;
    }
    passage.words.len() < 15 && !text.ends_with(['.', '!', '?', '”', '"', '’', '\'', ':', '…', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &[&str] = &[
        "Harbour board hid loans for six years",
        "The Merrow harbour board hid loans of £4.2m from its auditors for six years, minutes seen by the Ledger show.",
        "The loans went to three dredging firms, and the harbour board never recorded them.",
        "Trending Articles",
        "Ferry Fares to Rise",
        "Talks on the ferry fares began on Wednesday, and no end is in sight.",
        "“The harbour board has never hidden a loan from its auditors. Every loan was approved by the full board,” Desmond Pike, \
         the board’s treasurer, wrote when contacted by the Ledger about the loans.",
        "The loans amounted to 38 percent of the harbour’s yearly income, and 112 jobs depended on the dredging firms.",
        "Odile Marsh, who chairs the audit committee of the board, said she was told nothing.",
        "Rain is forecast for the weekend in most parts of the county.",
        "Photo credit: A. Tern/Getty Images",
        "Like this article? Subscribe to the Ledger for more on the harbour board and its loans.",
    ];

    fn prose<'t>(blocks: &[&'t str]) -> Prose<'t> {
        Prose::new((0u32..).zip(blocks.iter().copied()))
    }

    fn listed<'t>(page: &str, original: &Prose<'t>) -> Vec<(&'t str, LeftOutWhy)> {
        let page = prose(&[page]);
        let of = |l: &LeftOut| (original.text(original.sentences()[l.original_sentence].span), l.why);
        left_out(&page, original, &[], Some(REPORT[0])).iter().map(of).collect()
    }

    #[test]
    fn the_answer_of_the_accused_and_the_figures_are_listed_and_furniture_never() {
        let original = prose(REPORT);
        let page = "Pike hid loans of £4.2m from the harbour board’s auditors for six years, the Ledger’s minutes show. \
            It is a disgrace that Pike and the Merrow harbour board think they can get away with it. \
            Three dredging firms got the loans, never recorded by the board. Odile Marsh of the audit committee was told nothing.";
        let got = listed(page, &original);
        assert!(got.len() <= 5);
        assert!(
            got.contains(&("“The harbour board has never hidden a loan from its auditors.", LeftOutWhy::Answer)),
            "{got:#?}"
        );
        assert!(got.iter().any(|g| g.0.starts_with("The loans amounted") && g.1 == LeftOutWhy::Figures), "{got:#?}");
        for (text, _) in &got {
            for furniture in [
                "Trending",
                "Ferry",
                "Talks",
                "Rain",
                "Photo",
                "Subscribe",
                "Like this",
                "The Merrow harbour board hid",
            ] {
                assert!(!text.contains(furniture), "{text}");
            }
        }
    }

    #[test]
    fn a_page_that_carries_everything_leaves_nothing_out() {
        let original = prose(REPORT);
        assert_eq!(listed(&REPORT.join(" "), &original), []);
        assert_eq!(listed("anything", &prose(&[])), []);
    }

    #[test]
    fn what_is_listed_stands_in_the_originals_order() {
        let original = prose(REPORT);
        let page = prose(&["Pike, Pike, and once more Mr Pike of Merrow: a scoundrel."]);
        let got = left_out(&page, &original, &[], None);
        assert!(got.len() > 2 && got.windows(2).all(|w| w[0].original_sentence < w[1].original_sentence), "{got:?}");
    }
}
