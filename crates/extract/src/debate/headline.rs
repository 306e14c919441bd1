//! What the headline says of the debate: "Ministers Spar on Orsa" names who is at odds and over what.

use std::collections::BTreeSet;

use onrecord_base::Issue;

use super::cues::{self, Speech};
use super::issues::key;
use super::phrases::Grammar;
use super::sides::Side;

/// Whether a headline says that an issue is disputed: a verb of discord stands before it.
pub(super) fn is_disputed(grammar: &Grammar, issue: &Issue) -> bool {
    let story = grammar.story;
    issue.mentions.iter().any(|mention| {
        let Some(first) = story.tokens_in(mention).next() else { return false };
        let block = story.tokens[first].block;
        let before = (0..first).rev().take_while(|&token| story.tokens[token].block == block);
        let mut words: Vec<&str> = before.map(|token| story.lower(token)).collect();
        words.reverse();
        let discord = |words: &[&str]| cues::read(&words.join(" ")) == Some(Speech::Disagrees);
        story.headline[block as usize] && (words.chunks(1).any(discord) || words.windows(2).any(discord))
    })
}

/// For each actor the words by which headlines name it or what is behind it, as [`key`] gives them.
pub(super) fn named(grammar: &Grammar, sides: &[Side]) -> Vec<BTreeSet<String>> {
    let story = grammar.story;
    let words: BTreeSet<String> = (0..story.len())
        .filter(|&token| story.headline[story.tokens[token].block as usize])
        .filter(|&token| !grammar.is_infinitive(token))
        .filter_map(|token| key(grammar, token))
        .collect();
    sides.iter().map(|side| words.iter().filter(|word| side.has(word)).cloned().collect()).collect()
}
