//! A layer of the encoder: attention and a feed-forward network, each added to what went in and normalised.

use onrecord_kernels::{Cpu, Out, Packed, Then};

use super::Scratch;
use super::attention::Attention;
use super::embedding::{Norm, STEP};
use super::onnx::{File, FileError, unfit};

/// Pieces that go through the feed-forward network together: what lies between its two products then stays near.
const STRETCH: usize = 32;

pub(super) struct Layer<'f> {
    attention: Attention<'f>,
    out: Packed<'f>,
    norm1: Norm,
    up: Packed<'f>,
    down: Packed<'f>,
    norm2: Norm,
}

impl<'f> Layer<'f> {
    /// Reads the weights whose names begin with `name`.
    pub(super) fn load(file: &File<'f>, name: &str, width: usize) -> Result<Self, FileError> {
        let up = format!("{name}.up");
        let inner = file.table(&format!("{up}.blocks")).or_else(|_| file.table(&format!("{up}.weight")))?.1;
        if !inner.is_multiple_of(STEP) {
            return Err(unfit(&up, "a multiple of 16 wide"));
        }
        let attention = Attention::load(file, &format!("{name}.qkv"), width)?;
        Ok(Self {
            out: linear(file, &format!("{name}.out"), (attention.width(), width))?,
            attention,
            norm1: Norm::load(file, &format!("{name}.norm1"), width)?,
            up: linear(file, &up, (width, inner))?,
            down: linear(file, &format!("{name}.down"), (inner, width))?,
            norm2: Norm::load(file, &format!("{name}.norm2"), width)?,
        })
    }

    /// Its matrices with their names, of which `name` is the first part.
    pub(super) fn matrices(&self, name: &str, each: &mut impl FnMut(&str, &Packed<'f>)) {
        self.attention.matrices(&format!("{name}.qkv"), each);
        for (matrix, packed) in [("out", &self.out), ("up", &self.up), ("down", &self.down)] {
            each(&format!("{name}.{matrix}"), packed);
        }
    }

    /// How many weights it multiplies by.
    pub(super) fn weights(&self) -> usize {
        let size = |packed: &Packed<'_>| packed.depth() * packed.columns();
        self.attention.weights() + size(&self.out) + size(&self.up) + size(&self.down)
    }

    /// Takes the vectors in `scratch` through the layer.
    pub(super) fn run(&self, cpu: Cpu, scratch: &mut Scratch) {
        let Scratch { states, rows, settled_rows, lengths, inner, inner_rows, attention, .. } = scratch;
        let width = self.out.width();
        let seen = self.attention.run(cpu, rows, settled_rows, lengths, attention);
        cpu.matmul(seen.all(), &self.out, Out { values: states, stride: width, then: Then::Add });
        self.norm1.run(cpu, states, rows);
        for (stretch, states) in states.chunks_mut(STRETCH * width).enumerate() {
            let (begin, count) = (stretch * STRETCH, states.len() / width);
            inner.reset(count * self.up.width());
            let out = Out { values: inner, stride: self.up.width(), then: Then::Set };
            cpu.matmul(rows.slice(begin..begin + count), &self.up, out);
            cpu.gelu(inner, self.up.width(), inner_rows);
            cpu.matmul(inner_rows.all(), &self.down, Out { values: states, stride: width, then: Then::Add });
        }
        self.norm2.run(cpu, states, rows);
    }
}

fn linear<'f>(file: &File<'f>, name: &str, shape: (usize, usize)) -> Result<Packed<'f>, FileError> {
    if let Some(packed) = file.matrix(name, shape)? {
        return Ok(packed);
    }
    let (bytes, scale, bias) = weights(file, name, shape)?;
    Ok(Packed::new(shape.0, shape.1, bytes, &scale, &bias))
}

/// The signed bytes of a linear layer, and for each column a scale and a bias.
type Weights<'f> = (&'f [u8], Vec<f32>, Vec<f32>);

/// Reads a linear layer of `shape`: depth and columns.
pub(super) fn weights<'f>(
    file: &File<'f>,
    name: &str,
    shape: (usize, usize),
) -> Result<Weights<'f>, FileError> {
    let bytes = file.bytes(&format!("{name}.weight"), &[shape.0, shape.1])?;
    let scale = file.floats(&format!("{name}.scale"), &[shape.1])?;
    let bias = file.floats(&format!("{name}.bias"), &[shape.1])?;
    Ok((bytes, scale, bias))
}
