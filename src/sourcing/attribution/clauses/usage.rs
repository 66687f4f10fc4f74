//! Which word is a verb, and how it is used.

use super::Use;
use crate::sourcing::attribution::cues::{frame, preposition, tag};
use crate::sourcing::attribution::tokens::{Tokens, gap};

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
}
