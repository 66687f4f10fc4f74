use super::*;

fn raised(page: &str, original: &str) -> Vec<(String, String)> {
    let (p, o) = (Prose::new([(0, page)]), Prose::new([(0, original)]));
    altered(&p, &o).iter().map(|a| (a.span.of(page).to_owned(), a.original.of(original).to_owned())).collect()
}

const SAID: &str = "“We were told nothing about the loans until the auditors had left, and nobody on my committee \
    would have signed them,” Odile Marsh said. “The organisation has [since] apologised for three errors of judgment.”";

#[test]
fn a_changed_quotation_is_told_by_its_changed_words() {
    for (page, have, had) in [
        ("She said: “We were told nothing about the loans until the lawyers had left.”", "lawyers", "auditors"),
        ("“We were told little about the loans until the auditors had left,” she said.", "little", "nothing"),
        ("“nobody on my committee should have signed them”", "should", "would"),
        ("“nobody on my committee would not have signed them”", "not", "would have"),
        ("“We were told nothing about the secret loans until the auditors had left”", "secret", "the loans"),
        ("“We were told about the loans until the auditors had left”", "told about", "told nothing about"),
        ("“They were told nothing about the loans until the auditors had left”", "They", "We"),
        ("“The organization has apologized for four errors of judgment.”", "four", "three"),
    ] {
        let got = raised(page, SAID);
        assert_eq!(got.len(), 1, "{page}: {got:?}");
        assert!(got[0].0 == have || got[0].0.contains(have), "{page}: {got:?}");
        assert!(got[0].1 == had || got[0].1.contains(had), "{page}: {got:?}");
    }
}

#[test]
fn a_quotation_that_was_only_set_otherwise_is_not_changed() {
    for page in [
        "“We were told nothing about the loans until the auditors had left, and nobody on my committee would have signed them”",
        "\"we were told nothing about the loans\", she said.",
        "‘nobody on my committee would have signed them’",
        "“We were told nothing … until the auditors had left,”",
        "“We were told nothing about the loans [of £4m] until the auditors had left,”",
        "“[The committee was] told nothing about the loans until the auditors had left,”",
        "“The organization has since apologized for three errors of judgement.”",
        "“The organization has apologized for 3 errors of judgement.”",
        "“We’d no idea of any of this,” she might have said of the loans.",
        "“We were told nothing about loans until the auditors had left,”",
        "“until the auditors had left”",
        "It was “a disgrace”, she said.",
        "“We were told nothing about the loans until the auditors had left,” she said, “and nobody on my committee would have signed them.”",
    ] {
        assert_eq!(raised(page, SAID), [], "{page}");
    }
}

#[test]
fn a_name_in_short_or_in_full_is_no_change() {
    let said = "“The board of the Merrow Harbour Authority met Mr Pike, and the Merrow Harbour Authority of the Isles paid for \
        Odile Marks' boat in spring,” the Northern Dredging Board said.";
    for page in [
        "“The board of the MHA met Mr Pike, and the Merrow Harbour Authority of the Isles paid for Odile Marks's boat”",
        "“The board of the Merrow Harbour met Mr Pike, and the Merrow Harbour Authority of the Isles paid”",
        "“The board of the Merrow Harbour Authority met Pike, and the Merrow Harbour Authority of the Isles paid”",
        "“The board of the Merrow Harbour Authority met Mr Pike, and the Merrow Harbour Authority paid for Odile Marks”",
    ] {
        assert_eq!(raised(page, said), [], "{page}");
    }
    let changed =
        "“The board of the MHB met Mr Pike, and the Merrow Harbour Authority of the Isles paid for Odile Marks”";
    assert_eq!(raised(changed, said).len(), 1);
}

#[test]
fn a_quotation_that_is_fitted_into_its_sentence_is_not_changed() {
    let said = "“The Metropolitan Ferry Service will open all your squalid letters to the board,” the judge told Pike.";
    for page in [
        "“The Met will open all your squalid letters to the board,” she said.",
        "The service will ‘open all his squalid letters to the board’.",
    ] {
        assert_eq!(raised(page, said), [], "{page}");
    }
    for page in [
        "“The Army will open all your squalid letters to the board,” she said.",
        "The service will ‘open all its squalid letters to the board’.",
    ] {
        assert_eq!(raised(page, said).len(), 1, "{page}");
    }
}

#[test]
fn a_word_said_twice_or_put_into_the_form_of_its_sentence_is_not_changed() {
    let said = "“My job is is not to run the harbour board,” Pike said. He spoke of “running the ferry fleet into the ground” at last.";
    for page in
        ["“My job is not to run the harbour board,” Pike said.", "He vowed to “run the ferry fleet into the ground”."]
    {
        assert_eq!(raised(page, said), [], "{page}");
    }
    for (page, have) in [
        ("“My job was not to run the harbour board,” Pike said.", "was"),
        ("He spoke of “running the tram fleet into the ground”.", "tram"),
    ] {
        let got = raised(page, said);
        assert!(got.len() == 1 && got[0].0.contains(have), "{page}: {got:?}");
    }
}

#[test]
fn changes_in_two_parts_of_a_quotation_are_told_against_one_place() {
    let heading = "“I want to see the loans”";
    let said =
        "“I want to see the loans, and I want to see who signed them,” Marsh said. “I am not looking for them to go.”";
    let page = "“I demand to see the loans, and I want to know who signed them,” Marsh said.";
    let (p, o) = (Prose::new([(0, page)]), Prose::new([(0, heading), (1, said)]));
    let got: Vec<_> = altered(&p, &o).iter().map(|a| (p.text(a.span), o.text(a.original), a.original.block)).collect();
    assert_eq!(got, [("demand", "want", 1), ("know", "see", 1)]);
}

#[test]
fn another_statement_within_a_quotation_is_no_change() {
    let said = "“Nothing will bring the ferry back, but we feel that there has been unfinished business,” she said. “I truly \
        believe the board to be guilty of the loss of the boat. The owners were deaf, blind and dumb.”";
    for page in [
        "“Nothing will bring the ferry back, but we feel that there has been unfinished business. My thanks to the crew.”",
        "“We feel that there has been unfinished business. The owners have got away lightly. They were deaf, blind and dumb.”",
    ] {
        assert_eq!(raised(page, said), [], "{page}");
    }
}

#[test]
fn two_statements_of_the_same_speaker_are_two_statements() {
    assert_eq!(raised("“We were sure that nobody would have left the committee over the loans,” she said.", SAID), []);
    assert_eq!(raised("“We know the auditors,” she said.", SAID), []);
}
