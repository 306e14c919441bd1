//! `onrecord read`: pages in, statements out, for people and for programs.

use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::thread;

use anyhow::{Result, anyhow, bail};
use clap::{Args, ColorChoice, ValueEnum};
use onrecord_engine::{OffsetUnit, ReadOptions, Reader};

use super::Outcome;
use super::actors_option::ActorsOption;
use super::page_options::PageOptions;
use crate::inputs::{self, Input};
use crate::output::sink::Sink;
use crate::output::{Format, Rendered, Renderer};
use crate::progress::{Progress, When};
use crate::{lines, parallel};

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
    actors: ActorsOption,
}

const EXAMPLES: &str = "\
Examples:
  onrecord read article.html
  onrecord read news/ -f csv -o quotes.csv
  curl -s URL | onrecord read - --url URL -f report
  onrecord read *.txt -f brat -o annotated/
  onrecord read article.html | jq -r '.statements[].quote'";

#[derive(Clone, Copy, ValueEnum)]
enum Unit {
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

/// A page that was read, ready to be written.
struct Done {
    rendered: Rendered,
    found: bool,
    /// For `-v`.
    note: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let gathered = inputs::gather(&arguments.inputs)?;
    let pages = &gathered.pages;
    if arguments.page_options.url.is_some() && pages.len() != 1 {
        bail!("--url belongs to one page, but {} are to be read; read that page alone", pages.len());
    }
    gathered.refuse_to_overwrite(arguments.output.as_deref())?;
    let to_terminal = arguments.output.is_none() && io::stdout().is_terminal();
    let format = arguments.format.unwrap_or_else(|| Format::guess(arguments.output.as_deref(), to_terminal));
    let renderer = Renderer::new(format, arguments.offsets.into(), arguments.color, to_terminal);
    let mut sink = Sink::open(format, arguments.output.as_deref(), pages)?;
    if arguments.verbose {
        for path in &gathered.skipped {
            lines::complain(&format!("{}: passed over: its ending is none of ours", path.display()));
        }
    }
    let reader = arguments.actors.reader()?;

    let when =
        if arguments.quiet && arguments.progress == When::Auto { When::Never } else { arguments.progress };
    let mut progress = Progress::new(when, pages.len(), !to_terminal);
    let (mut found, mut failed) = (false, false);
    let options = arguments.page_options.read_options();
    let work = |input: &Input| (input.label(), read(input, &reader, &options, &renderer));
    let mut index = 0;
    parallel::in_order(pages, jobs(arguments.jobs), work, |(label, result)| {
        progress.clear();
        match result {
            Ok(done) => {
                found |= done.found;
                if arguments.verbose {
                    lines::complain(&format!("{label}: {}", done.note));
                }
                sink.write(index, &done.rendered)?;
            }
            Err(error) => {
                failed = true;
                lines::complain(&format!("{label}: {error:#}"));
            }
        }
        index += 1;
        progress.step();
        Ok(())
    })?;
    drop(progress);
    sink.finish()?;
    Ok(match (failed, found) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Nothing,
    })
}

/// Reads one page. A panic within is a bug of ours, but no reason to lose the other pages.
fn read(input: &Input, reader: &Reader, options: &ReadOptions, renderer: &Renderer) -> Result<Done> {
    let bytes = input.bytes()?;
    let name = input.document(options.hint.url.as_deref());
    let attempt = panic::catch_unwind(AssertUnwindSafe(|| -> Result<Done> {
        let read = reader.read(&name, &bytes, options)?;
        let (actors, statements) = (read.reading.actors.len(), read.reading.statements.len());
        let note =
            format!("{}, {}, {statements} statements by {actors} actors", read.format.name(), read.encoding);
        Ok(Done { rendered: renderer.render(&read)?, found: statements > 0, note })
    }));
    attempt
        .map_err(|_| anyhow!("a bug in onrecord stopped it on this page; please report it with the page"))?
}

fn jobs(asked: Option<NonZero<usize>>) -> usize {
    asked.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get)
}
