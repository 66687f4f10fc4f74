//! Where the complement of a cue starts, past its addressee and its adverbials.

use super::clauses::Extent;
use super::cues::{frame, preposition, tag};
use super::relations::Reader;
use super::tokens::gap;

/// Verbs that name an addressee or none: “warned that”, “warned the union that”.
fn may_address(form: &str) -> bool {
    const STEMS: &[&str] = &["warn", "caution", "promis", "email", "messag", "show", "signal"];
    STEMS.iter().any(|s| form.starts_with(s))
}

impl Reader<'_, '_, '_> {
    /// Where the complement of a cue starts whose own words end before `after`.
    pub(super) fn complement(&self, after: usize, frames: u64, adverbials: bool) -> Option<(usize, Extent)> {
        let k = self.k;
        let mut v = after;
        let mut addressed = frames & frame::ADDR == 0;
        let may_address = addressed && after.checked_sub(1).is_some_and(|cue| may_address(k.form(cue)));
        for _ in 0..3 {
            if v >= self.to {
                return None;
            }
            let t = k.at(v);
            // “agreed on Monday that”: a time is not what was agreed on.
            let timed = frames & preposition(k.form(v)) != 0 && k.at(v + 1).is(tag::TIME);
            let frames = if timed { frames & !preposition(k.form(v)) } else { frames };
            if t.after(gap::OPENS_QUOTE) {
                return (frames & (frame::QUOTE | frame::THAT | frame::NP) != 0).then_some((
                    v,
                    if frames & (frame::QUOTE | frame::THAT) != 0 { Extent::Clause } else { Extent::Phrase },
                ));
            }
            if t.after(gap::COLON) {
                return (frames & (frame::QUOTE | frame::THAT) != 0).then_some((v, Extent::Clause));
            }
            if t.after(gap::SEMICOLON | gap::CLOSES_PAREN | gap::CLOSES_QUOTE | gap::DASH) {
                return None;
            }
            let comma = t.after(gap::COMMA);
            let clause_word = t.is(tag::THAT)
                && !(t.is(tag::DET) && frames & frame::NP != 0 && !k.has_verb(v..self.to, v))
                || t.is(tag::WH) && !t.is(tag::SUB)
                || k.form(v) == "if"
                || k.form(v) == "when"
                    && (after.saturating_sub(4)..after).any(|w| k.at(w).is(tag::NEG) || k.form(w).ends_with("n't"));
            let conditional = frames & frame::BARE != 0
                && !comma
                && matches!(k.form(v), "because" | "although" | "though" | "unless")
                && k.has_verb(v..self.to, v)
                || frames & frame::BARE != 0 && !comma && k.form(v) == "just" && k.form(v + 1) == "because";
            if conditional {
                return Some((v, Extent::Clause));
            }
            if clause_word && frames & frame::THAT != 0 && (!comma || t.is(tag::THAT)) {
                return Some((v, Extent::Clause));
            }
            if comma
                && frames & frame::THAT != 0
                && frames & frame::QUOTE != 0
                && v > after
                && let Some(that) =
                    (v + 1..self.to.min(v + 6)).find(|&w| k.at(w).is(tag::THAT) && k.at(w).after(gap::COMMA))
            {
                return Some((that, Extent::Clause));
            }
            if !comma {
                if t.is(tag::TO) && k.infinitive_at(v + 1) && frames & frame::INF != 0 {
                    return Some((v, Extent::Clause));
                }
                if t.is(tag::NEG | tag::ADVERB)
                    && frames & frame::INF != 0
                    && k.at(v + 1).is(tag::TO)
                    && k.infinitive_at(v + 2)
                {
                    return Some((v, Extent::Clause));
                }
                let form = k.form(v);
                let amount = matches!(form, "about" | "over" | "around" | "nearly" | "under" | "almost" | "up")
                    && k.at(v + 1).is(tag::QUANTITY)
                    && frames & frame::BARE != 0;
                if frames & preposition(form) != 0 && v + 1 < self.to && !amount {
                    let extent = if k.at(v + 1).is(tag::WH) { Extent::Clause } else { Extent::Phrase };
                    return Some((v + 1, extent));
                }
                if t.is(tag::ING) && frames & frame::ING != 0 {
                    return Some((v, Extent::Phrase));
                }
                let nominal = !t.is(tag::PREP | tag::AND | tag::SUB | tag::BE | tag::HAVE | tag::MODAL | tag::TO)
                    && (!t.is(tag::ADVERB | tag::NEG) || t.is(tag::QUANTITY | tag::DET));
                let adverbial = t.is(tag::ADVERB) && k.at(v + 1).is(tag::ING) && frames & frame::NP != 0;
                if nominal || adverbial || amount || t.is(tag::DET | tag::POSS | tag::SUBJECT | tag::OBJECT) {
                    // “warned the union that”, but “warned the union was ready”.
                    if may_address && v == after {
                        let end = self.addressee(v);
                        let pronoun = t.is(tag::OBJECT) && !t.is(tag::SUBJECT | tag::POSS);
                        let clause = k.at(end).is(tag::THAT) || pronoun && k.has_verb(end..self.to, end);
                        if end < self.to && clause && !k.at(end).after(gap::BREAK) {
                            return Some((end, Extent::Clause));
                        }
                    }
                    if !addressed {
                        addressed = true;
                        let end = self.addressee(v);
                        // “reminded the clerk of the vote”, but “reminded the head of the union that”.
                        let governed = (v + 1..end).find(|&w| frames & preposition(k.form(w)) != 0);
                        let clause = (end..self.to.min(end + 6)).any(|w| k.at(w).is(tag::THAT | tag::TO));
                        v = governed.filter(|_| !clause).unwrap_or(end);
                        continue;
                    }
                    if frames & frame::BARE != 0 && (!t.is(tag::TIME) || t.is(tag::GENITIVE)) {
                        let end = k.complement_end(v, self.to, Extent::Clause, false);
                        if k.has_verb(v..end, v) {
                            return Some((v, Extent::Clause));
                        }
                    }
                    if frames & frame::AS != 0
                        && (v + 1..self.to.min(v + 14))
                            .take_while(|&a| !k.at(a).after(gap::COMMA | gap::SEMICOLON))
                            .any(|a| k.form(a) == "as")
                    {
                        return Some((v, Extent::Phrase));
                    }
                    let moved = v > after && (after..v).any(|w| k.at(w).is(tag::PREP));
                    if frames & frame::NP != 0 && (!t.is(tag::TIME) || t.is(tag::NAME)) && !moved {
                        return Some((v, Extent::Phrase));
                    }
                }
            }
            if !adverbials {
                return None;
            }
            let next = k.past_adverbials(v, self.to, frames);
            if next == v {
                return None;
            }
            v = next;
        }
        None
    }

    /// One past the addressee that begins at `start`: “reporters”, “the BBC”, “her staff”.
    pub(super) fn addressee(&self, start: usize) -> usize {
        let k = self.k;
        let first = k.at(start);
        if first.is(tag::OBJECT) || first.is(tag::SUBJECT) && !first.is(tag::DET | tag::QUANTITY) {
            return start + 1;
        }
        let mut at = start;
        let mut nouns = 0;
        while at < self.to && at < start + 15 {
            let t = k.at(at);
            if at > start && t.after(gap::BREAK) || t.quoted {
                break;
            }
            if t.is(tag::THAT | tag::WH | tag::TO | tag::TIME) && at > start || t.is(tag::AUX) {
                break;
            }
            if nouns > 0
                && (t.is(tag::SUBJECT | tag::DET | tag::POSS) && k.form(at - 1) != "of"
                    || (t.is(tag::NAME) != first.is(tag::NAME) && !k.at(at - 1).is(tag::PREP) && first.is(tag::NAME))
                    || (t.is(tag::NAME) && !first.is(tag::NAME) && !first.is(tag::DET | tag::POSS)))
            {
                break;
            }
            if matches!(k.form(at), "about" | "on" | "in" | "at" | "during" | "after" | "as") && at > start {
                break;
            }
            if !t.is(tag::DET | tag::POSS) {
                nouns += 1;
            }
            at += 1;
        }
        at
    }
}
