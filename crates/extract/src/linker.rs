//! The linker: small networks that choose, for each fragment, the one it belongs to.

use crate::encoder::dot;
use crate::links::{Choice, FEATURES, Link};

/// One network for each kind of [`Link`], in the order of [`Link::ALL`].
#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Linker([Vec<Dense>; 3]);

/// A layer: `weight · x + bias`; between layers stands a ReLU.
#[derive(serde::Deserialize)]
struct Dense {
    weight: Vec<Vec<f32>>,
    bias: Vec<f32>,
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
                if layer.weight.len() != layer.bias.len() || layer.weight.iter().any(|row| row.len() != width)
                {
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
                values.iter_mut().for_each(|v| *v = v.max(0.0));
            }
            let rows = layer.weight.iter().zip(&layer.bias);
            values = rows.map(|(weights, bias)| dot(weights, &values) + bias).collect();
        }
        values[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A linker whose score is ten times the first feature.
    fn first_feature() -> Linker {
        let mut weights = vec![0.0; FEATURES];
        weights[0] = 10.0;
        Linker([(); 3].map(|()| vec![Dense { weight: vec![weights.clone()], bias: vec![0.0] }]))
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
        let narrow = Linker([(); 3].map(|()| vec![Dense { weight: vec![vec![1.0; 3]], bias: vec![0.0] }]));
        assert!(!narrow.fits());
    }
}
