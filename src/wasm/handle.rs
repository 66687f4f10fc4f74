//! The one exported handle.

use super::failure::Failure;
use super::fetch;
use super::pack;
use super::store::{Forget, Store};
use crate::page::{Original, Page};
use crate::reading::{ASK, NEVER, Need, Options, Reading, SIGN_IN};
use crate::report::Gap;
use js_sys::{Array, Function, Reflect};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Url};

/// At most so many reports are fetched for one page.
const MOST_FETCHED: usize = 3;

/// Longer text is not read. The longest news page of the evaluation sets has a tenth of it.
const MOST_TEXT: usize = 8 << 20;

/// May a report be fetched?
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Permission {
    #[default]
    Ask,
    Always,
    Never,
}

/// `ReadOptions` of extension/types/wasm/firsthand.d.ts, but for `signal`, which serde cannot carry, and `originals`, which it
/// would carry by way of code for every shape that a page might have.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ReadOptions {
    fetch: Permission,
    fetch_sites: HashMap<String, Permission>,
    compare: Option<String>,
    remember: bool,
    more: bool,
    article: bool,
}

impl ReadOptions {
    /// Whether the report at this address may be fetched; if not, the code that says why.
    fn permission(&self, url: &str) -> Result<(), (&'static str, &'static str)> {
        let site = Url::new(url).map(|u| u.hostname()).unwrap_or_default();
        let site = site.strip_prefix("www.").unwrap_or(&site);
        match self.fetch_sites.get(site).copied().unwrap_or(self.fetch) {
            Permission::Always => Ok(()),
            // Asking for it is the permission.
            Permission::Ask if self.compare.as_deref() == Some(url) => Ok(()),
            Permission::Ask => Err((ASK, "to be fetched when the reader says so")),
            Permission::Never => Err((NEVER, "the reader's settings forbid to fetch it")),
        }
    }
}

thread_local! {
    static PANICKED: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// A panic leaves the module's memory as it was, so the instance must not be used again. The host is told at once, since whoever
/// waits for this reading will get no answer; it [restarts](Firsthand::restart) the instance.
fn on_panic(info: &std::panic::PanicHookInfo) {
    let message = info.to_string();
    PANICKED.with(|panicked| {
        if let Ok(panicked) = panicked.try_borrow()
            && let Some(tell) = panicked.as_ref()
        {
            let _ = tell.call1(&JsValue::NULL, &message.into());
        }
    });
}

/// Everything that the shell asks of the core. Every method throws `{ code, message }`.
#[wasm_bindgen]
pub struct Firsthand {
    store: Store,
}

#[wasm_bindgen]
impl Firsthand {
    /// With a library in the IndexedDB database of this name, or in memory without one. `panicked` is called with a message
    /// when this instance has died; its handles are of no use from then on.
    ///
    /// # Errors
    /// `storage` if the database cannot be opened.
    pub async fn open(database: Option<String>, panicked: Option<Function>) -> Result<Firsthand, JsValue> {
        std::panic::set_hook(Box::new(on_panic));
        PANICKED.with(|p| p.replace(panicked));
        let store = match database {
            Some(name) => Store::open(&name).await?,
            None => Store::memory(),
        };
        Ok(Firsthand { store })
    }

    /// Gives up an instance that has panicked or trapped. To be called when nothing of it is running, and
    /// [`revive`](Firsthand::revive) at once after it: the glue makes the new instance at the next call, but only after it has
    /// put that call's arguments into the memory of the old one, so that call must have none.
    pub fn restart() {
        wasm_bindgen::handler::schedule_reinit();
    }

    /// The call without arguments that brings the new instance to life.
    pub fn revive() {}

    /// Reads a page. What cannot be fetched, read or kept becomes a gap of the report.
    ///
    /// # Errors
    /// `shape` for what is no page or no options; `nothing_given`, `several_given`, `too_large` for the page.
    pub async fn read(&self, page: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
        Ok(self.read_page(page, options).await?)
    }

    /// Keeps a page as a known original. Whether it is one, and new.
    ///
    /// # Errors
    /// `shape`, `nothing_given`, `several_given`; `quota` and `storage` if it cannot be kept.
    pub async fn remember(&self, page: JsValue) -> Result<bool, JsValue> {
        Ok(self.keep(Reading::closed(&page_of(page)?, &[], Options::default()).map_err(Failure::from)?).await?)
    }

    /// Forgets `"all"`, `{ id }`, `{ site }` or `{ before }` (milliseconds since 1970). How many there were.
    ///
    /// # Errors
    /// `shape`, `storage`.
    pub async fn forget(&self, what: JsValue) -> Result<u32, JsValue> {
        let what: Forget = serde_wasm_bindgen::from_value(what).map_err(Failure::from)?;
        Ok(self.store.forget(&what).await?)
    }

    /// `{ originals, bytes }`.
    ///
    /// # Errors
    /// `storage`.
    pub async fn stats(&self) -> Result<JsValue, JsValue> {
        Ok(to_js(&self.store.totals().await?)?)
    }

    /// At most `limit` of what is known, the latest first.
    ///
    /// # Errors
    /// `storage`.
    pub async fn list(&self, limit: u32) -> Result<JsValue, JsValue> {
        Ok(to_js(&self.store.list(limit as usize).await?)?)
    }

    /// Takes JSON lines of originals. How many of them were new. Those before a bad line stay.
    ///
    /// # Errors
    /// `format` with the number of the bad line; `quota`, `storage`.
    pub async fn import(&self, text: String) -> Result<u32, JsValue> {
        let mut added = 0;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let read = pack::read(line);
            let read = read.map_err(|f| Failure { message: format!("line {}: {}", number + 1, f.message), ..f })?;
            if let Some(entry) = read {
                added += u32::from(self.store.add(entry).await?);
            }
        }
        Ok(added)
    }

    /// All originals that carry their text, as JSON lines.
    ///
    /// # Errors
    /// `storage`.
    pub async fn export(&self) -> Result<String, JsValue> {
        Ok(self.store.all().await?.into_iter().filter_map(pack::write).collect())
    }
}

impl Firsthand {
    async fn read_page(&self, page: JsValue, options: JsValue) -> Result<JsValue, Failure> {
        let page = page_of(page)?;
        let signal: Option<AbortSignal> = Reflect::get(&options, &"signal".into()).ok().and_then(|s| s.dyn_into().ok());
        let originals = originals_of(&options)?;
        let options: ReadOptions = serde_wasm_bindgen::from_value(options)?;
        let core = Options { more: options.more, article: options.article, ..Options::default() };
        let mut reading = match &originals {
            Some(originals) => Reading::closed(&page, originals, core)?,
            None => Reading::new(&page, core)?,
        };
        let mut lost = Vec::new();
        self.bring(&mut reading, &page, &options, signal.as_ref(), &mut lost).await;
        let mut report = reading.report();
        if options.remember
            && let Err(failure) = self.keep(reading).await
        {
            lost.push(gap(page.url.clone().unwrap_or_default(), failure));
        }
        report.gaps.append(&mut lost);
        to_js(&report)
    }

    /// Brings a reading what it needs and what is to be had, until it needs no more.
    async fn bring(
        &self,
        reading: &mut Reading,
        page: &Page,
        options: &ReadOptions,
        signal: Option<&AbortSignal>,
        lost: &mut Vec<Gap>,
    ) {
        let mut fetched = 0;
        // One need at a time: what is brought for one may settle another.
        while let Some(need) = reading.needs().into_iter().next() {
            match &need {
                Need::Shards(ids) => {
                    if let Err(failure) = self.store.bring_shards(ids, reading).await {
                        reading.absent(&need, failure.code, &failure.message);
                        lost.push(gap("library".into(), failure));
                    }
                }
                Need::Records(ids) => {
                    if let Err(failure) = self.store.bring_records(ids, reading).await {
                        reading.absent(&need, failure.code, &failure.message);
                        lost.push(gap("library".into(), failure));
                    }
                }
                Need::Document(url) => match options.permission(url) {
                    Ok(()) if fetched < MOST_FETCHED => {
                        fetched += 1;
                        self.fetch(reading, &need, url, page, options, signal, lost).await;
                    }
                    Ok(()) => reading.absent(&need, "blocked", "enough has been fetched for this page"),
                    Err((code, message)) => reading.absent(&need, code, message),
                },
            }
        }
        // The reader may ask for a report that the reading itself would not: another one that the page credits.
        if let Some(url) = options.compare.as_ref()
            && fetched == 0
            && options.permission(url).is_ok()
            && !reading.knows(url)
        {
            self.fetch(reading, &Need::Document(url.clone()), url, page, options, signal, lost).await;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a fetch is for, whom it tells, and within which bounds")]
    async fn fetch(
        &self,
        reading: &mut Reading,
        need: &Need,
        url: &str,
        page: &Page,
        options: &ReadOptions,
        signal: Option<&AbortSignal>,
        lost: &mut Vec<Gap>,
    ) {
        let fetched = match fetch::html(page.url.as_deref().unwrap_or_default(), url, signal).await {
            Ok(fetched) => fetched,
            Err(failure) => return reading.absent(need, failure.code, &failure.message),
        };
        let document = Page { url: Some(fetched.url), html: Some(fetched.html), ..Page::default() };
        let Ok(original) = Reading::closed(&document, &[], Options::default()) else { return };
        // What a wall hides cannot be told from what the report does not say.
        if original.article().partial {
            return reading.absent(need, SIGN_IN, "the site shows only a part of the report");
        }
        if let (Some(from), Some(html)) = (&document.url, &document.html) {
            reading.document(url, html, from);
        }
        if options.remember
            && let Err(failure) = self.keep(original).await
        {
            lost.push(gap(url.to_owned(), failure));
        }
    }

    /// Keeps what was read, if it is an original that can be known again.
    async fn keep(&self, reading: Reading) -> Result<bool, Failure> {
        match reading.entry() {
            Some(entry) => self.store.add(entry).await,
            None => Ok(false),
        }
    }
}

fn gap(of: String, failure: Failure) -> Gap {
    Gap { of, code: failure.code.to_owned(), message: failure.message }
}

/// `originals`, if they are given.
fn originals_of(options: &JsValue) -> Result<Option<Vec<Original>>, Failure> {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let given = get(options, "originals");
    if given.is_undefined() || given.is_null() {
        return Ok(None);
    }
    let list = given.dyn_into::<Array>().map_err(|_| Failure::new("shape", "originals are no list"))?;
    let original = |value: JsValue| {
        let id = get(&value, "id").as_string().ok_or_else(|| Failure::new("shape", "an original without an id"))?;
        Ok(Original { id, page: page_of(value)? })
    };
    list.iter().map(original).collect::<Result<_, _>>().map(Some)
}

fn page_of(value: JsValue) -> Result<Page, Failure> {
    let page: Page = serde_wasm_bindgen::from_value(value)?;
    let text = page.text.as_ref().map_or(0, String::len) + page.html.as_ref().map_or(0, String::len);
    let blocks: usize = page.blocks.iter().flatten().map(|b| b.text.len()).sum();
    if text + blocks > MOST_TEXT {
        return Err(Failure::new("too_large", format!("the page has more than {MOST_TEXT} bytes of text")));
    }
    Ok(page)
}

fn to_js<T: Serialize>(value: &T) -> Result<JsValue, Failure> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
