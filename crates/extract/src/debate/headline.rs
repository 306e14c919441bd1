//! What the headline says of the debate: "Ministers Spar on Orsa" names who is at odds and over what.

use std::collections::BTreeSet;

use onrecord_base::Issue;

use super::cues::{self, Speech};
use super::issues::key;
use super::phrases::Grammar;
use super::sides::Side;
use crate::speakers::tokens::Story;

/// Whether a headline says that an issue is disputed: a verb of discord stands before it.
pub(super) fn is_disputed(grammar: &Grammar, issue: &Issue) -> bool {
    let story = grammar.story;
    let firsts = issue.mentions.iter().filter_map(|mention| story.tokens_in(mention).next());
    firsts.into_iter().any(|first| is_after_discord(story, first))
}

/// Whether a word stands in a headline after one of discord: "… clash over rents".
pub(super) fn is_after_discord(story: &Story, first: usize) -> bool {
    let block = story.tokens[first].block;
    if !story.headline[block as usize] {
        return false;
    }
    let before = (0..first).rev().take_while(|&token| story.tokens[token].block == block);
    let mut words: Vec<&str> = before.map(|token| story.lower(token)).collect();
    words.reverse();
    let discord = |words: &[&str]| cues::read(&words.join(" ")) == Some(Speech::Disagrees);
    words.chunks(1).any(discord) || words.windows(2).any(discord)
}

/// For each actor the words by which headlines name it or what is behind it, as [`key`] gives them; what names an issue names nobody.
pub(super) fn named(grammar: &Grammar, sides: &[Side], issues: &[Issue]) -> Vec<BTreeSet<String>> {
    let story = grammar.story;
    let in_issue = |token: usize| {
        let mut mentions = issues.iter().flat_map(|issue| issue.mentions.iter());
        mentions
            .any(|mention| story.tokens_in(mention).len() > 1 && story.tokens_in(mention).contains(&token))
    };
    let words: BTreeSet<String> = (0..story.len())
        .filter(|&token| story.headline[story.tokens[token].block as usize])
        .filter(|&token| !grammar.is_infinitive(token) && !in_issue(token))
        .filter_map(|token| key(grammar, token))
        .collect();
    sides.iter().map(|side| words.iter().filter(|word| side.has(word)).cloned().collect()).collect()
}
