//! The section, and whether the page calls itself opinion.

use super::{Sources, line, squash};
use crate::article::elements::ancestors;
use crate::article::url;
use crate::page::Block;
use crate::text::WordList;

/// A list of more links than this is a menu; a breadcrumb has fewer.
const CRUMBS: usize = 4;
/// So many blocks before and after are looked at for others of the list.
const REACH: usize = 12;
/// A list is looked for so many steps up.
const DEPTH: usize = 4;

impl Sources<'_> {
    /// The section of the site, as JSON-LD or `<meta>` name it.
    pub(super) fn section(&self) -> Option<String> {
        let declared = self.facts.sections.iter().map(String::as_str).find(|section| !section.is_empty());
        declared
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
        // What a firm has to sell is no opinion for standing under "Perspectives".
        let in_news = |label: &String| self.facts.news || !VAGUE.has(&label.to_lowercase());
        section
            .and_then(labelled)
            .or_else(|| self.facts.sections.iter().find_map(|section| labelled(section)))
            .or_else(|| {
                // "Opinion: Storms are good", "Storms are good | Opinion | The Herald".
                let block = headline.and_then(|at| self.blocks.get(at)).map(|block| block.text.as_str());
                let titles = [title, block, self.meta(&["og:title"]), self.head.title.as_deref()];
                titles.into_iter().flatten().find_map(|title| {
                    let title = title.replace(" - ", "|");
                    title.split(['|', '–', '—']).find_map(|part| labelled(part.split(':').next()?))
                })
            })
            .or_else(|| {
                // A kicker right above the headline.
                let at = headline?;
                (at.saturating_sub(3)..at).rev().find_map(|at| {
                    labelled(&self.blocks.get(at)?.text).filter(|label| in_news(label) && !self.in_menu(at))
                })
            })
            .or_else(|| {
                let address = self.page.url.as_deref()?.to_lowercase();
                let mut folders: Vec<&str> = url::path(&address).split('/').collect();
                folders.pop();
                // `opinion.herald.test` is a folder by another name.
                folders.extend(address.split("://").nth(1).and_then(|rest| rest.split('.').next()));
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

    /// Whether a block is one of many in a list, as the sections in a menu are, and says nothing of this page.
    fn in_menu(&self, at: usize) -> bool {
        let list = |block: &Block| {
            let is_list = |at: &usize| {
                self.elements.get(*at).is_some_and(|element| matches!(element.tag.as_str(), "ul" | "ol" | "nav"))
            };
            ancestors(self.elements, block.element? as usize).take(DEPTH).find(is_list)
        };
        let around = self.blocks.iter().skip(at.saturating_sub(REACH)).take(2 * REACH);
        self.blocks.get(at).and_then(list).is_some_and(|own| {
            around.filter(|block| !block.links.is_empty() && list(block) == Some(own)).count() > CRUMBS
        })
    }
}

/// Those of them that companies use as well.
const VAGUE: WordList = WordList("perspective perspectives viewpoint viewpoints ideas voices");

/// What sections and labels of opinion are called; squashed.
const OPINION: &str = "opinion;opinions;op ed;oped;op eds;editorial;editorials;commentary;comment;commentisfree;comment is free;column;columns;\
     columnist;columnists;guest column;guest columnist;guest commentary;viewpoint;viewpoints;perspective;perspectives;guest essay;letters;letters to the editor;\
     voices;ideas;analysis and opinion;meinung;meinungen;kommentar;kommentare;kolumne;kolumnen;leitartikel;gastbeitrag;\
     debatte;tribune;tribunes;idées;débats;éditorial;editoriale;opinione;opinioni;opinión;opinion es;columnas;tribuna;\
     opinião;opiniao;colunas;colunistas;mening;opinie;column nl;debatt;debat;ledare;leder;kronikk;krönika;kolumni;\
     pääkirjoitus;mielipide;publicystyka;felieton;komentář;komentáře;názory;yazarlar;köşe yazısı;görüş;мнение;мнения;\
     колонка;думка;погляди;vélemény;opinii;社説;オピニオン;사설;오피니언;评论;社论;觀點;رأي;آراء;דעות;γνώμη;απόψεις";
