//! Compiles the reviewable word lists into what ships: packed, without their comments.

#[path = "src/text/hash.rs"]
mod hash;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/rarity.rs"]
mod rarity;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/sourcing/lexicon");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=src/text/rarity.txt");
    println!("cargo::rerun-if-changed=src/sourcing/attribution");
    rarity::compile(&root.join("src/text/rarity.txt"), &out, |stem| (hash::hash(stem) >> 44) as u32)?;
    for list in ["cues.txt", "grammar.txt"] {
        let text = std::fs::read_to_string(root.join("src/sourcing/attribution").join(list))?;
        let bare: Vec<&str> =
            text.lines().filter(|l| !l.trim().is_empty() && !l.trim_start().starts_with('#')).collect();
        std::fs::write(out.join(list), bare.join("\n"))?;
    }
    lexicon::compile(&root.join("src/sourcing/lexicon"), &out)
}
