//! The formats of codebooks, told by the ending of a file's name, and what can be wrong with one.

use std::fmt;
use std::path::Path;

/// How a codebook is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodebookFormat {
    /// Our own: `[[issue]]` tables.
    Toml,
    /// A table with a line for each issue.
    Csv,
    /// The codebook of REFI-QDA, which programs of qualitative research exchange.
    Qdc,
}

/// Something that is wrong at a line, or was passed over there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Where, counted from 1.
    pub line: usize,
    /// What it is and what to do.
    pub message: String,
}

/// Why a codebook cannot be used; each message says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodebookError {
    /// The name of the file tells no format.
    #[error("its ending tells no format of codebooks; name it .toml, .csv or .qdc")]
    UnknownFormat,
    /// The file does not keep to its format, or its issues do not fit together. There is at least one mistake.
    #[error("{}", first(.0))]
    Malformed(Vec<Mistake>),
    /// There is no issue in the file.
    #[error("it holds no issue; {hint}")]
    Empty {
        /// What would be one.
        hint: &'static str,
    },
}

impl CodebookFormat {
    /// The format that the ending of a file's name tells.
    ///
    /// # Errors
    /// [`CodebookError::UnknownFormat`] if it tells none.
    pub fn of(path: &Path) -> Result<Self, CodebookError> {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("toml") => Ok(Self::Toml),
            Some("csv") => Ok(Self::Csv),
            Some("qdc") => Ok(Self::Qdc),
            _ => Err(CodebookError::UnknownFormat),
        }
    }

    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Toml => "write [[issue]] and below it label = \"…\"",
            Self::Csv => "write a line for each issue below the names of the columns",
            Self::Qdc => "it needs <Codes> with a <Code> for each issue",
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl CodebookError {
    /// One mistake.
    pub(super) fn at(line: usize, message: impl Into<String>) -> Self {
        Self::Malformed(vec![Mistake { line, message: message.into() }])
    }
}

fn first(mistakes: &[Mistake]) -> String {
    let first = mistakes.first().map(Mistake::to_string).unwrap_or_default();
    match mistakes.len() {
        0 | 1 => first,
        n => format!("{first} (and {} more; `onrecord issues check` lists them)", n - 1),
    }
}

/// The line (from 1) in which byte `at` of a text stands.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
