//! What a sentence tells that the page has nowhere.

use super::answers::{Answer, SAYS};
use super::carried::Found;
use crate::hashed::Hashes;
use crate::text::{Prose, Word, WordList};

/// Words of the frame that a report hangs its news in, besides [`SAYS`]: who says it, when, and in what capacity.
const FRAME: WordList = WordList(
    "say saying telling added adding claiming alleged hearing asked replied explained insisted admitted revealed announced \
    confirmed described stated noted spokesman spokeswoman spokesperson statement interview comment according reporters \
    court jury today yesterday tonight tomorrow morning evening afternoon night day week month year time last next later \
    earlier early mr mrs ms miss dr sir lord lady professor prof sgt sergeant pc inspector det judge qc prosecuting \
    defending aged man woman men women people old new way thing things lot made make take took got get went come came put \
    give gave given used called including one two three first second spent hour hours minutes deliberating deliberated \
    majority unanimous verdict verdicts",
);

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
const OF_ANSWER: usize = 1;
/// What somebody says who is accused and does not deny is often told in other words.
const OF_REPLY: (usize, f32) = (3, 0.4);
const OF_SUM: usize = 2;
const OF_FIGURE: usize = 3;
const SHARE: f32 = 0.4;

impl News {
    /// Whether that is more than other words for what the page tells. `figure` is what its new figures weigh.
    pub(super) fn worth_telling(&self, answer: Answer, figure: f32) -> bool {
        // A denial is news, whatever its words.
        if answer.weight >= 2.0 && answer.denies {
            return true;
        }
        let (least, share) = match figure {
            _ if answer.weight >= 1.0 && answer.denies => (OF_ANSWER, 0.0),
            0.9.. => (OF_SUM, 0.0),
            _ if answer.weight >= 1.0 => OF_REPLY,
            _ => (OF_FIGURE, SHARE),
        };
        self.words >= least && self.words as f32 >= share * self.of as f32
    }

    /// `found` is what the page has of the content words of `words`.
    pub(super) fn of(original: &Prose, words: &[&Word], found: &[Found]) -> News {
        let mut it = News::default();
        let mut seen = Hashes::default();
        let content = words.iter().enumerate().filter(|(_, w)| !w.stop);
        // The first word has a capital in any case: it is a name where one follows.
        let named = |place: usize| place > 0 || words.get(1).is_some_and(|w| w.capital && !w.stop);
        for ((place, word), found) in content.zip(found) {
            let form = original.form(word);
            let framed = FRAME.has(form) || SAYS.contains(&form);
            if word.number || word.capital && named(place) || framed || !seen.insert(word.stem) {
                continue;
            }
            it.of += 1;
            it.words += usize::from(found.1.is_empty());
        }
        it
    }
}

#[cfg(test)]
mod tests {
    use super::super::carried::Carried;
    use super::*;

    const PAGE: &str = "The Merrow harbour board hid loans of £4.2m from its auditors. Desmond Pike, the treasurer, jailed last year, \
        told nobody. A police inquiry goes on.";

    #[test]
    fn what_is_on_the_page_or_frames_a_report_is_no_news() {
        for (words, of, text, why) in [
            (
                3,
                3,
                "A storm wrecked two trawlers off Saltby.",
                "three words that the page lacks; a figure and a name are none of it",
            ),
            (0, 3, "The auditors hid loans.", "all of it is told"),
            (0, 0, "Odile Marsh, 43, told Saltby Council so yesterday.", "names, a figure, who says it and when"),
            (1, 3, "The board’s auditors resigned.", "one word beside what is told"),
            (0, 2, "Officers said that they were investigating.", "the page says it in other words"),
            (1, 1, "A flood, a flood and again a flood.", "a word counts once"),
        ] {
            let (page, original) = (Prose::new([(0, PAGE)]), Prose::new([(0, text)]));
            let sentence: Vec<&Word> = original.words().iter().collect();
            let found = Carried::of(&page).found(&original, &sentence);
            let news = News::of(&original, &sentence, &found);
            assert_eq!((news.words, news.of), (words, of), "{why}: {text}");
        }
    }

    #[test]
    fn how_much_must_be_new_depends_on_what_the_sentence_is() {
        let none = Answer::default();
        let denies = |weight| Answer { weight, denies: true };
        let says = Answer { weight: 1.6, denies: false };
        for (told, words, of, answer, figure, why) in [
            (true, 0, 4, denies(2.0), 0.0, "a denial is news, whatever its words"),
            (true, 1, 9, denies(1.6), 0.0, "an answer shares its words with what it answers"),
            (false, 0, 9, denies(1.6), 0.0, "but repeats nothing"),
            (false, 2, 9, says, 0.0, "what the accused says besides may be told in other words"),
            (true, 4, 9, says, 0.0, "but not most of it"),
            (true, 2, 9, none, 0.9, "a sum is new as well"),
            (false, 2, 9, none, 0.6, "a count is less so"),
            (true, 4, 9, none, 0.6, "and needs words of its own"),
            (false, 4, 11, none, 0.6, "nor may they be the least part of it"),
        ] {
            assert_eq!(News { words, of }.worth_telling(answer, figure), told, "{why}");
        }
    }
}
