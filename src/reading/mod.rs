//! One reading, step by step: what is known, what is still needed, the report.
//!
//! The core does no I/O. A [`Reading`] says what it [needs](Reading::needs); the host brings what it can, says what it
//! could not bring, and asks again, until nothing is needed. The [report](Reading::report) can be had at any time, from
//! what is known so far.
//!
//! ```
//! use firsthand::{Options, Page, reading::Reading};
//!
//! let page = Page { text: Some("The bridge was closed on Monday, the Ledger reported.".into()), ..Page::default() };
//! let mut reading = Reading::new(&page, Options::default())?;
//! for need in reading.needs() {
//!     reading.absent(&need, "offline", "There is no network here.");
//! }
//! assert!(reading.needs().is_empty());
//! assert!(reading.report().sources.is_empty());
//! # Ok::<(), firsthand::article::ArticleError>(())
//! ```

mod assemble;
mod credited;
mod finding;
mod held;
mod places;
mod side;

use crate::article::{self, Article, ArticleError, url};
use crate::credit::{self, Credit};
use crate::library::{self, Body, LibraryError, Posting, Query, Record, RecordId, Shard, ShardId};
use crate::page::{Block, Original, Page};
use crate::report::{Gap, Report};
use crate::text::{Analysis, Prose};
use std::sync::Arc;

/// What the host wants of a reading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Report characterizations below the default threshold too.
    pub more: bool,
    /// Put the text of the body's blocks into the report.
    pub blocks: bool,
    /// Treat the page as an article whatever it looks like: the reader says that it is one.
    pub article: bool,
}

/// What a reading asks its host for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// The postings of the library in these shards, ascending.
    Shards(Vec<ShardId>),
    /// These records of the library.
    Records(Vec<RecordId>),
    /// The HTML of the report at this address, which the page credits.
    Document(String),
}

/// At most this many originals of the library are compared with a page.
const MOST_RECORDS: usize = 5;
/// A text of fewer words than this is not looked up: what it shares with others says nothing. The shortest briefs that
/// papers make of an agency's story, a sentence long, have some 18.
const FEWEST_WORDS: usize = 15;
/// A text of fewer words than this is no original for the library.
const FEWEST_WORDS_OF_AN_ORIGINAL: usize = 40;

/// The word for a document that is fetched once the reader says so ([`Reading::absent`]).
pub const ASK: &str = "ask";
/// The word for a document that the reader does not want to be fetched.
pub const NEVER: &str = "never";
/// The word for a document whose fetching the reader stopped: it may still come.
pub const STOPPED: &str = "stopped";
/// The word for a document that its site shows only to those who sign in.
pub const SIGN_IN: &str = "sign_in";

/// A page as an original for the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What is kept of it.
    pub record: Record,
    /// What is to be inserted into which shard, shards ascending.
    pub postings: Vec<(ShardId, Vec<Posting>)>,
}

/// An original that is known, whoever brought it.
struct Known {
    id: String,
    article: Article,
    /// Of its body.
    analysis: Arc<Analysis>,
    /// It was fetched because the page credits it, or the host was given it with the page: not found by its words.
    chosen: bool,
}

impl Known {
    fn prose(&self) -> Prose<'_> {
        self.analysis.of(texts(&self.article))
    }
}

/// One page on its way to a report.
pub struct Reading {
    article: Article,
    /// Of its body, which is asked for more than once.
    analysis: Arc<Analysis>,
    options: Options,
    credits: Vec<Credit>,
    known: Vec<Known>,
    /// Until the shards are in.
    query: Option<Query>,
    shards: Vec<ShardId>,
    records: Vec<RecordId>,
    documents: Vec<String>,
    gaps: Vec<Gap>,
}

impl Reading {
    /// Begins to read `page`, for which the library is to be asked.
    ///
    /// # Errors
    /// If the page is not given in exactly one form.
    pub fn new(page: &Page, options: Options) -> Result<Reading, ArticleError> {
        let mut reading = Reading::closed(page, &[], options)?;
        let prose = reading.prose();
        if reading.article.is_article() && prose.words().len() >= FEWEST_WORDS {
            let query = Query::new(&prose);
            reading.shards = query.shards().to_vec();
            reading.query = Some(query);
        }
        // What the page credits may be known although too little of it is left to be found by its words.
        reading.records = reading.credits.iter().filter_map(|c| c.url.as_deref()).map(name).collect();
        reading.documents = reading.credits.iter().filter_map(|c| c.url.clone()).take(1).collect();
        Ok(reading)
    }

    /// Reads `page` against `originals` and asks for nothing. An original that cannot be read becomes a gap.
    ///
    /// # Errors
    /// If the page is not given in exactly one form.
    pub fn closed(page: &Page, originals: &[Original], options: Options) -> Result<Reading, ArticleError> {
        let mut article = article::read(page)?;
        if options.article {
            article.likelihood = 1.0;
        }
        let prose = body(&article);
        let credits = if article.is_article() { credit::credits(&article, &prose) } else { Vec::new() };
        let analysis = prose.analysis();
        let mut reading = Reading {
            article,
            analysis,
            options,
            credits,
            known: Vec::new(),
            query: None,
            shards: Vec::new(),
            records: Vec::new(),
            documents: Vec::new(),
            gaps: Vec::new(),
        };
        for original in originals {
            reading.original(original);
        }
        Ok(reading)
    }

    /// The page's article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// Whom the page credits, best first.
    pub fn credits(&self) -> &[Credit] {
        &self.credits
    }

    /// What is still needed; empty when the reading is complete. The library comes first: a report that is known need
    /// not be fetched.
    pub fn needs(&self) -> Vec<Need> {
        if !self.shards.is_empty() {
            vec![Need::Shards(self.shards.clone())]
        } else if !self.records.is_empty() {
            vec![Need::Records(self.records.clone())]
        } else {
            self.documents.iter().map(|d| Need::Document(d.clone())).collect()
        }
    }

    /// Brings a shard as it is stored, or `None` if the library has nothing there.
    ///
    /// # Errors
    /// If the bytes are damaged or newer than this version. The reading goes on without them.
    pub fn shard_bytes(&mut self, id: ShardId, bytes: Option<&[u8]>) -> Result<(), LibraryError> {
        let shard = bytes.map(Shard::decode).transpose();
        self.shard(id, shard.as_ref().ok().and_then(Option::as_ref));
        shard.map(|_| ()).map_err(|error| self.lost(format!("shard {id}"), error))
    }

    /// Brings a shard.
    pub fn shard(&mut self, id: ShardId, shard: Option<&Shard>) {
        self.shards.retain(|s| *s != id);
        if let (Some(query), Some(shard)) = (&mut self.query, shard) {
            query.bring(id, shard);
        }
        if self.shards.is_empty()
            && let Some(query) = self.query.take()
        {
            let found = query.candidates(MOST_RECORDS).into_iter().map(|(id, _)| id);
            let new: Vec<RecordId> = found.filter(|id| !self.records.contains(id)).collect();
            self.records.extend(new);
        }
    }

    /// Brings a record as it is stored, or `None` if the library does not have it.
    ///
    /// # Errors
    /// If the bytes are damaged or newer than this version. The reading goes on without them.
    pub fn record_bytes(&mut self, id: RecordId, bytes: Option<&[u8]>) -> Result<(), LibraryError> {
        let record = bytes.map(Record::decode).transpose();
        let result = record.as_ref().map(|_| ()).map_err(Clone::clone);
        self.record(id, record.ok().flatten());
        result.map_err(|error| self.lost(id.to_string(), error))
    }

    /// Brings a record.
    pub fn record(&mut self, id: RecordId, record: Option<Record>) {
        self.records.retain(|r| *r != id);
        if let Some(record) = record {
            self.known_record(record);
        }
    }

    /// Brings the HTML of a document that was asked for, and the address that it came from after redirects.
    pub fn document(&mut self, asked: &str, html: &str, from: &str) {
        self.documents.retain(|d| d != asked);
        let page = Page { url: Some(from.to_owned()), html: Some(html.to_owned()), ..Page::default() };
        self.original(&Original { id: asked.to_owned(), page });
    }

    /// Brings an original that nobody asked for: one that the host was given with the page.
    pub fn original(&mut self, original: &Original) {
        match article::read(&original.page) {
            // Written by scripts, which nobody runs here.
            Ok(article) if article.body.is_empty() => {
                self.gap(original.id.clone(), "no_text", "no text was found there".to_owned());
            }
            Ok(article) => self.know(original.id.clone(), article, true),
            Err(error) => self.gap(original.id.clone(), error.code(), error.to_string()),
        }
    }

    /// Says that something that was asked for is not to be had, and why: a stable word ([`ASK`] where it may still come)
    /// and a sentence.
    pub fn absent(&mut self, need: &Need, code: &str, message: &str) {
        match need {
            Need::Shards(ids) => {
                ids.iter().for_each(|id| self.shard(*id, None));
            }
            Need::Records(ids) => self.records.retain(|r| !ids.contains(r)),
            Need::Document(asked) => {
                self.documents.retain(|d| d != asked);
                self.gap(asked.clone(), code, message.to_owned());
            }
        }
    }

    /// The report, from what is known so far.
    pub fn report(&self) -> Report {
        assemble::report(self)
    }

    /// The page as an original for the library. `None` if it is no article, has no address, or shows only a part of its text.
    pub fn entry(&self) -> Option<Entry> {
        let whole = self.article.is_article() && !self.article.partial && self.article.url.is_some();
        let prose = self.prose();
        let record = record(&self.article, None);
        let postings = library::postings(record.id, &prose);
        (whole && prose.words().len() >= FEWEST_WORDS_OF_AN_ORIGINAL).then_some(Entry { record, postings })
    }

    /// Whether the document at `address` has been brought.
    pub fn knows(&self, address: &str) -> bool {
        let at = |k: &Known| k.article.url.as_deref().is_some_and(|u| url::same_document(u, address));
        self.known.iter().any(|k| k.id == address || at(k))
    }

    fn known_record(&mut self, record: Record) {
        let Body::Text(blocks) = record.body else {
            // Words without their order cannot be shown to a reader: the report itself is needed.
            self.documents.extend(record.url.filter(|u| self.documents.iter().all(|d| !url::same_document(d, u))));
            return;
        };
        let body = (0u32..).zip(&blocks).map(|(i, _)| i).collect();
        let blocks = blocks.into_iter().map(|text| Block { text, tag: "p".to_owned(), ..Block::default() }).collect();
        let article = Article {
            url: record.url,
            title: record.title,
            site: record.site,
            byline: record.byline,
            published: record.published,
            lang: record.lang,
            likelihood: 1.0,
            blocks,
            body,
            ..Article::default()
        };
        self.know(record.key, article, false);
    }

    fn know(&mut self, id: String, article: Article, chosen: bool) {
        let same = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => url::same_document(a, b),
            _ => false,
        };
        if let Some(address) = &article.url {
            self.documents.retain(|d| !url::same_document(d, address));
        }
        // A page is never its own original.
        if !same(&article.url, &self.article.url) && !self.known.iter().any(|k| same(&k.article.url, &article.url)) {
            let analysis = body(&article).analysis();
            self.known.push(Known { id, article, analysis, chosen });
        }
    }

    /// The prose of the page's body.
    fn prose(&self) -> Prose<'_> {
        self.analysis.of(texts(&self.article))
    }

    fn lost(&mut self, of: String, error: LibraryError) -> LibraryError {
        self.gap(of, error.code(), error.to_string());
        error
    }

    fn gap(&mut self, of: String, code: &str, message: String) {
        self.gaps.push(Gap { of, code: code.to_owned(), message });
    }
}

/// Reads `page` against `originals`, and only these.
///
/// # Errors
/// If the page is not given in exactly one form.
pub fn read(page: &Page, originals: &[Original], options: Options) -> Result<Report, ArticleError> {
    Ok(Reading::closed(page, originals, options)?.report())
}

/// The prose of an article's body.
pub fn body(article: &Article) -> Prose<'_> {
    Prose::new(texts(article))
}

/// The body's blocks, as prose is made of them.
fn texts(article: &Article) -> impl Iterator<Item = (u32, &str)> {
    article.told_blocks().map(|(index, block)| (index, block.text.as_str()))
}

/// What the original at `address` is called in the library, however its address is written.
pub fn name(address: &str) -> RecordId {
    RecordId::of_address(url::key(address).as_deref().unwrap_or(address))
}

/// An article as an original for the library, under the host's own `key` for it or else under its address.
pub fn record(article: &Article, key: Option<String>) -> Record {
    let blocks: Vec<String> = article.told_blocks().map(|(_, b)| b.text.clone()).collect();
    let id = match &article.url {
        Some(address) => name(address),
        None => RecordId::of_text(blocks.iter().map(String::as_str)),
    };
    Record {
        id,
        key: key.or_else(|| article.url.clone()).unwrap_or_else(|| id.to_string()),
        url: article.url.clone(),
        title: article.title.clone(),
        site: article.site.clone(),
        byline: article.byline.clone(),
        published: article.published.clone(),
        lang: article.lang.clone(),
        body: Body::Text(blocks),
    }
}
