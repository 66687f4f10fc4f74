//! `firsthand extract --jsonl`: pages in, articles out, one JSON object a line.

use crate::json_lines::{Refusal, answer_each, to_line};
use std::io::{self, BufRead, Write};

use firsthand::article::body::{self, Judgeable};
use firsthand::article::{self, Article, html, metadata};
use firsthand::page::Page;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    page: Page,
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Extracted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Refusal>,
}

#[derive(Serialize)]
struct Extracted {
    url: Option<String>,
    title: Option<String>,
    site: Option<String>,
    byline: Option<String>,
    published: Option<String>,
    lang: Option<String>,
    section: Option<String>,
    opinion: Option<String>,
    partial: bool,
    likelihood: f32,
    blocks: Vec<BodyBlock>,
}

#[derive(Serialize)]
struct BodyBlock {
    index: u32,
    tag: String,
    text: String,
}

impl From<Article> for Extracted {
    fn from(article: Article) -> Self {
        let blocks = article
            .body_blocks()
            .map(|(index, block)| BodyBlock { index, tag: block.tag.clone(), text: block.text.clone() })
            .collect();
        Extracted {
            url: article.url,
            title: article.title,
            site: article.site,
            byline: article.byline,
            published: article.published,
            lang: article.lang,
            section: article.section,
            opinion: article.opinion,
            partial: article.partial,
            likelihood: article.likelihood,
            blocks,
        }
    }
}

#[derive(Serialize)]
struct Judged {
    id: Value,
    names: Vec<String>,
    texts: Vec<String>,
    containers: Vec<usize>,
    kinds: Vec<usize>,
    rows: Vec<Vec<f32>>,
}

/// Like [`lines`], but answers with the blocks of the page and what they are judged by: `training/body/train.py` reads it.
pub fn features() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let Line { id, page } = serde_json::from_str(&line?)?;
        let parsed = html::parse(page.html.as_deref().unwrap_or_default(), page.url.as_deref());
        let title = metadata::read(&page, &parsed.head, &parsed.blocks, &parsed.elements).title;
        let judged = body::judged_by(&parsed.blocks, &parsed.elements, title.as_deref());
        let texts = parsed.blocks.into_iter().map(|block| block.text).collect();
        let Judgeable { names, rows, containers, kinds } = judged;
        out.write_all(to_line(&Judged { id, names, texts, containers, kinds, rows })?.as_bytes())?;
    }
    out.flush()
}

/// Prints the article in the file at `path`, as JSON.
pub fn file(path: &std::path::Path) -> Result<(), crate::Failure> {
    let article = article::read(&crate::document::load(path)?)?;
    Ok(crate::say(serde_json::to_string_pretty(&Extracted::from(article))?)?)
}

/// Answers every line of standard input with one on standard output. A line that cannot be read gets an `error`.
pub fn lines() -> io::Result<()> {
    answer_each(|Line { id, page }| match article::read(&page) {
        Ok(article) => Answer { id, article: Some(article.into()), error: None },
        Err(e) => Answer { id, article: None, error: Some(Refusal { code: e.code(), message: e.to_string() }) },
    })
}
