//! Which blocks are the article's body.
//!
//! Every block gets some hundred numbers (`features`: of itself, its neighbours, its containers, its place on the page), and two small
//! tables of boosted trees judge by them; the second one also sees what the first one thought of the blocks around.

mod containers;
mod features;
mod hints;
mod look;
mod measures;
mod table;
mod told;

use features::Features;
use table::Models;

use crate::article::wall::is_stop;
use crate::page::{Block, Element};

/// Above which score, in thousandths of a logit, a block is body. Cross-validated on the training set, in steps of 150 from -1200 to 1200,
/// F1 is highest at -900 (.948), .945 at 300 and .936 at 1200, precision .933, .948 and .957; the upper end of what is nearly level is taken,
/// since a block of furniture taken for text costs a reader more than a line missed.
const THRESHOLD: i32 = 300;

/// What the page says elsewhere about its article, as far as it does.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Told<'p> {
    /// The headline.
    pub title: Option<&'p str>,
    /// Descriptions of the page: the standfirst is often one of them.
    pub descriptions: &'p [String],
    /// The text as JSON-LD has it, whole or only its beginning.
    pub text: Option<&'p str>,
    /// The posts of a live blog, as far as JSON-LD has them.
    pub updates: Option<&'p str>,
}

/// Chooses the body: indices into `blocks`, in order.
#[must_use]
pub fn find(blocks: &[Block], elements: &[Element], told: Told<'_>) -> Vec<u32> {
    let features = features::features(blocks, elements, told.title);
    let scores = table::models(features.width).map(|models| scores(models, &features).1).unwrap_or_default();
    let mut chosen: Vec<bool> = scores.iter().map(|score| *score > THRESHOLD).collect();
    containers::take_longest(&mut chosen, blocks, &features);
    told::correct(&mut chosen, &scores, blocks, &features, told);
    containers::take_tables(&mut chosen, blocks, elements);
    containers::leave_out_boxes(&mut chosen, blocks, elements);
    containers::leave_out_hidden(&mut chosen, blocks, elements);
    let mut body: Vec<u32> = chosen.into_iter().zip(0..).filter(|(chosen, _)| *chosen).map(|(_, at)| at).collect();
    while body.last().and_then(|last| blocks.get(*last as usize)).is_some_and(is_stop) {
        body.pop();
    }
    body
}

pub use told::unshown;

/// What the first model says of each block, and the second.
fn scores(models: &Models, features: &Features) -> (Vec<i32>, Vec<i32>) {
    let first = models.first.scores(&features.values, features.width);
    let width = features.width + look::COUNT;
    let mut rows = Vec::with_capacity(features.rows() * width);
    for (at, look) in look::look(&first, features).iter().enumerate() {
        rows.extend_from_slice(features.row(at));
        rows.extend_from_slice(look);
    }
    let second = models.second.scores(&rows, width);
    (first, second)
}

/// What blocks are judged by, for the training script.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Judgeable {
    /// The names of the numbers.
    pub names: Vec<String>,
    /// The numbers, a row for each block.
    pub rows: Vec<Vec<f32>>,
    /// The element that holds each block and its like.
    pub containers: Vec<usize>,
    /// Blocks of one tag and class have one number.
    pub kinds: Vec<usize>,
}

/// The numbers that blocks are judged by: what `training/body/train.py` learns from.
#[must_use]
pub fn judged_by(blocks: &[Block], elements: &[Element], title: Option<&str>) -> Judgeable {
    let features = features::features(blocks, elements, title);
    Judgeable {
        names: features::names(),
        rows: (0..features.rows()).map(|at| features.row(at).to_vec()).collect(),
        containers: features.containers,
        kinds: features.kinds,
    }
}

#[cfg(test)]
mod tests;
