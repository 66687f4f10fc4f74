//! What the reader is told first, which of the sources that is about, and what stood in the way of comparing.

use super::{ASK, NEVER, SIGN_IN, STOPPED};
use crate::report::{Credit, Finding, Gap, Relation, Report, Source};

/// Which of the sources the page's sentences are held against: the first that tells the same and is no copy of it.
pub(super) fn best<'a>(mut sources: impl Iterator<Item = &'a Source>) -> Option<usize> {
    sources.position(|s| !s.is_copy && s.relation != Relation::Unrelated)
}

/// Fills in `finding`, `about` and `gap`. `asked` is the source that the page links to or somebody chose, if it was compared.
pub(super) fn tell(report: &mut Report, is_article: bool, asked: Option<usize>) {
    let (finding, about) = of_sources(report, is_article, asked);
    report.about = about.and_then(|i| u32::try_from(i).ok());
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
    let same_event = |i: usize| report.sources.get(i).is_some_and(|s| s.relation == Relation::SameEvent);
    match source.map(|s| s.relation) {
        Some(Relation::WhollyDerived) => (Some(Finding::Rewrite), best),
        Some(Relation::PartiallyDerived) if report.counts.traced * 3 >= report.counts.total => {
            (Some(Finding::Rewrite), best)
        }
        Some(Relation::PartiallyDerived) => (Some(Finding::DrawsOn), best),
        _ if report.sources.iter().any(|s| s.is_copy) => (Some(Finding::Original), None),
        // Other coverage of the event says nothing of a report that the page credits and that is still to be compared.
        Some(Relation::SameEvent)
            if report.credits.is_empty() || source.is_some_and(|s| s.credited) || asked.is_some_and(same_event) =>
        {
            (Some(Finding::SameEvent), best)
        }
        _ if asked.is_some() => (Some(Finding::Untraced), asked),
        _ => (None, None),
    }
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
