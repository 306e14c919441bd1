//! Topic words: by which words an issue of a codebook is known, and how much each tells by itself.

use std::collections::{HashMap, HashSet};

use super::at_issue;
use super::contraries;
use super::keys;
use super::sides::one_state;
use super::stances::PREPOSITIONS;
use super::topics::Topic;
use crate::nouns;

/// The words, in the form of [`issues::key`], each with what it is worth: 1 if it tells all by itself.
pub(super) type Words = HashMap<String, f32>;

/// A noun of the label before its head, and a name: not all on "voters" is on "voter fraud", nor all on Dalen on "Dalen accords".
const LOOSE_NOUN: f32 = 0.75;
const LOOSE_NAME: f32 = 0.6;
/// A head that is too general by itself.
const GENERAL: f32 = 0.65;

/// The words of label and keywords, in the form of [`issues::key`]. Who speaks is not what is spoken of, unless the label names
/// nothing else: "Trump’s taxes" are not all that Trump says, nor is the "Clinton Foundation" all that is said of Clinton. Nor is whose
/// something is: "Trump’s taxes" are not every word on Trump.
pub(super) fn of(topic: &Topic, speaks: impl Fn(&String) -> bool) -> Words {
    let tells = |word: &String| !speaks(word) && !at_issue::is_general(word);
    let label: Vec<String> = words_of(owned(&topic.label)).collect();
    let kept: [&dyn Fn(&String) -> bool; 3] = [&tells, &|word| !speaks(word), &|_| true];
    let kept = kept.into_iter().find(|kept| label.iter().any(kept)).unwrap_or(&tells);
    // A head that is too general by itself tells beside others: "Vane Foundation".
    let head = head_of(topic);
    let of_label =
        label.iter().filter(|word| kept(word) || head.as_ref() == Some(*word) && !speaks(word)).cloned();
    let of_keywords = topic.keywords.iter().flat_map(|words| words_of(words)).filter(tells);
    let loose = before_head(topic);
    let worth = |word: &String| match loose.contains(word) {
        true if nouns::lemma(word).is_some() => LOOSE_NOUN,
        true => LOOSE_NAME,
        false if !loose.is_empty() && at_issue::is_general(word) => GENERAL,
        false => 1.0,
    };
    let with_worth = |word: String| {
        let worth = worth(&word);
        (word, worth)
    };
    of_label.chain(of_keywords).map(with_worth).collect()
}

/// A topic's label without whose it is, and its keywords.
pub(super) fn wordings(topic: &Topic) -> impl Iterator<Item = &str> {
    std::iter::once(owned(&topic.label)).chain(topic.keywords.iter().map(String::as_str))
}

/// A word that several topics claim tells less of each, but of the one whose label it heads.
pub(super) fn share(topics: &[Topic], words: &mut [Words]) {
    let mut claimed: HashMap<String, f32> = HashMap::new();
    for word in words.iter().flat_map(HashMap::keys) {
        *claimed.entry(word.clone()).or_default() += 1.0;
    }
    for (topic, words) in topics.iter().zip(words) {
        let head = head_of(topic);
        for (word, worth) in words.iter_mut().filter(|(word, _)| head.as_ref() != Some(*word)) {
            *worth /= claimed[word];
        }
    }
}

/// The words of a label before its head, unless they are keywords by themselves.
fn before_head(topic: &Topic) -> HashSet<String> {
    let mut words: HashSet<String> = words_of(&topic.label).collect();
    let head = head_of(topic);
    for kept in topic
        .keywords
        .iter()
        .filter(|key| !key.trim().contains(' '))
        .flat_map(|key| words_of(key))
        .chain(head)
    {
        words.remove(&kept);
    }
    words
}

/// The head of a topic's label: "cost" of "costs of the bus".
pub(super) fn head_of(topic: &Topic) -> Option<String> {
    words_of(head(&topic.label)).last()
}

/// A label up to its first preposition: "costs" of "costs of the bus".
fn head(label: &str) -> &str {
    let word = |at: &usize| {
        let rest = &label[*at + 1..];
        PREPOSITIONS.contains(&rest.split(' ').next().unwrap_or_default())
    };
    label.match_indices(' ').map(|(at, _)| at).find(word).map_or(label, |at| &label[..at])
}

/// What is somebody's, without whose it is.
fn owned(label: &str) -> &str {
    let of = ["’s ", "'s ", "s’ ", "s' "].into_iter().filter_map(|mark| label.split_once(mark));
    of.map(|(_, owned)| owned).find(|owned| words_of(owned).next().is_some()).unwrap_or(label)
}

/// The words of a wording; "sanction*" stands for all that begins so.
pub(super) fn words_of(wording: &str) -> impl Iterator<Item = String> {
    let each = wording.split(|c: char| !c.is_alphanumeric() && !"-*".contains(c));
    // "AI", "EU": short, but no small words.
    let initials = |word: &str| word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    let each = each.filter(move |word| {
        let lower = word.to_lowercase();
        initials(word)
            || contraries::tells(&lower)
            || contraries::is_negation(&lower) && nouns::lemma(&lower).is_some()
    });
    each.map(str::to_lowercase).map(|word| match nouns::lemma(&word) {
        Some(lemma) => lemma.to_owned(),
        None => keys::of_name(&word),
    })
}

/// Whether a word of a topic is among those heard.
pub(super) fn is_heard(word: &str, heard: &HashSet<String>) -> bool {
    heard.contains(word) || heard.iter().any(|other| is_form(word, other))
}

/// Whether a word of a topic, which may end in "*", stands for another.
pub(super) fn is_form(word: &str, other: &str) -> bool {
    match word.strip_suffix('*') {
        Some(stem) => other.starts_with(stem),
        None => other == word || word.len() > 3 && (one_state(other, word) || one_number(other, word)),
    }
}

/// Whether one is the other in the plural, where no list knows the noun: "buyback", "buybacks".
fn one_number(a: &str, b: &str) -> bool {
    a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}
