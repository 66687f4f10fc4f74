//! `extension/types/core.d.ts`, which the shell is checked against, says what serde writes.

use crate::{page, report};
use std::{fmt::Write as _, fs, path::Path};
use ts_rs::{Config, TS};

const FILE: &str = "extension/types/core.d.ts";

const HEAD: &str = "\
// Generated from src/page.rs and src/report.rs. Do not edit; after a change there:
//     FIRSTHAND_BLESS=1 cargo test --lib declarations
// Offsets are UTF-16 code units.
";

fn add<T: TS>(file: &mut String, cfg: &Config) {
    file.push('\n');
    if let Some(docs) = T::docs() {
        file.push_str(&docs);
    }
    writeln!(file, "export {}", T::decl(cfg)).unwrap();
}

/// Every type that crosses, in the order of the two files.
fn declarations() -> String {
    let cfg = Config::default().with_large_int("number");
    let mut file = HEAD.to_owned();
    macro_rules! all { ($($type:ty),+ $(,)?) => { $( add::<$type>(&mut file, &cfg); )+ } }
    all![
        page::Page,
        page::Block,
        page::Link,
        page::Element,
        page::Head,
        page::Meta,
        page::Original,
        report::Report,
        report::Finding,
        report::Span,
        report::Article,
        report::ArticleBlock,
        report::Credit,
        report::Relation,
        report::Source,
        report::TraceKind,
        report::Trace,
        report::AlteredKind,
        report::Altered,
        report::LeftOutWhy,
        report::LeftOut,
        report::AttributionKind,
        report::Attribution,
        report::CharacterizationKind,
        report::Characterization,
        report::Nearest,
        report::Quiet,
        report::SentenceKind,
        report::OutlineSentence,
        report::Counts,
        report::Gap,
    ];
    file.lines().fold(String::new(), |mut out, line| {
        out.push_str(line.trim_end());
        out.push('\n');
        out
    })
}

#[test]
fn the_shell_is_checked_against_the_types_that_cross() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let wanted = declarations();
    if std::env::var_os("FIRSTHAND_BLESS").is_some() {
        fs::write(&path, &wanted).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "{FILE} is not what the types say. Write it anew with: FIRSTHAND_BLESS=1 cargo test --lib declarations"
    );
}
