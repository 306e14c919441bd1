//! Layers that stand on the first ones of another encoder, so that what both want to know is found out once.

use onrecord_kernels::Cpu;

use super::layer::Layer;
use super::onnx::{File, FileError, unfit};
use super::{MOST_LAYERS, Scratch};

/// Some layers without what comes before them.
pub struct Upper<'f> {
    cpu: Cpu,
    width: usize,
    below: usize,
    layers: Vec<Layer<'f>>,
}

impl<'f> Upper<'f> {
    /// Lays out the layers of a file, for vectors of `width` numbers. Their numbers go on from those of the layers that they stand on.
    ///
    /// # Errors
    /// [`FileError`] if there are none, or a weight is missing or of another shape than its neighbours want.
    pub fn load(file: &File<'f>, width: usize) -> Result<Self, FileError> {
        let has = |number: &usize| file.has_layer(*number);
        let below = (0..MOST_LAYERS).find(has).ok_or_else(|| unfit("layers", "there"))?;
        let load = |number| Layer::load(file, &format!("layers.{number}"), width);
        let layers = (below..MOST_LAYERS).take_while(has).map(load).collect::<Result<_, _>>()?;
        Ok(Self { cpu: Cpu::best(), width, below, layers })
    }

    /// After how many layers of the other encoder its vectors are what this one reads.
    pub fn below(&self) -> usize {
        self.below
    }

    /// The vectors of a text's pieces after the layers, from those before them.
    ///
    /// # Panics
    /// If they are no whole number of vectors.
    pub fn run<'s>(&self, states: &[f32], scratch: &'s mut Scratch) -> &'s [f32] {
        let pieces = states.len() / self.width;
        assert_eq!(states.len(), pieces * self.width, "whole vectors");
        scratch.take(std::iter::once(pieces));
        scratch.states.reset(states.len());
        scratch.states.copy_from_slice(states);
        self.cpu.quantise(states, self.width, pieces, self.width, &mut scratch.rows);
        if pieces > 0 {
            self.layers.iter().for_each(|layer| layer.run(self.cpu, scratch));
        }
        &scratch.states
    }
}
