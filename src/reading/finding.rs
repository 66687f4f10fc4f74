//! What the reader is told first, which of the sources that is about, and what stood in the way of comparing.

use super::held::Held;
use super::{ASK, NEVER, SIGN_IN, STOPPED};
use crate::credit::Credit;
use crate::report::{Counts, Finding, Gap, Relation};

/// So many stretches trace to a report that was found by its words alone before it is said to cover the same event. With fewer,
/// 74 % of METER's and of the LLM rewrites' pages would be said to share their event with a report on another one in a library
/// of 251; with three 9 % would, and 70 to 76 % of the pages that do cover the same event are still said to.
const TRACES_OF_AN_EVENT: usize = 3;

/// What is known once everything that could be had was compared.
#[derive(Clone, Copy)]
pub(super) struct Case<'a, 't> {
    pub is_article: bool,
    /// What the page was compared with, best first.
    pub held: &'a [Held<'t>],
    /// How many of the page's sentences trace to the best of them.
    pub counts: Counts,
    /// Whom the page credits, best first.
    pub credits: &'a [Credit],
    /// What could not be had.
    pub gaps: &'a [Gap],
}

/// What the reader is told.
pub(super) struct Said {
    pub finding: Finding,
    /// Which of what was compared that is about.
    pub about: Option<usize>,
    /// Which gap stood in the way.
    pub gap: Option<u32>,
}

impl Said {
    /// Whether the traces to the source at this place are shown: parts of sentences alone are none that a reader could follow.
    pub fn shows_traces(&self, at: usize) -> bool {
        self.finding != Finding::Untraced || self.about != Some(at)
    }
}

/// Which of what was compared the page's sentences are held against: the first that tells the same and is no copy of it.
pub(super) fn best(held: &[Held]) -> Option<usize> {
    held.iter().position(|h| !h.source.is_copy && h.source.relation != Relation::Unrelated)
}

/// What a reader is told in this `case`.
pub(super) fn tell(case: Case) -> Said {
    let (finding, about) = of_sources(case);
    let (finding, gap) = match (finding, case.credits.first()) {
        (Some(finding), _) => (finding, None),
        (None, Some(credit)) => uncompared(credit, case.gaps),
        (None, None) => (Finding::Nothing, None),
    };
    Said { finding, about, gap }
}

/// What the sources let be said, and of which; without one what the page credits is all there is.
fn of_sources(case: Case) -> (Option<Finding>, Option<usize>) {
    if !case.is_article {
        return (Some(Finding::NotArticle), None);
    }
    // The first that the page links to or that somebody chose.
    let asked = case.held.iter().position(|h| !h.source.is_copy && h.asked);
    let best = best(case.held);
    let held = best.and_then(|i| case.held.get(i));
    match held.map(|h| h.source.relation) {
        Some(Relation::WhollyDerived) => (Some(Finding::Rewrite), best),
        // It is told by how many sentences trace.
        Some(Relation::PartiallyDerived) if case.counts.traced > 0 => {
            let much = case.counts.traced * 3 >= case.counts.total;
            (Some(if much { Finding::Rewrite } else { Finding::DrawsOn }), best)
        }
        _ if case.held.iter().any(|h| h.source.is_copy) => (Some(Finding::Original), None),
        Some(Relation::SameEvent)
            if held.is_some_and(|h| tells_the_same(h, case.credits))
                || asked.and_then(|i| case.held.get(i)).is_some_and(is_beside) =>
        {
            (Some(Finding::SameEvent), best)
        }
        _ if asked.is_some() => (Some(Finding::Untraced), asked),
        _ => (None, None),
    }
}

/// Whether so much of it is here that the page can be said to cover the same event. Where the page credits a report that was not
/// compared, other coverage says nothing of that.
fn tells_the_same(held: &Held, credits: &[Credit]) -> bool {
    let traces = held.comparison.traces.len();
    credits.is_empty() && traces >= TRACES_OF_AN_EVENT || held.source.credited && traces > 0
}

/// Whether anything of what was asked for is here.
fn is_beside(asked: &Held) -> bool {
    asked.source.relation == Relation::SameEvent && !asked.comparison.traces.is_empty()
}

/// What can become of a credited report that was not compared, and the gap that says so.
fn uncompared(credit: &Credit, gaps: &[Gap]) -> (Finding, Option<u32>) {
    let Some(address) = &credit.url else { return (Finding::Unlinked, None) };
    let Some((i, gap)) = (0..).zip(gaps).find(|(_, gap)| gap.of == *address) else { return (Finding::Credits, None) };
    let finding = match gap.code.as_str() {
        ASK | STOPPED => Finding::Credits,
        NEVER => Finding::Forbidden,
        SIGN_IN => Finding::SignIn,
        _ => Finding::Failed,
    };
    (finding, Some(i))
}
