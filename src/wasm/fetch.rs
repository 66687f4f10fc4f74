//! One page of the web, within bounds.

use super::answer;
use super::failure::{Failure, describe};
use super::policy::{self, Address};
use crate::reading::{SIGN_IN, STOPPED};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit,
    RequestMode, RequestRedirect, Response, TextDecoder, Url,
};

/// The longest document that is read, in bytes as they come off the wire, unpacked. The longest of 1,200 news pages in the
/// evaluation sets has 4.1 MB.
const MOST_BYTES: usize = 6 << 20;

/// How long a site may take to answer in full, in milliseconds.
const MOST_TIME: u32 = 15_000;

#[wasm_bindgen]
extern "C" {
    // The global scope is a worker's in one browser and a page's in the other; the function is the same.
    #[wasm_bindgen(js_name = fetch)]
    fn global_fetch(url: &str, init: &RequestInit) -> Promise;

    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = onLine)]
    static ON_LINE: Option<bool>;
}

/// A document that was fetched.
pub(crate) struct Fetched {
    /// Where it came from in the end.
    pub url: String,
    /// Its text.
    pub html: String,
}

/// Fetches `target`, which a page at `page` credits: GET, without cookies, referrer or cache.
///
/// Redirects are the browser's to follow: it does not show them to anybody who would follow them himself
/// (`redirect: "manual"` answers with nothing, not even the address). So the rules are applied before the request and
/// again to the address that answered, and what a forbidden address answered is dropped unread. That cannot keep the
/// browser from sending a request to a forbidden address in between; it carries no cookie, no referrer and nothing of the
/// page.
pub(crate) async fn html(page: &str, target: &str, stop: Option<&AbortSignal>) -> Result<Fetched, Failure> {
    check(page, target)?;
    let time = AbortSignal::timeout_with_u32(MOST_TIME);
    let signals = Array::of1(&time);
    if let Some(stop) = stop {
        signals.push(stop);
    }
    let signal = AbortSignal::any(&signals);

    let init = RequestInit::new();
    init.set_method("GET");
    init.set_mode(RequestMode::Cors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    // Neither an answer that was meant for the signed-in reader nor a trace of this one in the browser's cache.
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Follow);
    init.set_signal(Some(&signal));
    let headers = Object::new();
    let _ = Reflect::set(&headers, &"Accept".into(), &"text/html,application/xhtml+xml;q=0.9".into());
    init.set_headers(&headers);

    let failed = |reason: JsValue| failure(&reason, stop, &time);
    let response: Response = JsFuture::from(global_fetch(target, &init)).await.map_err(failed)?.unchecked_into();
    let answer = read(page, target, &response, failed).await;
    if answer.is_err() {
        // Whatever is still on its way is not wanted.
        if let Some(body) = response.body().filter(|b| !b.locked()) {
            let _ = body.cancel();
        }
    }
    answer
}

async fn read(
    page: &str,
    target: &str,
    response: &Response,
    failed: impl Fn(JsValue) -> Failure + Copy,
) -> Result<Fetched, Failure> {
    let url = response.url();
    check(page, &url)?;
    let status = response.status();
    let path = |url: &str| Url::new(url).map(|u| u.pathname()).unwrap_or_default();
    if matches!(status, 401 | 402 | 403 | 407)
        || (response.redirected() && answer::sent_to_sign_in(&path(target), &path(&url)))
    {
        return Err(Failure::new(SIGN_IN, format!("the site answered {status} and wants a sign-in")));
    }
    if !response.ok() {
        return Err(Failure::new("status", format!("the site answered {status}")));
    }
    let content_type = response.headers().get("content-type").ok().flatten();
    // A site that does not say what it sends mostly sends a page.
    let media_type = content_type.as_deref().map_or_else(|| "text/html".to_owned(), answer::media_type);
    if !answer::is_html(&media_type) {
        return Err(Failure::new("not_html", format!("the site answered with {media_type}")));
    }
    let bytes = body(response, failed).await?;
    let html = decode(answer::label(content_type.as_deref(), &bytes).as_deref(), &bytes);
    Ok(Fetched { url, html })
}

/// The body, as it comes, up to the limit.
async fn body(response: &Response, failed: impl Fn(JsValue) -> Failure + Copy) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(failed)?;
        let get = |key: &str| Reflect::get(&step, &key.into()).unwrap_or(JsValue::UNDEFINED);
        if get("done").is_truthy() {
            return Ok(bytes);
        }
        let chunk = Uint8Array::new(&get("value"));
        let size = bytes.len() + chunk.length() as usize;
        if size > MOST_BYTES {
            let _ = reader.cancel();
            return Err(Failure::new("too_large", format!("the page is longer than {MOST_BYTES} bytes")));
        }
        bytes.extend_from_slice(&chunk.to_vec());
    }
}

/// Without a label the text is UTF-8 if it can be, and else what such pages have always been.
fn decode(label: Option<&str>, bytes: &[u8]) -> String {
    let by = |label: &str| TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok();
    match label {
        Some(label) => by(label),
        None => std::str::from_utf8(bytes).ok().map(str::to_owned).or_else(|| by("windows-1252")),
    }
    .unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
}

fn check(page: &str, target: &str) -> Result<(), Failure> {
    let target = address(target).ok_or_else(|| Failure::new("blocked", "not an address"))?;
    let page = address(page).unwrap_or(Address { scheme: String::new(), host: String::new(), credentials: false });
    policy::may_fetch(&page, &target).map_err(|refusal| Failure::new("blocked", refusal.message()))
}

fn address(text: &str) -> Option<Address> {
    let url = Url::new(text).ok()?;
    Some(Address {
        scheme: url.protocol().trim_end_matches(':').to_owned(),
        host: url.hostname(),
        credentials: !url.username().is_empty() || !url.password().is_empty(),
    })
}

fn failure(reason: &JsValue, stop: Option<&AbortSignal>, time: &AbortSignal) -> Failure {
    if stop.is_some_and(AbortSignal::aborted) {
        return Failure::new(STOPPED, "stopped by the reader");
    }
    if time.aborted() {
        return Failure::new("timeout", format!("no full answer within {} s", MOST_TIME / 1000));
    }
    if ON_LINE.with(|on_line| *on_line == Some(false)) {
        return Failure::new("offline", "the computer is offline");
    }
    Failure::new("offline", describe(reason))
}
