//! Sentences in a page of plain news, each beside a near twin: one is a characterization that is shown by default, the other is not.

use super::*;
use crate::sourcing::attribution::attributions;
use crate::text::Prose;

const ABOVE: &str = "Council votes to close the ferry terminal\n\
    MERROW, May 3 - The harbour council voted on Tuesday to close the ferry terminal on Quay Street from June, after an \
    inspection found cracks in two of its eight pillars.\n\
    Odile Marsh, who chairs the council, said that the work would take nine months and cost 3.2 million pounds.\n\
    Tom Dunn, the secretary of the dockers' union, told the Ledger on Wednesday that 38 people worked there, and that he had \
    asked for a meeting with Marsh and the minister, Ada Finch.\n";
const BELOW: &str = "\nThe ferry line said in a statement that boats would leave from the coal pier until the spring.\n\
    Finch was in the capital on Tuesday. Her office said that she would answer questions in the house next week.";

/// The phrases that are shown by default in `text`, each with its reason.
fn shown(text: &str) -> Vec<(String, String)> {
    let page = format!("{ABOVE}{text}{BELOW}");
    let prose = Prose::new(page.lines().enumerate().map(|(i, line)| (i as u32, line)));
    let attributions = attributions(&prose);
    let context = Context { attributions: &attributions, ..Context::default() };
    characterizations(&prose, &context).into_iter().map(|c| (prose.text(c.span).to_owned(), c.reason)).collect()
}

fn check(table: &[(&str, Option<&str>)]) {
    let mut wrong = Vec::new();
    for (text, want) in table {
        let got = shown(text);
        let right = match want {
            Some(want) => got.iter().any(|(phrase, _)| phrase == want),
            None => got.is_empty(),
        };
        if !right {
            wrong.push(format!("{text}\n    want {want:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

#[test]
fn what_somebody_finds_something_is_his() {
    check(&[
        ("Marsh found the plan ludicrous.", None),
        ("Marsh found a ludicrous plan in the safe.", Some("a ludicrous plan")),
        ("The auditors consider the whole deal a scandal.", None),
        ("The minister thinks it shameful to wait.", None),
        ("The minister thinks little of his shameful record.", Some("shameful record")),
        ("It is alleged that the clerk was cruel to the boys.", None),
        ("The clerk allegedly lied to the boys and hit them mercilessly.", None),
        ("The clerk is widely seen as a shameless liar.", Some("widely seen as a shameless liar")),
        ("The pompous clerk allegedly hit them mercilessly.", Some("pompous clerk")),
        ("Asked if he was a shameless liar, Dunn left.", None),
        ("The mayor accepted that the clerks had exemplary records.", None),
        ("The mayor accepted the shameful gift.", Some("shameful gift")),
        ("Dunn left because he found the sessions \"too boring\" and the pay low.", None),
    ]);
}

#[test]
fn what_a_work_tells_and_what_an_actor_plays_is_no_judgement() {
    check(&[
        ("Hale plays a ruthless banker who ruins the town.", None),
        ("Hale played a shameful role in the sale.", Some("a shameful role")),
        ("Leslie stars as crook Terry Green on Friday.", None),
        ("In the film a corrupt sheriff hunts a ruthless gang of thieves.", None),
        ("The novel follows a greedy uncle who cheats his nieces.", None),
        ("The novel is a shameless copy of her own.", Some("a shameless copy")),
        ("Marsh plays the sex-starved Comtesse de Merrow.", None),
    ]);
}

#[test]
fn what_is_done_to_something_is_no_adjective() {
    check(&[
        ("Marsh was hurt after dashing his hopes of a reunion.", None),
        ("The motive lying behind the plot was money.", None),
        ("A knife was lying nearby, and other blood-stained knives lay in the yard.", None),
        ("The owner drove a car with the number plate CLASSY and two light planes.", None),
        ("The song was written by the Birds of a Feather creators.", None),
        ("The lying clerk left the town.", Some("lying clerk")),
        ("The port's savagely buried cables were dug up.", Some("savagely buried")),
        ("Even the fabled Chris Evans was there.", Some("fabled Chris Evans")),
        ("With them was straight-talking former Merrow Mayor Ada Marsh.", Some("straight-talking")),
        ("He is a fitness fanatic and a keen sailor.", None),
        ("He is head of the anti-terrorist branch.", None),
        ("He was an ally of other Right-wing extremists.", Some("Right-wing extremists")),
        ("The crowd sang old rock 'n' roll songs on the quay.", None),
        ("Engineers blasted the rock to make room for a tunnel.", None),
        ("Dunn blasted the council for the delay.", Some("blasted")),
    ]);
}

#[test]
fn marks_that_lost_their_other_half_still_show_whose_words_these_are() {
    check(&[
        ("'The spineless board has failed us all, and so has the minister.", None),
        ("She was devoted to the yard,' said a friend. 'Even she had to face up to the shameful farce of it.'", None),
        ("It was a shameful farce.' Dunn left the hall.", None),
        ("He added: 'The spineless board has failed us.", None),
        ("The dockers' spineless board has failed.", Some("spineless board")),
    ]);
}

#[test]
fn verses_and_posts_are_theirs_whatever_the_page_does_to_their_lines() {
    check(&[
        ("The fool rages, and his mouth is vile. Proverbs 14:16", None),
        ("Rose Hall, 5:35 p.m. MR. HALE: My son was killed in that disgraceful farce of a race.", None),
        ("Judges 9:4 They hired worthless and reckless men to follow them.", None),
        ("At 9:40 the spineless board met.", Some("spineless board")),
        ("The minister is a shameless liar.\n— Ada Marsh\n(@adamarsh) May 3, 2026", None),
        ("The minister is a shameless liar.\nAda Marsh\n@adamarsh · May 3", None),
        ("The minister is a shameless liar.\nAda Marsh wrote on the quay.", Some("a shameless liar")),
    ]);
}

#[test]
fn what_was_heard_in_court_is_the_courts() {
    let trial = "The jury heard on Monday that the defendant, who pleaded guilty to manslaughter, was jailed in 2019. The trial goes \
        on, and the prosecution said the verdict was due in May.\n";
    for (text, marked) in [
        ("The scam ran for a year, and his lies were found out, which infuriated his wife.", false),
        ("The plot was found out by the clerk, a court was told.", false),
        ("He pleaded guilty to two indecent assaults.", false),
        ("A callous clerk strangled the dog, it was alleged yesterday.", false),
        ("A callous clerk robbed the home, a court heard yesterday.", false),
        ("The judge, a pompous windbag, left.", true),
        ("The case is a witch hunt.", true),
    ] {
        let got = shown(&format!("{trial}{text}"));
        assert_eq!(!got.is_empty(), marked, "{text} {got:?}");
    }
    check(&[
        ("The judge's pack of lies ran for a year.", Some("pack of lies")),
        ("Dunn ran a farce of a report, it was sold in shops.", Some("a farce")),
    ]);
}

#[test]
fn quarrels_motives_and_doubts_that_are_more_than_the_facts() {
    check(&[
        ("The treasurer ripped the auditors over the missing pages.", Some("ripped")),
        ("The storm ripped the roof off the boathouse.", None),
        ("Marsh was eager to please the shipowners.", Some("eager to please")),
        ("The union is eager for the talks to resume.", None),
        ("The firm hoped that nobody would notice the change.", Some("hoped that nobody would notice")),
        ("The firm hoped that many would come.", None),
        ("The governor's pet project swallowed the road money.", Some("pet project")),
        ("The pet shop on Quay Street is to close.", None),
        ("The timing is suspicious.", Some("timing is suspicious")),
        ("The suspicious package held a clock.", None),
        ("Never mind that the bridge has been shut for a year.", Some("Never mind that")),
        ("Finch never said that the bridge was shut.", None),
        ("The council, in its infinite wisdom, closed the only clinic.", Some("in its infinite wisdom")),
    ]);
}

#[test]
fn of_a_so_called_hero_nothing_is_praised() {
    let got = shown("The so-called hero of the quay left by the back door.");
    assert_eq!(got.first().map(|g| g.0.as_str()), Some("so-called hero"), "{got:?}");
    assert!(got.iter().all(|g| !g.1.contains("praise") && !g.1.contains("Praise")), "{got:?}");
}
