//! The headline, without the site and the kicker, and where it stands.

use super::{Sources, line, squash};
use crate::article::url;
use crate::hashed::Hashes;
use crate::page::Block;
use crate::text::stem::hash;

impl Sources<'_> {
    /// The headline, of what JSON-LD, `<meta>`, `<title>` and the headings say it is.
    pub(super) fn title(&self, site: Option<&str>) -> Option<String> {
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
            .filter(|text| text.chars().count() <= LONGEST && !others.iter().any(|other| is_sign(text, other)))
            .map(|text| {
                let best = others.iter().map(|other| fit(&text, other)).fold(0.0, f32::max);
                (text, best)
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
        let title =
            [first, second, microdata, shared.clone(), whole.clone()].into_iter().flatten().find(|t| !t.is_empty())?;
        // Where the markup cut it off, the whole of it stands elsewhere.
        let cut = title.trim_end_matches(['…', '.', ' ']);
        let title = [shared.as_deref(), whole.as_deref()]
            .into_iter()
            .flatten()
            .filter(|_| cut.chars().count() >= CUT)
            .find(|other| {
                // What a site adds to a whole title is set off by a mark.
                let rest = other.strip_prefix(cut).unwrap_or_default().trim_start();
                rest.starts_with(|c: char| c.is_alphanumeric())
            })
            .unwrap_or(&title);
        Some(before_bar(title).to_owned())
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
    pub(super) fn headline_block(&self, title: Option<&str>) -> Option<usize> {
        let title = squash(title?);
        let mut first_h1 = None;
        let mut ending = None;
        let mut plain = None;
        for (at, block) in self.blocks.iter().enumerate() {
            let heading = matches!(block.tag.as_str(), "h1" | "h2" | "h3");
            // Anything shorter or much longer than the title is not it, kicker or no kicker.
            if !heading && !(title.len()..=2 * title.len() + 40).contains(&block.text.len()) {
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
}

/// Two headlines that share so much of their words are variants of one. Level from .2 to .4 on the training set.
const VARIANT: f32 = 0.3;

/// A heading that shares less of its words than this with every other statement of the title is no headline. At .12 and at .2 the
/// news pages of the evaluation have the same titles.
const LIKE: f32 = 0.15;

/// A first heading of more characters than this is a paragraph set large.
const LONGEST: usize = 200;

/// Characters that search engines asked for at most in `headline`; publishers cut it there, or a word before.
const CUT: usize = 100;

/// Whether a heading is no more than what stands after the headline in a title: the site's name.
fn is_sign(heading: &str, title: &str) -> bool {
    last_part(title).is_some_and(|(head, tail)| head.len() > 2 * tail.len() && squash(tail) == squash(heading))
}

/// How well a heading fits a statement of the title: wholly where that goes on after a bar or dash, however long it is.
fn fit(heading: &str, other: &str) -> f32 {
    let goes_on = other.strip_prefix(heading).is_some_and(|rest| rest.trim_start().starts_with(['|', '-', '–', '—']));
    if goes_on && heading.contains(' ') { 1.0 } else { similarity(heading, other) }
}

/// What stands before a bar, if it has the words of a headline: "Storm takes the old pier | Coast".
fn before_bar(title: &str) -> &str {
    let head = title.split(" | ").next().unwrap_or(title).trim_end();
    if head.split_whitespace().count() >= 4 { head } else { title }
}

/// Jaccard similarity of the sets of words.
fn similarity(a: &str, b: &str) -> f32 {
    let (a, b) = (squash(a), squash(b));
    let words = |text: &str| text.split(' ').filter(|w| !w.is_empty()).map(|w| hash(w.as_bytes())).collect::<Hashes>();
    let (a, b) = (words(&a), words(&b));
    let both = a.intersection(&b).count();
    let all = a.len() + b.len() - both;
    if all == 0 { 0.0 } else { both as f32 / all as f32 }
}

/// Splits a title at its last separator: what stands before it, and after.
pub(super) fn last_part(title: &str) -> Option<(&str, &str)> {
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
                // "Storm guide, and how to get home" ends as some title does, and is no kicker and headline for that.
                && 3 * kicker.len() <= 2 * end.len()
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
