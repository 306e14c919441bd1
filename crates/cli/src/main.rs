//! The binary `onrecord`: reads the command line, runs the command, gives its exit code.

mod commands;
mod inputs;
mod lines;
mod output;
mod parallel;
mod progress;
mod visible;

use std::process::ExitCode;

use clap::Parser;

use commands::{Arguments, Outcome};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match commands::run(arguments.command) {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        // Who closed the pipe (`head`, a pager) has seen enough: no fault of anybody's.
        Err(error) if lines::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            lines::complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}
