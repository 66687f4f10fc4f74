//! Whose words a page's are, from its HTML to the report: opinion, links, words that are credited to no one named.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use firsthand::report::{Quiet, Report};
use firsthand::{Options, Page, read};

/// A page of a made-up paper with `head` in its head and `first` as its first paragraph.
fn report(url: &str, head: &str, first: &str) -> Report {
    let html = format!(
        "<html lang=en><head><title>The quay at Merrow</title>{head}</head><body><article><h1>The quay at Merrow</h1>\
         <p>{first}</p>\
         <p>The harbour board met on Tuesday and put off its vote on the quay until the end of the month, after four hours \
         of questions from dockers, shopkeepers and two of its own engineers.</p>\
         <p>Berth four has been closed since May, when a crack was found below the water line, and the market has lost a \
         third of its stalls since then.</p></article></body></html>"
    );
    let page = Page { url: Some(url.to_owned()), html: Some(html), ..Page::default() };
    read(&page, &[], Options::default()).unwrap()
}

const OWN: &str = "The chairman of the board is a maniac, and his shameful letter to the dockers was a disgrace.";

#[test]
fn opinion_is_held_back_and_says_so_and_its_words_are_there_for_who_asks() {
    let news = report("https://herald.test/news/quay", "", OWN);
    assert_eq!(news.quiet, None);
    assert!(!news.characterizations.is_empty());
    let labelled = "<script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@type\":\"OpinionNewsArticle\",\
        \"headline\":\"The quay at Merrow\"}</script>";
    for (url, head) in [("https://herald.test/opinion/quay", ""), ("https://herald.test/quay", labelled)] {
        let opinion = report(url, head, OWN);
        assert_eq!(opinion.quiet, Some(Quiet::Opinion), "{url} {head}");
        assert_eq!(opinion.characterizations.len(), news.characterizations.len());
    }
}

#[test]
fn a_linked_claim_is_exempt_and_the_next_one_is_not() {
    let first = "The chairman has <a href='https://ledger.test/quay'>lied shamelessly about the quay</a> for years. His \
        board is a gang of buffoons.";
    let found = report("https://herald.test/news/quay", "", first);
    let lengths: Vec<u32> = found.characterizations.iter().map(|c| c.span.end - c.span.start).collect();
    assert_eq!(lengths, ["a gang of buffoons".len() as u32]);
}

#[test]
fn hearsay_is_a_finding_of_its_own_kind() {
    let found = report("https://herald.test/news/quay", "", "The board reportedly knew of the crack for two years.");
    assert!(found.attributions.iter().any(|a| a.nobody && a.source.is_none()), "{:?}", found.attributions);
    let named =
        report("https://herald.test/news/quay", "", "Odile Marsh said that the board knew of the crack in May.");
    assert!(named.attributions.iter().all(|a| !a.nobody) && !named.attributions.is_empty(), "{:?}", named.attributions);
}

/// How many characterizations a page has whose body holds `extra` below its first paragraph.
fn with(extra: &str) -> usize {
    let first = format!("The board met on Tuesday.</p>{extra}<p>It will meet again in June.");
    report("https://herald.test/news/quay", "", &first).characterizations.len()
}

#[test]
fn headings_and_brackets_are_the_writers_and_what_is_put_into_a_quotation_is_not() {
    for (extra, marks) in [
        ("<h2>The spineless board folds</h2>", 1),
        ("<h2>‘A spineless board’</h2>", 0),
        ("<p>The board (a gang of buffoons) heard two of its engineers, who wrote the report on the quay.</p>", 1),
        ("<p>“They [the spineless board] met on Tuesday, and nobody told us of it,” Odile Marsh said.</p>", 0),
        ("<p>Odile Marsh (who is no buffoon) heard two of the engineers, who wrote the report on the quay.</p>", 0),
        ("<blockquote>The spineless board has failed the town, and the minister knows it very well.</blockquote>", 0),
        ("<figure><img src=a.jpg><figcaption>The spineless board meets. (Photo: Ada Finch)</figcaption></figure>", 0),
    ] {
        assert_eq!(with(extra), marks, "{extra}");
    }
}
