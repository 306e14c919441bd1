//! Replies: statements about what another said shortly before ("rejected the claim", "endorsed the findings") or resolved
//! ("welcomed the vote").

use onrecord_base::{Actor, ActorId, ActorKind, Statement};

use super::contraries;
use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::references::{self, Reference, refers_to};
use super::retorts;
use super::takes;
use super::verdicts;
use super::wording::Wording;
use super::worth;

/// What is answered was said among so many statements before.
const RECENT: usize = 4;

/// What one is accused by.
const CHARGES: [&str; 6] = ["accusation", "accusations", "allegation", "allegations", "charge", "charges"];

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
        reply(grammar, actors, before, statement)
            .or_else(|| retorts::find(grammar, actors, before, statement))
    };
    (0..statements.len()).map(reply).collect()
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
pub(super) fn is_claim(grammar: &Grammar, statement: &Statement) -> bool {
    refers_to(grammar.story, statement).is_none() && tells(grammar, statement)
}

/// Whether a statement says something and does not only deny, decline or ask.
fn tells(grammar: &Grammar, statement: &Statement) -> bool {
    let speech = cues::read(&Wording::of(grammar.story, statement).cue);
    !matches!(speech, Some(Speech::Denies | Speech::Declines))
        && !takes::ends_in_question(grammar.story, statement)
}

fn reply(grammar: &Grammar, actors: &[Actor], before: &[Statement], statement: &Statement) -> Option<Reply> {
    let story = grammar.story;
    let reference = refers_to(story, statement)?;
    let wording = Wording::of(story, statement);
    // "The council also criticised the proposal": as the one before did.
    if cues::joins_in(&wording.cue) {
        return None;
    }
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
        // "says its figures are fiction … rejects that"
        Reference::Claim if takes::is_pronoun(story, statement) => tells(grammar, other),
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
    // "the allegations about trees"
    let on_word = |other: &Statement| {
        let mut content = takes::content(story, other);
        let tells = |token: usize| contraries::tells(story.lower(token)) && grammar.key(token).is_some();
        reference == Reference::Claim
            && content.any(|token| tells(token) && words.contains(&story.tokens[token].word))
    };
    // What a board resolved rather than what one of its members voted.
    let is_person = |actor: &ActorId| actors[actor.0 as usize].kind == Some(ActorKind::Person);
    let of_body = |other: &Statement| reference == Reference::Decision && !other.actors.iter().any(is_person);
    let by = |is: &dyn Fn(&Statement) -> bool| others.iter().find(|(_, other)| is(other));
    // "rejected the accusation" is an answer to whoever accuses.
    let charged = CHARGES.iter().any(|word| wording.content_words(story).contains(word));
    let accuses = |other: &Statement| charged && cues::accuses(&Wording::of(story, other).cue);
    let tells_what = |other: &Statement| !takes::is_pronoun(story, other);
    let nearest = by(&named)
        .or_else(|| by(&on_word))
        .or_else(|| by(&accuses))
        .or_else(|| by(&of_body))
        .or_else(|| by(&tells_what))
        .or(others.first());
    let takes_side =
        !takes::is_pronoun(story, statement) || cues::rejects(&wording.cue) || cues::rules_out(&wording.cue);
    nearest.map(|(to, _)| Reply { to: *to as u32, agrees, takes_side })
}
