//! That the core reads the table as the script that wrote it does.

use serde_json::Value;

use super::*;
use crate::article::{html, metadata};
use crate::page::Page;

#[test]
fn every_block_has_a_value_for_every_name() {
    let parsed = html::parse("<p>One<p>Two", None);
    let judged = judged_by(&parsed.blocks, &parsed.elements, Some("One"));
    assert_eq!(judged.rows.len(), 2);
    assert!(judged.rows.iter().all(|row| row.len() == judged.names.len()));
}

#[test]
fn the_core_scores_blocks_as_the_training_script_does() {
    let pages: Vec<Value> = serde_json::from_str(include_str!("scores.json")).unwrap();
    let numbers = |page: &Value, key: &str| -> Vec<i32> {
        page[key].as_array().unwrap().iter().map(|n| i32::try_from(n.as_i64().unwrap()).unwrap()).collect()
    };
    let mut compared = 0;
    for page in &pages {
        let url = Some("https://herald.test/storm".to_owned());
        let parsed = html::parse(page["html"].as_str().unwrap(), url.as_deref());
        let title =
            metadata::read(&Page { url, ..Page::default() }, &parsed.head, &parsed.blocks, &parsed.elements).title;
        let features = features::features(&parsed.blocks, &parsed.elements, title.as_deref());
        let (first, second) = scores(table::models(features.width).unwrap(), &features);
        assert_eq!(first, numbers(page, "first"));
        assert_eq!(second, numbers(page, "both"));
        compared += first.len();
    }
    assert!(compared >= 15, "{compared}");
}
