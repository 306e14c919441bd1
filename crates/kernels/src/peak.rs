//! What the processor could do at most: the arithmetic alone, out of registers.

use crate::cpu::Cpu;

/// Sums kept at once, as in the tiles of the product.
const SUMS: usize = 24;

impl Cpu {
    /// Multiplies and adds bytes that are already in registers, `rounds` times, and gives the number of multiplications and
    /// additions made (each counts): what a product's speed is measured against. 0 where no such loop is written.
    pub fn peak(self, rounds: u64) -> u64 {
        match self.level() {
            // SAFETY: a `Cpu` of this level exists only where its instructions were detected.
            #[cfg(target_arch = "x86_64")]
            crate::cpu::Level::Avx512 => unsafe { avx512(rounds) },
            // SAFETY: as above.
            #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
            crate::cpu::Level::Amx => unsafe { crate::matmul::amx::peak(rounds) },
            _ => {
                let _ = (rounds, SUMS);
                0
            }
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512vnni")]
fn avx512(rounds: u64) -> u64 {
    use std::arch::x86_64::*;
    let mut sums = [_mm512_setzero_si512(); SUMS];
    // Else the compiler would know the sums.
    let bytes = std::hint::black_box(_mm512_set1_epi8(1));
    for _ in 0..rounds {
        for sum in &mut sums {
            *sum = _mm512_dpbusd_epi32(*sum, bytes, bytes);
        }
    }
    // All of them must be wanted, or they are not reckoned.
    let all = sums.iter().fold(bytes, |all, &sum| _mm512_xor_si512(all, sum));
    std::hint::black_box(all);
    rounds * SUMS as u64 * 128
}
