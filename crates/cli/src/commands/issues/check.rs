//! `onrecord issues check`: every mistake in a codebook, with its line.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use onrecord_engine::codebook::CodebookError;

use super::codebook_file;
use crate::commands::Outcome;
use crate::lines;
use crate::output::numbering::count;

/// Tell what is wrong with codebooks, line by line
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord issues check issues.toml
  onrecord issues check *.qdc

Exit code: 0 all is well, 2 something is wrong.")]
pub(super) struct Arguments {
    /// Codebooks: .toml, .csv or .qdc
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let mut outcome = Outcome::Found;
    for file in &arguments.files {
        let name = file.display();
        match codebook_file::parse(file) {
            Ok(parsed) => {
                codebook_file::tell(file, &parsed);
                let entries = parsed.codebook.entries();
                let within = entries.iter().filter(|entry| entry.parent.is_some()).count();
                let all = count(entries.len(), "issue", "issues");
                let within = if within > 0 { format!(", {within} within others") } else { String::new() };
                writeln!(io::stdout().lock(), "{name}: {all}{within}")?;
            }
            Err(error) => {
                outcome = Outcome::Failed;
                match error.downcast_ref::<CodebookError>() {
                    Some(CodebookError::Malformed(mistakes)) => {
                        mistakes.iter().for_each(|mistake| lines::complain(&format!("{name}: {mistake}")));
                    }
                    _ => lines::complain(&format!("{name}: {error:#}")),
                }
            }
        }
    }
    Ok(outcome)
}
