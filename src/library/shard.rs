//! One shard of the postings.

use super::fingerprint::Posting;
use super::format::{self, LibraryError, Reader};
use super::record::RecordId;

/// Which records were entered under which postings, for the keys of one shard. Two sorted columns: 8 bytes for each
/// posting in memory as on disk, nothing to unpack, and a look-up is a binary search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shard {
    postings: Vec<u16>,
    records: Vec<[u8; 6]>,
}

impl Shard {
    /// “Firsthand shard”.
    const MAGIC: &format::Magic = b"FHsh";

    /// An empty one.
    pub fn new() -> Self {
        Shard::default()
    }

    /// How many postings it holds.
    pub fn len(&self) -> usize {
        self.postings.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.postings.is_empty()
    }

    /// Enters `record` under `postings`. What it was entered under already changes nothing.
    pub fn insert(&mut self, record: RecordId, postings: &[Posting]) {
        let bytes = pack(record);
        for posting in postings {
            let range = self.range(*posting);
            let within = self.records.get(range.clone()).unwrap_or(&[]);
            if let Err(at) = within.binary_search(&bytes) {
                self.postings.insert(range.start + at, posting.0);
                self.records.insert(range.start + at, bytes);
            }
        }
    }

    /// Takes out all postings of `record`; whether there were any.
    pub fn remove(&mut self, record: RecordId) -> bool {
        let bytes = pack(record);
        let before = self.len();
        let mut keep = self.records.iter().map(|r| *r != bytes);
        self.postings.retain(|_| keep.next().unwrap_or(true));
        self.records.retain(|r| *r != bytes);
        self.len() < before
    }

    /// The records that were entered under `posting`.
    pub(super) fn records(&self, posting: Posting) -> impl ExactSizeIterator<Item = RecordId> + '_ {
        self.records.get(self.range(posting)).unwrap_or(&[]).iter().map(unpack)
    }

    fn range(&self, posting: Posting) -> std::ops::Range<usize> {
        let start = self.postings.partition_point(|&p| p < posting.0);
        let tail = self.postings.get(start..).unwrap_or(&[]);
        start..start + tail.partition_point(|&p| p == posting.0)
    }

    /// As bytes to be stored: both columns in an envelope of magic, version, length and checksum.
    pub fn encode(&self) -> Vec<u8> {
        let mut payload = Vec::with_capacity(self.len() * 8);
        self.postings.iter().for_each(|p| payload.extend_from_slice(&p.to_le_bytes()));
        self.records.iter().for_each(|r| payload.extend_from_slice(r));
        format::seal(Self::MAGIC, &payload)
    }

    /// From stored bytes.
    ///
    /// # Errors
    /// [`LibraryError`] for bytes that are no shard, are damaged, were cut short or were written by a later version.
    pub fn decode(bytes: &[u8]) -> Result<Shard, LibraryError> {
        Self::read(format::open(Self::MAGIC, bytes)?)
    }

    fn read(payload: &[u8]) -> Result<Shard, LibraryError> {
        let malformed = LibraryError::Malformed("shard");
        let count = payload.len() / 8;
        let mut reader = Reader::new(payload);
        let postings: Option<Vec<u16>> = (0..count).map(|_| reader.u16()).collect();
        let records: Option<Vec<[u8; 6]>> = (0..count).map(|_| reader.take(6)?.try_into().ok()).collect();
        let (Some(postings), Some(records)) = (postings, records) else { return Err(malformed) };
        let ascending = postings.iter().zip(&records).is_sorted_by(|a, b| a < b);
        if !ascending || !reader.rest().is_empty() { Err(malformed) } else { Ok(Shard { postings, records }) }
    }
}

/// Big-endian, so that bytes sort as numbers do.
fn pack(record: RecordId) -> [u8; 6] {
    let [_, _, bytes @ ..] = record.get().to_be_bytes();
    bytes
}

fn unpack(bytes: &[u8; 6]) -> RecordId {
    RecordId::new(bytes.iter().fold(0, |n, &b| n << 8 | u64::from(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Shard {
        let mut shard = Shard::new();
        shard.insert(RecordId::new(7), &[Posting(3), Posting(40_000)]);
        shard.insert(RecordId::new(5), &[Posting(3)]);
        shard.insert(RecordId::new(0xffff_ffff_ffff), &[Posting(9)]);
        shard
    }

    #[test]
    fn records_are_found_under_what_they_were_entered_under() {
        let mut shard = filled();
        shard.insert(RecordId::new(5), &[Posting(3)]);
        let under = |s: &Shard, p| s.records(Posting(p)).map(RecordId::get).collect::<Vec<_>>();
        assert_eq!(shard.len(), 4);
        assert_eq!(under(&shard, 3), [5, 7]);
        assert_eq!(under(&shard, 9), [0xffff_ffff_ffff]);
        assert!(under(&shard, 4).is_empty());
        assert!(shard.remove(RecordId::new(7)) && !shard.remove(RecordId::new(7)));
        assert_eq!((under(&shard, 3), under(&shard, 40_000), shard.len()), (vec![5], vec![], 2));
    }

    #[test]
    fn a_shard_comes_back_as_it_was_stored_and_damage_is_noticed() {
        let shard = filled();
        let bytes = shard.encode();
        assert_eq!(bytes.len(), 14 + 8 * shard.len());
        assert_eq!(Shard::decode(&bytes), Ok(shard));
        assert_eq!(Shard::decode(&Shard::new().encode()), Ok(Shard::new()));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(Shard::decode(&damaged).is_err(), "byte {at}");
            assert!(Shard::decode(&bytes[..at]).is_err(), "cut at {at}");
        }
        let unsorted = [9u8, 0, 3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1];
        assert_eq!(Shard::decode(&format::seal(Shard::MAGIC, &unsorted)), Err(LibraryError::Malformed("shard")));
        assert_eq!(Shard::decode(&format::seal(Shard::MAGIC, &[1, 2, 3])), Err(LibraryError::Malformed("shard")));
    }
}
