//! What one reading costs, natively: the made-up story against the made-up report, and its parts.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use firsthand::page::{Original, Page};
use firsthand::{Options, read};

const STORY: &str = include_str!("../www/news/buzzline/port-bosses-let-cranes-go-unchecked/index.html");
const REPORT: &str = include_str!("../www/news/tidewaterledger/2026/03/03/harbour-crane-inspections/index.html");

fn page(html: &str) -> Page {
    Page { html: Some(html.to_owned()), ..Page::default() }
}

fn reading(c: &mut Criterion) {
    let (story, report) = (page(STORY), page(REPORT));
    let original = [Original { id: "report".to_owned(), page: report.clone() }];

    let mut group = c.benchmark_group("reading");
    group.bench_function("article", |b| b.iter(|| firsthand::article::read(black_box(&story))));
    group.bench_function("alone", |b| b.iter(|| read(black_box(&story), &[], Options::default())));
    group.bench_function("against_a_report", |b| {
        b.iter(|| read(black_box(&story), black_box(&original), Options::default()));
    });
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
