//! Tests: a marked-up story in, each source and its actors out.

use expect_test::{Expect, expect};
use onrecord_base::{Article, Attribution, Block, BlockKind, Form, Metadata, Span, Text};

use super::{Speakers, Story, resolve};
use crate::world::World;

/// Reads `[S:source] [C:cue] [Q:content]`; of several attributions in one line each mark has the number of its own
/// (`[S2:He]`). Marks may nest. Each line is a paragraph; one that begins with `# ` is the headline.
pub(crate) fn read(marked: &str) -> (Article, Vec<Attribution>) {
    let mut text = String::new();
    let mut lines = Vec::new();
    let mut marks: Vec<(usize, char, String, usize, usize)> = Vec::new();
    for (number, line) in marked.lines().filter(|l| !l.trim().is_empty()).enumerate() {
        let line = line.trim();
        let (headline, line) = line.strip_prefix("# ").map_or((false, line), |l| (true, l));
        let start = text.len();
        let mut open = Vec::new();
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let mark = rest.strip_prefix('[').and_then(|r| r.split_once(':')).filter(|(m, _)| {
                m.len() <= 3 && m.starts_with(['S', 'C', 'Q']) && m[1..].chars().all(|c| c.is_ascii_digit())
            });
            if let Some((mark, after)) = mark {
                open.push((mark.chars().next().unwrap(), mark[1..].to_owned(), text.len()));
                rest = after;
            } else if c == ']' && !open.is_empty() {
                let (role, group, from) = open.pop().unwrap();
                marks.push((number, role, group, from, text.len()));
                rest = &rest[1..];
            } else {
                text.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        lines.push((start, text.len(), headline));
        text.push('\n');
    }
    let text = Text::new(text).unwrap();
    let block = |&(from, to, headline): &(usize, usize, bool)| Block {
        span: text.span(from, to).unwrap(),
        kind: if headline { BlockKind::Headline } else { BlockKind::Paragraph },
    };
    let blocks = lines.iter().map(block).collect();
    let mut groups: Vec<(usize, String)> = marks.iter().map(|m| (m.0, m.2.clone())).collect();
    groups.sort();
    groups.dedup();
    let mut attributions: Vec<Attribution> = groups
        .iter()
        .map(|(line, group)| {
            let of = |role: char| {
                let marks = marks.iter().filter(move |m| m.0 == *line && m.2 == *group && m.1 == role);
                marks.map(|m| text.span(m.3, m.4).unwrap())
            };
            let content: onrecord_base::Spans = of('Q').collect();
            let quoted = content.first().is_some_and(|s| text.slice(s).starts_with(['“', '"', '‘']));
            let form = if quoted { Form::Direct } else { Form::Indirect };
            Attribution { source: of('S').collect(), cue: of('C').next(), content, form, confidence: 1.0 }
        })
        .collect();
    attributions.sort_by_key(|a| a.content.first());
    (Article { text, blocks, metadata: Metadata::default(), diagnostics: vec![] }, attributions)
}

#[track_caller]
fn check(marked: &str, expected: Expect) {
    check_on(None, marked, expected);
}

/// The same of an article of a day, "2019-05-14".
#[track_caller]
fn check_on(day: Option<&str>, marked: &str, expected: Expect) {
    let (mut article, attributions) = read(marked);
    article.metadata.published = day.map(str::to_owned);
    let found = resolve(&Story::new(&article), &attributions, &World::embedded());
    let mut out = String::new();
    for (attribution, actors) in attributions.iter().zip(&found.of) {
        let source: Vec<&str> = attribution.source.iter().map(|s| article.text.slice(s)).collect();
        let name = |id: &onrecord_base::ActorId| {
            let actor = &found.actors[id.0 as usize];
            let known = actor.known_as.as_ref().map(|known| format!(" = {known}")).unwrap_or_default();
            format!("{}{known}", actor.name)
        };
        let names: Vec<String> = actors.iter().map(name).collect();
        let source = if source.is_empty() { "-".to_owned() } else { source.join(" … ") };
        let names = if names.is_empty() { "-".to_owned() } else { names.join(" + ") };
        out.push_str(&format!("{source} → {names}\n"));
    }
    expected.assert_eq(&out);
}

/// Shows the actors: name, kind, role and mentions.
#[track_caller]
fn check_actors(marked: &str, expected: Expect) {
    let (article, attributions) = read(marked);
    let Speakers { actors, .. } = resolve(&Story::new(&article), &attributions, &World::embedded());
    let mut out = String::new();
    for actor in actors {
        let kind = actor.kind.map_or("-", |k| k.name());
        let mentions: Vec<&str> = actor.mentions.iter().map(|s| article.text.slice(s)).collect();
        out.push_str(&format!(
            "{} · {kind} · {} · {}\n",
            actor.name,
            actor.role.as_deref().unwrap_or("-"),
            mentions.join(" | ")
        ));
    }
    expected.assert_eq(&out);
}

mod asked;
mod bodies;
mod bynames;
mod descriptions;
mod introduced;
mod known;
mod later;
mod left_out;
mod names;
mod owners;
mod pairs;
mod pronouns;
mod properties;
mod relatives;
mod scenes;
mod titles;
mod turns;
mod unheard;
mod unsure;
mod why;
