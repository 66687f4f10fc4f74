//! The numbers by which a block is judged: of itself, its neighbours, its containers and its place.

use super::hints::{self, Distances};
use super::measures::{self, CUE_COUNT, Measures, measure};
use crate::article::elements::{ancestors, passed_down};
use crate::article::metadata::{squash, word_hashes};
use crate::hashed::ByHash;
use crate::page::{Block, Element};
use crate::text::stem::hash;

/// The features of all blocks, one row after the other.
pub(super) struct Features {
    pub(super) values: Vec<f32>,
    pub(super) width: usize,
    /// The container of each block; see [`container`].
    pub(super) containers: Vec<usize>,
    pub(super) lengths: Vec<f32>,
    /// Which blocks are paragraphs by their looks: long enough, not made of links.
    pub(super) paragraphs: Vec<bool>,
    /// The block of the headline.
    pub(super) headline: Option<usize>,
    /// For each block how much of it and the title are the same words.
    pub(super) title_shares: Vec<f32>,
    /// Whether it stands in an `aside` or right in a `figure`.
    pub(super) set_apart: Vec<bool>,
    /// Blocks of the same tag and classes have the same number.
    pub(super) kinds: Vec<usize>,
}

impl Features {
    pub(super) fn row(&self, at: usize) -> &[f32] {
        self.values.get(at * self.width..(at + 1) * self.width).unwrap_or_default()
    }

    pub(super) fn rows(&self) -> usize {
        self.lengths.len()
    }
}

/// The names of the features, in order; the training script prints them with their weight.
#[must_use]
pub(super) fn names() -> Vec<String> {
    let mut names: Vec<String> = OWN.iter().map(ToString::to_string).collect();
    names.extend(measures::cue_names());
    names.extend(hints::names());
    for neighbour in ["prev2", "prev", "next", "next2"] {
        names.extend(NEIGHBOUR.iter().map(|f| format!("{neighbour}_{f}")));
    }
    names.extend(AROUND.iter().map(ToString::to_string));
    names
}

const OWN: &[&str] = &[
    "len",
    "words",
    "word_len",
    "link",
    "links",
    "tag",
    "end",
    "stops",
    "commas",
    "upper",
    "digits",
    "quotes",
    "bars",
    "title_share",
    "is_title",
    "repeats",
    "depth",
];

const NEIGHBOUR: &[&str] = &["len", "link", "tag", "end", "same", "cues"];

const AROUND: &[&str] = &[
    "position",
    "length_before",
    "from_headline",
    "after_headline",
    "good_before",
    "good_after",
    "since_good",
    "until_good",
    "window_good",
    "window_link",
    "kind_count",
    "kind_len",
    "kind_link",
    "kind_good",
    "holds_1",
    "holds_2",
    "holds_3",
    "holds_4",
    "links_1",
    "links_2",
    "links_3",
    "good_1",
    "good_2",
    "blocks_1",
    "blocks_2",
    "to_top",
    "in_top",
    "top_share",
    "first_in_top",
    "last_in_top",
    "page_good",
    "page_blocks",
    "container_first",
    "container_last",
    "is_good",
];

/// What is summed over everything in an element.
#[derive(Clone, Copy, Default)]
struct Held {
    len: f32,
    linked: f32,
    good: f32,
    good_count: f32,
    blocks: f32,
}

/// The element that holds a block and its like: the parent of a paragraph, but the `div` itself for text that stands right in it.
fn container(block: &Block, elements: &[Element]) -> usize {
    let own = block.element.map_or(usize::MAX, |e| e as usize);
    match block.tag.as_str() {
        "div" | "section" | "article" | "main" | "body" | "aside" | "nav" | "header" | "footer" | "center" | "form" => {
            own
        }
        _ => elements.get(own).and_then(|e| e.parent).map_or(own, |p| p as usize),
    }
}

/// Computes them.
#[must_use]
pub(super) fn features(blocks: &[Block], elements: &[Element], title: Option<&str>) -> Features {
    let all: Vec<Measures> = blocks.iter().map(measure).collect();
    let distances = hints::distances(elements);
    let containers: Vec<usize> = blocks.iter().map(|b| container(b, elements)).collect();
    let held = held(&all, &containers, elements);
    let total: f32 = all.iter().map(|m| m.len).sum::<f32>().max(1.0);
    let good_total: f32 = all.iter().filter(|m| m.good).map(|m| m.len).sum::<f32>().max(1.0);
    let (top, share) = top(&all, &containers, elements);
    let kinds = kinds(blocks, elements);
    let kind_sums = kind_sums(&all, &kinds);
    let mut seen: ByHash<u32> = ByHash::default();
    for m in &all {
        *seen.entry(m.hash).or_default() += 1;
    }
    let title = title.map(|title| (squash(title).len() + 1, word_hashes(title)));
    let shares: Vec<f32> = blocks
        .iter()
        .map(|b| title.as_ref().map_or(0.0, |(bytes, words)| title_share(&b.text, *bytes, words)))
        .collect();
    let headline = blocks
        .iter()
        .zip(&shares)
        .position(|(b, share)| b.tag == "h1" && *share >= 0.8)
        .or_else(|| blocks.iter().zip(&shares).position(|(b, share)| b.tag.starts_with('h') && *share >= 0.8))
        .or_else(|| blocks.iter().position(|b| b.tag == "h1"));
    let depths = passed_down(elements, -1.0, |above, _, _| above + 1.0);
    let in_top: Vec<Option<usize>> =
        containers.iter().map(|c| ancestors(elements, *c).take(12).position(|at| Some(at) == top)).collect();
    let first_in_top = in_top.iter().position(Option::is_some);
    let last_in_top = in_top.iter().rposition(Option::is_some);

    let (since, until, good_before) = runs(&all);
    let window_good = smoothed(&all.iter().map(|m| if m.good { m.len.min(600.0) } else { 0.0 }).collect::<Vec<_>>(), 6);
    let window_len = smoothed(&all.iter().map(|m| m.len).collect::<Vec<_>>(), 6);
    let window_linked = smoothed(&all.iter().map(|m| m.len * m.link).collect::<Vec<_>>(), 6);

    let width = OWN.len() + CUE_COUNT + hints::COUNT + 4 * NEIGHBOUR.len() + AROUND.len();
    let mut values = Vec::with_capacity(width * blocks.len());
    let mut before = 0.0;
    let far: Distances = [16; hints::COUNT];
    for (at, (m, block)) in all.iter().zip(blocks).enumerate() {
        let get = |list: &[f32]| list.get(at).copied().unwrap_or_default();
        let share_of_title = get(&shares);
        let own = block.element.map_or(usize::MAX, |e| e as usize);
        values.extend([
            m.len,
            m.words,
            m.len / m.words,
            m.link,
            m.links,
            m.tag,
            m.end,
            m.stops,
            m.commas / m.words,
            m.upper,
            m.digits,
            m.quotes,
            m.bars,
            share_of_title,
            f32::from(u8::from(share_of_title >= 0.8)),
            seen.get(&m.hash).copied().unwrap_or(1) as f32,
            depths.get(own).copied().unwrap_or_default(),
        ]);
        values.extend((0..CUE_COUNT).map(|bit| f32::from(u8::from(m.cues >> bit & 1 == 1))));
        values.extend(distances.get(own).unwrap_or(&far).iter().map(|d| f32::from(*d)));
        for offset in [-2isize, -1, 1, 2] {
            let other = at.checked_add_signed(offset);
            let neighbour = other.and_then(|o| all.get(o));
            let same = other.is_some_and(|o| containers.get(o) == containers.get(at));
            match neighbour {
                Some(n) => values.extend([
                    n.len,
                    n.link,
                    n.tag,
                    n.end,
                    f32::from(u8::from(same)),
                    f32::from(u8::from(n.cues != 0)),
                ]),
                None => values.extend([-1.0, -1.0, -1.0, -1.0, 0.0, 0.0]),
            }
        }
        // ------------------------------------------------ around
        let steps: Vec<usize> =
            ancestors(elements, containers.get(at).copied().unwrap_or(usize::MAX)).take(4).collect();
        let step = |n: usize| {
            let last = steps.last().copied();
            steps.get(n).copied().or(last).and_then(|e| held.get(e)).copied().unwrap_or_default()
        };
        let links_of = |h: Held| h.linked / h.len.max(1.0);
        let kind = kinds.get(at).and_then(|k| kind_sums.get(*k)).copied().unwrap_or_default();
        let (one, two, three, four) = (step(0), step(1), step(2), step(3));
        let top_distance = in_top.get(at).copied().flatten();
        let relative = |first: Option<usize>| first.map_or(999.0, |first| at as f32 - first as f32);
        let container_of = |o: Option<usize>| o.and_then(|o| containers.get(o)) == containers.get(at);
        values.extend([
            at as f32 / blocks.len() as f32,
            before / total,
            relative(headline),
            f32::from(u8::from(headline.is_some_and(|h| at > h))),
            get(&good_before) / good_total,
            1.0 - (get(&good_before) + if m.good { m.len } else { 0.0 }) / good_total,
            get(&since),
            get(&until),
            get(&window_good),
            get(&window_linked) / get(&window_len).max(1.0),
            kind.blocks,
            kind.len / kind.blocks.max(1.0),
            links_of(kind),
            kind.good / good_total,
            one.good / good_total,
            two.good / good_total,
            three.good / good_total,
            four.good / good_total,
            links_of(one),
            links_of(two),
            links_of(three),
            one.good_count / one.blocks.max(1.0),
            two.good_count / two.blocks.max(1.0),
            one.blocks,
            two.blocks,
            top_distance.map_or(99.0, |d| d as f32),
            f32::from(u8::from(top_distance.is_some())),
            share,
            relative(first_in_top),
            relative(last_in_top),
            good_total,
            blocks.len() as f32,
            f32::from(u8::from(!container_of(at.checked_sub(1)))),
            f32::from(u8::from(!container_of(at.checked_add(1)))),
            f32::from(u8::from(m.good)),
        ]);
        before += m.len;
    }
    Features {
        values,
        width,
        containers,
        lengths: all.iter().map(|m| m.len).collect(),
        paragraphs: all.iter().map(|m| m.good).collect(),
        headline,
        title_shares: shares,
        set_apart: blocks
            .iter()
            .map(|b| b.element.and_then(|e| distances.get(e as usize)).is_some_and(hints::set_apart))
            .collect(),
        kinds,
    }
}

fn held(all: &[Measures], containers: &[usize], elements: &[Element]) -> Vec<Held> {
    let mut held = vec![Held::default(); elements.len()];
    for (m, container) in all.iter().zip(containers) {
        if let Some(h) = held.get_mut(*container) {
            h.len += m.len;
            h.linked += m.len * m.link;
            h.blocks += 1.0;
            if m.good {
                h.good += m.len;
                h.good_count += 1.0;
            }
        }
    }
    // Children come after their parents, so one pass from the end sums up whole subtrees.
    for at in (0..elements.len()).rev() {
        let parent = elements.get(at).and_then(|e| e.parent).map(|p| p as usize).filter(|p| *p < at);
        if let (Some(parent), Some(own)) = (parent, held.get(at).copied())
            && let Some(above) = held.get_mut(parent)
        {
            above.len += own.len;
            above.linked += own.linked;
            above.good += own.good;
            above.good_count += own.good_count;
            above.blocks += own.blocks;
        }
    }
    held
}

/// The element that holds the paragraphs, as Readability finds it (each paragraph counts for its container, half for the next one up and a
/// third and a quarter further on), and its share of all points.
fn top(all: &[Measures], containers: &[usize], elements: &[Element]) -> (Option<usize>, f32) {
    let mut points = vec![0.0f32; elements.len()];
    let mut sum = 0.0f32;
    for (m, container) in all.iter().zip(containers).filter(|(m, _)| m.good) {
        let worth = m.len.min(500.0) * (1.0 - m.link);
        sum += worth;
        for (at, factor) in ancestors(elements, *container).zip([1.0, 0.6, 0.36, 0.2]) {
            if let Some(p) = points.get_mut(at) {
                *p += worth * factor;
            }
        }
    }
    let best = points.iter().copied().enumerate().reduce(|a, b| if b.1 > a.1 { b } else { a });
    match best {
        Some((at, p)) if p > 0.0 => (Some(at), p / sum.max(1.0)),
        _ => (None, 0.0),
    }
}

/// Numbers the kinds of blocks: same tag, same hints, and the same of the parent.
fn kinds(blocks: &[Block], elements: &[Element]) -> Vec<usize> {
    let mut numbers: ByHash<u32> = ByHash::default();
    let hints = |element: Option<&Element>| hash(element.map_or("", |e| e.hints.as_str()).as_bytes());
    let kind = |block: &Block| {
        let own = block.element.and_then(|e| elements.get(e as usize));
        let parent = own.and_then(|e| e.parent).and_then(|p| elements.get(p as usize));
        let all = [hash(block.tag.as_bytes()), hints(own), hints(parent)];
        let key = all.into_iter().fold(0_u64, |key, part| key.rotate_left(21) ^ part);
        let next = numbers.len() as u32;
        *numbers.entry(key).or_insert(next) as usize
    };
    blocks.iter().map(kind).collect()
}

fn kind_sums(all: &[Measures], kinds: &[usize]) -> Vec<Held> {
    let mut sums = vec![Held::default(); kinds.iter().max().map_or(0, |k| k + 1)];
    for (m, kind) in all.iter().zip(kinds) {
        if let Some(sum) = sums.get_mut(*kind) {
            sum.blocks += 1.0;
            sum.len += m.len;
            sum.linked += m.len * m.link;
            sum.good += if m.good { m.len } else { 0.0 };
        }
    }
    sums
}

/// Share of the title's words that stand in a text that is not much longer.
fn title_share(text: &str, bytes: usize, title: &[u64]) -> f32 {
    if text.len() > 2 * bytes + 40 {
        return 0.0;
    }
    let words = word_hashes(text);
    let both = title.iter().filter(|word| words.contains(word)).count();
    both as f32 / title.len().max(words.len()).max(1) as f32
}

/// Blocks since the last paragraph, blocks until the next one, and the length of all paragraphs before.
fn runs(all: &[Measures]) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    const NONE: f32 = 200.0;
    let mut since = Vec::with_capacity(all.len());
    let mut before = Vec::with_capacity(all.len());
    let (mut distance, mut sum) = (NONE, 0.0);
    for m in all {
        since.push(distance);
        before.push(sum);
        if m.good {
            distance = 1.0;
            sum += m.len;
        } else {
            distance = (distance + 1.0).min(NONE);
        }
    }
    let mut until = vec![NONE; all.len()];
    let mut distance = NONE;
    for (slot, m) in until.iter_mut().zip(all).rev() {
        *slot = distance;
        distance = if m.good { 1.0 } else { (distance + 1.0).min(NONE) };
    }
    (since, until, before)
}

/// The mean over each value and `reach` neighbours on both sides.
fn smoothed(values: &[f32], reach: usize) -> Vec<f32> {
    (0..values.len())
        .map(|at| {
            let from = at.saturating_sub(reach);
            let window = values.get(from..(at + reach + 1).min(values.len())).unwrap_or_default();
            window.iter().sum::<f32>() / window.len().max(1) as f32
        })
        .collect()
}
