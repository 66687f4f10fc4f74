//! Whether a sentence can be understood where it stands alone.

use super::answers::{SAYS, SPOKES};
use crate::text::{Prose, Word, WordList};

/// Words that stand for something said before, where a sentence or what is quoted in it begins with them.
const POINTS_BACK: WordList = WordList(
    "he she it they this that these those his her its their it's he's she's they're that's him them there such both another \
    he'd she'd they'd here again but and however yet so then instead meanwhile otherwise also nor or still besides \
    secondly thirdly finally others neither either afterwards therefore thus indeed nevertheless moreover furthermore \
    similarly likewise elsewhere",
);
/// Words that go on from something said before, at the head of a sentence (“Counsel then went on”).
const GOES_ON: &[&str] = &["again", "added", "continued", "went", "then", "too", "further", "repeated"];
/// Persons who have to be named first.
const PERSONS: &[&str] =
    &["he", "she", "him", "her", "his", "hers", "himself", "herself", "he's", "she's", "he'd", "she'd"];
/// The same within speech: whose `I` it is.
const SPEAKERS: &[&str] =
    &["i", "i'm", "i've", "i'd", "i'll", "my", "me", "we", "we've", "we're", "we'll", "our", "us"];
/// Who speaks of somebody else.
const CROWDS: WordList = WordList(
    "police officers lawyers witnesses friends counsel doctors prosecutors relatives sources magistrates officials \
    colleagues neighbours experts detectives reports",
);
/// Groups that have to be named first: “the couple”, “the two”.
const GROUPS: WordList = WordList("pair couple duo trio former latter two three four other others same");
/// What “this” and “these” may stand before without pointing to anything said.
const TIMES: WordList = WordList(
    "year week month morning afternoon evening summer winter spring autumn season time country weekend christmas century \
    decade",
);
/// Second words of beginnings that go on from something said before: “in fact”, “for example”.
const JOINS: WordList = WordList("fact addition contrast turn example instance course");
/// Whom a text addresses that is spoken and not written.
const ADDRESSED: &[&str] = &["you", "your", "you're", "you've", "you'd", "you'll"];

/// Whether a sentence speaks to somebody, or of whoever speaks, outside quotation marks: so do speeches, transcripts and columns.
pub(super) fn spoken<'w>(original: &Prose, mut words: impl Iterator<Item = &'w Word>) -> bool {
    let list = |form: &str| SPEAKERS.contains(&form) || ADDRESSED.contains(&form);
    words.any(|w| w.stop && !w.quoted && list(original.form(w)))
}

/// Whether neither the sentence nor what is quoted in it points back, and everybody in it is named before a word stands for
/// them. `answer`: it is known who answers, since the page is about them.
pub(super) fn stands_alone(original: &Prose, words: &[&Word], answer: bool) -> bool {
    let form = |at: usize| words.get(at).map_or("", |w| original.form(w));
    let plain = |at: usize| words.get(at).is_some_and(|w| !w.quoted);
    let points = |at: usize| POINTS_BACK.has(form(at));
    let said = words.iter().position(|w| w.quoted);
    let of_time = |at: usize| TIMES.has(form(at + 1)) || TIMES.has(form(at + 2));
    let asks = words.last().is_some_and(|w| {
        let text = original.passage(w.span.block).map_or("", |p| p.text);
        !w.quoted && text.get(w.span.end as usize..).is_some_and(|rest| rest.starts_with('?'))
    });
    if asks || matches!(form(0), "in" | "for" | "of") && JOINS.has(form(1)) {
        return false;
    }
    // “His lawyer said”: whose is known. And what is quoted in an answer points to what it answers.
    let answers_for = answer && (1..3).any(|at| SPOKES.contains(&form(at)));
    let now = matches!(form(0), "this" | "these") && of_time(0);
    let of_answer = answers_for || answer && said == Some(0);
    if points(0) && !now && !of_answer || !answer && said.is_some_and(points) {
        return false;
    }
    let head = words.len().min(5);
    let speaks = (0..words.len()).any(|at| plain(at) && SAYS.contains(&form(at)));
    if (0..head).any(|at| plain(at) && GOES_ON.contains(&form(at))) || form(0) == "asked" && !answer {
        return false;
    }
    // “such loans”, “this lurid story”; “that” may join clauses.
    let shows = |at: usize| matches!(form(at), "such" | "this" | "these" | "those");
    let those_who = |at: usize| form(at) == "those" || form(at) == "such" && form(at + 1) == "as";
    if (0..words.len()).any(|at| shows(at) && !of_time(at) && !those_who(at) && (!answer || plain(at))) {
        return false;
    }
    // “I think that is untrue”
    let thinks =
        |at: usize| matches!(form(at), "think" | "believe" | "say" | "know" | "because" | "if" | "hope" | "suppose");
    if !answer
        && (1..words.len())
            .any(|at| thinks(at - 1) && form(at) == "that" && matches!(form(at + 1), "is" | "was" | "would"))
    {
        return false;
    }
    if (1..words.len())
        .any(|at| form(at - 1) == "the" && GROUPS.has(form(at).trim_end_matches("'s")) && at < 8 && plain(at))
    {
        return false;
    }
    // “Cobb said”, “Desmond Pike”; not “Police said”, “Outside”.
    let opens = words.first().is_some_and(|w| !w.stop)
        && !CROWDS.has(form(0))
        && (SAYS.contains(&form(1)) || words.get(1).is_some_and(|w| w.capital && !w.stop));
    let person = (0..words.len()).find(|&at| PERSONS.contains(&form(at)));
    let named = |until: usize| {
        // A name within the quotation is not whose words it gives: “‘The boats of the Merrow board sank,’ he said”.
        let told = |w: &&&Word| !w.quoted || !plain(until);
        let capital = words.iter().take(until).skip(1).filter(told).any(|w| w.capital && !w.stop && !w.number);
        let opens = opens && words.first().as_ref().is_some_and(told);
        // “The teenager said she”
        let some = words.first().as_ref().is_some_and(told) && until > 2 && matches!(form(0), "the" | "an" | "a");
        opens || capital || some || CROWDS.has(form(0)) && until > 4
    };
    if person.is_some_and(|at| !(named(at) || at == 0 && answers_for)) {
        return false;
    }
    let quoted = words.iter().filter(|w| w.quoted).count();
    let all = quoted * 10 >= words.len() * 9;
    let mine = (0..words.len()).any(|at| !plain(at) && SPEAKERS.contains(&form(at)));
    let who = words.iter().any(|w| w.capital && !w.stop && !w.quoted);
    let within = words.iter().skip(1).any(|w| w.capital && !w.stop);
    match quoted {
        0 => true,
        _ if all => !mine && (answer || within),
        _ => who || !mine || answer && speaks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_to_somebody_outside_quotation_marks_makes_a_speech() {
        for (speech, text) in [
            (true, "Now, Senator Pike wants to hide £4.2m from you."),
            (true, "We cannot go on like that."),
            (false, "Pike said: “We cannot go on like that.”"),
            (false, "The board hid the loans."),
        ] {
            let prose = Prose::new([(0, text)]);
            assert_eq!(spoken(&prose, prose.words().iter()), speech, "{text}");
        }
    }

    #[test]
    fn what_points_back_does_not_stand_alone() {
        for (alone, answer, text) in [
            (true, false, "Desmond Pike said that he had told the county so in writing."),
            (true, false, "The treasurer said she had never seen the minutes."),
            (true, true, "His lawyer, Odile Marsh, said the treasurer “never took a penny”."),
            (true, false, "“We have never hidden a loan from anybody,” said Desmond Pike, the treasurer."),
            (true, false, "This week the harbour board will vote on the loans."),
            (true, false, "The county asked those who had signed the loans to come to Merrow."),
            (false, false, "His lawyer, Odile Marsh, said the treasurer “never took a penny”."),
            (false, false, "He told Marsh that the loans were a matter for the board."),
            (false, false, "But the board never recorded the loans to the dredging firms."),
            (false, false, "In Merrow, he added, nobody had ever asked for the minutes."),
            (false, false, "Asked by Marsh whether the minutes were complete, Pike said that they were."),
            (false, false, "Marsh called this account of the loans a fairy tale."),
            (false, false, "In March the pair bought the boats from a firm in Saltby."),
            (false, false, "Denying he knew of the loans, he told the county about the boats."),
            (false, true, "“I have never signed a loan in my life.”"),
            (false, false, "“I think that is untrue,” Desmond Pike told the county."),
            (true, true, "“I think that is untrue,” Desmond Pike told the county."),
            (true, true, "“There was nothing improper in this,” Desmond Pike told the Ledger."),
            (false, false, "“Saltby has lost a quarter of its boats,” he said."),
            (false, false, "Will the county ever see the loans of £4.2m again?"),
            (false, false, "In fact, 40 percent of the loans had been spent by May."),
            (false, false, "This was the second time that the board had hidden a loan."),
        ] {
            let prose = Prose::new([(0, text)]);
            let words: Vec<&Word> = prose.words().iter().collect();
            assert_eq!(stands_alone(&prose, &words, answer), alone, "{text}");
        }
    }
}
