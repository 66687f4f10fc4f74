use super::*;
use crate::page::{Block, Link};

/// A page of paragraphs in which `[words](address)` is a link.
fn page(url: &str, paragraphs: &[&str]) -> Article {
    let blocks: Vec<Block> = paragraphs
        .iter()
        .map(|source| {
            let mut block = Block { tag: "p".into(), ..Block::default() };
            let mut rest = *source;
            while let Some((before, after)) = rest.split_once("<a ") {
                let (href, after) = after.split_once('>').unwrap();
                let (anchor, after) = after.split_once("</a>").unwrap();
                block.text.push_str(before);
                let start = block.text.encode_utf16().count() as u32;
                block.text.push_str(anchor);
                block.links.push(Link { start, end: block.text.encode_utf16().count() as u32, href: href.into() });
                rest = after;
            }
            block.text.push_str(rest);
            block
        })
        .collect();
    let body = (0..blocks.len() as u32).collect();
    Article { url: Some(url.into()), likelihood: 1.0, blocks, body, ..Article::default() }
}

const PAGE: &str = "https://buzzline.example/cranes";
const REPORT: &str = "https://tidewaterledger.example/2026/cranes-uninspected";

fn first(paragraphs: &[&str]) -> Option<(String, Option<String>)> {
    credits(&page(PAGE, paragraphs), &Prose::default()).first().map(|c| (c.name.clone(), c.url.clone()))
}

#[test]
fn a_credit_is_found_however_it_is_given() {
    let filler = "The harbour opened in the spring and has seven cranes on two quays along the river.";
    let linked = |s: &str| s.replace("REPORT", REPORT);
    for (text, name, with_url) in [
        (
            "According to a newly released <a REPORT>Tidewater Ledger</a> report, nobody looked at the cranes.",
            "Tidewater Ledger",
            true,
        ),
        ("According to the <a REPORT>Tidewater Ledger</a>, nobody looked at the cranes.", "Tidewater Ledger", true),
        (
            "Nobody looked at the cranes for 14 months, the Tidewater Ledger <a REPORT>reported</a>.",
            "Tidewater Ledger",
            true,
        ),
        ("Nobody looked at the cranes, as first reported by the Tidewater Ledger.", "Tidewater Ledger", false),
        ("The lapse was first reported by <a REPORT>the Tidewater Ledger</a>.", "Tidewater Ledger", true),
        ("Reuters first reported the lapse on Monday.", "Reuters", false),
        ("According to the Tidewater Ledger, the board was warned two years ago.", "Tidewater Ledger", false),
        ("Nobody came, the Tidewater Ledger has found.", "Tidewater Ledger", false),
        ("ProPublica broke the story.", "ProPublica", false),
        ("She told the Tidewater Ledger in an interview that nobody came.", "Tidewater Ledger", false),
        ("<a REPORT>The Tidewater Ledger’s Lily Brandt reports</a> that nobody came.", "Tidewater Ledger", true),
        ("According to Lily Brandt of the Tidewater Ledger, <a REPORT>nobody came</a>.", "Tidewater Ledger", true),
        ("In an <a REPORT>exclusive for the Ledger</a>, Lily Brandt says that nobody came.", "Ledger", true),
        ("As <a REPORT>reported in the Tidewater Ledger</a>, nobody came.", "Tidewater Ledger", true),
        (
            "An article <a REPORT>published this week</a> in the Tidewater Ledger says that nobody came.",
            "Tidewater Ledger",
            true,
        ),
        ("The Ledger <a REPORT>has the details</a>.", "Ledger", true),
        ("It was the <a REPORT>Tidewater Ledger that first reported</a> the lapse.", "Tidewater Ledger", true),
        (
            "You can read the whole thing <a REPORT>here</a>, courtesy of the Tidewater Ledger.",
            "Tidewater Ledger",
            true,
        ),
        (
            "The mayor, <a REPORT>in comments to the Tidewater Ledger</a>, said that nobody came.",
            "Tidewater Ledger",
            true,
        ),
        ("Story from <a REPORT>the Tidewater Ledger</a>.", "Tidewater Ledger", true),
        (
            "A <a REPORT>report</a> out on Monday says that nobody looked at the cranes.",
            "tidewaterledger.example",
            true,
        ),
        ("Cranes go unchecked, <a https://journal.example/paper/4411>a study</a> finds.", "journal.example", true),
    ] {
        let got = first(&[&linked(text), filler, filler, filler]);
        let url = with_url.then(|| got.as_ref().and_then(|g| g.1.clone())).flatten();
        assert_eq!(got.as_ref().map(|g| g.0.as_str()), Some(name), "{text}");
        assert_eq!(url.is_some(), with_url, "{text}");
    }
}

#[test]
fn a_closing_line_is_a_credit() {
    let unnamed = "<a REPORT>Source</a>".replace("REPORT", REPORT);
    let filler = "The harbour opened in the spring and has seven cranes on two quays along the river.";
    let got = first(&[filler, filler, filler, filler, &unnamed]);
    assert_eq!(got, Some(("tidewaterledger.example".into(), Some(REPORT.into()))));
    for line in [
        "[<a REPORT>Tidewater Ledger</a>]",
        "Source: <a REPORT>Tidewater Ledger</a>",
        "h/t <a REPORT>Tidewater Ledger</a>",
        "(via <a REPORT>Tidewater Ledger</a>)",
    ] {
        let got = first(&[filler, filler, filler, filler, &line.replace("REPORT", REPORT)]);
        assert_eq!(got, Some(("Tidewater Ledger".into(), Some(REPORT.into()))), "{line}");
    }
}

#[test]
fn a_source_for_every_figure_is_none_of_the_page() {
    let filler = "The harbour opened in the spring and has seven cranes on two quays along the river.";
    let line = |n: u32| format!("Source: <a https://tidewaterledger.example/2026/figure-{n}>Tidewater Ledger</a>");
    assert!(first(&[filler, &line(1), filler, &line(2), filler]).is_some());
    assert_eq!(first(&[filler, &line(1), filler, &line(2), filler, &line(3)]), None);
}

#[test]
fn a_name_keeps_the_article_that_belongs_to_it() {
    let filler = "The harbour opened in the spring and has seven cranes on two quays along the river.";
    for (text, name) in [
        ("This story was first published in The Conversation Daily.", "The Conversation Daily"),
        (
            "Nobody came, <a https://theharbourpost.example/2026/cranes>reported</a> the Harbour Post.",
            "The Harbour Post",
        ),
        ("The Tidewater Ledger reported that nobody came.", "Tidewater Ledger"),
        ("A report in the Tidewater Ledger says that nobody came.", "Tidewater Ledger"),
        ("According to a June report in the Tidewater Ledger, nobody came.", "Tidewater Ledger"),
    ] {
        let got = credits(&page(PAGE, &[text, filler, filler]), &Prose::default());
        assert_eq!(got.first().map(Credit::full_name).as_deref(), Some(name), "{text}");
    }
}

#[test]
fn a_link_to_another_outlet_decides_what_the_report_is() {
    let filler = "The harbour opened in the spring and has seven cranes on two quays along the river.";
    for (text, name, with_url) in [
        ("<a https://www.reuters.com/world/cranes-1>Bloomberg</a> reported that nobody came.", "reuters.com", true),
        (
            "According to a <a https://www.politico.com/news/cranes>Daily Beast report</a>, nobody came.",
            "politico.com",
            true,
        ),
        // A paper carries an agency's copy, and a portal anybody's.
        ("<a https://www.politico.com/news/cranes>Reuters</a> reported that nobody came.", "Reuters", true),
        ("<a https://news.portal.example/cranes-1>Bloomberg</a> reported that nobody came.", "Bloomberg", true),
        // The words and the link beside them say two things.
        ("Bloomberg <a https://www.reuters.com/world/cranes-1>reported</a> that nobody came.", "Bloomberg", false),
    ] {
        let got = first(&[text, filler, filler]);
        assert_eq!(got.as_ref().map(|(name, url)| (name.as_str(), url.is_some())), Some((name, with_url)), "{text}");
    }
}

#[test]
fn an_agency_is_credited_by_byline_or_dateline() {
    let filler = "The harbour opened in the spring and has seven cranes on two quays along the river.";
    let mut article = page(PAGE, &[filler, filler]);
    article.byline = Some("Ines Calloway, Associated Press".into());
    assert_eq!(credits(&article, &Prose::default())[0].name, "Associated Press");
    assert_eq!(first(&["MERROW (Reuters) - Nobody looked at the cranes.", filler]), Some(("Reuters".into(), None)));
}

#[test]
fn background_is_no_credit() {
    let filler = "The harbour opened in the spring and has seven cranes on two quays along the river.";
    for paragraphs in [
        vec![
            filler,
            "Ever since <a https://example.org/emails/list>the emails</a> and <a https://other.example/news/dnc-files>the files</a> came out, people have talked.",
        ],
        vec![
            filler,
            filler,
            filler,
            "In 2014, the <a https://bbc.co.uk/news/world-1>BBC</a> reported on an older case.",
        ],
        vec![
            filler,
            "The port was <a https://en.wikipedia.org/wiki/Port_Merrow>built in 1951</a>, and it <a https://twitter.com/port/status/1>said so</a>.",
        ],
        vec!["Police said that according to the driver, nobody was there.", filler],
        // A place, and what somebody is of.
        vec![
            "Odile Marsh of the <a https://harbourpost.example/2026/cranes-x>harbour office</a> said that nobody came to the Post.",
            filler,
        ],
        vec![
            "The Harrow <a https://harrowcourier.example/2026/ferries>ferries were late</a>, and Harrow revealed its plans.",
            filler,
        ],
        vec!["According to Odile Marsh, the director, nobody came.", filler],
        vec!["Marsh told Vance that the crane was safe.", filler],
        vec!["Buzzline reported in March that the crane was old. She told Buzzline so.", filler],
        vec![filler, "Read <a https://buzzline.example/other>our report</a> on the harbour."],
        // Who took a picture, what is read next, what names nobody, what a story is like, where tickets are sold.
        vec![filler, "Credit: Ida Moe/Tidewater Ledger", filler],
        vec![filler, "Read more Blog Post", "(Visited 1,902 times, 36 visits today)"],
        vec![filler, "Source: News agencies"],
        vec!["Two men wait in a bar and nothing happens: it is a New Yorker story.", filler],
        vec![
            filler,
            "Book the ferry online <a https://ferrytickets.example/merrow-line>via Ferrytickets</a> before noon.",
        ],
        vec![filler, "<a https://picturehall.example/harbour/crane.jpg>Source</a>"],
    ] {
        let got = credits(&page(PAGE, &paragraphs), &Prose::default());
        assert!(got.is_empty(), "{paragraphs:?} {got:?}");
    }
}

#[test]
fn the_report_a_page_leans_on_leads_by_a_margin() {
    let got = credits(
        &page(
            PAGE,
            &[
                "According to a newly released <a REPORT>Tidewater Ledger</a> report, nobody looked at the cranes."
                    .replace("REPORT", REPORT)
                    .as_str(),
                "The <a https://bbc.co.uk/news/world-1>BBC</a> reported on Tuesday that another port had the same trouble.",
                "According to the report, it went on for 14 months. The Ledger's source said so.",
                &format!("The <a {REPORT}>report</a> goes on to list more."),
                &format!("[<a {REPORT}?utm_source=feed>Tidewater Ledger</a>]"),
            ],
        ),
        &Prose::default(),
    );
    assert_eq!(got[0].url.as_deref(), Some(REPORT));
    assert!(got[0].mentions >= 4);
    assert!(got.get(1).is_none_or(|second| second.score + 0.2 < got[0].score), "{got:?}");
}
