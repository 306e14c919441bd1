//! The vectors that stand for what a text is made of, from bytes and numbers.

use crate::cpu::versions;
use crate::simd::Simd;

versions! {
    /// Adds to `vector` a row of signed bytes times `scale`, and then each of `parts`.
    ///
    /// # Panics
    /// If one of them is not as long as `vector`.
    pub fn embed(vector: &mut [f32], bytes: &[u8], scale: f32, parts: &[&[f32]]);
}

/// Plain loops: within a function for certain instructions the compiler uses those.
#[inline(always)]
fn embed<S: Simd>(_: S, vector: &mut [f32], bytes: &[u8], scale: f32, parts: &[&[f32]]) {
    assert_eq!(bytes.len(), vector.len());
    for (value, &byte) in vector.iter_mut().zip(bytes) {
        *value += f32::from(byte.cast_signed()) * scale;
    }
    for part in parts {
        assert_eq!(part.len(), vector.len());
        for (value, more) in vector.iter_mut().zip(*part) {
            *value += more;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Cpu;

    #[test]
    fn all_processors_add_the_same() {
        for width in [16, 48, 384] {
            let bytes: Vec<u8> = (0..width).map(|i| (i * 37 % 256) as u8).collect();
            let part: Vec<f32> = (0..width).map(|i| i as f32 / 8.0).collect();
            let expected: Vec<f32> = bytes
                .iter()
                .zip(&part)
                .map(|(&byte, part)| 1.0 + f32::from(byte as i8) * 0.25 + 2.0 * part)
                .collect();
            for cpu in Cpu::all() {
                let mut vector = vec![1.0; width];
                cpu.embed(&mut vector, &bytes, 0.25, &[&part, &part]);
                assert_eq!(vector, expected, "{cpu:?}, {width}");
            }
        }
    }
}
