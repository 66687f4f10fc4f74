//! The words that attribute, and the closed classes that clauses are made of: two reviewable lists, read once.

use crate::text::stem::hash;
use std::sync::LazyLock;

/// How a reporting word weighs what it reports.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum CueClass {
    /// It only reports: “said”, “warned”, “denied”.
    #[default]
    Neutral,
    /// It leans a little: “claimed”, “admitted”.
    Weak,
    /// It takes a side: “slammed”, “bragged”.
    Loaded,
}

/// The class of the reporting word or phrase `form` (“slammed”, “lashed out”; any case), or `None` if it is no cue.
pub fn cue_class(form: &str) -> Option<CueClass> {
    let mut key = String::with_capacity(form.len());
    crate::text::words::normalise(form, &mut key);
    let key = key.split_whitespace().collect::<Vec<_>>().join("_");
    let entry = TABLE.find(&key)?;
    (entry.frames != 0).then_some(entry.class)
}

/// Grammatical classes of a word form, as bits.
pub(super) mod tag {
    pub const DET: u32 = 1;
    pub const POSS: u32 = 1 << 1;
    pub const SUBJECT: u32 = 1 << 2;
    pub const OBJECT: u32 = 1 << 3;
    pub const RELATIVE: u32 = 1 << 4;
    pub const PREP: u32 = 1 << 5;
    pub const AND: u32 = 1 << 6;
    pub const SUB: u32 = 1 << 7;
    pub const WH: u32 = 1 << 8;
    pub const THAT: u32 = 1 << 9;
    pub const TO: u32 = 1 << 10;
    pub const BE: u32 = 1 << 11;
    pub const HAVE: u32 = 1 << 12;
    pub const DO: u32 = 1 << 13;
    pub const MODAL: u32 = 1 << 14;
    pub const NEG: u32 = 1 << 15;
    pub const ADVERB: u32 = 1 << 16;
    pub const TIME: u32 = 1 << 17;
    pub const QUANTITY: u32 = 1 << 18;
    /// A form of a verb, of whatever kind; the form bits below say which.
    pub const VERB: u32 = 1 << 19;
    pub const COPULA: u32 = 1 << 20;
    pub const BASE: u32 = 1 << 21;
    pub const PRESENT: u32 = 1 << 22;
    pub const PAST: u32 = 1 << 23;
    pub const PARTICIPLE: u32 = 1 << 24;
    pub const ING: u32 = 1 << 25;
    /// A noun that attributes.
    pub const NOUN: u32 = 1 << 26;
    /// An adjective that attributes.
    pub const ADJECTIVE: u32 = 1 << 27;
    /// Begins a phrase of several words that stands in the table.
    pub const OPENS: u32 = 1 << 28;
    /// Not of the table: capitalised inside a sentence, or a number.
    pub const NAME: u32 = 1 << 29;
    /// As often a noun as a verb, or oftener.
    pub const AMBIGUOUS: u32 = 1 << 31;
    /// Ends in a possessive.
    pub const GENITIVE: u32 = 1 << 30;
    pub const AUX: u32 = BE | HAVE | DO | MODAL;
}

/// What may follow a cue, as bits.
pub(super) mod frame {
    pub const THAT: u64 = 1;
    pub const BARE: u64 = 1 << 1;
    pub const QUOTE: u64 = 1 << 2;
    pub const INF: u64 = 1 << 3;
    pub const NP: u64 = 1 << 4;
    pub const ADDR: u64 = 1 << 5;
    pub const ING: u64 = 1 << 6;
    pub const PASSIVE: u64 = 1 << 7;
    /// The first of the prepositions, in the order of `PREPOSITIONS`.
    pub const PREP: u32 = 8;
    /// A noun phrase with “as” after it: “see it as a threat”.
    pub const AS: u64 = 1 << 20;
    pub const ALL: u64 = (1 << 21) - 1;
    /// Frames of nouns and adjectives stand this much higher, so that one word keeps those of each part of speech.
    pub const NOUN: u32 = 21;
    pub const ADJECTIVE: u32 = 42;
}

const PREPOSITIONS: &[&str] = &["for", "of", "about", "on", "at", "with", "against", "over", "to", "by", "in", "into"];

/// The frame bit of a preposition.
pub(super) fn preposition(form: &str) -> u64 {
    PREPOSITIONS.iter().position(|p| *p == form).map_or(0, |i| 1 << (frame::PREP + i as u32))
}

/// What the table has for one form.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    pub key: u64,
    pub tags: u32,
    pub frames: u64,
    pub class: CueClass,
}

/// Open addressing, filled to at most half.
pub(super) struct Table {
    slots: Vec<Entry>,
}

/// Both lists, read at first use.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    Table::read(&[
        include_str!(concat!(env!("OUT_DIR"), "/grammar.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/cues.txt")),
    ])
});

impl Table {
    /// The entry of `form`: lower case, straight apostrophes, the words of a phrase joined by `_`.
    pub fn find(&self, form: &str) -> Option<&Entry> {
        let key = hash(form.as_bytes());
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = key as usize & mask;
        loop {
            let slot = self.slots.get(at)?;
            if slot.key == key {
                return Some(slot);
            }
            if slot.key == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    fn read(lists: &[&str]) -> Table {
        let mut entries: Vec<Entry> = Vec::with_capacity(6000);
        for list in lists {
            let mut section = Section::default();
            for line in list.lines().filter(|l| !l.starts_with('#')) {
                if let Some(head) = line.strip_prefix('[') {
                    section = Section::named(head);
                    continue;
                }
                for item in line.split_whitespace() {
                    section.add(item, &mut entries);
                }
            }
        }
        let size = (entries.len() * 2).next_power_of_two().max(16);
        let mut table = Table { slots: vec![Entry::default(); size] };
        for entry in entries {
            table.insert(entry);
        }
        table
    }

    fn insert(&mut self, entry: Entry) {
        let mask = self.slots.len().saturating_sub(1);
        let mut at = entry.key as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.key == 0 || slot.key == entry.key {
                slot.key = entry.key;
                slot.tags |= entry.tags;
                slot.frames |= entry.frames;
                if entry.class != CueClass::Neutral {
                    slot.class = entry.class;
                }
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

/// What the words of one section share.
#[derive(Default)]
struct Section {
    tags: u32,
    frames: u64,
    inflects: bool,
}

impl Section {
    fn named(head: &str) -> Section {
        let head = head.trim_end_matches(']');
        let (kind, frames) = head.split_once(':').unwrap_or((head, ""));
        let mut section = Section::default();
        for word in kind.split_whitespace() {
            section.tags |= match word {
                "det" => tag::DET,
                "poss" => tag::POSS,
                "subject" => tag::SUBJECT,
                "carries-be" => tag::BE,
                "carries-modal" => tag::MODAL,
                "carries-have" => tag::HAVE,
                "object" => tag::OBJECT,
                "relative" => tag::RELATIVE,
                "prep" => tag::PREP,
                "and" => tag::AND,
                "sub" => tag::SUB,
                "wh" => tag::WH,
                "that" => tag::THAT,
                "to" => tag::TO,
                "be" => tag::BE,
                "have" => tag::HAVE,
                "do" => tag::DO,
                "modal" => tag::MODAL,
                "neg" => tag::NEG,
                "adverb" => tag::ADVERB,
                "time" => tag::TIME,
                "quantity" => tag::QUANTITY,
                "copula" => tag::COPULA,
                "verb" => tag::VERB,
                "noun" => tag::NOUN,
                "adjective" => tag::ADJECTIVE,
                "ambiguous" => tag::AMBIGUOUS,
                _ => 0,
            };
        }
        section.inflects = section.tags & tag::VERB != 0;
        for word in frames.split_whitespace() {
            section.frames |= match word {
                "that" => frame::THAT,
                "bare" => frame::BARE,
                "quote" => frame::QUOTE,
                "inf" => frame::INF,
                "np" => frame::NP,
                "addr" => frame::ADDR,
                "ing" => frame::ING,
                "passive" => frame::PASSIVE,
                "as" => frame::AS,
                other => preposition(other),
            };
        }
        if section.tags & tag::NOUN != 0 {
            section.frames <<= frame::NOUN;
        } else if section.tags & tag::ADJECTIVE != 0 {
            section.frames <<= frame::ADJECTIVE;
        }
        section
    }

    fn add(&self, item: &str, entries: &mut Vec<Entry>) {
        let class = match item.chars().next() {
            Some('!') => CueClass::Loaded,
            Some('~') => CueClass::Weak,
            _ => CueClass::Neutral,
        };
        let item = item.trim_start_matches(['!', '~']);
        let (word, irregular) = item.split_once(':').unwrap_or((item, ""));
        let doubles = word.contains('+');
        let word = word.replace('+', "");
        let word = word.as_str();
        let (first, rest) = word.split_once('_').map_or((word, ""), |(f, _)| (f, word.get(f.len()..).unwrap_or("")));
        let mut put = |form: &str, tags: u32| {
            entries.push(Entry { key: hash(form.as_bytes()), tags: tags | self.tags, frames: self.frames, class });
            if let Some((first, _)) = form.split_once('_') {
                entries.push(Entry { key: hash(first.as_bytes()), tags: tag::OPENS, ..Entry::default() });
            }
        };
        if !self.inflects {
            put(word, 0);
            if self.tags & (tag::NOUN | tag::AMBIGUOUS) != 0 {
                put(&plural(word), 0);
            }
            return;
        }
        let (past, participle) = match irregular.split_once(',') {
            Some((past, participle)) => (past.to_owned(), participle.to_owned()),
            None if irregular.is_empty() => IRREGULAR.iter().find(|(base, ..)| *base == first).map_or_else(
                || (regular(first, doubles), regular(first, doubles)),
                |(_, past, participle)| ((*past).to_owned(), (*participle).to_owned()),
            ),
            None => (irregular.to_owned(), irregular.to_owned()),
        };
        put(word, tag::BASE);
        put(&format!("{}{rest}", present(first)), tag::PRESENT);
        put(&format!("{past}{rest}"), tag::PAST);
        put(&format!("{participle}{rest}"), tag::PARTICIPLE);
        put(&format!("{}{rest}", ing(first, doubles)), tag::ING);
    }
}

/// Irregular verbs that begin phrases.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("go", "went", "gone"),
    ("take", "took", "taken"),
    ("make", "made", "made"),
    ("hold", "held", "held"),
    ("see", "saw", "seen"),
    ("think", "thought", "thought"),
    ("tear", "tore", "torn"),
    ("lay", "laid", "laid"),
    ("read", "read", "read"),
    ("put", "put", "put"),
    ("set", "set", "set"),
    ("write", "wrote", "written"),
    ("bring", "brought", "brought"),
    ("hit", "hit", "hit"),
    ("cast", "cast", "cast"),
    ("spell", "spelled", "spelled"),
    ("rip", "ripped", "ripped"),
    ("run", "ran", "run"),
];

fn consonant(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphabetic() && !"aeiou".contains(c))
}

/// “deny” has “denies”; “stay” has “stays”.
fn y_changes(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| consonant(stem.chars().last()))
}

fn present(word: &str) -> String {
    if let Some(stem) = y_changes(word) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|e| word.ends_with(e))
        || word == "go"
        || word == "echo"
        || word == "veto";
    format!("{word}{}", if hisses { "es" } else { "s" })
}

fn plural(word: &str) -> String {
    present(word)
}

fn doubled(word: &str, doubles: bool) -> String {
    let last = word.chars().last().filter(|_| doubles);
    word.chars().chain(last).collect()
}

fn regular(word: &str, doubles: bool) -> String {
    if let Some(stem) = y_changes(word) {
        return format!("{stem}ied");
    }
    match word.strip_suffix('e') {
        Some(stem) => format!("{stem}ed"),
        None => format!("{}ed", doubled(word, doubles)),
    }
}

fn ing(word: &str, doubles: bool) -> String {
    match word.strip_suffix('e') {
        Some(stem) if !word.ends_with("ee") && word != "be" => {
            stem.strip_suffix('i').map_or_else(|| format!("{stem}ing"), |s| format!("{s}ying"))
        }
        _ => format!("{}ing", doubled(word, doubles)),
    }
}

/// Whether `form` is the verb `base`, or one of its forms as a regular verb has them, with a doubled letter or without.
pub(super) fn is_form_of(form: &str, base: &str) -> bool {
    let doubles = [false, true].into_iter();
    form == base || form == present(base) || doubles.clone().any(|d| form == regular(base, d) || form == ing(base, d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_made_as_english_makes_them() {
        for form in [
            "says",
            "said",
            "saying",
            "denies",
            "denied",
            "denying",
            "admitted",
            "admitting",
            "wrote",
            "written",
            "lies",
            "lying",
            "agreed",
            "agreeing",
            "lashed_out",
            "went_on",
            "hitting_back",
            "made_clear",
            "accuses",
            "vetoes",
            "tore_into",
        ] {
            assert!(TABLE.find(form).is_some(), "{form}");
        }
        for form in ["sayed", "admiting", "denys", "table"] {
            assert!(TABLE.find(form).is_none(), "{form}");
        }
    }

    #[test]
    fn a_form_belongs_to_its_verb_and_to_no_other_that_begins_so() {
        for (form, base, is) in [
            ("argue", "argue", true),
            ("argues", "argue", true),
            ("argued", "argue", true),
            ("arguing", "argue", true),
            ("worries", "worry", true),
            ("worrying", "worry", true),
            ("dubbed", "dub", true),
            ("arguably", "argue", false),
            ("sayings", "say", false),
            ("notebook", "note", false),
            ("thing", "think", false),
            ("contest", "contend", false),
        ] {
            assert_eq!(is_form_of(form, base), is, "{form} {base}");
        }
    }

    #[test]
    fn a_cue_says_whether_it_takes_a_side() {
        for (form, class) in [
            ("said", Some(CueClass::Neutral)),
            ("Warned", Some(CueClass::Neutral)),
            ("accuses", Some(CueClass::Neutral)),
            ("denied", Some(CueClass::Neutral)),
            ("claimed", Some(CueClass::Weak)),
            ("admitted", Some(CueClass::Weak)),
            ("slammed", Some(CueClass::Loaded)),
            ("lashed out", Some(CueClass::Loaded)),
            ("bragging", Some(CueClass::Loaded)),
            ("walked", None),
            ("the", None),
        ] {
            assert_eq!(cue_class(form), class, "{form}");
        }
    }

    #[test]
    fn every_phrase_of_the_list_can_be_found_by_its_first_word() {
        assert!(TABLE.find("lashed").is_some_and(|e| e.tags & tag::OPENS != 0));
        assert!(TABLE.find("pointing").is_some_and(|e| e.tags & tag::OPENS != 0));
    }
}
