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
    /// The processor must have `avx512f`, `avx512bw`, `avx512dq`, `avx512vl` and `avx512vnni`.
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
    fn many_bytes(self, four: [__m512; 4]) -> [u8; 4 * LANES] {
        let mut bytes = [0; 4 * LANES];
        instruction!(_mm512_storeu_si512(
            bytes.as_mut_ptr().cast(),
            _mm512_permutexvar_epi32(quarters(), by_quarters(four))
        ));
        bytes
    }

    #[inline(always)]
    fn sum_of_bytes(self, bytes: &[u8]) -> u32 {
        let mut sums = instruction!(_mm512_setzero_si512());
        for line in bytes.as_chunks::<64>().0 {
            sums = instruction!(_mm512_add_epi64(
                sums,
                _mm512_sad_epu8(_mm512_loadu_si512(line.as_ptr().cast()), _mm512_setzero_si512())
            ));
        }
        instruction!(_mm512_reduce_add_epi64(sums)) as u32
    }

    #[inline(always)]
    fn words(self, four: [__m512; 4]) -> [u32; LANES] {
        let mut words = [0; LANES];
        instruction!(_mm512_storeu_si512(words.as_mut_ptr().cast(), together(four)));
        words
    }

    #[inline(always)]
    fn blocks(self, rows: [__m512; LANES]) -> [[u32; LANES]; LANES / 4] {
        let mut blocks = [[0; LANES]; LANES / 4];
        instruction!({
            // In each quarter of a register the same word of four rows; then the same quarters of all.
            let mut fours = [_mm512_setzero_si512(); 4];
            for i in 0..4 {
                fours[i] = by_quarters([rows[4 * i], rows[4 * i + 1], rows[4 * i + 2], rows[4 * i + 3]]);
            }
            let first = _mm512_shuffle_i32x4::<0b01_00_01_00>(fours[0], fours[1]);
            let second = _mm512_shuffle_i32x4::<0b01_00_01_00>(fours[2], fours[3]);
            let third = _mm512_shuffle_i32x4::<0b11_10_11_10>(fours[0], fours[1]);
            let fourth = _mm512_shuffle_i32x4::<0b11_10_11_10>(fours[2], fours[3]);
            let all = [
                _mm512_shuffle_i32x4::<0b10_00_10_00>(first, second),
                _mm512_shuffle_i32x4::<0b11_01_11_01>(first, second),
                _mm512_shuffle_i32x4::<0b10_00_10_00>(third, fourth),
                _mm512_shuffle_i32x4::<0b11_01_11_01>(third, fourth),
            ];
            for i in 0..4 {
                _mm512_storeu_si512(blocks[i].as_mut_ptr().cast(), all[i]);
            }
        });
        blocks
    }

    #[inline(always)]
    fn add_words(self, words: &[u32; LANES], sums: &mut [i32; LANES]) {
        instruction!({
            let words = _mm512_loadu_si512(words.as_ptr().cast());
            let sum = _mm512_loadu_si512(sums.as_ptr().cast());
            let sum = _mm512_dpbusd_epi32(sum, _mm512_set1_epi8(1), words);
            _mm512_storeu_si512(sums.as_mut_ptr().cast(), sum);
        });
    }

    #[inline(always)]
    fn most_of_each(self, rows: [__m512; LANES]) -> Lanes {
        let mut most = [0.0; LANES];
        instruction!({
            // Two registers become one, in which half as many lanes are each row's: four times.
            let mut eight = [_mm512_setzero_ps(); 8];
            for i in 0..8 {
                let row = i % 4 + i / 4 * 8;
                let low = _mm512_shuffle_f32x4::<0b10_00_10_00>(rows[row], rows[row + 4]);
                let high = _mm512_shuffle_f32x4::<0b11_01_11_01>(rows[row], rows[row + 4]);
                eight[i] = _mm512_max_ps(low, high);
            }
            let mut four = [_mm512_setzero_ps(); 4];
            for i in 0..4 {
                let low = _mm512_shuffle_f32x4::<0b10_00_10_00>(eight[i], eight[i + 4]);
                let high = _mm512_shuffle_f32x4::<0b11_01_11_01>(eight[i], eight[i + 4]);
                four[i] = _mm512_max_ps(low, high);
            }
            let mut two = [_mm512_setzero_ps(); 2];
            for i in 0..2 {
                let low = _mm512_shuffle_ps::<0b10_00_10_00>(four[2 * i], four[2 * i + 1]);
                let high = _mm512_shuffle_ps::<0b11_01_11_01>(four[2 * i], four[2 * i + 1]);
                two[i] = _mm512_max_ps(low, high);
            }
            let low = _mm512_shuffle_ps::<0b10_00_10_00>(two[0], two[1]);
            let high = _mm512_shuffle_ps::<0b11_01_11_01>(two[0], two[1]);
            _mm512_storeu_ps(most.as_mut_ptr(), _mm512_max_ps(low, high));
        });
        most
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

/// The lowest bytes of the numbers, those of one lane in a word.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn together(four: [__m512; 4]) -> __m512i {
    let (a, b) = (_mm512_castps_si512(four[0]), _mm512_castps_si512(four[1]));
    let (c, d) = (_mm512_castps_si512(four[2]), _mm512_castps_si512(four[3]));
    // Each is moved to its byte, which is then taken from it.
    let ab = _mm512_mask_mov_epi8(a, 0x2222_2222_2222_2222, _mm512_slli_epi32::<8>(b));
    let abc = _mm512_mask_mov_epi8(ab, 0x4444_4444_4444_4444, _mm512_slli_epi32::<16>(c));
    _mm512_mask_mov_epi8(abc, 0x8888_8888_8888_8888, _mm512_slli_epi32::<24>(d))
}

/// The same, those of one register in a word, within each quarter.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn by_quarters(four: [__m512; 4]) -> __m512i {
    let order = _mm_set_epi8(15, 11, 7, 3, 14, 10, 6, 2, 13, 9, 5, 1, 12, 8, 4, 0);
    _mm512_shuffle_epi8(together(four), _mm512_broadcast_i32x4(order))
}

/// Where the first words of all quarters are, then the second ones.
#[inline]
#[target_feature(enable = "avx512f")]
fn quarters() -> __m512i {
    _mm512_set_epi32(15, 11, 7, 3, 14, 10, 6, 2, 13, 9, 5, 1, 12, 8, 4, 0)
}
