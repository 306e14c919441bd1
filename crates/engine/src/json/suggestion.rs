//! The JSON of a proposed issue, version 1: a line of `onrecord issues suggest`.

use serde::{Deserialize, Serialize};

/// An issue that a set of articles makes, with what shows it. Utterances that several articles carry count once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SuggestionLine {
    /// The version of this format: 1.
    pub onrecord: u32,
    /// Id for the codebook.
    pub id: String,
    /// The wording that most of the articles use.
    pub label: String,
    /// What one supports or opposes, where the articles were read with a codebook that says it.
    pub proposition: Option<String>,
    /// The other wordings, those of most articles first.
    pub keywords: Vec<String>,
    /// How much of the set is about it, 0 to 1: the mean of its shares of articles and statements; lower where it is in
    /// nearly all articles, which it does not tell apart.
    pub weight: f64,
    /// How many articles have it.
    pub articles: u32,
    /// How many statements are about it.
    pub statements: u32,
    /// How many actors make them.
    pub actors: u32,
    /// The day of the first article with a date, YYYY-MM-DD.
    pub from: Option<String>,
    /// The day of the last one.
    pub to: Option<String>,
    /// Three statements at most, of different actors and articles where there are such.
    pub examples: Vec<Example>,
}

/// A statement that shows what an issue is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Id of the statement.
    pub statement: String,
    /// The file name or URL of its article.
    pub doc: String,
    /// When that was published: YYYY-MM-DD, or RFC 3339.
    pub published: Option<String>,
    /// Who says it; empty where the article does not settle it.
    pub actors: Vec<String>,
    /// The words, verbatim.
    pub quote: String,
}
