//! Counts in how many of the texts on standard input each stem occurs, for `src/text/rarity.txt`
//! (`training/reuse/rarity.py`). One JSON string a line in; `df stem` lines out.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

fn main() -> std::io::Result<()> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for line in std::io::stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let mut seen = BTreeSet::new();
        for (_, word) in firsthand::text::words::words(&text) {
            let mut form = String::new();
            firsthand::text::words::normalise(word, &mut form);
            let bare = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(&form);
            let plain = bare.bytes().all(|b| b.is_ascii_alphabetic());
            seen.insert(if plain { stemmer.stem(bare).into_owned() } else { bare.to_owned() });
        }
        for stem in seen {
            *counts.entry(stem).or_default() += 1;
        }
    }
    for (stem, n) in counts {
        println!("{n} {stem}");
    }
    Ok(())
}
