//! Presence: which issues of a codebook an article has, and by which words its headline names them.
//!
//! "Will be law" is no word on the "deforestation law" where nobody speaks of forests.

use std::collections::{HashMap, HashSet};

use super::at_issue;
use super::prevailing::Named;
use super::topic_words::{Words, head_of, is_form, wordings, words_of};
use super::topics::Topic;
use crate::nouns;

/// Shorter words that no list of nouns knows may be verbs: "return".
const LONG: usize = 7;

/// For each topic whether the article has it: whether a sentence has all words of its label, with whose it is, or of a keyword.
pub(super) fn find(topics: &[Topic], sentences: &[Vec<String>]) -> Vec<bool> {
    let mut spoken: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, sentence) in sentences.iter().enumerate() {
        sentence.iter().for_each(|word| spoken.entry(word).or_default().push(place));
    }
    let mut seen: HashMap<String, HashSet<usize>> = HashMap::new();
    let mut places = |word: &String| {
        let forms = || spoken.iter().filter(|(other, _)| is_form(word, other));
        let all = || forms().flat_map(|(_, places)| places).copied().collect();
        seen.entry(word.clone()).or_insert_with(all).clone()
    };
    let mut whole = |wording: &str| {
        let all: Vec<String> = words_of(wording).collect();
        if all.last().is_some_and(|head| is_rare(head, wording) && !places(head).is_empty()) {
            return true;
        }
        let together = all.iter().map(&mut places).reduce(|a, b| a.intersection(&b).copied().collect());
        together.is_some_and(|places| !places.is_empty())
    };
    topics.iter().map(|topic| whole(&topic.label) || topic.keywords.iter().any(|word| whole(word))).collect()
}

/// Whether the head of a wording is a long common noun that no list knows: "buyback" is seldom said of anything else.
fn is_rare(head: &str, wording: &str) -> bool {
    head.trim_end_matches('s').len() >= LONG && nouns::lemma(head).is_none() && wording.contains(head)
}

/// By what words the headline names a topic: a wording, even if all its words are general ("pay offer"), two of its words, or one that
/// tells by itself ("bus" of "night bus").
pub(super) fn in_headline(topic: &Topic, words: &Words, headline: &[String]) -> Named {
    let is_there = |word: &String| headline.iter().any(|other| is_form(word, other));
    let heard = |word: &&String| words.keys().any(|key| is_form(key, word));
    let mut heard: HashSet<String> = headline.iter().filter(heard).cloned().collect();
    let all: Vec<Vec<String>> = wordings(topic).map(|wording| words_of(wording).collect()).collect();
    if heard.len() == 1 && !all.iter().filter_map(|words| alone(words)).any(is_there) {
        heard.clear();
    }
    heard.extend(all.into_iter().filter(|words| stand_together(words, headline)).flatten());
    Named { words: heard, by_head: head_of(topic).is_some_and(|head| is_there(&head)) }
}

/// The only one of a wording's words that tells.
fn alone(words: &[String]) -> Option<&String> {
    let mut telling = words.iter().filter(|word| !at_issue::is_general(word));
    telling.next().filter(|_| telling.next().is_none())
}

/// Whether several words stand one after the other in a headline.
fn stand_together(words: &[String], headline: &[String]) -> bool {
    let same = |window: &[String]| words.iter().zip(window).all(|(word, other)| is_form(word, other));
    words.len() > 1 && headline.windows(words.len()).any(same)
}
