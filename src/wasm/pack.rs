//! Originals as JSON lines: what an export writes and an import reads.
//!
//! A line is a record with its text, as [`Line`] says, or an [`Original`] as the command line takes them.

use super::failure::Failure;
use crate::library::{Body, Record, postings};
use crate::page::Original;
use crate::reading::{self, Entry, Options, Reading};
use crate::text::Prose;
use serde::{Deserialize, Serialize};

/// A line of an export.
#[derive(Serialize, Deserialize)]
struct Line {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    byline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    /// Every line is one block.
    text: String,
}

/// A record as a line with its end, or nothing if it has no text.
pub(super) fn write(record: Record) -> Option<String> {
    let Body::Text(blocks) = record.body else { return None };
    let Record { key: id, url, title, site, byline, published, lang, .. } = record;
    // A line break within a block would come back as two blocks.
    let text = blocks.iter().map(|b| b.replace(['\n', '\r'], " ")).collect::<Vec<_>>().join("\n");
    let line = Line { id, url, title, site, byline, published, lang, text };
    serde_json::to_string(&line).ok().map(|json| json + "\n")
}

/// The record on a line, or nothing if there is no article on it.
///
/// # Errors
/// If the line is neither of the two.
pub(super) fn read(line: &str) -> Result<Option<Entry>, Failure> {
    if let Ok(line) = serde_json::from_str::<Line>(line) {
        let blocks: Vec<String> = line.text.split('\n').map(str::to_owned).collect();
        let id = match &line.url {
            Some(url) => reading::name(url),
            None => Record::name(None, &blocks),
        };
        let postings = postings(id, &Prose::new((0u32..).zip(blocks.iter().map(String::as_str))));
        let Line { id: key, url, title, site, byline, published, lang, .. } = line;
        let record = Record { id, key, url, title, site, byline, published, lang, body: Body::Text(blocks) };
        return Ok((!postings.is_empty()).then_some(Entry { record, postings }));
    }
    let original: Original =
        serde_json::from_str(line).map_err(|e| Failure::new("format", format!("not an original: {e}")))?;
    Ok(Reading::closed(&original.page, &[], Options::default())?.entry())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "The Merrow harbour board hid loans of £4.2m from its auditors for six years, minutes seen by the Ledger show.\n\
        “We were told nothing,” Odile Marsh, who chairs the audit committee, said on Thursday.";

    fn line() -> String {
        let url = Some("https://tidewaterledger.example/loans".to_owned());
        let line = Line {
            id: "loans".into(),
            url,
            title: Some("Board hid loans".into()),
            site: Some("The Tidewater Ledger".into()),
            byline: None,
            published: Some("2031-05-04".into()),
            lang: None,
            text: STORY.into(),
        };
        serde_json::to_string(&line).unwrap()
    }

    #[test]
    fn what_is_exported_comes_back_whole() {
        let Entry { record, postings } = read(&line()).unwrap().unwrap();
        assert_eq!(record.site.as_deref(), Some("The Tidewater Ledger"));
        assert!(postings.len() > 10);
        let again = write(record.clone()).unwrap();
        assert!(again.ends_with("}\n") && !again.trim_end().contains('\n'));
        let back = read(&again).unwrap().unwrap();
        assert_eq!((back.record, back.postings), (record, postings));
    }

    #[test]
    fn an_original_as_the_command_line_takes_it_is_read_too() {
        let html = format!(
            "<!doctype html><title>Board hid loans</title><article><h1>Board hid loans</h1><p>{}</p></article>",
            STORY.replace('\n', "</p><p>").repeat(4)
        );
        let line = serde_json::json!({ "id": "a", "url": "https://tidewaterledger.example/loans", "html": html });
        let entry = read(&line.to_string()).unwrap().unwrap();
        assert_eq!(entry.record.id, reading::name("https://tidewaterledger.example/loans"));
    }

    #[test]
    fn what_is_no_original_is_refused_and_what_is_empty_is_left_out() {
        assert_eq!(read("{\"id\":").unwrap_err().code, "format");
        assert_eq!(read("[]").unwrap_err().code, "format");
        assert_eq!(read("{\"id\":\"a\"}").unwrap_err().code, "nothing_given");
        assert!(read("{\"id\":\"a\",\"text\":\"\"}").unwrap().is_none());
    }
}
