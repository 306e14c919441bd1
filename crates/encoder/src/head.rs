//! What is read off the vectors of an encoder: scores of a few classes, as probabilities in logarithm.

use std::sync::LazyLock;

use onrecord_kernels::Cpu;

use super::onnx::{File, FileError};

/// A linear layer from a vector to the scores of classes.
pub struct Head {
    /// A row for each class.
    weight: Vec<Vec<f32>>,
    bias: Vec<f32>,
}

impl Head {
    /// Reads `NAME.weight`, a column for each class, and `NAME.bias`. `width` is the encoder's.
    ///
    /// # Errors
    /// [`FileError`] if they are missing or of another shape.
    pub fn load(file: &File<'_>, name: &str, width: usize) -> Result<Self, FileError> {
        let table = format!("{name}.weight");
        let (_, classes) = file.table(&table)?;
        let values = file.floats(&table, &[width, classes])?;
        let column = |class: usize| values[class..].iter().step_by(classes).copied().collect();
        let bias = file.floats(&format!("{name}.bias"), &[classes])?;
        Ok(Self { weight: (0..classes).map(column).collect(), bias })
    }

    /// How many classes there are.
    pub fn classes(&self) -> usize {
        self.bias.len()
    }

    /// The score of each class for a vector.
    pub fn scores(&self, state: &[f32], out: &mut [f32]) {
        for ((score, weight), bias) in out.iter_mut().zip(&self.weight).zip(&self.bias) {
            *score = dot(weight, state) + bias;
        }
    }

    /// The logarithm of each class's probability for a vector of the encoder.
    pub fn log_probabilities(&self, state: &[f32], out: &mut [f32]) {
        self.scores(state, out);
        let most = out.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let total: f32 = out.iter().map(|score| (score - most).exp()).sum();
        let whole = most + total.ln();
        out.iter_mut().for_each(|score| *score -= whole);
    }
}

/// The mean of the vectors, of `width` numbers each, at these places; zeros without any.
pub fn mean(states: &[f32], width: usize, at: impl Iterator<Item = usize>) -> Vec<f32> {
    let mut sum = vec![0.0; width];
    let mut count = 0.0_f32;
    for at in at {
        sum.iter_mut().zip(&states[at * width..][..width]).for_each(|(sum, value)| *sum += value);
        count += 1.0;
    }
    sum.iter_mut().for_each(|value| *value /= count.max(1.0));
    sum
}

/// The sum of the products of two lists of like length.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    cpu().dot(a, b)
}

/// The processor that this runs on.
pub fn cpu() -> Cpu {
    static CPU: LazyLock<Cpu> = LazyLock::new(Cpu::best);
    *CPU
}
