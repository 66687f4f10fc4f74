//! The section, and whether the page calls itself opinion.

use super::{Sources, line, squash};
use crate::article::url;

impl Sources<'_> {
    /// The section of the site, as JSON-LD or `<meta>` name it.
    pub(super) fn section(&self) -> Option<String> {
        self.facts
            .section
            .as_deref()
            .or_else(|| {
                self.meta(&[
                    "article:section",
                    "parsely-section",
                    "section",
                    "sailthru.section",
                    "cXenseParse:taxonomy",
                ])
            })
            .map(line)
            .filter(|section| !section.is_empty() && section.chars().count() <= 60 && !section.contains("://"))
    }

    /// What the page calls itself, if it says that it is opinion.
    pub(super) fn opinion(
        &self,
        title: Option<&str>,
        section: Option<&str>,
        headline: Option<usize>,
    ) -> Option<String> {
        let labelled = |text: &str| {
            let squashed = squash(text);
            OPINION.split(';').any(|label| label == squashed).then(|| line(text))
        };
        section
            .and_then(labelled)
            .or_else(|| title.and_then(|title| title.split_once([':', '|']).and_then(|(head, _)| labelled(head))))
            .or_else(|| {
                // A kicker right above the headline.
                let at = headline?;
                let above = self.blocks.get(at.saturating_sub(3)..at)?;
                above.iter().rev().find_map(|block| labelled(&block.text))
            })
            .or_else(|| {
                let path = url::path(self.page.url.as_deref()?).to_lowercase();
                let mut folders: Vec<&str> = path.split('/').collect();
                folders.pop();
                folders.into_iter().find_map(labelled).map(|label| {
                    let mut letters = label.replace('-', " ");
                    if let Some(first) = letters.get_mut(..1) {
                        first.make_ascii_uppercase();
                    }
                    letters
                })
            })
            .or_else(|| self.facts.opinion.then(|| "Opinion".to_owned()))
    }
}

/// What sections and labels of opinion are called; squashed.
const OPINION: &str = "opinion;opinions;op ed;oped;editorial;editorials;commentary;comment;commentisfree;comment is free;column;columns;\
     columnist;columnists;viewpoint;viewpoints;perspective;perspectives;guest essay;letters;letters to the editor;\
     voices;ideas;analysis and opinion;meinung;meinungen;kommentar;kommentare;kolumne;kolumnen;leitartikel;gastbeitrag;\
     debatte;tribune;tribunes;idées;débats;éditorial;editoriale;opinione;opinioni;opinión;opinion es;columnas;tribuna;\
     opinião;opiniao;colunas;colunistas;mening;opinie;column nl;debatt;debat;ledare;leder;kronikk;krönika;kolumni;\
     pääkirjoitus;mielipide;publicystyka;felieton;komentář;komentáře;názory;yazarlar;köşe yazısı;görüş;мнение;мнения;\
     колонка;думка;погляди;vélemény;opinii;社説;オピニオン;사설;오피니언;评论;社论;觀點;رأي;آراء;דעות;γνώμη;απόψεις";
