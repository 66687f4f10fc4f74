//! How sure it is that a reader would call the words a characterization: a logistic regression over a few features.
//!
//! The features are few and have a reason each: how strong the word is, what kind, whom it is said of, what stands beside it, and
//! what the page as a whole sounds like, for a page that is full of strong words means its mild ones too.

use super::Context;
use super::candidate::{Candidate, Origin};
use super::grammar::{predicative, subject, weekday};
use super::view::View;
use crate::hashed::ByHash;
use crate::order;
use crate::report::CharacterizationKind as Kind;
use crate::sourcing::lexicon::{Form, Pos, class};

/// The number of features.
pub const FEATURES: usize = 33;

/// What the page as a whole sounds like.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tone {
    /// Strong words (strength 4 and 5) in a hundred of the writer's own.
    pub strong: f32,
    /// Those that are no verbs, and how many there are.
    pub harsh: (f32, usize),
    /// All candidates in a hundred of the writer's own words.
    pub dense: f32,
    /// "I", "we", "you", contractions, exclamation marks and questions in a hundred of the writer's own words.
    pub chatty: f32,
    /// The share of words that somebody else says.
    pub attributed: f32,
    /// Attributions to a source in a hundred words.
    pub credited: f32,
    /// How much the text reports: see [`REPORTS`].
    pub reports: f32,
    /// Words for books, films and the like in a hundred.
    pub works: f32,
    /// Words for animals, plants, stars and what is smaller than the eye sees in a hundred.
    pub nature: f32,
    /// Words for crimes, trials and sentences in a hundred.
    pub trial: f32,
    /// Figures and days of the week in a hundred, as if two stood in another hundred.
    pub dated: f32,
    /// The stems of the names that the page is about: the three that it names oftenest.
    pub about: [u64; 3],
}

impl Tone {
    /// Measures it.
    pub fn of(view: &View, context: &Context, own: &[bool], candidates: &[Candidate]) -> Tone {
        let mine: Vec<usize> = (0..own.len()).filter(|w| own.get(*w).copied().unwrap_or(false)).collect();
        // A short page says little of its tone: as if another hundred words without any sign followed.
        let per = 100.0 / (mine.len() as f32 + 100.0);
        let strong = candidates.iter().filter(|c| c.strength >= 4).count() as f32;
        let verb = |c: &&Candidate| matches!(c.origin, Origin::Lexicon(Pos::Verb, _));
        let harsh = candidates.iter().filter(|c| c.strength >= 4 && !verb(c)).count();
        let all = candidates.iter().filter(|c| c.strength >= 2).count() as f32;
        let chatty = mine
            .iter()
            .filter(|w| {
                let form = view.form(**w);
                view.is(**w, class::FIRST | class::YOU)
                    || form.ends_with("n't")
                    || form.ends_with("'re")
                    || form.ends_with("'ll")
                    || form.ends_with("'ve")
                    || matches!(form, "it's" | "that's" | "he's" | "she's" | "there's" | "what's" | "let's" | "who's")
                    || view.prose.gap_after(**w).starts_with(['!', '?'])
            })
            .count() as f32;
        let attributed = 1.0 - mine.len() as f32 / (own.len() as f32).max(1.0);
        let sources = context.attributions.iter().filter(|a| a.source.is_some()).count();
        let credited = 100.0 * sources as f32 / (own.len() as f32 + 100.0);
        let reports = reports(view, context, own);
        let figures = (0..own.len())
            .filter(|at| view.form(*at).starts_with(|c: char| c.is_ascii_digit()) || weekday(view.form(*at)));
        let dated = 100.0 * (figures.count() as f32 + 2.0) / (own.len() as f32 + 100.0);
        let rate =
            |class| 100.0 * (0..own.len()).filter(|at| view.is(*at, class)).count() as f32 / (own.len() as f32 + 100.0);
        let mut names: ByHash<u32> = ByHash::default();
        for at in (0..own.len()).filter(|at| view.is_name(*at) && !view.is(*at, class::ROLE)) {
            *names.entry(view.word(at).map_or(0, |w| w.stem)).or_default() += 1;
        }
        let mut often: Vec<(u32, u64)> = names.into_iter().filter(|n| n.1 > 2).map(|(stem, n)| (n, stem)).collect();
        order::by_key(&mut often, |n| !(u128::from(n.0) << 64 | u128::from(n.1)));
        let mut about = [u64::MAX; 3];
        about.iter_mut().zip(&often).for_each(|(slot, name)| *slot = name.1);
        Tone {
            about,
            strong: strong * per,
            harsh: (harsh as f32 * per, harsh),
            dense: all * per,
            chatty: chatty * per,
            attributed,
            credited,
            reports,
            works: rate(class::WORK),
            nature: rate(class::NATURE),
            trial: rate(class::TRIAL),
            dated,
        }
    }
}

/// See [`REPORTS`].
fn reports(view: &View, context: &Context, own: &[bool]) -> f32 {
    let said: f32 = own.iter().enumerate().map(|(at, own)| reporting(view.form(at), *own)).sum();
    let built = view.prose.passages().iter().map(|p| match context.tags.get(p.block as usize) {
        Some(tag) if matches!(*tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") => 1.0,
        Some(&"li") => 0.5,
        _ => 0.0,
    });
    100.0 * (said - built.sum::<f32>() + 0.5) / (own.len() as f32 + 100.0)
}

/// What a word says of whether its text reports.
fn reporting(form: &str, own: bool) -> f32 {
    match form {
        "he" | "she" | "his" | "her" | "him" | "said" | "told" | "says" | "added" | "wrote" | "yesterday" => 1.0,
        "was" | "were" | "had" | "did" => 0.5,
        "i" | "my" | "me" | "i'm" | "i've" | "i'd" | "i'll" | "myself" | "you" | "your" | "you're" | "you'll"
        | "you've" | "you'd" | "yours" | "yourself"
            if own =>
        {
            -0.5
        }
        _ if weekday(form) => 1.0,
        _ => 0.0,
    }
}

/// The features of `candidate`, in the order of [`WEIGHTS`].
pub fn features(view: &View, own: &[bool], tone: &Tone, all: &[Candidate], candidate: &Candidate) -> [f32; FEATURES] {
    let core = candidate.core.clone();
    let sentence = view.sentence(core.start);
    let yes = |b: bool| if b { 1.0 } else { 0.0 };
    let (pos, form) = match candidate.origin {
        Origin::Lexicon(pos, form) => (Some(pos), form),
        _ => (None, Form::Base),
    };
    let strength = |n: u8| yes(candidate.strength == n);
    let kind = |k: Kind| yes(candidate.kind == k);
    // The candidates are in order.
    let from = all.partition_point(|c| c.core.start < sentence.start);
    let beside = |least: u8| {
        all.iter()
            .skip(from)
            .take_while(|c| c.core.start < sentence.end)
            .filter(|c| c.core != core && c.strength >= least)
            .count()
    };
    let (others, others_strong) = (beside(2), beside(4));
    let degree = view.previous(core.start).is_some_and(|p| view.is(p, class::INTENSIFIER));
    let attributed = sentence.clone().any(|w| !own.get(w).copied().unwrap_or(true));
    let figure = sentence.clone().any(|w| view.word(w).is_some_and(|w| w.number));
    let first_person = sentence.clone().any(|w| view.is(w, class::FIRST));
    let literal = view
        .around(&core, 8)
        .any(|w| view.is(w, class::MED | class::WEATHER | class::WAR | class::COURT | class::SPORT | class::MARKET));
    let block = view.word(core.start).map_or(0, |w| w.span.block);
    let head = view.prose.passages().first().is_some_and(|p| block <= p.block + 1);
    let adjective = pos == Some(Pos::Adjective) && form != Form::Ly;
    let sure = candidate.strength >= 4;
    [
        strength(5),
        strength(4),
        strength(3),
        strength(2),
        strength(1),
        kind(Kind::NameCalling),
        kind(Kind::Motive),
        kind(Kind::Insinuation),
        kind(Kind::Exaggeration),
        kind(Kind::ReportingVerb),
        yes(pos == Some(Pos::Phrase)),
        yes(matches!(pos, Some(Pos::Adverb)) || form == Form::Ly),
        yes(pos == Some(Pos::Verb)),
        yes(adjective && predicative(view, &core)),
        yes(degree),
        yes(subject(view, core.start).is_some()),
        (others.min(3)) as f32,
        yes(others_strong > 0),
        yes(attributed),
        yes(figure),
        yes(first_person),
        yes(literal),
        yes(head),
        (1.0 + tone.strong).ln(),
        (1.0 + tone.dense).ln(),
        (1.0 + tone.chatty).ln(),
        if sure { tone.attributed } else { 0.0 },
        if candidate.strength == 2 { (1.0 + tone.strong).ln() } else { 0.0 },
        if candidate.strength == 1 { (1.0 + tone.strong).ln() } else { 0.0 },
        if candidate.strength == 3 { (1.0 + tone.strong).ln() } else { 0.0 },
        yes(sentence.clone().any(|w| tone.about.contains(&view.word(w).map_or(0, |w| w.stem)))),
        yes(view.around(&core, 3).any(|w| tone.about.contains(&view.word(w).map_or(0, |w| w.stem)))),
        yes(matches!(candidate.origin, Origin::ScareQuotes | Origin::Question)),
    ]
}

/// The intercept. Raised by 0.7 over the fit, so that a half is the least score that is shown: the labels of both sets leave
/// out much of what a reader would call a characterization.
pub const BIAS: f32 = 0.15;
/// The weight of each feature, from `training/characterization/calibrate.py`: a logistic regression (C = 0.3) on the candidates
/// found in the dev halves of BASIL (Fan et al. 2019; counted three times, with an intercept of its own that is left out here)
/// and PTC (Da San Martino et al. 2019). Eight are set by reason, as said there: what neither set labels, and what the page as a
/// whole sounds like, which would else fill a strong page with its mild words. The fit is older than the last words that were
/// moved in the lexicon; one on today's candidates differs by .2 at most, in the weights of verbs, and reaches
/// no more precision at equal F1. Fitted so, on articles of events that it was not fitted on, with the least score that is
/// shown: BASIL precision .38, F1 .24, .60 an article; PTC precision .57, F1 .36, 3.52 an article.
/// More features of the context (the words beside the candidate by their class, figures, tense, names in the sentence) or trees
/// in place of the regression lift neither set on such articles.
pub const WEIGHTS: [f32; FEATURES] = [
    0.05, 0.59, 0.13, 0.55, -1.49, 0.25, 0.00, -0.50, 0.00, -0.29, -0.15, 0.25, 0.21, -0.05, 0.25, -0.07, 0.23, 0.05,
    -0.12, -0.42, -0.04, 0.00, 0.50, 0.10, 0.20, -0.09, -0.54, -0.32, -0.01, 0.23, -0.03, -0.14, -0.30,
];

/// The most that a word of strength 1 is scored ("admitted", "of course", "painful"): fewer than half of them are what a reader
/// calls a characterization, whatever stands beside them, so they are shown only to those who ask for more.
pub const LEANING: f32 = 0.45;

/// From so many signs of [`Tone::chatty`] in a hundred words on, a text speaks to its reader as advice, reviews and diaries do,
/// in which judging things is the genre; three in a hundred articles of PTC and none of BASIL do.
const PERSONAL: f32 = 4.5;
/// A text that gives anybody's word less often than this is seldom a report: of 138 web pages of all kinds (WCXB) it is more than
/// half, of PTC's articles an eighth, of PolNeAR's a twelfth, of BASIL's one in forty.
const REPORTED: f32 = 1.5;

/// A text reports from so much on: in a hundred words (as if another hundred followed with half a sign, for a short text says
/// little), what tells of people and of what happened ("she", "said", "Friday", half as much "was") less half of what speaks of
/// the writer or to the reader ("I", "you") outside quotations, less the headings and half the list items. Of 774 web pages in
/// WCXB's dev half, mostly guides, lists and reviews, one in sixteen does; of the English news pages of the other sets 84 to 99
/// in a hundred, with nearly all that is marked there.
const REPORTS: f32 = 0.35;

/// From so much on a text reports plainly: of those that report at all, two thirds of WCXB's do less, a quarter of PTC's, one in
/// forty of BASIL's.
const PLAINLY: f32 = 1.5;
/// With more words for books, films, pictures and the like in a hundred a text is about such works, judging and retelling which
/// is its genre; of the articles of BASIL, PolNeAR and PTC a single one, on a record, holds so many.
const WORKS: f32 = 1.3;

/// With more words for nature in a hundred a text is about it, and what is brutal, stunning or disgusting there is no judgement on
/// anybody: five articles of PTC, four of them on space, 29 of WCXB's 750 pages in English, none of BASIL and PolNeAR.
const NATURE: f32 = 1.2;

/// With more words for crimes, trials and sentences in a hundred a text reports a trial: six in ten of METER's court stories, one
/// article of PTC in nine, one each of BASIL, PolNeAR and the news pages. What can be charged and proved (deceit, fraud, cruelty) and
/// what somebody felt was heard in court there, and the mild words of such a page are those of its facts ("buried", "smeared").
const TRIAL: f32 = 1.0;

/// A long text with fewer figures and days is a story: two novels and a game's lore among the fixtures of Readability hold less,
/// no article of BASIL, PolNeAR and PTC and no news page does.
const DATED: f32 = 0.15;

/// Whether a text of this `tone` judges things, as reviews, guides and manuals do: what it says of nobody is its taste.
fn taste(view: &View, tone: &Tone, candidate: &Candidate) -> bool {
    let of_somebody = |at: usize| {
        view.is(at, class::PERSON_PRON | class::ROLE | class::GROUP)
            || (view.is_name(at) && !candidate.core.contains(&at))
    };
    (tone.chatty >= PERSONAL || tone.credited < REPORTED) && !view.around(&candidate.core, 4).any(of_somebody)
}

/// From so many strong names, adjectives and nouns in a hundred words on, and so many in all, a page means its mild words too:
/// of the mild adjectives, verbs and nouns on such pages of PTC 30 of 46 are marked there, on its other pages 25 of 89.
const STRONG: (f32, usize) = (0.4, 4);

/// Raises the mild words of a page that is full of strong ones. Strong verbs do not count: reports of quarrels are full of them.
pub fn raise(tone: &Tone, all: &mut [Candidate]) {
    if tone.harsh.0 < STRONG.0 || tone.harsh.1 < STRONG.1 || tone.trial > TRIAL {
        return;
    }
    for candidate in all.iter_mut().filter(|c| c.mild) {
        candidate.strength = 2;
    }
}

/// Whether the harsh words that a verb of attack sums up stand quoted in its sentence: readers see there for themselves how
/// harsh they are. A verb for somebody's temper ("ranted") says more than his words do, and so do the verbs of a brawl ("slammed").
fn sums_up(view: &View, candidate: &Candidate) -> bool {
    let sentence = view.sentence(candidate.core.start);
    let quoted = |at: usize| view.word(at).is_some_and(|w| w.quoted);
    candidate.sums && sentence.clone().any(quoted)
}

/// The most that `candidate` is scored.
pub fn most(view: &View, tone: &Tone, candidate: &Candidate) -> f32 {
    let genre = tone.reports < REPORTS || tone.works > WORKS || tone.nature > NATURE || tone.dated < DATED;
    let heard = candidate.charged || candidate.kind == Kind::Motive && candidate.core.len() == 1;
    let proved = heard && candidate.strength < 5 && tone.trial > TRIAL;
    let leaning = candidate.strength == 1
        || genre
        || proved
        || (tone.reports < PLAINLY && taste(view, tone, candidate))
        || sums_up(view, candidate);
    if leaning { LEANING } else { 1.0 }
}

/// The score of `candidate`, whose features are `features`.
pub fn score(view: &View, tone: &Tone, candidate: &Candidate, features: &[f32; FEATURES]) -> f32 {
    let sum: f32 = features.iter().zip(WEIGHTS).map(|(f, w)| f * w).sum();
    (1.0 / (1.0 + (-(BIAS + sum)).exp())).min(most(view, tone, candidate))
}
