//! Which of two texts is the original.

use crate::text::dates::Day;

/// What is known of one of the two documents.
#[derive(Debug, Clone, Copy, Default)]
pub struct Party<'a> {
    /// Its address, as [`url::key`](crate::article::url::key) writes it.
    pub url: Option<&'a str>,
    /// The name of its outlet.
    pub site: Option<&'a str>,
    /// ISO 8601.
    pub published: Option<&'a str>,
    /// Its body, block by block.
    pub blocks: &'a [&'a str],
    /// Addresses that its body links to, written likewise.
    pub links: &'a [String],
    /// Names of the outlets that it credits, as the page's credits have them.
    pub credits: &'a [&'a str],
}

/// Which was taken from which, if anything shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Direction {
    /// The page was taken from the other, or nothing speaks against it.
    #[default]
    FromOriginal,
    /// The other was taken from the page: the page is the original.
    ToCopy,
}

/// How sure a credit, a link or a date makes us. A credit outweighs a date, since pages are dated anew when they are
/// edited; a link to the very page outweighs a link to its site, which may be to anything.
const CREDIT: i32 = 4;
const LINK_TO_PAGE: i32 = 4;
const LINK_TO_SITE: i32 = 1;
const EARLIER_BY_DAYS: i32 = 3;
const EARLIER_THAT_DAY: i32 = 1;
/// From this balance on the page is the original: the least thing that speaks for it, where nothing speaks against it.
const LEAST: i32 = 1;

/// Whether `page` was taken from `other` or `other` from `page`.
///
/// Without evidence the other, which somebody knew as an original, counts as the original. A page that speaks of itself
/// as the source (“told the Ledger”, on the Ledger's own site) credits nobody by it.
pub fn direction(page: &Party, other: &Party) -> Direction {
    let balance = credits(page, other) - credits(other, page) + earlier(page, other);
    if balance <= -LEAST { Direction::ToCopy } else { Direction::FromOriginal }
}

/// How strongly `this` says that it was taken from `that`.
fn credits(this: &Party, that: &Party) -> i32 {
    let mut strength = 0;
    if let Some(url) = that.url {
        let same_site = this.url.is_some_and(|u| host(u) == host(url));
        if this.links.iter().any(|l| l == url) {
            strength += LINK_TO_PAGE;
        } else if !same_site && this.links.iter().any(|l| host(l) == host(url)) {
            strength += LINK_TO_SITE;
        }
    }
    if let Some(outlet) = that.site.map(plain).filter(|s| s.len() > 2)
        && this.site.map(plain).as_deref() != Some(&outlet)
        && (this.credits.iter().any(|c| plain(c) == outlet) || this.blocks.iter().any(|b| says(b, &outlet)))
    {
        strength += CREDIT;
    }
    strength
}

/// Positive if `other` was published first, negative if `page` was.
fn earlier(page: &Party, other: &Party) -> i32 {
    let (Some(a), Some(b)) = (page.published, other.published) else { return 0 };
    let (Some(day_a), Some(day_b)) = (Day::parse(a), Day::parse(b)) else { return 0 };
    let days = day_a.number() - day_b.number();
    match days {
        // Zones and midnight make neighbouring days uncertain.
        2.. => EARLIER_BY_DAYS,
        ..=-2 => -EARLIER_BY_DAYS,
        1 | -1 => days.signum() * EARLIER_THAT_DAY,
        _ => match (instant(a), instant(b)) {
            (Some(x), Some(y)) if (x - y).abs() >= 30 => (x - y).signum() * EARLIER_THAT_DAY,
            _ => 0,
        },
    }
}

/// Minutes since 1970 in UTC, where the time and its zone are given.
fn instant(iso: &str) -> Option<i32> {
    let day = Day::parse(iso)?.number();
    let time = iso.trim().get(10..)?.strip_prefix(['T', ' '])?;
    let (hour, minute) = (time.get(..2)?.parse::<i32>().ok()?, time.get(3..5)?.parse::<i32>().ok()?);
    let zone = time.get(5..)?.trim_start_matches(|c: char| c == ':' || c == '.' || c.is_ascii_digit());
    let offset = if zone == "Z" {
        0
    } else {
        let sign = if zone.starts_with('-') { -1 } else { 1 };
        let digits: String = zone.chars().filter(char::is_ascii_digit).take(4).collect();
        let (h, m) = digits.split_at_checked(2)?;
        sign * (h.parse::<i32>().ok()? * 60 + m.parse::<i32>().unwrap_or(0))
    };
    day.checked_mul(1440)?.checked_add(hour * 60 + minute - offset)
}

/// The host of a key, without its port.
fn host(key: &str) -> &str {
    key.split(':').next().unwrap_or(key)
}

/// An outlet's name for comparison: lower case, without its article.
fn plain(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    lower.strip_suffix(".com").or_else(|| lower.strip_suffix(".org")).unwrap_or(lower).to_owned()
}

/// Whether a block credits `outlet` with a report, in the wordings that papers have for it.
fn says(block: &str, outlet: &str) -> bool {
    const BEFORE: &[&str] = &[
        "first reported by ",
        "reported by ",
        "according to ",
        "reports ",
        "told ",
        "seen by ",
        "reviewed by ",
        "obtained by ",
        "via ",
        "an investigation by ",
        "published by ",
        "interview with ",
        "to ",
        "source: ",
        "h/t ",
        "in ",
    ];
    const AFTER: &[&str] = &[
        " reported",
        " reports",
        " has reported",
        " first reported",
        "’s report",
        "'s report",
        " report",
        " revealed",
        " found that",
        " says in its report",
    ];
    let text = block.to_lowercase();
    let alone = text.trim().trim_matches(['[', ']', '(', ')']) == outlet;
    text.match_indices(outlet).any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + outlet.len()..).unwrap_or(""));
        let of_the_day = ["the ", "today’s ", "today's ", "yesterday’s ", "yesterday's "];
        let before = of_the_day.iter().find_map(|d| before.strip_suffix(d)).unwrap_or(before);
        let bounded = !after.starts_with(char::is_alphanumeric) && !before.ends_with(char::is_alphanumeric);
        // “in” and “to” alone are not enough: “told … in the Ledger”, “according to the Ledger” are listed whole.
        let led = BEFORE.iter().filter(|b| b.len() > 3).any(|b| before.ends_with(b));
        bounded && (led || AFTER.iter().any(|a| after.starts_with(a)) || alone)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::url;

    fn keys(addresses: &[&str]) -> Vec<String> {
        addresses.iter().filter_map(|a| url::key(a)).collect()
    }

    #[test]
    fn the_original_is_never_called_a_rewrite_of_its_copy() {
        let (ledger, blog) = (keys(&["https://ledger.example/2031/harbour"]), keys(&["https://blog.example/p/1"]));
        let (minutes, ledgers) =
            (keys(&["https://port.example/minutes"]), keys(&["http://www.ledger.example/2031/harbour/?utm_source=x"]));
        let ledger = Party {
            url: ledger.first().map(String::as_str),
            site: Some("The Tidewater Ledger"),
            published: Some("2031-05-04T06:00:00Z"),
            blocks: &["The board hid loans, minutes seen by the Tidewater Ledger show.", "“No,” Pike told the Ledger."],
            links: &minutes,
            credits: &[],
        };
        let blog = Party {
            url: blog.first().map(String::as_str),
            site: Some("Harbour Gossip"),
            published: Some("2031-05-04T09:30:00Z"),
            blocks: &["According to a Tidewater Ledger report, the board hid loans."],
            links: &ledgers,
            credits: &["Tidewater Ledger"],
        };
        assert_eq!(direction(&blog, &ledger), Direction::FromOriginal);
        assert_eq!(direction(&ledger, &blog), Direction::ToCopy);
        // A copy that was dated back, or whose date is that of its last edit.
        let edited = Party { published: Some("2031-06-30"), ..ledger };
        assert_eq!(direction(&edited, &blog), Direction::ToCopy);
        // A copy without any credit: dates decide.
        let silent = Party { blocks: &["The board hid loans."], links: &[], credits: &[], ..blog };
        assert_eq!(direction(&ledger, &silent), Direction::ToCopy);
        assert_eq!(direction(&silent, &ledger), Direction::FromOriginal);
    }

    #[test]
    fn every_kind_of_evidence_counts() {
        let (page, elsewhere) = (keys(&["https://a.example/x"]), keys(&["https://a.example/other"]));
        let others = keys(&["https://b.example/y"]);
        let bare = Party { url: page.first().map(String::as_str), site: Some("A Paper"), ..Party::default() };
        let other = Party { url: others.first().map(String::as_str), site: Some("B Times"), ..Party::default() };
        for (page, that, want) in [
            (bare, other, Direction::FromOriginal),
            (bare, Party { links: &page, ..other }, Direction::ToCopy),
            (bare, Party { links: &elsewhere, ..other }, Direction::ToCopy),
            (bare, Party { credits: &["A Paper"], ..other }, Direction::ToCopy),
            (bare, Party { blocks: &["The deal was first reported by A Paper."], ..other }, Direction::ToCopy),
            (bare, Party { blocks: &["She told A Paper that it was so."], ..other }, Direction::ToCopy),
            (bare, Party { blocks: &["“I am finished,” he told today’s A Paper."], ..other }, Direction::ToCopy),
            (bare, Party { blocks: &["He wrote on a paper bag."], ..other }, Direction::FromOriginal),
            (Party { links: &others, ..bare }, Party { links: &page, ..other }, Direction::FromOriginal),
            (
                Party { published: Some("2031-05-04"), ..bare },
                Party { published: Some("2031-05-09"), ..other },
                Direction::ToCopy,
            ),
            (
                Party { published: Some("2031-05-04T23:30:00-04:00"), ..bare },
                Party { published: Some("2031-05-04T09:00:00Z"), ..other },
                Direction::FromOriginal,
            ),
            (
                Party { published: Some("soon"), ..bare },
                Party { published: Some("2031-05-09"), ..other },
                Direction::FromOriginal,
            ),
        ] {
            assert_eq!(direction(&page, &that), want, "{page:?}\n{that:?}");
        }
        // The page credits the other: even if the other is dated later.
        let page = Party { credits: &["B Times"], published: Some("2031-05-04"), ..bare };
        assert_eq!(direction(&page, &Party { published: Some("2031-05-09"), ..other }), Direction::FromOriginal);
    }
}
