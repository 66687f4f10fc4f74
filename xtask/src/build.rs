//! The extension, unpacked: `target/extension/chromium` and `target/extension/firefox`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{setup, tool};

/// The module that ships may weigh this much, compressed with brotli. Whoever only wants to try it is not stopped by that;
/// tests and packages are.
const MOST_BYTES: u64 = 450 * 1024;

/// A store's copy of the extension.
pub struct Target {
    /// The folder's name below `target/extension`.
    pub name: &'static str,
    /// The file in `extension/` that is merged into `manifest.json` (RFC 7396).
    manifest: &'static str,
    /// The archive in `dist/`.
    pub archive: &'static str,
}

/// Both of them.
pub const TARGETS: [Target; 2] = [
    Target { name: "chromium", manifest: "manifest.chrome.json", archive: "firsthand-chrome.zip" },
    Target { name: "firefox", manifest: "manifest.firefox.json", archive: "firsthand-firefox.xpi" },
];

impl Target {
    /// The unpacked extension.
    pub fn folder(&self) -> PathBuf {
        tool::root().join("target/extension").join(self.name)
    }
}

/// Builds the module and assembles both folders.
pub fn extension() -> Result<()> {
    let wasm = wasm()?;
    let sources = tool::root().join("extension");
    for target in &TARGETS {
        let folder = target.folder();
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        copy(&sources, &folder, &ships)?;
        copy(&wasm, &folder.join("wasm"), &|path| !path.to_string_lossy().ends_with(".d.ts"))?;
        let manifest = manifest(&sources, target.manifest)?;
        if manifest.get("web_accessible_resources").is_some() {
            stages(&folder)?;
        }
        fs::write(folder.join("manifest.json"), serde_json::to_string_pretty(&manifest)? + "\n")?;
    }
    site(&sources, &wasm)
}

/// V8's hint that nearly every function of a script will be called: all are compiled at once, beside the page.
const HINT: &str = "//# allFunctionsCalledOnLoad\n";

/// The page scripts' stages as modules: `stages/NAME.js`, the files that `content/files.js` lists for each, one after another.
fn stages(folder: &Path) -> Result<()> {
    let list = fs::read_to_string(folder.join("content/files.js"))?;
    fs::create_dir(folder.join("stages"))?;
    let (mut stage, mut made) = (None, 0);
    for line in list.lines().map(str::trim) {
        if let Some(name) = line.strip_suffix(": [") {
            stage = Some((name, HINT.to_owned()));
        } else if let Some(file) = line.strip_prefix("'content/").and_then(|rest| rest.strip_suffix("',")) {
            let (_, text) = stage.as_mut().with_context(|| format!("{file} belongs to no stage"))?;
            text.push_str(&fs::read_to_string(folder.join("content").join(file)).with_context(|| file.to_owned())?);
        } else if let ("],", Some((name, text))) = (line, stage.take()) {
            fs::write(folder.join("stages").join(name).with_extension("js"), text)?;
            made += 1;
        }
    }
    if made == 0 {
        bail!("content/files.js lists no stage");
    }
    Ok(())
}

/// The playground as one folder that any static server can serve: `target/www`. It marks pages with the extension's own
/// scripts and styles.
fn site(sources: &Path, wasm: &Path) -> Result<()> {
    let www = tool::root().join("target/www");
    if www.exists() {
        fs::remove_dir_all(&www)?;
    }
    copy(&tool::root().join("www"), &www, &ships)?;
    copy(wasm, &www.join("wasm"), &ships)?;
    for part in ["content", "ui", "icons", "_locales"] {
        let part_of = sources.join(part);
        if part_of.is_dir() {
            copy(&part_of, &www.join("extension").join(part), &ships)?;
        }
    }
    Ok(())
}

/// Builds the module into `target/wasm-bindgen/` (`target/wasm` is the profile's own, with what it builds for the host) and answers that folder.
fn wasm() -> Result<PathBuf> {
    setup::wasm_target()?;
    // Messages of the standard library and of crates name source files: without this, by where they lie on this machine.
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let homes = home.iter().map(|h| format!("--remap-path-prefix={}=cargo", h.join("registry/src").display()));
    let flags: Vec<String> = homes.chain([format!("--remap-path-prefix={}=.", tool::root().display())]).collect();
    tool::run(tool::cargo().env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")).args([
        "build",
        "--quiet",
        "--lib",
        "--target=wasm32-unknown-unknown",
        "--profile=wasm",
        "--no-default-features",
    ]))?;
    let target = target_dir();
    let out = target.join("wasm-bindgen");
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(target.join("wasm32-unknown-unknown/wasm/firsthand.wasm"))
        .out_name("firsthand")
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(false)
        .generate(&out)?;

    let module = out.join("firsthand_bg.wasm");
    let raw = fs::metadata(&module)?.len();
    match brotli(&module) {
        Some(small) => eprintln!("wasm: {raw} bytes, {small} with brotli (limit {MOST_BYTES})"),
        None => eprintln!("wasm: {raw} bytes (not compressed: node does not run)"),
    }
    Ok(out)
}

/// The limit on the module that was built last.
pub fn within_limit() -> Result<()> {
    let small = brotli(&target_dir().join("wasm-bindgen/firsthand_bg.wasm")).context("node does not run")?;
    if small > MOST_BYTES {
        bail!("the wasm module is over its limit: {small} bytes with brotli, {MOST_BYTES} allowed");
    }
    Ok(())
}

/// Where cargo puts things: `CARGO_TARGET_DIR` is heeded for what cargo builds.
fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| tool::root().join("target"), |dir| tool::root().join(dir))
}

/// The file's size at brotli's best setting, by node's own zlib.
fn brotli(file: &Path) -> Option<u64> {
    const SCRIPT: &str = "const { readFileSync } = require('fs'), { brotliCompressSync } = require('zlib'); \
         console.log(brotliCompressSync(readFileSync(process.argv[1])).length)";
    let mut node = tool::command("node");
    node.args(["-e", SCRIPT]).arg(file).stderr(Stdio::null());
    tool::output(&mut node)?.trim().parse().ok()
}

/// Whether a file of `extension/` is part of what runs: not the type checker's, and not a manifest.
fn ships(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    !(name.starts_with('.')
        || name == "types"
        || name == "jsconfig.json"
        || name == "tsconfig.json"
        || (name.starts_with("manifest") && name.ends_with(".json"))
        || name.ends_with(".d.ts")
        || name.ends_with(".md"))
}

/// Copies what `wanted` accepts of a folder.
fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) -> Result<()> {
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let path = entry.path();
        if !wanted(&path) {
            continue;
        }
        let copy_to = to.join(entry.file_name());
        if path.is_dir() {
            copy(&path, &copy_to, wanted)?;
        } else {
            fs::copy(&path, &copy_to).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

/// The manifest of one browser. Its version is the crate's.
fn manifest(sources: &Path, patch: &str) -> Result<Value> {
    let read = |name: &str| -> Result<Value> {
        let path = sources.join(name);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    };
    let mut manifest = read("manifest.json")?;
    merge(&mut manifest, read(patch)?);
    let Some(keys) = manifest.as_object_mut() else {
        bail!("extension/manifest.json is not a JSON object");
    };
    keys.insert("version".into(), version()?.into());
    Ok(manifest)
}

/// RFC 7396: objects are merged key by key, a `null` takes a key away, anything else replaces what was there.
fn merge(into: &mut Value, patch: Value) {
    let Value::Object(changes) = patch else {
        *into = patch;
        return;
    };
    if !into.is_object() {
        *into = Value::Object(serde_json::Map::new());
    }
    let Value::Object(keys) = into else { return };
    for (key, value) in changes {
        if value.is_null() {
            keys.shift_remove(&key);
        } else {
            merge(keys.entry(key).or_insert(Value::Null), value);
        }
    }
}

/// The version in the root's `Cargo.toml`: the one place where it is written.
fn version() -> Result<String> {
    let cargo = fs::read_to_string(tool::root().join("Cargo.toml"))?;
    cargo
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .context("Cargo.toml has no version")
}
