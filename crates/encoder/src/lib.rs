//! The encoder: word pieces in, a vector for each out. A transformer as BERT has it (Devlin et al. 2019), in 8-bit integers.
//!
//! It reads the weights out of the ONNX files that `training/export.py` writes, by their names there; how many layers and
//! heads there are and how wide they are, the file says. What is made of the vectors (tags, classes) is a [`Head`]'s.

mod attention;
mod embedding;
mod head;
mod laid_out;
mod layer;
mod onnx;
mod tagging;
#[cfg(test)]
mod tests;
mod upper;

use std::cell::RefCell;
use std::ops::Range;

use onrecord_kernels::{Cpu, Floats, Rows};

use attention::AttentionScratch;
use embedding::Embedding;
pub use head::Head;
pub use head::{cpu, dot, mean};
pub use laid_out::lay_out;
use layer::Layer;
pub use onnx::{File, FileError};
pub use tagging::Tagging;
pub use upper::Upper;

/// The most layers a file may have, so that a bad one does not keep us busy.
const MOST_LAYERS: usize = 48;

/// An encoder, its weights laid out for this processor. Shared between threads; each brings its own [`Scratch`].
pub struct Encoder<'f> {
    cpu: Cpu,
    embedding: Embedding<'f>,
    layers: Vec<Layer<'f>>,
}

/// The word pieces of a text, `[CLS]` and `[SEP]` included.
#[derive(Clone, Copy, Debug)]
pub struct Pieces<'a> {
    /// Their numbers in the vocabulary.
    pub ids: &'a [u32],
    /// For each feature that the encoder was loaded with, in that order, its value for each piece.
    pub features: &'a [&'a [u8]],
}

/// Pieces that an encoder cannot take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PiecesError {
    /// There are more pieces than the encoder has positions.
    #[error("{given} word pieces are more than the {most} that the encoder takes")]
    TooMany {
        /// How many there are.
        given: usize,
        /// How many it takes.
        most: usize,
    },
    /// A number of a piece, or a value of a feature, that the encoder has no vector for.
    #[error("the encoder has no vector for {0}")]
    Unknown(u32),
    /// Not as many features as the encoder was loaded with, or not one value for each piece.
    #[error("the features do not fit the word pieces")]
    Features,
}

/// What a run writes to on its way; kept from one to the next, so that memory is taken once.
#[derive(Default)]
pub struct Scratch {
    /// A vector for each piece.
    states: Floats,
    /// The pieces of each text.
    lengths: Vec<usize>,
    /// The same, quantised.
    rows: Rows,
    /// The vectors of pieces that are only looked at, and the same quantised.
    settled: Floats,
    settled_rows: Rows,
    /// Feed-forward layers, a stretch of pieces at a time.
    inner: Floats,
    inner_rows: Rows,
    attention: AttentionScratch,
}

impl Scratch {
    /// Takes texts of so many pieces, of which none is settled.
    fn take(&mut self, lengths: impl Iterator<Item = usize>) {
        self.lengths.clear();
        self.lengths.extend(lengths);
        self.settled.reset(0);
        self.settled_rows.reset(0, 0);
    }
}

/// Runs with this thread's own memory: articles are read in parallel, each on its thread, whose runs follow each other.
///
/// # Panics
/// If it is called from within itself.
pub fn with_scratch<T>(run: impl FnOnce(&mut Scratch) -> T) -> T {
    thread_local! {
        static SCRATCH: RefCell<Scratch> = RefCell::default();
    }
    SCRATCH.with_borrow_mut(run)
}

impl<'f> Encoder<'f> {
    /// Lays out the weights of a file. `features` are the names of what joins the word pieces at the input.
    ///
    /// # Errors
    /// [`FileError`] if a weight is missing or of another shape than its neighbours want.
    pub fn load(file: &File<'f>, features: &[&str]) -> Result<Self, FileError> {
        Self::load_for(Cpu::best(), file, features)
    }

    /// As [`Self::load`], for the processor that the caller says.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_for(cpu: Cpu, file: &File<'f>, features: &[&str]) -> Result<Self, FileError> {
        let embedding = Embedding::load(file, features)?;
        let mut layers: Vec<Layer<'f>> = Vec::new();
        while layers.len() < MOST_LAYERS && file.has_layer(layers.len()) {
            layers.push(Layer::load(file, &format!("layers.{}", layers.len()), embedding.width())?);
        }
        Ok(Self { cpu, embedding, layers })
    }

    /// How long a piece's vector is.
    pub fn width(&self) -> usize {
        self.embedding.width()
    }

    /// How many layers it has.
    pub fn depth(&self) -> usize {
        self.layers.len()
    }

    /// How many pieces a run takes at most.
    pub fn positions(&self) -> usize {
        self.embedding.positions()
    }

    /// The multiplications and additions of bytes in a run of so many pieces.
    pub fn operations(&self, pieces: usize) -> u64 {
        let of_layer =
            |layer: &Layer<'_>| 2 * (pieces * layer.weights() + 2 * pieces * pieces * self.width()) as u64;
        self.layers.iter().map(of_layer).sum()
    }

    /// The vectors of the pieces, one after the other, [`Self::width`] numbers each.
    ///
    /// # Errors
    /// [`PiecesError`] if there are too many or some that the encoder does not know.
    pub fn run<'s>(&self, pieces: Pieces<'_>, scratch: &'s mut Scratch) -> Result<&'s [f32], PiecesError> {
        self.begin(&[pieces], scratch)?;
        Ok(self.go_on(0..self.layers.len(), scratch))
    }

    /// Takes texts in, for [`Self::go_on`]: they go through the layers side by side, and no piece looks at another text's. What comes
    /// out for each is what it would be alone; many short texts take less time together.
    ///
    /// # Errors
    /// As [`Self::run`], of any of them.
    pub fn begin(&self, texts: &[Pieces<'_>], scratch: &mut Scratch) -> Result<(), PiecesError> {
        scratch.take(texts.iter().map(|text| text.ids.len()));
        self.embedding.embed(self.cpu, texts, &mut scratch.states, &mut scratch.rows)
    }

    /// The vectors of the pieces last taken in, text by text, after some more layers, which must follow on those run before: of a
    /// run that may end early.
    pub fn go_on<'s>(&self, layers: Range<usize>, scratch: &'s mut Scratch) -> &'s [f32] {
        if !scratch.states.is_empty() {
            self.layers[layers].iter().for_each(|layer| layer.run(self.cpu, scratch));
        }
        &scratch.states
    }

    /// Settles the pieces of the one text last taken in that are not `open`: the others look at them from now on as they are, and only the
    /// vectors of these go on, in their order.
    ///
    /// # Panics
    /// If several texts were taken in, or there is not one answer for each piece that was open before.
    pub fn settle(&self, open: &[bool], scratch: &mut Scratch) {
        let Scratch { states, settled, settled_rows, lengths, rows, .. } = scratch;
        let width = self.width();
        assert_eq!(lengths[..], [open.len()], "one text, and an answer for each of its pieces");
        let mut place = settled.len();
        settled.reset(place + open.iter().filter(|open| !**open).count() * width);
        let mut to = 0;
        for (piece, &open) in open.iter().enumerate() {
            let own = piece * width..(piece + 1) * width;
            if open {
                states.copy_within(own, to);
                to += width;
            } else {
                settled[place..place + width].copy_from_slice(&states[own]);
                place += width;
            }
        }
        states.reset(to);
        lengths[0] = to / width;
        self.cpu.quantise(states, width, to / width, width, rows);
        self.cpu.quantise(settled, width, settled.len() / width, width, settled_rows);
    }

    /// Leaves only those texts in that `goes_on` says, in their order.
    ///
    /// # Panics
    /// If there are more texts than answers.
    pub fn keep(&self, goes_on: &[bool], scratch: &mut Scratch) {
        let Scratch { states, lengths, rows, .. } = scratch;
        let width = self.width();
        let (mut from, mut to) = (0, 0);
        for (text, length) in lengths.iter().enumerate() {
            let end = from + length * width;
            if goes_on[text] {
                states.copy_within(from..end, to);
                to += length * width;
            }
            from = end;
        }
        states.reset(to);
        let mut text = 0..;
        lengths.retain(|_| text.next().is_some_and(|text| goes_on[text]));
        self.cpu.quantise(states, width, to / width, width, rows);
    }
}
