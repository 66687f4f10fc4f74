//! JSON lines.

use serde::Serialize;
use std::io::{self, Write};

/// Writes one JSON value as one line. Characters at which some readers (Python's `splitlines` for one) break lines are escaped.
pub fn write_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_string(value)?;
    if line.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        // They can only stand inside strings.
        line = line.replace('\u{85}', "\\u0085").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    }
    line.push('\n');
    out.write_all(line.as_bytes())
}
