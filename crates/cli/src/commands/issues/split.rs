//! `onrecord issues split`: statements of an issue go to narrower ones, by keywords.

use anyhow::Result;
use clap::Args;
use onrecord_engine::codebook::{Entry, edits};

use super::edit::{self, EditOptions};
use crate::commands::Outcome;

/// Split an issue by keywords, every statement following
///
/// A statement goes to each part of which its quotation holds a keyword. One that holds none stays with the issue, which
/// stays in the codebook above its parts; merge it into one of them if it is to go.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord issues split --issue energy --into \"Gas transit = pipeline*; transit fee\" \\
      --into \"Nuclear power = reactor*\" --codebook issues.toml 2021.jsonl -o split/
  onrecord issues split --issue energy --into gas-transit --codebook issues.toml 2021.jsonl -o split/")]
pub(super) struct Arguments {
    /// Id of the issue
    #[arg(long, value_name = "ID")]
    issue: String,

    /// A part: its label, or its id if the codebook has it; then = and keywords parted by semicolons
    ///
    /// A keyword is found as whole words, whatever their case; one that ends in * stands for all that begin so. Those that
    /// the codebook has for the part count as well. May be repeated.
    #[arg(long = "into", value_name = "PART = KEYWORDS", required = true)]
    parts: Vec<String>,

    #[command(flatten)]
    options: EditOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let parts: Vec<Entry> = arguments.parts.iter().map(|part| entry(part)).collect();
    edit::run(&arguments.options, |codebook| edits::split(codebook, &arguments.issue, &parts))
}

/// "Gas transit = pipeline*; transit fee".
fn entry(part: &str) -> Entry {
    let (label, keywords) = part.split_once('=').unwrap_or((part, ""));
    // The id of a part that is there is made from itself.
    let keywords = keywords.split(';').map(str::to_owned).collect();
    Entry { label: label.to_owned(), keywords, ..Entry::default() }
}
