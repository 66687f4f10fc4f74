//! The words of a text with what the grammar needs to know of each: its classes and what stands before it.

use super::cues::{CueClass, Entry, TABLE, tag};
use crate::text::Prose;
use std::ops::Range;

/// What stands between a word and the one before it, as bits.
pub(super) mod gap {
    pub const COMMA: u16 = 1;
    pub const SEMICOLON: u16 = 1 << 1;
    pub const COLON: u16 = 1 << 2;
    pub const DASH: u16 = 1 << 3;
    pub const STOP: u16 = 1 << 4;
    pub const OPENS_QUOTE: u16 = 1 << 5;
    pub const CLOSES_QUOTE: u16 = 1 << 6;
    pub const OPENS_PAREN: u16 = 1 << 7;
    pub const CLOSES_PAREN: u16 = 1 << 8;
    pub const HYPHEN: u16 = 1 << 9;
    pub const ELLIPSIS: u16 = 1 << 10;
    /// Ends a noun phrase.
    pub const BREAK: u16 =
        COMMA | SEMICOLON | COLON | DASH | OPENS_QUOTE | CLOSES_QUOTE | OPENS_PAREN | CLOSES_PAREN | STOP;
}

/// One word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Token {
    pub tags: u32,
    pub frames: u64,
    pub class: CueClass,
    /// Before it; nothing at the start of a sentence but opening marks.
    pub gap: u16,
    /// In quotation marks.
    pub quoted: bool,
    /// How many words the phrase that starts here has; 1 for a plain word.
    pub length: u8,
    /// Its form ends in “s”, so that as a noun it may be a plural.
    pub plural: bool,
}

impl Token {
    pub fn is(&self, tags: u32) -> bool {
        self.tags & tags != 0
    }
    pub fn after(&self, gaps: u16) -> bool {
        self.gap & gaps != 0
    }
}

/// The words of a document.
pub(super) struct Tokens<'p, 't> {
    pub prose: &'p Prose<'t>,
    tokens: Vec<Token>,
}

/// Words in “-ly” that are no adverbs, and in “-ing” and “-ed” that are no verbs.
const NOT_ADVERBS: &[&str] = &[
    "family", "reply", "rally", "july", "ally", "italy", "supply", "apply", "fly", "rely", "imply", "assembly", "ugly",
    "holy", "elderly", "daily", "weekly", "monthly", "friendly", "deadly", "early", "likely", "lovely", "costly",
    "lonely",
];
const NOT_VERBS: &[&str] = &[
    "thing",
    "during",
    "morning",
    "evening",
    "something",
    "nothing",
    "anything",
    "everything",
    "king",
    "ring",
    "spring",
    "string",
    "wing",
    "building",
    "meeting",
    "hearing",
    "wedding",
    "housing",
    "funding",
    "training",
    "shooting",
    "briefing",
    "hundred",
    "kindred",
    "sacred",
    "indeed",
    "speed",
    "breed",
    "exceed",
    "embed",
    "hatred",
    "feeling",
    "warning",
    "ruling",
    "according",
    "including",
    "outstanding",
    "ceiling",
    "clothing",
    "sibling",
    "darling",
    "offering",
];

impl<'p, 't> Tokens<'p, 't> {
    pub fn new(prose: &'p Prose<'t>) -> Self {
        let mut tokens = Tokens { prose, tokens: Vec::with_capacity(prose.words().len()) };
        for passage in prose.passages() {
            for sentence in prose.sentences().get(passage.sentences.clone()).unwrap_or(&[]) {
                tokens.sentence(passage.text, sentence.words.clone(), sentence.span.start as usize);
            }
        }
        tokens
    }

    /// The word with this index; one without classes where there is none.
    pub fn at(&self, i: usize) -> Token {
        self.tokens.get(i).copied().unwrap_or_default()
    }

    pub fn form(&self, i: usize) -> &str {
        self.prose.words().get(i).map_or("", |w| self.prose.form(w))
    }

    fn sentence(&mut self, text: &str, words: Range<usize>, start: usize) {
        let prose = self.prose;
        let slice = prose.words_in(words.clone());
        let capitals = slice.iter().filter(|w| w.capital).count();
        // A headline in title case: capitals say nothing there.
        let title_case = slice.len() > 3 && capitals * 10 >= slice.len() * 6;
        let mut end = start;
        let mut was_quoted = false;
        for (n, word) in slice.iter().enumerate() {
            let form = prose.form(word);
            let mut token = Token { quoted: word.quoted, length: 1, plural: form.ends_with('s'), ..Token::default() };
            let between = text.get(end..word.span.start as usize).unwrap_or("");
            token.gap = marks(between, was_quoted, word.quoted);
            if matches!(between, "' " | "’ ")
                && let Some(owner) = self.tokens.last_mut().filter(|o| n > 0 && o.plural)
            {
                // “the workers’ pay”
                owner.tags |= tag::GENITIVE;
            }
            let named = word.capital && n > 0 && !title_case && !token.after(gap::OPENS_QUOTE | gap::COLON);
            match TABLE.find(form) {
                Some(entry)
                    if !(named
                        && entry.tags & (tag::VERB | tag::MODAL | tag::NOUN | tag::ADJECTIVE) != 0
                        && form != "i") =>
                {
                    token.tags = entry.tags;
                    token.frames = entry.frames;
                    token.class = entry.class;
                    if entry.tags & tag::OPENS != 0 {
                        self.phrase(form, words.start + n, words.end, &mut token);
                    }
                }
                _ => {
                    token.tags = guess(form, named || (word.capital && !word.stop));
                    if word.number {
                        token.tags |= tag::QUANTITY;
                    }
                }
            }
            was_quoted = word.quoted;
            end = word.span.end as usize;
            self.tokens.push(token);
        }
    }

    /// Looks for the longest phrase of the table that begins with the word at `at`.
    fn phrase(&self, form: &str, at: usize, limit: usize, token: &mut Token) {
        let mut key = form.to_owned();
        let mut best: Option<(&'static Entry, u8)> = None;
        for length in 2..=4u8 {
            let next = at + usize::from(length) - 1;
            if next >= limit || self.prose.gap_after(next - 1) != " " {
                break;
            }
            key.push('_');
            key.push_str(self.form(next));
            if let Some(entry) = TABLE.find(&key) {
                best = Some((entry, length));
            }
        }
        if let Some((entry, length)) = best {
            token.tags = entry.tags | token.tags & (tag::AMBIGUOUS | tag::NOUN);
            token.frames = entry.frames;
            token.class = entry.class;
            token.length = length;
        }
    }
}

/// The classes of a word that the table does not hold.
fn guess(form: &str, capital: bool) -> u32 {
    let mut tags = 0;
    if form.ends_with("'s") || form.ends_with("s'") {
        tags |= tag::GENITIVE;
    }
    if capital {
        return tags | tag::NAME;
    }
    if form.len() >= 5 {
        if form.ends_with("ly") && !NOT_ADVERBS.contains(&form) {
            tags |= tag::ADVERB;
        } else if form.ends_with("ing") && !NOT_VERBS.contains(&form) {
            tags |= tag::VERB | tag::ING;
        } else if form.ends_with("ed") && !NOT_VERBS.contains(&form) {
            tags |= tag::VERB | tag::PAST | tag::PARTICIPLE;
        }
    }
    tags
}

/// The marks in the text between two words.
fn marks(between: &str, was_quoted: bool, is_quoted: bool) -> u16 {
    match between {
        " " | "" if was_quoted == is_quoted => return 0,
        "-" => return gap::HYPHEN,
        _ => {}
    }
    let mut found = 0;
    let mut quote = false;
    for c in between.chars() {
        found |= match c {
            ',' => gap::COMMA,
            ';' => gap::SEMICOLON,
            ':' => gap::COLON,
            '—' | '–' | '-' | '―' => gap::DASH,
            '.' | '?' | '!' => gap::STOP,
            '(' | '[' => gap::OPENS_PAREN,
            ')' | ']' => gap::CLOSES_PAREN,
            '…' => gap::ELLIPSIS,
            '"' | '“' | '”' | '«' | '»' | '„' => {
                quote = true;
                0
            }
            _ => 0,
        };
    }
    if between.contains("...") || between.contains(". .") {
        found = (found & !gap::STOP) | gap::ELLIPSIS;
    }
    match (was_quoted, is_quoted) {
        (false, true) => found |= gap::OPENS_QUOTE,
        (true, false) => found |= gap::CLOSES_QUOTE,
        (true, true) if quote => found |= gap::OPENS_QUOTE | gap::CLOSES_QUOTE,
        _ => {}
    }
    // “U.S. ” and “Mr. ”: a stop inside a sentence ends nothing unless a quotation does.
    if found & (gap::OPENS_QUOTE | gap::CLOSES_QUOTE) == 0 {
        found &= !gap::STOP;
    }
    found
}
