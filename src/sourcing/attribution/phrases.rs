//! Attribution without a verb: “according to X”, “in X's telling”, “reportedly”.

use super::clauses::Extent;
use super::cues::{frame, tag};
use super::relations::Reader;
use super::tokens::gap;
use crate::order;
use crate::text::WordList;

/// What “in …” and “on …” may name as a place where something was said.
pub(super) const DOCUMENTS: WordList = WordList(
    "telling view opinion words account statement letter memo email report poll survey study estimation mind \
     interview tweet post filing complaint lawsuit testimony reading version judgment assessment",
);

/// Those “to” whom something is so.
const SIDES: WordList = WordList(
    "admirers allies backers critics defenders detractors enemies fans foes opponents rivals skeptics sceptics \
     supporters",
);

impl Reader<'_, '_, '_> {
    /// “according to X”, before, after or amid what X says.
    pub(super) fn according(&mut self, at: usize) -> usize {
        let k = self.k;
        let source = k.phrase_after(at + 2, self.to);
        if source.is_empty() {
            return at + 2;
        }
        let mut content = Vec::new();
        let mut rest = source.end;
        // An apposition to the source: “according to Marsh, a docker, the …”
        let before = at > self.from && !(at == self.from + 1 && k.at(self.from).is(tag::AND | tag::ADVERB));
        let said = self.clause_before(at)..at;
        let adverbial = before
            && k.at(said.start).is(tag::PREP | tag::SUB | tag::TIME | tag::ADVERB)
            && !k.has_verb(said.clone(), said.start);
        let bare = !k.has_verb(said.clone(), said.start);
        if before && !adverbial {
            content.push(said);
        }
        if rest < self.to && k.at(rest).after(gap::COMMA) {
            let apposition =
                matches!(k.form(rest), "a" | "an" | "who" | "which") || (before && k.at(rest).is(tag::DET));
            if apposition {
                rest = (rest + 1..self.to).find(|&c| k.at(c).after(gap::COMMA)).unwrap_or(self.to);
            }
            if !before || adverbial || bare || k.at(rest).is(tag::SUBJECT) {
                content.push(rest..k.complement_end(rest, self.to, Extent::Clause, false));
            }
        } else if !before && rest < self.to {
            // No comma: take what the next comma opens.
            if let Some(c) = (rest..self.to).find(|&c| k.at(c).after(gap::COMMA)) {
                content.push(c..k.complement_end(c, self.to, Extent::Clause, false));
                rest = c;
            }
        }
        let next = source.end;
        order::by_key(&mut content, |r| order::pair(r.start, 0));
        self.push(content, at..at + 2, Some(source), true);
        next.max(rest.min(next))
    }

    /// The start of the clause that ends before `end`.
    pub(super) fn clause_before(&self, end: usize) -> usize {
        let k = self.k;
        let mut start = self.from;
        let mut depth = 0;
        for at in (self.from + 1..end).rev() {
            let t = k.at(at);
            if t.after(gap::CLOSES_PAREN) {
                depth += 1;
            }
            if t.after(gap::OPENS_PAREN) {
                depth -= 1;
            }
            if (t.after(gap::SEMICOLON) || depth < 0) && !t.quoted {
                start = at;
                break;
            }
        }
        start
    }

    pub(super) fn reportedly(&mut self, at: usize) {
        let k = self.k;
        if at > self.from && k.at(at - 1).is(tag::DET | tag::POSS) && !k.at(at - 1).is(tag::SUBJECT) {
            return;
        }
        let begin = (self.from..at).rev().find(|&b| {
            let t = k.at(b);
            t.after(gap::SEMICOLON | gap::DASH | gap::OPENS_PAREN)
                || t.after(gap::COMMA) && t.is(tag::RELATIVE | tag::AND)
        });
        let begin = if k.at(at + 1).is(tag::ING) { at } else { begin.unwrap_or(self.from) };
        let end = k.complement_end(at, self.to, Extent::Clause, k.at(begin).is(tag::RELATIVE));
        self.push([begin..at, at + 1..end], at..at + 1, None, false);
    }

    /// “In Marsh's telling, …”, “In a statement, …”, “By her account, …”.
    pub(super) fn in_words_of(&mut self, at: usize) {
        let k = self.k;
        let np = k.phrase_after(at + 1, self.to);
        let Some(head) = np.clone().rev().find(|&w| DOCUMENTS.has(k.form(w))) else { return };
        let trails = np.end >= self.to && at > self.from;
        if !trails && (np.end >= self.to || !k.at(np.end).after(gap::COMMA)) {
            return;
        }
        let owner = np.clone().find(|&w| k.at(w).is(tag::POSS | tag::GENITIVE));
        let personal = matches!(
            k.form(head),
            "telling"
                | "view"
                | "opinion"
                | "words"
                | "account"
                | "estimation"
                | "mind"
                | "reading"
                | "version"
                | "judgment"
                | "assessment"
        );
        let source = match owner {
            Some(w) => np.start..w + 1,
            None if personal || k.form(head) == "interview" => return,
            None => np.clone(),
        };
        if trails {
            // “…, in her view”: a document that is only named at the end may be where it happened.
            if personal {
                self.push(Some(self.clause_before(at)..at), at..at + 1, Some(source), true);
            }
            return;
        }
        // Where the clause has a cue of its own, that one says it better.
        let end = k.complement_end(np.end, self.to, Extent::Clause, false);
        let has_cue =
            (np.end..end).any(|w| k.at(w).is(tag::VERB) && k.at(w).frames & frame::QUOTE != 0 && !k.at(w).quoted);
        if !has_cue {
            self.push(Some(np.end..end), at..at + 1, Some(source), true);
        }
    }

    /// “To its critics, …”: whom it is so for.
    pub(super) fn side(&mut self, at: usize) {
        let k = self.k;
        let np = k.phrase_after(at + 1, self.to);
        let side = np.clone().any(|w| SIDES.has(k.form(w)));
        if !side || np.end >= self.to || !k.at(np.end).after(gap::COMMA) {
            return;
        }
        let end = k.complement_end(np.end, self.to, Extent::Clause, false);
        if k.has_verb(np.end..end, np.end) {
            self.push(Some(np.end..end), at..at + 1, Some(np), true);
        }
    }
}
