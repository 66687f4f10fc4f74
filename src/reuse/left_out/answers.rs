//! Whom the page is about, and what they answer.

use crate::order;
use crate::text::{Prose, Sentence, Word};
use std::collections::{HashMap, HashSet};

/// Words of a condition, a limit or an objection.
pub(super) const CAVEATS: &[&str] = &[
    "but",
    "however",
    "although",
    "though",
    "unless",
    "despite",
    "pending",
    "unclear",
    "unconfirmed",
    "cannot",
    "unable",
];

/// Whom the page is about, by the stems of their names.
pub(super) struct Subjects {
    /// The names that it says most.
    most: HashSet<u64>,
    /// Those of whom it says ill: an accusing word follows in the sentence, and not because they say it, or stands in
    /// the one before.
    blamed: HashSet<u64>,
}

/// Words that tell of something held against somebody.
const ACCUSES: &[&str] = &[
    "accused",
    "admitted",
    "alleged",
    "allegedly",
    "blame",
    "blamed",
    "charged",
    "charges",
    "condemned",
    "criticised",
    "criticized",
    "denied",
    "denies",
    "excuse",
    "failed",
    "fraud",
    "guilty",
    "hid",
    "lied",
    "scandal",
    "wrongdoing",
];

/// Verbs that somebody's words follow.
const SAYS: &[&str] =
    &["said", "says", "told", "tells", "wrote", "writes", "claimed", "claims", "argued", "argues", "heard", "hears"];

impl Subjects {
    pub(super) fn of(page: &Prose) -> Subjects {
        // A word counts if it is capitalised in the middle of a sentence at least once.
        let mut counts: HashMap<u64, (usize, bool)> = HashMap::new();
        let mut blamed = HashSet::new();
        let mut before = false;
        for sentence in page.sentences() {
            let words = page.words_in(sentence.words.clone());
            let last = words.iter().rposition(|w| ACCUSES.contains(&page.form(w)));
            for (place, word) in words.iter().enumerate() {
                if word.capital && !word.stop && !word.number {
                    let count = counts.entry(word.stem).or_default();
                    count.0 += 1;
                    count.1 |= place > 0;
                    let says =
                        || words.iter().take(last.unwrap_or(0)).skip(place).any(|w| SAYS.contains(&page.form(w)));
                    if before || last.is_some_and(|l| place < l) && !says() {
                        blamed.insert(word.stem);
                    }
                }
            }
            before = last.is_some();
        }
        blamed.retain(|stem| counts.get(stem).is_some_and(|c| c.1));
        let mut names: Vec<(u64, usize)> =
            counts.into_iter().filter(|(_, c)| c.0 > 1 && c.1).map(|(stem, c)| (stem, c.0)).collect();
        order::by_key(&mut names, |&(stem, count)| u128::from(u64::MAX - count as u64) << 64 | u128::from(stem));
        Subjects { most: names.into_iter().take(5).map(|n| n.0).collect(), blamed }
    }
}

/// Words that answer an accusation, wherever they stand.
pub(super) const DENIES: &[&str] = &[
    "deny",
    "denies",
    "denied",
    "denying",
    "denial",
    "denials",
    "dispute",
    "disputes",
    "disputed",
    "refute",
    "refutes",
    "refuted",
    "untrue",
    "false",
    "baseless",
    "unfounded",
    "insists",
    "insisted",
    "maintains",
    "maintained",
    "apologised",
    "apologized",
    "regrets",
    "innocent",
    "rebutted",
];
/// Words that answer one only where an answer was asked for: judges dismiss and voters reject, too.
const REFUSES: &[&str] = &[
    "reject",
    "rejects",
    "rejected",
    "rejecting",
    "dismissed",
    "dismisses",
    "contested",
    "contests",
    "defended",
    "defends",
];
/// What is said of an answer that was asked for.
const ASKED: &[&str] = &[
    "when contacted",
    "when asked",
    "asked for comment",
    "in response",
    "in a statement",
    "in an email",
    "responded",
    "replied",
    "declined to comment",
    "declined to say",
    "refused to comment",
    "no comment",
    "did not respond to",
    "not responded to",
    "did not reply",
    "not replied",
    "did not immediately respond",
    "could not be reached",
    "for comment",
    "said through",
    "pleaded not guilty",
    "pleading not guilty",
    "in a message to",
    "direct message",
    "did not elaborate",
];

/// How far a sentence is the answer of somebody whom the page is about. The cue may stand in another sentence of its
/// paragraph's statement.
pub(super) fn answer(original: &Prose, sentence: &Sentence, accused: &Subjects) -> f32 {
    let Some(passage) = original.passage(sentence.span.block) else { return 0.0 };
    let own = original.words_in(sentence.words.clone());
    let quoted = own.iter().any(|w| w.quoted);
    // In a paragraph that quotes, who speaks and to whom is said once.
    let scope = if quoted { original.words_in(passage.words.clone()) } else { own };
    // Whom a witness speaks of does not answer; who speaks is named beside the quotation, or first in it.
    let first = own.first().map(|w| w.span);
    let named = scope.iter().any(|w| accused.most.contains(&w.stem) && (!w.quoted || Some(w.span) == first));
    let text = if quoted { passage.text } else { sentence.span.of(passage.text) };
    let lower: String = text.chars().take(4000).collect::<String>().to_lowercase();
    let asked = ASKED.iter().any(|cue| lower.contains(cue)) || lower.starts_with("asked ");
    let denial = denies(original, own);
    let has = |list: &[&str]| own.iter().any(|w| list.contains(&original.form(w)));
    let strong = has(DENIES) || asked && has(REFUSES);
    match (named, asked, strong, denial && quoted) {
        (true, true, true, _) => 3.2,
        (true, true, false, true) => 2.8,
        (true, true, false, false) if quoted => 2.2,
        (true, true, false, false) => 0.4,
        (true, false, true, _) => 2.0,
        (false, true, true, _) => 1.2,
        _ if (denial || has(CAVEATS)) && speaks(original, own, accused) => 1.6,
        (false, true, _, _) => 0.4,
        _ => 0.0,
    }
}

/// Whether somebody whom the page is about says something.
fn speaks(original: &Prose, own: &[Word], accused: &Subjects) -> bool {
    own.windows(2).any(|two| {
        let [who, says] = two else { return false };
        accused.blamed.contains(&who.stem) && !who.quoted && SAYS.contains(&original.form(says))
    })
}

/// Whether the words deny something: by one of [`DENIES`], or by `not` and `never`.
pub(super) fn denies(prose: &Prose, words: &[Word]) -> bool {
    words
        .iter()
        .map(|w| prose.form(w))
        .any(|f| DENIES.contains(&f) || matches!(f, "not" | "never" | "no") || f.ends_with("n't"))
}
