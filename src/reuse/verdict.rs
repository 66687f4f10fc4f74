//! How page and original relate, from what they have in common.
//!
//! A page counts as derived by either of two ways that copying shows itself in text: it shares the original's *wording*
//! beyond what one event explains, or it *retells* the original in other words and brings in no names, figures or
//! quotations of its own.

use super::Trace;
use super::evidence::{Evidence, log_odds, page_figures};
use super::traces::{Likelihood, sigmoid};
use super::weights;
use crate::report::Relation;

/// From these log-odds on the wording counts as taken over: chosen so that about one METER story in eight that was written
/// independently on the same event is taken for a rewrite (`training/reuse/calibrate.py` prints the trade).
const WORDING: f32 = 1.2;
/// The same where the original reports nobody's words, so that no event with its speakers explains the wording: even odds.
/// Clough and Stevenson's independent answers have less (-.1 at most), the revised ones .4 and more but for two.
const WORDING_WITHOUT_SPEECH: f32 = 0.0;
/// Shares of the original's words that are verbs of speech between which the one goes over into the other. Of METER's and
/// BASIL's originals more than 9 in 10 have more than the second; an encyclopaedia's articles have none.
const SPEECH: (f32, f32) = (0.001, 0.004);
/// With fewer there is nothing to retell.
const FACTS_OF_A_RETELLING: f32 = 0.03;
/// From these log-odds on the page counts as a retelling: with fewer than one wrong pair in a hundred.
const RETOLD: f32 = 0.7;
/// The same where the original reports nobody's words: whoever writes about its subject brings in no other names.
const RETOLD_WITHOUT_SPEECH: f32 = 1.7;
/// A retelling is weaker evidence than wording, and raises the score to no more than this: were it to rise with the
/// retelling, METER's derived pages would be told from the others less well (AUC .868 for .876 on held-out events, when it was set).
const RETOLD_AT_MOST: f32 = 0.3;
/// From these log-odds on a derived page is wholly derived: the best three-way macro-F1 on METER's court stories.
const WHOLLY: f32 = 0.9;

/// The relation and its probability.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verdict {
    /// How the page relates to the original.
    pub relation: Relation,
    /// Calibrated probability that it is derived from it.
    pub derived: f32,
    /// Whether it retells the original as a whole: a sentence of it then needs less to trace.
    pub retold: bool,
}

/// Weighs what page and original have in common. A page from which nothing traces is to be taken for no more than
/// coverage of the same event: see [`Verdict::shown`].
pub fn verdict(evidence: &Evidence, likely: &Likelihood) -> Verdict {
    let figures = page_figures(evidence, likely.mean);
    let facts = evidence.page.shared_facts;
    let speech = ((evidence.page.reported - SPEECH.0) / (SPEECH.1 - SPEECH.0)).clamp(0.0, 1.0);
    let bar = WORDING_WITHOUT_SPEECH + (WORDING - WORDING_WITHOUT_SPEECH) * speech;
    let wording = log_odds(&figures, &weights::WORDING, weights::WORDING_AT_ZERO) - bar;
    let retold = log_odds(&figures, &weights::RETOLD, weights::RETOLD_AT_ZERO)
        - (RETOLD_WITHOUT_SPEECH + (RETOLD - RETOLD_WITHOUT_SPEECH) * speech);
    let retold = if facts >= FACTS_OF_A_RETELLING { retold } else { f32::MIN };
    let score = if retold >= 0.0 { wording.max(retold.min(RETOLD_AT_MOST)) } else { wording };
    let (slope, constant) = weights::CALIBRATION;
    let derived = sigmoid(slope * score + constant);
    if !same_matter(evidence) {
        return Verdict { relation: Relation::Unrelated, derived: derived.min(0.05), retold: false };
    }
    let wholly = log_odds(&figures, &weights::WHOLLY, weights::WHOLLY_AT_ZERO) >= WHOLLY;
    let relation = match score >= 0.0 {
        true if wholly => Relation::WhollyDerived,
        true => Relation::PartiallyDerived,
        false => Relation::SameEvent,
    };
    Verdict { relation, derived, retold: retold >= 0.0 }
}

impl Verdict {
    /// The relation that can be shown with `traces`.
    pub fn shown(&self, traces: &[Trace]) -> Relation {
        if self.relation < Relation::SameEvent && traces.is_empty() { Relation::SameEvent } else { self.relation }
    }
}

/// Whether the two are about the same matter at all.
fn same_matter(evidence: &Evidence) -> bool {
    let p = &evidence.page;
    let shared_names = p.names.saturating_sub(p.new_names);
    p.contained >= 0.2 && (p.shared_rare >= 3 || shared_names >= 3 || p.longest_run >= 8.0)
}
