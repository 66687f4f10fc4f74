//! The library in the browser: shards, records and what a list shows of each, in IndexedDB or, for the playground, in memory.

use super::deflate::deflate;
use super::failure::Failure;
use super::idb::{self, Transaction, ask, ask_all};
use crate::hashed::ByNumber;
use crate::library::{Body, MemoryLibrary, Posting, Record, RecordId, Shard, ShardId, postings};
use crate::reading::{Entry, Reading};
use crate::text::Prose;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursorWithValue, IdbDatabase, IdbIndexParameters, IdbKeyRange, IdbObjectStore};

/// No more bytes than these are kept: 50 MB, some 15,000 originals. The oldest go first. `QUOTA` in
/// extension/background/library.js says the same.
const QUOTA: f64 = 50e6;

/// Of the layout of the stores; the bytes in them carry a version of their own.
const VERSION: u32 = 1;

/// Shard id → bytes of [`Shard::encode`].
const SHARDS: &str = "shards";
/// Hexadecimal record id → bytes of [`Record::encode`].
const RECORDS: &str = "records";
/// Hexadecimal record id → [`Known`]; and [`TOTALS`].
const KNOWN: &str = "known";
/// One entry: [`Totals`], so that nobody has to count.
const STATE: &str = "state";
const TOTALS: &str = "totals";

/// What a list shows of an original.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Known {
    pub id: String,
    pub url: Option<String>,
    pub title: Option<String>,
    pub site: Option<String>,
    pub published: Option<String>,
    /// Milliseconds since 1970.
    pub added: Option<f64>,
    /// As stored, postings included.
    pub bytes: u32,
}

/// How much is kept.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Totals {
    pub originals: u32,
    pub bytes: f64,
}

/// What is to be forgotten.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Forget {
    /// Everything.
    All,
    /// The original of this id.
    Id(String),
    /// All of this site: a host without `www.`.
    Site(String),
    /// What came in before this time: milliseconds since 1970.
    Before(f64),
}

/// Where the library is kept.
pub(super) enum Store {
    Memory(RefCell<MemoryLibrary>),
    Disk(IdbDatabase),
}

impl Store {
    pub fn memory() -> Self {
        Store::Memory(RefCell::default())
    }

    pub async fn open(name: &str) -> Result<Self, Failure> {
        let upgrade = |database: &IdbDatabase| {
            for name in [SHARDS, RECORDS, STATE] {
                let _ = database.create_object_store(name);
            }
            if let Ok(known) = database.create_object_store(KNOWN) {
                let plain = IdbIndexParameters::new();
                let _ = known.create_index_with_str_and_optional_parameters("added", "added", &plain);
            }
        };
        idb::open(name, VERSION, upgrade).await.map(Store::Disk)
    }

    /// Brings a reading these shards, as far as they are here.
    pub async fn bring_shards(&self, ids: &[ShardId], reading: &mut Reading) -> Result<(), Failure> {
        match self {
            Store::Memory(library) => {
                let library = library.borrow();
                ids.iter().for_each(|&id| reading.shard(id, library.shard(id)));
            }
            Store::Disk(database) => {
                let transaction = Transaction::new(database, &[SHARDS], false)?;
                let shards = transaction.store(SHARDS)?;
                let answers = ask_all(ids.iter().map(|&id| shards.get(&shard_key(id)))).await?;
                for (&id, bytes) in ids.iter().zip(answers) {
                    // What is damaged becomes a gap of the report.
                    let _ = reading.shard_bytes(id, bytes_of(&bytes).as_deref());
                }
            }
        }
        Ok(())
    }

    /// Brings a reading these records, as far as they are here.
    pub async fn bring_records(&self, ids: &[RecordId], reading: &mut Reading) -> Result<(), Failure> {
        match self {
            Store::Memory(library) => {
                let library = library.borrow();
                ids.iter().for_each(|&id| reading.record(id, library.record(id).cloned()));
            }
            Store::Disk(database) => {
                let transaction = Transaction::new(database, &[RECORDS], false)?;
                let records = transaction.store(RECORDS)?;
                let answers = ask_all(ids.iter().map(|&id| records.get(&record_key(id)))).await?;
                for (&id, bytes) in ids.iter().zip(answers) {
                    let _ = reading.record_bytes(id, bytes_of(&bytes).as_deref());
                }
            }
        }
        Ok(())
    }

    /// Keeps an original under its postings; an older one of the same id goes. Whether it is new.
    pub async fn add(&self, Entry { record, postings: entered }: Entry) -> Result<bool, Failure> {
        match self {
            Store::Memory(library) => {
                let mut library = library.borrow_mut();
                let new = library.record(record.id).is_none();
                library.add(record);
                Ok(new)
            }
            Store::Disk(database) => {
                let bytes = Record::seal(&deflate(&record.plain()).await?);
                let changing = Transaction::new(database, &[SHARDS, RECORDS, KNOWN, STATE], true)?;
                let change = Change::begin(&changing).await?;
                let result = change.add(&record, &bytes, &entered).await;
                finish(changing, result).await
            }
        }
    }

    /// Forgets; how many there were.
    pub async fn forget(&self, what: &Forget) -> Result<u32, Failure> {
        match self {
            Store::Memory(library) => {
                let mut library = library.borrow_mut();
                let ids: Vec<RecordId> = library
                    .records()
                    .filter(|r| match what {
                        Forget::All => true,
                        Forget::Id(id) => r.id.to_string() == *id,
                        Forget::Site(site) => r.url.as_deref().and_then(host).is_some_and(|h| h == site),
                        Forget::Before(_) => false,
                    })
                    .map(|r| r.id)
                    .collect();
                let count = ids.into_iter().filter(|id| library.remove(*id)).count();
                Ok(u32::try_from(count).unwrap_or(u32::MAX))
            }
            Store::Disk(database) => {
                let changing = Transaction::new(database, &[SHARDS, RECORDS, KNOWN, STATE], true)?;
                let change = Change::begin(&changing).await?;
                let result = change.forget(what).await;
                finish(changing, result).await
            }
        }
    }

    pub async fn totals(&self) -> Result<Totals, Failure> {
        match self {
            Store::Memory(library) => {
                let library = library.borrow();
                let records: usize = library.records().map(|r| r.plain().len()).sum();
                let bytes = (records + library.posting_bytes()) as f64;
                Ok(Totals { originals: u32::try_from(library.len()).unwrap_or(u32::MAX), bytes })
            }
            Store::Disk(database) => totals(&Transaction::new(database, &[STATE], false)?).await,
        }
    }

    /// What is known, the latest first.
    pub async fn list(&self, most: usize) -> Result<Vec<Known>, Failure> {
        let mut list = Vec::new();
        match self {
            Store::Memory(library) => {
                let library = library.borrow();
                list.extend(library.records().take(most).map(|r| known(r, None, r.plain().len())));
            }
            Store::Disk(database) => {
                let reading = Transaction::new(database, &[KNOWN], false)?;
                let by_time = reading.store(KNOWN)?.index("added").map_err(|e| Failure::storage(&e))?;
                let backwards = web_sys::IdbCursorDirection::Prev;
                let request = by_time
                    .open_cursor_with_range_and_direction(&JsValue::UNDEFINED, backwards)
                    .map_err(|e| Failure::storage(&e))?;
                while list.len() < most {
                    let Some(cursor) = cursor(ask(Ok(request.clone())).await?) else { break };
                    let value = cursor.value().map_err(|e| Failure::storage(&e))?;
                    list.extend(serde_wasm_bindgen::from_value::<Known>(value).ok());
                    cursor.continue_().map_err(|e| Failure::storage(&e))?;
                }
            }
        }
        Ok(list)
    }

    /// Every record that can be read.
    pub async fn all(&self) -> Result<Vec<Record>, Failure> {
        let mut all = Vec::new();
        match self {
            Store::Memory(library) => all.extend(library.borrow().records().cloned()),
            Store::Disk(database) => {
                let reading = Transaction::new(database, &[RECORDS], false)?;
                let request = reading.store(RECORDS)?.open_cursor().map_err(|e| Failure::storage(&e))?;
                while let Some(cursor) = cursor(ask(Ok(request.clone())).await?) {
                    let value = cursor.value().map_err(|e| Failure::storage(&e))?;
                    all.extend(bytes_of(&value).and_then(|bytes| Record::decode(&bytes).ok()));
                    cursor.continue_().map_err(|e| Failure::storage(&e))?;
                }
            }
        }
        Ok(all)
    }
}

/// Keeps what a change did, or undoes all of it.
async fn finish<T>(changing: Transaction, result: Result<T, Failure>) -> Result<T, Failure> {
    match result {
        Ok(done) => changing.end().await.map(|()| done),
        Err(failure) => {
            changing.abort();
            Err(failure)
        }
    }
}

/// The stores of a transaction that writes.
struct Change {
    shards: IdbObjectStore,
    records: IdbObjectStore,
    known: IdbObjectStore,
    state: IdbObjectStore,
    totals: Totals,
}

impl Change {
    async fn begin(changing: &Transaction) -> Result<Self, Failure> {
        Ok(Change {
            shards: changing.store(SHARDS)?,
            records: changing.store(RECORDS)?,
            known: changing.store(KNOWN)?,
            state: changing.store(STATE)?,
            totals: totals(changing).await?,
        })
    }

    async fn add(
        mut self,
        record: &Record,
        bytes: &[u8],
        entered: &[(ShardId, Vec<Posting>)],
    ) -> Result<bool, Failure> {
        let key = record_key(record.id);
        let old = self.drop_records(&[record.id.to_string()]).await?;
        self.change_shards(entered.iter().map(|(id, _)| *id), |id, shard| {
            if let Some((_, postings)) = entered.iter().find(|(at, _)| *at == id) {
                shard.insert(record.id, postings);
            }
        })
        .await?;
        let size = bytes.len() + 8 * entered.iter().map(|(_, p)| p.len()).sum::<usize>();
        let value = serde_wasm_bindgen::to_value(&known(record, Some(js_sys::Date::now()), size))?;
        ask(self.records.put_with_key(&Uint8Array::from(bytes), &key)).await?;
        ask(self.known.put_with_key(&value, &key)).await?;
        self.totals.originals += 1;
        self.totals.bytes += size as f64;
        self.make_room(&record.id.to_string()).await?;
        self.write_totals().await?;
        Ok(old == 0)
    }

    /// The oldest go until the rest fits, but never the one that has just come.
    async fn make_room(&mut self, keep: &str) -> Result<(), Failure> {
        if self.totals.bytes <= QUOTA {
            return Ok(());
        }
        // A tenth at once, so that a full library is not tidied for every page.
        let wanted = self.totals.bytes - 0.9 * QUOTA;
        let mut freed = 0.0;
        let oldest = self.select(None, |known| {
            let go = freed < wanted && known.id != keep;
            freed += if go { f64::from(known.bytes) } else { 0.0 };
            go
        });
        let ids = oldest.await?;
        self.drop_records(&ids).await.map(drop)
    }

    async fn forget(mut self, what: &Forget) -> Result<u32, Failure> {
        let ids = match what {
            Forget::All => {
                for store in [&self.shards, &self.records, &self.known] {
                    ask(store.clear()).await?;
                }
                let count = self.totals.originals;
                self.totals = Totals::default();
                self.write_totals().await?;
                return Ok(count);
            }
            Forget::Id(id) => vec![id.clone()],
            Forget::Site(site) => {
                self.select(None, |k| k.url.as_deref().and_then(host).is_some_and(|h| h == site)).await?
            }
            Forget::Before(time) => {
                let before = IdbKeyRange::upper_bound_with_open(&JsValue::from_f64(*time), true);
                self.select(Some(before.map_err(|e| Failure::storage(&e))?), |_| true).await?
            }
        };
        let count = self.drop_records(&ids).await?;
        self.write_totals().await?;
        Ok(count)
    }

    /// The ids of those that fit, the oldest first.
    async fn select(
        &self,
        range: Option<IdbKeyRange>,
        mut fits: impl FnMut(&Known) -> bool,
    ) -> Result<Vec<String>, Failure> {
        let by_time = self.known.index("added").map_err(|e| Failure::storage(&e))?;
        let range = range.map_or(JsValue::UNDEFINED, JsValue::from);
        let request = by_time.open_cursor_with_range(&range).map_err(|e| Failure::storage(&e))?;
        let mut ids = Vec::new();
        while let Some(cursor) = cursor(ask(Ok(request.clone())).await?) {
            let value = cursor.value().map_err(|e| Failure::storage(&e))?;
            if let Ok(known) = serde_wasm_bindgen::from_value::<Known>(value)
                && fits(&known)
            {
                ids.push(known.id);
            }
            cursor.continue_().map_err(|e| Failure::storage(&e))?;
        }
        Ok(ids)
    }

    /// Takes these out of every store; how many were there.
    async fn drop_records(&mut self, ids: &[String]) -> Result<u32, Failure> {
        let mut count = 0;
        // Which records leave which shards.
        let mut leaving: ByNumber<ShardId, Vec<RecordId>> = ByNumber::default();
        for id in ids {
            let (Some(name), key) = (RecordId::parse(id), JsValue::from_str(id)) else { continue };
            let Ok(known) = serde_wasm_bindgen::from_value::<Known>(ask(self.known.get(&key)).await?) else { continue };
            let bytes = bytes_of(&ask(self.records.get(&key)).await?).unwrap_or_default();
            // Postings are made of the text; of a record that cannot be read they stay, and lead to nothing.
            if let Ok(Record { body: Body::Text(blocks), .. }) = Record::decode(&bytes) {
                let prose = Prose::new((0u32..).zip(blocks.iter().map(String::as_str)));
                for (shard, _) in postings(name, &prose) {
                    leaving.entry(shard).or_default().push(name);
                }
            }
            ask(self.records.delete(&key)).await?;
            ask(self.known.delete(&key)).await?;
            self.totals.originals = self.totals.originals.saturating_sub(1);
            self.totals.bytes = (self.totals.bytes - f64::from(known.bytes)).max(0.0);
            count += 1;
        }
        self.change_shards(leaving.keys().copied(), |id, shard| {
            for record in leaving.get(&id).into_iter().flatten() {
                shard.remove(*record);
            }
        })
        .await?;
        Ok(count)
    }

    /// Reads these shards, changes and writes them. One that was written by a later version stops everything; one that is
    /// damaged is begun anew, since it is of no use as it is, and nothing else is lost.
    async fn change_shards(
        &self,
        ids: impl Iterator<Item = ShardId>,
        mut change: impl FnMut(ShardId, &mut Shard),
    ) -> Result<(), Failure> {
        let ids: Vec<ShardId> = ids.collect();
        if ids.is_empty() {
            return Ok(());
        }
        let answers = ask_all(ids.iter().map(|&id| self.shards.get(&shard_key(id)))).await?;
        let mut changed: ByNumber<ShardId, Shard> = ByNumber::default();
        for (&id, bytes) in ids.iter().zip(answers) {
            let mut shard = match bytes_of(&bytes).map(|b| Shard::decode(&b)) {
                Some(Ok(shard)) => shard,
                Some(Err(error)) if error.code() == "newer" => return Err(error.into()),
                _ => Shard::new(),
            };
            change(id, &mut shard);
            changed.insert(id, shard);
        }
        let write = |(id, shard): (&ShardId, &Shard)| match shard.is_empty() {
            true => self.shards.delete(&shard_key(*id)),
            false => self.shards.put_with_key(&Uint8Array::from(shard.encode().as_slice()), &shard_key(*id)),
        };
        ask_all(changed.iter().map(write)).await.map(drop)
    }

    async fn write_totals(&self) -> Result<(), Failure> {
        let value = serde_wasm_bindgen::to_value(&self.totals)?;
        ask(self.state.put_with_key(&value, &TOTALS.into())).await.map(drop)
    }
}

async fn totals(transaction: &Transaction) -> Result<Totals, Failure> {
    let value = ask(transaction.store(STATE)?.get(&TOTALS.into())).await?;
    Ok(serde_wasm_bindgen::from_value(value).unwrap_or_default())
}

fn known(record: &Record, added: Option<f64>, bytes: usize) -> Known {
    Known {
        id: record.id.to_string(),
        url: record.url.clone(),
        title: record.title.clone(),
        site: record.site.clone(),
        published: record.published.clone(),
        added,
        bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
    }
}

fn shard_key(id: ShardId) -> JsValue {
    JsValue::from_f64(f64::from(id))
}

fn record_key(id: RecordId) -> JsValue {
    JsValue::from_str(&id.to_string())
}

fn bytes_of(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

fn cursor(value: JsValue) -> Option<IdbCursorWithValue> {
    value.dyn_into().ok()
}

/// The host of an address, without `www.`.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, h)| h);
    let host = host.rsplit_once(':').map_or(host, |(h, _)| h);
    Some(host.strip_prefix("www.").unwrap_or(host))
}
