//! The JSON of what several articles come to, version 1: positions, differences, and two actors compared.

use serde::{Deserialize, Serialize};

use super::{Ground, Leaning, Stance};

/// Where an actor stands on an issue, over all articles: a line of `onrecord positions`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PositionLine {
    /// The version of this format: 1.
    pub onrecord: u32,
    /// Id of the issue.
    pub issue: String,
    /// As a reader would name it.
    pub label: String,
    /// What one supports or opposes; null: what the label names.
    pub proposition: Option<String>,
    /// Names the actor over all articles: a Wikidata item, a name in simple words, or an actor of one article.
    pub actor: String,
    /// The fullest name that an article gives.
    pub name: String,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// What the statements come to; null where none of them is clear.
    pub stance: Option<Leaning>,
    /// The day of the first utterance, YYYY-MM-DD.
    pub from: Option<String>,
    /// The day of the last one.
    pub to: Option<String>,
    /// Ids of all the statements, repeats included.
    pub statements: Vec<String>,
    /// Each utterance once, the earliest first.
    pub evidence: Vec<Evidence>,
}

/// Two actors who differ on an issue (or agree): a line of `onrecord differences`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DifferenceLine {
    /// The version of this format: 1.
    pub onrecord: u32,
    /// Id of the issue.
    pub issue: String,
    /// As a reader would name it.
    pub label: String,
    /// What one supports or opposes; null: what the label names.
    pub proposition: Option<String>,
    /// The two actors, named as in positions.
    pub between: [String; 2],
    /// Their fullest names.
    pub names: [String; 2],
    /// Ids of the statements of each that show it, the strongest first.
    pub statements: [Vec<String>; 2],
    /// What shows it.
    pub ground: Ground,
    /// How strong the evidence is, 0 to 1.
    pub strength: Option<f64>,
    /// The same statements in full.
    pub evidence: [Vec<Evidence>; 2],
}

/// Two actors on one issue: a line of `onrecord compare`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The version of this format: 1.
    pub onrecord: u32,
    /// Id of the issue.
    pub issue: String,
    /// As a reader would name it.
    pub label: String,
    /// What one supports or opposes; null: what the label names.
    pub proposition: Option<String>,
    /// How the two stand to each other.
    pub verdict: Verdict,
    /// What shows it; empty where one is silent or it is unclear.
    pub grounds: Vec<Ground>,
    /// The two, in the order in which they were asked for.
    pub sides: [Side; 2],
}

/// How two actors stand to each other on an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// They are opposed, or one denies what the other says, or finds fault with them over it.
    Differ,
    /// They hold the same, or say it together.
    Agree,
    /// Both speak on it, and neither is shown.
    Unclear,
    /// Only one of them speaks on it.
    Silent,
}

/// One of two actors on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// The actor, named as in positions.
    pub actor: String,
    /// The fullest name.
    pub name: String,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// What the statements come to; null where none is clear, or there is none.
    pub stance: Option<Leaning>,
    /// What was said, what shows a stance first; empty for one who is silent.
    pub evidence: Vec<Evidence>,
}

/// An utterance: the words, and where they stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Id of the statement, in the earliest article that carries it.
    pub statement: String,
    /// The file name or URL of that article.
    pub doc: String,
    /// Its canonical URL.
    pub url: Option<String>,
    /// The paper or site.
    pub outlet: Option<String>,
    /// When it was published: YYYY-MM-DD, or RFC 3339.
    pub published: Option<String>,
    /// The words that tell how it was said ("denied"): without them the quote may say the contrary.
    #[serde(default)]
    pub cue: Option<String>,
    /// The words, verbatim.
    pub quote: String,
    /// The stance that they take on the issue; null where it is unclear.
    pub stance: Option<Stance>,
    /// How sure that stance is, 0 to 1.
    pub confidence: Option<f64>,
    /// Where the same is carried again.
    pub also: Vec<Carried>,
}

/// A statement that repeats an utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// Id of the statement.
    pub statement: String,
    /// The article.
    pub doc: String,
}

impl Verdict {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Differ => "differ",
            Self::Agree => "agree",
            Self::Unclear => "unclear",
            Self::Silent => "silent",
        }
    }
}
