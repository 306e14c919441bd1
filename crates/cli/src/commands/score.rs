//! `onrecord score`: compares what was read, here or elsewhere, with a folder annotated by hand.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};
use clap::Args;
use onrecord_base::OffsetIndex;
use onrecord_engine::score::{self, Gold, Prediction, Predictions, Roles, gold, predictions};
use onrecord_engine::{Format, Hint, ReadOptions, Reader};

use super::Outcome;
use super::model_option::ModelOption;
use crate::lines;

/// Compare statements with a folder annotated by hand
///
/// Prints precision, recall and F1: of sources, cues and contents word for word (exact), by overlap (soft) and by token,
/// and of whole attributions (attr), apart for direct, mixed and indirect speech.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord score gold/                      reads the texts of gold/ itself
  onrecord score gold/ predictions.jsonl    what another program found")]
pub(crate) struct Arguments {
    /// Annotated articles (brat standoff): text/*.txt and attributions/*.ann, or NAME.txt beside NAME.ann
    #[arg(value_name = "GOLD_DIR")]
    gold: PathBuf,

    /// Lines of `onrecord read -f jsonl`, or of {"doc", "attributions": [{"source", "cue", "content"}]} in characters
    #[arg(value_name = "PRED.jsonl")]
    predictions: Option<PathBuf>,

    #[command(flatten)]
    model: ModelOption,

    /// Write the figures as JSON, too
    #[arg(long, value_name = "OUT")]
    json: Option<PathBuf>,

    /// Leave these articles out
    #[arg(long, value_name = "DOC", num_args = 1..)]
    skip: Vec<String>,

    /// Compare these articles alone
    #[arg(long, value_name = "DOC", num_args = 1..)]
    only: Vec<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let mut gold = gold::read(&arguments.gold)?;
    for article in &gold.unannotated {
        lines::complain(&format!("no annotation for {article}: left out"));
    }
    let (skip, only) = (&arguments.skip, &arguments.only);
    gold.articles.retain(|article, _| !skip.contains(article) && (only.is_empty() || only.contains(article)));
    let mut predictions = match &arguments.predictions {
        Some(path) => predictions::read(path)?,
        None => read_all(&gold, &arguments.model.reader()?)?,
    };
    predictions.retain(|article, _| !skip.contains(article));
    predictions::check(&predictions, &gold)?;

    let scores = score::score(&gold, &predictions);
    if let Some(path) = &arguments.json {
        std::fs::write(path, scores.to_json()).with_context(|| format!("cannot write {}", path.display()))?;
    }
    io::stdout().lock().write_all(scores.to_string().as_bytes())?;
    Ok(if scores.articles.gold == 0 { Outcome::Nothing } else { Outcome::Found })
}

/// Reads the texts of `gold` as plain text, one worker a core.
fn read_all(gold: &Gold, reader: &Reader) -> Result<Predictions> {
    let articles: Vec<(&String, &String)> =
        gold.articles.iter().map(|(name, (text, _))| (name, text)).collect();
    let next = AtomicUsize::new(0);
    let work = || -> Result<Predictions> {
        let mut done = Predictions::new();
        while let Some(&(article, text)) = articles.get(next.fetch_add(1, Ordering::Relaxed)) {
            let prediction = read(reader, text).with_context(|| format!("cannot read {article}"))?;
            done.insert(article.clone(), prediction);
        }
        Ok(done)
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(articles.len().max(1));
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let mut all = Predictions::new();
        for handle in handles {
            all.extend(handle.join().expect("reading does not panic")?);
        }
        Ok(all)
    })
}

fn read(reader: &Reader, text: &str) -> Result<Prediction> {
    let hint = Hint { format: Some(Format::Plain), charset: Some("utf-8".to_owned()), ..Hint::default() };
    let options = ReadOptions { hint, ..ReadOptions::default() };
    let read = reader.read("", text.as_bytes(), &options)?;
    let text = &read.reading.article.text;
    let index = OffsetIndex::new(text);
    let attributions = read.reading.statements.iter().map(|s| Roles::of(&s.attribution, &index)).collect();
    Ok(Prediction { attributions, text: Some(text.as_str().to_owned()) })
}
