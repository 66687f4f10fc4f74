//! What is kept of one original.

use super::format::{self, LibraryError, Reader, put, put_text};
use crate::order;
use crate::text::Prose;
use crate::text::stem::hash;
use std::fmt;

/// Names an original: 48 bits of the hash of its canonical address, or of its text where it has none, so that the same
/// page opened twice is one original.
///
/// With 100,000 originals the chance that any two share a name is 2e-5. It fits a JavaScript number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(u64);

impl RecordId {
    const MASK: u64 = (1 << 48) - 1;

    /// The name of the original at `address`, which is canonical.
    pub fn of_address(address: &str) -> Self {
        RecordId(hash(address.as_bytes()) & Self::MASK)
    }

    /// The name of an original that has no address, only `blocks` of text.
    pub fn of_text<'t>(blocks: impl IntoIterator<Item = &'t str>) -> Self {
        let mixed = blocks.into_iter().fold(0u64, |h, b| h.rotate_left(5) ^ hash(b.as_bytes()));
        RecordId(hash(&mixed.to_le_bytes()) & Self::MASK)
    }

    /// From the number that [`get`](RecordId::get) gave; higher bits are dropped.
    pub fn new(number: u64) -> Self {
        RecordId(number & Self::MASK)
    }

    /// As a number under 2⁴⁸.
    pub fn get(self) -> u64 {
        self.0
    }

    /// From what [`Display`](fmt::Display) wrote.
    pub fn parse(hex: &str) -> Option<Self> {
        let number = u64::from_str_radix(hex, 16).ok()?;
        (hex.len() == 12 && number <= Self::MASK).then_some(RecordId(number))
    }
}

impl fmt::Display for RecordId {
    /// Twelve hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}", self.0)
    }
}

/// One original, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name in the library.
    pub id: RecordId,
    /// The host's own id for it; its address where the host has none.
    pub key: String,
    /// Canonical address.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Name of the outlet.
    pub site: Option<String>,
    /// Authors, joined by `", "`.
    pub byline: Option<String>,
    /// ISO 8601.
    pub published: Option<String>,
    /// BCP 47.
    pub lang: Option<String>,
    /// What it says.
    pub body: Body,
}

/// The body of an original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The text of its blocks, in order.
    Text(Vec<String>),
    /// Only which words stand together in its sentences: for packs that may not carry the text.
    Sketches(Vec<Sketch>),
}

/// One sentence of an original, without its text: enough to see that a page's sentence says the same, not enough to
/// read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// How many words the sentence has.
    pub words: u32,
    /// The lower 32 bits of the stem keys of its content words, ascending, each once.
    pub stems: Vec<u32>,
}

impl Sketch {
    /// The sketches of the sentences of `prose`, in order.
    pub fn of(prose: &Prose) -> Vec<Sketch> {
        let sketch = |s: &crate::text::Sentence| {
            let words = prose.words_in(s.words.clone());
            let stems = words.iter().filter(|w| !w.stop).map(|w| u64::from(low(w.stem))).collect();
            Sketch {
                words: u32::try_from(words.len()).unwrap_or(u32::MAX),
                stems: order::distinct_keys(stems).into_iter().map(low).collect(),
            }
        };
        prose.sentences().iter().map(sketch).collect()
    }

    /// Which share of `stems` (keys of content words, as in [`Word::stem`](crate::text::Word::stem)) it has.
    pub fn containment(&self, stems: &[u64]) -> f32 {
        let shared = stems.iter().filter(|&&s| self.stems.binary_search(&low(s)).is_ok()).count();
        if stems.is_empty() { 0.0 } else { shared as f32 / stems.len() as f32 }
    }
}

fn low(stem: u64) -> u32 {
    u32::try_from(stem & 0xffff_ffff).unwrap_or(0)
}

/// The most that a record may unpack to, in bytes: twice the longest page that is read.
const LARGEST: usize = 4 << 20;

/// Deflate's effort: its own default. Other levels were not measured.
const EFFORT: u8 = 6;

impl Record {
    /// “Firsthand record”.
    pub(super) const MAGIC: &format::Magic = b"FHre";

    /// What an original is called: by its address, else by its text.
    pub fn name(url: Option<&str>, blocks: &[String]) -> RecordId {
        match url {
            Some(address) if !address.is_empty() => RecordId::of_address(address),
            _ => RecordId::of_text(blocks.iter().map(String::as_str)),
        }
    }

    /// As bytes to be stored.
    pub fn encode(&self) -> Vec<u8> {
        Self::seal(&miniz_oxide::deflate::compress_to_vec(&self.plain(), EFFORT))
    }

    /// As bytes to be stored, for hosts that bring a deflate of their own: `deflated` is what raw deflate (RFC 1951) makes of
    /// [`plain`](Record::plain), and is put in an envelope of magic, version, length and checksum.
    pub fn seal(deflated: &[u8]) -> Vec<u8> {
        format::seal(Self::MAGIC, deflated)
    }

    /// As bytes that are still to be deflated.
    pub fn plain(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        plain.extend_from_slice(&self.id.get().to_le_bytes());
        put_text(&mut plain, &self.key);
        for field in [&self.url, &self.title, &self.site, &self.byline, &self.published, &self.lang] {
            plain.push(u8::from(field.is_some()));
            if let Some(text) = field {
                put_text(&mut plain, text);
            }
        }
        match &self.body {
            Body::Text(blocks) => {
                plain.push(0);
                put(&mut plain, blocks.len() as u64);
                blocks.iter().for_each(|b| put_text(&mut plain, b));
            }
            Body::Sketches(sketches) => {
                plain.push(1);
                put(&mut plain, sketches.len() as u64);
                for sketch in sketches {
                    put(&mut plain, u64::from(sketch.words));
                    put(&mut plain, sketch.stems.len() as u64);
                    sketch.stems.iter().for_each(|s| plain.extend_from_slice(&s.to_le_bytes()));
                }
            }
        }
        plain
    }

    /// From stored bytes.
    ///
    /// # Errors
    /// [`LibraryError`] for bytes that are no record, are damaged, were cut short or were written by a later version.
    pub fn decode(bytes: &[u8]) -> Result<Record, LibraryError> {
        Self::unpack(format::open(Self::MAGIC, bytes)?)
    }

    /// The record at the front of `bytes`, and what follows it.
    pub(super) fn decode_first(bytes: &[u8]) -> Result<(Record, &[u8]), LibraryError> {
        let (payload, after) = format::open_first(Self::MAGIC, bytes)?;
        Ok((Self::unpack(payload)?, after))
    }

    fn unpack(payload: &[u8]) -> Result<Record, LibraryError> {
        let plain = miniz_oxide::inflate::decompress_to_vec_with_limit(payload, LARGEST).map_err(|e| {
            if e.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
                LibraryError::TooLarge { size: LARGEST + 1, limit: LARGEST }
            } else {
                LibraryError::Malformed("compressed text")
            }
        })?;
        Self::read(&mut Reader::new(&plain)).ok_or(LibraryError::Malformed("record"))
    }

    fn read(from: &mut Reader) -> Option<Record> {
        let id = from.u64().filter(|&n| n <= RecordId::MASK).map(RecordId)?;
        let key = from.text()?.to_owned();
        let mut field = || match from.u8()? {
            0 => Some(None),
            1 => Some(Some(from.text()?.to_owned())),
            _ => None,
        };
        let (url, title, site, byline, published, lang) = (field()?, field()?, field()?, field()?, field()?, field()?);
        let kind = from.u8()?;
        let count = from.number()?;
        let body = match kind {
            0 => Body::Text((0..count).map(|_| from.text().map(str::to_owned)).collect::<Option<_>>()?),
            1 => Body::Sketches((0..count).map(|_| sketch(from)).collect::<Option<_>>()?),
            _ => return None,
        };
        from.rest().is_empty().then_some(Record { id, key, url, title, site, byline, published, lang, body })
    }
}

fn sketch(from: &mut Reader) -> Option<Sketch> {
    let words = u32::try_from(from.number()?).ok()?;
    let stems = (0..from.number()?).map(|_| from.u32()).collect::<Option<_>>()?;
    Some(Sketch { words, stems })
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn made_up() -> Record {
        let url = "https://ledger.example/2031/05/harbour-loans".to_owned();
        Record {
            id: RecordId::of_address(&url),
            key: url.clone(),
            url: Some(url),
            title: Some("Harbour board hid loans for six years".into()),
            site: Some("The Tidewater Ledger".into()),
            byline: None,
            published: Some("2031-05-04T06:00:00Z".into()),
            lang: Some("en".into()),
            body: Body::Text(vec![
                "The Merrow harbour board hid loans of £4.2m from its auditors, according to minutes seen by the Ledger."
                    .into(),
                "“We were told nothing,” Odile Marsh, who chairs the audit committee, said on Thursday.".into(),
                String::new(),
            ]),
        }
    }

    #[test]
    fn a_record_comes_back_as_it_was_kept() {
        let text = made_up();
        assert_eq!(Record::decode(&text.encode()), Ok(text.clone()));
        let Body::Text(blocks) = &text.body else { panic!() };
        let prose = Prose::new(blocks.iter().enumerate().map(|(i, b)| (i as u32, b.as_str())));
        let sketched = Record { body: Body::Sketches(Sketch::of(&prose)), ..text };
        assert_eq!(Record::decode(&sketched.encode()), Ok(sketched));
    }

    #[test]
    fn a_record_is_read_whoever_deflated_it() {
        let record = made_up();
        for effort in [0, 1, 9] {
            let deflated = miniz_oxide::deflate::compress_to_vec(&record.plain(), effort);
            assert_eq!(Record::decode(&Record::seal(&deflated)), Ok(record.clone()), "effort {effort}");
        }
    }

    /// How a record is deflated is the browser's business: one that a browser stored must be read by the other, and by every
    /// later version.
    #[test]
    fn a_record_is_read_as_browsers_stored_it() {
        // `made_up().plain()` by `CompressionStream('deflate-raw')`: Chromium 156 and Firefox 153 make the same of it, to the byte.
        const DEFLATED: &str = "\
            958f3d4ec34010856db8420ef00ae81cdb8424454e4001a2b184946ee31d6757b277a2d9b59c74390854888bd0718ddc811a\
            364e4d8134cd68decf375fdf373fcb8f24c94c083bbf2a8a96f49624a7bdea762d15b3f2feae28178551b2e15ea62d2be7d3\
            ffa96f1f2e2b36ac44c3588df1808605deee7120253e9d548650594d830a24781ca39374720e9d968b6939afcae5aa2ce3ac\
            d32b72c9b5393b9e488407983f3ab8c1e7fb3c9f7568843bd8e0a17a6d038bcfa0ea9a455bb7456074d6f5813c3c91c3e680\
            10c32f10f9fa747c7d210c241495ad86e360a22d3b1ddff0ac6d1b31e20b26c36018b55156fce81fab5073d7d91088327815\
            c9d8a132bd78ad0e79f20b";
        let digits = DEFLATED.as_bytes().chunks(2).map(|two| std::str::from_utf8(two).unwrap());
        let deflated: Vec<u8> = digits.map(|two| u8::from_str_radix(two, 16).unwrap()).collect();
        assert_eq!(Record::decode(&Record::seal(&deflated)), Ok(made_up()));
    }

    #[test]
    fn damage_is_told_apart_and_never_read_as_something_else() {
        let bytes = made_up().encode();
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x20;
            let told = Record::decode(&damaged).expect_err("a flipped bit is noticed");
            let fits = match at {
                0..4 => told == LibraryError::WrongMagic,
                4..6 => matches!(told, LibraryError::Newer { .. }),
                6..10 => matches!(
                    told,
                    LibraryError::Truncated { .. } | LibraryError::Trailing { .. } | LibraryError::Checksum
                ),
                _ => told == LibraryError::Checksum,
            };
            assert!(fits, "byte {at}: {told:?}");
        }
        for cut in 0..bytes.len() {
            let told = Record::decode(&bytes[..cut]).expect_err("a cut is noticed");
            let fits = match cut {
                0..14 => told == LibraryError::TooShort { has: cut },
                _ => told == LibraryError::Truncated { wanted: bytes.len(), has: cut },
            };
            assert!(fits, "cut at {cut}: {told:?}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(Record::decode(&longer), Err(LibraryError::Trailing { extra: 1 }));
        let mut newer = bytes.clone();
        newer[4] = 2;
        assert_eq!(Record::decode(&newer), Err(LibraryError::Newer { found: 2, known: 1 }));
        assert_eq!(Record::decode(&newer).unwrap_err().code(), "newer");
    }

    #[test]
    fn a_sound_envelope_around_nonsense_is_an_error() {
        for payload in [&b""[..], b"nonsense", &miniz_oxide::deflate::compress_to_vec(b"short", 6)] {
            let told = Record::decode(&format::seal(Record::MAGIC, payload)).expect_err("nonsense");
            assert!(matches!(told, LibraryError::Malformed(_)), "{told}");
        }
        let bomb = miniz_oxide::deflate::compress_to_vec(&vec![0; LARGEST + 1], 6);
        assert!(matches!(Record::decode(&format::seal(Record::MAGIC, &bomb)), Err(LibraryError::TooLarge { .. })));
    }

    #[test]
    fn a_sketch_knows_its_own_sentence_and_no_other() {
        let prose = Prose::new([(0, "The board hid loans from its auditors. Rain fell on the harbour.")]);
        let sketches = Sketch::of(&prose);
        let stems: Vec<u64> =
            prose.words_in(prose.sentences()[0].words.clone()).iter().filter(|w| !w.stop).map(|w| w.stem).collect();
        assert_eq!((sketches[0].containment(&stems), sketches[1].containment(&stems)), (1.0, 0.0));
    }
}
