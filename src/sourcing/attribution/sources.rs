//! The name behind a source: a full name for a surname, the nearest fitting name for a pronoun or a description.

use super::cues::tag;
use super::relations::Relation;
use super::tokens::{Tokens, gap};
use crate::text::WordList;
use crate::text::names::{is_title, names};
use std::ops::Range;

/// What a name, pronoun or description can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Man,
    Woman,
    /// A person of unknown sex.
    Person,
    /// A company, agency, party, newspaper.
    Body,
    Document,
    Group,
    Unknown,
}

impl Kind {
    /// Whether a name of this kind may stand behind a reference of kind `other`.
    fn fits(self, other: Kind) -> bool {
        use Kind::*;
        match other {
            Man => matches!(self, Man | Person | Unknown),
            Woman => matches!(self, Woman | Person | Unknown),
            Person => matches!(self, Man | Woman | Person | Unknown),
            Body => matches!(self, Body),
            Document => matches!(self, Document),
            Group => matches!(self, Group | Body),
            Unknown => false,
        }
    }
}

const BODIES: &[&str] = &[
    "department",
    "university",
    "inc",
    "corp",
    "ltd",
    "llc",
    "party",
    "committee",
    "commission",
    "council",
    "agency",
    "times",
    "post",
    "journal",
    "tribune",
    "herald",
    "ledger",
    "gazette",
    "news",
    "bank",
    "court",
    "house",
    "senate",
    "congress",
    "ministry",
    "office",
    "bureau",
    "association",
    "union",
    "institute",
    "foundation",
    "society",
    "group",
    "company",
    "board",
    "authority",
    "service",
    "services",
    "police",
    "college",
    "school",
    "hospital",
    "church",
    "federation",
    "league",
    "club",
    "campaign",
    "coalition",
    "center",
    "centre",
    "fund",
    "partners",
    "records",
    "magazine",
    "review",
    "network",
    "press",
    "administration",
    "parliament",
    "trust",
    "port",
    "airlines",
    "motors",
    "systems",
    "technologies",
];
const DOCUMENTS: WordList = WordList(
    "report study poll survey memo letter statement lawsuit complaint filing document audit review article \
     book paper indictment email analysis story",
);
const PEOPLE: WordList = WordList(
    "spokesman spokeswoman spokesperson senator congressman congresswoman governor president mayor minister \
     secretary chairman chairwoman chair director executive officer judge lawyer attorney professor author \
     writer candidate nominee businessman businesswoman billionaire lawmaker official analyst economist \
     researcher scientist doctor actor actress singer coach player man woman father mother son daughter leader \
     founder editor reporter journalist councillor republican democrat teacher student farmer owner resident \
     sheriff chief captain star veteran",
);
const MEN: WordList = WordList("spokesman congressman chairman businessman man father son actor");
const WOMEN: WordList = WordList("spokeswoman congresswoman chairwoman businesswoman woman mother daughter actress");

struct Known {
    /// Index of its first word.
    at: usize,
    block: u32,
    text: String,
    last: String,
    kind: Kind,
}

/// For each relation the name of its source, as far as the text tells it.
pub(super) fn resolve(k: &Tokens, relations: &[Relation]) -> Vec<Option<String>> {
    let known = known(k);
    // The names that have spoken, latest last: a pronoun takes the nearest of these first.
    let mut spoke: Vec<usize> = Vec::new();
    relations
        .iter()
        .map(|relation| {
            let source = relation.source.clone()?;
            let resolved = one(k, &known, &spoke, &source);
            if let Some(n) = resolved {
                spoke.push(n);
            }
            let own = || {
                k.prose
                    .words_in(source.clone())
                    .first()
                    .zip(k.prose.words_in(source.clone()).last())
                    .map(|(a, b)| {
                        k.prose.text(a.span.to(&b.span)).trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')')
                    })
                    .map(|text| text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text).to_owned())
            };
            match resolved.and_then(|n| known.get(n)) {
                Some(name) => Some(name.text.clone()),
                None if source.len() == 1 && k.at(source.start).is(tag::SUBJECT | tag::RELATIVE | tag::POSS) => None,
                None => own(),
            }
        })
        .collect()
}

fn known(k: &Tokens) -> Vec<Known> {
    let prose = k.prose;
    let mut list: Vec<Known> = Vec::new();
    for name in names(prose) {
        let mut words = name.words.clone();
        let mut kind = Kind::Unknown;
        while let Some(first) = prose.words().get(words.start) {
            let form = prose.form(first);
            if words.len() < 2 || !is_title(form) {
                break;
            }
            kind = match form {
                "mr" | "sir" | "lord" | "king" | "prince" => Kind::Man,
                "mrs" | "ms" | "miss" | "lady" | "queen" | "princess" => Kind::Woman,
                _ if kind == Kind::Unknown => Kind::Person,
                _ => kind,
            };
            words.start += 1;
        }
        let slice = prose.words_in(words.clone());
        let Some((first, last)) = slice.first().zip(slice.last()) else { continue };
        if slice.len() == 1 && k.at(words.start).is(tag::TIME) {
            continue;
        }
        let last_form = prose.form(last).trim_end_matches("'s").trim_end_matches('\'').to_owned();
        let bodily = slice.iter().any(|w| BODIES.contains(&prose.form(w).trim_end_matches("'s")));
        let text = prose.text(first.span.to(&last.span));
        let acronym =
            slice.len() == 1 && text.len() > 1 && text.len() < 7 && text.chars().all(|c| c.is_uppercase() || c == '.');
        let article = words.start.checked_sub(1).is_some_and(|b| k.form(b) == "the");
        if bodily || acronym {
            kind = Kind::Body;
        } else if kind == Kind::Unknown && article && slice.len() <= 3 {
            kind = if last_form.ends_with('s') { Kind::Group } else { Kind::Body };
        } else if kind == Kind::Unknown && slice.len() == 2 {
            kind = Kind::Person;
        } else if kind == Kind::Unknown
            && last_form.ends_with("ans") | last_form.ends_with("ats") | last_form.ends_with("ists")
        {
            kind = Kind::Group;
        }
        // A surname stands for the full name that came before it, and takes its kind.
        let full = list.iter().rev().take(200).find(|o| o.last == last_form && o.text.len() > text.len());
        let mut text = text.trim_end_matches("'s").trim_end_matches("’s").to_owned();
        if slice.len() == 1
            && let Some(full) = full
        {
            if kind == Kind::Unknown || kind == Kind::Person {
                kind = full.kind;
            }
            text.clone_from(&full.text);
        }
        list.push(Known { at: name.words.start, block: first.span.block, text, last: last_form, kind });
    }
    // “Ms. Marsh” further down tells the sex of “Odile Marsh” above.
    let told: Vec<(String, Kind)> = list
        .iter()
        .filter(|n| matches!(n.kind, Kind::Man | Kind::Woman))
        .map(|n| (n.last.clone(), n.kind))
        .take(100)
        .collect();
    for name in &mut list {
        if matches!(name.kind, Kind::Person | Kind::Unknown)
            && let Some((_, kind)) = told.iter().find(|(last, _)| *last == name.last)
        {
            name.kind = *kind;
        }
    }
    list
}

/// Index of the name behind `source`.
fn one(k: &Tokens, known: &[Known], spoke: &[usize], source: &Range<usize>) -> Option<usize> {
    let block = k.prose.words().get(source.start)?.span.block;
    let first_inside = known.partition_point(|n| n.at < source.start);
    let here = known.get(first_inside).filter(|n| n.at < source.end);
    let lone = source.len() == 1;
    let form = k.form(source.start);
    let last = source.end.saturating_sub(1);
    if !lone && here.is_none() && k.at(last).is(tag::RELATIVE) {
        return None;
    }
    if lone && matches!(form, "who" | "which" | "that") {
        // What stands right before: “Marsh, who said”.
        return first_inside
            .checked_sub(1)
            .filter(|&n| known.get(n).is_some_and(|n| n.block == block && source.start - n.at < 12));
    }
    if here.is_some() && !k.at(source.start).is(tag::POSS) {
        // The first name that is not part of another thing's description: “a lawyer for Marsh” has none of its own.
        let of = (source.start..here.map_or(source.start, |n| n.at))
            .any(|w| k.at(w).is(tag::PREP) && !k.at(w).after(gap::COMMA));
        return (!of).then_some(first_inside);
    }
    let kind = match form {
        "he" | "his" | "he's" | "he'd" | "him" => Kind::Man,
        "she" | "her" | "she's" | "she'd" => Kind::Woman,
        "it" | "its" => Kind::Body,
        "they" | "their" | "they've" => Kind::Group,
        _ if lone && k.at(source.start).is(tag::SUBJECT) => return None,
        _ => described(k, source)?,
    };
    // First who spoke last in this block or the one before, then the nearest name that fits.
    let near = |n: &&usize| known.get(**n).is_some_and(|name| name.at < source.start && name.kind.fits(kind));
    let recent = spoke.iter().rev().take(6).find(near).copied();
    let recent_here = recent.filter(|&n| known.get(n).is_some_and(|name| block.saturating_sub(name.block) <= 1));
    let nearest = (0..first_inside).rev().take(40).find(|&n| {
        known.get(n).is_some_and(|name| {
            name.kind.fits(kind)
                && (name.block == block || kind == Kind::Man || kind == Kind::Woman)
                && block.saturating_sub(name.block) <= 2
        })
    });
    recent_here.or(nearest).or(recent)
}

/// What a definite description stands for: “the spokeswoman”, “the report”.
fn described(k: &Tokens, source: &Range<usize>) -> Option<Kind> {
    if !matches!(k.form(source.start), "the" | "this" | "that") {
        return None;
    }
    let head = source.clone().take_while(|&w| w == source.start || !k.at(w).is(tag::PREP | tag::RELATIVE)).last()?;
    let form = k.form(head);
    if MEN.has(form) {
        Some(Kind::Man)
    } else if WOMEN.has(form) {
        Some(Kind::Woman)
    } else if PEOPLE.has(form) {
        Some(Kind::Person)
    } else if BODIES.contains(&form) {
        Some(Kind::Body)
    } else if DOCUMENTS.has(form) {
        Some(Kind::Document)
    } else {
        None
    }
}
