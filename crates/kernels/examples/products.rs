//! How fast the products of the encoder's shapes are, beside what the core could do out of registers.
//! Times are the least of many: `cargo run --release -p onrecord-kernels --example products`.

use std::time::Instant;

use onrecord_kernels::{Cpu, Out, Packed, Rows, Then};

/// Rows, depth and columns of the products in a six-layer encoder 384 wide, over 256 word pieces.
const SHAPES: [(&str, usize, usize, usize); 5] = [
    ("queries, keys, values of a head", 256, 384, 96),
    ("attention's output", 256, 384, 384),
    ("feed-forward, up", 64, 384, 1536),
    ("feed-forward, down", 64, 1536, 384),
    ("weights by values", 8, 256, 32),
];

fn main() {
    for cpu in Cpu::all().into_iter().rev() {
        let rounds = 20_000;
        let peak = fastest(|| assert!(cpu.peak(rounds) < u64::MAX)).recip() * cpu.peak(rounds) as f64 / 1e9;
        println!("{cpu:?}: {peak:.0} GOPS out of registers");
        for (name, rows, depth, columns) in SHAPES {
            let integers: Vec<u8> = (0..depth * columns).map(|i| (i * 7 % 127) as u8 ^ 0xc0).collect();
            let b = Packed::new(depth, columns, &integers, &vec![0.01; columns], &vec![0.5; columns]);
            let values: Vec<f32> = (0..rows * depth).map(|i| (i % 97) as f32 - 40.0).collect();
            let mut a = Rows::default();
            cpu.quantise(&values, depth, rows, depth, &mut a);
            let mut out = vec![0.0; rows * b.width()];
            let stride = b.width();
            let seconds =
                fastest(|| cpu.matmul(a.all(), &b, Out { values: &mut out, stride, then: Then::Set }));
            let speed = 2.0 * (rows * depth * columns) as f64 / seconds / 1e9;
            println!(
                "  {name:32} {rows} × {depth} × {columns}: {speed:6.1} GOPS, {:.0} %",
                100.0 * speed / peak
            );
        }
        let mut rows = Rows::default();
        let noise =
            |count: usize| (0..count).map(|i| (i * 37 % 101) as f32 / 20.0 - 2.5).collect::<Vec<f32>>();
        let per = |count: usize, seconds: f64| seconds * 1e9 / count as f64;
        let given = noise(64 * 1536);
        let mut values = given.clone();
        let copy = fastest(|| values.copy_from_slice(&given));
        let time = fastest(|| {
            values.copy_from_slice(&given);
            cpu.gelu(&mut values, 1536, &mut rows);
        });
        println!("  GELU and quantisation {:.3} ns a number", per(values.len(), time - copy));
        let mut of = Rows::default();
        cpu.quantise_centred(&noise(8 * 32), 32, 8, 32, &mut of);
        let keys = Packed::new(32, 256, &[63; 32 * 256], &[0.01; 256], &[0.0; 256]);
        let mut values = noise(8 * 256);
        let time = fastest(|| {
            cpu.matmul(of.all(), &keys, Out { values: &mut values, stride: 256, then: Then::Unscaled })
        });
        println!("  queries by keys, {:.1} GOPS", 2.0 * 8.0 * 32.0 * 256.0 / time / 1e9);
        let time = fastest(|| cpu.softmax(of.all(), &mut values, 256, 250, &mut rows));
        println!("  softmax {:.3} ns a number", per(values.len(), time));
        let mut values = noise(256 * 384);
        let (weight, bias) = (vec![1.0; 384], vec![0.0; 384]);
        let time = fastest(|| cpu.norm(&mut values, &weight, &bias, &mut rows));
        println!("  normalisation {:.3} ns a number", per(values.len(), time));
        let values = noise(256 * 96);
        let mut packed = Packed::default();
        let time = fastest(|| cpu.quantise_centred(&values, 96, 256, 32, &mut rows));
        println!("  quantised queries {:.3} ns a number", per(256 * 32, time));
        let time = fastest(|| cpu.pack_keys(&values, 96, 256, 32, &mut packed));
        println!("  packed keys {:.3} ns a number", per(256 * 32, time));
        let time = fastest(|| cpu.pack_values(&values, 96, 256, 32, &mut packed));
        println!("  packed values {:.3} ns a number", per(256 * 32, time));
    }
}

/// The least time in seconds of a call, over about a fifth of a second.
fn fastest(mut call: impl FnMut()) -> f64 {
    let begin = Instant::now();
    let mut least = f64::INFINITY;
    while begin.elapsed().as_secs_f64() < 0.2 {
        let start = Instant::now();
        // Several at once: the clock itself takes a while.
        for _ in 0..4 {
            call();
        }
        least = least.min(start.elapsed().as_secs_f64() / 4.0);
    }
    least
}
