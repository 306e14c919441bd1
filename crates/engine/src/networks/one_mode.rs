//! One-mode networks: actors by actors.

use std::collections::BTreeMap;

use super::counts::{Cell, Counts, sum};
use super::{Matrix, ratio};

/// What ties two actors i and i′.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneMode {
    /// Σ_j (Σ_k x_ijk)·(Σ_k x_i′jk): that both speak on an issue.
    Ignore,
    /// Σ_j Σ_kk′ x_ijk·x_i′jk′·(1 − |k − k′| / R): that they are on the same side.
    Congruence,
    /// Σ_j Σ_kk′ x_ijk·x_i′jk′·|k − k′| / R: that they are on different sides.
    Conflict,
    /// Congruence less conflict.
    Subtract,
}

/// What a tie is divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OneModeNormalisation {
    /// Nothing.
    #[default]
    None,
    /// ½·(n_i + n_i′).
    Average,
    /// Σ_jk x_ijk\[x_i′jk = 0\] + Σ_jk x_i′jk\[x_ijk = 0\] + Σ_jk x_ijk·x_i′jk, over issues alone where qualifiers are
    /// ignored.
    Jaccard,
    /// n_i·n_i′; DNA calls it so, though the cosine proper has the lengths of the vectors there.
    Cosine,
}

/// R, the distance at which two stances are wholly opposed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Range {
    /// The largest qualifier less the smallest in the votes, as DNA computes it. If all votes have the same, nobody is
    /// opposed.
    #[default]
    Observed,
    /// From the least to the greatest value that a qualifier may have, as the manual's |K| − 1 steps: from −1 to 1, in
    /// one step without neutral votes and in two with them. It differs from the observed range where all that occurs is
    /// neutral and one side.
    Scale,
}

/// The matrix of actors by actors, symmetric; the diagonal is 0, as nobody is compared with himself. 0 over 0 is 0. Unclear
/// votes count where qualifiers are ignored, and nowhere else.
pub fn one_mode(
    counts: &Counts,
    qualifier: OneMode,
    normalisation: OneModeNormalisation,
    range: Range,
) -> Matrix {
    let ignore = qualifier == OneMode::Ignore;
    let distance = Distance::of(counts, range);
    let mut on: BTreeMap<usize, Vec<(usize, Cell)>> = BTreeMap::new();
    for (&(issue, actor), cell) in &counts.cells {
        on.entry(issue).or_default().push((actor, *cell));
    }
    let mut n_of = vec![0.0; counts.actors.len()];
    let mut values = vec![vec![0.0; counts.actors.len()]; counts.actors.len()];
    // Σ_jk of what two have both of: their product, and what of each the other has as well.
    let mut shared: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    for cells in on.values() {
        for (n, (i, x)) in cells.iter().enumerate() {
            n_of[*i] += weights(x, ignore).iter().sum::<f64>();
            for (other, y) in &cells[n + 1..] {
                let tie = match qualifier {
                    OneMode::Ignore => sum(x) * sum(y),
                    OneMode::Congruence => pairs(x, y, |d| 1.0 - distance.share(d)),
                    OneMode::Conflict => pairs(x, y, |d| distance.share(d)),
                    OneMode::Subtract => pairs(x, y, |d| 1.0 - 2.0 * distance.share(d)),
                };
                values[*i][*other] += tie;
                let (x, y) = (weights(x, ignore), weights(y, ignore));
                let both = x.iter().zip(&y).filter(|(x, y)| **x > 0.0 && **y > 0.0);
                let (product, sum) = both.fold((0.0, 0.0), |(p, s), (x, y)| (p + x * y, s + x + y));
                let known = shared.entry((*i, *other)).or_default();
                *known = (known.0 + product, known.1 + sum);
            }
        }
    }
    for i in 0..counts.actors.len() {
        for other in i + 1..counts.actors.len() {
            let (product, both) = shared.get(&(i, other)).copied().unwrap_or_default();
            let value = match normalisation {
                OneModeNormalisation::None => values[i][other],
                OneModeNormalisation::Average => ratio(values[i][other], (n_of[i] + n_of[other]) / 2.0),
                // What only one of them has is all that either has, less what both have.
                OneModeNormalisation::Jaccard => {
                    ratio(values[i][other], n_of[i] + n_of[other] - both + product)
                }
                OneModeNormalisation::Cosine => ratio(values[i][other], n_of[i] * n_of[other]),
            };
            (values[i][other], values[other][i]) = (value, value);
        }
    }
    Matrix { rows: counts.actors.clone(), columns: counts.actors.clone(), values, two_mode: false }
}

/// R.
struct Distance(f64);

impl Distance {
    fn of(counts: &Counts, range: Range) -> Self {
        let occurs = |n: usize| counts.cells.values().any(|cell| cell[n] > 0.0);
        let observed = Counts::values().enumerate().filter(|(n, _)| occurs(*n)).map(|(_, k)| k);
        let all: Vec<f64> = match range {
            Range::Observed => observed.collect(),
            Range::Scale => Counts::values().collect(),
        };
        let (least, most) = all.iter().fold((f64::MAX, f64::MIN), |(a, b), k| (a.min(*k), b.max(*k)));
        Self((most - least).max(0.0))
    }

    /// |k − k′| / R.
    fn share(&self, distance: f64) -> f64 {
        ratio(distance, self.0)
    }
}

/// Σ_kk′ x_k·y_k′·f(|k − k′|).
fn pairs(x: &Cell, y: &Cell, f: impl Fn(f64) -> f64) -> f64 {
    let of = |cell: &Cell| Counts::values().zip(*cell).collect::<Vec<_>>();
    let (x, y) = (of(x), of(y));
    x.iter().flat_map(|(k, a)| y.iter().map(|(l, b)| a * b * f((k - l).abs())).collect::<Vec<_>>()).sum()
}

/// What of a cell counts: all as one where qualifiers are ignored, else what has one.
fn weights(cell: &Cell, ignore: bool) -> Vec<f64> {
    if ignore { vec![sum(cell)] } else { cell[..3].to_vec() }
}
