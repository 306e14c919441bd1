//! The product with AVX2: pairs of products are summed in 16 bits, which they fit because weights have 7.

use std::arch::x86_64::*;

use super::{Out, Then};
use crate::packed::{Block, Packed};
use crate::rows::RowsRef;
use crate::simd::LANES;

/// Rows of a tile: 4 × 2 sums and what is read for them fit the 16 registers.
const HIGH: usize = 4;
/// Sums in a register.
const HALF: usize = LANES / 2;

/// # Safety
/// The shapes must be as [`crate::Cpu::matmul`] asserts.
#[target_feature(enable = "avx2,fma")]
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
            for half in 0..2 {
                let column = panel * LANES + half * HALF;
                // SAFETY: `scale`, `bias` and `sum` have a number for each column of each panel.
                let (scale, bias, sum) = unsafe {
                    (
                        _mm256_loadu_ps(b.scale.as_ptr().add(column)),
                        _mm256_loadu_ps(b.bias.as_ptr().add(column)),
                        _mm256_loadu_si256(b.sum.as_ptr().add(column).cast()),
                    )
                };
                for high in 0..HIGH.min(count - top) {
                    let row = top + high;
                    let shift = _mm256_mullo_epi32(_mm256_set1_epi32(a.zero[row]), sum);
                    let value = _mm256_cvtepi32_ps(_mm256_sub_epi32(sums[high][half], shift));
                    let both = _mm256_mul_ps(_mm256_set1_ps(a.scale[row]), scale);
                    let mut value = match out.then {
                        Then::Unscaled => _mm256_mul_ps(value, scale),
                        _ => _mm256_fmadd_ps(value, both, bias),
                    };
                    let place = out.values[row * out.stride + column..].as_mut_ptr();
                    // SAFETY: row `row` of `out` has `b.width()` numbers.
                    unsafe {
                        if out.then == Then::Add {
                            value = _mm256_add_ps(value, _mm256_loadu_ps(place));
                        }
                        _mm256_storeu_ps(place, value);
                    }
                }
            }
        }
    }
}

/// # Safety
/// Each row must have `4 · groups` bytes, the panel `groups` blocks.
#[inline]
#[target_feature(enable = "avx2,fma")]
unsafe fn tile(rows: [*const u8; HIGH], panel: *const Block, groups: usize) -> [[__m256i; 2]; HIGH] {
    let mut sums = [[_mm256_setzero_si256(); 2]; HIGH];
    let ones = _mm256_set1_epi16(1);
    for group in 0..groups {
        // SAFETY: `group` is below `groups`; blocks are aligned to their 64 bytes.
        let weights = unsafe {
            let block = panel.add(group).cast::<__m256i>();
            [_mm256_load_si256(block), _mm256_load_si256(block.add(1))]
        };
        for high in 0..HIGH {
            // SAFETY: `group` is below `groups`.
            let word = unsafe { rows[high].add(4 * group).cast::<i32>().read_unaligned() };
            let word = _mm256_set1_epi32(word);
            for half in 0..2 {
                // 2 · 255 · 63 is below 2¹⁵: nothing saturates.
                let pairs = _mm256_maddubs_epi16(word, weights[half]);
                sums[high][half] = _mm256_add_epi32(sums[high][half], _mm256_madd_epi16(pairs, ones));
            }
        }
    }
    sums
}
