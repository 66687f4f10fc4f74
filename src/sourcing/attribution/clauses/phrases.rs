//! Noun phrases around a verb: its subject, and what stands between it and its complement.

use super::{REACH, Use};
use crate::sourcing::attribution::cues::{frame, preposition, tag};
use crate::sourcing::attribution::tokens::{Tokens, gap};
use std::ops::Range;

/// Words that stop every scan over a noun phrase.
const BOUNDARY: u32 = tag::SUB | tag::AUX;

impl Tokens<'_, '_> {
    /// The subject that stands before the verb group at `group`; `earlier` is that of the verb before it.
    pub fn subject_before(&self, group: usize, from: usize, earlier: Option<Range<usize>>) -> Option<Range<usize>> {
        let mut end = group;
        let t = self.at(group);
        if end <= from {
            return None;
        }
        if t.after(gap::COMMA | gap::DASH | gap::CLOSES_PAREN | gap::CLOSES_QUOTE) {
            // “Marsh, who runs the port, said”: back over what the marks enclose.
            let mut k = group;
            let lowest = from.max(group.saturating_sub(REACH));
            let opened = loop {
                if k <= lowest {
                    break None;
                }
                k -= 1;
                if k > from && self.at(k).after(gap::COMMA | gap::DASH | gap::OPENS_PAREN) && !self.at(k).quoted {
                    break Some(k);
                }
            };
            let k = opened?;
            if self.at(k).is(tag::AND) {
                return earlier;
            }
            if k == from {
                return None;
            }
            // “In May, the port lost money, said Marsh”: what the commas enclose is a clause, no aside.
            if !self.at(k).is(tag::ING | tag::PARTICIPLE | tag::SUB)
                && !(k..group).any(|w| self.at(w).is(tag::RELATIVE))
                && self.has_verb(k..group, k)
            {
                return None;
            }
            let np = self.phrase_before(k, from);
            let named = |r: Range<usize>| r.clone().any(|w| self.at(w).is(tag::NAME));
            if self.at(k).is(tag::NAME) && !named(np.clone()) && !np.is_empty() {
                // “The spokeswoman, Ana Reyes, said”
                return Some(np.start..group);
            }
            end = k;
        }
        let last = self.at(end - 1);
        if last.is(tag::AND) {
            return earlier;
        }
        if last.is(tag::RELATIVE) && end - 1 > from {
            // The source of “Marsh, who runs it and says” is Marsh.
            let np = self.phrase_before(end - 1, from);
            if !np.is_empty() && !self.at(np.end - 1).is(tag::VERB | tag::AUX) {
                return Some(np.start..end);
            }
        }
        if last.is(tag::SUBJECT | tag::RELATIVE) {
            return Some(end - 1..end);
        }
        let np = self.phrase_before(end, from);
        (!np.is_empty() && !self.at(np.end - 1).is(tag::PREP | tag::COPULA)).then_some(np)
    }

    /// The noun phrase that ends before `end`.
    pub fn phrase_before(&self, end: usize, from: usize) -> Range<usize> {
        let lowest = from.max(end.saturating_sub(REACH));
        let mut start = end;
        let mut at = end;
        while at > lowest {
            at -= 1;
            let t = self.at(at);
            if t.quoted {
                break;
            }
            if t.is(BOUNDARY) && !t.is(tag::PREP) {
                break;
            }
            let prior = at.checked_sub(1).filter(|_| at > from).map(|p| self.at(p)).unwrap_or_default();
            if t.is(tag::THAT | tag::RELATIVE | tag::WH) {
                let restrictive = !t.after(gap::BREAK)
                    && at > from
                    && at + 1 < end
                    && !prior.is(tag::VERB | tag::NOUN | tag::AUX | tag::ADJECTIVE);
                if !(restrictive || t.is(tag::DET) && at + 1 < end) {
                    break;
                }
            } else if t.is(tag::SUBJECT) && !t.is(tag::DET | tag::QUANTITY) && at + 1 < end {
                break;
            } else if t.is(tag::VERB) && !t.is(tag::AMBIGUOUS | tag::NOUN) {
                let infinitive = prior.is(tag::TO);
                let modifier = t.is(tag::ING)
                    || (t.is(tag::PARTICIPLE) && (t.frames & frame::BARE == 0 || prior.is(tag::DET | tag::POSS)));
                if at + 1 < end && !infinitive && !modifier
                    || prior.is(tag::SUBJECT) && !prior.is(tag::DET | tag::RELATIVE)
                {
                    break;
                }
            } else if t.is(tag::AND) && (at == from || t.after(gap::COMMA) || prior.is(tag::VERB)) {
                break;
            }
            start = at;
            if t.after(gap::BREAK) {
                break;
            }
        }
        while start < end
            && self.at(start).is(tag::ADVERB | tag::AND | tag::TIME | tag::SUB)
            && !self.at(start).is(tag::QUANTITY | tag::DET)
        {
            start += 1;
        }
        if start + 2 < end && self.at(start).is(tag::PREP) && self.at(start + 1).is(tag::TIME) {
            start += 2;
        }
        start..end
    }

    /// The noun phrase that begins at `start`: to the next mark, verb or conjunction.
    pub fn phrase_after(&self, start: usize, to: usize) -> Range<usize> {
        let mut at = start;
        let limit = to.min(start + REACH);
        while at < limit {
            let t = self.at(at);
            if at > start && t.after(gap::BREAK) {
                break;
            }
            let finite = t.is(tag::AUX)
                || (t.is(tag::VERB)
                    && matches!(self.verb_use(at, start, to), Some(Use::Finite))
                    && !t.is(tag::PARTICIPLE));
            if t.is(tag::SUB | tag::THAT) && !t.is(tag::PREP | tag::DET) || (finite && at > start) || t.quoted {
                break;
            }
            at += 1;
        }
        start..at
    }

    /// Past adverbs, times and phrases of place and occasion (“on Monday”, “in a statement”, “to reporters”), unless the
    /// cue itself takes that preposition.
    pub fn past_adverbials(&self, start: usize, to: usize, frames: u64) -> usize {
        let mut at = start;
        for _ in 0..6 {
            if at >= to || self.at(at).quoted || self.at(at).is(tag::THAT) {
                return at;
            }
            let t = self.at(at);
            let enclosed = t.after(gap::COMMA);
            if t.after(gap::BREAK) && !(enclosed && t.is(tag::PREP)) {
                return at;
            }
            if t.is(tag::ADVERB | tag::NEG | tag::TIME) && !t.is(tag::PREP | tag::SUB)
                || (t.is(tag::ADVERB)
                    && t.is(tag::PREP)
                    && self.complement_starts(at + 1, to)
                    && self.at(at + 1).is(tag::THAT))
            {
                at += 1;
                continue;
            }
            let form = self.form(at);
            let prep = t.is(tag::PREP | tag::TO) && !t.is(tag::SUB) || matches!(form, "after" | "before" | "as");
            if !prep || frames & preposition(form) != 0 || (t.is(tag::TO) && self.at(at + 1).is(tag::BASE)) {
                return at;
            }
            // The phrase itself.
            let mut end = at + 1;
            let mut nouns = 0;
            while end < to && end < at + REACH {
                let w = self.at(end);
                if w.quoted || w.after(gap::BREAK) {
                    break;
                }
                if w.is(tag::THAT | tag::WH | tag::SUB | tag::AUX) || w.is(tag::TO) {
                    break;
                }
                if w.is(tag::SUBJECT) && !w.is(tag::DET | tag::OBJECT)
                    || (nouns > 0 && w.is(tag::DET | tag::POSS | tag::SUBJECT | tag::PREP))
                {
                    break;
                }
                if !w.is(tag::DET | tag::POSS | tag::ADVERB) {
                    nouns += 1;
                }
                end += 1;
            }
            if nouns == 0
                && end < to
                && self.at(end).quoted
                && self.at(end).after(gap::OPENS_QUOTE)
                && matches!(form, "on" | "in" | "at" | "for" | "to")
            {
                // “said on “The Late Hour” that”
                end += 1;
                while end < to && self.at(end).quoted && !self.at(end).after(gap::OPENS_QUOTE) {
                    end += 1;
                }
            }
            if enclosed {
                // “said, in an interview, that”
                if end < to && self.at(end).after(gap::COMMA) {
                    at = end;
                    continue;
                }
                return at;
            }
            at = end;
        }
        at
    }
}
