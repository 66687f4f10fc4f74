//! UTF-8 that was read as Latin-1 or Windows-1252: `â€™` for `’`, `Â ` for a no-break space.
//!
//! Matching must not break on it and offsets must hold, so the repair keeps every byte offset: a damaged
//! sequence is replaced by the character it stood for, padded to the same number of bytes with characters that
//! Unicode word segmentation ignores (soft hyphen, zero-width joiner; UAX #29 rule WB4).

use std::borrow::Cow;

/// The byte that Windows-1252 (or Latin-1) has for `c`.
fn cp1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match u32::from(c) {
        n @ 0x80..=0xff => u8::try_from(n).ok(),
        _ => HIGH.iter().position(|&h| h == c).and_then(|i| u8::try_from(0x80 + i).ok()),
    }
}

/// `text` with damaged sequences repaired, byte offsets unchanged. Borrows where there is nothing to repair.
pub fn repair(text: &str) -> Cow<'_, str> {
    if !text.contains(['Â', 'Ã', 'â']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let lead = match c {
            'Â' | 'Ã' | 'â' => sequence(rest),
            _ => None,
        };
        let taken = if let Some((taken, character)) = lead {
            out.push(character);
            pad(&mut out, taken.saturating_sub(character.len_utf8()));
            taken
        } else {
            out.push(c);
            c.len_utf8()
        };
        rest = rest.get(taken..).unwrap_or("");
    }
    Cow::Owned(out)
}

/// The length in bytes of the damaged sequence at the start of `rest`, and the character it stood for.
fn sequence(rest: &str) -> Option<(usize, char)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    let second = chars.next()?;
    // A no-break space often was folded into a plain one before or after the damage.
    if first == 'Â' && matches!(second, ' ' | '\u{a0}') {
        return Some((first.len_utf8(), ' '));
    }
    let mut bytes = [cp1252(first)?, cp1252(second)?, 0];
    let mut taken = first.len_utf8() + second.len_utf8();
    let count = if first == 'â' {
        let third = chars.next()?;
        *bytes.last_mut()? = cp1252(third)?;
        taken += third.len_utf8();
        3
    } else {
        2
    };
    let character = std::str::from_utf8(bytes.get(..count)?).ok()?.chars().next()?;
    Some((taken, character))
}

fn pad(out: &mut String, mut bytes: usize) {
    while bytes > 0 {
        match bytes {
            1 => out.push(' '),
            2 | 4 => out.push('\u{ad}'),
            _ => out.push('\u{200d}'),
        }
        bytes = bytes.saturating_sub(match bytes {
            1 => 1,
            2 | 4 => 2,
            _ => 3,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_text_is_read_as_it_was_meant_and_offsets_hold() {
        for (damaged, meant) in [
            ("a newly released PolicyÂ\u{a0}report", "a newly released Policy report"),
            ("PolicyÂ report", "Policy report"),
            ("WikiLeaksâ€™s", "WikiLeaks’s"),
            ("â€œno,â€\u{9d} he said", "“no,” he said"),
            ("cafÃ© au lait", "café au lait"),
            ("Â£40m", "£40m"),
            ("plain — dash", "plain — dash"),
            ("pâté and Ångström Â", "pâté and Ångström Â"),
        ] {
            let repaired = repair(damaged);
            assert_eq!(repaired.len(), damaged.len(), "{damaged}");
            let seen: String = repaired.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200d}')).collect();
            assert_eq!(seen.split_whitespace().collect::<Vec<_>>(), meant.split_whitespace().collect::<Vec<_>>());
        }
    }
}
