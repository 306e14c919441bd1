//! What the user decided: a file that says who is the same and who is not. It wins over everything.

use std::collections::{HashMap, HashSet};

use onrecord_extract::world::name_words as words;
use serde::Deserialize;

use super::facts::Facts;
use super::name::Name;
use super::{Appearance, ids};

/// Decisions of the user. A TOML file such as
///
/// ```toml
/// [[same]]
/// ids = ["Q58217", "n0123456789abcdef"]   # as "onrecord who" prints them
/// names = ["Sergey Lavrov", "S. Lavrow"]  # or by name: everybody so called
///
/// [[different]]
/// names = ["Martin Hale", "Martin Hale Jr."]
/// ```
///
/// ```
/// use onrecord_engine::across::Decisions;
/// let decisions = Decisions::parse("[[same]]\nnames = ['Bob Hale', 'Robert Hale']").unwrap();
/// assert!(!decisions.is_empty());
/// assert!(Decisions::parse("[[same]]\nnames = ['Bob Hale']").is_err(), "one alone decides nothing");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    #[serde(default)]
    same: Vec<Entry>,
    #[serde(default)]
    different: Vec<Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    ids: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
}

/// Why a file of decisions cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionsError {
    /// It is not the TOML that is expected.
    #[error("line {line}: {message}; correct it")]
    Malformed {
        /// Counted from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// An entry decides nothing.
    #[error("[[{list}]] no. {number} names fewer than two; give at least two ids or names")]
    TooFew {
        /// "same" or "different".
        list: &'static str,
        /// Counted from 1 within that list.
        number: usize,
    },
    /// What stands for an id is none.
    #[error("{0:?} is no id; copy it from the output of onrecord who, or give a name")]
    NoId(String),
}

/// Which appearances the decisions mean.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// Places of appearances that are one.
    pub(super) same: Vec<Vec<u32>>,
    /// For an appearance: the entries that part it from others, and as which of their parts.
    different: HashMap<u32, Vec<(u32, u32)>>,
}

impl Labels {
    /// Of no decision.
    pub(super) fn none() -> Self {
        Self::default()
    }

    /// The parts that an appearance is of.
    pub(super) fn of(&self, appearance: u32) -> Vec<(u32, u32)> {
        self.different.get(&appearance).cloned().unwrap_or_default()
    }
}

impl Decisions {
    /// Reads a file.
    ///
    /// # Errors
    /// If it is no such TOML, an entry has fewer than two ids and names, or an id is none.
    pub fn parse(text: &str) -> Result<Self, DecisionsError> {
        let decisions: Self = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
            DecisionsError::Malformed { line, message: error.message().trim_end().to_owned() }
        })?;
        for (list, entries) in [("same", &decisions.same), ("different", &decisions.different)] {
            for (n, entry) in entries.iter().enumerate() {
                if entry.ids.len() + entry.names.len() < 2 {
                    return Err(DecisionsError::TooFew { list, number: n + 1 });
                }
                if let Some(id) = entry.ids.iter().find(|id| !is_id(id)) {
                    return Err(DecisionsError::NoId(id.clone()));
                }
            }
        }
        Ok(decisions)
    }

    /// Takes in those of another file.
    pub fn merge(&mut self, other: Self) {
        self.same.extend(other.same);
        self.different.extend(other.different);
    }

    /// Whether nothing is decided.
    pub fn is_empty(&self) -> bool {
        self.same.is_empty() && self.different.is_empty()
    }

    /// Finds the appearances that are meant. `undecided` has the ids that they have without decisions. Who is not found is
    /// told in `notes`: another collection may have them.
    pub(super) fn labels(
        &self,
        appearances: &[Appearance],
        facts: &[Facts],
        undecided: &[String],
        notes: &mut Vec<String>,
    ) -> Labels {
        let index = Index::new(appearances, facts, undecided);
        let mut labels = Labels::default();
        let mut told = HashSet::new();
        let mut find = |entry: &Entry| {
            let ids = entry.ids.iter().map(|id| (id, index.by_id.get(id.as_str()).cloned()));
            let names = entry.names.iter().map(|name| (name, index.named(name)));
            let found: Vec<_> =
                ids.chain(names).map(|(what, found)| (what, found.unwrap_or_default())).collect();
            for (what, _) in found.iter().filter(|(_, found)| found.is_empty()) {
                if told.insert((*what).clone()) {
                    notes.push(format!("your decisions name {what}, whom no article has"));
                }
            }
            found.into_iter().map(|(_, found)| found).collect::<Vec<_>>()
        };
        for entry in &self.same {
            let mut all = find(entry).concat();
            all.sort_unstable();
            all.dedup();
            labels.same.push(all);
        }
        for (n, entry) in self.different.iter().enumerate() {
            for (part, found) in find(entry).into_iter().enumerate() {
                for appearance in found {
                    labels.different.entry(appearance).or_default().push((n as u32, part as u32));
                }
            }
        }
        labels.same.retain(|all| all.len() > 1);
        labels
    }
}

/// "Q58217", perhaps with a mark behind, or `n` or `u` and 16 hexadecimal digits.
fn is_id(id: &str) -> bool {
    let hex = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    match id.as_bytes().first() {
        Some(b'Q') => {
            let (item, mark) = id.split_once('-').unwrap_or((id, "0"));
            item.len() > 1 && item[1..].bytes().all(|b| b.is_ascii_digit()) && hex(mark)
        }
        Some(b'n' | b'u') => id.len() == 17 && hex(&id[1..]),
        _ => false,
    }
}

/// Appearances by what a decision may call them.
struct Index {
    by_id: HashMap<String, Vec<u32>>,
    by_name: HashMap<String, Vec<u32>>,
    by_words: HashMap<String, Vec<u32>>,
}

impl Index {
    fn new(appearances: &[Appearance], facts: &[Facts], undecided: &[String]) -> Self {
        let mut index = Self { by_id: HashMap::new(), by_name: HashMap::new(), by_words: HashMap::new() };
        for (n, ((appearance, facts), id)) in appearances.iter().zip(facts).zip(undecided).enumerate() {
            // An id may also be of a run in which the name had one bearer only.
            for id in [id.clone(), ids::of_one(appearance, facts)] {
                let all = index.by_id.entry(id).or_default();
                if all.last() != Some(&(n as u32)) {
                    all.push(n as u32);
                }
            }
            index.by_name.entry(key(&facts.name)).or_default().push(n as u32);
            index.by_words.entry(plain(&appearance.name)).or_default().push(n as u32);
        }
        index
    }

    /// Who is called just so, or has this name without titles.
    fn named(&self, name: &str) -> Option<Vec<u32>> {
        let parsed = Name::parse(name, None);
        let by_name = self.by_name.get(&key(&parsed)).filter(|_| parsed.is_name());
        let by_words = self.by_words.get(&plain(name));
        let mut all: Vec<u32> = by_name.into_iter().chain(by_words).flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        Some(all).filter(|all| !all.is_empty())
    }
}

/// The words, without "the" before them.
fn plain(name: &str) -> String {
    let words = words(name).join(" ");
    words.strip_prefix("the ").map_or(words.clone(), str::to_owned)
}

fn key(name: &Name) -> String {
    format!("{} {} {:?}", name.key, name.middle, name.generation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_told_with_their_place() {
        for (text, message) in [
            (
                "[[same]]\nnames = [\"Ann\"]",
                "[[same]] no. 1 names fewer than two; give at least two ids or names",
            ),
            (
                "[[different]]\nids = [\"Q1\", \"lavrov\"]",
                "\"lavrov\" is no id; copy it from the output of onrecord who, or give a name",
            ),
            (
                "[[same]]\nname = [\"Ann\", \"Bo\"]",
                "line 2: unknown field `name`, expected `ids` or `names`; correct it",
            ),
        ] {
            assert_eq!(Decisions::parse(text).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn ids_of_all_kinds_are_known() {
        for good in ["Q58217", "Q58217-0a1b2c3d", "n0123456789abcdef", "u0123456789abcdef"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "Q", "Qx", "n012", "a1", "n0123456789ABCDEF"] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
