//! `onrecord compare`: where two actors differ and agree, with the words of both.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use onrecord_engine::world::World;

use super::Outcome;
use super::records::RecordOptions;
use super::view::{Forms, ViewOptions};
use crate::output::corpus::compare;

/// Compare two actors: where they differ, agree, or one is silent, with their words
///
/// Takes pages and directories as read does, and lines of `onrecord read -f jsonl`. An actor is named by the full name, by a
/// name that the articles use, or by the Wikidata item. Differences come first. What several articles carry counts once.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord compare \"Ingrid Halvorsen\" \"Oleh Marchenko\" news/
  onrecord compare Q58217 Q473239 2019.jsonl --from 2019-05 --to 2019-06 -f csv -o compared.csv

Exit code: 0 one of them speaks on an issue, 1 neither does, 2 error.")]
pub(crate) struct Arguments {
    /// The one: name, alias or Wikidata item
    #[arg(value_name = "A")]
    one: String,

    /// The other
    #[arg(value_name = "B")]
    other: String,

    /// Pages, directories, and lines of `onrecord read -f jsonl`; - is standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    #[command(flatten)]
    view: ViewOptions,

    #[command(flatten)]
    records: RecordOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { one, other, inputs, view, records } = arguments;
    let world = records.actors.additions()?.map_or_else(World::embedded, World::with);
    let read = records.read(inputs, view.output.as_deref())?;
    let find = |name: &String| {
        let items: Vec<String> = world.named(name).into_iter().filter_map(|person| person.wikidata).collect();
        read.corpus.find(name, &items)
    };
    let (a, b) = (find(one)?, find(other)?);
    if a == b {
        bail!("{one:?} and {other:?} are the same, {}; name two", read.corpus.actors()[a].name);
    }
    let forms = Forms { table: compare::table, csv: compare::csv };
    view.show(&read.corpus.compare(a, b), &forms, read.failed)
}
