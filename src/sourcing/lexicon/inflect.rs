//! English inflection, as far as the lexicon needs it. Done when the lexicon is first used: shipping entries instead of
//! forms took the module from 448,887 to 437,275 bytes with brotli (`cargo xtask build`).

use super::Form;

/// Words that end the part of a noun phrase that is inflected: `snakes in the grass`.
const TAIL: &[&str] =
    &["of", "to", "for", "on", "in", "against", "from", "at", "with", "all", "but", "incarnate", "behind"];

/// How the entries of a category inflect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inflection {
    /// Not at all.
    None,
    /// A noun: its plural.
    Plural,
    /// A verb, the first word of the entry: all forms.
    Verb,
    /// An adjective: its adverb.
    Adverb,
}

/// The pieces that make a form when they are joined. The lexicon makes some 30,000 forms when it is first used: a string for
/// each took a third of that time.
pub(super) type Pieces<'e> = [&'e str; 5];

/// Tells `each` every form of `entry`, itself first. In it `~` inflects the word that follows as a verb, `^` gives the one
/// before a plural.
pub(super) fn forms(entry: &str, inflection: Inflection, each: &mut dyn FnMut(Pieces, Form)) {
    if let Some((before, rest)) = entry.split_once('~') {
        return verb_in(before, rest, each);
    }
    if let Some((before, after)) = entry.split_once('^') {
        let [stem, ending] = s(before);
        each([before, after, "", "", ""], Form::Base);
        return each([stem, ending, after, "", ""], Form::S);
    }
    if inflection == Inflection::Verb {
        return verb_in("", entry, each);
    }
    each([entry, "", "", "", ""], Form::Base);
    match inflection {
        Inflection::Plural => {
            let (head, tail) = entry.split_at(head_ends(entry));
            let [stem, ending] = s(head);
            each([stem, ending, tail, "", ""], Form::S);
        }
        Inflection::Adverb => {
            if let Some([stem, ending]) = ly(entry) {
                each([stem, ending, "", "", ""], Form::Ly);
            }
        }
        Inflection::Verb | Inflection::None => {}
    }
}

/// Where the word ends that a noun phrase is inflected by: before the first word of [`TAIL`], else at its end.
fn head_ends(entry: &str) -> usize {
    let starts = entry.match_indices(' ').map(|(at, _)| at);
    let mut tails = starts.filter(|at| {
        let rest = entry.get(at + 1..).unwrap_or("");
        TAIL.contains(&rest.split(' ').next().unwrap_or(rest))
    });
    tails.next().unwrap_or(entry.len())
}

/// Base, past and participle of the irregular verbs that the lexicon inflects.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("beat", "beat", "beaten"),
    ("bend", "bent", "bent"),
    ("bite", "bit", "bitten"),
    ("bleed", "bled", "bled"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("burst", "burst", "burst"),
    ("cast", "cast", "cast"),
    ("catch", "caught", "caught"),
    ("cling", "clung", "clung"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("dig", "dug", "dug"),
    ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"),
    ("fall", "fell", "fallen"),
    ("feed", "fed", "fed"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("flee", "fled", "fled"),
    ("fling", "flung", "flung"),
    ("fly", "flew", "flown"),
    ("forsake", "forsook", "forsaken"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mislead", "misled", "misled"),
    ("overrun", "overran", "overrun"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("rewrite", "rewrote", "rewritten"),
    ("ride", "rode", "ridden"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shoot", "shot", "shot"),
    ("shrink", "shrank", "shrunk"),
    ("sink", "sank", "sunk"),
    ("speak", "spoke", "spoken"),
    ("spin", "spun", "spun"),
    ("spit", "spat", "spat"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"),
    ("stink", "stank", "stunk"),
    ("strike", "struck", "struck"),
    ("sweep", "swept", "swept"),
    ("take", "took", "taken"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("undermine", "undermined", "undermined"),
    ("win", "won", "won"),
    ("wring", "wrung", "wrung"),
    ("write", "wrote", "written"),
];

fn vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether its last consonant is doubled before an ending: one vowel group that is one letter, then one consonant.
fn doubles(word: &str) -> bool {
    let b = word.as_bytes();
    let [.., before, v, last] = b else { return false };
    let groups = b.windows(2).filter(|w| matches!(w, [x, y] if !vowel(*x) && vowel(*y))).count()
        + usize::from(b.first().copied().is_some_and(vowel));
    let short =
        !vowel(*last) && !matches!(last, b'w' | b'x' | b'y') && vowel(*v) && (!vowel(*before) || b.starts_with(b"qu"));
    short
        && (groups <= 1
            || matches!(
                word,
                "appal"
                    | "backstab"
                    | "kidnap"
                    | "admit"
                    | "commit"
                    | "submit"
                    | "permit"
                    | "omit"
                    | "rebut"
                    | "compel"
                    | "expel"
                    | "rebel"
                    | "outgun"
                    | "regret"
                    | "infer"
                    | "refer"
                    | "concur"
                    | "abet"
            ))
}

/// The plural of a noun, and the third person of a verb, in two pieces. Of several words the last is taken.
fn s(word: &str) -> [&str; 2] {
    let last = word.rsplit(' ').next().unwrap_or(word);
    if !matches!(last, "human" | "shaman" | "german" | "roman")
        && let Some(stem) = word.strip_suffix("man")
    {
        return [stem, "men"];
    }
    if let Some(stem) = word.strip_suffix('y')
        && stem.bytes().last().is_some_and(|b| !vowel(b))
    {
        return [stem, "ies"];
    }
    let hisses = word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh");
    [word, if hisses || matches!(last, "go" | "hero") { "es" } else { "s" }]
}

/// All forms of the first word of `rest`, a verb, with what stands before and after it.
fn verb_in(before: &str, rest: &str, each: &mut dyn FnMut(Pieces, Form)) {
    let (word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
    let last = word.char_indices().last().map_or(0, |(at, _)| at);
    let doubled = if doubles(word) { word.get(last..).unwrap_or("") } else { "" };
    each([before, word, after, "", ""], Form::Base);
    let [stem, ending] = if word.ends_with("man") { [word, "s"] } else { s(word) };
    each([before, stem, ending, after, ""], Form::S);
    let [stem, double, ending] = if let Some(short) = word.strip_suffix("ie") {
        [short, "", "ying"]
    } else if let Some(short) = word.strip_suffix('e').filter(|s| !s.ends_with(['e', 'o', 'y'])) {
        [short, "", "ing"]
    } else {
        [word, doubled, "ing"]
    };
    each([before, stem, double, ending, after], Form::Ing);
    if let Ok(at) = IRREGULAR.binary_search_by(|(base, _, _)| (*base).cmp(word))
        && let Some((_, past, done)) = IRREGULAR.get(at)
    {
        each([before, past, after, "", ""], Form::Past);
        return each([before, done, after, "", ""], Form::Past);
    }
    let [stem, double, ending] = if word.ends_with('e') {
        [word, "", "d"]
    } else if let Some(short) = word.strip_suffix('y').filter(|s| s.bytes().last().is_some_and(|b| !vowel(b))) {
        [short, "", "ied"]
    } else {
        [word, doubled, "ed"]
    };
    each([before, stem, double, ending, after], Form::Past);
}

/// The adverb of an adjective, in two pieces, if it makes one.
fn ly(word: &str) -> Option<[&str; 2]> {
    if word.ends_with("ly") || word.contains(' ') || word.len() < 4 {
        return None;
    }
    Some(if let Some(short) = word.strip_suffix("ble") {
        [short, "bly"]
    } else if let Some(short) = word.strip_suffix('y') {
        [short, "ily"]
    } else if word.ends_with("ic") {
        [word, "ally"]
    } else if word.ends_with("ll") {
        [word, "y"]
    } else {
        [word, "ly"]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(entry: &str, inflection: Inflection) -> Vec<String> {
        let mut all = Vec::new();
        forms(entry, inflection, &mut |pieces, _| all.push(pieces.concat()));
        all
    }

    #[test]
    fn entries_are_inflected_by_the_word_that_carries_it() {
        for (entry, inflection, want) in [
            ("maniac", Inflection::Plural, "maniac maniacs"),
            ("con man", Inflection::Plural, "con man|con men"),
            ("shaman", Inflection::Plural, "shaman shamans"),
            ("war hero", Inflection::Plural, "war hero|war heroes"),
            ("snake in the grass", Inflection::Plural, "snake in the grass|snakes in the grass"),
            ("bully", Inflection::Verb, "bully bullies bullying bullied"),
            ("brag of", Inflection::Verb, "brag of|brags of|bragging of|bragged of"),
            ("lie", Inflection::Verb, "lie lies lying lied"),
            (
                "can ~win over",
                Inflection::None,
                "can win over|can wins over|can winning over|can won over|can won over",
            ),
            ("lap^ of honour", Inflection::None, "lap of honour|laps of honour"),
            ("shameful", Inflection::Adverb, "shameful shamefully"),
            ("horrible", Inflection::Adverb, "horrible horribly"),
            ("far right", Inflection::Adverb, "far right"),
        ] {
            let separator = if want.contains('|') || entry.contains(' ') { '|' } else { ' ' };
            assert_eq!(all(entry, inflection), want.split(separator).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_irregular_verbs_are_sorted() {
        assert!(IRREGULAR.is_sorted());
    }
}
