//! Two-mode networks: actors by issues.

use super::counts::{Counts, sum};
use super::{Matrix, ratio};

/// What becomes of the qualifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwoMode {
    /// Σ_k x_ijk: how often the actor speaks on the issue.
    Ignore,
    /// Σ_k k·x_ijk: votes for less votes against.
    Subtract,
    /// A code: 1 in support, 2 opposed, 3 both; neutral ones add 4, and unclear ones 8, where they count.
    Combine,
}

/// What a value is divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TwoModeNormalisation {
    /// Nothing.
    #[default]
    None,
    /// n_i = Σ_jk x_ijk: all votes of the actor.
    Activity,
    /// Σ_ik x_ijk: all votes on the issue, the sum of its column where qualifiers are ignored.
    Prominence,
}

/// Codes are no amounts that could be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "codes of combined stances cannot be normalised; take --qualifier subtract or ignore, or --normalise none"
)]
pub struct CannotNormalise;

/// The matrix of actors by issues. A value of 0 over 0 is 0.
///
/// # Errors
/// If codes are to be normalised.
pub fn two_mode(
    counts: &Counts,
    qualifier: TwoMode,
    normalisation: TwoModeNormalisation,
) -> Result<Matrix, CannotNormalise> {
    if qualifier == TwoMode::Combine && normalisation != TwoModeNormalisation::None {
        return Err(CannotNormalise);
    }
    let mut values = vec![vec![0.0; counts.issues.len()]; counts.actors.len()];
    let (of_actors, of_issues) = (counts.of_actors(), counts.of_issues());
    for (&(issue, actor), cell) in &counts.cells {
        let value = match qualifier {
            TwoMode::Ignore => sum(cell),
            TwoMode::Subtract => Counts::values().zip(cell).map(|(k, x)| k * x).sum(),
            TwoMode::Combine => {
                let [oppose, neutral, support, unclear] = cell.map(|x| f64::from(u8::from(x > 0.0)));
                support + 2.0 * oppose + 4.0 * neutral + 8.0 * unclear
            }
        };
        values[actor][issue] = match normalisation {
            TwoModeNormalisation::None => value,
            TwoModeNormalisation::Activity => ratio(value, of_actors[actor]),
            TwoModeNormalisation::Prominence => ratio(value, of_issues[issue]),
        };
    }
    Ok(Matrix { rows: counts.actors.clone(), columns: counts.issues.clone(), values, two_mode: true })
}
