//! Corrections by what the page itself says its text, its standfirst and its title are, and by what no text begins with.

use super::Told;
use super::features::Features;
use crate::article::metadata::{squash, word_hashes};
use crate::hashed::Hashes;
use crate::page::Block;
use crate::text::sentences::sentences;

/// Words in a run that is looked for in both texts.
const RUN: usize = 4;
/// A stated text shorter than this, or than this share of what the model chose, is only the beginning.
const WORDS: usize = 100;
const SHARE: f32 = 0.6;
/// Share of the stated text that the page has to show.
const SHOWN: f32 = 0.8;
/// A block of which so much stands in the stated text is a part of it.
const STANDS: f32 = 0.6;
/// How sure the model has to be, in thousandths of a logit, to overrule what is stated.
const SURE: i32 = 3000;
/// The standfirst stands at most so many blocks before the text, has so many characters, and begins like the description.
const BEFORE: usize = 25;
const STANDFIRST: usize = 40;
const ALIKE: usize = 60;
/// Below this score, in thousandths of a logit, the model is sure that a description shown on the page is none of the text. Sets
/// disagree here: news-pages' labels take nearly every standfirst for text and pages' every other one; at -1200 neither loses.
const NO_STANDFIRST: i32 = -1200;

/// Corrects the choice.
pub(super) fn correct(chosen: &mut [bool], scores: &[i32], blocks: &[Block], features: &Features, told: Told<'_>) {
    if let Some(text) = told.text {
        by_text(chosen, scores, blocks, text);
    }
    if let Some(posts) = told.updates {
        add_updates(chosen, scores, blocks, posts);
    }
    add_standfirst(chosen, scores, blocks, features, told.descriptions);
    for ((chosen, block), share) in chosen.iter_mut().zip(blocks).zip(&features.title_shares) {
        // The headline again, a pointer to another story, a question about what is embedded, or a block without a letter.
        *chosen = *chosen
            && *share < 0.9
            && block.text.contains(char::is_alphanumeric)
            && !is_pointer(block)
            && !is_consent(block);
    }
}

fn hashes(text: &str) -> (Vec<u64>, usize) {
    let words = word_hashes(text);
    let runs = if words.len() < RUN {
        words.iter().copied().reduce(mix).into_iter().collect()
    } else {
        words.windows(RUN).filter_map(|run| run.iter().copied().reduce(mix)).collect()
    };
    (runs, words.len())
}

fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(17) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// If the page states its whole text and shows it, the blocks are those that stand in it.
fn by_text(chosen: &mut [bool], scores: &[i32], blocks: &[Block], text: &str) {
    let (stated, words) = hashes(&without_tags(text));
    if words < WORDS {
        return;
    }
    let own: Vec<(Vec<u64>, usize)> = blocks.iter().map(|block| hashes(&block.text)).collect();
    let taken: usize = own.iter().zip(chosen.iter()).filter(|(_, chosen)| **chosen).map(|((_, words), _)| words).sum();
    if (words as f32) < SHARE * taken as f32 {
        return;
    }
    let stated: Hashes = stated.into_iter().collect();
    let shown: Hashes =
        own.iter().flat_map(|(runs, _)| runs.iter().copied()).filter(|run| stated.contains(run)).collect();
    if (shown.len() as f32) < SHOWN * stated.len() as f32 {
        return;
    }
    for (((runs, words), chosen), score) in own.iter().zip(chosen.iter_mut()).zip(scores) {
        if *words < RUN {
            continue;
        }
        let share = share_of(runs, &stated);
        if share >= STANDS {
            *chosen = *score > -SURE;
        } else if share < 0.2 {
            *chosen = *score > SURE;
        }
    }
}

/// A live blog states its posts one by one: what stands in one of them is text. What does not may still be, as the introduction is.
fn add_updates(chosen: &mut [bool], scores: &[i32], blocks: &[Block], posts: &str) {
    let stated: Hashes = hashes(&without_tags(posts)).0.into_iter().collect();
    for ((block, chosen), score) in blocks.iter().zip(chosen).zip(scores) {
        let (runs, words) = hashes(&block.text);
        *chosen |= words >= RUN && *score > -SURE && share_of(&runs, &stated) >= STANDS;
    }
}

/// Which share of a block's runs stands in a stated text.
fn share_of(runs: &[u64], stated: &Hashes) -> f32 {
    runs.iter().filter(|run| stated.contains(run)).count() as f32 / runs.len().max(1) as f32
}

/// The paragraphs of a stated text that the page does not show, where it shows no more than the beginning: the rest is loaded later, or
/// behind a wall. None of them where the page shows the text, or another one.
#[must_use]
pub fn unshown(blocks: &[Block], body: &[u32], text: &str) -> Vec<String> {
    let text = without_tags(text);
    let (stated, words) = hashes(&text);
    let own: Vec<(Vec<u64>, usize)> =
        body.iter().filter_map(|at| blocks.get(*at as usize)).map(|block| hashes(&block.text)).collect();
    let taken: usize = own.iter().map(|(_, words)| words).sum();
    let own: Vec<u64> = own.into_iter().flat_map(|(runs, _)| runs).collect();
    if words < WORDS || taken == 0 || taken * 2 > words || share_of(&own, &stated.iter().copied().collect()) < STANDS {
        return Vec::new();
    }
    let page: Hashes = blocks.iter().flat_map(|block| hashes(&block.text).0).collect();
    if share_of(&stated, &page) > 0.5 {
        return Vec::new();
    }
    // What is too short to be looked for goes with what follows.
    let unshown = |sentence: &str| {
        let (runs, words) = hashes(sentence);
        words >= RUN && share_of(&runs, &page) < STANDS
    };
    let rest = |line: &str| {
        let mut all = sentences(line).into_iter();
        let first = all.find(|range| line.get(range.clone()).is_some_and(unshown))?;
        Some(line.get(first.start..)?.trim_end().to_owned())
    };
    text.lines().filter_map(rest).collect()
}

/// `articleBody` is text, but some put HTML in it. What ends a paragraph there ends a line here.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        // "a < b" is no tag.
        match after.split_once('>').filter(|_| after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')) {
            Some((tag, after)) => {
                let name = tag.trim_matches('/').split(char::is_whitespace).next().unwrap_or_default();
                let ends = matches!(name, "p" | "br" | "div" | "li" | "h2" | "h3" | "blockquote");
                out.push(if ends { '\n' } else { ' ' });
                rest = after;
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The block between headline and text that says what the page's description says is the standfirst, and belongs to the article.
fn add_standfirst(chosen: &mut [bool], scores: &[i32], blocks: &[Block], features: &Features, descriptions: &[String]) {
    let first = chosen.iter().zip(&features.lengths).position(|(chosen, length)| *chosen && *length > 100.0);
    let (Some(first), Some(headline)) = (first, features.headline) else {
        return;
    };
    let descriptions: Vec<String> = descriptions.iter().map(|d| squash(d)).collect();
    let from = first.saturating_sub(BEFORE).max(headline + 1);
    for at in from..first {
        let (Some(block), Some(chosen)) = (blocks.get(at), chosen.get_mut(at)) else {
            continue;
        };
        let sure = scores.get(at).is_none_or(|score| *score <= NO_STANDFIRST);
        if sure || block.text.len() > 2000 || features.set_apart.get(at).copied().unwrap_or_default() {
            continue;
        }
        let text = squash(&block.text);
        let alike = |description: &String| {
            let head = |s: &str| s.chars().take(ALIKE).collect::<String>();
            description.chars().count() >= STANDFIRST
                && (text.starts_with(&head(description)) || description.starts_with(&head(&text)))
        };
        if text.chars().count() >= STANDFIRST && descriptions.iter().any(alike) {
            *chosen = true;
        }
    }
}

/// What a line begins with that only leads to another story, in lower case.
const POINTERS: &str = "related:;read more:;read more |;read also:;also read:;read next:;read:;more:;see also:;watch:;watch |;watch more:;\
     don't miss:;don’t miss:;recommended:;related stories;related articles;you may also like;lesen sie auch;\
     lesen sie mehr;lesen sie dazu;mehr zum thema;mehr dazu:;auch interessant:;lire aussi;à lire aussi;voir aussi;\
     lea también;lee también;te puede interesar;leggi anche;leia também;leia mais;lees ook;les også:;läs också:;\
     läs mer:;läs även:;læs også:;czytaj też;czytaj także;zobacz też;čtěte také;přečtěte si;читайте также;читайте також;\
     baca juga;olvasd el;ayrıca bakınız";

fn is_pointer(block: &Block) -> bool {
    // A sentence of its own, with a full stop, may begin like that as well; these are links.
    let linked: u32 = block.links.iter().map(|link| link.end.saturating_sub(link.start)).sum();
    let length = block.text.encode_utf16().count() as u32;
    if length > 300 || linked * 5 < length * 2 {
        return false;
    }
    // "MAYOR WANTS THE PIER BACK": a headline in capitals, all of it a link, between two paragraphs.
    if linked * 10 >= length * 9 && !block.text.contains(char::is_lowercase) && block.text.split(' ').count() >= 4 {
        return true;
    }
    let lower = block.text.to_lowercase();
    POINTERS.split(';').any(|pointer| lower.starts_with(pointer))
}

/// What stands in the place of an embedded post until the reader agrees that it is loaded.
const CONSENT: [&str; 4] =
    ["externen Inhalt", "externe Inhalt", "redaktioneller Inhalt", "damit einverstanden, dass mir"];

fn is_consent(block: &Block) -> bool {
    block.text.len() <= 400 && CONSENT.iter().any(|phrase| block.text.contains(phrase))
}

#[cfg(test)]
mod tests {
    use crate::article::read;
    use crate::page::Page;

    fn body(html: &str) -> Vec<String> {
        let page = Page { url: Some("https://herald.test/pier".into()), html: Some(html.into()), ..Page::default() };
        let article = read(&page).unwrap_or_default();
        article.body_blocks().map(|(_, block)| block.text.clone()).collect()
    }

    const TEXT: &str = "<p>The storm that came ashore on Monday night took the old pier with it, and half of the boats that lay behind it.</p>\
        <p>“We heard it go,” said the harbour master, who has kept watch there for thirty years. “Then there was nothing to hear.”</p>\
        <p><a href=/ferry>Related: Ferry stays in port for a third day</a></p>\
        <p><a href=/mayor>MAYOR WANTS THE PIER BACK BY SPRING</a></p>\
        <p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.</p>\
        <p>The council meets on Thursday to decide whether the pier is to be built again, and who is to pay for it this time.</p>";

    #[test]
    fn a_standfirst_that_is_the_description_belongs_to_the_text() {
        let html = format!(
            "<meta name=description content='Half of the town came to look at what was left of the pier on Tuesday.'><h1>Storm takes the pier</h1>\
             <h2 class=dek>Half of the town came to look at what was left of the pier on Tuesday.</h2><article>{TEXT}</article>"
        );
        let body = body(&html);
        assert!(body.first().is_some_and(|text| text.starts_with("Half of the town")), "{body:?}");
        assert_eq!(body.len(), 4);
    }

    #[test]
    fn pointers_to_other_stories_are_not_text() {
        let body = body(&format!("<h1>Storm takes the pier</h1><article>{TEXT}</article>"));
        assert_eq!(body.len(), 3, "{body:?}");
        assert!(body.iter().all(|text| !text.contains("Ferry")));
    }

    #[test]
    fn the_posts_that_a_live_blog_states_are_text() {
        // Set like a list of teasers: under a linked heading each, in boxes that say so.
        let post = |n: u32| {
            (
                format!("Boat {n} is brought in"),
                format!("Boat {n} of the harbour was towed in with {} people on board.", n * 3),
            )
        };
        let state = |n| {
            let (headline, text) = post(n);
            format!(r#"{{"@type":"BlogPosting","headline":"{headline}","articleBody":"{text}"}}"#)
        };
        let show = |n| {
            let (headline, text) = post(n);
            format!("<div class=teaser><h4><a href=/live#{n}>{headline}</a></h4><p>{text}</p></div>")
        };
        let posts = |of: &dyn Fn(u32) -> String, until, between| (1..until).map(of).collect::<Vec<_>>().join(between);
        let page = |stated: &str| {
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm: live\",{stated}\"author\":\"Ida Moe\"}}</script>\
                 <h1>Storm: live</h1><article>{TEXT}</article>{}",
                posts(&show, 9, "")
            )
        };
        let towed = |html: &str| body(html).iter().filter(|text| text.contains("was towed in")).count();
        // More is stated than shown, and the introduction stays.
        let stated = format!("\"liveBlogUpdate\":[{}],", posts(&state, 30, ","));
        assert_eq!(towed(&page("")), 0);
        assert!(towed(&page(&stated)) > 5);
        assert!(body(&page(&stated)).iter().any(|text| text.starts_with("The council meets")));
    }

    #[test]
    fn a_stated_text_decides_what_belongs_to_it() {
        let sentence = |n: usize| {
            format!(
                "Sentence number {n} tells of the pier, of boat {n} behind it, and of what the council said about both."
            )
        };
        let whole: Vec<String> = (0..10).map(sentence).collect();
        let other = ["The ferry stays in port for a third day, since nobody has been found who could clear the mouth of the harbour.".to_owned()];
        let paragraphs = |of: &[String]| of.iter().map(|s| format!("<p>{s}</p>")).collect::<String>();
        let html = format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Pier\",\"articleBody\":\"{}\"}}</script>\
             <h1>Pier</h1><article>{}</article><div>{}</div>",
            whole.join(" "),
            paragraphs(&whole),
            paragraphs(&other)
        );
        assert_eq!(body(&html), whole);
    }

    #[test]
    fn what_a_page_in_html_states_and_does_not_show_follows_what_it_shows() {
        let stated = [
            "The storm that came ashore on Monday night took the old pier with it, and half of the boats that lay behind it.",
            "‘We heard it go,’ said the harbour master, who has kept watch there for thirty years and never saw the like.",
            "By noon on Tuesday the town had counted eleven wrecks along the beach, most of them beyond mending.",
            "Among those was the ferry that takes children from the island to school.",
            "Insurers sent two engineers, who walked the length of the sea wall with a tape measure.",
            "Fishermen blame a dredger that deepened the mouth of the bay last spring.",
            "Its owner answered that every permit had been in order when the digging began.",
            "Nobody has yet told the families on Quay Street when water and light will be back.",
        ];
        let page = |body: &str, shown: &[&str]| {
            let shown: String = shown.iter().map(|s| format!("<p>{s}</p>")).collect();
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Storm\",\"articleBody\":\"{body}\"}}</script>\
                 <h1>Storm</h1><article>{shown}</article>"
            )
        };
        // In one line, the rest of it is a block; in paragraphs, each is.
        let line = stated.join(" ");
        let (shown, rest) = stated.split_at(2);
        assert_eq!(body(&page(&line, shown)).get(2..), Some([rest.join(" ")].as_slice()));
        assert_eq!(body(&page(&format!("<p>{}</p>", stated.join("</p><p>")), shown)), stated);
        // What the page shows is not said twice, and what is stated of another text is not added.
        assert_eq!(body(&page(&line, &stated)), stated);
        let other = [
            "The council meets on Thursday to decide whether the pier is to be built again, and who is to pay for it this time.",
        ];
        assert_eq!(body(&page(&line, &other)), other);
    }

    #[test]
    fn of_a_live_page_only_what_it_shows_is_read() {
        let text = "The storm that came ashore on Monday night took the old pier with it, and half of the boats that lay behind it.";
        let stated = format!(
            "{text} {}",
            "Nobody on the quay had seen a night like it, said the harbour master on Tuesday. ".repeat(12)
        );
        let head = crate::page::Head {
            json_ld: vec![format!("{{\"@type\":\"NewsArticle\",\"headline\":\"Storm\",\"articleBody\":\"{stated}\"}}")],
            ..crate::page::Head::default()
        };
        let block = crate::page::Block { text: text.into(), tag: "p".into(), ..crate::page::Block::default() };
        let page = Page { blocks: Some(vec![block]), head: Some(head), ..Page::default() };
        assert_eq!(read(&page).unwrap_or_default().blocks.len(), 1);
    }
}
