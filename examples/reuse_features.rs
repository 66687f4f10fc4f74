//! Prints what [`firsthand::reuse::evidence`] measures, for `training/reuse/calibrate.py`. Lines in as for
//! `firsthand read --jsonl`, with `text` alone; lines out: `{id, page, sentences: [[start, end, figures]], words: …}`,
//! places as bytes of the whole text.

#![allow(clippy::indexing_slicing, reason = "indexing a JSON value gives null where there is nothing")]

mod lines;

use firsthand::reuse::evidence::Evidence;
use firsthand::reuse::figures::{page_figures, sentence_figures, word_figures};
use firsthand::reuse::prepared::Prepared;
use firsthand::text::Prose;
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    lines::answer(|row, text, at| {
        let page = Prose::new((0..).zip(text.split('\n')));
        let prepared = Prepared::new(&page);
        let against = |original: &Value| {
            let original = Prose::new((0..).zip(original["text"].as_str().unwrap_or("").split('\n')));
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
            json!({"id": row["id"], "page": page_figures(&evidence, 0.0), "reported": evidence.page.reported, "sentences": sentences, "words": words})
        };
        row["originals"].as_array().into_iter().flatten().map(against).collect()
    })
}
