//! IndexedDB as futures. It works alike in a service worker and in an event page.
//!
//! A transaction ends by itself as soon as nothing is asked of it, but what is asked in the microtasks after an answer
//! still counts; so requests may be awaited one by one, if nothing else is awaited in between.

use super::failure::Failure;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = indexedDB)]
    static INDEXED_DB: Option<IdbFactory>;
}

/// Opens a database and makes what `upgrade` makes of it when its version is older.
pub(super) async fn open(name: &str, version: u32, upgrade: fn(&IdbDatabase)) -> Result<IdbDatabase, Failure> {
    let missing = || Failure::new("storage", "this browser has no IndexedDB here");
    let request = INDEXED_DB
        .with(|factory| factory.as_ref().map(|f| f.open_with_u32(name, version)))
        .ok_or_else(missing)?
        .map_err(|e| Failure::storage(&e))?;
    let made = request.clone();
    let on_upgrade = Closure::once(move |_: JsValue| {
        if let Ok(database) = made.result() {
            upgrade(database.unchecked_ref());
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    let database: IdbDatabase = opened(&request).await.map_err(|e| Failure::storage(&e))?.unchecked_into();
    request.set_onupgradeneeded(None);
    // Another version wants to upgrade or delete: let it.
    let closing = database.clone();
    let on_change = Closure::<dyn FnMut()>::new(move || closing.close());
    database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
    Ok(database)
}

async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, JsValue> {
    let blocked = request.clone();
    let wait = Promise::new(&mut |resolve: Function, reject: Function| {
        let refuse = reject.clone();
        let on_blocked = Closure::once_into_js(move || {
            let _ = refuse.call1(&JsValue::NULL, &"another version has the library open".into());
        });
        blocked.set_onblocked(Some(on_blocked.unchecked_ref()));
        settle(&blocked, resolve, reject);
    });
    JsFuture::from(wait).await
}

/// Resolves with the request's result. The callbacks are taken off again, so that nothing is left behind.
fn settle(request: &IdbRequest, resolve: Function, reject: Function) {
    let done = request.clone();
    let on_success = Closure::once_into_js(move || {
        done.set_onsuccess(None);
        done.set_onerror(None);
        let _ = resolve.call1(&JsValue::NULL, &done.result().unwrap_or(JsValue::UNDEFINED));
    });
    request.set_onsuccess(Some(on_success.unchecked_ref()));
    let failed = request.clone();
    let on_error = Closure::once_into_js(move || {
        failed.set_onsuccess(None);
        failed.set_onerror(None);
        let reason = failed.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from);
        let _ = reject.call1(&JsValue::NULL, &reason);
    });
    request.set_onerror(Some(on_error.unchecked_ref()));
}

fn promise(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| settle(request, resolve, reject))
}

/// What a request answers.
pub(super) async fn ask(request: Result<IdbRequest, JsValue>) -> Result<JsValue, Failure> {
    let request = request.map_err(|e| Failure::storage(&e))?;
    JsFuture::from(promise(&request)).await.map_err(|e| Failure::storage(&e))
}

/// What several requests of one transaction answer, in order.
pub(super) async fn ask_all(
    requests: impl Iterator<Item = Result<IdbRequest, JsValue>>,
) -> Result<Vec<JsValue>, Failure> {
    let waiting = Array::new();
    for request in requests {
        waiting.push(&promise(&request.map_err(|e| Failure::storage(&e))?));
    }
    let answers = JsFuture::from(Promise::all(&waiting)).await.map_err(|e| Failure::storage(&e))?;
    Ok(answers.unchecked_into::<Array>().iter().collect())
}

/// A transaction over these stores.
pub(super) struct Transaction {
    inner: IdbTransaction,
    /// Resolves when it has ended: with nothing, or with why it was undone. It never rejects, as nobody may be waiting.
    ended: Promise,
}

impl Transaction {
    pub fn new(database: &IdbDatabase, stores: &[&str], writes: bool) -> Result<Self, Failure> {
        let names: Array = stores.iter().map(|s| JsValue::from_str(s)).collect();
        let mode = if writes { IdbTransactionMode::Readwrite } else { IdbTransactionMode::Readonly };
        let inner = database.transaction_with_str_sequence_and_mode(&names, mode).map_err(|e| Failure::storage(&e))?;
        let ended = Promise::new(&mut |resolve: Function, _| {
            let undone = resolve.clone();
            let on_complete = Closure::once_into_js(move || drop(resolve.call0(&JsValue::NULL)));
            inner.set_oncomplete(Some(on_complete.unchecked_ref()));
            let aborted = inner.clone();
            let on_abort = Closure::once_into_js(move || {
                let reason = aborted.error().map_or_else(|| JsValue::from_str("undone"), JsValue::from);
                drop(undone.call1(&JsValue::NULL, &reason));
            });
            inner.set_onabort(Some(on_abort.unchecked_ref()));
        });
        Ok(Transaction { inner, ended })
    }

    pub fn store(&self, name: &str) -> Result<IdbObjectStore, Failure> {
        self.inner.object_store(name).map_err(|e| Failure::storage(&e))
    }

    /// Undoes everything.
    pub fn abort(self) {
        let _ = self.inner.abort();
    }

    /// Waits until everything is written for good; a full disk shows here and nowhere before.
    pub async fn end(self) -> Result<(), Failure> {
        let reason = JsFuture::from(self.ended).await.unwrap_or_else(|reason| reason);
        if reason.is_undefined() { Ok(()) } else { Err(Failure::storage(&reason)) }
    }
}
