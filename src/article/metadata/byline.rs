//! Where the page says who wrote it, and which of these statements to believe.

use super::{Sources, line, names, squash};
use crate::article::dates::{self, Order};
use crate::article::url;
use crate::page::Block;

/// A line that says who wrote the page stands among so many blocks under the headline.
const UNDER: usize = 4;
/// Bytes of a line that says when or by whom; what is longer is running text.
const DATELINE: usize = 90;

impl Sources<'_> {
    /// The writers, joined by `", "`. What the page declares comes before what stands at its headline.
    pub(super) fn byline(&self, title: Option<&str>, site: Option<&str>, headline: Option<usize>) -> Option<String> {
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
        // "Ida Moe and Ola Berg, The Herald": the site beside its own people is no third writer.
        let persons_of = |author: &String| {
            let mut names = names::of(author);
            if names.iter().any(|name| !own(name) && name.contains(' ')) {
                names.retain(|name| !own(name));
            }
            names
        };
        let declared = joined(self.facts.authors.iter().flat_map(persons_of).collect());
        let metas = joined(self.meta_authors());
        let classed = self.shortened(self.classed_byline());
        let signed = self.shortened(self.signed(headline));
        let bare = if signed.is_empty() { self.bare(headline) } else { Vec::new() };
        let visible = if signed.is_empty() { self.visible_byline(title, headline, &bare) } else { signed.clone() };
        // The stories that a page points to may name their writers in the same way, and so may its comments; those of this one stand at
        // its headline.
        let stated: Vec<Vec<String>> = self.stated("author").take(8).map(names::of).collect();
        let meets = |names: &[String], near: &[String]| {
            let same = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
            near.iter().any(|near| names.iter().any(|name| same(&squash(name), &squash(near))))
        };
        let shown = |names: &[String]| {
            let mut under = self.under(headline);
            under.any(|block| names.iter().any(|name| block.text.contains(name.as_str())))
        };
        let at_headline = |names: &Vec<String>| match (signed.is_empty(), bare.is_empty()) {
            (false, _) => meets(names, &signed),
            (true, false) => meets(names, &bare) || shown(names),
            (true, true) => meets(names, &classed) || meets(names, &visible),
        };
        let some_are = !signed.is_empty() || !bare.is_empty() || stated.iter().any(at_headline);
        let microdata = joined(
            stated
                .into_iter()
                .filter(|names| !some_are || at_headline(names))
                .flatten()
                // "View more posts": words around a name that is not there.
                .filter(|name| names::is_name(name) || names::is_team(name) || !name.contains(' '))
                .collect(),
        );
        let elsewhere = !at_headline(&classed);
        let classed = if elsewhere { Vec::new() } else { classed };
        let all = [declared, metas, microdata, classed, visible];
        // What the page declares is left as it is if a person is among them. Else a person named elsewhere is the writer, but
        // only one with a whole name: "AFP" there says no more than the site's own name here.
        let whole = |name: &&String| !own(name) && (name.contains(' ') || !name.is_ascii());
        let [declared, metas, ..] = &all;
        let declared = Some(declared).filter(|names| names.iter().any(|name| !own(name)));
        if let Some(declared) = declared.or(Some(metas).filter(|names| names.iter().any(|name| whole(&name)))) {
            // Whoever put the page up is not who wrote it, where another name stands under the headline.
            let told = |name: &String| {
                let name = squash(name);
                declared.iter().map(|other| squash(other)).any(|other| other.contains(&name) || name.contains(&other))
            };
            let other = signed.first().is_some_and(|name| whole(&name) && names::is_name(name) && !told(name));
            let writers = match () {
                () if other => &signed,
                // A login is declared, and a name shown.
                () if !bare.is_empty() && !declared.iter().any(|name| names::is_name(name)) => &bare,
                () => declared,
            };
            return Some(writers.join(", "));
        }
        let persons = all.iter().skip(1).find_map(|names| {
            let others: Vec<&str> = names.iter().filter(|name| !own(name)).map(String::as_str).collect();
            names.iter().any(|name| whole(&name)).then(|| others.join(", "))
        });
        let login = || signed.first().filter(|name| !own(name)).map(|_| signed.join(", "));
        persons.or_else(login).or_else(|| all.iter().find(|names| !names.is_empty()).map(|names| names.join(", ")))
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
            let found = self.metas(|name| name.eq_ignore_ascii_case(exact));
            let reads = found.iter().any(|name| names::is_name(name));
            // What does not read as a name stays where nothing better follows.
            if reads || best.is_empty() {
                best = found;
            }
            if reads {
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
        // WordPress's plugins: "Written by" and the name after it.
        if best.is_empty()
            && self.meta(&["twitter:label1"]).is_some_and(|label| label.eq_ignore_ascii_case("written by"))
        {
            best = self.metas(|name| name == "twitter:data1");
        }
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
            .flat_map(|meta| names::of(&line(&meta.content)))
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
            let names = names::of(cut);
            if !names.is_empty() && names.iter().all(|name| names::is_name(name)) {
                return names;
            }
        }
        Vec::new()
    }

    /// The blocks right under the headline.
    fn under(&self, headline: Option<usize>) -> impl Iterator<Item = &Block> {
        headline.into_iter().flat_map(|at| self.blocks.iter().skip(at + 1).take(UNDER))
    }

    /// What a line right under the headline, or one with a day right above it, says of who wrote the page.
    fn signed(&self, headline: Option<usize>) -> Vec<String> {
        let above = headline.into_iter().flat_map(|at| self.blocks.iter().skip(at.saturating_sub(2)).take(at.min(2)));
        let above = above.filter(|block| block.text.contains(|c: char| c.is_ascii_digit()));
        let names = self.under(headline).chain(above).map(|block| names::signed(&block.text));
        names.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// "Ida Moe Gardener" to "Ida Moe", where an element of its own says so: what stands beside the name in another one is glued to it.
    fn shortened(&self, mut names: Vec<String>) -> Vec<String> {
        let whole = |name: &String| {
            let statements = self.stated("author").chain(self.stated("byline")).take(40);
            let fits = |short: &&str| short.contains(' ') && short.len() < name.len() && names::is_name(short);
            statements.filter(fits).find(|short| name.starts_with(*short)).map(ToOwned::to_owned)
        };
        if let Some(short) = names.first().and_then(whole) {
            names.retain(|name| name.contains(' '));
            if let Some(first) = names.first_mut() {
                *first = short;
            }
        }
        names
    }

    /// The names that a line right under the headline has, without a word that says whose they are. A day beside them or a line about the
    /// writer tells them from a section or a place; and such words stand in the menu, in the text, or in small letters as well.
    fn bare(&self, headline: Option<usize>) -> Vec<String> {
        let Some(headline) = headline else {
            return Vec::new();
        };
        let under = |at: usize| self.blocks.get(headline + at);
        let dated = |at: &usize| {
            let line = under(*at).map_or("", |block| &block.text);
            line.len() <= DATELINE && dates::find(line, Order::DayFirst).is_some()
        };
        // "Ida Moe is a reporter": who is named at the headline and told of at the end.
        let told_of = |name: &str, text: &str| {
            text.len() > DATELINE && text.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
        };
        let names = (1..=UNDER).find_map(|at| {
            let names = names::bare(&under(at).filter(|block| !block.tag.starts_with('h'))?.text);
            let first = names.first()?;
            let mut rest = self.blocks.iter().skip(headline + at + 1);
            let beside = (at.max(2) - 1..=at + 1).any(|at| dated(&at));
            (beside || rest.any(|block| told_of(first, &block.text))).then_some(names)
        });
        let names = names.unwrap_or_default();
        let small: Vec<String> = names
            .iter()
            .flat_map(|name| name.split(' '))
            .map(str::to_lowercase)
            .filter(|word| word.len() > 3)
            .collect();
        let speaks = |(at, block): (usize, &Block)| {
            let prose = at < headline || block.text.len() > DATELINE;
            prose && names.iter().any(|name| block.text.contains(name.as_str()) && !told_of(name, &block.text))
                || block.text.split(|c: char| !c.is_alphanumeric()).any(|word| small.iter().any(|small| small == word))
        };
        if self.blocks.iter().enumerate().any(speaks) { Vec::new() } else { names }
    }

    /// "By Ida Moe", or a link to a page of authors, near the headline.
    fn visible_byline(&self, title: Option<&str>, headline: Option<usize>, bare: &[String]) -> Vec<String> {
        let title = title.map(squash).unwrap_or_default();
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
        let linked = || {
            near.iter().find_map(|block| {
                if block.text.chars().count() > 200 {
                    return None;
                }
                let names: Vec<String> = block
                    .links
                    .iter()
                    .filter(|link| authors_page(&link.href))
                    .flat_map(|link| names::of(&slice(&block.text, link.start, link.end)))
                    // A person in the headline is whom the page is about.
                    .filter(|name| names::is_name(name) && name.contains(' ') && !title.contains(&squash(name)))
                    .collect();
                (!names.is_empty()).then_some(names)
            })
        };
        let labelled = |block: &Block, next: Option<&Block>, near: bool| {
            names::labelled(&block.text, next.map_or("", |next| &next.text), near)
        };
        let by = near.iter().enumerate().find_map(|(at, block)| labelled(block, near.get(at + 1).copied(), true));
        // "Author: Ida Moe" names the writer wherever it stands, unlike "By".
        let anywhere = || {
            let next = self.blocks.iter().skip(1).map(Some).chain([None]);
            self.blocks.iter().zip(next).find_map(|(block, next)| labelled(block, next, false))
        };
        let bare = || (!bare.is_empty()).then(|| bare.to_vec());
        by.or_else(linked).or_else(bare).or_else(anywhere).unwrap_or_default()
    }
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
