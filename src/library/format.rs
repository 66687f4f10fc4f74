//! The envelope that every stored thing stands in: magic, version, length, checksum, then the payload.

use crate::text::stem::hash;
use std::fmt;

/// Why stored bytes could not be read. Whatever else is stored is untouched by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryError {
    /// Not even a header: `has` bytes.
    TooShort {
        /// How many bytes there are.
        has: usize,
    },
    /// The first bytes are not those of this kind of data.
    WrongMagic,
    /// Written by a later version of this program.
    Newer {
        /// The version that it was written with.
        found: u16,
        /// The latest that this program reads.
        known: u16,
    },
    /// The bytes end before they should.
    Truncated {
        /// How many bytes the header promises.
        wanted: usize,
        /// How many there are.
        has: usize,
    },
    /// There are more bytes than the header promises.
    Trailing {
        /// How many are too many.
        extra: usize,
    },
    /// The checksum does not match.
    Checksum,
    /// The checksum holds and yet the payload makes no sense: what was being read.
    Malformed(&'static str),
    /// More than this program is willing to unpack.
    TooLarge {
        /// The size asked for, in bytes.
        size: usize,
        /// The limit.
        limit: usize,
    },
}

impl LibraryError {
    /// A stable word for it, as in [`Gap::code`](crate::report::Gap::code).
    pub fn code(&self) -> &'static str {
        match self {
            LibraryError::Newer { .. } => "newer",
            LibraryError::TooLarge { .. } => "too_large",
            _ => "corrupt",
        }
    }
}

impl fmt::Display for LibraryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LibraryError::TooShort { has } => write!(f, "{has} bytes are too short for a header of {HEADER}"),
            LibraryError::WrongMagic => write!(f, "the first bytes are not those of this kind of data"),
            LibraryError::Newer { found, known } => {
                write!(f, "written in format {found}; this version reads up to {known}")
            }
            LibraryError::Truncated { wanted, has } => write!(f, "ends after {has} of {wanted} bytes"),
            LibraryError::Trailing { extra } => write!(f, "{extra} bytes follow its end"),
            LibraryError::Checksum => write!(f, "the checksum does not match"),
            LibraryError::Malformed(what) => write!(f, "the {what} cannot be read"),
            LibraryError::TooLarge { size, limit } => write!(f, "{size} bytes are over the limit of {limit}"),
        }
    }
}

impl std::error::Error for LibraryError {}

/// The first bytes of a record, a shard, a library file.
pub(super) type Magic = [u8; 4];

/// The format that this program writes, and the latest that it reads.
pub(super) const VERSION: u16 = 1;

/// Magic, version, length of the payload, checksum of version and payload: 4 + 2 + 4 + 4 bytes, little-endian.
pub(super) const HEADER: usize = 14;

/// `payload` in its envelope.
pub(super) fn seal(magic: &Magic, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + payload.len());
    out.extend_from_slice(magic);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(&checksum(VERSION, payload).to_le_bytes());
    out.extend_from_slice(payload);
    out
}

/// The payload of the envelope that `bytes` start with, and what follows it.
pub(super) fn open_first<'b>(magic: &Magic, bytes: &'b [u8]) -> Result<(&'b [u8], &'b [u8]), LibraryError> {
    let has = bytes.len();
    if !bytes.starts_with(magic) {
        return Err(if has < HEADER { LibraryError::TooShort { has } } else { LibraryError::WrongMagic });
    }
    let mut reader = Reader::new(bytes.get(magic.len()..).unwrap_or(&[]));
    let (Some(version), Some(length), Some(sum)) = (reader.u16(), reader.u32(), reader.u32()) else {
        return Err(LibraryError::TooShort { has });
    };
    if version > VERSION {
        return Err(LibraryError::Newer { found: version, known: VERSION });
    }
    let rest = reader.rest();
    let length = length as usize;
    let Some((payload, after)) = rest.split_at_checked(length) else {
        return Err(LibraryError::Truncated { wanted: HEADER.saturating_add(length), has });
    };
    if checksum(version, payload) != sum {
        return Err(LibraryError::Checksum);
    }
    Ok((payload, after))
}

/// The payload of the envelope that `bytes` are.
pub(super) fn open<'b>(magic: &Magic, bytes: &'b [u8]) -> Result<&'b [u8], LibraryError> {
    match open_first(magic, bytes)? {
        (payload, []) => Ok(payload),
        (_, after) => Err(LibraryError::Trailing { extra: after.len() }),
    }
}

fn checksum(version: u16, payload: &[u8]) -> u32 {
    let mixed = hash(payload) ^ u64::from(version);
    u32::try_from(mixed & 0xffff_ffff).unwrap_or(0)
}

/// Appends `n` in LEB128.
pub(super) fn put(out: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        out.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    out.push((n & 0x7f) as u8);
}

/// Appends the length of `text` and its bytes.
pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Reads from the front of a payload; `None` where it has ended or makes no sense.
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Reader(bytes)
    }

    pub(super) fn rest(&self) -> &'b [u8] {
        self.0
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    /// A number in LEB128.
    pub(super) fn number(&mut self) -> Option<u64> {
        let mut n = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.u8()?;
            n |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(n);
            }
        }
        None
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        let length = usize::try_from(self.number()?).ok()?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}
