//! Turns texts with coreference into what the trainer reads, with the very words and features of the shipped reader.
//!
//! `prepare_mentions IN.jsonl OUT.jsonl VOCABULARY`, where IN has a text a line:
//! `{"doc","text","mentions":[[start,end,cluster],…]}` in characters. OUT has `pieces`, `shape`, `quoted`, `paragraph` as
//! `prepare_training` writes them, `mentions` (`[first word, last word]`), and `choices`: for each mention that may point to
//! an earlier one `{"of","to":[…],"right":[…],"seen":[[…],…]}`. Where the line has `"among"` (indices of mentions),
//! only `"of"` is a choice, and only those are its candidates, wherever they stand.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use onrecord_base::{OffsetIndex, Text, quotation};
use onrecord_extract::wordpiece::WordPiece;
use onrecord_extract::words::words;
use sight::{MentionKind, Sight, words_of};

mod sight;

#[derive(serde::Deserialize)]
struct Annotated {
    doc: String,
    text: String,
    mentions: Vec<(u32, u32, i64)>,
    of: Option<usize>,
    among: Option<Vec<usize>>,
}

/// Candidates further back than this many mentions or words are not offered.
const MENTIONS: usize = 40;
const WORDS: usize = 300;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [from, to, vocabulary] = arguments.as_slice() else {
        return Err("usage: prepare_mentions IN.jsonl OUT.jsonl VOCABULARY".into());
    };
    let pieces = WordPiece::new(&std::fs::read_to_string(vocabulary)?)
        .ok_or("the vocabulary lacks [UNK], [CLS] or [SEP]")?;
    let mut out = BufWriter::new(File::create(to)?);
    let (mut texts, mut choices) = (0, 0);
    for line in BufReader::new(File::open(from)?).lines() {
        let given: Annotated = serde_json::from_str(&line?)?;
        let text = Text::new(given.text.as_str())?;
        let paragraphs = onrecord_ingest::paragraphs(&text);
        let words = words(&text, &paragraphs, &quotation::pair(&text, &paragraphs));
        let sight = Sight::new(&text, &words);
        let index = OffsetIndex::new(&text);
        let mut mentions = Vec::new();
        let mut place = vec![None; given.mentions.len()];
        let mut order: Vec<usize> = (0..given.mentions.len()).collect();
        order.sort_by_key(|&i| (given.mentions[i].0, given.mentions[i].1));
        for i in order {
            let (start, end, cluster) = given.mentions[i];
            let span = index.from_char(start, end).ok_or("a mention lies outside its text")?;
            if let Some(range) = words_of(&words, span.start(), span.end()) {
                place[i] = Some(mentions.len());
                mentions.push((range, cluster));
            }
        }
        let mut list = Vec::new();
        let mut choice = |of: usize, among: Vec<usize>| {
            let right: Vec<usize> =
                among.iter().copied().filter(|&to| mentions[to].1 == mentions[of].1).collect();
            let seen: Vec<_> =
                among.iter().map(|&to| sight.features(&mentions[of].0, &mentions[to].0)).collect();
            list.push(serde_json::json!({"of": of, "to": among, "right": right, "seen": seen}));
        };
        match (given.of, given.among) {
            (Some(of), Some(among)) => {
                let among: Vec<usize> = among.into_iter().filter_map(|i| place[i]).collect();
                if let Some(of) = place[of] {
                    choice(of, among);
                }
            }
            _ => {
                for of in 0..mentions.len() {
                    let at = *mentions[of].0.start();
                    let near = |&to: &usize| {
                        let m = &mentions[to].0;
                        m.end() < &at && at - m.start() <= WORDS
                    };
                    let among: Vec<usize> = (0..of).rev().filter(near).take(MENTIONS).collect();
                    let generic = matches!(
                        sight.kind(&mentions[of].0),
                        MentionKind::You | MentionKind::I | MentionKind::We
                    );
                    if !among.is_empty() && !generic {
                        choice(of, among);
                    }
                }
            }
        }
        texts += 1;
        choices += list.len();
        let ids = |i: usize| {
            let mut ids = Vec::new();
            pieces.encode(text.slice(words[i].span), &mut ids);
            ids
        };
        let line = serde_json::json!({
            "doc": given.doc,
            "pieces": (0..words.len()).map(ids).collect::<Vec<_>>(),
            "shape": words.iter().map(|w| w.shape as u8).collect::<Vec<_>>(),
            "quoted": words.iter().map(|w| w.quoted as u8).collect::<Vec<_>>(),
            "paragraph": words.iter().map(|w| w.paragraph).collect::<Vec<_>>(),
            "mentions": mentions.iter().map(|(r, _)| [*r.start(), *r.end()]).collect::<Vec<_>>(),
            "choices": list,
        });
        writeln!(out, "{line}")?;
    }
    println!("{texts} texts, {choices} choices → {}", to.display());
    Ok(())
}
