//! Ids that come out the same whatever the order of the files: the Wikidata item, or a hash of name and kind.

use std::collections::HashMap;

use super::Appearance;
use super::facts::Facts;
use super::join::Joins;
use super::name::{Class, Name};
use crate::identity::sha256;

/// 64 bits, as of statements.
const DIGITS: usize = 16;
/// Of the mark that tells apart two records of one item, which only the user can make.
const MARK_DIGITS: usize = 8;

/// The id of each actor, in their order.
pub(super) fn of_clusters(appearances: &[Appearance], facts: &[Facts], joins: &Joins) -> Vec<String> {
    let bases: Vec<String> = joins.clusters.iter().map(|members| base(appearances, facts, members)).collect();
    let mut namesakes: HashMap<&str, Vec<usize>> = HashMap::new();
    for (n, base) in bases.iter().enumerate() {
        namesakes.entry(base).or_default().push(n);
    }
    let mut ids = bases.clone();
    for (base, all) in namesakes.into_iter().filter(|(_, all)| all.len() > 1) {
        let marks: Vec<Vec<Option<String>>> =
            all.iter().map(|n| marks(appearances, facts, &joins.clusters[*n])).collect();
        let mut seen: HashMap<&Option<String>, usize> = HashMap::new();
        for mark in marks.iter().flatten() {
            *seen.entry(mark).or_default() += 1;
        }
        for (n, marks) in all.iter().zip(&marks) {
            let mark = marks.iter().find(|mark| mark.is_some() && seen[mark] == 1).cloned().flatten();
            let mark = mark.unwrap_or_default();
            ids[*n] = if base.starts_with('Q') {
                format!("{base}-{}", &sha256(mark.as_bytes())[..MARK_DIGITS])
            } else {
                hashed('n', &[base, &mark])
            };
        }
    }
    ids
}

/// The id of each appearance's actor.
pub(super) fn of_appearances(appearances: &[Appearance], facts: &[Facts], joins: &Joins) -> Vec<String> {
    let ids = of_clusters(appearances, facts, joins);
    joins.cluster_of.iter().map(|cluster| ids[*cluster as usize].clone()).collect()
}

/// What the id of an appearance would be if nobody else bore its name.
pub(super) fn of_one(appearance: &Appearance, facts: &Facts) -> String {
    base(std::slice::from_ref(appearance), std::slice::from_ref(facts), &[0])
}

/// The best name: a full one before a surname before a description; of these the longest, then the first in the alphabet.
pub(super) fn fullest<'f>(names: impl Iterator<Item = &'f Name>) -> Option<&'f Name> {
    let rank = |class: Class| match class {
        Class::Person | Class::State | Class::Organization => 0,
        Class::Generic => 1,
        Class::Single => 2,
        Class::Described => 3,
    };
    // An organisation's letters are the shorter name, so that the longest is the one written out.
    names.min_by(|a, b| {
        let key = |name: &Name| (rank(name.class), std::cmp::Reverse(name.key.len()));
        key(a).cmp(&key(b)).then_with(|| a.key.cmp(&b.key))
    })
}

fn base(appearances: &[Appearance], facts: &[Facts], members: &[u32]) -> String {
    let of = |n: &u32| &facts[*n as usize];
    let number = |item: &&str| item.get(1..).and_then(|digits| digits.parse::<u64>().ok());
    if let Some(item) = members.iter().filter_map(|n| of(n).item.as_deref()).min_by_key(number) {
        return item.to_owned();
    }
    match fullest(members.iter().map(|n| &of(n).name)) {
        Some(name) if !matches!(name.class, Class::Described | Class::Generic) => {
            hashed('n', &[name.class.tag(), &name.key])
        }
        _ => hashed('u', &[&place(appearances, members)]),
    }
}

/// What may tell namesakes apart, the most telling first; the last does.
fn marks(appearances: &[Appearance], facts: &[Facts], members: &[u32]) -> Vec<Option<String>> {
    let of = |n: &u32| &facts[*n as usize];
    let only = |mut all: Vec<String>| {
        all.sort_unstable();
        all.dedup();
        if let [one] = all.as_slice() { Some(one.clone()) } else { None }
    };
    let generation = members.iter().filter_map(|n| of(n).name.generation).map(|g| g.name().to_owned());
    let middle = members.iter().map(|n| of(n).name.middle.clone()).filter(|middle| !middle.is_empty());
    let roles = members.iter().filter_map(|n| of(n).role.as_ref());
    let mut offices: HashMap<String, usize> = HashMap::new();
    for role in roles {
        *offices.entry(format!("{} {}", role.country.unwrap_or("-"), role.key())).or_default() += 1;
    }
    let office = offices.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
    vec![
        only(generation.collect()),
        only(middle.collect()),
        office.map(|(office, _)| office),
        Some(place(appearances, members)),
        // One text that was read twice, with other settings, may have two actors at one place.
        members.first().map(|n| format!("{:?}", appearances[*n as usize])),
    ]
}

/// The first text and the id within it.
fn place(appearances: &[Appearance], members: &[u32]) -> String {
    let first = members.iter().map(|n| &appearances[*n as usize]);
    let first = first.map(|a| (a.origin.text_sha256.as_str(), a.id.as_str())).min();
    first.map_or_else(String::new, |(text, id)| format!("{text} {id}"))
}

fn hashed(prefix: char, parts: &[&str]) -> String {
    let mut id = sha256(parts.join("\n").as_bytes());
    id.truncate(DIGITS);
    id.insert(0, prefix);
    id
}
