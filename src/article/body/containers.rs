//! Elements that are taken or left out whole, whatever the model says of the blocks in them.

use std::collections::HashMap;

use crate::page::{Block, Element};

/// A table of fewer cells than this sets something out and is no table of data.
const CELLS: usize = 6;
/// The text goes on at most so many blocks before and after a table of it.
const BEFORE: usize = 3;
const AFTER: usize = 4;

/// The innermost element around each that `wanted` asks for, itself included; parents come first.
fn nearest(elements: &[Element], wanted: impl Fn(&Element) -> bool) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(elements.len());
    for (at, element) in elements.iter().enumerate() {
        let above = || element.parent.and_then(|p| found.get(p as usize).copied().flatten());
        found.push(if wanted(element) { Some(at) } else { above() });
    }
    found
}

/// A table of data that stands between the text before it and the text after it is a part of it: a cell by itself looks like none.
pub(super) fn take_tables(chosen: &mut [bool], blocks: &[Block], elements: &[Element]) {
    let tables = nearest(elements, |element| element.tag == "table");
    let mut cells: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        if let Some(table) = block.element.and_then(|e| tables.get(e as usize).copied().flatten()) {
            cells.entry(table).or_default().push(at);
        }
    }
    let taken = |range: std::ops::Range<usize>| chosen.get(range).unwrap_or_default().contains(&true);
    let part_of_text = |cells: &Vec<usize>| {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
            return false;
        };
        let blocks = cells.iter().filter_map(|at| blocks.get(*at));
        let (linked, all) = blocks.fold((0, 0), |(linked, all), block| {
            let links: u32 = block.links.iter().map(|link| link.end.saturating_sub(link.start)).sum();
            (linked + links as usize, all + block.text.len())
        });
        cells.len() >= CELLS
            && 2 * linked <= all
            && taken(first.saturating_sub(BEFORE)..*first)
            && taken((last + 1).min(chosen.len())..(last + 1 + AFTER).min(chosen.len()))
    };
    let whole: Vec<usize> = cells.into_values().filter(part_of_text).flatten().collect();
    for at in whole {
        if let Some(chosen) = chosen.get_mut(at) {
            *chosen = true;
        }
    }
}

/// A box of more blocks than this is no form and no advertisement: some publishers call the article itself a newsletter.
const BOX_BLOCKS: usize = 5;
/// What a word of the class or id of a box of advertising is, or of a picture's caption.
fn is_boxed(word: &str) -> bool {
    matches!(word, "ad" | "ads" | "adslot" | "advert" | "advertisement" | "advertising" | "sponsored" | "caption")
}

/// A newsletter's sign-up form, an advertisement or a caption within the text reads like a sentence of it and is none.
pub(super) fn leave_out_boxes(chosen: &mut [bool], blocks: &[Block], elements: &[Element]) {
    let named = |element: &Element| {
        let hints = element.hints.to_ascii_lowercase();
        hints.contains("newsletter") || hints.split(|c: char| !c.is_ascii_alphanumeric()).any(is_boxed)
    };
    let mut boxes: Vec<Option<usize>> = Vec::with_capacity(elements.len());
    for (at, element) in elements.iter().enumerate() {
        // Parents come first, so theirs is known; the outermost box counts.
        let outer = element.parent.and_then(|p| boxes.get(p as usize).copied().flatten());
        boxes.push(outer.or_else(|| named(element).then_some(at)));
    }
    let of = |block: &Block| boxes.get(block.element? as usize).copied().flatten();
    let mut sizes = HashMap::new();
    for at in blocks.iter().filter_map(of) {
        *sizes.entry(at).or_insert(0_usize) += 1;
    }
    for (chosen, block) in chosen.iter_mut().zip(blocks) {
        let boxed = of(block).and_then(|at| sizes.get(&at)).is_some_and(|size| *size <= BOX_BLOCKS);
        *chosen = *chosen && !boxed;
    }
}

#[cfg(test)]
mod tests {
    use crate::article::read;
    use crate::page::Page;

    fn body(html: String) -> Vec<String> {
        let page = Page { url: Some("https://herald.test/pier".into()), html: Some(html), ..Page::default() };
        read(&page).unwrap_or_default().body_blocks().map(|(_, block)| block.text.clone()).collect()
    }

    #[test]
    fn a_table_of_data_between_paragraphs_is_text_and_one_of_links_or_beside_the_text_is_none() {
        let lead = "<p>The storm that came ashore on Monday night took the old pier with it, and half of the boats that lay behind it.</p>";
        let end = "<p>“We heard it go,” said the harbour master, who has kept watch there for thirty years. “Then there was nothing to hear.”</p>";
        let rows = |cell: &dyn Fn(usize) -> String| {
            let row = |n| format!("<tr><td>{}<td>{} boats<td>{} planks</tr>", cell(n), n * 3, n * 70);
            format!("<table>{}</table>", (1..9).map(row).collect::<String>())
        };
        let data = rows(&|n| format!("Pier {n}"));
        let links = rows(&|n| format!("<a href=/pier/{n}>The long story of pier number {n} and of who built it</a>"));
        let cells = |html: String| body(html).iter().filter(|text| text.ends_with("boats")).count();
        let page = |inner: &str| format!("<h1>Storm takes the pier</h1><article>{inner}</article>");
        assert_eq!(cells(page(&format!("{lead}{lead}{data}{end}{end}"))), 8);
        assert_eq!(cells(page(&format!("{lead}{lead}{links}{end}{end}"))), 0);
        assert_eq!(cells(page(&format!("{data}{lead}{end}"))), 0);
    }
}
