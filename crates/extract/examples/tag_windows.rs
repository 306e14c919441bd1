//! The engine's share of `training/rounded.py`: tags windows with a shipped encoder.
//!
//! `tag_windows ENCODER.onnx`, beside which early.onnx may have what settles words, reads a window a line from standard input, `{"ids": [..], "features": [[..], ..], "at": [..]}`, and
//! prints for each the likeliest tag of every piece that `at` names, as a list of numbers.

#![expect(clippy::unwrap_used, reason = "an example may stop where it fails")]

use std::io::BufRead;

use onrecord_encoder::{File, Pieces, Scratch, Tagging};

const FEATURES: [&str; 3] = ["quoted", "shape", "start"];

#[derive(serde::Deserialize)]
struct Window {
    ids: Vec<u32>,
    features: [Vec<u8>; 3],
    at: Vec<usize>,
}

fn main() {
    let path = std::env::args().nth(1).expect("tag_windows ENCODER.onnx");
    let bytes = std::fs::read(&path).unwrap();
    let early = std::fs::read(std::path::Path::new(&path).with_file_name("early.onnx")).unwrap_or_default();
    let file = File::read(&bytes).unwrap().with_all(File::read(&early).unwrap());
    let tagging = Tagging::load(&file, &FEATURES).unwrap();
    let mut scratch = Scratch::default();
    for line in std::io::stdin().lock().lines() {
        let window: Window = serde_json::from_str(&line.unwrap()).unwrap();
        let features = window.features.each_ref().map(Vec::as_slice);
        let pieces = Pieces { ids: &window.ids, features: &features };
        let scores = tagging.run(pieces, &window.at, &mut scratch, |_, _| ()).unwrap();
        let likeliest =
            |scores: &[f32]| (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap();
        println!("{:?}", scores.chunks_exact(tagging.classes()).map(likeliest).collect::<Vec<usize>>());
    }
}
