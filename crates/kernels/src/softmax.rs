//! Softmax of each row, into bytes.

use crate::cpu::versions;
use crate::rows::{Rows, RowsRef};
use crate::simd::{LANES, ROUNDER, Simd};

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
    for (row, values) in values.chunks_exact_mut(stride).enumerate() {
        let values = &mut values[..padded];
        // So that there are whole vectors only.
        values[width..].fill(f32::NEG_INFINITY);
        let chunks = values.as_chunks::<LANES>().0;
        // Two at a time: each waits for the one before it.
        let mut most = [s.splat(f32::NEG_INFINITY); 2];
        let (pairs, last) = chunks.as_chunks::<2>();
        for [one, other] in pairs {
            most = [s.larger(s.load(one), most[0]), s.larger(s.load(other), most[1])];
        }
        for one in last {
            most[0] = s.larger(s.load(one), most[0]);
        }
        let most = s.most(s.larger(most[0], most[1]));
        // Powers of 2 are what processors have.
        let scale = of.scale[row] * std::f32::consts::LOG2_E;
        let (scale, shift) = (s.splat(scale), s.splat(-most * scale));
        let bytes = out.row_mut(row)[..padded].as_chunks_mut::<LANES>().0;
        let mut sum = s.splat(0.0);
        for (chunk, bytes) in chunks.iter().zip(bytes) {
            let share = s.power(s.fused(s.load(chunk), scale, shift));
            let share = s.fused(share, s.splat(255.0), s.splat(ROUNDER));
            sum = s.add(sum, s.sub(share, s.splat(ROUNDER)));
            *bytes = s.bytes(share);
        }
        // The largest alone is 255: no sum is 0.
        out.scale[row] = 1.0 / s.sum(sum);
        out.zero[row] = 0;
    }
}
