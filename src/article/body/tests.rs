//! That the core reads the table as the script that wrote it does.

use serde_json::Value;

use super::*;
use crate::article::{html, metadata, read};
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

#[test]
fn what_stands_in_a_small_box_of_advertising_a_form_or_a_caption_is_no_text() {
    let body = |class: &str, boxed: &str| {
        let html = format!(
            "<h1>Storm takes the pier</h1><article><p>The storm that came ashore on Monday night took the old pier with it, and half of the \
             boats that lay behind it.</p><div class='{class}'>{boxed}</div><p>“We heard it go,” said the harbour master, who has kept watch there \
             for thirty years. “Then there was nothing to hear.”</p></article>"
        );
        let page = Page { url: Some("https://herald.test/pier".into()), html: Some(html), ..Page::default() };
        read(&page).unwrap_or_default().body.len()
    };
    let boxed = "<p>Loans for boats of all kinds are what Harbour Credit has lent to this town since 1922, and its door is open.</p>";
    for (class, blocks) in [
        ("ad-slot", 2),
        ("Newsletter", 2),
        ("sponsored", 2),
        ("story ad--wide", 2),
        ("wp-caption-text", 2),
        ("shadow", 3),
        ("lead-in", 3),
        ("text", 3),
    ] {
        assert_eq!(body(class, boxed), blocks, "{class}");
    }
    // Some call the whole article so.
    let story: String = ["boat", "wall", "lamp", "crane", "bell", "rope"]
        .map(|lost| format!("<p>On Tuesday the fishermen looked for the {lost} that the storm had carried out, and came back without it.</p>"))
        .concat();
    assert_eq!(body("newsletter", &story), 8);
}
