//! Sixteen numbers in two registers of AVX2.

use std::arch::x86_64::*;

use super::{LANES, Lanes, Simd};

/// The promise that the processor has AVX2 and FMA.
#[derive(Clone, Copy)]
pub(crate) struct Avx2(());

impl Avx2 {
    /// # Safety
    /// The processor must have `avx2` and `fma`.
    #[inline(always)]
    pub(crate) unsafe fn new() -> Self {
        Self(())
    }
}

/// Calls an instruction, which `self` promises to be there.
macro_rules! instruction {
    ($($call:tt)*) => {
        // SAFETY: an `Avx2` is only made where the processor has the instruction; what is read and written lies within arrays.
        unsafe { $($call)* }
    };
}

impl Simd for Avx2 {
    type V = [__m256; 2];

    #[inline(always)]
    fn splat(self, value: f32) -> Self::V {
        [instruction!(_mm256_set1_ps(value)); 2]
    }

    #[inline(always)]
    fn load(self, lanes: &Lanes) -> Self::V {
        [instruction!(_mm256_loadu_ps(lanes.as_ptr())), instruction!(_mm256_loadu_ps(lanes.as_ptr().add(8)))]
    }

    #[inline(always)]
    fn store(self, v: Self::V, lanes: &mut Lanes) {
        instruction!(_mm256_storeu_ps(lanes.as_mut_ptr(), v[0]));
        instruction!(_mm256_storeu_ps(lanes.as_mut_ptr().add(8), v[1]));
    }

    #[inline(always)]
    fn add(self, a: Self::V, b: Self::V) -> Self::V {
        [instruction!(_mm256_add_ps(a[0], b[0])), instruction!(_mm256_add_ps(a[1], b[1]))]
    }

    #[inline(always)]
    fn sub(self, a: Self::V, b: Self::V) -> Self::V {
        [instruction!(_mm256_sub_ps(a[0], b[0])), instruction!(_mm256_sub_ps(a[1], b[1]))]
    }

    #[inline(always)]
    fn mul(self, a: Self::V, b: Self::V) -> Self::V {
        [instruction!(_mm256_mul_ps(a[0], b[0])), instruction!(_mm256_mul_ps(a[1], b[1]))]
    }

    #[inline(always)]
    fn larger(self, a: Self::V, b: Self::V) -> Self::V {
        [instruction!(_mm256_max_ps(a[0], b[0])), instruction!(_mm256_max_ps(a[1], b[1]))]
    }

    #[inline(always)]
    fn smaller(self, a: Self::V, b: Self::V) -> Self::V {
        [instruction!(_mm256_min_ps(a[0], b[0])), instruction!(_mm256_min_ps(a[1], b[1]))]
    }

    #[inline(always)]
    fn fused(self, a: Self::V, b: Self::V, c: Self::V) -> Self::V {
        [instruction!(_mm256_fmadd_ps(a[0], b[0], c[0])), instruction!(_mm256_fmadd_ps(a[1], b[1], c[1]))]
    }

    #[inline(always)]
    fn bytes(self, v: Self::V) -> [u8; LANES] {
        let mut bytes = [0; LANES];
        instruction!({
            // All but the lowest byte of each number is cleared, so that packing, which saturates, changes nothing. It works
            // within the halves of a register: the four words of eight bytes come out as 0, 2, 1, 3.
            let low = _mm256_set1_epi32(0xff);
            let first = _mm256_and_si256(_mm256_castps_si256(v[0]), low);
            let second = _mm256_and_si256(_mm256_castps_si256(v[1]), low);
            let pairs = _mm256_permute4x64_epi64::<0b11_01_10_00>(_mm256_packus_epi32(first, second));
            let packed =
                _mm_packus_epi16(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256::<1>(pairs));
            _mm_storeu_si128(bytes.as_mut_ptr().cast(), packed);
        });
        bytes
    }

    #[inline(always)]
    fn raise(self, v: Self::V, n: Self::V) -> Self::V {
        let mut out = v;
        for half in 0..2 {
            // The rounder's own bits leave on the left; the exponent's bits are added to.
            out[half] = instruction!(_mm256_castsi256_ps(_mm256_add_epi32(
                _mm256_castps_si256(v[half]),
                _mm256_slli_epi32::<23>(_mm256_castps_si256(n[half]))
            )));
        }
        out
    }
}
