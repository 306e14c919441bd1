//! `onrecord read`: pages in, statements out, for people and for programs.

use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ColorChoice, ValueEnum};
use onrecord_engine::OffsetUnit;

use super::Outcome;
use super::actors_option::ActorsOption;
use super::batch::{self, Batch};
use super::issues_option::IssuesOption;
use super::model_option::ModelOption;
use super::page_options::PageOptions;
use crate::lines;
use crate::output::sink::Sink;
use crate::output::{Format, Renderer};
use crate::progress::When;

/// Read pages and list who said what
///
/// Takes web pages and plain text, and directories of them (files ending in .html, .htm, .xhtml or .txt, also in
/// directories within, but nothing hidden). Results come in the order of the pages. A page that cannot be read is told on standard error
/// and the others are still read; the exit code is then 2.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Pages or directories; - is standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// Form of the results [default: report on a terminal, jsonl otherwise]
    ///
    /// With -o, the ending .csv, .jsonl, .json or .txt chooses it if this option does not.
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,

    /// Write here instead of to standard output; for brat, a directory
    ///
    /// The file appears only when all is read, so that nobody takes a part for the whole.
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// What offsets in the results count
    #[arg(long, value_enum, value_name = "UNIT", default_value = "char")]
    offsets: Unit,

    /// How many pages to read at once [default: one for each processor]
    #[arg(short, long, value_name = "N", env = "ONRECORD_JOBS", hide_env_values = true)]
    jobs: Option<NonZero<usize>>,

    /// Say nothing on standard error but errors
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,

    /// Say on standard error what each page was taken for, and what was passed over
    #[arg(short, long)]
    verbose: bool,

    /// When to show progress on standard error
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    progress: When,

    /// When to colour the report
    ///
    /// auto means: on a terminal, unless the environment has NO_COLOR, or CLICOLOR_FORCE asks for it anyway.
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,

    #[command(flatten)]
    page_options: PageOptions,

    #[command(flatten)]
    model: ModelOption,

    #[command(flatten)]
    actors: ActorsOption,

    #[command(flatten)]
    issues: IssuesOption,
}

const EXAMPLES: &str = "\
Examples:
  onrecord read article.html
  onrecord read news/ -f csv -o quotes.csv
  curl -s URL | onrecord read - --url URL -f report
  onrecord read *.txt -f brat -o annotated/
  onrecord read article.html | jq -r '.statements[].quote'";

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Unit {
    /// Unicode characters, as Python counts
    Char,
    /// Bytes of UTF-8
    Byte,
    /// UTF-16 code units, as JavaScript counts
    Utf16,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Char => Self::Char,
            Unit::Byte => Self::Byte,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let gathered = batch::gather(&arguments.inputs, &arguments.page_options, arguments.output.as_deref())?;
    let pages = &gathered.pages;
    let to_terminal = arguments.output.is_none() && io::stdout().is_terminal();
    let format = arguments.format.unwrap_or_else(|| Format::guess(arguments.output.as_deref(), to_terminal));
    let renderer = Renderer::new(format, arguments.offsets.into(), arguments.color, to_terminal);
    let sink = Sink::open(format, arguments.output.as_deref(), pages)?;
    if arguments.verbose {
        for path in &gathered.skipped {
            lines::complain(&format!("{}: passed over: its ending is none of ours", path.display()));
        }
    }
    let batch = Batch {
        pages,
        reader: &arguments.issues.apply(arguments.actors.reader(&arguments.model)?)?,
        options: arguments.page_options.read_options(),
        jobs: arguments.jobs,
        quiet: arguments.quiet,
        verbose: arguments.verbose,
        progress: arguments.progress,
        to_terminal,
    };
    batch.run(sink, |read| renderer.render(read))
}
