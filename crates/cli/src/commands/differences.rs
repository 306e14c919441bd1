//! `onrecord differences`: on which issues two actors differ, and what shows it.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::Outcome;
use super::records::RecordOptions;
use super::view::{Forms, ViewOptions};
use crate::output::corpus::differences;

/// List on which issues two actors differ, with the words of both
///
/// Two differ if an article shows it (opposite stances, one denies what the other says, one finds fault with the other), or if
/// their positions over all articles are opposed. The strongest evidence comes first.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord differences news/
  onrecord differences 2021.jsonl -f csv -o differences.csv

Exit code: 0 differences found, 1 none found, 2 error.")]
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
    let forms = Forms { table: differences::table, csv: differences::csv };
    view.show(&read.corpus.differences(), &forms, read.failed)
}
