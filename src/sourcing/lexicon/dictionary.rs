//! The lexicon's forms: sorted, walked like an automaton.
//!
//! Shipped are the entries, front-coded: 45 KB with brotli. An ordered automaton of all forms (fst, Gallant 2015) weighed 79 KB
//! when the lexicon was smaller, since most are phrases that share a beginning and no end. Inflected and sorted once, on first
//! use, into one run of bytes.

use super::inflect::forms;
use super::tables::{HEADINGS, category};
use super::{Entry, Form, Sense, Under};
use std::sync::LazyLock;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The dictionary that ships.
pub(super) static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::unpack(PACKED).unwrap_or_default());

/// Most senses that a form keeps.
const SENSES: usize = 3;

/// Forms in the order of their bytes.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    bytes: Vec<u8>,
    forms: Vec<Known>,
    senses: Vec<Sense>,
}

/// What is known of a form.
#[derive(Debug)]
struct Known {
    /// Its first eight bytes; see [`head`].
    head: u64,
    /// Where it ends in the bytes.
    end: u32,
    /// Where its senses begin …
    senses: u32,
    /// … and how many there are.
    count: u32,
    classes: u64,
}

/// The forms that begin with what has been read so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    from: usize,
    to: usize,
    depth: usize,
}

impl Dictionary {
    /// What `build/lexicon.rs` packed: how many entries there are (32 bits, little end first), then for each how many bytes
    /// it shares with the one before and under how many headings it stands, then the numbers of these, then the rest of each
    /// entry, ended by a zero.
    fn unpack(packed: &[u8]) -> Option<Dictionary> {
        let (count, rest) = packed.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (shared, rest) = rest.split_at_checked(count)?;
        let (counts, rest) = rest.split_at_checked(count)?;
        let (mut numbers, tails) = rest.split_at_checked(counts.iter().map(|c| usize::from(*c)).sum())?;
        let mut arena = Arena::default();
        let mut entry: Vec<u8> = Vec::new();
        let mut entries = 0;
        for ((shared, count), tail) in shared.iter().zip(counts).zip(tails.split(|b| *b == 0)) {
            entry.truncate(usize::from(*shared));
            entry.extend_from_slice(tail);
            let (under, others) = numbers.split_at_checked(usize::from(*count))?;
            numbers = others;
            let text = std::str::from_utf8(&entry).ok()?;
            for number in under {
                let heading = HEADINGS.get(usize::from(*number))?;
                forms(text, heading.inflection, &mut |pieces, kind| arena.push(&pieces, *number, kind));
            }
            entries += 1;
        }
        let all = arena.sorted();
        let mut unpacked = Dictionary::default();
        all.chunk_by(|a, b| a.head == b.head && arena.tail(a) == arena.tail(b))
            .for_each(|same| unpacked.enter(&arena, same));
        (entries == count).then_some(unpacked)
    }

    /// Enters one form, with the headings that it stands under, in the order of the files.
    fn enter(&mut self, arena: &Arena, same: &[Made]) {
        let Some(first) = same.first() else { return };
        let mut classes = 0;
        let mut senses: Vec<Sense> = Vec::new();
        for Made { number, kind, .. } in same {
            match HEADINGS.get(usize::from(*number)).map(|h| h.under) {
                Some(Under::Class(bit)) => classes |= 1 << bit,
                // Of a word that stands twice under a heading the first form counts: the base.
                Some(Under::Category(category)) if senses.iter().all(|s| s.category != category) => {
                    // Quiet senses come before all others, then the stronger ones.
                    let rank = |s: &Sense| category_rank(s.category);
                    let sense = Sense { category, form: *kind };
                    let at = senses.iter().position(|s| rank(s) < rank(&sense)).unwrap_or(senses.len());
                    senses.insert(at, sense);
                }
                _ => {}
            }
        }
        senses.dedup_by_key(|s| (s.category().pos, s.category().of));
        senses.truncate(SENSES);
        self.bytes.extend_from_slice(arena.bytes(first));
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.forms.push(Known {
            head: first.head,
            end: number(self.bytes.len()),
            senses: number(self.senses.len()),
            count: number(senses.len()),
            classes,
        });
        self.senses.append(&mut senses);
    }

    /// Before anything has been read.
    pub(super) fn start(&self) -> State {
        State { from: 0, to: self.forms.len(), depth: 0 }
    }

    /// Reads on: the forms of `state` that go on with `bytes`, if there are any.
    pub(super) fn step(&self, state: State, bytes: &[u8]) -> Option<State> {
        let State { mut from, mut to, .. } = state;
        if state.depth == 0 {
            // Most words of a text are none of the lexicon's, and nearly all of these are told apart by numbers.
            let known = |at: usize| self.forms.get(at).map_or(u64::MAX, |f| f.head);
            let least = head(bytes);
            let most = least | u64::MAX.checked_shr(8 * bytes.len().min(8) as u32).unwrap_or(0);
            from = first(from, to, |at| known(at) >= least);
            to = first(from, to, |at| known(at) > most);
        }
        let tail = |at: usize| self.form(at).get(state.depth..).unwrap_or(&[]);
        let from = first(from, to, |at| tail(at) >= bytes);
        let to = first(from, to, |at| !tail(at).starts_with(bytes));
        (from < to).then_some(State { from, to, depth: state.depth + bytes.len() })
    }

    /// What is known of the form that has been read, if what has been read is one.
    pub(super) fn entry(&self, state: State) -> Option<Entry<'_>> {
        // The shortest of those that share a beginning comes first.
        if self.form(state.from).len() != state.depth {
            return None;
        }
        let known = self.forms.get(state.from)?;
        let senses = self.senses.get(known.senses as usize..)?.get(..known.count as usize)?;
        Some(Entry { classes: known.classes, senses })
    }

    fn form(&self, at: usize) -> &[u8] {
        let end = |at: usize| self.forms.get(at).map_or(0, |f| f.end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.bytes.get(start..end(at)).unwrap_or(&[])
    }
}

/// One form as it is made, before the forms are sorted.
struct Made {
    /// Its first eight bytes; see [`head`]. Most pairs differ there.
    head: u64,
    start: u32,
    end: u32,
    number: u8,
    kind: Form,
}

/// The forms as they are made, all in one run of bytes.
#[derive(Default)]
struct Arena {
    bytes: Vec<u8>,
    made: Vec<Made>,
}

impl Arena {
    fn push(&mut self, pieces: &[&str], number: u8, kind: Form) {
        let place = |bytes: &Vec<u8>| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let start = place(&self.bytes);
        pieces.iter().for_each(|p| self.bytes.extend_from_slice(p.as_bytes()));
        let mut made = Made { head: 0, start, end: place(&self.bytes), number, kind };
        made.head = head(self.bytes(&made));
        self.made.push(made);
    }

    fn bytes(&self, made: &Made) -> &[u8] {
        self.bytes.get(made.start as usize..made.end as usize).unwrap_or(&[])
    }

    /// What follows the first eight bytes.
    fn tail(&self, made: &Made) -> &[u8] {
        self.bytes(made).get(8..).unwrap_or(&[])
    }

    /// In the order of their bytes, then of the headings, then of the forms.
    fn sorted(&mut self) -> Vec<Made> {
        let mut all = std::mem::take(&mut self.made);
        all.sort_unstable_by(|a, b| {
            let last = || (self.tail(a), a.number, a.kind).cmp(&(self.tail(b), b.number, b.kind));
            a.head.cmp(&b.head).then_with(last)
        });
        all
    }
}

/// The first eight bytes as a number, which compares as they do; zeros where there are fewer.
fn head(bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(first)
}

/// A quiet category comes before all others, then the stronger ones.
fn category_rank(number: u16) -> u8 {
    let category = category(number);
    if category.kind.is_none() { u8::MAX } else { category.strength }
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
        assert!(dictionary.forms.len() > 10_000);
        assert!(PACKED.len() < 120_000, "{}", PACKED.len());
        for at in 0..dictionary.forms.len() {
            let found = dictionary.step(dictionary.start(), dictionary.form(at)).and_then(|s| dictionary.entry(s));
            assert_eq!(found.map(|e| e.classes), dictionary.forms.get(at).map(|f| f.classes));
        }
        for absent in ["zzz", "stupidd", "stupi"] {
            let state = dictionary.step(dictionary.start(), absent.as_bytes());
            assert!(state.and_then(|s| dictionary.entry(s)).is_none(), "{absent}");
        }
        assert!(Dictionary::unpack(PACKED.get(..99).unwrap_or(&[])).is_none());
    }
}
