//! Attention: each piece looks at all others, in several heads side by side (Vaswani et al. 2017).

use onrecord_kernels::{Cpu, Floats, Out, Packed, Rows, Then};

use super::embedding::STEP;
use super::layer::weights;
use super::onnx::{File, FileError, unfit};

/// Queries that look at all keys together: their logits then stay in the nearest cache.
const STRETCH: usize = 32;

pub(super) struct Attention<'f> {
    /// For each head the queries', keys' and values' weights side by side.
    heads: Vec<Packed<'f>>,
    /// Of the same the keys' and values' alone: for pieces that are only looked at.
    looked_at: Vec<Packed<'f>>,
    /// The numbers of a query, key or value.
    size: usize,
}

/// What attention writes to on its way.
#[derive(Default)]
pub(super) struct AttentionScratch {
    /// Queries, keys and values of one head.
    head: Floats,
    queries: Rows,
    keys: Packed<'static>,
    values: Packed<'static>,
    logits: Floats,
    weights: Rows,
    /// What all heads saw.
    seen: Floats,
    seen_rows: Rows,
}

impl<'f> Attention<'f> {
    /// Reads the joint weights of all queries, then all keys, then all values, in each the heads one after the other.
    pub(super) fn load(file: &File<'f>, name: &str, width: usize) -> Result<Self, FileError> {
        let shape = file.longs("heads", &[4])?;
        let number =
            |at: usize| usize::try_from(shape[at]).ok().filter(|&number| (1..=width).contains(&number));
        let (Some(heads), Some(size)) = (number(2), number(3)) else {
            return Err(unfit("heads", "a number and a size of heads"));
        };
        if !size.is_multiple_of(STEP) {
            return Err(unfit("heads", "a multiple of 16 wide each"));
        }
        // All heads together may be narrower than the vectors: a small encoder has the strongest of a larger one's.
        let all = heads * size;
        let columns = 3 * all;
        if file.has(&format!("{name}.0.blocks")) {
            let head = |head| {
                let name = format!("{name}.{head}");
                file.matrix(&name, (width, 3 * size))?.ok_or(FileError::Missing(name))
            };
            return Ok(Self::of((0..heads).map(head).collect::<Result<_, _>>()?, size));
        }
        let (bytes, scale, bias) = weights(file, name, (width, columns))?;
        let root = (size as f32).sqrt().recip();
        let head = |head: usize| {
            let parts = [0, 1, 2].map(|part| part * all + head * size);
            let mut own = Vec::with_capacity(width * 3 * size);
            for row in bytes.chunks_exact(columns) {
                parts.iter().for_each(|&at| own.extend_from_slice(&row[at..][..size]));
            }
            // Queries carry the root that logits are divided by.
            let numbers = |all: &[f32]| -> Vec<f32> {
                let query = all[parts[0]..][..size].iter().map(|number| number * root);
                query.chain(parts[1..].iter().flat_map(|&at| all[at..][..size].iter().copied())).collect()
            };
            Packed::new(width, 3 * size, &own, &numbers(&scale), &numbers(&bias))
        };
        Ok(Self::of((0..heads).map(head).collect(), size))
    }

    fn of(heads: Vec<Packed<'f>>, size: usize) -> Self {
        let looked_at = heads.iter().map(|head| head.some_columns(size..3 * size)).collect();
        Self { heads, looked_at, size }
    }

    /// What all heads give together, numbers for each piece.
    pub(super) fn width(&self) -> usize {
        self.heads.len() * self.size
    }

    /// Its matrices, one a head, with their names.
    pub(super) fn matrices(&self, name: &str, each: &mut impl FnMut(&str, &Packed<'f>)) {
        for (number, head) in self.heads.iter().enumerate() {
            each(&format!("{name}.{number}"), head);
        }
    }

    /// How many weights it multiplies by.
    pub(super) fn weights(&self) -> usize {
        self.heads.iter().map(|packed| packed.depth() * packed.columns()).sum()
    }

    /// What each of `rows` sees of all of its text, quantised. `lengths` are the texts', one after the other; to each belong the `settled`
    /// pieces, too, which look at nothing.
    pub(super) fn run<'s>(
        &self,
        cpu: Cpu,
        rows: &Rows,
        settled: &Rows,
        lengths: &[usize],
        scratch: &'s mut AttentionScratch,
    ) -> &'s Rows {
        let AttentionScratch { head, queries, keys, values, logits, weights, seen, seen_rows } = scratch;
        let size = self.size;
        let width = self.width();
        let stride = 3 * size;
        head.reset((rows.len() + settled.len()) * stride);
        seen.reset(rows.len() * width);
        for (at, packed) in self.heads.iter().enumerate() {
            cpu.matmul(rows.all(), packed, Out { values: head, stride, then: Then::Set });
            if !settled.is_empty() {
                let out = Out { values: &mut head[rows.len() * stride + size..], stride, then: Then::Set };
                cpu.matmul(settled.all(), &self.looked_at[at], out);
            }
            let mut first = 0;
            for &count in lengths.iter().filter(|&&count| count > 0) {
                let own = &head[first * stride..];
                cpu.quantise_centred(own, stride, count, size, queries);
                let all = count + settled.len();
                cpu.pack_keys(&own[size..], stride, all, size, keys);
                cpu.pack_values(&own[2 * size..], stride, all, size, values);
                for begin in (0..count).step_by(STRETCH) {
                    let end = count.min(begin + STRETCH);
                    logits.reset((end - begin) * keys.width());
                    let queries = queries.slice(begin..end);
                    let out = Out { values: logits, stride: keys.width(), then: Then::Unscaled };
                    cpu.matmul(queries, keys, out);
                    cpu.softmax(queries, logits, keys.width(), all, weights);
                    let place = (first + begin) * width + at * size;
                    let out = Out { values: &mut seen[place..], stride: width, then: Then::Set };
                    cpu.matmul(weights.all(), values, out);
                }
                first += count;
            }
        }
        cpu.quantise(seen, width, rows.len(), width, seen_rows);
        seen_rows
    }
}
