//! Pairs written for these tests: what must count as taken over, what must not, and what must merely behave.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod stories;

use firsthand::report::{Relation, TraceKind};
use firsthand::reuse::{Comparison, Prepared, compare, compare_prepared};
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
fn what_leads_into_a_quotation_leads_where_the_quotation_does() {
    let page = format!(
        "{REWRITE}\nThe Ansel Courier only says that “dock workers said they had complained about loose bolts and rusted cables.”"
    );
    let (page, report) = (Prose::new((0..).zip(page.lines())), Prose::new((0..).zip(REPORT.lines())));
    let compared = compare_prepared(&Prepared::new(&page).crediting(["Ansel Courier"]), &report);
    let last = page.sentences().len() - 1;
    let to: Vec<(&str, usize)> = compared
        .traces
        .iter()
        .filter(|t| t.sentence == last)
        .map(|t| (page.text(t.span), t.original_sentence))
        .collect();
    // By its own words the lead-in would stand for the sentence that names the paper, the first.
    let quoted = "“dock workers said they had complained about loose bolts and rusted cables.”";
    assert_eq!(to, [("The Ansel Courier only says that", 7), (quoted, 7)]);
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

/// Both speak of the same person, and no more.
#[test]
fn a_sentence_that_shares_a_name_and_one_word_is_not_traced() {
    const AIRFIELD: &str = "Runway lights at Kestle airfield failed eleven times in March, according to maintenance logs.\n\
“We ordered new cables in January and they never came,” said Ottoline Frayne, the airfield’s manager, in an interview at her house on Sunday.\n\
“I landed by the headlamps of a fire engine,” Corin Maddox, a flying instructor, said.\n\
Frayne told the aviation authority in April that the cables had been paid for.";
    const PAGE: &str = "The runway lights at Kestle airfield failed eleven times in March, maintenance logs show.\n\
The new cables were ordered in January and never came.\n\
In April she told the aviation authority that the cables had been paid for.\n\
Travellers in these parts are used to such tales, and bring a torch.\n\
Nobody has resigned, and nobody will.\n\
Frayne keeps her house by the sea.";
    with(PAGE, AIRFIELD, |page, _, c| {
        let traced: Vec<&str> = c.traces.iter().map(|t| page.text(t.span)).collect();
        assert!(!traced.iter().any(|t| t.contains("by the sea")), "{traced:#?}");
        for told in ["failed eleven times", "were ordered in January", "had been paid for"] {
            assert!(traced.iter().any(|t| t.contains(told)), "{told}: {traced:#?}");
        }
    });
}

/// Every report has them, and they say nothing of where the rest is from.
#[test]
fn the_words_that_only_say_who_speaks_are_no_trace() {
    const RAILWAY: &str = "The Lowmoor Valley Railway will close its northern branch in May, its directors said on Friday.\n\
“We have run out of drivers and of money,” the chairman, Alasdair Crewe, said in a statement issued at noon.\n\
The branch carries 41,000 passengers a year, a third of them schoolchildren from Upper Dale.\n\
Councillors offered £60,000 in February to keep it open, and asked for a vote.";
    const PAGE: &str = "The northern branch of the Lowmoor Valley Railway will close in May, its directors said on Friday.\n\
“Our members are heartbroken,” the keeper of the station cat said in a statement.\n\
It carries 41,000 passengers a year, a third of them schoolchildren from Upper Dale.";
    with(PAGE, RAILWAY, |page, _, c| {
        let traced: Vec<&str> = c.traces.iter().map(|t| page.text(t.span)).collect();
        assert_eq!(traced.len(), 2, "{traced:#?}");
        assert!(traced[0].contains("will close in May") && traced[1].contains("41,000 passengers"), "{traced:#?}");
    });
}

/// Two reporters in one court: they share the judge's and the family's words, the charge and the names.
#[test]
fn what_two_reporters_heard_in_one_court_makes_no_rewrite_and_names_alone_no_trace() {
    const HERALD: &str = "The captain of the Lake Morran ferry that sank with the loss of nine lives was jailed for six years yesterday.\n\
Joachim Strand, 56, of Kiln Road, Lower Etting, stood motionless in the dock at Morran Crown Court as Judge Adela Frome passed sentence. Relatives in the public gallery held hands.\n\
Strand had denied nine counts of manslaughter by gross negligence but was found guilty in March after a trial lasting seven weeks.\n\
Judge Frome said: “You had been warned three times that afternoon. You gambled with other people’s lives for the sake of a timetable.”\n\
The jury had heard that Strand switched off his radio after the harbourmaster’s second call. He told the court that the static was giving him a headache.\n\
Patience Wardle, whose twin sons were among the dead, read a statement from the steps of the court.\n\
“No sentence will bring our boys back,” she said. “We wanted somebody to say that it was wrong, and today somebody did.”\n\
His barrister, Lionel Amory KC, said in mitigation that his client had dived repeatedly into the freezing water and pulled out four passengers.";
    const POST: &str = "There was no cheering. When Judge Adela Frome said the words, the only sound in court two was of somebody unwrapping a boiled sweet.\n\
Outside in the rain a little later, Patience Wardle unfolded a sheet of lined paper. “No sentence will bring our boys back,” she read. “We wanted somebody to say that it was wrong, and today somebody did.” Her husband Dominic held an umbrella over the two of them and looked at the pavement.\n\
Their sons had been on their way home from a chess tournament. They had each won a medal. Divers found the medals before they found the boys.\n\
Joachim Strand, 56, was convicted last month at Morran Crown Court of nine counts of manslaughter by gross negligence. Yesterday he wore a grey suit that had become too large for him.\n\
“You gambled with other people’s lives for the sake of a timetable,” Judge Frome told him.\n\
In Etting, where everyone knew somebody aboard, the pier has been closed ever since. The baker Hetty Grange, who sold sandwiches to the queue, watched on a screen in the Methodist hall. “I keep thinking that I told them to hurry,” she said.\n\
A fund set up by the parish has raised £214,000. Part of it will go towards a lifeboat station, for which the county has been asked to find a site.";
    with(POST, HERALD, |page, _, c| {
        assert_eq!(c.relation, Relation::SameEvent, "{:.2}", c.derived);
        let traced: Vec<&str> = c.traces.iter().map(|t| page.text(t.span)).collect();
        assert!(traced.contains(&"“No sentence will bring our boys back,”"), "{traced:#?}");
        assert!(!traced.iter().any(|t| t.starts_with("When Judge Adela Frome")), "{traced:#?}");
    });
}

#[test]
fn where_nobody_is_quoted_a_reworded_page_is_told_from_one_on_the_same_subject() {
    let original = "A tide mill is a water mill that is driven by the rise and fall of the tide. A dam with a sluice is built across \
        a suitable inlet, or a section of a river estuary is made into a reservoir. As the tide comes in, it enters the \
        mill pond through a one-way gate, and this gate closes by itself when the tide begins to fall.\n\
        When the tide is low enough, the stored water can be released to turn a water wheel. Mills of this kind were \
        usually built in river estuaries, away from the effect of waves but close enough to the sea to have a reasonable \
        tidal range. Cultures that built them have existed since the Middle Ages, and some may date back to the Roman \
        period.\n\
        A modern version of the tide mill is the electricity-generating tidal barrage. The working day of the miller \
        moved with the moon, since grinding could start only some hours after high water, by night as well as by day.";
    let reworded = "Tide mills get their power for free: it is the rising and falling of the tide that drives them. First a suitable \
        inlet has to be dammed, or part of an estuary walled off as a basin. The flood pours into the mill pond past a \
        hinged flap, and the weight of the pond itself shuts this gate as soon as the tide begins to fall.\n\
        Once the sea outside is low enough, the miller lets the stored water go and the wheel starts to turn. Estuaries \
        were the favourite places, being safe from storms and yet close enough to the open sea for a useful tidal range. \
        The oldest known examples go back to the Middle Ages, though a few are perhaps Roman.\n\
        Today engineers apply the same principle when they make electricity with a tidal barrage. It was never a \
        comfortable trade, as anybody who looked after such a place had to follow the moon and grind in the small hours \
        if need be, some hours after high water.";
    let independent = "Before steam, a coastal village with no stream to speak of could still grind its own flour if it had a creek \
        that filled twice a day. The idea of a tide mill is simple: catch the flood behind a wall, wait, and let the \
        water run out over a wheel when the tide is low.\n\
        What limits such a mill is the clock. It has perhaps five useful hours out of every twelve, and these shift by \
        fifty minutes from one day to the next, so that the miller sleeps badly. Barnacles foul the paddles and salt \
        rots the timber, which is why oak and elm were preferred.\n\
        A handful still run for visitors, mostly with new wheels. Engineers who plan a tidal barrage know the old sites \
        well, because the same narrow estuaries and wide basins suit both.";
    for (name, page, want) in [("reworded", reworded, true), ("independent", independent, false)] {
        with(page, original, |_, _, c| {
            assert_eq!(derived(c.relation), want, "{name}: {:?} {:.2} {:.2}", c.relation, c.derived, c.coverage);
        });
    }
}

#[test]
fn a_brief_in_common_words_is_the_same_matter_where_the_page_keeps_their_order() {
    let brief = "It is better to eat less in the evening and more in the morning, a new study says. People who did so for six \
        months lost more weight than people who ate the same but later.";
    let page = "Eat more in the morning and less in the evening, says a new study: people who did so lost more weight in six \
        months than people who ate just the same but did so later.";
    with(page, brief, |_, _, c| assert!(derived(c.relation), "{:?} {:.2}", c.relation, c.derived));
    with(COMMENT, brief, |_, _, c| assert_eq!(c.relation, Relation::Unrelated));
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
