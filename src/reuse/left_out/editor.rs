//! What each sentence of the original tells that the page does not, and what that weighs.

use super::about::About;
use super::alone::{spoken, stands_alone};
use super::answers::{Answer, REPLY, Subjects, answer};
use super::carried::{Carried, Found};
use super::denials::denial;
use super::news::News;
use super::story::real_sentences;
use super::{Trace, Weighed};
use crate::hashed::Numbers;
use crate::order;
use crate::report::LeftOutWhy;
use crate::text::lookup::Figures;
use crate::text::quantities::{Quantity, Unit, quantities};
use crate::text::{Prose, Sentence, Span, Word, WordList};

/// What runs on for more words is a list, a table or a text whose sentences nobody can tell apart.
const LONGEST: usize = 60;
/// What an answer, or figures, must weigh to be a reason, and what a sentence must weigh then to be listed.
const REASON: f32 = 0.6;
const LEAST_ANSWER: f32 = 1.6;
const LEAST_FIGURES: f32 = 1.45;
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
/// What stands at the end of a report weighs so much less than what stands at its head, where it is built to be cut
/// from the end.
const TO_THE_END: f32 = 0.4;
/// A sentence that begins with a year which the page does not name tells what went before, and weighs so much less.
const PAST: f32 = 0.8;
/// So many words before a figure the clause that it stands in begins.
const REACH: usize = 5;
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

/// Who has read both, and weighs what the one has that the other lacks.
pub(super) struct Editor<'a, 't> {
    original: &'a Prose<'t>,
    /// Its sentences that tell the story.
    pub(super) kept: Vec<usize>,
    /// Its figures.
    figures: Vec<Quantity>,
    about: About,
    page: Carried,
    /// The page's figures.
    known: Figures,
    accused: Subjects,
    /// Whether the page tells how the case ended.
    decided: bool,
    /// Whether the original is a speech or a transcript, where whose words a sentence gives stands elsewhere.
    spoken: bool,
    /// Sentences of the original that traces lead to.
    traced: Numbers<usize>,
}

/// A sentence of the original that is long enough to tell something.
pub(super) struct Candidate<'a> {
    /// Its index, and its place among those that tell the story.
    at: usize,
    place: usize,
    block: u32,
    words: Vec<&'a Word>,
    /// Stems of its content words, ascending and each once: sums of weights depend on the order.
    pub(super) content: Vec<u64>,
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
    pub(super) fn new(
        page: &'a Prose,
        original: &'a Prose<'t>,
        traces: &[Trace],
        title: Option<&str>,
    ) -> Editor<'a, 't> {
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

    pub(super) fn candidate(&self, place: usize) -> Option<Candidate<'a>> {
        let at = *self.kept.get(place)?;
        let sentence = self.original.sentences().get(at)?;
        let words: Vec<&Word> = self.original.words_in(sentence.words.clone()).iter().collect();
        let content: Vec<u64> = words.iter().filter(|w| !w.stop).map(|w| w.stem).collect();
        // “She denied wrongdoing.”
        let rebuts =
            words.len() >= 3 && denial(self.original, self.original.words_in(sentence.words.clone())).is_some();
        if !rebuts && (words.len() < 6 || content.len() < 3) {
            return None;
        }
        let content = order::distinct_keys(content);
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
    pub(super) fn carried(&self, it: &Candidate) -> bool {
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
    pub(super) fn worth_telling(&self, it: &Candidate) -> bool {
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
    pub(super) fn weighed(&self, it: Candidate) -> Option<Weighed> {
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
        _ if q.approximate && in_passing(original, q) => 0.3,
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

/// Whether a figure stands in what a sentence tells of somebody by the way: “Edna Roe, who earned an estimated £5 million, …”.
fn in_passing(original: &Prose, q: &Quantity) -> bool {
    const BY_THE_WAY: WordList = WordList("who which whose despite");
    let from = q.words.start.saturating_sub(REACH);
    let sentence = original.words().get(q.words.start).map(|w| w.sentence);
    original
        .words_in(from..q.words.start)
        .iter()
        .any(|w| Some(w.sentence) == sentence && BY_THE_WAY.has(original.form(w)))
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
