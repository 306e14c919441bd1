//! Edits of a codebook, every statement following: merge issues, rename one, split one.
//!
//! Each is a function from a codebook to a [`Change`]: the codebook as it is then, and how documents follow. Nothing is
//! written; whoever calls it does.

mod debate;
mod follow;
mod keywords;
mod merge;
mod rename;
mod split;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use merge::{Merge, merge};
pub use rename::{Rename, rename};
pub use split::split;

use super::{Codebook, CodebookError, Entry};
use keywords::Keywords;

/// A codebook after an edit, and how documents follow it: see [`Change::follow`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The codebook as it is now.
    pub codebook: Codebook,
    /// Where the statements of an issue go, by the id it had.
    rules: BTreeMap<String, Rule>,
    /// Whether statements of different issues may have met or parted, so that positions are to be told anew.
    restates: bool,
}

/// Where the statements of one issue go.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Rule {
    /// All to one issue.
    To {
        issue: String,
        /// Whether its proposition says the opposite, so that support becomes opposition.
        reversed: bool,
    },
    /// Each to the issues whose keywords it holds; one that holds none stays.
    ByKeywords(Vec<(String, Keywords)>),
}

/// Why an edit cannot be made; each message says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no issue with this id.
    #[error("there is no issue {id:?} in the codebook; {hint}")]
    Unknown {
        /// The id.
        id: String,
        /// What may have been meant.
        hint: String,
    },
    /// Another issue has the id already.
    #[error("there is an issue {0:?} already; take another id, or merge the two")]
    Taken(String),
    /// An issue is to be merged into itself.
    #[error("{0:?} cannot be merged into itself; leave it out")]
    IntoItself(String),
    /// Nothing is to be done.
    #[error("there is nothing to do; {0}")]
    Nothing(&'static str),
    /// A part of a split has no keywords, so that no statement would go there.
    #[error(
        "the part {0:?} has no keywords to tell its statements; give it some: \"{0} = pipeline; transit fee\""
    )]
    NoKeywords(String),
    /// The new words of an issue are not what they have to be.
    #[error("{0}")]
    Words(String),
    /// The codebook would not hold together.
    #[error(transparent)]
    Codebook(#[from] CodebookError),
}

impl Codebook {
    /// The issue with this id, or an error that says which ids are like it.
    fn must(&self, id: &str) -> Result<&Entry, EditError> {
        self.get(id).ok_or_else(|| {
            let words = |id: &str| id.split('-').map(str::to_owned).collect::<Vec<_>>();
            let given = words(id);
            let like: Vec<&str> = self.entries().iter().map(|entry| entry.id.as_str()).collect();
            let near = like.iter().find(|other| words(other).iter().any(|word| given.contains(word)));
            let hint = match near.or(like.first()) {
                Some(id) if near.is_some() => format!("perhaps {id:?} is meant"),
                Some(id) => format!("it has {} issues, such as {id:?}", like.len()),
                None => "it is empty".to_owned(),
            };
            EditError::Unknown { id: id.to_owned(), hint }
        })
    }
}
