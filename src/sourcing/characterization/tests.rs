//! Sentences made up for the purpose, one kind of judgement or of quiet each.

use super::*;
use crate::sourcing::attribution::attributions;
use crate::text::Prose;

/// The phrases marked in `text` with all that a reader who asks for more is shown.
fn marked(text: &str) -> Vec<String> {
    let prose = Prose::new(text.lines().enumerate().map(|(i, line)| (i as u32, line)));
    let attributions = attributions(&prose);
    let context = Context { attributions: &attributions, more: true, ..Context::default() };
    characterizations(&prose, &context).iter().map(|c| prose.text(c.span).to_owned()).collect()
}

/// A sentence of the writer's own and the phrase in it that is marked.
const MARKED: &[(&str, &str)] = &[
    // Names for people.
    ("The board has handed the ferry to a maniac.", "a maniac"),
    ("Put plainly, Harbour Master Doyle is an asshole.", "an asshole"),
    ("The mayor is a pompous windbag.", "a pompous windbag"),
    ("The council is now run by a gang of buffoons.", "a gang of buffoons"),
    ("Doyle is a liar and always was.", "a liar"),
    ("The minister surrounded himself with lackeys.", "lackeys"),
    ("The ward elected a crackpot like Henshaw.", "a crackpot"),
    ("The governor turned out to be a coward.", "a coward"),
    ("He remains a shameless hypocrite.", "a shameless hypocrite"),
    ("The paper hired another hatchet man.", "hatchet man"),
    ("The union boss is a snake.", "a snake"),
    ("A demagogue now runs the port.", "A demagogue"),
    ("Two charlatans sold the town a bridge.", "charlatans"),
    ("That nitwit signed the contract unread.", "nitwit"),
    ("The senator has become a laughingstock.", "a laughingstock"),
    ("The lobby is a pack of liars.", "a pack of liars"),
    ("Left-wing fanatics took over the meeting.", "Left-wing fanatics"),
    ("The tin-pot dictators of the parish council met again.", "tin-pot dictators"),
    ("Dear Ada, I read your column.\nThe harbour master is a spiteful liar.", "a spiteful liar"),
    ("DEAR ADA: My sister keeps the boat. — AT SEA\nDEAR AT SEA: Your sister is a spiteful liar.", "a spiteful liar"),
    // Loaded adjectives.
    ("It is a shocking lapse at one of the coast's main harbours.", "a shocking lapse"),
    ("His shady connections to the quarry go back years.", "shady connections"),
    ("The whole plan is ludicrous.", "ludicrous"),
    ("It was a shameful vote.", "a shameful vote"),
    ("The board's cowardly silence lasted a month.", "cowardly silence"),
    ("The mayor gave an idiotic answer.", "an idiotic answer"),
    ("The firm ran a sleazy campaign against the tenants.", "a sleazy campaign"),
    ("Her despicable letter was read aloud.", "despicable letter"),
    ("It is a grotesque waste of a good building.", "a grotesque waste"),
    ("The report is mendacious from end to end.", "mendacious"),
    ("The chairman's self-serving memo fooled nobody.", "self-serving memo"),
    ("A spineless committee waved it through.", "A spineless committee"),
    ("The heartless decision left forty families outside.", "heartless decision"),
    ("The preposterous claim stood for a week.", "preposterous claim"),
    ("They printed a disgusting cartoon.", "a disgusting cartoon"),
    ("This is an outrageous fee.", "an outrageous fee"),
    ("The pathetic turnout says it all.", "pathetic turnout"),
    ("The thin-skinned councillor left early.", "thin-skinned councillor"),
    ("It was a heroic, selfless act.", "a heroic, selfless act"),
    ("She gave a brilliant, fearless speech.", "a brilliant, fearless speech"),
    ("The visionary architect retired on Monday.", "visionary architect"),
    ("His incoherent, rambling letter ran to nine pages.", "incoherent, rambling letter"),
    ("The smug reply arrived on Friday.", "smug reply"),
    ("The company's ruthless landlords doubled the rent.", "ruthless landlords"),
    ("An inept board let it happen.", "An inept board"),
    ("The tawdry affair of the missing buoys is not over.", "tawdry affair"),
    // Adverbs.
    ("The board shamelessly raised its own pay.", "shamelessly raised"),
    ("The minister conveniently lost the file.", "conveniently lost"),
    ("The clerk recklessly deleted the archive.", "recklessly deleted"),
    ("He cynically used the funeral to launch his bid.", "cynically used"),
    ("They brazenly copied the tender.", "brazenly copied"),
    ("The plan was ludicrously expensive.", "ludicrously expensive"),
    // Nouns.
    ("The official version is bullshit.", "bullshit"),
    ("His statements border on megalomania.", "border on megalomania"),
    ("The inquiry was a farce.", "a farce"),
    ("The opening night was a train wreck.", "a train wreck"),
    ("The rebuilding turned into a fiasco.", "a fiasco"),
    ("It is the kind of penny-pinching that puts lives at risk.", "penny-pinching that puts lives at risk"),
    ("The hypocrisy of the board is hard to take.", "hypocrisy"),
    ("The consultation was a sham.", "a sham"),
    ("The vote was a naked power grab.", "a naked power grab"),
    ("Arrogance sank the project.", "Arrogance"),
    ("The trial became a witch hunt.", "a witch hunt"),
    ("The speech was gibberish.", "gibberish"),
    ("His cowardice cost the town its ferry.", "cowardice"),
    ("The letter was a stab in the back.", "a stab in the back"),
    ("The budget is a house of cards.", "a house of cards"),
    ("The launch was a masterstroke.", "a masterstroke"),
    ("What followed was a hissy fit.", "a hissy fit"),
    ("The tower is a monument to one man's megalomania.", "megalomania"),
    // Verbs.
    ("Bosses brushed the warning aside.", "brushed the warning aside"),
    ("The council bungled the repair.", "bungled"),
    ("The minister caved in to the developers.", "caved in to the developers"),
    ("Doyle sold out the dockers.", "sold out"),
    ("The editors pandered to the advertisers.", "pandered to the advertisers"),
    ("The governor squandered a fortune on the pier.", "squandered"),
    ("The board swept the complaint under the rug.", "swept the complaint under the rug"),
    ("The ministry hoodwinked the villages.", "hoodwinked"),
    ("The company threw its pilots under the bus.", "threw its pilots under the bus"),
    ("The party rammed the bill through.", "rammed the bill through"),
    ("Officials turned a blind eye.", "turned a blind eye"),
    // Reporting verbs.
    ("Doyle slammed the auditors on Tuesday.", "slammed"),
    ("Mayor Finch lashed out at the clerk.", "lashed out"),
    ("Vance bragged about the new crane.", "bragged"),
    ("The senator ranted about the ferry for an hour.", "ranted"),
    ("Henshaw gloated over the result.", "gloated over the result"),
    ("The minister scoffed at the figures.", "scoffed"),
    ("Finch whined about the seating.", "whined"),
    ("The chairman blasted the regulator in a letter.", "blasted"),
    ("Doyle admitted that the gate was open.", "admitted"),
    // Motives and states of mind.
    ("Assistant Harbour Master Doyle didn't feel that the cable was a priority.", "didn't feel"),
    ("He was willing to risk the crew for a bonus.", "was willing to risk the crew for a bonus"),
    ("Councillor Petra Vance is furious.", "furious"),
    ("Finch couldn't be bothered to attend.", "couldn't be bothered"),
    ("The mayor would stop at nothing.", "would stop at nothing"),
    ("Doyle, desperate to keep his seat, cancelled the vote.", "desperate to keep his seat"),
    ("Vance had the gall to send a bill.", "had the gall to send a bill"),
    ("The chairman is in love with himself.", "in love with himself"),
    ("Henshaw knew full well what the gauge showed.", "knew full well"),
    ("Officials refused to admit it.", "refused to admit"),
    ("The minister signed it just to spite the opposition.", "just to spite"),
    ("They did it to line their pockets.", "to line their pockets"),
    ("The board was waiting to pounce.", "waiting to pounce"),
    // At full strength, and as a threat.
    ("The launch was a total disaster.", "a total disaster"),
    ("It is an assault on democracy.", "an assault on democracy"),
    // Insinuation.
    ("The timing raises questions.", "raises questions"),
    ("The file mysteriously disappeared.", "mysteriously disappeared"),
    ("Nobody has been charged. Isn't that a surprise?", "Isn't that a surprise?"),
    ("The so-called experts never came.", "so-called experts"),
    ("So much for the promise of openness.", "So much for the promise"),
    ("His dealings with the quarry doesn't pass the smell test.", "doesn't pass the smell test"),
    ("It is no coincidence that the fence came down.", "no coincidence"),
    ("The \"improvements\" took eleven weeks and closed two streets.", "\"improvements\""),
    // Exaggeration.
    ("It was the worst decision of all time.", "of all time"),
    ("The delay is of epic proportions.", "of epic proportions"),
    ("There is not a shred of evidence for it.", "not a shred of evidence"),
    ("The fees are obscenely high.", "obscenely high"),
    ("Absolutely everyone saw it coming.", "Absolutely everyone"),
    // Widely held, by nobody named.
    ("The scheme is universally loathed.", "universally loathed"),
    ("The speech was widely mocked.", "widely mocked"),
    // Compounds and labels.
    ("The evening was a snooze-fest.", "a snooze-fest"),
    ("A pseudo-scholarly footnote follows.", "A pseudo-scholarly footnote"),
    ("The leftist mob took the hall.", "leftist mob"),
    // The whole of a compound, to its noun and no further.
    ("It was a ridiculous debt ceiling plan.", "a ridiculous debt ceiling plan"),
    ("An idiotic harbour fee doubled overnight.", "An idiotic harbour fee"),
    ("The smug harbour board meets on Friday.", "smug harbour board"),
    ("A blowhard billionaire bought the quay.", "A blowhard billionaire"),
    ("A scathing inspector general report arrived.", "A scathing inspector general report"),
    ("Dunn gave a pathetic performance last week.", "a pathetic performance"),
    ("The far-right fanatics took over the meeting.", "far-right fanatics"),
    // Words for bodies, said of what has none.
    ("The minister gave a feeble, rambling answer.", "a feeble, rambling answer"),
    ("Doyle ducked the question about the crane.", "ducked the question"),
    ("The mayor whipped up fear of the dockers.", "whipped up fear"),
    ("The letter is full of toxic rhetoric.", "toxic rhetoric"),
    ("Dunn tore into the dockers Friday morning, claiming that they were idle.", "tore into the dockers"),
    // No further than the noun, and no time for an object.
    ("The ludicrous defeat followed a strike.", "ludicrous defeat"),
    ("Doyle runs a sordid card club known as the Nine.", "a sordid card club"),
    ("Finch and the union piled on days later.", "piled on"),
    // What is asked for, and the writer's comment on it.
    ("Vance will ask for a review, which is more than the spineless board has done.", "spineless board"),
    // Verbs of speaking need no name, and an accusation nearby is not theirs.
    ("Some grumbled that the ferry was late.", "grumbled"),
    ("The board, accused of theft in May, slammed the auditors.", "slammed"),
    // A question that takes the judgement for granted.
    ("Why did the spineless board of the port wait so long?", "spineless board"),
    // With what it governs, with its noun, and without what somebody is by trade.
    ("The fare cut is a sop to the dockers.", "a sop to the dockers"),
    ("The rescue was nothing short of miraculous.", "nothing short of miraculous"),
    ("The clerk told of a deeply disturbing case.", "a deeply disturbing case"),
    ("They lived on lurid harbour stories.", "lurid harbour stories"),
    ("Bombastic former quiz show host Ada Marsh came too.", "Bombastic"),
    ("This is gross dereliction of duty.", "gross dereliction of duty"),
    ("The whole vote was a tired farce.", "a tired farce"),
    ("The law is an assault on our harbours.", "an assault on our harbours"),
    ("The firm hid behind its privileges for a year.", "hid behind its privileges"),
    ("There is no end to it, and the spineless board met again.", "spineless board"),
    // No further than its noun where a verb, another clause or a time follows.
    ("Something dreadful obviously went wrong with the crane.", "Something dreadful"),
    ("The plan has a pompous clarity missing from the report.", "a pompous clarity"),
    ("It is the work of the ignorant harbour translators.", "ignorant harbour translators"),
    ("The union will remember the disgraceful retreat Tuesday.", "disgraceful retreat"),
    ("Dunn and Finch piled on Tuesday.", "piled on"),
    ("The smug harbour board taking in tolls met on Friday.", "smug harbour board"),
    ("Doyle told the far right thugs to leave.", "far right thugs"),
    ("The treaty was nothing more than a handful of lies.", "nothing more than a handful of lies"),
    ("Vance was willing to settle for a much more limited review of it.", "was willing to settle"),
    ("The minister thinks he can fool the coast twice.", "thinks he can"),
    ("The smear campaign exploits a widow.", "smear campaign"),
    ("It is clear that reckless zealots run the port.", "reckless zealots"),
    // What somebody is said to want, and what is said without saying it.
    ("The editors cannot bring themselves to print it.", "cannot bring themselves to print"),
    ("Dunn never misses a chance to raise the toll.", "never misses a chance to raise the toll"),
    ("They tell the story because it suits their agenda.", "suits their agenda"),
    ("The ministry has its head in the sand.", "head in the sand"),
    ("It was no accident that the vote fell on a holiday.", "no accident that"),
    ("The excuse fooled nobody.", "fooled nobody"),
    // Exclamations and oaths.
    ("Who the hell left the gate open?", "Who the hell"),
];

#[test]
fn what_only_the_writer_says_is_marked_and_the_phrase_is_what_a_reader_would_point_at() {
    let mut wrong = Vec::new();
    for (text, want) in MARKED {
        let got = marked(text);
        if !got.iter().any(|g| g == want) {
            wrong.push(format!("{text}\n    want {want:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), MARKED.len(), wrong.join("\n"));
    assert!(MARKED.len() >= 100);
}

/// A sentence and words in it that must never be marked, not even for a reader who asks for more.
const QUIET: &[(&str, &str)] = &[
    // Quoted.
    ("\"He is a maniac,\" Vance said.", "maniac"),
    ("“It was a shameful vote,” the clerk wrote.", "shameful"),
    ("Vance called the vote “a disgraceful stunt by cowards” on Friday.", "disgraceful"),
    ("The letter says the board is “spineless and corrupt”.", "spineless"),
    ("‘A farce,’ said Doyle.", "farce"),
    // Attributed.
    ("Vance said that the vote was shameful.", "shameful"),
    ("The plan is ludicrous, according to the clerk.", "ludicrous"),
    ("According to Doyle, the inquiry was a farce.", "farce"),
    ("The union argued that the board had been reckless.", "reckless"),
    ("Doyle believes that the minister is a coward.", "coward"),
    ("The clerk told reporters the board was inept.", "inept"),
    ("The inquiry was a sham, Vance said on Monday.", "sham"),
    ("The mayor wrote that the cartoon was disgusting.", "disgusting"),
    ("Finch warned that the plan would be disastrous.", "disastrous"),
    ("Vance described the plan as idiotic.", "idiotic"),
    ("Opponents of the pier accused the board of hypocrisy.", "hypocrisy"),
    ("The clerk called him a liar.", "liar"),
    ("Doyle dismissed the report as nonsense.", "nonsense"),
    ("Finch complained that the fee was outrageous.", "outrageous"),
    ("The auditors concluded that the accounts were fraudulent.", "fraudulent"),
    ("She accused Doyle of cowardice.", "cowardice"),
    ("The union bashed Doyle for caving to the firm.", "caving"),
    ("Dockers slammed the board for its shameful silence.", "shameful"),
    ("Marsh recounted how the clerk had been slandered by the board.", "slandered"),
    ("Vance retorted that the board was run by cowards.", "cowards"),
    ("Doyle is a hero to the dockers.", "hero"),
    ("The charter presents such votes as acts of cowardice.", "cowardice"),
    ("She holds the Quill Award for outstanding reporting.", "outstanding"),
    ("Is the mayor a coward?", "coward"),
    ("Was the vote a shameful farce from end to end?", "farce"),
    ("Engineers say that the wall, and others like it, show how the repairs were toothless.", "toothless"),
    ("Doyle described the scheme as a disgraceful, ruinous folly.", "ruinous"),
    ("Some painted the fight in grave, apocalyptic terms.", "apocalyptic"),
    ("In her view, the firm is run by cowards.", "cowards"),
    ("The firm is run by cowards, in her view.", "cowards"),
    ("To its critics, the plan is a shameful farce.", "farce"),
    ("It was, as one official put it, a shameful farce.", "farce"),
    ("The clerk made clear that the plan was a disgrace.", "disgrace"),
    ("Vance identified the ward's disgust with bigotry as a reason to vote.", "bigotry"),
    ("The lobby works hard to caricature the senator as a pompous windbag.", "windbag"),
    ("Some interpret the letter as somewhat self-serving.", "self-serving"),
    ("Vance raged at Doyle for an hour — labelling him a disgraceful menace.", "disgraceful"),
    ("\u{202a}”The board must go. Its members are vile,” said Ada Marsh.", "vile"),
    ("Doyle is not a figure of derision on the coast.", "derision"),
    // Neutral reporting verbs.
    ("Doyle said the gate was open.", "said"),
    ("Vance warned the crew.", "warned"),
    ("The mayor accused the clerk of theft.", "accused"),
    ("Finch denied it.", "denied"),
    ("The minister announced a review.", "announced"),
    ("The clerk told the hearing about it.", "told"),
    ("Doyle argued for a delay.", "argued"),
    ("The union asked for a meeting.", "asked"),
    ("Vance criticised the timetable.", "criticised"),
    ("The clerk explained the delay.", "explained"),
    // Court, crime and death.
    ("He is accused of killing two men.", "killing"),
    ("The convicted murderer was moved to another prison.", "murderer"),
    ("She was charged with fraud in May.", "fraud"),
    ("Prosecutors allege that he was the ringleader.", "ringleader"),
    ("The serial killer died in custody.", "killer"),
    ("Two people were killed in the crash.", "killed"),
    ("He pleaded guilty to reckless driving.", "reckless"),
    ("The jury found him guilty of gross negligence.", "gross"),
    ("The trial heard that the attack was brutal and prolonged.", "trial"),
    ("Police arrested a gang member on Friday.", "gang"),
    ("He was jailed for wire fraud.", "fraud"),
    ("The court heard of sexual abuse at the school.", "abuse"),
    ("Detectives are looking for a sexual predator.", "predator"),
    ("The soldier was tried for war crimes.", "crimes"),
    ("She was sentenced for obstruction of justice.", "obstruction"),
    ("A suspected serial rapist is at large.", "rapist"),
    ("The gunman shot himself, the coroner found.", "gunman"),
    ("Officers found an explosive device under the car.", "explosive"),
    ("A suicide bomber struck the market.", "bomber"),
    // Medical.
    ("He is in critical condition.", "critical"),
    ("She died of an aggressive cancer.", "aggressive"),
    ("The drug has a toxic effect in a high dose; toxic chemicals leaked.", "toxic chemicals"),
    ("A malignant tumour was removed.", "malignant"),
    ("The patient had severe burns.", "severe"),
    ("The clinic treats crippling arthritis.", "crippling"),
    ("Heart failure was the cause.", "failure"),
    ("The court accepted an insanity defence.", "insanity"),
    ("She was declared brain dead at noon.", "brain dead"),
    ("He suffered a massive heart attack.", "massive"),
    ("The vaccine can cause a severe reaction.", "severe"),
    ("Doctors saw a violent seizure.", "violent"),
    // Weather and disasters.
    ("A massive earthquake struck the coast.", "massive"),
    ("The devastating flood killed thirty people.", "devastating"),
    ("A brutal winter emptied the stores.", "brutal"),
    ("The savage storm tore roofs away.", "savage"),
    ("Severe weather closed the port.", "Severe"),
    ("A deadly tornado crossed the county.", "deadly"),
    ("The catastrophic flooding followed a week of rain.", "catastrophic"),
    ("The fire destroyed forty homes.", "destroyed"),
    ("The hurricane ravaged the island.", "ravaged"),
    ("The explosion wrecked two houses.", "wrecked"),
    ("A freak accident closed the lock.", "freak"),
    // Market.
    ("The bear market lasted a year.", "bear"),
    ("Gross profit rose by a tenth.", "Gross"),
    ("Shares took a brutal fall as the stock price slid.", "brutal"),
    ("Toxic loans brought the bank down.", "Toxic"),
    ("The company faces a hostile takeover.", "hostile"),
    ("A sharp drop in oil prices hurt sales.", "sharp"),
    ("The shadow banking sector grew.", "shadow"),
    ("Junk bonds fell.", "Junk"),
    // Sport.
    ("The team suffered a crushing defeat.", "crushing"),
    ("The striker scored a stunning goal in the second half of the match.", "stunning"),
    ("They slammed the ball into the goal in the second half of the game.", "slammed"),
    ("The pitcher hammered the league's best team all season.", "hammered"),
    ("The match went to sudden death.", "death"),
    ("The goalkeeper's blunder cost the team the game.", "blunder"),
    ("A brutal tackle ended his season.", "brutal"),
    ("The defender fooled the keeper in the final match of the season.", "fooled"),
    ("The Raiders beat the Titans.", "Titans"),
    // Negation.
    ("He is not a maniac.", "maniac"),
    ("It was not shameful.", "shameful"),
    ("The plan isn't ludicrous.", "ludicrous"),
    ("There was no scandal.", "scandal"),
    ("She never was a coward.", "coward"),
    ("It is hardly earthshaking.", "earthshaking"),
    ("The report is far from absurd.", "absurd"),
    ("Nobody was reckless.", "reckless"),
    ("Without malice the clerk read it out.", "malice"),
    // Names and titles.
    ("They watched Mad Max on Friday.", "Mad"),
    ("Crazy Horse led the charge at the river.", "Crazy"),
    ("The band Rotten Sound played.", "Rotten"),
    ("He reviewed Idiot Wind for the Gazette.", "Idiot"),
    ("Judge Savage heard the case.", "Savage"),
    ("The Monster Truck Rally returns in May.", "Monster"),
    ("She lives in Hell's Kitchen.", "Hell"),
    ("The Revolutionary Guards closed the road.", "Revolutionary"),
    ("The museum bought Vile Bodies by Waugh.", "Vile"),
    // Plot summaries.
    ("In the film, the villain is a ruthless tyrant who haunts the hero of the novel.", "ruthless"),
    ("The novel's protagonist is a coward in the first episode of the series.", "coward"),
    ("The comedy stars her as a scheming maniac in its second season, a character drawn from the book.", "scheming"),
    // Literal.
    ("The shady side of the street was cooler.", "shady"),
    ("A snake bit the farmer.", "snake"),
    ("The pig farm flooded.", "pig"),
    ("Rats gnawed the cable.", "Rats"),
    ("The vultures circled the dead sheep.", "vultures"),
    ("A puppet theatre opened on the pier.", "puppet"),
    ("The circus came to town in June.", "circus"),
    ("He lies in a grave by the church.", "lies"),
    ("Trouble lies ahead.", "lies"),
    ("The lorry slammed into a wall.", "slammed"),
    ("Crude oil was found under the field.", "Crude"),
    ("He keeps a pit bull.", "bull"),
    ("She has been here since May.", "has been"),
    ("It would be the third bridge.", "would be"),
    ("The bus was supposed to stop here.", "supposed"),
    ("They boarded the wrong train.", "wrong"),
    ("The guinea pigs were sold.", "pigs"),
    ("He played the joker and won the hand.", "joker"),
    ("The lame duck congress met.", "lame duck"),
    ("Cheap flights start in June.", "Cheap"),
    ("The chief whip resigned.", "whip"),
    ("The town sits on the border.", "border"),
    ("The two men battled the blaze until dawn.", "blaze"),
    ("The parrot escaped from the zoo.", "parrot"),
    ("The cave is closed to visitors.", "cave"),
    ("Farmers poison the rats each spring.", "rats"),
    ("He wants to see the slides move.", "move"),
    ("The hammer fell from the roof.", "hammer"),
    ("The spin class starts at six.", "spin"),
    ("The bloody knife was found in a drain.", "knife"),
    ("The dirty dishes were left in the sink.", "dirty"),
    ("Her great grandfather built the mill.", "great"),
    ("The rain-soaked crowd waited.", "soaked"),
    ("He served as a chief petty officer.", "petty"),
    ("The ward voted overwhelmingly for the quay.", "overwhelmingly"),
    ("The train ran on wooden rails.", "wooden"),
    // Plain facts.
    ("The council met on Monday and voted by six to three.", "voted"),
    ("The port handled 310,000 containers last year.", "handled"),
    ("Three inspectors start work in April.", "start"),
    ("The bridge opened in 1987.", "opened"),
    ("She plans to ask for a review.", "plans"),
    ("The far end of the pier is closed.", "far"),
    ("The left wing of the museum is closed.", "left wing"),
    ("The president signed the bill.", "signed"),
    ("The firm employs ninety people.", "employs"),
    ("He was born in Merrow.", "born"),
    // Of the writer, or to the reader.
    ("I was furious.", "furious"),
    ("We were eager to see it.", "eager"),
    ("Have you worked on the docks? Tell us in the comments.", "Have you worked"),
    ("Do you know more?", "Do you know more"),
    ("What happened?", "What happened"),
    ("My father kept a boat there. Why do I know? I grew up on it.", "Why do I know"),
    ("We had the effrontery to climb the wall.", "effrontery"),
    ("We know full well what the gauge showed.", "know full well"),
    ("If you feel paranoid about the cranes, look at the chart.", "paranoid"),
    ("Who closed the quay? Was it wise? Should the market stay? The board meets on Friday.", "Was it wise"),
    // Words in quotation marks that are mentioned or said.
    ("The term “berth” means a place for a ship.", "berth"),
    ("Doyle said the gauge was “broken” that day.", "broken"),
    ("The word “ferry” comes from an old verb.", "ferry"),
    // A letter quoted over paragraphs with no mark before each.
    ("“The board has failed us.\nIt is a disgrace and a sham.\nWe will remember this cowardice.”", "disgrace"),
    ("“The board has failed us.\nIt is a disgrace and a sham.\nWe will remember this cowardice.”", "cowardice"),
    // Embedded posts.
    ("Even for a coward like Dunn this is pathetic. — Petra Vance (@pvance) May 3, 2026", "pathetic"),
    ("Even for a coward like Dunn this is pathetic.\n— Petra Vance (@pvance) May 3, 2026", "coward"),
    ("Dunn is a disgrace!\nA photo posted by Petra Vance (@pvance) on May 3, 2026", "disgrace"),
    // The lines of a post are blocks.
    ("Why does that coward Dunn hide?\nAsk him.\n#ferry pic.example/x1 — Petra Vance (@pvance) May 3, 2026", "coward"),
    ("Dunn will do a fantastic job!\nThanks to all!\n— Petra T. Vance (@pvance) May 3, 2026", "fantastic"),
    ("Readers wrote in.\nWhat Dunn did is a disgrace.\n@pvance.", "disgrace"),
    // A reader's letter, and what is not one.
    (
        "DEAR ADA: My sister is a spiteful liar.\nShe keeps the boat. — AT SEA IN MERROW\nDEAR AT SEA: Ask for it.",
        "a spiteful liar",
    ),
    (
        "Dear Ada, My sister is a spiteful liar.\nShe keeps the boat.\n— At Sea\nDear At Sea, Ask for it.",
        "a spiteful liar",
    ),
    // An excerpt between a colon and where it was taken from.
    (
        "The law holds what the board denies:\nA warden who lies is a disgrace.\nHe is to leave.\n(Port Law, 23)",
        "disgrace",
    ),
    // A speaker's name on a line of its own.
    ("Harbour Master Ada Marsh wrote at length.\nMarsh:\nThe problem with this shameful farce is its date.", "farce"),
    // Scripture.
    ("But if thou be wicked, fear the warden.", "wicked"),
    // What somebody fears; what he answers when asked.
    ("Her fear, that the board is a farce, is shared by few.", "farce"),
    ("Dunn denied it, though he would not say who wrote it. Isn't it his hand? I cannot say.", "his hand"),
    ("Her message to the wards is the old one: that Dunn is a coward.", "coward"),
    ("Dunn is taking heat from the largest and loudest of the wards on the coast for caving to the firm.", "caving"),
    ("Doyle spoke next. A coward?", "coward"),
    // A quotation within a quotation that opened further up.
    (
        "The letter “was sent on,” says Dunn, adding “The board keeps a list.\nIt calls it “a start.” It brags of a shameful deal.”",
        "shameful",
    ),
    // A participle behind an adverb is an adjective.
    ("The port's deeply buried cables were found by Dunn.", "buried"),
    // Readers' comments, and a letter in the first person after its announcement.
    (
        "Dunn is a coward! by Ann May 3, 2026 9:12 PM He is a liar. by Bo May 3, 2026 9:40 PM What a fool. by Cy May 4, 2026 8:01 AM",
        "liar",
    ),
    ("Vance had this to say about the vote: I was there, and it was a shameful farce.", "farce"),
    ("The clerk's letter says:\nI resign.\nMy board is a disgrace and its chairman a coward.", "disgrace"),
    // A headline quotes in few words.
    ("Dunn seeks to mend the 'improvements'\nThe board met on Monday.", "improvements"),
    // Believed, agreed, put into few words by somebody.
    ("Some at the port authority felt Dunn brought a shameful mix to the quay.", "shameful"),
    ("Almost everyone on the quay agrees the plan was a shameful farce.", "farce"),
    ("Vance convinced the dockers that Dunn had been shamelessly greedy.", "shamelessly"),
    ("His message was simple: the board is a gang of buffoons.", "buffoons"),
    ("Dunn was investigated by the council for shamelessly promoting the ferry.", "shamelessly"),
    ("As one docker pointed out in May, the fee was a shameful farce.", "farce"),
    ("The chairman was a coward who ditched his crew, the Ledger has learned.", "coward"),
    ("They accuse the board of betraying the very dockers they are asked to protect, a disgrace.", "betraying"),
    // A web address is a name.
    ("Source: https://ledger.test/2026/05/dunn-resigns-in-disgrace/", "disgrace"),
    // An accusation, and words of faith and of the law.
    ("Even for a coward like Dunn this is pathetic.\n— Brazen Dockers (@bdockers) May 3, 2026", "Brazen"),
    ("Dunn was accused of bragging about the crane.", "bragging"),
    ("The sermon was about good and evil.", "evil"),
    ("Doyle pleaded guilty to lying to the inquiry's officers.", "lying"),
    ("Vance was reportedly furious.", "furious"),
    ("Having savaged the shipowners as corrupt, Doyle dined with them.", "corrupt"),
    ("The chairman is reviled on the quay as a swindler.", "swindler"),
    ("The captains were blasted by the union as predators and cowards.", "cowards"),
    ("Vance reminded the clerk of a shameful vote in May.", "shameful"),
    ("The auditors faulted him for lying to the board.", "lying"),
    ("The union tries to present Doyle as a traitor.", "traitor"),
    ("The gate was open, and it isn't because the dockers are fools.", "fools"),
    ("Henshaw, a self-described crackpot, keeps bees.", "crackpot"),
    ("The band ripped the roof off the hall.", "ripped"),
    ("The clerk was held in contempt of court.", "contempt"),
    // A quotation whose paragraphs each open the marks again, with an empty line between them.
    (
        "“Take heart, my friends.\nThe malice of the wicked will grow.\n\n“At that time a storm will come.\nThe quay will fall.”",
        "malice",
    ),
    (
        "Here’s the crux of Doyle’s argument:\nLet me be plain.\nThe quay is safe.\nThat Finch is a puppet of the firm is absurd.\nI know him.\nThe dockers like disgraceful bosses.\nThe debate can be seen in this video:",
        "disgraceful",
    ),
    ("‘The firm paid for the vile letter, used to begin it.\nDisgraceful!’", "vile"),
    (
        "Here’s Ada Marsh of the Ledger explaining:\nThe quay is full.\nI was there.\nDoyle did bungle it.\nI know.",
        "bungle",
    ),
    ("Doyle told the crowd at Herring Now!\nthat the vote was a shameful farce.", "farce"),
    (
        "Vance shared a report, titled ‘Dr.\nMarsh exposes the shameful liars of the quay…’ Below it, she thanked him.",
        "liars",
    ),
    ("Harbour inspectors found the berth was being used for nefarious purposes.", "nefarious"),
    (
        "The argument is like the one made by the dockers: If we let it close, we are beholden to the whims of the firm.",
        "beholden",
    ),
    // Words of the law and of the forces.
    ("The skipper was jailed for indecently assaulting a passenger.", "indecently"),
    ("Two counts of indecent assault and one of using insulting words were read out.", "insulting"),
    ("The purser was dishonourably discharged in 1974.", "dishonourably"),
    ("He was jailed for life for the brutal murder of a docker.", "brutal"),
    ("Three outstanding warrants were found against the mate.", "outstanding"),
    // In a plain sense.
    ("The tug went out of control and struck the quay.", "out of control"),
    ("Half of the crew is ignorant of the rule.", "ignorant"),
    ("The hall exploded in applause when Vance had spoken.", "exploded"),
    ("The choir is made up of music-loving neighbours.", "loving"),
    ("The figures show the north side big winners and the south side big losers.", "losers"),
    ("The cartoon shows Doyle hiding behind an oak.", "hiding"),
    ("Why would Merrow, at war for six years, wish the bloodletting to begin again in a civil war?", "bloodletting"),
    // Nobody is characterized.
    ("It's easy to be cynical about the ferry.", "cynical"),
    ("The board should remember that hope can also be messy.", "messy"),
    ("There could hardly have been any reason to print phony letters.", "phony"),
    ("Dockers everywhere should be furious.", "furious"),
    ("It went from fawning letters to an insult to, now, a truce.", "insult"),
    // Turns of a transcript and excerpts.
    (
        "The speech was posted on Friday. Following is a transcript:\nThe board is a disgrace.\nIts chairman is a liar.",
        "liar",
    ),
    ("DOYLE: The man is a maniac.\nVANCE: He is a liar.", "maniac"),
    ("The clerk's letter reads:\nThis board is a disgrace and its chairman a coward.", "disgrace"),
];

#[test]
fn what_is_said_literal_named_or_somebody_elses_stays_unmarked() {
    let mut wrong = Vec::new();
    for (text, word) in QUIET {
        let got = marked(text);
        if got.iter().any(|g| g.contains(word)) {
            wrong.push(format!("{text}\n    {word:?} must stay unmarked, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), QUIET.len(), wrong.join("\n"));
    assert!(QUIET.len() >= 150, "{}", QUIET.len());
}

/// What is shown by default.
fn shown(blocks: &[&str], tags: &[&str], links: &[(u32, &str)]) -> Vec<String> {
    let prose = Prose::new(blocks.iter().enumerate().map(|(i, text)| (i as u32, *text)));
    let attributions = attributions(&prose);
    let links: Vec<Span> = links
        .iter()
        .map(|(block, anchor)| {
            let start = blocks[*block as usize].find(anchor).expect("the anchor stands in its block");
            Span::new(*block, start, start + anchor.len())
        })
        .collect();
    let context = Context { attributions: &attributions, links: &links, tags, ..Context::default() };
    characterizations(&prose, &context).iter().map(|c| prose.text(c.span).to_owned()).collect()
}

#[test]
fn a_link_exempts_its_words_and_their_claim_but_not_the_paragraph() {
    let text =
        "The mayor is a maniac, and he has lied shamelessly about the quay for years. His board is a gang of buffoons.";
    assert_eq!(shown(&[text], &[], &[]).len(), 3);
    let linked = shown(&[text], &[], &[(0, "lied shamelessly")]);
    assert!(linked.iter().all(|m| !m.contains("shamelessly")), "{linked:?}");
    assert!(linked.iter().any(|m| m.contains("maniac")) && linked.iter().any(|m| m.contains("buffoons")), "{linked:?}");
    let claim = shown(&[text], &[], &[(0, "about the quay")]);
    assert!(claim.iter().all(|m| !m.contains("shamelessly")), "{claim:?}");
    let name = shown(&["Petra Vance is a maniac."], &[], &[(0, "Petra Vance")]);
    assert_eq!(name, ["a maniac"], "a name that is linked makes no claim");
}

#[test]
fn an_excerpt_is_not_the_writers() {
    let excerpt = "This board is a disgrace and its chairman is a coward and a liar.";
    assert!(!shown(&["The clerk wrote a letter.", excerpt], &["p", "p"], &[]).is_empty());
    assert!(shown(&["The clerk wrote a letter.", excerpt], &["p", "blockquote"], &[]).is_empty());
}

#[test]
fn straight_news_stays_quiet() {
    let news = [
        "The harbour board voted on Tuesday to close berth four after an engineer found cracks in the quay.",
        "The board's chairman, Tom Dunn, said that the crane had been checked in May. Two men were injured, one of them critically.",
        "According to the police, the driver was charged with reckless driving and is accused of lying to officers.",
        "The ferry company lost a tenth of its revenue last year, a sharp decline that it blamed on the storm, which killed four people.",
        "“It is a shameful decision,” Councillor Vance said. Dunn denied it, and warned that a delay would be disastrous for the fleet.",
        "The council meets again on Friday. The quay opened in 1987, and 310,000 containers passed over it last year.",
    ];
    assert_eq!(shown(&news, &[], &[]), Vec::<String>::new());
}

/// A page of strong words, and `last` below it.
fn strong(last: &str) -> Vec<String> {
    let page = [
        "The pompous windbags of the harbour board met on Tuesday, and Doyle said that the crane would stay.",
        "It was a shameful hour. The board's despicable plan, he said on Friday, was made by others.",
        "Finch, a shameless hypocrite, voted for it, and Marsh told the Ledger that she had not read it.",
        last,
    ];
    shown(&page, &[], &[])
}

#[test]
fn a_page_full_of_strong_words_means_its_mild_ones_too() {
    let last = "On Monday the toxic board bludgeoned the clerk with its rules.";
    let marks = strong(last);
    assert!(marks.iter().any(|m| m.contains("toxic")) && marks.iter().any(|m| m.contains("bludgeoned")), "{marks:?}");
    let alone = ["Doyle said on Tuesday that the crane would stay, and Finch voted for it on Friday, she said.", last];
    assert_eq!(shown(&alone, &[], &[]), Vec::<String>::new());
}

#[test]
fn what_is_on_record_or_asked_of_the_reader_is_not_shown_on_any_page() {
    for last in [
        "The claim is unverified, and a vocal member opposed it on Monday.",
        "Do you think that the clerk is a coward, or would you vote for the bumbling chairman?",
        "The gunman opened fire on the crowd on Monday, and nobody was hurt.",
        "On Monday they scrubbed the racist graffiti off the quay.",
        "The bishop said mass on Monday, and the priest read how heresy and adultery are sins in the scripture.",
    ] {
        assert_eq!(strong(last), strong("The council meets again on Monday."), "{last}");
    }
}

#[test]
fn a_verb_that_sums_up_the_harsh_words_beside_it_is_not_shown() {
    let page = |last| {
        shown(&["Doyle said on Tuesday that the crane would stay, and Finch voted for it, she said.", last], &[], &[])
    };
    for (text, words) in [
        ("Vance castigated the auditors for an hour on Friday.", "castigated"),
        ("Doyle slammed the auditors as “idle” on Tuesday.", "slammed"),
    ] {
        assert_eq!(page(text), [words], "{text}");
    }
    for text in [
        "Vance castigated the auditors on Friday, calling them “idle and answerable to no one”.",
        "Finch took aim at the dockers on Tuesday for “wrecking” the quay.",
    ] {
        assert_eq!(page(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_sentence_that_stands_on_the_page_again_is_marked_once() {
    let pulled = "Finch's spineless answer cost the town its ferry on Friday.";
    let page = [
        pulled,
        "Doyle told the board on Tuesday that the crane would stay. She said on Friday that it was sold.",
        pulled,
    ];
    assert_eq!(shown(&page, &[], &[]).len(), 1);
}

#[test]
fn a_judgement_with_capitals_of_its_own_is_no_title() {
    assert_eq!(marked("Doyle began this Witch Hunt in May."), ["Witch Hunt"]);
    assert_eq!(marked("Finch read the Witch Hunt Chronicles aloud."), Vec::<String>::new());
    assert_eq!(marked("Finch would not dine with the despicable board."), ["despicable board"]);
    assert_eq!(marked("He is not the maniac."), Vec::<String>::new());
}

/// What stays unmarked in a page of so many blocks, and what is marked all the same.
const NAMED: &[(&[&str], &[&str])] = &[
    // A surname that is a word elsewhere, at the head of a sentence and in a headline.
    (&["Harbour master Grete Lie told the Ledger so on Monday.", "Lie has asked her crew for a review."], &[]),
    (&["Lie Asks Her Crew For Review", "The berths, Grete Lie said on Monday, are open."], &[]),
    (&["The clerk, Anton Savage, paid. Savage was late."], &[]),
    (&["On Monday the mayor thanked Mr. Fool for it. Fool had paid."], &[]),
    (&["Lie’s crew works at night, and Captain Lie is ashore."], &[]),
    // A capital at the head of a sentence alone names nobody, nor does a judgement in front of a name.
    (&["Harbour master Grete Holm paid on Monday.", "Liars run the board."], &["Liars"]),
    (&["The town remembers the Big Lie of the pier.", "Lies are all that is left."], &["Big Lie", "Lies"]),
    // A title in a promotion, an embedded post of two paragraphs.
    (&["Order Ada Marsh's New book, Shameless Coward: How He Sank a Ferry"], &[]),
    (
        &[
            "Vance tweeted this on Monday…",
            "What a shameful vote!",
            "The board is run by cowards.",
            "— Petra Vance (@pvance) May 3, 2026",
        ],
        &[],
    ),
    (
        &[
            "Vance tweeted this on Monday:",
            "What a vote!",
            "— Petra Vance (@pvance) May 3, 2026",
            "The spineless board met again.",
        ],
        &["spineless board"],
    ),
];

#[test]
fn a_name_a_title_and_an_embedded_post_are_no_characterization() {
    for (blocks, want) in NAMED {
        assert_eq!(marked(&blocks.join("\n")), *want, "{blocks:?}");
    }
}

#[test]
fn a_phrase_ends_with_its_noun_and_never_inside_a_word_with_a_hyphen() {
    for (text, want) in [
        ("A disgraced ex-mayor paid for it.", "A disgraced ex-mayor"),
        ("It was a shameful un-British plot.", "a shameful un-British plot"),
        ("The board is stridently pro-ferry.", "stridently pro-ferry"),
        ("The sordid tale revolves around a crane.", "sordid tale"),
        ("They kept the idiotic scheme going for a year.", "idiotic scheme"),
    ] {
        assert_eq!(marked(text), [want]);
    }
}

#[test]
fn the_line_that_a_reader_sees_says_what_the_word_does() {
    for (text, want) in [
        ("It was a sordid line of personal insults.", "Judges it as shameful"),
        ("The apostate left the quay.", "A label that passes judgement on somebody"),
        ("The clerk told of a deeply disturbing case.", "A judgement at full strength, in the writer's own words"),
        ("They printed titillating stories.", "A judgement, in the writer's own words"),
        ("The auditors had no clue.", "Says what somebody wanted, felt or thought, without a source"),
        ("It is a petty rule.", "A judgement, in the writer's own words"),
        ("The bigoted letter was read aloud.", "Judges it as hateful or intolerant"),
        ("The trial became a witch hunt.", "Judges it as unfair, in the writer's own words"),
        (
            "They cut the fare under the guise of progress.",
            "Judges it as deceit or pretence, in the writer's own words",
        ),
    ] {
        let prose = Prose::new([(0, text)]);
        let context = Context { more: true, ..Context::default() };
        let reasons: Vec<String> = characterizations(&prose, &context).into_iter().map(|c| c.reason).collect();
        assert_eq!(reasons, [want], "{text}");
    }
}

#[test]
fn words_in_their_plain_sense_are_not_shown() {
    let everyday = [
        "The island lies some forty kilometers off the cape, and the club currently lies ninth in the table.",
        "Her passion, Ms. Marsh said on Friday, has no name. His passion lies particularly in harbour law.",
        "Serve the roasted maize with flawless tomatoes from the stall. The jacket has a faux-leather collar and a hollow core.",
        "The probe is robotic and will soar above the plain. A pump sucks up the rain that the water-repellent cloth keeps off.",
        "Patients may be breathless for a week. Unhealthy food is cheap, and the infection spreads unchecked without a drug.",
        "The reeling Herons lost again, but Marsh scored at the death. The dancers wore graceful, enchanting robes.",
        "The firm purported to help the village. The audience laughed hysterically in the reign of King Osk.",
        "He buried the tin under the oak. She whipped up three meals a day, and they rigged it with springs.",
        "The coast was devastated by the storm. The court took an exemplary measure, and Marsh wrote on the Crusades.",
        "The lake is glacial and the path is rickety. Tickets sell out fast, so book by Friday.",
    ];
    for text in everyday {
        assert_eq!(shown(&[text], &[], &[]), Vec::<String>::new());
    }
    // Doctrine, on a page that is about it.
    let doctrine = "The bishop of Merrow wrote on Friday that the heresy was known to the church from the first. He said the \
        pope had condemned it. The priest was charged with apostasy in May, and she left the parish.";
    assert_eq!(shown(&[doctrine], &[], &[]), Vec::<String>::new());
    assert_eq!(shown(&["Vance was expelled on Friday for heresy about the ferry's fares."], &[], &[]), ["heresy"]);
    // A review of things, in which nobody has his say.
    let review = "This is a brilliant lamp with an awful switch. Its terrible stand wobbles, and the dreadful app forgets \
        every colour, but the stunning light makes up for it. Cheaper lamps have a hideous flicker.";
    assert_eq!(shown(&[review], &[], &[]), Vec::<String>::new());
    // A guide that names people, a story, a review of a film: nobody reports.
    let guide = "Start with the kettle that Doyle sells: you get a brilliant grip and a terrible lid. If you are a coward about \
        steam, you should try the other one, which Finch calls ridiculous. Your hands will thank you.";
    assert_eq!(shown(&[guide], &[], &[]), Vec::<String>::new());
    let story = "The despicable warden shut the gate, and she was afraid of his cruel smile. ".repeat(100);
    assert_eq!(shown(&[&story], &[], &[]), Vec::<String>::new());
    let film = "The film is about a vicious pirate, and its sequel, a dreadful comedy, was shot in Merrow. She said on Friday that the \
        novel was better. Marsh was a disgraceful hero in it.";
    assert_eq!(shown(&[film], &[], &[]), Vec::<String>::new());
    let nature = "The shark is a ruthless hunter, Ms. Marsh said on Friday. She has seen whales of the same species flee from its \
        vicious teeth, and she was stunned by the coral on the reef. A predator like it is no coward.";
    assert_eq!(shown(&[nature], &[], &[]), Vec::<String>::new());
    let figurative = [
        "Doyle boasted that the board had caved to the firm.",
        "The minister’s hollow promises were forgotten by noon.",
    ];
    for text in figurative {
        assert_eq!(shown(&[text], &[], &[]).len(), 1, "{text}");
    }
}

#[test]
fn what_the_original_says_of_the_same_is_told_from_what_it_does_not() {
    let page =
        Prose::new([(0, "The harbour board is corrupt, the quay records show. Its chairman Tom Dunn is a maniac.")]);
    let original = Prose::new([(
        0,
        "Quay records show that the harbour board is corrupt. Its chairman is Tom Dunn, a retired contractor.",
    )]);
    let alignment = Alignment { nearest: vec![Some((0, 0.8)), Some((1, 0.5))] };
    let original = Compared { prose: &original, alignment: &alignment, contents: &[], links: &[] };
    let context = Context { original: Some(original), more: true, ..Context::default() };
    let found: Vec<(String, Option<bool>)> =
        characterizations(&page, &context).iter().map(|c| (page.text(c.span).to_owned(), c.in_source)).collect();
    assert!(found.contains(&("corrupt".to_owned(), Some(true))), "{found:?}");
    assert!(found.contains(&("a maniac".to_owned(), Some(false))), "{found:?}");
    let context = Context { more: false, ..context };
    let found = characterizations(&page, &context);
    assert!(found.iter().all(|c| c.in_source == Some(false)) && !found.is_empty(), "{found:?}");
}

#[test]
fn nothing_that_a_page_holds_is_too_much() {
    let maniacs = "a maniac, a liar \"and\" ".repeat(8_000);
    let question = "Why? ".repeat(8_000);
    for text in ["", " ", "?", "\u{fffd}", "“", ":", "A: B: C:", "’s", &maniacs, &question] {
        let prose = Prose::new([(0, text)]);
        let links = [Span::new(0, 0, 3), Span::new(9, 5, 2)];
        let context = Context { links: &links, more: true, ..Context::default() };
        for found in characterizations(&prose, &context) {
            assert!(!prose.text(found.span).is_empty() && found.score <= 1.0);
        }
    }
}
