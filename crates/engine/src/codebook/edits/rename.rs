//! Rename: an issue gets another label, another id, or both.

use std::collections::BTreeMap;

use super::{Change, EditError, Rule};
use crate::codebook::{Codebook, Entry, check};

/// What an issue is to be called; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rename {
    /// As a reader would name it.
    pub label: Option<String>,
    /// The id. It does not follow the label by itself: ids stand in the records of other people.
    pub id: Option<String>,
}

/// Renames an issue; those below it stay there.
///
/// # Errors
/// If it is not there, its new id is that of another issue or is no id, or nothing is to be changed.
pub fn rename(codebook: &Codebook, id: &str, to: &Rename) -> Result<Change, EditError> {
    let entry = codebook.must(id)?;
    let new = Entry {
        id: to.id.clone().unwrap_or_else(|| id.to_owned()),
        label: to.label.clone().unwrap_or_else(|| entry.label.clone()),
        ..entry.clone()
    }
    .cleaned();
    if let Some(message) = check::of_one(&new) {
        return Err(EditError::Words(message));
    }
    if new == *entry {
        return Err(EditError::Nothing("give it another label or id"));
    }
    if new.id != id && codebook.get(&new.id).is_some() {
        return Err(EditError::Taken(new.id));
    }
    let entries = codebook.entries().iter().map(|entry| {
        if entry.id == id {
            return new.clone();
        }
        let parent = entry.parent.as_ref();
        let parent = parent.map(|parent| if parent == id { new.id.clone() } else { parent.clone() });
        Entry { parent, ..entry.clone() }
    });
    let codebook = Codebook::new(entries.collect())?;
    let rule = Rule::To { issue: new.id, reversed: false };
    Ok(Change { codebook, rules: BTreeMap::from([(id.to_owned(), rule)]), restates: false })
}
