//! `onrecord issues convert`: a codebook from one format to another.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;
use onrecord_engine::codebook::CodebookFormat;

use super::codebook_file;
use crate::commands::Outcome;
use crate::output::target::Target;

/// Write a codebook in another format
///
/// The endings tell the formats: .toml (ours), .csv, or .qdc (REFI-QDA, for programs of qualitative research). Nothing of
/// ours is lost on the way; what a .qdc of another program holds besides is told.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord issues convert issues.toml issues.qdc
  onrecord issues convert codes.qdc issues.csv")]
pub(super) struct Arguments {
    /// The codebook: .toml, .csv or .qdc
    #[arg(value_name = "IN")]
    input: PathBuf,

    /// Write here; the file appears only when complete
    #[arg(value_name = "OUT")]
    output: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { input, output } = arguments;
    let format = CodebookFormat::of(output).with_context(|| output.display().to_string())?;
    if input.canonicalize().is_ok_and(|path| output.canonicalize().is_ok_and(|other| other == path)) {
        bail!("{} is the codebook to be read; write the other one elsewhere", output.display());
    }
    let codebook = codebook_file::read(input)?;
    let mut target = Target::open(Some(output))?;
    target.write(codebook.write(format).as_bytes())?;
    target.finish()?;
    Ok(Outcome::Found)
}
