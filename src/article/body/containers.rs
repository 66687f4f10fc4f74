//! Elements that are taken or left out whole, whatever the model says of the blocks in them.

use super::features::Features;
use crate::article::elements::{around, passed_down};
use crate::article::holds;
use crate::page::{Block, Element};

/// An element with fewer paragraphs, or fewer characters in them, than this is not taken for the text on its size alone.
const PARAGRAPHS: usize = 5;
const CHARACTERS: f32 = 1500.0;
/// So many paragraphs right in one element have 13 of the 793 pages that the model learnt from (1.6 %; the most is 165): it breaks off there.
const MANY: usize = 100;

/// A block that is a paragraph by its looks.
#[derive(Clone, Copy)]
struct Paragraph {
    at: usize,
    /// The element that it stands right in.
    within: usize,
    length: f32,
}

fn paragraphs(features: &Features) -> Vec<Paragraph> {
    let of_each = features.containers.iter().zip(&features.lengths).zip(&features.paragraphs).enumerate();
    of_each
        .filter(|(_, (_, is_one))| **is_one)
        .map(|(at, ((within, length), _))| Paragraph { at, within: *within, length: *length })
        .collect()
}

fn length(of: &[Paragraph]) -> f32 {
    of.iter().map(|p| p.length).sum()
}

/// The paragraphs of the element that has most of all of them right in it, by their length, if there is one and it is long.
fn most_of(paragraphs: &[Paragraph]) -> Option<Vec<Paragraph>> {
    // Boyer and Moore's vote: the element that has more than half of the length, if there is one, is left.
    let (mut longest, mut lead) = (usize::MAX, 0.0);
    for p in paragraphs {
        (longest, lead) = match p.within == longest {
            true => (longest, lead + p.length),
            false if lead >= p.length => (longest, lead - p.length),
            false => (p.within, p.length - lead),
        };
    }
    let held: Vec<Paragraph> = paragraphs.iter().filter(|p| p.within == longest).copied().collect();
    let most = held.len() >= PARAGRAPHS && length(&held) >= CHARACTERS && 2.0 * length(&held) > length(paragraphs);
    most.then_some(held)
}

/// Where the model finds no text at all, or breaks off in a very long one, the element is the text that has most of the page's paragraphs
/// right in it: a reader who sees them must not be told that there are none.
pub(super) fn take_longest(chosen: &mut [bool], blocks: &[Block], features: &Features) {
    let all = paragraphs(features);
    let Some(held) = most_of(&all) else { return };
    let taken = |of: &[Paragraph]| of.iter().any(|p| chosen.get(p.at) == Some(&true));
    let broken_off = held.len() >= MANY && taken(&held);
    let (Some(first), Some(last), true) = (held.first(), held.last(), !taken(&all) || broken_off) else { return };
    let of_each = chosen.iter_mut().zip(blocks).zip(&features.containers).zip(&features.paragraphs);
    for (((chosen, block), within), is_paragraph) in of_each.take(last.at + 1).skip(first.at) {
        *chosen |= *within == first.within && (*is_paragraph || block.tag.starts_with('h'));
    }
}

/// A table of fewer cells than this sets something out and is no table of data.
const CELLS: usize = 6;
/// The text goes on at most so many blocks before and after a table of it.
const BEFORE: usize = 3;
const AFTER: usize = 4;

/// What is known of the blocks in one table.
#[derive(Clone, Default)]
struct Cells {
    first: usize,
    last: usize,
    count: usize,
    length: usize,
    linked: usize,
}

/// A table of data that stands between the text before it and the text after it is a part of it: a cell by itself looks like none.
pub(super) fn take_tables(chosen: &mut [bool], blocks: &[Block], elements: &[Element]) {
    let innermost = passed_down(elements, None, |above, at, e| if e.tag == "table" { Some(at) } else { above });
    let of = |block: &Block| around(&innermost, block).flatten();
    let mut all = vec![Cells::default(); elements.len()];
    for (at, block) in blocks.iter().enumerate() {
        if let Some(cells) = of(block).and_then(|table| all.get_mut(table)) {
            cells.first = if cells.count == 0 { at } else { cells.first };
            cells.last = at;
            cells.count += 1;
            cells.length += block.text.len();
            cells.linked += block.links.iter().map(|link| link.end.saturating_sub(link.start) as usize).sum::<usize>();
        }
    }
    for (table, cells) in all.iter().enumerate().filter(|(_, cells)| cells.count >= CELLS) {
        let taken = |from: usize, to: usize| chosen.iter().take(to).skip(from).any(|chosen| *chosen);
        let between =
            taken(cells.first.saturating_sub(BEFORE), cells.first) && taken(cells.last + 1, cells.last + 1 + AFTER);
        if between && 2 * cells.linked <= cells.length {
            let within = chosen.iter_mut().zip(blocks).take(cells.last + 1).skip(cells.first);
            within.filter(|(_, block)| of(block) == Some(table)).for_each(|(chosen, _)| *chosen = true);
        }
    }
}

/// A box of more blocks than this is no form and no advertisement: some publishers call the article itself a newsletter.
const BOX_BLOCKS: usize = 5;
/// What a word of the class or id of a box of advertising is, or of a picture's caption.
const BOXED: [&str; 8] = ["ad", "ads", "adslot", "advert", "advertisement", "advertising", "sponsored", "caption"];

/// A newsletter's sign-up form, an advertisement or a caption within the text reads like a sentence of it and is none.
pub(super) fn leave_out_boxes(chosen: &mut [bool], blocks: &[Block], elements: &[Element]) {
    let is_box = |element: &Element| {
        let mut words = element.hints.split(|c: char| !c.is_ascii_alphanumeric());
        holds(&element.hints, "newsletter")
            || words.any(|word| BOXED.iter().any(|boxed| boxed.eq_ignore_ascii_case(word)))
    };
    let outermost =
        passed_down(elements, None, |above: Option<usize>, at, e| above.or_else(|| is_box(e).then_some(at)));
    let of = |block: &Block| around(&outermost, block).flatten();
    let mut sizes = vec![0_usize; elements.len()];
    for at in blocks.iter().filter_map(of) {
        if let Some(size) = sizes.get_mut(at) {
            *size += 1;
        }
    }
    for (chosen, block) in chosen.iter_mut().zip(blocks) {
        let boxed = of(block).and_then(|at| sizes.get(at)).is_some_and(|size| *size <= BOX_BLOCKS);
        *chosen = *chosen && !boxed;
    }
}

/// Whether the class of an element says that nobody sees it, as that of Bootstrap and Tailwind does. With a colon in it, as in `md:block`, it
/// is only unseen on some screens.
fn is_hidden(element: &Element) -> bool {
    element.hints.split(' ').any(|word| word == "hidden") && !element.hints.contains(':')
}

/// What a script shows only to those who have not signed in is no text, unless it is most of it: then it is the text that waits for a script.
pub(super) fn leave_out_hidden(chosen: &mut [bool], blocks: &[Block], elements: &[Element]) {
    let hidden = passed_down(elements, false, |above, _, e| above || is_hidden(e));
    let unseen = |block: &Block| around(&hidden, block).unwrap_or_default();
    let (mut shown, mut left) = (0, 0);
    for (_, block) in chosen.iter().zip(blocks).filter(|(chosen, _)| **chosen) {
        *if unseen(block) { &mut left } else { &mut shown } += block.text.len();
    }
    if left < shown {
        chosen.iter_mut().zip(blocks).filter(|(_, block)| unseen(block)).for_each(|(chosen, _)| *chosen = false);
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

    #[test]
    fn a_very_long_text_is_read_to_its_end() {
        let line = |n: usize| {
            format!(
                "<p>On day {n} after the storm the divers brought up {} planks of the old pier, and the harbour master wrote down where each had lain.</p>",
                n * 7
            )
        };
        let read = |count: usize, tail: &str| {
            let text: String = (1..=count).map(line).collect();
            body(format!("<h1>Storm takes the pier</h1><div class=text>{text}</div>{tail}"))
        };
        let comments: String = (0..20)
            .map(|n| format!("<div class=comment><p>{}</p></div>", "I saw it as well, from the quay. ".repeat(n)))
            .collect();
        for count in [20, 300, 1500] {
            let texts = read(count, &comments);
            assert_eq!(texts.iter().filter(|text| text.starts_with("On day")).count(), count);
            assert!(!texts.iter().any(|text| text.starts_with("I saw it")));
        }
    }

    #[test]
    fn what_waits_hidden_for_readers_without_an_account_is_no_text_and_a_text_that_waits_for_its_script_is() {
        let text = "<p>The storm that came ashore on Monday night took the old pier with it, and half of the boats that lay behind it.</p>\
            <p>“We heard it go,” said the harbour master, who has kept watch there for thirty years. “Then there was nothing to hear.”</p>";
        let offer = "<p>Readers with an account get every story of our writers on the coast, and the whole paper as it is printed.</p>";
        let page = |class: &str| {
            body(format!(
                "<h1>Storm takes the pier</h1><article>{text}<div class='{class}'>{offer}</div>{text}</article>"
            ))
        };
        let read = |texts: &[String]| texts.iter().filter(|text| text.starts_with("Readers")).count();
        assert_eq!(read(&page("offer hidden")), 0);
        assert_eq!(read(&page("offer hidden md:block")), 1);
        assert_eq!(read(&page("offer overflow-hidden")), 1);
        assert_eq!(
            body(format!("<h1>Storm takes the pier</h1><article class='hidden'>{text}{text}</article>")).len(),
            4
        );
    }
}
