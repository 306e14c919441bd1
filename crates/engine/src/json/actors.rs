//! The JSON of actors across articles, version 1: a line for each actor, then a line for each proposal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ActorKind, VERSION};
use crate::across;

/// One line: an actor, or a proposal about two.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "OnRecord actors across articles, version 1")]
pub enum ActorsLine {
    /// An actor.
    Actor(Box<ActorAcross>),
    /// What may be the same, or is kept apart.
    Proposal(Proposal),
}

/// Somebody who speaks in the articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActorAcross {
    /// The version of this format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub onrecord: u32,
    /// That this line is an actor.
    pub record: ActorTag,
    /// The Wikidata item; or "n" and a hash of name and kind; or "u" and a hash of the place for whom no article names. It
    /// does not depend on the order of the files.
    #[schemars(regex(pattern = "^(Q[0-9]+(-[0-9a-f]{8})?|[nu][0-9a-f]{16})$"))]
    pub id: String,
    /// The full name that most articles give, or a description.
    pub name: String,
    /// Whether that is a name.
    pub named: bool,
    /// What the actor is.
    pub kind: Option<ActorKind>,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// The roles the articles give, the most frequent first.
    pub roles: Vec<RoleHeld>,
    /// Other names, the most frequent first.
    pub aliases: Vec<Alias>,
    /// The articles, each once, by day and name.
    pub articles: Vec<ArticleSeen>,
    /// How many statements are theirs.
    pub statements: u32,
    /// Why appearances were joined, the surest first.
    pub joined: Vec<Joined>,
}

/// Marks the line of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ActorTag {
    /// An actor.
    Actor,
}

/// Marks the line of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ProposalTag {
    /// A proposal.
    Proposal,
}

/// A role and when articles gave it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RoleHeld {
    /// As printed.
    pub role: String,
    /// In how many articles.
    pub articles: usize,
    /// The day of the first article that gives it, YYYY-MM-DD.
    pub first: Option<String>,
    /// The day of the last one.
    pub last: Option<String>,
}

/// Another name and where it was seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Alias {
    /// As printed.
    pub name: String,
    /// The documents that have it.
    pub docs: Vec<String>,
}

/// An article in which the actor speaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleSeen {
    /// The file name or URL of the page.
    pub doc: String,
    /// SHA-256 of its text.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub text_sha256: String,
    /// The paper or site.
    pub outlet: Option<String>,
    /// The publication date.
    pub published: Option<String>,
    /// The actor's ids in the document of `onrecord read`.
    #[schemars(length(min = 1))]
    pub actors: Vec<String>,
}

/// Appearances that were joined.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Joined {
    /// The names under which they appeared.
    pub names: [String; 2],
    /// How sure it is, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// Why.
    pub reasons: Vec<Reason>,
    /// How many pairs it joined.
    pub times: usize,
}

/// Two actors that may be the same and were not joined, or bear one name and are kept apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Proposal {
    /// The version of this format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub onrecord: u32,
    /// That this line is a proposal.
    pub record: ProposalTag,
    /// What is proposed.
    pub verdict: Verdict,
    /// Ids of the two actors.
    pub between: [String; 2],
    /// Their names.
    pub names: [String; 2],
    /// How sure it is, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// What speaks for it and what against it.
    pub reasons: Vec<Reason>,
}

/// What is proposed of two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// To join them.
    Same,
    /// To keep them apart.
    Apart,
}

/// An observation about two actors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// For programs ("same-office").
    pub code: String,
    /// Whether it speaks against their being one.
    pub against: bool,
    /// For a person.
    pub text: String,
}

impl ActorsLine {
    /// The lines of an answer, in its order.
    pub fn all(across: &across::Across) -> impl Iterator<Item = Self> + '_ {
        let actors = across.actors.iter().map(|actor| Self::Actor(Box::new(ActorAcross::new(actor))));
        actors.chain(across.proposals.iter().map(|proposal| Self::Proposal(Proposal::new(proposal))))
    }
}

impl ActorAcross {
    fn new(actor: &across::ActorAcross) -> Self {
        let mut articles: Vec<ArticleSeen> = actor
            .articles
            .iter()
            .map(|origin| ArticleSeen {
                doc: origin.doc.clone(),
                text_sha256: origin.text_sha256.clone(),
                outlet: origin.outlet.clone(),
                published: origin.published.clone(),
                actors: Vec::new(),
            })
            .collect();
        for (place, id) in &actor.appearances {
            articles[*place].actors.push(id.clone());
        }
        let alias = |alias: &across::Alias| Alias {
            name: alias.name.clone(),
            docs: alias.articles.iter().map(|place| actor.articles[*place].doc.clone()).collect(),
        };
        let role = |held: &across::RoleHeld| RoleHeld {
            role: held.role.clone(),
            articles: held.articles,
            first: held.days.as_ref().map(|(first, _)| first.clone()),
            last: held.days.as_ref().map(|(_, last)| last.clone()),
        };
        let joined = |joined: &across::Joined| Joined {
            names: joined.names.clone(),
            confidence: joined.confidence,
            reasons: joined.reasons.iter().map(Reason::new).collect(),
            times: joined.times,
        };
        Self {
            onrecord: VERSION,
            record: ActorTag::Actor,
            id: actor.id.clone(),
            name: actor.name.clone(),
            named: actor.named,
            kind: actor.kind.map(ActorKind::from),
            wikidata: actor.wikidata.clone(),
            roles: actor.roles.iter().map(role).collect(),
            aliases: actor.aliases.iter().map(alias).collect(),
            articles,
            statements: actor.statements,
            joined: actor.joined.iter().map(joined).collect(),
        }
    }
}

impl Proposal {
    fn new(proposal: &across::Proposal) -> Self {
        Self {
            onrecord: VERSION,
            record: ProposalTag::Proposal,
            verdict: match proposal.verdict {
                across::Verdict::Same => Verdict::Same,
                across::Verdict::Apart => Verdict::Apart,
            },
            between: proposal.between.clone(),
            names: proposal.names.clone(),
            confidence: proposal.confidence,
            reasons: proposal.reasons.iter().map(Reason::new).collect(),
        }
    }
}

impl Reason {
    fn new(reason: &across::Reason) -> Self {
        Self {
            code: reason.code.name().to_owned(),
            against: reason.code.is_against(),
            text: reason.text.clone(),
        }
    }
}

/// The JSON Schema of [`ActorsLine`].
pub fn schema() -> serde_json::Value {
    super::schema_of::<ActorsLine>()
}
