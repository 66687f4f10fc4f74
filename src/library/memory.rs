//! The whole library in memory, and in one file.

use super::fingerprint::{ShardId, postings};
use super::format::{self, HEADER, LibraryError};
use super::query::Query;
use super::record::{Body, Record, RecordId};
use super::shard::Shard;
use crate::hashed::ByNumber;
use crate::order;
use crate::text::Prose;

/// A library that is held in memory: for the command line, the playground and tests.
#[derive(Debug, Clone, Default)]
pub struct MemoryLibrary {
    records: ByNumber<RecordId, Record>,
    shards: ByNumber<ShardId, Shard>,
}

/// A part of a file that could not be read, and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Where it begins: bytes from the start of the file.
    pub at: usize,
    /// What is wrong with it.
    pub error: LibraryError,
}

/// “Firsthand library”.
const MAGIC: &format::Magic = b"FHli";
/// “Firsthand shard with its number”.
const NUMBERED: &format::Magic = b"FHns";

impl MemoryLibrary {
    /// An empty one.
    pub fn new() -> Self {
        MemoryLibrary::default()
    }

    /// How many records it holds.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Adds `record`; an older one with the same id goes.
    ///
    /// Of a record that carries no text `prose` has to be brought by whoever has it: see
    /// [`add_with`](MemoryLibrary::add_with).
    pub fn add(&mut self, record: Record) {
        if let Body::Text(blocks) = &record.body {
            let blocks = blocks.clone();
            let prose = prose_of(&blocks);
            self.add_with(record, &prose);
        } else {
            self.remove(record.id);
            self.records.insert(record.id, record);
        }
    }

    /// Adds `record`, whose text is `prose`.
    pub fn add_with(&mut self, record: Record, prose: &Prose) {
        self.remove(record.id);
        for (shard, postings) in postings(record.id, prose) {
            self.shards.entry(shard).or_default().insert(record.id, &postings);
        }
        self.records.insert(record.id, record);
    }

    /// Takes out the record with this id; whether there was one.
    pub fn remove(&mut self, id: RecordId) -> bool {
        let known = self.records.remove(&id);
        match known.as_ref().map(|r| &r.body) {
            Some(Body::Text(blocks)) => {
                for (shard, _) in postings(id, &prose_of(blocks)) {
                    self.shards.get_mut(&shard).map(|s| s.remove(id));
                }
            }
            Some(Body::Sketches(_)) => self.shards.values_mut().for_each(|s| {
                s.remove(id);
            }),
            None => {}
        }
        known.is_some()
    }

    /// The record with this id.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.get(&id)
    }

    /// All records, by id.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        let mut records: Vec<&Record> = self.records.values().collect();
        order::by_key(&mut records, |r| u128::from(r.id.get()));
        records.into_iter()
    }

    /// The shard with this id, if anything is in it.
    pub fn shard(&self, id: ShardId) -> Option<&Shard> {
        self.shards.get(&id)
    }

    /// At most `most` records that `page` may have been taken from, best first, with a score that orders them.
    pub fn look_up(&self, page: &Prose, most: usize) -> Vec<(RecordId, f32)> {
        let mut query = Query::new(page);
        for id in query.shards().to_vec() {
            if let Some(shard) = self.shards.get(&id) {
                query.bring(id, shard);
            }
        }
        let mut found = query.candidates(most);
        found.retain(|(id, _)| self.records.contains_key(id));
        found
    }

    /// Bytes of all postings, as stored.
    pub fn posting_bytes(&self) -> usize {
        self.shards.values().map(|s| s.encode().len() + 2).sum()
    }

    /// As one file: an envelope for each record and each shard, one after the other, after one that says how many.
    pub fn encode(&self) -> Vec<u8> {
        let mut head = Vec::new();
        format::put(&mut head, self.records.len() as u64);
        format::put(&mut head, self.shards.len() as u64);
        let mut out = format::seal(MAGIC, &head);
        self.records().for_each(|r| out.extend(r.encode()));
        let mut shards: Vec<_> = self.shards.iter().collect();
        order::by_key(&mut shards, |(id, _)| u128::from(**id));
        for (id, shard) in shards {
            let mut numbered = id.to_le_bytes().to_vec();
            numbered.extend(shard.encode());
            out.extend(format::seal(NUMBERED, &numbered));
        }
        out
    }

    /// From a file. What is damaged in it is left out and told; the rest is read, and postings that were lost are made
    /// anew from the texts.
    ///
    /// # Errors
    /// [`LibraryError`] only if the file is no library at all or was written by a later version.
    pub fn decode(bytes: &[u8]) -> Result<(MemoryLibrary, Vec<Damage>), LibraryError> {
        let mut damage = Vec::new();
        let mut rest = match format::open_first(MAGIC, bytes) {
            Ok((_, rest)) => rest,
            Err(error @ (LibraryError::Checksum | LibraryError::Truncated { .. })) => {
                damage.push(Damage { at: 0, error });
                next_entry(bytes, HEADER)
            }
            Err(error) => return Err(error),
        };
        let mut library = MemoryLibrary::new();
        while !rest.is_empty() {
            match Self::entry(rest) {
                Ok((entry, after)) => {
                    match entry {
                        Entry::Record(record) => drop(library.records.insert(record.id, *record)),
                        Entry::Shard(id, shard) => drop(library.shards.insert(id, shard)),
                    }
                    rest = after;
                }
                Err(error) => {
                    damage.push(Damage { at: bytes.len() - rest.len(), error });
                    // The next thing that reads as an entry; a false start costs one more round and loses nothing.
                    rest = next_entry(rest, 1);
                }
            }
        }
        if !damage.is_empty() {
            library.mend();
        }
        Ok((library, damage))
    }

    fn entry(bytes: &[u8]) -> Result<(Entry, &[u8]), LibraryError> {
        if bytes.starts_with(NUMBERED) {
            let (numbered, after) = format::open_first(NUMBERED, bytes)?;
            let Some((id, shard)) = numbered.split_first_chunk::<2>() else {
                return Err(LibraryError::Malformed("shard"));
            };
            return Ok((Entry::Shard(u16::from_le_bytes(*id), Shard::decode(shard)?), after));
        }
        let (record, after) = Record::decode_first(bytes)?;
        Ok((Entry::Record(Box::new(record)), after))
    }

    /// Enters every record that has text under its postings again. Those that are there already stay as they are.
    fn mend(&mut self) {
        for record in self.records.values() {
            if let Body::Text(blocks) = &record.body {
                for (shard, postings) in postings(record.id, &prose_of(blocks)) {
                    self.shards.entry(shard).or_default().insert(record.id, &postings);
                }
            }
        }
    }
}

enum Entry {
    Record(Box<Record>),
    Shard(ShardId, Shard),
}

/// `bytes` from the first place at or after `from` that reads as the start of an entry.
fn next_entry(bytes: &[u8], from: usize) -> &[u8] {
    (from..bytes.len()).find_map(|i| bytes.get(i..).filter(|r| starts_entry(r))).unwrap_or(&[])
}

fn starts_entry(bytes: &[u8]) -> bool {
    bytes.starts_with(Record::MAGIC) || bytes.starts_with(NUMBERED)
}

fn prose_of(blocks: &[String]) -> Prose<'_> {
    Prose::new((0u32..).zip(blocks.iter().map(String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORIES: [&[&str]; 4] = [
        &[
            "The Merrow harbour board hid loans of £4.2m from its auditors for six years, minutes seen by the Ledger show.",
            "“We were told nothing,” Odile Marsh, who chairs the audit committee, said on Thursday.",
            "The loans were made to three dredging firms, two of which have since closed.",
        ],
        &[
            "A dry spring has left reservoirs in the Calder hills at 41 percent, the lowest May level since 1976.",
            "Tessaly Water asked 600,000 households on Friday to stop watering lawns.",
            "Farmers near Oxcombe said barley was already failing.",
        ],
        &[
            "Brigid Okafor won the mayoral race in Lanmouth by 212 votes after a recount that lasted until dawn.",
            "Her opponent, Desmond Pike, said he would not challenge the result.",
            "Turnout was 38 percent.",
        ],
        &[
            "The Merrow ferry will not sail this weekend because of a cracked propeller shaft, its owner said.",
            "Passengers can use the harbour launch, which carries 40 people.",
        ],
    ];

    fn record(at: usize) -> Record {
        let url = format!("https://ledger.example/{at}");
        Record {
            id: RecordId::of_address(&url),
            key: url.clone(),
            url: Some(url),
            title: None,
            site: None,
            byline: None,
            published: None,
            lang: None,
            body: Body::Text(STORIES[at].iter().map(|s| (*s).to_owned()).collect()),
        }
    }

    fn filled() -> MemoryLibrary {
        let mut library = MemoryLibrary::new();
        (0..STORIES.len()).for_each(|at| library.add(record(at)));
        library
    }

    fn best(library: &MemoryLibrary, text: &str) -> Option<String> {
        let found = library.look_up(&Prose::new([(0, text)]), 10);
        found.first().and_then(|(id, _)| library.record(*id)).map(|r| r.key.clone())
    }

    const REWRITE: &str = "Merrow’s harbour bosses kept loans worth £4.2 million from auditors, and three dredging firms got the money, \
        the Tidewater Ledger reports. Audit chair Odile Marsh was “told nothing”.";

    #[test]
    fn a_rewrite_finds_its_original_and_a_stranger_finds_none() {
        let mut library = filled();
        assert_eq!(best(&library, REWRITE).as_deref(), Some("https://ledger.example/0"));
        assert_eq!(
            best(&library, "Okafor is Lanmouth’s mayor by a margin of 212.").as_deref(),
            Some("https://ledger.example/2")
        );
        assert_eq!(best(&library, "A recipe for leek soup: soften two leeks in butter, add stock."), None);
        assert_eq!(best(&library, ""), None);
        assert!(library.remove(record(0).id));
        assert_ne!(best(&library, REWRITE).as_deref(), Some("https://ledger.example/0"));
        (0..STORIES.len()).for_each(|at| {
            library.remove(record(at).id);
        });
        assert!(library.shards.values().all(Shard::is_empty), "nothing of a forgotten original stays");
    }

    #[test]
    fn adding_the_same_address_again_replaces_it() {
        let mut library = filled();
        let newer = Record {
            body: Body::Text(vec!["Snow fell on Harrowgate Pass and closed the old toll road.".into()]),
            ..record(0)
        };
        library.add(newer);
        assert_eq!(library.len(), STORIES.len());
        assert_ne!(best(&library, REWRITE).as_deref(), Some("https://ledger.example/0"));
        assert_eq!(
            best(&library, "Harrowgate Pass and its toll road are shut by snow.").as_deref(),
            Some("https://ledger.example/0")
        );
    }

    #[test]
    fn a_library_comes_back_from_its_file() {
        let library = filled();
        let (back, damage) = MemoryLibrary::decode(&library.encode()).expect("a library");
        assert!(damage.is_empty());
        assert_eq!((back.records, back.shards), (library.records, library.shards));
    }

    #[test]
    fn a_damaged_part_never_loses_the_rest() {
        let library = filled();
        let bytes = library.encode();
        for at in (6..bytes.len()).step_by(7) {
            let mut damaged = bytes.clone();
            damaged[at] = !damaged[at];
            let (back, damage) = match MemoryLibrary::decode(&damaged) {
                Ok(read) => read,
                Err(error) => panic!("byte {at}: {error}"),
            };
            assert!(back.len() + 1 >= library.len(), "byte {at} lost more than its own record");
            assert_eq!(damage.len(), 1, "byte {at}");
            if back.len() == library.len() {
                assert_eq!(best(&back, REWRITE).as_deref(), Some("https://ledger.example/0"), "byte {at}");
            }
        }
        for cut in (0..bytes.len()).step_by(11) {
            match MemoryLibrary::decode(&bytes[..cut]) {
                Ok((back, _)) => assert!(back.len() <= library.len()),
                Err(error) => assert_eq!(error, LibraryError::TooShort { has: cut }),
            }
        }
    }

    #[test]
    fn a_file_of_another_kind_or_a_later_version_is_refused() {
        assert_eq!(MemoryLibrary::decode(b"PK\x03\x04 and so on, an archive").err(), Some(LibraryError::WrongMagic));
        let mut newer = filled().encode();
        newer[4] = 9;
        assert_eq!(MemoryLibrary::decode(&newer).err(), Some(LibraryError::Newer { found: 9, known: 1 }));
    }
}
