//! `onrecord positions`: where each actor stands on each issue.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::Outcome;
use super::records::RecordOptions;
use super::view::{Forms, ViewOptions};
use crate::output::corpus::positions;

/// List where each actor stands on each issue, with the statements that show it
///
/// Takes pages and directories as read does, and lines of `onrecord read -f jsonl`. What several articles carry counts once. An
/// actor who says both is "mixed"; one whose statements show no stance is "unclear", which is not neutral.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord positions news/
  onrecord positions 2021.jsonl --from 2021-02 -f csv -o positions.csv

Exit code: 0 positions found, 1 none found, 2 error.")]
pub(crate) struct Arguments {
    /// Pages, directories, and lines of `onrecord read -f jsonl`; - is standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    #[command(flatten)]
    view: ViewOptions,

    #[command(flatten)]
    records: RecordOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { inputs, view, records } = arguments;
    let read = records.read(inputs, view.output.as_deref())?;
    let forms = Forms { table: positions::table, csv: positions::csv };
    view.show(&read.corpus.positions(), &forms, read.failed)
}
