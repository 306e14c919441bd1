//! `onrecord who`: the actors of a page and why each source means whom it means; of several pages, the actors across them.

mod across;

use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ColorChoice, ValueEnum};
use onrecord_engine::json;

use super::Outcome;
use super::across_options::AcrossOptions;
use super::actors_option::ActorsOption;
use super::batch::{self, Batch};
use super::model_option::ModelOption;
use super::page_options::PageOptions;
use super::read::Unit;
use crate::output::palette::Palette;
use crate::output::report::{self, who};
use crate::output::sink::Sink;
use crate::output::{Format, Rendered};
use crate::progress::When;

/// List who speaks: in a page with all mentions and why, in several with all names
///
/// Of one page: for each speaker name, kind, role and every mention with its paragraph; for each statement the words that
/// name its source, whom they mean, how sure that is, and the mentions that lead there ("she" → "Halvorsen" → "Ingrid
/// Halvorsen").
///
/// Of several pages: the actors across all of them, each with an id that does not depend on the order of the files, roles,
/// articles, other names and where each was seen, and the number of statements; then pairs that may be the same, and
/// pairs of one name that are kept apart, with reasons for and against. Nobody is joined by a surname alone.
///
/// Takes the same pages as read, and what "onrecord read -f jsonl" writes, from a file that ends in .jsonl or from standard
/// input: its hashes, offsets and quotations are checked.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord who article.html
  onrecord who news/
  onrecord read news/ -o news.jsonl && onrecord who news.jsonl --same-actors decided.toml
  onrecord who article.html | jq -r '.actors[].name'
  onrecord who news/ | jq -r 'select(.record == \"actor\" and .named) | [.id, .name] | @tsv'")]
pub(crate) struct Arguments {
    /// Pages, directories, or .jsonl files that read wrote; - is standard input
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

    /// One page after the other, as if each were read alone
    #[arg(long, conflicts_with_all = ["merge_above", "same_actors"])]
    each: bool,

    #[command(flatten)]
    across: AcrossOptions,

    #[command(flatten)]
    page_options: PageOptions,

    #[command(flatten)]
    model: ModelOption,

    #[command(flatten)]
    actors: ActorsOption,
}

/// How results are shown.
struct Shown {
    format: Format,
    palette: Palette,
    to_terminal: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For reading
    Report,
    /// For programs: one JSON object per line; see "onrecord schema who" and "onrecord schema actors"
    Jsonl,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let gathered = batch::gather(&arguments.inputs, &arguments.page_options, arguments.output.as_deref())?;
    let pages = &gathered.pages;
    let written = pages.iter().filter(|page| across::was_written(page)).count();
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
    if arguments.each && written > 0 {
        bail!("--each needs pages, and a .jsonl file holds what was read of them; leave --each out");
    }
    if !arguments.each && (pages.len() > 1 || written > 0 || arguments.across.is_given()) {
        return across::run(arguments, &gathered, sink, &Shown { format, palette, to_terminal });
    }
    let width = report::width(to_terminal);
    let unit = arguments.offsets.into();
    let batch = Batch {
        pages,
        reader: &arguments.actors.reader(&arguments.model)?,
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
