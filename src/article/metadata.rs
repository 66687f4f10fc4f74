//! Title, writers, date, site and the like, by a cascade: JSON-LD, `<meta>` and OpenGraph, microdata and `<time>`, the
//! address, and last what is visible.

mod byline;
mod json_ld;
mod names;
mod opinion;
mod published;
mod title;

use crate::article::url;
use crate::page::{Block, Element, Head, Page};
use crate::text::WordList;
use json_ld::Facts;
use title::last_part;

/// What a page says about its article. The fields are those of [`Article`](crate::article::Article).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    /// The address of the document.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The site or publisher.
    pub site: Option<String>,
    /// The writers, joined by `", "`.
    pub byline: Option<String>,
    /// ISO 8601.
    pub published: Option<String>,
    /// BCP 47.
    pub lang: Option<String>,
    /// The section.
    pub section: Option<String>,
    /// The label of opinion.
    pub opinion: Option<String>,
    /// Whether the page declares itself an article.
    pub declared: bool,
    /// `isAccessibleForFree: false` or the like.
    pub metered: bool,
    /// How many words the page says that the whole text has.
    pub words: Option<usize>,
    /// The descriptions that the page gives of itself; the standfirst is often one of them.
    pub descriptions: Vec<String>,
    /// The text of the article as JSON-LD has it (`articleBody`): whole, or only the beginning.
    pub text: Option<String>,
    /// The posts of a live blog as JSON-LD has them; not all of them need to be on the page, nor the other way round.
    pub updates: Option<String>,
}

/// What the statements are read from.
struct Sources<'p> {
    page: &'p Page,
    head: &'p Head,
    blocks: &'p [Block],
    elements: &'p [Element],
    facts: Facts,
}

/// Reads what the page says about itself.
#[must_use]
pub fn read(page: &Page, head: &Head, blocks: &[Block], elements: &[Element]) -> Metadata {
    let facts = json_ld::read(&head.json_ld, page.url.as_deref());
    let sources = Sources { page, head, blocks, elements, facts };
    let lang = sources.lang();
    let site = sources.site();
    let title = page.title.clone().or_else(|| sources.title(site.as_deref()));
    let headline = sources.headline_block(title.as_deref());
    let section = sources.section();
    Metadata {
        url: sources.url(),
        byline: sources.byline(title.as_deref(), site.as_deref(), headline),
        published: page.published.clone().or_else(|| sources.published(lang.as_deref(), headline)),
        opinion: sources.opinion(title.as_deref(), section.as_deref(), headline),
        declared: sources.facts.article
            || sources.meta(&["og:type"]).is_some_and(|kind| kind.to_ascii_lowercase().contains("article"))
            || sources.meta(&["article:published_time"]).is_some(),
        metered: sources.facts.free == Some(false)
            || sources.meta(&["article:content_tier", "lp:paywall", "access_type"]).is_some_and(|tier| {
                matches!(tier.to_ascii_lowercase().as_str(), "locked" | "metered" | "paid" | "premium" | "subscriber")
            }),
        words: sources.facts.words,
        descriptions: ["description", "og:description", "twitter:description"]
            .iter()
            .filter_map(|name| sources.meta(&[name]))
            .map(line)
            .collect(),
        text: sources.facts.body,
        updates: sources.facts.updates,
        title,
        site,
        lang,
        section,
    }
}

/// Lower-case words with one space between: what is compared when texts are.
pub(crate) fn squash(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
            } else {
                out.extend(c.to_lowercase());
            }
        } else if c != '\u{ad}' {
            gap = true;
        }
    }
    out
}

/// A hash (FNV-1a) of each word that [`squash`] leaves, without the text.
pub(crate) fn word_hashes(text: &str) -> Vec<u64> {
    const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut hash = EMPTY;
    let add = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3);
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            hash = add(hash, c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            hash = c.to_lowercase().fold(hash, add);
        } else if c != '\u{ad}' && hash != EMPTY {
            words.push(std::mem::replace(&mut hash, EMPTY));
        }
    }
    if hash != EMPTY {
        words.push(hash);
    }
    words
}

/// Whether the first word of a line is one of a list.
fn begins_with(line: &str, list: WordList) -> bool {
    let line = line.trim_start();
    let end = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
    list.has(&line.get(..end).unwrap_or_default().to_lowercase())
}

/// Text as one line, without soft hyphens.
fn line(text: &str) -> String {
    let text = json_ld::unescape(text).replace('\u{ad}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Sources<'_> {
    /// The first `<meta>` of one of these names, in the order of the names; empty ones do not count.
    fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| {
            self.head
                .meta
                .iter()
                .find(|meta| meta.name.eq_ignore_ascii_case(name) && !meta.content.trim().is_empty())
                .map(|meta| meta.content.trim())
        })
    }

    fn stated(&self, name: &str) -> impl Iterator<Item = &str> {
        self.head.microdata.iter().filter(move |s| s.name.eq_ignore_ascii_case(name)).map(|s| s.content.as_str())
    }

    fn hints(&self, block: &Block) -> &str {
        block.element.and_then(|e| self.elements.get(e as usize)).map_or("", |e| &e.hints)
    }

    fn url(&self) -> Option<String> {
        let seen = self.page.url.as_deref();
        let base = self.head.base.as_deref().and_then(|base| url::resolve(seen.unwrap_or_default(), base));
        let base = base.as_deref().or(seen);
        let stated = [self.head.canonical.as_deref(), self.meta(&["og:url"]), self.facts.url.as_deref()];
        let plausible = stated.into_iter().flatten().find_map(|stated| {
            let stated = base
                .and_then(|base| url::resolve(base, stated))
                .or_else(|| stated.contains("://").then(|| stated.to_owned()))?;
            let fits = seen.is_none_or(|seen| {
                url::same_site(&stated, seen) && (url::path(&stated).len() > 1 || url::path(seen).len() <= 1)
            });
            fits.then_some(stated)
        });
        plausible.as_deref().or(seen).map(url::canonical)
    }

    fn site(&self) -> Option<String> {
        let named = self
            .meta(&["og:site_name"])
            .or(self.facts.publisher.as_deref())
            .or_else(|| self.meta(&["application-name", "publisher", "dc.publisher", "twitter:app:name:iphone"]))
            .map(line)
            .map(|name| self.without_motto(&name).to_owned())
            .filter(|name| !name.is_empty() && !name.contains("://"));
        named.or_else(|| {
            // "Storm hits coast - The Herald": the end of the title, if the host's name is in it.
            let title = line(self.head.title.as_deref()?);
            let (_, tail) = last_part(&title)?;
            let label = self.label()?;
            squash(tail).replace(' ', "").contains(&label).then(|| tail.to_owned())
        })
    }

    /// "The Herald - First with the news" to "The Herald", on a host of that name.
    fn without_motto<'n>(&self, name: &'n str) -> &'n str {
        let head = [" - ", " – ", " | "].iter().find_map(|mark| name.split_once(mark)).map(|(head, _)| head);
        let named = |head: &&str| self.label().is_some_and(|label| squash(head).replace(' ', "").contains(&label));
        head.filter(named).unwrap_or(name)
    }

    /// The name that the site registered, without its suffix: `bbc` of `bbc.co.uk`.
    fn label(&self) -> Option<String> {
        let site = url::site(self.page.url.as_deref()?)?;
        site.split('.').next().map(|label| label.replace('-', "")).filter(|label| label.len() > 1)
    }

    fn lang(&self) -> Option<String> {
        self.head
            .lang
            .as_deref()
            .or_else(|| self.meta(&["og:locale", "content-language", "dc.language", "inLanguage"]))
            .or(self.facts.lang.as_deref())
            .map(|lang| lang.trim().replace('_', "-"))
            .filter(|lang| {
                (2..=35).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
    }
}

#[cfg(test)]
mod tests;
