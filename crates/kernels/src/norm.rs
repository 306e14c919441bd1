//! Layer normalisation (Ba, Kiros & Hinton 2016, arXiv:1607.06450).

use crate::cpu::versions;
use crate::quantise::Range;
use crate::rows::Rows;
use crate::simd::{LANES, Simd};

/// Added to the variance, as the models are trained with.
const EPSILON: f32 = 1e-12;

versions! {
    /// Normalises rows of as many numbers as `weight` has, in place, to mean 0 and variance 1, times `weight` plus `bias`;
    /// `out` holds the same quantised.
    ///
    /// # Panics
    /// If the width is no multiple of 16, `bias` has another, or `values` no multiple of it.
    pub fn norm(values: &mut [f32], weight: &[f32], bias: &[f32], out: &mut Rows);
}

#[inline(always)]
fn norm<S: Simd>(s: S, values: &mut [f32], weight: &[f32], bias: &[f32], out: &mut Rows) {
    let width = weight.len();
    assert!(width > 0 && width.is_multiple_of(LANES) && values.len().is_multiple_of(width));
    assert_eq!(bias.len(), width);
    out.reset(values.len() / width, width);
    let (weight, bias) = (weight.as_chunks::<LANES>().0, bias.as_chunks::<LANES>().0);
    for (row, values) in values.chunks_exact_mut(width).enumerate() {
        let chunks = values.as_chunks_mut::<LANES>().0;
        // Four at a time: each waits for the one before it.
        let (fours, last) = chunks.as_chunks::<4>();
        let mut sums = [s.splat(0.0); 4];
        for four in fours {
            for i in 0..4 {
                sums[i] = s.add(sums[i], s.load(&four[i]));
            }
        }
        for chunk in last {
            sums[0] = s.add(sums[0], s.load(chunk));
        }
        let mean = s.splat(total(s, sums) / width as f32);
        let mut squares = [s.splat(0.0); 4];
        for four in fours {
            for i in 0..4 {
                let off = s.sub(s.load(&four[i]), mean);
                squares[i] = s.fused(off, off, squares[i]);
            }
        }
        for chunk in last {
            let off = s.sub(s.load(chunk), mean);
            squares[0] = s.fused(off, off, squares[0]);
        }
        let variance = total(s, squares) / width as f32;
        let inverse = s.splat(1.0 / (variance + EPSILON).sqrt());
        let mut range = Range::new(s);
        for ((chunk, weight), bias) in chunks.iter_mut().zip(weight).zip(bias) {
            let unit = s.mul(s.sub(s.load(chunk), mean), inverse);
            let value = s.fused(unit, s.load(weight), s.load(bias));
            s.store(value, chunk);
            range.widen(s, value);
        }
        range.write(s, values, row, out);
    }
}

#[inline(always)]
fn total<S: Simd>(s: S, sums: [S::V; 4]) -> f32 {
    s.sum(s.add(s.add(sums[0], sums[1]), s.add(sums[2], sums[3])))
}
