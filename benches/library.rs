//! Looking a page up among 1,000, 10,000 and 100,000 originals, beside merely tokenising it; and what an original takes.
//!
//! The originals are made up of a vocabulary with Zipf's distribution, so that common and rare words come as they do in
//! English; each has names of its own, as news has.
#![allow(
    missing_docs,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "criterion's macros have no docs, and a bench may stop"
)]

mod beside;

use criterion::{Criterion, criterion_group, criterion_main};
use firsthand::library::{Body, MemoryLibrary, Query, Record, RecordId, postings};
use firsthand::text::Prose;
use std::hint::black_box;

/// A generator of numbers that is the same on every run (Steele, Lea and Flood's SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A rank under `of`, by Zipf's law.
    fn rank(&mut self, of: f64) -> u64 {
        let u = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        of.powf(u) as u64
    }
}

/// A made-up word of the given rank: commoner ones are shorter.
fn word(rank: u64) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "ren", "to", "lis", "ka", "mor", "de", "vin", "su", "tal", "po", "gar", "ne", "fil", "ho", "rus"];
    let mut text = String::new();
    let mut rest = rank + 1;
    while rest > 0 {
        text.push_str(SYLLABLES[(rest % 16) as usize]);
        rest /= 16;
    }
    text
}

fn story(seed: u64, words: usize) -> Vec<String> {
    const SMALL: [&str; 10] = ["the", "of", "and", "to", "in", "that", "was", "for", "on", "with"];
    let mut numbers = Numbers(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let names: Vec<String> = (0..12)
        .map(|_| {
            let mut name = word(40_000 + numbers.next() % 2_000_000);
            name[..1].make_ascii_uppercase();
            name
        })
        .collect();
    let mut blocks = Vec::new();
    let mut block = String::new();
    for at in 0..words {
        let next = numbers.next();
        match next % 20 {
            0..9 => block.push_str(SMALL[(next >> 32) as usize % 10]),
            9 => block.push_str(&names[(next >> 32) as usize % 12]),
            _ => block.push_str(&word(numbers.rank(40_000.0))),
        }
        block.push_str(if at % 18 == 17 { ". " } else { " " });
        if at % 60 == 59 {
            blocks.push(std::mem::take(&mut block));
        }
    }
    blocks.push(block);
    blocks
}

fn prose(blocks: &[String]) -> Prose<'_> {
    Prose::new((0u32..).zip(blocks.iter().map(String::as_str)))
}

fn record(seed: u64, body: Body) -> Record {
    let url = format!("https://news.example/{seed}");
    let (title, site) = (Some(word(seed)), Some("News".to_owned()));
    Record {
        id: RecordId::of_address(&url),
        key: url.clone(),
        url: Some(url),
        title,
        site,
        byline: None,
        published: None,
        lang: None,
        body,
    }
}

fn look_up(criterion: &mut Criterion) {
    // A page of 1,000 words: half of one original, half its own.
    let original = story(77, 600);
    let mut page = original[..original.len() / 2].to_vec();
    page.extend(story(1_000_001, 700));
    criterion.bench_function("tokenise the page", |b| b.iter(|| black_box(prose(black_box(&page))).words().len()));
    let read = prose(&page);
    criterion.bench_function("fingerprint the page", |b| b.iter(|| Query::new(black_box(&read)).shards().len()));
    let mut library = MemoryLibrary::new();
    let mut made = 0;
    for size in [1_000u64, 10_000, 100_000] {
        while made < size {
            let blocks = story(made, 600);
            // The records themselves are left without text: 100,000 would fill the memory and look-up does not read them.
            library.add_with(record(made, Body::Sketches(Vec::new())), &prose(&blocks));
            made += 1;
        }
        let found = library.look_up(&read, 10);
        assert_eq!(found.first().map(|f| f.0), Some(RecordId::of_address("https://news.example/77")));
        println!("{size} originals: {} bytes of postings each", library.posting_bytes() / size as usize);
        let look_up = || library.look_up(&read, 10).len();
        beside::beside(&format!("looking up among {size}"), look_up, || prose(&page).words().len());
        criterion.bench_function(&format!("look up among {size}"), |b| {
            b.iter(|| library.look_up(black_box(&read), 10).len())
        });
    }
    let kept = record(77, Body::Text(original.clone()));
    let plain: usize = original.iter().map(String::len).sum();
    let own = postings(kept.id, &prose(&original)).iter().map(|p| p.1.len()).sum::<usize>();
    println!("one record of {plain} bytes of text: {} bytes stored, {own} postings", kept.encode().len());
    criterion.bench_function("store and read a record", |b| {
        b.iter(|| Record::decode(&black_box(&kept).encode()).map(|r| r.key.len()))
    });
}

criterion_group!(benches, look_up);
criterion_main!(benches);
