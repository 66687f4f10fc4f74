//! The browser's edge of the core: the one exported handle, fetch and IndexedDB from Rust.
//!
//! What is pure of it is compiled for tests on every target.

mod answer;
#[cfg(test)]
mod declarations;
#[cfg(target_arch = "wasm32")]
mod deflate;
mod failure;
#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(target_arch = "wasm32")]
mod handle;
#[cfg(target_arch = "wasm32")]
mod idb;
mod pack;
mod policy;
#[cfg(target_arch = "wasm32")]
mod store;
