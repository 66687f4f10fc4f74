//! Agencies that a page credits by where they stand: in the byline, in the dateline.

use super::{Mention, Scan};
use crate::credit::cues::Cue;
use crate::credit::outlets;

impl Scan<'_> {
    /// An agency in the byline.
    pub(super) fn byline(&self, list: &mut Vec<Mention>) {
        for part in self.article.byline.as_deref().unwrap_or("").split([',', ';', '/', '|']) {
            let name = part.trim().trim_start_matches("By ").trim_start_matches("the ").trim_start_matches("The ");
            if outlets::is_agency(&name.to_lowercase()) && !self.is_own(name) {
                list.push(Mention::alone(Cue::Agency, Some(name), None, part.trim()));
            }
        }
    }

    /// `LONDON (Reuters) - …` at the start of the body.
    pub(super) fn dateline(&self, list: &mut Vec<Mention>) {
        let Some(passage) = self.prose.passages().iter().find(|p| self.in_body(p.block) && !p.words.is_empty()) else {
            return;
        };
        let words = passage.words.clone();
        for at in words.clone().take(10) {
            let opens = if at == words.start {
                passage.text.trim_start().starts_with('(')
            } else {
                self.prose.gap_after(at.saturating_sub(1)).ends_with('(')
            };
            let Some(end) = (at..words.end.min(at + 4)).find(|&w| self.prose.gap_after(w).starts_with(')')) else {
                continue;
            };
            let (Some(first), Some(last)) = (self.prose.words().get(at), self.prose.words().get(end)) else { continue };
            let dash = self.prose.gap_after(end).trim_start_matches(')').trim();
            let name = self.prose.text(first.span.to(&last.span));
            if opens
                && (dash.starts_with(['-', '—', '–']))
                && outlets::is_agency(&name.to_lowercase())
                && !self.is_own(name)
            {
                let span = first.span.to(&last.span);
                list.push(Mention::alone(Cue::Agency, Some(name), Some(span), passage.text));
                return;
            }
        }
    }
}
