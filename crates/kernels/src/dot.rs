//! Products of vectors of numbers.

use crate::cpu::versions;
use crate::simd::{LANES, Simd};

versions! {
    /// The sum of the products of two lists of like length; what one has beyond the other does not count.
    pub fn dot(a: &[f32], b: &[f32]) -> f32;
}

#[inline(always)]
fn dot<S: Simd>(s: S, a: &[f32], b: &[f32]) -> f32 {
    let (a, a_rest) = a.as_chunks::<LANES>();
    let (b, b_rest) = b.as_chunks::<LANES>();
    // Two at a time: each waits for the one before it.
    let mut sums = [s.splat(0.0); 2];
    let (pairs, last) = a.as_chunks::<2>();
    for (a, b) in pairs.iter().zip(b.as_chunks::<2>().0) {
        for i in 0..2 {
            sums[i] = s.fused(s.load(&a[i]), s.load(&b[i]), sums[i]);
        }
    }
    for (a, b) in last.iter().zip(&b[(2 * pairs.len()).min(b.len())..]) {
        sums[0] = s.fused(s.load(a), s.load(b), sums[0]);
    }
    let mut rest = 0.0;
    for (a, b) in a_rest.iter().zip(b_rest) {
        rest += a * b;
    }
    s.sum(s.add(sums[0], sums[1])) + rest
}

#[cfg(test)]
mod tests {
    use crate::Cpu;

    #[test]
    fn every_length_and_processor_sums_the_same() {
        for length in [0, 1, 15, 16, 17, 40, 48, 64, 384] {
            let a: Vec<f32> = (0..length).map(|i| (i % 7) as f32 - 3.0).collect();
            let b: Vec<f32> = (0..length).map(|i| (i % 5) as f32 / 4.0).collect();
            // Sums of quarters of small numbers are exact in any order.
            let expected: f32 = a.iter().zip(&b).map(|(a, b)| a * b).sum();
            for cpu in Cpu::all() {
                assert_eq!(cpu.dot(&a, &b), expected, "{cpu:?}, {length}");
            }
        }
    }
}
