//! The words of a stretch of one sentence, looked at by their index: what reading dates and figures needs.

use super::prose::{Prose, Word};

/// Words of one sentence. What lies outside is not there: no date or figure goes on into the next sentence.
pub(super) struct Cursor<'p, 't> {
    prose: &'p Prose<'t>,
    begin: usize,
    end: usize,
}

impl<'p, 't> Cursor<'p, 't> {
    /// The words from `begin` to before `end`, as indices into [`Prose::words`].
    pub(super) fn new(prose: &'p Prose<'t>, begin: usize, end: usize) -> Self {
        Cursor { prose, begin, end }
    }

    pub(super) fn word(&self, at: usize) -> Option<&'p Word> {
        (self.begin..self.end).contains(&at).then(|| self.prose.words().get(at)).flatten()
    }

    /// Whether it is the first of them.
    pub(super) fn opens(&self, at: usize) -> bool {
        at == self.begin
    }

    /// The word in lower case; nothing outside.
    pub(super) fn form(&self, at: usize) -> &'p str {
        self.word(at).map_or("", |w| self.prose.form(w))
    }

    /// The form of the word before.
    pub(super) fn before(&self, at: usize) -> &'p str {
        at.checked_sub(1).map_or("", |before| self.form(before))
    }

    /// What stands between a word and the next.
    pub(super) fn gap(&self, at: usize) -> &'p str {
        self.prose.gap_after(at)
    }

    /// The character right before a word.
    pub(super) fn mark(&self, at: usize) -> Option<char> {
        let span = self.word(at)?.span;
        self.prose.passage(span.block)?.text.get(..span.start as usize)?.chars().next_back()
    }
}
