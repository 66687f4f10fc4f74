//! The command line.

#[path = "firsthand/document.rs"]
mod document;
#[path = "firsthand/extract.rs"]
mod extract;
#[path = "firsthand/json_lines.rs"]
mod json_lines;
#[path = "firsthand/read.rs"]
mod read;
#[path = "firsthand/terminal.rs"]
mod terminal;

use lexopt::prelude::*;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "\
firsthand shows which report a page rewrites, sentence by sentence, and what only its writer stands behind.

usage: firsthand read PAGE [--original FILE]... [--library FILE]   a report to read
       firsthand read PAGE [...] --json                            the same as JSON
       firsthand read --jsonl [--library FILE]                     JSON lines in, JSON lines out
       firsthand extract PAGE                                      the article's text and facts
       firsthand extract --jsonl | --features                      --features: what training/body/train.py learns from

PAGE and FILE are HTML (.html, .htm), Markdown with or without front matter (.md) or plain text; - is standard input.
  --original FILE  compare with this original; may be given several times
  --library FILE   known originals: one JSON object a line, {\"id\", \"url\"?, \"title\"?, \"published\"?, \"text\" | \"html\"}
  --more           list characterizations below the default threshold too
  --color WHEN     auto (default), always or never
  --help, --version

The exit status is 0, or 1 after an error.";

/// What went wrong, for a person.
type Failure = Box<dyn std::error::Error>;

#[derive(Default)]
struct Arguments {
    command: Option<String>,
    page: Option<PathBuf>,
    originals: Vec<PathBuf>,
    library: Option<PathBuf>,
    jsonl: bool,
    features: bool,
    json: bool,
    more: bool,
    color: Option<bool>,
}

fn main() -> ExitCode {
    match arguments().and_then(|a| a.map_or(Ok(()), run)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whoever reads has seen enough, as `head` has after ten lines, and need not be told.
            if error.downcast_ref::<io::Error>().is_none_or(|e| e.kind() != io::ErrorKind::BrokenPipe) {
                complain(&*error);
            }
            ExitCode::FAILURE
        }
    }
}

/// Prints a line; unlike `println`, it does not panic when nobody reads.
fn say(text: impl Display) -> io::Result<()> {
    writeln!(io::stdout(), "{text}")
}

fn complain(error: &dyn Display) {
    eprintln!("firsthand: {error}");
}

fn arguments() -> Result<Option<Arguments>, Failure> {
    let mut given = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => {
                say(HELP)?;
                return Ok(None);
            }
            Long("version") | Short('V') => {
                say(concat!("firsthand ", env!("CARGO_PKG_VERSION")))?;
                return Ok(None);
            }
            Long("original") => given.originals.push(parser.value()?.into()),
            Long("library") => given.library = Some(parser.value()?.into()),
            Long("jsonl") => given.jsonl = true,
            Long("features") => given.features = true,
            Long("json") => given.json = true,
            Long("more") => given.more = true,
            Long("color") => {
                given.color = match parser.value()?.to_string_lossy().as_ref() {
                    "always" => Some(true),
                    "never" => Some(false),
                    "auto" => None,
                    other => return Err(format!("--color is auto, always or never, not {other}").into()),
                }
            }
            Value(word) if given.command.is_none() => given.command = Some(word.string()?),
            Value(path) if given.page.is_none() => given.page = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(given))
}

fn run(given: Arguments) -> Result<(), Failure> {
    let color = given.color.unwrap_or_else(|| io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none());
    match (given.command.as_deref(), &given.page) {
        (Some("read"), None) if given.jsonl => read::lines(given.library.as_deref(), given.more),
        (Some("read"), Some(page)) if !given.jsonl => {
            let (page, report) = read::file(page, &given.originals, given.library.as_deref(), given.more)?;
            if given.json {
                return Ok(say(serde_json::to_string_pretty(&report)?)?);
            }
            Ok(terminal::print(&page, &report, color)?)
        }
        (Some("extract"), None) if given.features => Ok(extract::features()?),
        (Some("extract"), None) if given.jsonl => Ok(extract::lines()?),
        (Some("extract"), Some(page)) if !given.jsonl => Ok(extract::file(page)?),
        (Some("read" | "extract"), _) => Err("name a PAGE, or give --jsonl; see firsthand --help".into()),
        (Some(other), _) => Err(format!("there is no command {other}; see firsthand --help").into()),
        (None, _) => Err("name a command; see firsthand --help".into()),
    }
}
