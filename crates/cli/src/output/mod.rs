//! The forms of results, each in a file of its own.

pub(crate) mod brat;
mod camps;
pub(crate) mod corpus;
pub(crate) mod csv;
pub(crate) mod date;
mod debate;
#[cfg(test)]
mod fixture;
pub(crate) mod found;
pub(crate) mod html;
pub(crate) mod network;
pub(crate) mod numbering;
pub(crate) mod palette;
pub(crate) mod report;
pub(crate) mod sink;
pub(crate) mod target;
pub(crate) mod wrap;

use std::path::Path;

use anyhow::Result;
use clap::{ColorChoice, ValueEnum};
use onrecord_engine::{OffsetUnit, ReadArticle, json};

use palette::Palette;

/// A form of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading: who said what, actor by actor
    Report,
    /// For programs: one JSON object per page and line ("onrecord schema" describes it)
    Jsonl,
    /// For spreadsheets: one row per statement
    Csv,
    /// For annotation tools: NAME.txt and NAME.ann (brat standoff) per page
    Brat,
}

/// A page's results, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rendered {
    /// To be appended to the others.
    Piece(Vec<u8>),
    /// Two files of their own.
    Brat(brat::Standoff),
}

/// Renders read articles; shared by the threads that read.
pub(crate) struct Renderer {
    format: Format,
    offsets: OffsetUnit,
    palette: Palette,
    width: usize,
}

impl Format {
    /// The form that an output suggests if the user names none.
    pub(crate) fn guess(output: Option<&Path>, to_terminal: bool) -> Self {
        let ending = output.and_then(Path::extension).and_then(|ending| ending.to_str());
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("csv") => Self::Csv,
            Some("txt") => Self::Report,
            _ if to_terminal => Self::Report,
            _ => Self::Jsonl,
        }
    }
}

impl Renderer {
    /// Looks at the terminal for width and colour where the user leaves it to us.
    pub(crate) fn new(format: Format, offsets: OffsetUnit, color: ColorChoice, to_terminal: bool) -> Self {
        Self {
            format,
            offsets,
            palette: Palette::choose(color, to_terminal),
            width: report::width(to_terminal),
        }
    }

    /// Renders one article.
    pub(crate) fn render(&self, read: &ReadArticle) -> Result<Rendered> {
        let piece = match self.format {
            Format::Report => report::render(read, &self.palette, self.width).into_bytes(),
            Format::Jsonl => {
                let mut line = serde_json::to_vec(&json::Document::new(read, self.offsets))?;
                line.push(b'\n');
                line
            }
            Format::Csv => csv::render(read, self.offsets)?,
            Format::Brat => return Ok(Rendered::Brat(brat::render(read))),
        };
        Ok(Rendered::Piece(piece))
    }
}
