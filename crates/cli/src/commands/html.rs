//! `onrecord html`: one page to read, keep and send: the article with its statements marked.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use super::Outcome;
use super::actors_option::ActorsOption;
use super::model_option::ModelOption;
use super::page_options::PageOptions;
use crate::inputs;
use crate::output::{html, target::Target};

/// Write one self-contained web page: the article with its statements marked
///
/// The page shows the article with each statement highlighted and numbered, beside it who said what, and below it who
/// stands where on which issue. It needs no network and no JavaScript, and names the hash of the original so that
/// anyone can check it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord html article.html -o marked.html
  curl -s URL | onrecord html - --url URL > marked.html")]
pub(crate) struct Arguments {
    /// The page; - is standard input
    #[arg(value_name = "FILE")]
    page: PathBuf,

    /// Write here instead of to standard output; the file appears only when complete
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    page_options: PageOptions,

    #[command(flatten)]
    model: ModelOption,

    #[command(flatten)]
    actors: ActorsOption,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    if arguments.page.is_dir() {
        bail!("{} is a directory; html makes a page of one file", arguments.page.display());
    }
    let inputs = inputs::gather(std::slice::from_ref(&arguments.page))?;
    inputs.refuse_to_overwrite(arguments.output.as_deref())?;
    let Some(input) = inputs.pages.first() else { bail!("nothing to read") };
    let reader = arguments.actors.reader(&arguments.model)?;
    let bytes = input.bytes().with_context(|| input.label())?;
    let name = input.document(arguments.page_options.url.as_deref());
    let read =
        reader.read(&name, &bytes, &arguments.page_options.read_options()).with_context(|| input.label())?;
    let mut target = Target::open(arguments.output.as_deref())?;
    target.write(html::render(&read).as_bytes())?;
    target.finish()?;
    Ok(if read.reading.statements.is_empty() { Outcome::Nothing } else { Outcome::Found })
}
