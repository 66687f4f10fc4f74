//! Pairs written for these tests: what must count as taken over, what must not, and what must merely behave.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod stories;

use firsthand::report::{Relation, TraceKind};
use firsthand::reuse::{Comparison, compare};
use firsthand::text::Prose;
use stories::{REPORT, REWRITE};

const INDEPENDENT: &str = "The first thing visitors notice at Pier Nine is the silence, where six yellow giants used to swing containers from dawn until midnight.\n\
On Tuesday the ministry ordered a partial shutdown of Port Ansel, and by lunchtime truckers were queueing back to the ring road.\n\
“I have four loads of oranges and nowhere to put them,” said Benno Rask, who drives for a cooperative in the south.\n\
Economists at the chamber of commerce put the daily loss at half a million crowns.\n\
Torrance, who speaks for the port authority, declined to say how long the closure would last, and left a briefing after eight minutes.\n\
Opposition deputies want the minister, Ivana Stoll, to appear before the infrastructure committee next week.\n\
Shipowners have begun to divert vessels to Marrow Point, two hours along the coast, where berths cost a third more.\n\
The mayor said she would ask for compensation for small businesses near the docks.";

const COMMENT: &str = "Regular readers know how I feel about committees, and about the people who collect them like stamps.\n\
There is a kind of person who reads a rulebook for comfort, and another kind who reads it for loopholes.\n\
My uncle was of the second kind, and he ran a bakery into the ground with great style and no remorse.\n\
He would have admired the harbour's bookkeeping, I suspect, for its sheer nerve and its elegant handwriting.\n\
It is always the same story with public money: it leaks quietly, and then one morning there is a puddle.\n\
I do not expect anybody to resign, because resigning has gone out of fashion along with hats and letters.\n\
What would help is a little shame, administered early and often, like vitamins or piano lessons.\n\
Until then we shall go on walking under heavy things and hoping that somebody somewhere tightened a bolt.";

fn with<T>(page: &str, original: &str, then: impl FnOnce(&Prose<'_>, &Prose<'_>, &Comparison) -> T) -> T {
    let (page, original) = (Prose::new((0..).zip(page.lines())), Prose::new((0..).zip(original.lines())));
    let comparison = compare(&page, &original);
    then(&page, &original, &comparison)
}

fn derived(relation: Relation) -> bool {
    matches!(relation, Relation::WhollyDerived | Relation::PartiallyDerived)
}

#[test]
fn a_rewrite_is_told_from_coverage_of_the_same_event() {
    let cases = [
        ("a rewrite", REWRITE.to_owned(), true),
        ("a copy", REPORT.to_owned(), true),
        ("an independent story", INDEPENDENT.to_owned(), false),
        ("comment that mentions it", COMMENT.to_owned(), false),
        ("nothing", String::new(), false),
        ("a rewrite with comment around it", format!("{COMMENT}\n{REWRITE}\n{COMMENT}"), true),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, page, want)| {
            with(page, REPORT, |_, _, c| {
                (derived(c.relation) != *want).then(|| format!("{name}: {:?} {:.2}", c.relation, c.derived))
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_sentence_of_the_rewrite_leads_to_its_own() {
    with(REWRITE, REPORT, |page, _, c| {
        for (sentence, want) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)] {
            let to: Vec<usize> =
                c.traces.iter().filter(|t| t.sentence == sentence).map(|t| t.original_sentence).collect();
            let text = page.text(page.sentences()[sentence].span);
            assert!(to.contains(&want), "{text}: {to:?}");
        }
        let quotation = c.traces.iter().find(|t| t.kind == TraceKind::Quotation).unwrap();
        assert_eq!(page.text(quotation.span), "“Nobody climbed those ladders in the winter, and nobody was told to,”");
    });
}

#[test]
fn comment_around_a_rewrite_is_not_marked() {
    let page = format!("{COMMENT}\n{REWRITE}\n{COMMENT}");
    with(&page, REPORT, |page, _, c| {
        let marked: Vec<&str> =
            c.traces.iter().filter(|t| !(8..14).contains(&t.span.block)).map(|t| page.text(t.span)).collect();
        assert!(marked.is_empty(), "{marked:#?}");
        assert!(c.traces.len() >= 5);
    });
}

#[test]
fn the_same_press_conference_makes_no_rewrite() {
    let head: Vec<&str> = INDEPENDENT.lines().take(3).collect();
    let page = format!(
        "{}\nThe authority “takes every report seriously,” Hale Torrance told dock workers in Port Ansel, where seven cranes are closed.",
        head.join("\n")
    );
    with(&page, REPORT, |page, _, c| {
        assert!(!derived(c.relation), "{:?} {:.2}", c.relation, c.derived);
        let quoted: Vec<&str> =
            c.traces.iter().filter(|t| t.kind == TraceKind::Quotation).map(|t| page.text(t.span)).collect();
        assert_eq!(quoted, ["“takes every report seriously,”"]);
    });
}

#[test]
fn boilerplate_and_listings_make_no_rewrite() {
    let boilerplate = "Sign up for our free newsletter and never miss a story. You can unsubscribe at any time.\n\
        This material may not be published, broadcast, rewritten or redistributed.\n\
        Follow us for the latest news and share this article with your friends.";
    let listing = "Port Ansel: ministry asks port to close seven cranes\nWeather: rain in Tallow Bay until Friday\n\
        Opinion: why nobody resigns any more\nSport: Ansel Rovers lose at home\nTen recipes for oranges\n\
        Marrow Point berths cost a third more\nQuiz: how well do you know the coast?";
    for (page, original) in [
        (format!("{INDEPENDENT}\n{boilerplate}"), format!("{REPORT}\n{boilerplate}")),
        (format!("{COMMENT}\n{boilerplate}"), format!("{REPORT}\n{boilerplate}")),
        (listing.to_owned(), REPORT.to_owned()),
    ] {
        with(&page, &original, |_, _, c| assert!(!derived(c.relation), "{:?} {:.2}\n{page}", c.relation, c.derived));
    }
}

#[test]
fn a_long_original_does_not_make_everything_trace() {
    let long: String = (0..40).map(|i| format!("{INDEPENDENT}\nItem {i}.\n{REPORT}\n")).collect();
    with(COMMENT, &long, |_, _, c| {
        assert!(!derived(c.relation));
        assert!(c.traces.is_empty(), "{:?}", c.traces);
    });
    with(REWRITE, &long, |_, _, c| assert!(derived(c.relation), "{:?} {:.2}", c.relation, c.derived));
}

#[test]
fn traces_stay_within_their_text_and_never_overlap() {
    let quoted = "He said “takes every report seriously” and “nobody was told to” — “Nobody climbed those ladders in the winter, and nobody was told to.” 😀 “";
    let repeated = "the crane the crane ".repeat(20_000);
    let unbroken = format!("{REPORT} ").repeat(300).replace(['.', '\n'], " ");
    for page in [quoted, &repeated, &unbroken, REWRITE, "…", "\u{feff}\n\n“”"] {
        for original in [REPORT, &repeated, &unbroken, ""] {
            with(page, original, |page, original, c| {
                assert!(c.derived.is_finite() && (0.0..=1.0).contains(&c.coverage));
                for t in &c.traces {
                    assert!(!page.text(t.span).is_empty() && !original.text(t.original).is_empty());
                    assert!(t.shared.iter().all(|s| t.original.holds(s)), "{t:?}");
                }
                assert!(c.traces.windows(2).all(|t| !t[0].span.meets(&t[1].span)));
            });
        }
    }
}
