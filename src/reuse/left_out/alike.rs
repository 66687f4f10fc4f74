//! Words that say the same in a news report.

use crate::hashed::ByHash;
use crate::text::stem::Stems;
use std::sync::LazyLock;

/// A page that has one of a line has the others, in all their inflections. From what reports and their rewrites exchange for one
/// another; no word stands in two lines.
const ALIKE: &[&str] = &[
    "kill murder slay death die dead died fatal",
    "jail prison imprison jailed imprisonment custody",
    "sack fire dismiss axe oust",
    "quit resign leave depart departure resignation",
    "buy purchase acquire bought acquisition",
    "sell sale sold",
    "firm company business corporation",
    "police policeman policewoman officer constable detective",
    "child kid youngster toddler children baby infant",
    "boy son schoolboy lad",
    "girl daughter schoolgirl",
    "mother mum mom",
    "father dad",
    "wife husband spouse bride",
    "house home flat residence",
    "car vehicle motor",
    "cash money fund sum",
    "doctor gp physician medic",
    "lawyer solicitor attorney counsel barrister",
    "study survey poll research",
    "begin start launch began begun",
    "end finish conclude",
    "rise increase grow climb jump soar rose grew",
    "fall drop decline cut reduce slump fell plunge",
    "hurt injure wound injury",
    "show reveal disclose expose",
    "find discover found discovery",
    "huge vast massive enormous large big",
    "blaze burn flame",
    "aim goal target",
    "blunder mistake error",
    "plan scheme propose proposal",
    "probe inquiry investigate investigation enquiry",
    "ban bar forbid prohibit outlaw",
    "hit strike beat punch batter struck",
    "wed marry marriage wedding",
    "row quarrel clash",
    "boss chief head chairman director manager",
    "author writer novelist",
    "actor actress star",
    "film movie picture",
    "refuse reject",
    "help assist aid",
    "worker employee staff",
    "town city village",
    "sick ill illness disease",
    "vote ballot election",
    "talk discuss discussion negotiate negotiation",
    "stop halt cease",
    "build construct built construction",
    "photo photograph image",
    "scared afraid fear terrify",
    "angry furious anger fury outrage",
    "pay paid payment fee",
    "student pupil",
    "elderly pensioner",
    "offer bid",
    "remove strip withdraw withdrawn",
];

/// By key of a stem: the number of its line.
static LINES: LazyLock<ByHash<u32>> = LazyLock::new(|| {
    let stems = Stems::english();
    let mut lines = ByHash::default();
    for (line, words) in (0u32..).zip(ALIKE) {
        words.split(' ').for_each(|word| {
            lines.insert(stems.key(word), line);
        });
    }
    lines
});

/// The line that a stem stands in.
pub(super) fn line(stem: u64) -> Option<u32> {
    LINES.get(&stem).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_reports_exchange_stand_in_one_line_in_all_their_forms() {
        let stems = Stems::english();
        let of = |word: &str| line(stems.key(word));
        for (one, other, same, why) in [
            ("murdered", "killing", true, "inflections of two words"),
            ("solicitors", "attorney", true, "British and American"),
            ("policewoman", "officers", true, "what she is and what she is called"),
            ("bought", "acquisitions", true, "an irregular form and a noun"),
            ("blaze", "flames", true, "a headline's word and the plain one"),
            ("harbour", "harbours", false, "words of no line are alike only by their stem"),
            ("jailed", "sacked", false, "two lines"),
            ("wife", "daughter", false, "kin, but other persons"),
        ] {
            assert_eq!(of(one).is_some() && of(one) == of(other), same, "{one}, {other}: {why}");
        }
    }

    #[test]
    fn no_word_stands_in_two_lines() {
        let stems = Stems::english();
        for (at, words) in (0u32..).zip(ALIKE) {
            for word in words.split(' ') {
                assert_eq!(line(stems.key(word)), Some(at), "{word}");
            }
        }
    }
}
