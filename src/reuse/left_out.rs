//! What the original gives weight to and the page does not carry.
//!
//! Two kinds of sentence are listed, of which careful readers miss most: the answer of somebody whom the page speaks ill of,
//! and a figure that the page lacks. What stands at the head of a report or is about its matter is not listed for that alone:
//! of such sentences readers picked one in five, since a page tells them in words of its own. Better two than five: what the
//! page may say in other words is passed over, and so is what cannot be understood alone. The weights were set by hand on
//! made-up pairs and on what they gave on some sixty METER stories.

mod about;
mod alike;
mod alone;
mod answers;
mod carried;
mod denials;
mod news;
mod story;

use self::about::About;
use self::alone::{spoken, stands_alone};
use self::answers::{Answer, REPLY, Subjects, answer};
use self::carried::{Carried, Found};
use self::denials::denial;
use self::news::News;
use self::story::real_sentences;
use super::{LeftOut, Trace};
use crate::order;
use crate::report::LeftOutWhy;
use crate::text::lookup::Figures;
use crate::text::quantities::{Quantity, Unit, quantities};
use crate::text::{Prose, Sentence, Span, Word, WordList, rarity};
use std::collections::{HashMap, HashSet};

/// At most so many are listed.
const MOST: usize = 5;
/// So many of the weightiest are held against what the page carries; where all of them say it again, nothing is left out.
const MOST_WEIGHED: usize = 50;
/// One of a paragraph, and of a text without paragraphs one of so many sentences.
const OF_ONE_PARAGRAPH: usize = 6;
/// What runs on for more words is a list, a table or a text whose sentences nobody can tell apart.
const LONGEST: usize = 60;
/// What an answer, or figures, must weigh to be a reason, and what a sentence must weigh then to be listed.
const REASON: f32 = 0.6;
const LEAST_ANSWER: f32 = 1.6;
const LEAST_FIGURES: f32 = 0.8;
/// Rarity-weighted share of a sentence's content words that one sentence of the page, or two neighbours, must have for
/// the page to carry it; and the share that [`AROUND`] neighbours must have. Low, since the worst error is to call left out what
/// the page says in other words, and a sentence that is half on the page is half told.
const CARRIED: (f32, f32) = (0.4, 0.55);
const AROUND: usize = 5;
/// The same for a sentence with a figure that the page lacks: the figure is what is new, the rest repeats.
const WITH_FIGURE: (f32, f32) = (0.6, 0.72);
/// The same for a sentence that a trace leads to: less, since the trace vouches for it.
const TRACED: f32 = 0.25;
/// The same for an answer, which has most words in common with the accusation that it answers.
const ANSWERED: f32 = 0.6;
/// Of what the page does not touch at all nobody would look for more: share of the words that it must have.
const TOUCHED: f32 = 0.15;
/// A sentence has so much in common with one that the page carries that it says the same again.
const AGAIN: f32 = 0.6;
/// What stands at the end of a report weighs so much less than what stands at its head, where it is built to be cut
/// from the end.
const TO_THE_END: f32 = 0.4;
/// A sentence that begins with a year which the page does not name tells what went before, and weighs so much less.
const PAST: f32 = 0.8;
/// Each further figure of a sentence counts so much of what it would alone.
const MORE_FIGURES: f32 = 0.3;
/// A text is a speech or a transcript if so great a share of its sentences say “I” or “you” outside quotation marks. Of reports that
/// were read few have more than a twentieth, and of transcripts few less than a third.
const SPOKEN: f32 = 0.2;
/// An answer to what the page does not tell is worth less than one to what it does: so much. It answers what the page
/// tells if a trace leads to one of so many sentences before it, if it is a plain denial of no more than so many words, or if
/// the page has so much of it. Set by hand on a long report with answers to six matters, of which its rewrite tells two.
const ELSEWHERE: f32 = 0.3;
const BEFORE: usize = 3;
const PLAIN: usize = 9;
const OF_THE_MATTER: f32 = 0.4;

/// The sentences of `original` that weigh most and that `page` does not carry: at most five, in the original's order.
///
/// `traces` are those of the page to this original; `title` is the original's headline.
pub fn left_out(page: &Prose, original: &Prose, traces: &[Trace], title: Option<&str>) -> Vec<LeftOut> {
    let (found, carried) = weighed(page, original, traces, title);
    best(found, &carried)
}

/// The sentences that may be listed, and the content stems of those that the page carries.
fn weighed(page: &Prose, original: &Prose, traces: &[Trace], title: Option<&str>) -> (Vec<Weighed>, Vec<Vec<u64>>) {
    let editor = Editor::new(page, original, traces, title);
    let mut found: Vec<Weighed> = Vec::new();
    // Those that the page carries: what says the same again is carried, too.
    let mut carried: Vec<Vec<u64>> = Vec::new();
    for place in 0..editor.kept.len() {
        let Some(candidate) = editor.candidate(place) else { continue };
        if editor.carried(&candidate) {
            carried.push(candidate.content);
        } else if editor.worth_telling(&candidate) {
            found.extend(editor.weighed(candidate));
        }
    }
    (found, carried)
}

/// Who has read both, and weighs what the one has that the other lacks.
struct Editor<'a, 't> {
    original: &'a Prose<'t>,
    /// Its sentences that tell the story.
    kept: Vec<usize>,
    /// Its figures.
    figures: Vec<Quantity>,
    about: About,
    page: Carried<'a>,
    /// The page's figures.
    known: Figures,
    accused: Subjects,
    /// Whether the page tells how the case ended.
    decided: bool,
    /// Whether the original is a speech or a transcript, where whose words a sentence gives stands elsewhere.
    spoken: bool,
    /// Sentences of the original that traces lead to.
    traced: HashSet<usize>,
}

/// A sentence of the original that is long enough to tell something.
struct Candidate<'a> {
    /// Its index, and its place among those that tell the story.
    at: usize,
    place: usize,
    block: u32,
    words: Vec<&'a Word>,
    /// Stems of its content words, ascending and each once: sums of weights depend on the order.
    content: Vec<u64>,
    /// What the page has of its content words, and how much that is.
    found: Vec<Found>,
    share: f32,
    /// How far it answers.
    answer: Answer,
    /// Whether it denies by a verb of denial.
    rebuts: bool,
    /// What its figures weigh that the page lacks.
    figure: f32,
}

impl Candidate<'_> {
    /// Whether it denies what it answers, and so has most words in common with it.
    fn denies(&self) -> bool {
        self.answer.denies && self.answer.weight >= 1.0
    }
}

impl<'a, 't> Editor<'a, 't> {
    fn new(page: &'a Prose, original: &'a Prose<'t>, traces: &[Trace], title: Option<&str>) -> Editor<'a, 't> {
        let kept = real_sentences(original);
        let carried = Carried::of(page);
        let own = |at: &usize| original.sentences().get(*at).map_or(&[][..], |s| original.words_in(s.words.clone()));
        let speaking = kept.iter().filter(|at| spoken(original, own(at).iter())).count();
        Editor {
            original,
            figures: quantities(original),
            about: About::of(original, &kept, title, &carried),
            spoken: speaking as f32 > SPOKEN * kept.len() as f32,
            kept,
            known: Figures::of(quantities(page)),
            accused: Subjects::of(page, &carried),
            decided: carried.any(DECIDED.words()),
            page: carried,
            traced: traces.iter().map(|t| t.original_sentence).collect(),
        }
    }

    fn candidate(&self, place: usize) -> Option<Candidate<'a>> {
        let at = *self.kept.get(place)?;
        let sentence = self.original.sentences().get(at)?;
        let words: Vec<&Word> = self.original.words_in(sentence.words.clone()).iter().collect();
        let mut content: Vec<u64> = words.iter().filter(|w| !w.stop).map(|w| w.stem).collect();
        // “She denied wrongdoing.”
        let rebuts =
            words.len() >= 3 && denial(self.original, self.original.words_in(sentence.words.clone())).is_some();
        if !rebuts && (words.len() < 6 || content.len() < 3) {
            return None;
        }
        content.sort_unstable();
        content.dedup();
        let found = self.page.found(self.original, &words);
        let share = Carried::anywhere(&found);
        let answer = self.answer(place, sentence, &words, share);
        let figure = self.figure(sentence);
        Some(Candidate { at, place, block: sentence.span.block, words, content, found, share, answer, rebuts, figure })
    }

    /// How far the sentence answers what the page tells.
    fn answer(&self, place: usize, sentence: &Sentence, words: &[&Word], share: f32) -> Answer {
        if self.decided && self.has(words, PLEA) && !words.iter().any(|w| w.quoted) {
            return Answer::default();
        }
        let before = self.kept.get(place.saturating_sub(BEFORE)..place).unwrap_or(&[]);
        let told = before.iter().any(|b| self.traced.contains(b)) || words.len() <= PLAIN || share >= OF_THE_MATTER;
        let mut answer = answer(self.original, sentence, &self.accused, &self.page);
        answer.weight *= if told { 1.0 } else { ELSEWHERE };
        answer
    }

    /// What the sentence's figures weigh that the page does not have.
    fn figure(&self, sentence: &Sentence) -> f32 {
        let first = self.figures.partition_point(|q| q.words.start < sentence.words.start);
        let own = self.figures.iter().skip(first).take_while(|q| q.words.start < sentence.words.end);
        let new = own.filter(|q| !self.known.has(q)).map(|q| tells(self.original, q));
        let (most, all) = new.fold((0.0_f32, 0.0), |(most, all), f| (most.max(f), all + f));
        (most + MORE_FIGURES * (all - most)).min(1.3)
    }

    /// Whether the page has it, in its words or in others.
    fn carried(&self, it: &Candidate) -> bool {
        let bars = match it.denies() {
            true => (ANSWERED, f32::MAX),
            false if it.figure >= 0.9 => WITH_FIGURE,
            false => CARRIED,
        };
        let plain = || it.words.len() < 35 && !it.words.iter().any(|w| w.quoted);
        // What a report opens with is what its rewrites are about.
        it.place == 0
            || self.traced.contains(&it.at) && it.share >= TRACED
            || self.page.share(&it.found, AROUND, false) >= bars.1
            || self.page.share(&it.found, 2, it.denies()) >= bars.0
            || self.page.repeats(&it.words)
            || it.denies() && plain() && self.page.denies(self.original, &it.words)
            || self.denial_alone(it) && self.page.rebuts
    }

    /// Whether it is news, of what the page is about, that can be understood alone.
    fn worth_telling(&self, it: &Candidate) -> bool {
        let replies = it.answer.weight >= REPLY;
        // “pleaded not guilty” decides nothing.
        let open = self.has(&it.words, PLEA) || !self.has(&it.words, DECIDED);
        let overtaken = self.decided && self.has(&it.words, PENDING) && open;
        it.words.len() <= LONGEST
            && (replies || it.share >= TOUCHED && self.about.share(&it.content).related >= 2)
            && News::of(self.original, &it.words, &it.found).worth_telling(it.answer, it.figure)
            && !overtaken
            && (self.denial_alone(it) || self.stands_alone(it, replies))
    }

    fn stands_alone(&self, it: &Candidate, replies: bool) -> bool {
        let quotes = it.words.iter().any(|w| w.quoted);
        !spoken(self.original, it.words.iter().copied())
            && (quotes || !self.spoken)
            && stands_alone(self.original, &it.words, replies)
    }

    /// “He denied wrongdoing.”: who that is need not be said where the page tells of somebody with something to answer for.
    fn denial_alone(&self, it: &Candidate) -> bool {
        let pronoun = it.words.first().is_some_and(|w| matches!(self.original.form(w), "he" | "she" | "they" | "both"));
        pronoun && it.rebuts && it.words.len() <= PLAIN && self.accused.charged
    }

    /// What speaks for it, if it answers or has figures.
    fn weighed(&self, it: Candidate) -> Option<Weighed> {
        let near = 1.0 - TO_THE_END * it.place as f32 / self.kept.len() as f32;
        let figures = it.figure * near;
        let (why, least) = match it.answer.weight {
            REASON.. => (LeftOutWhy::Answer, LEAST_ANSWER),
            _ if figures >= REASON => (LeftOutWhy::Figures, LEAST_FIGURES),
            _ => return None,
        };
        // “In 2010, …”: told to explain the news, not as news.
        let dated = |w: &&Word| year(self.original.form(w)) && !self.page.places.contains_key(&w.stem);
        let past = if it.words.iter().take(4).any(dated) { PAST } else { 0.0 };
        let weight = it.answer.weight + figures + self.about.share(&it.content).share * 2.0 * near - past;
        let statement = statement(self.original, it.at);
        (weight >= least).then_some(Weighed { statement, weight, content: it.content, at: it.at, block: it.block, why })
    }

    fn has(&self, words: &[&Word], list: WordList) -> bool {
        words.iter().any(|w| list.has(self.original.form(w)))
    }
}

/// Verdicts and sentences: with them on the page, what was denied in court before is overtaken.
const DECIDED: WordList = WordList(
    "convicted jailed sentenced guilty cleared acquitted imprisoned convict conviction verdict killer murderer rapist",
);
/// Words of what was open then.
const PENDING: WordList =
    WordList("alleged alleges allegedly accused deny denies denied deliberating deliberations continues");
/// How a plea is told.
const PLEA: WordList = WordList("deny denies denied denying");
/// Whether a word is a year.
fn year(form: &str) -> bool {
    form.len() == 4 && form.starts_with(['1', '2']) && form.bytes().all(|b| b.is_ascii_digit())
}

/// How much of the news a figure is: money, shares and large numbers are; ages, times and a handful of something are not.
fn tells(original: &Prose, q: &Quantity) -> f32 {
    // “at the age of 23 at Chester”: of nothing.
    let of_something = || original.words().get(q.words.end).is_some_and(|w| !w.stop && !w.number);
    match q.unit {
        Unit::Count if !of_something() => 0.0,
        // What a drink costs is colour.
        Unit::Money(_) if q.high < 500.0 => 0.3,
        Unit::Money(_) | Unit::Points | Unit::Bytes => 0.9,
        Unit::Share if !q.approximate => 0.9,
        // “tens of thousands”, “almost a quarter of a million”: said to set the scene.
        Unit::Count if q.low >= 1000.0 && !q.approximate => 0.6,
        Unit::Count if q.low >= 20.0 && !q.approximate => 0.4,
        Unit::Ordinal | Unit::Age | Unit::Clock => 0.0,
        _ => 0.3,
    }
}

/// A sentence that may be listed.
struct Weighed {
    /// Stems of its content words, ascending.
    content: Vec<u64>,
    at: usize,
    block: u32,
    /// The first sentence of the quoted statement that it belongs to, or itself.
    statement: usize,
    weight: f32,
    why: LeftOutWhy,
}

fn best(mut found: Vec<Weighed>, carried: &[Vec<u64>]) -> Vec<LeftOut> {
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
    order::by_key(&mut found, |w| order::pair(order::descending(w.weight), w.at));
    let mut listed: Vec<(u32, usize)> = Vec::new();
    found.retain(|w| {
        let first = !listed.iter().any(|&(block, at)| block == w.block && at.abs_diff(w.at) < OF_ONE_PARAGRAPH);
        listed.extend(first.then_some((w.block, w.at)));
        first
    });
    // What an earlier pick says already is not listed again.
    let mut picked: Vec<Weighed> = Vec::new();
    for w in found.into_iter().take(MOST_WEIGHED) {
        let same = |p: &Weighed| {
            let shared = common(&p.content, &w.content).count();
            // An answer has the words of what it answers.
            (p.why == LeftOutWhy::Answer) == (w.why == LeftOutWhy::Answer)
                && shared * 5 >= p.content.len().min(w.content.len()) * 2
        };
        let again = |c: &Vec<u64>| {
            let mass = |stems: &mut dyn Iterator<Item = &u64>| stems.map(|&s| rarity::weight(s)).sum::<f32>();
            mass(&mut common(c, &w.content)) >= AGAIN * mass(&mut w.content.iter())
        };
        if picked.len() < MOST
            && !picked.iter().any(same)
            && (w.why == LeftOutWhy::Answer || !carried.iter().any(again))
        {
            picked.push(w);
        }
    }
    let mut found = picked;
    order::by_key(&mut found, |w| order::pair(w.at, 0));
    found.iter().map(|w| LeftOut { original_sentence: w.at, why: w.why }).collect()
}

/// Those that two ascending lists have in common.
fn common<'a>(a: &'a [u64], b: &'a [u64]) -> impl Iterator<Item = &'a u64> {
    a.iter().filter(|stem| b.binary_search(stem).is_ok())
}

/// The first sentence of the same block that is spoken in the same breath.
fn statement(original: &Prose, at: usize) -> usize {
    let words = |i: usize| original.sentences().get(i).map_or(&[][..], |s| original.words_in(s.words.clone()));
    // It opens in quotation marks, and the one before closes in them.
    let goes_on = |i: usize| {
        let (Some(last), Some(next)) = (words(i - 1).last(), words(i).first()) else { return false };
        let between = Span { end: next.span.start, start: last.span.end, ..last.span };
        let marks = original.text(between).chars().filter(|c| matches!(c, '“' | '”' | '"' | '‘' | '’')).count();
        // With two marks between them the one quotation ends and another begins.
        last.quoted && next.quoted && marks < 2
    };
    let block = |i: usize| original.sentences().get(i).map(|s| s.span.block);
    let mut first = at;
    while first > 0 && goes_on(first) && block(first - 1) == block(at) {
        first -= 1;
    }
    first
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
        let places: Vec<_> = got.iter().map(|g| REPORT.iter().position(|b| b.contains(g.0))).collect();
        assert!(places.is_sorted(), "in the original's order: {got:#?}");
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

    /// What a page leaves out of a report of which only the last sentence but one changes.
    #[test]
    fn what_is_told_repeated_or_beside_the_matter_is_not_listed() {
        const HEAD: &[&str] = &[
            "The Merrow dredging board lost £4.2m on three boats, the county’s auditors found.",
            "Desmond Pike, who chairs the dredging board, admitted that the boats had never been insured.",
            "The board bought the boats from a firm in Saltby.",
        ];
        const PAGE: &[&str] = &[
            "Auditors of the county have found that the dredging board of Merrow lost £4.2m on three boats. \
             Its chairman, Desmond Pike, admitted that none of the boats had ever been insured. He is to blame.",
            "They came from a Saltby firm, and the second-hand boats sank within a year, in the harbour mouth, in fair weather.",
        ];
        for (sentence, wanted, case) in [
            (
                "Pike said that the insurers had refused the boats, but that he had told the county so in writing.",
                true,
                "the answer of whom the page blames",
            ),
            (
                "Under a clause of the purchase the Saltby firm must pay the dredging board £1.9m for the boats.",
                true,
                "a sum that the page lacks",
            ),
            (
                "Within a year all three of the secondhand boats sank at the mouth of the harbour.",
                false,
                "told in other words",
            ),
            (
                "Pike, the chairman of the dredging board, admitted the lack of insurance.",
                false,
                "a repetition of what is told",
            ),
            (
                "In 1974 the dredging board of Merrow bought boats for £300,000 from the firm.",
                false,
                "what was long before",
            ),
            (
                "He said that the boats of the dredging board cost £1.9m and that they sank.",
                false,
                "who speaks is not said",
            ),
            (
                "“This is what the dredging board and its boats are worth,” Pike said.",
                false,
                "a quotation that points back",
            ),
            (
                "Dredging board: chairman, Desmond Pike, elected in 2011; treasurer, Odile Marsh, elected in 2014; clerk, Ambrose \
                 Teal, since 2009; boats, three, bought from the Saltby firm; income, £6.3m a year, of which £2.2m come from harbour \
                 dues, £1.9m from the county and the rest from the sale of gravel; berths, 214; workers on the boats, 38; office, at \
                 Quay Street in Merrow, beside the customs house and the old lifeboat station",
                false,
                "a table",
            ),
            ("Rain is expected in Saltby on Friday, with winds of 40 miles an hour.", false, "beside the matter"),
            (
                "(Corrected repetition. Amends the loss of the dredging board on its boats to £4.3m.)",
                false,
                "a note to editors",
            ),
        ] {
            let blocks: Vec<&str> = HEAD.iter().copied().chain([sentence, "The auditors will report again."]).collect();
            let (page, original) = (prose(PAGE), prose(&blocks));
            let traces = crate::reuse::compare(&page, &original).traces;
            let got: Vec<&str> = left_out(&page, &original, &traces, Some("Dredging board lost millions on boats"))
                .iter()
                .map(|l| original.text(original.sentences()[l.original_sentence].span))
                .collect();
            let want: &[&str] = if wanted { &[sentence] } else { &[] };
            assert_eq!(got, want, "{case}");
        }
    }

    /// A report of the length that papers print on the web, with an answer of the accused in the middle, and a rewrite that
    /// tells everything but that.
    #[test]
    fn the_answer_of_the_accused_is_shown_in_whatever_form_it_is_given() {
        const BEFORE: &[&str] = &[
            "The head of the Tarrow port authority steered contracts worth $6.4 million to a dredging company owned by his \
             brother, according to invoices and emails reviewed by the Coast Dispatch.",
            "Lionel Varga, who has run the authority since 2016, signed eleven of the fourteen contracts himself, the records \
             show. None was put out to tender, as state law requires for work above $50,000.",
            "The company, Varga Marine, was founded three months before the first contract and has no other public customers.",
            "Petra Solano, a former auditor of the authority, said she had warned the board twice, in memos dated March and \
             June of last year. The board never answered, she said.",
        ];
        const AFTER: &[&str] = &[
            "The state comptroller's office opened a review of the authority in September, after a complaint by two fishing \
             cooperatives. A report is expected early next year.",
            "The authority was created in 1974 to run the harbor, two ferry terminals and a fish market. It employs 230 people.",
        ];
        const PAGE: &[&str] = &[
            "You could not make it up. The man who runs the Tarrow port authority handed his own brother's company $6.4 million \
             in dredging work, and nobody stopped him.",
            "According to the Coast Dispatch, which got hold of invoices and emails, Lionel Varga signed eleven of fourteen \
             contracts with his own pen. Not one was put out to tender, although state law says that anything above $50,000 must be.",
            "The lucky firm, Varga Marine, sprang into being three months before the first contract and has no other public \
             customers. Former auditor Petra Solano says she warned the board twice in memos and never got an answer.",
            "The comptroller has been reviewing the authority since September, after two fishing cooperatives complained; expect a \
             report early next year. It is a disgrace, and Varga should be gone by Monday.",
        ];
        for (shown, answer) in [
            (true, "Mr. Varga denied any wrongdoing."),
            (true, "He denied wrongdoing."),
            (true, "Mr. Varga insists that he broke no law."),
            (true, "“My brother's company was the cheapest by far, and everybody knew who owned it,” Mr. Varga said."),
            (true, "“There was nothing improper about any of this,” Varga told the Dispatch."),
            (true, "“These claims are false,” Mr. Varga wrote in an email."),
            (true, "Reached by telephone, Mr. Varga called it politically motivated and said that he would cooperate."),
            (
                true,
                "In a statement, a spokeswoman for the authority, Dana Frew, said that every contract “was reviewed by outside counsel \
                 and found to be lawful.”",
            ),
            (
                true,
                "A lawyer for Mr. Varga, Simon Teague, said the contracts were emergency work, for which no tender is required.",
            ),
            (
                true,
                "The authority said in a statement that the work was urgent and that no other company could have done it in time.",
            ),
            (
                true,
                "Mr. Varga declined to be interviewed, and said in a written statement that the contracts “followed every rule in \
                 force at the time.”",
            ),
            (true, "The authority rejected the accusations, saying that the state crew had been disbanded."),
            (false, "Mr. Varga did not respond to requests for comment."),
            (false, "Ms. Solano said that she had told the auditors of Ellery about it, too."),
            (false, "Mr. Varga said that he had signed eleven of the contracts."),
        ] {
            let blocks: Vec<&str> = BEFORE.iter().copied().chain([answer]).chain(AFTER.iter().copied()).collect();
            let (page, original) = (prose(PAGE), prose(&blocks));
            let traces = crate::reuse::compare(&page, &original).traces;
            let title = Some("Port chief steered dredging work to brother's firm, records show");
            let listed: Vec<&str> = left_out(&page, &original, &traces, title)
                .iter()
                .map(|l| original.text(original.sentences()[l.original_sentence].span))
                .collect();
            let want: &[&str] = if shown { &[answer] } else { &[] };
            assert_eq!(listed, want, "{answer}");
        }
    }

    /// What a page leaves out of a report with one more sentence, where the page tells of a case in court, of its end, or of nothing to
    /// answer for.
    #[test]
    fn what_belongs_to_the_course_of_a_case_is_no_answer() {
        const REMANDED: &str = "Desmond Pike, the treasurer of the Merrow harbour board, was remanded by Saltby magistrates yesterday \
            on four charges of fraud.";
        const JAILED: &str = "Desmond Pike, the treasurer of the Merrow harbour board, was jailed for six years yesterday for fraud \
            with its loans. Three clerks of the board helped him.";
        const LAUNCHED: &str = "Desmond Pike took the Merrow harbour board’s new lifeboat out for the first time yesterday. Pike said that \
            the old one had been too slow in the storm of 1998, which cost three crews.";
        const ACCUSING: &str = "Odile Ferris criticised the Merrow harbour board yesterday. The harbour board’s treasurer, Desmond Pike, \
            listened. The harbour has 214 berths.";
        for (page, sentence, wanted, case) in [
            (
                REMANDED,
                "Pike, of Quay Street, Merrow, confirmed his name and told the court his address in a clear voice.",
                false,
                "the course of a hearing",
            ),
            (REMANDED, "Pike told the court that he denied the fraud charges.", true, "his plea"),
            (
                JAILED,
                "Three clerks of the harbour board are standing trial with Desmond Pike as well as facing charges of theft.",
                false,
                "overtaken by the verdict",
            ),
            (
                JAILED,
                "Pike and the clerks of the harbour board pleaded not guilty to theft, while all four deny fraud.",
                false,
                "a plea is, too",
            ),
            (LAUNCHED, "“We never want to see that again,” Pike said.", false, "nothing is held against him"),
            (
                ACCUSING,
                "“I have told the harbour board in so many words that it must never happen again,” Ferris told the Ledger.",
                false,
                "who accuses answers nothing",
            ),
        ] {
            let blocks = [
                "The treasurer of the Merrow harbour board was in the news yesterday.",
                "Desmond Pike has been the treasurer of the harbour board since 2011.",
                "The board runs the harbour and two ferries.",
                "Saltby has no harbour of its own.",
                sentence,
                "The harbour board meets again on Friday.",
            ];
            let (page, original) = (prose(&[page]), prose(&blocks));
            let got = left_out(&page, &original, &[], Some("Treasurer of harbour board in the news"));
            let listed = got.iter().any(|l| original.text(original.sentences()[l.original_sentence].span) == sentence);
            assert_eq!(listed, wanted, "{case}");
        }
    }

    #[test]
    fn the_weights_are_the_same_in_every_run() {
        // Every map and set has a hasher of its own: an order of theirs that shows, in a sum of many words, would differ between
        // runs of one process.
        let word = |i: usize| {
            format!(
                "{}{}{}",
                ["b", "d", "k", "l", "m"][i % 5],
                ["ar", "en", "or"][i / 5 % 3],
                ["den", "lop", "mick", "sal", "tern"][i / 15 % 5]
            )
        };
        let line = |i: usize| {
            let own: Vec<String> = (0..5).map(|k| word(i * 5 + k)).collect();
            format!("The harbour board lost £{}m on {}.", 3 + i, own.join(" and "))
        };
        let report: Vec<String> = (0..15).map(line).collect();
        let report: Vec<&str> = report.iter().map(String::as_str).collect();
        let page = ["The harbour board lost money.", "Pike is to blame."];
        let weights = || {
            let (found, _) = weighed(&prose(&page), &prose(&report), &[], Some("Harbour board hid losses"));
            found.iter().map(|w| (w.at, w.weight.to_bits())).collect::<Vec<_>>()
        };
        let first = weights();
        assert!(first.len() > 5, "{first:?}");
        for _ in 0..64 {
            assert_eq!(weights(), first);
        }
    }
}
