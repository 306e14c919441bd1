//! Blocks: which pairs of units are worth a look, found by keys that they share, so that the work grows with the number
//! of actors and not with its square.

use std::hash::{DefaultHasher, Hash, Hasher};

use onrecord_extract::speakers::name_words::{full_given_names, is_particle};

use super::name::Class;
use super::units::Unit;

/// How many of a block are compared with all the others of it. A block larger than this is that of a very common name, and
/// the first of it, in their order, stand for the rest.
const MOST_ASKING: usize = 100;
/// How many these are compared with.
const MOST: usize = 400;
/// Shorter surnames are not looked up by their misspellings.
const LEAST_LETTERS: usize = 5;

/// A key of a unit; pairs are made of units of one key, of which at least one asks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    key: u64,
    unit: u32,
    asks: bool,
}

/// Pairs of places in `units`, each once, the smaller first, in order.
pub(super) fn pairs(units: &[Unit]) -> Vec<(u32, u32)> {
    let mut entries = Vec::new();
    for (n, unit) in units.iter().enumerate() {
        let mut add = |kind: &str, parts: &[&str], asks: bool| {
            entries.push(Entry { key: hash(kind, parts), unit: n as u32, asks });
        };
        if let Some(item) = &unit.item {
            add("item", &[item], true);
        }
        match unit.name.class {
            Class::Described | Class::Generic => {}
            Class::State => add("name", &[&unit.name.key], true),
            Class::Organization => organization(unit, &mut add),
            Class::Single => single(unit, &mut add),
            Class::Person => person(unit, &mut add),
        }
    }
    entries.sort_unstable();
    entries.dedup();
    let mut pairs = Vec::new();
    for block in entries.chunk_by(|a, b| a.key == b.key).filter(|block| block.len() > 1) {
        for asking in block.iter().filter(|entry| entry.asks).take(MOST_ASKING) {
            for other in block.iter().take(MOST).filter(|other| other.unit != asking.unit) {
                pairs.push((asking.unit.min(other.unit), asking.unit.max(other.unit)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn hash(kind: &str, parts: &[&str]) -> u64 {
    // The hasher that std promises to start the same in every run.
    let mut hasher = DefaultHasher::new();
    (kind, parts).hash(&mut hasher);
    hasher.finish()
}

fn organization(unit: &Unit, add: &mut impl FnMut(&str, &[&str], bool)) {
    add("name", &[&unit.name.key], true);
    if let Some(acronym) = &unit.name.acronym {
        add("letters", &[acronym], true);
    }
    if let Some(initials) = &unit.name.initials {
        add("letters", &[initials], false);
    }
    for letters in &unit.letters {
        add("letters", &[letters], false);
    }
}

/// One word is asked about only together with an office.
fn single(unit: &Unit, add: &mut impl FnMut(&str, &[&str], bool)) {
    if let Some(office) = unit.role.as_ref().and_then(|role| role.office.as_deref()) {
        add("surname", &[unit.name.last(), office], true);
        misspelt(unit, office, add);
    }
}

fn person(unit: &Unit, add: &mut impl FnMut(&str, &[&str], bool)) {
    let name = &unit.name;
    add("name", &[&name.key], true);
    for alias in &unit.aliases {
        add("name", &[&alias.key], true);
    }
    let plain: String = name.words.iter().filter(|word| !is_particle(word)).map(String::as_str).collect();
    add("name", &[&plain], true);
    let mut sorted: Vec<&str> = name.words.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    add("words", &sorted, true);
    let last = name.last();
    for given in &name.words[..name.words.len() - 1] {
        add("given", &[last, given], true);
        for full in full_given_names(given) {
            add("given", &[last, full], true);
        }
    }
    let first = name.first();
    let letters = first.chars().count();
    let head = |count: usize| first.chars().take(count).collect::<String>();
    if letters > 2 {
        add("head", &[last, &head(3)], true);
    }
    add("initial", &[last, &head(1)], letters == 1);
    if let Some(role) = &unit.role {
        if let Some(office) = role.office.as_deref() {
            add("surname", &[last, office], false);
        }
        misspelt(unit, role.key(), add);
    }
}

/// The surname without each of its letters, as two that are one slip apart share one of these.
fn misspelt(unit: &Unit, office: &str, add: &mut impl FnMut(&str, &[&str], bool)) {
    let last = unit.name.last();
    let letters: Vec<char> = last.chars().collect();
    if !(LEAST_LETTERS..=24).contains(&letters.len()) {
        return;
    }
    add("slip", &[last, office], true);
    for skip in 0..letters.len() {
        let rest: String = letters.iter().enumerate().filter(|(at, _)| *at != skip).map(|(_, c)| c).collect();
        add("slip", &[&rest, office], true);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use onrecord_base::ActorKind;

    use super::*;
    use crate::across::facts::Facts;
    use crate::across::{Appearance, Origin, units};

    /// People of one surname, one office and as many given names: the worst that news can bring.
    fn namesakes(count: usize) -> Vec<Appearance> {
        let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
        let person = |n: usize| Appearance {
            origin: Arc::new(Origin {
                text_sha256: format!("{n:064}"),
                doc: n.to_string(),
                outlet: None,
                published: None,
            }),
            id: "a1".to_owned(),
            name: format!(
                "X{}{}{}{} Halvorsen",
                letter(n),
                letter(n / 26),
                letter(n / 676),
                letter(n / 17_576)
            ),
            known_as: None,
            kind: Some(ActorKind::Person),
            role: Some("foreign minister".to_owned()),
            wikidata: None,
            words: Vec::new(),
            statements: 1,
        };
        (0..count).map(person).collect()
    }

    #[test]
    fn pairs_grow_with_the_actors_and_not_with_their_square() {
        let count = 20_000;
        let appearances = namesakes(count);
        let units = units::of(&appearances, &Facts::of_all(&appearances));
        assert_eq!(units.len(), count);
        let found = pairs(&units).len();
        assert!(found < 40 * count, "{found}");
    }
}
