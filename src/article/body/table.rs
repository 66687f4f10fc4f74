//! Boosted trees in a few kilobytes, and their score in whole numbers.
//!
//! `table.bin` is written by `training/body/train.py`, which learns from the development set of WCXB (Web Content Extraction
//! Benchmark, CC BY 4.0; see `CREDITS.md` beside it). All numbers are little-endian:
//!
//! ```text
//! "FHB2", u16: how many features a block has; then two models:
//!   u8: features used, u8: trees
//!   for each feature used:  u8: its number, u8: thresholds, then these as f32, ascending
//!   u16: nodes of all trees; then of these, tree after tree in preorder:
//!     of each node:    u8: which feature used, or 255 for a leaf
//!     of each branch:  u8: which of its thresholds (its left child is for values that are at most the threshold)
//!     of each leaf:    the low bytes, then the high bytes, of an i16: thousandths of a logit
//! ```
//!
//! Like beside like is what compresses: as a node after the other the table weighs 1.6 KB more in the compressed module.
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
        // As long as a feature's number can be, so that none is looked for in vain.
        let mut row = [0.0; 256];
        let score = |features: &[f32]| {
            row.iter_mut().zip(features).for_each(|(to, from)| *to = *from);
            self.roots.iter().map(|root| i32::from(self.leaf(*root, &row))).sum()
        };
        features.chunks_exact(width.max(1)).map(score).collect()
    }

    fn leaf(&self, root: usize, row: &[f32; 256]) -> i16 {
        let mut at = root;
        // Every step goes forward, so this ends.
        while let Some(node) = self.nodes.get(at) {
            if node.skip == 0 {
                return node.leaf;
            }
            let value = row.get(usize::from(node.feature)).copied().unwrap_or_default();
            at += if value <= node.threshold { 1 } else { usize::from(node.skip) };
        }
        0
    }
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
    let mut rest = Rest(bytes.strip_prefix(b"FHB2")?);
    (usize::from(u16::from_le_bytes(rest.take()?)) == width).then_some(())?;
    let models = Models { first: rest.model()?, second: rest.model()? };
    rest.0.is_empty().then_some(models)
}

struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk()?;
        self.0 = tail;
        Some(*head)
    }

    fn slice(&mut self, count: usize) -> Option<&'b [u8]> {
        let (head, tail) = self.0.split_at_checked(count)?;
        self.0 = tail;
        Some(head)
    }

    fn model(&mut self) -> Option<Model> {
        let [used, trees] = self.take()?;
        let mut features: Vec<(u8, Vec<f32>)> = Vec::new();
        for _ in 0..used {
            let [feature, count] = self.take()?;
            let thresholds = (0..count).map(|_| self.take().map(f32::from_le_bytes)).collect::<Option<_>>()?;
            features.push((feature, thresholds));
        }
        let count = usize::from(u16::from_le_bytes(self.take()?));
        let kinds = self.slice(count)?;
        let branches = kinds.iter().filter(|kind| **kind != u8::MAX).count();
        let mut cuts = self.slice(branches)?.iter();
        let leaves = count.checked_sub(branches)?;
        let mut low = self.slice(leaves)?.iter();
        let mut high = self.slice(leaves)?.iter();
        let mut model = Model::default();
        // The branches whose left side is being read, innermost last. A leaf ends one; at a leaf that ends none the tree is whole.
        let mut open: Vec<usize> = Vec::new();
        let mut whole = true;
        for (at, kind) in kinds.iter().enumerate() {
            if whole {
                model.roots.push(at);
            }
            if *kind == u8::MAX {
                let leaf = i16::from_le_bytes([*low.next()?, *high.next()?]);
                model.nodes.push(Node { feature: 0, skip: 0, leaf, threshold: 0.0 });
                whole = open.is_empty();
                if let Some(branch) = open.pop() {
                    model.nodes.get_mut(branch)?.skip = u8::try_from(at + 1 - branch).ok()?;
                }
            } else {
                let (feature, thresholds) = features.get(usize::from(*kind))?;
                let threshold = *thresholds.get(usize::from(*cuts.next()?))?;
                model.nodes.push(Node { feature: *feature, skip: 1, leaf: 0, threshold });
                open.push(at);
                whole = false;
            }
        }
        (whole && model.roots.len() == usize::from(trees)).then_some(model)
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
