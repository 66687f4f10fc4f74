//! The block rule, case by case; `tests/browser` holds the live collector to the same.

use super::*;

/// `tag text` of each block.
fn blocks(html: &str) -> Vec<String> {
    parse(html, None).blocks.into_iter().map(|b| format!("{} {}", b.tag, b.text)).collect()
}

#[test]
fn blocks_are_what_block_level_elements_interrupt() {
    for (html, expected) in [
        ("<div>a<p>b</p>c</div>", &["div a", "p b", "div c"] as &[&str]),
        ("plain", &["body plain"]),
        ("<p>one<p>two", &["p one", "p two"]),
        ("<ul><li>one<li>two <b>and</b> a half</ul>", &["li one", "li two and a half"]),
        ("<p>a<br>b<p>c<br><br>d<br> <br/>e", &["p a\nb", "p c", "p d", "p e"]),
        ("<p>a<hr>b", &["p a", "body b"]),
        ("<h1>Head<h2>Line</h2>", &["h1 Head", "h2 Line"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", &["td a", "td b", "th c"]),
        ("<p>in <div>a div</div> out</p>", &["p in", "div a div", "body out"]),
        ("<p>a <custom-tag>b</custom-tag> c", &["p a b c"]),
        ("<b><p>bold</b> not</p>", &["p bold not"]),
        ("<p>x</span></em> y</p>", &["p x y"]),
        ("<dl><dt>t<dd>d<dt>u</dl>", &["dt t", "dd d", "dt u"]),
        ("<pre>a\nb\n\nc</pre>", &["pre a\nb", "pre c"]),
        ("<p>a &amp; b&nbsp;c &copy; &#8364;", &["p a & b\u{a0}c © €"]),
        ("<p> \n\t </p><p>&nbsp;</p>", &[]),
        ("<div><form>a<div>b</form>c</div>d", &["form a", "div b", "div c", "div d"]),
    ] {
        assert_eq!(blocks(html), expected, "{html}");
    }
}

#[test]
fn what_no_reader_sees_is_left_out() {
    for gone in [
        "<script>if (a < b) { x('</p>') }</script>",
        "<style>p { color: red }</style>",
        "<noscript><img src=x> no script</noscript>",
        "<template><p>template</p></template>",
        "<svg><title/><text>drawn</text></svg>",
        "<svg><style>x</style><path d=1></svg>",
        "<button>Share</button>",
        "<select><option>One</select>",
        "<textarea><p>typed</textarea>",
        "<iframe><p>frame</iframe>",
        "<dialog>closed</dialog>",
        "<div hidden>hidden <p>deep</p></div>",
        "<div style='color:red; display : NONE'>styled</div>",
        "<span aria-hidden=true>icon</span>",
        "<!-- comment -->",
    ] {
        assert_eq!(
            blocks(&format!("<p>a{gone}b")).join("|").replace(['|', ' '], "").replace("body", "").replace('p', ""),
            "ab",
            "{gone}"
        );
    }
    assert_eq!(blocks("<div aria-hidden=true><p>kept</p></div>"), ["p kept"]);
    assert_eq!(blocks("<div hidden id='S:1'><p>streamed</p></div><div hidden id=S><p>gone</p></div>"), ["p streamed"]);
    assert_eq!(blocks("<x-y><template shadowrootmode=open><p>shadow</p></template></x-y>"), ["p shadow"]);
    // What stands in an <svg> by mistake ends it.
    assert_eq!(blocks("<svg><path><p>out of it</p>"), ["p out of it"]);
}

#[test]
fn links_are_in_utf_16_and_resolved() {
    let parsed =
        parse("<base href='/b/'><p>𝒜 é <a href='x?y#z'> one  <b>two</b> </a>end", Some("https://herald.test/a/c"));
    let block = &parsed.blocks[0];
    assert_eq!(block.text, "𝒜 é one two end");
    assert_eq!((block.links[0].start, block.links[0].end), (5, 12));
    assert_eq!(block.links[0].href, "https://herald.test/b/x?y#z");
    // One around blocks is in each, and those that lead nowhere are in none.
    let parsed = parse(
        "<a href=/x><h2>Head</h2><p>Text</p></a><p><a href='javascript:x()'>no</a><a href=/y></a>",
        Some("https://herald.test"),
    );
    assert_eq!(parsed.blocks.iter().map(|b| b.links.len()).collect::<Vec<_>>(), [1, 1, 0]);
}

#[test]
fn elements_are_ancestors_with_hints_parents_first() {
    let parsed = parse(
        "<body class=page><main id=m class='a b' role=main><a class=card><p itemprop=x aria-label=l>Text</p></a></main>",
        None,
    );
    let chain: Vec<(&str, &str, Option<u32>)> =
        parsed.elements.iter().map(|e| (e.tag.as_str(), e.hints.as_str(), e.parent)).collect();
    assert_eq!(
        chain,
        [
            ("html", "", None),
            ("body", "page", Some(0)),
            ("main", "m a b main", Some(1)),
            ("a", "card", Some(2)),
            ("p", "x l", Some(3)),
        ]
    );
    assert_eq!(parsed.blocks[0].element, Some(4));
}

#[test]
fn the_head_and_microdata_are_read() {
    let html = r#"<html lang=en><head><title> The
        Title </title><link rel="x canonical" href=/c><meta name=a content=b><meta property=og:x content=y>
        <script type="application/ld+json">{"a":"</p>"}</script></head>
        <span itemprop=author><i itemprop=name>Ida Moe</i></span><time datetime=2025-01-01>now</time><p class=Byline>By <button>x</button>Ola"#;
    let head = parse(html, None).head;
    assert_eq!(head.lang.as_deref(), Some("en"));
    assert_eq!(head.title.as_deref(), Some("The Title"));
    assert_eq!(head.canonical.as_deref(), Some("/c"));
    assert_eq!(head.meta.len(), 2);
    assert_eq!(head.json_ld, [r#"{"a":"</p>"}"#]);
    let stated: Vec<(&str, &str)> = head.microdata.iter().map(|s| (s.name.as_str(), s.content.as_str())).collect();
    assert_eq!(stated, [("author", "Ida Moe"), ("name", "Ida Moe"), ("time", "2025-01-01"), ("byline", "By Ola")]);
}

#[test]
fn depth_and_damage_end_within_bounds() {
    for opening in [
        "<div>",
        "<table><tr><td>",
        "<b>",
        "<a href=x>",
        "<span class=author>",
        "<ul><li>",
        "<svg>",
        "<p><b>",
        "<x-y>",
        "<template>",
        "<dl><dd>",
    ] {
        let html = format!("{}deep{}", opening.repeat(100_000), "</p></div></b></a></td>".repeat(5_000));
        let parsed = parse(&html, Some("https://herald.test"));
        assert!(parsed.elements.len() <= 512, "{opening}");
    }
    let whole = "<div class='a'><p>One &amp; <a href='/x'>two</a></p><script type='application/ld+json'>{}</script><table><td>x";
    for cut in 0..whole.len() {
        let _ = parse(&whole[..cut], None);
    }
    let long = format!("<p>{}", "word ".repeat(400_000));
    assert_eq!(parse(&long, None).blocks.len(), 1);
}
