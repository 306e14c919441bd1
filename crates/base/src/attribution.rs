//! Attributions: the evidence that somebody is said to have said something.

use crate::{Span, Spans};

/// Source, cue and content of one attribution (Pareti 2015; the PolNeAR guidelines). Evidence only:
/// who the source *is* belongs to the [`Statement`](crate::Statement).
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The words that name the speaker; empty if the text leaves it implied.
    pub source: Spans,
    /// The words that signal the attribution ("said", "did not rule out").
    pub cue: Option<Span>,
    /// What is attributed; never empty, possibly in fragments (“A,” he said, “B”).
    pub content: Spans,
    /// Whether the content is quoted.
    pub form: Form,
    /// How sure the model is, 0 to 1.
    pub confidence: f32,
}

/// How the content is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// All of it stands in quotation marks.
    Direct,
    /// Part of it stands in quotation marks.
    Mixed,
    /// None of it stands in quotation marks.
    Indirect,
}

impl Form {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// The part a span plays in an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Names the speaker.
    Source,
    /// Signals the attribution.
    Cue,
    /// Is attributed.
    Content,
}
