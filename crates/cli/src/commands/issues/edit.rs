//! What merge, rename and split share: the codebook and the records that follow it, written into another directory.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use onrecord_engine::codebook::edits::{Change, EditError};
use onrecord_engine::codebook::{Codebook, CodebookFormat};
use onrecord_engine::json;

use super::codebook_file;
use crate::commands::Outcome;
use crate::output::numbering::count;
use crate::output::target::Target;
use crate::{inputs, lines};

/// What an edit works on.
#[derive(Args)]
#[command(next_help_heading = "What is edited")]
pub(super) struct EditOptions {
    /// Records that follow: lines of `onrecord read -f jsonl`
    #[arg(value_name = "RECORDS.jsonl")]
    records: Vec<PathBuf>,

    /// The codebook: .toml, .csv or .qdc
    #[arg(long, value_name = "FILE")]
    codebook: PathBuf,

    /// Write the codebook and the records here, under their own names; made if missing
    #[arg(short, long, value_name = "DIR", required_unless_present = "dry_run")]
    output: Option<PathBuf>,

    /// Write nothing, and say what would change
    #[arg(long)]
    dry_run: bool,

    /// Say nothing on standard error but errors
    #[arg(short, long)]
    quiet: bool,
}

/// Edits the codebook, lets the records follow, and writes all of it or nothing.
pub(super) fn run(
    options: &EditOptions,
    edit: impl FnOnce(&Codebook) -> Result<Change, EditError>,
) -> Result<Outcome> {
    let codebook = codebook_file::read(&options.codebook)?;
    let change = edit(&codebook).with_context(|| options.codebook.display().to_string())?;
    let directory = options.output.as_deref().filter(|_| !options.dry_run);
    if let Some(directory) = directory {
        check_places(options, directory)?;
        fs::create_dir_all(directory)
            .with_context(|| format!("cannot make the directory {}", directory.display()))?;
    }
    let open = |path: &Path| -> Result<Option<Target>> {
        directory.map(|directory| Target::open(Some(&place(directory, path)?))).transpose()
    };
    let mut targets = Vec::new();
    for path in &options.records {
        let mut target = open(path)?;
        let counts = follow(path, &change, target.as_mut()).with_context(|| path.display().to_string())?;
        if !options.quiet {
            lines::complain(&format!("{}: {counts}", path.display()));
        }
        targets.extend(target);
    }
    if let Some(mut target) = open(&options.codebook)? {
        target.write(change.codebook.write(CodebookFormat::of(&options.codebook)?).as_bytes())?;
        targets.push(target);
    }
    targets.into_iter().try_for_each(Target::finish)?;
    Ok(Outcome::Found)
}

/// Copies the lines of a file, those of documents that change as they are then; says how many that are.
fn follow(path: &Path, change: &Change, mut target: Option<&mut Target>) -> Result<String> {
    let file = File::open(path).map_err(inputs::describe)?;
    let (mut documents, mut statements) = (0, 0);
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let at = || format!("line {}", number + 1);
        let mut line = line.map_err(|error| anyhow!("{}: {:#}", at(), inputs::describe(error)))?;
        if !line.trim().is_empty() {
            let document = json::load(&line).with_context(at)?;
            if let Some((after, changed)) = change.follow(&document) {
                documents += 1;
                statements += changed;
                line = serde_json::to_string(&after)?;
            }
        }
        if let Some(target) = &mut target {
            line.push('\n');
            target.write(line.as_bytes())?;
        }
    }
    Ok(match documents {
        0 => "nothing to change".to_owned(),
        _ => {
            let statements = count(statements, "statement", "statements");
            format!("{statements} changed in {}", count(documents, "document", "documents"))
        }
    })
}

/// Refuses to write over what is read, and two files into one.
fn check_places(options: &EditOptions, directory: &Path) -> Result<()> {
    let mut names: HashSet<OsString> = HashSet::new();
    let inputs = || options.records.iter().chain([&options.codebook]);
    for path in inputs() {
        let place = place(directory, path)?;
        if !names.insert(place.clone().into_os_string()) {
            bail!("two files would be {}; edit them one by one into different directories", place.display());
        }
        let there = place.canonicalize().ok();
        if there.is_some() && inputs().any(|input| input.canonicalize().ok() == there) {
            bail!("{} is a file to be read; name another directory with -o", place.display());
        }
    }
    Ok(())
}

fn place(directory: &Path, path: &Path) -> Result<PathBuf> {
    let name = path.file_name().with_context(|| format!("{} is no file", path.display()))?;
    Ok(directory.join(name))
}
