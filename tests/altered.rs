//! Alterations that are planted in made-up rewrites, and changes that are none.
//!
//! What a reader cares about: an altered quotation, figure, date or name is pointed out by its very words, and a faithful
//! rewrite is left in peace.

#![allow(clippy::indexing_slicing, reason = "a test may stop")]

use firsthand::report::AlteredKind::{self, Date, Name, Number, Quotation};
use firsthand::reuse::altered::altered;
use firsthand::reuse::{Alignment, compare};
use firsthand::text::Prose;
use std::collections::HashSet;

const HARBOUR: &str = "The Merrow harbour board hid loans of £4.2m from its auditors for six years, according to minutes seen by the Tidewater Ledger. \
    The 11 loans were made to three dredging firms between 2023 and 2029, and two of the firms have since closed. \
    “We were told nothing about the loans until the auditors had left,” Odile Marsh, 43, who chairs the audit committee, said on Thursday. \
    Desmond Pike, the board’s former treasurer, was arrested on 12 March and will appear before Merrow magistrates on 9 June. \
    The board employs 212 people and runs 14 ferries. \
    “I have never signed a loan that the board did not know about,” Pike told the Ledger.";
const DROUGHT: &str = "Reservoirs in the Calder hills stood at 41 percent on Monday, the lowest May level since 1976, Tessaly Water said. \
    The company asked 600,000 households to stop watering lawns from 1 June. \
    Rainfall in April was 18mm, against an average of 62mm. \
    Farmers near Oxcombe said 30 per cent of the barley had failed. \
    “If it does not rain within three weeks we will have to ration water,” said Hugh Lindqvist, the company’s director of operations. \
    Tessaly lost 112 million litres a day to leaks last year.";
const ELECTION: &str = "Brigid Okafor won the mayoral race in Lanmouth by 212 votes after a recount that lasted until 4am on Friday. \
    Okafor, 38, a former nurse, took 9,415 votes, and Martin Selwyn 9,203. \
    Turnout was 38.5 percent, the highest since 1997. \
    “This town asked for change and it will get change,” she told supporters outside the Guildhall. \
    Selwyn, who had been mayor for 12 years, said he would not challenge the result. \
    The council meets on 21 May to elect a deputy.";
const TRIAL: &str = "Kieran Doyle, 27, was jailed for nine years at Harwick Crown Court on Tuesday for robbing a jeweller of diamonds worth £350,000. \
    Doyle and two other men broke into the shop in Castle Street at 2.30am on 14 October 2028. \
    Judge Helen Farrow told him: “You showed no mercy to a man of 71 who had done you no harm.” \
    The jeweller, Isaac Brandt, spent 16 days in hospital with a broken jaw. \
    Police recovered 23 of the 40 stones from a garage in Pollard Lane. \
    Detective Inspector Ruth Amis said the gang had planned the raid for eight months.";
const COMPANY: &str = "Quillon Systems said on Wednesday that it would cut 1,400 jobs, about 12 percent of its workforce, after losing $2.3bn in the third quarter. \
    Shares in the chipmaker fell 17 percent to $41.60 in New York. \
    Chief executive Maya Trent blamed weak demand for laptops in Europe. \
    “We expanded faster than our customers did, and we have to correct that now,” Trent wrote in a memo to staff. \
    The company will close its plant in Dresden, which opened in 2019, by the end of December. \
    Rival Halden Micro reported a profit of $640 million in July.";

/// The original, the page, the altered words on the page and in the original, and what kind they are.
const PLANTED: &[(&str, &str, &str, &str, AlteredKind)] = &[
    (HARBOUR, "The Merrow harbour board hid loans of £2.4m from its auditors for six years.", "£2.4m", "£4.2m", Number),
    (
        HARBOUR,
        "For six years the Merrow harbour board hid loans of £42m from its auditors, minutes show.",
        "£42m",
        "£4.2m",
        Number,
    ),
    (
        HARBOUR,
        "The Merrow harbour board hid loans from its auditors for 16 years, according to minutes.",
        "16 years",
        "six years",
        Number,
    ),
    (HARBOUR, "The 17 loans were made to three dredging firms, the minutes show.", "17", "11", Number),
    (HARBOUR, "The loans were made to five dredging firms between 2023 and 2029.", "five", "three", Number),
    (
        HARBOUR,
        "“We were told nothing about the loans until the lawyers had left,” Odile Marsh said.",
        "lawyers",
        "auditors",
        Quotation,
    ),
    (
        HARBOUR,
        "“We were told everything about the loans until the auditors had left,” said Marsh.",
        "everything",
        "nothing",
        Quotation,
    ),
    (HARBOUR, "Odile Marsh, 34, who chairs the audit committee, said she was told nothing.", "34", "43", Number),
    (
        HARBOUR,
        "Odile Marsh, who chairs the audit committee, said on Tuesday that nobody told her about the loans.",
        "Tuesday",
        "Thursday",
        Date,
    ),
    (HARBOUR, "Desmond Pike, the board’s former treasurer, was arrested on 21 March.", "21 March", "12 March", Date),
    (
        HARBOUR,
        "Pike, the former treasurer, will appear before Merrow magistrates on 19 June.",
        "19 June",
        "9 June",
        Date,
    ),
    (HARBOUR, "Dennis Pike, the board’s former treasurer, was arrested on 12 March.", "Dennis", "Desmond", Name),
    (HARBOUR, "The board employs 312 people and runs ferries.", "312", "212", Number),
    (HARBOUR, "The harbour board runs 40 ferries and employs many people in the town.", "40", "14", Number),
    (
        HARBOUR,
        "“I have never signed a loan that the board knew about,” Pike told the Ledger.",
        "knew",
        "did not know",
        Quotation,
    ),
    (
        HARBOUR,
        "“I have seldom signed a loan that the board did not know about,” Pike said.",
        "seldom",
        "never",
        Quotation,
    ),
    (
        DROUGHT,
        "Reservoirs in the Calder hills stood at 14 percent on Monday, Tessaly Water said.",
        "14 percent",
        "41 percent",
        Number,
    ),
    (
        DROUGHT,
        "Reservoirs in the Calder hills stood at 41 percent, the lowest May level since 1967.",
        "1967",
        "1976",
        Date,
    ),
    (
        DROUGHT,
        "Reservoirs in the Calder hills stood at 41 percent on Sunday, the lowest level for May.",
        "Sunday",
        "Monday",
        Date,
    ),
    (DROUGHT, "The company asked 800,000 households to stop watering lawns.", "800,000", "600,000", Number),
    (
        DROUGHT,
        "Tessaly Water, the company, asked households to stop watering lawns from 1 July.",
        "1 July",
        "1 June",
        Date,
    ),
    (DROUGHT, "Rainfall in April was 81mm, against an average of 62mm.", "81mm", "18mm", Number),
    (DROUGHT, "Rainfall in April was 18mm, against an average of 92mm.", "92mm", "62mm", Number),
    (DROUGHT, "Farmers near Oxcombe said 50 per cent of the barley had failed.", "50 per cent", "30 per cent", Number),
    (
        DROUGHT,
        "“If it does not rain within two weeks we will have to ration water,” said Hugh Lindqvist.",
        "two",
        "three",
        Quotation,
    ),
    (
        DROUGHT,
        "“If it does not rain within three weeks we may have to ration water,” he said.",
        "may",
        "will",
        Quotation,
    ),
    (
        DROUGHT,
        "Ration cards? Hugh Lindquist, the company’s director of operations, would not say.",
        "Lindquist",
        "Lindqvist",
        Name,
    ),
    (
        DROUGHT,
        "Tessaly lost 121 million litres a day to leaks last year.",
        "121 million litres",
        "112 million litres",
        Number,
    ),
    (ELECTION, "Brigid Okafor won the mayoral race in Lanmouth by 121 votes after a recount.", "121", "212", Number),
    (ELECTION, "Bridget Okafor won the mayoral race in Lanmouth after a recount on Friday.", "Bridget", "Brigid", Name),
    (
        ELECTION,
        "Brigid Okafor won the mayoral race in Lanmouth after a recount that lasted until 6am on Friday.",
        "6am",
        "4am",
        Number,
    ),
    (ELECTION, "Okafor, 48, a former nurse, took 9,415 votes.", "48", "38", Number),
    (ELECTION, "Okafor, a former nurse, took 9,145 votes in the race.", "9,145", "9,415", Number),
    (ELECTION, "Turnout was 58.5 percent, the highest since 1997.", "58.5 percent", "38.5 percent", Number),
    (ELECTION, "Turnout was 38.5 percent, the highest since 1987.", "1987", "1997", Date),
    (ELECTION, "“This town asked for change and it may get change,” she told supporters.", "may", "will", Quotation),
    (
        ELECTION,
        "“This country asked for change and it will get change,” she told supporters.",
        "country",
        "town",
        Quotation,
    ),
    (
        ELECTION,
        "Selwyn, who had been mayor for 20 years, said he would not challenge the result.",
        "20 years",
        "12 years",
        Number,
    ),
    (ELECTION, "Okafor’s council meets on 12 May to elect a deputy.", "12 May", "21 May", Date),
    (
        ELECTION,
        "Marvin Selwyn, who had been mayor for 12 years, took 9,203 votes to Okafor’s 9,415.",
        "Marvin",
        "Martin",
        Name,
    ),
    (TRIAL, "Kieran Doyle, 37, was jailed at Harwick Crown Court for robbing a jeweller.", "37", "27", Number),
    (
        TRIAL,
        "Kieran Doyle was jailed for 19 years at Harwick Crown Court for robbing a jeweller of diamonds.",
        "19 years",
        "nine years",
        Number,
    ),
    (
        TRIAL,
        "Kieran Doyle was jailed for nine years for robbing a jeweller of diamonds worth £530,000.",
        "£530,000",
        "£350,000",
        Number,
    ),
    (
        TRIAL,
        "Doyle and two other men broke into the shop in Castle Street at 3.30am on 14 October 2028.",
        "3.30am",
        "2.30am",
        Number,
    ),
    (
        TRIAL,
        "The gang had fled down Castle Street with the stones by breakfast on 14 October 2027, and the jeweller's neighbours slept on.",
        "14 October 2027",
        "14 October 2028",
        Date,
    ),
    (
        TRIAL,
        "Doyle and two other men broke into the shop in Castle Street on 4 October 2028.",
        "4 October 2028",
        "14 October 2028",
        Date,
    ),
    (
        TRIAL,
        "Judge Helen Farrow told him: “You showed no mercy to a man of 61 who had done you no harm.”",
        "61",
        "71",
        Quotation,
    ),
    (
        TRIAL,
        "Judge Farrow told him: “You showed no remorse to a man of 71 who had done you no harm.”",
        "remorse",
        "mercy",
        Quotation,
    ),
    (TRIAL, "The jeweller, Isaac Brand, spent 16 days in hospital with a broken jaw.", "Brand", "Brandt", Name),
    (TRIAL, "The jeweller, Isaac Brandt, spent 60 days in hospital with a broken jaw.", "60 days", "16 days", Number),
    (TRIAL, "Police recovered 32 of the 40 stones from a garage in Pollard Lane.", "32", "23", Number),
    (
        TRIAL,
        "Detective Inspector Ruth Amis said the gang had planned the raid for 18 months.",
        "18 months",
        "eight months",
        Number,
    ),
    (
        COMPANY,
        "Quillon Systems said it would cut 2,400 jobs after losing $2.3bn in the third quarter.",
        "2,400",
        "1,400",
        Number,
    ),
    (
        COMPANY,
        "Quillon Systems said it would cut jobs after losing $3.2bn in the third quarter.",
        "$3.2bn",
        "$2.3bn",
        Number,
    ),
    (COMPANY, "Quillon Systems said on Thursday that it would cut 1,400 jobs.", "Thursday", "Wednesday", Date),
    (COMPANY, "Shares in the chipmaker fell 71 percent in New York.", "71 percent", "17 percent", Number),
    (COMPANY, "Shares in the chipmaker fell 17 percent to $14.60 in New York.", "$14.60", "$41.60", Number),
    (COMPANY, "Chief executive Mary Trent blamed weak demand for laptops in Europe.", "Mary", "Maya", Name),
    (
        COMPANY,
        "“We expanded slower than our customers did, and we have to correct that now,” Trent wrote.",
        "slower",
        "faster",
        Quotation,
    ),
    (
        COMPANY,
        "“We expanded faster than our rivals did, and we have to correct that now,” Trent wrote.",
        "rivals",
        "customers",
        Quotation,
    ),
    (
        COMPANY,
        "The company will close its plant in Dresden, which opened in 2009, by the end of December.",
        "2009",
        "2019",
        Date,
    ),
    (COMPANY, "The company will close its plant in Dresden by the end of November.", "November", "December", Date),
    (COMPANY, "Rival Halden Micro reported a profit of $640 million in December.", "December", "July", Date),
    (COMPANY, "Rival Halden Micro reported a profit of $460 million in July.", "$460 million", "$640 million", Number),
];

/// Faithful pages.
const HARMLESS: &[(&str, &str)] = &[
    (HARBOUR, "Merrow’s harbour board hid loans of about £4m from its auditors for six years, according to minutes."),
    (HARBOUR, "The Merrow harbour board hid £4,200,000 of loans from its auditors for 6 years."),
    (HARBOUR, "The Merrow harbor board hid loans of more than £4m from auditors, the Tidewater Ledger reported."),
    (HARBOUR, "Eleven loans were made to 3 dredging firms, two of which have since closed."),
    (HARBOUR, "The loans were made to three dredging firms between 2023 and 2029; one survives."),
    (HARBOUR, "\"We were told nothing about the loans until the auditors had left\", said Odile Marsh, who is 43."),
    (HARBOUR, "Marsh said that “we were told nothing about the loans”."),
    (HARBOUR, "“We were told nothing … until the auditors had left,” 43-year-old Odile Marsh said."),
    (HARBOUR, "“[The committee was] told nothing about the loans until the auditors had left,” said Marsh."),
    (
        HARBOUR,
        "Desmond Pike, the former treasurer, was arrested on March 12 and will appear before Merrow magistrates on June 9.",
    ),
    (HARBOUR, "Des Pike, the board’s former treasurer, was arrested on 12 March."),
    (HARBOUR, "Mr Pike, the board’s former treasurer, was arrested in March and appears before magistrates in June."),
    (HARBOUR, "The board employs more than 200 people and runs 14 ferries."),
    (HARBOUR, "The board, with 212 employees, runs 14 ferries to 5 islands."),
    (HARBOUR, "“I’ve never signed a loan that the board didn’t know about,” Pike told the Ledger."),
    (HARBOUR, "Pike said he had “never signed a loan” of which the board “did not know”."),
    (
        HARBOUR,
        "In 2031 the harbour board was named the best employer of Merrow, with 90 apprentices, as it hid the loans from auditors.",
    ),
    (DROUGHT, "Calder hills reservoirs were 41% full on Monday, the lowest May level since 1976."),
    (DROUGHT, "Reservoirs in the Calder hills stood at about 40 percent on Monday, Tessaly Water said."),
    (
        DROUGHT,
        "Reservoirs in the Calder hills stood at 41 per cent, the lowest level for 55 years, Tessaly Water said.",
    ),
    (DROUGHT, "The company asked more than half a million households to stop watering lawns from June 1."),
    (DROUGHT, "The company asked 600 thousand households to stop watering lawns."),
    (DROUGHT, "Rainfall in April was 0.7 inches, against an average of 2.4 inches."),
    (DROUGHT, "Rainfall in April was 1.8cm, against an average of 6.2cm."),
    (
        TRIAL,
        "Burglars had tried the shop in Castle Street on 14 October 2027, a year before Doyle broke in on 14 October 2028.",
    ),
    (DROUGHT, "April brought less than a third of the average rainfall of 62mm, Tessaly said."),
    (DROUGHT, "Farmers near Oxcombe said nearly a third of the barley had failed."),
    (DROUGHT, "Farmers near Oxcombe said three in ten barley fields had failed."),
    (DROUGHT, "“If it doesn’t rain within 3 weeks we’ll have to ration water,” said Hugh Lindqvist."),
    (DROUGHT, "‘If it does not rain within three weeks we will have to ration water,’ he said."),
    (DROUGHT, "“... within three weeks we will have to ration water,” said director Hugh Lindqvist."),
    (DROUGHT, "Tessaly lost 112m litres a day to leaks last year, and 98m litres the year before."),
    (DROUGHT, "Tessaly lost more than 110 million litres a day to leaks last year."),
    (DROUGHT, "Hugh Lindqvist, 51, the company’s director of operations, joined from rival Severnside in 2024."),
    (
        ELECTION,
        "Brigid Okafor won Lanmouth’s mayoral race by just over 200 votes after a recount until 4 a.m. on Friday.",
    ),
    (ELECTION, "Brigid Okafor won the mayoral race in Lanmouth by 212 votes yesterday after a recount."),
    (ELECTION, "Okafor, a 38-year-old former nurse, took 9,415 votes to Martin Selwyn’s 9,203."),
    (ELECTION, "Okafor, 38, took 9,415 votes, nearly 50.6 percent of those cast, and Selwyn 9,203."),
    (ELECTION, "Turnout was 38.5%, the highest since 1997."),
    (ELECTION, "Turnout was almost 39 percent, the highest since 1997, and 6 points up on 2027."),
    (ELECTION, "“This town asked for change, and it will get change!” she told supporters outside the Guildhall."),
    (ELECTION, "“It will get change,” she told supporters of the town."),
    (ELECTION, "Selwyn, who had been mayor for a dozen years, said he would not challenge the result."),
    (ELECTION, "Selwyn, 64, who had been mayor for 12 years, said he would not challenge the result."),
    (ELECTION, "The council meets on May 21 to elect a deputy, and again on 4 June."),
    (ELECTION, "Mayor Brigid Okafor and Mr. Selwyn met on Saturday, a day after the recount in Lanmouth."),
    (TRIAL, "Kieran Doyle, 27, was jailed for 9 years at Harwick Crown Court for a £350,000 diamond robbery."),
    (
        TRIAL,
        "Kieran Doyle got a nine-year sentence at Harwick Crown Court on Tuesday for robbing a jeweller of £350,000 of diamonds.",
    ),
    (TRIAL, "Three men broke into the shop in Castle Street at 2:30 am on October 14, 2028."),
    (TRIAL, "Doyle and two other men broke into the Castle Street shop in October 2028."),
    (TRIAL, "Judge Helen Farrow told him: “You showed no mercy to a man of 71.”"),
    (TRIAL, "Judge Farrow told him he “showed no mercy to a man of 71 who had done you no harm”."),
    (TRIAL, "Mr Brandt, the jeweller, spent more than two weeks in hospital with a broken jaw."),
    (TRIAL, "The jeweller, Isaac Brandt, 71, spent 16 days in hospital with a broken jaw and two cracked ribs."),
    (TRIAL, "Police recovered more than half of the 40 stones from a garage in Pollard Lane."),
    (TRIAL, "Police recovered 23 stones from a garage in Pollard Lane; 17 are still missing."),
    (TRIAL, "Det. Insp. Ruth Amis said the gang had planned the raid for the best part of a year."),
    (
        COMPANY,
        "Quillon Systems said it would cut 1400 jobs, or 12 per cent of its workforce, after a $2.3 billion loss.",
    ),
    (COMPANY, "Quillon Systems said on Wednesday that it would cut about 1,500 jobs after losing more than $2bn."),
    (COMPANY, "Shares in the chipmaker fell 17% to $41.60 in New York, having opened at $50.10."),
    (COMPANY, "Shares in the chipmaker fell by nearly a fifth in New York."),
    (COMPANY, "Chief executive Maya Trent blamed weak demand for laptops in Europe and Asia."),
    (COMPANY, "“We expanded faster than our customers did, and we’ve to correct that now,” Trent wrote."),
    (COMPANY, "“We expanded faster than our customers did,” Trent wrote. “We have to correct that now.”"),
    (COMPANY, "The company will close its plant in Dresden, opened in 2019, before the end of the year."),
    (COMPANY, "Rival Halden Micro reported a profit of €590 million ($640 million) in July."),
];

const MUSEUM: &str = "The Aldermere museum lost 46 of its 310 clocks when a pipe burst in the cellar on Sunday, its director said. \
    Repairing the cellar will cost £270,000 and take at least nine weeks. \
    The museum, which opened in 1894, had 58,000 visitors last year, and 12 percent of them came from abroad. \
    Inspectors had asked for new pipes in March 2027. \
    “We heard the water before we saw it, and by then it stood at our knees,” said Petra Lindgren, who looks after the clocks. \
    Ticket prices rose from £9 to £14 in four years. \
    The trustees meet on 6 May to talk about insurance.";
/// The whole report again, faithfully, each sentence turned round.
const MUSEUM_TURNED: &str = "On Sunday a burst pipe in the cellar cost the Aldermere museum 46 clocks out of 310, according to the director. \
    It will take at least nine weeks and £270,000 to repair the cellar. \
    The museum had 58,000 visitors last year, of whom 12 percent came from abroad; it opened in 1894. \
    In March 2027 inspectors had already asked for new pipes. \
    “We heard the water before we saw it, and by then it stood at our knees,” clock keeper Petra Lindgren said. \
    In four years ticket prices rose from £9 to £14. \
    Insurance is what the trustees will talk about on 6 May.";
/// What is altered in [`MUSEUM_TURNED`], one at a time, and into what.
const TURNED: &[(&str, &str)] = &[
    ("On Sunday", "On Saturday"),
    ("46 clocks", "64 clocks"),
    ("nine weeks", "nine months"),
    ("£270,000", "£207,000"),
    ("58,000", "85,000"),
    ("12 percent", "21 percent"),
    ("1894", "1849"),
    ("March 2027", "May 2027"),
    ("Lindgren", "Lindqvist"),
    ("four years", "six years"),
    ("£9", "£6"),
    ("£14", "£41"),
    ("6 May", "16 May"),
];
/// Whole pages that tell the report of the museum in part, and other things besides.
const MUSEUM_BESIDES: &[&str] = &[
    "A pipe burst in the cellar of the Aldermere museum on Sunday. Of the clocks lost 19 were wound by hand, said Petra Lindgren, \
     who looks after them. The roof of the museum needs £90,000, and repairing the cellar comes first.",
    "The Aldermere museum, which was closed for two weeks in 2019, will be repairing the cellar for months. It lost 46 clocks on Sunday \
     and has 264 others. Some 7,000 visitors last year came from abroad. Inspectors who asked for new pipes return in July.",
    "Ticket prices at the Aldermere museum were raised by £5 in four years. Children pay £3. The trustees meet in May to talk about \
     insurance, and again on 11 June. Petra Lindgren, 39, who looks after the clocks, was in the cellar for three hours on Sunday.",
];

/// For each sentence of the page the one that shares most of its content words.
fn align(page: &Prose, original: &Prose) -> Alignment {
    let stems = |p: &Prose, i: usize| -> HashSet<u64> {
        p.words_in(p.sentences()[i].words.clone()).iter().filter(|w| !w.stop).map(|w| w.stem).collect()
    };
    let nearest = |i| {
        let ours = stems(page, i);
        let shared = |j| ours.intersection(&stems(original, j)).count();
        let best = (0..original.sentences().len()).max_by_key(|&j| (shared(j), std::cmp::Reverse(j)))?;
        (shared(best) > 1).then(|| (best, shared(best) as f32 / ours.len() as f32))
    };
    Alignment { nearest: (0..page.sentences().len()).map(nearest).collect() }
}

fn raised(original: &str, page: &str) -> Vec<(String, String, AlteredKind)> {
    let (o, p) = (Prose::new([(0, original)]), Prose::new([(0, page)]));
    altered(&p, &o, &align(&p, &o), (None, None))
        .iter()
        .map(|a| (p.text(a.span).to_owned(), o.text(a.original).to_owned(), a.kind))
        .collect()
}

#[test]
fn planted_alterations_are_found_and_nothing_else_is_raised() {
    let (mut found, mut wrong, mut missed) = (0, Vec::new(), Vec::new());
    for (original, page, have, had, kind) in PLANTED {
        let want = ((*have).to_owned(), (*had).to_owned(), *kind);
        let mut got = raised(original, page);
        if let Some(at) = got.iter().position(|g| *g == want) {
            got.remove(at);
            found += 1;
        } else {
            missed.push((page, want));
        }
        wrong.extend(got.into_iter().map(|g| (page, g)));
    }
    for (original, page) in HARMLESS {
        wrong.extend(raised(original, page).into_iter().map(|g| (page, g)));
    }
    let lines = |what: &str, of: &[(&&str, (String, String, AlteredKind))]| {
        of.iter().map(|(page, a)| format!("{what}: {a:?} in {page}\n")).collect::<String>()
    };
    let report = format!("{found} of {} found\n{}{}", PLANTED.len(), lines("missed", &missed), lines("wrong", &wrong));
    println!("{report}");
    assert!(wrong.is_empty(), "{report}");
    assert!(found * 100 >= PLANTED.len() * 90, "{report}");
}

#[test]
fn what_is_altered_in_sentences_that_were_turned_round_is_found_and_nothing_else_is_raised() {
    let report = Prose::new([(0, MUSEUM)]);
    let raised = |page: &str| -> Vec<String> {
        let page = Prose::new([(0, page)]);
        let alignment = compare(&page, &report).alignment;
        altered(&page, &report, &alignment, (None, None)).iter().map(|a| page.text(a.span).to_owned()).collect()
    };
    for page in MUSEUM_BESIDES.iter().chain([&MUSEUM_TURNED]) {
        assert!(raised(page).is_empty(), "{:?} in {page}", raised(page));
    }
    let mut missed = Vec::new();
    for (was, is) in TURNED {
        let got = raised(&MUSEUM_TURNED.replace(was, is));
        match got.as_slice() {
            [] => missed.push(is),
            [words] => assert!(is.contains(words.as_str()), "{is}: {got:?}"),
            _ => panic!("{is}: {got:?}"),
        }
    }
    assert!(missed.len() * 10 <= TURNED.len(), "{missed:?}");
}

const FERRY: &str = "Two crew members of the Merrow ferry Lady Ellen were jailed on Tuesday for smuggling tobacco worth £310,000. \
    Joanna Brandt, 47, who steered the ship, got three years at Saltby Crown Court. Anselm Corrie, her engineer, got 18 months. \
    Customs officers had searched the ferry at Oxcombe on 7 March and found 396 boxes behind a panel in the engine room. \
    The court heard that the two had made 23 trips. They were paid £450 for each of them. \
    The company, Calder Line, was fined £64,000 in June for leaving the engine room unlocked. It has 52 ships. \
    “We trusted our crews, and two of them sold that trust for tobacco,” said its director, Leander Holm, after the hearing. \
    A second trial will open in Saltby on 4 November.";
/// A faithful page, of whose sentences most are made of two of the report's.
const FERRY_RETOLD: &str = "Two of the crew of the Lady Ellen, a Merrow ferry, are in jail for smuggling tobacco worth £310,000. \
    Joanna Brandt, 47, the steerswoman, was given three years by Saltby Crown Court, and engineer Anselm Corrie 18 months. \
    On 7 March the ferry was searched by customs at Oxcombe, and nearly 400 boxes turned up behind a panel. \
    They had made 23 trips, the court heard, and were paid £450 for each. \
    Calder Line, a company with 52 ships, left the engine room unlocked and was fined £64,000. \
    Its director Leander Holm said: “We trusted our crews, and two of them sold that trust for tobacco.” \
    Another trial is to open on 4 November.";
/// What is altered in [`FERRY_RETOLD`], one at a time, and into what.
const RETOLD: &[(&str, &str)] = &[
    ("Joanna", "Johanna"),
    ("47", "74"),
    ("7 March", "7 May"),
    ("nearly 400", "nearly 600"),
    ("23 trips", "32 trips"),
    ("52 ships", "25 ships"),
    ("£64,000", "£46,000"),
    ("for tobacco.”", "for cigarettes.”"),
    ("for tobacco.”", "for hard cash.”"),
    ("4 November", "4 December"),
    ("Leander Holm", "Leonard Holm"),
];
/// The same with what is put otherwise and is no alteration.
const PUT_OTHERWISE: &[(&str, &str)] = &[
    ("Joanna Brandt, 47,", "Jo Brandt, 47,"),
    ("Joanna Brandt, 47,", "Captain J. Brandt, who is in her forties,"),
    ("three years", "36 months"),
    ("18 months", "a year and a half"),
    ("7 March", "March 7"),
    ("On 7 March", "In spring"),
    ("nearly 400", "some 400"),
    ("23 trips", "almost two dozen trips"),
    ("£450 for each", "more than £10,000 in all"),
    ("52 ships", "about 50 ships"),
    ("£64,000", "just over £60,000"),
    ("director Leander Holm", "director, Mr Holm,"),
    ("director Leander Holm", "director, Cllr Holm,"),
    ("sold that trust for tobacco", "sold that trust"),
    ("sold that trust for tobacco", "sold [it] for tobacco"),
    ("on 4 November", "this autumn"),
    ("on 4 November", "in November"),
];

#[test]
fn what_one_sentence_has_from_two_is_compared_with_both() {
    let report = Prose::new([(0, FERRY)]);
    let raised = |page: &str| -> Vec<String> {
        let page = Prose::new([(0, page)]);
        let alignment = compare(&page, &report).alignment;
        let found = altered(&page, &report, &alignment, (Some("2031-10-15"), Some("2031-10-14")));
        found.iter().map(|a| page.text(a.span).to_owned()).collect()
    };
    assert_eq!(raised(FERRY_RETOLD), [""; 0]);
    for (was, is) in PUT_OTHERWISE {
        assert_eq!(raised(&FERRY_RETOLD.replace(was, is)), [""; 0], "{is}");
    }
    let mut missed = Vec::new();
    for (was, is) in RETOLD {
        let got = raised(&FERRY_RETOLD.replace(was, is));
        match got.as_slice() {
            [] => missed.push(is),
            [words] => assert!(is.contains(words.as_str()), "{is}: {got:?}"),
            _ => panic!("{is}: {got:?}"),
        }
    }
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn the_tables_are_as_long_as_they_are_said_to_be() {
    assert!(PLANTED.len() >= 50 && HARMLESS.len() >= 50, "{} {}", PLANTED.len(), HARMLESS.len());
}
