//! Retorts: who is said to disagree or agree, and then goes on: "Lind disagreed, saying …", "But Lind disagreed. “…,” she said".

use onrecord_base::{Actor, ActorId, Span, Statement};

use super::phrases::Grammar;
use super::replies::{Reply, is_claim};

/// "Lind disagreed, saying …", "But Lind disagreed. “…,” she said": an answer to what another said right before, which takes no side by itself;
/// "Lind agreed with her, saying …" takes hers.
pub(super) fn find(
    grammar: &Grammar,
    actors: &[Actor],
    before: &[Statement],
    statement: &Statement,
) -> Option<Reply> {
    const JUST_BEFORE: usize = 2;
    /// "Others are not convinced." has few words.
    const LONGEST: usize = 8;
    /// Of a sentence without end no more is looked at.
    const REACH: usize = 200;
    let story = grammar.story;
    let first = [statement.attribution.cue, statement.attribution.content.first()];
    let at = first.into_iter().flatten().filter_map(|span| story.tokens_in(span).next()).min()?;
    let word = &story.tokens[at];
    let disagrees = |token: usize| {
        let view = || {
            story.is_any(token, &["view", "line", "opinion"])
                && token > 1
                && (story.is(token - 1, "different") || story.is(token - 1, "opposite"))
        };
        story.is_any(token, &["disagreed", "disagrees", "differed", "unconvinced", "unimpressed"]) || view()
    };
    let own = (0..at).rev().take(REACH).take_while(|&token| story.tokens[token].sentence == word.sentence);
    let in_it = own.clone().any(|token| disagrees(token) && story.is(token + 1, ","));
    // "agreed with her, saying"
    let agrees = own.clone().any(|token| {
        story.is(token, "agreed")
            && story.is(token + 1, "with")
            && story.is(token + 3, ",")
            && token + 4 == at
    });
    let sentence_before = || {
        let sentence: Vec<usize> = (0..at)
            .rev()
            .take(REACH)
            .skip_while(|&token| story.tokens[token].sentence == word.sentence)
            .take_while(|&token| {
                story.tokens[token].sentence + 1 == word.sentence && story.tokens[token].block == word.block
            })
            .collect();
        let doubts = &["convinced", "sure", "persuaded", "impressed"];
        let doubted = |&token: &usize| {
            story.is_any(token, doubts) && token > 0 && story.is_any(token - 1, &["not", "so", "less", "n't"])
        };
        // "Others are not convinced."
        let opens = |list: &[&str]| sentence.last().is_some_and(|&first| story.is_any(first, list));
        if sentence.len() < LONGEST
            && (opens(&["others", "critics", "opponents"])
                && sentence.get(1).is_some_and(|token| {
                    doubted(token) || disagrees(*token) || story.is_any(*token, &["disagree", "differ"])
                })
                || opens(&["not"])
                    && sentence
                        .get(1)
                        .is_some_and(|&token| story.is_any(token, &["agrees", "agreed", "convinced"])))
        {
            return true;
        }
        let ends = sentence.get(1).is_some_and(|token| disagrees(*token) || doubted(token));
        let said = |span: Span| story.tokens_in(span).any(|token| sentence.contains(&token));
        let by_it = |actor: &ActorId| actors[actor.0 as usize].mentions.iter().any(said);
        ends && statement.actors.iter().any(by_it)
    };
    if statement.actors.is_empty() || !(in_it || agrees || sentence_before()) {
        return None;
    }
    let issues = |of: &Statement| of.takes.iter().map(|take| take.issue).collect::<Vec<_>>();
    let own = issues(statement);
    let answered = |other: &Statement| {
        !other.actors.is_empty()
            && other.actors != statement.actors
            && (agrees || is_claim(grammar, other))
            && issues(other).iter().any(|issue| own.contains(issue))
    };
    let mut recent = before.iter().enumerate().rev().take(JUST_BEFORE);
    let (to, _) = recent.find(|(_, other)| answered(other))?;
    Some(Reply { to: to as u32, agrees, takes_side: agrees })
}
