//! x_ijk: how many votes each actor has on each issue with each qualifier.

use std::collections::BTreeMap;

use super::{Node, Rows};

/// The qualifiers in the order of their values; the last has none.
const QUALIFIERS: [Option<i8>; 4] = [Some(-1), Some(0), Some(1), None];

/// Votes on one issue by one actor: opposed, neutral, in support, unclear.
pub(super) type Cell = [f64; 4];

/// The counts, with the nodes they belong to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    pub(super) actors: Vec<Node>,
    pub(super) issues: Vec<Node>,
    /// By issue, then actor.
    pub(super) cells: BTreeMap<(usize, usize), Cell>,
}

impl Counts {
    /// Counts votes.
    pub fn of(rows: &Rows) -> Self {
        let mut cells: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
        for row in &rows.rows {
            let k = QUALIFIERS.iter().position(|q| *q == row.qualifier);
            let cell = cells.entry((row.issue, row.actor)).or_default();
            // There is no other value; a vote with one would be of no known kind.
            cell[k.unwrap_or(QUALIFIERS.len() - 1)] += 1.0;
        }
        Self { actors: rows.actors.clone(), issues: rows.issues.clone(), cells }
    }

    /// n_i = Σ_jk x_ijk, for each actor.
    pub fn of_actors(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.actors.len()];
        for ((_, actor), cell) in &self.cells {
            sums[*actor] += sum(cell);
        }
        sums
    }

    /// Σ_ik x_ijk, for each issue.
    pub fn of_issues(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.issues.len()];
        for ((issue, _), cell) in &self.cells {
            sums[*issue] += sum(cell);
        }
        sums
    }

    /// The value of each qualifier in a cell, in its order; unclear votes have none.
    pub(super) fn values() -> impl Iterator<Item = f64> {
        QUALIFIERS.into_iter().flatten().map(f64::from)
    }
}

/// Σ_k x_ijk.
pub(super) fn sum(cell: &Cell) -> f64 {
    cell.iter().sum()
}
