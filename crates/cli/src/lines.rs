//! Lines on stderr for a person; stdout is for data only.

use std::io::{self, Write};

use crate::visible::visible;

/// Says what went wrong. Messages may quote file names and pages, so they are made harmless first.
pub(crate) fn complain(message: &str) {
    // If stderr is closed nobody can be told; the exit code still says it.
    let _ = writeln!(io::stderr().lock(), "onrecord: {}", visible(message));
}

/// Whether the error is that the reader of our output went away.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe))
}
