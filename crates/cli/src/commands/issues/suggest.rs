//! `onrecord issues suggest`: a codebook proposed from a set of articles.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ColorChoice, ValueEnum};
use onrecord_engine::codebook::suggest::{self, Options};
use onrecord_engine::codebook::{CodebookFormat, suggest::codebook};

use crate::commands::Outcome;
use crate::commands::records::RecordOptions;
use crate::output::corpus::suggestions;
use crate::output::palette::Palette;
use crate::output::report;
use crate::output::target::Target;

/// Propose a codebook from articles
///
/// Brings together the issues that each article makes for itself, where they are one: by the same words, or one label's
/// words within the other's. Those that are in many articles and statements come first, those in nearly all of them
/// last. What several articles carry counts once. Look through the result before you use it, and keep what you need.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord issues suggest news/
  onrecord issues suggest 2021.jsonl -n 12 -o issues.toml
  onrecord read --issues issues.toml news/

Exit code: 0 issues found, 1 none found, 2 error.")]
pub(super) struct Arguments {
    /// Pages, directories, and lines of `onrecord read -f jsonl`; - is standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// At most so many issues
    #[arg(short = 'n', long = "most", value_name = "N", default_value_t = Options::default().most)]
    most: usize,

    /// Leave out issues with fewer statements
    #[arg(long, value_name = "N", default_value_t = Options::default().min_statements)]
    min_statements: usize,

    /// Form of the results [default: report on a terminal, toml otherwise]
    ///
    /// With -o, the ending .toml, .csv, .qdc, .jsonl or .txt chooses it if this option does not.
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    format: Option<Form>,

    /// Write here instead of to standard output; the file appears only when complete
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// When to colour the report
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,

    #[command(flatten)]
    records: RecordOptions,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For reading
    Report,
    /// A codebook, counts and examples in the descriptions
    Toml,
    /// The same as a table
    Csv,
    /// The same for programs of qualitative research (REFI-QDA)
    Qdc,
    /// For programs: one JSON object per line
    Jsonl,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { inputs, most, min_statements, output, .. } = arguments;
    let read = arguments.records.read(inputs, output.as_deref())?;
    let options = Options { most: *most, min_statements: *min_statements };
    let lines = suggest::suggest(read.corpus.documents(), &options);

    let to_terminal = output.is_none() && io::stdout().is_terminal();
    let bytes = match arguments.format.unwrap_or_else(|| guess(arguments, to_terminal)) {
        Form::Report => {
            let palette = Palette::choose(arguments.color, to_terminal);
            suggestions::report(&lines, &palette, report::width(to_terminal)).into_bytes()
        }
        Form::Toml => codebook(&lines).write(CodebookFormat::Toml).into_bytes(),
        Form::Csv => codebook(&lines).write(CodebookFormat::Csv).into_bytes(),
        Form::Qdc => codebook(&lines).write(CodebookFormat::Qdc).into_bytes(),
        Form::Jsonl => {
            let mut bytes = Vec::new();
            for line in &lines {
                serde_json::to_writer(&mut bytes, line)?;
                bytes.push(b'\n');
            }
            bytes
        }
    };
    let mut target = Target::open(output.as_deref())?;
    target.write(&bytes)?;
    target.finish()?;
    Ok(match (read.failed, lines.is_empty()) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Nothing,
        (false, false) => Outcome::Found,
    })
}

fn guess(arguments: &Arguments, to_terminal: bool) -> Form {
    let ending =
        arguments.output.as_deref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("csv") => Form::Csv,
        Some("qdc") => Form::Qdc,
        Some("jsonl") => Form::Jsonl,
        Some("txt") => Form::Report,
        _ if to_terminal => Form::Report,
        _ => Form::Toml,
    }
}
