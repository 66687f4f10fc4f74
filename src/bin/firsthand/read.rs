//! `firsthand read`.

use crate::json_lines::{Refusal, answer_each};
use crate::{Failure, document};
use firsthand::library::MemoryLibrary;
use firsthand::reading::{self, Need, Reading};
use firsthand::{Options, Original, Page, Report, article};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Line {
    id: Value,
    page: Page,
    #[serde(default)]
    originals: Option<Vec<Original>>,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Refusal>,
}

/// Answers every line of standard input with one of standard output. A line that cannot be read gets an `error`.
pub fn lines(library: Option<&Path>, more: bool) -> Result<(), Failure> {
    let library = library.map(load).transpose()?;
    let options = Options { blocks: true, more, ..Options::default() };
    Ok(answer_each(|Line { id, page, originals }| {
        match report(&page, originals.as_deref(), library.as_ref(), options) {
            Ok(report) => Answer { id, report: Some(report), error: None },
            Err(e) => Answer { id, report: None, error: Some(Refusal { code: e.code(), message: e.to_string() }) },
        }
    })?)
}

/// Reads the page in the file `page` against the originals in `originals`; without any, against the library.
pub fn file(page: &Path, originals: &[PathBuf], library: Option<&Path>, more: bool) -> Result<(Page, Report), Failure> {
    let library = library.map(load).transpose()?;
    let page = document::load(page)?;
    let mut given = Vec::new();
    for path in originals {
        given.push(Original { id: path.display().to_string(), page: document::load(path)? });
    }
    let given = (!given.is_empty()).then_some(given);
    let report =
        report(&page, given.as_deref(), library.as_ref(), Options { blocks: true, more, ..Options::default() })?;
    Ok((page, report))
}

fn report(
    page: &Page,
    originals: Option<&[Original]>,
    library: Option<&MemoryLibrary>,
    options: Options,
) -> Result<Report, article::ArticleError> {
    let Some(library) = library.filter(|_| originals.is_none()) else {
        return firsthand::read(page, originals.unwrap_or_default(), options);
    };
    let mut reading = Reading::new(page, options)?;
    loop {
        let needs = reading.needs();
        if needs.is_empty() {
            return Ok(reading.report());
        }
        for need in needs {
            match &need {
                Need::Shards(ids) => ids.iter().for_each(|id| reading.shard(*id, library.shard(*id))),
                Need::Records(ids) => ids.iter().for_each(|id| reading.record(*id, library.record(*id).cloned())),
                Need::Document(_) => reading.absent(&need, "offline", "The command line fetches nothing."),
            }
        }
    }
}

/// A library from JSON lines of originals.
fn load(path: &Path) -> Result<MemoryLibrary, Failure> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut library = MemoryLibrary::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let at = |error: &dyn std::fmt::Display| format!("{}, line {}: {error}", path.display(), number + 1);
        let original: Original = serde_json::from_str(line).map_err(|e| at(&e))?;
        let article = article::read(&original.page).map_err(|e| at(&e))?;
        library.add(reading::record(&article, Some(original.id)));
    }
    Ok(library)
}
