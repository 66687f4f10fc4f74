//! What is measured of one block by itself.

use std::sync::OnceLock;

use crate::order;
use crate::page::Block;

/// The measures of a block.
#[derive(Debug, Clone, Default)]
pub(super) struct Measures {
    /// Characters, one of Chinese, Japanese or Korean counting three: as much is said with it.
    pub(super) len: f32,
    /// White space between words, plus one.
    pub(super) words: f32,
    /// Share of the length that is link text.
    pub(super) link: f32,
    pub(super) links: f32,
    /// Number of the tag in [`TAGS`]; paragraphs come first.
    pub(super) tag: f32,
    /// 2 for a full stop or its like at the end, 1 for a colon or an ellipsis, 0 for neither.
    pub(super) end: f32,
    pub(super) stops: f32,
    pub(super) commas: f32,
    pub(super) upper: f32,
    pub(super) digits: f32,
    pub(super) quotes: f32,
    /// Bars, bullets, slashes.
    pub(super) bars: f32,
    /// Which of [`CUES`] the text has, a bit for each.
    pub(super) cues: u32,
    /// A paragraph by its looks: long enough, not made of links, not a heading or caption.
    pub(super) good: bool,
    /// Text in lower case, letters and digits alone, up to a limit: to find the same text again.
    pub(super) hash: u64,
}

/// Tags in the order in which their numbers mean something to a threshold.
const TAGS: &[&str] = &[
    "p",
    "blockquote",
    "pre",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dd",
    "dt",
    "li",
    "td",
    "th",
    "div",
    "section",
    "article",
    "main",
    "body",
    "summary",
    "details",
    "h1",
    "header",
    "address",
    "form",
    "fieldset",
    "legend",
    "figure",
    "figcaption",
    "caption",
    "aside",
    "nav",
    "footer",
];

/// Phrases of furniture, by kind; in lower case. Looked for in blocks of at most [`CUE_LENGTH`] bytes.
const CUES: &[(&str, &str)] = &[
    (
        "advert",
        "advertis;sponsored;anzeige;publicidad;werbung;promoted;reklam;annonse;publicité;pubblicità;реклама;\
         広告",
    ),
    (
        "letter",
        "subscri;newsletter;sign up;sign in;log in;abonn;s'inscrire;suscr;register;iscriv;inbox;assine;\
         prenumer;donate;support us;download the app;our app",
    ),
    (
        "related",
        "read more;read also;also read;related;lesen sie;mehr zum;lire aussi;à lire;leia ;lee también;\
         leggi anche;recommended;more from;most read;most popular;trending;see also;up next;lees ook;\
         les også;läs också;läs mer;czytaj;voir aussi;read:;more:;mehr lesen;don't miss;read next;\
         más noticias;auch interessant;читайте;ayrıca;関連;baca juga;also on;more stories;you might;\
         you may also;further reading",
    ),
    (
        "share",
        "share;follow us;facebook;twitter;whatsapp;copy link;tweet;telegram;instagram;teilen;partager;\
         compartir;condividi;linkedin;folgen sie;follow ",
    ),
    ("rights", "©;copyright;rights reserved;alle rechte;derechos reservados;tous droits;all rights"),
    (
        "photo",
        "photo;image:;images;getty;credit:;foto;picture;bild:;bild ;ap photo;afp;reuters;quelle:;\
         shutterstock;screenshot;illustration",
    ),
    ("comment", "comment;kommentar;reply;replies;comentario;commentaire;leave a"),
    ("privacy", "cookie;privacy;consent;terms of;datenschutz;javascript;browser;adblock;ad block"),
    (
        "dated",
        "published;updated;min read;last modified;posted on;minutes read;veröffentlicht;stand:;publié;\
         publicado;aktualis;minute read;first published;ago",
    ),
    (
        "writer",
        "about the author;is a reporter;is a writer;is a freelance;is an author;is a journalist;is a senior;\
         is the author;follow him;follow her;contributed to this;contributed report;reporting by;editing by;\
         writes about;covers ;wrote this;author;by ",
    ),
    (
        "action",
        "click here;click to;listen to;watch:;watch ;download;video;play ;load more;show more;view all;view ;\
         back to;scroll;tap ;print;close;podcast;hear ",
    ),
    (
        "source",
        "source:;sources:;correction;editor's note;editor’s note;this story;this article;originally;\
         references;disclaimer;tags:;topics;filed under;tagged;keywords;категори;contact us",
    ),
];

/// Bytes of a block that cues are looked for in.
const CUE_LENGTH: usize = 320;

/// The number of cues.
pub(super) const CUE_COUNT: usize = CUES.len();

/// The names of the cues.
pub(super) fn cue_names() -> impl Iterator<Item = String> {
    CUES.iter().map(|(name, _)| format!("cue_{name}"))
}

/// All phrases, by their first two bytes: nearly every place of a text is passed over at one look into a bit set.
struct Cues {
    starts: [u64; 16],
    /// Key of the first two bytes, phrase, number of the cue; sorted.
    phrases: Vec<(u16, &'static [u8], usize)>,
}

fn cues() -> &'static Cues {
    static CUES_BY_START: OnceLock<Cues> = OnceLock::new();
    CUES_BY_START.get_or_init(|| {
        let mut phrases: Vec<(u16, &[u8], usize)> = CUES
            .iter()
            .enumerate()
            .flat_map(|(cue, (_, phrases))| {
                phrases.split(';').map(move |p| (Cues::key(p.as_bytes()), p.as_bytes(), cue))
            })
            .collect();
        order::by_key(&mut phrases, |p| p.0.into());
        let mut starts = [0u64; 16];
        for (key, _, _) in &phrases {
            if let Some(word) = starts.get_mut(usize::from(key >> 6)) {
                *word |= 1 << (key & 63);
            }
        }
        Cues { starts, phrases }
    })
}

impl Cues {
    /// Ten bits of the first two bytes. A phrase of one character, as `©`, has two bytes as well.
    fn key(text: &[u8]) -> u16 {
        match text {
            [a, b, ..] => (u16::from(*a) << 4 ^ u16::from(*b)) & 1023,
            _ => 0,
        }
    }

    fn of(&self, text: &[u8]) -> u32 {
        let mut found = 0;
        for (at, pair) in text.windows(2).enumerate() {
            let key = Cues::key(pair);
            if self.starts.get(usize::from(key >> 6)).is_none_or(|word| word >> (key & 63) & 1 == 0) {
                continue;
            }
            let first = self.phrases.partition_point(|(k, _, _)| *k < key);
            let here = text.get(at..).unwrap_or_default();
            for (_, phrase, cue) in self.phrases.iter().skip(first).take_while(|(k, _, _)| *k == key) {
                if here.starts_with(phrase) {
                    found |= 1 << cue;
                }
            }
        }
        found
    }
}

fn is_wide(c: char) -> bool {
    c >= '\u{1100}'
        && matches!(u32::from(c), 0x1100..=0x11FF | 0x2E80..=0x9FFF | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

/// Measures a block.
pub(super) fn measure(block: &Block) -> Measures {
    let mut m = Measures { tag: tag_number(&block.tag), links: block.links.len() as f32, ..Measures::default() };
    let chars = block.text.chars().count() as u32;
    // A character of four bytes is two units.
    let units = chars + block.text.bytes().map(|b| u32::from(b >= 0xF0)).sum::<u32>();
    let (mut wide, mut upper, mut digits, mut stops, mut commas, mut quotes, mut bars) =
        (0u32, 0u32, 0u32, 0u32, 0u32, 0u32, 0u32);
    let mut words = 1u32;
    // FNV-1a.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in block.text.chars() {
        if c.is_alphanumeric() {
            wide += u32::from(is_wide(c));
            upper += u32::from(c.is_uppercase());
            digits += u32::from(c.is_ascii_digit());
            hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3);
            continue;
        }
        match c {
            ' ' | '\u{a0}' | '\n' => words += 1,
            '.' | '!' | '?' | '。' | '！' | '？' | '।' | '؟' => stops += 1,
            ',' | '、' | '，' | '،' | ';' => commas += 1,
            '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' => quotes += 1,
            '|' | '/' | '•' | '·' | '›' | '>' => bars += 1,
            _ => {}
        }
    }
    let closes = |c: char| matches!(c, '"' | '”' | '“' | '’' | '\'' | ')' | ']' | '»' | '」');
    let last = block.text.chars().rfind(|c| !c.is_whitespace() && !closes(*c));
    let linked: u32 = block.links.iter().map(|link| link.end.min(units).saturating_sub(link.start)).sum();
    let count = chars.max(1) as f32;
    m.len = (chars + 2 * wide) as f32;
    m.words = words as f32 + (wide / 2) as f32;
    m.link = (linked as f32 / units.max(1) as f32).min(1.0);
    m.end = match last {
        Some('.' | '!' | '?' | '。' | '！' | '？' | '।' | '؟') => 2.0,
        Some(':' | '…' | '：') => 1.0,
        _ => 0.0,
    };
    m.stops = stops as f32;
    m.commas = commas as f32;
    m.upper = upper as f32 / count;
    m.digits = digits as f32 / count;
    m.quotes = quotes as f32;
    m.bars = bars as f32;
    m.hash = hash;
    if block.text.len() <= CUE_LENGTH {
        m.cues = cues().of(block.text.to_lowercase().as_bytes());
    }
    // 80 characters: jusText's and Readability's lower bounds for a paragraph lie between 70 and 140.
    m.good = m.len >= 80.0
        && m.link < 0.33
        && !matches!(
            block.tag.as_str(),
            "h1" | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "figcaption"
                | "caption"
                | "figure"
                | "nav"
                | "footer"
                | "form"
                | "legend"
        );
    m
}

fn tag_number(tag: &str) -> f32 {
    TAGS.iter().position(|known| *known == tag).unwrap_or(TAGS.len()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_found_wherever_they_stand() {
        for (text, cue) in [
            ("ADVERTISEMENT", "advert"),
            ("All content © The Herald", "rights"),
            ("Please leave a note", "comment"),
            ("広告", "advert"),
        ] {
            let at = CUES.iter().position(|(name, _)| *name == cue).unwrap();
            let m = measure(&Block { text: text.into(), tag: "p".into(), ..Block::default() });
            assert!(m.cues >> at & 1 == 1, "{text}");
        }
        assert_eq!(measure(&Block { text: "The pier is gone.".into(), ..Block::default() }).cues, 0);
    }
}
