//! Many pages through one command: in order, on several threads, with progress, and an error of one page its own.

use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Result, anyhow, bail};
use onrecord_engine::{ReadArticle, ReadOptions, Reader};

use super::Outcome;
use super::page_options::PageOptions;
use crate::inputs::{self, Input, Inputs};
use crate::output::Rendered;
use crate::output::sink::Sink;
use crate::progress::{Progress, When};
use crate::{lines, parallel};

/// Finds the pages that a command is to read, and refuses what cannot be: one address for several, or a page as output.
pub(super) fn gather(inputs: &[PathBuf], options: &PageOptions, output: Option<&Path>) -> Result<Inputs> {
    let gathered = inputs::gather(inputs)?;
    let count = gathered.pages.len();
    if options.url.is_some() && count != 1 {
        bail!("--url belongs to one page, but {count} are to be read; read that page alone");
    }
    gathered.refuse_to_overwrite(output)?;
    Ok(gathered)
}

/// How a command goes through its pages.
pub(super) struct Batch<'b> {
    pub(super) pages: &'b [Input],
    pub(super) reader: &'b Reader,
    pub(super) options: ReadOptions,
    /// One for each processor if not given.
    pub(super) jobs: Option<NonZero<usize>>,
    pub(super) quiet: bool,
    pub(super) verbose: bool,
    pub(super) progress: When,
    pub(super) to_terminal: bool,
}

/// A page that was read, and what was made of it.
struct Done<R> {
    made: R,
    found: bool,
    /// For `-v`.
    note: String,
}

impl Batch<'_> {
    /// Reads every page, renders it and writes it.
    pub(super) fn run(
        &self,
        mut sink: Sink,
        render: impl Fn(&ReadArticle) -> Result<Rendered> + Sync,
    ) -> Result<Outcome> {
        let outcome = self.each(render, |index, rendered| sink.write(index, &rendered))?;
        sink.finish()?;
        Ok(outcome)
    }

    /// Reads every page, and hands over what `make` makes of it, with the place of the page, in the order of the pages.
    pub(super) fn each<R: Send>(
        &self,
        make: impl Fn(&ReadArticle) -> Result<R> + Sync,
        mut take: impl FnMut(usize, R) -> Result<()>,
    ) -> Result<Outcome> {
        let when = if self.quiet && self.progress == When::Auto { When::Never } else { self.progress };
        let mut progress = Progress::new(when, self.pages.len(), !self.to_terminal);
        let (mut found, mut failed) = (false, false);
        let work = |input: &Input| (input.label(), read(input, self.reader, &self.options, &make));
        let mut index = 0;
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
        parallel::in_order(self.pages, jobs, work, |(label, result)| {
            progress.clear();
            match result {
                Ok(done) => {
                    found |= done.found;
                    if self.verbose {
                        lines::complain(&format!("{label}: {}", done.note));
                    }
                    take(index, done.made)?;
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
        Ok(match (failed, found) {
            (true, _) => Outcome::Failed,
            (false, true) => Outcome::Found,
            (false, false) => Outcome::Nothing,
        })
    }
}

/// Reads one page. A panic within is a bug of ours, but no reason to lose the other pages.
fn read<R>(
    input: &Input,
    reader: &Reader,
    options: &ReadOptions,
    make: &impl Fn(&ReadArticle) -> Result<R>,
) -> Result<Done<R>> {
    let bytes = input.bytes()?;
    let name = input.document(options.hint.url.as_deref());
    let attempt = panic::catch_unwind(AssertUnwindSafe(|| -> Result<Done<R>> {
        let read = reader.read(&name, &bytes, options)?;
        let (actors, statements) = (read.reading.actors.len(), read.reading.statements.len());
        let note =
            format!("{}, {}, {statements} statements by {actors} actors", read.format.name(), read.encoding);
        Ok(Done { made: make(&read)?, found: statements > 0, note })
    }));
    attempt
        .map_err(|_| anyhow!("a bug in onrecord stopped it on this page; please report it with the page"))?
}
