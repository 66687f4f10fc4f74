//! Reads `src/sourcing/lexicon/*.txt` and writes `lexicon.bin` and `lexicon_tables.rs`. The format stands in the README there.

use crate::inflect::{self, Form};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// Stands for the gap in an entry: `brush … aside`.
const GAP: &str = "\u{1}";
/// Words that end the part of a noun phrase that is inflected: `snakes in the grass`.
const TAIL: &[&str] =
    &["of", "to", "for", "on", "in", "against", "from", "at", "with", "all", "but", "incarnate", "behind"];

struct Category {
    name: String,
    kind: String,
    pos: String,
    strength: u8,
    flags: Vec<String>,
    reason: String,
}

#[derive(Default)]
struct Entry {
    classes: u64,
    /// Category and form; the first of equals wins, so a word listed twice keeps its stronger sense.
    senses: Vec<(usize, Form)>,
}

/// Compiles the files in `from` into `out`.
pub fn compile(from: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<_> = std::fs::read_dir(from)?.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut categories: Vec<Category> = Vec::new();
    let mut classes: Vec<String> = Vec::new();
    let mut words: BTreeMap<String, Entry> = BTreeMap::new();
    for path in &paths {
        let text = std::fs::read_to_string(path)?;
        let mut category = None;
        for (number, line) in text.lines().enumerate() {
            let place = || format!("{}:{}", path.display(), number + 1);
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(header) = line.strip_prefix('[') {
                let read = header_of(header).ok_or_else(|| format!("{}: not a header", place()))?;
                if read.kind == "class" {
                    classes.push(read.name.clone());
                }
                categories.push(read);
                category = Some(categories.len() - 1);
                continue;
            }
            let at = category.ok_or_else(|| format!("{}: an entry before any header", place()))?;
            let Some(of) = categories.get(at) else { continue };
            for entry in line.split(',').map(str::trim).filter(|e| !e.is_empty()) {
                for (form, kind) in forms(entry, of) {
                    let slot = words.entry(form).or_default();
                    if of.kind == "class" {
                        let bit = classes.iter().position(|c| *c == of.name).unwrap_or(0);
                        slot.classes |= 1 << bit;
                    } else if slot.senses.iter().all(|s| s.0 != at) {
                        slot.senses.push((at, kind));
                    }
                }
            }
        }
    }
    for entry in words.values_mut() {
        entry.senses.sort_by_key(|s| std::cmp::Reverse(categories.get(s.0).map_or(0, rank)));
        entry.senses.dedup_by_key(|s| categories.get(s.0).map(|c| c.pos.clone()));
        entry.senses.truncate(3);
    }
    write(&categories, &classes, &words, out)
}

/// Quiet entries come before all others, then the stronger ones.
fn rank(category: &Category) -> u8 {
    if category.kind == "quiet" { 9 } else { category.strength }
}

fn header_of(header: &str) -> Option<Category> {
    let (name, rest) = header.split_once(']')?;
    let (fields, reason) = rest.split_once('|')?;
    let mut fields = fields.split_whitespace();
    Some(Category {
        name: name.trim().to_owned(),
        kind: fields.next()?.to_owned(),
        pos: fields.next()?.to_owned(),
        strength: fields.next()?.parse().ok()?,
        flags: fields.map(str::to_owned).collect(),
        reason: reason.trim().to_owned(),
    })
}

/// Every form of `entry` as the tokeniser gives it: lower case, hyphens as spaces.
fn forms(entry: &str, of: &Category) -> Vec<(String, Form)> {
    let entry = entry.to_lowercase().replace('-', " ").replace('…', GAP);
    if let Some(at) = entry.find('~') {
        let (before, rest) = entry.split_at(at);
        let rest = rest.trim_start_matches('~');
        let (word, after) = rest.split_once(' ').map_or((rest, String::new()), |(w, a)| (w, format!(" {a}")));
        return inflect::verb(word).into_iter().map(|(w, f)| (format!("{before}{w}{after}"), f)).collect();
    }
    if let Some((before, after)) = entry.split_once('^') {
        let (head, word) = before.rsplit_once(' ').map_or((String::new(), before), |(h, w)| (format!("{h} "), w));
        return vec![(format!("{before}{after}"), Form::Base), (format!("{head}{}{after}", inflect::s(word)), Form::S)];
    }
    let mut all = vec![(entry.clone(), Form::Base)];
    match of.pos.as_str() {
        "noun" => all.push((plural(&entry), Form::S)),
        "verb" => {
            let (word, after) =
                entry.split_once(' ').map_or((entry.as_str(), String::new()), |(w, a)| (w, format!(" {a}")));
            all = inflect::verb(word).into_iter().map(|(w, f)| (format!("{w}{after}"), f)).collect();
        }
        "adj" if of.flags.iter().any(|f| f == "+ly") => all.extend(inflect::ly(&entry).map(|w| (w, Form::Ly))),
        _ => {}
    }
    all
}

fn plural(entry: &str) -> String {
    let words: Vec<&str> = entry.split(' ').collect();
    let head = words.iter().position(|w| TAIL.contains(w)).unwrap_or(words.len()).saturating_sub(1);
    let each = words.iter().enumerate().map(|(i, w)| if i == head { inflect::s(w) } else { (*w).to_owned() });
    each.collect::<Vec<_>>().join(" ")
}

fn write(
    categories: &[Category],
    classes: &[String],
    words: &BTreeMap<String, Entry>,
    out: &Path,
) -> Result<(), Box<dyn Error>> {
    let shown: Vec<usize> = categories.iter().enumerate().filter(|(_, c)| c.kind != "class").map(|(i, _)| i).collect();
    let number = |at: usize| shown.iter().position(|s| *s == at).unwrap_or(0);
    let sense = |category: usize, form: Form| format!("Sense {{ category: {category}, form: Form::{form:?} }}, ");
    let mut entries: Vec<String> = Vec::new();
    let mut keys: Vec<(&String, u16)> = Vec::new();
    for (word, given) in words {
        let senses: String = given.senses.iter().map(|(category, form)| sense(number(*category), *form)).collect();
        let text = format!("Entry {{ classes: {:#x}, senses: &[{senses}] }}", given.classes);
        let at = entries.iter().position(|e| *e == text).unwrap_or_else(|| {
            entries.push(text);
            entries.len() - 1
        });
        keys.push((word, u16::try_from(at)?));
    }
    keys.sort_by(|a, b| a.0.as_bytes().cmp(b.0.as_bytes()));
    std::fs::write(out.join("lexicon.bin"), packed(&keys)?)?;

    let mut code = String::new();
    for (bit, class) in classes.iter().enumerate() {
        let name = class.to_uppercase().replace('-', "_");
        writeln!(code, "/// Words of the class `{class}`.\npub const {name}: u64 = {:#x};", 1_u64 << bit)?;
    }
    writeln!(code, "/// The categories, in the order of the files.\npub static CATEGORIES: &[Category] = &[")?;
    for at in &shown {
        let Some(c) = categories.get(*at) else { continue };
        let mut not = 0_u64;
        for class in c.flags.iter().filter_map(|f| f.strip_prefix("not:")).flat_map(|l| l.split(',')) {
            let bit = classes.iter().position(|k| k == class).ok_or_else(|| format!("{}: no class {class}", c.name))?;
            not |= 1 << bit;
        }
        let has = |flag: &str| c.flags.iter().any(|f| f == flag);
        writeln!(
            code,
            "    Category {{ name: {:?}, kind: {}, pos: {}, strength: {}, person: {}, pred: {}, isa: {}, not: {not:#x}, reason: {:?} }},",
            c.name,
            match c.kind.as_str() {
                "name" => "Some(CharacterizationKind::NameCalling)",
                "loaded" => "Some(CharacterizationKind::Loaded)",
                "motive" => "Some(CharacterizationKind::Motive)",
                "insinuation" => "Some(CharacterizationKind::Insinuation)",
                "exaggeration" => "Some(CharacterizationKind::Exaggeration)",
                "reporting" => "Some(CharacterizationKind::ReportingVerb)",
                "quiet" => "None",
                other => return Err(format!("{}: no kind {other}", c.name).into()),
            },
            match c.pos.as_str() {
                "noun" | "noun-" => "Pos::Noun",
                "adj" => "Pos::Adjective",
                "adv" => "Pos::Adverb",
                "verb" => "Pos::Verb",
                "phrase" => "Pos::Phrase",
                other => return Err(format!("{}: no part of speech {other}", c.name).into()),
            },
            c.strength,
            has("person"),
            has("pred"),
            has("isa"),
            c.reason
        )?;
    }
    writeln!(code, "];\nstatic ENTRIES: &[Entry] = &[")?;
    for entry in &entries {
        writeln!(code, "    {entry},")?;
    }
    writeln!(code, "];")?;
    std::fs::write(out.join("lexicon_tables.rs"), code)?;
    Ok(())
}

/// The forms, sorted, front-coded, as `src/sourcing/lexicon/dictionary.rs` unpacks them. Like stands by like: lengths, letters,
/// numbers, since that is what compresses.
fn packed(keys: &[(&String, u16)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut out = u32::try_from(keys.len())?.to_le_bytes().to_vec();
    let (mut tails, mut values) = (Vec::new(), Vec::new());
    let mut before: &[u8] = &[];
    for (form, value) in keys {
        let form = form.as_bytes();
        let shared = form.iter().zip(before).take_while(|(a, b)| a == b).count().min(255);
        out.push(u8::try_from(shared)?);
        tails.extend_from_slice(form.get(shared..).unwrap_or(&[]));
        tails.push(0);
        values.extend_from_slice(&value.to_le_bytes());
        before = form;
    }
    // Every form ends in a zero; the last one's would begin an empty one.
    tails.pop();
    out.append(&mut tails);
    out.append(&mut values);
    Ok(out)
}
