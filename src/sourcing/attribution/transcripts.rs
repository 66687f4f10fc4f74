//! Transcripts: “SMITH: …” and “Q: …”, a speaker's label at the start of each turn.

use super::relations::Relation;
use crate::text::Prose;
use std::ops::Range;

/// A label is at most this long, in words.
const LABEL: usize = 4;
/// With fewer labelled turns it is no transcript but a headline or a list.
const FEWEST: usize = 3;

/// The turns of a document.
pub(super) struct Turns {
    pub relations: Vec<Relation>,
    sentences: Vec<Range<usize>>,
}

impl Turns {
    /// Whether the sentence with this index is part of a turn.
    pub fn holds(&self, sentence: usize) -> bool {
        let at = self.sentences.partition_point(|r| r.end <= sentence);
        self.sentences.get(at).is_some_and(|r| r.contains(&sentence))
    }
}

/// The turns of `prose`; none unless it reads as a transcript.
pub(super) fn turns(prose: &Prose) -> Turns {
    let labels: Vec<Option<Range<usize>>> = prose.passages().iter().map(|p| label(prose, p.words.clone())).collect();
    let mut turns = Turns { relations: Vec::new(), sentences: Vec::new() };
    let count = labels.iter().flatten().count();
    // Speakers come back; the items of a list do not.
    let mut keys: Vec<u64> = labels.iter().flatten().map(|l| key(prose, l)).collect();
    keys.sort_unstable();
    let again = keys.chunk_by(|a, b| a == b).filter(|c| c.len() > 1).map(<[u64]>::len).sum::<usize>();
    if count < FEWEST || again * 2 < count {
        return turns;
    }
    for (passage, label) in prose.passages().iter().zip(&labels) {
        let Some(label) = label else { continue };
        let content = label.end..passage.words.end;
        if !content.is_empty() {
            turns.sentences.push(passage.sentences.clone());
            turns.relations.push(Relation {
                content: vec![content],
                cue: None,
                source: Some(label.clone()),
                nobody: false,
                hearsay: false,
                speech: true,
            });
        }
    }
    turns
}

/// A key of a label's words.
fn key(prose: &Prose, label: &Range<usize>) -> u64 {
    prose.words_in(label.clone()).iter().fold(0, |key, w| key.rotate_left(7) ^ w.stem)
}

/// The speaker's label that the block with these words begins with.
fn label(prose: &Prose, words: Range<usize>) -> Option<Range<usize>> {
    for at in words.clone().take(LABEL) {
        let word = prose.words().get(at)?;
        let gap = prose.gap_after(at);
        if !word.capital || word.quoted {
            return None;
        }
        if gap.trim_start_matches([')', '.']).starts_with(':') {
            return Some(words.start..at + 1);
        }
        if !matches!(gap, " " | ". " | " (" | ", " | "-") {
            return None;
        }
    }
    None
}
