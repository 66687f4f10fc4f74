//! Which blocks are the article's body.

use crate::page::{Block, Element};

/// The body among the blocks of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Indices of the body's blocks, in order.
    pub body: Vec<u32>,
    /// How likely it is that the page is an article.
    pub likelihood: f32,
}

/// Chooses the body.
#[must_use]
pub fn find(blocks: &[Block], _elements: &[Element], _title: Option<&str>) -> Found {
    let body: Vec<u32> = blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| b.tag == "p" && b.text.len() > 80)
        .filter_map(|(i, _)| u32::try_from(i).ok())
        .collect();
    Found { likelihood: f32::from(u8::from(body.len() > 2)), body }
}
