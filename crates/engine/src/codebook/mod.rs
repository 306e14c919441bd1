//! Codebooks: the issues that a project follows, in files that its people own.
//!
//! | format | ending | holds |
//! | --- | --- | --- |
//! | ours | `.toml` | `[[issue]]` tables |
//! | CSV | `.csv` | a line for each issue: `id`, `label`, `description`, `proposition`, `keywords`, `parent` |
//! | REFI-QDA | `.qdc` | nested codes, for programs of qualitative research |
//!
//! What is written in one can be read back without loss; only of the order of entries, a `.qdc` keeps that of its tree.

mod check;
mod csv;
pub mod edits;
mod entry;
mod format;
mod id;
mod qdc;
pub mod suggest;
#[cfg(test)]
mod tests;
mod toml;

pub use edits::EditError;
pub use entry::Entry;
pub use format::{CodebookError, CodebookFormat, Mistake};
pub use onrecord_base::issue_id;

/// A list of issues. Ids are kebab-case and each is there once; parents are in the list, and nobody is its own ancestor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    entries: Vec<Entry>,
}

/// Entries with the lines in which they begin.
type Lines = Vec<(usize, Entry)>;

/// A codebook that was read, and what of its file has no place in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What was read.
    pub codebook: Codebook,
    /// What was passed over ("2 sets").
    pub passed_over: Vec<Mistake>,
}

impl Codebook {
    /// A codebook of these entries.
    ///
    /// # Errors
    /// What is wrong with which of them; [`Mistake::line`] is then the number of the entry, from 1.
    pub fn new(entries: Vec<Entry>) -> Result<Self, CodebookError> {
        let numbered = entries.into_iter().enumerate().map(|(n, entry)| (n + 1, entry)).collect();
        Self::of_lines(numbered)
    }

    /// Reads the text of a file.
    ///
    /// ```
    /// use onrecord_engine::codebook::{Codebook, CodebookFormat};
    /// let text = "[[issue]]\nlabel = \"Gas transit\"\nkeywords = [\"pipeline\"]\n";
    /// let codebook = Codebook::parse(CodebookFormat::Toml, text).unwrap().codebook;
    /// assert_eq!(codebook.get("gas-transit").unwrap().keywords, ["pipeline"]);
    /// ```
    ///
    /// # Errors
    /// [`CodebookError::Malformed`] with every mistake and its line, or [`CodebookError::Empty`].
    pub fn parse(format: CodebookFormat, text: &str) -> Result<Parsed, CodebookError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (lines, passed_over) = match format {
            CodebookFormat::Toml => (toml::read(text)?, Vec::new()),
            CodebookFormat::Csv => csv::read(text)?,
            CodebookFormat::Qdc => qdc::read(text)?,
        };
        if lines.is_empty() {
            return Err(CodebookError::Empty { hint: format.hint() });
        }
        Ok(Parsed { codebook: Self::of_lines(lines)?, passed_over })
    }

    /// The text of a file.
    pub fn write(&self, format: CodebookFormat) -> String {
        match format {
            CodebookFormat::Toml => toml::write(self),
            CodebookFormat::Csv => csv::write(self),
            CodebookFormat::Qdc => qdc::write(self),
        }
    }

    /// The issues, in the order of the file.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The issue with this id.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The issues right below `parent`, or without a parent, in the order of the file.
    pub fn below<'c>(&'c self, parent: Option<&'c str>) -> impl Iterator<Item = &'c Entry> {
        self.entries.iter().filter(move |entry| entry.parent.as_deref() == parent)
    }

    fn of_lines(lines: Lines) -> Result<Self, CodebookError> {
        let lines: Lines = lines.into_iter().map(|(line, entry)| (line, entry.cleaned())).collect();
        let mistakes = check::mistakes(&lines);
        if mistakes.is_empty() {
            Ok(Self { entries: lines.into_iter().map(|(_, entry)| entry).collect() })
        } else {
            Err(CodebookError::Malformed(mistakes))
        }
    }
}
