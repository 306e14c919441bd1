//! `onrecord who` of several articles: gathers the actors of pages and of what was read before, and shows who is who.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use anyhow::{Result, anyhow, bail};
use onrecord_engine::across::{self, Appearance};
use onrecord_engine::json::actors::ActorsLine;
use onrecord_engine::json::load;

use super::{Arguments, Shown};
use crate::commands::Outcome;
use crate::commands::batch::Batch;
use crate::inputs::{self, Input, Inputs, Place};
use crate::lines;
use crate::output::sink::Sink;
use crate::output::{Format, Rendered, report};
use crate::progress::When;

/// Whether an input is what `onrecord read -f jsonl` writes: a file by its ending, standard input by how it begins.
pub(super) fn was_written(input: &Input) -> bool {
    match &input.place {
        Place::File(path) => path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl")),
        // What is looked at stays in the buffer of standard input, for whoever reads it. A page begins otherwise.
        Place::Stdin => io::stdin().lock().fill_buf().is_ok_and(|start| start.starts_with(b"{\"onrecord\":")),
        Place::Missing(_) => false,
    }
}

pub(super) fn run(arguments: &Arguments, inputs: &Inputs, mut sink: Sink, shown: &Shown) -> Result<Outcome> {
    let options = arguments.across.options()?;
    let (written, pages): (Vec<Input>, Vec<Input>) = inputs.pages.iter().cloned().partition(was_written);
    let mut gathered = Gathered::default();
    if !pages.is_empty() {
        gathered.read(arguments, &pages, shown.to_terminal)?;
    } else if arguments.actors.additions()?.is_some() {
        bail!("--actors is for pages, and these are read already; give it to onrecord read");
    }
    for input in &written {
        gathered.load(input);
    }
    let found = gathered.appearances.iter().any(|appearance| appearance.statements > 0);
    let answer = across::gather(gathered.appearances, &options);
    if !arguments.quiet {
        answer.notes.iter().for_each(|note| lines::complain(note));
    }
    if shown.format == Format::Report {
        let width = report::width(shown.to_terminal);
        let text = report::across::render(&answer, gathered.articles, &shown.palette, width);
        sink.write(0, &Rendered::Piece(text.into_bytes()))?;
    } else {
        for line in ActorsLine::all(&answer) {
            let mut bytes = serde_json::to_vec(&line)?;
            bytes.push(b'\n');
            sink.write(0, &Rendered::Piece(bytes))?;
        }
    }
    sink.finish()?;
    Ok(match (gathered.failed, found) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Nothing,
    })
}

/// The actors of all articles so far.
#[derive(Default)]
struct Gathered {
    appearances: Vec<Appearance>,
    articles: usize,
    failed: bool,
}

impl Gathered {
    /// Reads pages.
    fn read(&mut self, arguments: &Arguments, pages: &[Input], to_terminal: bool) -> Result<()> {
        let batch = Batch {
            pages,
            reader: &arguments.actors.reader(&arguments.model)?,
            options: arguments.page_options.read_options(),
            jobs: arguments.jobs,
            quiet: arguments.quiet,
            verbose: false,
            progress: When::Auto,
            to_terminal,
        };
        let outcome = batch.each(
            |read| Ok(Appearance::of(read)),
            |_, appearances| {
                self.appearances.extend(appearances);
                self.articles += 1;
                Ok(())
            },
        )?;
        self.failed |= outcome == Outcome::Failed;
        Ok(())
    }

    /// Loads what was read before. A line that cannot be trusted is told, and the others are still taken.
    fn load(&mut self, input: &Input) {
        let opened: Result<Box<dyn BufRead>> = match &input.place {
            Place::File(path) => File::open(path)
                .map_err(inputs::describe)
                .map(|file| Box::new(BufReader::new(file)) as Box<dyn BufRead>),
            Place::Stdin => Ok(Box::new(io::stdin().lock())),
            Place::Missing(why) => Err(anyhow!("{why}")),
        };
        let lines_in = match opened {
            Ok(lines_in) => lines_in,
            Err(error) => {
                self.failed = true;
                return lines::complain(&format!("{}: {error:#}", input.label()));
            }
        };
        for article in load::articles(lines_in) {
            match article {
                Ok(article) => {
                    self.appearances.extend(Appearance::of_loaded(&article));
                    self.articles += 1;
                }
                Err(error) => {
                    self.failed = true;
                    lines::complain(&format!("{}: {error}", input.label()));
                }
            }
        }
    }
}
