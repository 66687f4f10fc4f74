//! Who, where and when.
use crate::page::{Block, Element, Head, Page};
/// M
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    /// u
    pub url: Option<String>,
    /// u
    pub site: Option<String>,
    /// u
    pub byline: Option<String>,
    /// u
    pub published: Option<String>,
    /// u
    pub lang: Option<String>,
    /// u
    pub section: Option<String>,
    /// u
    pub opinion: Option<String>,
    /// u
    pub partial: bool,
}
/// t
pub fn title(_page: &Page, head: &Head, _blocks: &[Block]) -> Option<String> {
    head.title.clone()
}
/// r
pub fn read(page: &Page, _head: &Head, _blocks: &[Block], _elements: &[Element], _body: &[u32]) -> Metadata {
    Metadata { url: page.url.clone(), ..Metadata::default() }
}
