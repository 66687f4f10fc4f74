//! What a reader is shown as credited to no one named: “critics say”, “many people wonder whether”, “is widely believed”,
//! “reportedly”, “there are fears that”. Of what is credited to nobody it leaves out whom somebody accuses or expects
//! without a word for who does, what a crowd merely does or feels (“many will miss”, “everyone knew”), and what is the hearsay of
//! somebody named. “Allegedly” is left out as well: it is the court's or the police's word, and they are seldom far.

use super::cues::{is_form_of, tag};
use super::relations::{Reader, Relation};
use super::tokens::gap;
use crate::text::WordList;
use std::ops::Range;

/// Those who are known by what they say alone.
const VOICES: WordList =
    WordList("critics detractors observers pundits commentators skeptics sceptics naysayers insiders");

/// Those who are known by nothing.
const CROWDS: WordList = WordList("some many most others people few folks everyone everybody");

/// The verbs for what a crowd says or thinks, of which the regular forms go without saying: “speculated”, “wondering”.
const HELD: WordList = WordList(
    "say said argue believe think thought claim fear worry wonder speculate suspect predict assume assure contend grumble note suggest \
     question doubt insist insinuate maintain expect warn",
);

/// What only might be, or is asked for.
const WOULD_BE: WordList = WordList("can could should must will to");

/// Before a group: it may not have said so, or did not. At its head: the text told of it before.
const SUPPOSED: WordList = WordList("if whether unless do did not no");
const DEFINITE: WordList = WordList("the these those no");

/// What a crowd says is a clause, of so many words at least: “some fear spiders” is no hearsay.
const A_CLAUSE: usize = 4;

/// Passives that pass on what nobody is said to have said: “it is said that”, “is feared to have”.
const PASSED_ON: WordList =
    WordList("assumed believed claimed feared reported rumored rumoured said speculated thought understood whispered");

/// Words that do so in any cue, and those that do after “there are”.
const WIDELY: WordList = WordList("commonly generally purportedly reportedly rumoredly rumors rumours widely");
const AFOOT: WordList = WordList("claims concerns fears speculation suspicion suspicions worries");

impl Reader<'_, '_, '_> {
    /// Whether an attribution is hearsay.
    pub(super) fn is_hearsay(
        &self,
        cue: &Range<usize>,
        source: Option<&Range<usize>>,
        content: &[Range<usize>],
    ) -> bool {
        let k = self.k;
        let cued = |words| self.has(cue.clone(), words);
        let before = |n: usize| cue.start.saturating_sub(n).max(self.from);
        // One stroke for one source and for one word: “critics say that … and argue that …”, “reportedly claimed that”.
        let again = |r: &Relation| {
            r.hearsay
                && (source.is_some() && r.source.as_ref() == source
                    || r.cue.as_ref().is_some_and(|c| cue.contains(&c.start) || c.contains(&cue.start)))
        };
        if self.found.iter().any(again) {
            return false;
        }
        let Some(source) = source else {
            // “reportedly told the Ledger”: so the Ledger says.
            let told =
                k.form(cue.end) == "told" && (k.at(cue.end + 1).is(tag::NAME) || k.at(cue.end + 2).is(tag::NAME));
            return !told
                && (cued(WIDELY)
                    || cued(PASSED_ON) && (before(1)..cue.end).any(|w| k.at(w).is(tag::BE))
                    || AFOOT.has(k.form(cue.end - 1)) && self.has(before(4)..cue.start, WordList("there")));
        };
        let apart = |w| k.at(w).after(gap::BREAK) || k.at(w).is(tag::NAME | tag::RELATIVE | tag::PREP | tag::TO);
        let Some(voices) = self.unnamed(source).filter(|_| !(source.end..cue.start).any(apart)) else { return false };
        if k.form(cue.start) == "according" {
            return true;
        }
        let held = cue.clone().any(|w| HELD.words().any(|held| is_form_of(k.form(w), held)));
        let voiced = voices && k.at(cue.end - 1).is(tag::VERB | tag::ADJECTIVE);
        !cued(WOULD_BE) && (voiced || held && content.iter().map(Range::len).sum::<usize>() >= A_CLAUSE)
    }

    fn has(&self, mut words: Range<usize>, list: WordList) -> bool {
        words.any(|w| list.has(self.k.form(w)))
    }

    /// Whether a source is one of the `VOICES`, if it is a group that cannot be asked and no more than that: “many people”, “its
    /// critics”, “critics of the plan”, “some in the party”; not “the people”, of whom was told.
    fn unnamed(&self, source: &Range<usize>) -> Option<bool> {
        let k = self.k;
        let before = source.start.checked_sub(1).filter(|&b| b >= self.from);
        if DEFINITE.has(k.form(source.start)) || before.is_some_and(|b| SUPPOSED.has(k.form(b))) {
            return None;
        }
        let mut at = source.start;
        while at + 1 < source.end
            && k.at(at).is(tag::DET | tag::POSS | tag::QUANTITY | tag::ADVERB)
            && !k.at(at + 1).is(tag::PREP)
        {
            at += 1;
        }
        let voices = VOICES.has(k.form(at));
        let within = k.form(at + 1);
        let plain = at + 1 == source.end
            || voices && within == "of"
            || within == "in" && !(at + 1..source.end).any(|w| k.at(w).is(tag::NAME));
        (plain && (voices || CROWDS.has(k.form(at)))).then_some(voices)
    }

    /// What somebody named says of hearsay is theirs: “the Ledger said that Dunn had reportedly left”.
    pub(super) fn leave_to_their_speakers(&mut self) {
        for n in 0..self.found.len() {
            let cue = self.found.get(n).filter(|r| r.hearsay).and_then(|r| r.cue.as_ref()).map(|cue| cue.start);
            let Some(cue) = cue else { continue };
            let theirs = |r: &Relation| !r.nobody && !r.hearsay && r.content.iter().any(|c| c.contains(&cue));
            if self.found.iter().any(theirs)
                && let Some(relation) = self.found.get_mut(n)
            {
                relation.hearsay = false;
            }
        }
    }
}
