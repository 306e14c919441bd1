//! Replies: statements about what another said shortly before ("rejected the claim", "endorsed the findings") or resolved
//! ("welcomed the vote").

use onrecord_base::{Actor, ActorId, ActorKind, Span, Statement};

use super::contraries;
use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::references::{self, Reference, refers_to};
use super::takes;
use super::verdicts;
use super::wording::Wording;
use super::worth;

/// What is answered was said among so many statements before.
const RECENT: usize = 4;
/// The statement that another answers, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) to: u32,
    pub(super) agrees: bool,
    /// Whether it takes the side of what is answered, or the other; "disputed this" tells neither.
    pub(super) takes_side: bool,
}

/// For each statement what it answers. Takes are known.
pub(super) fn find(grammar: &Grammar, actors: &[Actor], statements: &[Statement]) -> Vec<Option<Reply>> {
    let reply = |place: usize| {
        let (before, statement) = (&statements[..place], &statements[place]);
        reply(grammar, actors, before, statement).or_else(|| retort(grammar, actors, before, statement))
    };
    (0..statements.len()).map(reply).collect()
}

/// "Lind disagreed, saying …", "But Lind disagreed. “…,” she said": an answer to what another said right before, which takes no side by itself;
/// "Lind agreed with her, saying …" takes hers.
fn retort(grammar: &Grammar, actors: &[Actor], before: &[Statement], statement: &Statement) -> Option<Reply> {
    const JUST_BEFORE: usize = 2;
    /// "Others are not convinced." has few words.
    const LONGEST: usize = 8;
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
    let own = (0..at).rev().take_while(|&token| story.tokens[token].sentence == word.sentence);
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

/// For each statement the actors whose word it says is not so: "denied that it was late, as Lind had claimed", "rejected Lind's warning".
pub(super) fn contradicted(
    grammar: &Grammar,
    actors: &[Actor],
    statements: &[Statement],
) -> Vec<Vec<ActorId>> {
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

/// "has offered to"
fn offers(cue: &str) -> bool {
    cue.split(' ').any(|word| word.starts_with("offer"))
}

/// Whether a statement puts something forward that one can be for or against.
fn is_proposal(grammar: &Grammar, statement: &Statement) -> bool {
    let cue = Wording::of(grammar.story, statement).cue;
    offers(&cue) || cues::proposes(&cue) || cues::urges(&cue) || cues::read(&cue) == Some(Speech::Supports)
}

/// Whether a statement says something that can be believed or not.
fn is_claim(grammar: &Grammar, statement: &Statement) -> bool {
    let story = grammar.story;
    let speech = cues::read(&Wording::of(story, statement).cue);
    refers_to(story, statement).is_none()
        && !matches!(speech, Some(Speech::Denies | Speech::Declines))
        && !takes::ends_in_question(story, statement)
}

fn reply(grammar: &Grammar, actors: &[Actor], before: &[Statement], statement: &Statement) -> Option<Reply> {
    let story = grammar.story;
    let reference = refers_to(story, statement)?;
    let wording = Wording::of(story, statement);
    let dismissed = |&token: &usize| references::DISMISSIVE.contains(&story.lower(token));
    let agrees = match cues::read(&wording.cue) {
        Some(Speech::Denies) => false,
        // Who backs a charge may like the fee.
        _ if reference == Reference::Charge => return None,
        Some(Speech::Opposes) => false,
        Some(Speech::Supports) => true,
        None if wording.content_tokens(story).iter().any(dismissed) => false,
        // "called that claim unfair"
        None if reference == Reference::Claim && verdicts::gives_a_name(&wording.cue) => {
            let said = wording.content_words(story);
            said.iter().any(|word| worth::worth(word) == Some(false)).then_some(false)?
        }
        // "the vote was a disgrace"
        None if reference == Reference::Decision => verdicts::of_reference(grammar, &wording)?,
        _ => return None,
    };
    let recent = if reference == Reference::Decision { before.len() } else { RECENT };
    let offered = wording.content_words(story).iter().any(|word| matches!(*word, "offer" | "offers"));
    let announced = wording.content_words(story).contains(&"announcement");
    let fits = |other: &Statement| match reference {
        Reference::Claim | Reference::Charge => is_claim(grammar, other),
        Reference::Proposal if offered => offers(&Wording::of(story, other).cue),
        Reference::Proposal => is_proposal(grammar, other),
        Reference::Decision => {
            let cue = Wording::of(story, other).cue;
            if announced { cues::announces(&cue) } else { cues::decides(&cue) }
        }
    };
    let on_same = |other: &Statement| {
        other.takes.iter().any(|take| statement.takes.iter().any(|own| own.issue == take.issue))
    };
    let others = before.iter().enumerate().rev().take(recent);
    let others: Vec<(usize, &Statement)> = others
        .filter(|(_, other)| other.actors != statement.actors && fits(other) && on_same(other))
        .collect();
    // "the commission’s findings" are what the commission found, whoever spoke since.
    let words: Vec<u32> =
        wording.content_tokens(story).iter().map(|&token| story.tokens[token].word).collect();
    let named = |other: &Statement| {
        let source = other.attribution.source.iter().flat_map(|span| story.tokens_in(span));
        source
            .into_iter()
            .any(|token| contraries::tells(story.lower(token)) && words.contains(&story.tokens[token].word))
    };
    // What a board resolved rather than what one of its members voted.
    let is_person = |actor: &ActorId| actors[actor.0 as usize].kind == Some(ActorKind::Person);
    let of_body = |other: &Statement| reference == Reference::Decision && !other.actors.iter().any(is_person);
    let by = |is: &dyn Fn(&Statement) -> bool| others.iter().find(|(_, other)| is(other));
    let tells_what = |other: &Statement| !takes::is_pronoun(story, other);
    let nearest = by(&named).or_else(|| by(&of_body)).or_else(|| by(&tells_what)).or(others.first());
    let takes_side =
        !takes::is_pronoun(story, statement) || cues::rejects(&wording.cue) || cues::rules_out(&wording.cue);
    nearest.map(|(to, _)| Reply { to: *to as u32, agrees, takes_side })
}
