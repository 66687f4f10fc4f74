//! Cues of one sentence with their sources and contents: verbs, nouns, adjectives, “according to”, “reportedly”.

use super::clauses::{Extent, Use};
use super::cues::{frame, preposition, tag};
use super::tokens::{Tokens, gap};
use std::ops::Range;

/// One attribution in word indices.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Relation {
    /// In order, not overlapping.
    pub content: Vec<Range<usize>>,
    /// None for a quotation that stands by itself.
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
    /// Nobody can be named: a passive without an agent, “reportedly”, “many people”.
    pub nobody: bool,
    /// A verb of speech, whose speaker goes on speaking in the quotations that follow.
    pub speech: bool,
}

/// The frames of a verb in the passive: “said to be”, “believed to have left” go with every verb that takes a clause.
fn raising(frames: u64) -> u64 {
    let raised = if frames & (frame::THAT | frame::BARE) != 0 { frame::INF } else { 0 };
    (frames | raised) & !(frame::NP | frame::BARE | frame::QUOTE)
}

/// The sentence that is being read.
struct Reader<'k, 'p, 't> {
    k: &'k Tokens<'p, 't>,
    from: usize,
    to: usize,
    /// The subject of the last finite verb.
    subject: Option<Range<usize>>,
    /// The source of the last verb of speech.
    speaker: Option<Range<usize>>,
    found: Vec<Relation>,
}

/// The relations of the sentence that has these words, in the order of their cues.
pub(super) fn relations(k: &Tokens, words: Range<usize>) -> Vec<Relation> {
    let mut reader = Reader { k, from: words.start, to: words.end, subject: None, speaker: None, found: Vec::new() };
    let mut at = words.start;
    while at < words.end {
        at = reader.read(at).max(at + 1);
    }
    reader.found
}

/// Groups that nobody could be asked about.
const NOBODY: &[&str] = &[
    "people",
    "critics",
    "observers",
    "some",
    "many",
    "others",
    "everyone",
    "everybody",
    "folks",
    "insiders",
    "pundits",
    "detractors",
    "skeptics",
    "sceptics",
    "one",
    "anyone",
    "most",
    "nobody",
    "somebody",
    "someone",
    "few",
    "commentators",
    "naysayers",
];
const REPORTEDLY: &[&str] = &["reportedly", "allegedly", "supposedly", "purportedly", "rumoredly", "ostensibly"];
/// Verbs whose object does what the infinitive after it says.
const CAUSING: &[&str] = &[
    "lead",
    "leads",
    "led",
    "leading",
    "prompt",
    "prompts",
    "prompted",
    "prompting",
    "cause",
    "causes",
    "caused",
    "causing",
    "force",
    "forces",
    "forced",
    "forcing",
    "allow",
    "allows",
    "allowed",
    "allowing",
    "enable",
    "enabled",
    "push",
    "pushed",
    "get",
    "got",
    "help",
    "helped",
    "for",
    "asked",
    "told",
    "urged",
    "inspired",
    "drove",
    "encouraged",
];
/// What “in …” and “on …” may name as a place where something was said.
const DOCUMENTS: &[&str] = &[
    "telling",
    "view",
    "opinion",
    "words",
    "account",
    "statement",
    "letter",
    "memo",
    "email",
    "report",
    "poll",
    "survey",
    "study",
    "estimation",
    "mind",
    "interview",
    "tweet",
    "post",
    "filing",
    "complaint",
    "lawsuit",
    "testimony",
    "reading",
    "version",
    "judgment",
    "assessment",
];

impl Reader<'_, '_, '_> {
    /// Reads the word at `at`; the index to go on from.
    fn read(&mut self, at: usize) -> usize {
        let t = self.k.at(at);
        if t.quoted {
            return at + 1;
        }
        let form = self.k.form(at);
        if form == "according" && self.k.form(at + 1) == "to" {
            return self.according(at);
        }
        if REPORTEDLY.contains(&form) {
            self.reportedly(at);
            return at + 1;
        }
        if matches!(form, "in" | "by") && (at == self.from || self.k.at(at).after(gap::COMMA)) {
            self.in_words_of(at);
        }
        if t.is(tag::VERB)
            && let Some(usage) = self.k.verb_use(at, self.from, self.to)
        {
            self.verb(at, usage);
            return at + t.length as usize;
        }
        if t.is(tag::AUX) && !t.is(tag::SUBJECT) {
            let group = self.k.group_start(at, self.from);
            if let Some(subject) = self.k.subject_before(group, self.from, self.subject.clone()) {
                self.subject = Some(subject);
            }
        }
        if at == self.from && t.is(tag::PARTICIPLE) && t.frames & frame::ADDR != 0 {
            self.asked(at);
        }
        if t.is(tag::NOUN) {
            self.noun(at);
        }
        if t.is(tag::ADJECTIVE) {
            self.adjective(at);
        }
        at + 1
    }

    fn push(&mut self, mut content: Vec<Range<usize>>, cue: Range<usize>, source: Option<Range<usize>>, speech: bool) {
        content.retain(|r| !r.is_empty());
        if content.is_empty() {
            return;
        }
        let nobody = source.as_ref().is_none_or(|s| self.is_nobody(s));
        self.found.push(Relation { content, cue: Some(cue), source, nobody, speech });
    }

    /// “many people”, “critics”: no name, no number, nothing but the group.
    fn is_nobody(&self, source: &Range<usize>) -> bool {
        source.clone().any(|k| NOBODY.contains(&self.k.form(k)))
            && source.clone().all(|k| {
                let t = self.k.at(k);
                NOBODY.contains(&self.k.form(k)) || t.is(tag::DET | tag::QUANTITY | tag::ADVERB | tag::PREP)
            })
    }

    fn verb(&mut self, at: usize, usage: Use) {
        let k = self.k;
        let t = k.at(at);
        let group = k.group_start(at, self.from);
        let after = at + t.length as usize;
        let mut subject = match usage {
            Use::Finite | Use::Passive => k.subject_before(group, self.from, self.subject.clone()),
            Use::Infinitive | Use::Ing => self.controller(at, group, usage),
        };
        let fronted = group == self.from && matches!(usage, Use::Ing);
        if usage == Use::Finite {
            // “…,” said Marsh.
            let set_off = k.at(group).after(gap::COMMA | gap::CLOSES_QUOTE | gap::DASH);
            let free = subject.is_none() || k.at(group).after(gap::CLOSES_QUOTE);
            if t.frames & frame::QUOTE != 0
                && (t.frames & frame::ADDR == 0 || k.at(group).after(gap::CLOSES_QUOTE))
                && set_off
                && free
                && self.inverted(group, after)
            {
                return;
            }
            if subject.is_some() {
                self.subject.clone_from(&subject);
            }
        }
        if t.frames & frame::ALL == 0 {
            return;
        }
        if at > self.from && matches!(k.form(at - 1), "worth" | "no" | "without") && usage == Use::Ing {
            // “It is worth noting that”: the writer notes it.
            return;
        }
        if fronted && subject.is_none() {
            // “Speaking of the port, Marsh said”: the subject is still to come.
            subject = (at..self.to.min(at + 30))
                .find(|&c| c > at && k.at(c).after(gap::COMMA))
                .map(|c| k.phrase_after(c, self.to));
        }
        if usage == Use::Passive {
            self.passive(at, group, after, subject);
            return;
        }
        let relative = self.enclosed(group);
        let speech = t.frames & frame::QUOTE != 0;
        let mut frames = t.frames;
        if frames & frame::THAT != 0
            && subject.as_ref().is_some_and(|s| s.clone().any(|w| DOCUMENTS.contains(&k.form(w))))
        {
            // “the poll found a lead of five points”
            frames |= frame::NP;
        }
        let shared =
            usage == Use::Ing && k.at(group).after(gap::COMMA) || group > self.from && k.at(group - 1).is(tag::AND);
        if speech && shared && self.speaker.is_some() {
            // “Marsh said the wall was safe, adding that it was new”: she adds it, not the wall.
            subject.clone_from(&self.speaker);
        } else if speech && usage == Use::Finite {
            self.speaker.clone_from(&subject);
        }
        let complement = self.complement(after, frames, true);
        if let Some((start, _)) = complement
            && speech
            && usage == Use::Finite
            && start < self.to
            && k.at(start).after(gap::COMMA)
            && let Some(subject) = subject.as_ref().filter(|s| self.set_off(s, group))
        {
            // “The plan, she said, “is a disgrace.””
            self.parenthesis(subject.clone(), group..after);
            return;
        }
        if let Some((start, extent)) = complement {
            let end = k.complement_end(start, self.to, extent, relative);
            let cue_end = if start > after && k.at(start - 1).is(tag::PREP) { start } else { after };
            self.push(vec![start..end], group..cue_end, subject, speech);
            return;
        }
        if speech && let Some(subject) = subject {
            if k.prose.gap_after(self.to.saturating_sub(1)).starts_with(':') {
                // What is said stands in the next block.
                let nobody = self.is_nobody(&subject);
                self.found.push(Relation {
                    content: Vec::new(),
                    cue: Some(group..after),
                    source: Some(subject),
                    nobody,
                    speech,
                });
            } else if usage == Use::Finite {
                self.parenthesis(subject, group..after);
            }
        }
    }

    /// The subject of an infinitive or participle: that of the finite verb before it, unless a nearer one is plain
    /// (“led the council to ask”, “with voters saying”, “Hale, despite admitting”).
    fn controller(&self, at: usize, group: usize, usage: Use) -> Option<Range<usize>> {
        let k = self.k;
        let joined = group > self.from && !k.at(group).after(gap::BREAK);
        let before = group.saturating_sub(1);
        let nominal = |np: &Range<usize>| {
            !np.is_empty() && !k.at(np.end - 1).is(tag::VERB | tag::AUX | tag::PREP | tag::ADVERB | tag::ADJECTIVE)
        };
        if joined
            && usage == Use::Ing
            && group == at
            && !k.at(before).is(tag::PREP | tag::AND | tag::SUB | tag::VERB | tag::AUX | tag::TO | tag::ADVERB)
        {
            let np = k.phrase_before(group, self.from);
            if nominal(&np) {
                return Some(np);
            }
        }
        if joined && usage == Use::Infinitive {
            let np = k.phrase_before(group, self.from);
            let causes = np.start.checked_sub(1).filter(|_| np.start > self.from && nominal(&np));
            if causes.is_some_and(|v| CAUSING.contains(&k.form(v))) {
                return Some(np);
            }
        }
        if let Some(subject) = &self.subject {
            return Some(subject.clone());
        }
        let comma = (self.from + 1..group + 1).rev().find(|&c| k.at(c).after(gap::COMMA))?;
        let np = k.phrase_before(comma, self.from);
        nominal(&np).then_some(np)
    }

    /// Whether a comma ends what the group at `group` governs: in a relative clause between commas, in a clause of time or
    /// reason that opens the sentence (“When Marsh noted that it was late, Dunn left”), in a participle that opens it.
    fn enclosed(&self, group: usize) -> bool {
        let k = self.k;
        let first = k.at(self.from);
        let fronted = matches!(
            k.form(self.from),
            "when"
                | "while"
                | "after"
                | "before"
                | "as"
                | "although"
                | "though"
                | "since"
                | "because"
                | "if"
                | "once"
                | "until"
        ) || first.is(tag::PREP) && k.at(group).is(tag::ING)
            || first.is(tag::ING) && group == self.from;
        let opening = fronted && (self.from + 1..group + 1).all(|at| !k.at(at).after(gap::COMMA | gap::DASH));
        opening || self.within_relative(group)
    }

    /// Whether the verb group at `group` is the first of a relative clause that commas enclose.
    fn within_relative(&self, group: usize) -> bool {
        let k = self.k;
        for at in (self.from..group).rev().take(12) {
            let t = k.at(at);
            if t.is(tag::RELATIVE) && t.after(gap::COMMA) {
                return true;
            }
            if t.is(tag::AUX) || t.is(tag::VERB) && !t.is(tag::AMBIGUOUS) && t.is(tag::PRESENT | tag::PAST) {
                return false;
            }
        }
        false
    }

    /// Where the complement of a cue starts whose own words end before `after`.
    fn complement(&self, after: usize, frames: u64, adverbials: bool) -> Option<(usize, Extent)> {
        let k = self.k;
        let mut v = after;
        let mut addressed = frames & frame::ADDR == 0;
        for _ in 0..3 {
            if v >= self.to {
                return None;
            }
            let t = k.at(v);
            if t.after(gap::OPENS_QUOTE) {
                return (frames & (frame::QUOTE | frame::THAT | frame::NP) != 0).then_some((
                    v,
                    if frames & (frame::QUOTE | frame::THAT) != 0 { Extent::Clause } else { Extent::Phrase },
                ));
            }
            if t.after(gap::COLON) {
                return (frames & (frame::QUOTE | frame::THAT) != 0).then_some((v, Extent::Clause));
            }
            if t.after(gap::SEMICOLON | gap::CLOSES_PAREN | gap::CLOSES_QUOTE | gap::DASH) {
                return None;
            }
            let comma = t.after(gap::COMMA);
            let clause_word = t.is(tag::THAT)
                && !(t.is(tag::DET) && frames & frame::NP != 0 && !k.has_verb(v..self.to, v))
                || t.is(tag::WH) && !t.is(tag::SUB)
                || k.form(v) == "if"
                || k.form(v) == "when"
                    && (after.saturating_sub(4)..after).any(|w| k.at(w).is(tag::NEG) || k.form(w).ends_with("n't"));
            let conditional = frames & frame::BARE != 0
                && !comma
                && matches!(k.form(v), "because" | "although" | "though" | "unless" | "just")
                && k.has_verb(v..self.to, v);
            if conditional {
                return Some((v, Extent::Clause));
            }
            if clause_word && frames & frame::THAT != 0 && (!comma || t.is(tag::THAT)) {
                return Some((v, Extent::Clause));
            }
            if comma
                && frames & frame::THAT != 0
                && frames & frame::QUOTE != 0
                && v > after
                && let Some(that) =
                    (v + 1..self.to.min(v + 6)).find(|&w| k.at(w).is(tag::THAT) && k.at(w).after(gap::COMMA))
            {
                return Some((that, Extent::Clause));
            }
            if !comma {
                if t.is(tag::TO) && k.infinitive_at(v + 1) && frames & frame::INF != 0 {
                    return Some((v, Extent::Clause));
                }
                if t.is(tag::NEG | tag::ADVERB)
                    && frames & frame::INF != 0
                    && k.at(v + 1).is(tag::TO)
                    && k.infinitive_at(v + 2)
                {
                    return Some((v, Extent::Clause));
                }
                let form = k.form(v);
                let amount = matches!(form, "about" | "over" | "around" | "nearly" | "under" | "almost" | "up")
                    && k.at(v + 1).is(tag::QUANTITY)
                    && frames & frame::BARE != 0;
                if frames & preposition(form) != 0 && v + 1 < self.to && !amount {
                    let extent = if k.at(v + 1).is(tag::WH) { Extent::Clause } else { Extent::Phrase };
                    return Some((v + 1, extent));
                }
                if t.is(tag::ING) && frames & frame::ING != 0 {
                    return Some((v, Extent::Phrase));
                }
                let nominal = !t.is(tag::PREP | tag::AND | tag::SUB | tag::BE | tag::HAVE | tag::MODAL | tag::TO)
                    && !(t.is(tag::ADVERB | tag::NEG) && !t.is(tag::QUANTITY | tag::DET));
                if nominal || amount || t.is(tag::DET | tag::POSS | tag::SUBJECT | tag::OBJECT) {
                    if !addressed {
                        addressed = true;
                        v = self.addressee(v);
                        continue;
                    }
                    if frames & frame::BARE != 0 && !(t.is(tag::TIME) && !t.is(tag::GENITIVE)) {
                        let end = k.complement_end(v, self.to, Extent::Clause, false);
                        if k.has_verb(v..end, v) {
                            return Some((v, Extent::Clause));
                        }
                    }
                    if frames & frame::AS != 0
                        && (v + 1..self.to.min(v + 14))
                            .take_while(|&a| !k.at(a).after(gap::COMMA | gap::SEMICOLON))
                            .any(|a| k.form(a) == "as")
                    {
                        return Some((v, Extent::Phrase));
                    }
                    let moved = v > after && (after..v).any(|w| k.at(w).is(tag::PREP));
                    if frames & frame::NP != 0 && !(t.is(tag::TIME) && !t.is(tag::NAME)) && !moved {
                        return Some((v, Extent::Phrase));
                    }
                }
            }
            if !adverbials {
                return None;
            }
            let next = k.past_adverbials(v, self.to, frames);
            if next == v {
                return None;
            }
            v = next;
        }
        None
    }

    /// One past the addressee that begins at `start`: “reporters”, “the BBC”, “her staff”.
    fn addressee(&self, start: usize) -> usize {
        let k = self.k;
        let first = k.at(start);
        if first.is(tag::OBJECT) || first.is(tag::SUBJECT) && !first.is(tag::DET | tag::QUANTITY) {
            return start + 1;
        }
        let mut at = start;
        let mut nouns = 0;
        while at < self.to && at < start + 15 {
            let t = k.at(at);
            if at > start && t.after(gap::BREAK) || t.quoted {
                break;
            }
            if t.is(tag::THAT | tag::WH | tag::TO | tag::TIME) && at > start || t.is(tag::AUX) {
                break;
            }
            if nouns > 0
                && (t.is(tag::SUBJECT | tag::DET | tag::POSS)
                    || (t.is(tag::NAME) != first.is(tag::NAME) && !k.at(at - 1).is(tag::PREP) && first.is(tag::NAME))
                    || (t.is(tag::NAME) && !first.is(tag::NAME) && !first.is(tag::DET | tag::POSS)))
            {
                break;
            }
            if matches!(k.form(at), "about" | "on" | "in" | "at" | "during" | "after" | "as") && at > start {
                break;
            }
            if !t.is(tag::DET | tag::POSS) {
                nouns += 1;
            }
            at += 1;
        }
        at
    }

    /// “…,” said Marsh, a docker: whether the clause at `at` stands so, and if it does, the relation.
    fn inverted(&mut self, group: usize, after: usize) -> bool {
        let k = self.k;
        if after >= self.to || k.at(after).after(gap::BREAK) || group == self.from {
            return false;
        }
        let t = k.at(after);
        if t.is(tag::PREP | tag::THAT | tag::TO | tag::WH | tag::AND | tag::ADVERB | tag::TIME | tag::VERB)
            && !t.is(tag::DET | tag::NAME)
        {
            return false;
        }
        let source = k.phrase_after(after, self.to);
        let finite = |w: usize| {
            k.at(w).is(tag::AUX) && !k.at(w).is(tag::SUBJECT)
                || k.at(w).is(tag::VERB)
                    && k.at(w).is(tag::PAST | tag::PRESENT)
                    && !k.at(w).is(tag::PARTICIPLE | tag::AMBIGUOUS)
        };
        if source.is_empty() || (source.start..(source.end + 1).min(self.to)).any(finite) {
            return false;
        }
        // “He stood up, said the words and left”: the clause before has a subject that could say it, and nothing is quoted.
        if !k.at(group).after(gap::CLOSES_QUOTE) {
            let plain = source.end < self.to && !k.at(source.end).after(gap::COMMA | gap::STOP | gap::OPENS_QUOTE);
            if plain {
                return false;
            }
        }
        let content = self.content_before(group);
        let rest = self.content_after(source.end, true);
        let content: Vec<_> = [Some(content), rest].into_iter().flatten().collect();
        self.push(content, group..after, Some(source), true);
        true
    }

    /// Whether marks part a cue and its subject from what stands before them.
    fn set_off(&self, subject: &Range<usize>, cue: usize) -> bool {
        let begin = subject.start.min(cue);
        begin > self.from && self.k.at(begin).after(gap::COMMA | gap::CLOSES_QUOTE | gap::DASH | gap::OPENS_PAREN)
    }

    /// “…, he said, …”: a cue without a complement of its own, set off by marks.
    fn parenthesis(&mut self, subject: Range<usize>, cue: Range<usize>) {
        let k = self.k;
        let begin = subject.start.min(cue.start);
        let set_off = self.set_off(&subject, cue.start);
        let closing =
            cue.end == self.to && k.at(subject.start).is(tag::NAME) && k.has_verb(self.from..begin, self.from);
        let past = k.past_adverbials(cue.end, self.to, 0);
        if !set_off && past < self.to && k.at(past).after(gap::COMMA) && k.at(cue.end - 1).frames & frame::BARE != 0 {
            let comma = past;
            // “Advisers say, the mayor has grown tired of it.”
            let t = k.at(comma);
            let opens = !t.is(tag::AND | tag::RELATIVE | tag::SUB | tag::ING | tag::TO | tag::ADVERB)
                && k.form(comma) != "according";
            let end = k.complement_end(comma, self.to, Extent::Clause, false);
            if opens && k.has_verb(comma..end, comma) {
                self.push(vec![comma..end], cue, Some(subject), true);
            }
            return;
        }
        if !(set_off || closing)
            || begin <= self.from
            || k.at(subject.start).is(tag::RELATIVE)
            || subject.len() > 1 && subject.clone().any(|w| k.at(w).is(tag::RELATIVE | tag::THAT))
        {
            return;
        }
        let mut content = self.content_before(begin);
        if k.at(begin - 1).is(tag::RELATIVE) {
            // “Iowa, which, they believe, would follow”
            content = begin - 1..begin;
        }
        // “On Monday, he said, …”: an adverbial is no content by itself.
        let adverbial = k.at(content.start).is(tag::PREP
            | tag::SUB
            | tag::TIME
            | tag::ADVERB
            | tag::AND
            | tag::PARTICIPLE
            | tag::ING);
        if adverbial && !k.at(begin - 1).quoted && !k.has_verb(content.start..content.end, content.start) {
            content = begin..begin;
        }
        let pronoun = k.at(subject.start).is(tag::SUBJECT);
        let rest = k.past_adverbials(cue.end, self.to, 0);
        let rest = self.content_after(rest, !pronoun);
        let content: Vec<_> = [Some(content), rest].into_iter().flatten().collect();
        self.push(content, cue, Some(subject), true);
    }

    /// What a parenthesis that begins at `end` comments on, before it.
    fn content_before(&self, end: usize) -> Range<usize> {
        let k = self.k;
        // After another parenthesis or a clause with its own cue, only what follows that.
        let mut start = self.from;
        if let Some(last) = self.found.last() {
            let over =
                last.content.iter().map(|r| r.end).max().unwrap_or(0).max(last.cue.as_ref().map_or(0, |c| c.end));
            if over < end
                && over > start
                && k.at(over).after(gap::SEMICOLON | gap::COMMA | gap::DASH)
                && k.at(over).is(tag::AND)
            {
                start = over;
            }
        }
        for at in (start..end).rev() {
            if k.at(at).after(gap::SEMICOLON) && !k.at(at).quoted {
                start = at;
                break;
            }
        }
        start..end
    }

    /// What follows a parenthesis that ends before `start`, if it is more of the same.
    fn content_after(&self, start: usize, named: bool) -> Option<Range<usize>> {
        let k = self.k;
        let mut start = start;
        if start >= self.to {
            return None;
        }
        if named && k.at(start).after(gap::COMMA) && !k.at(start).after(gap::OPENS_QUOTE) {
            // An apposition, “a professor at Merrow”, and what comes after it.
            let apposition = k.at(start).is(tag::RELATIVE)
                || !k.at(start).is(tag::SUBJECT
                    | tag::POSS
                    | tag::SUB
                    | tag::THAT
                    | tag::TO
                    | tag::AUX
                    | tag::PAST
                    | tag::PRESENT)
                || k.at(start).is(tag::PARTICIPLE) && !k.at(start).is(tag::PAST);
            if apposition {
                start = (start + 1..self.to)
                    .find(|&a| k.at(a).after(gap::COMMA | gap::OPENS_QUOTE | gap::COLON | gap::DASH))?;
                if !k.at(start).quoted {
                    return None;
                }
            }
        }
        let t = k.at(start);
        if !t.after(gap::BREAK) {
            // “said on Monday. …”
            let quote =
                (start + 1..self.to).find(|&a| k.at(a).after(gap::OPENS_QUOTE | gap::SEMICOLON | gap::COMMA))?;
            if !k.at(quote).after(gap::OPENS_QUOTE) {
                return None;
            }
            return Some(quote..k.complement_end(quote, self.to, Extent::Clause, false));
        }
        let t_form = k.form(start);
        if t.is(tag::ING)
            || t.is(tag::AND)
            || matches!(t_form, "according" | "while" | "although" | "though" | "who")
            || t.after(gap::SEMICOLON | gap::CLOSES_PAREN | gap::DASH) && !t.quoted
        {
            return None;
        }
        if t.is(tag::PREP | tag::SUB) && !t.quoted && !(t.is(tag::TO) && k.infinitive_at(start + 1)) {
            return None;
        }
        Some(start..k.complement_end(start, self.to, Extent::Clause, false))
    }

    fn passive(&mut self, at: usize, group: usize, after: usize, subject: Option<Range<usize>>) {
        let k = self.k;
        let t = k.at(at);
        let reduced = group == at;
        let agent = (after..self.to.min(after + 12))
            .take_while(|&a| a == after || !k.at(a).after(gap::SEMICOLON | gap::COLON) && !k.at(a).quoted)
            .find(|&a| k.form(a) == "by" && !k.at(a + 1).is(tag::ING))
            .map(|by| (by, k.phrase_after(by + 1, self.to)));
        let source = agent.as_ref().map(|(_, np)| np.clone()).filter(|np| !np.is_empty());
        let stop = agent.as_ref().map_or(self.to, |(by, _)| *by);
        if !reduced
            && let Some((start, extent)) = self.complement(after, raising(t.frames), true)
            && start < stop.max(start)
        {
            let end = k.complement_end(start, self.to, extent, self.enclosed(group));
            let impersonal = subject.as_ref().is_some_and(|s| k.form(s.start) == "it");
            let raised = k.at(start).is(tag::TO) && t.frames & frame::ADDR == 0;
            let mut content = Vec::new();
            if raised
                && !impersonal
                && let Some(subject) = subject.clone().filter(|s| s.end <= group && !k.at(s.start).is(tag::RELATIVE))
            {
                content.push(subject);
            }
            content.push(start..end);
            self.push(content, group..after, source, false);
            return;
        }
        if t.frames & frame::PASSIVE == 0 || (source.is_none() && reduced) {
            return;
        }
        let mut content = Vec::new();
        if let Some(subject) = subject.filter(|s| s.end <= group && !k.at(s.start).is(tag::RELATIVE)) {
            content.push(subject);
        }
        let form = k.form(after);
        if after < self.to
            && !k.at(after).after(gap::BREAK)
            && (matches!(form, "as" | "for" | "over" | "of") || k.at(after).after(gap::OPENS_QUOTE))
        {
            let end = k.complement_end(after, self.to, Extent::Phrase, false).min(stop.max(after));
            content.push(after..end);
        }
        if source.is_some() || content.len() > 1 {
            self.push(content, group..after, source, false);
        }
    }

    /// “Asked whether …, Marsh said”, “Told that …, she left”.
    fn asked(&mut self, at: usize) {
        let k = self.k;
        let frames = k.at(at).frames & !(frame::NP | frame::BARE | frame::QUOTE | frame::ADDR);
        let Some((start, _)) = self.complement(at + 1, frames, true) else { return };
        let end = (start + 1..self.to).find(|&e| k.at(e).after(gap::COMMA) && !k.at(e).quoted).unwrap_or(self.to);
        self.push(vec![start..end], at..at + 1, None, false);
    }

    fn noun(&mut self, at: usize) {
        let k = self.k;
        let frames = k.at(at).frames >> frame::NOUN & frame::ALL;
        let after = at + 1;
        if frames == 0 || after >= self.to || k.at(after).after(gap::BREAK & !gap::OPENS_QUOTE) {
            return;
        }
        let frames = frames & !(frame::NP | frame::BARE | frame::QUOTE);
        // “the concern is that”, “her goal is to”
        let be = (after..self.to.min(after + 7))
            .take_while(|&w| !k.at(w).after(gap::BREAK))
            .find(|&w| k.at(w).is(tag::AUX | tag::VERB | tag::THAT));
        let linked = be
            .filter(|&w| k.at(w).is(tag::BE) && !k.at(w).is(tag::SUBJECT) && (w == after || k.at(after).is(tag::PREP)))
            .filter(|&w| {
                k.at(w + 1).is(tag::THAT)
                    || k.form(w + 1) == "whether"
                    || k.at(w + 1).is(tag::TO) && k.infinitive_at(w + 2)
            })
            .filter(|&w| w + 1 < self.to)
            .map(|w| (w + 1, Extent::Clause));
        let mut b = at;
        while b > self.from && k.at(b - 1).tags & !(tag::NAME | tag::QUANTITY) == 0 && !k.at(b).after(gap::BREAK) {
            b -= 1;
        }
        if b > self.from + 1 && k.form(b - 1) == "no" && k.at(b - 2).is(tag::BE) {
            // “There is no indication that”: the writer says so.
            return;
        }
        // “questions that have swirled”: a relative clause, no content.
        let relative = |v: usize| {
            k.at(v).is(tag::THAT | tag::RELATIVE)
                && (k.at(v + 1).is(tag::AUX) && !k.at(v + 1).is(tag::SUBJECT)
                    || k.at(v + 1).is(tag::VERB) && k.at(v + 1).is(tag::PAST | tag::PRESENT)
                    || k.at(v + 1).is(tag::ADVERB) && k.at(v + 2).is(tag::VERB | tag::AUX))
        };
        if linked.is_none() && relative(after) {
            return;
        }
        let Some((start, extent)) = linked.or_else(|| self.complement(after, frames, false)) else { return };
        let opens = self.subject.is_none() && extent == Extent::Clause && linked.is_none();
        let end = k.complement_end(start, self.to, if opens { Extent::Subject } else { extent }, self.enclosed(at));
        // “Marsh's claim”, “their claim”, “the mayor made the claim”, “a claim by Marsh”.
        let mut owner = None;
        let mut first = at;
        for b in (at.saturating_sub(5).max(self.from)..at).rev() {
            let t = k.at(b);
            if t.is(tag::POSS | tag::GENITIVE) {
                let np = if t.is(tag::POSS) { b..b + 1 } else { k.phrase_before(b + 1, self.from) };
                owner = Some(np);
                first = b + 1;
                break;
            }
            if (t.is(tag::PREP | tag::AUX | tag::AND) || t.is(tag::VERB) && !t.is(tag::ING | tag::PARTICIPLE))
                && !t.is(tag::AMBIGUOUS)
                || k.at(b + 1).after(gap::BREAK)
            {
                break;
            }
            if t.is(tag::DET) {
                break;
            }
        }
        if owner.is_none() {
            let governed = (at.saturating_sub(9).max(self.from)..at).any(|b| k.at(b).is(tag::VERB | tag::HAVE));
            owner = self.subject.clone().filter(|_| governed);
        }
        self.push(vec![start..end], first..start.max(after).min(end), owner, false);
    }

    fn adjective(&mut self, at: usize) {
        let k = self.k;
        let frames = k.at(at).frames >> frame::ADJECTIVE & frame::ALL;
        let mut b = at;
        while b > self.from && k.at(b - 1).is(tag::ADVERB | tag::NEG) && !k.at(b - 1).is(tag::AUX) {
            b -= 1;
        }
        let linked = b > self.from && (k.at(b - 1).is(tag::BE | tag::COPULA));
        if frames == 0 || !linked {
            return;
        }
        let Some((start, extent)) = self.complement(at + 1, frames, false) else { return };
        let group = k.group_start(b, self.from);
        let end = k.complement_end(start, self.to, extent, self.enclosed(group));
        let subject = k.subject_before(group, self.from, self.subject.clone()).or_else(|| self.subject.clone());
        self.push(vec![start..end], group..at + 1, subject, false);
    }

    /// “according to X”, before, after or amid what X says.
    fn according(&mut self, at: usize) -> usize {
        let k = self.k;
        let source = k.phrase_after(at + 2, self.to);
        if source.is_empty() {
            return at + 2;
        }
        let mut content = Vec::new();
        let mut rest = source.end;
        // An apposition to the source: “according to Marsh, a docker, the …”
        let before = at > self.from && !(at == self.from + 1 && k.at(self.from).is(tag::AND | tag::ADVERB));
        let said = self.clause_before(at)..at;
        let adverbial = before
            && k.at(said.start).is(tag::PREP | tag::SUB | tag::TIME | tag::ADVERB)
            && !k.has_verb(said.clone(), said.start);
        let bare = !k.has_verb(said.clone(), said.start);
        if before && !adverbial {
            content.push(said);
        }
        if rest < self.to && k.at(rest).after(gap::COMMA) {
            let apposition =
                matches!(k.form(rest), "a" | "an" | "who" | "which") || (before && k.at(rest).is(tag::DET));
            if apposition {
                rest = (rest + 1..self.to).find(|&c| k.at(c).after(gap::COMMA)).unwrap_or(self.to);
            }
            if !before || adverbial || bare || k.at(rest).is(tag::SUBJECT) {
                content.push(rest..k.complement_end(rest, self.to, Extent::Clause, false));
            }
        } else if !before && rest < self.to {
            // No comma: take what the next comma opens.
            if let Some(c) = (rest..self.to).find(|&c| k.at(c).after(gap::COMMA)) {
                content.push(c..k.complement_end(c, self.to, Extent::Clause, false));
                rest = c;
            }
        }
        let next = source.end;
        content.sort_by_key(|r| r.start);
        self.push(content, at..at + 2, Some(source), true);
        next.max(rest.min(next))
    }

    /// The start of the clause that ends before `end`.
    fn clause_before(&self, end: usize) -> usize {
        let k = self.k;
        let mut start = self.from;
        let mut depth = 0;
        for at in (self.from + 1..end).rev() {
            let t = k.at(at);
            if t.after(gap::CLOSES_PAREN) {
                depth += 1;
            }
            if t.after(gap::OPENS_PAREN) {
                depth -= 1;
            }
            if (t.after(gap::SEMICOLON) || depth < 0) && !t.quoted {
                start = at;
                break;
            }
        }
        start
    }

    fn reportedly(&mut self, at: usize) {
        let k = self.k;
        if at > self.from && k.at(at - 1).is(tag::DET | tag::POSS) && !k.at(at - 1).is(tag::SUBJECT) {
            return;
        }
        let begin = (self.from..at).rev().find(|&b| {
            let t = k.at(b);
            t.after(gap::SEMICOLON | gap::DASH | gap::OPENS_PAREN)
                || t.after(gap::COMMA) && t.is(tag::RELATIVE | tag::AND)
        });
        let begin = begin.unwrap_or(self.from);
        let end = k.complement_end(at, self.to, Extent::Clause, k.at(begin).is(tag::RELATIVE));
        self.push(vec![begin..at, at + 1..end], at..at + 1, None, false);
    }

    /// “In Marsh's telling, …”, “In a statement, …”, “By her account, …”.
    fn in_words_of(&mut self, at: usize) {
        let k = self.k;
        let np = k.phrase_after(at + 1, self.to);
        let Some(head) = np.clone().rev().find(|&w| DOCUMENTS.contains(&k.form(w))) else { return };
        if np.end >= self.to || !k.at(np.end).after(gap::COMMA) {
            return;
        }
        let owner = np.clone().find(|&w| k.at(w).is(tag::POSS | tag::GENITIVE));
        let personal = matches!(
            k.form(head),
            "telling"
                | "view"
                | "opinion"
                | "words"
                | "account"
                | "estimation"
                | "mind"
                | "reading"
                | "version"
                | "judgment"
                | "assessment"
        );
        let source = match owner {
            Some(w) => np.start..w + 1,
            None if personal || k.form(head) == "interview" => return,
            None => np.clone(),
        };
        // Where the clause has a cue of its own, that one says it better.
        let end = k.complement_end(np.end, self.to, Extent::Clause, false);
        let has_cue =
            (np.end..end).any(|w| k.at(w).is(tag::VERB) && k.at(w).frames & frame::QUOTE != 0 && !k.at(w).quoted);
        if !has_cue {
            self.push(vec![np.end..end], at..at + 1, Some(source), true);
        }
    }
}
