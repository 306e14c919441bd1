//! The product with AVX-512 VNNI: one instruction multiplies and adds 64 pairs of bytes.

use std::arch::x86_64::*;

use super::Out;
use crate::packed::{Block, Packed};
use crate::rows::RowsRef;
use crate::simd::LANES;

/// Rows of a tile: 8 × 3 sums and what is read for them fit the 32 registers, and 24 sums keep the multipliers busy.
const HIGH: usize = 8;

/// # Safety
/// The shapes must be as [`crate::Cpu::matmul`] asserts.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
pub(super) unsafe fn matmul(a: RowsRef<'_>, b: &Packed, mut out: Out<'_>) {
    let panels = b.width() / LANES;
    let mut panel = 0;
    while panel < panels {
        // SAFETY: these panels are there, as are the rows and their places in `out`.
        panel += unsafe {
            match panels - panel {
                1 => columns::<1>(a, b, &mut out, panel),
                // Two and two are faster than three and one.
                2 | 4 => columns::<2>(a, b, &mut out, panel),
                _ => columns::<3>(a, b, &mut out, panel),
            }
        };
    }
}

/// The product of all rows and `WIDE` panels, which stay in the nearest cache; gives `WIDE`.
///
/// # Safety
/// As for [`matmul`], and panels `first` to `first + WIDE` must be there.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn columns<const WIDE: usize>(a: RowsRef<'_>, b: &Packed, out: &mut Out<'_>, first: usize) -> usize {
    let groups = b.groups();
    let panels: [*const Block; WIDE] =
        std::array::from_fn(|wide| b.blocks[(first + wide) * groups..].as_ptr());
    let count = a.scale.len();
    let target = out.values.as_mut_ptr();
    for top in (0..count).step_by(HIGH) {
        // Rows past the last repeat it; what comes out for them is dropped.
        let rows: [*const u8; HIGH] =
            std::array::from_fn(|high| a.bytes[(top + high).min(count - 1) * a.stride..].as_ptr());
        // SAFETY: each row has 4 bytes for each of `groups`, each panel as many blocks.
        let sums = unsafe { tile(rows, panels, groups) };
        for wide in 0..WIDE {
            let column = (first + wide) * LANES;
            // SAFETY: `scale`, `bias` and `sum` have a number for each column of each panel.
            let (scale, bias, sum) = unsafe {
                (
                    _mm512_loadu_ps(b.scale.as_ptr().add(column)),
                    _mm512_loadu_ps(b.bias.as_ptr().add(column)),
                    _mm512_loadu_si512(b.sum.as_ptr().add(column).cast()),
                )
            };
            for high in 0..HIGH.min(count - top) {
                let row = top + high;
                let shift = _mm512_mullo_epi32(_mm512_set1_epi32(a.zero[row]), sum);
                let value = _mm512_cvtepi32_ps(_mm512_sub_epi32(sums[high][wide], shift));
                let scale = _mm512_mul_ps(_mm512_set1_ps(a.scale[row]), scale);
                // SAFETY: row `row` of `out` has `b.width()` numbers.
                unsafe {
                    let place = target.add(row * out.stride + column);
                    let mut value = _mm512_fmadd_ps(value, scale, bias);
                    if out.add {
                        value = _mm512_add_ps(value, _mm512_loadu_ps(place));
                    }
                    _mm512_storeu_ps(place, value);
                }
            }
        }
    }
    WIDE
}

/// # Safety
/// Each row must have `4 · groups` bytes, each panel `groups` blocks.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn tile<const WIDE: usize>(
    rows: [*const u8; HIGH],
    panels: [*const Block; WIDE],
    groups: usize,
) -> [[__m512i; WIDE]; HIGH] {
    let mut sums = [[_mm512_setzero_si512(); WIDE]; HIGH];
    for group in 0..groups {
        let mut weights = [_mm512_setzero_si512(); WIDE];
        for wide in 0..WIDE {
            // SAFETY: `group` is below `groups`; blocks are aligned to their 64 bytes.
            weights[wide] = unsafe { _mm512_load_si512(panels[wide].add(group).cast()) };
        }
        for high in 0..HIGH {
            // SAFETY: `group` is below `groups`.
            let word = unsafe { rows[high].add(4 * group).cast::<i32>().read_unaligned() };
            let word = _mm512_set1_epi32(word);
            for wide in 0..WIDE {
                sums[high][wide] = _mm512_dpbusd_epi32(sums[high][wide], word, weights[wide]);
            }
        }
    }
    sums
}
