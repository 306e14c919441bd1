//! Sixteen numbers in plain Rust.

use super::{LANES, Lanes, Simd};

/// Needs nothing.
#[derive(Clone, Copy)]
pub(crate) struct Portable;

/// Applies an expression to each lane.
macro_rules! each {
    ($i:ident => $value:expr) => {{
        let mut out = [0.0; LANES];
        for $i in 0..LANES {
            out[$i] = $value;
        }
        out
    }};
}

impl Simd for Portable {
    type V = Lanes;

    #[inline(always)]
    fn splat(self, value: f32) -> Lanes {
        [value; LANES]
    }

    #[inline(always)]
    fn load(self, lanes: &Lanes) -> Lanes {
        *lanes
    }

    #[inline(always)]
    fn store(self, v: Lanes, lanes: &mut Lanes) {
        *lanes = v;
    }

    #[inline(always)]
    fn add(self, a: Lanes, b: Lanes) -> Lanes {
        each!(i => a[i] + b[i])
    }

    #[inline(always)]
    fn sub(self, a: Lanes, b: Lanes) -> Lanes {
        each!(i => a[i] - b[i])
    }

    #[inline(always)]
    fn mul(self, a: Lanes, b: Lanes) -> Lanes {
        each!(i => a[i] * b[i])
    }

    // Without the instruction, `mul_add` calls a slow function.
    #[inline(always)]
    fn fused(self, a: Lanes, b: Lanes, c: Lanes) -> Lanes {
        each!(i => a[i] * b[i] + c[i])
    }

    #[inline(always)]
    fn larger(self, a: Lanes, b: Lanes) -> Lanes {
        each!(i => if a[i] > b[i] { a[i] } else { b[i] })
    }

    #[inline(always)]
    fn smaller(self, a: Lanes, b: Lanes) -> Lanes {
        each!(i => if a[i] < b[i] { a[i] } else { b[i] })
    }

    #[inline(always)]
    fn bytes(self, v: Lanes) -> [u8; LANES] {
        v.map(|lane| lane.to_bits() as u8)
    }

    #[inline(always)]
    fn raise(self, v: Lanes, n: Lanes) -> Lanes {
        // The rounder's own bits leave on the left; the exponent's bits are added to.
        each!(i => f32::from_bits(v[i].to_bits().wrapping_add(n[i].to_bits() << 23)))
    }
}
