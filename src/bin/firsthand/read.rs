//! `firsthand read`.

use firsthand::{Options, Original, Page};
use serde::Deserialize;
use std::io::{BufRead, Write};

#[derive(Deserialize)]
struct Line {
    id: String,
    page: Page,
    #[serde(default)]
    originals: Option<Vec<Original>>,
}

/// Answers every line of standard input with one of standard output.
pub fn lines() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let answer = match serde_json::from_str::<Line>(&line) {
            Ok(l) => {
                let options = Options { blocks: true, ..Options::default() };
                match firsthand::read(&l.page, l.originals.as_deref().unwrap_or_default(), options) {
                    Ok(report) => serde_json::json!({"id": l.id, "report": report}),
                    Err(e) => {
                        serde_json::json!({"id": l.id, "error": {"code": e.code(), "message": e.to_string()}})
                    }
                }
            }
            Err(e) => serde_json::json!({"id": null, "error": {"code": "json", "message": e.to_string()}}),
        };
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
