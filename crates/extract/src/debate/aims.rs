//! Aims: whom a statement is aimed at, and whether it finds fault with them or speaks well of them.

use std::collections::HashSet;

use onrecord_base::{ActorId, Aim, Attitude, IssueId, Span, Statement};

use super::Tools;
use super::cues::{self, Speech};
use super::measurements;
use super::phrases::Grammar;
use super::sides::Side;
use super::wording::Wording;
use crate::judge::{Odds, Question, Toward};
use crate::model::ModelError;

/// Below this the model's answer is unclear.
const SURE: f32 = 0.6;
/// How sure a cue's own word is: "praised her", "accused Nordhaven of".
pub(super) const BY_CUE: f32 = 0.85;
/// Whoever a cue is about stands this near to it, in tokens.
const NEAR: usize = 4;

/// What a statement says of one side, with the place of its mention.
pub(super) struct Remark {
    /// The side (an actor).
    pub(super) of: ActorId,
    /// Whether the actor itself is named or pointed to, not only its state.
    pub(super) direct: bool,
    pub(super) attitude: Option<Attitude>,
    pub(super) confidence: f32,
    /// Whether it takes that side: "backed Norway", "Roe was right".
    pub(super) endorses: bool,
}

/// What each statement says of those who speak elsewhere in the article. The model is asked about the first of them only.
pub(super) fn remarks(
    grammar: &Grammar,
    sides: &[Side],
    actors: &[onrecord_base::Actor],
    statements: &[Statement],
    tools: &Tools,
) -> Result<Vec<Vec<Remark>>, ModelError> {
    let mut speaks_on: Vec<HashSet<IssueId>> = vec![HashSet::new(); actors.len()];
    for statement in statements {
        for actor in &statement.actors {
            speaks_on[actor.0 as usize].extend(statement.takes.iter().map(|take| take.issue));
        }
    }
    let resolves = |statement: &&Statement| cues::decides(&Wording::of(grammar.story, statement).cue);
    let resolved: HashSet<ActorId> =
        statements.iter().filter(resolves).flat_map(|statement| statement.actors.iter().copied()).collect();
    let mut out: Vec<Vec<Remark>> = Vec::with_capacity(statements.len());
    // The model is asked all at once: which remark, and what of it.
    let (mut open, mut questions) = (Vec::new(), Vec::new());
    for (number, statement) in statements.iter().enumerate() {
        let wording = Wording::of(grammar.story, statement);
        let words: Vec<(usize, &str)> = wording
            .content_tokens(grammar.story)
            .into_iter()
            .filter_map(|token| Some((token, grammar.key(token)?)))
            .collect();
        let own = |key: &str| statement.actors.iter().any(|actor| sides[actor.0 as usize].has(key));
        let mut spoken_of: Vec<(Span, ActorId, bool)> = Vec::new();
        for (of, actor) in actors.iter().enumerate() {
            let side = &sides[of];
            let speaks_on = &speaks_on[of];
            let of = ActorId(of as u32);
            // Who is said to be at odds over a thing says nothing of anybody.
            let at_odds = cues::read(&wording.cue) == Some(Speech::Disagrees);
            if statement.actors.is_empty() || statement.actors.contains(&of) || at_odds {
                continue;
            }
            let direct = actor.mentions.iter().find(|mention| wording.in_content(*mention));
            // What is said of a side alone matters only where that side speaks on the issue, too.
            let named = || {
                statement.takes.iter().any(|take| speaks_on.contains(&take.issue)).then_some(())?;
                let token = words.iter().find(|(_, key)| side.is_behind(key) && !own(key))?.0;
                Some(grammar.story.tokens[token].span)
            };
            spoken_of.extend(direct.map(|mention| (mention, of, true)));
            if direct.is_none() {
                spoken_of.extend(named().map(|mention| (mention, of, false)));
            }
        }
        spoken_of.sort();
        let measured = measurements::is_one(grammar.story, statement);
        let mut remarks = Vec::with_capacity(spoken_of.len());
        for (place, (mention, of, direct)) in spoken_of.into_iter().enumerate() {
            let endorses = endorses(grammar, statement, &wording, mention, resolved.contains(&of));
            let by_cue = match endorses {
                true => Some(Attitude::Praises),
                false => by_cue(grammar, statement, &wording, mention),
            };
            if let Some(at) = wording.place(mention).filter(|_| by_cue.is_none() && place == 0 && !measured) {
                open.push((number, remarks.len()));
                questions.push(Question { toward: Toward::Mention(at), text: wording.text(grammar.story) });
            }
            let confidence = if by_cue.is_some() { BY_CUE } else { 0.0 };
            remarks.push(Remark { of, direct, attitude: by_cue, confidence, endorses });
        }
        out.push(remarks);
    }
    if let Some(judge) = tools.judge {
        for ((statement, remark), odds) in open.into_iter().zip(judge.answer(&questions)?) {
            let remark = &mut out[statement][remark];
            (remark.attitude, remark.confidence) = attitude(odds);
        }
    }
    Ok(out)
}

/// The aim of a statement: of those it names or points to, the one it treats most clearly.
pub(super) fn aim(remarks: &[Remark]) -> Option<Aim> {
    let rank = |r: &&Remark| match r.attitude {
        Some(Attitude::Criticises | Attitude::Praises) => 2,
        Some(Attitude::Neutral) => 1,
        None => 0,
    };
    let chosen = remarks
        .iter()
        .filter(|remark| remark.direct)
        .max_by(|a, b| rank(a).cmp(&rank(b)).then(a.confidence.total_cmp(&b.confidence)))?;
    Some(Aim { target: chosen.of, attitude: chosen.attitude, confidence: chosen.confidence })
}

/// The likeliest attitude, if it is clear, and how sure it is.
fn attitude(odds: Odds) -> (Option<Attitude>, f32) {
    let (best, confidence) = super::likeliest(odds);
    let attitude = [Attitude::Criticises, Attitude::Praises, Attitude::Neutral][best];
    ((confidence >= SURE).then_some(attitude), confidence)
}

/// Whether a statement takes somebody's side: "backed Norway", "agreed with Roe", "Roe was right to wait".
/// Who has resolved on something (`resolved`) is praised for that.
fn endorses(
    grammar: &Grammar,
    statement: &Statement,
    wording: &Wording,
    mention: Span,
    resolved: bool,
) -> bool {
    let story = grammar.story;
    let content = wording.content_tokens(story);
    let place = |token: usize| content.iter().position(|&other| other == token);
    let tokens = story.tokens_in(mention);
    let Some((first, last)) = tokens.clone().next().and_then(place).zip(tokens.last().and_then(place)) else {
        return false;
    };
    let follows = |words: &[&str]| {
        let next = content[last + 1..].iter().take(words.len());
        next.clone().count() == words.len() && next.zip(words).all(|(&token, word)| story.is(token, word))
    };
    let opens = content[..first]
        .iter()
        .all(|&token| !story.tokens[token].is_word || story.is_any(token, &["that", "the"]));
    // "shared Roe's concern"
    let shared = || {
        const VIEWS: [&str; 12] = [
            "concern",
            "concerns",
            "view",
            "views",
            "fear",
            "fears",
            "worry",
            "worries",
            "opinion",
            "frustration",
            "anger",
            "assessment",
        ];
        let before = first.checked_sub(1).map(|before| content[before]);
        let after = content.get(last + 1);
        before.is_some_and(|before| story.is_any(before, &["shared", "shares", "share"]))
            && story.tokens[content[last]].possessive
            && after.is_some_and(|&after| story.is_any(after, &VIEWS))
            && !content[..first].iter().any(|&token| story.is_any(token, &["not", "never", "n't"]))
    };
    if shared() {
        return true;
    }
    let right = ["was", "is", "were", "are"].iter().any(|copula| follows(&[copula, "right"]));
    // "backed Norway's call" is for the call.
    let alone = !story.tokens[content[last]].possessive
        && content.get(last + 1).is_none_or(|&next| {
            !story.tokens[next].is_word
                || !story.joined(content[last])
                || story.is_any(next, &["on", "over", "and", "in"])
        });
    let praised = resolved
        && (cues::praises(&wording.cue) || wording.cue.split(' ').any(|word| word.starts_with("thank")));
    let sides = praised || alone && cues::sides_with(&wording.cue);
    opens && (right || statement.attribution.cue.is_some() && sides)
}

/// By the cue alone, where whom it is about comes right after it.
fn by_cue(grammar: &Grammar, statement: &Statement, wording: &Wording, mention: Span) -> Option<Attitude> {
    let cue = statement.attribution.cue?;
    let story = grammar.story;
    let (from, to) = (story.tokens_in(cue).end, story.tokens_in(mention).start);
    if to < from || to - from > NEAR || !wording.in_content(mention) {
        return None;
    }
    // "urged the minister to act"
    let after = story.tokens_in(mention).end;
    if cues::urges(&wording.cue) && story.is(after, "to") {
        return Some(Attitude::Neutral);
    }
    // "confirmed Roe as chair"
    const NAMES: [&str; 6] = ["confirm", "appoint", "nominat", "elect", "name", "select"];
    if wording.cue.split(' ').any(|word| NAMES.iter().any(|stem| word.starts_with(stem)))
        && story.is(after, "as")
    {
        return Some(Attitude::Neutral);
    }
    match cues::read(&wording.cue)? {
        Speech::Opposes => Some(Attitude::Criticises),
        Speech::Supports if cues::praises(&wording.cue) => Some(Attitude::Praises),
        _ => None,
    }
}
