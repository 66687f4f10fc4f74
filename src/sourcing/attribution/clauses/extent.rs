//! Where a complement ends.

use super::{Extent, Use};
use crate::sourcing::attribution::cues::{frame, tag};
use crate::sourcing::attribution::tokens::{Tokens, gap};
use std::ops::Range;

impl Tokens<'_, '_> {
    /// Whether a finite verb stands in `range` before the next comma that ends a clause.
    pub fn has_verb(&self, range: Range<usize>, from: usize) -> bool {
        let to = range.end;
        let begin = range.start;
        range
            .take(30)
            .skip(1)
            .take_while(|&k| {
                let t = self.at(k);
                !(t.after(gap::SEMICOLON | gap::COLON)
                    || t.after(gap::COMMA) && t.is(tag::AND) && !self.extends_subject(begin, k, to))
            })
            .any(|k| {
                let t = self.at(k);
                (t.is(tag::AUX) && !t.is(tag::SUBJECT))
                    || t.is(tag::BE | tag::MODAL | tag::HAVE)
                    || (t.is(tag::VERB) && matches!(self.verb_use(k, from, to), Some(Use::Finite)))
            })
            || self.at(from).is(tag::BE | tag::MODAL | tag::HAVE) && self.at(from).is(tag::SUBJECT)
    }

    /// Whether a clause with a cue of its own begins at `at`, with the subject first or shared: “and he added that”.
    pub fn own_cue(&self, at: usize, to: usize) -> bool {
        const SAYS: u64 = frame::THAT | frame::BARE | frame::QUOTE;
        for k in at..to.min(at + 14) {
            let t = self.at(k);
            if t.quoted || (k > at && t.after(gap::BREAK & !gap::CLOSES_QUOTE)) {
                return false;
            }
            if t.is(tag::VERB) && matches!(self.verb_use(k, at, to), Some(Use::Finite)) {
                return t.frames & SAYS != 0;
            }
        }
        false
    }

    /// Whether the comma and conjunction at `at` only add to a subject whose verb is still to come: “the wall, and others
    /// like it, show …”.
    fn extends_subject(&self, start: usize, at: usize, to: usize) -> bool {
        let verbal = |w: usize| {
            let t = self.at(w);
            t.is(tag::AUX) && !t.is(tag::SUBJECT)
                || self.form(w) != "like" && t.is(tag::VERB) && matches!(self.verb_use(w, start, to), Some(Use::Finite))
        };
        let closes = (at + 2..to.min(at + 9)).find(|&w| self.at(w).after(gap::BREAK));
        closes.is_some_and(|c| self.at(c).after(gap::COMMA) && verbal(c))
            && !(start..at).any(verbal)
            && !(at..closes.unwrap_or(at)).any(verbal)
    }

    /// Whether the comma before `at` parts two adjectives of one noun: “a disgraceful, ruinous folly”.
    fn parts_adjectives(&self, start: usize, at: usize, to: usize) -> bool {
        let plain = |w: usize| self.at(w).tags & !(tag::ADVERB | tag::ADJECTIVE | tag::AMBIGUOUS) == 0;
        let opens = (start.max(at.saturating_sub(4))..at)
            .rev()
            .find(|&w| !plain(w) || self.at(w).after(gap::BREAK))
            .is_some_and(|w| w + 1 < at && self.at(w).is(tag::DET | tag::POSS | tag::PREP));
        const OTHERS: u32 = tag::DET
            | tag::POSS
            | tag::SUBJECT
            | tag::PREP
            | tag::AUX
            | tag::AND
            | tag::SUB
            | tag::WH
            | tag::TO
            | tag::NAME
            | tag::PAST;
        let noun = |w: usize| w < to && !self.at(w).is(OTHERS) && !self.at(w).after(gap::BREAK);
        opens && at < to && plain(at) && (!self.at(at).plural || self.form(at).ends_with("ous")) && noun(at + 1)
    }

    /// One past the last word of a complement that starts at `start`.
    pub fn complement_end(&self, start: usize, to: usize, extent: Extent, within_relative: bool) -> usize {
        let mut extent = extent;
        // No clause of its own has begun within an infinitive.
        let mut plain = true;
        let mut depth = 0i32;
        let mut relative = false;
        // An infinitive has its verb already.
        let mut verbs = i32::from(self.at(start).is(tag::TO | tag::NEG));
        for at in start + 1..to {
            let t = self.at(at);
            if t.after(gap::OPENS_PAREN) {
                depth += 1;
            }
            if t.after(gap::CLOSES_PAREN) {
                depth -= 1;
                if depth < 0 {
                    return at;
                }
            }
            if t.quoted && !t.after(gap::OPENS_QUOTE) {
                continue;
            }
            if t.after(gap::SEMICOLON) {
                return at;
            }
            if depth > 0 {
                continue;
            }
            let cue_ing = t.is(tag::ING) && t.frames & (frame::THAT | frame::QUOTE) != 0;
            if t.after(gap::COMMA | gap::DASH) {
                // “asked for a delay, which is more than the board has done”: what somebody asks for, the writer comments.
                let comments = self.form(at) == "which" && self.at(at + 1).is(tag::BE);
                let modifies = (t.is(tag::PARTICIPLE | tag::ING) && !cue_ing) || t.is(tag::RELATIVE) && !comments;
                let goes_on = modifies || self.lists_on(at, to) || self.parts_adjectives(start, at, to);
                if within_relative || (extent == Extent::Phrase && !goes_on) {
                    return at;
                }
                if cue_ing || (self.form(at) == "according" && self.form(at + 1) == "to") {
                    return at;
                }
                let conjunction =
                    t.is(tag::AND) || matches!(self.form(at), "while" | "although" | "though" | "whereas");
                if conjunction && self.own_cue(at + 1, to) && !self.extends_subject(start, at, to) {
                    return at;
                }
            } else if t.is(tag::AND) {
                let next = self.at(at + 1);
                // “the warnings and “repeated pleas” of the union”: what is quoted goes on.
                if next.quoted {
                    continue;
                }
                let finite = next.is(tag::AUX) && !next.is(tag::SUBJECT)
                    || next.is(tag::VERB)
                        && !next.is(tag::AMBIGUOUS)
                        && next.is(tag::PAST | tag::PRESENT)
                        && !next.is(tag::BASE);
                if finite && self.at(start).is(tag::TO) && extent != Extent::Phrase && plain {
                    // “eager to leave and are packing”: no second infinitive.
                    return at;
                }
                let says = next.is(tag::VERB) && next.frames & (frame::THAT | frame::BARE | frame::QUOTE) != 0;
                if says && matches!(self.verb_use(at + 1, at, to), Some(Use::Finite)) {
                    return at;
                }
            }
            if t.is(tag::THAT | tag::RELATIVE | tag::WH | tag::SUB | tag::SUBJECT) {
                plain = false;
            }
            if extent == Extent::Subject {
                if t.is(tag::AND | tag::RELATIVE | tag::THAT | tag::SUB | tag::WH) || t.after(gap::COMMA) {
                    verbs = 0;
                }
                let finite =
                    t.is(tag::AUX) && !t.is(tag::SUBJECT) || matches!(self.verb_use(at, start, to), Some(Use::Finite));
                let first = !self.at(at - 1).is(tag::AUX | tag::TO | tag::ADVERB) || !finite;
                if finite && first {
                    verbs += 1;
                    if verbs > 1 && !self.at(at - 1).is(tag::SUBJECT) {
                        return at;
                    }
                }
            }
            if extent == Extent::Phrase {
                if t.is(tag::TO) && self.at(at + 1).is(tag::BASE) {
                    extent = Extent::Clause;
                    continue;
                }
                // “the people they are to protect”
                let bare = t.is(tag::SUBJECT)
                    && !t.is(tag::DET | tag::QUANTITY | tag::OBJECT | tag::AUX)
                    && !t.after(gap::BREAK)
                    && !self.at(at - 1).is(tag::AND | tag::SUB | tag::PREP | tag::VERB | tag::AUX);
                if t.is(tag::RELATIVE | tag::THAT | tag::WH) || bare {
                    relative = true;
                }
                let form = self.form(at);
                if t.is(tag::SUB) && !t.is(tag::WH) && !matches!(form, "as" | "than") || form == "when" {
                    return at;
                }
                let finite = t.is(tag::AUX)
                    || (t.is(tag::VERB)
                        && !t.is(tag::PARTICIPLE | tag::AMBIGUOUS)
                        && matches!(self.verb_use(at, start, to), Some(Use::Finite)));
                if finite {
                    // “who was fooling his followers”: one verb.
                    let grouped = !relative && at > start && self.at(at - 1).is(tag::AUX) && !t.is(tag::AUX);
                    if relative {
                        relative = false;
                    } else if !grouped {
                        return at;
                    }
                }
            }
        }
        to
    }

    /// Whether a list goes on after the comma before `at`: “jobs, wages and pensions”.
    fn lists_on(&self, at: usize, to: usize) -> bool {
        for k in at..to.min(at + 9) {
            let t = self.at(k);
            if k > at && t.after(gap::SEMICOLON | gap::COLON | gap::DASH) {
                return false;
            }
            if t.is(tag::AND) {
                return k + 1 < to && !self.at(k + 1).is(tag::SUBJECT | tag::VERB);
            }
            if t.is(tag::AUX | tag::SUB | tag::RELATIVE | tag::VERB) {
                return false;
            }
        }
        false
    }
}
