//! The engine's share of `training/rounded.py`: tags windows with a shipped encoder.
//!
//! `tag_windows ENCODER.onnx` reads a window a line from standard input, `{"ids": [..], "features": [[..], ..], "at": [..]}`, and
//! prints for each the likeliest tag of every piece that `at` names, as a list of numbers.

#![expect(clippy::unwrap_used, reason = "an example may stop where it fails")]

use std::io::BufRead;

use onrecord_encoder::{Encoder, File, Head, Pieces, Scratch};

const FEATURES: [&str; 3] = ["quoted", "shape", "start"];

#[derive(serde::Deserialize)]
struct Window {
    ids: Vec<u32>,
    features: [Vec<u8>; 3],
    at: Vec<usize>,
}

fn main() {
    let path = std::env::args().nth(1).expect("tag_windows ENCODER.onnx");
    let bytes = std::fs::read(path).unwrap();
    let file = File::read(&bytes).unwrap();
    let encoder = Encoder::load(&file, &FEATURES).unwrap();
    let head = Head::load(&file, "tag", encoder.width()).unwrap();
    let mut scratch = Scratch::default();
    for line in std::io::stdin().lock().lines() {
        let window: Window = serde_json::from_str(&line.unwrap()).unwrap();
        let features = window.features.each_ref().map(Vec::as_slice);
        let states = encoder.run(Pieces { ids: &window.ids, features: &features }, &mut scratch).unwrap();
        let mut scores = vec![0.0; head.classes()];
        let likeliest = |&at: &usize| {
            head.log_probabilities(&states[at * encoder.width()..][..encoder.width()], &mut scores);
            (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap()
        };
        println!("{:?}", window.at.iter().map(likeliest).collect::<Vec<usize>>());
    }
}
