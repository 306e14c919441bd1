//! Sixteen numbers at a time: what the operations between the products are written in, once for all processors.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(target_arch = "aarch64")]
mod neon;
mod portable;

#[cfg(target_arch = "x86_64")]
pub(crate) use avx2::Avx2;
#[cfg(target_arch = "x86_64")]
pub(crate) use avx512::Avx512;
#[cfg(target_arch = "aarch64")]
pub(crate) use neon::Neon;
pub(crate) use portable::Portable;

/// Numbers worked on together; also the columns of a panel of [`crate::Packed`].
pub(crate) const LANES: usize = 16;

/// Numbers worked on together, in memory.
pub(crate) type Lanes = [f32; LANES];

/// Added to a number below 2²² in size, it leaves the nearest integer (ties to even) in the low bits of the sum.
pub(crate) const ROUNDER: f32 = 12_582_912.0;

/// `2^f` on ±½, constant term first, to within 3·10⁻⁶ of itself. Fitted by reweighted least squares.
const POWER: [f32; 5] = [0.999_999_3, 0.693_121_8, 0.240_247_46, 0.055_917_9, 0.009_570_086];

/// The vector instructions of a processor. A value of such a type is the promise that the processor has them.
///
/// Every method must be inlined into a function compiled for these instructions, else each is a call: so all are
/// `#[inline(always)]`, and what is generic over `Simd` uses loops, not closures.
pub(crate) trait Simd: Copy {
    /// Sixteen numbers in registers.
    type V: Copy;

    fn splat(self, value: f32) -> Self::V;
    fn load(self, lanes: &Lanes) -> Self::V;
    fn store(self, v: Self::V, lanes: &mut Lanes);
    fn add(self, a: Self::V, b: Self::V) -> Self::V;
    fn sub(self, a: Self::V, b: Self::V) -> Self::V;
    fn mul(self, a: Self::V, b: Self::V) -> Self::V;
    /// `a · b + c`, rounded once where the processor does that in one instruction.
    fn fused(self, a: Self::V, b: Self::V, c: Self::V) -> Self::V;
    fn larger(self, a: Self::V, b: Self::V) -> Self::V;
    fn smaller(self, a: Self::V, b: Self::V) -> Self::V;
    /// The lowest byte of each number that has [`ROUNDER`] in it: the integer as a signed or unsigned byte.
    fn bytes(self, v: Self::V) -> [u8; LANES];
    /// As [`Simd::bytes`] of four numbers a lane, the first lowest.
    #[inline(always)]
    fn words(self, four: [Self::V; 4]) -> [u32; LANES] {
        let mut words = [0; LANES];
        for i in 0..4 {
            let bytes = self.bytes(four[i]);
            for lane in 0..LANES {
                words[lane] |= u32::from(bytes[lane]) << (8 * i);
            }
        }
        words
    }
    /// As [`Simd::bytes`] of four times as many numbers, one after the other.
    #[inline(always)]
    fn many_bytes(self, four: [Self::V; 4]) -> [u8; 4 * LANES] {
        let mut bytes = [0; 4 * LANES];
        for i in 0..4 {
            bytes[i * LANES..][..LANES].copy_from_slice(&self.bytes(four[i]));
        }
        bytes
    }
    /// The sum of bytes, of which there are whole lines of the cache.
    #[inline(always)]
    fn sum_of_bytes(self, bytes: &[u8]) -> u32 {
        bytes.iter().map(|&byte| u32::from(byte)).sum()
    }
    /// As [`Simd::bytes`] of sixteen rows, laid out as [`crate::packed::Block`]s: words of four bytes of a row, of all rows the
    /// first words, then the second ones.
    #[inline(always)]
    fn blocks(self, rows: [Self::V; LANES]) -> [[u32; LANES]; LANES / 4] {
        let mut blocks = [[0; LANES]; LANES / 4];
        for row in 0..LANES {
            for (block, four) in blocks.iter_mut().zip(self.bytes(rows[row]).as_chunks::<4>().0) {
                block[row] = u32::from_le_bytes(*four);
            }
        }
        blocks
    }
    /// Adds to each sum the four signed bytes of a word.
    #[inline(always)]
    fn add_words(self, words: &[u32; LANES], sums: &mut [i32; LANES]) {
        for (word, sum) in words.iter().zip(sums) {
            *sum += word.to_le_bytes().iter().map(|&byte| i32::from(byte as i8)).sum::<i32>();
        }
    }
    /// The largest of each of sixteen vectors.
    #[inline(always)]
    fn most_of_each(self, rows: [Self::V; LANES]) -> Lanes {
        let mut most = [0.0; LANES];
        for row in 0..LANES {
            most[row] = self.most(rows[row]);
        }
        most
    }
    /// `v · 2^n` for each integer `n` that has [`ROUNDER`] in it, within the range of numbers.
    fn raise(self, v: Self::V, n: Self::V) -> Self::V;

    /// Without sign.
    #[inline(always)]
    fn size(self, v: Self::V) -> Self::V {
        self.larger(v, self.sub(self.splat(0.0), v))
    }

    /// `2^v` for `v` of 0 or less, to within 3·10⁻⁶ of itself; next to nothing from −100 down.
    #[inline(always)]
    fn power(self, v: Self::V) -> Self::V {
        let v = self.larger(v, self.splat(-100.0));
        let whole = self.add(v, self.splat(ROUNDER));
        let rest = self.sub(v, self.sub(whole, self.splat(ROUNDER)));
        self.raise(self.polynomial(rest, &POWER), whole)
    }

    /// The sum of the lanes.
    #[inline(always)]
    fn sum(self, v: Self::V) -> f32 {
        let mut lanes = self.lanes(v);
        let mut half = LANES / 2;
        while half > 0 {
            for i in 0..half {
                lanes[i] += lanes[i + half];
            }
            half /= 2;
        }
        lanes[0]
    }

    /// The largest of the lanes.
    #[inline(always)]
    fn most(self, v: Self::V) -> f32 {
        let mut most = f32::NEG_INFINITY;
        for lane in self.lanes(v) {
            most = if lane > most { lane } else { most };
        }
        most
    }

    /// The least of the lanes.
    #[inline(always)]
    fn least(self, v: Self::V) -> f32 {
        -self.most(self.sub(self.splat(0.0), v))
    }

    #[inline(always)]
    fn lanes(self, v: Self::V) -> Lanes {
        let mut lanes = [0.0; LANES];
        self.store(v, &mut lanes);
        lanes
    }

    /// A polynomial in `v`, constant term first.
    #[inline(always)]
    fn polynomial<const N: usize>(self, v: Self::V, coefficients: &[f32; N]) -> Self::V {
        let mut sum = self.splat(coefficients[N - 1]);
        for i in 1..N {
            sum = self.fused(sum, v, self.splat(coefficients[N - 1 - i]));
        }
        sum
    }
}
