//! Clauses around a cue: which word is a verb and how it is used, its subject, its complement, where that ends.
//!
//! A finite-state treatment: no tagger, only closed classes, the forms that verbs take, and the marks between words.

use super::cues::{frame, preposition, tag};
use super::tokens::{Tokens, gap};
use std::ops::Range;

/// How a verb form is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// With a subject of its own.
    Finite,
    /// After “to”.
    Infinitive,
    /// “…, saying …”, “by saying …”.
    Ing,
    /// After a form of “be”, or after its noun: “the claim made by …”.
    Passive,
}

/// What is said, and in what form the cue takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// A clause: it may hold verbs of its own.
    Clause,
    /// A noun phrase: it ends before the next verb of the sentence.
    Phrase,
    /// A clause inside the subject of the sentence: “the claim that it is safe angered them”; it ends before the second
    /// verb.
    Subject,
}

/// Words that stop every scan over a noun phrase.
const BOUNDARY: u32 = tag::SUB | tag::AUX;
/// Longest scan for a subject or a complement's start, in words; keeps the cost of a sentence linear.
const REACH: usize = 40;

impl Tokens<'_, '_> {
    /// The nearest word before `i` in `from..` that is no adverb, if no mark but a comma stands between.
    fn before(&self, i: usize, from: usize) -> Option<usize> {
        let mut at = i;
        while at > from {
            if self.at(at).after(gap::BREAK) {
                return None;
            }
            at -= 1;
            if !self.at(at).is(tag::ADVERB | tag::NEG) || self.at(at).is(tag::AUX | tag::SUBJECT) {
                return Some(at);
            }
        }
        None
    }

    /// How the verb form at `i` is used in the sentence that begins at `from` and ends before `to`; `None` if it is no
    /// verb there.
    pub fn verb_use(&self, i: usize, from: usize, to: usize) -> Option<Use> {
        let t = self.at(i);
        if !t.is(tag::VERB) || t.after(gap::HYPHEN) || (i + 1 < to && self.at(i + 1).after(gap::HYPHEN)) {
            return None;
        }
        let noun = t.is(tag::AMBIGUOUS | tag::NOUN);
        let previous = self.before(i, from);
        let p = previous.map(|p| self.at(p)).unwrap_or_default();
        let direct = previous.is_some();
        if direct
            && p.is(tag::TO)
            && t.is(tag::BASE)
            && !(previous == i.checked_sub(1) && self.noun_follows_to(i, noun, to))
        {
            return Some(Use::Infinitive);
        }
        if direct && p.is(tag::BE) {
            if t.is(tag::ING) {
                return Some(Use::Finite);
            }
            if t.is(tag::PARTICIPLE) {
                return Some(Use::Passive);
            }
        }
        if direct && p.is(tag::HAVE) && t.is(tag::PARTICIPLE) {
            return Some(Use::Finite);
        }
        if direct && p.is(tag::MODAL | tag::DO) && t.is(tag::BASE) {
            return Some(Use::Finite);
        }
        let modified =
            direct && ((p.is(tag::DET | tag::POSS) && !p.is(tag::SUBJECT | tag::RELATIVE)) || p.is(tag::GENITIVE));
        if t.is(tag::ING) {
            if modified || (noun && direct && p.is(tag::PREP) && !self.complement_starts(i + t.length as usize, to)) {
                return None;
            }
            return Some(Use::Ing);
        }
        if t.is(tag::PAST) {
            if modified
                || (direct
                    && p.is(tag::PREP | tag::QUANTITY)
                    && !p.is(tag::SUBJECT | tag::RELATIVE)
                    && !self.complement_starts(i + 1, to))
            {
                return None;
            }
            let next = i + t.length as usize;
            if t.is(tag::PARTICIPLE) && next < to && self.form(next) == "by" && !self.at(next).after(gap::BREAK) {
                return direct.then_some(Use::Passive);
            }
            if i == from && t.is(tag::PARTICIPLE) {
                return None;
            }
            return Some(Use::Finite);
        }
        let next = i + t.length as usize;
        if t.is(tag::PRESENT) {
            if modified {
                return None;
            }
            if !noun {
                return Some(Use::Finite);
            }
            if direct && p.is(tag::SUBJECT | tag::RELATIVE) {
                return Some(Use::Finite);
            }
            if direct
                && (p.is(tag::PREP | tag::QUANTITY | tag::AND | tag::BE | tag::DO | tag::VERB)
                    || p.plural && !p.is(tag::NAME))
            {
                return (p.is(tag::AND) && self.complement_starts(next, to)).then_some(Use::Finite);
            }
            if direct
                && ["al", "ic", "ive", "ous", "ful", "less", "ary", "able", "an", "ern", "ing", "ed"]
                    .iter()
                    .any(|e| previous.is_some_and(|p| self.form(p).ends_with(e)))
                && !p.is(tag::NAME)
            {
                return None;
            }
            let closing = direct
                && p.is(tag::NAME)
                && (next >= to || self.at(next).after(gap::COMMA))
                && t.frames & frame::QUOTE != 0;
            let open = closing
                || self.complement_starts(next, to)
                || (direct
                    && p.is(tag::NAME)
                    && next < to
                    && self.at(next).is(tag::ING)
                    && !self.at(next).after(gap::BREAK))
                || (direct && p.is(tag::NAME) && next < to && preposition(self.form(next)) & t.frames != 0);
            return open.then_some(Use::Finite);
        }
        if t.is(tag::BASE) {
            if !direct && !noun && t.after(gap::COMMA) && i > from {
                // “Growers, for instance, argue”
                return Some(Use::Finite);
            }
            if modified || !direct || p.is(tag::BE | tag::HAVE) && !p.is(tag::SUBJECT) {
                return None;
            }
            let plural = (p.is(tag::SUBJECT | tag::RELATIVE) && !p.is(tag::DET))
                || p.is(tag::QUANTITY)
                || (p.plural && !p.is(tag::GENITIVE | tag::VERB | tag::PREP))
                || matches!(
                    previous.map(|p| self.form(p)),
                    Some("people" | "police" | "men" | "women" | "public" | "that")
                );
            if !noun && i > from && !p.is(tag::DET | tag::POSS | tag::TO) {
                return Some(Use::Finite);
            }
            if plural && (!noun || p.is(tag::SUBJECT | tag::RELATIVE) || self.complement_starts(next, to)) {
                return Some(Use::Finite);
            }
            // “to praise and condemn”: the first verb's “to” serves both.
            if p.is(tag::AND) && (!noun || self.complement_starts(next, to)) {
                let begin = i.saturating_sub(12).max(from);
                if (begin..i).any(|k| self.at(k).is(tag::TO | tag::MODAL)) {
                    return Some(Use::Infinitive);
                }
            }
        }
        None
    }

    /// “to support and …” is a verb; “according to claims”, “response to criticism” are not.
    fn noun_follows_to(&self, i: usize, noun: bool, to: usize) -> bool {
        noun && i + 1 < to && self.at(i + 1).is(tag::AUX | tag::AND) && !self.complement_starts(i + 1, to)
    }

    /// Whether a complement can start at `i`: a determiner, pronoun, name, “that”, “to”, a question word, a quotation.
    pub fn complement_starts(&self, i: usize, to: usize) -> bool {
        if i >= to {
            return false;
        }
        let t = self.at(i);
        let next = self.at(i + 1);
        if t.is(tag::THAT)
            && (next.is(tag::AUX) && !next.is(tag::SUBJECT)
                || next.is(tag::VERB) && !next.is(tag::AMBIGUOUS) && next.is(tag::PAST | tag::PRESENT))
        {
            // A relative clause: “the shows that aired”.
            return false;
        }
        t.after(gap::OPENS_QUOTE | gap::COLON)
            || (!t.after(gap::BREAK) && t.is(tag::ADVERB) && next.is(tag::ING))
            || (!t.after(gap::BREAK)
                && t.is(tag::DET
                    | tag::POSS
                    | tag::SUBJECT
                    | tag::OBJECT
                    | tag::THAT
                    | tag::WH
                    | tag::TO
                    | tag::NAME
                    | tag::QUANTITY
                    | tag::GENITIVE))
    }

    /// Whether the word at `i`, which stands after “to”, can be an infinitive; any word that no list knows can.
    pub fn infinitive_at(&self, i: usize) -> bool {
        let t = self.at(i);
        t.is(tag::BASE | tag::BE | tag::HAVE | tag::DO | tag::ADVERB)
            || t.length > 0 && t.tags & !(tag::AMBIGUOUS | tag::NOUN) == 0 && !t.plural && !t.after(gap::BREAK)
    }

    /// The first word of the verb group that ends with the verb at `i`.
    pub fn group_start(&self, i: usize, from: usize) -> usize {
        let mut at = i;
        while at > from && !self.at(at).after(gap::BREAK) {
            let t = self.at(at - 1);
            if t.is(tag::SUBJECT | tag::RELATIVE) || !t.is(tag::AUX | tag::ADVERB | tag::NEG | tag::TO) || t.quoted {
                break;
            }
            at -= 1;
        }
        // “Trump also said”: an adverb that opens the group belongs to it; one before a subject does not come here.
        at
    }

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
