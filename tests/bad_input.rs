//! Whatever a page or a library holds, a reading ends: in a report, or in an error that says what is wrong.

use firsthand::library::{LibraryError, MemoryLibrary};
use firsthand::reading::{self, Need, Reading};
use firsthand::report::{Finding, Relation};
use firsthand::{Options, Original, Page, read};

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
    let page = text(format!("{PARAGRAPH}\n").repeat(2_000_000 / PARAGRAPH.len()));
    let one_line = text(PARAGRAPH.repeat(2_000_000 / PARAGRAPH.len()));
    let original = Original { id: "o".into(), page: page.clone() };
    for page in [page, one_line] {
        let report = read(&page, std::slice::from_ref(&original), Options::default()).unwrap();
        assert!(report.counts.total > 10_000 / 2);
    }
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
