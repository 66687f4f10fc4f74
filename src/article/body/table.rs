//! Boosted trees in a few kilobytes, and their score in whole numbers.
//!
//! `table.bin` is written by `training/body/train.py`, which learns from the development set of WCXB (Web Content Extraction
//! Benchmark, CC BY 4.0; see `CREDITS.md` beside it). All numbers are little-endian:
//!
//! ```text
//! "FHB1", u16: how many features a block has; then two models:
//!   u8: features used, u8: trees
//!   for each feature used:  u8: its number, u8: thresholds, then these as f32, ascending
//!   for each tree:          u8: nodes, then these in preorder, 3 bytes each:
//!     a branch:  u8: which feature used, u8: which of its thresholds, u8: how many nodes on its right child is
//!                (its left child, for values that are at most the threshold, is the next node)
//!     a leaf:    255, i16: thousandths of a logit
//! ```
//!
//! A score is a sum of whole numbers, so it is the same on every machine.

use std::sync::OnceLock;

static BYTES: &[u8] = include_bytes!("table.bin");

/// A branch, or a leaf if `skip` is 0.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    feature: u8,
    skip: u8,
    leaf: i16,
    threshold: f32,
}

/// One model.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Model {
    nodes: Vec<Node>,
    /// Where each tree's root is.
    roots: Vec<usize>,
}

impl Model {
    /// The scores of blocks with these features, `width` numbers a block: thousandths of a logit.
    pub(super) fn scores(&self, features: &[f32], width: usize) -> Vec<i32> {
        let mut scores = vec![0; features.len() / width.max(1)];
        // A tree over all blocks, then the next: its nodes stay near.
        for (at, root) in self.roots.iter().enumerate() {
            let end = self.roots.get(at + 1).copied().unwrap_or(self.nodes.len());
            let tree = self.nodes.get(*root..end).unwrap_or_default();
            for (score, row) in scores.iter_mut().zip(features.chunks_exact(width.max(1))) {
                *score += i32::from(leaf(tree, row));
            }
        }
        scores
    }
}

fn leaf(tree: &[Node], features: &[f32]) -> i16 {
    let mut at = 0;
    // Every step goes forward, so this ends.
    while let Some(node) = tree.get(at) {
        if node.skip == 0 {
            return node.leaf;
        }
        let value = features.get(usize::from(node.feature)).copied().unwrap_or_default();
        at += if value <= node.threshold { 1 } else { usize::from(node.skip) };
    }
    0
}

/// Both models: the first sees a block's own features, the second also what the first says about the blocks around.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Models {
    pub(super) first: Model,
    pub(super) second: Model,
}

/// The models that are built in. `None` if they do not fit the features, which a test rules out.
pub(super) fn models(width: usize) -> Option<&'static Models> {
    static MODELS: OnceLock<Option<Models>> = OnceLock::new();
    MODELS.get_or_init(|| read(BYTES, width)).as_ref()
}

fn read(bytes: &[u8], width: usize) -> Option<Models> {
    let mut rest = Rest(bytes.strip_prefix(b"FHB1")?);
    (usize::from(u16::from_le_bytes(rest.take()?)) == width).then_some(())?;
    let models = Models { first: rest.model()?, second: rest.model()? };
    rest.0.is_empty().then_some(models)
}

struct Rest<'b>(&'b [u8]);

impl Rest<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk()?;
        self.0 = tail;
        Some(*head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn model(&mut self) -> Option<Model> {
        let [used, trees] = self.take()?;
        let mut features: Vec<(u8, Vec<f32>)> = Vec::new();
        for _ in 0..used {
            let [feature, count] = self.take()?;
            let thresholds = (0..count).map(|_| self.take().map(f32::from_le_bytes)).collect::<Option<_>>()?;
            features.push((feature, thresholds));
        }
        let mut model = Model::default();
        for _ in 0..trees {
            model.roots.push(model.nodes.len());
            for _ in 0..self.byte()? {
                let [a, b, c] = self.take()?;
                model.nodes.push(if a == u8::MAX {
                    Node { feature: 0, skip: 0, leaf: i16::from_le_bytes([b, c]), threshold: 0.0 }
                } else {
                    let (feature, thresholds) = features.get(usize::from(a))?;
                    Node { feature: *feature, skip: c.max(1), leaf: 0, threshold: *thresholds.get(usize::from(b))? }
                });
            }
        }
        Some(model)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_fits_the_features() {
        assert!(read(BYTES, super::super::features::names().len()).is_some());
    }

    #[test]
    fn a_damaged_table_is_none() {
        let width = super::super::features::names().len();
        assert_eq!(read(BYTES, width + 1), None);
        for cut in (0..BYTES.len()).step_by(97) {
            assert_eq!(read(BYTES.get(..cut).unwrap_or_default(), width), None, "{cut}");
        }
    }
}
