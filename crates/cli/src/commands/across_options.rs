//! The options that say when two actors of different articles are one, shared by the commands that join them.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use onrecord_engine::across::{Decisions, MERGE_ABOVE, Options};

use crate::inputs;

const LONG_HELP: &str = r#"Your own decisions on who is the same and who is not; may be repeated

They win over everything. A TOML file holds tables such as

  [[same]]
  ids = ["Q58217", "n0123456789abcdef"]
  names = ["Sergey Lavrov", "S. Lavrow"]

  [[different]]
  names = ["Martin Hale", "Martin Hale Jr."]

of which each needs two ids or names at least. Ids are those that onrecord who
prints; a name means everybody who is called so."#;

/// Who is the same across articles.
#[derive(Args)]
#[command(next_help_heading = "Who is the same across articles")]
pub(crate) struct AcrossOptions {
    /// How sure a merge must be to be made; less sure ones are shown as proposals [default: 0.9]
    #[arg(long, value_name = "CONFIDENCE", value_parser = confidence)]
    merge_above: Option<f64>,

    /// Your own decisions on who is the same and who is not; may be repeated
    #[arg(long, value_name = "FILE", long_help = LONG_HELP)]
    same_actors: Vec<PathBuf>,
}

impl AcrossOptions {
    /// Whether the user gave any of them.
    pub(crate) fn is_given(&self) -> bool {
        self.merge_above.is_some() || !self.same_actors.is_empty()
    }

    /// For the engine.
    pub(crate) fn options(&self) -> Result<Options> {
        let mut decisions = Decisions::default();
        for file in &self.same_actors {
            let read = || -> Result<Decisions> {
                let text = fs::read_to_string(file).map_err(inputs::describe)?;
                Ok(Decisions::parse(&text)?)
            };
            decisions.merge(read().with_context(|| file.display().to_string())?);
        }
        Ok(Options { merge_above: self.merge_above.unwrap_or(MERGE_ABOVE), decisions })
    }
}

fn confidence(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.0..=1.0).contains(&number) => Ok(number),
        _ => Err("give a number from 0 to 1".to_owned()),
    }
}
