//! The lexicon's forms: sorted, front-coded, walked like an automaton.
//!
//! As an ordered automaton (fst, Gallant 2015) the same 15,700 forms weigh 79 KB with brotli, front-coded 52 KB: most are
//! phrases that share a beginning and no end. Unpacked once, on first use, into one run of bytes.

use std::sync::LazyLock;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The dictionary that ships.
pub(super) static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::unpack(PACKED).unwrap_or_default());

/// Forms in the order of their bytes, each with a number.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    values: Vec<u16>,
}

/// The forms that begin with what has been read so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    from: usize,
    to: usize,
    depth: usize,
}

impl Dictionary {
    /// What `build/lexicon.rs` packed: how many forms there are (32 bits, little end first), then for each how many bytes
    /// it shares with the one before, then the rest of each, ended by a zero, then the numbers (16 bits each).
    fn unpack(packed: &[u8]) -> Option<Dictionary> {
        let (count, rest) = packed.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (shared, rest) = rest.split_at_checked(count)?;
        let (tails, values) = rest.split_at_checked(rest.len().checked_sub(count.checked_mul(2)?)?)?;
        let mut unpacked = Dictionary::default();
        let mut form: Vec<u8> = Vec::new();
        for (shared, tail) in shared.iter().zip(tails.split(|b| *b == 0)) {
            form.truncate(usize::from(*shared));
            form.extend_from_slice(tail);
            unpacked.bytes.extend_from_slice(&form);
            unpacked.ends.push(u32::try_from(unpacked.bytes.len()).ok()?);
        }
        unpacked.values = values.chunks_exact(2).filter_map(|v| Some(u16::from_le_bytes(v.try_into().ok()?))).collect();
        (unpacked.ends.len() == count).then_some(unpacked)
    }

    /// Before anything has been read.
    pub(super) fn start(&self) -> State {
        State { from: 0, to: self.ends.len(), depth: 0 }
    }

    /// Reads on: the forms of `state` that go on with `bytes`, if there are any.
    pub(super) fn step(&self, state: State, bytes: &[u8]) -> Option<State> {
        let tail = |at: usize| self.form(at).get(state.depth..).unwrap_or(&[]);
        let from = first(state.from, state.to, |at| tail(at) >= bytes);
        let to = first(from, state.to, |at| !tail(at).starts_with(bytes));
        (from < to).then_some(State { from, to, depth: state.depth + bytes.len() })
    }

    /// The number of the form that has been read, if what has been read is one.
    pub(super) fn value(&self, state: State) -> Option<u16> {
        // The shortest of those that share a beginning comes first.
        let whole = self.form(state.from).len() == state.depth;
        self.values.get(state.from).copied().filter(|_| whole)
    }

    fn form(&self, at: usize) -> &[u8] {
        let end = |at: usize| self.ends.get(at).map_or(0, |e| *e as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.bytes.get(start..end(at)).unwrap_or(&[])
    }
}

/// The first index from `from` on for which `past` holds, or `to`; `past` holds for none before and all after it.
fn first(mut from: usize, mut to: usize, past: impl Fn(usize) -> bool) -> usize {
    while from < to {
        let middle = from + (to - from) / 2;
        if past(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found_and_nothing_else() {
        let dictionary = &*DICTIONARY;
        assert!(dictionary.ends.len() > 10_000);
        assert!(PACKED.len() < 160_000, "{}", PACKED.len());
        for at in 0..dictionary.ends.len() {
            let found = dictionary.step(dictionary.start(), dictionary.form(at)).and_then(|s| dictionary.value(s));
            assert_eq!(found, dictionary.values.get(at).copied());
        }
        for absent in ["zzz", "stupidd", "stupi"] {
            let state = dictionary.step(dictionary.start(), absent.as_bytes());
            assert!(state.and_then(|s| dictionary.value(s)).is_none(), "{absent}");
        }
        assert!(Dictionary::unpack(PACKED.get(..99).unwrap_or(&[])).is_none());
    }
}
