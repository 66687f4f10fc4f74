//! Every chore of the project: `cargo xtask run | test | package | bench | serve | pages | build`.

mod build;
mod check;
mod demo;
mod package;
mod setup;
mod tool;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask COMMAND

  run       Build the extension and open a real browser with it on a made-up news story.
              --browser firefox|chromium   which one (default: chromium, else firefox)
              --story FILE                 read this story instead (HTML, Markdown or text) …
              --original FILE              … which rewrites this report
              --headless --screenshot PNG  no window: take a picture of what the reader sees, and end
              --dark                       as a reader who prefers dark pages
  test      Everything that is checked: formatting, lints, documentation, native tests, types, the store's linter,
            and the real extension in Chromium and Firefox.
              --only NAME                  one step: fmt, clippy, doc, native, size, types, lint, browser
              --browser firefox|chromium   browser tests in one browser only
              FILTER                       browser tests whose file name contains this
  package   Write dist/firsthand-chrome.zip and dist/firsthand-firefox.xpi.
  build     Write target/extension/chromium and target/extension/firefox, to be loaded unpacked.
  serve     Serve the playground and the two made-up news sites on loopback.
              --port N                     (default: 8600)
  bench     Time the core natively and in the browser, beside Readability.
  pages     Open every page of a folder of HTML files, or of a .jsonl.gz set, with the extension
            on, and report what it broke.
              PATH …                       the folder or set
              --limit N                    the first N pages only
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// `Ok(false)`: the chore was done and what it looked at is not as it should be.
fn dispatch() -> Result<bool> {
    let mut args = lexopt::Parser::from_env();
    let command = match args.next()? {
        Some(Value(command)) => command.string()?,
        Some(Short('h') | Long("help")) | None => {
            print!("{HELP}");
            return Ok(true);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    let rest = Rest::parse(&mut args)?;
    if rest.help {
        print!("{HELP}");
        return Ok(true);
    }
    match command.as_str() {
        "run" => demo::run(&rest),
        "serve" => demo::serve(&rest),
        "test" => check::test(&rest),
        "bench" => check::bench(&rest),
        "pages" => check::pages(&rest),
        "package" => package::package().map(|()| true),
        "build" => build::extension().and_then(|()| build::within_limit()).map(|()| true),
        other => bail!("there is no command `{other}`; `cargo xtask --help` lists them"),
    }
}

/// What may follow a command.
#[derive(Debug, Default)]
struct Rest {
    help: bool,
    browser: Option<String>,
    story: Option<PathBuf>,
    original: Option<PathBuf>,
    headless: bool,
    dark: bool,
    screenshot: Option<PathBuf>,
    only: Option<String>,
    port: Option<u16>,
    limit: Option<u32>,
    words: Vec<OsString>,
}

impl Rest {
    fn parse(args: &mut lexopt::Parser) -> Result<Self> {
        let mut rest = Self::default();
        while let Some(arg) = args.next()? {
            match arg {
                Short('h') | Long("help") => rest.help = true,
                Long("browser") => {
                    let name = args.value()?.string()?;
                    if !matches!(name.as_str(), "firefox" | "chromium") {
                        bail!("--browser is firefox or chromium, not `{name}`");
                    }
                    rest.browser = Some(name);
                }
                Long("story") => rest.story = Some(args.value()?.into()),
                Long("original") => rest.original = Some(args.value()?.into()),
                Long("headless") => rest.headless = true,
                Long("dark") => rest.dark = true,
                Long("screenshot") => rest.screenshot = Some(args.value()?.into()),
                Long("only") => rest.only = Some(args.value()?.string()?),
                Long("port") => rest.port = Some(args.value()?.parse()?),
                Long("limit") => rest.limit = Some(args.value()?.parse()?),
                Value(word) => rest.words.push(word),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(rest)
    }
}
