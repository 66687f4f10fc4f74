//! JSON lines in as for `firsthand read --jsonl`, with `text` alone; JSON lines out.

use firsthand::text::Span;
use serde_json::Value;
use std::io::{BufRead, Write};

/// Answers each line with its text, and what turns a span into bytes of the whole text.
pub fn answer(of: impl Fn(&Value, &str, &dyn Fn(Span) -> (usize, usize)) -> Vec<Value>) -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = row.pointer("/page/text").and_then(Value::as_str).unwrap_or("");
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let at = |s: Span| {
            let base = starts.get(s.block as usize).copied().unwrap_or(0);
            (base + s.start as usize, base + s.end as usize)
        };
        for line in of(&row, text, &at) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
