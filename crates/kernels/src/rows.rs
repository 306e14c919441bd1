//! Activations in bytes: each row with its own scale and zero point.

use std::ops::Range;

use crate::aligned::Aligned;

/// A matrix of unsigned bytes: `scale[row] · (byte − zero[row])` is the number that a byte stands for.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    depth: usize,
    /// Bytes from one row to the next, a multiple of 64. Those beyond `depth` meet only zeros in a product.
    stride: usize,
    pub(crate) bytes: Aligned<u8>,
    pub(crate) scale: Vec<f32>,
    pub(crate) zero: Vec<i32>,
}

/// Some consecutive rows of [`Rows`].
#[derive(Clone, Copy, Debug)]
pub struct RowsRef<'a> {
    pub(crate) depth: usize,
    pub(crate) stride: usize,
    pub(crate) bytes: &'a [u8],
    pub(crate) scale: &'a [f32],
    pub(crate) zero: &'a [i32],
}

impl Rows {
    /// Takes a shape, keeping the memory. What the rows hold is arbitrary until it is written.
    pub fn reset(&mut self, rows: usize, depth: usize) {
        self.depth = depth;
        self.stride = depth.next_multiple_of(64);
        self.bytes.reset(rows * self.stride);
        self.scale.resize(rows, 0.0);
        self.zero.resize(rows, 0);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.scale.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.scale.is_empty()
    }

    /// How long a row is.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// All rows.
    pub fn all(&self) -> RowsRef<'_> {
        self.slice(0..self.len())
    }

    /// The rows of a range.
    ///
    /// # Panics
    /// If it leaves the matrix.
    pub fn slice(&self, range: Range<usize>) -> RowsRef<'_> {
        RowsRef {
            depth: self.depth,
            stride: self.stride,
            bytes: &self.bytes[range.start * self.stride..range.end * self.stride],
            scale: &self.scale[range.clone()],
            zero: &self.zero[range],
        }
    }

    /// The number that a byte stands for.
    pub fn value(&self, row: usize, column: usize) -> f32 {
        let byte = self.bytes[row * self.stride..][..self.depth][column];
        self.scale[row] * (i32::from(byte) - self.zero[row]) as f32
    }

    /// The bytes of a row, those beyond its depth included.
    #[inline(always)]
    pub(crate) fn row_mut(&mut self, row: usize) -> &mut [u8] {
        &mut self.bytes[row * self.stride..][..self.stride]
    }
}
