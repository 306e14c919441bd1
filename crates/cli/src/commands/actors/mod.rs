//! `onrecord actors`: what the program knows of people and countries.

mod lookup;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::Outcome;

/// Look up people, offices and countries
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Lookup(lookup::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    match &arguments.command {
        Command::Lookup(arguments) => lookup::run(arguments),
    }
}
