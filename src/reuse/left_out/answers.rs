//! Whom the page is about, and what they answer.

use super::carried::Carried;
use super::denials::{denial, denies};
use crate::hashed::{ByHash, Hashes};
use crate::order;
use crate::text::names::is_title;
use crate::text::{Prose, Sentence, Word, WordList};

/// Who answers for somebody.
pub(super) const SPOKES: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "lawyer",
    "lawyers",
    "solicitor",
    "attorney",
    "executive",
    "representative",
];
/// Those of them with which somebody puts their own case.
const BUT: &[&str] = &["but", "however", "although", "though", "despite"];

/// Whom the page is about, by the stems of their names.
pub(super) struct Subjects {
    /// The names that it says most.
    most: Hashes,
    /// Those of whom it says ill: an accusing word follows in the sentence, and not because they say it; and whom it is about
    /// above all.
    blamed: Hashes,
    /// Whether it tells of a case in court.
    in_court: bool,
    /// Whether it tells of anything to answer for.
    pub(super) charged: bool,
}

/// Words that tell of something held against somebody.
const ACCUSES: &[&str] = &[
    "accused",
    "admitted",
    "alleged",
    "allegedly",
    "blame",
    "blamed",
    "buried",
    "charged",
    "charges",
    "cheated",
    "concealed",
    "condemned",
    "criticised",
    "criticized",
    "denied",
    "denies",
    "disgrace",
    "excuse",
    "failed",
    "fraud",
    "guilty",
    "hid",
    "lied",
    "misled",
    "misused",
    "scandal",
    "shame",
    "stole",
    "wrongdoing",
];

/// Those of them that have somebody for their object.
const BLAMES: WordList = WordList("accused blamed charged condemned criticised criticized");

/// Words of what is held against somebody, besides [`ACCUSES`]: a page with one of either tells of something to answer for.
const CHARGES: WordList = WordList(
    "abuse abused accusation accusations accuses allegation allegations breach bribe bribes complained complaint complaints \
    corrupt corruption illegal illegally improper investigation investigated lawsuit misconduct sued unlawful violated violation",
);
/// Bodies that answer for themselves without being named: “the company said”.
const BODIES: WordList = WordList(
    "administration agency airline authority bank board campaign church club commission committee company \
    corporation council county department firm government group hospital ministry office school trust union university",
);

/// Verbs that somebody's words follow.
pub(super) const SAYS: &[&str] =
    &["said", "says", "told", "tells", "wrote", "writes", "claimed", "claims", "argued", "argues", "heard", "hears"];

/// Verbs of an answer.
const ANSWERS: &[&str] = &[
    "insists",
    "insisted",
    "maintains",
    "maintained",
    "defended",
    "defends",
    "responded",
    "replied",
    "countered",
    "explained",
];

/// To whom and how somebody answers who is not heard in court.
const PRESS: WordList = WordList("email interview journalists reporters statement telephone");
/// Words of a case in court, where everybody is heard: what the accused and the witnesses say is evidence, not their answer.
const COURT: WordList = WordList("court inquest jurors jury magistrates remanded trial tribunal");
/// What somebody does who accuses.
const COMPLAINS: &[&str] = &["accused", "accuses", "alleges", "alleged", "complained", "sued", "suing", "suffered"];

/// Who hears and weighs a charge, or suffers from what it is about, is not the one who answers it.
const OFFICES: &[&str] = &[
    "victim",
    "victims",
    "judge",
    "justice",
    "coroner",
    "magistrate",
    "counsel",
    "prosecutor",
    "detective",
    "det",
    "supt",
    "superintendent",
    "inspector",
    "di",
];
/// The same after a name: “Alun Milford, prosecuting”.
const PARTS: &[&str] = &["qc", "prosecuting", "defending"];

/// So many names are what a page is about above all.
const FIRST: usize = 1;

/// Whether a word is of a name: “Mr Pike” is named by the second word only.
fn name(prose: &Prose, word: &Word) -> bool {
    word.capital && !word.stop && !word.number && !is_title(prose.form(word))
}

impl Subjects {
    pub(super) fn of(page: &Prose, forms: &Carried) -> Subjects {
        // A word counts if it is capitalised in the middle of a sentence at least once.
        let mut counts: ByHash<(usize, bool)> = ByHash::default();
        let mut blamed = Hashes::default();
        let mut others = Hashes::default();
        for sentence in page.sentences() {
            let words = page.words_in(sentence.words.clone());
            let any = |mut range: std::ops::Range<usize>, list: &[&str]| {
                range.any(|at| words.get(at).is_some_and(|w| list.contains(&page.form(w))))
            };
            let form = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", |w| page.form(w));
            // Who “accused the board” is not accused.
            let suffers = |at: usize| {
                !BLAMES.has(form(Some(at)))
                    || matches!(form(at.checked_sub(1)), "was" | "were" | "is" | "are" | "been" | "being" | "be")
                    || matches!(form(Some(at + 1)), "of" | "by" | "with" | "for" | "over")
            };
            let last = (0..words.len()).rev().find(|&at| ACCUSES.contains(&form(Some(at))) && suffers(at));
            for (place, word) in words.iter().enumerate() {
                if name(page, word) {
                    let count = counts.entry(word.stem).or_default();
                    count.0 += 1;
                    count.1 |= place > 0;
                    if any(place.saturating_sub(2)..place, OFFICES)
                        || any(place + 1..place + 3, PARTS)
                        || any(place + 1..place + 2, COMPLAINS)
                    {
                        others.insert(word.stem);
                    }
                    if last.is_some_and(|l| place < l && !any(place..l, SAYS)) {
                        blamed.insert(word.stem);
                    }
                }
            }
        }
        counts.retain(|stem, count| count.1 && !others.contains(stem));
        blamed.retain(|stem| counts.contains_key(stem));
        let mut names: Vec<(u64, usize)> =
            counts.into_iter().filter(|(_, c)| c.0 > 1).map(|(stem, c)| (stem, c.0)).collect();
        order::by_key(&mut names, |&(stem, count)| u128::from(u64::MAX - count as u64) << 64 | u128::from(stem));
        blamed.extend(names.iter().take(FIRST).map(|n| n.0));
        Subjects {
            most: names.into_iter().take(5).map(|n| n.0).collect(),
            blamed,
            in_court: forms.any(COURT.words()),
            charged: forms.any(CHARGES.words()) || forms.any(ACCUSES.iter().copied()),
        }
    }

    fn has(&self, word: &Word) -> bool {
        self.most.contains(&word.stem) || self.blamed.contains(&word.stem)
    }
}

/// Words that answer one only where an answer was asked for: judges dismiss and voters reject, too.
const REFUSES: WordList =
    WordList("reject rejects rejected rejecting dismissed dismisses contested contests defended defends");
/// What is said of an answer that was asked for.
const ASKED: &str = "when contacted|when asked|asked for comment|in response|in a statement|in an email|responded|replied|\
    written statement|emailed statement|declined to comment|declined to say|declined to be interviewed|declined an interview|\
    declined to discuss|would not comment|refused to comment|no comment|did not respond to|not responded to|\
    did not reply|not replied|did not immediately respond|could not be reached|for comment|said through|\
    pleaded not guilty|pleading not guilty|in a message to|direct message|did not elaborate";

/// How far a sentence answers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Answer {
    /// 0 to 3.2; from [`REPLY`] on it is an answer whatever else is said for it.
    pub(super) weight: f32,
    /// Whether it denies or puts another case, and does not just say more: it then has most words in common with what it answers.
    pub(super) denies: bool,
}

/// Of a paragraph so many sentences before and after are looked at.
const PARAGRAPH: usize = 3;

/// What it weighs that somebody speaks who is accused.
pub(super) const REPLY: f32 = 1.6;

/// How far a sentence is the answer of somebody whom the page is about. The cue may stand in another sentence of its
/// paragraph's statement.
pub(super) fn answer(original: &Prose, sentence: &Sentence, accused: &Subjects, page: &Carried) -> Answer {
    let Some(passage) = original.passage(sentence.span.block) else { return Answer::default() };
    let own = original.words_in(sentence.words.clone());
    let quoted = own.iter().any(|w| w.quoted);
    // In a paragraph that quotes, who speaks and to whom is said once; in a text without paragraphs, close by.
    let at = own.first().map_or(0, |w| w.sentence as usize);
    let reach = if quoted { PARAGRAPH } else { 0 };
    let (first, last) = (passage.sentences.start, passage.sentences.end);
    let around = at.saturating_sub(reach).max(first)..(at + reach + 1).min(last);
    let around = original.sentences().get(around).unwrap_or(&[]);
    let (Some(begin), Some(end)) = (around.first(), around.last()) else { return Answer::default() };
    let scope = original.words_in(begin.words.start..end.words.end);
    // Whom a witness speaks of does not answer; who speaks is named beside the quotation, or first in it.
    let first = own.first().map(|w| w.span);
    let says = |w: &Word| !w.quoted && SAYS.contains(&original.form(w));
    let named = scope.iter().any(says)
        && scope.iter().any(|w| {
            let speaks = !w.quoted || Some(w.span) == first;
            // “Pike's mother said”
            speaks && accused.most.contains(&w.stem) && !original.form(w).ends_with("'s")
        });
    let speaks_of = |w: &Word| !w.quoted && accused.blamed.contains(&w.stem) && !original.form(w).ends_with("'s");
    let above_all = own.iter().any(speaks_of);
    let lower = begin.span.to(&end.span).of(passage.text).to_lowercase();
    let asked =
        ASKED.split('|').any(|cue| lower.contains(cue)) || lower.starts_with("asked ") || in_writing(original, own);
    let negates = denies(original, own);
    let has = |list: &[&str]| own.iter().any(|w| list.contains(&original.form(w)));
    let pressed = own.iter().any(|w| PRESS.has(original.form(w)));
    let denial = denial(original, own);
    let strong = denial.is_some() || asked && own.iter().any(|w| REFUSES.has(original.form(w)));
    let (weight, denies) = match (named, asked, strong) {
        // “Said in a statement that she would appeal”: whoever that is was asked, though no word of the page accuses.
        (true, true, false) if above_all && pressed && !accused.in_court => (REPLY, negates),
        _ if puts_in_writing(original, own, accused, page) && (negates || lower.contains("said through")) => {
            (REPLY, true)
        }
        _ if makes_good(original, own, accused, page) => (REPLY, true),
        // Where nothing is held against anybody there is nothing to answer.
        _ if !accused.charged => (0.0, false),
        (true, true, true) => (3.2, true),
        (true, true, false) if negates && quoted => (2.8, true),
        (_, false, true) if denial.is_some_and(|at| denier(original, own, at, accused, page)) => (2.0, true),
        (false, true, true) => (1.2, true),
        _ if speaks(original, own, accused) || negates && says_for(original, own, named) => (REPLY, true),
        // Who contradicts nothing answers in words of his own, or only says more; in court the wronged are heard as well.
        _ if replies(original, own, accused, page)
            && if accused.in_court { negates && (has(ANSWERS) || pressed) } else { negates || quoted || pressed } =>
        {
            (REPLY, negates)
        }
        _ => (0.0, false),
    };
    Answer { weight, denies }
}

/// Whether the sentence says itself that it was asked for: “said in a short email that”.
fn in_writing(original: &Prose, own: &[Word]) -> bool {
    let form = |at: usize| own.get(at).map_or("", |w| original.form(w));
    let letter = |at: usize| matches!(form(at), "email" | "letter" | "message" | "statement");
    (1..own.len()).any(|at| {
        form(at) == "in"
            && SAYS.contains(&form(at - 1))
            && matches!(form(at + 1), "a" | "an")
            && (at + 2..at + 5).any(letter)
    })
}

/// Whether somebody whom the page names answers in writing or through a lawyer, outside court: what is said there is evidence.
fn puts_in_writing(original: &Prose, own: &[Word], accused: &Subjects, page: &Carried) -> bool {
    let through = |at: usize| own.get(at).is_some_and(|w| original.form(w) == "through");
    let (at, before) = speakers(original, own);
    let named = |w: &Word| name(original, w) && page.places.contains_key(&w.stem) && !original.form(w).ends_with("'s");
    !accused.in_court && before.iter().any(named) && (through(at + 1) || in_writing(original, own))
}

/// Words by which somebody says that something was held against them, or makes it good; with them a page need not say what.
const MAKES_GOOD: WordList = WordList(
    "accusation accusations allegation allegations apologise apologised apologising apologize apologized apologizing criticism refunded \
     regret regretted reimbursed repaid sorry",
);

/// Whether somebody whom the page names, or a body of which it tells, does so in the sentence; on a page from court only a body, since
/// the accused do it there.
fn makes_good(original: &Prose, own: &[Word], accused: &Subjects, page: &Carried) -> bool {
    let (at, before) = speakers(original, own);
    let speaks = |w: &Word| {
        let form = original.form(w);
        page.places.contains_key(&w.stem)
            && (!accused.in_court && name(original, w) && !form.ends_with("'s")
                || BODIES.has(form.trim_end_matches("'s")))
    };
    let after = own.get(at + 1..).unwrap_or(&[]);
    before.iter().any(speaks) && after.iter().any(|w| MAKES_GOOD.has(original.form(w)))
}

/// Where a sentence says that somebody says something, and the words before.
fn speakers<'w>(original: &Prose, own: &'w [Word]) -> (usize, &'w [Word]) {
    let says = |w: &Word| {
        let form = original.form(w);
        !w.quoted && SAYS.contains(&form) && !form.starts_with("hear")
    };
    let at = own.iter().position(says).unwrap_or(own.len());
    (at, own.get(..at).filter(|_| at < own.len()).unwrap_or(&[]))
}

/// Whether a name that stands for the accused, or a body that the page speaks of, is whose words the sentence gives; or somebody
/// who speaks for it.
fn replies(original: &Prose, own: &[Word], accused: &Subjects, page: &Carried) -> bool {
    let says = own.iter().position(|w| {
        let form = original.form(w);
        !w.quoted && (SAYS.contains(&form) && !form.starts_with("hear") || ANSWERS.contains(&form))
    });
    let Some(says) = says else { return false };
    let name = |w: &&Word| !w.quoted && name(original, w);
    let (before, after) = own.split_at_checked(says).unwrap_or((own, &[]));
    let before = before.get(says.saturating_sub(FROM_NAME)..).unwrap_or(&[]);
    // Whoever stands nearest before it, or right after it: “said Pike”, “said Mr Pike”.
    let speaker = before.iter().rev().find(name).or_else(|| after.iter().take(4).find(name));
    if speaker.is_some_and(|w| accused.blamed.contains(&w.stem) && !original.form(w).ends_with("'s")) {
        return true;
    }
    // “The company said”, “a spokesman for the company said”.
    let body =
        before.iter().position(|w| !w.quoted && BODIES.has(original.form(w)) && page.places.contains_key(&w.stem));
    let opens = own.first().is_some_and(|w| original.form(w) == "the");
    body.is_some_and(|at| opens && says <= FROM_NAME && at < 3)
        || body.is_some() && before.iter().any(|w| SPOKES.contains(&original.form(w)))
}

/// Whether one who answers for somebody does so: a lawyer by office, others where they speak of themselves.
fn says_for(original: &Prose, own: &[Word], named: bool) -> bool {
    let has = |list: &[&str]| own.iter().any(|w| !w.quoted && list.contains(&original.form(w)));
    let ourselves = || own.iter().any(|w| w.quoted && matches!(original.form(w), "we" | "we've" | "our" | "us"));
    has(SAYS)
        && (has(SPOKES) && ourselves()
            || has(&["lawyer", "lawyers", "solicitor", "attorney"])
                && (named || ourselves() || own.iter().any(|w| w.quoted)))
}

/// So many words at most stand between who denies and the denial: “Desmond Pike, who chairs the board, denies”.
const FROM_NAME: usize = 7;

/// Whether it is somebody whom the page is about that denies at this word, or one who is not named in the sentence (“the teenager, who
/// denies the charge”).
fn denier(original: &Prose, own: &[Word], at: usize, accused: &Subjects, page: &Carried) -> bool {
    let before = own.get(at.saturating_sub(FROM_NAME)..at).unwrap_or(&[]);
    let mut names = before.iter().filter(|w| name(original, w)).peekable();
    match names.peek() {
        Some(_) => names.any(|w| accused.has(w)),
        // “The company denies”
        None if before.iter().any(|w| BODIES.has(original.form(w)) && page.places.contains_key(&w.stem)) => true,
        None => before.first().is_some_and(|w| matches!(original.form(w), "the" | "he" | "she" | "both")),
    }
}

/// Whether somebody of whom the page says ill puts their own case: “said he had never …”, “but that she had told them”.
fn speaks(original: &Prose, own: &[Word], accused: &Subjects) -> bool {
    let form = |at: usize| own.get(at).map_or("", |w| original.form(w));
    let oneself = |at: usize| {
        own.get(at).is_some_and(|w| match w.quoted {
            true => matches!(form(at), "i" | "we" | "i've" | "we've" | "i'm" | "we're"),
            false => matches!(form(at), "he" | "she" | "they" | "it"),
        })
    };
    let negates = |at: usize| matches!(form(at), "not" | "never" | "no" | "nothing") || form(at).ends_with("n't");
    let reason = (0..own.len()).find(|&at| form(at) == "because").unwrap_or(own.len());
    let case = |at: usize| {
        at < reason && oneself(at) && (at + 1..at + 4).any(negates)
            || BUT.contains(&form(at)) && (at + 1..at + 3).any(oneself)
    };
    let quoted = (0..own.len()).any(|at| own.get(at).is_some_and(|w| w.quoted) && case(at));
    let Some(last) = (0..own.len()).rev().find(|&at| case(at)) else { return false };
    own.windows(2).enumerate().any(|(at, two)| {
        let [who, says] = two else { return false };
        accused.blamed.contains(&who.stem)
            && !who.quoted
            && SAYS.contains(&original.form(says))
            && (quoted || at < last)
    })
}
