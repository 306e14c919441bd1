//! The product in plain Rust: what every processor can and the others are tested against.

use super::{Out, Then};
use crate::packed::Packed;
use crate::rows::RowsRef;
use crate::simd::LANES;

pub(super) fn matmul(a: RowsRef<'_>, b: &Packed<'_>, out: Out<'_>) {
    let groups = b.groups();
    for row in 0..a.scale.len() {
        let words = a.bytes[row * a.stride..].as_chunks::<4>().0;
        for panel in 0..b.width() / LANES {
            let mut sums = [0_i32; LANES];
            for (block, &word) in b.blocks[panel * b.pitch()..][..groups].iter().zip(words) {
                for (sum, weights) in sums.iter_mut().zip(block.0) {
                    for i in 0..4 {
                        // The sums fit: depth is far below 2³¹ / (255 · 63).
                        let product = i32::from(word[i]) * i32::from((weights >> (8 * i)) as i8);
                        *sum = sum.wrapping_add(product);
                    }
                }
            }
            let first = panel * LANES;
            let out_row = &mut out.values[row * out.stride + first..][..LANES];
            for (i, (sum, out_value)) in sums.into_iter().zip(out_row).enumerate() {
                let column = first + i;
                let sum = sum.wrapping_sub(a.zero[row].wrapping_mul(b.sum[column]));
                let scaled = || sum as f32 * (a.scale[row] * b.scale[column]) + b.bias[column];
                match out.then {
                    Then::Set => *out_value = scaled(),
                    Then::Add => *out_value += scaled(),
                    Then::Unscaled => *out_value = sum as f32 * b.scale[column],
                }
            }
        }
    }
}
