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

/// Every form of `entry`, itself first. In it `~` inflects the word that follows as a verb, `^` gives the one before a plural.
pub(super) fn forms(entry: &str, inflection: Inflection) -> Vec<(String, Form)> {
    let verb_in = |before: &str, rest: &str| {
        let (word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        verb(word).into_iter().map(|(w, f)| (format!("{before}{w}{after}"), f)).collect()
    };
    if let Some((before, rest)) = entry.split_once('~') {
        return verb_in(before, rest);
    }
    if let Some((before, after)) = entry.split_once('^') {
        let (head, word) = before.rsplit_once(' ').map_or((String::new(), before), |(h, w)| (format!("{h} "), w));
        return vec![(format!("{before}{after}"), Form::Base), (format!("{head}{}{after}", s(word)), Form::S)];
    }
    let mut all = vec![(entry.to_owned(), Form::Base)];
    match inflection {
        Inflection::Plural => all.push((plural(entry), Form::S)),
        Inflection::Verb => return verb_in("", entry),
        Inflection::Adverb => all.extend(ly(entry).map(|w| (w, Form::Ly))),
        Inflection::None => {}
    }
    all
}

fn plural(entry: &str) -> String {
    let words: Vec<&str> = entry.split(' ').collect();
    let head = words.iter().position(|w| TAIL.contains(w)).unwrap_or(words.len()).saturating_sub(1);
    let each = words.iter().enumerate().map(|(i, w)| if i == head { s(w) } else { (*w).to_owned() });
    each.collect::<Vec<_>>().join(" ")
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

/// The plural of a noun, and the third person of a verb.
fn s(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("man").filter(|s| !matches!(*s, "hu" | "sha" | "ger" | "ro")) {
        return format!("{stem}men");
    }
    if let Some(stem) = word.strip_suffix('y')
        && stem.bytes().last().is_some_and(|b| !vowel(b))
    {
        return format!("{stem}ies");
    }
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") || word == "go" || word == "hero"
    {
        return format!("{word}es");
    }
    format!("{word}s")
}

fn third(word: &str) -> String {
    if word.ends_with("man") { format!("{word}s") } else { s(word) }
}

/// All forms of a verb.
fn verb(word: &str) -> Vec<(String, Form)> {
    let stem = if doubles(word) { format!("{word}{}", word.chars().last().unwrap_or('x')) } else { word.to_owned() };
    let ing = if let Some(short) = word.strip_suffix("ie") {
        format!("{short}ying")
    } else if let Some(short) = word.strip_suffix('e').filter(|s| !s.ends_with(['e', 'o', 'y'])) {
        format!("{short}ing")
    } else {
        format!("{stem}ing")
    };
    let mut forms = vec![(word.to_owned(), Form::Base), (third(word), Form::S), (ing, Form::Ing)];
    match IRREGULAR.iter().find(|(base, _, _)| *base == word) {
        Some((_, past, done)) => {
            forms.push(((*past).to_owned(), Form::Past));
            forms.push(((*done).to_owned(), Form::Past));
        }
        None => {
            let past = if word.ends_with('e') {
                format!("{word}d")
            } else if let Some(short) = word.strip_suffix('y').filter(|s| s.bytes().last().is_some_and(|b| !vowel(b))) {
                format!("{short}ied")
            } else {
                format!("{stem}ed")
            };
            forms.push((past, Form::Past));
        }
    }
    forms
}

/// The adverb of an adjective, if it makes one.
fn ly(word: &str) -> Option<String> {
    if word.ends_with("ly") || word.contains(' ') || word.len() < 4 {
        return None;
    }
    Some(if let Some(short) = word.strip_suffix("ble") {
        format!("{short}bly")
    } else if let Some(short) = word.strip_suffix('y') {
        format!("{short}ily")
    } else if word.ends_with("ic") {
        format!("{word}ally")
    } else if word.ends_with("ll") {
        format!("{word}y")
    } else {
        format!("{word}ly")
    })
}
