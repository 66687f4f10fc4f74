//! Firsthand's core: a [`page::Page`] in, a [`report::Report`] out.

pub mod article;
pub mod page;
pub mod report;
