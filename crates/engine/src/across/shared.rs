//! Shared names: where several people bear a name, or several fit as well, the name says less.

use std::collections::{HashMap, HashSet};

use onrecord_base::ActorKind;
use onrecord_extract::world::World;

use super::Verdict;
use super::judge::{Edge, Tie, clearly_differ, rounded};
use super::name::{Class, Name};
use super::reason::{Reason, ReasonCode};
use super::units::Unit;

/// What is left at least of the confidence in a name that several bear, if nothing else speaks for it.
const SHARED: f64 = 0.65;
/// What is left of it if several fit.
const SEVERAL: f64 = 0.8;
/// A pair less sure than this does not make another doubtful, nor one that is less sure than the other by more than `NEAR`.
const RIVAL: f64 = 0.7;
const NEAR: f64 = 0.1;

/// Lowers the confidence of merges by a shared name, and of those that have a rival.
pub(super) fn lower(units: &[Unit], edges: &mut [Edge]) {
    shared_names(units, edges);
    rivals(units, edges);
}

fn shared_names(units: &[Unit], edges: &mut [Edge]) {
    // Who is no person is told from one by being none, so a firm makes no name doubtful.
    let apart = |edge: &&Edge| {
        edge.verdict == Verdict::Apart
            && edge.tie == Tie::Name
            && edge.reasons.first().is_none_or(|reason| reason.code != ReasonCode::OtherKind)
    };
    let key = |edge: &Edge| units[edge.units.0 as usize].name.key.as_str();
    // How many appearances are of the rarer of two namesakes. Of a name in a hundred articles, one with another role does
    // not make all the others doubtful.
    let mut rarer: HashMap<&str, usize> = HashMap::new();
    for edge in edges.iter().filter(apart) {
        let [one, other] = [edge.units.0, edge.units.1].map(|unit| units[unit as usize].members.len());
        *rarer.entry(key(edge)).or_default() += one.min(other);
    }
    let mut all: HashMap<&str, usize> = HashMap::new();
    for unit in units.iter().filter(|unit| rarer.contains_key(unit.name.key.as_str())) {
        *all.entry(&unit.name.key).or_default() += unit.members.len();
    }
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    let world = World::embedded();
    for edge in edges.iter_mut() {
        if edge.verdict != Verdict::Same || edge.tie != Tie::Name || !edge.bare {
            continue;
        }
        let unit = &units[edge.units.0 as usize];
        if unit.name.class != Class::Person {
            continue;
        }
        let known = || known_bearers(&world, unit);
        let name = unit.name.key.as_str();
        let (left, text) = if let (Some(rarer), Some(all)) = (rarer.get(name), all.get(name)) {
            let text = "and nothing tells which of them this is";
            let text = format!("several people here are called {}, {text}", unit.printed());
            ((1.0 - *rarer as f64 / *all as f64).max(SHARED), text)
        } else if *bearers.entry(&unit.name.key).or_insert_with(known) > 1 {
            (SHARED, format!("several people in the news are called {}", unit.printed()))
        } else {
            continue;
        };
        edge.confidence = rounded(edge.confidence * left);
        edge.reasons.push(Reason::new(ReasonCode::SharedName, text));
    }
}

/// How many people of the gazetteer bear just this name.
fn known_bearers(world: &World, unit: &Unit) -> usize {
    let bears = |name: &String| Name::parse(name, Some(ActorKind::Person)).key == unit.name.key;
    let people = world.named(&unit.name.words.join(" "));
    people.iter().filter(|person| bears(&person.name) || person.aliases.iter().any(bears)).count()
}

fn rivals(units: &[Unit], edges: &mut [Edge]) {
    let mut fitting: HashMap<u32, Vec<(u32, f64, usize)>> = HashMap::new();
    let mut apart: HashSet<(u32, u32)> = HashSet::new();
    for (n, edge) in edges.iter().enumerate() {
        let (a, b) = edge.units;
        match edge.verdict {
            Verdict::Apart => drop(apart.insert((a, b))),
            Verdict::Same if edge.tie != Tie::Item && edge.confidence >= RIVAL && a != b => {
                fitting.entry(a).or_default().push((b, edge.confidence, n));
                fitting.entry(b).or_default().push((a, edge.confidence, n));
            }
            Verdict::Same => {}
        }
    }
    let differ = |a: u32, b: u32| {
        let (one, other) = (&units[a as usize], &units[b as usize]);
        clearly_differ(&one.name, &other.name)
            || (one.item.is_some() && other.item.is_some() && one.item != other.item)
            || apart.contains(&(a.min(b), a.max(b)))
    };
    let mut doubtful: Vec<usize> = Vec::new();
    for all in fitting.values() {
        let rival = |one: u32, sure: f64| all.iter().any(|(o, s, _)| *s >= sure - NEAR && differ(one, *o));
        doubtful.extend(all.iter().filter(|(one, sure, _)| rival(*one, *sure)).map(|(_, _, n)| *n));
    }
    doubtful.sort_unstable();
    doubtful.dedup();
    for n in doubtful {
        let edge = &mut edges[n];
        edge.confidence = rounded(edge.confidence * SEVERAL);
        edge.reasons.push(Reason::new(ReasonCode::SeveralFit, "somebody else fits as well"));
    }
}
