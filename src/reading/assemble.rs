//! The report of a reading: every room asked in turn, every offset turned to UTF-16.

use super::{Known, Options, Reading, body, credited, finding};
use crate::article::{Article, url};
use crate::credit::{self, Credit, outlets};
use crate::order;
use crate::report::{
    self, Altered, Attribution, Characterization, Counts, Finding, LeftOut, Nearest, OutlineSentence, Quiet, Relation,
    Report, SentenceKind, Source, Trace,
};
use crate::reuse::direction::{Direction, Party, direction};
use crate::reuse::fragment::{self, Fragments};
use crate::reuse::{self, Comparison, Prepared, left_out};
use crate::sourcing::{attribution, characterization};
use crate::text::dates::Day;
use crate::text::utf16::Offsets;
use crate::text::{Prose, Span};
use std::collections::HashMap;

pub(super) fn report(reading: &Reading) -> Report {
    let Reading { article, options, known, credits, gaps, .. } = reading;
    let prose = body(article);
    let here = Place::new(article);
    // A sentence that names the credited report says itself where it comes from.
    let prepared = Prepared::new(&prose).crediting(credits.first().map(|c| c.name.as_str()));
    let side = Side::of(article, credits);
    let mut held: Vec<Held> = known.iter().map(|k| hold(k, article, &prepared, credits, &side)).collect();
    order::by_key(&mut held, |h| {
        let (copy, apart) = rank(h);
        order::pair(usize::from(copy) << 1 | usize::from(apart), order::descending(nearness(h)))
    });
    for one in &mut held {
        let there = There::new(one.original, &one.prose);
        one.source.traces = traces(&one.comparison, &here, &there);
        one.altered = changes(one, article, &prose);
        let title = one.original.title.as_deref();
        if one.source.relation <= Relation::PartiallyDerived && !one.source.is_copy {
            one.source.left_out = left_out::left_out(&prose, &one.prose, &one.comparison.traces, title)
                .iter()
                .map(|l| left_out_of(l, &there))
                .collect();
        }
        one.source.altered = one.altered.iter().map(|a| altered_of(a, &prose, &here, &there)).collect();
    }

    let attributions = attribution::attributions(&prose);
    let tags: Vec<&str> = article.blocks.iter().map(|b| b.tag.as_str()).collect();
    let best = finding::best(held.iter().map(|h| &h.source)).and_then(|i| held.get(i));
    let report = best.and_then(|held| {
        let credit = credits.iter().find(|c| credits_it(c, held.original))?;
        let only = credits.len() == 1;
        let (prose, alignment) = (&held.prose, &held.comparison.alignment);
        Some(credited::Report { article: held.original, credit, only, prose, alignment })
    });
    let credited = credited::credited(article, &prose, &attributions, report);
    let own = characterization::characterizations(
        &prose,
        &characterization::Context {
            attributions: &credited.other_attributions,
            links: &credited.other_links,
            original: best.map(|h| characterization::Compared {
                prose: &h.prose,
                alignment: &h.comparison.alignment,
                contents: &credited.contents,
                links: &credited.links,
            }),
            tags: &tags,
            more: options.more,
        },
    );
    let there = best.map(|h| (h, There::new(h.original, &h.prose)));
    let characterizations = own.iter().map(|c| {
        let sentence = prose.words_in(prose.word_range(c.span)).first().map(|w| w.sentence);
        Characterization {
            span: here.span(c.span),
            kind: c.kind,
            reason: c.reason.clone(),
            score: c.score,
            in_source: c.in_source,
            credited: c.credited,
            nearest: there.as_ref().zip(sentence).and_then(|((held, there), s)| nearest(held, there, &prose, s)),
        }
    });
    let mut report = Report {
        article: facts(article, *options),
        credits: credits.iter().map(|c| credit_of(c, article)).collect(),
        attributions: attributions.iter().map(|a| attribution_of(a, &prose, &here)).collect(),
        characterizations: characterizations.collect(),
        outline: outline(&prose, best, &own, &here),
        gaps: gaps.clone(),
        ..Report::default()
    };
    report.counts = count(&report.outline);
    let asked = held.iter().position(|h| !h.source.is_copy && h.asked);
    report.sources = held.into_iter().map(|h| h.source).collect();
    finding::tell(&mut report, article.is_article(), asked);
    report.quiet = quiet(&report, &prose);
    if report.finding == Finding::Nothing && report.quiet == Some(Quiet::Opinion) {
        report.finding = Finding::Opinion;
    }
    report
}

/// What the page was taken from comes before what it was not, and copies of the page last.
fn rank(held: &Held) -> (bool, bool) {
    (held.source.is_copy, held.source.relation > Relation::PartiallyDerived)
}

/// What a credit adds to [`Comparison::nearness`]: more than two reports of one event differ by that were both taken from
/// one agency's, less than a report and one that tells half of it.
const CREDITED: f32 = 0.15;

fn nearness(held: &Held) -> f32 {
    held.comparison.nearness + if held.source.credited { CREDITED } else { 0.0 }
}

fn hold<'t>(known: &'t Known, page: &Article, prepared: &Prepared, credits: &[Credit], side: &Side) -> Held<'t> {
    let theirs = body(&known.article);
    let mut comparison = reuse::compare_prepared(prepared, &theirs);
    if let Some(credit) = credits.iter().find(|c| credits_it(c, &known.article)) {
        comparison.credited(credit.score);
    }
    let mut source = facts_of(known, theirs.sentences().len(), &comparison, page, credits);
    let copied = credit::credits(&known.article, Some(&theirs));
    let other = Side::of(&known.article, &copied);
    // A copy may have so little of a long report that the report, held against it, traces to nothing.
    source.is_copy = direction(&side.party(page, &copied), &other.party(&known.article, credits)) == Direction::ToCopy
        && (comparison.relation <= Relation::PartiallyDerived
            || reuse::compare(&theirs, prepared.prose()).relation <= Relation::PartiallyDerived);
    let linked = |c: &Credit| c.url.is_some() && credits_it(c, &known.article);
    let asked = known.chosen || credits.iter().any(linked);
    Held { original: &known.article, prose: theirs, comparison, altered: Vec::new(), source, asked }
}

/// The outlet of `article` by the name that the other document credits it by, else by its own.
fn outlet<'a>(article: &'a Article, others: &'a [Credit]) -> Option<&'a str> {
    let site = article.url.as_deref().and_then(url::site);
    let named = others.iter().find(|c| site.as_deref().is_some_and(|s| outlets::named_after(s, &c.name)));
    named.map(|c| c.name.as_str()).or(article.site.as_deref())
}

/// What of one document bears on which came first.
struct Side<'a> {
    url: Option<String>,
    blocks: Vec<&'a str>,
    links: Vec<String>,
    credits: Vec<&'a str>,
}

impl<'a> Side<'a> {
    fn of(article: &'a Article, credits: &'a [Credit]) -> Self {
        let absolute = |href: &str| match article.url.as_deref() {
            Some(base) => url::resolve(base, href),
            None => Some(href.to_owned()),
        };
        let links = article.body_blocks().flat_map(|(_, b)| b.links.iter().filter_map(|l| absolute(&l.href)));
        Side {
            url: article.url.as_deref().and_then(url::key),
            blocks: article.body_blocks().map(|(_, b)| b.text.as_str()).collect(),
            links: links.filter_map(|l| url::key(&l)).collect(),
            credits: credits.iter().map(|c| c.name.as_str()).collect(),
        }
    }

    fn party(&'a self, article: &'a Article, others: &'a [Credit]) -> Party<'a> {
        Party {
            url: self.url.as_deref(),
            site: outlet(article, others),
            published: article.published.as_deref(),
            blocks: &self.blocks,
            links: &self.links,
            credits: &self.credits,
        }
    }
}

fn quiet(report: &Report, prose: &Prose) -> Option<Quiet> {
    if !prose.looks_english() {
        return Some(Quiet::Language);
    }
    if report.finding == Finding::Credits {
        return Some(Quiet::Uncompared);
    }
    report.article.opinion.is_some().then_some(Quiet::Opinion)
}

/// Byte spans of a page to UTF-16.
struct Place<'t>(HashMap<u32, Offsets<'t>>);

impl<'t> Place<'t> {
    fn new(article: &'t Article) -> Self {
        let block = |&i: &u32| {
            article.blocks.get(i as usize).filter(|b| !b.text.is_ascii()).map(|b| (i, Offsets::new(&b.text)))
        };
        Place(article.body.iter().filter_map(block).collect())
    }

    fn span(&self, span: Span) -> report::Span {
        match self.0.get(&span.block) {
            Some(table) => {
                report::Span { block: span.block, start: table.to_utf16(span.start), end: table.to_utf16(span.end) }
            }
            None => report::Span { block: span.block, start: span.start, end: span.end },
        }
    }
}

fn facts(article: &Article, options: Options) -> report::Article {
    let block = |&index: &u32| {
        article.blocks.get(index as usize).map(|b| report::ArticleBlock {
            index,
            tag: b.tag.clone(),
            text: b.text.clone(),
        })
    };
    report::Article {
        url: article.url.clone(),
        title: article.title.clone(),
        site: article.site.clone(),
        byline: article.byline.clone(),
        published: article.published.clone(),
        lang: article.lang.clone(),
        section: article.section.clone(),
        opinion: article.opinion.clone(),
        partial: article.partial,
        body: article.body.clone(),
        blocks: options.blocks.then(|| article.body.iter().filter_map(block).collect()),
    }
}

/// One original held against the page.
struct Held<'t> {
    original: &'t Article,
    prose: Prose<'t>,
    comparison: Comparison,
    altered: Vec<reuse::Altered>,
    source: Source,
    /// It is this very report that the page links to, or that somebody chose to compare it with.
    asked: bool,
}

/// What of an original is shown, with its addresses and offsets.
struct There<'p, 't> {
    prose: &'p Prose<'t>,
    place: Place<'t>,
    fragments: Fragments<'p, 't>,
    url: Option<&'t str>,
}

impl<'p, 't> There<'p, 't> {
    fn new(original: &'t Article, prose: &'p Prose<'t>) -> Self {
        There { prose, place: Place::new(original), fragments: Fragments::new(prose), url: original.url.as_deref() }
    }

    /// The text of sentence `i`.
    fn sentence(&self, i: usize) -> String {
        self.prose.sentences().get(i).map(|s| self.prose.text(s.span)).unwrap_or_default().to_owned()
    }

    /// The address of sentence `i`; of the whole original where no fragment is unique.
    fn href(&self, i: usize) -> Option<String> {
        let url = self.url?;
        Some(self.fragments.directive(i).map_or_else(|| url.to_owned(), |d| fragment::href(url, &d)))
    }

    /// Where `span` stands within the text of sentence `i`.
    fn within(&self, i: usize, span: Span) -> (u32, u32) {
        let from = self.prose.sentences().get(i).map_or(0, |s| self.place.span(s.span).start);
        let span = self.place.span(span);
        (span.start.saturating_sub(from), span.end.saturating_sub(from))
    }
}

fn facts_of(known: &Known, sentences: usize, comparison: &Comparison, page: &Article, credits: &[Credit]) -> Source {
    let original = &known.article;
    let credit = credits.iter().find(|c| credits_it(c, original));
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

/// Whether `credit` means `original`: by its address, or by the outlet's name where it is not linked.
fn credits_it(credit: &Credit, original: &Article) -> bool {
    match (&credit.url, &original.url) {
        (Some(credited), Some(url)) => url::same_document(credited, url),
        (None, Some(url)) => url::site(url).is_some_and(|site| outlets::named_after(&site, &credit.name)),
        _ => original.site.as_deref().is_some_and(|site| site.eq_ignore_ascii_case(&credit.name)),
    }
}

fn traces(comparison: &Comparison, here: &Place, there: &There) -> Vec<Trace> {
    comparison
        .traces
        .iter()
        .map(|t| Trace {
            span: here.span(t.span),
            original: there.place.span(t.original),
            kind: t.kind,
            score: t.score,
            href: there.href(t.original_sentence),
            sentence: number(t.original_sentence),
            text: there.sentence(t.original_sentence),
            shared: t.shared.iter().map(|&s| there.within(t.original_sentence, s)).collect(),
        })
        .collect()
}

/// What was changed on the way from an original; nothing where the page was not taken from it.
fn changes(held: &Held, page: &Article, prose: &Prose) -> Vec<reuse::Altered> {
    if held.source.relation > Relation::PartiallyDerived || held.source.is_copy {
        return Vec::new();
    }
    let published = (page.published.as_deref(), held.original.published.as_deref());
    reuse::altered::altered(prose, &held.prose, &held.comparison.alignment, published)
}

fn altered_of(a: &reuse::Altered, prose: &Prose, here: &Place, there: &There) -> Altered {
    Altered {
        span: here.span(a.span),
        original: there.place.span(a.original),
        kind: a.kind,
        page: prose.text(a.span).to_owned(),
        source: there.prose.text(a.original).to_owned(),
        href: there.href(a.original_sentence),
        sentence: number(a.original_sentence),
        text: there.sentence(a.original_sentence),
        text_at: there.within(a.original_sentence, a.original),
    }
}

fn left_out_of(l: &reuse::LeftOut, there: &There) -> LeftOut {
    let span = there.prose.sentences().get(l.original_sentence).map(|s| s.span).unwrap_or_default();
    LeftOut {
        original: there.place.span(span),
        sentence: number(l.original_sentence),
        text: there.sentence(l.original_sentence),
        why: l.why,
        href: there.href(l.original_sentence),
    }
}

/// Sentences are counted from 1 where a reader sees the count.
fn number(sentence: usize) -> u32 {
    u32::try_from(sentence.saturating_add(1)).unwrap_or(u32::MAX)
}

/// What the original says nearest to a characterization that stands in `sentence` of the page.
fn nearest(held: &Held, there: &There, page: &Prose, sentence: u32) -> Option<Nearest> {
    let index = held.comparison.alignment.alike(page, &held.prose, sentence as usize)?;
    Some(Nearest { sentence: number(index), text: there.sentence(index), href: there.href(index) })
}

fn credit_of(credit: &credit::Credit, article: &Article) -> report::Credit {
    let span = credit.span.and_then(|span| {
        let table = Offsets::new(&article.blocks.get(span.block as usize)?.text);
        Some(report::Span { block: span.block, start: table.to_utf16(span.start), end: table.to_utf16(span.end) })
    });
    report::Credit {
        name: credit.full_name(),
        url: credit.url.clone(),
        mentions: credit.mentions,
        score: credit.score,
        span,
        sentence: credit.sentence.clone(),
    }
}

fn attribution_of(a: &attribution::Attribution, prose: &Prose, place: &Place) -> Attribution {
    Attribution {
        content: a.content.iter().map(|&s| place.span(s)).collect(),
        cue: a.cue.map(|s| place.span(s)),
        source: a.source.map(|s| place.span(s)),
        name: a.name.clone(),
        kind: a.kind,
        nobody: a.is_hearsay(prose),
    }
}

fn outline(
    prose: &Prose,
    best: Option<&Held>,
    own: &[characterization::Characterization],
    place: &Place,
) -> Vec<OutlineSentence> {
    let traces = best.map(|b| b.comparison.traces.as_slice()).unwrap_or_default();
    prose
        .sentences()
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let covered: usize =
                traces.iter().filter(|t| t.sentence == i).map(|t| prose.word_range(t.span).len()).sum();
            let changed = best.is_some_and(|b| b.altered.iter().any(|a| s.span.meets(&a.span)));
            let is_own = own.iter().any(|c| c.in_source != Some(true) && s.span.meets(&c.span));
            let untraced = if is_own { SentenceKind::Own } else { SentenceKind::Other };
            let (kind, otherwise) = if changed {
                (SentenceKind::Changed, untraced)
            } else if covered * 2 >= s.words.len() && covered > 0 {
                (SentenceKind::Report, untraced)
            } else {
                (untraced, SentenceKind::Other)
            };
            OutlineSentence { span: place.span(s.span), kind, otherwise }
        })
        .collect()
}

fn count(outline: &[OutlineSentence]) -> Counts {
    let of = |kind| u32::try_from(outline.iter().filter(|s| s.kind == kind).count()).unwrap_or(u32::MAX);
    let (report, changed) = (of(SentenceKind::Report), of(SentenceKind::Changed));
    Counts {
        total: u32::try_from(outline.len()).unwrap_or(u32::MAX),
        traced: report + changed,
        report,
        changed,
        own: of(SentenceKind::Own),
        other: of(SentenceKind::Other),
    }
}
