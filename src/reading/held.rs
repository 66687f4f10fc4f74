//! One original held against the page: what of it is there, what was changed on the way, and which of several comes first.

use super::Known;
use super::side::Side;
use crate::article::{Article, url};
use crate::credit::{self, Credit};
use crate::order;
use crate::report::{Relation, Source};
use crate::reuse::direction::{Direction, direction};
use crate::reuse::{self, Comparison, Prepared};
use crate::text::Prose;
use crate::text::dates::Day;
use crate::text::names;

/// One original held against the page.
pub(super) struct Held<'t> {
    pub(super) original: &'t Article,
    pub(super) prose: Prose<'t>,
    pub(super) comparison: Comparison,
    /// What was changed on the way from it; nothing where the page was not taken from it.
    pub(super) altered: Vec<reuse::Altered>,
    pub(super) source: Source,
    /// It is this very report that the page links to, or that somebody chose to compare it with.
    pub(super) asked: bool,
}

/// What a credit adds to [`Comparison::nearness`]: more than two reports of one event differ by that were both taken from
/// one agency's, less than a report and one that tells half of it.
const CREDITED: f32 = 0.15;

impl<'t> Held<'t> {
    /// Holds what is `known` against `page`; `prepared` and `side` are the page's, `credits` whom it credits.
    pub(super) fn new(known: &'t Known, page: &Article, prepared: &Prepared, credits: &[Credit], side: &Side) -> Self {
        let original = &known.article;
        let theirs = known.prose();
        let credit = credits.iter().find(|c| c.is_for(original));
        let comparison = compare(prepared, page, original, &theirs, credits);
        let mut source = facts(known, theirs.sentences().len(), &comparison, page, credit);
        let copied = credit::credits(original, &theirs);
        let other = Side::of(original, &copied);
        // A copy may have so little of a long report that the report, held against it, traces to nothing.
        source.is_copy = direction(&side.party(page, &copied), &other.party(original, credits)) == Direction::ToCopy
            && (comparison.relation <= Relation::PartiallyDerived
                || compare(&Prepared::new(&theirs), original, page, prepared.prose(), &copied).relation
                    <= Relation::PartiallyDerived);
        let asked = known.chosen || credits.iter().any(|c| c.url.is_some() && c.is_for(original));
        let mut held = Held { original, prose: theirs, comparison, altered: Vec::new(), source, asked };
        if held.gave() {
            let published = (page.published.as_deref(), original.published.as_deref());
            let alignment = &held.comparison.alignment;
            held.altered = reuse::altered::altered(prepared.prose(), &held.prose, alignment, published);
        }
        held
    }

    /// Whether the page was taken from it.
    pub(super) fn gave(&self) -> bool {
        self.source.relation <= Relation::PartiallyDerived && !self.source.is_copy
    }

    /// Its place among several, least first: what the page was taken from comes before what it was not, copies of the page
    /// come last, and of each of these the nearest first.
    pub(super) fn place(&self) -> u128 {
        let not_taken = self.source.relation > Relation::PartiallyDerived;
        let nearness = self.comparison.nearness + if self.source.credited { CREDITED } else { 0.0 };
        order::pair(usize::from(self.source.is_copy) << 1 | usize::from(not_taken), order::descending(nearness))
    }
}

/// How likely a page was made from a report of an outlet that it names in passing: even odds, so that the sentences decide.
const NAMED: f32 = 0.5;

/// `page` against `original`, with what it says of where it is from: its credit for that, or else that it names the outlet at all.
fn compare(page: &Prepared, of: &Article, original: &Article, prose: &Prose, credits: &[Credit]) -> Comparison {
    let credit = credits.iter().find(|c| c.is_for(original));
    let named = || {
        let names = names::names(page.prose()).into_iter().filter(|n| n.words.len() > 1 && !same_site(of, original));
        let span = names.map(|n| n.span).find(|&span| credit::means(page.prose().text(span), original))?;
        Some(reuse::Credited { score: NAMED, span: Some(span) })
    };
    let credit = credit.map(|c| reuse::Credited { score: c.score, span: c.span }).or_else(named);
    reuse::compare_credited(page, prose, credit)
}

/// Whether both stand on one site.
fn same_site(one: &Article, other: &Article) -> bool {
    let site = |a: &Article| a.url.as_deref().and_then(url::site);
    site(one).is_some_and(|s| site(other) == Some(s))
}

fn facts(known: &Known, sentences: usize, comparison: &Comparison, page: &Article, credit: Option<&Credit>) -> Source {
    let original = &known.article;
    let day = |published: &Option<String>| published.as_deref().and_then(Day::parse).map(Day::number);
    // A reader is always told a name: the outlet's own, what the page calls it, or where it stands.
    let named = || original.url.as_deref().and_then(url::host).map(|h| h.trim_start_matches("www.").to_owned());
    Source {
        original: known.id.clone(),
        url: original.url.clone(),
        title: original.title.clone(),
        site: original.site.clone().or_else(|| credit.map(Credit::full_name)).or_else(named),
        byline: original.byline.clone(),
        published: original.published.clone(),
        days_earlier: day(&page.published).zip(day(&original.published)).map(|(page, original)| page - original),
        credited: credit.is_some(),
        relation: comparison.relation,
        derived: comparison.derived,
        coverage: comparison.coverage,
        sentences: u32::try_from(sentences).unwrap_or(u32::MAX),
        ..Source::default()
    }
}
