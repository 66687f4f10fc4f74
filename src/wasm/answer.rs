//! What a site answers: its kind, its encoding, whether it is a sign-in page.
//!
//! A browser's own decoder turns bytes into text; this only finds its label, by the rules that browsers follow (HTML,
//! 13.2.3.2): a byte order mark, then the transport's word, then the document's own.

/// As far as the document's own word is looked for.
const PRESCAN: usize = 1024;

/// The label of the encoding, or `None` if neither the bytes nor the transport say.
pub(crate) fn label(content_type: Option<&str>, bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Some("utf-8".into()),
        [0xfe, 0xff, ..] => return Some("utf-16be".into()),
        [0xff, 0xfe, ..] => return Some("utf-16le".into()),
        _ => {}
    }
    content_type.and_then(parameter).or_else(|| {
        let head: String = bytes.iter().take(PRESCAN).map(|&b| char::from(b).to_ascii_lowercase()).collect();
        // A document that is read as bytes cannot be UTF-16, whatever it says of itself.
        in_document(&head).map(|label| if label.starts_with("utf-16") { "utf-8".into() } else { label })
    })
}

/// The media type of a `Content-Type`, lower-case, without parameters.
pub(crate) fn media_type(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a document of this media type can be read as HTML.
pub(crate) fn is_html(media_type: &str) -> bool {
    matches!(media_type, "text/html" | "application/xhtml+xml")
}

/// Whether a request for `asked` that ended at `got` was sent to sign in: a segment of the path that says so, and that was
/// not asked for. Both are paths.
pub(crate) fn sent_to_sign_in(asked: &str, got: &str) -> bool {
    const SIGNS: [&str; 10] = [
        "login",
        "log-in",
        "signin",
        "sign-in",
        "signup",
        "register",
        "subscribe",
        "subscription",
        "subscriptions",
        "paywall",
    ];
    let signs = |path: &str| {
        path.split('/').any(|segment| {
            let name = segment.split('.').next().unwrap_or_default().to_ascii_lowercase();
            SIGNS.contains(&name.as_str())
        })
    };
    signs(got) && !signs(asked)
}

/// `charset=` of a `Content-Type`.
fn parameter(content_type: &str) -> Option<String> {
    let lower = content_type.to_ascii_lowercase();
    lower.split(';').skip(1).find_map(|p| {
        let (name, value) = p.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']).trim();
        (name.trim() == "charset" && !value.is_empty()).then(|| value.to_owned())
    })
}

/// `<meta charset>` or `<meta http-equiv="content-type" content="…charset=…">`, whichever comes first.
fn in_document(head: &str) -> Option<String> {
    let mut rest = head;
    while let Some((before, after)) = rest.split_once('<') {
        let _ = before;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        let Some(attributes) = tag.strip_prefix("meta").filter(|a| a.starts_with([' ', '\t', '\n', '\r', '\x0c', '/']))
        else {
            continue;
        };
        if let Some((_, value)) = attributes.split_once("charset") {
            let value = value.trim_start();
            let Some(value) = value.strip_prefix('=') else { continue };
            let end = |c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/');
            let label: String =
                value.trim_start().trim_start_matches(['"', '\'']).chars().take_while(|&c| !end(c)).collect();
            if !label.is_empty() {
                return Some(label);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_is_found_where_browsers_look_for_it() {
        let cases: [(&str, Option<&str>, &[u8], Option<&str>); 17] = [
            ("nobody says", None, b"<p>text", None),
            (
                "the transport says",
                Some("text/html; charset=windows-1251"),
                b"<meta charset=utf-8>",
                Some("windows-1251"),
            ),
            ("quoted", Some("text/html;charset=\"UTF-8\""), b"", Some("utf-8")),
            ("among others", Some("text/html; q=1 ; Charset = ISO-8859-1"), b"", Some("iso-8859-1")),
            ("empty parameter", Some("text/html; charset="), b"<meta charset=koi8-r>", Some("koi8-r")),
            ("mark beats transport", Some("text/html; charset=iso-8859-1"), b"\xef\xbb\xbf<p>", Some("utf-8")),
            ("mark of UTF-16", None, b"\xff\xfe<\0", Some("utf-16le")),
            ("unquoted", None, b"<!doctype html><meta charset=utf-8><title>", Some("utf-8")),
            ("single quotes, upper case", None, b"<META CHARSET='Shift_JIS'/>", Some("shift_jis")),
            ("spaces", None, b"<meta  charset = \"gbk\" >", Some("gbk")),
            (
                "http-equiv",
                None,
                b"<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">",
                Some("windows-1252"),
            ),
            ("in a comment", None, b"<!-- <meta charset=big5> --><meta charset=utf-8>", Some("utf-8")),
            ("in another element", None, b"<metadata charset=big5>", None),
            ("says UTF-16 of itself", None, b"<meta charset=utf-16>", Some("utf-8")),
            ("cut short", None, b"<meta charset=utf-8", Some("utf-8")),
            ("name alone", None, b"<meta charset><p>", None),
            ("comment without an end", None, b"<!-- <meta charset=big5>", None),
        ];
        for (name, content_type, bytes, wanted) in cases {
            assert_eq!(label(content_type, bytes).as_deref(), wanted, "{name}");
        }
    }

    #[test]
    fn what_comes_after_the_first_kilobyte_is_too_late() {
        let mut late = vec![b' '; PRESCAN];
        late.extend(b"<meta charset=big5>");
        assert_eq!(label(None, &late), None);
    }

    #[test]
    fn a_detour_to_a_sign_in_page_is_noticed() {
        let cases = [
            ("/2026/03/cranes", "/login", true),
            ("/2026/03/cranes", "/account/Sign-In.html", true),
            ("/2026/03/cranes", "/subscribe/offer", true),
            ("/2026/03/cranes", "/2026/03/cranes/", false),
            ("/2026/03/cranes", "/", false),
            ("/2026/03/voters-register-late", "/2026/03/voters-register-late", false),
            ("/login/what-it-means", "/login/what-it-means", false),
        ];
        for (asked, got, wanted) in cases {
            assert_eq!(sent_to_sign_in(asked, got), wanted, "{asked} to {got}");
        }
    }

    #[test]
    fn media_types_are_compared_without_their_parameters() {
        assert_eq!(media_type(" Text/HTML ; charset=utf-8"), "text/html");
        assert_eq!(media_type(""), "");
    }
}
