//! Numbers into bytes, each row over its own range.

use crate::cpu::versions;
use crate::rows::Rows;
use crate::simd::{LANES, ROUNDER, Simd};

/// The zero point of rows whose range has 0 in its middle.
pub(crate) const CENTRE: i32 = 128;

versions! {
    /// Quantises `count` rows of `width` numbers that begin every `stride` numbers of `values`.
    ///
    /// # Panics
    /// If `width` is no multiple of 16 or `values` ends before the last row does.
    pub fn quantise(values: &[f32], stride: usize, count: usize, width: usize, out: &mut Rows);
}

versions! {
    /// As [`Cpu::quantise`](crate::Cpu::quantise), but over a range with 0 in its middle: all rows have the zero point 128.
    ///
    /// # Panics
    /// As [`Cpu::quantise`](crate::Cpu::quantise).
    pub fn quantise_centred(values: &[f32], stride: usize, count: usize, width: usize, out: &mut Rows);
}

#[inline(always)]
fn quantise<S: Simd>(s: S, values: &[f32], stride: usize, count: usize, width: usize, out: &mut Rows) {
    assert!(width.is_multiple_of(LANES));
    out.reset(count, width);
    // The steps of some rows first: what is written need not wait for its own then.
    for first in (0..count).step_by(LANES) {
        let mut steps = [Step::default(); LANES];
        for row in first..count.min(first + LANES) {
            let mut range = Range::new(s);
            for chunk in values[row * stride..][..width].as_chunks().0 {
                range.widen(s, s.load(chunk));
            }
            steps[row - first] = range.step(s);
        }
        for row in first..count.min(first + LANES) {
            steps[row - first].write(s, &values[row * stride..][..width], row, out);
        }
    }
}

#[inline(always)]
fn quantise_centred<S: Simd>(
    s: S,
    values: &[f32],
    stride: usize,
    count: usize,
    width: usize,
    out: &mut Rows,
) {
    assert!(width.is_multiple_of(LANES));
    out.reset(count, width);
    for first in (0..count).step_by(LANES) {
        let mut sizes = [s.splat(0.0); LANES];
        for row in first..count.min(first + LANES) {
            let mut size = s.splat(0.0);
            for chunk in values[row * stride..][..width].as_chunks().0 {
                size = s.larger(s.size(s.load(chunk)), size);
            }
            sizes[row - first] = size;
        }
        let most = s.most_of_each(sizes);
        let inverses = most.map(|most| if most > 0.0 { 127.0 / most } else { 0.0 });
        for row in first..count.min(first + LANES) {
            let (scale, inverse) = (most[row - first] / 127.0, inverses[row - first]);
            let values = &values[row * stride..][..width];
            Step { scale, inverse, zero: CENTRE as f32 }.write(s, values, row, out);
        }
    }
}

/// The least (at most 0) and the largest (at least 0) number of each lane.
pub(crate) struct Range<S: Simd> {
    least: S::V,
    most: S::V,
}

impl<S: Simd> Range<S> {
    #[inline(always)]
    pub(crate) fn new(s: S) -> Self {
        Self { least: s.splat(0.0), most: s.splat(0.0) }
    }

    #[inline(always)]
    pub(crate) fn widen(&mut self, s: S, values: S::V) {
        self.least = s.smaller(values, self.least);
        self.most = s.larger(values, self.most);
    }

    #[inline(always)]
    pub(crate) fn step(&self, s: S) -> Step {
        let least = s.least(self.least);
        let span = s.most(self.most) - least;
        // One byte less than there are, with the zero point rounded up, so that rounding carries no value past 0 or 255.
        // All zeros: any scale will do.
        let inverse = if span > 0.0 { 254.0 / span } else { 0.0 };
        Step { scale: span / 254.0, inverse, zero: (-least * inverse).ceil() }
    }
}

/// How the numbers of a row become bytes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Step {
    scale: f32,
    /// Of the scale; 0 if all numbers are.
    inverse: f32,
    zero: f32,
}

impl Step {
    /// Writes `values` as one row of `out`.
    #[inline(always)]
    pub(crate) fn write<S: Simd>(self, s: S, values: &[f32], row: usize, out: &mut Rows) {
        out.scale[row] = self.scale;
        out.zero[row] = self.zero as i32;
        let (inverse, zero) = (s.splat(self.inverse), s.splat(self.zero + ROUNDER));
        let (fours, last) = values.as_chunks::<LANES>().0.as_chunks::<4>();
        let bytes = out.row_mut(row);
        for (four, bytes) in fours.iter().zip(bytes.as_chunks_mut::<{ 4 * LANES }>().0) {
            let mut whole = [zero; 4];
            for i in 0..4 {
                whole[i] = s.fused(s.load(&four[i]), inverse, zero);
            }
            *bytes = s.many_bytes(whole);
        }
        let bytes = bytes[4 * LANES * fours.len()..].as_chunks_mut::<LANES>().0;
        for (chunk, bytes) in last.iter().zip(bytes) {
            *bytes = s.bytes(s.fused(s.load(chunk), inverse, zero));
        }
    }
}
