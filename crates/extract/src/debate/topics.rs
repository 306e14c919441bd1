//! Topics: the issues of a user's codebook, found in an article by their words.

use std::collections::{HashMap, HashSet};

use onrecord_base::{Issue, IssueId, Statement, Take};

use super::issues::{self, Found};
use super::phrases::{self, Grammar};
use super::presence;
use super::prevailing::{self, Named};
use super::restated;
use super::sides::Side;
use super::spoken;
use super::takes;
use super::topic_words::{self, Words, is_form, is_heard};
use super::wording::Wording;
use crate::senses::likeness;

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

/// How near a meaning is to a topic, and by how much nearer than is usual in the article.
type Near = (f32, f32);

/// A statement is about a topic from here on.
const ENOUGH: f32 = 0.5;
/// A word of its own in the content; outside of it, in the same sentence; with other words of the topic beside it.
const IN_CONTENT: f32 = 0.8;
const IN_SENTENCE: f32 = 0.5;
const EACH_MORE: f32 = 0.1;
/// A statement without any of its words is on a topic whose meaning is so near, and nearer than any other's by so much.
const ALIKE: f32 = 0.35;
const APART: f32 = 0.02;
/// One word of a topic tells little where the statement is less near to it than the article is on the whole.
const FAR: f32 = 0.0;
/// And nearer to it than the article is on the whole.
const MORE: f32 = 0.1;
/// And the topic must be spoken of in so many others, unless the headline names it.
const SEVERAL: usize = 2;
/// A statement that says the topic's proposition, or denies it, is on the topic as surely.
const RESTATED: f32 = 0.8;

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
    let mut words: Vec<Words> = topics.iter().map(|topic| topic_words::of(topic, speaks)).collect();
    let headline = spoken::headline(grammar);
    let in_headline: Vec<Named> = topics
        .iter()
        .zip(&words)
        .map(|(topic, words)| presence::in_headline(topic, words, &headline))
        .collect();
    topic_words::share(topics, &mut words);
    let claims: Vec<Option<restated::Claim>> =
        topics.iter().map(|topic| topic.proposition.as_deref().map(restated::Claim::of)).collect();
    let near = nearness(topics, vectors);
    let present = presence::find(topics, &spoken::sentences(grammar));
    let mut takes: Vec<Vec<Take>> = Vec::with_capacity(statements.len());
    for statement in statements {
        let (inside, around) = heard(grammar, statement);
        let wording = Wording::of(grammar.story, statement);
        let said = restated::Said::of(grammar, &wording);
        let mut of: Vec<Take> = Vec::new();
        for (number, words) in (0..).zip(&words) {
            let says =
                |claim: &restated::Claim| said.as_ref().is_some_and(|said| said.stance(claim).is_some());
            let restated = if claims[number as usize].as_ref().is_some_and(says) { RESTATED } else { 0.0 };
            let score = score(words, &inside, &around);
            // "Keep rural hospitals open" says that "the libraries should stay open" only where there are libraries.
            let said = restated > 0.0 && (score > 0.0 || words.is_empty());
            if !present[number as usize] && !said {
                continue;
            }
            // One word by itself, where the whole means something else.
            let apart = near
                .get(takes.len())
                .and_then(Option::as_ref)
                .is_some_and(|near| near[number as usize].1 < FAR);
            let score = if apart && score <= IN_CONTENT { score.min(ENOUGH) } else { score };
            let score = score.max(restated);
            of.extend((score >= ENOUGH).then(|| takes::take(number, score)));
        }
        of.sort_by(|a, b| b.score.total_cmp(&a.score));
        takes.push(of);
    }
    // What a statement goes on with tells more than what its own meaning is near to; and that counts only for topics which the
    // headline names or several statements have by their words, since to one of many topics anything is near.
    takes::inherit(grammar.story, statements, &mut takes, |_| false, |_| false);
    let mut counts = vec![0; topics.len()];
    takes.iter().flatten().for_each(|take| counts[take.issue.0 as usize] += 1);
    let is_spoken_of =
        |topic: usize| counts[topic] >= SEVERAL || counts[topic] > 0 && !in_headline[topic].words.is_empty();
    for (takes, near) in takes.iter_mut().zip(near).filter(|(takes, _)| takes.is_empty()) {
        let nearest = near.as_deref().and_then(nearest);
        takes.extend(nearest.filter(|take| is_spoken_of(take.issue.0 as usize)));
    }
    takes::inherit(grammar.story, statements, &mut takes, |_| false, |_| false);
    prevailing::fill(&headline, &in_headline, &mut takes);
    (by_frequency(grammar, topics, words, &mut takes), takes)
}

/// The topics that are spoken of, the most spoken of first, and the takes renumbered so.
fn by_frequency(
    grammar: &Grammar,
    topics: &[Topic],
    words: Vec<Words>,
    takes: &mut [Vec<Take>],
) -> Vec<Found> {
    let count = |topic: usize| takes.iter().flatten().filter(|take| take.issue.0 as usize == topic).count();
    let mut order: Vec<(usize, usize)> =
        (0..topics.len()).map(|topic| (count(topic), topic)).filter(|(count, _)| *count > 0).collect();
    order.sort_by_key(|(count, topic)| (std::cmp::Reverse(*count), *topic));
    let number: HashMap<u32, u32> =
        (0..).zip(&order).map(|(number, &(_, topic))| (topic as u32, number)).collect();
    for take in takes.iter_mut().flatten() {
        take.issue = IssueId(number[&take.issue.0]);
    }
    let phrases = issues::known_by(grammar, &phrases::find(grammar));
    let found = order.iter().map(|&(_, topic)| {
        let Topic { id, label, proposition, .. } = topics[topic].clone();
        let keys: Vec<String> = words[topic].keys().cloned().collect();
        let mentions = issues::places(&phrases, |word| keys.iter().any(|key| is_form(key, word)));
        Found {
            issue: Issue { id, label, proposition, mentions },
            keys,
            is_name: false,
            contested: true,
            planned: false,
            named: false,
        }
    });
    found.collect()
}

/// The words of a statement's content, and of its whole wording with source and cue.
fn heard(grammar: &Grammar, statement: &Statement) -> (HashSet<String>, HashSet<String>) {
    let story = grammar.story;
    let word = |token: usize| spoken::word(grammar, token);
    let wording = Wording::of(story, statement);
    let inside = wording.content_tokens(story).into_iter().map(word).collect();
    (inside, story.tokens_in(wording.whole).map(word).collect())
}

/// How near a statement's meaning is to each topic's, beside how near the article is on the whole: what is near to everything is
/// near to nothing. `None` where the meaning is not known.
fn nearness(topics: &[Topic], vectors: &[Option<Vec<f32>>]) -> Vec<Option<Vec<Near>>> {
    let near = |topic: &Topic, vector: &[f32]| {
        topic.vectors.iter().map(|of| likeness(of, vector)).fold(0.0, f32::max)
    };
    let of = |vector: &Vec<f32>| topics.iter().map(|topic| near(topic, vector)).collect::<Vec<f32>>();
    let all: Vec<Option<Vec<f32>>> = vectors.iter().map(|vector| vector.as_ref().map(of)).collect();
    let known = all.iter().flatten().count().max(1) as f32;
    let usual = |topic: usize| all.iter().flatten().map(|near| near[topic]).sum::<f32>() / known;
    let usual: Vec<f32> = (0..topics.len()).map(usual).collect();
    let beside = |near: Vec<f32>| near.into_iter().zip(&usual).map(|(near, usual)| (near, near - usual));
    all.into_iter().map(|near| near.map(|near| beside(near).collect())).collect()
}

/// The topic to which a statement is plainly nearer than to any other, and nearer than is usual in the article.
fn nearest(near: &[Near]) -> Option<Take> {
    let mut all: Vec<(u32, Near)> = (0..).zip(near.iter().copied()).collect();
    all.sort_by(|a, b| b.1.1.total_cmp(&a.1.1));
    let (number, (likeness, above)) = *all.first()?;
    let next = all.get(1).map_or(f32::MIN, |(_, (_, above))| *above);
    let plainly = likeness >= ALIKE && above >= MORE && above - next >= APART;
    plainly.then(|| takes::take(number, likeness.max(ENOUGH)))
}

fn score(words: &Words, inside: &HashSet<String>, around: &HashSet<String>) -> f32 {
    let sum = |heard: &HashSet<String>| {
        let of_heard = words.iter().filter(|(word, _)| is_heard(word, heard));
        let mut worths: Vec<f32> = of_heard.map(|(_, worth)| *worth).collect();
        worths.sort_by(|a, b| b.total_cmp(a));
        let first = worths.first().copied();
        first.map(|first| (first, worths[1..].iter().sum::<f32>()))
    };
    let inside = sum(inside).map_or(0.0, |(first, more)| IN_CONTENT * first + EACH_MORE * more);
    let around = sum(around).map_or(0.0, |(first, more)| IN_SENTENCE * first + EACH_MORE * more);
    inside.max(around).min(0.98)
}
