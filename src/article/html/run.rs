//! One block in the making: its text, white space collapsed, and its links.

use crate::page::Link;

/// A link that is open around the text that comes.
struct Open {
    href: String,
    /// First and last character so far, in UTF-16 units of the run.
    span: Option<(u32, u32)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Gap {
    None,
    Space,
    Line,
}

/// A run of text between two interruptions.
pub(super) struct Run {
    text: Vec<u8>,
    /// The length of `text` in UTF-16 code units.
    units: u32,
    gap: Gap,
    links: Vec<Link>,
    open: Vec<Open>,
}

/// The most blocks' worth of text that one run may hold; more is a page gone wrong.
const LONGEST: usize = 4 << 20;

impl Run {
    pub(super) fn new() -> Self {
        Run { text: Vec::new(), units: 0, gap: Gap::None, links: Vec::new(), open: Vec::new() }
    }

    /// Adds text as it stands in the source.
    pub(super) fn push(&mut self, source: &[u8]) {
        let mut rest = source;
        while let Some(&first) = rest.first() {
            if is_space(first) {
                let spaces = rest.iter().take_while(|b| is_space(**b)).count();
                self.space();
                rest = rest.get(spaces..).unwrap_or_default();
            } else {
                let length = rest.iter().take_while(|b| !is_space(**b)).count();
                let (word, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
                self.word(word);
                rest = after;
            }
        }
    }

    fn space(&mut self) {
        if self.gap == Gap::None && !self.text.is_empty() {
            self.gap = Gap::Space;
        }
    }

    /// A line break. `true` if it is the second in a row, which ends the block.
    pub(super) fn line(&mut self) -> bool {
        if self.text.is_empty() {
            return false;
        }
        let second = self.gap == Gap::Line;
        self.gap = Gap::Line;
        second
    }

    fn word(&mut self, word: &[u8]) {
        if self.text.len() > LONGEST {
            return;
        }
        match self.gap {
            Gap::None => {}
            Gap::Space => self.unit(b' '),
            Gap::Line => self.unit(b'\n'),
        }
        self.gap = Gap::None;
        let start = self.units;
        for &byte in word.iter().filter(|b| **b != 0) {
            self.text.push(byte);
            // A UTF-8 sequence is one unit, and one more if its lead byte tells of four.
            self.units += u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0);
        }
        if let Some(link) = self.open.last_mut()
            && self.units > start
        {
            link.span = Some((link.span.map_or(start, |(first, _)| first), self.units));
        }
    }

    fn unit(&mut self, byte: u8) {
        self.text.push(byte);
        self.units += 1;
    }

    /// A link begins around what follows.
    pub(super) fn open_link(&mut self, href: String) {
        self.keep_link();
        self.open.push(Open { href, span: None });
    }

    /// The innermost link ends.
    pub(super) fn close_link(&mut self) {
        self.keep_link();
        self.open.pop();
    }

    fn keep_link(&mut self) {
        if let Some(link) = self.open.last_mut()
            && let Some((start, end)) = link.span.take()
        {
            self.links.push(Link { start, end, href: link.href.clone() });
        }
    }

    /// The block so far, if it is one, and a fresh start; links stay open.
    pub(super) fn take(&mut self) -> Option<(String, Vec<Link>)> {
        self.keep_link();
        self.gap = Gap::None;
        self.units = 0;
        let links = std::mem::take(&mut self.links);
        if self.text.is_empty() {
            return None;
        }
        let text = String::from_utf8(std::mem::take(&mut self.text))
            .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned());
        (!text.trim().is_empty()).then_some((text, links))
    }
}

/// HTML's white space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0C' | b'\r')
}
