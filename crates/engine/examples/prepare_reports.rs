//! Turns short texts with marked stretches into what the trainer reads, with the very words and features of the shipped reader.
//!
//! `prepare_reports TEXTS.jsonl OUT.words.jsonl VOCABULARY` reads a text a line, `{"doc","text","tags":[[start,end,tag]…]}` in characters, and
//! writes it as `prepare_training` does an article; the tag of a word is that of the last stretch that it is in, else 0.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use onrecord_base::{OffsetIndex, Text, quotation};
use onrecord_extract::wordpiece::WordPiece;
use onrecord_extract::words::words;

use as_json::as_json;

#[path = "common/as_json.rs"]
mod as_json;

#[derive(serde::Deserialize)]
struct Tagged {
    doc: String,
    text: String,
    tags: Vec<(u32, u32, u8)>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [texts, out, vocabulary] = arguments.as_slice() else {
        return Err("usage: prepare_reports TEXTS.jsonl OUT.words.jsonl VOCABULARY".into());
    };
    let pieces = WordPiece::new(&std::fs::read_to_string(vocabulary)?)
        .ok_or("the vocabulary lacks [UNK], [CLS] or [SEP]")?;
    let mut out = BufWriter::new(File::create(out)?);
    for line in BufReader::new(File::open(texts)?).lines() {
        let Tagged { doc, text, tags: stretches } = serde_json::from_str(&line?)?;
        let text = Text::new(text)?;
        let paragraphs = onrecord_ingest::paragraphs(&text);
        let words = words(&text, &paragraphs, &quotation::pair(&text, &paragraphs));
        let mut tags = vec![0; words.len()];
        let index = OffsetIndex::new(&text);
        for (start, end, tag) in stretches {
            let span = index.from_char(start, end).ok_or("a stretch ends beyond its text")?;
            for (own, word) in tags.iter_mut().zip(&words) {
                if word.span.start() < span.end() && span.start() < word.span.end() {
                    *own = tag;
                }
            }
        }
        writeln!(out, "{}", as_json(&doc, &text, &words, &tags, &pieces))?;
    }
    Ok(())
}
