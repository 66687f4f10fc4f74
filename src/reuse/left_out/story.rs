//! Which of an original's sentences tell its story.

use crate::text::{Passage, Prose};

/// What stands in a text without being part of its story.
const FURNITURE: &str = "photo credit|photo by|photograph:|getty images|image credit|like this article?|subscribe|sign up for|\
    newsletter|read more|click here|follow us|trending articles|advertisement|all rights reserved|\
    contributed to this report|contributed reporting|additional reporting by|(reporting by|writing by|editing by|\
    news editors|not for publication|(corrected|(corrects|this article was amended|this story has been updated|\
    editor’s note|editor's note|share this|download the app|unlimited amount|cookies|privacy policy|\
    support our journalism|become a member|view comments|send tips|related articles|most popular";
/// Headings that teasers follow.
const TEASERS: &str = "trending|related|most popular|most read|read next|more from|recommended|also read|see also|editor’s picks|\
    editors’ picks|you may also";

/// The sentences that tell the story: not headings, teasers, credits or pitches.
pub(super) fn real_sentences(original: &Prose) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut teasing = false;
    for passage in original.passages() {
        let lower = passage.text.trim().to_lowercase();
        let words = passage.words.len();
        // “:: December 11 -”: a chronology; “>> …”: another story; and a note to editors, however long.
        if words == 0
            || lower.starts_with("::")
            || lower.starts_with(">>")
            || lower.starts_with('(') && lower.contains("not for publication")
        {
            continue;
        }
        if words <= 6 && TEASERS.split('|').any(|t| lower.starts_with(t)) {
            teasing = true;
            continue;
        }
        // Teasers are short; the story goes on with the first paragraph that is not.
        if teasing && words < 25 && !lower.contains(['“', '"']) {
            continue;
        }
        teasing = false;
        if FURNITURE.split('|').any(|f| lower.contains(f)) && words < 60 || heading(passage) {
            continue;
        }
        kept.extend(passage.sentences.clone());
    }
    kept
}

/// A short block that does not end as a sentence does, or a note in brackets.
fn heading(passage: &Passage) -> bool {
    let text = passage.text.trim_end();
    if passage.words.len() < 12 && text.starts_with(['(', '[']) && text.ends_with([')', ']']) {
        return true;
    }
    // A headline within the text, in capitals.
    if passage.words.len() > 2 && !text.contains(char::is_lowercase) && text.contains(char::is_uppercase) {
        return true;
    }
    passage.words.len() < 15 && !text.ends_with(['.', '!', '?', '”', '"', '’', '\'', ':', '…', ')'])
}
