//! The article on a page: its body and its metadata.

use crate::page::{Block, Page};

/// A page's facts, all its blocks, and which of these are the body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Canonical address.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Name of the site.
    pub site: Option<String>,
    /// Authors, joined by `", "`.
    pub byline: Option<String>,
    /// ISO 8601.
    pub published: Option<String>,
    /// BCP 47.
    pub lang: Option<String>,
    /// Section.
    pub section: Option<String>,
    /// The page's own label of opinion.
    pub opinion: Option<String>,
    /// Only a part of the text was shown.
    pub partial: bool,
    /// Whether the page is an article at all.
    pub is_article: bool,
    /// All blocks of the page, in order.
    pub blocks: Vec<Block>,
    /// Which of them are the body.
    pub body: Vec<u32>,
}

/// Why a page could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleError {
    /// None of `text`, `html` and `blocks` was given.
    Empty,
}

/// Reads `page`.
///
/// # Errors
/// If the page holds neither text nor HTML nor blocks.
pub fn read(page: &Page) -> Result<Article, ArticleError> {
    let text = page.text.as_deref().ok_or(ArticleError::Empty)?;
    let blocks: Vec<Block> =
        text.split('\n').map(|line| Block { text: line.to_owned(), tag: "p".to_owned(), ..Block::default() }).collect();
    let body = (0..u32::try_from(blocks.len()).unwrap_or(u32::MAX)).collect();
    Ok(Article {
        url: page.url.clone(),
        title: page.title.clone(),
        published: page.published.clone(),
        is_article: true,
        blocks,
        body,
        ..Article::default()
    })
}
