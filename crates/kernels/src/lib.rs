//! The arithmetic of the encoder, as fast as the processor allows: products of 8-bit matrices and what stands between them.
//!
//! Every operation is a method of [`Cpu`], which knows the instructions of the processor it runs on. Activations are
//! [`Rows`]: unsigned bytes with a scale and a zero point for each row. Weights are [`Packed`]: signed bytes of at most 7 bits
//! with a scale for each column. A product of two such bytes never exceeds what `vpmaddubsw` holds in a pair, so the sums are
//! exact on every processor and equal on all.
//!
//! This is the only crate of the workspace with `unsafe`: instructions that the compiler must be told the processor has or does
//! not know, one question to Linux, and reads through pointers in the innermost loops. The shapes are checked before.

#![expect(clippy::needless_range_loop, reason = "an index that walks several arrays at once says so best")]

mod aligned;
mod columns;
mod cpu;
mod dot;
mod embed;
mod gelu;
mod matmul;
mod norm;
mod pack;
mod packed;
mod peak;
mod quantise;
mod rows;
mod simd;
mod softmax;
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
mod tiles;

pub use aligned::{Aligned, Floats};
pub use cpu::Cpu;
pub use matmul::{Out, Then};
pub use packed::Packed;
pub use rows::{Rows, RowsRef};
