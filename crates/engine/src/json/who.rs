//! The JSON of `onrecord who`, version 1: the actors of an article, their mentions, and why each source means them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fill;
use super::{ActorKind, How, OffsetUnit, Range, VERSION};
use crate::{Offsets, ReadArticle, units};
use onrecord_base::Span;

/// One article and who speaks in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "OnRecord speakers of an article, version 1")]
pub struct Who {
    /// The version of this format: 1.
    pub onrecord: u32,
    /// The file name or URL of the page.
    pub doc: String,
    /// SHA-256 of the text in UTF-8, lower-case hexadecimal.
    pub text_sha256: String,
    /// What all offsets count.
    pub offset_unit: OffsetUnit,
    /// Who speaks, in order of first mention.
    pub actors: Vec<WhoActor>,
    /// What is said, in text order, and why by whom.
    pub statements: Vec<WhoStatement>,
}

/// Somebody who speaks in the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WhoActor {
    /// Names the actor within this document only; the same id as in the document of `onrecord read`.
    pub id: String,
    /// The fullest name the article gives, or the role phrase if it gives none.
    pub name: String,
    /// What the actor is.
    pub kind: Option<ActorKind>,
    /// The role the article gives.
    pub role: Option<String>,
    /// Where the article names, describes or points to the actor.
    pub mentions: Vec<Mention>,
}

/// Words of the article and where they stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The place.
    pub span: Range,
    /// The words.
    pub text: String,
    /// The paragraph, counted from 1; null in a headline, heading or caption.
    pub paragraph: Option<usize>,
}

/// A statement and whom its source means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WhoStatement {
    /// The same id as in the document of `onrecord read`.
    pub id: String,
    /// The words that name the speaker; empty if implied.
    pub source: Vec<Mention>,
    /// Whom they mean; empty if the text does not settle it.
    pub resolution: Vec<WhoResolution>,
}

/// Whom the source means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WhoResolution {
    /// Id of the actor.
    pub actor: String,
    /// How sure it is that the source means this actor, 0 to 1.
    pub confidence: Option<f64>,
    /// From the words at the statement to the fullest name.
    pub why: Vec<WhoLink>,
}

/// A mention on the way from a source to its actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WhoLink {
    /// How the words are understood.
    pub how: How,
    /// The words.
    #[serde(flatten)]
    pub mention: Mention,
}

impl Who {
    /// The actors of an article with all offsets in `unit`.
    pub fn new(read: &ReadArticle, unit: units::OffsetUnit) -> Self {
        let offsets = Offsets::new(&read.reading.article.text, unit);
        let mention = |span: Span| Mention {
            span: offsets.pair(span),
            text: read.reading.article.text.slice(span).to_owned(),
            paragraph: read.paragraph(span),
        };
        let actors = read.reading.actors.iter().enumerate().map(|(index, actor)| WhoActor {
            id: ReadArticle::actor_id(index),
            name: actor.name.clone(),
            kind: actor.kind.map(ActorKind::from),
            role: actor.role.clone(),
            mentions: actor.mentions.iter().map(mention).collect(),
        });
        let statements = read.reading.statements.iter().zip(&read.statement_ids).map(|(statement, id)| {
            let resolution = statement.resolution.iter().map(|of| WhoResolution {
                actor: ReadArticle::actor_id(of.actor.0 as usize),
                confidence: fill::confidence(of.confidence),
                why: of
                    .why
                    .iter()
                    .map(|link| WhoLink { how: link.how.into(), mention: mention(link.span) })
                    .collect(),
            });
            WhoStatement {
                id: id.clone(),
                source: statement.attribution.source.iter().map(mention).collect(),
                resolution: resolution.collect(),
            }
        });
        Self {
            onrecord: VERSION,
            doc: read.name.clone(),
            text_sha256: read.text_sha256.clone(),
            offset_unit: unit.into(),
            actors: actors.collect(),
            statements: statements.collect(),
        }
    }
}

/// The JSON Schema of [`Who`].
pub fn schema() -> serde_json::Value {
    super::schema_of::<Who>()
}
