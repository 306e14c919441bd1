//! A layer of the encoder: attention and a feed-forward network, each added to what went in and normalised.

use std::ops::Range;

use onrecord_kernels::{Cpu, Out, Packed, Then};

use super::Scratch;
use super::attention::Attention;
use super::embedding::{Norm, STEP};
use super::onnx::{File, FileError, unfit};

/// Pieces that go through a part of the feed-forward network together, and the inner columns of a part: what lies between
/// the two products then stays near, while the weights come from far as seldom as may be.
const STRETCH: usize = 64;
const COLUMNS: usize = 384;

/// Some inner columns of the feed-forward network.
struct Part {
    up: Packed,
    down: Packed,
}

pub(super) struct Layer {
    attention: Attention,
    out: Packed,
    norm1: Norm,
    /// The feed-forward network in parts: some of its inner columns in each, over which they are quantised.
    parts: Vec<Part>,
    norm2: Norm,
}

impl Layer {
    /// Reads the weights whose names begin with `name`.
    pub(super) fn load(file: &File<'_>, name: &str, width: usize) -> Result<Self, FileError> {
        let up = format!("{name}.up");
        let (_, inner) = file.table(&format!("{up}.weight"))?;
        if !inner.is_multiple_of(STEP) {
            return Err(unfit(&up, "a multiple of 16 wide"));
        }
        let down = format!("{name}.down");
        let parts = (0..inner).step_by(COLUMNS).map(|begin| {
            let range = begin..inner.min(begin + COLUMNS);
            Ok(Part {
                up: columns(file, &up, (width, inner), range.clone())?,
                down: depths(file, &down, (inner, width), range)?,
            })
        });
        Ok(Self {
            attention: Attention::load(file, &format!("{name}.qkv"), width)?,
            out: depths(file, &format!("{name}.out"), (width, width), 0..width)?,
            norm1: Norm::load(file, &format!("{name}.norm1"), width)?,
            parts: parts.collect::<Result<_, _>>()?,
            norm2: Norm::load(file, &format!("{name}.norm2"), width)?,
        })
    }

    /// How many weights it multiplies by.
    pub(super) fn weights(&self) -> usize {
        let size = |packed: &Packed| packed.depth() * packed.columns();
        let parts: usize = self.parts.iter().map(|part| size(&part.up) + size(&part.down)).sum();
        self.attention.weights() + size(&self.out) + parts
    }

    /// Takes the vectors in `scratch` through the layer.
    pub(super) fn run(&self, cpu: Cpu, scratch: &mut Scratch) {
        let Scratch { states, rows, inner, inner_rows, attention, .. } = scratch;
        let width = self.out.width();
        let seen = self.attention.run(cpu, rows, attention);
        cpu.matmul(seen.all(), &self.out, Out { values: states, stride: width, then: Then::Add });
        self.norm1.run(cpu, states, rows);
        for Part { up, down } in &self.parts {
            for (stretch, states) in states.chunks_mut(STRETCH * width).enumerate() {
                let count = states.len() / width;
                let begin = stretch * STRETCH;
                inner.reset(count * up.width());
                let out = Out { values: inner, stride: up.width(), then: Then::Set };
                cpu.matmul(rows.slice(begin..begin + count), up, out);
                cpu.gelu(inner, up.width(), inner_rows);
                cpu.matmul(inner_rows.all(), down, Out { values: states, stride: width, then: Then::Add });
            }
        }
        self.norm2.run(cpu, states, rows);
    }
}

/// Some columns of a linear layer of `shape`: depth and columns.
fn columns(
    file: &File<'_>,
    name: &str,
    shape: (usize, usize),
    range: Range<usize>,
) -> Result<Packed, FileError> {
    let (bytes, scale, bias) = weights(file, name, shape)?;
    let mut own = Vec::with_capacity(shape.0 * range.len());
    bytes.chunks_exact(shape.1).for_each(|row| own.extend_from_slice(&row[range.clone()]));
    Ok(Packed::new(shape.0, range.len(), &own, &scale[range.clone()], &bias[range]))
}

/// Some of the depth of a linear layer of `shape`. The layer's bias goes with the first of it.
fn depths(
    file: &File<'_>,
    name: &str,
    shape: (usize, usize),
    range: Range<usize>,
) -> Result<Packed, FileError> {
    let (bytes, scale, mut bias) = weights(file, name, shape)?;
    if range.start > 0 {
        bias.fill(0.0);
    }
    let bytes = &bytes[range.start * shape.1..range.end * shape.1];
    Ok(Packed::new(range.len(), shape.1, bytes, &scale, &bias))
}

/// The signed bytes of a linear layer, and for each column a scale and a bias.
pub(super) fn weights<'f>(
    file: &File<'f>,
    name: &str,
    shape: (usize, usize),
) -> Result<(&'f [u8], Vec<f32>, Vec<f32>), FileError> {
    let bytes = file.bytes(&format!("{name}.weight"), &[shape.0, shape.1])?;
    let scale = file.floats(&format!("{name}.scale"), &[shape.1])?;
    let bias = file.floats(&format!("{name}.bias"), &[shape.1])?;
    Ok((bytes, scale, bias))
}
