//! Who is who across articles: appearances in one line each, and who they come to be.

mod apart;
mod decided;
mod organizations;
mod people;
mod properties;

use std::sync::Arc;

use expect_test::Expect;
use onrecord_base::ActorKind;

use super::{Across, Appearance, Decisions, Options, Origin, gather};
use crate::identity::sha256;

/// Reads a line such as `a 2019-05-14: Ann Lee; person; role nurse; as She, Lee; Q1; known as Ann Lee`. The first word is the
/// document; two actors of one document are of one article. Each has as many statements as its line has parts.
fn appearance(line: &str) -> Appearance {
    let (head, rest) = line.split_once(": ").unwrap();
    let (doc, published) = head.split_once(' ').map_or((head, None), |(doc, day)| (doc, Some(day)));
    let mut parts = rest.split("; ");
    let name = parts.next().unwrap().to_owned();
    let mut appearance = Appearance {
        origin: Arc::new(Origin {
            text_sha256: sha256(doc.as_bytes()),
            doc: doc.to_owned(),
            outlet: None,
            published: published.map(str::to_owned),
        }),
        id: format!("a{}", u32::from_str_radix(&sha256(name.as_bytes())[..6], 16).unwrap()),
        known_as: None,
        kind: None,
        role: None,
        wikidata: None,
        words: vec![name.clone()],
        statements: 1 + rest.matches("; ").count() as u32,
        name,
    };
    for part in parts {
        match part {
            "person" => appearance.kind = Some(ActorKind::Person),
            "organization" => appearance.kind = Some(ActorKind::Organization),
            "state" => appearance.kind = Some(ActorKind::State),
            "group" => appearance.kind = Some(ActorKind::Group),
            _ => {
                if let Some(role) = part.strip_prefix("role ") {
                    appearance.role = Some(role.to_owned());
                } else if let Some(words) = part.strip_prefix("as ") {
                    appearance.words.extend(words.split(", ").map(str::to_owned));
                } else if let Some(name) = part.strip_prefix("known as ") {
                    appearance.known_as = Some(name.to_owned());
                } else {
                    assert!(part.starts_with('Q'), "{part}");
                    appearance.wikidata = Some(part.to_owned());
                }
            }
        }
    }
    appearance.words.sort();
    appearance
}

fn appearances(lines: &str) -> Vec<Appearance> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(appearance).collect()
}

/// A line for each actor: its name and documents; then the proposals with the codes of their reasons.
fn render(across: &Across) -> String {
    let mut out = String::new();
    let docs = |id: &str| {
        let actor = across.actors.iter().find(|actor| actor.id == id).unwrap();
        actor.articles.iter().map(|origin| origin.doc.as_str()).collect::<Vec<_>>().join(" ")
    };
    let mut actors: Vec<String> = across
        .actors
        .iter()
        .map(|actor| {
            let mut line = format!("{} = {}", actor.name, docs(&actor.id));
            if let Some(item) = &actor.wikidata {
                line.push_str(&format!(" · {item}"));
            }
            let aliases: Vec<&str> = actor.aliases.iter().map(|alias| alias.name.as_str()).collect();
            if !aliases.is_empty() {
                line.push_str(&format!(" · also {}", aliases.join(", ")));
            }
            line
        })
        .collect();
    actors.sort();
    for actor in actors {
        out.push_str(&actor);
        out.push('\n');
    }
    for proposal in &across.proposals {
        let codes: Vec<&str> = proposal.reasons.iter().map(|reason| reason.code.name()).collect();
        let mut sides = [0, 1].map(|n| format!("{} ({})", proposal.names[n], docs(&proposal.between[n])));
        sides.sort();
        out.push_str(&format!(
            "{} {:.3}: {} | {}: {}\n",
            proposal.verdict.name(),
            proposal.confidence,
            sides[0],
            sides[1],
            codes.join(" ")
        ));
    }
    for note in &across.notes {
        out.push_str(&format!("note: {note}\n"));
    }
    out
}

#[track_caller]
fn check(lines: &str, expected: Expect) {
    expected.assert_eq(&render(&gather(appearances(lines), &Options::default())));
}

#[track_caller]
fn check_decided(decisions: &str, lines: &str, expected: Expect) {
    let options = Options { decisions: Decisions::parse(decisions).unwrap(), ..Options::default() };
    expected.assert_eq(&render(&gather(appearances(lines), &options)));
}
