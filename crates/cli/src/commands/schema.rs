//! `onrecord schema`: the JSON Schema of what `read -f jsonl` writes.

use std::io::{self, Write};

use anyhow::Result;
use clap::Args;
use onrecord_engine::json;

use super::Outcome;

/// Print the JSON Schema of the jsonl output
///
/// Each line that `onrecord read -f jsonl` writes fits this schema (draft 2020-12). Keys keep their meaning within a
/// version; the key "onrecord" holds the version.
#[derive(Args)]
pub(crate) struct Arguments {}

pub(super) fn run(_: &Arguments) -> Result<Outcome> {
    let mut schema = serde_json::to_string_pretty(&json::schema())?;
    schema.push('\n');
    io::stdout().lock().write_all(schema.as_bytes())?;
    Ok(Outcome::Found)
}
