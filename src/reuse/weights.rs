//! The calibrated constants of this room, all made by one command: `python3 training/reuse/calibrate.py DIR`, on the
//! dev halves of METER, Clough and Stevenson, SheepDog's rewrites and BASIL, 2026-11-22. Each table is a logistic
//! regression with its scaling folded in; figures are named in [`super::evidence`].

/// Log-odds that a sentence traces: 242 METER stories marked phrase by phrase.
pub const SENTENCE: [f32; 11] = [
    -3.0201, // overlap
    3.8026,  // overlap_two
    -0.1893, // known
    0.6841,  // shared
    3.0393,  // subsequence
    0.7607,  // longest_run
    -2.5398, // quoted
    3.7516,  // quoted_in_runs
    0.1803,  // page_in_runs
    -0.8921, // page_words
    -0.3261, // their_words
];
/// Its constant.
pub const SENTENCE_AT_ZERO: f32 = 2.3670;

/// Log-odds that a word traces: the same stories.
pub const WORD: [f32; 13] = [
    0.6941,  // sentence
    -0.3699, // in_run
    -0.0135, // in_run_of_three
    0.2837,  // joined
    0.6416,  // known
    0.2062,  // new_weight
    0.3308,  // left
    0.4712,  // right
    -0.4384, // between
    0.3462,  // around_3
    -0.0535, // around_8
    -0.3368, // stop
    0.3779,  // run_weight
];
/// Its constant.
pub const WORD_AT_ZERO: f32 = -1.1574;

/// Log-odds that the page shares the original's wording beyond what one event explains: METER (521 stories, 134
/// events), Clough and Stevenson (38 answers), BASIL (366 pairs, weight 0.2).
pub const WORDING: [f32; 13] = [
    -3.1483, // contained
    3.5326,  // in_runs
    3.1509,  // in_long_runs
    -0.5371, // subsequence
    -6.0776, // new_share
    0.0010,  // words
    -0.1209, // new_numbers
    1.9210,  // traced
    0.0000,  // new_names
    0.0000,  // ordered
    0.0000,  // covered
    0.0000,  // new_quoted
    0.0000,  // shared_facts
];
/// Its constant.
pub const WORDING_AT_ZERO: f32 = 2.3446;

/// Log-odds that the page retells the original and brings in no names, figures or quotations of its own: SheepDog (471
/// rewrites by language models, 471 wrong pairs) against METER's and BASIL's independent stories.
pub const RETOLD: [f32; 13] = [
    -3.9729,  // contained
    0.0000,   // in_runs
    0.0000,   // in_long_runs
    0.0000,   // subsequence
    0.0000,   // new_share
    0.0000,   // words
    -3.5922,  // new_numbers
    0.0000,   // traced
    -11.2603, // new_names
    5.5152,   // ordered
    3.9491,   // covered
    -1.7417,  // new_quoted
    0.0000,   // shared_facts
];
/// Its constant.
pub const RETOLD_AT_ZERO: f32 = 1.5635;

/// Log-odds that all of a derived page's facts come from the original: METER.
pub const WHOLLY: [f32; 13] = [
    2.6913,  // contained
    -1.1185, // in_runs
    0.0000,  // in_long_runs
    3.3320,  // subsequence
    -1.2217, // new_share
    -0.7375, // words
    -1.0804, // new_numbers
    5.2414,  // traced
    0.0000,  // new_names
    0.0000,  // ordered
    0.0000,  // covered
    0.0000,  // new_quoted
    0.0000,  // shared_facts
];
/// Its constant.
pub const WHOLLY_AT_ZERO: f32 = -2.8299;

/// Slope and constant of the calibration of the score (Platt 1999) on METER's held-out events.
pub const CALIBRATION: (f32, f32) = (0.5854, 0.9725);
