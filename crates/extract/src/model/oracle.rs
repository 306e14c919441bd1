//! The encoder against another runtime (rten) over the sample pages: the same file, the same windows.

use std::path::Path;

use rten::{Value, ValueOrView};
use rten_tensor::{AsView, NdTensor};

use super::*;
use crate::windows::windows;
use crate::words::words;
use onrecord_base::quotation;
use onrecord_encoder::{Head, Scratch};

/// A word whose two likeliest tags are nearer than this, in logarithm of probability, may get either.
const TIE: f32 = 2.5;

struct Oracle {
    model: rten::Model,
    /// The last layer's vectors, before the tags.
    states: String,
}

impl Oracle {
    fn new() -> Self {
        let model = rten::ModelOptions::with_all_ops()
            .load_static_slice(include_bytes!("../../../../models/standard/encoder.onnx"))
            .unwrap();
        let name = |i: usize| format!("LayerNormalization.{i}.0");
        let states = (0..1000).rev().map(name).find(|name| model.node_id(name).is_ok()).unwrap();
        Self { model, states }
    }

    /// The vectors of the pieces and the scores of the words.
    fn run(&self, given: &Given) -> (Vec<f32>, Vec<f32>) {
        let tensor = |list: Vec<i32>| ValueOrView::from(Value::from(NdTensor::from_data([list.len()], list)));
        let [quoted, shape, start] = given.features.each_ref().map(|f| f.iter().map(|&v| v.into()).collect());
        let inputs = [
            ("ids", given.ids.iter().map(|&id| id as i32).collect()),
            ("places", (0..given.ids.len() as i32).collect()),
            ("quoted", quoted),
            ("shape", shape),
            ("start", start),
            ("at", given.at.iter().map(|&at| at as i32).collect()),
        ];
        let node = |name: &str| self.model.node_id(name).unwrap();
        let inputs = inputs.map(|(name, list): (_, Vec<i32>)| (node(name), tensor(list)));
        let outputs = [node(&self.states), node("tags")];
        let [states, tags] = self.model.run_n(inputs.into(), outputs, None).unwrap();
        let [states, tags]: [NdTensor<f32, 2>; 2] = [states, tags].map(|value| value.try_into().unwrap());
        (states.to_vec(), tags.to_vec())
    }
}

/// The samples' texts, those in HTML without what stands in pointed brackets: near enough to what is read of them.
fn samples() -> Vec<(String, Text)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut pages: Vec<(String, Text)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt" || end == "html"))
        .map(|path| {
            let page = std::fs::read_to_string(&path).unwrap();
            let mut inside = false;
            let outside = |&c: &char| {
                let was = inside;
                inside = c == '<' || inside && c != '>';
                !inside && !was
            };
            let text = if path.extension().is_some_and(|end| end == "html") {
                page.chars().filter(outside).collect()
            } else {
                page
            };
            (path.display().to_string(), Text::new(text).unwrap())
        })
        .collect();
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    pages
}

/// The windows of a text.
fn given(model: &Model, text: &Text) -> Vec<Given> {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        paragraphs.push(text.span(at, at + line.len()).unwrap());
        at += line.len();
    }
    let words = words(text, &paragraphs, &quotation::pair(text, &paragraphs));
    let (mut ids, mut begins) = (Vec::new(), vec![0]);
    for word in &words {
        model.pieces.encode(text.slice(word.span), &mut ids);
        begins.push(ids.len());
    }
    let lengths: Vec<usize> = begins.windows(2).map(|pair| pair[1] - pair[0]).collect();
    (windows(&words, &lengths, model.room()).into_iter())
        .map(|range| model.given(&words, &lengths, &ids[begins[range.start]..begins[range.end]], range))
        .collect()
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

fn likeliest(scores: &[f32]) -> usize {
    (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap()
}

#[test]
fn vectors_and_tags_of_the_samples_are_the_oracles() {
    let (model, oracle) = (Model::embedded(Shipped::Standard).unwrap(), Oracle::new());
    let width = model.width();
    let tags = Head::load(&Shipped::Standard.encoder().unwrap(), "tag", width).unwrap();
    let mut scratch = Scratch::default();
    let mut other_if_settled = 0;
    let (mut pieces, mut words, mut ties, mut similarity, mut farthest) = (0, 0, 0, 0.0, 0_f32);
    for (name, text) in samples() {
        for given in given(&model, &text) {
            let (their_states, their_tags) = oracle.run(&given);
            let features = given.features.each_ref().map(Vec::as_slice);
            let given_pieces = Pieces { ids: &given.ids, features: &features };
            let settled = model.tagging.run(given_pieces, &given.at, &mut scratch, |_, _| ()).unwrap();
            let states = model.tagging.encoder().run(given_pieces, &mut scratch).unwrap();
            for (ours, theirs) in states.chunks(width).zip(their_states.chunks(width)) {
                let near = cosine(ours, theirs);
                assert!(near > 0.8, "{name}: {near}");
                similarity += f64::from(near);
                pieces += 1;
            }
            let words_of_page = given.at.iter().zip(their_tags.chunks(TAGS)).zip(settled.chunks(TAGS));
            for ((&at, theirs), settled) in words_of_page {
                let mut ours = [0.0; TAGS];
                tags.log_probabilities(&states[at * width..][..width], &mut ours);
                let (our, their) = (likeliest(&ours), likeliest(theirs));
                let lead = (ours[our] - ours[their]).max(theirs[their] - theirs[our]);
                assert!(lead <= TIE, "{name}: tags {our} and {their} differ by {lead}: {ours:?} {theirs:?}");
                words += 1;
                farthest = farthest.max(lead);
                ties += usize::from(our != their);
                other_if_settled += usize::from(our != likeliest(settled));
            }
        }
    }
    println!("{pieces} pieces, mean cosine {}", similarity / pieces as f64);
    println!("{ties} of {words} words another tag, led by {farthest} at most");
    println!("{other_if_settled} of them another if words may settle");
    assert!(similarity / pieces as f64 > 0.99);
    // The oracle quantises all pieces over one range, ours each over its own; it is itself as far from unquantised numbers.
    assert!(ties * 60 <= words);
    assert!(other_if_settled * 60 <= words);
}
