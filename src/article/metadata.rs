//! Title, writers, date, site and the like, by a cascade: JSON-LD, `<meta>` and OpenGraph, microdata and `<time>`, the
//! address, and last what is visible.

mod byline;
mod json_ld;

use crate::article::dates::{self, Order};
use crate::article::url;
use crate::page::{Block, Element, Head, Page};
use json_ld::Facts;
use std::collections::HashSet;

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
        byline: sources.byline(site.as_deref(), headline),
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

/// Jaccard similarity of the sets of words.
fn similarity(a: &str, b: &str) -> f32 {
    let (a, b) = (squash(a), squash(b));
    let a: HashSet<&str> = a.split(' ').filter(|w| !w.is_empty()).collect();
    let b: HashSet<&str> = b.split(' ').filter(|w| !w.is_empty()).collect();
    let both = a.intersection(&b).count();
    let all = a.len() + b.len() - both;
    if all == 0 { 0.0 } else { both as f32 / all as f32 }
}

/// Two headlines that share so much of their words are variants of one. Level from .2 to .4 on the training set.
const VARIANT: f32 = 0.3;

/// A heading that shares less of its words than this with every other statement of the title is no headline. At .12 and at .2 the
/// news pages of the evaluation have the same titles.
const LIKE: f32 = 0.15;

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

    // ------------------------------------------------------------ address, site, language

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
            .filter(|name| !name.is_empty() && !name.contains("://"));
        named.or_else(|| {
            // "Storm hits coast - The Herald": the end of the title, if the host's name is in it.
            let title = line(self.head.title.as_deref()?);
            let (_, tail) = last_part(&title)?;
            let label = self.label()?;
            squash(tail).replace(' ', "").contains(&label).then(|| tail.to_owned())
        })
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

    // ------------------------------------------------------------ title

    fn title(&self, site: Option<&str>) -> Option<String> {
        let strip = |text: &str| self.without_site(&line(text), site);
        let declared = self.facts.headline.as_deref().map(strip);
        let shared = self
            .meta(&["og:title", "twitter:title", "dc.title", "title", "parsely-title", "sailthru.title"])
            .map(strip);
        let whole = self.head.title.as_deref().map(strip);
        let microdata = self.stated("headline").next().map(line);
        let others: Vec<&String> =
            [&declared, &shared, &whole].into_iter().flatten().filter(|t| !t.is_empty()).collect();
        let visible = self
            .blocks
            .iter()
            .filter(|block| block.tag == "h1" && !leads_home(block))
            .take(12)
            .map(|block| line(&block.text))
            .map(|text| {
                let fit = others.iter().map(|other| similarity(&text, other)).fold(0.0, f32::max);
                (text, fit)
            })
            .reduce(|best, next| if next.1 > best.1 { next } else { best });
        // A first heading that shares no more than an "and" with any other statement of the title names the site or the section.
        let visible = visible
            .filter(|(_, fit)| others.is_empty() || *fit >= LIKE)
            .map(|(text, _)| without_kicker(&text, &others));
        let seen = visible.as_deref().unwrap_or_default();
        // A headline of which nothing else has a word, where the rest agrees, is none: encyclopedias declare a description there.
        let stated: Vec<&str> =
            [Some(seen), shared.as_deref(), whole.as_deref()].into_iter().flatten().filter(|t| !t.is_empty()).collect();
        let agrees = |a: &str, b: &str| similarity(a, b) >= VARIANT;
        let declared = declared.filter(|declared| {
            stated.iter().any(|other| similarity(declared, other) > 0.0)
                || !matches!(stated.as_slice(), [first, rest @ ..] if rest.iter().any(|other| agrees(first, other)))
        });
        let alike = declared.as_deref().map_or(0.0, |declared| similarity(declared, seen));
        // What the reader sees is the headline, and what a blog's plugin declares is made for search engines. A newsroom declares its
        // own headline; but where all else on the page agrees on a variant of it, the markup is what was left behind.
        let agreed =
            [&shared, &whole].into_iter().all(|other| other.as_deref().is_some_and(|t| squash(t) == squash(seen)));
        let by_sight = if self.facts.news { agreed && alike >= VARIANT } else { alike > 0.0 };
        let [first, second] = if by_sight { [visible, declared] } else { [declared, visible] };
        [first, second, microdata, shared, whole].into_iter().flatten().find(|title| !title.is_empty())
    }

    /// Takes the site's name off the end of a title.
    fn without_site(&self, title: &str, site: Option<&str>) -> String {
        let site = site.map(squash).unwrap_or_default();
        let label = self.label();
        let mut title = title;
        while let Some((head, tail)) = last_part(title) {
            let tail = squash(tail);
            let named = !tail.is_empty() && !site.is_empty() && (site.contains(&tail) || tail.contains(&site));
            let hosted = label.as_ref().is_some_and(|label| tail.replace(' ', "").contains(label));
            if !(named || hosted) || head.is_empty() {
                break;
            }
            title = head;
        }
        title.to_owned()
    }

    /// Where the headline stands among the blocks.
    fn headline_block(&self, title: Option<&str>) -> Option<usize> {
        let title = squash(title?);
        let mut first_h1 = None;
        let mut ending = None;
        let mut plain = None;
        for (at, block) in self.blocks.iter().enumerate() {
            let heading = matches!(block.tag.as_str(), "h1" | "h2" | "h3");
            // Anything much longer than the title is not it, kicker or no kicker.
            if !heading && block.text.len() > 2 * title.len() + 40 {
                continue;
            }
            let text = squash(&block.text);
            if text.is_empty() {
                continue;
            }
            if block.tag == "h1" {
                if text == title {
                    return Some(at);
                }
                first_h1 = first_h1.or(Some(at));
            }
            if heading && (text.ends_with(&title) || (title.ends_with(&text) && text.len() * 2 > title.len())) {
                ending = ending.or(Some(at));
            }
            if text == title {
                plain = plain.or(Some(at));
            }
        }
        ending.or(first_h1).or(plain)
    }

    // ------------------------------------------------------------ date

    fn published(&self, lang: Option<&str>, headline: Option<usize>) -> Option<String> {
        let order = Order::of(lang);
        let value = |text: &str| dates::value(text, order);
        self.facts
            .published
            .as_deref()
            .and_then(value)
            .or_else(|| {
                [
                    "article:published_time",
                    "og:article:published_time",
                    "article:published",
                    "datePublished",
                    "og:published_time",
                    "parsely-pub-date",
                    "sailthru.date",
                    "pubdate",
                    "publishdate",
                    "publish-date",
                    "publish_date",
                    "publication_date",
                    "published_at",
                    "date_published",
                    "cXenseParse:recs:publishtime",
                    "cXenseParse:publishtime",
                    "citation_publication_date",
                    "bt:pubDate",
                    "DC.date.issued",
                    "DCTERMS.issued",
                    "dcterms.created",
                    "dc.date.created",
                    "dc.date",
                    "dcterms.date",
                    "date",
                    "dateCreated",
                    "article_date_original",
                    "rnews:datePublished",
                    "originalpublicationdate",
                    "og:pubdate",
                    "displaydate",
                    "ptime",
                    "lastmodifieddate",
                    "creation_date",
                ]
                .iter()
                .find_map(|name| self.meta(&[name]).and_then(value))
            })
            .or_else(|| self.stated("datePublished").find_map(value))
            .or_else(|| self.stated("dateCreated").find_map(value))
            .or_else(|| self.time_element(headline, order))
            .or_else(|| self.date_in_title(order))
            .or_else(|| {
                let visible = self.visible_date(headline, order);
                let address = self.page.url.as_deref().and_then(dates::in_url);
                match (address, visible) {
                    // The same day, but the visible one may have the time.
                    (Some(day), Some(visible)) if visible.starts_with(&day) => Some(visible),
                    (Some(day), _) => Some(day),
                    (None, visible) => visible,
                }
            })
            .or_else(|| {
                self.meta(&["article:modified_time", "dateModified", "og:updated_time", "last-modified"])
                    .and_then(value)
            })
    }

    /// "Storm hits coast | Herald | 30.06.2025": the last part of the title, if it is a date and nothing more.
    fn date_in_title(&self, order: Order) -> Option<String> {
        [self.head.title.as_deref(), self.meta(&["og:title"])].into_iter().flatten().find_map(|title| {
            let title = line(title);
            let (_, tail) = last_part(&title)?;
            let letters = tail.chars().filter(|c| c.is_alphabetic()).count();
            (letters <= 12).then(|| dates::find(tail, order)).flatten()
        })
    }

    /// `<time>`, if there are few: many are those of a list of other stories.
    fn time_element(&self, headline: Option<usize>, order: Order) -> Option<String> {
        let dated: Vec<String> = self.stated("time").filter_map(|value| dates::value(value, order)).collect();
        let near = self.visible_date(headline, order);
        match (dated.as_slice(), near) {
            ([], _) => None,
            (all, Some(near)) => {
                let day = near.get(..10)?;
                all.iter().find(|date| date.starts_with(day)).cloned()
            }
            ([first, rest @ ..], None) if rest.len() < 3 => Some(first.clone()),
            _ => None,
        }
    }

    /// A date in a short block near the headline, or one whose class says that it is one.
    fn visible_date(&self, headline: Option<usize>, order: Order) -> Option<String> {
        let from = headline.map_or(0, |at| at.saturating_sub(8));
        let to = headline.map_or(60, |at| at + 20);
        let near = self.blocks.iter().enumerate().take(to).skip(from).filter(|(_, block)| block.text.len() <= 240);
        let mut first = None;
        for (at, block) in near {
            let Some(date) = dates::find(&block.text, order) else {
                continue;
            };
            let hints = self.hints(block).to_ascii_lowercase();
            // A running text that mentions a day is no dateline.
            let marked = ["date", "time", "publi", "meta", "byline"].iter().any(|word| hints.contains(word));
            let short = block.text.chars().count() <= 90;
            if marked || (short && date.contains('T')) {
                return Some(date);
            }
            if short && first.is_none() && headline.is_none_or(|headline| at != headline) {
                first = Some(date);
            }
        }
        first
    }

    // ------------------------------------------------------------ byline

    fn byline(&self, site: Option<&str>, headline: Option<usize>) -> Option<String> {
        let site_words = site.map(squash).unwrap_or_default();
        let label = self.label().unwrap_or_default();
        // The site naming itself as the writer says less than any name elsewhere.
        let own = |name: &String| {
            let name = squash(name);
            let packed = name.replace(' ', "");
            name == site_words
                || (!site_words.is_empty() && site_words.len() > 3 && name.contains(&site_words))
                || (label.len() > 2 && packed.contains(&label))
                || (label.len() > 1 && initials(&name) == label)
                || (name.len() > 2 && site_words.split(' ').any(|word| word == name))
        };
        let joined = |names: Vec<String>| {
            let mut unique: Vec<String> = Vec::new();
            for name in names {
                if !unique.iter().any(|u| squash(u) == squash(&name)) {
                    unique.push(name);
                }
            }
            // "Ida Moe, herald.test": an address beside a name is no second writer.
            if unique.len() > 1 {
                unique.retain(|name| name.contains(' ') || !name.contains('.'));
            }
            unique
        };
        let declared = joined(self.facts.authors.iter().flat_map(|author| byline::names(author)).collect());
        let metas = joined(self.meta_authors());
        let microdata: Vec<String> = joined(self.stated("author").take(8).flat_map(byline::names).collect());
        let classed = self.classed_byline();
        let visible = self.visible_byline(headline);
        let all = [declared, metas, microdata, classed, visible];
        // What the page declares is left as it is if a person is among them. Else a person named elsewhere is the writer, but
        // only one with a whole name: "AFP" there says no more than the site's own name here.
        let whole = |name: &&String| !own(name) && (name.contains(' ') || !name.is_ascii());
        let [declared, others @ ..] = &all;
        if declared.iter().any(|name| !own(name)) {
            return Some(declared.join(", "));
        }
        let persons = others.iter().find_map(|names| {
            let others: Vec<&str> = names.iter().filter(|name| !own(name)).map(String::as_str).collect();
            names.iter().any(|name| whole(&name)).then(|| others.join(", "))
        });
        persons.or_else(|| all.iter().find(|names| !names.is_empty()).map(|names| names.join(", ")))
    }

    fn meta_authors(&self) -> Vec<String> {
        let named = [
            "author",
            "authors",
            "article:author",
            "article:author_name",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "creator",
        ];
        let mut best: Vec<String> = Vec::new();
        // The exact names first, then any whose name ends in "author", as publishers make them up.
        for exact in named {
            best = self.metas(|name| name.eq_ignore_ascii_case(exact));
            if !best.is_empty() && best.iter().any(|name| byline::is_name(name)) {
                break;
            }
        }
        let other = self.metas(|name| {
            let name = name.to_ascii_lowercase();
            !named.contains(&name.as_str())
                && (name.ends_with("author") || name.ends_with("authors"))
                && !name.starts_with("og:")
                && !name.contains("twitter")
        });
        let site = self.label().unwrap_or_default();
        let empty = best.is_empty() || best.iter().all(|name| squash(name).replace(' ', "").contains(&site));
        if empty && !other.is_empty() { other } else { best }
    }

    fn metas(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        self.head
            .meta
            .iter()
            .filter(|meta| wanted(&meta.name))
            .filter(|meta| !meta.content.starts_with('('))
            .flat_map(|meta| byline::names(&line(&meta.content)))
            .take(12)
            .collect()
    }

    /// From an element whose class says that it is the byline: the first that reads as names.
    fn classed_byline(&self) -> Vec<String> {
        for statement in self.stated("byline").take(40) {
            let statement = line(statement);
            let lower = statement.to_lowercase();
            let cut = ["stand:", "updated", "published", "twitter", "•", "|"]
                .iter()
                .filter_map(|mark| lower.find(mark))
                .min()
                .and_then(|at| statement.get(..at))
                .unwrap_or(&statement);
            if cut.chars().count() > 90 {
                continue;
            }
            let names = byline::names(cut);
            if !names.is_empty() && names.iter().all(|name| byline::is_name(name)) {
                return names;
            }
        }
        Vec::new()
    }

    /// "By Ida Moe", or a link to a page of authors, near the headline.
    fn visible_byline(&self, headline: Option<usize>) -> Vec<String> {
        let from = headline.map_or(0, |at| at.saturating_sub(4));
        let near: Vec<&Block> = self.blocks.iter().skip(from).take(24).collect();
        let authors_page = |href: &str| {
            let path = url::path(href).to_ascii_lowercase();
            [
                "/author/",
                "/authors/",
                "/autor/",
                "/autoren/",
                "/auteur/",
                "/auteurs/",
                "/autores/",
                "/profile/",
                "/people/",
                "/staff/",
                "/by/",
                "/journalist",
                "/person/",
                "/writer",
                "/redakt",
                "/contributor",
                "/person-",
            ]
            .iter()
            .any(|part| path.contains(part))
        };
        let by = near.iter().find(|block| byline::says_by(&block.text)).map(|block| byline::names(&block.text));
        let linked = || {
            near.iter().find_map(|block| {
                if block.text.chars().count() > 200 {
                    return None;
                }
                let names: Vec<String> = block
                    .links
                    .iter()
                    .filter(|link| authors_page(&link.href))
                    .flat_map(|link| byline::names(&slice(&block.text, link.start, link.end)))
                    .filter(|name| byline::is_name(name) && name.split_whitespace().count() >= 2)
                    .collect();
                (!names.is_empty()).then_some(names)
            })
        };
        // "Author: Ida Moe" names the writer wherever it stands, unlike "By".
        let labelled =
            || self.blocks.iter().find_map(|block| byline::labelled(&block.text)).filter(|names| !names.is_empty());
        by.or_else(linked).or_else(labelled).unwrap_or_default()
    }

    // ------------------------------------------------------------ section and opinion

    fn section(&self) -> Option<String> {
        self.facts
            .section
            .as_deref()
            .or_else(|| {
                self.meta(&[
                    "article:section",
                    "parsely-section",
                    "section",
                    "sailthru.section",
                    "cXenseParse:taxonomy",
                ])
            })
            .map(line)
            .filter(|section| !section.is_empty() && section.chars().count() <= 60 && !section.contains("://"))
    }

    /// What the page calls itself, if it says that it is opinion.
    fn opinion(&self, title: Option<&str>, section: Option<&str>, headline: Option<usize>) -> Option<String> {
        let labelled = |text: &str| OPINION.contains(&squash(text).as_str()).then(|| line(text));
        section
            .and_then(labelled)
            .or_else(|| title.and_then(|title| title.split_once([':', '|']).and_then(|(head, _)| labelled(head))))
            .or_else(|| {
                // A kicker right above the headline.
                let at = headline?;
                let above = self.blocks.get(at.saturating_sub(3)..at)?;
                above.iter().rev().find_map(|block| labelled(&block.text))
            })
            .or_else(|| {
                let path = url::path(self.page.url.as_deref()?).to_lowercase();
                let mut folders: Vec<&str> = path.split('/').collect();
                folders.pop();
                folders.into_iter().find_map(labelled).map(|label| {
                    let mut letters = label.replace('-', " ");
                    if let Some(first) = letters.get_mut(..1) {
                        first.make_ascii_uppercase();
                    }
                    letters
                })
            })
            .or_else(|| self.facts.opinion.then(|| "Opinion".to_owned()))
    }
}

/// What sections and labels of opinion are called; squashed.
const OPINION: &[&str] = &[
    "opinion",
    "opinions",
    "op ed",
    "oped",
    "editorial",
    "editorials",
    "commentary",
    "comment",
    "commentisfree",
    "comment is free",
    "column",
    "columns",
    "columnist",
    "columnists",
    "viewpoint",
    "viewpoints",
    "perspective",
    "perspectives",
    "guest essay",
    "letters",
    "letters to the editor",
    "voices",
    "ideas",
    "analysis and opinion",
    "meinung",
    "meinungen",
    "kommentar",
    "kommentare",
    "kolumne",
    "kolumnen",
    "leitartikel",
    "gastbeitrag",
    "debatte",
    "tribune",
    "tribunes",
    "idées",
    "débats",
    "éditorial",
    "editoriale",
    "opinione",
    "opinioni",
    "opinión",
    "opinion es",
    "columnas",
    "tribuna",
    "opinião",
    "opiniao",
    "colunas",
    "colunistas",
    "mening",
    "opinie",
    "column nl",
    "debatt",
    "debat",
    "ledare",
    "leder",
    "kronikk",
    "krönika",
    "kolumni",
    "pääkirjoitus",
    "mielipide",
    "publicystyka",
    "felieton",
    "komentář",
    "komentáře",
    "názory",
    "yazarlar",
    "köşe yazısı",
    "görüş",
    "мнение",
    "мнения",
    "колонка",
    "думка",
    "погляди",
    "vélemény",
    "opinii",
    "社説",
    "オピニオン",
    "사설",
    "오피니언",
    "评论",
    "社论",
    "觀點",
    "رأي",
    "آراء",
    "דעות",
    "γνώμη",
    "απόψεις",
];

/// Splits a title at its last separator: what stands before it, and after.
fn last_part(title: &str) -> Option<(&str, &str)> {
    let mut found: Option<(usize, usize)> = None;
    for (at, c) in title.char_indices() {
        let spaced = || {
            let before = title.get(..at).and_then(|s| s.chars().next_back());
            let after = title.get(at + c.len_utf8()..).and_then(|s| s.chars().next());
            (before, after)
        };
        let separates = match c {
            '|' | '｜' | '»' | '•' | '·' => true,
            '-' | '–' | '—' | ':' | '_' | '/' => {
                let (before, after) = spaced();
                matches!((before, after), (Some(b), Some(a)) if (b.is_whitespace() || c == ':' || b == '-') && (a.is_whitespace() || a == '-'))
            }
            '：' => true,
            _ => false,
        };
        if separates && at > 0 {
            found = Some((at, c.len_utf8()));
        }
    }
    let (at, width) = found?;
    let head = title.get(..at)?.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|'));
    let tail = title.get(at + width..)?.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|'));
    (tail.chars().count() <= 40).then_some((head, tail))
}

/// `Premier League Storm stops match` to `Storm stops match`, if that is what the page is called elsewhere: a kicker can
/// stand inside the heading, and nothing but an element sets it off.
fn without_kicker(heading: &str, others: &[&String]) -> String {
    for other in others {
        let mut ends = vec![other.as_str()];
        ends.extend(
            other
                .match_indices([':', '|', '–', '—', '-'])
                .filter_map(|(at, mark)| other.get(at + mark.len()..))
                .filter(|s| s.starts_with(' '))
                .map(str::trim_start),
        );
        for end in ends {
            if end.chars().count() >= 15
                && let Some(kicker) = heading.strip_suffix(end)
                && kicker.ends_with(' ')
                && !kicker.trim_end().ends_with([':', '-', '–', '—', '|'])
            {
                return end.to_owned();
            }
        }
    }
    heading.to_owned()
}

/// Whether most of a block is a link to the front page: the site's name or sign.
fn leads_home(block: &Block) -> bool {
    let linked: u32 = block
        .links
        .iter()
        .filter(|link| link.href == "/" || (link.href.contains("://") && url::path(&link.href).len() <= 1))
        .map(|link| link.end.saturating_sub(link.start))
        .sum();
    linked as usize * 2 > block.text.encode_utf16().count()
}

/// The first letters of a name's words, squashed.
fn initials(squashed: &str) -> String {
    squashed.split(' ').filter_map(|word| word.chars().next()).collect()
}

/// The part of a text between two UTF-16 offsets.
fn slice(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(start as usize).take(end.saturating_sub(start) as usize).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests;
