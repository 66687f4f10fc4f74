//! What the parser has to know about each tag name.

use crate::hashed::ByHash;
use crate::text::stem::hash;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A tag name's number within one parse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag(u32);

/// Kinds of elements; one name can be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind(u16);

impl Kind {
    /// Interrupts a run of text.
    pub(super) const BLOCK: Kind = Kind(1);
    /// "Special" in the HTML standard: an end tag of an inline element does not reach across it.
    pub(super) const SPECIAL: Kind = Kind(1 << 1);
    /// "Formatting" in the HTML standard: ends even where a block within it is still open.
    pub(super) const FORMATTING: Kind = Kind(1 << 2);
    /// Has no content and no end tag.
    pub(super) const VOID: Kind = Kind(1 << 3);
    /// Left out with all it holds.
    pub(super) const SKIP: Kind = Kind(1 << 4);
    /// Ends an open `<p>`.
    pub(super) const CLOSES_P: Kind = Kind(1 << 5);
    /// End tags do not reach out of it.
    pub(super) const SCOPE: Kind = Kind(1 << 6);
    /// Ends an open `<svg>` that it stands in.
    pub(super) const BREAKOUT: Kind = Kind(1 << 7);
    /// Special, but neither `address`, `div` nor `p`: an open `<li>` beyond it stays open.
    pub(super) const BARRIER: Kind = Kind(1 << 8);
    /// `h1` to `h6`.
    pub(super) const HEADING: Kind = Kind(1 << 9);

    pub(super) fn is(self, other: Kind) -> bool {
        self.0 & other.0 != 0
    }
}

const BLOCKS: &str = " address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul ";
const SPECIALS: &str = " address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp ";
const FORMATTINGS: &str = " a b big code em font i nobr s small strike strong tt u ";
const VOIDS: &str =
    " area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr ";
const SKIPS: &str = " script style noscript noembed noframes svg canvas iframe object audio video select datalist textarea button rp title ";
const CLOSERS: &str = " address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp ";
const SCOPES: &str = " applet caption html marquee object table td template th ";
const BREAKOUTS: &str = " b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var ";

fn kind_of(name: &str) -> Kind {
    static KINDS: OnceLock<ByHash<u16>> = OnceLock::new();
    let kinds = KINDS.get_or_init(|| {
        let mut kinds = ByHash::default();
        for (list, kind) in [
            (BLOCKS, Kind::BLOCK),
            (SPECIALS, Kind::SPECIAL),
            (FORMATTINGS, Kind::FORMATTING),
            (VOIDS, Kind::VOID),
            (SKIPS, Kind::SKIP),
            (CLOSERS, Kind::CLOSES_P),
            (SCOPES, Kind::SCOPE),
            (BREAKOUTS, Kind::BREAKOUT),
        ] {
            for name in list.split_ascii_whitespace() {
                *kinds.entry(hash(name.as_bytes())).or_insert(0) |= kind.0;
            }
        }
        kinds
    });
    let mut kind = kinds.get(&hash(name.as_bytes())).copied().unwrap_or_default();
    if kind & Kind::SPECIAL.0 != 0 && !matches!(name, "address" | "div" | "p") {
        kind |= Kind::BARRIER.0;
    }
    if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
        kind |= Kind::HEADING.0;
    }
    Kind(kind)
}

macro_rules! names {
    ($($constant:ident $name:literal,)*) => {
        impl Tag {
            $(pub(super) const $constant: Tag = Tag(Known::$constant as u32);)*
        }
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Known { $($constant,)* }
        const KNOWN: &[&str] = &[$($name,)*];
    };
}

names! {
    A "a", BASE "base", BODY "body", BR "br", BUTTON "button", CAPTION "caption", DD "dd", DIALOG "dialog", DT "dt",
    FORM "form", HEAD "head", HR "hr", HTML "html", IMAGE "image", LI "li", LINK "link", MATH "math",
    META "meta", P "p", PRE "pre", SCRIPT "script", SVG "svg", TABLE "table", TBODY "tbody", TD "td",
    TEMPLATE "template", TFOOT "tfoot", TH "th", THEAD "thead", TIME "time", TITLE "title", TR "tr",
    FOREIGN_OBJECT "foreignobject", DESC "desc",
}

/// The names met in one parse. Those that the parser itself asks for have fixed numbers.
pub(super) struct Names {
    numbers: HashMap<Box<[u8]>, u32>,
    entries: Vec<Entry>,
    /// The name that was met last in each of some places: most of a page's tags are of few names, found here without a hash.
    lately: [u32; LATELY],
}

/// Places for names met lately.
const LATELY: usize = 64;

struct Entry {
    name: String,
    kind: Kind,
    /// Positions on the stack of the elements of this name that are open.
    open: Vec<usize>,
}

impl Names {
    pub(super) fn new() -> Self {
        let mut names = Names { numbers: HashMap::new(), entries: Vec::new(), lately: [0; LATELY] };
        for known in KNOWN {
            names.add(known.as_bytes());
        }
        names
    }

    fn add(&mut self, name: &[u8]) -> Tag {
        let number = self.entries.len() as u32;
        self.numbers.insert(name.into(), number);
        let name = String::from_utf8_lossy(name).into_owned();
        self.entries.push(Entry { kind: kind_of(&name), name, open: Vec::new() });
        Tag(number)
    }

    pub(super) fn tag(&mut self, name: &[u8]) -> Tag {
        let (first, last) = (name.first().copied().unwrap_or_default(), name.last().copied().unwrap_or_default());
        let place = (usize::from(first) ^ usize::from(last) << 2 ^ name.len() << 4) % LATELY;
        let lately = self.lately.get(place).copied().map(Tag).filter(|tag| self.name(*tag).as_bytes() == name);
        lately.unwrap_or_else(|| {
            let known = self.numbers.get(name).copied().map(Tag);
            let tag = known.unwrap_or_else(|| self.add(name));
            if let Some(lately) = self.lately.get_mut(place) {
                *lately = tag.0;
            }
            tag
        })
    }

    fn entry(&self, tag: Tag) -> Option<&Entry> {
        self.entries.get(tag.0 as usize)
    }

    pub(super) fn name(&self, tag: Tag) -> &str {
        self.entry(tag).map_or("", |e| &e.name)
    }

    pub(super) fn kind(&self, tag: Tag) -> Kind {
        self.entry(tag).map_or(Kind(0), |e| e.kind)
    }

    /// Where on the stack the innermost open element of this name is.
    pub(super) fn innermost(&self, tag: Tag) -> Option<usize> {
        self.entry(tag).and_then(|e| e.open.last().copied())
    }

    pub(super) fn opened(&mut self, tag: Tag, at: usize) {
        if let Some(entry) = self.entries.get_mut(tag.0 as usize) {
            entry.open.push(at);
        }
    }

    pub(super) fn closed(&mut self, tag: Tag) {
        if let Some(entry) = self.entries.get_mut(tag.0 as usize) {
            entry.open.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_go_by_whole_names() {
        for (name, kind, expected) in [
            ("p", Kind::BLOCK, true),
            ("pr", Kind::BLOCK, false),
            ("span", Kind::BLOCK, false),
            ("bsp-page", Kind::BLOCK, false),
            ("ul", Kind::BLOCK, true),
            ("", Kind::BLOCK, false),
            ("div dl", Kind::BLOCK, false),
            ("strong", Kind::FORMATTING, true),
            ("br", Kind::VOID, true),
            ("div", Kind::BARRIER, false),
            ("li", Kind::BARRIER, true),
        ] {
            assert_eq!(kind_of(name).is(kind), expected, "{name}");
        }
    }
}
