//! Statements: what we conclude from attributions; and the actors who make them.

use crate::{Aim, Article, Attribution, Debate, Diagnostic, Resolution, Spans, Take};

/// A person, organisation or state that speaks in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The fullest name the article gives ("Sergey Lavrov"), or the role phrase if it gives none. What stands apart is put together:
    /// "Stan Roe" of "Stan and Doris Roe", "Ann Roe’s lawyer" of "her lawyer"; the mentions tell what is printed.
    pub name: String,
    /// What it is; `None` if the text does not tell.
    pub kind: Option<ActorKind>,
    /// The role the article gives ("foreign minister"), if any.
    pub role: Option<String>,
    /// Where the article names, describes or points to it, in text order.
    pub mentions: Spans,
    /// The Wikidata item ("Q58217") that it surely is.
    pub wikidata: Option<String>,
    /// Of one whom the article calls by an office only, or of a state by its seat of government: the name under which it is
    /// known, with the item or, of some, without.
    pub known_as: Option<String>,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A company, party, agency, court, paper …
    Organization,
    /// A country, or a place that stands for its government.
    State,
    /// Several unnamed people ("residents", "two officials").
    Group,
}

impl ActorKind {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::State => "state",
            Self::Group => "group",
        }
    }
}

/// The place of an actor in [`Reading::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub u32);

/// One statement: an attribution and what we conclude from it. An unknown is `None` or empty, never a guess.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The evidence.
    pub attribution: Attribution,
    /// Who said it; several for a compound source; empty if the text does not settle it.
    pub actors: Vec<ActorId>,
    /// For each of these actors why it is that one, in the same order; empty where nobody asked.
    pub resolution: Vec<Resolution>,
    /// The statement (an index into [`Reading::statements`]) within which this one is quoted.
    pub reported_by: Option<u32>,
    /// What it has to do with which issues, the surest first; empty for a statement on nothing.
    pub takes: Vec<Take>,
    /// Whom it is aimed at.
    pub aim: Option<Aim>,
    /// What concluded it.
    pub provenance: Provenance,
}

/// What produced a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// A model's name and version, or a coder's name.
    pub by: String,
}

/// All that was read in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// The speakers, in order of first mention.
    pub actors: Vec<Actor>,
    /// The statements, in text order of their contents.
    pub statements: Vec<Statement>,
    /// What is at issue and who stands where.
    pub debate: Debate,
    /// Oddities of the page and of its reading.
    pub diagnostics: Vec<Diagnostic>,
}
