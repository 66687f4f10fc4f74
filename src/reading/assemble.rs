//! The report of a reading: every room asked in turn, every offset turned to UTF-16.

use super::held::Held;
use super::places::{Place, There, number};
use super::side::Side;
use super::{Options, Reading, credited, finding};
use crate::article::Article;
use crate::credit;
use crate::order;
use crate::report::{
    self, Altered, Attribution, Characterization, Counts, Finding, LeftOut, Nearest, OutlineSentence, Quiet, Report,
    SentenceKind, Source, Trace,
};
use crate::reuse::{self, Comparison, Prepared, left_out};
use crate::sourcing::{attribution, characterization};
use crate::text::Prose;
use crate::text::utf16::Offsets;

pub(super) fn report(reading: &Reading) -> Report {
    let Reading { article, options, known, credits, gaps, .. } = reading;
    let prose = reading.prose();
    let here = Place::new(article);
    // A sentence that names the credited report says itself where it comes from.
    let prepared = Prepared::new(&prose).crediting(credits.first().map(|c| c.name.as_str()));
    let side = Side::of(article, credits);
    let mut held: Vec<Held> = known.iter().map(|k| Held::new(k, article, &prepared, credits, &side)).collect();
    order::by_key(&mut held, Held::place);

    let attributions = attribution::attributions(&prose);
    let tags: Vec<&str> = article.blocks.iter().map(|b| b.tag.as_str()).collect();
    let best = finding::best(&held).and_then(|i| held.get(i));
    let report = best.and_then(|held| {
        let credit = credits.iter().find(|c| c.is_for(held.original))?;
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
    let outline = outline(&prose, best, &own, &here);
    let counts = count(&outline);
    let said = finding::tell(finding::Case { is_article: article.is_article(), held: &held, counts, credits, gaps });
    let quiet = quiet(said.finding, article, &prose);
    let opinion = said.finding == Finding::Nothing && quiet == Some(Quiet::Opinion);
    Report {
        finding: if opinion { Finding::Opinion } else { said.finding },
        about: said.about.and_then(|i| u32::try_from(i).ok()),
        gap: said.gap,
        article: facts(article, *options),
        credits: credits.iter().map(|c| credit_of(c, article)).collect(),
        attributions: attributions.iter().map(|a| attribution_of(a, &credited, &here)).collect(),
        characterizations: characterizations.collect(),
        sources: (0..).zip(held).map(|(i, h)| source(h, &prose, &here, said.shows_traces(i))).collect(),
        quiet,
        outline,
        counts,
        gaps: gaps.clone(),
    }
}

fn quiet(finding: Finding, article: &Article, prose: &Prose) -> Option<Quiet> {
    if !prose.looks_english() {
        return Some(Quiet::Language);
    }
    if finding == Finding::Credits {
        return Some(Quiet::Uncompared);
    }
    article.opinion.is_some().then_some(Quiet::Opinion)
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

/// What of `held` is on the page, what was changed on the way, and what was left out.
fn source(held: Held, page: &Prose, here: &Place, shows_traces: bool) -> Source {
    let there = There::new(held.original, &held.prose);
    let missing = if held.gave() {
        left_out::left_out(page, &held.prose, &held.comparison.traces, held.original.title.as_deref())
    } else {
        Vec::new()
    };
    Source {
        traces: if shows_traces { traces(&held.comparison, here, &there) } else { Vec::new() },
        altered: held.altered.iter().map(|a| altered_of(a, page, here, &there)).collect(),
        left_out: missing.iter().map(|l| left_out_of(l, &there)).collect(),
        ..held.source
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

fn attribution_of(a: &attribution::Attribution, credited: &credited::Credited, place: &Place) -> Attribution {
    // “reportedly”, linked, is credited to what it links to.
    let linked = a.cue.is_some_and(|cue| credited.other_links.iter().any(|link| link.meets(&cue)));
    Attribution {
        content: a.content.iter().map(|&s| place.span(s)).collect(),
        cue: a.cue.map(|s| place.span(s)),
        source: a.source.map(|s| place.span(s)),
        name: a.name.clone(),
        kind: a.kind,
        nobody: a.hearsay && !linked,
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
        .zip(reuse::told(prose, traces))
        .map(|(s, told)| {
            let changed = best.is_some_and(|b| b.altered.iter().any(|a| s.span.meets(&a.span)));
            let is_own = own.iter().any(|c| c.in_source != Some(true) && s.span.meets(&c.span));
            let untraced = if is_own { SentenceKind::Own } else { SentenceKind::Other };
            let (kind, otherwise) = if changed {
                (SentenceKind::Changed, untraced)
            } else if told {
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
