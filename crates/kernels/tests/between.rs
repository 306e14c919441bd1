//! What stands between the products, on every processor, against the same in 64 bits.

use onrecord_kernels::{Cpu, Out, Packed, Rows, Then};
use proptest::prelude::*;

/// Numbers without pattern, from −`size` to `size`; the same for the same seed.
fn noise(count: usize, size: f32, seed: u32) -> Vec<f32> {
    let hash = |i: usize| (i as u32 ^ seed.rotate_left(16)).wrapping_mul(2_654_435_761).rotate_left(13);
    (0..count)
        .map(|i| (hash(i).wrapping_mul(2_246_822_519) as f32 / u32::MAX as f32 * 2.0 - 1.0) * size)
        .collect()
}

fn values(rows: &Rows) -> Vec<f32> {
    (0..rows.len()).flat_map(|row| (0..rows.depth()).map(move |k| rows.value(row, k))).collect()
}

/// Each of `got` within `bound` of what `expected` says.
#[track_caller]
fn near(cpu: Cpu, got: &[f32], expected: &[f64], bound: impl Fn(f64) -> f64) {
    assert_eq!(got.len(), expected.len());
    for (i, (&got, &expected)) in got.iter().zip(expected).enumerate() {
        assert!((f64::from(got) - expected).abs() <= bound(expected), "{cpu:?} at {i}: {got} for {expected}");
    }
}

/// The step of a row's bytes: its range over 254.
fn steps(values: &[f64], width: usize) -> f64 {
    let range = |row: &[f64]| {
        row.iter().fold(0.0, |m: f64, &v| m.max(v)) - row.iter().fold(0.0, |m: f64, &v| m.min(v))
    };
    values.chunks(width).map(range).fold(0.0, f64::max) / 254.0
}

fn erf(x: f64) -> f64 {
    // The Taylor series, which takes many terms up to 5.
    if x.abs() > 5.0 {
        return x.signum();
    }
    let (mut term, mut sum) = (x, x);
    for n in 1..150 {
        term *= -x * x / f64::from(n);
        sum += term / f64::from(2 * n + 1);
    }
    sum * 2.0 / std::f64::consts::PI.sqrt()
}

#[test]
fn gelu_is_within_what_it_says() {
    for (count, width, size) in [(1, 16, 8.0), (3, 384, 4.0), (2, 1536, 12.0), (1, 48, 0.1)] {
        let given = noise(count * width, size, 7);
        let expected: Vec<f64> =
            given.iter().map(|&x| f64::from(x)).map(|x| x / 2.0 * (1.0 + erf(x / 2_f64.sqrt()))).collect();
        for cpu in Cpu::all() {
            let (mut numbers, mut rows) = (given.clone(), Rows::default());
            cpu.gelu(&mut numbers, width, &mut rows);
            let bound = 2e-5 * (1.0 + f64::from(size));
            near(cpu, &numbers, &expected, |_| bound);
            let step = steps(&expected, width);
            near(cpu, &values(&rows), &expected, |_| 0.501 * step + bound);
        }
    }
}

#[test]
fn norm_gives_mean_0_and_variance_1_times_its_weights() {
    for (count, width) in [(1, 16), (5, 384), (3, 80)] {
        let (given, weight) = (noise(count * width, 3.0, 1), noise(width, 2.0, 2));
        let bias = noise(width, 1.0, 3);
        let row = |row: &[f32]| -> Vec<f64> {
            let mean = row.iter().map(|&x| f64::from(x)).sum::<f64>() / width as f64;
            let variance = row.iter().map(|&x| (f64::from(x) - mean).powi(2)).sum::<f64>() / width as f64;
            let one = |i: usize| (f64::from(row[i]) - mean) / variance.sqrt();
            (0..width).map(|i| one(i) * f64::from(weight[i]) + f64::from(bias[i])).collect()
        };
        let expected: Vec<f64> = given.chunks(width).flat_map(row).collect();
        for cpu in Cpu::all() {
            let (mut numbers, mut rows) = (given.clone(), Rows::default());
            cpu.norm(&mut numbers, &weight, &bias, &mut rows);
            near(cpu, &numbers, &expected, |x| 1e-5 * (1.0 + x.abs()));
            let step = steps(&expected, width);
            near(cpu, &values(&rows), &expected, |_| 0.51 * step + 1e-5);
        }
    }
}

/// Attention of one head in bytes, as the encoder does it, against the same in 64 bits.
#[track_caller]
fn check_attention(count: usize, size: usize, spread: f32, seed: u32) {
    let stride = 3 * size;
    let given = noise(count * stride, spread, seed);
    let number = |row: usize, part: usize, i: usize| f64::from(given[row * stride + part * size + i]);
    let mut expected = Vec::new();
    for query in 0..count {
        let logit = |key: usize| (0..size).map(|i| number(query, 0, i) * number(key, 1, i)).sum::<f64>();
        let most = (0..count).map(logit).fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = (0..count).map(|key| (logit(key) - most).exp()).collect();
        let total: f64 = weights.iter().sum();
        for i in 0..size {
            expected.push((0..count).map(|key| weights[key] / total * number(key, 2, i)).sum::<f64>());
        }
    }
    for cpu in Cpu::all() {
        let [mut queries, mut weights] = [Rows::default(), Rows::default()];
        let [mut keys, mut packed] = [Packed::default(), Packed::default()];
        cpu.quantise_centred(&given, stride, count, size, &mut queries);
        cpu.pack_keys(&given[size..], stride, count, size, &mut keys);
        cpu.pack_values(&given[2 * size..], stride, count, size, &mut packed);
        let mut logits = vec![f32::NAN; count * keys.width()];
        let out = Out { values: &mut logits, stride: keys.width(), then: Then::Unscaled };
        cpu.matmul(queries.all(), &keys, out);
        cpu.softmax(queries.all(), &mut logits, keys.width(), count, &mut weights);
        for row in 0..count {
            let sum: f32 = (0..count).map(|key| weights.value(row, key)).sum();
            assert!((sum - 1.0).abs() < 1e-5, "{cpu:?}: weights sum to {sum}");
        }
        let mut seen = vec![0.0; count * size];
        cpu.matmul(weights.all(), &packed, Out { values: &mut seen, stride: size, then: Then::Set });
        near(cpu, &seen, &expected, |_| 0.06 * f64::from(spread));
    }
}

#[test]
fn attention_in_bytes_is_close() {
    for (count, size, spread) in [
        (1, 32, 1.0),
        (2, 16, 0.5),
        (17, 32, 1.0),
        (100, 64, 0.6),
        (256, 32, 1.0),
        (33, 48, 0.01),
        (16, 32, 0.0),
    ] {
        check_attention(count, size, spread, 5);
    }
}

#[test]
fn zeros_and_great_numbers_are_quantised() {
    for cpu in Cpu::all() {
        for given in [vec![0.0; 16], vec![5.0; 16], vec![-5.0; 16], noise(16, 1e30, 1), noise(16, 1e-30, 1)] {
            let size = given.iter().fold(0_f32, |most, x| most.max(x.abs()));
            for centred in [false, true] {
                let mut rows = Rows::default();
                match centred {
                    true => cpu.quantise_centred(&given, 16, 1, 16, &mut rows),
                    false => cpu.quantise(&given, 16, 1, 16, &mut rows),
                }
                let expected: Vec<f64> = given.iter().map(|&x| f64::from(x)).collect();
                near(cpu, &values(&rows), &expected, |_| f64::from(size) / 120.0);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn quantised_numbers_are_half_a_step_away(count in 1_usize..5, width in 1_usize..8, size in 1e-3_f32..1e3, seed: u32) {
        let width = width * 16;
        let given = noise(count * width, size, seed);
        let expected: Vec<f64> = given.iter().map(|&x| f64::from(x)).collect();
        for cpu in Cpu::all() {
            let mut rows = Rows::default();
            cpu.quantise(&given, width, count, width, &mut rows);
            let step = steps(&expected, width);
            near(cpu, &values(&rows), &expected, |_| 0.501 * step);
        }
    }
}
