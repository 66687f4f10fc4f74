//! Readings with a library: what is found, in which order, and which of two documents is the original.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

mod stories;

use firsthand::library::MemoryLibrary;
use firsthand::page::Original;
use firsthand::reading::{ASK, NEVER, Need, Reading, SIGN_IN, STOPPED, record};
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

const LEAK: &str = "Strideo, a running app with 4.2 million users, left 68 gigabytes of location data on a server without a password for at least seven months, according to researchers at the security firm Palisade.\n\
The data included routes, start times and in some cases home addresses, which the app stores so that it can hide the first 200 meters of a run. About 310,000 accounts were affected, most of them in Canada and France.\n\
Palisade said it found the server on 2 March and told Strideo on the same day. The company closed it on 19 March.\n\
\"There was no lock on the door at all,\" said Joanna Pike, who leads Palisade's research team. \"Anyone who typed in the address could see where a person sleeps.\"\n\
Strideo's chief executive, Marc Villeneuve, said there was no evidence that anybody other than Palisade had opened the files. \"We regret this and have told every affected user,\" he said in an email. The company said it had hired an outside firm to examine its logs.\n\
Two users contacted by Netwatch Daily said they had not been told anything. France's privacy regulator, the CNIL, said it had opened an inquiry. It can fine companies up to 4 percent of their yearly sales.\n\
Strideo had sales of 38 million euros in 2025. It raised 12 million euros from investors in January.\n\
Netwatch Daily was shown a sample of 500 records and was able to confirm the addresses of three people in it.";

/// It retells [`LEAK`] in words of its own, with much comment: by its text alone it might be another reporter's.
const LEAK_RETOLD: &str = "If you use Strideo, sit down. The popular running app left 86GB of location data lying around on an open server for at least seven months, per <a href=https://netwatchdaily.example/2026/strideo-exposed>Netwatch Daily</a>.\n\
Around 310,000 accounts are affected, mainly in Canada and France, and the data covers routes, start times and even home addresses. Ironically, the app only keeps addresses so it can hide the first 200 metres of your run.\n\
Security firm Palisade stumbled on the server on March 2 and told Strideo right away. It took the company until March 29 to pull the plug, which tells you everything about its priorities.\n\
\"There was no lock on the door,\" Palisade's Joanna Pike told Netwatch Daily. \"Anyone who typed in the address could see where a person sleeps.\"\n\
CEO Marc Villeneuve insists that nobody else opened the files and says the company has told every affected user. That is a bare-faced lie: two users told Netwatch Daily that they'd heard nothing.\n\
The French watchdog CNIL is now investigating, and it could fine Strideo up to 4 percent of annual sales. With sales of €38 million last year, that is pocket change.\n\
Want to delete your account? Go to Settings, then Privacy, then Delete. Better yet, buy a paper map.";

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

/// What comes of asking for the credited report.
#[derive(Clone, Copy)]
enum Answer<'a> {
    Code(&'a str),
    Html(&'a str),
}

/// What a host with a library does.
fn read(page: &Page, known: &[Page]) -> Report {
    read_with(page, known, &[], Answer::Code("offline"))
}

/// The same where something is `given` along with the page, and the network answers.
fn read_with(page: &Page, known: &[Page], given: &[Page], answer: Answer) -> Report {
    let mut library = MemoryLibrary::new();
    known.iter().for_each(|k| library.add(record(&article::read(k).unwrap(), None)));
    let mut reading = Reading::new(page, Options { article: true, ..Options::default() }).unwrap();
    given.iter().for_each(|page| reading.original(&Original { id: "given".to_owned(), page: page.clone() }));
    loop {
        let needs = reading.needs();
        if needs.is_empty() {
            return reading.report();
        }
        for need in needs {
            match (&need, answer) {
                (Need::Shards(ids), _) => ids.iter().for_each(|id| reading.shard(*id, library.shard(*id))),
                (Need::Records(ids), _) => ids.iter().for_each(|id| reading.record(*id, library.record(*id).cloned())),
                (Need::Document(_), Answer::Code(code)) => reading.absent(&need, code, "There is no network here."),
                (Need::Document(url), Answer::Html(html)) => reading.document(url, html, MOVED),
            }
        }
    }
}

const COURIER: &str = "https://anselcourier.example/2031/cranes";
/// Where a fetch of it ends.
const MOVED: &str = "https://anselcourier.example/archive/2031/cranes";
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
fn a_page_is_taken_at_its_word_when_it_links_the_report_that_it_retells() {
    let report = page("https://netwatchdaily.example/2026/strideo-exposed", Some("Netwatch Daily"), None, LEAK);
    let of = |text: &str| read(&page(BLOG, Some("Dockside"), None, text), std::slice::from_ref(&report));
    let credited = of(LEAK_RETOLD);
    assert_eq!(credited.finding, Finding::Rewrite);
    assert!(
        credited.sources[0].altered.iter().any(|a| (a.page.as_str(), a.source.as_str()) == ("86GB", "68 gigabytes"))
    );
    // The same words without the name: nothing shows that they are not another's on the same event.
    let silent =
        LEAK_RETOLD.replace(", per <a href=https://netwatchdaily.example/2026/strideo-exposed>Netwatch Daily</a>", "");
    assert_eq!(of(&silent.replace("Netwatch Daily", "reporters")).finding, Finding::SameEvent);
    // A credit alone is no evidence: something must trace.
    let beside = format!(
        "{REPORT}\nLast year <a href=https://netwatchdaily.example/2026/strideo-exposed>Netwatch Daily</a> reported on running apps."
    );
    assert!(of(&beside).sources.iter().all(|s| s.relation > Relation::PartiallyDerived));
}

/// A letter of several items, and an interview that somebody else wrote up: each says itself whom it has it from, however much else it
/// tells, and the interview stays the original beside the story that credits it.
#[test]
fn a_page_draws_on_the_report_that_it_credits_where_it_retells_it() {
    const AIRPORT: &str = "Polar Wing will end all its flights from Kestrel Regional Airport on October 25, with the loss of 118 jobs, the airline told staff on Monday evening.\n\
The budget carrier, which runs 31 flights a week from Kestrel to seven cities, accounts for 64 per cent of the airport's passengers.\n\
The airport's director, Sunniva Prail, said she had learned of the decision from a pilot. She said that charges had gone up by 3 per cent, less than inflation, and that Polar Wing's planes had been 81 per cent full in May.\n\
The Aviation Staff Union said its members had been given no warning. Its regional secretary, Bettina Kwan, said pilots had been offered transfers but cabin crew had not.";
    const LETTER: &str = "Good morning. It's going to be hot, so take water. The weather service expects 36 degrees inland by three o'clock.\n\
Schools in Upper Lessing will let pupils go home at noon. The city's four open-air pools are free until Friday.\n\
One lane of the Cordwainers' Bridge opened to cars at five this morning, eleven weeks later than promised. Lorries must still go round by Hatch.\n\
No more cheap flights from Kestrel: Polar Wing is pulling out of Kestrel Regional Airport on October 25, the Kestrel Chronicle reports, and 118 people will lose their jobs. The airline runs 31 flights a week there.\n\
A bear was seen on Sunday evening near the golf course at Millward, it ate a whole birdfeeder, and it left. The rangers ask you not to look for it.\n\
Rents are up again. A flat with two rooms in the city now costs 1,140 a month, the tenants' association said.\n\
And finally, the library's cat has had her portrait painted by pupils of the Ashgrove school. It hangs by the returns desk.";
    const INTERVIEW: &str = "Thea Marchbanks makes tea in a saucepan, because the kettle, she says, is for visitors whom she doesn't trust. She is 63 and last month won the Alder Prize for a memoir that is built around forty-one letters from her father, a ship's engineer who died when she was nine.\n\
I had come to ask about the prize. We had been talking for about ten minutes when she put down her cup.\n\
\"There's something I ought to tell you before this goes any further,\" she said. \"He didn't write the letters. I did.\"\n\
I asked her to say it again. Did the publisher know?\n\
\"No. Nobody knew. My sister guessed. She rang me when the book came out.\"\n\
She said that she had not set out to deceive anybody. She had begun the letters as an exercise, when she was stuck.\n\
Why tell me now? She was silent for some time, and then poured what was left into the sink.\n\
She means to return the prize money, which is 40,000 crowns, and has written to the jury.";
    const WRITTEN_UP: &str = "The novelist Thea Marchbanks has admitted that she invented the letters at the heart of her prize-winning memoir.\n\
\"He didn't write the letters. I did,\" the 63-year-old told The Weekly Reader in an interview published on Friday.\n\
The museum in Norrick, where one letter is on show, said yesterday that it had been taken down. Its director, Hal Petrossian, was not angry.\n\
Marchbanks intends to give back the prize money of 40,000 crowns.\n\
She joins a long line of memoirists who made things up. In 2011 the poet Ivo Lasker confessed that the camp in his autobiography was a scout camp.";
    let at = |url: &str, day: &str, text: &str| page(url, None, Some(day), text);
    let airport = at("https://kestrelchronicle.example/business/flights", "2031-06-09", AIRPORT);
    let beside = |page: &Page, original: &Page| {
        read_with(page, &[], std::slice::from_ref(original), Answer::Code("offline")).finding
    };
    let letter = |text: &str| beside(&at("https://morningseven.example/tue", "2031-06-09", text), &airport);
    assert_eq!(letter(LETTER), Finding::DrawsOn);
    // Without the credit nothing shows that it was not heard from the airline.
    let silent = letter(&LETTER.replace(", the Kestrel Chronicle reports,", ""));
    assert!(!matches!(silent, Finding::Rewrite | Finding::DrawsOn), "{silent:?}");

    let interview = at("https://theweeklyreader.example/marchbanks", "2031-01-30", INTERVIEW);
    let story = at("https://citygazette.example/letters", "2031-01-31", WRITTEN_UP);
    let told = beside(&story, &interview);
    assert!(matches!(told, Finding::Rewrite | Finding::DrawsOn), "{told:?}");
    assert_eq!(beside(&interview, &story), Finding::Original);
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

/// Neither count nor alignment knows of figures in a table, which no reader takes for sentences.
#[test]
fn a_table_is_text_of_the_page_and_none_of_its_sentences() {
    let row = |cells: [&str; 3]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let rows: String = [["Pier", "Cranes", "Checked"], ["Nine", "14", "6"], ["Ten", "27", "11"]].map(row).concat();
    let (head, rest) = REWRITE.split_once('\n').unwrap();
    let with = page(BLOG, None, None, &format!("{head}\n<table>{rows}</table>\n{rest}"));
    let known = [page(COURIER, None, None, REPORT)];
    let (table, plain) = (read(&with, &known), read(&page(BLOG, None, None, REWRITE), &known));
    assert_eq!(table.counts, plain.counts);
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

/// A story on the same cranes by another newsroom, which neither took anything from the other's report.
const BESIDE: &str = "Seven gantry cranes stood idle in Port Ansel on Tuesday while climbers checked their bolts, the first such check in years.\n\
Ship owners were told by the harbour office to expect delays until Friday, and three freighters were sent on to Marrow Point.\n\
Inspections had been falsified, and the ministry wanted seven of the cranes to be shut until somebody had climbed them.\n\
A climber from Marrow Point found two cracked pins by noon; a third crane was cleared in the evening, to some applause.\n\
Union stewards handed out coffee at the gates and said that the men would be paid for the lost shifts.";

#[test]
fn every_reading_says_one_thing_of_the_page_and_of_which_source() {
    let text = |url: &str, text: &str| page(url, None, None, text);
    let words = "The port’s shameless bosses got away with a grotesque fraud.";
    let story = |credit: &str| text(BLOG, &format!("{words}\n{BRIEF}\n{credit} reported so on Monday."));
    let linked = format!("The <a href='{COURIER}'>Ansel Courier</a>");
    let (credits, names) = (story(&linked), story("The Ansel Courier"));
    let rewrite = text(BLOG, REWRITE);
    let rewrite_linked = text(BLOG, &REWRITE.replace("the Ansel Courier", &linked));
    let start: String = REWRITE.lines().take(3).map(|l| format!("{l}\n")).collect();
    let draws = text(BLOG, &(start + BACKGROUND));
    let beside = text("https://harbourgazette.example/idle", BESIDE);
    let daily = "The <a href='https://netwatchdaily.example/2031/idle'>Netwatch Daily</a> reported so on Monday.";
    let beside_other = text("https://harbourgazette.example/idle", &format!("{BESIDE}\n{daily}"));
    let elsewhere = text(BLOG, BACKGROUND);
    let column = Page {
        title: Some("Opinion: Who climbs a crane?".into()),
        ..text("https://dockside.example/opinion/9", BACKGROUND)
    };
    let report = page(COURIER, Some("Ansel Courier"), None, REPORT);
    let unlike = page(COURIER, Some("Ansel Courier"), None, LEAK);
    let tab = page("https://netwatchdaily.example/strideo", Some("Netwatch Daily"), None, LEAK);
    let [whole, other] = [&report, &unlike].map(|p| Answer::Html(p.html.as_deref().unwrap()));
    let scripts = Answer::Html("<title>Cranes</title><script>show()</script>");
    let known = |story: &Page, known: &Page| read_with(story, std::slice::from_ref(known), &[], Answer::Code(ASK));
    let given = |story: &Page, given: &Page| read_with(story, &[], std::slice::from_ref(given), Answer::Code(ASK));
    let asked = |story: &Page, answer| read_with(story, &[], &[], answer);
    let fails = |code| asked(&credits, Answer::Code(code));
    let (here, moved, there) = (Some(COURIER), Some(MOVED), tab.url.as_deref());

    for (case, report, finding, about, gap) in [
        ("known", known(&rewrite, &report), Finding::Rewrite, here, None),
        ("chosen", given(&rewrite, &report), Finding::Rewrite, here, None),
        ("fetched, and moved", asked(&rewrite_linked, whole), Finding::Rewrite, moved, None),
        ("a part is from it", known(&draws, &report), Finding::DrawsOn, here, None),
        ("a copy is known", known(&report, &rewrite), Finding::Original, None, None),
        ("beside it", given(&beside, &report), Finding::SameEvent, here, None),
        ("beside what was chosen", given(&beside_other, &report), Finding::SameEvent, here, None),
        ("beside what is known, and little traces", known(&beside, &report), Finding::Nothing, None, None),
        ("beside what is known, crediting another", known(&beside_other, &report), Finding::Credits, None, Some(ASK)),
        ("to be asked for", fails(ASK), Finding::Credits, None, Some(ASK)),
        ("stopped by the reader", fails(STOPPED), Finding::Credits, None, Some(STOPPED)),
        ("not to be fetched", fails(NEVER), Finding::Forbidden, None, Some(NEVER)),
        ("for those who sign in", fails(SIGN_IN), Finding::SignIn, None, Some(SIGN_IN)),
        ("no answer", fails("timeout"), Finding::Failed, None, Some("timeout")),
        ("no text", asked(&credits, scripts), Finding::Failed, None, Some("no_text")),
        ("named without a link", known(&names, &tab), Finding::Unlinked, None, None),
        ("another report by whom it names", known(&names, &unlike), Finding::Unlinked, None, None),
        ("fetched, and nothing traces", asked(&credits, other), Finding::Untraced, moved, None),
        ("known, and nothing traces", known(&credits, &unlike), Finding::Untraced, here, None),
        ("chosen, and nothing traces", given(&elsewhere, &tab), Finding::Untraced, there, None),
        ("another matter is known", known(&elsewhere, &tab), Finding::Nothing, None, None),
        ("a column", known(&column, &tab), Finding::Opinion, None, None),
    ] {
        let of = report.about.and_then(|i| report.sources.get(i as usize));
        let why = report.gap.and_then(|i| report.gaps.get(i as usize));
        let said = (report.finding, of.and_then(|s| s.url.as_deref()), why.map(|g| g.code.as_str()));
        assert_eq!(said, (finding, about, gap), "{case}: {:?}", report.sources);
        let quiet = match finding {
            // The report may say the writer's words too.
            Finding::Credits => Some(Quiet::Uncompared),
            Finding::Opinion => Some(Quiet::Opinion),
            _ => None,
        };
        assert_eq!(report.quiet, quiet, "{case}");
        if finding == Finding::Untraced {
            assert!(of.is_some_and(|s| s.traces.is_empty()) && report.counts.traced == 0, "{case}");
        }
    }
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

const POOL: &str = "The city council in Larkmoor voted 23-18 on Tuesday to close the Weir Road pool, the town's only outdoor swimming pool.\n\
Repairs would have cost $14.2 million, according to the city's engineers, who found cracks in both basins last autumn.\n\
\"It is the last place where this town still meets,\" said Jens Alder, who chairs the Friends of Weir Road. The group wants to gather 3,200 signatures by April 30 to force a referendum.\n\
The pool opened in 1957. Last summer it drew 48,000 visitors, the fewest on record.";

/// A page's own words are marked in what it credits to the report that it was compared with, as far as the report does not say
/// them; whoever else it credits could have said them.
#[test]
fn a_credit_to_the_report_stands_for_what_the_report_says_and_no_more() {
    let report = |text: &str| page("https://larkmoorcourier.example/weir-road", Some("Larkmoor Courier"), None, text);
    let rest = "Repairs would have cost $14.2 million after engineers found cracks in both basins, the Larkmoor Courier reports. The Friends of Weir Road want to gather 3,200 signatures by April 30 to force a referendum. The pool opened in 1957 and drew 48,000 visitors last summer, the fewest on record.";
    let linked = "The spineless city council <a href=https://larkmoorcourier.example/weir-road>voted 23-18 on Tuesday to close the Weir Road pool</a>.";
    let spineless = POOL.replace("The city council", "A spineless city council");
    for (case, said, known, wanted) in [
        (
            "named",
            "According to the Larkmoor Courier, the spineless city council voted 23-18 on Tuesday to close the Weir Road pool.",
            Some(POOL),
            Some(true),
        ),
        (
            "for short",
            "The spineless city council voted 23-18 on Tuesday to close the Weir Road pool, the Courier writes.",
            Some(POOL),
            Some(true),
        ),
        (
            "the paper",
            "The paper says that the spineless city council voted 23-18 on Tuesday to close the Weir Road pool.",
            Some(POOL),
            Some(true),
        ),
        ("by a link", linked, Some(POOL), Some(true)),
        (
            "to nobody",
            "The spineless city council voted 23-18 on Tuesday to close the Weir Road pool.",
            Some(POOL),
            Some(false),
        ),
        (
            "the report says so",
            "According to the Larkmoor Courier, the spineless city council voted 23-18 on Tuesday to close the Weir Road pool.",
            Some(&spineless),
            None,
        ),
        (
            "no report known",
            "According to the Larkmoor Courier, the spineless city council voted 23-18 on Tuesday to close the Weir Road pool.",
            None,
            None,
        ),
        (
            "somebody else",
            "According to Jens Alder, the spineless city council voted 23-18 on Tuesday to close the Weir Road pool.",
            Some(POOL),
            None,
        ),
        ("a link elsewhere", &linked.replace("weir-road", "budget"), Some(POOL), None),
        (
            "quoted",
            "\"The spineless city council voted 23-18 on Tuesday to close the Weir Road pool,\" the Larkmoor Courier reports.",
            Some(POOL),
            None,
        ),
        (
            "another report",
            "A decade ago the Larkmoor Courier reported that a spineless mayor had sold off every tram in his depot.",
            Some(POOL),
            None,
        ),
    ] {
        let story = page(BLOG, Some("Dockside"), None, &format!("{said}\n{rest}"));
        let known: Vec<Page> = known.map(report).into_iter().collect();
        let report = read(&story, &known);
        let marked = report.characterizations.iter().find(|c| c.span.block == 0).map(|c| c.credited);
        assert_eq!(marked, wanted, "{case}: {:?}", report.characterizations);
    }
}
