//! Scoring: how well predicted attributions agree with an annotated folder.
//!
//! All figures are micro-averages: counts are summed over the articles, then precision, recall and F1 follow.
//!
//! - `exact.ROLE`: the role's fragments are identical once trimmed and merged across white space. A source shared by
//!   several attributions counts once. `exact_loose.content` also ignores quotation marks and `,.;:` at the edges.
//! - `soft.ROLE`: the share of each stretch that the other side covers (Johansson and Moschitti 2010), white space left out.
//! - `token.ROLE`: words and marks that belong to the role.
//! - `attr.LEVEL.KIND`: whole attributions, paired one to one by content (letters and digits, intersection over union at
//!   least one half, best pairs first). LEVEL `content`: the contents pair; `src_any`: and the sources share a letter, or
//!   both are empty; `src_head`: and the sources agree by half; `src_exact`: and they are identical at the loose edges.
//!   KIND is that of the gold content by the text's double quotation marks: `direct`, `mixed`, `indirect`; `quoted` is
//!   the first two, `all` is all.
//! - `link_accuracy`: `src_any` among the pairs whose gold has a source.
//!
//! Everything here counts in characters, as the annotated folders do.

mod figures;
pub mod gold;
mod measure;
mod page;
pub mod predictions;
mod spans;

use std::path::PathBuf;

use onrecord_base::{Attribution, OffsetIndex, Span};

pub use figures::{Articles, Figure, Links, Scores};
pub use gold::Gold;
pub use measure::score;
pub use predictions::{Prediction, Predictions};

/// The fragments of one attribution, as a file gives them: half-open ranges in characters, in any order, possibly
/// untrimmed, overlapping or beyond the end of the text, where they are cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// The words that name the speaker.
    pub source: Vec<(i64, i64)>,
    /// The words that signal the attribution.
    pub cue: Vec<(i64, i64)>,
    /// What is attributed.
    pub content: Vec<(i64, i64)>,
}

impl Roles {
    /// Those of an attribution found in the text that `index` was made of.
    pub fn of(attribution: &Attribution, index: &OffsetIndex<'_>) -> Self {
        let range = |span: Span| {
            let span = index.to_char(span);
            (i64::from(span.start), i64::from(span.end))
        };
        Self {
            source: attribution.source.iter().map(range).collect(),
            cue: attribution.cue.iter().copied().map(range).collect(),
            content: attribution.content.iter().map(range).collect(),
        }
    }
}

/// Why an annotated folder or a file of predictions cannot be scored.
#[derive(Debug, thiserror::Error)]
pub enum ScoreError {
    /// A file or folder cannot be read, or is not UTF-8.
    #[error("cannot read {path}: {source}", path = path.display())]
    Read {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The folder has no text with an annotation beside it.
    #[error(
        "{folder} holds no annotated article: it should have text/*.txt and attributions/*.ann, or NAME.txt beside NAME.ann",
        folder = .0.display()
    )]
    NothingAnnotated(PathBuf),
    /// A line of a standoff file is not brat's.
    #[error("{path}:{line}: not brat standoff: {what}", path = path.display())]
    Standoff {
        /// The `.ann` file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A line of predictions is not JSON or lacks a key.
    #[error("{path}:{line}: {what}", path = path.display())]
    Prediction {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
    /// Predictions were made on a text other than the annotated one, so that their offsets mean nothing here.
    #[error(
        "the predictions for {0} were made on another text than the annotated one: read the .txt file itself"
    )]
    OtherText(String),
}
