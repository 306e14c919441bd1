//! The product with AVX-512 VNNI: one instruction multiplies and adds 64 pairs of bytes.

use std::arch::x86_64::*;

use super::{Out, Then};
use crate::packed::{Block, Packed};
use crate::rows::RowsRef;
use crate::simd::LANES;

/// Rows of a tile: 8 × 3 sums and what is read for them fit the 32 registers, and 24 sums keep the multipliers busy.
const HIGH: usize = 8;

/// # Safety
/// The shapes must be as [`crate::Cpu::matmul`] asserts.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
pub(super) unsafe fn matmul(a: RowsRef<'_>, b: &Packed<'_>, mut out: Out<'_>) {
    // SAFETY: passed on.
    unsafe {
        match out.then {
            Then::Set => panels::<{ Then::Set as u8 }>(a, b, &mut out),
            Then::Add => panels::<{ Then::Add as u8 }>(a, b, &mut out),
            Then::Unscaled => panels::<{ Then::Unscaled as u8 }>(a, b, &mut out),
        }
    }
}

/// The product, with what becomes of it known to the compiler.
///
/// # Safety
/// As for [`matmul`].
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn panels<const THEN: u8>(a: RowsRef<'_>, b: &Packed<'_>, out: &mut Out<'_>) {
    let panels = b.width() / LANES;
    let mut panel = 0;
    while panel < panels {
        // SAFETY: these panels are there, as are the rows and their places in `out`.
        panel += unsafe {
            match panels - panel {
                1 => columns::<1, THEN>(a, b, out, panel),
                // Two and two are faster than three and one.
                2 | 4 => columns::<2, THEN>(a, b, out, panel),
                _ => columns::<3, THEN>(a, b, out, panel),
            }
        };
    }
}

/// The product of all rows and `WIDE` panels, which stay in the nearest cache; gives `WIDE`.
///
/// # Safety
/// As for [`matmul`], and panels `first` to `first + WIDE` must be there.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn columns<const WIDE: usize, const THEN: u8>(
    a: RowsRef<'_>,
    b: &Packed<'_>,
    out: &mut Out<'_>,
    first: usize,
) -> usize {
    let groups = b.groups();
    let panels: [*const Block; WIDE] =
        std::array::from_fn(|wide| b.blocks[(first + wide) * b.pitch()..].as_ptr());
    let count = a.scale.len();
    let target = out.values.as_mut_ptr();
    let mut column_sums = [_mm512_setzero_si512(); WIDE];
    let (mut scales, mut biases) = ([_mm512_setzero_ps(); WIDE], [_mm512_setzero_ps(); WIDE]);
    let mut shifts = column_sums;
    for wide in 0..WIDE {
        let column = (first + wide) * LANES;
        // SAFETY: `scale`, `bias` and `sum` have a number for each column of each panel.
        unsafe {
            scales[wide] = _mm512_loadu_ps(b.scale.as_ptr().add(column));
            biases[wide] = _mm512_loadu_ps(b.bias.as_ptr().add(column));
            column_sums[wide] = _mm512_loadu_si512(b.sum.as_ptr().add(column).cast());
        }
        shifts[wide] = _mm512_mullo_epi32(_mm512_set1_epi32(a.zero[0].wrapping_neg()), column_sums[wide]);
    }
    for top in (0..count).step_by(HIGH) {
        let mut rows = [a.bytes.as_ptr(); HIGH];
        // What the rows' zero points add to the sums is taken off before: it is the same for all rows if there is one zero point.
        let mut sums = [shifts; HIGH];
        for high in 0..HIGH {
            // Rows past the last repeat it; what comes out for them is dropped.
            let row = (top + high).min(count - 1);
            // SAFETY: `row` is below `count`, and there are so many rows and zero points.
            let zero = unsafe {
                rows[high] = rows[high].add(row * a.stride);
                a.zero.as_ptr().add(row).read()
            };
            if THEN != Then::Unscaled as u8 {
                let zero = _mm512_set1_epi32(zero.wrapping_neg());
                for wide in 0..WIDE {
                    sums[high][wide] = _mm512_mullo_epi32(zero, column_sums[wide]);
                }
            }
        }
        // The panels that come next lie behind these: they are called for while the first tiles are worked on.
        let ahead = ((top / HIGH).min(WIDE - 1) + WIDE) * b.pitch();
        let ahead = panels[0].wrapping_add(ahead);
        // SAFETY: each row has 4 bytes for each of `groups`, each panel as many blocks.
        let sums = unsafe { tile(sums, rows, panels, ahead, groups) };
        for high in 0..HIGH {
            let row = top + high;
            // Not a range's end: the sums stay in their registers only if it is known which they are.
            if row >= count {
                break;
            }
            // SAFETY: there are `count` scales, and so many rows of `out`, of `b.width()` numbers each.
            let (row_scale, place) =
                unsafe { (a.scale.as_ptr().add(row).read(), target.add(row * out.stride + first * LANES)) };
            let row_scale = _mm512_set1_ps(row_scale);
            for wide in 0..WIDE {
                let value = _mm512_cvtepi32_ps(sums[high][wide]);
                // SAFETY: as above.
                unsafe { put::<THEN>(value, row_scale, scales[wide], biases[wide], place.add(wide * LANES)) };
            }
        }
    }
    WIDE
}

/// Writes what sixteen sums of a row stand for.
///
/// # Safety
/// At `place` there must be sixteen numbers.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn put<const THEN: u8>(
    sums: __m512,
    row_scale: __m512,
    scale: __m512,
    bias: __m512,
    place: *mut f32,
) {
    let value = if THEN == Then::Unscaled as u8 {
        _mm512_mul_ps(sums, scale)
    } else {
        let value = _mm512_fmadd_ps(sums, _mm512_mul_ps(row_scale, scale), bias);
        if THEN == Then::Add as u8 {
            // SAFETY: as the caller says.
            _mm512_add_ps(value, unsafe { _mm512_loadu_ps(place) })
        } else {
            value
        }
    };
    // SAFETY: as the caller says.
    unsafe { _mm512_storeu_ps(place, value) };
}

/// Adds to `sums` the products of rows and panels, and calls for the blocks from `ahead` on, which may lie anywhere.
///
/// # Safety
/// Each row must have `4 · groups` bytes, each panel `groups` blocks.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn tile<const WIDE: usize>(
    mut sums: [[__m512i; WIDE]; HIGH],
    rows: [*const u8; HIGH],
    panels: [*const Block; WIDE],
    ahead: *const Block,
    groups: usize,
) -> [[__m512i; WIDE]; HIGH] {
    for group in 0..groups {
        _mm_prefetch::<_MM_HINT_T1>(ahead.wrapping_add(group).cast());
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
