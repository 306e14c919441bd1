//! Sixteen numbers in one register of AVX-512.

use std::arch::x86_64::*;

use super::{LANES, Lanes, Simd};

/// `2^f` from 0 to 1, constant term first, to within 3·10⁻⁶ of itself. Fitted by reweighted least squares.
const POWER: [f32; 5] = [1.000_002_6, 0.693_003_9, 0.241_442_65, 0.052_011_56, 0.013_534_146];
/// Rounds down, to no bits behind the point.
const FLOOR: i32 = _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC;

/// The promise that the processor has AVX-512 with VNNI.
#[derive(Clone, Copy)]
pub(crate) struct Avx512(());

impl Avx512 {
    /// # Safety
    /// The processor must have `avx512f`, `avx512bw`, `avx512dq` and `avx512vl`.
    #[inline(always)]
    pub(crate) unsafe fn new() -> Self {
        Self(())
    }
}

/// Calls an instruction, which `self` promises to be there.
macro_rules! instruction {
    ($($call:tt)*) => {
        // SAFETY: an `Avx512` is only made where the processor has the instruction; what is read and written are whole arrays.
        unsafe { $($call)* }
    };
}

impl Simd for Avx512 {
    type V = __m512;

    #[inline(always)]
    fn splat(self, value: f32) -> __m512 {
        instruction!(_mm512_set1_ps(value))
    }

    #[inline(always)]
    fn load(self, lanes: &Lanes) -> __m512 {
        instruction!(_mm512_loadu_ps(lanes.as_ptr()))
    }

    #[inline(always)]
    fn store(self, v: __m512, lanes: &mut Lanes) {
        instruction!(_mm512_storeu_ps(lanes.as_mut_ptr(), v));
    }

    #[inline(always)]
    fn add(self, a: __m512, b: __m512) -> __m512 {
        instruction!(_mm512_add_ps(a, b))
    }

    #[inline(always)]
    fn sub(self, a: __m512, b: __m512) -> __m512 {
        instruction!(_mm512_sub_ps(a, b))
    }

    #[inline(always)]
    fn mul(self, a: __m512, b: __m512) -> __m512 {
        instruction!(_mm512_mul_ps(a, b))
    }

    #[inline(always)]
    fn fused(self, a: __m512, b: __m512, c: __m512) -> __m512 {
        instruction!(_mm512_fmadd_ps(a, b, c))
    }

    #[inline(always)]
    fn larger(self, a: __m512, b: __m512) -> __m512 {
        instruction!(_mm512_max_ps(a, b))
    }

    #[inline(always)]
    fn smaller(self, a: __m512, b: __m512) -> __m512 {
        instruction!(_mm512_min_ps(a, b))
    }

    #[inline(always)]
    fn bytes(self, v: __m512) -> [u8; LANES] {
        let mut bytes = [0; LANES];
        instruction!(_mm_storeu_si128(
            bytes.as_mut_ptr().cast(),
            _mm512_cvtepi32_epi8(_mm512_castps_si512(v))
        ));
        bytes
    }

    #[inline(always)]
    fn words(self, four: [__m512; 4]) -> [u32; LANES] {
        let mut words = [0; LANES];
        instruction!({
            let (a, b) = (_mm512_castps_si512(four[0]), _mm512_castps_si512(four[1]));
            let (c, d) = (_mm512_castps_si512(four[2]), _mm512_castps_si512(four[3]));
            // Each is moved to its byte, which is then taken from it.
            let ab = _mm512_mask_mov_epi8(a, 0x2222_2222_2222_2222, _mm512_slli_epi32::<8>(b));
            let abc = _mm512_mask_mov_epi8(ab, 0x4444_4444_4444_4444, _mm512_slli_epi32::<16>(c));
            let all = _mm512_mask_mov_epi8(abc, 0x8888_8888_8888_8888, _mm512_slli_epi32::<24>(d));
            _mm512_storeu_si512(words.as_mut_ptr().cast(), all);
        });
        words
    }

    #[inline(always)]
    fn raise(self, v: __m512, n: __m512) -> __m512 {
        // The rounder's own bits leave on the left; the exponent's bits are added to.
        instruction!(_mm512_castsi512_ps(_mm512_add_epi32(
            _mm512_castps_si512(v),
            _mm512_slli_epi32::<23>(_mm512_castps_si512(n))
        )))
    }

    #[inline(always)]
    fn size(self, v: __m512) -> __m512 {
        instruction!(_mm512_abs_ps(v))
    }

    #[inline(always)]
    fn power(self, v: __m512) -> __m512 {
        // `v` less its floor, and times two to the floor: neither needs `v` to be in range.
        let rest = instruction!(_mm512_reduce_ps::<FLOOR>(v));
        instruction!(_mm512_scalef_ps(self.polynomial(rest, &POWER), v))
    }

    #[inline(always)]
    fn sum(self, v: __m512) -> f32 {
        instruction!(_mm512_reduce_add_ps(v))
    }

    #[inline(always)]
    fn most(self, v: __m512) -> f32 {
        instruction!(_mm512_reduce_max_ps(v))
    }

    #[inline(always)]
    fn least(self, v: __m512) -> f32 {
        instruction!(_mm512_reduce_min_ps(v))
    }
}
