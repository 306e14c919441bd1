//! Split: statements of an issue go to narrower ones, by keywords.

use std::collections::BTreeMap;

use super::keywords::Keywords;
use super::{Change, EditError, Rule};
use crate::codebook::{Codebook, Entry, check};

/// Parts an issue. A statement goes to each part of which its quotation holds a keyword; one that holds none stays with
/// the issue, which stays above its parts. (Whoever wants it gone merges it into the part that takes the rest.)
///
/// A part that the codebook has already is taken as it is there, with the given keywords added; others come right after
/// the issue, below it.
///
/// # Errors
/// If the issue is not there or is a part of itself, or if a part has no keywords or no id.
pub fn split(codebook: &Codebook, id: &str, parts: &[Entry]) -> Result<Change, EditError> {
    let whole = codebook.must(id)?;
    if parts.is_empty() {
        return Err(EditError::Nothing("name the parts"));
    }
    let mut entries = codebook.entries().to_vec();
    let mut at = entries.iter().position(|entry| entry.id == whole.id).map_or(entries.len(), |at| at + 1);
    let mut rules = Vec::new();
    for part in parts.iter().cloned().map(Entry::cleaned) {
        if let Some(message) = check::of_one(&part) {
            return Err(EditError::Words(message));
        }
        if part.id == id {
            return Err(EditError::Taken(part.id));
        }
        let (part_id, keywords) = match entries.iter_mut().find(|entry| entry.id == part.id) {
            Some(known) => {
                let new: Vec<String> =
                    part.keywords.into_iter().filter(|keyword| !known.keywords.contains(keyword)).collect();
                known.keywords.extend(new);
                (part.id, known.keywords.clone())
            }
            None => {
                let (part_id, keywords) = (part.id.clone(), part.keywords.clone());
                entries.insert(at, Entry { parent: Some(id.to_owned()), ..part });
                at += 1;
                (part_id, keywords)
            }
        };
        let keywords = Keywords::of(&keywords);
        if keywords.is_empty() {
            return Err(EditError::NoKeywords(part_id));
        }
        rules.push((part_id, keywords));
    }
    let codebook = Codebook::new(entries)?;
    let rules = BTreeMap::from([(id.to_owned(), Rule::ByKeywords(rules))]);
    Ok(Change { codebook, rules, restates: true })
}
