//! Numbers that begin where a line of the cache does: a vector read or written then never lies across two.

use std::ops::{Deref, DerefMut};

use crate::simd::{LANES, Lanes};

/// A list of numbers, aligned to 64 bytes. It reads as a slice.
#[derive(Clone, Debug, Default)]
pub struct Floats {
    lines: Vec<Line>,
    length: usize,
}

#[derive(Clone, Copy, Debug, Default)]
#[repr(C, align(64))]
struct Line(Lanes);

impl Floats {
    /// Takes another length, keeping the memory. What the numbers are is arbitrary until they are written.
    pub fn reset(&mut self, length: usize) {
        self.lines.resize(length.div_ceil(LANES), Line::default());
        self.length = length;
    }
}

impl Deref for Floats {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        // SAFETY: the lines are `length` numbers or more, one after the other: a `Line` is 64 bytes of them and nothing else.
        unsafe { std::slice::from_raw_parts(self.lines.as_ptr().cast(), self.length) }
    }
}

impl DerefMut for Floats {
    fn deref_mut(&mut self) -> &mut [f32] {
        // SAFETY: as above.
        unsafe { std::slice::from_raw_parts_mut(self.lines.as_mut_ptr().cast(), self.length) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_aligned_and_as_many_as_asked_for() {
        let mut floats = Floats::default();
        for length in [0, 1, 16, 17, 1000, 3] {
            floats.reset(length);
            assert_eq!(floats.len(), length);
            assert!(length == 0 || floats.as_ptr().addr().is_multiple_of(64));
            floats.fill(1.5);
            assert_eq!(floats.iter().sum::<f32>(), 1.5 * length as f32);
        }
    }
}
