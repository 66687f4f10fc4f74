//! Firsthand's core: a [`page::Page`] in, a [`report::Report`] out.

pub mod article;
pub mod credit;
pub mod library;
pub mod page;
pub mod reading;
pub mod report;
pub mod reuse;
pub mod sourcing;
pub mod text;
#[cfg(any(test, target_arch = "wasm32"))]
mod wasm;

pub use page::{Original, Page};
pub use reading::{Options, read};
pub use report::Report;
