//! Whom the page credits: credit lines, “according to”, links; the candidates, best first.
//!
//! A candidate is one document (links to it, however often) or, where nothing is linked, one name. Its score is a
//! logistic sum of the evidence in [`cues`]: the strongest cue, where it stands, how often the same report comes back,
//! whether it is linked, and whether the sentence sets it in the past. Links without a cue are background, and
//! background is no credit.

pub mod cues;
mod mentions;
pub mod outlets;

use crate::article::{Article, url};
use crate::order;
use crate::text::{Prose, Span};
use mentions::{Mention, mentions};
use outlets::{Called, Name};

/// Somebody whom the page credits. Spans are bytes into the page's blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct Credit {
    /// The outlet or report as the page names it, without “the”; the host of the link where it is never named.
    pub name: String,
    /// Whether a “The” belongs to the name: “The Conversation”.
    pub the: bool,
    /// The report's address, absolute and canonical, where the page links it.
    pub url: Option<String>,
    /// How often the page mentions or links it.
    pub mentions: u32,
    /// Probability that the page was made from it, by the weights in [`cues`].
    pub score: f32,
    /// The words that give the credit best; `None` for a byline.
    pub span: Option<Span>,
    /// The sentence around them.
    pub sentence: String,
}

impl Credit {
    /// The outlet, as the page calls it.
    pub fn called(&self) -> Called {
        let mut called = Called::at(self.url.as_deref());
        called.add(&self.name);
        called
    }

    /// Whether it means `original`: by its address, or by the outlet's name where the page does not link it.
    pub fn is_for(&self, original: &Article) -> bool {
        match (&self.url, &original.url) {
            (Some(credited), Some(url)) => url::same_document(credited, url),
            _ => means(&self.name, original),
        }
    }

    /// The name as a reader is to see it.
    pub fn full_name(&self) -> String {
        if self.the { format!("The {}", self.name) } else { self.name.clone() }
    }
}

/// Whether the outlet `name` is the one that published `original`.
pub fn means(name: &str, original: &Article) -> bool {
    let name = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name);
    match &original.url {
        Some(url) => url::site(url).is_some_and(|site| outlets::named_after(&site, name)),
        None => original.site.as_deref().is_some_and(|site| site.eq_ignore_ascii_case(name)),
    }
}

/// At most this many are listed.
const MOST: usize = 5;

/// One document or name and what speaks for it.
#[derive(Default)]
struct Candidate {
    key: Option<String>,
    url: Option<String>,
    /// One for each mention that has one.
    names: Vec<String>,
    called: Called,
    mentions: Vec<Mention>,
}

impl Candidate {
    fn add(&mut self, mention: Mention) {
        if let Some(name) = &mention.name {
            self.called.add(name);
            self.names.push(name.clone());
        }
        self.mentions.push(mention);
    }

    /// As the page calls it most often, in full where it does so anywhere: "the Tidewater Ledger" rather than "the Ledger".
    fn name(&self) -> Option<&str> {
        let often = |name: &&String| self.names.iter().filter(|other| other == name).count();
        let usual = self.names.iter().max_by_key(often)?;
        let fuller = |name: &&String| {
            name.strip_suffix(usual.as_str()).is_some_and(|rest| {
                rest.is_empty()
                    || rest.ends_with(' ') && !rest.contains([',', ':', '|']) && !rest.eq_ignore_ascii_case("the ")
            })
        };
        self.names.iter().filter(fuller).max_by_key(|name| name.len()).map(String::as_str)
    }

    /// Whether a “The” belongs to the name wherever the page gives it so.
    fn has_article(&self, name: &str) -> bool {
        self.mentions.iter().any(|m| m.the && m.name.as_deref() == Some(name))
    }

    fn logit(&self, again: u32) -> Option<(f32, &Mention)> {
        let strength = |m: &Mention| {
            m.cue.map_or(f32::MIN, cues::weight)
                + if m.lead { cues::LEAD } else { 0.0 }
                + if m.past { cues::BACKGROUND } else { 0.0 }
        };
        let best =
            self.mentions.iter().filter(|m| m.cue.is_some()).max_by(|a, b| strength(a).total_cmp(&strength(b)))?;
        let telling = self.mentions.iter().filter(|m| m.cue.is_some() || m.href.is_some()).count();
        let further = u32::try_from(telling.saturating_sub(1)).unwrap_or(u32::MAX).saturating_add(again);
        let linked = if self.url.is_some() { cues::LINKED } else { 0.0 };
        Some((cues::BASE + strength(best) + linked + cues::AGAIN * further.min(cues::MOST_AGAIN) as f32, best))
    }
}

/// The reports that `article` credits, best first; empty if it only links to background. `body` is the prose of its body.
pub fn credits(article: &Article, body: &Prose) -> Vec<Credit> {
    let found = mentions(article, body);
    let mut candidates: Vec<Candidate> = Vec::new();
    // Linked mentions first: they are the documents that bare names can belong to.
    let (linked, named): (Vec<Mention>, Vec<Mention>) = found.list.into_iter().partition(|m| m.href.is_some());
    for mention in linked {
        let key = mention.href.as_deref().and_then(url::key);
        let at = candidates.iter().position(|c| c.key == key);
        let candidate = match at.and_then(|i| candidates.get_mut(i)) {
            Some(candidate) => candidate,
            None => {
                let called = Called::at(mention.href.as_deref());
                candidates.push(Candidate { key, url: mention.href.clone(), called, ..Candidate::default() });
                let Some(last) = candidates.last_mut() else { continue };
                last
            }
        };
        candidate.add(mention);
    }
    for mention in named {
        let Some(name) = mention.name.as_deref().map(Name::new) else { continue };
        let cued = |c: &Candidate| c.mentions.iter().filter(|m| m.cue.is_some()).count();
        let best =
            candidates.iter_mut().filter(|c| c.called.answers_to(&name)).max_by_key(|c| (cued(c), c.mentions.len()));
        match best {
            Some(candidate) => candidate.add(mention),
            None => {
                let mut candidate = Candidate::default();
                candidate.add(mention);
                candidates.push(candidate);
            }
        }
    }
    let leading = candidates
        .iter()
        .enumerate()
        .filter_map(|(i, c)| Some((i, c.logit(0)?.0)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(i, _)| i);
    let mut credits: Vec<Credit> = candidates
        .iter()
        .enumerate()
        .filter_map(|(i, c)| {
            // “the report” means the one that the page leans on most.
            let again = if Some(i) == leading { found.the_report } else { 0 };
            let (logit, best) = c.logit(again)?;
            let score = 1.0 / (1.0 + (-logit).exp());
            let name = c.name().map(str::to_owned);
            (score > cues::LISTED).then(|| Credit {
                the: name.as_deref().is_some_and(|name| c.has_article(name)),
                name: name.or_else(|| c.url.as_deref().and_then(url::site)).unwrap_or_default(),
                url: c.url.clone(),
                mentions: u32::try_from(c.mentions.len()).unwrap_or(u32::MAX).saturating_add(again),
                score,
                span: best.span,
                sentence: best.sentence.clone(),
            })
        })
        .collect();
    order::by_key(&mut credits, |c| order::pair(order::descending(c.score), 0));
    credits.truncate(MOST);
    credits
}

#[cfg(test)]
mod tests;
