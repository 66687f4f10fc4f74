//! Files to pages.

use crate::Failure;
use firsthand::Page;
use pulldown_cmark::{Options, Parser, html};
use std::io::Read;
use std::path::Path;

/// The page in the file at `path`; `-` is standard input. Bytes that are no UTF-8 are replaced, not refused.
pub fn load(path: &Path) -> Result<Page, Failure> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        bytes
    } else {
        std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?
    };
    let text = String::from_utf8_lossy(&bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    let looks_like_html = || {
        let head: String = text.trim_start().chars().take(15).collect();
        head.starts_with("<!") || head.to_lowercase().starts_with("<html")
    };
    Ok(match extension.as_deref() {
        Some("html" | "htm" | "xhtml") => Page { html: Some(text.to_owned()), ..Page::default() },
        Some("md" | "markdown") => markdown(text),
        _ if looks_like_html() => Page { html: Some(text.to_owned()), ..Page::default() },
        _ => Page { text: Some(text.to_owned()), ..Page::default() },
    })
}

/// Markdown with or without front matter. Of the front matter `title`, `url` and `date` are read, one a line.
fn markdown(text: &str) -> Page {
    let mut page = Page::default();
    let mut body = text;
    if let Some((matter, rest)) = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---")) {
        body = rest.trim_start_matches('-');
        for (key, value) in matter.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            let value = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value);
            let field = match key.trim() {
                "title" => &mut page.title,
                "url" | "link" | "permalink" => &mut page.url,
                "date" | "published" => &mut page.published,
                _ => continue,
            };
            *field = Some(value.to_owned()).filter(|v| !v.is_empty());
        }
    }
    let mut out = String::from("<!doctype html><body><article>");
    html::push_html(&mut out, Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH));
    out.push_str("</article>");
    page.html = Some(out);
    page
}
