//! One page of 1,000 words against 1, 10 and 100 originals of 2,000 words, beside plainly tokenising the same texts: half
//! of the page is the first original's, and all of them are of one vocabulary, so that every sentence meets something.

#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

mod beside;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use firsthand::reuse::{Prepared, compare_prepared};
use firsthand::text::Prose;

/// Words drawn by a small generator: a few common, many rare, as in running text.
fn text(words: usize, mut seed: u64) -> String {
    let mut out = String::new();
    for i in 0..words {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let draw = seed >> 33;
        let word = match draw % 10 {
            0..=3 => ["the", "of", "and", "to", "in", "a", "that", "was"]
                .get((draw / 10 % 8) as usize)
                .unwrap_or(&"")
                .to_string(),
            4..=6 => format!("com{}", draw / 10 % 300),
            _ => format!("rare{}", draw / 10 % 20_000),
        };
        let end = if i % 20 == 19 { ". " } else { " " };
        if i % 20 == 0 {
            let mut letters = word.chars();
            out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
            out.push_str(letters.as_str());
        } else {
            out.push_str(&word);
        }
        out.push_str(end);
        if i % 100 == 99 {
            out.push('\n');
        }
    }
    out
}

fn prose(text: &str) -> Prose<'_> {
    Prose::new((0..).zip(text.lines()))
}

fn compare(c: &mut Criterion) {
    let originals: Vec<String> = (0..100).map(|i| text(2000, i + 7)).collect();
    // Half of the page is the first original's, the rest its own.
    let first = originals.first().map_or("", String::as_str);
    let taken: String = first.split_inclusive(' ').take(500).collect();
    let page_text = format!("{taken}\n{}", text(500, 1));
    let page = prose(&page_text);
    let prepared: Vec<Prose<'_>> = originals.iter().map(|o| prose(o)).collect();
    let mut group = c.benchmark_group("reuse");
    group.sample_size(20);
    for n in [1, 10, 100] {
        let compare = || {
            let page = Prepared::new(&page);
            prepared.iter().take(n).map(|o| compare_prepared(&page, o).traces.len()).sum::<usize>()
        };
        let tokenise = || {
            let theirs: usize = originals.iter().take(n).map(|o| prose(o).words().len()).sum();
            prose(&page_text).words().len() + theirs
        };
        beside::beside(&format!("comparing with {n}"), compare, tokenise);
        group.bench_with_input(BenchmarkId::new("compare", n), &n, |b, _| b.iter(compare));
        group.bench_with_input(BenchmarkId::new("tokenise", n), &n, |b, _| b.iter(tokenise));
    }
    group.finish();
}

criterion_group!(benches, compare);
criterion_main!(benches);
