//! HTML's rules of nesting, as many as decide which text stands in which block: implied tags, misnested formatting, table parts.

use super::Builder;
use crate::article::html::tags::{Kind, Names, Tag};

impl Builder {
    /// Closes what this start tag closes without saying so.
    pub(super) fn imply_ends(&mut self, tag: Tag, kind: Kind) {
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
    pub(super) fn imply_starts(&mut self, tag: Tag) -> bool {
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
    pub(in crate::article::html) fn end(&mut self, name: &[u8]) {
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

    /// Marks a formatting element (or a form) as ended although elements within it are still open.
    pub(super) fn end_early(&mut self, at: usize) {
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
}
