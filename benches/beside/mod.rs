//! How long one thing takes beside another.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds at most, and the time after which no further one begins.
const ROUNDS: usize = 51;
const LONGEST: Duration = Duration::from_secs(5);

/// Prints by how many times `this` takes longer than `that`: the median of rounds in which each is done once, one after
/// the other, so that whatever else the machine does weighs on both alike.
pub fn beside<T, U>(what: &str, mut this: impl FnMut() -> T, mut that: impl FnMut() -> U) {
    let begun = Instant::now();
    let mut rounds: Vec<(f64, Duration, Duration)> = Vec::new();
    while rounds.len() < ROUNDS && (rounds.len() < 3 || begun.elapsed() < LONGEST) {
        let start = Instant::now();
        black_box(this());
        let between = Instant::now();
        black_box(that());
        let (a, b) = (between - start, between.elapsed());
        rounds.push((a.as_secs_f64() / b.as_secs_f64(), a, b));
    }
    rounds.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((ratio, a, b)) = rounds.get(rounds.len() / 2) {
        println!("{what}: {ratio:.2} times tokenising ({a:.2?} to {b:.2?})");
    }
}
