//! Weights laid out for the product: panels of sixteen columns, in each four bytes of a column side by side.

use crate::simd::LANES;

/// Four bytes of depth of each of sixteen columns: a word per column, the first byte lowest. What one vector instruction reads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C, align(64))]
pub(crate) struct Block(pub(crate) [u32; LANES]);

/// Groups of four that the deepest instructions (AMX) multiply at once.
pub(crate) const DEEP: usize = 16;

/// A matrix of `depth` × `columns` signed bytes of −63 to 63, each column with its scale, sum and bias.
///
/// Columns are rounded up to a multiple of 16 ([`Packed::width`]), depth to a multiple of 4; what is added is zero.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    depth: usize,
    columns: usize,
    /// `width / 16` panels of `pitch` blocks.
    pub(crate) blocks: Vec<Block>,
    /// What one unit of a column's bytes stands for.
    pub(crate) scale: Vec<f32>,
    /// The sum of a column's bytes: what a row's zero point must be taken off times.
    pub(crate) sum: Vec<i32>,
    pub(crate) bias: Vec<f32>,
    /// Scratch of `pack_keys`.
    pub(crate) means: Vec<f32>,
}

impl Packed {
    /// Packs `integers`, `depth` rows of `columns` signed bytes as they lie in a file, each column with its scale and bias.
    ///
    /// Bytes beyond ±63 are taken as ±63: products of larger ones do not fit the sums of every processor.
    ///
    /// # Panics
    /// If the lengths do not fit each other.
    pub fn new(depth: usize, columns: usize, integers: &[u8], scale: &[f32], bias: &[f32]) -> Self {
        assert_eq!(Some(integers.len()), depth.checked_mul(columns), "a byte for each place");
        assert_eq!((scale.len(), bias.len()), (columns, columns), "a scale and a bias for each column");
        let mut packed = Self::default();
        packed.reset(depth, columns);
        packed.scale[..columns].copy_from_slice(scale);
        packed.bias[..columns].copy_from_slice(bias);
        let (groups, pitch) = (packed.groups(), packed.pitch());
        for panel in 0..packed.width() / LANES {
            let first = panel * LANES;
            let mut sums = [0_i32; LANES];
            for (group, block) in packed.blocks[panel * pitch..][..groups].iter_mut().enumerate() {
                for row in group * 4..depth.min(group * 4 + 4) {
                    let rest = &integers[row * columns + first..(row + 1) * columns];
                    // Nearly all panels are full, and then the compiler knows how many bytes there are.
                    let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
                        let mut bytes = [0; LANES];
                        bytes[..rest.len()].copy_from_slice(rest);
                        bytes
                    });
                    for ((word, sum), byte) in block.0.iter_mut().zip(&mut sums).zip(bytes) {
                        let byte = (byte as i8).clamp(-63, 63);
                        *word |= u32::from(byte as u8) << (8 * (row % 4));
                        *sum = sum.wrapping_add(byte.into());
                    }
                }
            }
            packed.sum[first..][..LANES].copy_from_slice(&sums);
        }
        packed
    }

    /// Takes another shape, all zeros, keeping the memory.
    pub(crate) fn reset(&mut self, depth: usize, columns: usize) {
        (self.depth, self.columns) = (depth, columns);
        let width = self.width();
        self.blocks.clear();
        self.blocks.resize(width / LANES * self.pitch(), Block::default());
        for list in [&mut self.scale, &mut self.bias] {
            list.clear();
            list.resize(width, 0.0);
        }
        self.sum.clear();
        self.sum.resize(width, 0);
    }

    /// How long a column is.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The columns rounded up to a multiple of 16: how many numbers a product writes into each row.
    pub fn width(&self) -> usize {
        self.columns.next_multiple_of(LANES)
    }

    /// Blocks of a panel that a product must read.
    pub(crate) fn groups(&self) -> usize {
        self.depth.div_ceil(4)
    }

    /// Blocks from one panel to the next: deep panels end with a whole tile, in zeros.
    pub(crate) fn pitch(&self) -> usize {
        let groups = self.groups();
        if groups > DEEP { groups.next_multiple_of(DEEP) } else { groups }
    }
}
