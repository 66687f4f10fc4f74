//! Takes html5gum's events and hands the builder whole tags and runs of text.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State};

use super::attributes::Attributes;
use super::builder::Builder;

#[derive(Clone, Copy, PartialEq)]
enum Current {
    Start,
    End,
}

/// Feeds a [`Builder`] from the tokenizer.
pub(super) struct Feed<'b> {
    builder: &'b mut Builder,
    current: Current,
    name: Vec<u8>,
    last_start: Vec<u8>,
    self_closing: bool,
    attributes: Attributes,
    attribute_name: Vec<u8>,
    attribute_value: Vec<u8>,
    /// What the attribute whose value is read is kept as, if it matters; `None` until its value begins.
    wanted: Option<Option<&'static str>>,
}

impl<'b> Feed<'b> {
    pub(super) fn new(builder: &'b mut Builder) -> Self {
        Feed {
            builder,
            current: Current::End,
            name: Vec::new(),
            last_start: Vec::new(),
            self_closing: false,
            attributes: Attributes::default(),
            attribute_name: Vec::new(),
            attribute_value: Vec::new(),
            wanted: None,
        }
    }

    fn keep_attribute(&mut self) {
        if !self.attribute_name.is_empty()
            && let Some(kept) = self.wanted()
        {
            self.attributes.set(kept, &self.attribute_value);
        }
        self.forget_attribute();
    }

    fn wanted(&mut self) -> Option<&'static str> {
        let start = self.current == Current::Start;
        *self.wanted.get_or_insert_with(|| Attributes::kept(&self.attribute_name).filter(|_| start))
    }

    fn forget_attribute(&mut self) {
        self.attribute_name.clear();
        self.attribute_value.clear();
        self.wanted = None;
    }
}

impl Emitter for Feed<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, last_start_tag: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(last_start_tag.unwrap_or_default());
    }

    fn emit_eof(&mut self) {}

    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, characters: &[u8]) {
        self.builder.text(characters);
    }

    fn init_start_tag(&mut self) {
        self.current = Current::Start;
        self.name.clear();
        self.self_closing = false;
        self.attributes.clear();
        self.forget_attribute();
    }

    fn init_end_tag(&mut self) {
        self.current = Current::End;
        self.name.clear();
        self.forget_attribute();
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.keep_attribute();
        match self.current {
            Current::Start => {
                self.last_start.clone_from(&self.name);
                self.builder.start(&self.name, &self.attributes, self.self_closing)
            }
            Current::End => {
                self.builder.end(&self.name);
                None
            }
        }
    }

    fn emit_current_comment(&mut self) {}

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, part: &[u8]) {
        self.name.extend_from_slice(part);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.keep_attribute();
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        self.attribute_name.extend_from_slice(part);
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        if self.wanted().is_some() {
            self.attribute_value.extend_from_slice(part);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.current == Current::End && !self.name.is_empty() && self.name == self.last_start
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.builder.in_foreign_content()
    }
}
