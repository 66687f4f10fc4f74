//! Byte offsets to UTF-16 code units and back.

/// Bytes between two marks of the table; a conversion scans at most this many.
const STEP: usize = 64;

/// The conversion table of one text. Costs nothing for ASCII.
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// UTF-16 length of the text before each multiple of [`STEP`] bytes (moved back to a character boundary).
    marks: Vec<(u32, u32)>,
}

impl<'t> Offsets<'t> {
    /// The table for `text`.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut units = 0u32;
            let mut next = 0;
            for (at, c) in text.char_indices() {
                if at >= next {
                    marks.push((u32::try_from(at).unwrap_or(u32::MAX), units));
                    next = at + STEP;
                }
                units += if u32::from(c) > 0xffff { 2 } else { 1 };
            }
        }
        Offsets { text, marks }
    }

    /// The UTF-16 offset of byte `at`; an offset inside a character counts as its start.
    pub fn to_utf16(&self, at: u32) -> u32 {
        let Some(&(byte, mut units)) = self.mark(|m| m.0 <= at) else {
            return at.min(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        };
        for (i, c) in self.text.get(byte as usize..).unwrap_or("").char_indices() {
            if byte as usize + i + c.len_utf8() > at as usize {
                break;
            }
            units += if u32::from(c) > 0xffff { 2 } else { 1 };
        }
        units
    }

    /// The byte offset of UTF-16 unit `unit`; a unit inside a surrogate pair counts as the pair's start.
    pub fn to_bytes(&self, unit: u32) -> u32 {
        let Some(&(byte, mut units)) = self.mark(|m| m.1 <= unit) else {
            return unit.min(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        };
        let mut at = byte;
        for c in self.text.get(byte as usize..).unwrap_or("").chars() {
            let width = if u32::from(c) > 0xffff { 2 } else { 1 };
            if units + width > unit {
                break;
            }
            units += width;
            at += u32::try_from(c.len_utf8()).unwrap_or(1);
        }
        at
    }

    fn mark(&self, before: impl Fn(&(u32, u32)) -> bool) -> Option<&(u32, u32)> {
        let count = self.marks.partition_point(before);
        self.marks.get(count.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_goes_there_and_back() {
        for text in ["", "plain", "“Assange’s” 68 GB 🦀 ende", &"aé🦀".repeat(100)] {
            let table = Offsets::new(text);
            let mut units = 0;
            for (at, c) in text.char_indices() {
                assert_eq!(table.to_utf16(at as u32), units);
                assert_eq!(table.to_bytes(units), at as u32);
                units += c.len_utf16() as u32;
            }
            assert_eq!(table.to_utf16(text.len() as u32), units);
            assert_eq!(table.to_bytes(units), text.len() as u32);
            assert_eq!(table.to_bytes(units + 9), text.len() as u32);
        }
    }
}
