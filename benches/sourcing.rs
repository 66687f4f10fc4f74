//! What it costs to say who says each clause of a 1,000-word page, beside plainly cutting the page into words.
//!
//! `cargo bench --bench sourcing`

#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use firsthand::sourcing::attribution::attributions;
use firsthand::sourcing::characterization::{Context, characterizations};
use firsthand::text::Prose;
use std::hint::black_box;

/// A made-up report, repeated until the page has about 1,000 words.
const PARAGRAPHS: &[&str] = &[
    "The harbour board of Merrow voted on Tuesday to close the old sea wall, a day after two boats were lost in a storm \
     that the port's own engineers had warned about in a memo last spring.",
    "“We were told nothing,” said Odile Marsh, who has run the fish market since 2009. “Nobody came, and the radio was \
     dead.” She added that the board had asked the dockers to wait until noon, and that most of them left before then.",
    "The board's chairman, Tom Dunn, said in a statement that the wall was “sound and well kept” when it was last \
     inspected, and he accused the market of spreading rumours. According to records obtained by the Tidewater Ledger, \
     however, the last inspection was in 2011.",
    "Dunn, a retired contractor, maintains that the records are incomplete. He declined to say whether the board would \
     pay for the boats, but his lawyers believe that the storm, not the wall, was to blame.",
    "Many people in the town now wonder why the memo was kept from them. The council is expected to discuss the matter \
     on Friday; a survey published by the university found that six in ten residents want the board dissolved.",
];

fn page() -> Vec<&'static str> {
    let mut words = 0;
    PARAGRAPHS
        .iter()
        .cycle()
        .take_while(|p| {
            let more = words < 1000;
            words += p.split_whitespace().count();
            more
        })
        .copied()
        .collect()
}

fn sourcing(c: &mut Criterion) {
    let blocks = page();
    let numbered = || blocks.iter().enumerate().map(|(i, text)| (i as u32, *text));
    let prose = Prose::new(numbered());
    let mut group = c.benchmark_group("sourcing of 1,000 words");
    group.throughput(Throughput::Elements(prose.words().len() as u64));
    group.bench_function("tokenising", |b| b.iter(|| black_box(Prose::new(numbered()))));
    group.bench_function("attribution", |b| b.iter(|| black_box(attributions(black_box(&prose)))));
    let found = attributions(&prose);
    let context = Context { attributions: &found, ..Context::default() };
    group.bench_function("characterizations", |b| b.iter(|| black_box(characterizations(black_box(&prose), &context))));
    group.finish();
}

criterion_group!(benches, sourcing);
criterion_main!(benches);
