//! The linker: small networks that choose, for each fragment, the one it belongs to.

use onrecord_encoder::cpu;

use crate::links::{Choice, FEATURES, Link};

/// One network for each kind of [`Link`], in the order of [`Link::ALL`].
#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Linker([Vec<Dense>; 3]);

/// A layer: `weight · x + bias`; between layers stands a ReLU.
#[derive(serde::Deserialize)]
#[serde(try_from = "Rows")]
struct Dense {
    /// The weights of each input, one input after the other: most are 0 and need none.
    columns: Vec<f32>,
    bias: Vec<f32>,
}

/// A layer as the file holds it: a row for each number of the outcome.
#[derive(serde::Deserialize)]
struct Rows {
    weight: Vec<Vec<f32>>,
    bias: Vec<f32>,
}

impl TryFrom<Rows> for Dense {
    type Error = &'static str;

    fn try_from(Rows { weight, bias }: Rows) -> Result<Self, Self::Error> {
        let width = weight.first().map_or(0, Vec::len);
        if weight.len() != bias.len() || weight.iter().any(|row| row.len() != width) {
            return Err("a layer's rows are not alike, or not as many as its biases");
        }
        let column = |at: usize| weight.iter().map(move |row| row[at]);
        Ok(Self { columns: (0..width).flat_map(column).collect(), bias })
    }
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chosen {
    /// The fragment, `None` for none.
    pub(crate) fragment: Option<usize>,
    /// How sure, 0 to 1.
    pub(crate) probability: f32,
}

impl Linker {
    /// Whether the layers take the features, fit each other and end in one score.
    pub(crate) fn fits(&self) -> bool {
        self.0.iter().all(|layers| {
            let mut width = FEATURES;
            for layer in layers {
                if layer.columns.len() != width * layer.bias.len() {
                    return false;
                }
                width = layer.bias.len();
            }
            width == 1
        })
    }

    /// The likeliest of the candidates, or none.
    pub(crate) fn choose(&self, link: Link, choice: &Choice) -> Chosen {
        let scores: Vec<f32> = choice.rows.iter().map(|row| self.score(link, row)).collect();
        let best =
            (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).expect("none is a choice");
        let total: f32 = scores.iter().map(|score| (score - scores[best]).exp()).sum();
        Chosen { fragment: choice.candidates.get(best).copied(), probability: 1.0 / total }
    }

    fn score(&self, link: Link, row: &[f32; FEATURES]) -> f32 {
        let layers = &self.0[link as usize];
        let mut values = row.to_vec();
        for (i, layer) in layers.iter().enumerate() {
            if i > 0 {
                values.iter_mut().for_each(|value| *value = value.max(0.0));
            }
            let mut out = layer.bias.clone();
            cpu().add_columns(&values, &layer.columns, &mut out);
            values = out;
        }
        values[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dense(row: Vec<f32>) -> Dense {
        Rows { weight: vec![row], bias: vec![0.0] }.try_into().unwrap()
    }

    /// A linker whose score is ten times the first feature.
    fn first_feature() -> Linker {
        let mut weights = vec![0.0; FEATURES];
        weights[0] = 10.0;
        Linker([(); 3].map(|()| vec![dense(weights.clone())]))
    }

    #[test]
    fn the_best_candidate_is_chosen_or_none() {
        let row = |first: f32| {
            let mut row = [0.0; FEATURES];
            row[0] = first;
            row
        };
        let choose = |candidates: &[usize], rows: &[f32]| {
            let rows = rows.iter().map(|&first| row(first)).collect();
            let choice = Choice { candidates: candidates.to_vec(), rows };
            let chosen = first_feature().choose(Link::CueSource, &choice);
            (chosen.fragment, chosen.probability > 0.99)
        };
        assert!(first_feature().fits());
        assert_eq!(choose(&[4, 7], &[0.0, 1.0, 0.0]), (Some(7), true));
        assert_eq!(choose(&[4, 7], &[0.0, 0.0, 1.0]), (None, true));
        assert_eq!(choose(&[], &[0.0]), (None, true));
        assert!(!choose(&[3], &[1.0, 1.0]).1);
    }

    #[test]
    fn layers_that_do_not_fit_are_refused() {
        assert!(!Linker([(); 3].map(|()| vec![dense(vec![1.0; 3])])).fits());
        for weight in [vec![vec![1.0, 2.0]; 2], vec![vec![1.0, 2.0], vec![1.0]]] {
            assert!(Dense::try_from(Rows { weight, bias: vec![0.0] }).is_err());
        }
    }
}
