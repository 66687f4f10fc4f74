//! How sure it is that a reader would call the words a characterization: a logistic regression over a few features.
//!
//! Each has its reason beside it.

use super::candidate::{Candidate, Origin};
use super::senses::{predicative, subject};
use super::view::View;
use crate::report::CharacterizationKind as Kind;
use crate::sourcing::lexicon::{Form, Pos, class};

/// The number of features.
pub const FEATURES: usize = 27;

/// What the page as a whole sounds like.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tone {
    /// Strong words (strength 4 and 5) in a hundred of the writer's own.
    pub strong: f32,
    /// All candidates in a hundred of the writer's own words.
    pub dense: f32,
    /// "I", "we", "you", contractions, exclamation marks and questions in a hundred of the writer's own words.
    pub chatty: f32,
    /// The share of words that somebody else says.
    pub attributed: f32,
}

impl Tone {
    /// Measures it.
    pub fn of(view: &View, own: &[bool], candidates: &[Candidate]) -> Tone {
        let mine: Vec<usize> = (0..own.len()).filter(|w| own.get(*w).copied().unwrap_or(false)).collect();
        // A short page says little of its tone: as if another hundred words without any sign followed.
        let per = 100.0 / (mine.len() as f32 + 100.0);
        let strong = candidates.iter().filter(|c| c.strength >= 4).count() as f32;
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
        Tone { strong: strong * per, dense: all * per, chatty: chatty * per, attributed }
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
    let others = all.iter().filter(|c| sentence.contains(&c.core.start) && c.core != core && c.strength >= 2).count();
    let others_strong =
        all.iter().filter(|c| sentence.contains(&c.core.start) && c.core != core && c.strength >= 4).count();
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
    ]
}

/// The intercept and the weight of each feature.
pub const BIAS: f32 = -1.0;
/// See [`BIAS`].
pub const WEIGHTS: [f32; FEATURES] = [
    3.0, 2.0, 1.0, 0.0, -1.5, 0.3, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.3, 0.2, 0.2, 0.2, -0.3, -0.2, -0.2, -0.6,
    0.0, 0.8, 0.4, 0.3, 0.0,
];

/// The score for `features`.
pub fn score(features: &[f32; FEATURES]) -> f32 {
    let sum: f32 = features.iter().zip(WEIGHTS).map(|(f, w)| f * w).sum();
    1.0 / (1.0 + (-(BIAS + sum)).exp())
}
