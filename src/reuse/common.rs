//! Longest common subsequence of two sentences.

/// Longer sentences are cut: a sentence of more words than this is a list or no sentence.
const LONGEST: usize = 160;

/// Words in common: an index in the page with one in the original.
pub(super) type Pairs = Vec<(usize, usize)>;

/// The pairs of places that a longest common subsequence of `a` and `b` joins, ascending. What is `absent` meets nothing.
pub(super) fn subsequence<T: Copy + PartialEq>(a: &[T], b: &[T], absent: T) -> Pairs {
    bounded(a, b, Some(absent), LONGEST)
}

/// The same with at most `longest` of each, no more than 255.
#[expect(clippy::indexing_slicing, reason = "the table is (n + 1) by (m + 1) and the loops stay within n and m")]
pub(super) fn bounded<T: Copy + PartialEq>(a: &[T], b: &[T], absent: Option<T>, longest: usize) -> Pairs {
    let longest = longest.min(usize::from(u8::MAX));
    let (n, m) = (a.len().min(longest), b.len().min(longest));
    let (a, b) = (&a[..n], &b[..m]);
    let wide = m + 1;
    let mut table = vec![0_u8; (n + 1) * wide];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            table[i * wide + j] = if a[i] == b[j] && Some(a[i]) != absent {
                table[(i + 1) * wide + j + 1] + 1
            } else {
                table[(i + 1) * wide + j].max(table[i * wide + j + 1])
            };
        }
    }
    let mut pairs = Vec::with_capacity(usize::from(table[0]));
    let (mut i, mut j) = (0, 0);
    while i < n && j < m {
        if a[i] == b[j] && Some(a[i]) != absent {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if table[(i + 1) * wide + j] >= table[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subsequence_keeps_the_order() {
        assert_eq!(subsequence(&[1, 2, 3, 4], &[2, 9, 4, 1], 0), [(1, 0), (3, 2)]);
        assert!(subsequence(&[], &[1], 0).is_empty());
        assert!(subsequence(&[7, 7], &[7, 7], 7).is_empty());
        assert_eq!(subsequence(&[1; 500], &[1; 500], 0).len(), LONGEST);
    }
}
