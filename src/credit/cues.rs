//! The words around a name, or inside a link, that make it a credit.

use crate::text::WordList;

/// What a cue says, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// “first reported by”, “originally appeared in”, “broke the story”.
    First,
    /// A credit line: “Source: X”, “via X”, “h/t X”, `[X]` at the end.
    Line,
    /// “according to an X report”, “X’s investigation”.
    Report,
    /// “X reported”, “reported by X”.
    Reported,
    /// “told X”, “seen by X”, “in an interview with X”.
    Told,
    /// An agency's byline or dateline.
    Agency,
    /// A link in the words “report”, “study”, “according”, “said”, …
    Anchor,
}

/// Verbs after an outlet's name that say it published this.
pub const REPORTED: WordList = WordList(
    "reported reports reporting revealed reveals wrote writes published uncovered learned obtained exposed \
     disclosed found investigated writing",
);
/// Participles before "in X" that make X the place where it stood.
pub const PRINTED: WordList = WordList("appeared published reported printed revealed detailed described");
/// Nouns after an outlet's name, or in a link, for what it published.
pub const REPORT: WordList = WordList(
    "report reports reporting investigation exclusive scoop story article exposé expose interview analysis \
     documentary piece probe column",
);
/// Nouns in a link for an original that no outlet published.
pub const DOCUMENT: WordList =
    WordList("study paper survey poll statement announcement filing lawsuit indictment memo letter");
/// Participles before “by X” that make X the one who got it.
pub const BY: WordList = WordList(
    "reported published obtained reviewed seen revealed broken uncovered conducted viewed cited quoted interviewed \
     released",
);
/// Anchors that are nothing but the act of telling.
pub const TELLING: WordList =
    WordList("said says told tells according reported reports wrote writes announced revealed");
/// Words that may stand between a name and its verb: `Reuters first reported`, `the BBC on Thursday reported`.
pub const BETWEEN: WordList = WordList(
    "first also has had have previously later recently exclusively on monday tuesday wednesday thursday friday \
     saturday sunday earlier this week month newspaper magazine news agency originally that which",
);
/// Words that may stand between “according to” and a name.
pub const ADJECTIVES: WordList = WordList(
    "a an the new newly released recent recently published explosive lengthy detailed exclusive latest bombshell \
     joint this reporting by from in report story investigation article",
);
/// What sets a mention in the past: it is background then.
pub const PAST: WordList = WordList("last ago earlier previous previously");

/// How much a cue weighs, as log-odds that the page was made from that report.
///
/// Set by hand, so that with [`BASE`] a single cue of the first three kinds is a credit wherever it stands, one of the
/// next three is one at the head of the page or when the same report is mentioned again, and a link alone never is.
pub fn weight(cue: Cue) -> f32 {
    match cue {
        Cue::First => 4.0,
        Cue::Line => 3.6,
        Cue::Report => 3.2,
        Cue::Agency => 3.2,
        Cue::Reported => 2.2,
        Cue::Told => 1.9,
        Cue::Anchor => 1.5,
    }
}

/// Log-odds before any evidence.
pub const BASE: f32 = -2.8;
/// For standing in the first three paragraphs of the body.
pub const LEAD: f32 = 0.9;
/// For each further mention or link, up to [`MOST_AGAIN`].
pub const AGAIN: f32 = 0.5;
/// How many further mentions count.
pub const MOST_AGAIN: u32 = 4;
/// For a link to the report beside the words.
pub const LINKED: f32 = 0.6;
/// For a mention that is set in the past.
pub const BACKGROUND: f32 = -1.6;
/// Under this probability a candidate is not listed.
pub const LISTED: f32 = 0.5;
