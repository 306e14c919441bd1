//! The encoder's share of `benches/encoder.py`: runs windows when asked to and tells the processor time they took.
//!
//! `encoder_speed ENCODER.onnx VOCABULARY TEXT [INSTRUCTIONS]` first prints the window that it reads, a list of numbers a line: the
//! pieces, the three features, and where each word begins; then the instructions it uses, which are the fastest unless others are named. Then each line of
//! standard input is an order, answered with a line:
//!
//! - `ours N`, `rten N`: reads the window `N` times, every layer for every piece; processor seconds taken.
//! - `tags N`: tags its words `N` times as the program does, of which those that are sure are done early (early.onnx beside the encoder).
//! - `peak`: 10⁹ multiplications and additions of bytes a second that the core makes out of registers.
//! - `operations`: those of one window.

#![expect(clippy::unwrap_used, reason = "an example may stop where it fails")]

use std::io::BufRead;
use std::sync::Arc;

use nix::sys::resource::{UsageWho, getrusage};
use onrecord_base::{Text, quotation};
use onrecord_encoder::{File, Pieces, Scratch, Tagging};
use onrecord_extract::wordpiece::WordPiece;
use onrecord_extract::words::words;
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
    let Window { ids, features, at } =
        window(&std::fs::read_to_string(vocabulary).unwrap(), std::fs::read_to_string(text).unwrap());
    println!("{ids:?}");
    features.iter().for_each(|feature| println!("{feature:?}"));
    println!("{at:?}");
    println!("{cpu:?}");

    let early = std::fs::read(std::path::Path::new(encoder).with_file_name("early.onnx")).unwrap_or_default();
    let file = File::read(&bytes).unwrap().with_all(File::read(&early).unwrap());
    let tagging = Tagging::load_for(cpu, &file, &["quoted", "shape", "start"]).unwrap();
    let ours = tagging.encoder();
    let mut scratch = Scratch::default();
    let views = features.each_ref().map(Vec::as_slice);
    let pieces = Pieces { ids: &ids, features: &views };
    let other = Rten::new(bytes.clone(), &ids, &features, &at);
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (order, count) = line.split_once(' ').unwrap_or((&line, "1"));
        let count: u64 = count.parse().unwrap();
        let begin = processor_seconds();
        let spent = || processor_seconds() - begin;
        match order {
            "ours" => {
                for _ in 0..count {
                    ours.run(pieces, &mut scratch).unwrap();
                }
                println!("{}", spent());
            }
            "tags" => {
                for _ in 0..count {
                    tagging.run(pieces, &at, &mut scratch, |_, _| ()).unwrap();
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

/// What is read: an element for each piece, and where each word begins.
struct Window {
    ids: Vec<u32>,
    features: [Vec<u8>; 3],
    at: Vec<usize>,
}

/// The first words of a text (of a short one again and again), between `[CLS]` and `[SEP]`, with what the program knows of each. The last may be cut.
fn window(vocabulary: &str, text: String) -> Window {
    let number = |piece: &str| vocabulary.lines().position(|line| line == piece).unwrap() as u32;
    let pieces = WordPiece::new(vocabulary).unwrap();
    let text = Text::new(text).unwrap();
    let paragraphs = [text.whole()];
    let words = words(&text, &paragraphs, &quotation::pair(&text, &paragraphs));
    let (mut ids, mut at) = (vec![number("[CLS]")], Vec::new());
    let mut features = [vec![0], vec![0], vec![0]];
    for word in words.iter().cycle() {
        if ids.len() >= WINDOW - 1 {
            break;
        }
        at.push(ids.len());
        pieces.encode(text.slice(word.span), &mut ids);
        ids.truncate(WINDOW - 1);
        let seen = [1 + word.quoted as u8, word.shape as u8, 1 + u8::from(at.len() == 1)];
        features.iter_mut().zip(seen).for_each(|(list, value)| list.resize(ids.len(), value));
    }
    ids.push(number("[SEP]"));
    features.iter_mut().for_each(|list| list.push(0));
    Window { ids, features, at }
}

/// The same window through another runtime.
struct Rten {
    model: rten::Model,
    lists: [(&'static str, Vec<i32>); 6],
    pool: Arc<ThreadPool>,
}

impl Rten {
    fn new(bytes: Vec<u8>, ids: &[u32], features: &[Vec<u8>; 3], at: &[usize]) -> Self {
        let model = rten::ModelOptions::with_all_ops().prepack_weights(true).load(bytes).unwrap();
        let places: Vec<i32> = (0..ids.len() as i32).collect();
        let [quoted, shape, start] = features.each_ref().map(|f| f.iter().map(|&v| v.into()).collect());
        let ids = ids.iter().map(|&id| id as i32).collect();
        let lists = [
            ("ids", ids),
            ("places", places),
            ("quoted", quoted),
            ("shape", shape),
            ("start", start),
            ("at", at.iter().map(|&at| at as i32).collect()),
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
