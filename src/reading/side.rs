//! Which of two documents came first: what each of them has that bears on it.

use crate::article::{Article, url};
use crate::credit::{Credit, outlets};
use crate::reuse::direction::Party;

/// What of one document bears on which came first.
pub(super) struct Side<'a> {
    url: Option<String>,
    blocks: Vec<&'a str>,
    links: Vec<String>,
    credits: Vec<&'a str>,
}

impl<'a> Side<'a> {
    pub(super) fn of(article: &'a Article, credits: &'a [Credit]) -> Self {
        Side {
            url: article.url.as_deref().and_then(url::key),
            blocks: article.body_blocks().map(|(_, b)| b.text.as_str()).collect(),
            links: article.links().filter_map(|(_, link)| url::key(&article.address(link)?)).collect(),
            credits: credits.iter().map(|c| c.name.as_str()).collect(),
        }
    }

    pub(super) fn party(&'a self, article: &'a Article, others: &'a [Credit]) -> Party<'a> {
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

/// The outlet of `article` by the name that the other document credits it by, else by its own.
fn outlet<'a>(article: &'a Article, others: &'a [Credit]) -> Option<&'a str> {
    let site = article.url.as_deref().and_then(url::site);
    let named = others.iter().find(|c| site.as_deref().is_some_and(|s| outlets::named_after(s, &c.name)));
    named.map(|c| c.name.as_str()).or(article.site.as_deref())
}
