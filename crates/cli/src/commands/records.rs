//! Records for the commands that look at many articles at once: lines of our JSON as they are, pages read on the way.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use clap::Args;
use onrecord_engine::corpus::{Corpus, Period};
use onrecord_engine::json::{self, Document};
use onrecord_engine::world::Date;
use onrecord_engine::{OffsetUnit, Reader};

use super::actors_option::ActorsOption;
use super::model_option::ModelOption;
use super::page_options::PageOptions;
use crate::inputs::{self, Input, Place};
use crate::progress::{Progress, When};
use crate::{lines, parallel};

/// What records are taken.
#[derive(Args)]
pub(crate) struct RecordOptions {
    /// Only what was published from then on; YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,

    /// Only what was published up to then, that day, month or year included
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,

    /// How many pages to read at once [default: one for each processor]
    #[arg(short, long, value_name = "N", env = "ONRECORD_JOBS", hide_env_values = true)]
    jobs: Option<NonZero<usize>>,

    /// Say nothing on standard error but errors
    #[arg(short, long)]
    quiet: bool,

    #[command(flatten)]
    page_options: PageOptions,

    #[command(flatten)]
    pub(crate) model: ModelOption,

    #[command(flatten)]
    pub(crate) actors: ActorsOption,
}

/// What was read.
pub(super) struct Records {
    pub(super) corpus: Corpus,
    /// Whether something could not be read; its error has been told.
    pub(super) failed: bool,
}

impl RecordOptions {
    /// Reads pages and lines in the order of the command line. `output` must be none of them.
    pub(super) fn read(&self, files: &[PathBuf], output: Option<&Path>) -> Result<Records> {
        let gathered = inputs::gather_with_records(files)?;
        gathered.refuse_to_overwrite(output)?;
        let pieces: Vec<Piece<'_>> = gathered.pages.iter().map(Piece::of).collect();
        // A model takes its time to load, and lines need none.
        let has_pages = pieces.iter().any(|piece| matches!(piece, Piece::Page(..)));
        let reader = if has_pages { Some(self.actors.reader(&self.model)?) } else { None };
        let when = if self.quiet || !has_pages { When::Never } else { When::Auto };
        let mut progress = Progress::new(when, pieces.len(), true);

        let period = Period { from: self.from, to: self.to };
        let mut records = Records { corpus: Corpus::default(), failed: false };
        let mut undated = 0;
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
        let work = |piece: &Piece<'_>| (piece.label(), self.read_piece(piece, reader.as_ref()));
        parallel::in_order(&pieces, jobs, work, |(label, results)| {
            progress.clear();
            for result in results {
                match result {
                    Ok(document) => match period.holds(&document) {
                        Some(true) => records.corpus.add(document),
                        Some(false) => {}
                        None => undated += 1,
                    },
                    Err(error) => {
                        records.failed = true;
                        lines::complain(&format!("{label}: {error:#}"));
                    }
                }
            }
            progress.step();
            Ok(())
        })?;
        drop(progress);
        if undated > 0 && !self.quiet {
            lines::complain(&format!(
                "{undated} without a date of publication left out, as --from and --to ask for one"
            ));
        }
        Ok(records)
    }

    fn read_piece(&self, piece: &Piece<'_>, reader: Option<&Reader>) -> Vec<Result<Document>> {
        match piece {
            Piece::Lines(path) => match File::open(path) {
                Ok(file) => documents(BufReader::new(file)),
                Err(error) => vec![Err(inputs::describe(error))],
            },
            Piece::LinesAtHand(bytes) => documents(bytes.as_slice()),
            Piece::Page(input, at_hand) => {
                let read = || -> Result<Document> {
                    let bytes = match at_hand {
                        Some(bytes) => bytes,
                        None => &input.bytes()?,
                    };
                    let reader = reader.context("there is no model")?;
                    let name = input.document(self.page_options.url.as_deref());
                    let read = reader.read(&name, bytes, &self.page_options.read_options())?;
                    Ok(Document::new(&read, OffsetUnit::Char))
                };
                let attempt = panic::catch_unwind(AssertUnwindSafe(read));
                let bug = |_| {
                    Err(anyhow!("a bug in onrecord stopped it on this page; please report it with the page"))
                };
                vec![attempt.unwrap_or_else(bug)]
            }
        }
    }
}

/// A file, by what is in it.
enum Piece<'i> {
    /// Lines of our JSON.
    Lines(&'i Path),
    /// The same from standard input, which can be read only once.
    LinesAtHand(Vec<u8>),
    /// A page, with its bytes if they had to be read to tell.
    Page(&'i Input, Option<Vec<u8>>),
}

impl<'i> Piece<'i> {
    /// Told by the ending of the name, else by the first bytes.
    fn of(input: &'i Input) -> Self {
        match &input.place {
            Place::File(path) => {
                let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
                let mut start = Vec::new();
                // What cannot be opened is told when it is read.
                let opened = File::open(path).and_then(|file| file.take(64).read_to_end(&mut start));
                if ending.eq_ignore_ascii_case("jsonl") || (opened.is_ok() && is_ours(&start)) {
                    Self::Lines(path)
                } else {
                    Self::Page(input, None)
                }
            }
            Place::Stdin => match input.bytes() {
                Ok(bytes) if is_ours(&bytes) => Self::LinesAtHand(bytes),
                Ok(bytes) => Self::Page(input, Some(bytes)),
                Err(_) => Self::Page(input, None),
            },
            Place::Missing(_) => Self::Page(input, None),
        }
    }

    fn label(&self) -> String {
        match self {
            Self::Lines(path) => path.display().to_string(),
            Self::Page(input, _) => input.label(),
            Self::LinesAtHand(_) => "standard input".to_owned(),
        }
    }
}

fn is_ours(start: &[u8]) -> bool {
    let start: Vec<u8> = start.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).take(11).collect();
    start.starts_with(b"{\"onrecord\"")
}

/// Each line that is not empty; an error of one is its own.
fn documents(lines: impl BufRead) -> Vec<Result<Document>> {
    let document = |(number, line): (usize, std::io::Result<String>)| {
        let at = || format!("line {}", number + 1);
        let line = match line {
            Ok(line) if line.trim().is_empty() => return None,
            Ok(line) => line,
            Err(error) => return Some(Err(anyhow!("{}: {:#}", at(), inputs::describe(error)))),
        };
        Some(json::load(&line).with_context(at))
    };
    lines.lines().enumerate().filter_map(document).collect()
}
