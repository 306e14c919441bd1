//! Contradictions: whose word a denial says is not so, by name: "denied that it was late, as Lind had claimed", "rejected Lind’s warning".

use onrecord_base::{Actor, ActorId, Statement};
use rustc_hash::FxHashMap;

use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::references;
use super::takes;
use super::verdicts;
use super::wording::Wording;

const TELLS: &str = "suggested claimed alleged argued said asserted maintained insisted contended charged stated reported \
                     suggests claims alleges argues says asserts maintains insists contends charges states reports";

/// By the first token of each mention whose it is, and its last token.
type Mentions = FxHashMap<usize, Vec<(ActorId, usize)>>;

/// For each statement the actors whose word it says is not so.
pub(super) fn find(grammar: &Grammar, actors: &[Actor], statements: &[Statement]) -> Vec<Vec<ActorId>> {
    let story = grammar.story;
    let mut mentions: Mentions = FxHashMap::default();
    for (id, actor) in (0..).zip(actors) {
        for tokens in actor.mentions.iter().map(|mention| story.tokens_in(mention)) {
            if let Some((first, last)) = tokens.clone().next().zip(tokens.last()) {
                mentions.entry(first).or_default().push((ActorId(id), last));
            }
        }
    }
    let of = |statement: &Statement| {
        let denies = cues::read(&Wording::of(story, statement).cue) == Some(Speech::Denies);
        if denies { contradicted(grammar, &mentions, statement) } else { Vec::new() }
    };
    statements.iter().map(of).collect()
}

/// Whose word a denial is about: "as Lind had claimed" in its sentence, "Lind’s claim" at its beginning.
fn contradicted(grammar: &Grammar, mentions: &Mentions, statement: &Statement) -> Vec<ActorId> {
    /// So far behind a content "as" may stand.
    const NEAR: usize = 20;
    let story = grammar.story;
    let mut content = takes::content(story, statement);
    let Some(from) = content.next() else { return Vec::new() };
    let to = content.last().unwrap_or(from);
    let there = |first: usize| mentions.get(&first).into_iter().flatten().copied();
    let has = |token: usize| story.is_any(token, &["had", "has", "have"]);
    let told = |last: usize| {
        let verb = last + 1 + usize::from(has(last + 1));
        verb < story.len() && verdicts::among(TELLS, story.lower(verb))
    };
    let whose = |last: usize| {
        last < to && story.tokens[last].possessive && references::is_word_of_another(story, last + 1)
    };
    let sentence = |token: usize| story.tokens[token].sentence;
    let after_as = (from + 1..story.len().min(to + NEAR))
        .filter(|&token| story.is(token - 1, "as") && sentence(token) == sentence(to));
    let by_clause = after_as.flat_map(there).filter(|(_, last)| told(*last));
    let by_owner = there(from).filter(|(_, last)| whose(*last));
    by_clause.chain(by_owner).map(|(id, _)| id).filter(|id| !statement.actors.contains(id)).collect()
}
