//! The stack of open elements, and what comes of it: blocks, elements and the head.

mod nesting;
mod said;

use html5gum::State;

use self::said::{STATEMENT, collapsed};
use super::Parsed;
use super::attributes::Attributes;
use super::run::Run;
use super::tags::{Kind, Names, Tag};
use crate::article::url;
use crate::page::{Block, Element, Head, Link};
/// Browsers stop nesting at 512; deeper elements get the hints of the last one kept.
const DEEPEST: usize = 512;
/// Bytes of one JSON-LD script that are kept; real ones stay far below.
const JSON_LD: usize = 1 << 20;

struct Open {
    tag: Tag,
    hints: String,
    /// Its number in [`Builder::elements`], once a block stands in it.
    element: Option<u32>,
    /// Whether it is an `<a>` whose link is open.
    link: bool,
    /// A formatting element that has ended while a block inside it had not.
    ended: bool,
    /// Statements whose text is being collected: first and number of them, and where the text starts.
    capture: Option<(usize, usize, usize)>,
}

/// What scripts and titles are read for.
enum Raw {
    Nothing,
    Title,
    JsonLd,
}

/// Builds blocks from tags and text.
pub(super) struct Builder {
    names: Names,
    stack: Vec<Open>,
    /// Positions on the stack, innermost last.
    blocks_open: Vec<usize>,
    specials: Vec<usize>,
    barriers: Vec<usize>,
    scopes: Vec<usize>,
    /// The outermost open element that is left out.
    skip: Option<usize>,
    raw: Raw,
    raw_text: Vec<u8>,
    run: Run,
    blocks: Vec<Block>,
    elements: Vec<Element>,
    head: Head,
    /// Text of the open elements whose statements want it.
    captured: Vec<u8>,
    captures: usize,
    pre: usize,
}

impl Builder {
    pub(super) fn new() -> Self {
        let mut builder = Builder {
            names: Names::new(),
            stack: Vec::new(),
            blocks_open: Vec::new(),
            specials: Vec::new(),
            barriers: Vec::new(),
            scopes: Vec::new(),
            skip: None,
            raw: Raw::Nothing,
            raw_text: Vec::new(),
            run: Run::new(),
            blocks: Vec::new(),
            elements: Vec::new(),
            head: Head::default(),
            captured: Vec::new(),
            captures: 0,
            pre: 0,
        };
        builder.push(Tag::HTML, String::new());
        builder.push(Tag::BODY, String::new());
        builder
    }

    /// Whether the tokenizer is inside `<svg>` or `<math>`, where CDATA sections are text.
    pub(super) fn in_foreign_content(&self) -> bool {
        self.names.innermost(Tag::SVG).is_some() || self.names.innermost(Tag::MATH).is_some()
    }

    /// Characters between tags.
    pub(super) fn text(&mut self, characters: &[u8]) {
        if self.skip.is_some() {
            let limit = match self.raw {
                Raw::Nothing => return,
                Raw::Title => 4 * STATEMENT,
                Raw::JsonLd => JSON_LD,
            };
            if self.raw_text.len() < limit {
                self.raw_text.extend_from_slice(characters);
            }
            return;
        }
        if self.captures > 0 {
            self.captured.extend_from_slice(characters);
        }
        if self.pre > 0 {
            let mut lines = characters.split(|b| *b == b'\n');
            if let Some(first) = lines.next() {
                self.run.push(first);
            }
            for line in lines {
                self.line_break();
                self.run.push(line);
            }
        } else {
            self.run.push(characters);
        }
    }

    fn line_break(&mut self) {
        if self.captures > 0 {
            self.captured.push(b' ');
        }
        if self.run.line() {
            self.flush();
        }
    }

    /// Ends the block that is being made.
    fn flush(&mut self) {
        if self.captures > 0 {
            self.captured.push(b' ');
        }
        let Some((text, links)) = self.run.take() else {
            return;
        };
        let at = self.blocks_open.last().copied().unwrap_or(0);
        let element = self.materialize(at);
        let tag = self.stack.get(at).map_or("", |open| self.names.name(open.tag)).to_owned();
        self.blocks.push(Block { text, tag, element, links });
    }

    /// The number of the element at this place of the stack, which is given one, and its ancestors before it, if it has none.
    fn materialize(&mut self, at: usize) -> Option<u32> {
        let at = at.min(DEEPEST - 1);
        let known = self.stack.iter().take(at + 1).rposition(|open| open.element.is_some());
        let mut parent = known.and_then(|i| self.stack.get(i)).and_then(|open| open.element);
        let names = &self.names;
        for open in self.stack.iter_mut().take(at + 1).skip(known.map_or(0, |i| i + 1)) {
            let number = u32::try_from(self.elements.len()).ok()?;
            self.elements.push(Element {
                parent,
                tag: names.name(open.tag).to_owned(),
                hints: std::mem::take(&mut open.hints),
            });
            open.element = Some(number);
            parent = Some(number);
        }
        parent
    }

    fn push(&mut self, tag: Tag, hints: String) {
        let at = self.stack.len();
        let kind = self.names.kind(tag);
        self.names.opened(tag, at);
        for (list, bit) in [
            (&mut self.blocks_open, Kind::BLOCK),
            (&mut self.specials, Kind::SPECIAL),
            (&mut self.barriers, Kind::BARRIER),
            (&mut self.scopes, Kind::SCOPE),
        ] {
            if kind.is(bit) {
                list.push(at);
            }
        }
        if tag == Tag::PRE {
            self.pre += 1;
        }
        self.stack.push(Open { tag, hints, element: None, link: false, ended: false, capture: None });
    }

    /// Closes elements until only `depth` are open; `html` and `body` always are.
    fn pop_to(&mut self, depth: usize) {
        let depth = depth.max(2);
        while self.stack.len() > depth {
            let Some(top) = self.stack.last() else { return };
            let (tag, ended) = (top.tag, top.ended);
            let kind = self.names.kind(tag);
            if kind.is(Kind::BLOCK) {
                self.flush();
            }
            let Some(open) = self.stack.pop() else { return };
            let at = self.stack.len();
            if open.link {
                self.run.close_link();
            }
            if let Some(capture) = open.capture {
                self.close_capture(capture);
            }
            if self.skip == Some(at) {
                self.skip = None;
                self.close_raw();
            }
            if tag == Tag::PRE {
                self.pre = self.pre.saturating_sub(1);
            }
            if !ended {
                self.names.closed(tag);
            }
            for (list, bit) in [
                (&mut self.blocks_open, Kind::BLOCK),
                (&mut self.specials, Kind::SPECIAL),
                (&mut self.barriers, Kind::BARRIER),
                (&mut self.scopes, Kind::SCOPE),
            ] {
                if kind.is(bit) && list.last() == Some(&at) {
                    list.pop();
                }
            }
        }
    }

    fn close_raw(&mut self) {
        let raw = std::mem::replace(&mut self.raw, Raw::Nothing);
        let text = std::mem::take(&mut self.raw_text);
        match raw {
            Raw::Nothing => {}
            Raw::Title => {
                let title = collapsed(&text, 2 * STATEMENT);
                if self.head.title.is_none() && !title.is_empty() {
                    self.head.title = Some(title);
                }
            }
            Raw::JsonLd => self.head.json_ld.push(String::from_utf8_lossy(&text).into_owned()),
        }
    }

    /// A start tag. What it answers is how the tokenizer has to read on.
    pub(super) fn start(&mut self, name: &[u8], attributes: &Attributes, self_closing: bool) -> Option<State> {
        let mut tag = self.names.tag(name);
        if tag == Tag::IMAGE {
            tag = self.names.tag(b"img");
        }
        let kind = self.names.kind(tag);
        let foreign = self.names.innermost(Tag::SVG);
        if let Some(svg) = foreign {
            let inside_html =
                [Tag::FOREIGN_OBJECT, Tag::DESC, Tag::TITLE].iter().any(|point| self.names.innermost(*point) > foreign);
            if !inside_html {
                if kind.is(Kind::BREAKOUT) {
                    self.pop_to(svg);
                } else {
                    if !self_closing {
                        self.push(tag, String::new());
                    }
                    return None;
                }
            }
        }
        match tag {
            Tag::HTML | Tag::BODY | Tag::HEAD => {
                self.merge(tag, attributes);
                return None;
            }
            Tag::META => self.meta(attributes),
            Tag::LINK => self.link_element(attributes),
            Tag::BASE if self.head.base.is_none() => {
                self.head.base = attributes.get("href").map(|h| h.trim().to_owned());
            }
            Tag::BR if self.skip.is_none() => {
                self.line_break();
            }
            _ => {}
        }
        if kind.is(Kind::VOID) && tag != Tag::HR {
            self.state(tag, attributes, false);
            return None;
        }
        if tag == Tag::FORM && self.names.innermost(Tag::FORM).is_some() {
            return None;
        }
        self.imply_ends(tag, kind);
        if kind.is(Kind::BLOCK) || tag == Tag::HR {
            self.flush();
        }
        if tag == Tag::HR {
            return None;
        }
        if !self.imply_starts(tag) {
            return None;
        }
        if self_closing && (tag == Tag::SVG || tag == Tag::MATH || self.names.innermost(Tag::MATH).is_some()) {
            return None;
        }
        let at = self.stack.len();
        self.push(tag, if self.skip.is_none() { attributes.hints() } else { String::new() });
        if self.skip.is_none() {
            if self.left_out(tag, kind, attributes) {
                self.skip = Some(at);
                self.raw = match tag {
                    Tag::TITLE => Raw::Title,
                    Tag::SCRIPT if attributes.is_json_ld() => Raw::JsonLd,
                    _ => Raw::Nothing,
                };
            } else if tag == Tag::A
                && let Some(href) = attributes.get("href")
            {
                self.run.open_link(href.trim().to_owned());
                if let Some(open) = self.stack.last_mut() {
                    open.link = true;
                }
            }
        } else if tag == Tag::SCRIPT && matches!(self.raw, Raw::Nothing) && attributes.is_json_ld() {
            // JSON-LD inside something hidden says what it says all the same.
            self.raw = Raw::JsonLd;
        }
        self.state(tag, attributes, true);
        match name {
            b"title" | b"textarea" => Some(State::RcData),
            b"script" => Some(State::ScriptData),
            b"style" | b"iframe" | b"xmp" | b"noembed" | b"noframes" | b"noscript" => Some(State::RawText),
            b"plaintext" => Some(State::PlainText),
            _ => None,
        }
    }

    fn left_out(&self, tag: Tag, kind: Kind, attributes: &Attributes) -> bool {
        kind.is(Kind::SKIP)
            // React streams what was slow to come as `<div hidden id="S:0">`, and a script of its own moves it into place.
            || (attributes.has("hidden") && !attributes.get("id").is_some_and(|id| id.starts_with("S:")))
            || attributes.displays_none()
            || (tag == Tag::TEMPLATE && !attributes.has("shadowrootmode"))
            || (tag == Tag::DIALOG && !attributes.has("open"))
            || (!kind.is(Kind::BLOCK) && attributes.get("aria-hidden") == Some("true"))
    }

    /// `html` and `body` are open from the start; a tag adds its attributes.
    fn merge(&mut self, tag: Tag, attributes: &Attributes) {
        if tag == Tag::HTML
            && self.head.lang.is_none()
            && let Some(lang) = attributes.get("lang").map(str::trim).filter(|l| !l.is_empty())
        {
            self.head.lang = Some(lang.to_owned());
        }
        let at = if tag == Tag::HTML { 0 } else { 1 };
        if tag != Tag::HEAD
            && let Some(open) = self.stack.get_mut(at)
            && open.hints.is_empty()
            && open.element.is_none()
        {
            open.hints = attributes.hints();
        }
    }

    /// What came of it, links resolved against `<base>` and the page's address.
    pub(super) fn finish(mut self, page: Option<&str>) -> Parsed {
        self.pop_to(2);
        self.flush();
        self.head.microdata.retain(|statement| !statement.content.is_empty());
        let base = match (self.head.base.as_deref(), page) {
            (Some(base), Some(page)) => url::resolve(page, base),
            (Some(base), None) => Some(base.to_owned()),
            (None, page) => page.map(ToOwned::to_owned),
        };
        for block in &mut self.blocks {
            block.links.retain_mut(|link| resolve(link, base.as_deref()));
        }
        Parsed { blocks: self.blocks, elements: self.elements, head: self.head }
    }
}

/// Resolves a link. `false`: it leads to no document.
fn resolve(link: &mut Link, base: Option<&str>) -> bool {
    if let Some(resolved) = base.and_then(|base| url::resolve(base, &link.href)) {
        link.href = resolved;
    }
    let scheme = link.href.split(':').next().unwrap_or_default();
    !(scheme.eq_ignore_ascii_case("javascript") || scheme.eq_ignore_ascii_case("data"))
}
