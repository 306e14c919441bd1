//! What attention multiplies by changes with every text: keys and values, packed as they come.

use crate::cpu::versions;
use crate::packed::Packed;
use crate::simd::{LANES, Lanes, ROUNDER, Simd};

/// The largest byte of a [`Packed`] matrix.
const MOST: f32 = 63.0;

versions! {
    /// Packs `count` rows of `width` numbers as *columns*, each over its own range, less the mean of all rows: a number added
    /// to all logits of a query changes no softmax, and what is left is finer in 7 bits.
    ///
    /// # Panics
    /// If `width` is no multiple of 16 or `values` ends before the last row does.
    pub fn pack_keys(values: &[f32], stride: usize, count: usize, width: usize, out: &mut Packed<'_>);
}

versions! {
    /// Packs `count` rows of `width` numbers as rows, each column over its own range, whose middle becomes the column's bias. So
    /// products are right only for rows whose numbers sum to 1, as from [`Cpu::softmax`](crate::Cpu::softmax).
    ///
    /// # Panics
    /// If `width` is no multiple of 16 or `values` ends before the last row does.
    pub fn pack_values(values: &[f32], stride: usize, count: usize, width: usize, out: &mut Packed<'_>);
}

#[inline(always)]
fn pack_keys<S: Simd>(s: S, values: &[f32], stride: usize, count: usize, width: usize, out: &mut Packed<'_>) {
    assert!(width.is_multiple_of(LANES));
    out.reset(width, count);
    let (groups, pitch) = (out.groups(), out.pitch());
    out.means.resize(width, 0.0);
    let parts = width / LANES;
    for part in (0..parts).step_by(2) {
        // Two at a time: each waits for the one before it.
        let places = [part, (part + 1).min(parts - 1)].map(|part| part * LANES);
        let mut sums = [s.splat(0.0); 2];
        for row in 0..count {
            for i in 0..2 {
                sums[i] = s.add(sums[i], s.load(lanes(values, row * stride + places[i])));
            }
        }
        for i in 0..2 {
            s.store(s.mul(sums[i], s.splat(1.0 / count as f32)), lanes_mut(&mut out.means, places[i]));
        }
    }
    // A panel at a time.
    for first in (0..count).step_by(LANES) {
        let rows = LANES.min(count - first);
        let mut sizes = [s.splat(0.0); LANES];
        for row in 0..rows {
            let mut size = s.splat(0.0);
            let values = values[(first + row) * stride..][..width].as_chunks().0;
            for (value, mean) in values.iter().zip(out.means[..width].as_chunks().0) {
                size = s.larger(s.size(s.sub(s.load(value), s.load(mean))), size);
            }
            sizes[row] = size;
        }
        let most = s.most_of_each(sizes);
        let inverse = most.map(|most| if most > 0.0 { MOST / most } else { 0.0 });
        out.scale[first..][..LANES].copy_from_slice(&most.map(|most| most / MOST));
        let mut sums = [0; LANES];
        let panel = &mut out.blocks.to_mut()[first / LANES * pitch..][..groups];
        for (part, blocks) in panel.chunks_exact_mut(LANES / 4).enumerate() {
            let mean = s.load(lanes(&out.means, part * LANES));
            let mut whole = [s.splat(ROUNDER); LANES];
            for row in 0..rows {
                let off = s.sub(s.load(lanes(values, (first + row) * stride + part * LANES)), mean);
                whole[row] = s.fused(off, s.splat(inverse[row]), s.splat(ROUNDER));
            }
            for (block, words) in blocks.iter_mut().zip(s.blocks(whole)) {
                s.add_words(&words, &mut sums);
                block.0 = words;
            }
        }
        out.sum[first..][..LANES].copy_from_slice(&sums);
    }
}

#[inline(always)]
fn pack_values<S: Simd>(
    s: S,
    values: &[f32],
    stride: usize,
    count: usize,
    width: usize,
    out: &mut Packed<'_>,
) {
    assert!(width.is_multiple_of(LANES));
    out.reset(count, width);
    let (groups, pitch) = (out.groups(), out.pitch());
    for part in 0..width / LANES {
        let (mut least, mut most) = (s.splat(f32::INFINITY), s.splat(f32::NEG_INFINITY));
        for row in 0..count {
            let value = s.load(lanes(values, row * stride + part * LANES));
            (least, most) = (s.smaller(value, least), s.larger(value, most));
        }
        let middle = s.mul(s.add(least, most), s.splat(0.5));
        out.bias[part * LANES..][..LANES].copy_from_slice(&s.lanes(middle));
        let mut inverse = s.lanes(s.sub(most, middle));
        for (lane, scale) in inverse.iter_mut().zip(&mut out.scale[part * LANES..]) {
            *scale = *lane / MOST;
            *lane = if *lane > 0.0 { MOST / *lane } else { 0.0 };
        }
        let inverse = s.load(&inverse);
        let mut sum = s.splat(0.0);
        for (group, block) in out.blocks.to_mut()[part * pitch..][..groups].iter_mut().enumerate() {
            let mut four = [s.splat(ROUNDER); 4];
            for i in 0..4 {
                // Rows past the last are zeros.
                if group * 4 + i < count {
                    let at = (group * 4 + i) * stride + part * LANES;
                    four[i] = s.fused(s.sub(s.load(lanes(values, at)), middle), inverse, s.splat(ROUNDER));
                }
                sum = s.add(sum, s.sub(four[i], s.splat(ROUNDER)));
            }
            block.0 = s.words(four);
        }
        for (sum, lane) in out.sum[part * LANES..].iter_mut().zip(s.lanes(sum)) {
            *sum = lane as i32;
        }
    }
}

#[inline(always)]
fn lanes(values: &[f32], at: usize) -> &Lanes {
    values[at..].first_chunk().expect("the rows are as long as the caller says")
}

#[inline(always)]
fn lanes_mut(values: &mut [f32], at: usize) -> &mut Lanes {
    values[at..].first_chunk_mut().expect("the means have the width of the rows")
}
