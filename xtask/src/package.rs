//! What goes to the stores: `dist/firsthand-chrome.zip` and `dist/firsthand-firefox.xpi`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;

use crate::{build, tool};

/// Builds and packs both. The same sources give the same bytes: files are sorted and carry one
/// fixed time.
pub fn package() -> Result<()> {
    build::extension()?;
    build::within_limit()?;
    let dist = tool::root().join("dist");
    fs::create_dir_all(&dist)?;
    for target in &build::TARGETS {
        let archive = dist.join(target.archive);
        let size = pack(&target.folder(), &archive)?;
        println!("dist/{}  {} KB", target.archive, size.div_ceil(1024));
    }
    Ok(())
}

fn pack(folder: &Path, archive: &Path) -> Result<u64> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    files.sort();
    let out = fs::File::create(archive).with_context(|| archive.display().to_string())?;
    let mut zip = zip::ZipWriter::new(out);
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for file in files {
        let name: Vec<_> = file.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy()).collect();
        zip.start_file(name.join("/"), options)?;
        zip.write_all(&fs::read(&file)?)?;
    }
    Ok(zip.finish()?.metadata()?.len())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
