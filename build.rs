//! Compiles the lexicon's text files into one automaton and its tables.

#[path = "build/inflect.rs"]
mod inflect;
#[path = "build/lexicon.rs"]
mod lexicon;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/sourcing/lexicon");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    lexicon::compile(&root.join("src/sourcing/lexicon"), &out)
}
