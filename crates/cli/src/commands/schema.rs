//! `onrecord schema`: the JSON Schemas of what the program writes.

use std::io::{self, Write};

use anyhow::Result;
use clap::{Args, ValueEnum};
use onrecord_engine::json;

use super::Outcome;

/// Print the JSON Schema of a jsonl output
///
/// Each line that the command writes fits its schema (draft 2020-12). Keys keep their meaning within a version; the key
/// "onrecord" holds the version.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord schema
  onrecord schema actors | jq '.anyOf'")]
pub(crate) struct Arguments {
    /// Whose output
    #[arg(value_enum, value_name = "OUTPUT", default_value = "article")]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    /// A line of "onrecord read": an article and what is said in it
    Article,
    /// A line of "onrecord who" for one page: its speakers, and why each source means whom it means
    Who,
    /// A line of "onrecord who" for several: an actor across them, or a proposal about two
    Actors,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let schema = match arguments.output {
        Output::Article => json::schema(),
        Output::Who => json::who::schema(),
        Output::Actors => json::actors::schema(),
    };
    let mut schema = serde_json::to_string_pretty(&schema)?;
    schema.push('\n');
    io::stdout().lock().write_all(schema.as_bytes())?;
    Ok(Outcome::Found)
}
