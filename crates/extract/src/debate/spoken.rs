//! Spoken words: those of the article in the form in which issues are known, [`Grammar::key`].

use super::phrases::Grammar;
use crate::nouns;

/// A token's word: its key, or what it is the form of. "us" is not "US", and short words without a key are empty.
pub(super) fn word(grammar: &Grammar, token: usize) -> String {
    grammar.key(token).map(str::to_owned).unwrap_or_else(|| {
        let lower = grammar.story.lower(token);
        let word = if lower.len() > 2 { nouns::lemma(lower).unwrap_or(lower) } else { "" };
        word.to_owned()
    })
}

/// The words of the headline.
pub(super) fn headline(grammar: &Grammar) -> Vec<String> {
    let story = grammar.story;
    let Some(block) = story.headline.iter().position(|is| *is) else { return Vec::new() };
    let tokens = (0..story.len()).filter(|&token| story.tokens[token].block as usize == block);
    tokens.map(|token| word(grammar, token)).collect()
}

/// The words of each sentence.
pub(super) fn sentences(grammar: &Grammar) -> Vec<Vec<String>> {
    let tokens: Vec<usize> = (0..grammar.story.len()).collect();
    let sentence = |token: usize| grammar.story.tokens[token].sentence;
    let sentences = tokens.chunk_by(|&a, &b| sentence(a) == sentence(b));
    sentences.map(|tokens| tokens.iter().map(|&token| word(grammar, token)).collect()).collect()
}
