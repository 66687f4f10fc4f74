//! A place that may be a characterization, before it is scored.

use crate::report::CharacterizationKind;
use crate::sourcing::lexicon::{Form, Pos};
use crate::text::Span;
use std::ops::Range;

/// What brought it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The lexicon.
    Lexicon(Pos, Form),
    /// Quotation marks around the writer's own words.
    ScareQuotes,
    /// A question that suggests its answer.
    Question,
    /// A compound that mocks.
    Compound,
    /// A political label before a group.
    Label,
}

/// See the module.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The words that characterize.
    pub core: Range<usize>,
    /// The phrase that is shown.
    pub words: Range<usize>,
    /// The place, where it is more than the words of the phrase.
    pub span: Option<Span>,
    /// What brought it up.
    pub origin: Origin,
    /// Its category in the lexicon or its construction, for those who train and test: the module that ships does without.
    #[cfg(not(target_arch = "wasm32"))]
    pub category: &'static str,
    /// What kind.
    pub kind: CharacterizationKind,
    /// 1 weak to 5 an insult.
    pub strength: u8,
    /// Whether a page that is full of strong words means it too.
    pub mild: bool,
    /// Whether it sums up what somebody says, and says no more where that is quoted beside it.
    pub sums: bool,
    /// Whether it is a term of the law beside words of a court.
    pub charged: bool,
    /// The line that a reader sees.
    pub reason: &'static str,
    /// Confidence, 0 to 1.
    pub score: f32,
}

impl Candidate {
    /// One that is not scored yet.
    pub fn new(core: Range<usize>, origin: Origin, kind: CharacterizationKind, strength: u8) -> Self {
        Candidate {
            words: core.clone(),
            core,
            span: None,
            origin,
            #[cfg(not(target_arch = "wasm32"))]
            category: "",
            kind,
            strength,
            mild: false,
            sums: false,
            charged: false,
            reason: "",
            score: 0.0,
        }
    }

    /// Names its construction, where names are kept.
    pub fn be_of(&mut self, _construction: &'static str) {
        #[cfg(not(target_arch = "wasm32"))]
        {
            self.category = _construction;
        }
    }

    /// Whether it says more of something than what it is or does: a verb or a noun may be the writer's word for what a report
    /// has in another (“faked” for “falsified”).
    pub fn adds(&self) -> bool {
        matches!(self.origin, Origin::Lexicon(Pos::Adjective | Pos::Adverb, _))
            || self.kind == CharacterizationKind::NameCalling
    }
}
