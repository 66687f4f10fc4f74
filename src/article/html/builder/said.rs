//! What the document says about itself: `<meta>`, `<link>`, and what elements state of the article.

use super::Builder;
use crate::article::holds;
use crate::article::html::attributes::{Attributes, truncate};
use crate::article::html::run::is_space;
use crate::article::html::tags::Tag;
use crate::page::Meta;

/// Statements kept of [`Head::microdata`](crate::page::Head::microdata), and characters of each.
const STATEMENTS: usize = 300;
pub(super) const STATEMENT: usize = 300;
/// `<meta>` entries kept.
const METAS: usize = 500;

impl Builder {
    pub(super) fn meta(&mut self, attributes: &Attributes) {
        let name = attributes.get("name").or(attributes.get("property")).or(attributes.get("itemprop"));
        if let (Some(name), Some(content)) = (name, attributes.get("content"))
            && self.head.meta.len() < METAS
        {
            self.head.meta.push(Meta { name: name.trim().to_owned(), content: content.trim().to_owned() });
        }
    }

    pub(super) fn link_element(&mut self, attributes: &Attributes) {
        let canonical = attributes
            .get("rel")
            .is_some_and(|rel| rel.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("canonical")));
        if canonical && self.head.canonical.is_none() {
            self.head.canonical =
                attributes.get("href").map(str::trim).filter(|h| !h.is_empty()).map(ToOwned::to_owned);
        }
    }

    /// Records what an element states; see [`Head::microdata`](crate::page::Head::microdata).
    pub(super) fn state(&mut self, tag: Tag, attributes: &Attributes, has_text: bool) {
        if tag == Tag::META || self.head.microdata.len() >= STATEMENTS {
            return;
        }
        let value = attributes.get("content").or(attributes.get("datetime")).map(str::trim).unwrap_or_default();
        if value.is_empty() && (!has_text || self.skip.is_some()) {
            return;
        }
        let first = self.head.microdata.len();
        let mut content = value.to_owned();
        truncate(&mut content, STATEMENT);
        let mut add = |name: &str| {
            if self.head.microdata.len() < STATEMENTS {
                self.head.microdata.push(Meta { name: name.to_owned(), content: content.clone() });
            }
        };
        for property in attributes.get("itemprop").unwrap_or_default().split_ascii_whitespace() {
            add(property);
        }
        let rel = attributes.get("rel").unwrap_or_default();
        if rel.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("author")) {
            add("author");
        }
        let named = |name| {
            attributes.get(name).is_some_and(|v| (holds(v, "byline") || holds(v, "author")) && !holds(v, "comment"))
        };
        if named("class") || named("id") {
            add("byline");
        }
        if tag == Tag::TIME {
            add("time");
        }
        let count = self.head.microdata.len() - first;
        if count > 0
            && value.is_empty()
            && let Some(open) = self.stack.last_mut()
        {
            open.capture = Some((first, count, self.captured.len()));
            self.captures += 1;
        }
    }

    pub(super) fn close_capture(&mut self, (first, count, start): (usize, usize, usize)) {
        let text = collapsed(self.captured.get(start..).unwrap_or_default(), STATEMENT);
        for statement in self.head.microdata.iter_mut().skip(first).take(count) {
            statement.content.clone_from(&text);
        }
        self.captures = self.captures.saturating_sub(1);
        if self.captures == 0 {
            self.captured.clear();
        }
    }
}

/// Text with its white space collapsed, cut after `limit` characters.
pub(super) fn collapsed(source: &[u8], limit: usize) -> String {
    // Four bytes a character at most; the rest need not be looked at.
    let mut text = String::new();
    let mut words = source.split(|b| is_space(*b)).filter(|w| !w.is_empty());
    while text.len() <= 4 * limit
        && let Some(word) = words.next()
    {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&String::from_utf8_lossy(word));
    }
    truncate(&mut text, limit);
    text
}
