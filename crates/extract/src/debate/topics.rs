//! Topics: the issues of a user's codebook, found in an article by their words.

use std::collections::{HashMap, HashSet};

use onrecord_base::{Issue, IssueId, Statement, Take};

use super::issues::{self, Found};
use super::nouns;
use super::phrases::Grammar;
use super::sides::{Side, one_state};
use super::takes;
use super::wording::Wording;
use crate::senses::likeness;
use crate::speakers::lexicon;

/// An issue that the user wants to be told apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    /// Names it in outputs.
    pub id: String,
    /// As a reader would name it.
    pub label: String,
    /// What one supports or opposes.
    pub proposition: Option<String>,
    /// Words and wordings by which it is known, besides the label.
    pub keywords: Vec<String>,
    /// Vectors of what label, proposition and keywords mean.
    pub vectors: Vec<Vec<f32>>,
}

/// A statement is about a topic from here on.
const ENOUGH: f32 = 0.5;
/// A word of its own in the content; outside of it, in the same sentence; with other words of the topic beside it.
const IN_CONTENT: f32 = 0.8;
const IN_SENTENCE: f32 = 0.5;
const EACH_MORE: f32 = 0.1;
/// A statement without any of its words is on a topic whose meaning is so near, and nearer than any other's by so much.
const ALIKE: f32 = 0.3;
const APART: f32 = 0.03;
/// Words that make no difference in a wording.
const SMALL: &str = "the a an of in on at to for and or by with from as over about into its his her their our more new old \
                     between against after before under that this";

/// The topics that statements are about, the most spoken of first, and the takes of each statement.
pub(super) fn find(
    grammar: &Grammar,
    statements: &[Statement],
    sides: &[Side],
    topics: &[Topic],
    vectors: &[Option<Vec<f32>>],
) -> (Vec<Found>, Vec<Vec<Take>>) {
    // Who speaks is not what is spoken of: "Nordhaven’s sanctions" is not every word on Nordhaven.
    let speaks = |word: &String| sides.iter().any(|side| side.has(word));
    let words: Vec<HashSet<String>> = topics.iter().map(|topic| words(topic, speaks)).collect();
    let mut shared: HashMap<&str, f32> = HashMap::new();
    for word in words.iter().flatten() {
        *shared.entry(word).or_default() += 1.0;
    }
    let scores: Vec<Vec<f32>> = statements
        .iter()
        .enumerate()
        .map(|(place, statement)| {
            let (inside, around) = heard(grammar, statement);
            let vector = vectors.get(place).and_then(Option::as_ref);
            let near = |topic: &Topic| {
                let near = topic.vectors.iter().map(|of| vector.map_or(0.0, |vector| likeness(of, vector)));
                near.fold(0.0, f32::max)
            };
            let by_words = words.iter().map(|words| score(words, &shared, &inside, &around)).collect();
            combined(by_words, &topics.iter().map(near).collect::<Vec<f32>>())
        })
        .collect();
    let mut order: Vec<(usize, usize)> = (0..topics.len())
        .map(|topic| (scores.iter().filter(|of| of[topic] >= ENOUGH).count(), topic))
        .filter(|(count, _)| *count > 0)
        .collect();
    order.sort_by_key(|(count, topic)| (std::cmp::Reverse(*count), *topic));
    let found = order.iter().map(|&(_, topic)| {
        let Topic { id, label, proposition, .. } = topics[topic].clone();
        let keys: Vec<String> = words[topic].iter().cloned().collect();
        let mentions = issues::places(grammar, |word| {
            keys.iter().any(|key| is_heard(key, &HashSet::from([word.to_owned()])))
        });
        Found { issue: Issue { id, label, proposition, mentions }, keys, is_name: false }
    });
    let takes = scores.iter().map(|of| {
        let mut takes: Vec<Take> = (0..)
            .zip(&order)
            .map(|(issue, &(_, topic))| (issue, of[topic]))
            .filter(|(_, score)| *score >= ENOUGH)
            .map(|(issue, score)| Take { issue: IssueId(issue), score, stance: None, confidence: 0.0 })
            .collect();
        takes.sort_by(|a, b| b.score.total_cmp(&a.score));
        takes
    });
    let mut takes: Vec<Vec<Take>> = takes.collect();
    takes::inherit(grammar.story, statements, &mut takes);
    (found.collect(), takes)
}

/// The words of label and keywords, in the form of [`issues::key`].
fn words(topic: &Topic, speaks: impl Fn(&String) -> bool) -> HashSet<String> {
    let of_label = topic.label.to_lowercase();
    let all = std::iter::once(&topic.label).chain(&topic.keywords);
    // "sanction*" stands for all that begins so.
    let each = all.flat_map(|wording| wording.split(|c: char| !c.is_alphanumeric() && !"-*".contains(c)));
    let each = each
        .map(str::to_lowercase)
        .filter(|word| word.len() > 2 && !SMALL.split_whitespace().any(|s| s == word));
    each.map(|word| match nouns::lemma(&word) {
        Some(lemma) => lemma.to_owned(),
        None => lexicon::canonical_modifier(&word).to_lowercase(),
    })
    .filter(|word| !nouns::is_general(word) && (of_label.contains(word.as_str()) || !speaks(word)))
    .collect()
}

/// The words of a statement's content, and of its whole wording with source and cue.
fn heard(grammar: &Grammar, statement: &Statement) -> (HashSet<String>, HashSet<String>) {
    let story = grammar.story;
    let word = |token: usize| {
        issues::key(grammar, token).unwrap_or_else(|| {
            let lower = story.lower(token);
            nouns::lemma(lower).unwrap_or(lower).to_owned()
        })
    };
    let wording = Wording::of(story, statement);
    let inside = wording.content_tokens(story).into_iter().map(word).collect();
    (inside, story.tokens_in(wording.whole).map(word).collect())
}

/// How surely a statement is on each topic: by shared words, or as that whose meaning is plainly the nearest.
fn combined(mut by_words: Vec<f32>, likeness: &[f32]) -> Vec<f32> {
    let mut order: Vec<usize> = (0..likeness.len()).collect();
    order.sort_by(|&a, &b| likeness[b].total_cmp(&likeness[a]));
    let next = order.get(1).map_or(0.0, |&second| likeness[second]);
    if let Some(&first) = order.first()
        && likeness[first] >= ALIKE
        && likeness[first] - next >= APART
    {
        by_words[first] = by_words[first].max(likeness[first].max(ENOUGH));
    }
    by_words
}

fn is_heard(word: &str, heard: &HashSet<String>) -> bool {
    match word.strip_suffix('*') {
        Some(stem) => heard.iter().any(|word| word.starts_with(stem)),
        None => heard.iter().any(|other| other == word || word.len() > 3 && one_state(other, word)),
    }
}

fn score(
    words: &HashSet<String>,
    shared: &HashMap<&str, f32>,
    inside: &HashSet<String>,
    around: &HashSet<String>,
) -> f32 {
    // A word that several topics claim tells less of each.
    let worth = |word: &String| 1.0 / shared.get(word.as_str()).copied().unwrap_or(1.0);
    let sum = |heard: &HashSet<String>| {
        let mut worths: Vec<f32> = words.iter().filter(|word| is_heard(word, heard)).map(worth).collect();
        worths.sort_by(|a, b| b.total_cmp(a));
        let first = worths.first().copied();
        first.map(|first| (first, worths[1..].iter().sum::<f32>()))
    };
    let inside = sum(inside).map_or(0.0, |(first, more)| IN_CONTENT * first + EACH_MORE * more);
    let around = sum(around).map_or(0.0, |(first, more)| IN_SENTENCE * first + EACH_MORE * more);
    inside.max(around).min(0.98)
}
