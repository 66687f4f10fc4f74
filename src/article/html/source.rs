//! The tokenizer's input. html5gum inlines its search through a string into each of its states. In the module that ships there is one copy
//! of it: 7,086 bytes less with brotli (457,112 before). Natively it stays inlined, for speed.

use std::convert::Infallible;

use html5gum::{Readable, Reader, StringReader};

/// [`StringReader`], called and not inlined where bytes count more than nanoseconds.
pub(super) struct Source<'h>(StringReader<'h>);

impl<'h> Source<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Source(html.to_reader())
    }
}

impl Reader for Source<'_> {
    type Error = Infallible;

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        self.0.read_byte()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        self.0.try_read_string(text, case_sensitive)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn read_until<'b>(&'b mut self, needle: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        self.0.read_until(needle, buffer)
    }
}
