//! A layer of the encoder: attention and a feed-forward network, each added to what went in and normalised.

use onrecord_kernels::{Cpu, Out, Packed};

use super::Scratch;
use super::attention::Attention;
use super::embedding::{Norm, STEP};
use super::onnx::{File, FileError, unfit};

/// Pieces that go through the feed-forward network together: what lies between its two products then stays near.
const STRETCH: usize = 64;

pub(super) struct Layer {
    attention: Attention,
    out: Packed,
    norm1: Norm,
    up: Packed,
    down: Packed,
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
        Ok(Self {
            attention: Attention::load(file, &format!("{name}.qkv"), width)?,
            out: linear(file, &format!("{name}.out"), width, width)?,
            norm1: Norm::load(file, &format!("{name}.norm1"), width)?,
            up: linear(file, &up, width, inner)?,
            down: linear(file, &format!("{name}.down"), inner, width)?,
            norm2: Norm::load(file, &format!("{name}.norm2"), width)?,
        })
    }

    /// Takes the vectors in `scratch` through the layer.
    pub(super) fn run(&self, cpu: Cpu, scratch: &mut Scratch) {
        let Scratch { states, rows, inner, inner_rows, attention, .. } = scratch;
        let width = self.out.width();
        let seen = self.attention.run(cpu, rows, attention);
        cpu.matmul(seen.all(), &self.out, Out { values: states, stride: width, add: true });
        self.norm1.run(cpu, states, rows);
        for (stretch, states) in states.chunks_mut(STRETCH * width).enumerate() {
            let count = states.len() / width;
            let begin = stretch * STRETCH;
            inner.resize(count * self.up.width(), 0.0);
            let out = Out { values: inner, stride: self.up.width(), add: false };
            cpu.matmul(rows.slice(begin..begin + count), &self.up, out);
            cpu.gelu(inner, self.up.width(), inner_rows);
            cpu.matmul(inner_rows.all(), &self.down, Out { values: states, stride: width, add: true });
        }
        self.norm2.run(cpu, states, rows);
    }
}

/// Reads `weight` (`depth` × `columns`), `scale` and `bias`.
pub(super) fn linear(file: &File<'_>, name: &str, depth: usize, columns: usize) -> Result<Packed, FileError> {
    let bytes = file.bytes(&format!("{name}.weight"), &[depth, columns])?;
    let scale = file.floats(&format!("{name}.scale"), &[columns])?;
    let bias = file.floats(&format!("{name}.bias"), &[columns])?;
    Ok(Packed::new(depth, columns, bytes, &scale, &bias))
}
