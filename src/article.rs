//! A page to its article: the blocks of the body, and who wrote it where and when.

pub mod body;
pub mod dates;
mod elements;
pub mod html;
mod likelihood;
pub mod metadata;
pub mod url;
mod wall;

use std::fmt;

use memchr::memchr2_iter;

use crate::page::{Block, Element, Head, Link, Page};

/// A cell of a table with fewer words than this holds a figure or a label, and no sentence.
const FEWEST_WORDS_OF_A_CELL: usize = 8;

/// The article on a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// The address of the document: the canonical one if the page names it and it is plausible, else the one the reader sees.
    pub url: Option<String>,
    /// The headline, without the site's name.
    pub title: Option<String>,
    /// The name of the site or publisher.
    pub site: Option<String>,
    /// The writers, joined by `", "`, without "By" and job titles.
    pub byline: Option<String>,
    /// When it was published: ISO 8601, a date or a date with time, with the zone if the page gives it.
    pub published: Option<String>,
    /// The language, a BCP 47 tag as the page gives it.
    pub lang: Option<String>,
    /// The section of the site it stands in.
    pub section: Option<String>,
    /// What the page calls itself if it says that it is opinion: "Opinion", "Commentary", …
    pub opinion: Option<String>,
    /// Whether what was handed in is only a part of the text, the rest being behind a wall.
    pub partial: bool,
    /// How likely it is that the page is one article, and no front page, search page or shop: 0 to 1.
    pub likelihood: f32,
    /// All the blocks of the page, in order. After them, where a page handed in as HTML shows only the beginning of the text that it states in
    /// JSON-LD, the rest of that, a block for each paragraph.
    pub blocks: Vec<Block>,
    /// Which of [`blocks`](Article::blocks) are the article's body, in order.
    pub body: Vec<u32>,
}

impl Article {
    /// Whether the page is to be treated as an article at all.
    #[must_use]
    pub fn is_article(&self) -> bool {
        self.likelihood >= 0.5
    }

    /// The blocks of the body, with their indices.
    pub fn body_blocks(&self) -> impl Iterator<Item = (u32, &Block)> {
        self.body.iter().filter_map(|&index| Some((index, self.blocks.get(index as usize)?)))
    }

    /// The blocks of the body that tell something, with their indices: all but the short cells of tables.
    pub fn told_blocks(&self) -> impl Iterator<Item = (u32, &Block)> {
        let is_cell = |block: &Block| matches!(block.tag.as_str(), "td" | "th");
        let is_short = |block: &Block| block.text.split_whitespace().count() < FEWEST_WORDS_OF_A_CELL;
        self.body_blocks().filter(move |(_, block)| !(is_cell(block) && is_short(block)))
    }

    /// The links of the body, each with the index of its block.
    pub fn links(&self) -> impl Iterator<Item = (u32, &Link)> {
        self.body_blocks().flat_map(|(index, block)| block.links.iter().map(move |link| (index, link)))
    }

    /// Where `link` leads, absolute if the article has an address itself; `None` if it leads nowhere.
    pub fn address(&self, link: &Link) -> Option<String> {
        match self.url.as_deref() {
            Some(base) => url::resolve(base, &link.href),
            None => Some(link.href.clone()),
        }
    }
}

/// Why a page could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArticleError {
    /// Not one of `text`, `html` and `blocks` was given.
    NothingGiven,
    /// More than one of them was given.
    SeveralGiven,
}

impl ArticleError {
    /// A name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            ArticleError::NothingGiven => "nothing_given",
            ArticleError::SeveralGiven => "several_given",
        }
    }
}

impl fmt::Display for ArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ArticleError::NothingGiven => "The page has neither text, html nor blocks.",
            ArticleError::SeveralGiven => "The page has more than one of text, html and blocks.",
        })
    }
}

impl std::error::Error for ArticleError {}

/// Finds the article on a page, in whichever of the three forms it was handed in.
///
/// A page without an article is no error: its [`body`](Article::body) is empty, or its
/// [`likelihood`](Article::likelihood) low.
///
/// # Errors
///
/// If not exactly one of [`Page::text`], [`Page::html`] and [`Page::blocks`] is given.
pub fn read(page: &Page) -> Result<Article, ArticleError> {
    match (&page.text, &page.html, &page.blocks) {
        (Some(text), None, None) => Ok(from_text(page, text)),
        (None, Some(html), None) => {
            let parsed = html::parse(html, page.url.as_deref());
            Ok(from_blocks(page, parsed.blocks, &parsed.elements, &parsed.head))
        }
        (None, None, Some(blocks)) => {
            let none = Head::default();
            Ok(from_blocks(page, blocks.clone(), &page.elements, page.head.as_ref().unwrap_or(&none)))
        }
        (None, None, None) => Err(ArticleError::NothingGiven),
        _ => Err(ArticleError::SeveralGiven),
    }
}

/// Words, two characters of Chinese, Japanese or Korean for one.
fn words(block: &Block) -> usize {
    let (mut words, mut wide, mut within) = (0, 0, false);
    for c in block.text.chars() {
        let space = c.is_whitespace();
        words += usize::from(within && space);
        within = !space;
        wide += usize::from(matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}'));
    }
    words + usize::from(within) + wide / 2
}

/// Whether a word, given in lower case, stands anywhere in a text, in whichever case.
fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let first = word.first().copied().unwrap_or_default();
    memchr2_iter(first, first.to_ascii_uppercase(), text)
        .any(|at| text.get(at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

/// Every line is a block, and all of it is body: block N is line N.
fn from_text(page: &Page, text: &str) -> Article {
    let blocks: Vec<Block> = text
        .split('\n')
        .map(|line| Block {
            text: line.strip_suffix('\r').unwrap_or(line).to_owned(),
            tag: "p".to_owned(),
            ..Block::default()
        })
        .collect();
    let written = blocks.iter().any(|block| !block.text.trim().is_empty());
    Article {
        url: page.url.as_deref().map(url::canonical),
        title: page.title.clone(),
        site: None,
        published: page.published.clone(),
        likelihood: f32::from(u8::from(written)),
        body: (0..u32::try_from(blocks.len()).unwrap_or(u32::MAX)).collect(),
        blocks,
        ..Article::default()
    }
}

fn from_blocks(page: &Page, mut blocks: Vec<Block>, elements: &[Element], head: &Head) -> Article {
    let metadata = metadata::read(page, head, &blocks, elements);
    let mut found = body::find(
        &blocks,
        elements,
        body::Told {
            title: metadata.title.as_deref(),
            descriptions: &metadata.descriptions,
            text: metadata.text.as_deref(),
            updates: metadata.updates.as_deref(),
        },
    );
    // Of a live page only what its reader sees is read.
    if page.html.is_some() {
        let unshown = metadata.text.as_deref().map(|text| body::unshown(&blocks, &found, text));
        for text in unshown.unwrap_or_default() {
            found.extend(u32::try_from(blocks.len()));
            blocks.push(Block { text, tag: "p".to_owned(), ..Block::default() });
        }
    }
    let words = found.iter().filter_map(|at| blocks.get(*at as usize)).map(words).sum();
    Article {
        partial: wall::is_partial(&metadata, &blocks, &found, words),
        likelihood: likelihood::likelihood(&metadata, &blocks, &found, words),
        url: metadata.url,
        title: metadata.title,
        site: metadata.site,
        byline: metadata.byline,
        published: metadata.published,
        lang: metadata.lang,
        section: metadata.section,
        opinion: metadata.opinion,
        blocks,
        body: found,
    }
}
