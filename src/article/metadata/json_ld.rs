//! What schema.org statements in JSON-LD say about the article.

use serde_json::{Map, Value};

use crate::article::url;

/// What was found, as it stands there.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// Whether something on the page is declared an article.
    pub(super) article: bool,
    /// Whether it is declared a piece of news, `NewsArticle` or a kind of it, as newsrooms do and few others.
    pub(super) news: bool,
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) sections: Vec<String>,
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
    /// `isAccessibleForFree`.
    pub(super) free: Option<bool>,
    /// `OpinionNewsArticle`, `OpEd`, …
    pub(super) opinion: bool,
    pub(super) words: Option<usize>,
    /// `articleBody`.
    pub(super) body: Option<String>,
    /// The headlines and texts of a live blog's posts.
    pub(super) updates: Option<String>,
}

/// Objects that are looked at; pages with more repeat themselves.
const OBJECTS: usize = 3000;
/// How deep lists and objects may nest.
const DEPTH: usize = 24;
/// What is about other documents than this one.
const ELSEWHERE: [&str; 12] = [
    "itemListElement",
    "liveBlogUpdate",
    "hasPart",
    "comment",
    "review",
    "isRelatedTo",
    "relatedLink",
    "citation",
    "about",
    "mentions",
    "isBasedOn",
    "potentialAction",
];

/// Reads all the scripts of a page. `page` is its address.
pub(super) fn read(scripts: &[String], page: Option<&str>) -> Facts {
    let values: Vec<Value> = scripts.iter().flat_map(|script| parse(script)).collect();
    let mut objects = Vec::new();
    for value in &values {
        collect(value, 0, &mut objects);
    }
    if objects.is_empty() {
        return scripts.iter().map(|script| scan(script)).find(|facts| facts.headline.is_some()).unwrap_or_default();
    }
    let named: Vec<(&str, &Map<String, Value>)> =
        objects.iter().filter(|o| o.contains_key("name")).filter_map(|o| Some((o.get("@id")?.as_str()?, *o))).collect();
    let articles: Vec<&Map<String, Value>> = objects.iter().copied().filter(|o| types(o).any(is_article)).collect();
    let this = |o: &&&Map<String, Value>| {
        page.is_some_and(|page| addresses(o).any(|address| url::same_document(address, page)))
    };
    let article = articles
        .iter()
        .filter(|o| o.contains_key("headline"))
        .find(this)
        .or_else(|| articles.iter().find(|o| o.contains_key("headline")))
        .or_else(|| articles.first());
    let mut facts = Facts { article: article.is_some(), ..Facts::default() };
    if let Some(o) = article {
        facts.headline = text(o.get("headline")).or_else(|| text(o.get("name")));
        facts.news = types(o).any(|t| t.ends_with("NewsArticle") || t == "LiveBlogPosting");
        facts.authors = people(o.get("author"), &named);
        if facts.authors.is_empty() {
            facts.authors = people(o.get("creator"), &named);
        }
        facts.published = text(o.get("datePublished")).or_else(|| text(o.get("dateCreated")));
        facts.publisher = people(o.get("publisher"), &named).into_iter().next();
        facts.sections = people(o.get("articleSection"), &named);
        facts.url = addresses(o).find(|address| address.contains("://")).map(ToOwned::to_owned);
        facts.lang = text(o.get("inLanguage"));
        facts.free = truth(o.get("isAccessibleForFree"));
        facts.opinion = types(o).any(|t| t.contains("Opinion") || t == "OpEd" || t == "Editorial");
        facts.words = o
            .get("wordCount")
            .and_then(|w| w.as_u64().or_else(|| w.as_str()?.trim().parse().ok()))
            .and_then(|w| usize::try_from(w).ok());
        facts.body = text(o.get("articleBody"));
        if facts.words.is_none() {
            facts.words = facts.body.as_deref().map(|body| body.split_whitespace().count());
        }
        facts.updates = updates(o);
    }
    for o in &objects {
        if types(o).any(|t| t == "WebPage" || t == "VideoObject" && article.is_none()) {
            facts.published = facts.published.or_else(|| text(o.get("datePublished")));
            facts.lang = facts.lang.or_else(|| text(o.get("inLanguage")));
            // Some declare the page and its writer, and no article.
            if article.is_none() && facts.authors.is_empty() {
                facts.authors = people(o.get("author"), &named);
            }
        }
        if types(o).any(|t| t == "WebSite") {
            facts.publisher = facts.publisher.or_else(|| text(o.get("name")));
        }
    }
    facts
}

fn updates(blog: &Map<String, Value>) -> Option<String> {
    let posts = match blog.get("liveBlogUpdate")? {
        Value::Array(posts) => posts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let of = |post: &Value| ["headline", "articleBody"].map(|key| text(post.get(key)).unwrap_or_default()).join("\n");
    Some(posts.iter().map(of).collect::<Vec<_>>().join("\n"))
}

/// Every object with a type that is about this page, outermost first.
fn collect<'v>(value: &'v Value, depth: usize, objects: &mut Vec<&'v Map<String, Value>>) {
    if depth > DEPTH || objects.len() >= OBJECTS {
        return;
    }
    match value {
        Value::Array(list) => {
            for value in list {
                collect(value, depth + 1, objects);
            }
        }
        Value::Object(map) => {
            if map.contains_key("@type") || map.contains_key("headline") {
                objects.push(map);
            }
            for (key, value) in map {
                if (value.is_object() || value.is_array()) && !ELSEWHERE.contains(&key.as_str()) {
                    collect(value, depth + 1, objects);
                }
            }
        }
        _ => {}
    }
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let (one, many) = match object.get("@type") {
        Some(Value::String(one)) => (Some(one.as_str()), None),
        Some(Value::Array(many)) => (None, Some(many)),
        _ => (None, None),
    };
    one.into_iter()
        .chain(many.into_iter().flatten().filter_map(Value::as_str))
        .map(|t| t.rsplit(['/', ':']).next().unwrap_or(t))
}

/// `NewsArticle` and its kin, `BlogPosting`, `Report`.
pub(super) fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || kind.ends_with("Posting") && kind != "JobPosting" || kind == "Report"
}

fn addresses(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    ["url", "mainEntityOfPage", "@id"].into_iter().filter_map(|key| match object.get(key)? {
        Value::String(address) => Some(address.as_str()),
        Value::Object(page) => page.get("@id").or_else(|| page.get("url")).and_then(Value::as_str),
        _ => None,
    })
}

/// The first text in a value: a string, a `@value`, a `name`, or the first of a list.
fn text(value: Option<&Value>) -> Option<String> {
    let found = match value? {
        Value::String(text) => text.trim(),
        Value::Array(list) => return list.iter().take(4).find_map(|value| text(Some(value))),
        Value::Object(map) => {
            return map.get("@value").or_else(|| map.get("name")).filter(|v| v.is_string()).and_then(|v| text(Some(v)));
        }
        Value::Number(number) => return Some(number.to_string()),
        _ => return None,
    };
    (!found.is_empty()).then(|| unescape(found))
}

fn truth(value: Option<&Value>) -> Option<bool> {
    match value? {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) => match text.to_ascii_lowercase().as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// The names of persons or organizations, references resolved.
fn people(value: Option<&Value>, named: &[(&str, &Map<String, Value>)]) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().take(30).flat_map(|value| people_of_one(value, named)).collect(),
        Some(value) => people_of_one(value, named),
        None => Vec::new(),
    }
}

fn people_of_one(value: &Value, named: &[(&str, &Map<String, Value>)]) -> Vec<String> {
    let strings = |value: &Value| match value {
        Value::String(name) => vec![unescape(name.trim())],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(|name| unescape(name.trim())).collect(),
        _ => Vec::new(),
    };
    match value {
        Value::Object(map) => {
            let map = match (map.get("name"), map.get("@id").and_then(Value::as_str)) {
                (None, Some(id)) => named.iter().rfind(|n| n.0 == id).map_or(map, |n| n.1),
                _ => map,
            };
            map.get("name").map(strings).unwrap_or_default()
        }
        other => strings(other),
    }
}

/// JSON text may hold HTML's character references, once or twice over.
pub(super) fn unescape(text: &str) -> String {
    let once = without_references(text);
    if once.contains('&') { without_references(&once) } else { once }
}

/// Those that publishers write by name; all others come as numbers.
const NAMED: [(&str, &str); 14] = [
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", "\u{a0}"),
    ("rsquo", "’"),
    ("lsquo", "‘"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("shy", "\u{ad}"),
];

fn without_references(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let known = part.split_once(';').and_then(|(name, rest)| {
            if let Some(number) = name.strip_prefix('#') {
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                let c = char::from_u32(code.ok()?).filter(|c| !c.is_control())?;
                out.push(c);
            } else {
                out.push_str(NAMED.iter().find(|(known, _)| *known == name)?.1);
            }
            Some(rest)
        });
        if known.is_none() {
            out.push('&');
        }
        out.push_str(known.unwrap_or(part));
    }
    out
}

/// The values of a script; several may follow each other, and common faults are mended.
fn parse(script: &str) -> Vec<Value> {
    let script = script.trim().trim_start_matches('\u{feff}');
    if let Ok(value) = serde_json::from_str(script) {
        return vec![value];
    }
    let mended = mend(script);
    serde_json::Deserializer::from_str(&mended).into_iter::<Value>().map_while(Result::ok).collect()
}

/// Takes off comment and CDATA marks around the JSON, control characters in strings, commas before a closing bracket and a semicolon at the end.
fn mend(script: &str) -> String {
    let start = script.find(['{', '[']).unwrap_or(0);
    // "//<![CDATA[" has a bracket of its own.
    let start = match script.find("<![CDATA[") {
        Some(at) if at <= start => at + "<![CDATA[".len(),
        _ => start,
    };
    let body = script.get(start..).unwrap_or(script);
    let mut out = String::with_capacity(body.len());
    let mut inside = false;
    let mut escaped = false;
    for c in body.chars() {
        if inside {
            match c {
                _ if escaped => {
                    escaped = false;
                    // An escape that JSON does not know stands for its character.
                    if !matches!(c, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') {
                        out.pop();
                    }
                    out.push(if c.is_control() { ' ' } else { c });
                }
                '\\' => {
                    escaped = true;
                    out.push(c);
                }
                '"' => {
                    inside = false;
                    out.push(c);
                }
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
            continue;
        }
        match c {
            '"' => inside = true,
            '}' | ']' => {
                let kept = out.trim_end().len();
                if out.get(..kept).is_some_and(|s| s.ends_with(',')) {
                    out.truncate(kept - 1);
                }
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

/// The last resort for JSON that cannot be mended: the strings after the keys that matter, in the first part of the script that has them.
fn scan(script: &str) -> Facts {
    let after = |key: &str| {
        let at = script.find(&format!("\"{key}\""))?;
        let rest = script.get(at + key.len() + 2..)?.trim_start().strip_prefix(':')?.trim_start();
        let rest = rest.strip_prefix('"')?;
        let mut escaped = false;
        let end = rest.char_indices().take(600).find_map(|(i, c)| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends.then_some(i)
        })?;
        let raw = rest.get(..end)?;
        let value = serde_json::from_str::<String>(&format!("\"{raw}\"")).unwrap_or_else(|_| raw.to_owned());
        Some(unescape(value.trim())).filter(|v| !v.is_empty())
    };
    let article = after("@type").is_some_and(|kind| is_article(&kind)) || script.contains("Article\"");
    if !article {
        return Facts::default();
    }
    let author = script.find("\"author\"").and_then(|at| script.get(at..)).and_then(|rest| {
        let name = rest.find("\"name\"")?;
        let value = rest.get(name + 6..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        (name < 200).then(|| value.split('"').next().map(unescape)).flatten()
    });
    Facts {
        article,
        news: script.contains("NewsArticle"),
        headline: after("headline"),
        published: after("datePublished"),
        sections: after("articleSection").into_iter().collect(),
        lang: after("inLanguage"),
        authors: author.into_iter().collect(),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(script: &str) -> Facts {
        read(&[script.to_owned()], Some("https://herald.test/storm"))
    }

    #[test]
    fn references_by_name_and_number_are_characters() {
        for (text, expected) in [
            ("Storm &#x26; flood", "Storm & flood"),
            ("&#8216;We heard it go&#x2019;", "‘We heard it go’"),
            ("R&amp;quot;D", "R\"D"),
            ("Smith & Sons; R&D &bogus; &#xD800; &#0; &", "Smith & Sons; R&D &bogus; &#xD800; &#0; &"),
        ] {
            assert_eq!(unescape(text), expected);
        }
    }

    #[test]
    fn graphs_lists_and_references_are_followed() {
        let facts = facts(
            r##"{"@context":"https://schema.org","@graph":[
                {"@type":"WebSite","name":"The Herald"},
                {"@type":["NewsArticle"],"headline":"Storm &amp; flood","author":[{"@id":"#p1"},{"@type":"Person","name":"Ola Berg"}],
                 "datePublished":"2025-01-02T03:04:05Z","articleSection":["Weather","World"],"isAccessibleForFree":"False"},
                {"@type":"Person","@id":"#p1","name":"Ida Moe"}]}"##,
        );
        assert_eq!(facts.headline.as_deref(), Some("Storm & flood"));
        assert_eq!(facts.authors, ["Ida Moe", "Ola Berg"]);
        assert_eq!(facts.publisher.as_deref(), Some("The Herald"));
        assert_eq!(facts.sections, ["Weather", "World"]);
        assert_eq!(facts.free, Some(false));
    }

    #[test]
    fn the_article_is_the_one_of_this_page_and_no_related_one() {
        let facts = facts(
            r#"[{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other"}]},
                {"@type":"NewsArticle","headline":"Teaser","url":"https://herald.test/teaser"},
                {"@type":"NewsArticle","headline":"Storm","mainEntityOfPage":{"@id":"https://www.herald.test/storm/"}}]"#,
        );
        assert_eq!(facts.headline.as_deref(), Some("Storm"));
    }

    #[test]
    fn faulty_json_is_mended_or_scanned() {
        for script in [
            "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Storm\",}\n//]]>",
            "<!-- {\"@type\":\"Article\",\"headline\":\"Storm\"} -->",
            "{\"@type\":\"Article\",\"description\":\"two\nlines\",\"headline\":\"Storm\"};",
            "{\"@type\":\"Article\",\"x\":\"it\\'s\",\"headline\":\"Storm\"}",
            "{\"@type\":\"Article\",\"headline\":\"Storm\",\"body\":\"a \"quoted\" word\"",
        ] {
            assert_eq!(facts(script).headline.as_deref(), Some("Storm"), "{script}");
        }
        assert_eq!(facts(&"[".repeat(100_000)), Facts::default());
        assert_eq!(facts("{\"@type\":\"Product\",\"headline\":"), Facts::default());
    }
}
