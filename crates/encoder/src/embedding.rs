//! Where a text enters the encoder: the vector of each word piece, of its position and of what else is known of it.

use onrecord_kernels::{Cpu, Floats, Rows};

use super::onnx::{File, FileError, unfit};
use super::{Pieces, PiecesError};

/// A kind of number by which the widths are kept: kernels work on so many at a time.
pub(super) const STEP: usize = 16;

/// What may join the word pieces at the input.
const MOST_FEATURES: usize = 4;

/// The tables of vectors. Those of words, the largest part of the file, stay where they lie in it.
pub(super) struct Embedding<'f> {
    width: usize,
    /// A row of signed bytes for each word piece.
    words: &'f [u8],
    /// What a unit of a row stands for.
    scales: Vec<f32>,
    positions: Vec<f32>,
    features: Vec<Vec<f32>>,
    norm: Norm,
}

/// The weights of a layer normalisation.
pub(super) struct Norm {
    weight: Vec<f32>,
    bias: Vec<f32>,
}

impl Norm {
    pub(super) fn load(file: &File<'_>, name: &str, width: usize) -> Result<Self, FileError> {
        Ok(Self {
            weight: file.floats(&format!("{name}.weight"), &[width])?,
            bias: file.floats(&format!("{name}.bias"), &[width])?,
        })
    }

    /// Normalises the vectors in place; `rows` holds them quantised.
    pub(super) fn run(&self, cpu: Cpu, states: &mut [f32], rows: &mut Rows) {
        cpu.norm(states, &self.weight, &self.bias, rows);
    }
}

impl<'f> Embedding<'f> {
    pub(super) fn load(file: &File<'f>, features: &[&str]) -> Result<Self, FileError> {
        let (vocabulary, width) = file.table("words")?;
        if !width.is_multiple_of(STEP) {
            return Err(unfit("words", "a multiple of 16 wide"));
        }
        let (positions, _) = file.table("positions")?;
        if features.len() > MOST_FEATURES {
            return Err(unfit("words", "joined by four features at most"));
        }
        let feature = |name: &&str| {
            let name = format!("{name}.weight");
            let (values, _) = file.table(&name)?;
            file.floats(&name, &[values, width])
        };
        Ok(Self {
            width,
            words: file.bytes("words", &[vocabulary, width])?,
            scales: file.floats("words.scale", &[vocabulary, 1])?,
            positions: file.floats("positions", &[positions, width])?,
            features: features.iter().map(feature).collect::<Result<_, _>>()?,
            norm: Norm::load(file, "norm", width)?,
        })
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn positions(&self) -> usize {
        self.positions.len() / self.width
    }

    /// Writes the vector of each piece of each text, normalised, and the same quantised.
    pub(super) fn embed(
        &self,
        cpu: Cpu,
        texts: &[Pieces<'_>],
        states: &mut Floats,
        rows: &mut Rows,
    ) -> Result<(), PiecesError> {
        states.reset(texts.iter().map(|text| text.ids.len()).sum::<usize>() * self.width);
        let mut rest = &mut **states;
        for text in texts {
            let (own, after) = rest.split_at_mut(text.ids.len() * self.width);
            self.add_up(cpu, *text, own)?;
            rest = after;
        }
        self.norm.run(cpu, states, rows);
        Ok(())
    }

    /// Writes the sum of all that is known of each piece.
    fn add_up(&self, cpu: Cpu, pieces: Pieces<'_>, states: &mut [f32]) -> Result<(), PiecesError> {
        let (given, most) = (pieces.ids.len(), self.positions());
        if given > most {
            return Err(PiecesError::TooMany { given, most });
        }
        let fits = pieces.features.len() == self.features.len()
            && pieces.features.iter().all(|values| values.len() == given);
        if !fits {
            return Err(PiecesError::Features);
        }
        states.copy_from_slice(&self.positions[..given * self.width]);
        for (place, state) in states.chunks_exact_mut(self.width).enumerate() {
            let id = pieces.ids[place];
            let scale = self.scales.get(id as usize).ok_or(PiecesError::Unknown(id))?;
            let word = &self.words[id as usize * self.width..][..self.width];
            let mut parts = [&[][..]; MOST_FEATURES];
            for ((part, table), values) in parts.iter_mut().zip(&self.features).zip(pieces.features) {
                let value = values[place];
                *part = table
                    .get(usize::from(value) * self.width..)
                    .and_then(|rest| rest.get(..self.width))
                    .ok_or(PiecesError::Unknown(value.into()))?;
            }
            cpu.embed(state, word, *scale, &parts[..self.features.len()]);
        }
        Ok(())
    }
}
