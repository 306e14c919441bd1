//! Softmax of each row, into bytes.

use crate::cpu::versions;
use crate::rows::Rows;
use crate::simd::{LANES, ROUNDER, Simd};

/// `2^f` on ±½, constant term first; to within 3·10⁻⁶, where a byte holds 2·10⁻³. Fitted by reweighted least squares to the
/// largest relative error.
const POWER: [f32; 5] = [0.999_999_3, 0.693_121_8, 0.240_247_46, 0.055_917_9, 0.009_570_086];
/// Below it `e^x` is taken as nothing much: it would round to a zero byte long before.
const LEAST: f32 = -80.0;

versions! {
    /// The softmax of the first `width` numbers of each row of `stride` numbers. A row's largest probability becomes 255, and
    /// its scale is such that the bytes sum to 1. The values beyond `width` are overwritten.
    ///
    /// # Panics
    /// If `width` rounded up to a multiple of 16 exceeds `stride`, or `values` is no multiple of `stride`.
    pub fn softmax(values: &mut [f32], stride: usize, width: usize, out: &mut Rows);
}

#[inline(always)]
fn softmax<S: Simd>(s: S, values: &mut [f32], stride: usize, width: usize, out: &mut Rows) {
    let padded = width.next_multiple_of(LANES);
    assert!(width > 0 && padded <= stride && values.len().is_multiple_of(stride));
    out.reset(values.len() / stride, width);
    for (row, values) in values.chunks_exact_mut(stride).enumerate() {
        let values = &mut values[..padded];
        // So that there are whole vectors only.
        values[width..].fill(f32::NEG_INFINITY);
        let chunks = values.as_chunks::<LANES>().0;
        let mut most = s.splat(f32::NEG_INFINITY);
        for chunk in chunks {
            most = s.larger(s.load(chunk), most);
        }
        let most = s.splat(s.most(most));
        let bytes = out.row_mut(row)[..padded].as_chunks_mut::<LANES>().0;
        let mut sum = s.splat(0.0);
        for (chunk, bytes) in chunks.iter().zip(bytes) {
            let share = exp(s, s.sub(s.load(chunk), most));
            let share = s.fused(share, s.splat(255.0), s.splat(ROUNDER));
            sum = s.add(sum, s.sub(share, s.splat(ROUNDER)));
            *bytes = s.bytes(share);
        }
        // The largest alone is 255: no sum is 0.
        out.scale[row] = 1.0 / s.sum(sum);
        out.zero[row] = 0;
    }
}

/// `e^x` of `x` ≤ 0.
#[inline(always)]
fn exp<S: Simd>(s: S, x: S::V) -> S::V {
    let power = s.mul(s.larger(x, s.splat(LEAST)), s.splat(std::f32::consts::LOG2_E));
    let whole = s.add(power, s.splat(ROUNDER));
    let rest = s.sub(power, s.sub(whole, s.splat(ROUNDER)));
    s.raise(s.polynomial(rest, &POWER), whole)
}
