//! What the tags, ids and classes around a block say about it.

mod words;

use crate::hashed::ByHash;
use crate::text::stem::hash;
use std::sync::OnceLock;

use self::words::{GROUPS, TAGS};
use crate::article::elements::passed_down;
use crate::page::Element;

/// The number of hint features.
pub(super) const COUNT: usize = GROUPS.len() + TAGS.len();

/// How far up a hint is looked for; what is further counts as not there.
const FAR: u8 = 16;

/// For each hint how many steps up it is found: 0 on the element itself, [`FAR`] for nowhere.
pub(super) type Distances = [u8; COUNT];

/// The names of the hint features, for the training script.
pub(super) fn names() -> impl Iterator<Item = String> {
    let groups = GROUPS.iter().map(|(name, _)| format!("hint_{name}"));
    groups.chain(TAGS.iter().map(|tag| format!("in_{tag}")))
}

/// The distances of every element, by its number.
pub(super) fn distances(elements: &[Element]) -> Vec<Distances> {
    // Few of a page's hints differ: each is read once.
    let mut known: ByHash<u64> = ByHash::default();
    passed_down(elements, [FAR; COUNT], |above: Distances, _, element| {
        let mut own = above.map(|d| (d + 1).min(FAR));
        let groups = match element.hints.as_str() {
            "" => 0,
            hints => *known.entry(hash(hints.as_bytes())).or_insert_with(|| groups_in(hints)),
        };
        for (at, distance) in own.iter_mut().take(GROUPS.len()).enumerate() {
            if groups >> at & 1 == 1 {
                *distance = 0;
            }
        }
        if let Some(at) = TAGS.iter().position(|tag| *tag == element.tag)
            && let Some(distance) = own.get_mut(GROUPS.len() + at)
        {
            *distance = 0;
        }
        own
    })
}

/// Whether an element stands in an `aside`, or at most three steps inside a `figure`.
pub(super) fn set_apart(distances: &Distances) -> bool {
    let distance = |tag: &str| {
        let at = TAGS.iter().position(|t| *t == tag);
        at.and_then(|at| distances.get(GROUPS.len() + at)).copied().unwrap_or(FAR)
    };
    distance("aside") <= 10 || distance("figure") <= 3
}

/// The groups that some hints tell of, a bit for each.
fn groups_in(hints: &str) -> u64 {
    let mut found = 0;
    let mut lower = String::new();
    // "relatedArticles", "related-articles" and "related_articles" are two words each, and the first one is also one.
    for piece in hints.split(|c: char| !c.is_ascii_alphanumeric()) {
        lower.clear();
        let mut lower_before = false;
        let mut start = 0;
        for c in piece.chars() {
            if c.is_ascii_uppercase() && lower_before {
                found |= groups_of(lower.get(start..).unwrap_or_default());
                start = lower.len();
            }
            lower_before = c.is_ascii_lowercase();
            lower.push(c.to_ascii_lowercase());
        }
        found |= groups_of(lower.get(start..).unwrap_or_default());
        if start > 0 {
            found |= groups_of(&lower);
        }
    }
    found
}

/// The groups of one word in lower case.
fn groups_of(word: &str) -> u64 {
    if word.is_empty() || word.len() > 40 {
        return 0;
    }
    let words = words();
    // Sorted, so those that `word` begins with stand before its own place, and share its first two letters.
    let end = words.partition_point(|(known, _, _)| *known <= word);
    let first = word.as_bytes().get(..2);
    words
        .iter()
        .take(end)
        .rev()
        .take_while(|(known, _, _)| known.as_bytes().get(..2) == first)
        .filter(|(known, _, prefix)| *known == word || (*prefix && word.starts_with(known)))
        .fold(0, |found, (_, group, _)| found | 1 << group)
}

/// Every word of every group, sorted, with the group's number and whether it is a prefix.
fn words() -> &'static [(&'static str, usize, bool)] {
    static WORDS: OnceLock<Vec<(&'static str, usize, bool)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: Vec<(&str, usize, bool)> = GROUPS
            .iter()
            .enumerate()
            .flat_map(|(group, (_, words))| {
                words.iter().map(move |word| match word.strip_suffix('*') {
                    Some(stem) => (stem, group, true),
                    None => (*word, group, false),
                })
            })
            .collect();
        crate::order::by_text(&mut words, |word| word.0);
        words
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str) -> usize {
        GROUPS.iter().position(|(n, _)| *n == name).unwrap_or(COUNT)
    }

    #[test]
    fn words_are_found_at_hyphens_and_capitals_and_only_whole() {
        let element = |hints: &str, parent| Element { parent, tag: "div".into(), hints: hints.into() };
        let all = distances(&[
            element("page-header", None),
            element("relatedArticles", Some(0)),
            element("heading", Some(1)),
            element("shadow", Some(2)),
        ]);
        assert_eq!(all[0][group("header")], 0);
        assert_eq!(all[1][group("related")], 0);
        assert_eq!(all[1][group("article")], 0);
        assert_eq!(all[1][group("header")], 1);
        assert_eq!(all[3][group("related")], 2);
        assert_eq!(all[3][group("advert")], FAR);
    }

    #[test]
    fn a_parent_that_does_not_come_before_its_child_is_none() {
        let lost = Element { parent: Some(7), tag: "p".into(), hints: String::new() };
        assert_eq!(distances(&[lost])[0], [FAR; COUNT]);
    }
}
