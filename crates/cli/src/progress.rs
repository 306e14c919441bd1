//! The progress line on stderr: how many of the pages are read.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;

/// When the progress line is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// If stderr is a terminal and the results go elsewhere
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The line. It is rewritten in place and taken away when something else is to be said.
pub(crate) struct Progress {
    shown: bool,
    done: usize,
    of: usize,
}

impl Progress {
    /// For `of` pages. `elsewhere` says that the results do not scroll by on the same terminal.
    pub(crate) fn new(when: When, of: usize, elsewhere: bool) -> Self {
        let shown = match when {
            When::Auto => of > 1 && elsewhere && io::stderr().is_terminal(),
            When::Always => true,
            When::Never => false,
        };
        Self { shown, done: 0, of }
    }

    /// One more page is done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        self.draw();
    }

    /// Takes the line away so that something can be printed in its place.
    pub(crate) fn clear(&self) {
        self.write("\r\x1b[K");
    }

    fn draw(&self) {
        let (done, of) = (self.done, self.of);
        self.write(&format!("\r\x1b[K{done} of {of} pages read"));
    }

    fn write(&self, line: &str) {
        if self.shown {
            let mut stderr = io::stderr().lock();
            // A line nobody can see is no reason to stop.
            let _ = stderr.write_all(line.as_bytes()).and_then(|()| stderr.flush());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
