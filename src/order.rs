//! Sorting, by one routine for all types.
//!
//! Each type and order that the standard library sorts is compiled anew, with some 4 KB of code. Here the keys are sorted,
//! and what they stand for follows: that took the module from 460,241 to 448,887 bytes with brotli (`cargo xtask build`).

/// Sorts `items` by `key`, ascending; equal ones stay in the order in which they were. At most 2³² items.
pub fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u128) {
    let mut order: Vec<(u128, u32)> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    let mut places: Vec<u32> = order.iter().map(|o| o.1).collect();
    // Each turn of the outer loop closes one cycle of the permutation.
    for start in 0..places.len() {
        let mut at = start;
        while let Some(place) = places.get_mut(at) {
            let from = std::mem::replace(place, u32::try_from(at).unwrap_or(u32::MAX)) as usize;
            if from == start || from >= items.len() || at >= items.len() {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts `items` by `text`, byte by byte: sixteen at a time, from the last to the first.
pub fn by_text<T>(items: &mut [T], text: impl Fn(&T) -> &str) {
    const STEP: usize = 16;
    let longest = items.iter().map(|item| text(item).len()).max().unwrap_or(0);
    for step in (0..longest.div_ceil(STEP)).rev() {
        by_key(items, |item| {
            let mut bytes = [0; STEP];
            let own = text(item).bytes().skip(step * STEP);
            bytes.iter_mut().zip(own).for_each(|(to, from)| *to = from);
            u128::from_be_bytes(bytes)
        });
    }
}

/// Each of `keys` once, ascending.
pub fn distinct_keys(mut keys: Vec<u64>) -> Vec<u64> {
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Each of `numbers` once, ascending; by the code that sorts keys.
pub fn distinct(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    distinct_keys(numbers.map(|n| n as u64).collect()).into_iter().map(|key| key as usize).collect()
}

/// A key of two: by `first`, then by `second`.
pub fn pair(first: usize, second: usize) -> u128 {
    (first as u128) << 64 | second as u128
}

/// The part of a key that puts the greater number first, `total_cmp` turned round.
pub fn descending(number: f32) -> usize {
    let bits = number.to_bits();
    let ascending = if bits >> 31 == 0 { bits | 1 << 31 } else { !bits };
    !ascending as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_sorted_and_equals_keep_their_order() {
        let mut state = 7_u32;
        for length in 0..60 {
            let mut items: Vec<(u32, usize)> = (0..length)
                .map(|at| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 29, at)
                })
                .collect();
            let mut stable = items.clone();
            stable.sort_by_key(|i| i.0);
            by_key(&mut items, |i| u128::from(i.0));
            assert_eq!(items, stable);
        }
    }

    #[test]
    fn texts_are_sorted_by_all_their_bytes() {
        let mut texts =
            vec!["b", "", "a longer text than sixteen, two", "a longer text than sixteen, one", "é", "ab", "a", "b"];
        let mut sorted = texts.clone();
        sorted.sort_unstable();
        by_text(&mut texts, |text| text);
        assert_eq!(texts, sorted);
        assert_eq!(distinct([3, 1, 3, 2].into_iter()), [1, 2, 3]);
    }

    #[test]
    fn greater_numbers_come_first() {
        let mut numbers = [0.5, -1.0, f32::INFINITY, 0.0, -0.0, 3.25, f32::NEG_INFINITY, -7.5, f32::NAN];
        let mut sorted = numbers;
        sorted.sort_by(|a, b| b.total_cmp(a));
        by_key(&mut numbers, |n| pair(descending(*n), 0));
        assert_eq!(numbers.map(f32::to_bits), sorted.map(f32::to_bits));
    }
}
