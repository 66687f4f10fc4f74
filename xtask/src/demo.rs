//! The extension in a real browser, on made-up news sites or on two files of the reader's.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::setup::{self, Browser};
use crate::{Rest, build, tool};

/// Opens a browser with the extension on a story; `--screenshot` takes a picture and ends.
pub fn run(rest: &Rest) -> Result<bool> {
    let browser = match rest.browser.as_deref() {
        Some("firefox") => Browser::Firefox,
        Some(_) => Browser::Chromium,
        None if Browser::Chromium.find().is_none() && Browser::Firefox.find().is_some() => Browser::Firefox,
        None => Browser::Chromium,
    };
    if rest.screenshot.is_none() && !rest.headless && !can_show() {
        bail!(
            "there is no display to open a window on; `cargo xtask run --headless --screenshot FILE` takes a picture instead"
        );
    }
    let program = browser.ensure()?;
    setup::node()?;
    build::extension()?;

    let mut node = tool::command("node");
    node.arg("tests/browser/demo.mjs").args(["--browser", browser.name()]).env(browser.variable(), program);
    let here = std::env::current_dir()?;
    match (&rest.story, &rest.original) {
        (Some(story), Some(original)) => {
            let plan = pair(&here.join(story), &here.join(original))?;
            node.arg("--pair").arg(plan);
        }
        (None, None) => {}
        _ => bail!("--story and --original go together"),
    }
    if let Some(file) = &rest.screenshot {
        node.arg("--screenshot").arg(here.join(file));
    }
    if rest.headless || rest.screenshot.is_some() {
        node.arg("--headless");
    }
    if rest.dark {
        node.arg("--dark");
    }
    tool::succeeds(&mut node)
}

/// Whether a window can be opened.
fn can_show() -> bool {
    cfg!(any(target_os = "macos", target_os = "windows"))
        || std::env::var_os("DISPLAY").is_some()
        || std::env::var_os("WAYLAND_DISPLAY").is_some()
}

/// Serves `www/` until it is stopped.
pub fn serve(rest: &Rest) -> Result<bool> {
    setup::node()?;
    build::extension()?;
    let mut node = tool::command("node");
    node.arg("tests/browser/demo.mjs").arg("--serve");
    if let Some(port) = rest.port {
        node.args(["--port", &port.to_string()]);
    }
    tool::succeeds(&mut node)
}

/// Makes two pages of two files and writes down, for the demo's server, where each is to stand.
///
/// Both keep the host and path of their addresses, below `.localhost`: `foreignpolicy.com/2017/…`
/// becomes `foreignpolicy.com.localhost:PORT/2017/…`. Links of the story to the original's address are
/// led there too; nothing else in either page is changed, and nothing leaves the machine. An original without an address of its
/// own stands at the address that the story credits first, as the core sees it.
fn pair(story: &Path, original: &Path) -> Result<std::path::PathBuf> {
    let story_page = Document::read(story)?;
    let mut original_page = Document::read(original)?;
    if original_page.url.is_none() {
        original_page.url = credited(story)?;
    }
    let story_url = story_page.url.clone().unwrap_or_else(|| "http://story.example/story".into());
    let original_url = original_page.url.clone().unwrap_or_else(|| "http://original.example/report".into());
    let out = tool::root().join("target/demo");
    fs::create_dir_all(&out)?;
    let plan = out.join("pair.json");
    let document = json!({
        "story": { "url": story_url, "html": story_page.html },
        "original": { "url": original_url, "html": original_page.html },
    });
    fs::write(&plan, serde_json::to_vec_pretty(&document)?)?;
    Ok(plan)
}

/// The address that the core finds credited first on a page.
fn credited(story: &Path) -> Result<Option<String>> {
    let mut command = tool::cargo();
    command.args(["run", "--quiet", "--bin", "firsthand", "--", "read", "--json"]).arg(story);
    let Some(answer) = tool::output(&mut command) else {
        return Ok(None);
    };
    let answer: Value = serde_json::from_str(&answer).context("the answer of `firsthand read`")?;
    let report = answer.get("report").unwrap_or(&answer);
    let credits = report.get("credits").and_then(Value::as_array);
    Ok(credits.into_iter().flatten().find_map(|credit| credit.get("url")?.as_str()).map(str::to_owned))
}

/// A file as a page.
struct Document {
    /// From the front matter.
    url: Option<String>,
    html: String,
}

impl Document {
    fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| path.display().to_string())?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches('\u{feff}');
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
        Ok(match extension.as_deref() {
            Some("html" | "htm" | "xhtml") => Self { url: None, html: text.to_owned() },
            Some("md" | "markdown") => markdown(text),
            _ => plain(text),
        })
    }
}

/// A front matter of `key: value` lines, and Markdown.
fn markdown(text: &str) -> Document {
    let mut fields = serde_json::Map::new();
    let mut body = text;
    if let Some((head, rest)) = text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n")) {
        body = rest;
        for (key, value) in head.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
            fields.insert(key.trim().to_lowercase(), value.into());
        }
    }
    let field = |key: &str| fields.get(key).and_then(Value::as_str);
    let body = without_attributes(body);
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&body));
    let date = field("published").or(field("date"));
    Document { url: field("url").map(str::to_owned), html: page(field("title"), field("author"), date, &html) }
}

/// Without the `{.class}` that Pandoc writes behind links and images; nobody else reads it.
fn without_attributes(markdown: &str) -> String {
    let mut kept = String::with_capacity(markdown.len());
    let mut parts = markdown.split("){");
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        kept.push(')');
        match part.split_once('}') {
            Some((attributes, rest)) if attributes.starts_with(['.', '#']) && !attributes.contains('\n') => {
                kept.push_str(rest)
            }
            _ => {
                kept.push('{');
                kept.push_str(part);
            }
        }
    }
    kept
}

/// Every line a paragraph, but for a first one that is the headline.
fn plain(text: &str) -> Document {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    let title = lines.next_if(|line| is_headline(line));
    let html: String = lines.map(|line| format!("<p>{}</p>\n", escape(line))).collect();
    Document { url: None, html: page(title, None, None, &html) }
}

/// Whether the first line of a text stands above it: headlines are short, and end without a full stop.
fn is_headline(line: &str) -> bool {
    /// In bytes; twice what fits on a front page.
    const LONGEST: usize = 160;
    line.len() <= LONGEST && !line.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '…', ':', ','])
}

/// A plain page around an article. One without a title has none: a headline that nobody wrote would be shown as the report's own.
fn page(title: Option<&str>, author: Option<&str>, date: Option<&str>, body: &str) -> String {
    let title = title.map(escape);
    let tag = |name: &str, title: Option<&String>| {
        title.map_or_else(String::new, |title| format!("<{name}>{title}</{name}>\n"))
    };
    let meta = |name: &str, value: Option<&str>| {
        value.map_or_else(String::new, |value| format!("<meta name=\"{name}\" content=\"{}\">\n", escape(value)))
    };
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n{named}\
         <meta property=\"og:type\" content=\"article\">\n{author}{date}\
         <style>:root {{ color-scheme: light dark }} body {{ font: 19px/1.6 Georgia, serif; max-width: 38rem; margin: 3rem auto; \
         padding: 0 1.5rem }} h1 {{ line-height: 1.2 }} img {{ display: none }}</style>\n\
         <article>\n{headed}{body}</article>\n",
        named = tag("title", title.as_ref()),
        headed = tag("h1", title.as_ref()),
        author = meta("author", author),
        date = meta("article:published_time", date),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{markdown, plain};

    #[test]
    fn a_text_is_headed_by_its_own_first_line_or_by_nothing() {
        let lead = "The small ferry will lie in Tessaly from November to March, the council said on Monday.";
        for (text, title, paragraphs) in [
            (format!("Ferry to winter in Tessaly\n\n{lead}\n"), Some("Ferry to winter in Tessaly"), 1),
            (
                format!("  Who let the “Merrow” run aground?\n{lead}\n{lead}"),
                Some("Who let the “Merrow” run aground?"),
                2,
            ),
            (format!("{lead}\n\nPassengers may use the coach.\n"), None, 2),
            (format!("“There was no berth closer by.”\n{lead}\n"), None, 2),
        ] {
            let html = plain(&text).html;
            assert_eq!(html.contains("<title>"), title.is_some(), "{html}");
            if let Some(title) = title {
                assert!(html.contains(&format!("<title>{title}</title>")), "{html}");
                assert!(html.contains(&format!("<article>\n<h1>{title}</h1>")), "{html}");
            }
            assert_eq!(html.matches("<p>").count(), paragraphs, "{html}");
        }
        let html = markdown("# Ferry to winter in Tessaly\n\nThe small ferry will lie there.\n").html;
        assert_eq!(html.matches("<h1>").count(), 1, "{html}");
    }
}
