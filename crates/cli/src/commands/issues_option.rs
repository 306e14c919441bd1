//! The option that says which issues to look for, shared by the commands that read pages.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use onrecord_engine::Reader;

use super::issues::codebook_file;

/// What the pages are searched for.
#[derive(Args)]
#[command(next_help_heading = "What is at issue")]
pub(crate) struct IssuesOption {
    /// Look for the issues of this codebook (.toml, .csv or .qdc), not those that each article makes
    ///
    /// An issue is in an article if a sentence has all words of its label or of a keyword; then a statement is on it by any
    /// of these words, or where it is on nothing else and the headline names only this issue. Stances are toward the
    /// issue's proposition, or toward what the label names where it has none. onrecord issues check tells what is wrong
    /// with a codebook.
    #[arg(long = "issues", value_name = "FILE")]
    codebook: Option<PathBuf>,
}

impl IssuesOption {
    /// The reader, looking for these issues.
    pub(crate) fn apply(&self, reader: Reader) -> Result<Reader> {
        Ok(match &self.codebook {
            Some(file) => reader.with_codebook(&codebook_file::read(file)?)?,
            None => reader,
        })
    }
}
