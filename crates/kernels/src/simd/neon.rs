//! Sixteen numbers in four registers of NEON.

use std::arch::aarch64::*;

use super::{LANES, Lanes, Simd};

/// The promise that the processor has NEON.
#[derive(Clone, Copy)]
pub(crate) struct Neon(());

impl Neon {
    /// # Safety
    /// The processor must have `neon`.
    #[inline(always)]
    pub(crate) unsafe fn new() -> Self {
        Self(())
    }
}

/// Calls an instruction for each of the four registers.
macro_rules! each {
    ($i:ident => $($call:tt)*) => {{
        // SAFETY: a `Neon` is only made where the processor has the instruction; what is read and written lies within arrays.
        let mut out = [unsafe { vdupq_n_f32(0.0) }; 4];
        for $i in 0..4 {
            // SAFETY: as above.
            out[$i] = unsafe { $($call)* };
        }
        out
    }};
}

impl Simd for Neon {
    type V = [float32x4_t; 4];

    #[inline(always)]
    fn splat(self, value: f32) -> Self::V {
        each!(_i => vdupq_n_f32(value))
    }

    #[inline(always)]
    fn load(self, lanes: &Lanes) -> Self::V {
        each!(i => vld1q_f32(lanes.as_ptr().add(4 * i)))
    }

    #[inline(always)]
    fn store(self, v: Self::V, lanes: &mut Lanes) {
        for i in 0..4 {
            // SAFETY: the four stores cover the array.
            unsafe { vst1q_f32(lanes.as_mut_ptr().add(4 * i), v[i]) };
        }
    }

    #[inline(always)]
    fn add(self, a: Self::V, b: Self::V) -> Self::V {
        each!(i => vaddq_f32(a[i], b[i]))
    }

    #[inline(always)]
    fn sub(self, a: Self::V, b: Self::V) -> Self::V {
        each!(i => vsubq_f32(a[i], b[i]))
    }

    #[inline(always)]
    fn mul(self, a: Self::V, b: Self::V) -> Self::V {
        each!(i => vmulq_f32(a[i], b[i]))
    }

    #[inline(always)]
    fn larger(self, a: Self::V, b: Self::V) -> Self::V {
        each!(i => vmaxq_f32(a[i], b[i]))
    }

    #[inline(always)]
    fn smaller(self, a: Self::V, b: Self::V) -> Self::V {
        each!(i => vminq_f32(a[i], b[i]))
    }

    #[inline(always)]
    fn fused(self, a: Self::V, b: Self::V, c: Self::V) -> Self::V {
        each!(i => vfmaq_f32(c[i], a[i], b[i]))
    }

    #[inline(always)]
    fn bytes(self, v: Self::V) -> [u8; LANES] {
        let mut bytes = [0; LANES];
        // SAFETY: as in `each!`; the store covers the array. Narrowing keeps the low half, twice.
        unsafe {
            let halves = |a, b| vcombine_u16(vmovn_u32(a), vmovn_u32(b));
            let [a, b, c, d] = v.map(|four| vreinterpretq_u32_f32(four));
            let packed = vcombine_u8(vmovn_u16(halves(a, b)), vmovn_u16(halves(c, d)));
            vst1q_u8(bytes.as_mut_ptr(), packed);
        }
        bytes
    }

    #[inline(always)]
    fn raise(self, v: Self::V, n: Self::V) -> Self::V {
        // The rounder's own bits leave on the left; the exponent's bits are added to.
        each!(i => vreinterpretq_f32_u32(vaddq_u32(
            vreinterpretq_u32_f32(v[i]),
            vshlq_n_u32::<23>(vreinterpretq_u32_f32(n[i]))
        )))
    }
}
