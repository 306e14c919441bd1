//! Sums of columns: a small layer of a network, of whose inputs most are 0.

use crate::cpu::versions;
use crate::simd::Simd;

versions! {
    /// Adds to `out` each column times its input. The columns lie one after the other, each as long as `out`.
    ///
    /// # Panics
    /// If there are not as many columns as inputs.
    pub fn add_columns(inputs: &[f32], columns: &[f32], out: &mut [f32]);
}

/// Plain loops: within a function for certain instructions the compiler uses those.
#[inline(always)]
fn add_columns<S: Simd>(_: S, inputs: &[f32], columns: &[f32], out: &mut [f32]) {
    assert_eq!(columns.len(), inputs.len() * out.len());
    for (input, column) in inputs.iter().zip(columns.chunks_exact(out.len().max(1))) {
        if *input != 0.0 {
            for (out, weight) in out.iter_mut().zip(column) {
                *out += input * weight;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Cpu;

    #[test]
    fn all_processors_add_the_same() {
        for (inputs, width) in [(57, 48), (48, 24), (24, 1), (3, 0), (0, 5)] {
            let given: Vec<f32> = (0..inputs).map(|i| [0.0, 0.5, -1.0][i % 3]).collect();
            let columns: Vec<f32> = (0..inputs * width).map(|i| (i % 11) as f32 / 4.0).collect();
            let number = |row: usize| (0..inputs).map(|i| given[i] * columns[i * width + row]).sum::<f32>();
            let expected: Vec<f32> = (0..width).map(|row| 1.0 + number(row)).collect();
            for cpu in Cpu::all() {
                let mut out = vec![1.0; width];
                cpu.add_columns(&given, &columns, &mut out);
                assert_eq!(out, expected, "{cpu:?}, {inputs} × {width}");
            }
        }
    }
}
