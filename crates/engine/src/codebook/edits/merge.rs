//! Merge: several issues become one.

use std::collections::BTreeMap;

use super::{Change, EditError, Rule};
use crate::codebook::{Codebook, Entry};

/// What is to be merged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    /// Ids of the issues that go.
    pub from: Vec<String>,
    /// Those of them whose proposition says the opposite of the other one: who supports one opposes the other.
    pub reversed: Vec<String>,
    /// Id of the issue that takes them in.
    pub into: String,
}

/// Merges issues into one. That one keeps its words and gets the labels and keywords of the others as keywords, and a
/// description or proposition of theirs if it has none (a reversed one's proposition excepted). What was below them is
/// then below it.
///
/// # Errors
/// If an issue is not there, or is merged into itself.
pub fn merge(codebook: &Codebook, merge: &Merge) -> Result<Change, EditError> {
    let Merge { from, reversed, into } = merge;
    let mut merged = codebook.must(into)?.clone();
    let gone: Vec<&String> = from.iter().chain(reversed).collect();
    if gone.is_empty() {
        return Err(EditError::Nothing("name the issues to be merged"));
    }
    let mut rules = BTreeMap::new();
    for id in gone {
        let entry = codebook.must(id)?;
        if id == into {
            return Err(EditError::IntoItself(id.clone()));
        }
        let reversed = reversed.contains(id);
        take_in(&mut merged, entry, reversed);
        rules.insert(id.clone(), Rule::To { issue: into.clone(), reversed });
    }
    let above = above(codebook, into);
    let entries = codebook.entries().iter().filter(|entry| !rules.contains_key(&entry.id)).map(|entry| {
        let (entry, is_merged) = if entry.id == *into { (&merged, true) } else { (entry, false) };
        let goes = |parent: &str| rules.contains_key(parent);
        let parent = match entry.parent.as_deref() {
            // What lies above the merged issue cannot hang on it, so it goes up to whatever stays.
            Some(parent) if is_merged || above.contains(&entry.id.as_str()) => {
                let up = std::iter::successors(Some(parent), |id| codebook.get(id)?.parent.as_deref());
                up.skip_while(|id| goes(id)).map(str::to_owned).next()
            }
            Some(parent) if goes(parent) => Some(into.clone()),
            parent => parent.map(str::to_owned),
        };
        Entry { parent, ..entry.clone() }
    });
    Ok(Change { codebook: Codebook::new(entries.collect())?, rules, restates: true })
}

/// The ids of the issues above one.
fn above<'c>(codebook: &'c Codebook, id: &str) -> Vec<&'c str> {
    let parent = |id: &str| codebook.get(id).and_then(|entry| entry.parent.as_deref());
    std::iter::successors(parent(id), |id| parent(id)).collect()
}

fn take_in(merged: &mut Entry, entry: &Entry, reversed: bool) {
    let words = std::iter::once(&entry.label).filter(|label| !label.contains(';')).chain(&entry.keywords);
    for word in words {
        let known =
            merged.keywords.iter().chain([&merged.label]).any(|k| k.to_lowercase() == word.to_lowercase());
        if !known {
            merged.keywords.push(word.clone());
        }
    }
    merged.description = merged.description.take().or_else(|| entry.description.clone());
    if !reversed {
        merged.proposition = merged.proposition.take().or_else(|| entry.proposition.clone());
    }
}
