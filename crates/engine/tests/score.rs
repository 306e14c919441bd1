//! The figures for a small annotated folder are the published ones: what the metric's reference tool prints for it.
//!
//! The folder holds wrong predictions of every kind: partial, missing, spurious, doubled, split and joined contents,
//! shared and absent sources, odd offsets, marks of many languages, characters outside the basic plane.

use std::fs;
use std::path::{Path, PathBuf};

use onrecord_engine::score::{Gold, Predictions, gold, predictions, score};

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score_corpus").join(name)
}

fn read() -> (Gold, Predictions) {
    let gold = gold::read(&corpus("")).expect("the corpus is annotated");
    let predictions =
        predictions::read(&corpus("predictions.jsonl")).expect("the predictions are well formed");
    (gold, predictions)
}

#[test]
fn figures_are_those_of_the_reference() {
    let (gold, predictions) = read();
    let scores = score(&gold, &predictions);
    assert_eq!(scores.to_string(), fs::read_to_string(corpus("expected.txt")).unwrap());
    assert_eq!(scores.to_json(), fs::read_to_string(corpus("expected.json")).unwrap());
}

#[test]
fn gold_against_itself_is_perfect() {
    let (gold, mut predictions) = read();
    predictions.clear();
    for (article, (_, attributions)) in &gold.articles {
        predictions.entry(article.clone()).or_default().attributions = attributions.clone();
    }
    let scores = score(&gold, &predictions);
    for (name, figure) in &scores.figures {
        assert_eq!((figure.precision, figure.recall, figure.f1), (1.0, 1.0, 1.0), "{name}");
    }
    assert_eq!(scores.links.ok, scores.links.of);
}

#[test]
fn nothing_predicted_scores_nothing() {
    let (gold, _) = read();
    let scores = score(&gold, &Predictions::new());
    assert!(
        scores.figures.values().all(|figure| figure.f1 == 0.0 && figure.predicted == 0 && figure.gold > 0)
    );
}

#[test]
fn a_flat_folder_is_read_alike() {
    let flat = std::env::temp_dir().join(format!("onrecord-flat-{}", std::process::id()));
    fs::create_dir_all(&flat).unwrap();
    for part in ["text", "attributions"] {
        for entry in fs::read_dir(corpus(part)).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, flat.join(path.file_name().unwrap())).unwrap();
        }
    }
    fs::write(flat.join("notes.md"), "no article").unwrap();
    fs::write(flat.join("raw.txt"), "not annotated").unwrap();
    let gold = gold::read(&flat).unwrap();
    fs::remove_dir_all(&flat).unwrap();
    assert_eq!(gold.articles, read().0.articles);
    assert_eq!(gold.unannotated, ["raw"]);
}

#[test]
fn predictions_on_another_text_are_refused() {
    let (gold, mut predictions) = read();
    predictions::check(&predictions, &gold).unwrap();
    predictions.entry("river-levels".to_owned()).or_default().text = Some("River levels".to_owned());
    let error = predictions::check(&predictions, &gold).unwrap_err().to_string();
    assert!(error.contains("river-levels"), "{error}");
}
