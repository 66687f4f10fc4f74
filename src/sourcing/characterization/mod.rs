//! Characterizations that only the writer stands behind.
//!
//! The words of the page are looked up in the lexicon ([`super::lexicon`]); what stands in quotation marks, is attributed,
//! linked or excerpted is left out (`voice`, `excerpts`); an entry counts only in a sense that holds where it stands (`senses`); a few
//! constructions need no word (`constructions`). Each candidate is scored (`score`), compared with the original (`source`)
//! and lengthened to the phrase that a reader would point at (`extent`).

mod candidate;
mod constructions;
mod excerpts;
mod extent;
mod grammar;
mod score;
mod senses;
mod source;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_twins;
mod view;
mod voice;

use super::attribution::Attribution;
use crate::hashed::Hashes;
use crate::order;
use crate::report::CharacterizationKind;
use crate::reuse::Alignment;
use crate::sourcing::lexicon::{Match, Pos, class};
use crate::text::stem::hash;
use crate::text::{Prose, Span};
use candidate::{Candidate, Origin};
use view::View;

/// One characterization.
#[derive(Debug, Clone, PartialEq)]
pub struct Characterization {
    /// Where.
    pub span: Span,
    /// What kind.
    pub kind: CharacterizationKind,
    /// One line for the reader.
    pub reason: String,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// Whether the original says the same of the same thing; `None` if nothing was compared.
    pub in_source: Option<bool>,
    /// The page credits these words to the original, which does not have them.
    pub credited: bool,
}

/// The original that a page was compared with.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// Its text.
    pub prose: &'a Prose<'a>,
    /// How the page's sentences align with it.
    pub alignment: &'a Alignment,
    /// What the page attributes to it. Others must be asked to know what they said; it can be read, so that such a credit
    /// exempts only what it does say.
    pub contents: &'a [Span],
    /// The page's links to it, which are credits as well.
    pub links: &'a [Span],
}

/// What is known of the page beside its prose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The page's attributions, but for those to the original.
    pub attributions: &'a [Attribution],
    /// The stretches of the page that are links, but for those to the original.
    pub links: &'a [Span],
    /// The best original.
    pub original: Option<Compared<'a>>,
    /// The tag name of each block, by the block's index on the page.
    pub tags: &'a [&'a str],
    /// Show those below the default threshold too.
    pub more: bool,
}

/// The least score that is shown by default.
const SHOWN: f32 = 0.5;
/// The least score that is shown when the reader asks for more.
const MORE: f32 = 0.08;

/// The characterizations of `prose` that are in the writer's own voice, in order.
pub fn characterizations(prose: &Prose, context: &Context) -> Vec<Characterization> {
    if !prose.looks_english() {
        return Vec::new();
    }
    let view = View::new(prose);
    let found = extent::join(&view, scored(&view, context));
    let original = context.original.map(|o| source::Original::new(o.prose, o.alignment));
    let credited = voice::credited(&view, context);
    let least = if context.more { MORE } else { SHOWN };
    found
        .into_iter()
        .filter(|c| c.score >= least)
        .filter_map(|c| {
            let in_source = original.as_ref().map(|o| o.says(&view, &c));
            let span = c.span.or_else(|| view.span(&c.words))?;
            let credited = credited.iter().any(|s| s.meets(&span));
            if credited && (!c.adds() || original.as_ref().is_some_and(|o| o.judges(&view, &c))) {
                return None;
            }
            let reason = c.reason.to_owned();
            Some(Characterization { span, kind: c.kind, reason, score: c.score, in_source, credited })
        })
        .filter(|c| context.more && !c.credited || c.in_source != Some(true))
        .collect()
}

/// Every candidate with its phrase and its score.
fn scored(view: &View, context: &Context) -> Vec<Candidate> {
    let own = voice::own_words(view, context);
    let mut all = candidates(view, context, &own);
    let tone = score::Tone::of(view, context, &own, &all);
    score::raise(&tone, &mut all);
    let features: Vec<_> = all.iter().map(|c| score::features(view, &own, &tone, &all, c)).collect();
    for (candidate, features) in all.iter_mut().zip(&features) {
        candidate.score = score::score(view, &tone, candidate, features);
        candidate.words = shown(view, &own, candidate);
    }
    all
}

/// A sentence of so many words that stands on the page again is a caption, a pull quote or a form, and is marked once.
const REPEATED: usize = 6;

fn candidates(view: &View, context: &Context, own: &[bool]) -> Vec<Candidate> {
    // The words that weigh: the "that" of "didn't feel that" already belongs to what is felt.
    let mine = |words: std::ops::Range<usize>| {
        let of = |w: usize| own.get(w).copied().unwrap_or(false);
        of(words.start) && words.clone().all(|w| of(w) || view.word(w).is_some_and(|w| w.stop))
    };
    // Of "ripped the auditors over it" the verb is the writer's, whatever its object is told to have done.
    let reports =
        |m: &Match| m.entry.senses.iter().any(|s| s.category().kind == Some(CharacterizationKind::ReportingVerb));
    let mut all: Vec<Candidate> = view
        .matches
        .iter()
        .filter(|m| mine(if reports(m) { m.start..m.start + 1 } else { m.start..m.end }))
        .filter_map(|m| {
            let sense = senses::sense(view, m)?;
            let category = sense.category();
            let origin = Origin::Lexicon(category.pos, sense.form);
            let object = (category.of != 0 && category.pos != Pos::Adjective)
                .then(|| senses::said_of(view, &(m.start..m.end), category))
                .flatten();
            let core = m.start..object.map_or(m.end, |o| o + 1);
            let mut candidate = Candidate::new(core, origin, category.kind?, category.strength);
            #[cfg(not(target_arch = "wasm32"))]
            {
                candidate.category = category.name;
            }
            candidate.mild = category.mild;
            candidate.sums = category.sums;
            candidate.charged = category.not & class::TRIAL != 0;
            candidate.reason = category.reason;
            Some(candidate)
        })
        .collect();
    all.extend(constructions::constructions(view, context, own));
    order::by_key(&mut all, |c| order::pair(c.core.start, 0));
    let mut told = Hashes::default();
    let mut last = None;
    all.retain(|c| {
        let Some(sentence) = view.sentence_of(c.core.start) else { return true };
        let text = view.prose.text(sentence.span);
        // Candidates of one sentence stand together.
        let (at, kept) = last.filter(|l: &(Span, bool)| l.0 == sentence.span).unwrap_or_else(|| {
            let asks = text.ends_with('?') && sentence.words.clone().any(|w| view.is(w, class::YOU));
            let again = sentence.words.len() >= REPEATED && !told.insert(hash(text.as_bytes()));
            (sentence.span, !asks && !again)
        });
        last = Some((at, kept));
        kept
    });
    all
}

/// The words of `candidate` that are shown: the part of its phrase that is the writer's own. What somebody "thinks he can" do is
/// his, but that he thinks so is the writer's.
fn shown(view: &View, own: &[bool], candidate: &Candidate) -> std::ops::Range<usize> {
    let (core, phrase) = (&candidate.core, extent::phrase(view, candidate));
    let mine = |at: usize| own.get(at).copied().unwrap_or(false);
    let motive = candidate.kind == CharacterizationKind::Motive;
    let mut words = core.clone();
    while words.len() > 1 && !mine(words.end - 1) && !(motive && view.form(words.end - 1) != "that") {
        words.end -= 1;
    }
    while words.start > phrase.start && mine(words.start - 1) {
        words.start -= 1;
    }
    while words.end >= core.end && words.end < phrase.end && mine(words.end) {
        words.end += 1;
    }
    extent::trimmed(view, candidate, words)
}

/// For the calibration of the scores: every candidate's place, category, the most that it is scored, and features. Not for hosts.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub fn inspect(prose: &Prose, context: &Context) -> Vec<(Span, &'static str, f32, Vec<f32>)> {
    let view = View::new(prose);
    let own = voice::own_words(&view, context);
    let mut all = candidates(&view, context, &own);
    let tone = score::Tone::of(&view, context, &own, &all);
    score::raise(&tone, &mut all);
    all.iter()
        .filter_map(|c| {
            let features = score::features(&view, &own, &tone, &all, c);
            let span = c.span.or_else(|| view.span(&shown(&view, &own, c)))?;
            Some((span, c.category, score::most(&view, &tone, c), features.to_vec()))
        })
        .collect()
}
