//! `onrecord issues`: the codebook, and the records that follow when it changes.

mod check;
pub(super) mod codebook_file;
mod convert;
mod edit;
mod merge;
mod rename;
mod split;
mod suggest;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::Outcome;

const LONG_HELP: &str = r#"Keep the codebook: suggest, check, convert, merge, rename and split issues

A codebook lists the issues that you follow: issues.toml with tables such as

  [[issue]]
  id = "gas-transit"                               # made from the label if left out
  label = "Gas transit"
  description = "Pipelines, and the fees for them" # optional, as all below
  proposition = "The transit of gas should go on"  # what one supports or opposes
  keywords = ["pipeline*", "transit fee"]          # * stands for any ending
  parent = "energy"                                # the broader issue

or a CSV with these columns (keywords parted by ";"), or a .qdc of REFI-QDA."#;

/// Keep the codebook: suggest, check, convert, merge, rename and split issues
#[derive(Args)]
#[command(long_about = LONG_HELP)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    Convert(convert::Arguments),
    Merge(merge::Arguments),
    Rename(rename::Arguments),
    Split(split::Arguments),
    Suggest(suggest::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    match &arguments.command {
        Command::Check(arguments) => check::run(arguments),
        Command::Convert(arguments) => convert::run(arguments),
        Command::Merge(arguments) => merge::run(arguments),
        Command::Rename(arguments) => rename::run(arguments),
        Command::Split(arguments) => split::run(arguments),
        Command::Suggest(arguments) => suggest::run(arguments),
    }
}
