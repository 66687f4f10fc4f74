//! What the reader is told first, which of the sources that is about, and what stood in the way of comparing.

use super::{ASK, NEVER, SIGN_IN, STOPPED};
use crate::report::{Credit, Finding, Gap, Relation, Report, Source};

/// So many stretches trace to a report that was found by its words alone before it is said to cover the same event. With fewer,
/// 74 % of METER's and of the LLM rewrites' pages would be said to share their event with a report on another one in a library
/// of 251; with three 9 % would, and 70 to 76 % of the pages that do cover the same event are still said to.
const TRACES_OF_AN_EVENT: usize = 3;

/// Which of the sources the page's sentences are held against: the first that tells the same and is no copy of it.
pub(super) fn best<'a>(mut sources: impl Iterator<Item = &'a Source>) -> Option<usize> {
    sources.position(|s| !s.is_copy && s.relation != Relation::Unrelated)
}

/// Fills in `finding`, `about` and `gap`. `asked` is the source that the page links to or somebody chose, if it was compared.
pub(super) fn tell(report: &mut Report, is_article: bool, asked: Option<usize>) {
    let (finding, about) = of_sources(report, is_article, asked);
    report.about = about.and_then(|i| u32::try_from(i).ok());
    if finding == Some(Finding::Untraced)
        && let Some(source) = about.and_then(|i| report.sources.get_mut(i))
    {
        // Parts of sentences alone are none that a reader could follow.
        source.traces.clear();
    }
    (report.finding, report.gap) = match (finding, report.credits.first()) {
        (Some(finding), _) => (finding, None),
        (None, Some(credit)) => uncompared(credit, &report.gaps),
        (None, None) => (Finding::Nothing, None),
    };
}

/// What the sources let be said, and of which; without one what the page credits is all there is.
fn of_sources(report: &Report, is_article: bool, asked: Option<usize>) -> (Option<Finding>, Option<usize>) {
    if !is_article {
        return (Some(Finding::NotArticle), None);
    }
    let best = best(report.sources.iter());
    let source = best.and_then(|i| report.sources.get(i));
    match source.map(|s| s.relation) {
        Some(Relation::WhollyDerived) => (Some(Finding::Rewrite), best),
        // It is told by how many sentences trace.
        Some(Relation::PartiallyDerived) if report.counts.traced > 0 => {
            let much = report.counts.traced * 3 >= report.counts.total;
            (Some(if much { Finding::Rewrite } else { Finding::DrawsOn }), best)
        }
        _ if report.sources.iter().any(|s| s.is_copy) => (Some(Finding::Original), None),
        Some(Relation::SameEvent)
            if source.is_some_and(|s| tells_the_same(s, report)) || asked.is_some_and(|i| is_beside(report, i)) =>
        {
            (Some(Finding::SameEvent), best)
        }
        _ if asked.is_some() => (Some(Finding::Untraced), asked),
        _ => (None, None),
    }
}

/// Whether so much of `source` is here that it can be said to cover the same event. Where the page credits a report that was not
/// compared, other coverage says nothing of that.
fn tells_the_same(source: &Source, report: &Report) -> bool {
    let known_by_words = report.credits.is_empty() && source.traces.len() >= TRACES_OF_AN_EVENT;
    known_by_words || source.credited && !source.traces.is_empty()
}

/// Whether anything of source `i`, which was asked for, is here.
fn is_beside(report: &Report, i: usize) -> bool {
    report.sources.get(i).is_some_and(|s| s.relation == Relation::SameEvent && !s.traces.is_empty())
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
