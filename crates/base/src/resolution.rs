//! Resolutions: whom a source means, how sure that is, and by which words the reader gets there.

use crate::{ActorId, Span};

/// One speaker of a statement and why it is that one.
///
/// ```
/// use onrecord_base::{ActorId, How, Link, Resolution, Text};
/// let text = Text::new("Ann Lee won. She said so.").unwrap();
/// let link = |start, end, how| Link { span: text.span(start, end).unwrap(), how };
/// let why = vec![link(13, 16, How::Pronoun), link(0, 7, How::FullName)];
/// let she = Resolution { actor: ActorId(0), confidence: 0.95, why };
/// assert_eq!(text.slice(she.why[1].span), "Ann Lee");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Resolution {
    /// The speaker.
    pub actor: ActorId,
    /// How sure it is that the source means this actor, 0 to 1, by the kind of the first link. It says nothing of
    /// whether the statement was found rightly; that is the attribution's own confidence.
    pub confidence: f32,
    /// From the words at the statement to the fullest name: "she", "Halvorsen", "Ingrid Halvorsen". Never empty.
    pub why: Vec<Link>,
}

/// One mention on the way from a source to its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub span: Span,
    /// How they are understood.
    pub how: How,
}

/// How a mention is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The fullest name that the article gives.
    FullName,
    /// A part of the name: surname, given name, initials, with or without a title.
    ShortName,
    /// "he", "she", "they", "it", "who".
    Pronoun,
    /// A role or description: "the foreign minister", "two officials".
    Role,
    /// "his Russian counterpart".
    Counterpart,
    /// A spokesman or report that speaks for the actor.
    SpeaksFor,
    /// Somebody unnamed whom the story names later.
    NamedLater,
    /// "both", "the two".
    Both,
    /// "I" or "we" within a quotation: who is quoted there.
    FirstPerson,
    /// "I" in the article's own words: its author, as the page names them.
    Author,
    /// The label of whoever answers questions.
    Answer,
    /// No source; the words are the cue or the content. The speaker of the statement before goes on.
    Implied,
    /// No source in a headline; the story says the same with its source.
    SameWords,
    /// An office that the article ties to nobody by name: its holder on the article's day.
    OfficeHolder,
}

impl How {
    /// All of them.
    pub const ALL: [How; 14] = [
        Self::FullName,
        Self::ShortName,
        Self::Pronoun,
        Self::Role,
        Self::Counterpart,
        Self::SpeaksFor,
        Self::NamedLater,
        Self::Both,
        Self::FirstPerson,
        Self::Author,
        Self::Answer,
        Self::Implied,
        Self::SameWords,
        Self::OfficeHolder,
    ];

    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::FullName => "full-name",
            Self::ShortName => "short-name",
            Self::Pronoun => "pronoun",
            Self::Role => "role",
            Self::Counterpart => "counterpart",
            Self::SpeaksFor => "speaks-for",
            Self::NamedLater => "named-later",
            Self::Both => "both",
            Self::FirstPerson => "first-person",
            Self::Author => "author",
            Self::Answer => "answer",
            Self::Implied => "implied",
            Self::SameWords => "same-words",
            Self::OfficeHolder => "office-holder",
        }
    }
}
