//! Turns annotated articles into what the trainer reads, with the very words, features and pairs of the shipped reader.
//!
//! `prepare_training GOLD_DIR OUT_PREFIX VOCABULARY` writes
//! - `PREFIX.words.jsonl`: an article a line: `{"doc","pieces":[[…]],"shape":[…],"quoted":[…],"paragraph":[…],"tags":[…]}`,
//! - `PREFIX.links.N.bin` for each kind of link: a choice a record, little-endian: `u8` candidates (incl. none), `u8`
//!   bit mask of the right ones, then 8 rows of `f32` features.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use onrecord_base::{OffsetIndex, Role, Span, Text, quotation};
use onrecord_engine::score;
use onrecord_extract::decode::Fragment;
use onrecord_extract::links::{CANDIDATES, FEATURES, Link, Scene};
use onrecord_extract::wordpiece::WordPiece;
use onrecord_extract::words::{Word, words};

use as_json::as_json;

#[path = "common/as_json.rs"]
mod as_json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [gold, prefix, vocabulary] = arguments.as_slice() else {
        return Err("usage: prepare_training GOLD_DIR OUT_PREFIX VOCABULARY".into());
    };
    let pieces = WordPiece::new(&std::fs::read_to_string(vocabulary)?)
        .ok_or("the vocabulary lacks [UNK], [CLS] or [SEP]")?;
    let gold = score::gold::read(gold)?;
    let create = |end: &str| File::create(format!("{}.{end}", prefix.display())).map(BufWriter::new);
    let mut articles = create("words.jsonl")?;
    let mut links = [create("links.0.bin")?, create("links.1.bin")?, create("links.2.bin")?];
    let mut dice = Dice(20_160_912);
    for (doc, (text, roles)) in &gold.articles {
        let text = Text::new(text.as_str())?;
        let paragraphs = onrecord_ingest::paragraphs(&text);
        let words = words(&text, &paragraphs, &quotation::pair(&text, &paragraphs));
        let annotated = Annotated::new(&text, &words, roles);
        writeln!(articles, "{}", as_json(doc, &text, &words, &annotated.tags, &pieces))?;
        // Once as annotated, and once with some fragments missing, as a tagger would leave them.
        for missing in [0.0, 0.12] {
            let kept: Vec<usize> =
                (0..annotated.fragments.len()).filter(|_| dice.roll() >= missing).collect();
            write_choices(&words, &annotated, &kept, &mut links)?;
        }
    }
    println!("{} articles from {}", gold.articles.len(), Path::new(&arguments[0]).display());
    Ok(())
}

/// Gold attributions on words.
struct Annotated {
    tags: Vec<u8>,
    fragments: Vec<Fragment>,
    /// The attributions (by index) that each fragment belongs to.
    of: Vec<BTreeSet<usize>>,
}

impl Annotated {
    fn new(text: &Text, words: &[Word], gold: &[score::Roles]) -> Self {
        let index = OffsetIndex::new(text);
        let span = |&(s, e): &(i64, i64)| index.from_char(u32::try_from(s).ok()?, u32::try_from(e).ok()?);
        let mut role: Vec<Option<Role>> = vec![None; words.len()];
        let mut of: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); words.len()];
        for (number, attribution) in gold.iter().enumerate() {
            let parts = [
                (Role::Content, &attribution.content),
                (Role::Cue, &attribution.cue),
                (Role::Source, &attribution.source),
            ];
            for (part, spans) in parts {
                for span in spans.iter().filter_map(span) {
                    for i in words_in(words, span) {
                        // The first role given to a word stays; more attributions may share it in that role.
                        if *role[i].get_or_insert(part) == part {
                            of[i].insert(number);
                        }
                    }
                }
            }
        }
        let mut out = Self { tags: Vec::new(), fragments: Vec::new(), of: Vec::new() };
        for i in 0..words.len() {
            let Some(part) = role[i] else {
                out.tags.push(0);
                continue;
            };
            let continues = i > 0 && role[i - 1] == role[i] && of[i - 1] == of[i];
            out.tags.push(1 + 2 * part as u8 + u8::from(continues));
            if continues {
                out.fragments.last_mut().expect("a fragment was begun").words.end = i + 1;
            } else {
                out.fragments.push(Fragment { words: i..i + 1, role: part });
                out.of.push(of[i].clone());
            }
        }
        out
    }
}

fn words_in(words: &[Word], span: Span) -> std::ops::Range<usize> {
    let start = words.partition_point(|w| w.span.end() <= span.start());
    start..start.max(words.partition_point(|w| w.span.start() < span.end()))
}

fn write_choices(
    words: &[Word],
    annotated: &Annotated,
    kept: &[usize],
    out: &mut [BufWriter<File>; 3],
) -> std::io::Result<()> {
    let fragments: Vec<Fragment> = kept.iter().map(|&i| annotated.fragments[i].clone()).collect();
    let scene = Scene::new(words, &fragments);
    for (link, file) in Link::ALL.into_iter().zip(out) {
        for at in 0..fragments.len() {
            if fragments[at].role != link.roles().0 {
                continue;
            }
            let choice = scene.choice(at, link);
            let own = &annotated.of[kept[at]];
            let mut right = 0u8;
            for (k, &candidate) in choice.candidates.iter().enumerate() {
                right |= u8::from(!own.is_disjoint(&annotated.of[kept[candidate]])) << k;
            }
            if right == 0 {
                right = 1 << choice.candidates.len();
            }
            file.write_all(&[u8::try_from(choice.rows.len()).expect("at most 8"), right])?;
            for row in 0..=CANDIDATES {
                for value in choice.rows.get(row).unwrap_or(&[0.0; FEATURES]) {
                    file.write_all(&value.to_le_bytes())?;
                }
            }
        }
    }
    Ok(())
}

/// A small generator, so that two runs write the same files.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}
