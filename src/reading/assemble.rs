//! The report of a reading: every room asked in turn, every offset turned to UTF-16.

use super::{Options, Reading, body};
use crate::article::Article;
use crate::credit;
use crate::report::{
    self, Attribution, Characterization, Counts, Finding, OutlineSentence, Quiet, Relation, Report, SentenceKind,
    Source, Trace,
};
use crate::reuse::{self, Comparison};
use crate::sourcing::{attribution, characterization};
use crate::text::utf16::Offsets;
use crate::text::{Prose, Span};
use std::collections::HashMap;

pub(super) fn report(reading: &Reading) -> Report {
    let Reading { article, options, known, credits, gaps, .. } = reading;
    let options = *options;
    let prose = body(article);
    let place = Place::new(article);
    let mut sources: Vec<(Source, Comparison, Prose)> = known
        .iter()
        .map(|k| {
            let (id, original) = (&k.id, &k.article);
            let theirs = body(original);
            let comparison = reuse::compare(&prose, &theirs);
            (source(id, original, &theirs, &comparison, &place), comparison, theirs)
        })
        .collect();
    sources.sort_by(|a, b| a.0.relation.cmp(&b.0.relation).then(b.0.derived.total_cmp(&a.0.derived)));

    let attributions = attribution::attributions(&prose);
    let links: Vec<Span> = links(article);
    let tags: Vec<&str> = article.blocks.iter().map(|b| b.tag.as_str()).collect();
    let best = sources.first().filter(|(s, ..)| s.relation != Relation::Unrelated);
    let context = characterization::Context {
        attributions: &attributions,
        links: &links,
        original: best.map(|(_, comparison, theirs)| (theirs, &comparison.alignment)),
        tags: &tags,
        more: options.more,
    };
    let characterizations = characterization::characterizations(&prose, &context);
    let quiet = if article.opinion.is_some() {
        Some(Quiet::Opinion)
    } else {
        (!prose.looks_english()).then_some(Quiet::Language)
    };

    let mut report = Report {
        article: facts(article, options),
        attributions: attributions.iter().map(|a| attribution_of(a, &place)).collect(),
        characterizations: characterizations
            .iter()
            .map(|c| Characterization {
                span: place.span(c.span),
                kind: c.kind,
                reason: c.reason.clone(),
                score: c.score,
                in_source: c.in_source,
                nearest: None,
            })
            .collect(),
        quiet,
        credits: credits.iter().map(|c| credit_of(c, article)).collect(),
        gaps: gaps.clone(),
        ..Report::default()
    };
    report.outline = outline(&prose, sources.first().map(|s| &s.1), &characterizations, &place);
    report.counts = count(&report.outline);
    report.sources = sources.into_iter().map(|(source, ..)| source).collect();
    report.finding = finding(&report, article.is_article());
    report
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

fn links(article: &Article) -> Vec<Span> {
    let of = |&index: &u32| article.blocks.get(index as usize).map(|b| (index, b));
    article
        .body
        .iter()
        .filter_map(of)
        .flat_map(|(index, block)| {
            let table = Offsets::new(&block.text);
            block.links.iter().map(move |l| Span {
                block: index,
                start: table.to_bytes(l.start),
                end: table.to_bytes(l.end),
            })
        })
        .collect()
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

fn source(id: &str, original: &Article, theirs: &Prose, comparison: &Comparison, place: &Place) -> Source {
    let there = Place::new(original);
    let sentence = |i: usize| theirs.sentences().get(i).map(|s| theirs.text(s.span)).unwrap_or_default();
    Source {
        original: id.to_owned(),
        url: original.url.clone(),
        title: original.title.clone(),
        site: original.site.clone(),
        byline: original.byline.clone(),
        published: original.published.clone(),
        relation: comparison.relation,
        derived: comparison.derived,
        coverage: comparison.coverage,
        sentences: u32::try_from(theirs.sentences().len()).unwrap_or(u32::MAX),
        traces: comparison
            .traces
            .iter()
            .map(|t| Trace {
                span: place.span(t.span),
                original: there.span(t.original),
                kind: t.kind,
                score: t.score,
                href: None,
                sentence: u32::try_from(t.original_sentence + 1).unwrap_or(u32::MAX),
                text: sentence(t.original_sentence).to_owned(),
                shared: Vec::new(),
            })
            .collect(),
        ..Source::default()
    }
}

fn credit_of(credit: &credit::Credit, article: &Article) -> report::Credit {
    let span = credit.span.and_then(|span| {
        let table = Offsets::new(&article.blocks.get(span.block as usize)?.text);
        Some(report::Span { block: span.block, start: table.to_utf16(span.start), end: table.to_utf16(span.end) })
    });
    report::Credit {
        name: credit.name.clone(),
        url: credit.url.clone(),
        mentions: credit.mentions,
        score: credit.score,
        span,
        sentence: credit.sentence.clone(),
    }
}

fn attribution_of(a: &attribution::Attribution, place: &Place) -> Attribution {
    Attribution {
        content: a.content.iter().map(|&s| place.span(s)).collect(),
        cue: a.cue.map(|s| place.span(s)),
        source: a.source.map(|s| place.span(s)),
        name: a.name.clone(),
        kind: a.kind,
        nobody: a.nobody,
    }
}

fn outline(
    prose: &Prose,
    best: Option<&Comparison>,
    own: &[characterization::Characterization],
    place: &Place,
) -> Vec<OutlineSentence> {
    let traces = best.map(|b| b.traces.as_slice()).unwrap_or_default();
    prose
        .sentences()
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let covered: usize =
                traces.iter().filter(|t| t.sentence == i).map(|t| prose.word_range(t.span).len()).sum();
            let kind = if covered * 2 >= s.words.len() && covered > 0 {
                SentenceKind::Report
            } else if own.iter().any(|c| s.span.meets(&c.span)) {
                SentenceKind::Own
            } else {
                SentenceKind::Other
            };
            OutlineSentence { span: place.span(s.span), kind }
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

fn finding(report: &Report, is_article: bool) -> Finding {
    if !is_article {
        return Finding::NotArticle;
    }
    let best = report.sources.iter().find(|s| !s.is_copy);
    match best.map(|s| s.relation) {
        Some(Relation::WhollyDerived) => Finding::Rewrite,
        Some(Relation::PartiallyDerived) if report.counts.traced * 3 >= report.counts.total => Finding::Rewrite,
        Some(Relation::PartiallyDerived) => Finding::DrawsOn,
        _ if report.sources.iter().any(|s| s.is_copy) => Finding::Original,
        _ if !report.credits.is_empty() => Finding::Credits,
        Some(Relation::SameEvent) => Finding::SameEvent,
        _ => Finding::Nothing,
    }
}
