//! A text cut into numbers, words and what stands between them.

use super::months;

/// Characters of a text that are looked at.
const LONGEST: usize = 300;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// Its value and how many digits it is written with.
    Number(u64, usize),
    /// In lower case.
    Word(String),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// What stands between it and the token before.
    pub(super) before: String,
}

impl Token {
    pub(super) fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number(value, n) if digits.contains(&n) => u32::try_from(value).ok(),
            _ => None,
        }
    }

    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Number(..) => None,
        }
    }

    pub(super) fn is(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }

    pub(super) fn month(&self) -> Option<u32> {
        self.word().and_then(months::month)
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = String::new();
    let mut joined = false;
    for c in text.chars().take(LONGEST) {
        if let Some(digit) = digit(c) {
            match tokens.last_mut().map(|t| &mut t.kind) {
                Some(Kind::Number(value, digits)) if joined => {
                    *value = value.saturating_mul(10).saturating_add(digit);
                    *digits += 1;
                }
                _ => tokens.push(Token { kind: Kind::Number(digit, 1), before: std::mem::take(&mut before) }),
            }
            joined = true;
        } else if c.is_alphabetic() || is_mark(c) {
            // Chinese, Japanese and Korean set 年 and 月 without a space, and nothing else can be joined to them.
            match tokens.last_mut().map(|t| &mut t.kind) {
                Some(Kind::Word(word)) if joined && !is_counter(c) => word.extend(c.to_lowercase()),
                _ => tokens
                    .push(Token { kind: Kind::Word(c.to_lowercase().collect()), before: std::mem::take(&mut before) }),
            }
            joined = !is_counter(c);
        } else {
            joined = false;
            before.push(c);
        }
    }
    tokens
}

fn is_counter(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일' | '時' | '时' | '分' | '点' | '號' | '号')
}

/// Combining vowel signs of the Indic scripts and Thai, which are no letters to `char`.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0900}'..='\u{0965}' | '\u{0980}'..='\u{09E3}' | '\u{0E30}'..='\u{0E4E}')
}

fn digit(c: char) -> Option<u64> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        '\u{0966}'..='\u{096F}' => '\u{0966}',
        '\u{09E6}'..='\u{09EF}' => '\u{09E6}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u64::from(u32::from(c) - u32::from(zero)))
}
