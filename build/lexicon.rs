//! Reads `src/sourcing/lexicon/*.txt` and writes `lexicon.bin` and `lexicon_tables.rs`. The format stands in the README there.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

struct Category {
    name: String,
    kind: String,
    pos: String,
    strength: u8,
    flags: Vec<String>,
    reason: String,
}

/// Compiles the files in `from` into `out`.
pub fn compile(from: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<_> = std::fs::read_dir(from)?.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut categories: Vec<Category> = Vec::new();
    let mut classes: Vec<String> = Vec::new();
    // Each entry, with the numbers of the categories that it stands under.
    let mut entries: BTreeMap<String, Vec<u8>> = BTreeMap::new();
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
            let number = u8::try_from(at).map_err(|_| format!("{}: more than 256 categories", place()))?;
            for entry in line.split(',').map(str::trim).filter(|e| !e.is_empty()) {
                // As the tokeniser gives words: lower case, hyphens as spaces. A control character stands for the gap.
                let under = entries.entry(entry.to_lowercase().replace('-', " ").replace('…', "\u{1}")).or_default();
                if under.contains(&number) {
                    return Err(format!("{}: “{entry}” stands here twice", place()).into());
                }
                under.push(number);
            }
        }
    }
    // Quiet is quiet: a literal phrase has one home, with its plural or without.
    let quiet = |n: &&u8| categories.get(usize::from(**n)).is_some_and(|c| c.kind == "quiet");
    let homes = |entry: &str| entries.get(entry).map_or(0, |under| under.iter().filter(quiet).count());
    for entry in entries.keys() {
        let plural = if entry.ends_with('^') { 0 } else { homes(&format!("{entry}^")) };
        if homes(entry) > 0 && homes(entry) + plural > 1 {
            return Err(format!("the literal phrase “{entry}” stands in two places").into());
        }
    }
    std::fs::write(out.join("lexicon.bin"), packed(&entries)?)?;
    std::fs::write(out.join("lexicon_tables.rs"), tables(&categories, &classes)?)?;
    Ok(())
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

/// The categories and classes, as Rust.
fn tables(categories: &[Category], classes: &[String]) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    for (bit, class) in classes.iter().enumerate() {
        let name = class.to_uppercase().replace('-', "_");
        writeln!(code, "/// Words of the class `{class}`.\npub const {name}: u64 = {:#x};", 1_u64 << bit)?;
    }
    writeln!(code, "/// The categories, in the order of the files.\npub static CATEGORIES: &[Category] = &[")?;
    for c in categories.iter().filter(|c| c.kind != "class") {
        let bits = |flag: &str| -> Result<u64, String> {
            let mut bits = 0;
            for class in c.flags.iter().filter_map(|f| f.strip_prefix(flag)).flat_map(|l| l.split(',')) {
                let bit = classes.iter().position(|k| k == class);
                bits |= 1 << bit.ok_or_else(|| format!("{}: no class {class}", c.name))?;
            }
            Ok(bits)
        };
        let (not, of) = (bits("not:")?, bits("of:")?);
        let has = |flag: &str| c.flags.iter().any(|f| f == flag);
        writeln!(
            code,
            "    Category {{ #[cfg(not(target_arch = \"wasm32\"))] name: {:?}, kind: {}, pos: {}, strength: {}, person: {}, pred: {}, isa: {}, mild: {}, sums: {}, not: {not:#x}, of: {of:#x}, reason: {:?} }},",
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
            has("mild"),
            has("sums"),
            c.reason
        )?;
    }
    writeln!(code, "];\n/// The headings, in the order of the files.\npub(super) static HEADINGS: &[Heading] = &[")?;
    let (mut shown, mut class) = (0, 0);
    for c in categories {
        let inflection = match c.pos.as_str() {
            "noun" => "Plural",
            "verb" => "Verb",
            "adj" if c.flags.iter().any(|f| f == "+ly") => "Adverb",
            _ => "None",
        };
        let (kind, count) = if c.kind == "class" { ("Class", &mut class) } else { ("Category", &mut shown) };
        writeln!(code, "    Heading {{ inflection: Inflection::{inflection}, under: Under::{kind}({count}) }},")?;
        *count += 1;
    }
    writeln!(code, "];")?;
    Ok(code)
}

/// The entries, sorted, front-coded, as `src/sourcing/lexicon/dictionary.rs` unpacks them. Like stands by like: lengths,
/// numbers, letters, since that is what compresses.
fn packed(entries: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut out = u32::try_from(entries.len())?.to_le_bytes().to_vec();
    let (mut counts, mut numbers, mut tails) = (Vec::new(), Vec::new(), Vec::new());
    let mut before: &[u8] = &[];
    for (entry, under) in entries {
        let entry = entry.as_bytes();
        let shared = entry.iter().zip(before).take_while(|(a, b)| a == b).count().min(255);
        out.push(u8::try_from(shared)?);
        counts.push(u8::try_from(under.len())?);
        numbers.extend_from_slice(under);
        tails.extend_from_slice(entry.get(shared..).unwrap_or(&[]));
        tails.push(0);
        before = entry;
    }
    // Every entry ends in a zero; the last one's would begin an empty one.
    tails.pop();
    Ok([out, counts, numbers, tails].concat())
}
