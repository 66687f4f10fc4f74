//! Cues of one sentence with their sources and contents: verbs, nouns, adjectives, “according to”, “reportedly”.

use super::cues::{frame, tag};
use super::tokens::{Tokens, gap};
use crate::text::WordList;
use std::ops::Range;

/// One attribution in word indices.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Relation {
    /// In order, not overlapping.
    pub content: Vec<Range<usize>>,
    /// None for a quotation that stands by itself.
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
    /// Nobody can be named: a passive without an agent, “reportedly”, “many people”.
    pub nobody: bool,
    /// What a reader is shown as hearsay.
    pub hearsay: bool,
    /// A verb of speech, whose speaker goes on speaking in the quotations that follow.
    pub speech: bool,
}

/// The sentence that is being read.
pub(super) struct Reader<'k, 'p, 't> {
    pub k: &'k Tokens<'p, 't>,
    pub from: usize,
    pub to: usize,
    /// The subject of the last finite verb.
    pub subject: Option<Range<usize>>,
    /// The source of the last verb of speech.
    pub speaker: Option<Range<usize>>,
    pub found: Vec<Relation>,
}

/// The relations of the sentence that has these words, in the order of their cues.
pub(super) fn relations(k: &Tokens, words: Range<usize>) -> Vec<Relation> {
    let mut reader = Reader { k, from: words.start, to: words.end, subject: None, speaker: None, found: Vec::new() };
    let mut at = words.start;
    while at < words.end {
        at = reader.read(at).max(at + 1);
    }
    reader.leave_to_their_speakers();
    reader.found
}

/// Adverbs that pass on what somebody says without saying who.
const REPORTEDLY: &[&str] = &["reportedly", "allegedly", "supposedly", "purportedly", "rumoredly", "ostensibly"];

/// Groups that nobody could be asked about.
const NOBODY: WordList = WordList(
    "people critics observers some many others everyone everybody folks insiders pundits detractors skeptics \
     sceptics one anyone most nobody somebody someone few commentators naysayers",
);

impl Reader<'_, '_, '_> {
    /// Reads the word at `at`; the index to go on from.
    fn read(&mut self, at: usize) -> usize {
        let t = self.k.at(at);
        if t.quoted {
            return at + 1;
        }
        let form = self.k.form(at);
        if form == "according" && self.k.form(at + 1) == "to" {
            return self.according(at);
        }
        if REPORTEDLY.contains(&form) {
            self.reportedly(at);
            return at + 1;
        }
        if matches!(form, "in" | "by") && (at == self.from || self.k.at(at).after(gap::COMMA)) {
            self.in_words_of(at);
        }
        if form == "to" && at == self.from {
            self.side(at);
        }
        if t.is(tag::VERB)
            && let Some(usage) = self.k.verb_use(at, self.from, self.to)
        {
            self.verb(at, usage);
            return at + t.length as usize;
        }
        if t.is(tag::AUX) && !t.is(tag::SUBJECT) {
            let group = self.k.group_start(at, self.from);
            if let Some(subject) = self.k.subject_before(group, self.from, self.subject.clone()) {
                self.subject = Some(subject);
            }
        }
        if at == self.from && t.is(tag::PARTICIPLE) && t.frames & frame::ADDR != 0 {
            self.asked(at);
        }
        if t.is(tag::NOUN) {
            self.noun(at);
        }
        if t.is(tag::ADJECTIVE) {
            self.adjective(at);
        }
        at + 1
    }

    pub(super) fn push(
        &mut self,
        content: impl IntoIterator<Item = Range<usize>>,
        cue: Range<usize>,
        source: Option<Range<usize>>,
        speech: bool,
    ) {
        let content: Vec<_> = content.into_iter().filter(|r| !r.is_empty()).collect();
        if content.is_empty() {
            return;
        }
        let nobody = source.as_ref().is_none_or(|s| self.is_nobody(s));
        let hearsay = self.is_hearsay(&cue, source.as_ref(), &content);
        self.found.push(Relation { content, cue: Some(cue), source, nobody, hearsay, speech });
    }

    /// “many people”, “critics”: no name, no number, nothing but the group.
    pub(super) fn is_nobody(&self, source: &Range<usize>) -> bool {
        source.clone().any(|k| NOBODY.has(self.k.form(k)))
            && source.clone().all(|k| {
                let t = self.k.at(k);
                NOBODY.has(self.k.form(k)) || t.is(tag::DET | tag::QUANTITY | tag::ADVERB | tag::PREP)
            })
    }
}
