//! Names of outlets: which words are one, and whether a name and a host belong together.

use crate::article::url;
use crate::text::WordList;

/// Outlets and agencies whose names give no hint that they are one. Names that carry a word of [`NEWS_WORDS`] need no
/// entry. In lower case, as [`crate::text::Prose::form`] has them, without "the".
const KNOWN: &[&str] = &[
    "abc",
    "afp",
    "agence france presse",
    "al jazeera",
    "ap",
    "associated press",
    "axios",
    "bbc",
    "bild",
    "billboard",
    "bloomberg",
    "business insider",
    "buzzfeed",
    "cbc",
    "cbs",
    "cnbc",
    "cnn",
    "corriere della sera",
    "daily beast",
    "deadline",
    "der spiegel",
    "deutsche welle",
    "die zeit",
    "dpa",
    "economist",
    "el país",
    "engadget",
    "espn",
    "foreign affairs",
    "foreign policy",
    "fortune",
    "gizmodo",
    "haaretz",
    "huffington post",
    "huffpost",
    "intercept",
    "itv",
    "kyodo",
    "lancet",
    "le figaro",
    "le monde",
    "mother jones",
    "msnbc",
    "nature",
    "nbc",
    "new scientist",
    "new yorker",
    "newsweek",
    "npr",
    "pbs",
    "politico",
    "press association",
    "propublica",
    "quartz",
    "reuters",
    "rolling stone",
    "semafor",
    "sky",
    "slate",
    "süddeutsche zeitung",
    "talking points memo",
    "techcrunch",
    "tmz",
    "univision",
    "upi",
    "vanity fair",
    "variety",
    "verge",
    "vice",
    "vox",
    "wired",
    "wsj",
    "xinhua",
];

/// Words that a name has only if it is a paper's, a magazine's, a station's or an agency's.
const NEWS_WORDS: WordList = WordList(
    "advertiser atlantic bulletin chronicle courier daily dispatch echo enquirer examiner gazette guardian herald \
     independent inquirer journal ledger magazine mail mercury monitor news newspaper observer post press radio \
     record register reporter review sentinel standard star sun telegraph times today tribune tv weekly",
);

/// Plurals that a name ends in only if it names nobody: “news agencies”, “local media outlets”.
const NOBODY: WordList =
    WordList("agencies channels magazines media newspapers outlets papers reports services sources stations websites");

/// Agencies whose copy other papers carry under a byline or a dateline.
const AGENCIES: &[&str] = &[
    "afp",
    "agence france presse",
    "ap",
    "associated press",
    "bloomberg",
    "dpa",
    "kyodo",
    "pa",
    "pa media",
    "press association",
    "reuters",
    "tass",
    "upi",
    "xinhua",
];

/// Hosts (registered names) where people post and look things up: a link there is no report.
const NOT_OUTLETS: WordList = WordList(
    "amazon.com bsky.app change.org docs.google.com facebook.com flickr.com gettyimages.com gofundme.com google.com \
     imdb.com instagram.com linkedin.com mastodon.social pinterest.com quora.com reddit.com snapchat.com \
     spotify.com threads.net tiktok.com tumblr.com twitter.com whatsapp.com wikimedia.org wikipedia.org x.com \
     youtu.be youtube.com",
);

/// Whether `name` (lower case, without "the") is an outlet's beyond doubt.
pub fn is_outlet(name: &str) -> bool {
    let name = bare(name);
    if name.rsplit(' ').next().is_some_and(|last| NOBODY.has(last)) {
        return false;
    }
    KNOWN.binary_search(&name).is_ok()
        || KNOWN.iter().any(|k| name.strip_prefix(k).is_some_and(|rest| rest.trim() == "news"))
        || (name.contains(' ') && name.split(' ').any(|w| NEWS_WORDS.has(w)))
}

/// What a host may add to an outlet's name of one word. Anything else makes it another name: the town of Harrow is not the Harrow Courier.
const SUFFIXES: WordList =
    WordList("blog daily digital hq live mag magazine media news online radio today tv uk us usa world");

/// Whether `name` is a news agency's.
pub fn is_agency(name: &str) -> bool {
    AGENCIES.binary_search(&bare(name)).is_ok()
}

/// Whether a link to this registered name can be a link to a report at all.
pub fn can_report(site: &str) -> bool {
    !NOT_OUTLETS.has(site)
}

fn bare(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

/// Whether the outlet called `name` at the registered name `site` has a “The” of its own: `theguardian.com`.
pub fn has_article(site: &str, name: &str) -> bool {
    site.starts_with("the") && !name.get(..3).is_some_and(|s| s.eq_ignore_ascii_case("the")) && named_after(site, name)
}

/// Whether `name` and the registered name `site` (`foreignpolicy.com`) are the same outlet's ([`Name::stands_at`]).
pub fn named_after(site: &str, name: &str) -> bool {
    Name::new(name).stands_at(site)
}

/// A name as a page has it, with or without “the”, taken apart once to be held against many others.
pub struct Name {
    /// In lower case, without “the”.
    lower: String,
    /// Its letters; the first of each word; the same with the last word in full.
    whole: String,
    initials: String,
    short: String,
}

impl Name {
    /// Takes `name` apart.
    pub fn new(name: &str) -> Name {
        let lower = name.to_lowercase();
        let lower = bare(&lower).to_owned();
        let mut name = Name { lower, whole: String::new(), initials: String::new(), short: String::new() };
        let words: Vec<&str> = words(&name.lower).collect();
        name.whole = words.concat();
        name.initials = words.iter().filter_map(|w| w.chars().next()).collect();
        if let [first @ .., last] = words.as_slice() {
            name.short = first.iter().filter_map(|w| w.chars().next()).collect::<String>() + last;
        }
        name
    }

    /// In lower case, without “the”.
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// Whether it is the name of the outlet at the registered name `site` (`foreignpolicy.com`): the label is the name's letters, its
    /// initials, or its initials followed by its last word in full (`nytimes`).
    pub fn stands_at(&self, site: &str) -> bool {
        let label: String = site.split('.').next().unwrap_or(site).chars().filter(|c| c.is_alphanumeric()).collect();
        if self.whole.is_empty() || label.len() < 2 {
            return false;
        }
        let whole = self.whole.as_str();
        let several = || words(&self.lower).nth(1).is_some();
        let is = |label: &str| label == whole || label == self.short;
        is(&label)
            || label.strip_prefix("the").is_some_and(is)
            || label == self.initials && several()
            || label.strip_suffix("news") == Some(whole)
            || whole.len() >= 4 && label.strip_prefix(whole).is_some_and(|rest| several() || SUFFIXES.has(rest))
            || label.len() >= 5 && starts_with_words(words(&self.lower), &label)
    }

    /// Whether it is what one calls the outlet at the registered name `site` for short, after “the”: the last word of a paper's name,
    /// where that is a word that only papers have.
    pub fn is_short_for(&self, site: &str) -> bool {
        let label = site.split('.').next().unwrap_or(site);
        NEWS_WORDS.has(&self.lower) && label.len() > self.lower.len() && label.ends_with(&self.lower)
    }
}

/// The words of a name in lower case, without a possessive's “s”.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "s")
}

/// An outlet as a page calls it.
#[derive(Default)]
pub struct Called {
    /// Its names in lower case, each once.
    names: Vec<String>,
    /// The registered name of its address.
    site: Option<String>,
}

impl Called {
    /// An outlet whose name is not known yet.
    pub fn at(address: Option<&str>) -> Called {
        Called { names: Vec::new(), site: address.and_then(url::site) }
    }

    /// It is called `name` as well.
    pub fn add(&mut self, name: &str) {
        let name = name.to_lowercase();
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    /// Whether `name` means this outlet: it is one of its names, the last word of one for short (“the Courier”), or the name that its
    /// address stands for.
    pub fn answers_to(&self, name: &Name) -> bool {
        let kin = |site: &String| name.stands_at(site) || name.is_short_for(site);
        self.names.contains(&name.lower) || self.names.iter().chain(&self.site).any(kin)
    }
}

/// Whether the registered name `site` is beyond doubt another outlet's than that called `name`. An agency's copy stands on any paper's
/// site, but on no other agency's.
pub fn is_of_another(site: &str, name: &Name) -> bool {
    let others = if is_agency(&name.lower) { AGENCIES } else { KNOWN };
    is_outlet(&name.lower) && !name.stands_at(site) && others.iter().any(|other| named_after(site, other))
}

/// Whether the first of `words`, put together, are `label`: `tidewater` of “Tidewater Ledger”, but not `syria` of “Syrian”.
fn starts_with_words<'n>(words: impl Iterator<Item = &'n str>, label: &str) -> bool {
    let mut rest = label;
    for word in words {
        match rest.strip_prefix(word) {
            Some("") => return true,
            Some(left) => rest = left,
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in [KNOWN, AGENCIES] {
            let mut sorted = list.to_vec();
            sorted.sort_unstable();
            assert_eq!(list, sorted);
        }
    }

    #[test]
    fn names_and_hosts_are_matched() {
        for (site, name, want) in [
            ("foreignpolicy.com", "Foreign Policy", true),
            ("nytimes.com", "The New York Times", true),
            ("wsj.com", "Wall Street Journal", true),
            ("bbc.co.uk", "BBC", true),
            ("theguardian.com", "the Guardian", true),
            ("tidewaterledger.example", "The Tidewater Ledger", true),
            ("apnews.com", "AP", true),
            ("washingtonpost.com", "Washington Post", true),
            ("foreignpolicy.com", "Foreign Affairs", false),
            ("bbc.co.uk", "Buzzline", false),
            ("t.co", "The", false),
            ("harrowvalleycourier.example", "Harrow Valley", true),
            ("harrowcourier.example", "Harrow", false),
            ("washingtonpost.com", "Washington", false),
            ("wiredmagazine.example", "Wired", true),
            ("tidewater.example", "Tidewater Ledger", true),
            ("merrow.example", "Merrower", false),
        ] {
            assert_eq!(named_after(site, name), want, "{site} {name}");
        }
    }
}
