//! Senses: vectors of what stretches of an article mean, read off the tagger's own states, so that they cost next to nothing.
//!
//! The mean of the states within a stretch, by a linear map that was taught to give what a sentence encoder would
//! (`training/meaning.py`). Stretches on the same thing lie close: compare them by [`likeness`].

use onrecord_base::{Span, Spans};
use onrecord_encoder::{File, FileError, dot};

/// Longer articles would take too much memory, and their statements are on too much for this to help.
const MOST_WORDS: usize = 20_000;

/// The map from states to vectors.
pub(crate) struct Meaning {
    /// The layer whose states are taken, from 1.
    pub(crate) layer: usize,
    /// A row for each number of the outcome.
    weight: Vec<Vec<f32>>,
    bias: Vec<f32>,
}

impl Meaning {
    /// Reads the map for states of `width` numbers.
    pub(crate) fn load(file: &File<'_>, width: usize) -> Result<Self, FileError> {
        let (rows, _) = file.table("meaning.weight")?;
        let values = file.floats("meaning.weight", &[rows, width])?;
        let layer = file.longs("meaning.layer", &[1])?;
        Ok(Self {
            layer: usize::try_from(layer[0]).unwrap_or_default(),
            weight: values.chunks_exact(width).map(<[f32]>::to_vec).collect(),
            bias: file.floats("meaning.bias", &[rows])?,
        })
    }

    /// The vector of a mean of states, of length 1.
    pub(crate) fn vector(&self, mean: &[f32]) -> Vec<f32> {
        let number = |(row, bias): (&Vec<f32>, &f32)| dot(row, mean) + bias;
        let mut vector: Vec<f32> = self.weight.iter().zip(&self.bias).map(number).collect();
        let length = dot(&vector, &vector).sqrt().max(f32::MIN_POSITIVE);
        vector.iter_mut().for_each(|value| *value /= length);
        vector
    }
}

/// The words of an article with the sums of their pieces' states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Senses {
    words: Vec<Span>,
    width: usize,
    sums: Vec<f32>,
    pieces: Vec<u16>,
}

impl Senses {
    /// For the words of an article; of one with very many nothing is kept.
    pub(crate) fn new(words: Vec<Span>, width: usize) -> Self {
        if words.len() > MOST_WORDS {
            return Self::default();
        }
        Self {
            sums: Vec::with_capacity(words.len() * width),
            pieces: Vec::with_capacity(words.len()),
            width,
            words,
        }
    }

    /// Adds the states of the next word's pieces.
    pub(crate) fn push(&mut self, states: &[f32]) {
        if self.words.is_empty() {
            return;
        }
        let begin = self.sums.len();
        let first = states.len().min(self.width);
        self.sums.extend_from_slice(&states[..first]);
        self.sums.resize(begin + self.width, 0.0);
        for state in states[first..].chunks_exact(self.width.max(1)) {
            self.sums[begin..].iter_mut().zip(state).for_each(|(sum, value)| *sum += value);
        }
        self.pieces.push((states.len() / self.width.max(1)) as u16);
    }

    /// The mean state within the spans; `None` where no word stands.
    pub(crate) fn mean(&self, spans: &Spans) -> Option<Vec<f32>> {
        let mut mean = vec![0.0; self.width];
        let mut pieces = 0.0;
        for span in spans.iter() {
            let from = self.words.partition_point(|word| word.end() <= span.start());
            let to = self.words.partition_point(|word| word.start() < span.end());
            for word in from..to.min(self.pieces.len()) {
                let sum = &self.sums[word * self.width..][..self.width];
                mean.iter_mut().zip(sum).for_each(|(mean, value)| *mean += value);
                pieces += f32::from(self.pieces[word]);
            }
        }
        mean.iter_mut().for_each(|value| *value /= pieces);
        (pieces > 0.0).then_some(mean)
    }
}

/// How close two vectors of length 1 are: 1 for the same, about 0 for strangers.
pub fn likeness(a: &[f32], b: &[f32]) -> f32 {
    dot(a, b)
}

#[cfg(test)]
mod tests {
    use onrecord_base::Text;

    use super::*;

    #[test]
    fn the_mean_is_over_the_pieces_of_the_words_within() {
        let text = Text::new("one two three").unwrap();
        let at = |start, end| text.span(start, end).unwrap();
        let mut senses = Senses::new(vec![at(0, 3), at(4, 7), at(8, 13)], 2);
        senses.push(&[1.0, 0.0]);
        senses.push(&[0.0, 1.0, 0.0, 3.0]);
        senses.push(&[9.0, 9.0]);
        assert_eq!(senses.mean(&at(0, 7).into()), Some(vec![1.0 / 3.0, 4.0 / 3.0]));
        assert_eq!(senses.mean(&at(3, 4).into()), None);
    }
}
