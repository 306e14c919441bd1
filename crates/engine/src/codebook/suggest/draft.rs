//! Proposals as a codebook that can be used as it is.

use super::clean;
use crate::codebook::{Codebook, Entry, check};
use crate::json::suggestion::{Example, SuggestionLine};

/// The codebook of these proposals, in their order; counts and examples stand in the descriptions.
pub fn codebook(lines: &[SuggestionLine]) -> Codebook {
    let entries = lines.iter().map(entry).map(Entry::cleaned);
    let mut entries: Vec<Entry> = entries.filter(|entry| check::of_one(entry).is_none()).collect();
    let mut seen = std::collections::HashSet::new();
    entries.retain(|entry| seen.insert(entry.id.clone()));
    Codebook { entries }
}

fn entry(line: &SuggestionLine) -> Entry {
    let examples = line.examples.iter().map(|example| format!("\n- {}", example_of(example)));
    Entry {
        id: line.id.clone(),
        label: line.label.clone(),
        description: Some(format!("{}{}", counts(line), examples.collect::<String>())),
        proposition: line.proposition.clone(),
        // A semicolon parts keywords in some formats.
        keywords: line.keywords.iter().map(|keyword| keyword.replace(';', ",")).collect(),
        parent: None,
    }
}

/// "12 statements of 5 actors in 4 articles, 2021-02-10 to 2021-03-01".
fn counts(line: &SuggestionLine) -> String {
    let count = |n: u32, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let days = match (&line.from, &line.to) {
        (Some(from), Some(to)) if from == to => format!(", {from}"),
        (Some(from), Some(to)) => format!(", {from} to {to}"),
        _ => String::new(),
    };
    let (statements, actors) = (count(line.statements, "statement"), count(line.actors, "actor"));
    format!("{statements} of {actors} in {}{days}", count(line.articles, "article"))
}

/// "Ann Lee: “We won.” (a.html, 2021-02-10)".
fn example_of(example: &Example) -> String {
    let who = match example.actors.as_slice() {
        [] => String::new(),
        actors => format!("{}: ", actors.join(" and ")),
    };
    let day = example.published.as_deref().map(|day| format!(", {}", day.get(..10).unwrap_or(day)));
    clean(&format!("{who}{} ({}{})", example.quote, example.doc, day.unwrap_or_default()))
}
