//! Cues that stand beside what is said: “…,” said Marsh; “…, he said, …”.

use super::clauses::Extent;
use super::cues::{frame, tag};
use super::relations::Reader;
use super::tokens::gap;
use std::ops::Range;

impl Reader<'_, '_, '_> {
    /// “…,” said Marsh, a docker: whether the clause at `at` stands so, and if it does, the relation.
    pub(super) fn inverted(&mut self, group: usize, after: usize) -> bool {
        let k = self.k;
        if after >= self.to || k.at(after).after(gap::BREAK) || group == self.from {
            return false;
        }
        let t = k.at(after);
        if t.is(tag::PREP | tag::THAT | tag::TO | tag::WH | tag::AND | tag::ADVERB | tag::TIME | tag::VERB)
            && !t.is(tag::DET | tag::NAME)
        {
            return false;
        }
        let source = k.phrase_after(after, self.to);
        let finite = |w: usize| {
            k.at(w).is(tag::AUX) && !k.at(w).is(tag::SUBJECT)
                || k.at(w).is(tag::VERB)
                    && k.at(w).is(tag::PAST | tag::PRESENT)
                    && !k.at(w).is(tag::PARTICIPLE | tag::AMBIGUOUS)
        };
        if source.is_empty() || (source.start..(source.end + 1).min(self.to)).any(finite) {
            return false;
        }
        // “He stood up, said the words and left”: the clause before has a subject that could say it, and nothing is quoted.
        if !k.at(group).after(gap::CLOSES_QUOTE) {
            let described = source.clone().any(|w| k.at(w).is(tag::RELATIVE));
            let plain = !described
                && source.end < self.to
                && !k.at(source.end).after(gap::COMMA | gap::STOP | gap::OPENS_QUOTE);
            if plain {
                return false;
            }
        }
        let content = self.content_before(group);
        let rest = self.content_after(source.end, true);
        let content: Vec<_> = [Some(content), rest].into_iter().flatten().collect();
        self.push(content, group..after, Some(source), true);
        true
    }

    /// Whether marks part a cue and its subject from what stands before them.
    pub(super) fn set_off(&self, subject: &Range<usize>, cue: usize) -> bool {
        let mut begin = subject.start.min(cue);
        if begin > self.from + 1 && self.k.form(begin - 1) == "as" {
            // “…, as Marsh put it”
            begin -= 1;
        }
        begin > self.from && self.k.at(begin).after(gap::COMMA | gap::CLOSES_QUOTE | gap::DASH | gap::OPENS_PAREN)
    }

    /// “…, he said, …”: a cue without a complement of its own, set off by marks.
    pub(super) fn parenthesis(&mut self, subject: Range<usize>, cue: Range<usize>) {
        let k = self.k;
        let mut begin = subject.start.min(cue.start);
        let set_off = self.set_off(&subject, cue.start);
        if begin > self.from && k.form(begin - 1) == "as" {
            begin -= 1;
        }
        let closing =
            cue.end == self.to && k.at(subject.start).is(tag::NAME) && k.has_verb(self.from..begin, self.from);
        let past = k.past_adverbials(cue.end, self.to, 0);
        // “As Marsh pointed out, …”
        let takes = if begin == self.from && k.form(begin) == "as" { frame::BARE | frame::THAT } else { frame::BARE };
        let frames = cue.clone().fold(0, |all, w| all | k.at(w).frames);
        if !set_off && past < self.to && k.at(past).after(gap::COMMA) && frames & takes != 0 {
            let comma = past;
            // “Advisers say, the mayor has grown tired of it.”
            let t = k.at(comma);
            let opens = !t.is(tag::AND | tag::RELATIVE | tag::SUB | tag::ING | tag::TO | tag::ADVERB)
                && k.form(comma) != "according";
            let end = k.complement_end(comma, self.to, Extent::Clause, false);
            if opens && k.has_verb(comma..end, comma) {
                self.push(Some(comma..end), cue, Some(subject), true);
            }
            return;
        }
        if !(set_off || closing)
            || begin <= self.from
            || k.at(subject.start).is(tag::RELATIVE)
            || subject.len() > 1 && subject.clone().any(|w| k.at(w).is(tag::RELATIVE | tag::THAT))
        {
            return;
        }
        let mut content = self.content_before(begin);
        if k.at(begin - 1).is(tag::RELATIVE) {
            // “Iowa, which, they believe, would follow”
            content = begin - 1..begin;
        }
        // “On Monday, he said, …”: an adverbial is no content by itself.
        let adverbial = k.at(content.start).is(tag::PREP
            | tag::SUB
            | tag::TIME
            | tag::ADVERB
            | tag::AND
            | tag::PARTICIPLE
            | tag::ING);
        let conditional = matches!(k.form(content.start), "if" | "unless" | "because");
        if adverbial
            && !conditional
            && !k.at(begin - 1).quoted
            && !k.has_verb(content.start..content.end, content.start)
        {
            content = begin..begin;
        }
        let pronoun = k.at(subject.start).is(tag::SUBJECT);
        let rest = k.past_adverbials(cue.end, self.to, 0);
        let rest = self.content_after(rest, !pronoun);
        // “While it is old, it does not tell”: a clause of time or contrast is no content by itself.
        let alone = rest.is_none()
            && k.at(content.start).is(tag::SUB)
            && !k.at(begin - 1).quoted
            && !(content.start + 1..content.end).any(|w| k.at(w).after(gap::COMMA));
        if alone {
            return;
        }
        let content: Vec<_> = [Some(content), rest].into_iter().flatten().collect();
        self.push(content, cue, Some(subject), true);
    }

    /// What a parenthesis that begins at `end` comments on, before it.
    pub(super) fn content_before(&self, end: usize) -> Range<usize> {
        let k = self.k;
        // After another parenthesis or a clause with its own cue, only what follows that.
        let mut start = self.from;
        if let Some(last) = self.found.last() {
            let over =
                last.content.iter().map(|r| r.end).max().unwrap_or(0).max(last.cue.as_ref().map_or(0, |c| c.end));
            if over < end
                && over > start
                && k.at(over).after(gap::SEMICOLON | gap::COMMA | gap::DASH)
                && k.at(over).is(tag::AND)
            {
                start = over;
            }
        }
        for at in (start..end).rev() {
            let t = k.at(at);
            // “Dunn scolded him: “…,” he wrote”: the quotation alone.
            if t.after(gap::SEMICOLON) && !t.quoted || t.after(gap::COLON) && t.after(gap::OPENS_QUOTE) {
                start = at;
                break;
            }
        }
        start..end
    }

    /// What follows a parenthesis that ends before `start`, if it is more of the same.
    pub(super) fn content_after(&self, start: usize, named: bool) -> Option<Range<usize>> {
        let k = self.k;
        let mut start = start;
        if start >= self.to {
            return None;
        }
        if named && k.at(start).after(gap::COMMA) && !k.at(start).after(gap::OPENS_QUOTE) {
            // An apposition, “a professor at Merrow”, and what comes after it.
            let apposition = k.at(start).is(tag::RELATIVE)
                || !k.at(start).is(tag::SUBJECT
                    | tag::POSS
                    | tag::SUB
                    | tag::THAT
                    | tag::TO
                    | tag::AUX
                    | tag::PAST
                    | tag::PRESENT)
                || k.at(start).is(tag::PARTICIPLE) && !k.at(start).is(tag::PAST);
            if apposition {
                start = (start + 1..self.to)
                    .find(|&a| k.at(a).after(gap::COMMA | gap::OPENS_QUOTE | gap::COLON | gap::DASH))?;
                if !k.at(start).quoted {
                    return None;
                }
            }
        }
        let t = k.at(start);
        if !t.after(gap::BREAK) {
            // “said on Monday. …”
            let quote =
                (start + 1..self.to).find(|&a| k.at(a).after(gap::OPENS_QUOTE | gap::SEMICOLON | gap::COMMA))?;
            if !k.at(quote).after(gap::OPENS_QUOTE) {
                return None;
            }
            return Some(quote..k.complement_end(quote, self.to, Extent::Clause, false));
        }
        let t_form = k.form(start);
        let joined = t.is(tag::AND)
            && !named
            && k.at(start + 1).is(tag::SUBJECT)
            && k.has_verb(start + 1..self.to, start + 1)
            && !k.own_cue(start + 1, self.to);
        // “…, he said, replacing the crane would be dear”: the participle is the subject of what is said.
        let subject = t.is(tag::ING)
            && t.frames & (frame::THAT | frame::QUOTE) == 0
            && !named
            && (start + 1..self.to)
                .take_while(|&w| !k.at(w).after(gap::BREAK))
                .any(|w| k.at(w).is(tag::MODAL | tag::BE) && !k.at(w).is(tag::SUBJECT));
        if t.is(tag::ING) && !subject
            || t.is(tag::AND) && !joined
            || matches!(t_form, "according" | "while" | "although" | "though" | "who")
            || t.after(gap::SEMICOLON | gap::CLOSES_PAREN | gap::DASH) && !t.quoted
        {
            return None;
        }
        if t.is(tag::PREP | tag::SUB) && !t.quoted && !(t.is(tag::TO) && k.infinitive_at(start + 1)) {
            return None;
        }
        Some(start..k.complement_end(start, self.to, Extent::Clause, false))
    }
}
