//! Skipping what was already done: a stamp keeps the fingerprint of a step's inputs once it succeeded.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use crate::Outcome;

/// Runs `work` unless it already succeeded with the same inputs and its `output` still exists.
///
/// # Errors
/// Whatever `work` answers; a failed step leaves no stamp.
pub fn unless_done(stamp: &Path, inputs: u64, output: &Path, work: impl FnOnce() -> Outcome) -> Outcome {
    let mark = format!("{inputs:016x}");
    if output.exists() && fs::read_to_string(stamp).is_ok_and(|kept| kept == mark) {
        return Ok(());
    }
    // An interrupted step must not look done.
    let _ = fs::remove_file(stamp);
    work()?;
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, mark)?;
    Ok(())
}

/// A fingerprint of the names and contents of all files at or below `paths`; a path that does not exist counts as empty.
/// Folders that are outputs themselves (`build`, `target`, `node_modules`) are passed over.
///
/// # Errors
/// When a file can't be read.
pub fn fingerprint(root: &Path, paths: &[&str]) -> io::Result<u64> {
    let mut files = Vec::new();
    for path in paths {
        collect(&root.join(path), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

/// A short name for a content, for file names that change with it.
pub fn name_of(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// All files at or below a path.
///
/// # Errors
/// When a folder can't be read.
pub fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name();
            if !["build", "target", "node_modules"].iter().any(|output| name == *output) {
                collect(&entry.path(), files)?;
            }
        }
    }
    Ok(())
}
