//! The debate in the JSON of a read article: issues, takes, positions, differences and agreements.

use onrecord_base as base;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Range, Statement, fill};
use crate::{Offsets, ReadArticle};

/// What people in the article are for or against, or have words about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Issue {
    /// Names it within this document, and in the codebook if it comes from one.
    pub id: String,
    /// As a reader would name it.
    pub label: String,
    /// What one supports or opposes; null: what the label names.
    pub proposition: Option<String>,
    /// Where the article speaks of it.
    pub mentions: Vec<Range>,
}

/// What a statement has to do with one issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Take {
    /// Id of the issue.
    pub issue: String,
    /// How surely the statement is about it, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub score: Option<f64>,
    /// The stance; null where it is unclear.
    pub stance: Option<Stance>,
    /// How sure the likeliest stance is, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: Option<f64>,
}

/// A stance toward an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// For it.
    Support,
    /// Against it.
    Oppose,
    /// Neither.
    Neutral,
}

/// What an actor's statements on an issue come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Leaning {
    /// For it.
    Support,
    /// Against it.
    Oppose,
    /// Neither.
    Neutral,
    /// Some for, some against.
    Mixed,
}

impl Stance {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        base::Stance::from(self).name()
    }

    /// The other side; neutral has none.
    #[must_use]
    pub fn opposite(self) -> Self {
        base::Stance::from(self).opposite().into()
    }
}

impl Leaning {
    /// What stances come to, `None` standing for an unclear one: all that is clear is for it or against it, or there is
    /// both; neutral only if nothing is for or against it. `None` if nothing is clear.
    pub fn of(stances: impl IntoIterator<Item = Option<Stance>>) -> Option<Self> {
        let clear = stances.into_iter().flatten().map(|stance| match stance {
            Stance::Support => base::Stance::Support,
            Stance::Oppose => base::Stance::Oppose,
            Stance::Neutral => base::Stance::Neutral,
        });
        Self::from_base(base::Leaning::of(clear))
    }

    fn from_base(leaning: base::Leaning) -> Option<Self> {
        match leaning {
            base::Leaning::Clear(base::Stance::Support) => Some(Self::Support),
            base::Leaning::Clear(base::Stance::Oppose) => Some(Self::Oppose),
            base::Leaning::Clear(base::Stance::Neutral) => Some(Self::Neutral),
            base::Leaning::Mixed => Some(Self::Mixed),
            base::Leaning::Unclear => None,
        }
    }

    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Support => Stance::Support.name(),
            Self::Oppose => Stance::Oppose.name(),
            Self::Neutral => Stance::Neutral.name(),
            Self::Mixed => "mixed",
        }
    }

    /// The stance of one who is for it or against it.
    pub fn side(self) -> Option<Stance> {
        match self {
            Self::Support => Some(Stance::Support),
            Self::Oppose => Some(Stance::Oppose),
            Self::Neutral | Self::Mixed => None,
        }
    }
}

impl Ground {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stances => base::Ground::Stances,
            Self::Denial => base::Ground::Denial,
            Self::Criticism => base::Ground::Criticism,
            Self::Endorsement => base::Ground::Endorsement,
            Self::Together => base::Ground::Together,
            Self::Reported => base::Ground::Reported,
        }
        .name()
    }
}

impl Statement {
    /// What it has to do with which issues, also where only the surest of them is given.
    pub fn takes(&self) -> Vec<Take> {
        match (&self.issue, self.issues.as_slice()) {
            (Some(issue), []) => {
                vec![Take { issue: issue.clone(), score: None, stance: self.stance, confidence: None }]
            }
            _ => self.issues.clone(),
        }
    }
}

/// How a statement treats its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Attitude {
    /// It finds fault.
    Criticises,
    /// It speaks well of them.
    Praises,
    /// Neither.
    Neutral,
}

/// Where an actor stands on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Position {
    /// Id of the issue.
    pub issue: String,
    /// Id of the actor.
    pub actor: String,
    /// What the statements come to; null where none of them is clear.
    pub stance: Option<Leaning>,
    /// Ids of all the actor's statements on the issue.
    pub statements: Vec<String>,
}

/// What makes two actors differ or agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ground {
    /// Their stances on the issue.
    Stances,
    /// One asserts what the other denies.
    Denial,
    /// One finds fault with the other or the other's side.
    Criticism,
    /// One takes the other's side, or its side's.
    Endorsement,
    /// They say it together.
    Together,
    /// The article says that they differ.
    Reported,
}

/// An issue on which two actors differ, or agree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pairing {
    /// Id of the issue.
    pub issue: String,
    /// Ids of the two actors.
    pub between: [String; 2],
    /// Ids of the statements that show it, of the first and of the second actor.
    pub statements: [Vec<String>; 2],
    /// What shows it.
    pub ground: Ground,
    /// How strong the evidence is, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub strength: Option<f64>,
}

/// Writes the debate of one article with the ids of its statements.
pub(super) struct Debate<'a> {
    read: &'a ReadArticle,
}

impl<'a> Debate<'a> {
    pub(super) fn of(read: &'a ReadArticle) -> Self {
        Self { read }
    }

    pub(super) fn issues(&self, offsets: &Offsets<'_>) -> Vec<Issue> {
        let issue = |issue: &base::Issue| Issue {
            id: issue.id.clone(),
            label: issue.label.clone(),
            proposition: issue.proposition.clone(),
            mentions: fill::ranges(&issue.mentions, offsets),
        };
        self.read.reading.debate.issues.iter().map(issue).collect()
    }

    pub(super) fn takes(&self, of: &base::Statement) -> Vec<Take> {
        let take = |take: &base::Take| Take {
            issue: self.issue(take.issue),
            score: fill::confidence(take.score),
            stance: take.stance.map(Stance::from),
            confidence: fill::confidence(take.confidence),
        };
        of.takes.iter().map(take).collect()
    }

    pub(super) fn positions(&self) -> Vec<Position> {
        let position = |position: &base::Position| Position {
            issue: self.issue(position.issue),
            actor: actor(position.actor),
            stance: Leaning::from_base(position.leaning),
            statements: self.statements(&position.statements),
        };
        self.read.reading.debate.positions.iter().map(position).collect()
    }

    pub(super) fn pairings(&self, pairings: &[base::Pairing]) -> Vec<Pairing> {
        let pairing = |pairing: &base::Pairing| Pairing {
            issue: self.issue(pairing.issue),
            between: pairing.between.map(actor),
            statements: [0, 1].map(|side: usize| self.statements(&pairing.statements[side])),
            ground: pairing.ground.into(),
            strength: fill::confidence(pairing.strength),
        };
        pairings.iter().map(pairing).collect()
    }

    fn issue(&self, id: base::IssueId) -> String {
        self.read.reading.debate.issues[id.0 as usize].id.clone()
    }

    fn statements(&self, places: &[u32]) -> Vec<String> {
        places.iter().filter_map(|&place| self.read.statement_ids.get(place as usize)).cloned().collect()
    }
}

fn actor(id: base::ActorId) -> String {
    ReadArticle::actor_id(id.0 as usize)
}

impl From<base::Stance> for Stance {
    fn from(stance: base::Stance) -> Self {
        match stance {
            base::Stance::Support => Self::Support,
            base::Stance::Oppose => Self::Oppose,
            base::Stance::Neutral => Self::Neutral,
        }
    }
}

impl From<Stance> for base::Stance {
    fn from(stance: Stance) -> Self {
        match stance {
            Stance::Support => Self::Support,
            Stance::Oppose => Self::Oppose,
            Stance::Neutral => Self::Neutral,
        }
    }
}

impl From<base::Attitude> for Attitude {
    fn from(attitude: base::Attitude) -> Self {
        match attitude {
            base::Attitude::Criticises => Self::Criticises,
            base::Attitude::Praises => Self::Praises,
            base::Attitude::Neutral => Self::Neutral,
        }
    }
}

impl From<base::Ground> for Ground {
    fn from(ground: base::Ground) -> Self {
        match ground {
            base::Ground::Stances => Self::Stances,
            base::Ground::Denial => Self::Denial,
            base::Ground::Criticism => Self::Criticism,
            base::Ground::Endorsement => Self::Endorsement,
            base::Ground::Together => Self::Together,
            base::Ground::Reported => Self::Reported,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stances_come_to() {
        let (s, o, n, u) = (Some(Stance::Support), Some(Stance::Oppose), Some(Stance::Neutral), None);
        for (stances, leaning) in [
            (vec![], None),
            (vec![u, u], None),
            (vec![u, n], Some(Leaning::Neutral)),
            (vec![n, s, u], Some(Leaning::Support)),
            (vec![o, o, n], Some(Leaning::Oppose)),
            (vec![o, u, s], Some(Leaning::Mixed)),
        ] {
            assert_eq!(Leaning::of(stances.clone()), leaning, "{stances:?}");
        }
    }
}
