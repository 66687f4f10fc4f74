//! Deflate as the browser brings it: what the module would need for it weighs more than one per cent of the module.

use super::failure::Failure;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableWritablePair, Response};

// `web_sys` has it only behind `--cfg=web_sys_unstable_apis`.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type CompressionStream;

    #[wasm_bindgen(constructor)]
    fn new(format: &str) -> CompressionStream;
}

/// `bytes` by raw deflate (RFC 1951).
///
/// It is not IndexedDB that is waited for, so no transaction may be open.
pub(super) async fn deflate(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    deflated(bytes).await.map_err(|reason| Failure::storage(&reason))
}

async fn deflated(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let plain = Response::new_with_opt_js_u8_array(Some(&Uint8Array::from(bytes)))?;
    let packed = plain.body().map(|body| body.pipe_through(&CompressionStream::new("deflate-raw")));
    let buffer = JsFuture::from(Response::new_with_opt_readable_stream(packed.as_ref())?.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
