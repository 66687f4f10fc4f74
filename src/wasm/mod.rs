//! The browser's edge of the core.

mod charset;
#[cfg(test)]
mod declarations;
mod policy;
