//! The debate in an article: what is at issue, who takes which stance on it, where two actors differ or agree.

use crate::{ActorId, Spans};

/// Something that people are for or against, or have words about: a policy, an event, a place (DNA's "concept").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Names it in outputs and codebooks: lower case, words joined by hyphens ("gas-transit").
    pub id: String,
    /// As a reader would name it ("gas transit").
    pub label: String,
    /// What one supports or opposes ("Sanctions on Iran should stay"); without one, stances are toward the label.
    pub proposition: Option<String>,
    /// Where the article speaks of it, in text order; empty for an issue of a codebook found by meaning alone.
    pub mentions: Spans,
}

/// The place of an issue in [`Debate::issues`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IssueId(pub u32);

/// For, against, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// For it.
    Support,
    /// Against it.
    Oppose,
    /// Neither: known to be so, not merely unknown.
    Neutral,
}

impl Stance {
    /// All of them.
    pub const ALL: [Stance; 3] = [Self::Support, Self::Oppose, Self::Neutral];

    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Oppose => "oppose",
            Self::Neutral => "neutral",
        }
    }

    /// The other side; neutral has none.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Support => Self::Oppose,
            Self::Oppose => Self::Support,
            Self::Neutral => Self::Neutral,
        }
    }
}

/// What a statement has to do with one issue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Take {
    /// The issue.
    pub issue: IssueId,
    /// How surely the statement is about it, 0 to 1.
    pub score: f32,
    /// The stance it takes; `None` where it is unclear.
    pub stance: Option<Stance>,
    /// How sure the stance is, 0 to 1; of the likeliest one where `stance` is `None`.
    pub confidence: f32,
}

/// How a statement treats an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attitude {
    /// It finds fault.
    Criticises,
    /// It speaks well of them.
    Praises,
    /// It speaks of them, neither way.
    Neutral,
}

impl Attitude {
    /// All of them.
    pub const ALL: [Attitude; 3] = [Self::Criticises, Self::Praises, Self::Neutral];

    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Criticises => "criticises",
            Self::Praises => "praises",
            Self::Neutral => "neutral",
        }
    }
}

/// Whom a statement is aimed at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// The actor; never one who says it.
    pub target: ActorId,
    /// How it treats them; `None` where it is unclear.
    pub attitude: Option<Attitude>,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
}

/// What an actor's statements on an issue come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaning {
    /// All that is clear is for or against it, or neither.
    Clear(Stance),
    /// Some is for it and some against.
    Mixed,
    /// The actor speaks on it, but no statement shows a stance.
    Unclear,
}

impl Leaning {
    /// What stances come to: mixed as soon as some are for and some against; neutral only where all are.
    ///
    /// ```
    /// use onrecord_base::{Leaning, Stance};
    /// assert_eq!(Leaning::of([Stance::Oppose, Stance::Neutral]), Leaning::Clear(Stance::Oppose));
    /// assert_eq!(Leaning::of([]), Leaning::Unclear);
    /// ```
    pub fn of(stances: impl IntoIterator<Item = Stance>) -> Self {
        let (mut support, mut oppose, mut neutral) = (false, false, false);
        for stance in stances {
            match stance {
                Stance::Support => support = true,
                Stance::Oppose => oppose = true,
                Stance::Neutral => neutral = true,
            }
        }
        match (support, oppose, neutral) {
            (true, true, _) => Self::Mixed,
            (true, false, _) => Self::Clear(Stance::Support),
            (false, true, _) => Self::Clear(Stance::Oppose),
            (false, false, true) => Self::Clear(Stance::Neutral),
            (false, false, false) => Self::Unclear,
        }
    }
}

/// Where an actor stands on an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The issue.
    pub issue: IssueId,
    /// Who.
    pub actor: ActorId,
    /// What the statements come to.
    pub leaning: Leaning,
    /// All statements of the actor on the issue, as places in [`Reading::statements`](crate::Reading::statements).
    pub statements: Vec<u32>,
}

/// What makes two actors differ or agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// Their stances on the issue: opposite for a difference, the same for an agreement.
    Stances,
    /// One asserts what the other denies.
    Denial,
    /// One finds fault with the other, or the other's side, over the issue.
    Criticism,
    /// One takes the other's side, or its side's: "backed Norway".
    Endorsement,
    /// They say it together.
    Together,
    /// The article says that they differ.
    Reported,
}

impl Ground {
    /// All of them.
    pub const ALL: [Ground; 6] =
        [Self::Stances, Self::Denial, Self::Criticism, Self::Endorsement, Self::Together, Self::Reported];

    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stances => "stances",
            Self::Denial => "denial",
            Self::Criticism => "criticism",
            Self::Endorsement => "endorsement",
            Self::Together => "together",
            Self::Reported => "reported",
        }
    }
}

/// Two actors and an issue, with the statements that show that they differ (or that they agree).
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// The issue.
    pub issue: IssueId,
    /// The two, in the order of [`Reading::actors`](crate::Reading::actors).
    pub between: [ActorId; 2],
    /// What shows it.
    pub ground: Ground,
    /// The statements of each that show it, the strongest first; neither is empty.
    pub statements: [Vec<u32>; 2],
    /// How strong the evidence is, 0 to 1.
    pub strength: f32,
}

/// All of this in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Debate {
    /// What is at issue, the most spoken of first.
    pub issues: Vec<Issue>,
    /// By issue, then actor.
    pub positions: Vec<Position>,
    /// The strongest first.
    pub differences: Vec<Pairing>,
    /// The strongest first.
    pub agreements: Vec<Pairing>,
}
