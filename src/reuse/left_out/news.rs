//! What a sentence tells that the page has nowhere.

use super::answers::SAYS;
use super::carried::Found;
use crate::text::{Prose, Word};
use std::collections::HashSet;

/// Words of the frame that a report hangs its news in, besides [`SAYS`]: who says it, when, and in what capacity.
const FRAME: &[&str] = &[
    "say",
    "saying",
    "telling",
    "added",
    "adding",
    "claiming",
    "alleged",
    "hearing",
    "asked",
    "replied",
    "explained",
    "insisted",
    "admitted",
    "revealed",
    "announced",
    "confirmed",
    "described",
    "stated",
    "noted",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "statement",
    "interview",
    "comment",
    "according",
    "reporters",
    "court",
    "jury",
    "today",
    "yesterday",
    "tonight",
    "tomorrow",
    "morning",
    "evening",
    "afternoon",
    "night",
    "day",
    "week",
    "month",
    "year",
    "time",
    "last",
    "next",
    "later",
    "earlier",
    "early",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "lord",
    "lady",
    "professor",
    "prof",
    "sgt",
    "sergeant",
    "pc",
    "inspector",
    "det",
    "judge",
    "qc",
    "prosecuting",
    "defending",
    "aged",
    "man",
    "woman",
    "men",
    "women",
    "people",
    "old",
    "new",
    "way",
    "thing",
    "things",
    "lot",
    "made",
    "make",
    "take",
    "took",
    "got",
    "get",
    "went",
    "come",
    "came",
    "put",
    "give",
    "gave",
    "given",
    "used",
    "called",
    "including",
    "one",
    "two",
    "three",
    "first",
    "second",
    "spent",
    "hour",
    "hours",
    "minutes",
    "deliberating",
    "deliberated",
    "majority",
    "unanimous",
    "verdict",
    "verdicts",
];

/// What of a sentence's content the page has nowhere.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct News {
    /// Words that are neither names nor figures nor of the frame.
    words: usize,
    /// All such words of the sentence, on the page or not.
    of: usize,
}

/// So many words that the page has nowhere make a sentence worth telling, and so great a share of its words: with fewer
/// the page says it in other words, or all but says it. An answer shares its words with what it answers, and of a sentence with a
/// figure the figure is new as well.
const WORDS: usize = 4;
const OF_ANSWER: usize = 1;
const OF_SUM: usize = 2;
const OF_FIGURE: usize = 3;
const SHARE: f32 = 0.4;
/// The same of the lead, which sums up in words of its own what a page tells.
const OF_LEAD: (usize, f32) = (7, 0.6);

impl News {
    /// Whether that is more than other words for what the page tells. `figure` is what its new figures weigh.
    pub(super) fn worth_telling(&self, answer: f32, figure: f32, lead: bool) -> bool {
        // A denial is news, whatever its words.
        if answer >= 2.0 {
            return true;
        }
        let (least, share) = match figure {
            _ if answer >= 1.0 => (OF_ANSWER, 0.0),
            0.9.. => (OF_SUM, 0.0),
            0.6.. => (OF_FIGURE, SHARE),
            _ if lead => OF_LEAD,
            _ => (WORDS, SHARE),
        };
        self.words >= least && self.words as f32 >= share * self.of as f32
    }

    /// `found` is what the page has of the content words of `words`.
    pub(super) fn of(original: &Prose, words: &[&Word], found: &[Found]) -> News {
        let mut it = News::default();
        let mut seen = HashSet::new();
        let content = words.iter().enumerate().filter(|(_, w)| !w.stop);
        for ((place, word), found) in content.zip(found) {
            let form = original.form(word);
            let framed = FRAME.contains(&form) || SAYS.contains(&form);
            if word.number || word.capital && place > 0 || framed || !seen.insert(word.stem) {
                continue;
            }
            it.of += 1;
            it.words += usize::from(found.1.is_empty());
        }
        it
    }
}
