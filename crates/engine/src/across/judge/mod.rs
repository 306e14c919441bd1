//! Judging two units: how their names are alike, what speaks for and what against their being one, and how sure that is.
//!
//! The likeness of the names gives the first confidence; each thing they share takes a part of the doubt away, each
//! contradiction a part of the confidence. The figures are chosen so that a full name alone just passes the usual threshold of
//! 0.9, and a short or other form of a name passes it only with the same office of the same country.

mod against;
mod names;
mod organizations;
mod support;

use super::Verdict;
use super::name::Class;
use super::reason::{Reason, ReasonCode};
use super::units::Unit;

use names::Relation;
pub(super) use names::clearly_differ;

/// From which weight on a contradiction keeps two of one name apart.
const KEEPS_APART: f64 = 0.5;
/// Below this a merge is not even proposed.
const LEAST: f64 = 0.4;

/// What is thought of two units, or of the members of one.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    /// Places of the units, the smaller first; the same twice for the members of one.
    pub(super) units: (u32, u32),
    pub(super) verdict: Verdict,
    pub(super) confidence: f64,
    pub(super) reasons: Vec<Reason>,
    pub(super) tie: Tie,
    /// Whether nothing but the name speaks for it.
    pub(super) bare: bool,
}

/// What ties two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// The Wikidata item.
    Item,
    /// The whole name.
    Name,
    /// A full name that an article gives beside the other.
    Alias,
    /// A part or another form of the name.
    Form,
}

/// Judges two units; `None` if there is nothing to say.
pub(super) fn edge(units: &[Unit], (a, b): (u32, u32)) -> Option<Edge> {
    let judged = judge(&units[a as usize], &units[b as usize], true)?;
    Some(Edge { units: (a, b), ..judged })
}

/// Judges whether the members of a unit are one; `None` if there is but one, or nothing to say.
pub(super) fn within(unit: &Unit, place: usize) -> Option<Edge> {
    if unit.members.len() < 2 {
        return None;
    }
    Some(Edge { units: (place as u32, place as u32), ..judge(unit, unit, false)? })
}

fn judge(a: &Unit, b: &Unit, two: bool) -> Option<Edge> {
    if let (Some(one), Some(other)) = (&a.item, &b.item) {
        if one == other {
            let reasons =
                vec![Reason::new(ReasonCode::SameItem, format!("both are the Wikidata item {one}"))];
            return Some(made(Verdict::Same, 1.0, reasons, Tie::Item));
        }
        let same = a.name.key == b.name.key;
        let text = format!("they are two Wikidata items, {one} and {other}");
        let mut reasons = vec![Reason::new(ReasonCode::OtherItem, text)];
        reasons.extend(same.then(|| same_name(a, b)));
        return Some(made(Verdict::Apart, 1.0, reasons, if same { Tie::Name } else { Tie::Form }));
    }
    let Likeness { mut confidence, reason, tie } = likeness(a, b)?;
    let mut reasons = vec![reason];
    let support = support::gather(a, b);
    let needs_office = matches!(reasons[0].code, ReasonCode::SameSurname | ReasonCode::Misspelt);
    // Nobody is one because of a surname.
    if needs_office && !support.iter().any(|(reason, _)| reason.code == ReasonCode::SameOffice) {
        return None;
    }
    let bare = support.is_empty();
    for (reason, weight) in support {
        confidence = 1.0 - (1.0 - confidence) * (1.0 - weight);
        reasons.push(reason);
    }
    let mut against = against::gather(a, b, two);
    against.sort_by(|a, b| b.1.total_cmp(&a.1));
    let doubt = against.iter().fold(0.0, |doubt, (_, weight)| 1.0 - (1.0 - doubt) * (1.0 - weight));
    if doubt >= KEEPS_APART {
        let reasons = against.into_iter().map(|(reason, _)| reason).chain(reasons).collect();
        return Some(Edge { bare, ..made(Verdict::Apart, doubt, reasons, tie) });
    }
    confidence *= 1.0 - doubt;
    reasons.extend(against.into_iter().map(|(reason, _)| reason));
    (confidence >= LEAST).then(|| Edge { bare, ..made(Verdict::Same, confidence, reasons, tie) })
}

fn made(verdict: Verdict, confidence: f64, reasons: Vec<Reason>, tie: Tie) -> Edge {
    Edge { units: (0, 0), verdict, confidence: rounded(confidence), reasons, tie, bare: false }
}

/// In thousandths: so that no run differs from another by the last bit.
pub(super) fn rounded(confidence: f64) -> f64 {
    (confidence * 1000.0).round() / 1000.0
}

/// How alike two names are.
struct Likeness {
    confidence: f64,
    reason: Reason,
    tie: Tie,
}

fn likeness(a: &Unit, b: &Unit) -> Option<Likeness> {
    let is = |class: Class| a.name.class == class && b.name.class == class;
    let same = a.name.key == b.name.key;
    if is(Class::State) {
        return same.then(|| Likeness { confidence: 0.97, reason: same_name(a, b), tie: Tie::Name });
    }
    if is(Class::Organization) {
        return organizations::likeness(a, b);
    }
    let people = |unit: &Unit| matches!(unit.name.class, Class::Person | Class::Single);
    if people(a) && people(b) {
        return person(a, b);
    }
    // Of one it is not known what it is: "Kelso Mattress", person or firm.
    let unknown = a.kind.is_none() || b.kind.is_none();
    let full = [a, b]
        .iter()
        .all(|unit| !matches!(unit.name.class, Class::Described | Class::Generic | Class::Single));
    (same && full).then(|| Likeness {
        confidence: if unknown { 0.85 } else { 0.5 },
        reason: same_name(a, b),
        tie: Tie::Name,
    })
}

fn person(a: &Unit, b: &Unit) -> Option<Likeness> {
    let alias = |a: &Unit, b: &Unit| {
        b.name.class == Class::Person && a.aliases.iter().any(|alias| alias.key == b.name.key)
    };
    let relation = names::relation(&a.name, &b.name);
    if !matches!(relation, Some(Relation::Full)) && (alias(a, b) || alias(b, a)) {
        let shares = a.name.words.iter().any(|word| b.name.words.contains(word));
        let text = format!("one article calls {} also {}", a.printed(), b.printed());
        return Some(Likeness {
            confidence: if shares { 0.93 } else { 0.7 },
            reason: Reason::new(ReasonCode::Alias, text),
            tie: Tie::Alias,
        });
    }
    let relation = relation?;
    let (confidence, code) = relation.weight();
    let reason =
        if relation == Relation::Full { same_name(a, b) } else { Reason::new(code, relation.in_words(a, b)) };
    Some(Likeness { confidence, reason, tie: if relation == Relation::Full { Tie::Name } else { Tie::Form } })
}

fn same_name(a: &Unit, b: &Unit) -> Reason {
    let text = if a.printed == b.printed {
        format!("both are called {}", a.printed())
    } else {
        format!("{} and {} are one name", a.printed(), b.printed())
    };
    Reason::new(ReasonCode::SameName, text)
}
