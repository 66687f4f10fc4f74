//! What a reader is shown as credited to no one named: “critics say”, “many residents fear”, “some called it a farce”, “is widely
//! believed”, “reportedly”, “there are fears that”. Of what is credited to nobody it leaves out whom somebody accuses or expects
//! without a word for who does, what a crowd merely does or feels (“many will miss”, “everyone knew”), and what is the hearsay of
//! somebody named. “Allegedly” is left out as well: it is the court's or the police's word, and they are seldom far.
//!
//! Who has no name but was met is somebody: “two officials said”, “sources familiar with the matter”, “a docker said”. The paper knows
//! who they are and answers for them, which is why style guides want the number, the office or the access told; a mark would say of
//! all sources that were promised anonymity what is true of rumour. “Officials”, “experts”, “police” say what their office or trade
//! holds, and can be asked. “Many residents”, “some lawmakers” tell neither number, nor place, nor office: there is nobody to ask.

use super::cues::{is_form_of, tag};
use super::relations::{Reader, Relation};
use super::tokens::{Tokens, gap};
use crate::text::WordList;
use std::ops::Range;

/// Those who are known by what they say alone.
const VOICES: WordList =
    WordList("critics detractors observers pundits commentators skeptics sceptics naysayers insiders");

/// Those who are known by nothing.
const CROWDS: WordList = WordList("some many most others people few folks everyone everybody locals");

/// What makes a crowd of a plural: “many residents”, “a number of shopkeepers”. “Several friends” were met.
const VAGUE: WordList = WordList("some many most other others few numerous countless number");
/// Plurals that do not end so.
const PLURALS: WordList = WordList("people folk men women children");
/// What was counted was asked, and what was written can be read: “most voters in the survey”, “some studies”.
const COUNTED: WordList =
    WordList("poll polls survey surveys surveyed polled percent census study studies reports papers records documents");

/// The verbs for what a crowd says or thinks, of which the regular forms go without saying: “speculated”, “wondering”.
const HELD: WordList = WordList(
    "say said argue believe think thought claim fear worry wonder speculate suspect predict assume assure contend grumble note suggest \
     question doubt insist insinuate maintain expect warn complain",
);
/// Of those for what it calls or blames somebody or something, which are hearsay with two parts alone: “some called it a farce”, not
/// “some called the police”; “many blame the wall for the floods”.
const NAMED: WordList = WordList("call brand dub label describe cast hail denounce blame accuse");
/// What stands before the second part.
const SECOND: WordList = WordList("a an the as for of");

/// What only might be, is asked for, or was not said.
const WOULD_BE: WordList = WordList("can could may might should must will to not never");

/// Before a group: it may not have said so, or did not. At its head: the text told of it before.
const SUPPOSED: WordList = WordList("if whether unless do did not no");
const DEFINITE: WordList = WordList("the these those no");

/// What a crowd says is a clause, of so many words at least: “some fear spiders” is no hearsay.
const A_CLAUSE: usize = 4;

/// Passives that pass on what nobody is said to have said: “it is said that”, “is feared to have”.
const PASSED_ON: WordList =
    WordList("assumed believed claimed feared reported rumored rumoured said speculated thought understood whispered");

/// Of these what was heard in court, where “was said to have” is the prosecution's word.
const HEARD: WordList = WordList("claimed said");
/// What “reportedly” stands before where the speaker is named, and only the way to his words is not: “Dunn reportedly told the board”.
const SPOKE: WordList =
    WordList("add argue call claim complain deny hail name post promise said say tell told tweet warn write wrote");

/// The words by which the press passes on what the press has said.
const PRESS: WordList = WordList("purportedly reportedly reported");
/// Those that are no verbs.
const HEDGES: WordList = WordList("purportedly reportedly");

/// Words that do so in any cue, and those that do after “there are”.
const WIDELY: WordList = WordList("commonly generally purportedly reportedly rumoredly rumors rumours widely");
const AFOOT: WordList = WordList("belief claims concerns fears feeling speculation suspicion suspicions worries");

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
            let spoken = |at| SPOKE.words().any(|verb| is_form_of(k.form(at), verb));
            let told = cued(PRESS) && (spoken(cue.end) || spoken(cue.end - 1));
            let heard = || cued(HEARD) && self.has(before(1)..cue.end, WordList("was were"));
            // “has to be understood”: so the writer asks.
            return !told
                && !cued(WOULD_BE)
                && (cued(WIDELY)
                    || cued(PASSED_ON) && (before(1)..cue.end).any(|w| k.at(w).is(tag::BE)) && !heard()
                    || AFOOT.has(k.form(cue.end - 1)) && self.has(before(4)..cue.start, WordList("there")));
        };
        let apart = |w| k.at(w).after(gap::BREAK) || k.at(w).is(tag::NAME | tag::RELATIVE | tag::PREP | tag::TO);
        let Some(voices) = self.unnamed(source).filter(|_| !(source.end..cue.start).any(apart)) else { return false };
        if k.form(cue.start) == "according" {
            return true;
        }
        let verb_of = |list: WordList| cue.clone().any(|w| list.words().any(|verb| is_form_of(k.form(w), verb)));
        let voiced = voices && k.at(cue.end - 1).is(tag::VERB | tag::ADJECTIVE);
        let whole = content.iter().map(Range::len).sum::<usize>() >= A_CLAUSE;
        let parts = || {
            // “called the hotline to ask for the forms”
            let mut rest = content.iter().cloned().flatten().skip(1).take_while(|&w| !k.at(w).is(tag::TO));
            rest.any(|w| SECOND.has(k.form(w)) && !k.at(w - 1).is(tag::PREP | tag::AND | tag::TO))
        };
        // “Many feel that”, but “many feel the cold of the quay”.
        let that = || content.first().is_some_and(|c| k.form(c.start) == "that");
        let felt = || source.len() > 1 && verb_of(WordList("feel felt")) && that();
        // “Others think about it”, “many complain about the noise”: what they do.
        let about = || !voices && k.form(cue.end - 1) == "about";
        // “Few would have called it a success”
        let named = || verb_of(NAMED) && !cued(WordList("would")) && parts();
        !cued(WOULD_BE) && !about() && (voiced || whole && (verb_of(HELD) || felt() || named()))
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
        if self.is_vague_plural(source, at) {
            return Some(false);
        }
        let voices = VOICES.has(k.form(at));
        let within = k.form(at + 1);
        let plain = at + 1 == source.end
            || voices && within == "of"
            || within == "in" && !(at + 1..source.end).any(|w| k.at(w).is(tag::NAME));
        (plain && (voices || CROWDS.has(k.form(at)))).then_some(voices)
    }

    /// “many residents”, “some older dockers”, “a number of shopkeepers”: a plural after a word for some or many, of which no more is told.
    fn is_vague_plural(&self, source: &Range<usize>, head: usize) -> bool {
        let k = self.k;
        let last = source.end - 1;
        let form = k.form(last);
        // “a growing number of”
        let of = (source.start..last).find(|&w| k.form(w) == "number" && k.form(w + 1) == "of").map(|w| w + 2);
        let noun = of.unwrap_or(head)..source.end;
        (1..=3).contains(&noun.len())
            && self.has(source.start..noun.start, VAGUE)
            && (PLURALS.has(form) || form.ends_with('s') && !form.ends_with("ss"))
            && !noun.clone().any(|w| k.at(w).is(tag::NAME | tag::PREP | tag::RELATIVE | tag::DET | tag::QUANTITY))
            && !self.has(self.from..self.to, COUNTED)
            && !source.clone().any(|w| k.prose.words().get(w).is_some_and(|w| w.number))
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

/// What was reported is left to somebody credited beside it: in its sentence whoever it is, in the one before or after it whoever
/// has a name (“The Ledger had the letter first. Dunn is reportedly …”).
pub(super) fn leave_to_those_beside(k: &Tokens, found: &mut [Relation]) {
    let cue_has = |r: &Relation, list: WordList| r.cue.clone().is_some_and(|mut cue| cue.any(|w| list.has(k.form(w))));
    let sentence = |r: &Relation| Some(k.prose.words().get(r.cue.as_ref()?.start)?.sentence as usize);
    // Whether a sentence credits somebody, and somebody with a name.
    let mut credits = vec![(false, false); k.prose.sentences().len()];
    // “The board reportedly knew” has two cues in one place.
    for relation in found.iter().filter(|r| !r.nobody && !cue_has(r, HEDGES)) {
        let (Some(at), Some(mut source)) = (sentence(relation), relation.source.clone()) else { continue };
        if let Some(credited) = credits.get_mut(at) {
            *credited = (true, credited.1 || source.any(|w| k.at(w).is(tag::NAME)));
        }
    }
    let block = |at: usize| k.prose.sentences().get(at).map(|s| s.span.block);
    for relation in found.iter_mut().filter(|r| r.hearsay && r.source.is_none() && cue_has(r, PRESS)) {
        let Some(own) = sentence(relation) else { continue };
        let named = |at: usize| credits.get(at).is_some_and(|c| c.1) && block(at) == block(own);
        let here = credits.get(own).is_some_and(|c| c.0);
        relation.hearsay = !(here || own.checked_sub(1).is_some_and(named) || named(own + 1));
    }
}
