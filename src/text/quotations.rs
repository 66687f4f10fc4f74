//! Quotations: straight, curly, guillemets, German, LaTeX-style, nested, and those that run on over paragraphs.

use crate::order;

/// The marks that a quotation stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationStyle {
    /// `"…"`, or two apostrophes.
    Straight,
    /// `“…”`, also `„…“`.
    Curly,
    /// `«…»` or `»…«`.
    Guillemets,
    /// `‘…’`.
    Single,
    /// `'…'`.
    StraightSingle,
}

/// One stretch of one block that stands in quotation marks. Offsets are bytes within the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: super::Span,
    /// Without them.
    pub inner: super::Span,
    /// The marks.
    pub style: QuotationStyle,
    /// 0 for a quotation that stands in no other.
    pub depth: u8,
    /// Whether a closing mark ends it; if not, it runs to the end of its block.
    pub closed: bool,
    /// Whether it goes on with the quotation that the block before left open.
    pub continues: bool,
}

impl Quotation {
    /// Whether the marks are single ones: in British papers speech, in American ones a quotation within another,
    /// in both also scare quotes and titles.
    pub fn is_single(&self) -> bool {
        matches!(self.style, QuotationStyle::Single | QuotationStyle::StraightSingle)
    }
}

/// A quotation that has been opened and not yet closed.
struct Open {
    style: QuotationStyle,
    outer: usize,
    inner: usize,
    /// The marks that close it.
    closers: &'static [&'static str],
}

/// Nested deeper than this is noise.
const DEEPEST: usize = 4;

/// The quotations of one block, outer ones before those within them. `left_open` is the style of a quotation that the
/// block before did not close: if this block starts with such a mark, its first quotation continues that one.
pub fn quotations(block: u32, text: &str, left_open: Option<QuotationStyle>) -> Vec<Quotation> {
    let mut found = Vec::new();
    if !text.contains(['"', '“', '”', '„', '«', '»', '‘', '’', '\'', '`', '‟', '‹']) {
        return found;
    }
    let mut open: Vec<Open> = Vec::new();
    let mut skip = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let prev = before.replace(c);
        if at < skip || !matches!(c, '"' | '“' | '”' | '‟' | '„' | '«' | '»' | '‘' | '’' | '‚' | '\'' | '`' | '‹' | '›')
        {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let width = if rest.starts_with("''") || rest.starts_with("``") { 2 } else { c.len_utf8() };
        let mark = rest.get(..width).unwrap_or("");
        let next = rest.get(width..).and_then(|r| r.chars().next());
        skip = at + width;
        if let Some(level) = open.iter().rposition(|o| o.closers.contains(&mark)) {
            let ends = open.get(level).is_some_and(|o| may_close(o, mark, prev, next, text, at + width));
            if ends {
                // Anything opened within and never closed was no quotation.
                open.truncate(level + 1);
                if let Some(o) = open.pop() {
                    found.push(finish(block, &o, at, at + width, true));
                }
                continue;
            }
        }
        if open.len() < DEEPEST
            && let Some((style, closers)) = may_open(mark, prev, next)
        {
            open.push(Open { style, outer: at, inner: at + width, closers });
        }
    }
    // Only a double mark can stay open to the end of its block; a single one is likelier an apostrophe, and a closing one
    // that opens is likelier a slip.
    if let Some(o) = open.iter().find(|o| !single(o.style) && o.closers != SAME) {
        found.push(finish(block, o, text.len(), text.len(), false));
    }
    order::by_key(&mut found, |q| order::pair(q.outer.start as usize, usize::MAX - q.outer.end as usize));
    let mut around: Vec<u32> = Vec::new();
    for q in &mut found {
        around.retain(|&end| end > q.outer.start);
        q.depth = u8::try_from(around.len()).unwrap_or(u8::MAX);
        around.push(q.outer.end);
    }
    if let Some(first) = found.first_mut() {
        let leads = text.get(..first.outer.start as usize).is_some_and(|s| s.trim().is_empty());
        first.continues = leads && left_open == Some(first.style);
    }
    found
}

fn single(style: QuotationStyle) -> bool {
    matches!(style, QuotationStyle::Single | QuotationStyle::StraightSingle)
}

fn finish(block: u32, o: &Open, inner_end: usize, outer_end: usize, closed: bool) -> Quotation {
    Quotation {
        outer: super::Span::new(block, o.outer, outer_end),
        inner: super::Span::new(block, o.inner, inner_end),
        style: o.style,
        depth: 0,
        closed,
        continues: false,
    }
}

/// What closes a quotation that was opened by a closing mark, as Swedish and Finnish have it and broken typography.
const SAME: &[&str] = &["”"];

/// A mark of direction or joining that is not seen; posts that are pasted into a page begin with one.
fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn may_open(mark: &str, prev: Option<char>, next: Option<char>) -> Option<(QuotationStyle, &'static [&'static str])> {
    use QuotationStyle::*;
    let free = prev.is_none_or(|p| !p.is_alphanumeric() && !matches!(p, '.' | ',' | '!' | '?' | ')' | ']' | ';' | '%'));
    let filled = next.is_some_and(|n| !n.is_whitespace());
    match mark {
        "“" | "‟" => Some((Curly, &["”", "\""])),
        "”" if filled && prev.is_none_or(|p| p.is_whitespace() || invisible(p) || matches!(p, '(' | '[')) => {
            Some((Curly, SAME))
        }
        "„" => Some((Curly, &["“", "”", "\""])),
        "«" => Some((Guillemets, &["»"])),
        "»" if free && filled => Some((Guillemets, &["«"])),
        "‹" => Some((Single, &["›"])),
        "‚" if free && filled => Some((Single, &["‘", "’"])),
        "\"" if free && filled => Some((Straight, &["\"", "”"])),
        "``" => Some((Straight, &["''", "\""])),
        "''" if free && filled => Some((Straight, &["''"])),
        "‘" if free && next.is_some_and(|n| n.is_alphanumeric() || matches!(n, '“' | '…' | '[' | '£' | '$')) => {
            Some((Single, &["’", "'"]))
        }
        "'" | "`" if free && next.is_some_and(|n| n.is_alphabetic() || matches!(n, '"' | '[')) => {
            Some((StraightSingle, &["'"]))
        }
        _ => None,
    }
}

/// Whether `mark`, which could close `o`, does. An apostrophe closes a single quotation only at the end of a word, and,
/// after a plural's `s`, only if no better closing mark follows in the block.
fn may_close(o: &Open, mark: &str, prev: Option<char>, next: Option<char>, text: &str, after: usize) -> bool {
    if !single(o.style) {
        // A straight mark before a word and after a space opens another one rather than closing this.
        return mark != "\"" || prev.is_none_or(|p| !p.is_whitespace()) || next.is_none_or(char::is_whitespace);
    }
    if next.is_some_and(char::is_alphanumeric) || prev.is_none_or(char::is_whitespace) {
        return false;
    }
    if prev == Some('s') && next.is_some_and(char::is_whitespace) {
        // “the workers’ pay was ‘cut’”: look a sentence ahead, and no further, so that cost stays linear.
        let ahead: String = text.get(after..).unwrap_or("").chars().take(240).collect();
        let better = ahead.char_indices().any(|(i, c)| {
            matches!(c, '’' | '\'')
                && ahead.get(..i).is_some_and(|s| s.ends_with(['.', ',', '!', '?']))
                && ahead.get(i + c.len_utf8()..).is_some_and(|s| !s.starts_with(char::is_alphanumeric))
                && !ahead.get(..i).is_some_and(|s| s.contains(['‘', '\'']))
        });
        return !better;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        quotations(0, text, None).iter().map(|q| q.inner.of(text)).collect()
    }

    #[test]
    fn every_style_of_quotation_is_found() {
        for (text, want) in [
            ("“We know,” she said. “All of it.”", vec!["We know,", "All of it."]),
            ("\"We know,\" she said, \"all of it.\"", vec!["We know,", "all of it."]),
            ("« Nous savons », dit-elle.", vec![" Nous savons "]),
            ("„Wir wissen das“, sagte sie.", vec!["Wir wissen das"]),
            ("»Wir wissen das«, sagte sie.", vec!["Wir wissen das"]),
            ("``We know,'' she said.", vec!["We know,"]),
            ("'We know,' she said of the workers' pay.", vec!["We know,"]),
            ("‘It’s the workers’ pay,’ she said.", vec!["It’s the workers’ pay,"]),
            ("”We know,” she said. (”All of it.”)", vec!["We know,", "All of it."]),
            ("it was closed.” She left, ”and then", vec![]),
            ("“We know. ” She left.", vec!["We know. "]),
            ("“He said ‘no’ twice,” she said.", vec!["He said ‘no’ twice,", "no"]),
            ("It's Assange's, isn't it?", vec![]),
            ("a 6'2\" man and a 5\" pipe", vec![]),
            ("He called it \"a mess.\" She did not.", vec!["a mess."]),
            ("rock 'n' roll in the '90s", vec!["n"]),
        ] {
            assert_eq!(inner(text), want, "{text}");
        }
    }

    #[test]
    fn a_quotation_runs_on_over_paragraphs() {
        let first = "She wrote: “We were told nothing.";
        let second = "“Nobody came,” she added.";
        let open = quotations(0, first, None);
        assert_eq!(open.len(), 1);
        assert!(!open[0].closed);
        let next = quotations(1, second, Some(open[0].style));
        assert!(next[0].continues && next[0].closed);
    }

    #[test]
    fn a_page_of_marks_costs_no_more_than_its_length() {
        let text = "“‘\"".repeat(100_000);
        assert!(quotations(0, &text, None).len() <= 200_000);
    }
}
