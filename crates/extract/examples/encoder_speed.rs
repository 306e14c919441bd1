//! The encoder's share of `benches/encoder.py`: runs windows when asked to and tells the processor time they took.
//!
//! `encoder_speed ENCODER.onnx VOCABULARY TEXT [INSTRUCTIONS]` first prints the window that it reads, a list of numbers a line: the
//! pieces, and the three features; then the instructions it uses, which are the fastest unless others are named. Then each line of
//! standard input is an order, answered with a line:
//!
//! - `ours N`, `rten N`: reads the window `N` times; processor seconds taken.
//! - `peak`: 10⁹ multiplications and additions of bytes a second that the core makes out of registers.
//! - `operations`: those of one window.

#![expect(clippy::unwrap_used, reason = "an example may stop where it fails")]

use std::io::BufRead;
use std::sync::Arc;

use nix::sys::resource::{UsageWho, getrusage};
use onrecord_encoder::{Encoder, File, Pieces, Scratch};
use onrecord_extract::wordpiece::WordPiece;
use onrecord_kernels::Cpu;
use rten::{RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::NdTensor;

/// Word pieces in a window.
const WINDOW: usize = 256;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, encoder, vocabulary, text, instructions @ ..] = arguments.as_slice() else {
        panic!("encoder_speed ENCODER.onnx VOCABULARY TEXT [INSTRUCTIONS]");
    };
    let cpu = instructions.first().map_or(Cpu::best(), |name| {
        let named = Cpu::all().into_iter().find(|cpu| cpu.name() == name);
        named.unwrap_or_else(|| panic!("{name}? This processor has {:?}", Cpu::all()))
    });
    let bytes = std::fs::read(encoder).unwrap();
    let ids = window(&std::fs::read_to_string(vocabulary).unwrap(), &std::fs::read_to_string(text).unwrap());
    let features = [vec![1_u8; ids.len()], vec![1; ids.len()], vec![1; ids.len()]];
    println!("{ids:?}");
    features.iter().for_each(|feature| println!("{feature:?}"));
    println!("{cpu:?}");

    let file = File::read(&bytes).unwrap();
    let ours = Encoder::load_for(cpu, &file, &["quoted", "shape", "start"]).unwrap();
    let mut scratch = Scratch::default();
    let views = features.each_ref().map(Vec::as_slice);
    let other = Rten::new(bytes.clone(), &ids, &features);
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (order, count) = line.split_once(' ').unwrap_or((&line, "1"));
        let count: u64 = count.parse().unwrap();
        let begin = processor_seconds();
        let spent = || processor_seconds() - begin;
        match order {
            "ours" => {
                for _ in 0..count {
                    ours.run(Pieces { ids: &ids, features: &views }, &mut scratch).unwrap();
                }
                println!("{}", spent());
            }
            "rten" => {
                (0..count).for_each(|_| other.run());
                println!("{}", spent());
            }
            "peak" => {
                let operations = cpu.peak(500_000);
                println!("{}", operations as f64 / spent() / 1e9);
            }
            "operations" => println!("{}", ours.operations(ids.len())),
            _ => panic!("no such order: {order}"),
        }
    }
}

/// The first pieces of a text, between `[CLS]` and `[SEP]`.
fn window(vocabulary: &str, text: &str) -> Vec<u32> {
    let number = |piece: &str| vocabulary.lines().position(|line| line == piece).unwrap() as u32;
    let pieces = WordPiece::new(vocabulary).unwrap();
    let mut ids = vec![number("[CLS]")];
    for word in text.split_whitespace().cycle() {
        pieces.encode(word, &mut ids);
        if ids.len() >= WINDOW {
            break;
        }
    }
    ids.truncate(WINDOW - 1);
    ids.push(number("[SEP]"));
    ids
}

/// The same window through another runtime.
struct Rten {
    model: rten::Model,
    lists: [(&'static str, Vec<i32>); 6],
    pool: Arc<ThreadPool>,
}

impl Rten {
    fn new(bytes: Vec<u8>, ids: &[u32], features: &[Vec<u8>; 3]) -> Self {
        let model = rten::ModelOptions::with_all_ops().prepack_weights(true).load(bytes).unwrap();
        let places: Vec<i32> = (0..ids.len() as i32).collect();
        let [quoted, shape, start] = features.each_ref().map(|f| f.iter().map(|&v| v.into()).collect());
        let ids = ids.iter().map(|&id| id as i32).collect();
        let lists = [
            ("ids", ids),
            ("places", places.clone()),
            ("quoted", quoted),
            ("shape", shape),
            ("start", start),
            ("at", places),
        ];
        Self { model, lists, pool: Arc::new(ThreadPool::with_num_threads(1)) }
    }

    fn run(&self) {
        let tensor =
            |list: &Vec<i32>| ValueOrView::from(Value::from(NdTensor::from_data([list.len()], list.clone())));
        let inputs = (self.lists.iter())
            .map(|(name, list)| (self.model.node_id(name).unwrap(), tensor(list)))
            .collect::<Vec<_>>();
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.pool)));
        let output = self.model.node_id("tags").unwrap();
        self.model.run_n::<1>(inputs, [output], Some(options)).unwrap();
    }
}

/// The processor time of this process so far.
fn processor_seconds() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_SELF).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}
