//! `onrecord events`: the event list of Discourse Network Analyzer, a row for each actor, statement and issue.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use onrecord_engine::corpus::{Carrier, Corpus, Utterance};
use onrecord_engine::json::{ActorKind, Stance};

use super::Outcome;
use super::records::RecordOptions;
use crate::output::csv::harmless;
use crate::output::target::Target;

/// Write statements as DNA's event list
///
/// One row for each actor, statement and issue, every article that carries it included. Columns and separator (;) are those of
/// DNA's export with the variables person, organization, concept and agreement: 1 for support, 0 for opposition. Statements that
/// are neutral or unclear have no agreement and are left out. Positions count as the record does.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord events 2021.jsonl -o events.csv

Exit code: 0 events found, 1 none found, 2 error.")]
pub(crate) struct Arguments {
    /// Pages, directories, and lines of `onrecord read -f jsonl`; - is standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// Write here instead of to standard output; the file appears only when complete
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    records: RecordOptions,
}

const COLUMNS: [&str; 15] = [
    "statement_id",
    "time",
    "person",
    "organization",
    "concept",
    "agreement",
    "start_position",
    "stop_position",
    "text",
    "coder",
    "document_id",
    "document_title",
    "document_author",
    "document_source",
    "document_section",
];

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let output = arguments.output.as_deref();
    let read = arguments.records.read(&arguments.inputs, output)?;
    let mut events: Vec<(Carrier, &Utterance)> = Vec::new();
    for utterance in read.corpus.utterances() {
        events.extend(utterance.carriers.iter().map(|carrier| (*carrier, utterance)));
    }
    // In the order of the documents and their texts.
    events.sort_by_key(|(carrier, _)| *carrier);
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().chain(&["document_type"]))?;
    let mut found = false;
    for (carrier, utterance) in events {
        if let Some(row) = row(&read.corpus, carrier, utterance) {
            found = true;
            writer.write_record(row.iter().map(|cell| harmless(cell)))?;
        }
    }
    let mut target = Target::open(output)?;
    target.write(&writer.into_inner().context("cannot make the table")?)?;
    target.finish()?;
    Ok(match (read.failed, found) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Nothing,
    })
}

fn row(corpus: &Corpus, carrier: Carrier, utterance: &Utterance) -> Option<[String; 16]> {
    let agreement = match utterance.stance? {
        Stance::Support => "1",
        Stance::Oppose => "0",
        Stance::Neutral => return None,
    };
    let (document, statement) = corpus.carrier(carrier);
    let actor = &corpus.actors()[utterance.actor];
    let is_organization = matches!(actor.kind, Some(ActorKind::Organization | ActorKind::State));
    let only = |yes: bool| if yes { actor.name.clone() } else { String::new() };
    let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
    Some([
        statement.id.clone(),
        maybe(&document.published),
        only(!is_organization),
        only(is_organization),
        corpus.issues()[utterance.issue].label.clone(),
        agreement.to_owned(),
        statement.content.first()?[0].to_string(),
        statement.content.last()?[1].to_string(),
        statement.quote.clone(),
        "onrecord".to_owned(),
        document.doc.clone(),
        maybe(&document.title),
        maybe(&document.author),
        maybe(&document.outlet),
        String::new(),
        String::new(),
    ])
}
