//! Everything that is checked, and everything that is measured.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::setup::{self, Browser};
use crate::{Rest, build, tool};

/// How many checks went which way.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    fn of(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

type Step = fn(&Rest) -> Result<Tally>;

/// The steps, quickest first, so that a slip is found early.
const STEPS: [(&str, Step); 8] = [
    ("fmt", fmt),
    ("clippy", clippy),
    ("doc", doc),
    ("native", native),
    ("size", size),
    ("types", types),
    ("lint", lint),
    ("browser", browser),
];

/// Runs all steps, or the one that `--only` names, to the end, whatever fails; the last line counts.
pub fn test(rest: &Rest) -> Result<bool> {
    if let Some(only) = &rest.only
        && !STEPS.iter().any(|(name, _)| name == only)
    {
        let names: Vec<_> = STEPS.iter().map(|(name, _)| *name).collect();
        bail!("there is no step `{only}`; there are {}", names.join(", "));
    }
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for (name, step) in STEPS {
        if rest.only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        eprintln!("\n── {name}");
        // A check that cannot run is a check that failed.
        let tally = step(rest).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Tally::of(false)
        });
        lines.push(format!("{name:8} {} passed, {} failed", tally.passed, tally.failed));
        total.add(tally);
    }
    println!("\n{}", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0 && total.passed > 0)
}

fn fmt(_: &Rest) -> Result<Tally> {
    Ok(Tally::of(tool::succeeds(tool::cargo().args(["fmt", "--all", "--check"]))?))
}

fn clippy(_: &Rest) -> Result<Tally> {
    setup::wasm_target()?;
    let mut tally = Tally::of(tool::succeeds(tool::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-Dwarnings",
    ]))?);
    tally.add(Tally::of(tool::succeeds(tool::cargo().args([
        "clippy",
        "--lib",
        "--target=wasm32-unknown-unknown",
        "--no-default-features",
        "--quiet",
        "--",
        "-Dwarnings",
    ]))?));
    Ok(tally)
}

/// The documentation, of private items too: no link that leads nowhere.
fn doc(_: &Rest) -> Result<Tally> {
    Ok(Tally::of(tool::succeeds(
        tool::cargo()
            .args(["doc", "--workspace", "--no-deps", "--quiet", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-Dwarnings"),
    )?))
}

/// Unit, integration and documentation tests of the workspace.
fn native(_: &Rest) -> Result<Tally> {
    let mut command = tool::cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]).stdout(Stdio::piped());
    let mut child = command.spawn().context("cargo test")?;
    let mut tally = Tally::default();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines() {
            let line = line?;
            if let Some(counts) = line.strip_prefix("test result: ") {
                tally.add(counted(counts));
            } else if line.contains("FAILED") || line.contains("panicked") {
                println!("{line}");
            }
        }
    }
    let passed = child.wait()?.success();
    // Tests that do not compile are not in any count.
    if !passed && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// The counts in `ok. 12 passed; 0 failed; 0 ignored; …`.
fn counted(line: &str) -> Tally {
    let number = |what: &str| {
        line.split([';', '.']).find_map(|part| part.trim().strip_suffix(what)?.trim().parse().ok()).unwrap_or(0)
    };
    Tally { passed: number("passed"), failed: number("failed") }
}

/// What the module weighs.
fn size(_: &Rest) -> Result<Tally> {
    setup::node()?;
    build::extension()?;
    build::within_limit()?;
    Ok(Tally::of(true))
}

/// The type checker over everything that is JavaScript.
fn types(_: &Rest) -> Result<Tally> {
    setup::node()?;
    // The declarations of the wasm module are written by its build.
    build::extension()?;
    let mut tally = Tally::default();
    for project in ["extension", "tests/browser", "www"] {
        if tool::root().join(project).join("jsconfig.json").exists() {
            tally.add(Tally::of(tool::succeeds(&mut npx(
                "tsc",
                &["--noEmit", "--project", &format!("{project}/jsconfig.json")],
            ))?));
        }
    }
    Ok(tally)
}

/// The store's own linter over the Firefox package: no error, no warning.
fn lint(_: &Rest) -> Result<Tally> {
    setup::node()?;
    build::extension()?;
    let output =
        npx("web-ext", &["lint", "--no-config-discovery", "--output=json", "--source-dir=target/extension/firefox"])
            .stderr(Stdio::inherit())
            .output()
            .context("web-ext")?;
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).context("the linter's answer")?;
    let list = |what: &str| {
        let list = found.get(what).and_then(serde_json::Value::as_array);
        list.with_context(|| format!("the linter's answer has no {what}"))
    };
    let (errors, warnings) = (list("errors")?, list("warnings")?);
    println!("web-ext lint: {} errors, {} warnings", errors.len(), warnings.len());
    for message in errors.iter().chain(warnings) {
        println!("  {message}");
    }
    Ok(Tally::of(errors.is_empty() && warnings.is_empty()))
}

/// The real extension in real browsers, and the real module in their pages.
fn browser(rest: &Rest) -> Result<Tally> {
    let wanted = [Browser::Chromium, Browser::Firefox]
        .into_iter()
        .filter(|browser| rest.browser.as_deref().is_none_or(|name| name == browser.name()));
    let mut variables = Vec::new();
    let mut names = Vec::new();
    for browser in wanted {
        variables.push((browser.variable(), browser.ensure()?));
        names.push(browser.name());
    }
    variables.push(("FIRSTHAND_BROWSERS", names.join(",")));
    setup::node()?;
    // What the module answers is held against what the command answers.
    tool::run(tool::cargo().args(["build", "--quiet", "--bin", "firsthand"]))?;
    build::extension()?;
    node_tests("tests/browser", rest, &variables)
}

/// Runs the `*.test.mjs` of a folder and counts. A skipped test counts as one that failed.
fn node_tests(folder: &str, rest: &Rest, variables: &[(&str, String)]) -> Result<Tally> {
    let wanted = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".test.mjs")
            && (rest.words.is_empty() || rest.words.iter().any(|word| name.contains(&*word.to_string_lossy())))
    };
    let entries = fs::read_dir(tool::root().join(folder)).with_context(|| folder.to_owned())?;
    let mut files: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| wanted(path)).collect();
    files.sort();
    if files.is_empty() {
        bail!("no test file of {folder} has such a name");
    }
    let record = tool::root().join("target/node-tests.tap");
    let mut command = tool::command("node");
    command
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(["--test-reporter-destination=stdout", "--test-reporter=tap"])
        .arg(format!("--test-reporter-destination={}", record.to_string_lossy()))
        .args(files)
        .envs(variables.iter().map(|(name, value)| (*name, value)));
    let passed = tool::succeeds(&mut command)?;
    let summary = fs::read_to_string(&record).context("the record of the tests")?;
    let number = |what: &str| -> u64 {
        summary
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix("# ")?.strip_prefix(what)?.trim().parse().ok())
            .unwrap_or(0)
    };
    let mut tally = Tally {
        passed: number("pass "),
        failed: number("fail ") + number("cancelled ") + number("skipped ") + number("todo "),
    };
    if !passed && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// A program of `node_modules`.
fn npx(program: &str, args: &[&str]) -> Command {
    let mut command = tool::command("npx");
    command.arg("--no-install").arg(program).args(args);
    command
}

/// The core's own benchmarks, then the cost on a page beside Readability's.
pub fn bench(rest: &Rest) -> Result<bool> {
    setup::node()?;
    let chromium = Browser::Chromium.ensure()?;
    let mut names: Vec<String> = fs::read_dir(tool::root().join("benches"))
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            (path.extension()? == "rs").then(|| Some(path.file_stem()?.to_string_lossy().into_owned()))?
        })
        .collect();
    names.sort();
    for name in names {
        tool::run(tool::cargo().args(["bench", "--quiet", "--bench", &name]))?;
    }
    build::extension()?;
    tool::succeeds(
        tool::command("node")
            .arg("tests/browser/bench.mjs")
            .args(&rest.words)
            .env(Browser::Chromium.variable(), chromium),
    )
}

/// Opens every page of a folder or set with the extension on, and says what it broke.
pub fn pages(rest: &Rest) -> Result<bool> {
    if rest.words.is_empty() {
        bail!("name a folder of HTML files, or a .jsonl.gz set");
    }
    setup::node()?;
    let chromium = Browser::Chromium.ensure()?;
    build::extension()?;
    // The paths are those of the place where the command was typed.
    let here = std::env::current_dir()?;
    let mut command = tool::command("node");
    command
        .arg("tests/browser/pages.mjs")
        .args(rest.words.iter().map(|path| here.join(path)))
        .env(Browser::Chromium.variable(), chromium);
    if let Some(limit) = rest.limit {
        command.args(["--limit", &limit.to_string()]);
    }
    tool::succeeds(&mut command)
}
