//! Firsthand's core: a [`page::Page`] in, a [`report::Report`] out.

pub mod credit;
pub mod library;
pub mod page;
pub mod report;
pub mod reuse;
pub mod sourcing;
pub mod text;
#[cfg(any(test, target_arch = "wasm32"))]
mod wasm;
