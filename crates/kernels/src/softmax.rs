//! Softmax of each row, into bytes.

use crate::cpu::versions;
use crate::rows::{Rows, RowsRef};
use crate::simd::{LANES, Lanes, ROUNDER, Simd};

versions! {
    /// The softmax of the first `width` numbers of each row of `stride` numbers, times the scale of each row of `of`, as
    /// [`Then::Unscaled`](crate::Then::Unscaled) leaves it to do. A row's largest probability becomes 255, and its scale is such
    /// that the bytes sum to 1. The values beyond `width` are overwritten.
    ///
    /// # Panics
    /// If `width` rounded up to a multiple of 16 exceeds `stride`, or `values` is not as long as `of` has rows.
    pub fn softmax(of: RowsRef<'_>, values: &mut [f32], stride: usize, width: usize, out: &mut Rows);
}

#[inline(always)]
fn softmax<S: Simd>(s: S, of: RowsRef<'_>, values: &mut [f32], stride: usize, width: usize, out: &mut Rows) {
    let padded = width.next_multiple_of(LANES);
    assert!(width > 0 && padded <= stride && values.len() == of.scale.len() * stride);
    out.reset(of.scale.len(), width);
    // All rows' largest first: nothing waits for them then.
    for (values, largest) in values.chunks_exact_mut(stride).zip(&mut out.scale) {
        // So that there are whole vectors only.
        values[width..padded].fill(f32::NEG_INFINITY);
        *largest = most(s, values[..padded].as_chunks().0);
    }
    for (row, values) in values.chunks_exact(stride).enumerate() {
        // Powers of 2 are what processors have.
        let scale = of.scale[row] * std::f32::consts::LOG2_E;
        let (scale, shift) = (s.splat(scale), s.splat(-out.scale[row] * scale));
        let (fours, last) = values[..padded].as_chunks::<LANES>().0.as_chunks::<4>();
        let bytes = out.row_mut(row).as_chunks_mut::<{ 4 * LANES }>().0;
        for (four, bytes) in fours.iter().zip(&mut *bytes) {
            let four = [s.load(&four[0]), s.load(&four[1]), s.load(&four[2]), s.load(&four[3])];
            *bytes = shares(s, four, scale, shift);
        }
        if !last.is_empty() {
            let mut four = [s.splat(f32::NEG_INFINITY); 4];
            for i in 0..last.len() {
                four[i] = s.load(&last[i]);
            }
            bytes[fours.len()] = shares(s, four, scale, shift);
        }
        // The largest alone is 255: no sum is 0.
        out.scale[row] = 1.0 / s.sum_of_bytes(out.row_mut(row)) as f32;
        out.zero[row] = 0;
    }
}

/// `255 · 2^(x · scale + shift)`, to the nearest byte.
#[inline(always)]
fn shares<S: Simd>(s: S, mut four: [S::V; 4], scale: S::V, shift: S::V) -> [u8; 4 * LANES] {
    for i in 0..4 {
        let share = s.power(s.fused(four[i], scale, shift));
        four[i] = s.fused(share, s.splat(255.0), s.splat(ROUNDER));
    }
    s.many_bytes(four)
}

#[inline(always)]
fn most<S: Simd>(s: S, chunks: &[Lanes]) -> f32 {
    // Two at a time: each waits for the one before it.
    let mut most = [s.splat(f32::NEG_INFINITY); 2];
    let (pairs, last) = chunks.as_chunks::<2>();
    for [one, other] in pairs {
        most = [s.larger(s.load(one), most[0]), s.larger(s.load(other), most[1])];
    }
    for one in last {
        most[0] = s.larger(s.load(one), most[0]);
    }
    s.most(s.larger(most[0], most[1]))
}
