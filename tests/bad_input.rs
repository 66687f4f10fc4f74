//! Whatever a page or a library holds, a reading ends: in a report, or in an error that says what is wrong.

#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "a test may fail by panicking")]

mod stories;

use firsthand::library::{LibraryError, MemoryLibrary};
use firsthand::reading::{self, Need, Reading};
use firsthand::report::{Finding, Relation};
use firsthand::{Options, Original, Page, Report, read};
use stories::{REPORT, REWRITE};

fn text(text: impl Into<String>) -> Page {
    Page { text: Some(text.into()), ..Page::default() }
}

fn html(html: impl Into<String>) -> Page {
    Page { url: Some("https://buzzline.example/a".into()), html: Some(html.into()), ..Page::default() }
}

const PARAGRAPH: &str = "Harbour records show that no inspector signed off any of the seven cranes between October and \
    December, and “nobody asked why,” said Odile Marsh, who runs the port's operations with a staff of 41. ";

#[test]
fn an_empty_page_is_an_empty_report() {
    for page in [text(""), text(" \n\n\t"), html(""), html("<html><body></body></html>"), html("<!-- ")] {
        let report = read(&page, &[], Options::default()).unwrap();
        assert!(report.sources.is_empty() && report.credits.is_empty() && report.characterizations.is_empty());
        assert!(matches!(report.finding, Finding::Nothing | Finding::NotArticle));
    }
}

#[test]
fn a_page_in_no_form_or_in_two_is_refused_in_words() {
    let none = read(&Page::default(), &[], Options::default()).unwrap_err();
    assert_eq!(none.code(), "nothing_given");
    let two = Page { html: Some(String::new()), ..text("a") };
    assert_eq!(read(&two, &[], Options::default()).unwrap_err().code(), "several_given");
}

#[test]
fn two_megabytes_of_text_are_read_against_two_megabytes() {
    let times = 2_000_000 / PARAGRAPH.len();
    let original = Original { id: "o".into(), page: text(format!("{PARAGRAPH}\n").repeat(times)) };
    for (case, page) in [("a block each", original.page.clone()), ("all in one block", text(PARAGRAPH.repeat(times)))] {
        let report = read(&page, std::slice::from_ref(&original), Options::default()).unwrap();
        assert_eq!(report.counts.total as usize, times, "{case}");
    }
}

/// So many sentences about other matters, no two of the same persons and places.
fn matters(count: usize) -> impl Iterator<Item = String> {
    const SYLLABLES: [&str; 12] = ["bra", "vel", "dos", "ki", "ran", "tul", "mer", "os", "lin", "pau", "gre", "shay"];
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const DONE: [&str; 7] = ["bought", "sold", "repaired", "inspected", "painted", "lost", "rented out"];
    const THINGS: [&str; 11] = [
        "bakeries",
        "tram cars",
        "bells",
        "orchards",
        "ferries",
        "stairs",
        "pumps",
        "kilns",
        "hives",
        "gates",
        "organs",
    ];
    (0..count).map(|n| {
        let name = |n: usize| -> String {
            let word: String = [n % 12, n / 12 % 12, n / 144 % 12].iter().map(|&i| SYLLABLES[i]).collect();
            word[..1].to_uppercase() + &word[1..]
        };
        let (done, things) = (DONE[n % 7], THINGS[n % 11]);
        let (who, place, whose) = (name(n), name(n * 7 + 5), name(n * 5 + 1));
        let day = DAYS[n % 7];
        format!("{who} of {place} {done} {whose}'s {things} before the month was over, the mayor said on {day}.")
    })
}

/// A page and its report, with so many sentences between the first half of what the page tells and the second. At either end a figure is
/// changed, and there are words of the writer's own.
fn parted(count: usize) -> (Page, Original) {
    let around = |ends: &str| {
        let lines: Vec<&str> = ends.lines().collect();
        let (first, last) = lines.split_at(lines.len() / 2);
        let between: Vec<String> = matters(count).collect();
        [&first.join("\n"), &between.join("\n"), &last.join("\n")].map(String::as_str).join("\n")
    };
    let told = REWRITE
        .replace("six years", "eight years")
        .replace("3.2 million", "3.9 million")
        .replace("loading shed.", "loading shed. It is a shocking lapse.")
        .replace("in 2017.", "in 2017. It is the work of a clueless management.");
    (text(around(&told)), Original { id: "o".into(), page: text(around(REPORT)) })
}

/// What is marked in the page's first blocks or its last: the block, the words, and what is said of them.
fn marks(page: &Page, report: &Report, last: bool) -> Vec<(usize, String, String)> {
    const SCREEN: usize = 3;
    let blocks: Vec<&str> = page.text.as_deref().unwrap_or_default().lines().collect();
    let source = &report.sources[0];
    let traces = source.traces.iter().map(|t| (t.span, t.text.clone()));
    let altered = source.altered.iter().map(|a| (a.span, format!("{} → {}", a.source, a.page)));
    let own = report.characterizations.iter().map(|c| (c.span, "the writer's own".to_owned()));
    let mut all: Vec<_> = traces.chain(altered).chain(own).collect();
    all.sort_by_key(|(span, _)| (span.block, span.start, span.end));
    let at = |block: u32| if last { (block as usize + SCREEN).checked_sub(blocks.len()) } else { Some(block as usize) };
    all.into_iter()
        .filter_map(|(span, what)| {
            let block = at(span.block).filter(|&at| at < SCREEN)?;
            let units: Vec<u16> = blocks[span.block as usize].encode_utf16().collect();
            let words = String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
            Some((block, words, what))
        })
        .collect()
}

#[test]
fn the_first_screen_and_the_last_of_a_long_page_are_marked_as_those_of_a_short_one() {
    let read = |count| {
        let (page, original) = parted(count);
        let report = read(&page, &[original], Options::default()).unwrap();
        (page, report)
    };
    let ((short_page, short), (long_page, long)) = (read(20), read(4_000));
    for last in [false, true] {
        let (ours, theirs) = (marks(&long_page, &long, last), marks(&short_page, &short, last));
        assert_eq!(ours, theirs);
        for what in ["→", "the writer's own"] {
            assert!(ours.iter().any(|mark| mark.2.contains(what)), "{what}: {ours:?}");
        }
    }
    assert_eq!(long.counts.total, short.counts.total + 3_980);
    assert_eq!(long.counts.traced, short.counts.traced + 3_980, "what stands between them is the report's too");
    assert_eq!(long.finding, Finding::Rewrite);
}

#[test]
fn marks_without_words_do_no_harm() {
    for odd in [
        "“".repeat(50_000),
        "\"' ’".repeat(30_000),
        ". ".repeat(100_000),
        "\u{fffd}\u{0}\u{202e}".repeat(5_000),
        "a".repeat(500_000),
        "A. ".repeat(50_000),
    ] {
        let original = Original { id: "o".into(), page: text(format!("{odd}\n{PARAGRAPH}")) };
        assert!(read(&text(odd), &[original], Options::default()).is_ok());
    }
}

#[test]
fn html_may_be_cut_anywhere_or_nested_without_end() {
    let whole = format!(
        "<html><head><title>Cranes</title><script type='application/ld+json'>{{\"@type\":</script></head><body><article><p>{PARAGRAPH}<a href='/x'>more</a></p><table><tr><td>1</table></article>"
    );
    for cut in (0..whole.len()).filter(|&i| whole.is_char_boundary(i)) {
        assert!(read(&html(whole.get(..cut).unwrap()), &[], Options::default()).is_ok());
    }
    for tag in ["<div>", "<p><b>", "<table><tr><td>", "<a href=x>", "<ul><li>"] {
        let deep = format!("{}{PARAGRAPH}", tag.repeat(100_000));
        assert!(read(&html(deep), &[], Options::default()).is_ok());
    }
}

#[test]
fn an_original_in_another_language_is_unrelated() {
    let german = "Nach den Unterlagen der Hafenbehörde wurde zwischen Oktober und Dezember kein einziger der sieben Kräne \
        geprüft. „Wir haben zwei Prüfer verloren“, sagte Odile Marsh, die den Betrieb leitet. Die Regeln verlangen, dass \
        jeder Kran alle sechs Monate geprüft wird. Die Gewerkschaft hatte schon im November davor gewarnt.";
    let original = Original { id: "o".into(), page: text(german) };
    let report = read(&text(PARAGRAPH.repeat(4)), &[original], Options::default()).unwrap();
    assert!(matches!(report.sources[0].relation, Relation::Unrelated | Relation::SameEvent));
    assert_eq!(report.counts.traced, 0);
}

#[test]
fn damage_in_the_library_costs_what_is_damaged_and_no_more() {
    let mut library = MemoryLibrary::new();
    let story = |n: usize| -> Page {
        let page = format!(
            "{PARAGRAPH}\nIn ward {n} the union counted {n}7 worn cables and wrote to the minister about quay {n}.\n"
        )
        .repeat(2);
        Page { url: Some(format!("https://tidewaterledger.example/{n}")), ..text(page) }
    };
    for n in 0..3 {
        let article = firsthand::article::read(&story(n)).unwrap();
        library.add(reading::record(&article, None));
    }
    let page = Page { url: Some("https://buzzline.example/b".into()), ..story(1) };
    let mut reading = Reading::new(&page, Options::default()).unwrap();
    let mut damaged = 0;
    loop {
        let needs = reading.needs();
        if needs.is_empty() {
            break;
        }
        for need in needs {
            match need {
                Need::Shards(ids) => {
                    for (i, id) in ids.into_iter().enumerate() {
                        let mut bytes = library.shard(id).map(|s| s.encode());
                        if i == 0
                            && let Some(bytes) = &mut bytes
                            && let Some(last) = bytes.last_mut()
                        {
                            *last ^= 1;
                        }
                        damaged += usize::from(reading.shard_bytes(id, bytes.as_deref()).is_err());
                    }
                }
                Need::Records(ids) => {
                    for (i, id) in ids.into_iter().enumerate() {
                        let bytes = library.record(id).map(|r| r.encode());
                        let cut = bytes.as_ref().map(|b| if i == 1 { &b[..b.len() / 2] } else { &b[..] });
                        let result = reading.record_bytes(id, cut);
                        assert_eq!(result.is_err(), i == 1);
                        assert!(matches!(result, Ok(()) | Err(LibraryError::Truncated { .. })));
                        damaged += usize::from(result.is_err());
                    }
                }
                Need::Document(_) => reading.absent(&need, "offline", "No network."),
            }
        }
    }
    let report = reading.report();
    assert!(damaged >= 1);
    assert_eq!(report.gaps.len(), damaged);
    assert!(!report.sources.is_empty());
}
