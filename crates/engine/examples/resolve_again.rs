//! Tells anew who the sources are, on the statements that an earlier run found.
//!
//! `resolve_again FOUND.jsonl FOLDER [TIMES] > AGAIN.jsonl`, where `onrecord read -f jsonl FOLDER > FOUND.jsonl` has offsets in
//! characters. The output is as much of that format as `training/actors.py` reads. On standard error: how long it took, the shortest of so many
//! times.

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use onrecord_base::{Attribution, Form, OffsetIndex, Span, Spans};
use onrecord_extract::referents::Referents;
use onrecord_extract::speakers;
use onrecord_extract::world::World;
use onrecord_extract::{Extractor, Shipped};
use onrecord_ingest::{Hint, Limits};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [found, folder, times @ ..] = arguments.as_slice() else {
        return Err("usage: resolve_again FOUND.jsonl FOLDER [TIMES]".into());
    };
    let times: u32 = times.first().and_then(|t| t.to_str()?.parse().ok()).unwrap_or(1);
    let mut out = std::io::stdout().lock();
    let (tagger, referents) = (Extractor::embedded(Shipped::Standard)?, Referents::embedded());
    let (mut articles, mut spent) = (0_u32, Duration::ZERO);
    for line in std::fs::read_to_string(found)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let doc = line["doc"].as_str().ok_or("a line has no doc")?;
        let article =
            onrecord_ingest::read(&std::fs::read(folder.join(doc))?, &Hint::default(), &Limits::default())?
                .article;
        let index = OffsetIndex::new(&article.text);
        let spans = |list: &Value| -> Spans {
            list.as_array().into_iter().flatten().filter_map(|pair| span(&index, pair)).collect()
        };
        let statements = line["statements"].as_array().map_or(&[][..], Vec::as_slice);
        let attributions: Vec<Attribution> = statements
            .iter()
            .map(|s| Attribution {
                source: spans(&s["source"]),
                cue: spans(&s["cue"]).first(),
                content: spans(&s["content"]),
                form: match s["form"].as_str() {
                    Some("direct") => Form::Direct,
                    Some("mixed") => Form::Mixed,
                    _ => Form::Indirect,
                },
                confidence: 1.0,
            })
            .collect();
        let ground = tagger.extract(&article)?.ground;
        let timed = || {
            let start = Instant::now();
            let found = speakers::resolve_asking(
                &speakers::Story::new(&article),
                &attributions,
                &World::embedded(),
                (&referents, &ground),
            );
            (start.elapsed(), found.expect("the model of pronouns works"))
        };
        let (mut least, found) = timed();
        for _ in 1..times {
            least = least.min(timed().0);
        }
        spent += least;
        articles += 1;
        let pair = |span: Span| {
            let chars = index.to_char(span);
            json!([chars.start, chars.end])
        };
        let actors: Vec<Value> = found
            .actors
            .iter()
            .enumerate()
            .map(|(i, actor)| {
                let mentions: Vec<Value> = actor.mentions.iter().map(pair).collect();
                json!({"id": format!("a{i}"), "name": actor.name, "mentions": mentions})
            })
            .collect();
        let statements: Vec<Value> = statements
            .iter()
            .zip(found.of.iter().zip(&found.resolution))
            .map(|(statement, (who, why))| {
                let ids: Vec<String> = who.iter().map(|id| format!("a{}", id.0)).collect();
                let resolution: Vec<Value> = why
                    .iter()
                    .map(|r| {
                        let how = r.why.first().map(|link| link.how.name());
                        json!({"actor": format!("a{}", r.actor.0), "confidence": r.confidence, "how": how})
                    })
                    .collect();
                let (source, content) = (&statement["source"], &statement["content"]);
                json!({"source": source, "content": content, "actors": ids, "resolution": resolution})
            })
            .collect();
        let text = article.text.as_str();
        let again = json!({
            "doc": doc, "offset_unit": "char", "text": text, "actors": actors, "statements": statements,
        });
        writeln!(out, "{again}")?;
    }
    eprintln!("{articles} articles, {:.2} ms each", 1e3 * spent.as_secs_f64() / f64::from(articles.max(1)));
    Ok(())
}

fn span(index: &OffsetIndex, pair: &Value) -> Option<Span> {
    let at = |i: usize| u32::try_from(pair[i].as_u64()?).ok();
    index.from_char(at(0)?, at(1)?)
}
