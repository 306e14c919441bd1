//! Replies: statements about what another said shortly before ("rejected the claim", "endorsed the findings") or resolved
//! ("welcomed the vote").

use onrecord_base::Statement;

use super::contraries;
use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::references::{Reference, refers_to};
use super::takes;
use super::verdicts;
use super::wording::Wording;

/// What is answered was said among so many statements before.
const RECENT: usize = 4;
/// Words for what is not believed.
const DISMISSIVE: [&str; 15] = [
    "lie",
    "lies",
    "fiction",
    "nonsense",
    "false",
    "baseless",
    "untrue",
    "absurd",
    "rubbish",
    "fantasy",
    "ridiculous",
    "guesswork",
    "unfounded",
    "ludicrous",
    "fabrication",
];

/// The statement that another answers, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) to: u32,
    pub(super) agrees: bool,
    /// Whether it takes the side of what is answered, or the other; "disputed this" tells neither.
    pub(super) takes_side: bool,
}

/// For each statement what it answers. Takes are known.
pub(super) fn find(grammar: &Grammar, statements: &[Statement]) -> Vec<Option<Reply>> {
    (0..statements.len()).map(|place| reply(grammar, &statements[..place], &statements[place])).collect()
}

/// Whether a statement puts something forward that one can be for or against.
fn is_proposal(grammar: &Grammar, statement: &Statement) -> bool {
    let cue = Wording::of(grammar.story, statement).cue;
    cues::proposes(&cue) || cues::urges(&cue) || cues::read(&cue) == Some(Speech::Supports)
}

/// Whether a statement says something that can be believed or not.
fn is_claim(grammar: &Grammar, statement: &Statement) -> bool {
    let story = grammar.story;
    let speech = cues::read(&Wording::of(story, statement).cue);
    refers_to(story, statement).is_none()
        && !matches!(speech, Some(Speech::Denies | Speech::Declines))
        && !takes::ends_in_question(story, statement)
}

fn reply(grammar: &Grammar, before: &[Statement], statement: &Statement) -> Option<Reply> {
    let story = grammar.story;
    let reference = refers_to(story, statement)?;
    let wording = Wording::of(story, statement);
    let dismissed = |&token: &usize| DISMISSIVE.contains(&story.lower(token));
    let agrees = match cues::read(&wording.cue) {
        Some(Speech::Denies) => false,
        // Who backs a charge may like the fee.
        _ if reference == Reference::Charge => return None,
        Some(Speech::Opposes) => false,
        Some(Speech::Supports) => true,
        None if wording.content_tokens(story).iter().any(dismissed) => false,
        // "the vote was a disgrace"
        None if reference == Reference::Decision => verdicts::of_reference(grammar, &wording)?,
        _ => return None,
    };
    let (recent, fits): (usize, fn(&Grammar, &Statement) -> bool) = match reference {
        Reference::Claim | Reference::Charge => (RECENT, is_claim),
        Reference::Proposal => (RECENT, is_proposal),
        Reference::Decision => {
            (before.len(), |grammar, other| cues::decides(&Wording::of(grammar.story, other).cue))
        }
    };
    let on_same = |other: &Statement| {
        other.takes.iter().any(|take| statement.takes.iter().any(|own| own.issue == take.issue))
    };
    let others = before.iter().enumerate().rev().take(recent);
    let others: Vec<(usize, &Statement)> = others
        .filter(|(_, other)| other.actors != statement.actors && fits(grammar, other) && on_same(other))
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
    let nearest = others.iter().find(|(_, other)| named(other)).or(others.first());
    let takes_side = !takes::is_pronoun(story, statement) || cues::rejects(&wording.cue);
    nearest.map(|(to, _)| Reply { to: *to as u32, agrees, takes_side })
}
