//! The rules of the house that neither rustc nor clippy knows; each violation is one line.

mod allows;
mod floors;
mod headers;
mod models;
mod places;
mod size;
mod unsafety;

use std::fmt;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

/// A rule that is broken at a place.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Violation {
    path: String,
    /// Counted from 1.
    line: usize,
    message: String,
}

impl Violation {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// A file that is tracked, or would be if it were added.
struct File {
    /// From the root of the workspace, with `/`.
    path: String,
    bytes: Vec<u8>,
}

impl File {
    /// The text, unless the file is binary.
    fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().filter(|text| !text.contains('\0'))
    }

    /// Whether this is Rust source.
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

/// Checks the whole workspace and prints what is wrong; exit code 1 if something is.
pub(crate) fn run(root: &Path) -> Result<ExitCode> {
    let files = files(root)?;
    let metadata = output(root, "cargo", &["metadata", "--no-deps", "--format-version", "1", "--offline"])?;
    let metadata = serde_json::from_slice(&metadata).context("cargo metadata did not print JSON")?;
    let mut violations = floors::check(&metadata, &files);
    violations.extend(models::check(&files));
    for file in &files {
        violations.extend(headers::check(file));
        violations.extend(allows::check(file));
        violations.extend(size::check(file));
        violations.extend(places::check(file));
        violations.extend(unsafety::check(file));
    }
    violations.sort();
    for violation in &violations {
        println!("{violation}");
    }
    if violations.is_empty() {
        println!("tidy: {} files, nothing to say", files.len());
        return Ok(ExitCode::SUCCESS);
    }
    println!("tidy: {} violations", violations.len());
    Ok(ExitCode::FAILURE)
}

/// Every file that git tracks or does not ignore, in path order.
fn files(root: &Path) -> Result<Vec<File>> {
    let list = output(root, "git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"])?;
    let list = String::from_utf8(list).context("a file name is not UTF-8")?;
    let mut paths: Vec<&str> = list.split_terminator('\0').collect();
    paths.sort_unstable();
    paths.dedup();
    let mut files = Vec::new();
    for path in paths {
        // A file deleted but not yet committed is still listed, and a link is no file of ours.
        if root.join(path).symlink_metadata().is_ok_and(|m| m.is_file()) {
            let bytes = std::fs::read(root.join(path)).with_context(|| format!("cannot read {path}"))?;
            files.push(File { path: path.to_owned(), bytes });
        }
    }
    Ok(files)
}

fn output(root: &Path, program: &str, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(program).args(arguments).current_dir(root).output();
    let output = output.with_context(|| format!("cannot run {program}"))?;
    if !output.status.success() {
        bail!("{program} {} failed: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

#[cfg(test)]
fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

#[cfg(test)]
fn render(violations: impl IntoIterator<Item = Violation>) -> String {
    violations.into_iter().map(|v| format!("{v}\n")).collect()
}
