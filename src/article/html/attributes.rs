//! The attributes of a start tag that matter, and what they say of its element.

/// Characters kept of an element's hints.
const HINTS: usize = 200;
/// What a script of JSON-LD has for its type; parameters may follow.
const JSON_LD: &str = "application/ld+json";

/// The attributes that matter, of one start tag. Their strings are used again for the next tag.
#[derive(Default)]
pub(super) struct Attributes {
    values: Vec<(&'static str, String)>,
    count: usize,
}

/// Those that are kept.
const KEPT: [&str; 19] = [
    "id",
    "class",
    "role",
    "itemprop",
    "aria-label",
    "aria-hidden",
    "href",
    "hidden",
    "style",
    "rel",
    "content",
    "datetime",
    "name",
    "property",
    "type",
    "lang",
    "open",
    "shadowrootmode",
    "itemscope",
];

impl Attributes {
    pub(super) fn clear(&mut self) {
        self.count = 0;
    }

    /// The name under which an attribute is kept, if it matters.
    pub(super) fn kept(name: &[u8]) -> Option<&'static str> {
        KEPT.iter().copied().find(|kept| kept.as_bytes() == name)
    }

    /// Keeps an attribute. The first of a name counts.
    pub(super) fn set(&mut self, kept: &'static str, value: &[u8]) {
        if self.has(kept) {
            return;
        }
        if self.count == self.values.len() {
            self.values.push((kept, String::new()));
        }
        if let Some((name, text)) = self.values.get_mut(self.count) {
            *name = kept;
            text.clear();
            text.push_str(&String::from_utf8_lossy(value));
            self.count += 1;
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().take(self.count).find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn hints(&self) -> String {
        let mut hints = String::new();
        for name in ["id", "class", "role", "itemprop", "aria-label"] {
            if let Some(value) = self.get(name).map(str::trim).filter(|v| !v.is_empty()) {
                if !hints.is_empty() {
                    hints.push(' ');
                }
                hints.push_str(value);
            }
        }
        truncate(&mut hints, HINTS);
        if self.get("aria-hidden") == Some("true") {
            hints.push_str(if hints.is_empty() { "aria-hidden" } else { " aria-hidden" });
        }
        hints
    }

    /// Whether a script's `type` is JSON-LD's.
    pub(super) fn is_json_ld(&self) -> bool {
        self.get("type")
            .is_some_and(|t| t.trim().get(..JSON_LD.len()).is_some_and(|start| start.eq_ignore_ascii_case(JSON_LD)))
    }

    pub(super) fn displays_none(&self) -> bool {
        self.get("style").is_some_and(|style| {
            let mut rest = style;
            while let Some(at) = rest.find("display") {
                let Some(after) = rest.get(at + "display".len()..) else {
                    return false;
                };
                let value = after.trim_start().strip_prefix(':').map(str::trim_start);
                if value.is_some_and(|v| v.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("none"))) {
                    return true;
                }
                rest = after;
            }
            false
        })
    }
}

/// Cuts a string after `limit` characters.
pub(super) fn truncate(text: &mut String, limit: usize) {
    if text.len() > limit
        && let Some((at, _)) = text.char_indices().nth(limit)
    {
        text.truncate(at);
    }
}
