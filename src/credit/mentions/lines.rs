//! Credit lines: blocks that are nothing but a credit.

use super::{Mention, Scan};
use crate::credit::cues::Cue;
use crate::credit::outlets;
use crate::text::Span;

/// A credit line is no longer than this many words.
const LINE_WORDS: usize = 14;
/// Credit lines are few: a page that gives more than so many different sources line by line gives them for its pictures and figures.
const MOST_LINES: usize = 2;

impl Scan<'_> {
    /// A block that is nothing but a credit: `[Foreign Policy]`, `Source: X`, `h/t X`, `This story first appeared in X`.
    pub(super) fn line(&self, block: u32, text: &str) -> Option<Mention> {
        let passage = self.prose.passage(block)?;
        let of_picture = self.article.blocks.get(block as usize).is_none_or(|b| b.tag == "figcaption");
        if passage.words.is_empty() || passage.words.len() > LINE_WORDS || of_picture {
            return None;
        }
        let trimmed = text.trim();
        let bracketed = trimmed.starts_with(['[', '(']) && trimmed.ends_with([']', ')']);
        let (prefix, cue) = prefix_of(&passage.words.clone().map(|w| self.form(w)).collect::<Vec<_>>());
        let at_end = block.saturating_add(1) >= self.last_body;
        if prefix == 0 && !(bracketed && at_end) {
            return None;
        }
        let link = self.links.iter().find(|l| l.span.block == block);
        let words = passage.words.start + prefix..passage.words.end;
        let named = match (self.prose.words().get(words.start), self.prose.words().get(words.end.saturating_sub(1))) {
            (Some(a), Some(b)) => self.prose.text(a.span.to(&b.span)),
            _ => "",
        };
        let name = match link {
            Some(l) => self.prose.text(l.span),
            None => named,
        };
        let name = name.trim_matches(|c: char| !c.is_alphanumeric()).trim_start_matches("www.");
        let named_well = link.is_some() || outlets::is_outlet(&name.to_lowercase()) && in_capitals(name);
        // Who took a picture, and for whom: “Ida Moe/Tidewater Ledger”. An address has such a stroke too.
        let stroke = name.contains('/');
        if name.is_empty()
            || !named_well
            || self.is_own(name)
            || name.split(' ').count() > 6
            || stroke && link.is_none()
        {
            return None;
        }
        // “Source”, linked, names nobody.
        let named = (!words.is_empty() && !stroke).then_some(name);
        Some(Mention {
            the: link.is_some_and(|l| outlets::has_article(&l.site, name)),
            href: link.map(|l| l.href.clone()),
            ..Mention::alone(cue, named, Some(Span::new(block, 0, text.len())), trimmed)
        })
    }
}

pub(super) fn only_credits(lines: &mut [Mention]) {
    let mut sources: Vec<&str> = Vec::new();
    for line in lines.iter().filter(|m| m.cue == Some(Cue::Line)) {
        let source = line.href.as_deref().or(line.name.as_deref()).unwrap_or_default();
        if sources.len() <= MOST_LINES && !sources.contains(&source) {
            sources.push(source);
        }
    }
    if sources.len() > MOST_LINES {
        lines.iter_mut().filter(|m| m.cue == Some(Cue::Line)).for_each(|m| m.cue = None);
    }
}

/// Whether every longer word of a name has a capital, and the last one too.
fn in_capitals(name: &str) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let mut words = name.split(' ').rev();
    words.next().is_some_and(capital) && words.all(|word| word.len() <= 3 || capital(word))
}

/// How many words of a line say that it is a credit line, and what they say.
fn prefix_of(forms: &[&str]) -> (usize, Cue) {
    match forms {
        ["source" | "sources" | "via" | "credit", ..] => (1, Cue::Line),
        ["h", "t", ..] | ["hat", "tip", ..] | ["story" | "report" | "reporting", "from" | "by", ..] => (2, Cue::Line),
        ["read", "more", "at" | "on" | "in" | "from", ..] => (3, Cue::Line),
        [
            "read" | "see",
            "the",
            "full" | "original" | "whole",
            "story" | "report" | "article",
            "at" | "on" | "in" | "from",
            ..,
        ] => (5, Cue::Line),
        _ => {
            let first = forms.windows(3).position(|w| {
                matches!(w, ["originally" | "first", "appeared" | "published" | "reported", "in" | "on" | "by" | "at"])
            });
            first.map_or((0, Cue::Line), |at| (at + 3, Cue::First))
        }
    }
}
