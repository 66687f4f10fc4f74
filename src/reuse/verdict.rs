//! How page and original relate, from what they have in common.
//!
//! A page counts as derived by either of two ways that copying shows itself in text: it shares the original's *wording*
//! beyond what one event explains, or it *retells* the original in other words and brings in no names, figures or
//! quotations of its own. Where the original reports nobody's words there is no event with its speakers to explain what the two
//! share, and the wording is weighed by the share of the page's words that trace.

use super::Trace;
use super::evidence::Evidence;
use super::figures::{log_odds, page_figures};
use super::traces::{Likelihood, sigmoid};
use super::weights;
use crate::report::Relation;

/// From these log-odds on the wording counts as taken over: chosen so that about one METER story in eight that was written
/// independently on the same event is taken for a rewrite (`training/reuse/calibrate.py` prints the trade).
const WORDING: f32 = 1.2;
/// Where the original reports nobody's words so many of the page's words must trace. The words' weights are learnt from METER alone;
/// this bar was set between Clough and Stevenson's answers, of which the independent ones have .31 at most and the copied ones .37 at
/// least, but for one that has next to nothing from the passage it is compared with. At .3 and .4 one more of the 38 is wrong, and
/// METER's and SheepDog's pages are the same within .004.
const TRACED_WITHOUT_SPEECH: f32 = 1.0 / 3.0;
/// Shares of the original's words that are verbs of speech between which the one goes over into the other. Of METER's and
/// BASIL's originals more than 9 in 10 have more than the second; an encyclopaedia's articles have none.
const SPEECH: (f32, f32) = (0.001, 0.004);
/// With fewer of its words names and numbers from the original a page brings in none of its own for want of any, as one of Clough and
/// Stevenson's independent answers does (.033). One in fifty of SheepDog's rewrites that only count as retold has fewer.
const FACTS_OF_A_RETELLING: f32 = 0.04;
/// From these log-odds on the page counts as a retelling: with fewer than one wrong pair in a hundred.
const RETOLD: f32 = 0.7;
/// The same where the original reports nobody's words: whoever writes about its subject brings in no other names.
const RETOLD_WITHOUT_SPEECH: f32 = 1.7;
/// A retelling is weaker evidence than wording, and raises the score to no more than this: were it to rise with the
/// retelling, METER's derived pages would be told from the others less well (AUC .868 for .876 on held-out events, when it was set).
const RETOLD_AT_MOST: f32 = 0.3;
/// From these log-odds on a derived page is wholly derived: the best three-way macro-F1 on METER's court stories.
const WHOLLY: f32 = 0.9;

/// From this share of the page's words in common subsequences on, two texts are about the same matter whatever their words
/// are. Pages beside another story's original (SheepDog's, turned) have .25 at most.
const IN_ORDER: f32 = 0.35;
/// The same for the share of the original's names that the page has, of four or more; there it is .58 at most.
const NAMES_KEPT: f32 = 0.9;
/// And with these, for what else of the original it has. Of pages beside another story's original one in twelve has as much.
const CARRIED: f32 = 0.35;

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

/// Weighs what page and original have in common; `credited` says that the page itself names the original. A page from which nothing traces
/// is to be taken for no more than coverage of the same event: see [`shown`].
pub fn verdict(evidence: &Evidence, likely: &Likelihood, credited: bool) -> Verdict {
    let figures = page_figures(evidence, likely.mean);
    let facts = evidence.page.shared_facts;
    let speech = ((evidence.page.reported - SPEECH.0) / (SPEECH.1 - SPEECH.0)).clamp(0.0, 1.0);
    let wording = (log_odds(&figures, &weights::WORDING, weights::WORDING_AT_ZERO) - WORDING) * speech
        + (odds(likely.mean) - odds(TRACED_WITHOUT_SPEECH)) * (1.0 - speech);
    let retold = log_odds(&figures, &weights::RETOLD, weights::RETOLD_AT_ZERO)
        - (RETOLD_WITHOUT_SPEECH + (RETOLD - RETOLD_WITHOUT_SPEECH) * speech);
    let retold = if facts >= FACTS_OF_A_RETELLING { retold } else { f32::MIN };
    let score = if retold >= 0.0 { wording.max(retold.min(RETOLD_AT_MOST)) } else { wording };
    let (slope, constant) = weights::CALIBRATION;
    let derived = sigmoid(slope * score + constant);
    if !same_matter(evidence, credited) {
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

/// What of `relation` can be shown with `traces`.
pub fn shown(relation: Relation, traces: &[Trace]) -> Relation {
    if relation < Relation::SameEvent && traces.is_empty() { Relation::SameEvent } else { relation }
}

/// Log-odds of a share, within bounds.
fn odds(share: f32) -> f32 {
    let share = share.clamp(0.001, 0.999);
    (share / (1.0 - share)).ln()
}

/// Whether the two are about the same matter at all: they are of the same people and things, and the page holds rare words, names or a long
/// run of the original among much else that it has; or its sentences are the original's, word by word in their order; or it has all the
/// original's names, and much of what else it says, however long it runs on.
fn same_matter(evidence: &Evidence, credited: bool) -> bool {
    if evidence.matter.of_another_event()
        || !credited && (evidence.matter.of_others() || evidence.matter.of_other_facts())
    {
        return false;
    }
    let p = &evidence.page;
    let shared_names = p.names.saturating_sub(p.new_names);
    p.contained >= 0.2 && (p.shared_rare >= 3 || shared_names >= 3 || p.longest_run >= 8.0)
        || p.subsequence >= IN_ORDER
        || p.names_kept >= NAMES_KEPT && p.carried >= CARRIED
}
