//! The JSON of a read article, version 1: serialized types, their schema, and how they are filled.
//!
//! What stands here is a promise: keys keep their order and meaning within a version. A key that is not
//! known is `null`, never invented and never left out.

pub mod actors;
pub mod corpus;
mod debate;
mod fill;
#[cfg(test)]
pub(crate) mod fixture;
pub mod load;
pub mod lookup;
mod places;
#[cfg(test)]
mod schema_check;
pub mod suggestion;
#[cfg(test)]
mod tests;
pub mod who;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

pub use debate::{Attitude, Ground, Issue, Leaning, Pairing, Position, Stance, Take};
pub use load::{LoadError, load};
pub use places::Places;
pub use who::{Mention, Who, WhoActor, WhoLink, WhoResolution, WhoStatement};

/// The version of the format, the value of the key `onrecord`.
pub const VERSION: u32 = 1;

/// Half-open: the first unit and one past the last, counted in the document's `offset_unit`.
pub type Range = [u32; 2];

/// One article and what is said in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "OnRecord article, version 1")]
pub struct Document {
    /// The version of this format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub onrecord: u32,
    /// The file name or URL of the page.
    pub doc: String,
    /// The canonical URL.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The paper or site.
    pub outlet: Option<String>,
    /// The author as printed.
    pub author: Option<String>,
    /// The publication date: YYYY-MM-DD, or RFC 3339 if the page gives the time.
    pub published: Option<String>,
    /// The language, ISO 639-1.
    pub lang: Option<String>,
    /// SHA-256 of the page's bytes, lower-case hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub page_sha256: String,
    /// SHA-256 of `text` in UTF-8, lower-case hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub text_sha256: String,
    /// What all offsets count.
    pub offset_unit: OffsetUnit,
    /// The text that all offsets point into.
    pub text: String,
    /// What is not part of the story.
    pub litter: Vec<Range>,
    /// Who speaks, in order of first mention.
    pub actors: Vec<Actor>,
    /// What is said, in text order.
    pub statements: Vec<Statement>,
    /// What is at issue, the most spoken of first.
    #[serde(default)]
    pub issues: Vec<Issue>,
    /// Where each actor stands on each issue.
    pub positions: Vec<Position>,
    /// Issues on which two actors differ, the strongest evidence first.
    pub differences: Vec<Pairing>,
    /// Issues on which two actors agree, the strongest evidence first.
    #[serde(default)]
    pub agreements: Vec<Pairing>,
    /// What was odd about the page.
    pub diagnostics: Vec<Diagnostic>,
}

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Unicode scalar values, as in Python.
    Char,
    /// Bytes of UTF-8.
    Byte,
    /// UTF-16 code units, as in JavaScript.
    Utf16,
}

/// Somebody who speaks in the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// Names the actor within this document only.
    #[schemars(regex(pattern = "^a[1-9][0-9]*$"))]
    pub id: String,
    /// The fullest name the article gives, or the role phrase if it gives none; put together of what stands apart: "Stan Roe" of "Stan and
    /// Doris Roe", "Ann Roe’s lawyer" of "her lawyer".
    pub name: String,
    /// What the actor is.
    pub kind: Option<ActorKind>,
    /// The role the article gives.
    #[serde(default)]
    pub role: Option<String>,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// Of one whom the article calls by an office only, or of a state by its seat of government: the name under which it is
    /// known, with the item or, of some, without.
    #[serde(default)]
    pub known_as: Option<String>,
    /// Where the article names, describes or points to the actor.
    pub mentions: Vec<Range>,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A company, party, agency, court, paper.
    Organization,
    /// A country, or a place that stands for its government.
    State,
    /// Several unnamed people.
    Group,
}

/// One statement and its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// The same text, spans and model give the same id.
    #[schemars(regex(pattern = "^[0-9a-f]{12,64}$"))]
    pub id: String,
    /// How the content is given.
    pub form: Form,
    /// The words that name the speaker; empty if implied.
    pub source: Vec<Range>,
    /// The words that signal the attribution; may be empty.
    pub cue: Vec<Range>,
    /// What is attributed, possibly in fragments.
    #[schemars(length(min = 1))]
    pub content: Vec<Range>,
    /// The content verbatim, fragments joined by " … ".
    pub quote: String,
    /// Ids of the actors who said it; empty if the text does not settle it.
    pub actors: Vec<String>,
    /// For each of these actors, in their order, how sure it is and why it is that one.
    #[serde(default)]
    pub resolution: Vec<Resolution>,
    /// Id of the statement within which this one is quoted.
    pub reported_by: Option<String>,
    /// All the issues it is about, the surest first.
    #[serde(default)]
    pub issues: Vec<Take>,
    /// Id of the issue that it is about most surely.
    pub issue: Option<String>,
    /// The stance it takes on that issue; null where it is unclear.
    pub stance: Option<Stance>,
    /// Id of the actor it is aimed at.
    pub target: Option<String>,
    /// How it treats that actor; null where it is unclear.
    #[serde(default)]
    pub attitude: Option<Attitude>,
    /// How sure the model is, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: Option<f64>,
    /// Who has judged it so far.
    pub review: Review,
}

/// Whom the source means, as one of the statement's `actors`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Resolution {
    /// Id of the actor.
    #[schemars(regex(pattern = "^a[1-9][0-9]*$"))]
    pub actor: String,
    /// How sure it is that the source means this actor, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: Option<f64>,
    /// From the words at the statement to the fullest name.
    pub why: Vec<Link>,
}

/// A mention on the way from a source to its actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The words.
    pub span: Range,
    /// How they are understood.
    pub how: How,
}

/// How a mention is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The fullest name that the article gives.
    FullName,
    /// A part of the name, with or without a title.
    ShortName,
    /// "he", "they", "it", "who".
    Pronoun,
    /// A role or description.
    Role,
    /// "his Russian counterpart".
    Counterpart,
    /// A spokesman or report that speaks for the actor.
    SpeaksFor,
    /// Somebody unnamed whom the story names later.
    NamedLater,
    /// "both", "the two".
    Both,
    /// "I" or "we" within a quotation.
    FirstPerson,
    /// "I" in the article's own words: its author, as the page names them.
    Author,
    /// The label of whoever answers questions.
    Answer,
    /// No source: the speaker of the statement before goes on. The span is the cue or the content.
    Implied,
    /// No source in a headline: the story says the same with its source.
    SameWords,
    /// An office that the article ties to nobody by name: its holder on the day of the article.
    OfficeHolder,
}

/// How a content is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// All of it stands in quotation marks.
    Direct,
    /// Part of it stands in quotation marks.
    Mixed,
    /// None of it stands in quotation marks.
    Indirect,
}

/// Who has judged a statement so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Review {
    /// Nobody: it is as the model gave it.
    Machine,
}

/// Something a reader of the result should know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// The kind of oddity, for programs ("unclosed-quotation").
    pub code: String,
    /// Where, if it has a place.
    pub span: Option<Range>,
    /// One sentence for a person.
    pub message: String,
}

/// The JSON Schema of [`Document`]: each key is there, null if unknown.
pub fn schema() -> serde_json::Value {
    schema_of::<Document>()
}

fn schema_of<T: JsonSchema>() -> serde_json::Value {
    // Of what is written, as what is read may leave out a key that can be null.
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<T>().to_value()
}
