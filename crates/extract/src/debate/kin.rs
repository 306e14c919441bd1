//! Kin: words by which a story goes on with what it has called by another one: "the strike … the walkout".

use onrecord_base::{Span, Spans};

use super::issues::{self, Found};
use super::phrases::Grammar;
use super::synonyms;

/// Words by which a story goes on with what it has called by another of them, however seldom: "the strike … the walkout".
const KIN: [&[&str]; 14] = [
    &["offer", "bid", "takeover"],
    &["statue", "sculpture", "monument"],
    &["agreement", "pact", "deal", "accord", "treaty"],
    &["strike", "walkout", "stoppage"],
    &["moratorium", "pause", "halt", "freeze"],
    &["ban", "prohibition"],
    &["merger", "takeover", "acquisition"],
    &["ceasefire", "truce"],
    &["closure", "shutdown"],
    &["reform", "overhaul"],
    &["privatisation", "privatization", "sale", "sell-off"],
    &["inquiry", "probe", "investigation"],
    &["withdrawal", "pullout", "exit"],
    &["dam", "barrage", "weir"],
];

/// Lets the only issue that is called by a word be known by others for the same kind of thing, unless these are issues themselves.
pub(super) fn find(grammar: &Grammar, known_by: &[(Span, Vec<String>)], found: &mut [Found]) {
    let head = |found: &Found| synonyms::head(&found.issue.label).to_owned();
    for words in KIN {
        let mut all = (0..found.len()).filter(|&place| words.contains(&head(&found[place]).as_str()));
        let (Some(only), None) = (all.next(), all.next()) else { continue };
        let own = head(&found[only]);
        for word in words.iter().filter(|word| **word != own) {
            let free = found.iter().all(|found| found.keys.iter().all(|key| key != word));
            // Another deal than the agreement may be spoken of.
            let meant = |span: &Span| words[0] != "agreement" || is_definite(grammar, *span);
            let more: Spans = issues::places(known_by, |key| key == *word).iter().filter(meant).collect();
            if free && !more.is_empty() {
                let found = &mut found[only];
                found.keys.push((*word).to_owned());
                found.issue.mentions = found.issue.mentions.iter().chain(more.iter()).collect();
            }
        }
    }
}

/// Whether a phrase speaks of a thing as known: "the deal", "any treaty".
fn is_definite(grammar: &Grammar, phrase: Span) -> bool {
    const DEFINITE: [&str; 9] = ["the", "this", "that", "any", "such", "no", "its", "their", "binding"];
    let story = grammar.story;
    let first = story.tokens_in(phrase).next();
    first.is_some_and(|first| {
        first > 0 && story.is_any(first - 1, &DEFINITE) || story.is_any(first, &DEFINITE)
    })
}
