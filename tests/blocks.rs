//! The block rule (see `firsthand::page`) is followed twice: here for HTML, in the extension for a live document. Both are held
//! to the same file: this test for the one, `tests/browser/page-blocks.test.mjs` for the other.
//!
//! `FIRSTHAND_BLESS=1 cargo test --test blocks` writes it anew.

use std::{env, error::Error, fs, path::Path};

use firsthand::article::html;
use serde_json::{Value, json};

#[test]
fn html_gives_the_blocks_that_a_live_document_gives() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/blocks");
    let page = fs::read_to_string(folder.join("story.html"))?;
    let parsed = html::parse(&page, Some("https://news.example/a/story"));
    let found = json!({ "blocks": parsed.blocks, "elements": parsed.elements, "head": parsed.head });
    let expected = folder.join("story.json");
    if env::var_os("FIRSTHAND_BLESS").is_some() {
        fs::write(&expected, format!("{found:#}\n"))?;
    }
    let expected: Value = serde_json::from_str(&fs::read_to_string(&expected)?)?;
    assert_eq!(found, expected);
    Ok(())
}
