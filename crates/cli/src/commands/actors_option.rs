//! The option that adds people of the user's, shared by the commands that say who somebody is.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use clap::Args;
use onrecord_engine::Reader;
use onrecord_engine::world::{Additions, AdditionsFormat};

use super::model_option::ModelOption;
use crate::inputs;

const LONG_HELP: &str = r#"People you add to those the program knows: actors.toml, CSV or Popolo JSON; may be repeated

Yours come before ours: who bears exactly a name in the file is that person.
A .toml file holds tables such as

  [[actor]]
  name = "Ingrid Halvorsen"
  aliases = ["Inga Halvorsen"]
  wikidata = "Q4115189"
  [[actor.office]]
  position = "foreign minister"
  country = "NO"
  from = "2020-02-01"

of which only the name must be there. A .csv file has a line for each office,
in the columns name, wikidata, aliases (parted by ";"), position, country,
from and to, or is EveryPolitician's table of a term. A .json file is Popolo."#;

/// What is known about people.
#[derive(Args)]
#[command(next_help_heading = "Who people are")]
pub(crate) struct ActorsOption {
    /// People you add to those the program knows: actors.toml, CSV or Popolo JSON; may be repeated
    #[arg(long = "actors", value_name = "FILE", long_help = LONG_HELP)]
    files: Vec<PathBuf>,
}

impl ActorsOption {
    /// The people in the files; `None` without a file.
    pub(crate) fn additions(&self) -> Result<Option<Additions>> {
        let mut all: Option<Additions> = None;
        for file in &self.files {
            let read = || -> Result<Additions> {
                let format = AdditionsFormat::of(file)?;
                let bytes = fs::read(file).map_err(inputs::describe)?;
                let text = String::from_utf8(bytes).map_err(|error| {
                    let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
                    let line = line.filter(|byte| **byte == b'\n').count() + 1;
                    anyhow!("line {line}: this is not UTF-8; save the file as UTF-8")
                })?;
                Ok(Additions::parse(format, &text)?)
            };
            let additions = read().with_context(|| file.display().to_string())?;
            match &mut all {
                Some(all) => all.merge(additions),
                None => all = Some(additions),
            }
        }
        Ok(all)
    }

    /// A reader that knows these people.
    pub(crate) fn reader(&self, model: &ModelOption) -> Result<Reader> {
        // A mistake in the file is told before the model takes its time to load.
        let additions = self.additions()?;
        let reader = model.reader()?;
        Ok(match additions {
            Some(additions) => reader.with_actors(additions),
            None => reader,
        })
    }
}
