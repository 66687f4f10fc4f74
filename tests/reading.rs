//! Readings with a library: what is found, in which order, and which of two documents is the original.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

mod stories;

use firsthand::library::MemoryLibrary;
use firsthand::reading::{ASK, Need, Reading, record};
use firsthand::report::{Finding, Quiet, Relation, SentenceKind};
use firsthand::{Options, Page, Report, article};
use stories::{REPORT, REWRITE};

/// What a long report has besides, and no rewrite takes.
const BACKGROUND: &str = "Port Ansel grew around a herring market, and its oldest quay still carries the stone bollards of the sailing fleet.\n\
When the deep basin was dredged in the nineteen-sixties, the town borrowed against its tram company to buy the first gantries.\n\
Photographs in the maritime museum show children on the tracks, waiting for oranges to spill from the nets.\n\
Containers changed all that: by the end of the century a ship could be emptied between two tides, by a handful of people.\n\
The inspectors' hut, a green shed with a stove and a kettle, stood at the foot of Pier Nine until a storm took its roof.\n\
Korm joined as an apprentice at nineteen, after her father, a rigger, fell ill with a lung disease that he blamed on paint.\n\
She learned to listen to a cable by laying a wrench against it, and can still hum the note of a sound one.\n\
Colleagues describe her as stubborn and funny, a collector of barometers who never missed a choir rehearsal.\n\
Her ledgers, bound in oilcloth, fill two shelves of a pantry between jars of plums and a broken sewing machine.\n\
Experts who were shown pages from them were struck by the neatness of the columns and by the marginal drawings of gulls.\n\
Similar lapses have been found in Marrow Point, where an audit last autumn led to the resignation of a deputy harbourmaster.\n\
Insurers there now send their own climbers, roped teams of students who work through the night with lamps on their helmets.\n\
Whether that would be affordable in a smaller harbour is disputed; freight rates have fallen by half in a decade.\n\
The town council, split evenly between two lists, has put the matter on the agenda of its session after Easter.";

const BRIEF: &str = "Safety inspections on 41 cargo cranes in Port Ansel were falsified over six years, logs kept by former inspector Delia Korm show.";

fn page(url: &str, site: Option<&str>, published: Option<&str>, text: &str) -> Page {
    let meta = |name: &str, value: Option<&str>| {
        value.map_or_else(String::new, |v| format!("<meta property=\"{name}\" content=\"{v}\">"))
    };
    let paragraphs: String = text.lines().map(|l| format!("<p>{l}</p>\n")).collect();
    let head = meta("og:site_name", site) + &meta("article:published_time", published);
    let html =
        format!("<html><head><title>Cranes</title>{head}</head><body><article>{paragraphs}</article></body></html>");
    Page { url: Some(url.into()), html: Some(html), ..Page::default() }
}

/// What a host with a library does.
fn read(page: &Page, known: &[Page]) -> Report {
    let mut library = MemoryLibrary::new();
    known.iter().for_each(|k| library.add(record(&article::read(k).unwrap(), None)));
    let mut reading = Reading::new(page, Options { article: true, ..Options::default() }).unwrap();
    loop {
        let needs = reading.needs();
        if needs.is_empty() {
            return reading.report();
        }
        for need in needs {
            match &need {
                Need::Shards(ids) => ids.iter().for_each(|id| reading.shard(*id, library.shard(*id))),
                Need::Records(ids) => ids.iter().for_each(|id| reading.record(*id, library.record(*id).cloned())),
                Need::Document(_) => reading.absent(&need, "offline", "There is no network here."),
            }
        }
    }
}

const COURIER: &str = "https://anselcourier.example/2031/cranes";
const BLOG: &str = "https://dockside.example/p/99";

#[test]
fn a_report_is_the_original_of_its_copy_however_long_it_is() {
    let long = format!("{REPORT}\n{BACKGROUND}");
    let silent = REWRITE.replace(", the Ansel Courier reports", "");
    let (early, late) = (Some("2031-05-04T06:00:00Z"), Some("2031-05-06T06:00:00Z"));
    for (case, report, copy, site, dates) in [
        ("credit", REPORT, REWRITE, Some("Ansel Courier"), (None, None)),
        ("credit, long", &long, REWRITE, Some("Ansel Courier"), (None, None)),
        ("credit, site from its address", &long, REWRITE, None, (None, None)),
        ("dates", REPORT, silent.as_str(), None, (early, late)),
        ("dates, long", &long, silent.as_str(), None, (early, late)),
        ("credit against a date of the last edit", &long, REWRITE, Some("Ansel Courier"), (late, early)),
    ] {
        let original = page(COURIER, site, dates.0, report);
        let rewrite = page(BLOG, Some("Dockside"), dates.1, copy);
        let report = read(&original, std::slice::from_ref(&rewrite));
        assert_eq!(report.finding, Finding::Original, "{case}: {:?}", report.sources);
        assert!(report.sources.iter().all(|s| s.is_copy && s.altered.is_empty() && s.left_out.is_empty()), "{case}");
        let report = read(&rewrite, &[original]);
        assert!(matches!(report.finding, Finding::Rewrite | Finding::DrawsOn), "{case}: {:?}", report.finding);
        assert!(report.sources.iter().all(|s| !s.is_copy), "{case}");
    }
}

#[test]
fn an_agency_that_credits_the_paper_is_no_original_of_the_papers_report() {
    let paper = page("https://www.dailylamp.example/korm", Some("The Daily Lamp"), None, REPORT);
    for credit in
        ["Korm told today’s Daily Lamp", "Korm said in an interview with the Daily Lamp", "the Daily Lamp reported"]
    {
        let told = REWRITE.replace("Korm told the paper", credit).replace(", the Ansel Courier reports", "");
        let agency = page("https://wire.example/1", Some("Wire Association"), None, &told);
        let report = read(&paper, &[agency]);
        assert_eq!(report.finding, Finding::Original, "{credit}: {:?}", report.sources);
    }
}

#[test]
fn a_page_that_shares_only_the_event_with_a_later_one_is_not_called_its_original() {
    let own = page(COURIER, None, Some("2031-05-04"), BACKGROUND);
    let later = page(BLOG, None, Some("2031-05-09"), REWRITE);
    let report = read(&own, &[later]);
    assert!(report.sources.iter().all(|s| !s.is_copy) && report.finding != Finding::Original, "{:?}", report.sources);
}

#[test]
fn a_brief_of_one_sentence_is_looked_up() {
    let report = read(&page(BLOG, None, None, BRIEF), &[page(COURIER, None, None, REPORT)]);
    assert_eq!(report.sources.first().and_then(|s| s.url.as_deref()), Some(COURIER));
}

#[test]
fn the_original_comes_before_reports_that_tell_less_of_it_or_much_else() {
    let half: String = REPORT.lines().take(4).map(|l| format!("{l}\n")).collect();
    let other = "https://gazette.example/cranes";
    let long = format!("{BACKGROUND}\n{REPORT}\n{}", BACKGROUND.to_uppercase());
    for (case, text) in [("half of it", half.as_str()), ("much else besides", long.as_str())] {
        let known = [page(other, None, None, text), page(COURIER, None, None, REPORT)];
        let report = read(&page(BLOG, None, None, REWRITE), &known);
        let order: Vec<_> = report.sources.iter().filter_map(|s| s.url.as_deref()).collect();
        assert_eq!(order, [COURIER, other], "{case}");
        assert!(report.sources.first().is_some_and(|s| s.relation <= Relation::PartiallyDerived));
    }
}

#[test]
fn the_writers_words_wait_for_a_report_that_can_still_be_compared() {
    let words = "The port’s shameless bosses got away with a grotesque fraud.";
    let story = |credit: &str| page(BLOG, None, None, &format!("{words} {BRIEF} {credit} reported so on Monday."));
    let linked = story(&format!("The <a href='{COURIER}'>Ansel Courier</a>"));
    let quiet = |code: Option<&str>| {
        let mut reading = Reading::new(&linked, Options { article: true, ..Options::default() }).unwrap();
        if let Some(code) = code {
            reading.absent(&Need::Document(COURIER.into()), code, "");
        }
        let report = reading.report();
        assert_eq!(report.finding, Finding::Credits);
        assert!(!report.characterizations.is_empty());
        assert_eq!(report.gaps.iter().any(|gap| gap.tried), code == Some("sign_in"), "{code:?}");
        report.quiet
    };
    assert_eq!([quiet(None), quiet(Some(ASK))], [Some(Quiet::Uncompared); 2]);
    assert_eq!([quiet(Some("never")), quiet(Some("sign_in"))], [None; 2]);

    let unlinked = read(&story("The Ansel Courier"), &[]);
    assert_eq!((unlinked.finding, unlinked.quiet), (Finding::Credits, None));
    let compared = read(&linked, &[page(COURIER, None, None, REPORT)]);
    assert_eq!((compared.sources.iter().any(|s| s.credited), compared.quiet), (true, None));
}

#[test]
fn a_sentence_says_what_it_is_without_what_traces_or_is_the_writers_own() {
    let story = REWRITE.replacen("One crane that collapsed", "In a shameless fraud, one crane that collapsed", 1)
        + "\nIt is a grotesque fraud.";
    let report = read(&page(BLOG, None, None, &story), &[page(COURIER, None, None, REPORT)]);
    let kinds: Vec<_> = report.outline.iter().map(|s| (s.kind, s.otherwise)).collect();
    let (traced, own) = (kinds.get(2).copied(), kinds.last().copied());
    assert_eq!(traced, Some((SentenceKind::Report, SentenceKind::Own)), "{kinds:?}");
    assert_eq!(own, Some((SentenceKind::Own, SentenceKind::Other)), "{kinds:?}");
    assert_eq!(kinds.first().map(|k| k.1), Some(SentenceKind::Other));
}
