//! `onrecord issues rename`: an issue gets another label or id, in the codebook and in the records.

use anyhow::Result;
use clap::Args;
use onrecord_engine::codebook::edits::{self, Rename};

use super::edit::{self, EditOptions};
use crate::commands::Outcome;

/// Rename an issue, every statement following
///
/// The id does not follow the label by itself, as it may stand in records of other people.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord issues rename --issue gas --label \"Gas transit\" --codebook issues.toml -o renamed/
  onrecord issues rename --issue gas --id gas-transit --codebook issues.toml 2021.jsonl -o renamed/")]
pub(super) struct Arguments {
    /// Id of the issue
    #[arg(long, value_name = "ID")]
    issue: String,

    /// The new label
    #[arg(long, value_name = "LABEL", required_unless_present = "id")]
    label: Option<String>,

    /// The new id: lower case, words joined by hyphens
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    #[command(flatten)]
    options: EditOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let to = Rename { label: arguments.label.clone(), id: arguments.id.clone() };
    edit::run(&arguments.options, |codebook| edits::rename(codebook, &arguments.issue, &to))
}
