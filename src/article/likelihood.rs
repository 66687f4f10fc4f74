//! Whether a page is one article, or a front page, a list, a search or a shop.

use super::metadata::Metadata;
use super::url;
use crate::page::Block;
use crate::text::WordList;

/// 0 to 1, by points for and against: how much running text the body has (`words`) and of how many paragraphs, what the page declares itself
/// to be, whether its address is that of a site or a section, and how many linked headings stand beside the body.
///
/// The points are set by hand; half is where a short declared report, or an undeclared one of some paragraphs, comes out as an article.
pub(super) fn likelihood(metadata: &Metadata, blocks: &[Block], body: &[u32], words: usize) -> f32 {
    let text = body.iter().filter_map(|at| blocks.get(*at as usize));
    let is_paragraph = |block: &&Block| block.text.chars().count() >= 80 || super::words(block) >= PARAGRAPH;
    let paragraphs = text.filter(is_paragraph).count();
    if paragraphs == 0 {
        return 0.0;
    }
    let mut points = -1.5f32;
    for (enough, worth) in [(60, 1.0), (150, 1.0), (300, 0.5), (600, 0.5)] {
        points += if words >= enough { worth } else { 0.0 };
    }
    points += if paragraphs >= 3 { 0.5 } else { 0.0 };
    points += if metadata.declared { 1.5 } else { 0.0 };
    points += if metadata.published.is_some() { 0.5 } else { 0.0 };
    // Where a whole site is one story, or a story is named in the query alone, the page says what it is.
    let dated = metadata.declared && metadata.published.is_some();
    points -= match metadata.url.as_deref().map(place) {
        Some(Place::Site) if dated => 2.5,
        Some(Place::Site) => 4.0,
        Some(Place::Section) => 1.5,
        _ => 0.0,
    };
    // `/news/storm-takes-the-old-pier-4711`: an address that has the headline in it is that of one story, however short.
    let tells = |address: &str| {
        let last = url::path(address).trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        last.split('-').filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic())).count() >= SLUG
    };
    if let Some(address) = metadata.url.as_deref().filter(|address| tells(address)) {
        let news = || url::path(address).split('/').any(|segment| NEWS.has(segment));
        points += if dated { 1.0 } else { f32::from(u8::from(news())) / 2.0 };
    }
    // Headings that are links lead to other stories. An article has a dozen of them below it, a front page little else.
    let headings = blocks
        .iter()
        .filter(|block| matches!(block.tag.as_str(), "h1" | "h2" | "h3" | "h4"))
        .filter(|block| {
            block.links.iter().any(|link| 2 * link.end.saturating_sub(link.start) > block.text.chars().count() as u32)
        })
        .count();
    points -= (headings as f32 * 10.0 / words.max(1) as f32).min(3.0);
    // A smooth step that needs no exponential: the same on every machine.
    0.5 + 0.5 * points / (1.0 + points.abs())
}

/// So many words are a paragraph, in whatever script: about 80 characters of English, 26 of Chinese.
const PARAGRAPH: usize = 13;

/// What the part of a site is called in an address that holds its news.
const NEWS: WordList =
    WordList("news noticias noticia nachrichten aktuelles actualites actualite notizie nieuws nyheter nyheder");

/// So many words between hyphens are a headline's.
const SLUG: usize = 5;

enum Place {
    /// The front page.
    Site,
    /// One or two plain words, as `/world/asia/`.
    Section,
    Document,
}

fn place(address: &str) -> Place {
    let query = address.split_once('#').map_or(address, |(before, _)| before).split_once('?').map(|(_, query)| query);
    // `/?p=4711`: a document by its number.
    let numbered = |query: &str| {
        query.split('&').filter_map(|pair| pair.split_once('=')).any(|(name, value)| {
            !name.starts_with("pag") && value.len() >= 2 && value.bytes().all(|b| b.is_ascii_digit())
        })
    };
    if query.is_some_and(numbered) { Place::Document } else { address_kind(url::path(address)) }
}

fn address_kind(path: &str) -> Place {
    let mut segments = path.split('/').filter(|s| !s.is_empty()).peekable();
    if segments.peek().is_none() || matches!(path, "/index.html" | "/index.php" | "/home") {
        return Place::Site;
    }
    let plain = |segment: &str| segment.len() <= 16 && segment.bytes().all(|b| b.is_ascii_alphabetic());
    let count = path.split('/').filter(|s| !s.is_empty()).count();
    if count <= 2 && path.ends_with('/') && segments.all(plain) { Place::Section } else { Place::Document }
}

#[cfg(test)]
mod tests {
    use crate::article::read;
    use crate::page::Page;

    fn is_article(url: &str, html: &str) -> bool {
        read(&Page { url: Some(url.into()), html: Some(html.into()), ..Page::default() })
            .unwrap_or_default()
            .is_article()
    }

    #[test]
    fn a_report_is_an_article_and_a_front_page_is_none() {
        let paragraphs = [
            "The storm that came ashore on Monday night took the old pier with it, and half of the boats that lay behind it, the harbour master said.",
            "“We heard it go,” said Ola Berg, who has kept watch there for thirty years. “Then there was nothing to hear until the morning.”",
            "By noon on Tuesday the town had counted eleven boats that could not be saved, among them the one that takes children to school.",
            "The council meets on Thursday to decide whether the pier is to be built again, and who would have to pay for it this time.",
        ];
        let text: String = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
        let report = format!("<h1>Storm takes the pier</h1><article>{text}</article>");
        let teaser = "<div class=card><h2><a href=/a>Storm takes the old pier, and half of the boats behind it</a></h2><p>The harbour master says that nothing like it was seen in thirty years.</p></div>";
        assert!(is_article("https://herald.test/news/storm-takes-pier", &report));
        assert!(!is_article("https://herald.test/", &teaser.repeat(30)));
        assert!(!is_article("https://herald.test/search?q=storm", &teaser.repeat(30)));
        assert!(!is_article("https://herald.test/x", "<h1>Storm</h1>"));
        assert!(!is_article("https://herald.test/x", ""));
        // A story is one wherever it stands, if the page says so.
        assert!(!is_article("https://herald.test/", &report));
        assert!(is_article("https://herald.test/?p=4711", &report));
        let declared = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm takes the pier","datePublished":"2025-03-04"}</script>"#;
        let days: String = (2..12)
            .map(|n| format!("<p>On day {n} after the storm the divers brought up {} planks of the old pier, and the harbour master wrote down where each of them had lain.</p>", n * 7))
            .collect();
        let long = format!("{declared}<h1>Storm takes the pier</h1><article>{text}{days}</article>");
        assert!(!is_article("https://storm.test/", &long.replace(declared, "")));
        assert!(is_article("https://storm.test/", &long));
        // A short one has its headline in its address, however many others it leads to.
        let links = "<h3><a href=/a>Half of the boats behind the pier are lost</a></h3>".repeat(30);
        let some: String = paragraphs.iter().take(3).map(|text| format!("<p>{text}</p>")).collect();
        let short = format!("{declared}<h1>Storm takes the pier</h1><article>{some}</article>{links}");
        assert!(is_article("https://herald.test/news/storm-takes-the-old-pier-4711", &short));
        assert!(!is_article("https://herald.test/news/coast", &short));
        // A site that declares nothing says by its address that a short text is one of its news; a shop's goods are none.
        let few = format!("<h1>Storm takes the pier</h1><p>{} {} {}</p>", paragraphs[0], paragraphs[1], paragraphs[2]);
        assert!(is_article("https://herald.test/news/storm-takes-the-old-pier-4711", &few));
        assert!(!is_article("https://herald.test/boats/wooden-boat-with-two-long-oars", &few));
        let front = format!("{declared}{}", teaser.repeat(30));
        assert!(!is_article("https://herald.test/", &front));
    }

    #[test]
    fn a_paragraph_of_chinese_is_one_though_it_has_few_characters() {
        let lines = [
            "星期一夜里登陆的风暴卷走了旧码头，停在后面的船只也有一半沉没，港务长说。",
            "他在那里守了三十年，从来没有见过这样的夜晚，直到天亮大家才敢走出家门。",
            "到星期二中午，镇上一共清点出十一艘再也修不好的船，其中一艘接送孩子上学。",
            "议会星期四开会决定码头是否重建，以及这一次应当由谁来承担全部的费用支出。",
            "保险公司派来两名工程师，他们带着卷尺沿着海堤走了整整一个上午进行测量。",
        ];
        let text: String = lines.iter().map(|text| format!("<p>{text}</p>")).collect();
        assert!(is_article(
            "https://herald.test/pier-4711.html",
            &format!("<h1>风暴卷走旧码头</h1><article>{text}</article>")
        ));
    }
}
