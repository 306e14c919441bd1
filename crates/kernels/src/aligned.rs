//! Lists that begin where a line of the cache does: a vector or a tile's row read or written then never lies across two.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// Bytes of a line.
const LINE: usize = 64;

/// A list of numbers, aligned to 64 bytes. It reads as a slice.
pub type Floats = Aligned<f32>;

/// A list of numbers or bytes, aligned to 64 bytes.
#[derive(Clone, Debug, Default)]
pub struct Aligned<T> {
    lines: Vec<Line>,
    length: usize,
    of: PhantomData<T>,
}

#[derive(Clone, Copy, Debug)]
#[repr(C, align(64))]
struct Line([u8; LINE]);

/// What every pattern of bits is a value of, and a whole number of which fills a line.
pub trait Plain: sealed::Sealed {}

impl Plain for u8 {}
impl Plain for f32 {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for u8 {}
    impl Sealed for f32 {}
}

impl<T: Plain> Aligned<T> {
    /// Takes another length, keeping the memory. What is there stays as far as it reaches; what comes after it is arbitrary until it is written.
    pub fn reset(&mut self, length: usize) {
        self.lines.resize(length.div_ceil(LINE / size_of::<T>()), Line([0; LINE]));
        self.length = length;
    }
}

impl<T: Plain> Deref for Aligned<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        // SAFETY: the lines are `length` of `T` or more, one after the other, aligned to more than `T` needs; see `Plain`.
        unsafe { std::slice::from_raw_parts(self.lines.as_ptr().cast(), self.length) }
    }
}

impl<T: Plain> DerefMut for Aligned<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as above.
        unsafe { std::slice::from_raw_parts_mut(self.lines.as_mut_ptr().cast(), self.length) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_aligned_and_as_many_as_asked_for() {
        let (mut floats, mut bytes) = (Floats::default(), Aligned::<u8>::default());
        for length in [0, 1, 16, 17, 64, 65, 1000, 3] {
            floats.reset(length);
            bytes.reset(length);
            assert_eq!((floats.len(), bytes.len()), (length, length));
            assert!(length == 0 || floats.as_ptr().addr().is_multiple_of(LINE));
            assert!(length == 0 || bytes.as_ptr().addr().is_multiple_of(LINE));
            floats.fill(1.5);
            bytes.fill(2);
            assert_eq!(floats.iter().sum::<f32>(), 1.5 * length as f32);
            assert!(bytes.iter().all(|&byte| byte == 2));
        }
    }
}
