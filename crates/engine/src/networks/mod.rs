//! Discourse networks: who stands on the same side of which issues, in the measures of Discourse Network Analyzer (DNA).
//!
//! x_ijk is how many [`Row`]s actor i has on issue j with qualifier k, and n_i = Σ_jk x_ijk. The qualifier is the stance:
//! 1 for support, −1 for opposition (DNA's boolean), 0 for neutral if it is asked for (then DNA's integer). What is
//! unclear has no qualifier, and counts only where qualifiers are ignored and it is asked for.
//!
//! **One vote.** A row is an utterance of the [`corpus`](crate::corpus), so the same words of the same actor on the same issue are
//! one row however many articles carry them; DNA's own way to leave out repeats ([`Duplicates`]) comes after that.
//! [`Selection::carriers`] makes a row of each carrier instead, as DNA does.
//!
//! Source of the formulas: P. Leifeld, J. Gruber, F. R. Bossner, Discourse Network Analyzer Manual, version 2, chapters 4
//! and 5, and the exporter of DNA 3.1, where the two part ([`Range`]). [`two_mode()`] and [`one_mode()`] hold them.

mod counts;
mod duplicates;
mod graphml;
mod one_mode;
mod rows;
#[cfg(test)]
mod tests;
mod two_mode;

pub use counts::Counts;
pub use duplicates::Duplicates;
pub use graphml::graphml;
pub use one_mode::{OneMode, OneModeNormalisation, Range, one_mode};
pub use rows::{Row, Rows, Selection};
pub use two_mode::{CannotNormalise, TwoMode, TwoModeNormalisation, two_mode};

/// An actor or an issue in a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Names it; among actors and among issues each is there once.
    pub id: String,
    /// For people.
    pub label: String,
}

/// A network as a matrix: a value for each row node and column node, 0 for no tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The actors.
    pub rows: Vec<Node>,
    /// The issues of a two-mode network; the actors again of a one-mode network, whose matrix is symmetric with a
    /// diagonal of 0.
    pub columns: Vec<Node>,
    /// `values[row][column]`.
    pub values: Vec<Vec<f64>>,
    /// Whether the columns are other nodes than the rows.
    pub two_mode: bool,
}

impl Matrix {
    /// The ties that are not 0, as row, column and value; in a one-mode network each pair once.
    pub fn ties(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let all = self.values.iter().enumerate().flat_map(|(row, values)| {
            values.iter().enumerate().map(move |(column, value)| (row, column, *value))
        });
        all.filter(|&(row, column, value)| value != 0.0 && (self.two_mode || row < column))
    }
}

/// `above / below`, or 0 where there is nothing to divide by.
fn ratio(above: f64, below: f64) -> f64 {
    if below == 0.0 { 0.0 } else { above / below }
}
