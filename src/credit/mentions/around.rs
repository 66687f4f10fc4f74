//! What the words around a name make of it.

use super::Scan;
use crate::credit::cues::{self, Cue};
use std::ops::Range;

/// A name and the words of its sentence.
pub(super) struct Words<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) sentence: Range<usize>,
    pub(super) name: Range<usize>,
    /// Whether it is an outlet's beyond doubt.
    pub(super) known: bool,
}

impl Words<'_> {
    fn before(&self, back: usize) -> &str {
        match self.name.start.checked_sub(back) {
            Some(at) if at >= self.sentence.start => self.scan.form(at),
            _ => "",
        }
    }

    fn after(&self, on: usize) -> &str {
        match self.name.end.checked_add(on) {
            Some(at) if at < self.sentence.end => self.scan.form(at),
            _ => "",
        }
    }

    pub(super) fn cue(&self, outlet: bool, linked: bool) -> Option<Cue> {
        // Whatever stands between “the” and the name does not matter.
        let the = usize::from(matches!(self.before(1), "the" | "a" | "an"));
        let back = |n: usize| self.before(n + the);
        let noun = (0..3).find(|&n| cues::REPORT.has(self.after(n)));
        let noun =
            noun.filter(|&n| (0..n).all(|i| cues::BETWEEN.has(self.after(i)) || cues::ADJECTIVES.has(self.after(i))));

        if outlet && back(1) == "by" {
            if matches!(back(2), "reported" | "published" | "revealed")
                && matches!(back(3), "first" | "originally" | "initially")
            {
                return Some(Cue::First);
            }
            if cues::BY.has(back(2)) || cues::REPORT.has(back(2)) {
                return Some(Cue::Reported);
            }
        }
        if outlet && matches!(back(1), "in" | "on") {
            // "published this week in": a day or two may stand between.
            let on = (2..5).find(|&n| !cues::BETWEEN.has(back(n))).unwrap_or(2);
            if cues::PRINTED.has(back(on)) {
                let first = matches!(back(on + 1), "first" | "originally");
                return Some(if first { Cue::First } else { Cue::Reported });
            }
        }
        if self.follows_according_to() && (outlet || noun.is_some() || linked) {
            return Some(Cue::Report);
        }
        // “It is a New Yorker story” says what something is like.
        let likened =
            matches!(self.before(1), "a" | "an") && matches!(back(1), "is" | "was" | "isn't" | "like" | "it's");
        if noun.is_some_and(|n| !likened || matches!(self.after(n + 1), "that" | "which" | "by")) && (outlet || linked)
        {
            return Some(Cue::Report);
        }
        if !outlet {
            return None;
        }
        let verb = (0..5).find(|&n| !cues::BETWEEN.has(self.after(n)));
        if let Some(n) = verb {
            if self.after(n) == "broke" && (n..n + 4).any(|i| matches!(self.after(i), "story" | "news")) {
                return Some(Cue::First);
            }
            if cues::REPORTED.has(self.after(n)) || (self.after(n) == "report" && n == 0) {
                let first = (0..n).any(|i| self.after(i) == "first");
                return Some(if first { Cue::First } else { Cue::Reported });
            }
            // "has the details".
            let has = (0..=n).any(|i| matches!(self.after(i), "has" | "have"));
            if has && self.after(n) == "the" && (cues::REPORT.has(self.after(n + 1)) || self.after(n + 1) == "details")
            {
                return Some(Cue::Reported);
            }
        }
        match (back(2), back(1)) {
            // Tickets come via somebody too.
            (_, "via") if self.known => Some(Cue::Line),
            ("hat", "tip") | ("h", "t") | ("courtesy", "of") => Some(Cue::Line),
            (_, "told" | "citing") => Some(Cue::Told),
            ("interview" | "interviews", "with")
            | ("spoke" | "speaking" | "talked", "to" | "with")
            | ("statement" | "comment" | "comments" | "remarks" | "email", "to") => Some(Cue::Told),
            (_, "in" | "from" | "by" | "for") if cues::REPORT.has(back(2)) => Some(Cue::Report),
            (_, "per") => Some(Cue::Reported),
            _ => None,
        }
    }

    fn follows_according_to(&self) -> bool {
        let mut back = 1;
        while back < 7 && cues::ADJECTIVES.has(self.before(back)) {
            back += 1;
        }
        self.before(back) == "to" && self.before(back + 1) == "according"
    }
}
