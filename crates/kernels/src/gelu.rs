//! GELU (Hendrycks & Gimpel 2016, arXiv:1606.08415) with the error function, as BERT has it.

use crate::cpu::versions;
use crate::quantise::{Range, Step};
use crate::rows::Rows;
use crate::simd::{LANES, Simd};

/// `erf(x/√2) / x` on ±[`BOUND`] as a polynomial in `2(x/BOUND)² − 1`, constant term first. Fitted by reweighted least
/// squares to the largest error of the error function, 3·10⁻⁵; what follows is in bytes, hundreds of times coarser.
const ERF: [f32; 9] = [
    0.335_712_28,
    -0.162_964_08,
    0.111_628_92,
    -0.077_911_28,
    0.050_009_772,
    -0.027_350_69,
    0.016_209_53,
    -0.011_635_207,
    0.004_393_114,
];
/// Beyond it the error function is ±1 to within 3·10⁻⁵.
const BOUND: f32 = 4.2;

versions! {
    /// `x/2 · (1 + erf(x/√2))` of rows of `width` numbers, quantised row by row; to within 2·10⁻⁵ · (1 + |x|) before
    /// quantisation. The values are left as they come out.
    ///
    /// # Panics
    /// If `width` is no multiple of 16, or `values` no multiple of `width`.
    pub fn gelu(values: &mut [f32], width: usize, out: &mut Rows);
}

#[inline(always)]
fn gelu<S: Simd>(s: S, values: &mut [f32], width: usize, out: &mut Rows) {
    assert!(width > 0 && width.is_multiple_of(LANES) && values.len().is_multiple_of(width));
    out.reset(values.len() / width, width);
    // A row is written when the next is done, so that it need not wait for its range.
    let mut before: Option<Step> = None;
    for row in 0..=values.len() / width {
        let (done, rest) = values.split_at_mut(row * width);
        let mut range = Range::new(s);
        if let Some(values) = rest.get_mut(..width) {
            for chunk in values.as_chunks_mut::<LANES>().0 {
                let value = one(s, s.load(chunk));
                s.store(value, chunk);
                range.widen(s, value);
            }
        }
        if let Some(before) = before.replace(range.step(s)) {
            before.write(s, &done[(row - 1) * width..], row - 1, out);
        }
    }
}

#[inline(always)]
fn one<S: Simd>(s: S, x: S::V) -> S::V {
    let bounded = s.smaller(s.larger(x, s.splat(-BOUND)), s.splat(BOUND));
    let u = s.fused(s.mul(bounded, bounded), s.splat(2.0 / (BOUND * BOUND)), s.splat(-1.0));
    let half = s.mul(x, s.splat(0.5));
    s.fused(half, s.mul(s.polynomial(u, &ERF), bounded), half)
}
