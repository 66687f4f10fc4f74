//! Whole pages, small ones, and what is to be read from them.

use crate::article::{Article, read};
use crate::page::Page;

fn article(url: &str, html: &str) -> Article {
    read(&Page { url: Some(url.to_owned()), html: Some(html.to_owned()), ..Page::default() }).unwrap_or_default()
}

#[test]
fn titles_lose_the_site_and_the_kicker() {
    for (html, expected) in [
        ("<title>Storm hits the northern coast | The Herald</title>", "Storm hits the northern coast"),
        (
            "<meta property=og:site_name content='The Herald'><meta property=og:title content='Storm hits coast - The Herald'>",
            "Storm hits coast",
        ),
        ("<title>Rivers rise - and fall</title><h1>Rivers rise - and fall</h1>", "Rivers rise - and fall"),
        (
            "<meta property=og:title content='Goalkeeper saves the season'><h1><span>First division</span> Goalkeeper saves the season</h1>",
            "Goalkeeper saves the season",
        ),
        (
            "<title>Storm hits coast | Herald</title><h1>Herald</h1><h1>Storm hits the coast</h1>",
            "Storm hits the coast",
        ),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Storm &#039;worst in years&#039;\"}</script><h1>Other</h1>",
            "Storm 'worst in years'",
        ),
        // A plugin's title for search engines; a newsroom's own headline; one that was left behind.
        (
            "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"headline\":\"10 Best Boats for a Storm (2025)\"}</script><h1>Ten boats for a storm</h1>",
            "Ten boats for a storm",
        ),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Storm takes the old pier\"}</script><h1>Storm takes pier and boats</h1>",
            "Storm takes the old pier",
        ),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Storm takes the old pier\"}</script>\
             <title>Storm takes the old pier and eleven boats</title><meta property=og:title content='Storm takes the old pier and eleven boats'>\
             <h1>Storm takes the old pier and eleven boats</h1>",
            "Storm takes the old pier and eleven boats",
        ),
        // What an encyclopedia declares; a heading that is the site's sign; one of a box that stands before the text.
        (
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"island in the northern sea\"}</script>\
             <title>Saltby - Open Almanac</title><h1>Saltby</h1>",
            "Saltby",
        ),
        (
            "<title>The Night the Pier Went - Ida Moe [Tales of the Coast]</title><h1><a href=/>Tales of the Coast</a> beta</h1><h2>The Night the Pier Went</h2>",
            "The Night the Pier Went - Ida Moe [Tales of the Coast]",
        ),
        ("<title>Storm takes the old pier | Coast Today</title><h1>Coast Today</h1>", "Storm takes the old pier"),
        (
            "<title>Coast Today - Storm takes the old pier</title><h1>Storm takes the old pier</h1>",
            "Storm takes the old pier",
        ),
        (
            "<title>Storm tides: What They Are and How You Get Home</title><h1>Maps and Resources</h1>",
            "Storm tides: What They Are and How You Get Home",
        ),
    ] {
        assert_eq!(article("https://herald.test/x", html).title.as_deref(), Some(expected), "{html}");
    }
}

#[test]
fn a_title_is_whole_and_without_what_stands_behind_its_bar() {
    for (html, expected) in [
        // The end of one title is no headline of its own because another ends so too.
        (
            "<meta property=og:title content='Storms on the Coast: Find Your Way Home'><h1>Ten Rules for Storms and How to Find Your Way Home</h1>",
            "Ten Rules for Storms and How to Find Your Way Home",
        ),
        ("<title>Storm takes the old pier | Coast</title>", "Storm takes the old pier"),
        ("<title>Ida | Ola</title>", "Ida | Ola"),
        // A heading stands before a bar, however much follows it.
        (
            "<title>Boats and Piers | I live by the sea, slowly and with few things, and write down what the water brings me day after day</title><h1>Boats and Piers</h1>",
            "Boats and Piers",
        ),
        // JSON-LD ends where search engines stop reading.
        (
            "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"headline\":\"Friday on the Pier: What the Storm Took, What It Left and Who Will Have to Pay for All of the Boats That It\"}</script>\
             <title>Friday on the Pier: What the Storm Took, What It Left and Who Will Have to Pay for All of the Boats That It Broke</title>",
            "Friday on the Pier: What the Storm Took, What It Left and Who Will Have to Pay for All of the Boats That It Broke",
        ),
    ] {
        assert_eq!(article("https://herald.test/x", html).title.as_deref(), Some(expected), "{html}");
    }
}

#[test]
fn the_canonical_address_must_be_plausible() {
    for (canonical, expected) in [
        ("/2025/storm?utm_source=x", "https://www.herald.test/2025/storm"),
        ("https://herald.test/2025/storm", "https://herald.test/2025/storm"),
        ("https://elsewhere.test/2025/storm", "https://www.herald.test/amp/storm.html"),
        ("/", "https://www.herald.test/amp/storm.html"),
    ] {
        let html = format!("<link rel=canonical href='{canonical}'><p>Text");
        let url = article("https://www.herald.test/amp/storm.html", &html).url;
        // The page's own address loses its AMP folder as well.
        assert_eq!(url.as_deref(), Some(expected.replace("/amp/", "/").as_str()), "{canonical}");
    }
}

#[test]
fn a_person_comes_before_the_site_as_writer() {
    let html = r#"<meta property="og:site_name" content="The Herald"><meta name="author" content="The Herald">
        <h1>Storm hits the coast</h1><div class="byline">By Ida Moe and Ola Berg, Senior Reporter</div><p>Text"#;
    assert_eq!(article("https://herald.test/x", html).byline.as_deref(), Some("Ida Moe, Ola Berg"));
    let html =
        r#"<meta property="og:site_name" content="The Herald"><meta name="author" content="The Herald"><h1>Storm</h1>"#;
    assert_eq!(article("https://herald.test/x", html).byline.as_deref(), Some("The Herald"));
}

#[test]
fn whom_the_page_writes_of_and_who_wrote_the_next_story_are_no_writers() {
    let others = r#"<h1>Storm hits the coast</h1><p>By <a rel=author href=/profile/moe>Ida Moe</a></p><p>Text</p>
        <aside><h3>Ten boats for a storm</h3><a rel=author href=/profile/berg>Ola Berg</a></aside>"#;
    assert_eq!(article("https://herald.test/x", others).byline.as_deref(), Some("Ida Moe"));
    let both = r#"<h1>Storm hits the coast</h1><p>By <a rel=author href=/profile/moe>Ida Moe</a> and <a rel=author href=/profile/berg>Ola Berg</a></p><p>Text</p>"#;
    assert_eq!(article("https://herald.test/x", both).byline.as_deref(), Some("Ida Moe, Ola Berg"));
    let topic = "<h1>Storm takes Jon Vik's boat</h1><p>Text</p><div>See more: <a href=/person/jon-vik>Jon Vik</a>, <a href=/topic/storms>Storms</a></div>";
    assert_eq!(article("https://herald.test/x", topic).byline, None);
}

#[test]
fn a_label_names_the_writer_of_the_block_after_it() {
    let page = |label: &str| {
        let html = format!("<h1>Storm hits the coast</h1><div>{label}</div><div>Ida Moe</div><p>Text</p>");
        article("https://herald.test/x", &html).byline
    };
    for label in ["By", "Written by", "Author"] {
        assert_eq!(page(label).as_deref(), Some("Ida Moe"), "{label}");
    }
    assert_eq!(page("Pictured"), None);
    // Far from the headline "By" may be of another story's card.
    let text = "<p>The storm took the pier.</p>".repeat(30);
    let card = format!("<h1>Storm hits the coast</h1>{text}<div>By</div><div>Ola Berg</div>");
    assert_eq!(article("https://herald.test/x", &card).byline, None);
    let signed = format!("<h1>Storm hits the coast</h1>{text}<p>Written by Ida Moe</p>");
    assert_eq!(article("https://herald.test/x", &signed).byline.as_deref(), Some("Ida Moe"));
}

#[test]
fn the_date_comes_from_the_best_statement() {
    for (html, expected) in [
        (
            "<meta property=article:published_time content='2025-06-30T08:00:00+02:00'><time datetime=2025-07-01>",
            "2025-06-30T08:00:00+02:00",
        ),
        ("<h1>Storm</h1><time datetime='2025-06-30T08:00Z'>yesterday</time><p>Text", "2025-06-30T08:00Z"),
        ("<html lang=de><h1>Sturm</h1><p>Stand: 30.06.2025, 14:05 Uhr</p><p>Text", "2025-06-30T14:05"),
        ("<span itemprop=datePublished content=2025-06-30></span>", "2025-06-30"),
    ] {
        assert_eq!(article("https://herald.test/storm", html).published.as_deref(), Some(expected), "{html}");
    }
    assert_eq!(
        article("https://herald.test/2025/06/30/storm", "<h1>Storm</h1>").published.as_deref(),
        Some("2025-06-30")
    );
    assert_eq!(article("https://herald.test/storm", "<h1>Storm</h1><p>No date.").published, None);
    // A label says it wherever it stands, and a day that the text tells of does not.
    let text = "<p>The storm took the pier.</p>".repeat(30);
    let foot = |line: &str| article("https://herald.test/storm", &format!("<h1>Storm</h1>{text}{line}")).published;
    assert_eq!(foot("<p>Published on 30 June 2025").as_deref(), Some("2025-06-30"));
    assert_eq!(foot("<h4>Published</h4><div>June 30, 2025</div>").as_deref(), Some("2025-06-30"));
    assert_eq!(foot("<p>Last updated: June 30, 2025").as_deref(), Some("2025-06-30"));
    assert_eq!(foot("<p>The pier was built on 30 June 1925."), None);
}

const MENU: &str = "<ul class=menu><li><a href=/>Home</a><li><a href=/coast>Coast</a><li><a href=/town>Town</a>\
    <li><a href=/sport>Sport</a><li><a href=/opinion>Opinion</a></ul><h1>Storms</h1>";

#[test]
fn opinion_is_what_calls_itself_so() {
    for (url, html, expected) in [
        ("https://herald.test/opinion/x", "<h1>Storms are good</h1>", Some("Opinion")),
        (
            "https://herald.test/x",
            "<meta property=article:section content=Commentary><h1>Storms</h1>",
            Some("Commentary"),
        ),
        ("https://herald.test/x", "<p>Editorial</p><h1>Storms</h1><p>Text", Some("Editorial")),
        ("https://herald.test/x", "<h1>Opinion: Storms are good</h1>", Some("Opinion")),
        ("https://herald.test/x", "<h1>Storms are good | Opinion</h1>", Some("Opinion")),
        (
            "https://herald.test/x",
            "<title>Storms are good - Comment - The Herald</title><h1>Storms are good</h1>",
            Some("Comment"),
        ),
        ("https://opinion.herald.test/x", "<h1>Storms are good</h1>", Some("Opinion")),
        (
            "https://herald.test/x",
            r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storms","articleSection":["Coast","Op-Ed"]}</script>"#,
            Some("Op-Ed"),
        ),
        // A firm's perspectives are its advertising, a newsroom's are opinion.
        ("https://pier-builders.test/x", "<p>Perspectives</p><h1>Storms</h1><p>Text", None),
        (
            "https://herald.test/x",
            r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storms"}</script><p>Perspectives</p><h1>Storms</h1>"#,
            Some("Perspectives"),
        ),
        // The last of a menu's sections is no kicker, the last of a breadcrumb's is one.
        ("https://herald.test/x", MENU, None),
        (
            "https://herald.test/x",
            "<ul><li><a href=/>Home</a><li><a href=/op>Opinion</a></ul><h1>Storms</h1>",
            Some("Opinion"),
        ),
        ("https://herald.test/x", "<h1>Court's opinion splits town</h1>", None),
        ("https://herald.test/news/opinion-polls-close", "<h1>Polls</h1>", None),
    ] {
        assert_eq!(article(url, html).opinion.as_deref(), expected, "{url} {html}");
    }
}

#[test]
fn a_wall_makes_the_text_a_part() {
    let text = "<p>The storm came in the night and took the pier with it, people in the town say.</p>".repeat(3);
    let page = |extra: &str| article("https://herald.test/x", &format!("<h1>Storm</h1>{text}{extra}"));
    let stopped = page("<p>Subscribe to continue reading this story.</p>");
    assert!(stopped.partial);
    assert!(stopped.body_blocks().all(|(_, block)| !block.text.starts_with("Subscribe")));
    assert!(page(r#"<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"wordCount":900}</script>"#).partial);
    assert!(!page("").partial);
    // An offer after the text of a whole article, and a wall before its comments.
    assert!(!page("<p>有料会員になると会員限定の有料記事もお読みいただけます。").partial);
    assert!(!page("<p>L’espace des contributions est réservé aux abonnés.").partial);
    assert!(page("<p>Cet article est réservé aux abonnés.").partial);
    assert!(!page(r#"<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true,"wordCount":900}</script>"#).partial);
}

#[test]
fn a_site_is_named_without_its_motto() {
    let site = |name: &str| {
        article("https://herald.test/storm", &format!("<meta property=og:site_name content='{name}'><p>Storm")).site
    };
    assert_eq!(site("The Herald - First with the news").as_deref(), Some("The Herald"));
    assert_eq!(site("Coast - The Herald").as_deref(), Some("Coast - The Herald"));
}

#[test]
fn whoever_signs_under_the_headline_wrote_the_page() {
    let page = |declared: &str, line: &str| {
        let html = format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Storm\",\"author\":{{\"name\":\"{declared}\"}}}}</script><h1>Storm</h1><p>{line}</p>"
        );
        article("https://herald.test/storm", &html).byline.unwrap_or_default()
    };
    assert_eq!(page("webdesk2", "By Ida Moe"), "Ida Moe");
    assert_eq!(page("Ola Berg", "By: Ida Moe"), "Ida Moe");
    assert_eq!(page("Ida Moe", "By Ida Moe and others"), "Ida Moe");
    assert_eq!(page("Ida Moe", "By Herald Staff"), "Ida Moe");
    assert_eq!(page("Ida Moe", "Illustration by Ola Berg"), "Ida Moe");
}

#[test]
fn a_bare_name_beside_the_day_is_the_writers_and_a_section_is_none() {
    let page = |line: &str, text: &str| {
        let html = format!(
            "<nav><a href=/n>North Shore</a></nav><h1>Storm hits the coast</h1><div>{line}</div><div>4 March 2025</div><p>{text}</p>"
        );
        article("https://herald.test/x", &html).byline
    };
    let text = "The storm took the pier, and the harbour master, who has kept watch there for thirty years, saw it go with Jon Vik.";
    assert_eq!(page("Ida Moe", text).as_deref(), Some("Ida Moe"));
    for (section, text) in [
        ("North Shore", text),
        ("Jon Vik", text),
        ("Harbour Watch", text),
        ("Storm Berg", "The pier went down in the storm."),
    ] {
        assert_eq!(page(section, text), None, "{section}");
    }
    // Without a day, whoever is told of at the end.
    let about = |end: &str| {
        let html = format!(
            "<h1>Storm hits the coast</h1><div>Ida Moe</div><p>{text}</p><p>{text}</p><p>{text}</p><p>{text}</p>{end}"
        );
        article("https://herald.test/x", &html).byline
    };
    assert_eq!(about(""), None);
    let bio = "<p>Ida Moe is a reporter who has lived on the coast since she was a child, and has written of it for ten years.</p>";
    assert_eq!(about(bio).as_deref(), Some("Ida Moe"));
}

#[test]
fn whoever_comments_or_wrote_another_story_is_not_who_signs_this_one() {
    let comments = "<div class=comment-author>Jon Vik</div><div class=comment-author>Ola Berg</div>";
    let page = |line: &str, rest: &str| {
        article(
            "https://herald.test/x",
            &format!("<h1>Storm hits the coast</h1><p>{line}</p><p>The storm took the pier.</p>{rest}"),
        )
        .byline
    };
    assert_eq!(page("by ida · 4 March 2025", comments).as_deref(), Some("ida"));
    assert_eq!(page("4 March 2025", comments), None);
    let next = "<aside><h3>Ten boats</h3><a rel=author href=/profile/berg>Ola Berg</a></aside>";
    assert_eq!(page("By ida", next).as_deref(), Some("ida"));
    // What stands beside the name in another element is no part of it.
    let glued = "<div class=byline>By <span class=author>Ida Moe</span> <span>Gardener</span></div>";
    assert_eq!(page("Text", glued).as_deref(), Some("Ida Moe"));
    // The line with the day may stand above.
    let above = "<p>4 March 2025 by Ida Moe</p><h1>Storm hits the coast</h1><p>The storm took the pier.</p>";
    assert_eq!(article("https://herald.test/x", above).byline.as_deref(), Some("Ida Moe"));
    let site = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm","author":{"name":"Ida Moe and Ola Berg, The Herald"}}</script>
        <meta property="og:site_name" content="The Herald"><h1>Storm</h1>"#;
    assert_eq!(article("https://herald.test/x", site).byline.as_deref(), Some("Ida Moe, Ola Berg"));
}
