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
const WORDING: f32 = 1.5;
/// From these log-odds on the page counts as a retelling: likewise, with fewer than one wrong pair in a hundred.
const RETOLD: f32 = 0.7;
/// From these log-odds on a derived page is wholly derived: the best three-way macro-F1 on METER's court stories.
const WHOLLY: f32 = 0.4;

/// The relation and its probability.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verdict {
    /// How the page relates to the original.
    pub relation: Relation,
    /// Calibrated probability that it is derived from it.
    pub derived: f32,
}

/// Weighs what page and original have in common.
pub fn verdict(evidence: &Evidence, likely: &Likelihood, traces: &[Trace]) -> Verdict {
    let figures = page_figures(evidence, likely.mean);
    let wording = log_odds(&figures, &weights::WORDING, weights::WORDING_AT_ZERO) - WORDING;
    let retold = log_odds(&figures, &weights::RETOLD, weights::RETOLD_AT_ZERO) - RETOLD;
    let score = wording.max(retold);
    let (slope, constant) = weights::CALIBRATION;
    let derived = sigmoid(slope * score + constant);
    if !same_matter(evidence) {
        return Verdict { relation: Relation::Unrelated, derived: derived.min(0.05) };
    }
    let wholly = log_odds(&figures, &weights::WHOLLY, weights::WHOLLY_AT_ZERO) >= WHOLLY;
    let relation = match score >= 0.0 && !traces.is_empty() {
        true if wholly => Relation::WhollyDerived,
        true => Relation::PartiallyDerived,
        false => Relation::SameEvent,
    };
    Verdict { relation, derived }
}

/// Whether the two are about the same matter at all.
fn same_matter(evidence: &Evidence) -> bool {
    let p = &evidence.page;
    p.contained >= 0.2 && (p.shared_rare >= 3 || p.longest_run >= 8.0)
}
