//! Every processor's product is the plain one's, and that is the product of the numbers the bytes stand for.

use onrecord_kernels::{Cpu, Floats, Out, Packed, Rows, Then};
use proptest::prelude::*;

/// Numbers without pattern, from −1 to 1; the same for the same seed.
fn noise(count: usize, seed: u32) -> Vec<f32> {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as f32 / u32::MAX as f32 * 2.0 - 1.0
    };
    (0..count).map(|_| next()).collect()
}

fn packed(depth: usize, columns: usize, seed: u32) -> (Vec<i8>, Packed<'static>) {
    // With some beyond ±63, which count as ±63.
    let wild = noise(depth * columns, seed).into_iter().map(|x| (x * 66.0) as i8);
    let integers: Vec<i8> = wild.collect();
    let bytes: Vec<u8> = integers.iter().map(|&i| i as u8).collect();
    let scale: Vec<f32> = noise(columns, seed + 1).iter().map(|x| x.abs() + 0.01).collect();
    (integers, Packed::new(depth, columns, &bytes, &scale, &noise(columns, seed + 2)))
}

/// What `cpu` makes of `rows` rows. `depth` is a multiple of 16.
fn product(cpu: Cpu, rows: &Rows, b: &Packed, then: Then, extra: usize) -> Vec<f32> {
    let stride = b.width() + extra;
    let mut out = vec![0.25; rows.len() * stride];
    cpu.matmul(rows.all(), b, Out { values: &mut out, stride, then });
    out
}

#[track_caller]
fn check(count: usize, depth: usize, columns: usize, seed: u32) {
    let (integers, b) = packed(depth, columns, seed);
    let values = noise(count * depth, seed + 3);
    let [mut rows, mut centred] = [Rows::default(), Rows::default()];
    let plain = Cpu::all()[0];
    plain.quantise(&values, depth, count, depth, &mut rows);
    plain.quantise_centred(&values, depth, count, depth, &mut centred);
    for then in [Then::Set, Then::Add, Then::Unscaled] {
        let rows = if then == Then::Unscaled { &centred } else { &rows };
        let expected = product(plain, rows, &b, then, 16);
        for cpu in Cpu::all() {
            let got = product(cpu, rows, &b, then, 16);
            for (i, (got, expected)) in got.iter().zip(&expected).enumerate() {
                let off = (got - expected).abs();
                let bound = 1e-5 * (1.0 + expected.abs());
                assert!(
                    off <= bound,
                    "{cpu:?} {then:?} {count}×{depth}×{columns} at {i}: {got} for {expected}"
                );
            }
        }
    }
    // In wider numbers, from what the bytes stand for.
    let got = product(plain, &rows, &b, Then::Set, 0);
    let ones =
        Packed::new(depth, columns, &vec![0; depth * columns], &vec![1.0; columns], &vec![0.0; columns]);
    assert!(product(plain, &rows, &ones, Then::Set, 0).iter().all(|&x| x == 0.0));
    let scale: Vec<f32> = noise(columns, seed + 1).iter().map(|x| x.abs() + 0.01).collect();
    let bias = noise(columns, seed + 2);
    for row in 0..count {
        for column in 0..columns {
            let weight = |k: usize| f64::from(integers[k * columns + column].clamp(-63, 63));
            let sum: f64 = (0..depth).map(|k| f64::from(rows.value(row, k)) * weight(k)).sum();
            let expected = sum * f64::from(scale[column]) + f64::from(bias[column]);
            let got = f64::from(got[row * b.width() + column]);
            assert!(
                (got - expected).abs() < 1e-3 * (1.0 + expected.abs()),
                "{row}, {column}: {got} {expected}"
            );
        }
    }
}

#[test]
fn products_of_many_shapes_agree() {
    for (count, depth, columns) in [
        (1, 16, 1),
        (7, 16, 15),
        (8, 32, 16),
        (9, 48, 17),
        (16, 384, 96),
        (5, 1536, 33),
        (3, 400, 64),
        (31, 64, 80),
        (2, 112, 7),
        (0, 32, 32),
        // Whole tiles of 16 and 32 rows and what is left of them, of one panel and of several.
        (32, 64, 32),
        (33, 80, 16),
        (48, 32, 48),
        (63, 272, 31),
        (100, 1536, 5),
    ] {
        check(count, depth, columns, (count + depth + columns) as u32);
    }
}

#[test]
fn the_largest_sums_do_not_saturate() {
    let (depth, columns) = (1536, 32);
    for byte in [63_i8, -63, 127, -128] {
        let b = Packed::new(depth, columns, &vec![byte as u8; depth * columns], &[1.0; 32], &[0.0; 32]);
        // Bytes from one end to the other: with the zero point at the lowest, and at the highest.
        for size in [254.0, -254.0] {
            let values: Vec<f32> = (0..depth).map(|k| if k == 0 { 0.0 } else { size }).collect();
            for cpu in Cpu::all() {
                let mut rows = Rows::default();
                cpu.quantise(&values, depth, 1, depth, &mut rows);
                let expected = size * 1535.0 * f32::from(byte.clamp(-63, 63));
                let got = product(cpu, &rows, &b, Then::Set, 0);
                assert!(
                    got.iter().all(|x| (x - expected).abs() < 10.0),
                    "{cpu:?}: {} for {expected}",
                    got[0]
                );
            }
        }
    }
}

#[test]
#[should_panic(expected = "a row is as long as a column")]
fn depths_must_be_the_same() {
    let (_, b) = packed(32, 16, 1);
    let mut rows = Rows::default();
    Cpu::best().quantise(&noise(48, 2), 48, 1, 48, &mut rows);
    product(Cpu::best(), &rows, &b, Then::Set, 0);
}

#[test]
#[should_panic(expected = "out.stride >= width")]
fn what_is_written_must_have_room() {
    let (_, b) = packed(32, 17, 1);
    let mut rows = Rows::default();
    Cpu::best().quantise(&noise(32, 2), 32, 1, 32, &mut rows);
    let mut out = Floats::default();
    out.reset(17);
    Cpu::best().matmul(rows.all(), &b, Out { values: &mut out, stride: 17, then: Then::Set });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn products_of_any_shape_agree(count in 0_usize..70, depth in 1_usize..9, columns in 1_usize..70, seed: u16) {
        check(count, depth * 16, columns, seed.into());
    }
}

#[test]
fn there_is_a_plain_processor_and_a_best_one() {
    let all = Cpu::all();
    assert_eq!(all.first().unwrap().name(), "portable");
    assert_eq!(*all.last().unwrap(), Cpu::best());
}
