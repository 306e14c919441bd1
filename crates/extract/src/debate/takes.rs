//! Takes: which statements are about which issue, by the issue's words in them and by what goes on from them.

use onrecord_base::{IssueId, Statement, Take};

use super::issues::{Found, key};
use super::phrases::Grammar;
use super::sides::one_state;
use crate::senses::likeness;
use crate::speakers::tokens::Story;

/// The word that made it an issue stands in the content.
const BY_KEY: f32 = 0.9;
/// Another word of the issue does.
const BY_OTHER: f32 = 0.75;
/// A statement that only goes on from one about it is about it from here on.
const ENOUGH: f32 = 0.4;
/// A content without any of the issue's words means much the same as those that have them.
const ALIKE: f32 = 0.42;

/// For each statement its takes, the surest first; stances are not known yet. `vectors` are of the contents' meanings.
pub(super) fn find(
    grammar: &Grammar,
    statements: &[Statement],
    issues: &[Found],
    vectors: &[Option<Vec<f32>>],
) -> Vec<Vec<Take>> {
    let mut out: Vec<Vec<Take>> =
        statements.iter().map(|statement| by_words(grammar, statement, issues)).collect();
    let centres: Vec<Option<Vec<f32>>> =
        (0..issues.len()).map(|issue| centre(issue as u32, &out, vectors)).collect();
    for (takes, vector) in out.iter_mut().zip(vectors).filter(|(takes, _)| takes.is_empty()) {
        let Some(vector) = vector else { continue };
        let near = (0..)
            .zip(&centres)
            .filter_map(|(issue, centre)| Some((issue, likeness(centre.as_ref()?, vector))));
        let nearest = near.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, likeness)| *likeness >= ALIKE);
        let take = |(issue, score)| Take { issue: IssueId(issue), score, stance: None, confidence: 0.0 };
        takes.extend(nearest.map(take));
    }
    inherit(grammar.story, statements, &mut out);
    out
}

/// The takes by the issues' words in the content.
fn by_words(grammar: &Grammar, statement: &Statement, issues: &[Found]) -> Vec<Take> {
    let content = statement.attribution.content.iter().flat_map(|span| grammar.story.tokens_in(span));
    let words: Vec<String> = content.filter_map(|token| key(grammar, token)).collect();
    let mut takes: Vec<Take> = Vec::new();
    for (number, found) in issues.iter().enumerate() {
        let has =
            |key: &String| words.iter().any(|word| word == key || found.is_name && one_state(word, key));
        let score = match found.keys.iter().position(has) {
            Some(0) => BY_KEY,
            Some(_) => BY_OTHER,
            None => continue,
        };
        takes.push(Take { issue: IssueId(number as u32), score, stance: None, confidence: 0.0 });
    }
    takes.sort_by(|a, b| b.score.total_cmp(&a.score));
    takes
}

/// The middle of the contents that have an issue's words.
fn centre(issue: u32, takes: &[Vec<Take>], vectors: &[Option<Vec<f32>>]) -> Option<Vec<f32>> {
    let mut sum: Option<Vec<f32>> = None;
    for (takes, vector) in takes.iter().zip(vectors) {
        let Some(vector) = vector.as_ref().filter(|_| takes.iter().any(|take| take.issue.0 == issue)) else {
            continue;
        };
        match &mut sum {
            Some(sum) => sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += value),
            None => sum = Some(vector.clone()),
        }
    }
    let mut sum = sum?;
    let length = likeness(&sum, &sum).sqrt().max(f32::MIN_POSITIVE);
    sum.iter_mut().for_each(|value| *value /= length);
    Some(sum)
}

/// Lets statements without a take of their own inherit that of the one before, where the article goes on with it.
pub(super) fn inherit(story: &Story, statements: &[Statement], takes: &mut [Vec<Take>]) {
    for place in 1..statements.len() {
        if !takes[place].is_empty() {
            continue;
        }
        let share = goes_on(story, &statements[place - 1], &statements[place]);
        let before = takes[place - 1].first().copied();
        if let Some(take) = before.filter(|take| share * take.score >= ENOUGH) {
            takes[place].push(Take { score: share * take.score, ..take });
        }
    }
}

/// How surely a statement goes on with what the one before it is about.
fn goes_on(story: &Story, before: &Statement, statement: &Statement) -> f32 {
    let block = |s: &Statement| {
        let first = s.attribution.content.first()?;
        story.tokens_in(first).next().map(|token| story.tokens[token].block)
    };
    let (Some(one), Some(two)) = (block(before), block(statement)) else { return 0.0 };
    let same_actor = !statement.actors.is_empty() && before.actors == statement.actors;
    let points_back = points_back(story, statement);
    // An answer is on what was asked.
    if two == one + 1 && ends_in_question(story, before) {
        return 0.8;
    }
    match two.checked_sub(one) {
        Some(0) if same_actor => 0.85,
        Some(0) if points_back => 0.8,
        Some(1) if same_actor && points_back => 0.75,
        Some(1) if points_back => 0.7,
        _ => 0.0,
    }
}

/// Whether what is said ends in a question.
pub(super) fn ends_in_question(story: &Story, statement: &Statement) -> bool {
    let tokens = statement.attribution.content.iter().flat_map(|span| story.tokens_in(span));
    let mut marks = tokens.filter(|&token| story.is_any(token, &[".", "?", "!"]));
    marks.next_back().is_some_and(|mark| story.is(mark, "?"))
}

/// Whether a content has words that mean something said before: "it", "that", "the two".
fn points_back(story: &Story, statement: &Statement) -> bool {
    const BACK: [&str; 9] = ["it", "its", "this", "they", "them", "their", "these", "those", "such"];
    // "This week …" at the very start points at nothing.
    let content = statement.attribution.content.iter().flat_map(|span| story.tokens_in(span));
    content.skip(1).any(|token| story.is_any(token, &BACK)) || is_of_a_claim(story, statement)
}

/// Whether a content is about what somebody else said: "the claim", "that account", "the report as fiction".
pub(super) fn is_of_a_claim(story: &Story, statement: &Statement) -> bool {
    const CLAIMS: [&str; 18] = [
        "accusation",
        "accusations",
        "allegation",
        "allegations",
        "claim",
        "claims",
        "suggestion",
        "suggestions",
        "account",
        "assertion",
        "report",
        "finding",
        "findings",
        "estimate",
        "estimates",
        "figures",
        "complaint",
        "forecast",
    ];
    let content = statement.attribution.content.iter().flat_map(|span| story.tokens_in(span));
    let first: Vec<usize> = content.filter(|&token| story.tokens[token].is_word).take(4).collect();
    let determined = first.first().is_some_and(|&token| {
        story.is_any(token, &["the", "that", "this", "those", "these", "such"])
            || story.tokens[token].possessive
    });
    determined && first.iter().any(|&token| story.is_any(token, &CLAIMS))
}
