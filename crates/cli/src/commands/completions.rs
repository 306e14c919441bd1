//! `onrecord completions`: completion scripts for shells.

use std::io::{self, Write};

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Outcome;

/// Print a completion script for a shell
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord completions bash > ~/.local/share/bash-completion/completions/onrecord
  onrecord completions fish > ~/.config/fish/completions/onrecord.fish
  onrecord completions zsh > \"${fpath[1]}/_onrecord\"")]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    // The generator panics where it cannot write, so it writes into memory.
    let mut script = Vec::new();
    let mut command = super::Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "onrecord", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Outcome::Found)
}
