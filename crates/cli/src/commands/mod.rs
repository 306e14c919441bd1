//! The commands. A new one is a module, a variant of [`Command`] and its line in [`run`].

mod across_options;
mod actors;
mod actors_option;
mod batch;
mod compare;
mod completions;
mod differences;
mod events;
mod html;
mod issues;
mod issues_option;
mod man;
mod model_option;
mod network;
mod page_options;
mod positions;
mod read;
mod records;
mod schema;
mod score;
mod view;
mod who;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// What a command found; decides the exit code as grep's does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something: 0.
    Found,
    /// Nothing: 1.
    Nothing,
    /// At least one input failed, and its error was told: 2.
    Failed,
}

/// Who said what: reads news and puts it on record
///
/// Reads news pages (HTML or plain text) and lists who said what: each statement with its speaker, its quotation
/// verbatim, and the exact place in the article that shows it.
#[derive(Parser)]
#[command(version, propagate_version = true, after_help = EXAMPLES, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  onrecord read article.html                  who said what, for reading
  onrecord read news/ -f csv -o quotes.csv    a folder, for a spreadsheet
  curl -s URL | onrecord read - | jq .        for programs
  onrecord html article.html -o marked.html   the article with its statements marked
  onrecord who article.html                   who each speaker is, and how that is known
  onrecord who news/                          who speaks across a folder, under all names
  onrecord compare Halvorsen Marchenko news/  where two people differ, with their words

Exit code: 0 statements found, 1 none found, 2 error.";

#[derive(Subcommand)]
pub(crate) enum Command {
    Read(read::Arguments),
    Who(who::Arguments),
    Html(html::Arguments),
    Compare(compare::Arguments),
    Positions(positions::Arguments),
    Differences(differences::Arguments),
    Network(network::Arguments),
    Events(events::Arguments),
    Actors(actors::Arguments),
    Issues(issues::Arguments),
    Score(score::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

/// Runs a command.
pub(crate) fn run(command: Command) -> Result<Outcome> {
    match command {
        Command::Read(arguments) => read::run(&arguments),
        Command::Who(arguments) => who::run(&arguments),
        Command::Html(arguments) => html::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Positions(arguments) => positions::run(&arguments),
        Command::Differences(arguments) => differences::run(&arguments),
        Command::Network(arguments) => network::run(&arguments),
        Command::Events(arguments) => events::run(&arguments),
        Command::Actors(arguments) => actors::run(&arguments),
        Command::Issues(arguments) => issues::run(&arguments),
        Command::Score(arguments) => score::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    }
}
