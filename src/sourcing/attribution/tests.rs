//! One made-up sentence for every way in which English says that somebody says something.

use super::*;
use crate::report::AttributionKind::{self, Direct, Indirect, Mixed};

/// Text, source, cue, content (its stretches parted by ` | `).
type Case = (&'static str, &'static str, &'static str, &'static str);

fn prose(text: &str) -> Prose<'_> {
    Prose::new(text.split('\n').enumerate().map(|(i, block)| (i as u32, block)))
}

fn shown(prose: &Prose, a: &Attribution) -> (String, String, String) {
    let words = |s: &Option<Span>| s.map_or(String::new(), |s| prose.text(s).to_owned());
    let content: Vec<&str> = a.content.iter().map(|s| prose.text(*s)).collect();
    (words(&a.source), words(&a.cue), content.join(" | "))
}

fn check(cases: &[Case], nobody: bool) {
    let mut wrong = Vec::new();
    for &(text, source, cue, content) in cases {
        let prose = prose(text);
        let found = attributions(&prose);
        let want = (source.to_owned(), cue.to_owned(), content.to_owned());
        if !found.iter().any(|a| shown(&prose, a) == want && a.nobody == nobody) {
            let got: Vec<_> = found.iter().map(|a| (shown(&prose, a), a.nobody)).collect();
            wrong.push(format!("{text}\n   want {want:?}\n    got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn what_is_asked_for_and_recalled_ends_where_the_writer_goes_on() {
    check(
        &[
            (
                "Marsh will ask for a review of the quay, which is more than the board has done.",
                "Marsh",
                "will ask for",
                "a review of the quay",
            ),
            (
                "Marsh reminded the clerk of his own broken promises.",
                "Marsh",
                "reminded the clerk of",
                "his own broken promises",
            ),
            (
                "Marsh reminded the head of the union that the quay was closed.",
                "Marsh",
                "reminded",
                "that the quay was closed",
            ),
        ],
        false,
    );
}

#[test]
fn direct_speech_has_its_speaker() {
    check(
        &[
            ("“We lost two boats,” Odile Marsh said.", "Odile Marsh", "said", "“We lost two boats,”"),
            ("“We lost two boats,” said Odile Marsh.", "Odile Marsh", "said", "“We lost two boats,”"),
            ("“We lost two boats,” she said on Monday.", "she", "said", "“We lost two boats,”"),
            ("“Why now?” asked the harbour master.", "the harbour master", "asked", "“Why now?”"),
            ("Marsh said: “We lost two boats.”", "Marsh", "said", "“We lost two boats.”"),
            ("Marsh said, “We lost two boats.”", "Marsh", "said", "“We lost two boats.”"),
            (
                "“We lost two boats,” Marsh said. “Nobody came.”",
                "Marsh",
                "said",
                "“We lost two boats,” | “Nobody came.”",
            ),
            ("“The sea,” Marsh said, “took two boats.”", "Marsh", "said", "“The sea,” | “took two boats.”"),
            ("\"We lost two boats,\" Marsh told reporters.", "Marsh", "told", "\"We lost two boats,\""),
            ("“We lost two boats,” Marsh wrote in a letter to the council.", "Marsh", "wrote", "“We lost two boats,”"),
            ("“We lost two boats,” Marsh, who runs the port, said.", "Marsh", "said", "“We lost two boats,”"),
            (
                "Marsh, a docker who has sailed for years, tweeted: “We lost two boats.”",
                "Marsh",
                "tweeted",
                "“We lost two boats.”",
            ),
            ("“We lost two boats,” said Marsh, who runs the port.", "Marsh", "said", "“We lost two boats,”"),
            ("“Go home!” shouted one of the dockers.", "one of the dockers", "shouted", "“Go home!”"),
            ("“We lost two boats. Nobody came,” Marsh said.", "Marsh", "said", "“We lost two boats. Nobody came,”"),
            ("“A wreck,” Dunn tweeted.", "Dunn", "tweeted", "“A wreck,”"),
            ("‘We lost two boats,’ said Ms Marsh.", "Ms Marsh", "said", "‘We lost two boats,’"),
            ("Asked about the wreck, Dunn replied, “No comment.”", "Dunn", "replied", "“No comment.”"),
            (
                "“We were told nothing,” he recalled. “It was dark.”",
                "he",
                "recalled",
                "“We were told nothing,” | “It was dark.”",
            ),
        ],
        false,
    );
}

#[test]
fn quotations_run_on() {
    check(
        &[
            (
                "“We lost two boats,” Marsh said. “Nobody came.\n“It was dark, and the radio was dead.”",
                "Marsh",
                "said",
                "“We lost two boats,” | “Nobody came. | “It was dark, and the radio was dead.”",
            ),
            ("Marsh wrote:\n“We lost two boats.”", "Marsh", "wrote", "“We lost two boats.”"),
            ("Marsh wrote:\nNo boat may leave before noon.", "Marsh", "wrote", "No boat may leave before noon"),
            ("Marsh was blunt. “We lost two boats,” she said.", "she", "said", "“We lost two boats,”"),
            ("Marsh said nobody came. “It was dark.”", "Marsh", "said", "nobody came | “It was dark.”"),
        ],
        false,
    );
}

#[test]
fn indirect_speech_is_found_with_and_without_that() {
    check(
        &[
            ("Marsh said that the port was full.", "Marsh", "said", "that the port was full"),
            ("Marsh said the port was full.", "Marsh", "said", "the port was full"),
            ("Marsh said on Monday that the port was full.", "Marsh", "said", "that the port was full"),
            (
                "Marsh said in an interview with the Ledger that the port was full.",
                "Marsh",
                "said",
                "that the port was full",
            ),
            ("Marsh, who runs the port, said it was full.", "Marsh", "said", "it was full"),
            (
                "The company said about half of its boats were lost.",
                "The company",
                "said",
                "about half of its boats were lost",
            ),
            ("Marsh told the council that the port was full.", "Marsh", "told", "that the port was full"),
            ("Marsh told the Ledger the port was full.", "Marsh", "told", "the port was full"),
            ("She told him he was late.", "She", "told", "he was late"),
            ("Marsh warned the union that the quay would close.", "Marsh", "warned", "that the quay would close"),
            (
                "As one docker pointed out with a drawing, the gap is wide.",
                "one docker",
                "pointed out",
                "the gap is wide",
            ),
            ("Marsh warned him the quay would close.", "Marsh", "warned", "the quay would close"),
            (
                "Half of the dockers agreed on Monday that the quay was full.",
                "Half of the dockers",
                "agreed",
                "that the quay was full",
            ),
            (
                "Marsh said that the leaks went on despite “many warnings” and “repeated pleas” from the crew.",
                "Marsh",
                "said",
                "that the leaks went on despite “many warnings” and “repeated pleas” from the crew",
            ),
            (
                "The union’s complaint was simple: the fee is too high.",
                "The union’s",
                "complaint was simple",
                "the fee is too high",
            ),
            ("Marsh warned the quay would close.", "Marsh", "warned", "the quay would close"),
            (
                "Marsh promised the head of the dockers’ union that he would stay.",
                "Marsh",
                "promised",
                "that he would stay",
            ),
            ("Marsh cautioned voters that the fee was high.", "Marsh", "cautioned", "that the fee was high"),
            (
                "Marsh has repeatedly warned that the wall would fall.",
                "Marsh",
                "has repeatedly warned",
                "that the wall would fall",
            ),
            ("Marsh asked whether the port would close.", "Marsh", "asked", "whether the port would close"),
            ("Marsh asked Dunn if the port would close.", "Marsh", "asked", "if the port would close"),
            ("Marsh explained how the wall fell.", "Marsh", "explained", "how the wall fell"),
            ("Marsh did not say when the port would open.", "Marsh", "did not say", "when the port would open"),
            ("Marsh denied that she had lied.", "Marsh", "denied", "that she had lied"),
            ("Marsh denied lying to the council.", "Marsh", "denied", "lying to the council"),
            ("Marsh maintains that the wall is safe.", "Marsh", "maintains", "that the wall is safe"),
            ("Marsh insisted the wall was safe.", "Marsh", "insisted", "the wall was safe"),
            ("Growers, for instance, argue that imports hurt them.", "Growers", "argue", "that imports hurt them"),
            ("The report goes on to outline a plan for the wall.", "The report", "to outline", "a plan for the wall"),
            ("Dunn seems to be admitting that he lied.", "Dunn", "to be admitting", "that he lied"),
            ("She went on to say that the wall was safe.", "She", "to say", "that the wall was safe"),
            ("He pointed out that the wall was new.", "He", "pointed out", "that the wall was new"),
            ("Dunn made clear that he would not pay.", "Dunn", "made clear", "that he would not pay"),
            (
                "Three dockers, speaking on condition of anonymity, said the wall was cracked.",
                "Three dockers",
                "said",
                "the wall was cracked",
            ),
            (
                "Advisers say, the mayor has grown tired of the port.",
                "Advisers",
                "say",
                "the mayor has grown tired of the port",
            ),
            (
                "Marsh says at a rally in Merrow, on the coast, that the wall is safe.",
                "Marsh",
                "says",
                "that the wall is safe",
            ),
        ],
        false,
    );
}

#[test]
fn a_clause_ends_where_its_speaker_stops() {
    check(
        &[
            ("Marsh says the wall is safe, but Dunn says it is a wreck.", "Marsh", "says", "the wall is safe"),
            ("Marsh says the wall is safe, but Dunn says it is a wreck.", "Dunn", "says", "it is a wreck"),
            ("Marsh said the wall was safe and added that it was new.", "Marsh", "said", "the wall was safe"),
            ("Marsh said the wall was safe and added that it was new.", "Marsh", "added", "that it was new"),
            ("Marsh said the wall was safe, adding that it was new.", "Marsh", "said", "the wall was safe"),
            ("Marsh said the wall was safe, adding that it was new.", "Marsh", "adding", "that it was new"),
            ("When Marsh noted that it was late, Dunn left.", "Marsh", "noted", "that it was late"),
            ("Dunn, who said the wall was safe, left the town.", "Dunn, who", "said", "the wall was safe"),
            ("Marsh's claim that the wall was safe angered the dockers.", "Marsh's", "claim", "that the wall was safe"),
            ("The dockers (Marsh says they were drunk) left the town.", "Marsh", "says", "they were drunk"),
            ("Marsh said the wall was safe; the dockers left.", "Marsh", "said", "the wall was safe"),
            (
                "Marsh said the wall, and others like it, was a disgrace.",
                "Marsh",
                "said",
                "the wall, and others like it, was a disgrace",
            ),
            (
                "Dunn described the plan as a shameful, ruinous folly that only a fool would back.",
                "Dunn",
                "described",
                "the plan as a shameful, ruinous folly that only a fool would back",
            ),
            (
                "Dunn called Marsh a fraud who was fooling his followers.",
                "Dunn",
                "called",
                "Marsh a fraud who was fooling his followers",
            ),
            (
                "Marsh said the wall was safe, while Dunn argued that it would fall.",
                "Marsh",
                "said",
                "the wall was safe",
            ),
        ],
        false,
    );
}

#[test]
fn a_source_may_trail_or_stand_amid() {
    check(
        &[
            ("The wall was safe, Marsh said.", "Marsh", "said", "The wall was safe"),
            (
                "While the move would be quick, he said, replacing the crane would be dear.",
                "he",
                "said",
                "While the move would be quick | replacing the crane would be dear",
            ),
            ("The port is run by cowards, in her view.", "her", "in", "The port is run by cowards"),
            ("To its critics, the plan is a farce.", "its critics", "To", "the plan is a farce"),
            ("The wall was safe, said Marsh.", "Marsh", "said", "The wall was safe"),
            (
                "The wall was safe, said a handful of dockers who work there.",
                "a handful of dockers who",
                "said",
                "The wall was safe",
            ),
            (
                "If the wall falls, she said, the boats will sink.",
                "she",
                "said",
                "If the wall falls | the boats will sink",
            ),
            ("The wall, she said, was safe.", "she", "said", "The wall | was safe"),
            ("The wall, Marsh argued, had never been safe.", "Marsh", "argued", "The wall | had never been safe"),
            ("The wall was safe, according to Marsh.", "Marsh", "according to", "The wall was safe"),
            ("The wall was safe, according to Marsh, an engineer.", "Marsh", "according to", "The wall was safe"),
            ("According to Marsh, the wall was safe.", "Marsh", "According to", "the wall was safe"),
            ("According to Marsh, an engineer, the wall was safe.", "Marsh", "According to", "the wall was safe"),
            ("The wall, according to Marsh, was safe.", "Marsh", "according to", "The wall | was safe"),
            (
                "Since May, according to Harbour Watch, boats have sunk.",
                "Harbour Watch",
                "according to",
                "boats have sunk",
            ),
            ("In Marsh's telling, the wall was a wreck.", "Marsh's", "In", "the wall was a wreck"),
            ("In her view, the wall was a wreck.", "her", "In", "the wall was a wreck"),
            (
                "In a poll released on Monday, most voters chose Marsh.",
                "a poll released on Monday",
                "In",
                "most voters chose Marsh",
            ),
            (
                "The wall had been built, he believed, to keep them out.",
                "he",
                "believed",
                "The wall had been built | to keep them out",
            ),
            ("The gate would hold, records show.", "records", "show", "The gate would hold"),
            ("“The wall is safe,” Marsh said — words that Dunn called a lie.", "Marsh", "said", "“The wall is safe,”"),
        ],
        false,
    );
}

#[test]
fn quotations_inside_a_clause_are_part_of_it() {
    check(
        &[
            (
                "Marsh said the wall was “a wreck” and that it would fall.",
                "Marsh",
                "said",
                "the wall was “a wreck” and that it would fall",
            ),
            ("Marsh called the wall “a wreck.”", "Marsh", "called", "the wall “a wreck.”"),
            ("The wall, she said, “is a wreck.”", "she", "said", "The wall | “is a wreck.”"),
            ("Dunn scolded him: “You lied,” he wrote.", "he", "wrote", "“You lied,”"),
            ("Dunn said he was “very sorry.” He left.", "Dunn", "said", "he was “very sorry.”"),
        ],
        false,
    );
    for (text, kind) in [
        ("“We lost two boats,” Marsh said.", Direct),
        ("Marsh said two boats were lost.", Indirect),
        ("Marsh said two boats were “smashed to bits.”", Mixed),
    ] {
        let kinds: Vec<AttributionKind> = attributions(&prose(text)).iter().map(|a| a.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}

#[test]
fn orders_judgements_and_names_are_what_somebody_says() {
    check(
        &[
            ("The council urged Marsh to resign.", "The council", "urged", "Marsh to resign"),
            ("Marsh accused Dunn of lying.", "Marsh", "accused", "Dunn of lying"),
            ("Marsh called the plan a disgrace.", "Marsh", "called", "the plan a disgrace"),
            ("Marsh described Dunn as a bully.", "Marsh", "described", "Dunn as a bully"),
            ("Dunn slammed the report.", "Dunn", "slammed", "the report"),
            ("Dunn lashed out at the press.", "Dunn", "lashed out at", "the press"),
            ("Dunn blamed the weather for the wreck.", "Dunn", "blamed", "the weather for the wreck"),
            ("Marsh praised the dockers.", "Marsh", "praised", "the dockers"),
            ("Marsh called for an inquiry.", "Marsh", "called for", "an inquiry"),
            ("Dunn bragged about the wall.", "Dunn", "bragged about", "the wall"),
            ("Dunn admitted that he had lied.", "Dunn", "admitted", "that he had lied"),
            ("Marsh demanded an apology.", "Marsh", "demanded", "an apology"),
            ("Marsh asked the council to pay.", "Marsh", "asked", "to pay"),
            ("Marsh supports the bill.", "Marsh", "supports", "the bill"),
            (
                "Most voters support temporarily closing the gate.",
                "Most voters",
                "support",
                "temporarily closing the gate",
            ),
            ("Dockers oppose raising the toll.", "Dockers", "oppose", "raising the toll"),
            ("Dunn rejected the claim.", "Dunn", "rejected", "the claim"),
            ("Marsh vowed to fight on.", "Marsh", "vowed", "to fight on"),
            ("Marsh declined to comment on the wreck.", "Marsh", "declined", "to comment on the wreck"),
            ("He was described as a bully by his own staff.", "his own staff", "was described", "He | as a bully"),
            ("Marsh sees the wall as a threat.", "Marsh", "sees", "the wall as a threat"),
            ("Marsh spoke of a long winter.", "Marsh", "spoke of", "a long winter"),
            ("Marsh talked about how the wall fell.", "Marsh", "talked about", "how the wall fell"),
        ],
        false,
    );
}

#[test]
fn thoughts_and_feelings_are_somebodys() {
    check(
        &[
            ("Marsh thinks the wall will fall.", "Marsh", "thinks", "the wall will fall"),
            ("Dockers believe that the wall will fall.", "Dockers", "believe", "that the wall will fall"),
            ("Marsh hopes to win.", "Marsh", "hopes", "to win"),
            ("Dockers fear the wall will fall.", "Dockers", "fear", "the wall will fall"),
            ("Marsh expects the wall to fall.", "Marsh", "expects", "the wall to fall"),
            ("Marsh wants the gate closed.", "Marsh", "wants", "the gate closed"),
            ("Marsh wants to close the gate.", "Marsh", "wants", "to close the gate"),
            ("Marsh is confident that the wall will hold.", "Marsh", "is confident", "that the wall will hold"),
            ("Dockers were angry about the toll.", "Dockers", "were angry", "the toll"),
            ("Marsh is eager to leave.", "Marsh", "is eager", "to leave"),
            ("Dockers are eager to leave and are packing their bags.", "Dockers", "are eager", "to leave"),
            ("Marsh plans to leave.", "Marsh", "plans", "to leave"),
            ("She wondered why he had lied.", "She", "wondered", "why he had lied"),
            ("Dunn felt that the wall was his.", "Dunn", "felt", "that the wall was his"),
        ],
        false,
    );
}

#[test]
fn documents_and_nouns_say_things_too() {
    check(
        &[
            ("The report said the wall was cracked.", "The report", "said", "the wall was cracked"),
            ("A survey found that most boats leak.", "A survey", "found", "that most boats leak"),
            ("The poll showed Marsh ahead.", "The poll", "showed", "Marsh ahead"),
            (
                "The letter, obtained by the Ledger, says the wall is cracked.",
                "The letter",
                "says",
                "the wall is cracked",
            ),
            ("Dunn rejected her claim that the wall was cracked.", "her", "claim", "that the wall was cracked"),
            ("Dunn repeated his statement that the wall was safe.", "his", "statement", "that the wall was safe"),
            ("Dockers voiced concerns that the wall would fall.", "Dockers", "concerns", "that the wall would fall"),
            ("Marsh made a promise to rebuild the wall.", "Marsh", "promise", "to rebuild the wall"),
            ("Marsh's decision not to rebuild the wall was popular.", "Marsh's", "decision", "not to rebuild the wall"),
            ("His goal is to rebuild the wall.", "His", "goal is", "to rebuild the wall"),
            ("Her fear that it would fall was shared.", "Her", "fear", "that it would fall"),
        ],
        false,
    );
}

#[test]
fn what_nobody_in_particular_says_is_marked_so() {
    check(
        &[
            ("It is widely believed that the mayor lied.", "", "is widely believed", "that the mayor lied"),
            ("It's generally assumed that the mayor lied.", "", "generally assumed", "that the mayor lied"),
            ("The mayor reportedly left the town.", "", "reportedly", "The mayor | left the town"),
            ("Dunn spent freely, reportedly buying two boats.", "", "reportedly", "buying two boats"),
            ("Many people began wondering whether he had lied.", "Many people", "wondering", "whether he had lied"),
            ("Critics say the mayor lied.", "Critics", "say", "the mayor lied"),
            ("Some say the mayor lied.", "Some", "say", "the mayor lied"),
            ("The docks were said to be closed.", "", "were said", "The docks | to be closed"),
            ("The mayor is expected to resign.", "", "is expected", "The mayor | to resign"),
            ("The wall is seen as a folly.", "", "is seen", "The wall | as a folly"),
            ("Dunn was accused of lying.", "", "was accused", "Dunn | of lying"),
            ("Concerns that the wall would fall grew.", "", "Concerns", "that the wall would fall"),
        ],
        true,
    );
}

#[test]
fn only_hearsay_is_shown_as_credited_to_no_one() {
    let mut wrong = Vec::new();
    for (text, shown) in [
        ("It is widely believed that the mayor lied.", true),
        ("It’s generally assumed that the wall will hold.", true),
        ("The mayor reportedly left the town before the vote.", true),
        ("Critics say the mayor lied.", true),
        ("Some argue that the ferry should run at night.", true),
        ("Many people began wondering whether he had ever been to Merrow.", true),
        ("Many believe the harbour was sold too cheaply.", true),
        ("Observers note that the council has not met since June.", true),
        ("There are fears that the wall will not last the winter.", true),
        ("There is growing speculation that Dunn will resign.", true),
        ("The old chandlery is said to have belonged to a smuggler.", true),
        ("It is said that the bell rings before a storm.", true),
        ("It is feared that two boats were lost.", true),
        ("Others claim that the figures were made up.", true),
        ("The plan will cost twice as much, according to critics.", true),
        ("Critics called the tower a waste of money.", true),
        ("The tender, some say, was written for one firm.", true),
        ("Few expect the ferry to be back before May.", true),
        ("The quay was widely seen as a folly.", true),
        ("Critics of the plan say that it would flood the lower town.", true),
        ("Most people doubt that the wall will last the winter.", true),
        ("Some in the party say that Dunn must go.", true),
        ("It has long been rumoured that Dunn owns the mill.", true),
        ("Rumours that the mill would close went round the yard.", true),
        ("Many residents say that the noise starts before dawn.", true),
        ("Some lawmakers say privately that the bill is dead.", true),
        ("A growing number of shopkeepers complain that the road has been shut without notice.", true),
        ("Some older dockers argue that the toll will drive the boats away.", true),
        ("Locals say the cave was once used by smugglers.", true),
        ("Some called it the worst season in memory.", true),
        ("Others called the speech a turning point.", true),
        ("Some have described the deal as a surrender.", true),
        ("Many in the town blamed the dredging for the floods.", true),
        ("Many voters feel that neither party speaks for them.", true),
        ("There is a growing belief that the talks have failed.", true),
        ("Some people rest while others think about the work that is left.", false),
        ("The letter has to be understood as a joke.", false),
        ("Few people would have called the ferry a success.", false),
        ("Several friends said that he had left the town.", false),
        ("Some called the police about the noise.", false),
        ("Others called the hotline to ask for the forms.", false),
        ("Three residents say that the noise starts before dawn.", false),
        ("Some 200 doctors said the ward was unsafe.", false),
        ("Some of the twelve jurors said that they had been unsure.", false),
        ("Most voters in the survey said they would back the plan.", false),
        ("Many residents can say where they were when the wall broke.", false),
        ("Many residents have not said who they would move in with if the wall broke.", false),
        ("Two others have not said which of the plans they would vote for in May.", false),
        ("Two people who were in the room said the minister shouted.", false),
        ("Sources familiar with the matter said the bank would sell the yard.", false),
        ("Officials say the bridge will open in May.", false),
        ("Some studies suggest that the wall is sinking.", false),
        ("Many shopkeepers feel the cold of the long winter most.", false),
        ("Everyone knew somebody aboard the ferry.", false),
        ("He had known Strand since school, and thought of him as a brother.", false),
        ("Many will miss the last ferry.", false),
        ("Not a single one defended the harbour master.", false),
        ("Someone shouted that the gate was open.", false),
        ("Police said the two men had been seen near the quay.", false),
        ("Experts at Merrow University say the wall is unsafe.", false),
        ("People can report whether a lamp is out on the council’s site.", false),
        ("Observers have reason to believe that the wall was sold.", false),
        ("Dunn shouted twice, but people felt that it was a joke.", false),
        ("People should say that they are sorry.", false),
        ("Others, including Odile Marsh, thought that the wall needed more work.", false),
        ("Hundreds of people commended his work on the quay.", false),
        ("The Ledger said that Dunn had reportedly left the town.", false),
        ("Dunn reportedly left the town, according to Odile Marsh.", false),
        ("Dunn reportedly told the Ledger that he would leave.", false),
        ("Odile Marsh reportedly wrote that the wall would never hold.", false),
        ("The Ledger reported the loan first. Dunn is reportedly looking for a buyer.", false),
        ("The loan was repaid in May. Dunn is reportedly looking for a buyer.", true),
        // The prosecution's word, in court.
        ("Dunn was said to have kept the keys of the safe.", false),
        ("Dunn is said to have kept the keys of the safe.", true),
        // What the writer supposes, or says of nobody.
        ("Some may argue that the wall was never needed at all.", false),
        ("The harbour, which may not be widely known, has two mouths.", false),
        ("The board was not widely expected to win.", false),
        ("There would be concerns about how the wall was built.", false),
        ("Dunn was accused of lying.", false),
        ("The mayor is expected to resign.", false),
        ("Concerns that the wall would fall grew.", false),
        ("Odile Marsh said the mayor lied.", false),
        ("Nobody asked a question about the wall.", false),
        ("No one said that the wall was safe.", false),
        ("None of the councillors claimed that the wall was safe.", false),
        ("He is generally known as the Admiral.", false),
        ("Dunn allegedly took two boats from the yard, prosecutors said.", false),
        ("If people think that the wall is safe, they will walk on it.", false),
        ("The posters made people think of the war.", false),
        ("The people said that they would come back.", false),
        ("Some worried that the ferry would sink.", true),
        ("Many have wondered whether the wall was ever inspected.", true),
        ("Others are warning that the harbour will silt up.", true),
        ("Some assured the crowd that the wall would hold.", true),
        ("Some belittled the plan as a folly of the mayor.", false),
        ("Others contemplate a move to the next town in the spring.", false),
        ("Some contested the last bill of the yard in court.", false),
        ("Many specified which of the boats they had seen.", false),
    ] {
        let prose = prose(text);
        let hearsay = attributions(&prose).into_iter().filter(|a| a.hearsay).count();
        if hearsay != usize::from(shown) {
            wrong.push(format!("{text} {hearsay}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hearsay_has_one_stroke_a_source() {
    for text in [
        "Many said the decision to close the yard was made in June.",
        "The wall is reportedly believed to be unsafe.",
        "Critics say that the wall is old and argue that the decision to keep it was wrong.",
    ] {
        let prose = prose(text);
        assert_eq!(attributions(&prose).iter().filter(|a| a.hearsay).count(), 1, "{text}");
    }
}

#[test]
fn the_writers_own_clauses_are_left_alone() {
    for text in [
        "The mayor walked to the docks on Monday and opened the gate.",
        "The plan is a disgrace.",
        "It is worth noting that the wall is new.",
        "There is no doubt that the wall is new.",
        "The wall fell, and two boats were lost.",
        "Two states that border the sea have walls.",
        "The shows that aired on Monday drew a crowd.",
        "The questions that have swirled for years are back.",
        "To be sure, the wall is old.",
        "It is hard to deny that the wall is old.",
        "It should be noted that the wall is old.",
        "While the wall is old, it does not tell a story.",
        "Police arrested two men in the port.",
        "The storm hit the town at noon.",
        "Its claims department is in Merrow.",
        "The dockers were on their way to work.",
        "A maniac with shady friends runs the port.",
    ] {
        let prose = prose(text);
        let got: Vec<_> = attributions(&prose).iter().map(|a| shown(&prose, a)).collect();
        assert!(got.is_empty(), "{text}: {got:?}");
    }
}

#[test]
fn only_the_clause_that_is_attributed_is_covered() {
    for (text, own) in [
        ("Marsh, a crook, said the wall was safe.", vec!["a", "crook"]),
        ("The wall is a disgrace, though Marsh says it is safe.", vec!["the", "wall", "is", "a", "disgrace"]),
        ("The mayor, a maniac, said that he was tired and left.", vec!["a", "maniac"]),
        ("In a shocking lapse, the port lost a ship, according to Marsh.", vec![]),
    ] {
        let prose = prose(text);
        let mask = attributed_words(&prose, &attributions(&prose));
        for word in own {
            let at = prose.words().iter().position(|w| prose.form(w) == word).unwrap();
            assert!(!mask[at], "{text}: {word}");
        }
    }
}

#[test]
fn transcripts_give_each_turn_to_its_speaker() {
    let text = "HALE: The wall is a wreck.\nMARSH: It is not. It is new.\nHALE: It fell.\nMARSH: Once.";
    let prose = prose(text);
    let found = attributions(&prose);
    let turns: Vec<(String, String)> = found.iter().map(|a| (shown(&prose, a).0, shown(&prose, a).2)).collect();
    assert_eq!(
        turns,
        [
            ("HALE".to_owned(), "The wall is a wreck".to_owned()),
            ("MARSH".to_owned(), "It is not. It is new".to_owned()),
            ("HALE".to_owned(), "It fell".to_owned()),
            ("MARSH".to_owned(), "Once".to_owned()),
        ]
    );
    let list = self::prose("Monday: rain.\nTuesday: sun.\nWednesday: snow.\nThursday: rain.");
    assert!(attributions(&list).is_empty());
}

#[test]
fn pronouns_and_descriptions_are_resolved_to_the_nearest_fitting_name() {
    for (text, cue, name) in [
        ("Odile Marsh runs the port. She said it was full.", "said", Some("Odile Marsh")),
        ("Odile Marsh runs the port. “It is full,” Marsh said.", "said", Some("Odile Marsh")),
        ("Mr. Hale met Ms. Marsh. She said the port was full.", "said", Some("Marsh")),
        ("Mr. Hale met Ms. Marsh. He said the port was full.", "said", Some("Hale")),
        ("Odile Marsh left the Harbour Company. It said she was missed.", "said", Some("Harbour Company")),
        ("The spokeswoman, Ana Reyes, warned of delays. She blamed the weather.", "blamed", Some("Ana Reyes")),
        ("Odile Marsh, who runs the port, said it was full.", "said", Some("Odile Marsh")),
        ("Tom Dunn owns the yard. The businessman said it was shut.", "said", Some("Tom Dunn")),
        ("It was said that the wall would fall.", "was said", None),
        ("The dockers said it would fall.", "said", Some("The dockers")),
        ("A lawyer for Tom Dunn said it would fall.", "said", Some("A lawyer for Tom Dunn")),
    ] {
        let prose = prose(text);
        let found = attributions(&prose);
        let got = found.iter().find(|a| shown(&prose, a).1 == cue).map(|a| a.name.as_deref());
        assert_eq!(got, Some(name), "{text}");
    }
}

#[test]
fn nothing_on_a_page_breaks_it() {
    for text in [
        "",
        " ",
        "“",
        "said",
        "said said said said",
        "according to",
        "According to according to.",
        ", said",
        "“” said “",
        "that that that that that",
        "\u{feff}“\u{200d}said\u{ad}”",
        "He said:",
        "Q: A: Q: A:",
        "(((((((( said he )))",
        "in , in , in a poll,",
        "lashed out",
        "no",
    ] {
        for text in [text.to_owned(), format!("{text}\n{text}\n{text}")] {
            let prose = prose(&text);
            for a in attributions(&prose) {
                for span in a.content.iter().chain(&a.source).chain(&a.cue) {
                    assert!(!prose.text(*span).is_empty(), "{text:?}");
                }
            }
        }
    }
}

#[test]
fn a_page_without_a_full_stop_is_read_to_its_end() {
    // One sentence without an end, of cues and of marks: what a quadratic scan would choke on.
    for piece in ["he said that ", "said ", ", who said ", "“a” said ", "(says ", "in a poll, ", "Anna Bell, "] {
        let text = piece.repeat(60_000 / piece.len());
        let prose = prose(&text);
        let found = attributions(&prose);
        assert!(found.len() <= prose.words().len());
    }
}
