//! Every place where a page names an outlet or links to another site's document, with the cue beside it.

mod agencies;
mod around;
mod lines;

use self::around::Words;
use self::lines::only_credits;
use super::cues::{self, Cue};
use super::outlets::{self, Name};
use crate::article::{Article, url};
use crate::order;
use crate::text::utf16::Offsets;
use crate::text::{Prose, Span, WordList, dates, names};
use std::ops::Range;

/// So many words on either side of a name, at most, say when its report was.
const WHEN: usize = 6;

/// One such place.
#[derive(Debug, Clone)]
pub struct Mention {
    /// What makes it a credit, if anything.
    pub cue: Option<Cue>,
    /// The name, without a possessive ending.
    pub name: Option<String>,
    /// A “The” belongs to the name: one that no sentence begins with stands before it, or its host has it.
    pub the: bool,
    /// The link's address.
    pub href: Option<String>,
    /// Where; `None` for a byline.
    pub span: Option<Span>,
    /// The sentence around it.
    pub sentence: String,
    /// In the first three paragraphs of the body.
    pub lead: bool,
    /// The words beside it set it in the past.
    pub past: bool,
}

impl Mention {
    /// A credit that stands by itself, in no sentence of the body: `text` is all there is.
    fn alone(cue: Cue, name: Option<&str>, span: Option<Span>, text: &str) -> Mention {
        Mention {
            cue: Some(cue),
            name: name.map(ToOwned::to_owned),
            the: false,
            href: None,
            span,
            sentence: text.to_owned(),
            lead: false,
            past: false,
        }
    }
}

/// What the page has.
pub struct Found {
    /// In the page's order.
    pub list: Vec<Mention>,
    /// How often it says “the report” (or study, investigation) without naming one.
    pub the_report: u32,
}

struct Link {
    span: Span,
    href: String,
    site: String,
}

struct Scan<'a> {
    article: &'a Article,
    prose: &'a Prose<'a>,
    links: Vec<Link>,
    /// Blocks before this index are the head of the body.
    lead_ends: u32,
    last_body: u32,
    own: Option<String>,
}

/// How many blocks around the body are looked at for credit lines and datelines.
const AROUND: u32 = 4;

/// Collects the mentions of `article`; `body` is the prose of its body.
pub fn mentions(article: &Article, body: &Prose) -> Found {
    let (Some(&first), Some(&last)) = (article.body.first(), article.body.last()) else {
        return Found { list: Vec::new(), the_report: 0 };
    };
    let region = first.saturating_sub(AROUND)..last.saturating_add(AROUND + 1);
    let near =
        (0u32..).zip(&article.blocks).filter(|(i, _)| region.contains(i)).map(|(i, block)| (i, block.text.as_str()));
    let prose = &body.wider(near);
    let own = article.url.as_deref().and_then(url::site);
    let filled = |i: &&u32| article.blocks.get(**i as usize).is_some_and(|b| b.text.len() > 40);
    let lead_ends = article.body.iter().filter(filled).nth(2).map_or(last, |&b| b) + 1;
    let links = links(article, prose, own.as_deref());
    let scan = Scan { article, prose, links, lead_ends, last_body: last, own };
    scan.run()
}

fn links(article: &Article, prose: &Prose, own: Option<&str>) -> Vec<Link> {
    let mut links = Vec::new();
    for passage in prose.passages() {
        let Some(block) = article.blocks.get(passage.block as usize) else { continue };
        let table = Offsets::new(&block.text);
        for link in &block.links {
            let Some(href) = article.address(link).map(|h| url::canonical(&h)) else { continue };
            let Some(site) = url::site(&href) else { continue };
            if own != Some(site.as_str()) && outlets::can_report(&site) && is_document(&href) {
                let span =
                    Span { block: passage.block, start: table.to_bytes(link.start), end: table.to_bytes(link.end) };
                links.push(Link { span, href, site });
            }
        }
    }
    links
}

/// A front page or a section is no report, and a picture is none.
fn is_document(href: &str) -> bool {
    const PICTURES: WordList = WordList("avif gif jpeg jpg png svg webp");
    let path = url::path(href);
    path.trim_matches('/').len() >= 4
        && !path.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.has(&ending.to_ascii_lowercase()))
}

impl Scan<'_> {
    fn run(&self) -> Found {
        let mut list = Vec::new();
        self.byline(&mut list);
        self.dateline(&mut list);
        let mut lines: Vec<Mention> = self.prose.passages().iter().filter_map(|p| self.line(p.block, p.text)).collect();
        only_credits(&mut lines);
        list.append(&mut lines);
        let names = self.names();
        let mut used = vec![false; self.links.len()];
        for range in names {
            self.named(range, &mut used, &mut list);
        }
        for (link, _) in self.links.iter().zip(&used).filter(|(_, used)| !**used) {
            if self.in_body(link.span.block) {
                self.anchored(link, &mut list);
            }
        }
        let the_report = self
            .prose
            .sentences()
            .iter()
            .filter(|s| self.in_body(s.span.block) && self.says_the_report(s.words.clone()));
        Found { the_report: u32::try_from(the_report.count()).unwrap_or(u32::MAX), list }
    }

    fn in_body(&self, block: u32) -> bool {
        self.article.body.binary_search(&block).is_ok()
    }

    fn says_the_report(&self, words: Range<usize>) -> bool {
        let words = self.prose.words_in(words);
        words.windows(2).any(|w| match w {
            [the, noun] => {
                self.prose.form(the) == "the"
                    && matches!(self.prose.form(noun).trim_end_matches("'s"), "report" | "investigation" | "study")
            }
            _ => false,
        })
    }

    /// Indices of the words of every name that could be an outlet's. A capitalised word at the start of a sentence
    /// counts if it is an outlet's or stands in a link.
    fn names(&self) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = names::names(self.prose).into_iter().map(|n| n.words).collect();
        for sentence in self.prose.sentences() {
            let at = sentence.words.start;
            let skip = usize::from(self.form(at) == "the");
            let Some(word) = self.prose.words().get(at + skip) else { continue };
            let alone = !ranges.iter().any(|r| r.contains(&(at + skip)));
            let linked = self.links.iter().any(|l| l.span.meets(&word.span));
            if word.capital && alone && (linked || outlets::is_outlet(self.bare(at + skip))) {
                ranges.push(at + skip..at + skip + 1);
            }
        }
        order::by_key(&mut ranges, |r| order::pair(r.start, 0));
        ranges
    }

    /// The words of the outlet in a name that has its reporter too: "the Merrow Examiner's Ida Moe", "Ida Moe of the Merrow Examiner".
    fn outlet_in(&self, words: Range<usize>) -> Range<usize> {
        let is_one = |range: Range<usize>| {
            let name: Vec<&str> = range.clone().map(|at| self.bare(at)).collect();
            let name = name.join(" ");
            !range.is_empty()
                && (outlets::is_outlet(&name) || self.links.iter().any(|l| outlets::named_after(&l.site, &name)))
        };
        let possessive = words.clone().find(|&at| at + 1 < words.end && self.bare(at) != self.form(at));
        if let Some(at) = possessive
            && is_one(words.start..at + 1)
        {
            return words.start..at + 1;
        }
        let of = words.clone().find(|&at| at > words.start && self.form(at) == "of");
        if let Some(at) = of {
            let from = at + 1 + usize::from(self.form(at + 1) == "the");
            if from < words.end && is_one(from..words.end) && !is_one(words.start..at) {
                return from..words.end;
            }
        }
        words
    }

    fn form(&self, word: usize) -> &str {
        self.prose.words().get(word).map_or("", |w| self.prose.form(w))
    }

    fn bare(&self, word: usize) -> &str {
        let form = self.form(word);
        form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form)
    }

    fn named(&self, whole: Range<usize>, used: &mut [bool], list: &mut Vec<Mention>) {
        let words = self.outlet_in(whole.clone());
        let (Some(first), Some(last)) =
            (self.prose.words().get(words.start), self.prose.words().get(words.end.saturating_sub(1)))
        else {
            return;
        };
        let span = first.span.to(&last.span);
        if !self.in_body(span.block) {
            return;
        }
        let text = self.prose.text(span);
        let name = text.strip_suffix("’s").or_else(|| text.strip_suffix("'s")).unwrap_or(text);
        let called = Name::new(name);
        // “a June report”
        if self.is_own(name) || dates::is_named(called.lower()) {
            return;
        }
        let Some(sentence) = self.prose.sentences().get(first.sentence as usize) else { return };
        let over = self.links.iter().position(|l| l.span.meets(&span));
        let over_site = over.and_then(|i| self.links.get(i)).map(|l| l.site.as_str());
        // "The Examiner" is short for the outlet whose link is at hand.
        let article = words.start.checked_sub(1).and_then(|at| self.prose.words().get(at));
        let article = article.filter(|w| self.prose.form(w) == "the");
        let short = |site: &str| article.is_some() && called.is_short_for(site);
        let kin = self.links.iter().any(|l| called.stands_at(&l.site) || short(&l.site));
        let known = outlets::is_outlet(called.lower());
        let outlet = known || kin;
        let context = Words { scan: self, sentence: sentence.words.clone(), name: whole, known };
        let cue = context.cue(outlet, over.is_some());
        // A link that only happens to cover a name says nothing of an outlet.
        let linked =
            over.filter(|_| outlet && over_site.is_some_and(|s| called.stands_at(s) || short(s)) || cue.is_some());
        // “According to Reuters, officials <a>said</a> …”: the sentence's only link is the report.
        let beside = || {
            let mut inside = self.links.iter().enumerate().filter(|(_, l)| sentence.span.holds(&l.span));
            match (inside.next(), inside.next()) {
                (Some((i, l)), None)
                    if called.stands_at(&l.site)
                        || short(&l.site)
                        || self.tells(l) && !outlets::is_of_another(&l.site, &called) =>
                {
                    Some(i)
                }
                _ => None,
            }
        };
        let link = linked.or_else(|| if cue.is_some() { beside() } else { None });
        // A body that is only known to be linked is an outlet where the link is the report, not wherever it is named.
        let sure = known || link.is_some();
        let cue = cue.filter(|_| sure);
        if cue.is_none() && !outlet {
            return;
        }
        if let Some(slot) = link.and_then(|i| used.get_mut(i)) {
            *slot = true;
        }
        // “<a>Bloomberg</a>”, with a link to Reuters: the report is the one that is linked.
        let contrary = link.is_some() && over_site.is_some_and(|site| outlets::is_of_another(site, &called));
        list.push(Mention {
            cue,
            name: (!contrary).then(|| name.to_owned()),
            the: article.is_some_and(|w| w.capital && w.span.start > sentence.span.start)
                || self.links.iter().any(|l| outlets::has_article(&l.site, name)),
            href: link.and_then(|i| self.links.get(i)).map(|l| l.href.clone()),
            span: Some(span),
            sentence: self.prose.text(sentence.span).to_owned(),
            lead: span.block < self.lead_ends,
            past: self.past(sentence.words.clone(), words.clone()),
        });
    }

    /// Whether a link's words are nothing but the act of telling.
    fn tells(&self, link: &Link) -> bool {
        let words = self.prose.words_in(self.prose.word_range(link.span));
        !words.is_empty()
            && words.len() <= 4
            && words.iter().any(|w| cues::TELLING.has(self.prose.form(w)) || cues::REPORT.has(self.prose.form(w)))
    }

    /// A link that no name has claimed.
    fn anchored(&self, link: &Link, list: &mut Vec<Mention>) {
        let words = self.prose.word_range(link.span);
        let inside = self.prose.words_in(words.clone());
        let Some(first) = inside.first() else { return };
        let Some(sentence) = self.prose.sentences().get(first.sentence as usize) else { return };
        let nouns = |w: &crate::text::Word| {
            let form = self.prose.form(w).trim_end_matches("'s");
            cues::REPORT.has(form) || cues::DOCUMENT.has(form)
        };
        let cue = (self.tells(link) || (inside.len() <= 8 && inside.iter().any(nouns))).then_some(Cue::Anchor);
        list.push(Mention {
            cue,
            name: None,
            the: false,
            href: Some(link.href.clone()),
            span: Some(link.span),
            sentence: self.prose.text(sentence.span).to_owned(),
            lead: link.span.block < self.lead_ends,
            past: self.past(sentence.words.clone(), words),
        });
    }

    fn is_own(&self, name: &str) -> bool {
        self.own.as_deref().is_some_and(|site| outlets::named_after(site, name))
            || self.article.site.as_deref().is_some_and(|site| {
                let strip = |s: &str| s.to_lowercase().trim_start_matches("the ").to_owned();
                strip(site) == strip(name)
            })
    }

    /// Whether what stands around `name` in its sentence sets the report in the past. What is reported may be long past: “According to
    /// the Ledger, the board was warned two years ago”.
    fn past(&self, sentence: Range<usize>, name: Range<usize>) -> bool {
        let this_year = self.article.published.as_deref().and_then(|p| p.get(..4));
        let content = |&at: &usize| self.form(at) == "that" || self.prose.gap_after(at).contains(',');
        let last = name.end.saturating_sub(1);
        let end = (last..sentence.end.min(name.end + WHEN)).find(content).map_or(name.end + WHEN, |at| at + 1);
        let around = name.start.saturating_sub(WHEN).max(sentence.start)..end.min(sentence.end);
        let forms: Vec<&str> = around.map(|w| self.form(w)).collect();
        let year = |f: &&str| {
            f.len() == 4 && (f.starts_with("19") || f.starts_with("20")) && f.bytes().all(|b| b.is_ascii_digit())
        };
        forms.iter().any(|f| year(f) && Some(*f) != this_year)
            || forms.windows(2).any(|w| {
                matches!(w, ["last", "year" | "month"] | ["earlier", "this"] | ["years" | "months", "ago"])
                    || matches!(w, [at, f] if cues::PAST.has(at) && cues::REPORTED.has(f))
            })
    }
}
