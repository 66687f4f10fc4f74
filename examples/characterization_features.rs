//! Prints every candidate that [`firsthand::sourcing::characterization::inspect`] finds, for
//! `training/characterization/calibrate.py`. Lines in as for `firsthand read --jsonl`, with `text` alone; lines out:
//! `{id, candidates: [[start, end, category, most, [feature…]]…]}`, places as bytes of the whole text, `most` the most that it is
//! scored.

#![allow(clippy::indexing_slicing, reason = "indexing a JSON value gives null where there is nothing")]

use firsthand::sourcing::attribution::attributions;
use firsthand::sourcing::characterization::{Context, inspect};
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
        let prose = Prose::new((0..).zip(text.split('\n')));
        let said = attributions(&prose);
        let context = Context { attributions: &said, ..Context::default() };
        let candidates: Vec<Value> = inspect(&prose, &context)
            .iter()
            .map(|(span, category, most, features)| json!([at(*span).0, at(*span).1, category, most, features]))
            .collect();
        writeln!(out, "{}", json!({"id": row["id"], "candidates": candidates}))?;
    }
    Ok(())
}
