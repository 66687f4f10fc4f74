//! Words of denial.

use crate::text::{Prose, Word, WordList};

/// Words that answer an accusation, wherever they stand.
pub(super) const DENIES: WordList = WordList(
    "deny denies denied denying denial denials dispute disputes disputed refute refutes refuted untrue false \
     baseless unfounded insists insisted maintains maintained apologised apologized regrets innocent rebutted \
     rejected rejects dismissed dismisses",
);

/// What somebody who rejects it denies: judges dismiss and voters reject other things.
const HELD_AGAINST: WordList = WordList(
    "accusation accusations allegation allegations assertion assertions claim claims criticism suggestion suggestions",
);

/// Whether the words deny something: by one of [`DENIES`], or by `not`, `never` and the like.
pub(super) fn denies(prose: &Prose, words: &[Word]) -> bool {
    let form = |at: usize| words.get(at).map_or("", |w| prose.form(w));
    // “I have nothing to say” does not.
    let negates = |at: usize| match form(at) {
        "not" | "never" | "no" => true,
        "nothing" => form(at + 1) != "to",
        form => form.ends_with("n't"),
    };
    // Nor does a reason: “because she did not want to wake them”.
    let end = (0..words.len()).find(|&at| form(at) == "because").unwrap_or(words.len());
    denial(prose, words).is_some() || (0..end).any(negates)
}

/// What somebody is refused: “denied parole”.
const REFUSED: WordList = WordList("access bail chance entry hope leave opportunity parole permission right visa");

/// Where one of [`DENIES`] stands for a denial: not as a noun or within a title, not of what somebody is refused, and
/// `false` and `innocent` only as what is said of something.
pub(super) fn denial(prose: &Prose, words: &[Word]) -> Option<usize> {
    let form = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", |w| prose.form(w));
    words.iter().enumerate().position(|(at, word)| {
        let (this, before, after) = (prose.form(word), form(at.checked_sub(1)), form(Some(at + 1)));
        let next = words.get(at + 1);
        let be = || {
            matches!(
                before,
                "is" | "was"
                    | "are"
                    | "were"
                    | "am"
                    | "be"
                    | "being"
                    | "as"
                    | "completely"
                    | "entirely"
                    | "totally"
                    | "utterly"
                    | "simply"
                    | "absolutely"
            ) || before.ends_with("'s")
                || before.ends_with("'m")
        };
        !word.stop
            && DENIES.has(this)
            && match this {
                "false" | "innocent" | "untrue" | "baseless" | "unfounded" => be() && !after.starts_with("pretence"),
                "dispute" | "disputes" | "disputed" => {
                    !matches!(before, "a" | "an" | "the" | "any" | "this" | "that" | "in" | "of" | "over" | "and")
                        && !matches!(after, "with" | "between" | "over" | "about" | "at" | "among")
                        && !before.ends_with("ed")
                        && !before.ends_with("ing")
                }
                "rejected" | "rejects" | "dismissed" | "dismisses" => {
                    before != "be" && (1..5).any(|k| HELD_AGAINST.has(form(Some(at + k))))
                }
                "deny" | "denies" | "denied" | "denying" => {
                    let refused = next.is_some_and(|n| n.capital && !n.stop && !n.quoted)
                        || (1..4).any(|k| REFUSED.has(form(Some(at + k))));
                    !(refused || word.capital && at > 0)
                }
                _ => !(word.capital && at > 0),
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_denial_denies_only_where_it_says_so() {
        for (denies, text) in [
            (true, "Pike denies hiding the loans."),
            (true, "The board disputed that the loans had been hidden."),
            (true, "Pike said that the minutes were false."),
            (true, "The treasurer maintained that every loan was approved."),
            (true, "The board rejected the accusations against its treasurer."),
            (false, "The board rejected the offer of a dredging firm."),
            (false, "The board denied Marsh a copy of the minutes."),
            (false, "The captain was denied permission to land."),
            (false, "Pike wrote a book called Denying the Harbour."),
            (false, "The loans led to a dispute with the dredging firms."),
            (false, "The treasurer kept false books for six years."),
            (false, "Marsh called the clerk an innocent bystander."),
        ] {
            let prose = Prose::new([(0, text)]);
            assert_eq!(denial(&prose, prose.words()).is_some(), denies, "{text}");
        }
    }
}
