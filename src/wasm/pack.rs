//! Originals as JSON lines: what an export writes and an import reads.
//!
//! A line is an original as the command line takes them, `id` with `text` or `html` and what is known about it; with `text`, `site`,
//! `byline` and `lang` are taken too, which nothing else could tell.

use super::failure::Failure;
use crate::library::{Body, Record, postings};
use crate::page::Page;
use crate::reading::{self, Entry, Options, Reading};
use crate::text::Prose;
use serde_json::{Map, Value};

/// A record as a line with its end, or nothing if it has no text.
pub(super) fn write(record: Record) -> Option<String> {
    let Body::Text(blocks) = record.body else { return None };
    // A line break within a block would come back as two blocks.
    let text = blocks.iter().map(|b| b.replace(['\n', '\r'], " ")).collect::<Vec<_>>().join("\n");
    let Record { key, url, title, site, byline, published, lang, .. } = record;
    let fields = [
        ("id", Some(key)),
        ("url", url),
        ("title", title),
        ("site", site),
        ("byline", byline),
        ("published", published),
        ("lang", lang),
        ("text", Some(text)),
    ];
    let line: Map<String, Value> =
        fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::String(value?)))).collect();
    Some(Value::Object(line).to_string() + "\n")
}

/// The original on a line, or nothing if there is no article on it.
///
/// # Errors
/// If the line is no original: JSON with an `id` and one of `text` and `html`.
pub(super) fn read(line: &str) -> Result<Option<Entry>, Failure> {
    let wrong = |why: String| Failure::new("format", format!("not an original: {why}"));
    let Value::Object(mut fields) = serde_json::from_str(line).map_err(|e| wrong(e.to_string()))? else {
        return Err(wrong("not a JSON object".into()));
    };
    let mut take = |name: &str| match fields.remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let (url, title, published) = (take("url"), take("title"), take("published"));
    let Some(key) = take("id") else { return Err(wrong("no id".into())) };
    let Some(text) = take("text") else {
        let page = Page { url, title, published, html: take("html"), ..Page::default() };
        return Ok(Reading::closed(&page, &[], Options::default())?.entry());
    };
    let blocks: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let id = match &url {
        Some(url) => reading::name(url),
        None => Record::name(None, &blocks),
    };
    let postings = postings(id, &Prose::new((0u32..).zip(blocks.iter().map(String::as_str))));
    let (site, byline, lang) = (take("site"), take("byline"), take("lang"));
    let record = Record { id, key, url, title, site, byline, published, lang, body: Body::Text(blocks) };
    Ok((!postings.is_empty()).then_some(Entry { record, postings }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "The Merrow harbour board hid loans of £4.2m from its auditors for six years, minutes seen by the Ledger show.\n\
        “We were told nothing,” Odile Marsh, who chairs the audit committee, said on Thursday.";

    fn line() -> String {
        serde_json::json!({
            "id": "loans",
            "url": "https://tidewaterledger.example/loans",
            "title": "Board hid loans",
            "site": "The Tidewater Ledger",
            "published": "2031-05-04",
            "text": STORY,
        })
        .to_string()
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
        assert_eq!(read("{\"text\":\"a\"}").unwrap_err().code, "format");
        assert_eq!(read("{\"id\":\"a\"}").unwrap_err().code, "nothing_given");
        assert!(read("{\"id\":\"a\",\"text\":\"\"}").unwrap().is_none());
    }
}
