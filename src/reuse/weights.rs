//! The calibrated constants of this room, all made by one command: `python3 training/reuse/calibrate.py DIR`, on the
//! dev halves of METER, Clough and Stevenson, SheepDog's rewrites and BASIL, 2026-11-22. Each table is a logistic
//! regression with its scaling folded in; figures are named in [`super::evidence`].

/// Log-odds that a sentence traces: 242 METER stories marked phrase by phrase.
pub const SENTENCE: [f32; 14] = [
    -3.2055, // overlap
    3.8963,  // overlap_two
    -0.1107, // known
    0.6711,  // shared
    2.8410,  // subsequence
    0.7132,  // longest_run
    -2.5303, // quoted
    3.6647,  // quoted_in_runs
    -0.1885, // page_in_runs
    -0.9077, // page_words
    -0.2084, // their_words
    0.2292,  // neighbours
    0.6402,  // together
    0.0241,  // new_facts
];
/// Its constant.
pub const SENTENCE_AT_ZERO: f32 = 1.6863;

/// Log-odds that a word traces: the same stories.
pub const WORD: [f32; 13] = [
    0.6982,  // sentence
    -0.3615, // in_run
    -0.0101, // in_run_of_three
    0.2837,  // joined
    0.6404,  // known
    0.2033,  // new_weight
    0.3447,  // left
    0.4854,  // right
    -0.4483, // between
    0.3448,  // around_3
    -0.0653, // around_8
    -0.3407, // stop
    0.3729,  // run_weight
];
/// Its constant.
pub const WORD_AT_ZERO: f32 = -1.1605;

/// Log-odds that the page shares the original's wording beyond what one event explains: METER (521 stories, 134
/// events), Clough and Stevenson (38 answers), BASIL (366 pairs, weight 0.2).
pub const WORDING: [f32; 13] = [
    0.0000,  // contained
    2.4154,  // in_runs
    3.3079,  // in_long_runs
    0.0000,  // subsequence
    -4.0393, // new_share
    0.0000,  // words
    -0.2208, // new_numbers
    1.2244,  // traced
    0.0000,  // new_names
    0.0000,  // ordered
    0.0000,  // covered
    -2.4261, // new_quoted
    0.0000,  // shared_facts
];
/// Its constant.
pub const WORDING_AT_ZERO: f32 = 0.4681;

/// Log-odds that the page retells the original and brings in no names, figures or quotations of its own: SheepDog (471
/// rewrites by language models, 471 wrong pairs) against METER's and BASIL's independent stories.
pub const RETOLD: [f32; 13] = [
    0.0000,  // contained
    0.0000,  // in_runs
    0.0000,  // in_long_runs
    2.7859,  // subsequence
    0.0000,  // new_share
    0.0000,  // words
    -3.6173, // new_numbers
    0.0000,  // traced
    -8.1083, // new_names
    4.4142,  // ordered
    3.5134,  // covered
    -1.3917, // new_quoted
    0.0000,  // shared_facts
];
/// Its constant.
pub const RETOLD_AT_ZERO: f32 = -1.3994;

/// Log-odds that all of a derived page's facts come from the original: METER.
pub const WHOLLY: [f32; 13] = [
    2.5648,  // contained
    -1.0058, // in_runs
    0.0000,  // in_long_runs
    3.2050,  // subsequence
    -1.3028, // new_share
    -0.7477, // words
    -1.0888, // new_numbers
    5.2654,  // traced
    0.0000,  // new_names
    0.0000,  // ordered
    0.0000,  // covered
    0.0000,  // new_quoted
    0.0000,  // shared_facts
];
/// Its constant.
pub const WHOLLY_AT_ZERO: f32 = -2.6834;

/// Slope and constant of the calibration of the score (Platt 1999) on METER's held-out events.
pub const CALIBRATION: (f32, f32) = (0.6624, 1.3797);
