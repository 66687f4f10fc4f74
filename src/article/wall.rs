//! Whether only a part of the text was handed in, the rest being behind a wall.

use super::metadata::{Metadata, squash};
use crate::page::Block;

/// A body shorter than this share of the stated number of words is a part of it.
const SHARE: f32 = 0.6;
/// A metered page with fewer words of body than this, and no stated number, shows a teaser.
const TEASER: usize = 120;

/// What sites say where the text stops; squashed.
const STOPS: &str = "subscribe to continue;subscribe to read;subscribe now to read;to continue reading;continue reading with;\
     to read the full story;to read this article;sign in to read;log in to read;register to read;already a subscriber;\
     this article is for subscribers;for subscribers only;keep reading with a;unlock this article;weiterlesen mit;\
     jetzt weiterlesen;um weiterzulesen;artikel freischalten;mit plus lesen;nur für abonnenten;article est réservé aux abonnés;\
     pour lire la suite;la suite est réservée;il vous reste;para seguir leyendo;solo para suscriptores;\
     contenido exclusivo para suscriptores;per continuare a leggere;contenuto riservato agli abbonati;\
     om verder te lezen;log ind for at læse;logg inn for å lese;logga in för att läsa;för att läsa vidare;この記事は有料;\
     この記事は会員限定;続きをお読み;dla subskrybentów;para continuar lendo;exclusivo para assinantes";

/// Judges by the declared wall, the declared number of words beside those of the body, and what the page says where the text stops.
pub(super) fn is_partial(metadata: &Metadata, blocks: &[Block], body: &[u32], words: usize) -> bool {
    let short = metadata.words.is_some_and(|stated| stated >= 80 && (words as f32) < SHARE * stated as f32);
    if metadata.metered && (short || (metadata.words.is_none() && words < TEASER)) {
        return true;
    }
    // A stop sign counts if it stands right after the body, or within it.
    let last = body.last().map_or(0, |at| *at as usize);
    let stop = blocks.iter().skip(last.saturating_sub(2)).take(8).any(is_stop);
    stop && (short || metadata.metered || words < 3 * TEASER)
}

/// Whether a block says that the text stops here, and is none of it.
pub(super) fn is_stop(block: &Block) -> bool {
    let text = if block.text.len() < 400 { squash(&block.text) } else { String::new() };
    STOPS.split(';').any(|stop| text.contains(stop))
}
