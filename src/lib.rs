//! Firsthand's core: a [`page::Page`] in, a [`report::Report`] out.

pub mod page;
pub mod report;
#[cfg(any(test, target_arch = "wasm32"))]
mod wasm;
