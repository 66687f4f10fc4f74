//! Prints every candidate that [`firsthand::sourcing::characterization::inspect`] finds, for
//! `training/characterization/calibrate.py`. Lines in as for `firsthand read --jsonl`, with `text` alone; lines out:
//! `{id, candidates: [[start, end, category, most, [feature…]]…]}`, places as bytes of the whole text, `most` the most that it is
//! scored.

#![allow(clippy::indexing_slicing, reason = "indexing a JSON value gives null where there is nothing")]

mod lines;

use firsthand::sourcing::attribution::attributions;
use firsthand::sourcing::characterization::{Context, inspect};
use firsthand::text::Prose;
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    lines::answer(|row, text, at| {
        let prose = Prose::new((0..).zip(text.split('\n')));
        let said = if std::env::var("NOATTR").is_ok() { Vec::new() } else { attributions(&prose) };
        let context = Context { attributions: &said, ..Context::default() };
        let candidates: Vec<Value> = inspect(&prose, &context)
            .iter()
            .map(|(span, category, most, features)| json!([at(*span).0, at(*span).1, category, most, features]))
            .collect();
        vec![json!({"id": row["id"], "candidates": candidates})]
    })
}
