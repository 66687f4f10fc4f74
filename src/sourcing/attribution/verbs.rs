//! Verbs that attribute: finite, infinitive, participle, passive; whose they are and how far they reach.

use super::clauses::{Extent, Use};
use super::cues::{frame, tag};
use super::phrases::DOCUMENTS;
use super::relations::Reader;
use super::relations::Relation;
use super::tokens::gap;
use crate::text::WordList;
use std::ops::Range;

/// “It is … to say that”: what follows is the writer's.
const WRITERS_OWN: WordList =
    WordList("hard difficult impossible easy fair safe tempting important worth reasonable wrong");
/// Verbs whose object does what the infinitive after it says.
const CAUSING: WordList = WordList(
    "lead leads led leading prompt prompts prompted prompting cause causes caused causing force forces forced \
     forcing allow allows allowed allowing enable enabled push pushed get got help helped for asked told urged \
     inspired drove encouraged",
);

/// The frames of a verb in the passive: “said to be”, “believed to have left” go with every verb that takes a clause.
fn raising(frames: u64) -> u64 {
    let raised = if frames & (frame::THAT | frame::BARE) != 0 { frame::INF } else { 0 };
    (frames | raised) & !(frame::NP | frame::BARE | frame::QUOTE)
}

impl Reader<'_, '_, '_> {
    pub(super) fn verb(&mut self, at: usize, usage: Use) {
        let k = self.k;
        let t = k.at(at);
        let group = k.group_start(at, self.from);
        let after = at + t.length as usize;
        let mut subject = match usage {
            Use::Finite | Use::Passive => k.subject_before(group, self.from, self.subject.clone()),
            Use::Infinitive | Use::Ing => self.controller(at, group, usage),
        };
        let fronted = group == self.from && matches!(usage, Use::Ing);
        if usage == Use::Finite {
            // “…,” said Marsh.
            let set_off = k.at(group).after(gap::COMMA | gap::CLOSES_QUOTE | gap::DASH);
            let free = subject.is_none() || k.at(group).after(gap::CLOSES_QUOTE) && !k.at(group).after(gap::DASH);
            if t.frames & frame::QUOTE != 0
                && (t.frames & frame::ADDR == 0 || k.at(group).after(gap::CLOSES_QUOTE))
                && set_off
                && free
                && self.inverted(group, after)
            {
                return;
            }
            if subject.is_some() {
                self.subject.clone_from(&subject);
            }
        }
        if t.frames & frame::ALL == 0 {
            return;
        }
        if usage == Use::Finite && subject.is_none() && k.at(group).is(tag::TO) {
            // “He seems to be admitting that”
            subject.clone_from(&self.subject);
        }
        let judged = group.checked_sub(1).filter(|_| usage == Use::Infinitive && group > self.from);
        if judged.is_some_and(|j| WRITERS_OWN.has(k.form(j))) {
            // “It is hard to deny that”: the writer says so.
            return;
        }
        if at > self.from && matches!(k.form(at - 1), "worth" | "no" | "without") && usage == Use::Ing {
            // “It is worth noting that”: the writer notes it.
            return;
        }
        if fronted && subject.is_none() {
            // “Speaking of the port, Marsh said”: the subject is still to come.
            subject = (at..self.to.min(at + 30))
                .find(|&c| c > at && k.at(c).after(gap::COMMA))
                .map(|c| k.phrase_after(c, self.to));
        }
        if usage == Use::Passive {
            self.passive(at, group, after, subject);
            return;
        }
        let relative = self.enclosed(group);
        let speech = t.frames & frame::QUOTE != 0;
        let mut frames = t.frames;
        if frames & frame::THAT != 0 && subject.as_ref().is_some_and(|s| s.clone().any(|w| DOCUMENTS.has(k.form(w)))) {
            // “the poll found a lead of five points”
            frames |= frame::NP;
        }
        let shared =
            usage == Use::Ing && k.at(group).after(gap::COMMA) || group > self.from && k.at(group - 1).is(tag::AND);
        if speech && shared && self.speaker.is_some() {
            // “Marsh said the wall was safe, adding that it was new”: she adds it, not the wall.
            subject.clone_from(&self.speaker);
        } else if speech && usage == Use::Finite {
            self.speaker.clone_from(&subject);
        }
        let complement = self.complement(after, frames, true);
        if let Some((start, _)) = complement
            && speech
            && usage == Use::Finite
            && start < self.to
            && k.at(start).after(gap::COMMA)
            && let Some(subject) = subject.as_ref().filter(|s| self.set_off(s, group))
        {
            // “The plan, she said, “is a disgrace.””
            self.parenthesis(subject.clone(), group..after);
            return;
        }
        if let Some((start, extent)) = complement {
            let end = k.complement_end(start, self.to, extent, relative);
            let cue_end = if start > after && k.at(start - 1).is(tag::PREP) { start } else { after };
            self.push(Some(start..end), group..cue_end, subject, speech);
            return;
        }
        if speech && let Some(subject) = subject {
            if k.prose.gap_after(self.to.saturating_sub(1)).starts_with(':') {
                // What is said stands in the next block.
                let nobody = self.is_nobody(&subject);
                self.found.push(Relation {
                    content: Vec::new(),
                    cue: Some(group..after),
                    source: Some(subject),
                    nobody,
                    hearsay: false,
                    speech,
                });
            } else if usage == Use::Finite {
                self.parenthesis(subject, group..after);
            }
        }
    }

    pub(super) fn passive(&mut self, at: usize, group: usize, after: usize, subject: Option<Range<usize>>) {
        let k = self.k;
        let t = k.at(at);
        let reduced = group == at;
        if (group..at).any(|w| matches!(k.form(w), "should" | "must" | "can" | "cannot" | "could")) {
            // “It should be noted that”: the writer notes it.
            return;
        }
        let agent = (after..self.to.min(after + 12))
            .take_while(|&a| a == after || !k.at(a).after(gap::SEMICOLON | gap::COLON) && !k.at(a).quoted)
            .find(|&a| k.form(a) == "by" && !k.at(a + 1).is(tag::ING))
            .map(|by| (by, k.phrase_after(by + 1, self.to)));
        let source = agent.as_ref().map(|(_, np)| np.clone()).filter(|np| !np.is_empty());
        let stop = agent.as_ref().map_or(self.to, |(by, _)| *by);
        if !reduced
            && let Some((start, extent)) = self.complement(after, raising(t.frames), true)
            && start < stop.max(start)
        {
            let end = k.complement_end(start, self.to, extent, self.enclosed(group));
            let impersonal = subject.as_ref().is_some_and(|s| k.form(s.start) == "it");
            let raised = k.at(start).is(tag::TO) && t.frames & frame::ADDR == 0;
            let mut content = Vec::new();
            if raised
                && !impersonal
                && let Some(subject) = subject.clone().filter(|s| s.end <= group && !k.at(s.start).is(tag::RELATIVE))
            {
                content.push(subject);
            }
            content.push(start..end);
            self.push(content, group..after, source, false);
            return;
        }
        if t.frames & frame::PASSIVE == 0 || (source.is_none() && reduced) {
            return;
        }
        let mut content = Vec::new();
        if let Some(subject) = subject.filter(|s| s.end <= group && !k.at(s.start).is(tag::RELATIVE)) {
            content.push(subject);
        }
        let form = k.form(after);
        if after < self.to
            && !k.at(after).after(gap::BREAK)
            && (matches!(form, "as" | "for" | "over" | "of") || k.at(after).after(gap::OPENS_QUOTE))
        {
            let end = k.complement_end(after, self.to, Extent::Phrase, false).min(stop.max(after));
            content.push(after..end);
        }
        if source.is_some() || content.len() > 1 {
            self.push(content, group..after, source, false);
        }
    }

    /// “Asked whether …, Marsh said”, “Told that …, she left”.
    pub(super) fn asked(&mut self, at: usize) {
        let k = self.k;
        let frames = k.at(at).frames & !(frame::NP | frame::BARE | frame::QUOTE | frame::ADDR);
        let Some((start, _)) = self.complement(at + 1, frames, true) else { return };
        let end = (start + 1..self.to).find(|&e| k.at(e).after(gap::COMMA) && !k.at(e).quoted).unwrap_or(self.to);
        self.push(Some(start..end), at..at + 1, None, false);
    }

    /// The subject of an infinitive or participle: that of the finite verb before it, unless a nearer one is plain
    /// (“led the council to ask”, “with voters saying”, “Hale, despite admitting”).
    pub(super) fn controller(&self, at: usize, group: usize, usage: Use) -> Option<Range<usize>> {
        let k = self.k;
        let joined = group > self.from && !k.at(group).after(gap::BREAK);
        let before = group.saturating_sub(1);
        let nominal = |np: &Range<usize>| {
            !np.is_empty() && !k.at(np.end - 1).is(tag::VERB | tag::AUX | tag::PREP | tag::ADVERB | tag::ADJECTIVE)
        };
        if joined
            && usage == Use::Ing
            && group == at
            && !k.at(before).is(tag::PREP | tag::AND | tag::SUB | tag::VERB | tag::AUX | tag::TO | tag::ADVERB)
        {
            let np = k.phrase_before(group, self.from);
            if nominal(&np) {
                return Some(np);
            }
        }
        if joined && usage == Use::Infinitive {
            let np = k.phrase_before(group, self.from);
            let causes = np.start.checked_sub(1).filter(|_| np.start > self.from && nominal(&np));
            if causes.is_some_and(|v| CAUSING.has(k.form(v))) {
                return Some(np);
            }
        }
        if let Some(subject) = &self.subject {
            return Some(subject.clone());
        }
        let comma = (self.from + 1..group + 1).rev().find(|&c| k.at(c).after(gap::COMMA))?;
        let np = k.phrase_before(comma, self.from);
        nominal(&np).then_some(np)
    }

    /// Whether a comma ends what the group at `group` governs: in a relative clause between commas, in a clause of time or
    /// reason that opens the sentence (“When Marsh noted that it was late, Dunn left”), in a participle that opens it.
    pub(super) fn enclosed(&self, group: usize) -> bool {
        let k = self.k;
        let first = k.at(self.from);
        let fronted = matches!(
            k.form(self.from),
            "when"
                | "while"
                | "after"
                | "before"
                | "as"
                | "although"
                | "though"
                | "since"
                | "because"
                | "if"
                | "once"
                | "until"
        ) || first.is(tag::PREP) && k.at(group).is(tag::ING)
            || first.is(tag::ING) && group == self.from;
        let opening = fronted && (self.from + 1..group + 1).all(|at| !k.at(at).after(gap::COMMA | gap::DASH));
        opening || self.within_relative(group)
    }

    /// Whether the verb group at `group` is the first of a relative clause that commas enclose.
    pub(super) fn within_relative(&self, group: usize) -> bool {
        let k = self.k;
        for at in (self.from..group).rev().take(12) {
            let t = k.at(at);
            if t.is(tag::RELATIVE) && t.after(gap::COMMA) {
                return true;
            }
            if t.is(tag::AUX) || t.is(tag::VERB) && !t.is(tag::AMBIGUOUS) && t.is(tag::PRESENT | tag::PAST) {
                return false;
            }
        }
        false
    }
}
