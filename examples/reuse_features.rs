//! Prints what [`firsthand::reuse::evidence`] measures, for `training/reuse/calibrate.py`. Lines in as for
//! `firsthand read --jsonl`, with `text` alone; lines out: `{id, page, sentences: [[start, end, figures]], words: …}`,
//! places as bytes of the whole text.

#![allow(clippy::indexing_slicing, reason = "indexing a JSON value gives null where there is nothing")]

use firsthand::reuse::evidence::{Evidence, page_figures, sentence_figures, word_figures};
use firsthand::reuse::prepared::Prepared;
use firsthand::text::{Prose, Span};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = row["page"]["text"].as_str().unwrap_or("");
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let at = |s: Span| {
            let base = starts.get(s.block as usize).copied().unwrap_or(0);
            (base + s.start as usize, base + s.end as usize)
        };
        let lines = |t: &'_ str| (0..).zip(t.split('\n').map(str::to_owned)).collect::<Vec<(u32, String)>>();
        let blocks = lines(text);
        let page = Prose::new(blocks.iter().map(|(i, t)| (*i, t.as_str())));
        let prepared = Prepared::new(&page);
        for original in row["originals"].as_array().into_iter().flatten() {
            let theirs = lines(original["text"].as_str().unwrap_or(""));
            let original = Prose::new(theirs.iter().map(|(i, t)| (*i, t.as_str())));
            let evidence = Evidence::new(&prepared, &original);
            let sentences: Vec<Value> = page
                .sentences()
                .iter()
                .enumerate()
                .map(|(i, s)| json!([at(s.span).0, at(s.span).1, sentence_figures(&evidence, i)]))
                .collect();
            let words: Vec<Value> = page
                .words()
                .iter()
                .enumerate()
                .map(|(i, w)| json!([at(w.span).0, at(w.span).1, w.sentence, word_figures(&evidence, &page, i, 0.0)]))
                .collect();
            writeln!(
                out,
                "{}",
                json!({"id": row["id"], "page": page_figures(&evidence, 0.0), "reported": evidence.page.reported, "sentences": sentences, "words": words})
            )?;
        }
    }
    Ok(())
}
