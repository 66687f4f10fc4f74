//! The stack of open elements, and what comes of it: blocks, elements and the head.

use html5gum::State;

use super::Parsed;
use super::run::{Run, is_space};
use super::tags::{Kind, Names, Tag};
use crate::article::{holds, url};
use crate::page::{Block, Element, Head, Link, Meta};

/// Browsers stop nesting at 512; deeper elements get the hints of the last one kept.
const DEEPEST: usize = 512;
/// Characters kept of an element's hints.
const HINTS: usize = 200;
/// Statements kept of [`Head::microdata`], and characters of each.
const STATEMENTS: usize = 300;
const STATEMENT: usize = 300;
/// Bytes of one JSON-LD script that are kept; real ones stay far below.
const JSON_LD: usize = 1 << 20;
/// `<meta>` entries kept.
const METAS: usize = 500;

/// The attributes that matter, of one start tag. Their strings are used again for the next tag.
#[derive(Default)]
pub(super) struct Attributes {
    values: Vec<(&'static str, String)>,
    count: usize,
}

/// Those that are kept.
const KEPT: [&str; 19] = [
    "id",
    "class",
    "role",
    "itemprop",
    "aria-label",
    "aria-hidden",
    "href",
    "hidden",
    "style",
    "rel",
    "content",
    "datetime",
    "name",
    "property",
    "type",
    "lang",
    "open",
    "shadowrootmode",
    "itemscope",
];

impl Attributes {
    pub(super) fn clear(&mut self) {
        self.count = 0;
    }

    /// The name under which an attribute is kept, if it matters.
    pub(super) fn kept(name: &[u8]) -> Option<&'static str> {
        KEPT.iter().copied().find(|kept| kept.as_bytes() == name)
    }

    /// Keeps an attribute. The first of a name counts.
    pub(super) fn set(&mut self, kept: &'static str, value: &[u8]) {
        if self.has(kept) {
            return;
        }
        if self.count == self.values.len() {
            self.values.push((kept, String::new()));
        }
        if let Some((name, text)) = self.values.get_mut(self.count) {
            *name = kept;
            text.clear();
            text.push_str(&String::from_utf8_lossy(value));
            self.count += 1;
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().take(self.count).find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn hints(&self) -> String {
        let mut hints = String::new();
        for name in ["id", "class", "role", "itemprop", "aria-label"] {
            if let Some(value) = self.get(name).map(str::trim).filter(|v| !v.is_empty()) {
                if !hints.is_empty() {
                    hints.push(' ');
                }
                hints.push_str(value);
            }
        }
        truncate(&mut hints, HINTS);
        if self.get("aria-hidden") == Some("true") {
            hints.push_str(if hints.is_empty() { "aria-hidden" } else { " aria-hidden" });
        }
        hints
    }

    fn displays_none(&self) -> bool {
        self.get("style").is_some_and(|style| {
            let mut rest = style;
            while let Some(at) = rest.find("display") {
                let Some(after) = rest.get(at + "display".len()..) else {
                    return false;
                };
                let value = after.trim_start().strip_prefix(':').map(str::trim_start);
                if value.is_some_and(|v| v.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("none"))) {
                    return true;
                }
                rest = after;
            }
            false
        })
    }
}

/// Cuts a string after `limit` characters.
fn truncate(text: &mut String, limit: usize) {
    if text.len() > limit
        && let Some((at, _)) = text.char_indices().nth(limit)
    {
        text.truncate(at);
    }
}

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

    /// Marks a formatting element (or a form) as ended although elements within it are still open.
    fn end_early(&mut self, at: usize) {
        if let Some(open) = self.stack.get_mut(at) {
            open.ended = true;
            let (tag, link, capture) = (open.tag, std::mem::take(&mut open.link), open.capture.take());
            self.names.closed(tag);
            // A form is out of the way at once: what follows belongs to the elements around it.
            let lists = [&mut self.blocks_open, &mut self.specials, &mut self.barriers];
            for list in lists.into_iter().filter(|_| tag == Tag::FORM) {
                if let Some(found) = list.iter().rposition(|open| *open == at) {
                    list.remove(found);
                }
            }
            if link {
                self.run.close_link();
            }
            if let Some(capture) = capture {
                self.close_capture(capture);
            }
        }
    }

    // ------------------------------------------------------------ tags

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
                    Tag::SCRIPT
                        if attributes.get("type").is_some_and(|t| {
                            t.trim().get(..19).is_some_and(|t| t.eq_ignore_ascii_case("application/ld+json"))
                        }) =>
                    {
                        Raw::JsonLd
                    }
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
        } else if tag == Tag::SCRIPT && matches!(self.raw, Raw::Nothing) {
            // JSON-LD inside something hidden says what it says all the same.
            if attributes.get("type").is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json")) {
                self.raw = Raw::JsonLd;
            }
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

    /// Closes what this start tag closes without saying so.
    fn imply_ends(&mut self, tag: Tag, kind: Kind) {
        if kind.is(Kind::CLOSES_P) {
            self.close_in_scope(Tag::P);
        }
        if kind.is(Kind::HEADING)
            && let Some(top) = self.stack.last()
            && self.names.kind(top.tag).is(Kind::HEADING)
        {
            self.pop_to(self.stack.len() - 1);
        }
        let table = self.names.innermost(Tag::TABLE);
        match tag {
            Tag::LI => {
                let li = self.names.innermost(Tag::LI);
                if li.is_some() && self.barriers.last().copied() == li {
                    self.pop_to(li.unwrap_or(usize::MAX));
                }
            }
            Tag::DD | Tag::DT => {
                let open = self.names.innermost(Tag::DD).max(self.names.innermost(Tag::DT));
                if open.is_some() && self.barriers.last().copied() == open {
                    self.pop_to(open.unwrap_or(usize::MAX));
                }
            }
            Tag::A if self.names.innermost(Tag::A) > self.scopes.last().copied() => {
                self.end_formatting(Tag::A);
            }
            Tag::BUTTON => self.close_in_scope(Tag::BUTTON),
            Tag::TD | Tag::TH => self.close_table_parts(table, &[Tag::TD, Tag::TH, Tag::CAPTION]),
            Tag::TR => self.close_table_parts(table, &[Tag::TR, Tag::TD, Tag::TH, Tag::CAPTION]),
            Tag::TBODY | Tag::THEAD | Tag::TFOOT | Tag::CAPTION => self.close_table_parts(
                table,
                &[Tag::TBODY, Tag::THEAD, Tag::TFOOT, Tag::TR, Tag::TD, Tag::TH, Tag::CAPTION],
            ),
            _ => {}
        }
    }

    fn close_in_scope(&mut self, tag: Tag) {
        if let Some(at) = self.names.innermost(tag)
            && Some(at) > self.scopes.last().copied()
        {
            self.pop_to(at);
        }
    }

    /// Closes the outermost of these that stand in the innermost table.
    fn close_table_parts(&mut self, table: Option<usize>, parts: &[Tag]) {
        let first = parts.iter().filter_map(|part| self.names.innermost(*part)).filter(|at| Some(*at) > table).min();
        if let (Some(at), Some(_)) = (first, table) {
            self.pop_to(at);
        }
    }

    /// Opens the table parts that this one needs around it. `false`: it has no place here.
    fn imply_starts(&mut self, tag: Tag) -> bool {
        if !matches!(tag, Tag::TD | Tag::TH | Tag::TR | Tag::TBODY | Tag::THEAD | Tag::TFOOT | Tag::CAPTION) {
            return true;
        }
        let table = self.names.innermost(Tag::TABLE);
        if table.is_none() {
            return false;
        }
        let inside = |names: &Names, parts: &[Tag]| parts.iter().any(|part| names.innermost(*part) > table);
        if matches!(tag, Tag::TD | Tag::TH | Tag::TR) && !inside(&self.names, &[Tag::TBODY, Tag::THEAD, Tag::TFOOT]) {
            self.push(Tag::TBODY, String::new());
        }
        if matches!(tag, Tag::TD | Tag::TH) && !inside(&self.names, &[Tag::TR]) {
            self.push(Tag::TR, String::new());
        }
        true
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &[u8]) {
        let tag = self.names.tag(name);
        match tag {
            Tag::HTML | Tag::BODY | Tag::HEAD => return,
            Tag::BR => {
                if self.skip.is_none() {
                    self.line_break();
                }
                return;
            }
            _ => {}
        }
        let Some(at) = self.names.innermost(tag) else {
            return;
        };
        let kind = self.names.kind(tag);
        if kind.is(Kind::FORMATTING) {
            self.end_formatting(tag);
            return;
        }
        let in_table = matches!(
            tag,
            Tag::TABLE | Tag::TBODY | Tag::THEAD | Tag::TFOOT | Tag::TR | Tag::TD | Tag::TH | Tag::CAPTION
        );
        let limit = if in_table { self.names.innermost(Tag::TABLE) } else { self.scopes.last().copied() };
        let inside_svg = self.names.innermost(Tag::SVG).is_some_and(|svg| svg < at);
        if Some(at) < limit && !inside_svg {
            return;
        }
        if tag == Tag::FORM {
            if self.specials.last().is_some_and(|special| *special > at) {
                self.flush();
                self.end_early(at);
                return;
            }
        } else if !kind.is(Kind::SPECIAL) && self.specials.last().is_some_and(|special| *special > at) {
            return;
        }
        self.pop_to(at);
    }

    fn end_formatting(&mut self, tag: Tag) {
        let Some(at) = self.names.innermost(tag) else {
            return;
        };
        if Some(at) < self.scopes.last().copied() {
            return;
        }
        if self.specials.last().is_some_and(|special| *special > at) {
            self.end_early(at);
        } else {
            self.pop_to(at);
        }
    }

    // ------------------------------------------------------------ what the document says about itself

    fn meta(&mut self, attributes: &Attributes) {
        let name = attributes.get("name").or(attributes.get("property")).or(attributes.get("itemprop"));
        if let (Some(name), Some(content)) = (name, attributes.get("content"))
            && self.head.meta.len() < METAS
        {
            self.head.meta.push(Meta { name: name.trim().to_owned(), content: content.trim().to_owned() });
        }
    }

    fn link_element(&mut self, attributes: &Attributes) {
        let canonical = attributes
            .get("rel")
            .is_some_and(|rel| rel.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("canonical")));
        if canonical && self.head.canonical.is_none() {
            self.head.canonical =
                attributes.get("href").map(str::trim).filter(|h| !h.is_empty()).map(ToOwned::to_owned);
        }
    }

    /// Records what an element states; see [`Head::microdata`].
    fn state(&mut self, tag: Tag, attributes: &Attributes, has_text: bool) {
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

    fn close_capture(&mut self, (first, count, start): (usize, usize, usize)) {
        let text = collapsed(self.captured.get(start..).unwrap_or_default(), STATEMENT);
        for statement in self.head.microdata.iter_mut().skip(first).take(count) {
            statement.content.clone_from(&text);
        }
        self.captures = self.captures.saturating_sub(1);
        if self.captures == 0 {
            self.captured.clear();
        }
    }

    // ------------------------------------------------------------ the end

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

/// Text with its white space collapsed, cut after `limit` characters.
fn collapsed(source: &[u8], limit: usize) -> String {
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
