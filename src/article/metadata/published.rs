//! The day that the page was published on.

use super::title::last_part;
use super::{Sources, begins_with, line};
use crate::article::dates::{self, Order};
use crate::text::WordList;

/// The names of `<meta>` that say when, from the plainest to what only some publishers write, and last a day that may be a later one.
const PUBLISHED: WordList = WordList(
    "article:published_time og:article:published_time article:published datePublished og:published_time \
     parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date published_at \
     date_published cXenseParse:recs:publishtime cXenseParse:publishtime citation_publication_date bt:pubDate \
     DC.date.issued DCTERMS.issued dcterms.created dc.date.created dc.date dcterms.date date dateCreated \
     article_date_original rnews:datePublished originalpublicationdate og:pubdate displaydate ptime \
     published published-date lastmodifieddate creation_date",
);

/// What a line begins with that says when the page was published.
const LABELS: WordList = WordList(
    "published posted veröffentlicht erschienen publié publicado publicada pubblicato gepubliceerd opublikowano",
);

/// What a line begins with that says when the page was changed.
const CHANGED: WordList =
    WordList("updated last aktualisiert stand actualizado actualizada mis aggiornato bijgewerkt uppdaterad oppdatert");

impl Sources<'_> {
    /// ISO 8601. What the page declares comes before what it shows, and a later change last.
    pub(super) fn published(&self, lang: Option<&str>, headline: Option<usize>) -> Option<String> {
        let order = Order::of(lang);
        let value = |text: &str| dates::value(text, order);
        self.facts
            .published
            .as_deref()
            .and_then(value)
            .or_else(|| PUBLISHED.words().find_map(|name| self.meta(&[name]).and_then(value)))
            .or_else(|| self.stated("datePublished").find_map(value))
            .or_else(|| self.stated("dateCreated").find_map(value))
            .or_else(|| self.time_element(headline, order))
            .or_else(|| self.date_in_title(order))
            .or_else(|| {
                let visible = self.visible_date(headline, order);
                let address = self.page.url.as_deref().and_then(dates::in_url);
                match (address, visible) {
                    // The same day, but the visible one may have the time.
                    (Some(day), Some(visible)) if visible.starts_with(&day) => Some(visible),
                    (Some(day), _) => Some(day),
                    (None, visible) => visible,
                }
            })
            .or_else(|| self.labelled_date(LABELS, order))
            .or_else(|| {
                self.meta(&["article:modified_time", "dateModified", "og:updated_time", "last-modified"])
                    .and_then(value)
            })
            .or_else(|| self.labelled_date(CHANGED, order))
    }

    /// "Storm hits coast | Herald | 30.06.2025": the last part of the title, if it is a date and nothing more.
    fn date_in_title(&self, order: Order) -> Option<String> {
        [self.head.title.as_deref(), self.meta(&["og:title"])].into_iter().flatten().find_map(|title| {
            let title = line(title);
            let (_, tail) = last_part(&title)?;
            let letters = tail.chars().filter(|c| c.is_alphabetic()).count();
            (letters <= 12).then(|| dates::find(tail, order)).flatten()
        })
    }

    /// `<time>`, if there are few: many are those of a list of other stories.
    fn time_element(&self, headline: Option<usize>, order: Order) -> Option<String> {
        let dated: Vec<String> = self.stated("time").filter_map(|value| dates::value(value, order)).collect();
        let near = self.visible_date(headline, order);
        match (dated.as_slice(), near) {
            ([], _) => None,
            (all, Some(near)) => {
                let day = near.get(..10)?;
                all.iter().find(|date| date.starts_with(day)).cloned()
            }
            ([first, rest @ ..], None) if rest.len() < 3 => Some(first.clone()),
            _ => None,
        }
    }

    /// "Published on 30 June 2025", wherever it stands; the date may be in the block after it.
    fn labelled_date(&self, labels: WordList, order: Order) -> Option<String> {
        let says = |text: &str| text.len() <= 120 && begins_with(text, labels);
        let nexts = self.blocks.iter().skip(1).map(|next| next.text.as_str()).chain([""]);
        self.blocks.iter().zip(nexts).filter(|(block, _)| says(&block.text)).find_map(|(block, next)| {
            let alone = block.text.chars().all(|c| !c.is_numeric()) && next.len() <= 60;
            dates::find(&block.text, order).or_else(|| alone.then(|| dates::find(next, order)).flatten())
        })
    }

    /// A date in a short block near the headline, or one whose class says that it is one.
    fn visible_date(&self, headline: Option<usize>, order: Order) -> Option<String> {
        let from = headline.map_or(0, |at| at.saturating_sub(8));
        let to = headline.map_or(60, |at| at + 20);
        let near = self.blocks.iter().enumerate().take(to).skip(from).filter(|(_, block)| block.text.len() <= 240);
        let mut first = None;
        for (at, block) in near {
            let Some(date) = dates::find(&block.text, order) else {
                continue;
            };
            let hints = self.hints(block).to_ascii_lowercase();
            // A running text that mentions a day is no dateline.
            let marked = ["date", "time", "publi", "meta", "byline"].iter().any(|word| hints.contains(word));
            let short = block.text.chars().count() <= 90;
            if marked || (short && date.contains('T')) {
                return Some(date);
            }
            if short && first.is_none() && headline.is_none_or(|headline| at != headline) {
                first = Some(date);
            }
        }
        first
    }
}
