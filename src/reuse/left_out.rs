//! What the original gives weight to and the page does not carry.
//!
//! Two kinds of sentence are listed, of which careful readers miss most: the answer of somebody whom the page speaks ill of,
//! and a figure that the page lacks. What stands at the head of a report or is about its matter is not listed for that alone:
//! of such sentences readers picked one in five, since a page tells them in words of its own. Better two than five: what the
//! page may say in other words is passed over, and so is what cannot be understood alone. The weights were set by hand on
//! made-up pairs and on what they gave on some sixty METER stories.

mod about;
mod alike;
mod alone;
mod answers;
mod carried;
mod denials;
mod editor;
mod news;
mod picked;
mod story;
#[cfg(test)]
mod tests;

use self::editor::Editor;
use self::picked::best;
use super::{LeftOut, Trace};
use crate::report::LeftOutWhy;
use crate::text::Prose;

/// The sentences of `original` that weigh most and that `page` does not carry: at most five, in the original's order.
///
/// `traces` are those of the page to this original; `title` is the original's headline.
pub fn left_out(page: &Prose, original: &Prose, traces: &[Trace], title: Option<&str>) -> Vec<LeftOut> {
    let (found, carried) = weighed(page, original, traces, title);
    best(found, &carried)
}

/// The sentences that may be listed, and the content stems of those that the page carries.
fn weighed(page: &Prose, original: &Prose, traces: &[Trace], title: Option<&str>) -> (Vec<Weighed>, Vec<Vec<u64>>) {
    let editor = Editor::new(page, original, traces, title);
    let mut found: Vec<Weighed> = Vec::new();
    // Those that the page carries: what says the same again is carried, too.
    let mut carried: Vec<Vec<u64>> = Vec::new();
    for place in 0..editor.kept.len() {
        let Some(candidate) = editor.candidate(place) else { continue };
        if editor.carried(&candidate) {
            carried.push(candidate.content);
        } else if editor.worth_telling(&candidate) {
            found.extend(editor.weighed(candidate));
        }
    }
    (found, carried)
}

/// A sentence that may be listed.
struct Weighed {
    /// Stems of its content words, ascending.
    content: Vec<u64>,
    at: usize,
    block: u32,
    /// The first sentence of the quoted statement that it belongs to, or itself.
    statement: usize,
    weight: f32,
    why: LeftOutWhy,
}
