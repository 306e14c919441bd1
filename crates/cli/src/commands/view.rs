//! How the commands that look at many articles show what they find: a table, lines of JSON, or CSV.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ColorChoice, ValueEnum};
use serde::Serialize;

use super::Outcome;
use crate::output::palette::Palette;
use crate::output::report;
use crate::output::target::Target;

/// The form of the results, and where they go.
#[derive(Args)]
pub(crate) struct ViewOptions {
    /// Form of the results [default: table on a terminal, jsonl otherwise]
    ///
    /// With -o, the ending .csv, .jsonl or .txt chooses it if this option does not.
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    format: Option<Form>,

    /// Write here instead of to standard output; the file appears only when complete
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,

    /// When to colour the table
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For reading
    Table,
    /// For programs: one JSON object per line
    Jsonl,
    /// For spreadsheets: one row per statement
    Csv,
}

/// The forms of one kind of results.
pub(super) struct Forms<T> {
    pub(super) table: fn(&[T], &Palette, usize) -> String,
    pub(super) csv: fn(&[T]) -> Result<Vec<u8>>,
}

impl ViewOptions {
    /// Writes the results; `failed` is whether some of what they should rest on could not be read.
    pub(super) fn show<T: Serialize>(
        &self,
        results: &[T],
        forms: &Forms<T>,
        failed: bool,
    ) -> Result<Outcome> {
        let to_terminal = self.output.is_none() && io::stdout().is_terminal();
        let bytes = match self.format.unwrap_or_else(|| self.guess(to_terminal)) {
            Form::Table => {
                let palette = Palette::choose(self.color, to_terminal);
                (forms.table)(results, &palette, report::width(to_terminal)).into_bytes()
            }
            Form::Jsonl => {
                let mut bytes = Vec::new();
                for result in results {
                    serde_json::to_writer(&mut bytes, result)?;
                    bytes.push(b'\n');
                }
                bytes
            }
            Form::Csv => (forms.csv)(results)?,
        };
        let mut target = Target::open(self.output.as_deref())?;
        target.write(&bytes)?;
        target.finish()?;
        Ok(match (failed, results.is_empty()) {
            (true, _) => Outcome::Failed,
            (false, true) => Outcome::Nothing,
            (false, false) => Outcome::Found,
        })
    }

    fn guess(&self, to_terminal: bool) -> Form {
        let ending =
            self.output.as_deref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("csv") => Form::Csv,
            Some("txt") => Form::Table,
            _ if to_terminal => Form::Table,
            _ => Form::Jsonl,
        }
    }
}
