//! Nouns and adjectives that attribute: “the claim that …”, “is confident that …”.

use super::clauses::Extent;
use super::cues::{frame, tag};
use super::relations::Reader;
use super::tokens::gap;

impl Reader<'_, '_, '_> {
    pub(super) fn noun(&mut self, at: usize) {
        let k = self.k;
        let frames = k.at(at).frames >> frame::NOUN & frame::ALL;
        let after = at + 1;
        if frames & frame::THAT != 0 && self.announces(at) {
            return;
        }
        if frames == 0 || after >= self.to || k.at(after).after(gap::BREAK & !gap::OPENS_QUOTE) {
            return;
        }
        let frames = frames & !(frame::NP | frame::BARE | frame::QUOTE);
        // “the concern is that”, “her goal is to”
        let be = (after..self.to.min(after + 7))
            .take_while(|&w| !k.at(w).after(gap::BREAK))
            .find(|&w| k.at(w).is(tag::AUX | tag::VERB | tag::THAT));
        let linked = be
            .filter(|&w| k.at(w).is(tag::BE) && !k.at(w).is(tag::SUBJECT) && (w == after || k.at(after).is(tag::PREP)))
            .filter(|&w| {
                k.at(w + 1).is(tag::THAT)
                    || k.form(w + 1) == "whether"
                    || k.at(w + 1).is(tag::TO) && k.infinitive_at(w + 2)
            })
            .filter(|&w| w + 1 < self.to)
            .map(|w| (w + 1, Extent::Clause));
        let mut b = at;
        while b > self.from && k.at(b - 1).tags & !(tag::NAME | tag::QUANTITY) == 0 && !k.at(b).after(gap::BREAK) {
            b -= 1;
        }
        if b > self.from + 1 && k.form(b - 1) == "no" && k.at(b - 2).is(tag::BE) {
            // “There is no indication that”: the writer says so.
            return;
        }
        // “questions that have swirled”: a relative clause, no content.
        let relative = |v: usize| {
            k.at(v).is(tag::THAT | tag::RELATIVE)
                && (k.at(v + 1).is(tag::AUX) && !k.at(v + 1).is(tag::SUBJECT)
                    || k.at(v + 1).is(tag::VERB) && k.at(v + 1).is(tag::PAST | tag::PRESENT)
                    || k.at(v + 1).is(tag::ADVERB) && k.at(v + 2).is(tag::VERB | tag::AUX))
        };
        if linked.is_none() && relative(after) {
            return;
        }
        let Some((start, extent)) = linked.or_else(|| self.complement(after, frames, false)) else { return };
        let opens = self.subject.is_none() && extent == Extent::Clause && linked.is_none();
        let end = k.complement_end(start, self.to, if opens { Extent::Subject } else { extent }, self.enclosed(at));
        // “Marsh's claim”, “their claim”, “the mayor made the claim”, “a claim by Marsh”.
        let mut owner = None;
        let mut first = at;
        for b in (at.saturating_sub(5).max(self.from)..at).rev() {
            let t = k.at(b);
            if t.is(tag::POSS | tag::GENITIVE) {
                let np = if t.is(tag::POSS) { b..b + 1 } else { k.phrase_before(b + 1, self.from) };
                owner = Some(np);
                first = b + 1;
                break;
            }
            if (t.is(tag::PREP | tag::AUX | tag::AND) || t.is(tag::VERB) && !t.is(tag::ING | tag::PARTICIPLE))
                && !t.is(tag::AMBIGUOUS)
                || k.at(b + 1).after(gap::BREAK)
            {
                break;
            }
            if t.is(tag::DET) {
                break;
            }
        }
        if owner.is_none() {
            let governed = (at.saturating_sub(9).max(self.from)..at).any(|b| k.at(b).is(tag::VERB | tag::HAVE));
            owner = self.subject.clone().filter(|s| governed && k.form(s.start) != "there");
        }
        self.push(Some(start..end), first..start.max(after).min(end), owner, false);
    }

    /// “His message: the board has failed”, “the union’s complaint was simple: …”: a colon after somebody's saying.
    fn announces(&mut self, at: usize) -> bool {
        let k = self.k;
        let to = self.to.min(at + 5);
        let Some(colon) = (at + 1..to).find(|&w| k.at(w).after(gap::BREAK)).filter(|&w| k.at(w).after(gap::COLON))
        else {
            return false;
        };
        if colon > at + 1 && !k.at(at + 1).is(tag::BE) {
            return false;
        }
        let from = at.saturating_sub(3).max(self.from);
        let Some(owner) = (from..at).rev().find(|&b| k.at(b).is(tag::POSS | tag::GENITIVE)) else { return false };
        let source = if k.at(owner).is(tag::POSS) { owner..owner + 1 } else { k.phrase_before(owner + 1, self.from) };
        self.push(Some(colon..self.to), owner + 1..colon, Some(source), false);
        true
    }

    pub(super) fn adjective(&mut self, at: usize) {
        let k = self.k;
        let frames = k.at(at).frames >> frame::ADJECTIVE & frame::ALL;
        let mut b = at;
        while b > self.from && k.at(b - 1).is(tag::ADVERB | tag::NEG) && !k.at(b - 1).is(tag::AUX) {
            b -= 1;
        }
        let linked = b > self.from && (k.at(b - 1).is(tag::BE | tag::COPULA));
        let aside = b == self.from + 2 && k.at(self.from).is(tag::TO);
        if frames == 0 || !linked || aside {
            // “To be sure, …”: the writer's own.
            return;
        }
        let Some((start, extent)) = self.complement(at + 1, frames, false) else { return };
        let group = k.group_start(b, self.from);
        let end = k.complement_end(start, self.to, extent, self.enclosed(group));
        let subject = k.subject_before(group, self.from, self.subject.clone()).or_else(|| self.subject.clone());
        self.push(Some(start..end), group..at + 1, subject, false);
    }
}
