//! Across articles: which actors of many read articles are one and the same, under all their names.
//!
//! `gather` takes [`Appearance`]s (an actor of one article each) and gives [`ActorAcross`]es and [`Proposal`]s. Nobody is
//! joined by a surname alone, and two Wikidata items never are. What is joined, kept apart or left open carries its
//! [`Reason`]s. The order of the appearances changes nothing.
//!
//! The way of the data: `appearance` → `facts` (with `name`) → `units` (those of whom the same is known) →
//! `blocks` (pairs that may be worth a look) → `judge` (each pair with confidence and reasons) → `shared` (names that
//! several bear) → `join` (what is sure enough, checked for sense) → `actors` and `ids`. What the user decided
//! (`decisions`) comes before it all.

mod actors;
mod appearance;
mod blocks;
mod decisions;
mod facts;
mod ids;
mod join;
mod judge;
mod name;
mod reason;
mod shared;
#[cfg(test)]
mod tests;
mod units;

pub use actors::{ActorAcross, Alias, Joined, RoleHeld};
pub use appearance::{Appearance, Origin};
pub use decisions::{Decisions, DecisionsError};
pub use reason::{Reason, ReasonCode};

use decisions::Labels;
use facts::Facts;

/// From which confidence on a merge is applied, unless the user says otherwise. A full name that nothing contradicts is just
/// above it, a short or other form of a name only with the same office of the same country, a surname never.
pub const MERGE_ABOVE: f64 = 0.9;

/// How to gather.
#[derive(Clone, Debug)]
pub struct Options {
    /// Merges of this confidence (0 to 1) and above are applied.
    pub merge_above: f64,
    /// What the user decided; it wins over everything.
    pub decisions: Decisions,
}

impl Default for Options {
    fn default() -> Self {
        Self { merge_above: MERGE_ABOVE, decisions: Decisions::default() }
    }
}

/// The actors of many articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    /// Those with a name first, by number of statements, the most first; then those called by descriptions only.
    pub actors: Vec<ActorAcross>,
    /// Pairs that may be one, and pairs of one name that are kept apart; the surest first.
    pub proposals: Vec<Proposal>,
    /// What of the user's decisions could not be followed, a sentence each.
    pub notes: Vec<String>,
}

/// What is thought of two actors of [`Across::actors`].
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Their ids, the smaller first.
    pub between: [String; 2],
    /// Their names, in the same order.
    pub names: [String; 2],
    /// Whether they may be one, or bear one name and are two.
    pub verdict: Verdict,
    /// How sure that is, 0 to 1, in steps of 0.001.
    pub confidence: f64,
    /// What speaks for it and what against it, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What a proposal says of its two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They may be the same.
    Same,
    /// They bear the same name and are not the same.
    Apart,
}

impl Verdict {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Apart => "apart",
        }
    }
}

/// Finds out who is who. Takes about as long as the appearances are many (see `examples/across_speed.rs`).
pub fn gather(mut appearances: Vec<Appearance>, options: &Options) -> Across {
    // The one place that makes the order of the files irrelevant: all that follows goes by this order.
    appearances.sort_unstable();
    appearances.dedup();
    let facts = Facts::of_all(&appearances);
    let mut notes = Vec::new();
    let labels = if options.decisions.is_empty() {
        Labels::none()
    } else {
        // Ids of an earlier run mean those whom it joined, so it is repeated before anything is decided.
        let undecided = pass(&appearances, &facts, options.merge_above, &Labels::none());
        options.decisions.labels(
            &appearances,
            &facts,
            &ids::of_appearances(&appearances, &facts, &undecided),
            &mut notes,
        )
    };
    let joined = pass(&appearances, &facts, options.merge_above, &labels);
    notes.extend(joined.contradictions.iter().cloned());
    actors::present(&appearances, &facts, &joined, notes)
}

fn pass(appearances: &[Appearance], facts: &[Facts], merge_above: f64, labels: &Labels) -> join::Joins {
    let units = units::of(appearances, facts);
    let mut edges: Vec<judge::Edge> =
        blocks::pairs(&units).into_iter().filter_map(|pair| judge::edge(&units, pair)).collect();
    edges.extend(units.iter().enumerate().filter_map(|(n, unit)| judge::within(unit, n)));
    shared::lower(&units, &mut edges);
    join::join(appearances, &units, edges, merge_above, labels)
}
