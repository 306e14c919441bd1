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
    for row in 0..count {
        let values = &values[row * stride..][..width];
        let mut range = Range::new(s);
        for chunk in values.as_chunks().0 {
            range.widen(s, s.load(chunk));
        }
        range.write(s, values, row, out);
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
    for row in 0..count {
        let values = &values[row * stride..][..width];
        let mut most = s.splat(0.0);
        for chunk in values.as_chunks().0 {
            most = s.larger(s.size(s.load(chunk)), most);
        }
        let most = s.most(most);
        let inverse = s.splat(if most > 0.0 { 127.0 / most } else { 0.0 });
        out.scale[row] = most / 127.0;
        out.zero[row] = CENTRE;
        let zero = s.splat(CENTRE as f32 + ROUNDER);
        let bytes = &mut out.row_mut(row)[..width];
        for (chunk, bytes) in values.as_chunks().0.iter().zip(bytes.as_chunks_mut::<LANES>().0) {
            *bytes = s.bytes(s.fused(s.load(chunk), inverse, zero));
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

    /// Writes `values`, whose range this is, as one row of `out`.
    #[inline(always)]
    pub(crate) fn write(&self, s: S, values: &[f32], row: usize, out: &mut Rows) {
        let least = s.least(self.least);
        let span = s.most(self.most) - least;
        // One byte less than there are, with the zero point rounded up, so that rounding carries no value past 0 or 255.
        // All zeros: any scale will do.
        let inverse = if span > 0.0 { 254.0 / span } else { 0.0 };
        let zero = (-least * inverse).ceil();
        out.scale[row] = span / 254.0;
        out.zero[row] = zero as i32;
        let bytes = &mut out.row_mut(row)[..values.len()];
        let (inverse, zero) = (s.splat(inverse), s.splat(zero + ROUNDER));
        for (chunk, bytes) in values.as_chunks().0.iter().zip(bytes.as_chunks_mut::<LANES>().0) {
            *bytes = s.bytes(s.fused(s.load(chunk), inverse, zero));
        }
    }
}
