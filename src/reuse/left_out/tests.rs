use super::*;

const REPORT: &[&str] = &[
    "Harbour board hid loans for six years",
    "The Merrow harbour board hid loans of £4.2m from its auditors for six years, minutes seen by the Ledger show.",
    "The loans went to three dredging firms, and the harbour board never recorded them.",
    "Trending Articles",
    "Ferry Fares to Rise",
    "Talks on the ferry fares began on Wednesday, and no end is in sight.",
    "“The harbour board has never hidden a loan from its auditors. Every loan was approved by the full board,” Desmond Pike, \
     the board’s treasurer, wrote when contacted by the Ledger about the loans.",
    "The loans amounted to 38 percent of the harbour’s yearly income, and 112 jobs depended on the dredging firms.",
    "Odile Marsh, who chairs the audit committee of the board, said she was told nothing.",
    "Rain is forecast for the weekend in most parts of the county.",
    "Photo credit: A. Tern/Getty Images",
    "Like this article? Subscribe to the Ledger for more on the harbour board and its loans.",
];

fn prose<'t>(blocks: &[&'t str]) -> Prose<'t> {
    Prose::new((0u32..).zip(blocks.iter().copied()))
}

fn listed<'t>(page: &str, original: &Prose<'t>) -> Vec<(&'t str, LeftOutWhy)> {
    let page = prose(&[page]);
    let of = |l: &LeftOut| (original.text(original.sentences()[l.original_sentence].span), l.why);
    left_out(&page, original, &[], Some(REPORT[0])).iter().map(of).collect()
}

#[test]
fn the_answer_of_the_accused_and_the_figures_are_listed_and_furniture_never() {
    let original = prose(REPORT);
    let page = "Pike hid loans of £4.2m from the harbour board’s auditors for six years, the Ledger’s minutes show. \
        It is a disgrace that Pike and the Merrow harbour board think they can get away with it. \
        Three dredging firms got the loans, never recorded by the board. Odile Marsh of the audit committee was told nothing.";
    let got = listed(page, &original);
    assert!(got.len() <= 5);
    let places: Vec<_> = got.iter().map(|g| REPORT.iter().position(|b| b.contains(g.0))).collect();
    assert!(places.is_sorted(), "in the original's order: {got:#?}");
    assert!(
        got.contains(&("“The harbour board has never hidden a loan from its auditors.", LeftOutWhy::Answer)),
        "{got:#?}"
    );
    assert!(got.iter().any(|g| g.0.starts_with("The loans amounted") && g.1 == LeftOutWhy::Figures), "{got:#?}");
    for (text, _) in &got {
        for furniture in
            ["Trending", "Ferry", "Talks", "Rain", "Photo", "Subscribe", "Like this", "The Merrow harbour board hid"]
        {
            assert!(!text.contains(furniture), "{text}");
        }
    }
}

#[test]
fn a_page_that_carries_everything_leaves_nothing_out() {
    let original = prose(REPORT);
    assert_eq!(listed(&REPORT.join(" "), &original), []);
    assert_eq!(listed("anything", &prose(&[])), []);
}

/// What a page leaves out of a report of which only the last sentence but one changes.
#[test]
fn what_is_told_repeated_or_beside_the_matter_is_not_listed() {
    const HEAD: &[&str] = &[
        "The Merrow dredging board lost £4.2m on three boats, the county’s auditors found.",
        "Desmond Pike, who chairs the dredging board, admitted that the boats had never been insured.",
        "The board bought the boats from a firm in Saltby.",
    ];
    const PAGE: &[&str] = &[
        "Auditors of the county have found that the dredging board of Merrow lost £4.2m on three boats. \
         Its chairman, Desmond Pike, admitted that none of the boats had ever been insured. He is to blame.",
        "They came from a Saltby firm, and the second-hand boats sank within a year, in the harbour mouth, in fair weather.",
    ];
    for (sentence, wanted, case) in [
        (
            "Pike said that the insurers had refused the boats, but that he had told the county so in writing.",
            true,
            "the answer of whom the page blames",
        ),
        (
            "Under a clause of the purchase the Saltby firm must pay the dredging board £1.9m for the boats.",
            true,
            "a sum that the page lacks",
        ),
        (
            "Within a year all three of the secondhand boats sank at the mouth of the harbour.",
            false,
            "told in other words",
        ),
        (
            "Pike, the chairman of the dredging board, admitted the lack of insurance.",
            false,
            "a repetition of what is told",
        ),
        (
            "The boats of the dredging board lay beside a yacht of the Saltby firm, which cost its owner about £9m.",
            false,
            "a figure by the way",
        ),
        (
            "In 1974 the dredging board of Merrow bought boats for £300,000 from the firm.",
            false,
            "what was long before",
        ),
        (
            "He said that the boats of the dredging board cost £1.9m and that they sank.",
            false,
            "who speaks is not said",
        ),
        (
            "“This is what the dredging board and its boats are worth,” Pike said.",
            false,
            "a quotation that points back",
        ),
        (
            "Dredging board: chairman, Desmond Pike, elected in 2011; treasurer, Odile Marsh, elected in 2014; clerk, Ambrose \
             Teal, since 2009; boats, three, bought from the Saltby firm; income, £6.3m a year, of which £2.2m come from harbour \
             dues, £1.9m from the county and the rest from the sale of gravel; berths, 214; workers on the boats, 38; office, at \
             Quay Street in Merrow, beside the customs house and the old lifeboat station",
            false,
            "a table",
        ),
        ("Rain is expected in Saltby on Friday, with winds of 40 miles an hour.", false, "beside the matter"),
        (
            "(Corrected repetition. Amends the loss of the dredging board on its boats to £4.3m.)",
            false,
            "a note to editors",
        ),
    ] {
        let blocks: Vec<&str> = HEAD.iter().copied().chain([sentence, "The auditors will report again."]).collect();
        let (page, original) = (prose(PAGE), prose(&blocks));
        let traces = crate::reuse::compare(&page, &original).traces;
        let got: Vec<&str> = left_out(&page, &original, &traces, Some("Dredging board lost millions on boats"))
            .iter()
            .map(|l| original.text(original.sentences()[l.original_sentence].span))
            .collect();
        let want: &[&str] = if wanted { &[sentence] } else { &[] };
        assert_eq!(got, want, "{case}");
    }
}

/// A report of the length that papers print on the web, with an answer of the accused in the middle, and a rewrite that
/// tells everything but that.
#[test]
fn the_answer_of_the_accused_is_shown_in_whatever_form_it_is_given() {
    const BEFORE: &[&str] = &[
        "The head of the Tarrow port authority steered contracts worth $6.4 million to a dredging company owned by his \
         brother, according to invoices and emails reviewed by the Coast Dispatch.",
        "Lionel Varga, who has run the authority since 2016, signed eleven of the fourteen contracts himself, the records \
         show. None was put out to tender, as state law requires for work above $50,000.",
        "The company, Varga Marine, was founded three months before the first contract and has no other public customers.",
        "Petra Solano, a former auditor of the authority, said she had warned the board twice, in memos dated March and \
         June of last year. The board never answered, she said.",
    ];
    const AFTER: &[&str] = &[
        "The state comptroller's office opened a review of the authority in September, after a complaint by two fishing \
         cooperatives. A report is expected early next year.",
        "The authority was created in 1974 to run the harbor, two ferry terminals and a fish market. It employs 230 people.",
    ];
    const PAGE: &[&str] = &[
        "You could not make it up. The man who runs the Tarrow port authority handed his own brother's company $6.4 million \
         in dredging work, and nobody stopped him.",
        "According to the Coast Dispatch, which got hold of invoices and emails, Lionel Varga signed eleven of fourteen \
         contracts with his own pen. Not one was put out to tender, although state law says that anything above $50,000 must be.",
        "The lucky firm, Varga Marine, sprang into being three months before the first contract and has no other public \
         customers. Former auditor Petra Solano says she warned the board twice in memos and never got an answer.",
        "The comptroller has been reviewing the authority since September, after two fishing cooperatives complained; expect a \
         report early next year. It is a disgrace, and Varga should be gone by Monday.",
    ];
    for (shown, answer) in [
        (true, "Mr. Varga denied any wrongdoing."),
        (true, "He denied wrongdoing."),
        (true, "Mr. Varga insists that he broke no law."),
        (true, "“My brother's company was the cheapest by far, and everybody knew who owned it,” Mr. Varga said."),
        (true, "“There was nothing improper about any of this,” Varga told the Dispatch."),
        (true, "“These claims are false,” Mr. Varga wrote in an email."),
        (true, "Reached by telephone, Mr. Varga called it politically motivated and said that he would cooperate."),
        (
            true,
            "In a statement, a spokeswoman for the authority, Dana Frew, said that every contract “was reviewed by outside counsel \
             and found to be lawful.”",
        ),
        (
            true,
            "A lawyer for Mr. Varga, Simon Teague, said the contracts were emergency work, for which no tender is required.",
        ),
        (
            true,
            "The authority said in a statement that the work was urgent and that no other company could have done it in time.",
        ),
        (
            true,
            "Mr. Varga declined to be interviewed, and said in a written statement that the contracts “followed every rule in \
             force at the time.”",
        ),
        (true, "The authority rejected the accusations, saying that the state crew had been disbanded."),
        (false, "Mr. Varga did not respond to requests for comment."),
        (false, "Ms. Solano said that she had told the auditors of Ellery about it, too."),
        (false, "Mr. Varga said that he had signed eleven of the contracts."),
        (false, "Mr. Varga said that he had walked to the port because he did not like the traffic of the town."),
    ] {
        let blocks: Vec<&str> = BEFORE.iter().copied().chain([answer]).chain(AFTER.iter().copied()).collect();
        let (page, original) = (prose(PAGE), prose(&blocks));
        let traces = crate::reuse::compare(&page, &original).traces;
        let title = Some("Port chief steered dredging work to brother's firm, records show");
        let listed: Vec<&str> = left_out(&page, &original, &traces, title)
            .iter()
            .map(|l| original.text(original.sentences()[l.original_sentence].span))
            .collect();
        let want: &[&str] = if shown { &[answer] } else { &[] };
        assert_eq!(listed, want, "{answer}");
    }
}

/// What a page leaves out of a report with one more sentence, where the page tells of a case in court, of its end, or of nothing to
/// answer for.
#[test]
fn what_belongs_to_the_course_of_a_case_is_no_answer() {
    const REMANDED: &str = "Desmond Pike, the treasurer of the Merrow harbour board, was remanded by Saltby magistrates yesterday \
        on four charges of fraud.";
    const JAILED: &str = "Desmond Pike, the treasurer of the Merrow harbour board, was jailed for six years yesterday for fraud \
        with its loans. Three clerks of the board helped him.";
    const LAUNCHED: &str = "Desmond Pike took the Merrow harbour board’s new lifeboat out for the first time yesterday. Pike said that \
        the old one had been too slow in the storm of 1998, which cost three crews.";
    const ACCUSING: &str = "Odile Ferris criticised the Merrow harbour board yesterday. The harbour board’s treasurer, Desmond Pike, \
        listened. The harbour has 214 berths.";
    for (page, sentence, wanted, case) in [
        (
            REMANDED,
            "Pike, of Quay Street, Merrow, confirmed his name and told the court his address in a clear voice.",
            false,
            "the course of a hearing",
        ),
        (REMANDED, "Pike told the court that he denied the fraud charges.", true, "his plea"),
        (
            JAILED,
            "Three clerks of the harbour board are standing trial with Desmond Pike as well as facing charges of theft.",
            false,
            "overtaken by the verdict",
        ),
        (
            JAILED,
            "Pike and the clerks of the harbour board pleaded not guilty to theft, while all four deny fraud.",
            false,
            "a plea is, too",
        ),
        (LAUNCHED, "“We never want to see that again,” Pike said.", false, "nothing is held against him"),
        (
            ACCUSING,
            "“I have told the harbour board in so many words that it must never happen again,” Ferris told the Ledger.",
            false,
            "who accuses answers nothing",
        ),
    ] {
        let blocks = [
            "The treasurer of the Merrow harbour board was in the news yesterday.",
            "Desmond Pike has been the treasurer of the harbour board since 2011.",
            "The board runs the harbour and two ferries.",
            "Saltby has no harbour of its own.",
            sentence,
            "The harbour board meets again on Friday.",
        ];
        let (page, original) = (prose(&[page]), prose(&blocks));
        let got = left_out(&page, &original, &[], Some("Treasurer of harbour board in the news"));
        let listed = got.iter().any(|l| original.text(original.sentences()[l.original_sentence].span) == sentence);
        assert_eq!(listed, wanted, "{case}");
    }
}

#[test]
fn what_the_page_s_subject_said_in_a_statement_is_listed_though_no_word_accuses() {
    let original = prose(&[
        "Dele Okafor, the European 400 metres champion, has been banned for 18 months after he missed three drug tests and will not \
         defend his title in Turin.",
        "Okafor, 26, was not at the address that he had given in September, January and March, the panel said.",
        "Okafor said in a statement that he was heartbroken and would appeal within 21 days.",
        "His coach of nine years, Petra Lindgren, said that the system treated athletes like prisoners on parole.",
    ]);
    let page = "European 400 metres champion Dele Okafor has been banned for 18 months for missing three drug tests and will not defend \
        his title in Turin. Okafor, 26, was not at the address he had given in September, January and March. His coach, Petra Lindgren, \
        said that the system treated athletes like prisoners on parole.";
    let page = prose(&[page]);
    let traces = crate::reuse::compare(&page, &original).traces;
    let got = left_out(&page, &original, &traces, None);
    assert_eq!(got, [LeftOut { original_sentence: 2, why: LeftOutWhy::Answer }]);
}

#[test]
fn the_weights_are_the_same_in_every_run() {
    // Every map and set has a hasher of its own: an order of theirs that shows, in a sum of many words, would differ between
    // runs of one process.
    let word = |i: usize| {
        format!(
            "{}{}{}",
            ["b", "d", "k", "l", "m"][i % 5],
            ["ar", "en", "or"][i / 5 % 3],
            ["den", "lop", "mick", "sal", "tern"][i / 15 % 5]
        )
    };
    let line = |i: usize| {
        let own: Vec<String> = (0..5).map(|k| word(i * 5 + k)).collect();
        format!("The harbour board lost £{}m on {}.", 3 + i, own.join(" and "))
    };
    let report: Vec<String> = (0..15).map(line).collect();
    let report: Vec<&str> = report.iter().map(String::as_str).collect();
    let page = ["The harbour board lost money.", "Pike is to blame."];
    let weights = || {
        let (found, _) = weighed(&prose(&page), &prose(&report), &[], Some("Harbour board hid losses"));
        found.iter().map(|w| (w.at, w.weight.to_bits())).collect::<Vec<_>>()
    };
    let first = weights();
    assert!(first.len() > 5, "{first:?}");
    for _ in 0..64 {
        assert_eq!(weights(), first);
    }
}

/// What a page leaves out of a report with one more sentence, where the page itself says in no word that anything is held against anybody.
#[test]
fn an_answer_that_says_so_itself_is_shown_on_a_page_that_does_not_accuse() {
    const BEFORE: &[&str] = &[
        "Pell Solar, the largest seller of roof panels in the Tarn valley, fitted hundreds of houses with panels that had been \
         taken off other roofs, according to delivery notes seen by the Tarn Examiner.",
        "The panels were sold as new, at an average of £8,900 for a house. Leonard Orde, who runs the warehouse, signed the notes.",
        "The Calder housing trust bought 140 of the systems for its tenants last spring.",
    ];
    const AFTER: &[&str] = &[
        "An engineer who tested four of the systems found that they gave little more than half of the power.",
        "Pell Solar was founded in a garage in 2016.",
    ];
    const PAGE: &[&str] = &[
        "Hundreds of houses in the Tarn valley have old panels on their roofs that were sold as new, delivery notes seen by the Tarn \
         Examiner show.",
        "Pell Solar took an average of £8,900 for a house. The notes were signed by Leonard Orde, who runs the company’s warehouse, and \
         140 of the systems went to the Calder housing trust for its tenants.",
        "Four systems that an engineer tested gave little more than half of the power.",
    ];
    for (shown, sentence) in [
        (
            true,
            "Pell Solar said that it took the allegations extremely seriously and had hired a law firm to look into its sales of panels in the valley.",
        ),
        (true, "Mr. Orde said in a short email that he had never opened the panels that went through the warehouse."),
        (
            true,
            "Mr. Orde said through his lawyer that he had signed whatever notes the sellers of the panels put before him.",
        ),
        (
            true,
            "The trust’s chief executive, Hugh Penn, said that he was deeply sorry for tenants with old panels on their roofs.",
        ),
        (false, "Pell Solar said that it would fit panels on the roofs of a second valley in the spring."),
        (false, "Mr. Orde said in a short speech that the warehouse holds more panels than any other in the valley."),
        (false, "A neighbour said that she was sorry for the tenants with old panels on their roofs."),
    ] {
        let blocks: Vec<&str> = BEFORE.iter().copied().chain([sentence]).chain(AFTER.iter().copied()).collect();
        let (page, original) = (prose(PAGE), prose(&blocks));
        let traces = crate::reuse::compare(&page, &original).traces;
        let title = Some("Solar firm sold used panels as new");
        let listed: Vec<&str> = left_out(&page, &original, &traces, title)
            .iter()
            .map(|l| original.text(original.sentences()[l.original_sentence].span))
            .collect();
        assert_eq!(listed.contains(&sentence), shown, "{sentence}: {listed:?}");
    }
}
