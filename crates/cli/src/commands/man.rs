//! `onrecord man`: manual pages, made from the same words as `--help`.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::Outcome;

/// Print the manual page, or write those of all commands into a folder
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord man | man -l -
  onrecord man ~/.local/share/man/man1")]
pub(crate) struct Arguments {
    /// Folder for onrecord.1, onrecord-read.1 and so on; made if missing
    #[arg(value_name = "DIR")]
    directory: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let command = super::Arguments::command();
    match &arguments.directory {
        None => {
            let mut page = Vec::new();
            Man::new(command).render(&mut page)?;
            io::stdout().lock().write_all(&page)?;
        }
        Some(directory) => {
            let cannot = || format!("cannot write manual pages into {}", directory.display());
            fs::create_dir_all(directory).with_context(cannot)?;
            clap_mangen::generate_to(command, directory).with_context(cannot)?;
        }
    }
    Ok(Outcome::Found)
}
