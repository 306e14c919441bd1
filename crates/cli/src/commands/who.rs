//! `onrecord who`: the actors of pages with all their mentions, and why each source means whom it means.

use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ColorChoice, ValueEnum};
use onrecord_engine::json;

use super::Outcome;
use super::actors_option::ActorsOption;
use super::batch::{self, Batch};
use super::page_options::PageOptions;
use super::read::Unit;
use crate::output::palette::Palette;
use crate::output::report::{self, who};
use crate::output::sink::Sink;
use crate::output::{Format, Rendered};
use crate::progress::When;

/// List who speaks, where the article mentions them, and why each source means whom it means
///
/// For each speaker: name, kind, role and every mention with its paragraph. For each statement: the words that name its
/// source, whom they mean, how sure that is, and the mentions that lead there ("she" → "Halvorsen" → "Ingrid
/// Halvorsen"). Takes the same pages as read.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord who article.html
  onrecord who news/ -o who.jsonl
  onrecord who article.html | jq -r '.actors[].name'")]
pub(crate) struct Arguments {
    /// Pages or directories; - is standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// Form of the results [default: report on a terminal, jsonl otherwise]
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    format: Option<Form>,

    /// Write here instead of to standard output; the file appears only when complete
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What offsets in the results count
    #[arg(long, value_enum, value_name = "UNIT", default_value = "char")]
    offsets: Unit,

    /// How many pages to read at once [default: one for each processor]
    #[arg(short, long, value_name = "N", env = "ONRECORD_JOBS", hide_env_values = true)]
    jobs: Option<NonZero<usize>>,

    /// Say nothing on standard error but errors
    #[arg(short, long)]
    quiet: bool,

    /// When to colour the report
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,

    #[command(flatten)]
    page_options: PageOptions,

    #[command(flatten)]
    actors: ActorsOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For reading
    Report,
    /// For programs: one JSON object per page and line
    Jsonl,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let gathered = batch::gather(&arguments.inputs, &arguments.page_options, arguments.output.as_deref())?;
    let pages = &gathered.pages;
    let to_terminal = arguments.output.is_none() && io::stdout().is_terminal();
    let format = match arguments.format {
        Some(Form::Report) => Format::Report,
        Some(Form::Jsonl) => Format::Jsonl,
        None => match Format::guess(arguments.output.as_deref(), to_terminal) {
            Format::Report => Format::Report,
            _ => Format::Jsonl,
        },
    };
    let sink = Sink::open(format, arguments.output.as_deref(), pages)?;
    let palette = Palette::choose(arguments.color, to_terminal);
    let width = report::width(to_terminal);
    let unit = arguments.offsets.into();
    let batch = Batch {
        pages,
        reader: &arguments.actors.reader()?,
        options: arguments.page_options.read_options(),
        jobs: arguments.jobs,
        quiet: arguments.quiet,
        verbose: false,
        progress: When::Auto,
        to_terminal,
    };
    batch.run(sink, |read| {
        let piece = if format == Format::Report {
            who::render(read, &palette, width).into_bytes()
        } else {
            let mut line = serde_json::to_vec(&json::Who::new(read, unit))?;
            line.push(b'\n');
            line
        };
        Ok(Rendered::Piece(piece))
    })
}
