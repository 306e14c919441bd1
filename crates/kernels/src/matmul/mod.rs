//! Products of activations and weights in bytes, with sums in 32 bits.

use crate::cpu::{Cpu, Level};
use crate::packed::Packed;
use crate::rows::RowsRef;

#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
pub(crate) mod amx;
#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(target_arch = "aarch64")]
mod neon;
mod portable;

/// Columns longer than the sums of all kernels allow.
const DEEPEST: usize = 1 << 16;

/// Where a product goes.
#[derive(Debug)]
pub struct Out<'a> {
    /// Row `r` begins at `r * stride`.
    pub values: &'a mut [f32],
    /// Numbers from one row to the next, at least the width of the product.
    pub stride: usize,
    /// What becomes of it.
    pub then: Then,
}

/// What becomes of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It is written.
    Set,
    /// It is added to what is there.
    Add,
    /// It is written without the rows' scales and the columns' biases: what softmax needs, in fewer steps. All rows must have one
    /// zero point, as from [`Cpu::quantise_centred`].
    Unscaled,
}

impl Cpu {
    /// `out[r][c] = a.scale[r] · b.scale[c] · Σ (a[r] − a.zero[r]) · b[c] + b.bias[c]`, or as [`Then`] has it.
    /// All of [`Packed::width`] columns are written, those beyond the matrix's as zeros.
    ///
    /// # Panics
    /// If the depths differ or are 65,536 or more, `out` is too small, or rows of different zero points are to be unscaled.
    pub fn matmul(self, a: RowsRef<'_>, b: &Packed<'_>, out: Out<'_>) {
        let (count, width) = (a.scale.len(), b.width());
        if count == 0 || width == 0 {
            return;
        }
        // The kernels read and write through pointers: all they rely on is asserted here.
        assert_eq!(a.depth, b.depth(), "a row is as long as a column");
        assert!(a.depth < DEEPEST, "sums of a column's bytes have 23 bits");
        assert!(a.stride >= 4 * b.pitch() && a.bytes.len() >= count * a.stride && a.zero.len() == count);
        assert_eq!(b.blocks.len(), width / crate::simd::LANES * b.pitch());
        assert!(b.scale.len() == width && b.bias.len() == width && b.sum.len() == width);
        assert!(out.stride >= width && out.values.len() >= (count - 1) * out.stride + width);
        assert!(out.then != Then::Unscaled || a.zero.iter().all(|zero| *zero == a.zero[0]));
        match self.level() {
            // SAFETY: a `Cpu` of this level exists only where its instructions were detected; the shapes are as asserted.
            #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
            Level::Amx => unsafe { amx::matmul(a, b, out) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Level::Avx512 => unsafe { avx512::matmul(a, b, out) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Level::Avx2 => unsafe { avx2::matmul(a, b, out) },
            // SAFETY: as above.
            #[cfg(target_arch = "aarch64")]
            Level::Neon => unsafe { neon::matmul(a, b, out) },
            Level::Portable => portable::matmul(a, b, out),
        }
    }
}
