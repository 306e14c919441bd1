//! Weights laid out for the product: panels of sixteen columns, in each four bytes of a column side by side.

use std::borrow::Cow;
use std::ops::Range;

use crate::simd::LANES;

/// Four bytes of depth of each of sixteen columns: a word per column, the first byte lowest. What one vector instruction reads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C, align(64))]
pub(crate) struct Block(pub(crate) [u32; LANES]);

impl Block {
    /// The blocks that the bytes are, lowest byte first; `None` where they are no whole number. They are copied only where they are not
    /// aligned, or the processor has the highest byte first.
    fn all_in(bytes: &[u8]) -> Option<Cow<'_, [Self]>> {
        let (words, rest) = bytes.as_chunks::<4>();
        if !rest.is_empty() || !words.len().is_multiple_of(LANES) {
            return None;
        }
        // SAFETY: a block is sixteen words, and every pattern of bits is a value of these.
        let (before, blocks, after) = unsafe { bytes.align_to() };
        if cfg!(target_endian = "little") && before.is_empty() && after.is_empty() {
            return Some(Cow::Borrowed(blocks));
        }
        let block =
            |words: &[[u8; 4]; LANES]| Self(std::array::from_fn(|word| u32::from_le_bytes(words[word])));
        Some(Cow::Owned(words.as_chunks().0.iter().map(block).collect()))
    }
}

/// Groups of four that the deepest instructions (AMX) multiply at once.
pub(crate) const DEEP: usize = 16;

/// A matrix of `depth` × `columns` signed bytes of −63 to 63, each column with its scale, sum and bias.
///
/// Columns are rounded up to a multiple of 16 ([`Packed::width`]), depth to a multiple of 4; what is added is zero.
/// Its bytes are its own or lie in a file that was laid out before.
#[derive(Clone, Debug, Default)]
pub struct Packed<'f> {
    depth: usize,
    columns: usize,
    /// `width / 16` panels of `pitch` blocks.
    pub(crate) blocks: Cow<'f, [Block]>,
    /// What one unit of a column's bytes stands for.
    pub(crate) scale: Vec<f32>,
    /// The sum of a column's bytes: what a row's zero point must be taken off times.
    pub(crate) sum: Vec<i32>,
    pub(crate) bias: Vec<f32>,
    /// Scratch of `pack_keys`.
    pub(crate) means: Vec<f32>,
}

impl<'f> Packed<'f> {
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
            let blocks = packed.blocks.to_mut();
            for (group, block) in blocks[panel * pitch..][..groups].iter_mut().enumerate() {
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

    /// The matrix as [`Packed::bytes`] and the other lists gave it; `None` where the lengths do not fit each other. The bytes stay where they
    /// lie, if they begin at a multiple of 64.
    pub fn laid_out(
        depth: usize,
        columns: usize,
        bytes: &'f [u8],
        scale: Vec<f32>,
        sum: Vec<i32>,
        bias: Vec<f32>,
    ) -> Option<Self> {
        let packed =
            Self { depth, columns, blocks: Block::all_in(bytes)?, scale, sum, bias, means: Vec::new() };
        let width = packed.width();
        let fits = Some(packed.blocks.len()) == (width / LANES).checked_mul(packed.pitch())
            && [packed.scale.len(), packed.sum.len(), packed.bias.len()] == [width; 3];
        fits.then_some(packed)
    }

    /// Its bytes as they lie in memory, for a file.
    pub fn bytes(&self) -> Vec<u8> {
        self.blocks.iter().flat_map(|block| block.0).flat_map(u32::to_le_bytes).collect()
    }

    /// What one unit of each column's bytes stands for, of [`Self::width`] columns.
    pub fn scales(&self) -> &[f32] {
        &self.scale
    }

    /// The sum of each column's bytes.
    pub fn sums(&self) -> &[i32] {
        &self.sum
    }

    /// What is added to each column.
    pub fn biases(&self) -> &[f32] {
        &self.bias
    }

    /// Takes another shape, all zeros, keeping the memory.
    pub(crate) fn reset(&mut self, depth: usize, columns: usize) {
        (self.depth, self.columns) = (depth, columns);
        let (width, count) = (self.width(), self.width() / LANES * self.pitch());
        let blocks = self.blocks.to_mut();
        blocks.clear();
        blocks.resize(count, Block::default());
        for list in [&mut self.scale, &mut self.bias] {
            list.clear();
            list.resize(width, 0.0);
        }
        self.sum.clear();
        self.sum.resize(width, 0);
    }

    /// Some of the columns, which stay where they lie if these bytes are a file's.
    ///
    /// # Panics
    /// If the range leaves the matrix or does not begin at a multiple of 16.
    pub fn some_columns(&self, range: Range<usize>) -> Self {
        assert!(range.start.is_multiple_of(LANES) && range.end <= self.columns, "whole panels");
        let width = range.start..range.end.next_multiple_of(LANES);
        let panels = width.start / LANES * self.pitch()..width.end / LANES * self.pitch();
        let blocks = match &self.blocks {
            Cow::Borrowed(blocks) => Cow::Borrowed(&blocks[panels]),
            Cow::Owned(blocks) => Cow::Owned(blocks[panels].to_vec()),
        };
        Self {
            depth: self.depth,
            columns: range.len(),
            blocks,
            scale: self.scale[width.clone()].to_vec(),
            sum: self.sum[width.clone()].to_vec(),
            bias: self.bias[width].to_vec(),
            means: Vec::new(),
        }
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
