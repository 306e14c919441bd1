//! The product with NEON: pairs of products are summed in 16 bits, which they fit because weights have 7.

use std::arch::aarch64::*;

use super::{Out, Then};
use crate::packed::{Block, Packed};
use crate::rows::RowsRef;
use crate::simd::LANES;

/// Rows of a tile: 2 × 8 sums and what is read for them fit the 32 registers.
const HIGH: usize = 2;
/// Registers of sums for a row: two sums for each column, over even and odd pairs of depth.
const WIDE: usize = 8;

/// # Safety
/// The shapes must be as [`crate::Cpu::matmul`] asserts.
#[target_feature(enable = "neon")]
pub(super) unsafe fn matmul(a: RowsRef<'_>, b: &Packed<'_>, out: Out<'_>) {
    let groups = b.groups();
    let count = a.scale.len();
    for panel in 0..b.width() / LANES {
        let blocks = b.blocks[panel * b.pitch()..].as_ptr();
        for top in (0..count).step_by(HIGH) {
            // Rows past the last repeat it; what comes out for them is dropped.
            let rows: [*const u8; HIGH] =
                std::array::from_fn(|high| a.bytes[(top + high).min(count - 1) * a.stride..].as_ptr());
            // SAFETY: each row has 4 bytes for each of `groups`, the panel as many blocks.
            let sums = unsafe { tile(rows, blocks, groups) };
            for quarter in 0..4 {
                let column = panel * LANES + quarter * 4;
                // SAFETY: `scale`, `bias` and `sum` have a number for each column of each panel.
                let (scale, bias, sum) = unsafe {
                    (
                        vld1q_f32(b.scale.as_ptr().add(column)),
                        vld1q_f32(b.bias.as_ptr().add(column)),
                        vld1q_s32(b.sum.as_ptr().add(column)),
                    )
                };
                for high in 0..HIGH.min(count - top) {
                    let row = top + high;
                    // Unsigned bytes were read as signed ones less 128.
                    let shift = vmulq_s32(vdupq_n_s32(a.zero[row] - 128), sum);
                    let whole = vpaddq_s32(sums[high][2 * quarter], sums[high][2 * quarter + 1]);
                    let value = vcvtq_f32_s32(vsubq_s32(whole, shift));
                    let mut value = match out.then {
                        Then::Unscaled => vmulq_f32(value, scale),
                        _ => vfmaq_f32(bias, value, vmulq_n_f32(scale, a.scale[row])),
                    };
                    let place = out.values[row * out.stride + column..].as_mut_ptr();
                    // SAFETY: row `row` of `out` has `b.width()` numbers.
                    unsafe {
                        if out.then == Then::Add {
                            value = vaddq_f32(value, vld1q_f32(place));
                        }
                        vst1q_f32(place, value);
                    }
                }
            }
        }
    }
}

/// # Safety
/// Each row must have `4 · groups` bytes, the panel `groups` blocks.
#[inline]
#[target_feature(enable = "neon")]
unsafe fn tile(rows: [*const u8; HIGH], panel: *const Block, groups: usize) -> [[int32x4_t; WIDE]; HIGH] {
    let mut sums = [[vdupq_n_s32(0); WIDE]; HIGH];
    for group in 0..groups {
        let mut words = [vdup_n_s8(0); HIGH];
        for high in 0..HIGH {
            // SAFETY: `group` is below `groups`.
            let word = unsafe { rows[high].add(4 * group).cast::<u32>().read_unaligned() };
            // There is no product of an unsigned and a signed byte: 128 is taken off, and given back with the zero point.
            words[high] = vreinterpret_s8_u32(vdup_n_u32(word ^ 0x8080_8080));
        }
        for wide in 0..WIDE {
            // SAFETY: `group` is below `groups`; a block has 64 bytes.
            let weights = unsafe { vld1_s8(panel.add(group).cast::<i8>().add(8 * wide)) };
            for high in 0..HIGH {
                sums[high][wide] = vpadalq_s16(sums[high][wide], vmull_s8(words[high], weights));
            }
        }
    }
    sums
}
