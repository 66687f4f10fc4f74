//! The browser's edge of the core.

#[cfg(test)]
mod declarations;
