//! Layer normalisation (Ba, Kiros & Hinton 2016, arXiv:1607.06450).

use crate::cpu::versions;
use crate::quantise::{Range, Step};
use crate::rows::Rows;
use crate::simd::{LANES, Lanes, Simd};

/// Added to the variance, as the models are trained with.
const EPSILON: f32 = 1e-12;
/// Rows normalised together: of the usual width they fit the nearest cache.
const TOGETHER: usize = 8;

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
    let (weight, bias) = (weight.as_chunks().0, bias.as_chunks().0);
    // Some rows together, each step for all of them: none waits for the sum of its own numbers then.
    for (stretch, values) in values.chunks_mut(TOGETHER * width).enumerate() {
        let mut means = [0.0; TOGETHER];
        for (mean, row) in means.iter_mut().zip(values.chunks_exact(width)) {
            *mean = sum(s, row.as_chunks().0) / width as f32;
        }
        let mut inverses = [0.0; TOGETHER];
        for (row, values) in values.chunks_exact(width).enumerate() {
            let variance = squares(s, values.as_chunks().0, s.splat(means[row])) / width as f32;
            inverses[row] = 1.0 / (variance + EPSILON).sqrt();
        }
        let mut steps = [Step::default(); TOGETHER];
        for (row, values) in values.chunks_exact_mut(width).enumerate() {
            let (mean, inverse) = (s.splat(means[row]), s.splat(inverses[row]));
            let mut range = Range::new(s);
            for ((chunk, weight), bias) in values.as_chunks_mut().0.iter_mut().zip(weight).zip(bias) {
                let unit = s.mul(s.sub(s.load(chunk), mean), inverse);
                let value = s.fused(unit, s.load(weight), s.load(bias));
                s.store(value, chunk);
                range.widen(s, value);
            }
            steps[row] = range.step(s);
        }
        for (row, values) in values.chunks_exact(width).enumerate() {
            steps[row].write(s, values, stretch * TOGETHER + row, out);
        }
    }
}

/// The sum of numbers.
#[inline(always)]
fn sum<S: Simd>(s: S, chunks: &[Lanes]) -> f32 {
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
    total(s, sums)
}

/// The sum of the squares of what numbers are off their mean.
#[inline(always)]
fn squares<S: Simd>(s: S, chunks: &[Lanes], mean: S::V) -> f32 {
    let (fours, last) = chunks.as_chunks::<4>();
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
    total(s, squares)
}

#[inline(always)]
fn total<S: Simd>(s: S, sums: [S::V; 4]) -> f32 {
    s.sum(s.add(s.add(sums[0], sums[1]), s.add(sums[2], sums[3])))
}
