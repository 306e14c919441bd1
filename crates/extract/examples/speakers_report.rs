//! Prints, for a folder of articles with attributions (brat: `text/*.txt`, `attributions/*.ann`), which actor each
//! source is, and how many sources of each sort are resolved.
//!
//! `cargo run --release -p onrecord-extract --example speakers_report FOLDER [NAME_CONTAINS]`

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

use onrecord_base::{
    Article, Attribution, Block, BlockKind, Form, Metadata, OffsetIndex, Spans, Text, quotation,
};
use onrecord_extract::speakers;
use onrecord_extract::world::World;

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = arguments
        .next()
        .ok_or_else(|| io::Error::other("name the folder that holds text/ and attributions/"))?;
    let only = arguments.next().unwrap_or_default();
    let mut annotations: BTreeMap<String, String> = BTreeMap::new();
    let mut files: Vec<_> =
        fs::read_dir(Path::new(&folder).join("attributions"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(|f| f.file_name());
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".ann") else { continue };
        // "…_1a2b.ann": the annotator's mark. Of several annotators the first counts.
        let doc = match stem.rsplit_once('_') {
            Some((doc, mark)) if mark.len() == 4 && mark.chars().all(|c| c.is_ascii_hexdigit()) => doc,
            _ => stem,
        };
        annotations.entry(doc.to_owned()).or_insert(fs::read_to_string(file.path())?);
    }
    let mut totals: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (doc, annotation) in annotations.iter().filter(|(doc, _)| doc.contains(&only)) {
        let path = Path::new(&folder).join("text").join(format!("{doc}.txt"));
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let Ok(text) = Text::new(text) else { continue };
        let article = article(text);
        let attributions = read(&article, annotation);
        let found = speakers::resolve(&speakers::Story::new(&article), &attributions, &World::embedded());
        println!("\n=== {doc}");
        for (attribution, actors) in attributions.iter().zip(&found.of) {
            let source: Vec<&str> = attribution.source.iter().map(|s| article.text.slice(s)).collect();
            let source = source.join(" … ");
            let sort = sort(&source);
            let total = totals.entry(sort).or_default();
            total.1 += 1;
            total.0 += u32::from(!actors.is_empty());
            let names: Vec<&str> =
                actors.iter().map(|id| found.actors[id.0 as usize].name.as_str()).collect();
            let content = attribution.content.first().map_or("", |s| article.text.slice(s));
            let content: String = content.chars().take(40).collect();
            println!("{sort:8} {source:50} → {:30} | {}", names.join(" + "), content.replace('\n', " "));
        }
        for actor in &found.actors {
            let role = actor.role.as_deref().unwrap_or("-");
            println!(
                "    {} [{}] {role} ×{}",
                actor.name,
                actor.kind.map_or("?", |k| k.name()),
                actor.mentions.as_slice().len()
            );
        }
    }
    println!("\n=== resolved");
    for (sort, (resolved, all)) in totals {
        println!("{sort:8} {resolved} of {all}");
    }
    Ok(())
}

/// Each line is a paragraph, the first one the headline.
fn article(text: Text) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        let span = text.span(at, at + line.len()).and_then(|s| text.trim(s));
        at += line.len();
        let kind = if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
        blocks.extend(span.map(|span| Block { span, kind }));
    }
    Article { text, blocks, metadata: Metadata::default(), diagnostics: Vec::new() }
}

fn read(article: &Article, annotation: &str) -> Vec<Attribution> {
    let index = OffsetIndex::new(&article.text);
    let mut parts: BTreeMap<&str, Spans> = BTreeMap::new();
    for line in annotation.lines().filter(|l| l.starts_with('T')) {
        let mut fields = line.split('\t');
        let (Some(id), Some(place)) = (fields.next(), fields.next()) else { continue };
        let Some((_, ranges)) = place.split_once(' ') else { continue };
        let spans = ranges.split(';').filter_map(|range| {
            let (start, end) = range.split_once(' ')?;
            index.from_char(start.parse().ok()?, end.parse().ok()?)
        });
        parts.insert(id, spans.collect());
    }
    let quotations =
        quotation::pair(&article.text, &article.blocks.iter().map(|b| b.span).collect::<Vec<_>>());
    let mut out = Vec::new();
    for line in annotation.lines().filter(|l| l.starts_with('E')) {
        let Some((_, roles)) = line.split_once('\t') else { continue };
        let of = |role: &str| -> Spans {
            let named = roles.split_whitespace().filter_map(|r| r.split_once(':'));
            let named =
                named.filter(|(r, _)| r.trim_end_matches(char::is_numeric).eq_ignore_ascii_case(role));
            named.filter_map(|(_, id)| parts.get(id)).flat_map(|s| s.iter()).collect()
        };
        let content = of("content");
        let inside = |s| quotations.quotations.iter().any(|q| q.span.contains(s));
        let form = if !content.is_empty() && content.iter().all(inside) {
            Form::Direct
        } else if quotations.quotations.iter().any(|q| content.overlaps(q.span)) {
            Form::Mixed
        } else {
            Form::Indirect
        };
        if !content.is_empty() {
            out.push(Attribution {
                source: of("source"),
                cue: of("cue").first(),
                content,
                form,
                confidence: 1.0,
            });
        }
    }
    out.sort_by_key(|a| a.content.first());
    out
}

fn sort(source: &str) -> &'static str {
    let pronouns = [
        "he", "she", "it", "they", "who", "which", "that", "his", "her", "its", "their", "we", "i", "you",
        "them", "him", "whom",
    ];
    if source.is_empty() {
        "empty"
    } else if pronouns.contains(&source.to_lowercase().as_str()) {
        "pronoun"
    } else if source.split_whitespace().skip(1).any(|w| w.starts_with(char::is_uppercase))
        || (!source.contains(' ') && source.starts_with(char::is_uppercase))
    {
        "named"
    } else {
        "phrase"
    }
}
