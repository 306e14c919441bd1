//! `onrecord network`: who is tied to which issues, or to whom, in the measures of Discourse Network Analyzer.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ColorChoice, ValueEnum};
use onrecord_engine::networks::{
    Counts, Duplicates, Matrix, OneMode, OneModeNormalisation, Range, Rows, Selection, TwoMode,
    TwoModeNormalisation, graphml, one_mode, two_mode,
};

use super::Outcome;
use super::records::RecordOptions;
use crate::output::network;
use crate::output::palette::Palette;
use crate::output::report;
use crate::output::target::Target;

/// Make a network of actors and issues, or of actors, in the measures of DNA
///
/// Takes pages and directories as read does, and lines of `onrecord read -f jsonl`. A vote is an utterance: an actor's stance on
/// an issue, 1 for support and −1 for opposition; the same words count once however many articles carry them.
#[derive(Args)]
#[command(after_help = "\
Measures (x is the number of votes of an actor on an issue with a stance, n that of all votes of an actor):
  two-mode   ignore      votes                 subtract   votes for less votes against
             combine     1 for, 2 against, 3 both
             activity    divides by n          prominence divides by the votes on the issue
  one-mode   ignore      x·x′ over the issues  congruence the same, of equal stances
             conflict    of opposed stances    subtract   congruence less conflict
             average     divides by ½(n + n′)  cosine     divides by n·n′
             jaccard     divides by what either has

Examples:
  onrecord network 2021.jsonl --mode one --qualifier subtract --normalise average -f graphml -o coalitions.graphml
  onrecord network news/ --mode two -f csv -o matrix.csv

Exit code: 0 there are ties, 1 there are none, 2 error.")]
pub(crate) struct Arguments {
    /// Pages, directories, and lines of `onrecord read -f jsonl`; - is standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// Actors by issues, or actors by actors
    #[arg(long, value_enum, value_name = "MODE", default_value = "two")]
    mode: Mode,

    /// What becomes of the stances [default: subtract in two-mode, congruence in one-mode networks]
    #[arg(long, value_enum, value_name = "HOW")]
    qualifier: Option<Qualifier>,

    /// What values are divided by
    #[arg(long, value_enum, value_name = "BY", default_value = "none")]
    normalise: Normalise,

    /// Within what the same vote counts once
    #[arg(long, value_enum, value_name = "PERIOD", default_value = "include")]
    duplicates: Period,

    /// At which distance stances are wholly opposed; matters with neutral ones
    #[arg(long, value_enum, value_name = "RANGE", default_value = "observed")]
    range: RangeOf,

    /// Votes that are left out otherwise: neutral (counts 0), unclear (only with --qualifier ignore)
    #[arg(long, value_enum, value_name = "STANCE", value_delimiter = ',')]
    include: Vec<Include>,

    /// Count each article that carries an utterance, as DNA does
    #[arg(long)]
    carriers: bool,

    /// Form of the network [default: table on a terminal, csv otherwise]
    ///
    /// With -o, the ending .csv, .graphml or .txt chooses it if this option does not.
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    format: Option<Form>,

    /// Write here instead of to standard output; the file appears only when complete
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// When to colour the table
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,

    #[command(flatten)]
    records: RecordOptions,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Mode {
    /// Actors by actors
    One,
    /// Actors by issues
    Two,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Qualifier {
    Ignore,
    Subtract,
    /// In two-mode networks
    Combine,
    /// In one-mode networks
    Congruence,
    /// In one-mode networks
    Conflict,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Normalise {
    None,
    /// In two-mode networks
    Activity,
    /// In two-mode networks
    Prominence,
    /// In one-mode networks
    Average,
    /// In one-mode networks
    Jaccard,
    /// In one-mode networks
    Cosine,
}

#[derive(Clone, Copy, ValueEnum)]
enum Period {
    /// Every vote counts
    Include,
    Document,
    Week,
    Month,
    Year,
    /// Once in all
    Acrossrange,
}

#[derive(Clone, Copy, ValueEnum)]
enum RangeOf {
    /// The largest stance that occurs less the smallest
    Observed,
    /// From opposition to support
    Scale,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Include {
    Neutral,
    Unclear,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For reading: the ties
    Table,
    /// For spreadsheets and R: the matrix
    Csv,
    /// For Gephi and other programs of networks
    Graphml,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let ignore = arguments.qualifier == Some(Qualifier::Ignore);
    let includes = |what| arguments.include.contains(&what);
    if includes(Include::Unclear) && !ignore {
        bail!("an unclear stance has no value; take --qualifier ignore with --include unclear");
    }
    let measure = Measure::of(arguments)?;
    let read = arguments.records.read(&arguments.inputs, arguments.output.as_deref())?;
    let selection = Selection {
        neutral: includes(Include::Neutral),
        unclear: includes(Include::Unclear),
        carriers: arguments.carriers,
    };
    let mut rows = Rows::of(&read.corpus, selection);
    duplicates(arguments.duplicates).leave_out(&mut rows, ignore);
    let counts = Counts::of(&rows);
    let matrix = measure.matrix(&counts)?;

    let to_terminal = arguments.output.is_none() && io::stdout().is_terminal();
    let bytes = match arguments.format.unwrap_or_else(|| guess(arguments, to_terminal)) {
        Form::Table => {
            let palette = Palette::choose(arguments.color, to_terminal);
            network::table(&matrix, &palette, report::width(to_terminal)).into_bytes()
        }
        Form::Csv => network::csv(&matrix)?,
        Form::Graphml => graphml(&matrix, &counts).into_bytes(),
    };
    let mut target = Target::open(arguments.output.as_deref())?;
    target.write(&bytes)?;
    target.finish()?;
    Ok(match (read.failed, matrix.ties().next()) {
        (true, _) => Outcome::Failed,
        (false, Some(_)) => Outcome::Found,
        (false, None) => Outcome::Nothing,
    })
}

/// What the options come to.
enum Measure {
    One(OneMode, OneModeNormalisation, Range),
    Two(TwoMode, TwoModeNormalisation),
}

impl Measure {
    fn of(arguments: &Arguments) -> Result<Self> {
        let (qualifier, by) = (arguments.qualifier, arguments.normalise);
        Ok(match arguments.mode {
            Mode::One => {
                let qualifier = match qualifier.unwrap_or(Qualifier::Congruence) {
                    Qualifier::Ignore => OneMode::Ignore,
                    Qualifier::Subtract => OneMode::Subtract,
                    Qualifier::Congruence => OneMode::Congruence,
                    Qualifier::Conflict => OneMode::Conflict,
                    Qualifier::Combine => {
                        bail!("--qualifier combine is for two-mode networks; take --mode two")
                    }
                };
                let by = match by {
                    Normalise::None => OneModeNormalisation::None,
                    Normalise::Average => OneModeNormalisation::Average,
                    Normalise::Jaccard => OneModeNormalisation::Jaccard,
                    Normalise::Cosine => OneModeNormalisation::Cosine,
                    Normalise::Activity | Normalise::Prominence => bail!(
                        "one-mode networks are normalised by average, jaccard or cosine; take one of these, or --mode two"
                    ),
                };
                let range = match arguments.range {
                    RangeOf::Observed => Range::Observed,
                    RangeOf::Scale => Range::Scale,
                };
                Self::One(qualifier, by, range)
            }
            Mode::Two => {
                let qualifier = match qualifier.unwrap_or(Qualifier::Subtract) {
                    Qualifier::Ignore => TwoMode::Ignore,
                    Qualifier::Subtract => TwoMode::Subtract,
                    Qualifier::Combine => TwoMode::Combine,
                    Qualifier::Congruence | Qualifier::Conflict => {
                        bail!(
                            "--qualifier congruence and conflict are for one-mode networks; take --mode one"
                        )
                    }
                };
                let by = match by {
                    Normalise::None => TwoModeNormalisation::None,
                    Normalise::Activity => TwoModeNormalisation::Activity,
                    Normalise::Prominence => TwoModeNormalisation::Prominence,
                    Normalise::Average | Normalise::Jaccard | Normalise::Cosine => bail!(
                        "two-mode networks are normalised by activity or prominence; take one of these, or --mode one"
                    ),
                };
                Self::Two(qualifier, by)
            }
        })
    }

    fn matrix(&self, counts: &Counts) -> Result<Matrix> {
        Ok(match *self {
            Self::One(qualifier, by, range) => one_mode(counts, qualifier, by, range),
            Self::Two(qualifier, by) => two_mode(counts, qualifier, by)?,
        })
    }
}

fn duplicates(period: Period) -> Duplicates {
    match period {
        Period::Include => Duplicates::Include,
        Period::Document => Duplicates::Document,
        Period::Week => Duplicates::Week,
        Period::Month => Duplicates::Month,
        Period::Year => Duplicates::Year,
        Period::Acrossrange => Duplicates::AcrossRange,
    }
}

fn guess(arguments: &Arguments, to_terminal: bool) -> Form {
    let ending =
        arguments.output.as_deref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("graphml") => Form::Graphml,
        Some("txt") => Form::Table,
        _ if to_terminal => Form::Table,
        _ => Form::Csv,
    }
}
