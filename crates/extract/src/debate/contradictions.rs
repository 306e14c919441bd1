//! Contradictions: whose word a denial says is not so, by name: "denied that it was late, as Lind had claimed", "rejected Lind’s warning".

use onrecord_base::{Actor, ActorId, Span, Statement};

use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::references;
use super::takes;
use super::verdicts;
use super::wording::Wording;

/// For each statement the actors whose word it says is not so: "denied that it was late, as Lind had claimed", "rejected Lind's warning".
pub(super) fn find(grammar: &Grammar, actors: &[Actor], statements: &[Statement]) -> Vec<Vec<ActorId>> {
    let of = |statement: &Statement| {
        let denies = cues::read(&Wording::of(grammar.story, statement).cue) == Some(Speech::Denies);
        let named = |(id, actor): (u32, &Actor)| {
            let id = ActorId(id);
            let told = actor.mentions.iter().any(|mention| tells_of(grammar, statement, mention));
            (told && !statement.actors.contains(&id)).then_some(id)
        };
        (0..).zip(actors).filter(|_| denies).filter_map(named).collect()
    };
    statements.iter().map(of).collect()
}

/// Whether a mention in the sentence of a statement tells whose word its content is: "as Lind had claimed", "Lind's claim".
fn tells_of(grammar: &Grammar, statement: &Statement, mention: Span) -> bool {
    const TELLS: &str = "suggested claimed alleged argued said asserted maintained insisted contended charged stated reported \
                         suggests claims alleges argues says asserts maintains insists contends charges states reports";
    let story = grammar.story;
    let tokens = story.tokens_in(mention);
    let Some((first, last)) = tokens.clone().next().zip(tokens.last()) else { return false };
    let content = takes::content(story, statement);
    let Some((from, to)) = content.fold(None, |range: Option<(usize, usize)>, token| {
        Some(range.map_or((token, token), |(from, _)| (from, token)))
    }) else {
        return false;
    };
    let one_sentence = story.tokens[first].sentence == story.tokens[to].sentence;
    let verb =
        last + 1 + usize::from(last + 1 < story.len() && story.is_any(last + 1, &["had", "has", "have"]));
    let as_told = one_sentence
        && first > from
        && story.is(first - 1, "as")
        && verb < story.len()
        && verdicts::among(TELLS, story.lower(verb));
    let whose = first == from
        && last < to
        && story.tokens[last].possessive
        && references::is_word_of_another(story, last + 1);
    as_told || whose
}
