//! The program as its users meet it: exit codes, streams, messages. What the model finds is tested elsewhere.
#![expect(clippy::unwrap_used, reason = "a helper of a test may stop as the test may")]

mod across;
mod actors;
mod conventions;
mod corpus;
#[path = "../../../engine/src/json/fixture.rs"]
mod fixture;
mod folder;
mod formats;
mod help;
mod issues;
mod network;
mod readme;
#[path = "../../../engine/src/json/schema_check.rs"]
mod schema_check;
mod who;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use folder::Folder;

/// A page in which somebody surely speaks, and one in which nobody does.
const SPOKEN: &str = "LYSK — “We handed over a list of forty-one names,” Ingrid Halvorsen said on Thursday.\n\n\
    “We do not seek a quarrel,” said Oleh Marchenko, the foreign minister.\n";
const SILENT: &str = "Rain fell on Tuesday. The river rose.\n";

/// The program, away from the settings of whoever runs the tests.
fn onrecord(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    command.current_dir(folder).stdin(Stdio::null());
    for setting in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "ONRECORD_JOBS", "RUST_BACKTRACE"] {
        command.env_remove(setting);
    }
    command
}

/// Runs it with `arguments` as a shell would part them at spaces.
fn run(folder: &Folder, arguments: &str) -> Output {
    onrecord(folder.path()).args(arguments.split_whitespace()).output().unwrap()
}

/// Runs it with `input` on standard input.
fn run_with(folder: &Folder, arguments: &str, input: &str) -> Output {
    let mut command = onrecord(folder.path());
    command.args(arguments.split_whitespace()).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}
