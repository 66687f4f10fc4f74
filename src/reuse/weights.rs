//! The calibrated constants of this room, all made by one command: `python3 training/reuse/calibrate.py DIR`, on the
//! dev halves of METER, Clough and Stevenson, SheepDog's rewrites and BASIL, 2026-11-22. Each table is a logistic
//! regression with its scaling folded in; figures are named in [`super::figures`].

/// Log-odds that a sentence traces: 202 METER stories marked phrase by phrase.
pub const SENTENCE: [f32; 16] = [
    -4.9843, // overlap
    3.2221,  // overlap_two
    2.0084,  // known
    0.3535,  // shared
    4.4829,  // subsequence
    0.6249,  // longest_run
    -3.5578, // quoted
    4.7560,  // quoted_in_runs
    0.5762,  // page_in_runs
    -0.9046, // page_words
    0.1946,  // their_words
    0.1053,  // together
    0.1184,  // new_facts
    1.5607,  // margin
    1.5674,  // reverse
    2.4173,  // page_in_long_runs
];
/// Its constant.
pub const SENTENCE_AT_ZERO: f32 = -1.3332;

/// Log-odds that a word traces: the same stories.
pub const WORD: [f32; 16] = [
    0.5840,  // sentence
    -0.3344, // in_run
    0.1486,  // in_run_of_three
    0.3763,  // joined
    0.6831,  // known
    0.1364,  // new_weight
    0.2997,  // left
    0.3695,  // right
    -0.0820, // between
    0.3947,  // around_3
    0.6371,  // around_8
    -0.3410, // stop
    0.4221,  // run_weight
    0.3614,  // capital
    0.2192,  // number
    -0.7955, // quoted
];
/// Its constant.
pub const WORD_AT_ZERO: f32 = -1.5259;

/// Log-odds that the page shares the original's wording beyond what one event explains: METER (521 stories, 134
/// events), Clough and Stevenson (38 answers), BASIL (366 pairs, weight 0.1).
pub const WORDING: [f32; 16] = [
    0.0000,  // contained
    0.0000,  // in_runs
    5.1442,  // in_long_runs
    0.0000,  // subsequence
    -6.0735, // new_share
    0.0000,  // words
    -0.3612, // new_numbers
    0.0000,  // traced
    0.0000,  // new_names
    0.0000,  // ordered
    0.0000,  // covered
    -2.6975, // new_quoted
    0.0000,  // names_kept
    0.0000,  // numbers_kept
    0.0000,  // carried
    0.0000,  // shared_facts
];
/// Its constant.
pub const WORDING_AT_ZERO: f32 = 3.1812;

/// Log-odds that the page retells the original and brings in no names, figures or quotations of its own: SheepDog (471
/// rewrites by language models, 471 wrong pairs) against METER's and BASIL's independent stories.
pub const RETOLD: [f32; 16] = [
    0.0000,   // contained
    0.0000,   // in_runs
    0.0000,   // in_long_runs
    6.3983,   // subsequence
    6.1435,   // new_share
    0.0000,   // words
    -3.7001,  // new_numbers
    0.0000,   // traced
    -7.5937,  // new_names
    5.4209,   // ordered
    1.2414,   // covered
    -19.4500, // new_quoted
    1.6877,   // names_kept
    -0.3236,  // numbers_kept
    1.7738,   // carried
    0.0000,   // shared_facts
];
/// Its constant.
pub const RETOLD_AT_ZERO: f32 = -6.8754;

/// Log-odds that all of a derived page's facts come from the original: METER.
pub const WHOLLY: [f32; 16] = [
    1.7511,  // contained
    -1.6780, // in_runs
    0.0000,  // in_long_runs
    4.5564,  // subsequence
    -0.3717, // new_share
    -1.1253, // words
    -1.1507, // new_numbers
    5.1107,  // traced
    0.0000,  // new_names
    0.0000,  // ordered
    0.0000,  // covered
    0.0000,  // new_quoted
    0.0000,  // names_kept
    0.0000,  // numbers_kept
    0.0000,  // carried
    0.0000,  // shared_facts
];
/// Its constant.
pub const WHOLLY_AT_ZERO: f32 = -0.5273;

/// Slope and constant of the calibration of the score (Platt 1999) on METER's held-out events.
pub const CALIBRATION: (f32, f32) = (0.9645, 1.2897);
