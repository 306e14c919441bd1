//! Stances: what a statement says for or against the issues it is about.

use std::ops::Range;

use onrecord_base::{Actor, ActorId, ActorKind, Issue, Stance, Statement, Take};

use super::Tools;
use super::at_issue;
use super::avowals;
use super::bearing;
use super::cues::{self, Speech};
use super::deeds;
use super::headline;
use super::heard::{self, Heard};
use super::measurements;
use super::phrases::{self, Grammar};
use super::prevailing;
use super::questions::{self, Questions};
use super::references::{Reference, refers_to};
use super::replies::Reply;
use super::restated;
use super::takes;
use super::talks;
use super::undecided;
use super::verdicts;
use super::wishes;
use super::wording::Wording;
use super::worth;
use crate::model::ModelError;

/// The least score at which the model is asked toward a proposition, and toward a mere label, of which it seldom is sure; a statement
/// that only goes on with the issue from afar, or stands beside a word of it, has less.
const ITSELF: f32 = 0.52;
const ITSELF_OF_LABEL: f32 = 0.7;
/// What a model reads off the headline is what the whole report is about.
const ITSELF_OF_READ: f32 = 0.5;
/// How surely a statement is on an issue that it only goes on with.
pub(super) const GOES_ON: Range<f32> = 0.7..0.9;
/// Where the article has one issue only, so sure is enough.
const ALONE: f32 = 0.5;
/// What somebody wants to be done to "it" is as sure as that.
const WISHED: f32 = 0.55;
/// So few tokens say too little by themselves.
const FEW: usize = 4;
/// Of a statement on many issues the model is asked about the first ones.
const MOST_ASKED: usize = 2;
/// How sure a cue's own word is: "was critical of the sanctions".
pub(super) const BY_CUE: f32 = 0.85;
/// Who answers what was said on an issue is on it as surely.
const ANSWERS: f32 = 0.75;
/// How sure it is that words of the proposition say or deny it.
const RESTATED: f32 = 0.85;
pub(super) const PREPOSITIONS: [&str; 20] = [
    "in", "at", "of", "on", "for", "from", "to", "with", "by", "about", "over", "into", "before", "after",
    "during", "until", "since", "under", "because", "without",
];
/// "a return to the accords" is for the accords.
const CARRIERS: [&str; 19] = [
    "use",
    "release",
    "introduction",
    "expansion",
    "construction",
    "adoption",
    "approval",
    "renewal",
    "publication",
    "return",
    "commitment",
    "extension",
    "continuation",
    "defence",
    "defense",
    "protection",
    "resumption",
    "restoration",
    "start",
];
/// The issue stands this near after such a cue, in tokens.
pub(super) const NEAR: usize = 7;

/// Gives each take its stance, where it is clear.
pub(super) fn judge(
    grammar: &Grammar,
    actors: &[Actor],
    statements: &mut [Statement],
    issues: &[Issue],
    heard: &Heard<'_>,
    replies: &[Option<Reply>],
    tools: &Tools,
) -> Result<(), ModelError> {
    // A user knows what the issues are.
    let contested = match tools.topics {
        Some(_) => vec![true; issues.len()],
        None => contested(grammar, statements, issues, &heard.named),
    };
    // Of one measure alone "it" is easily told.
    let only = tools.topics.is_none() && contested.iter().filter(|contested| **contested).count() == 1;
    let mut questions = Questions::new(grammar, issues, &contested, tools);
    for number in 0..statements.len() {
        // What is still open of what this one answers is needed now.
        if let Some(reply) = replies[number].filter(|reply| reply.takes_side) {
            questions.settle(reply.to as usize, statements)?;
        }
        let statement = &statements[number];
        let wording = Wording::of(grammar.story, statement);
        let measured = measurements::is_one(grammar.story, statement);
        let mut found = Vec::with_capacity(statement.takes.len());
        for (place, take) in statement.takes.iter().enumerate() {
            // Who answers takes the side of what is answered, or the other.
            let answered = replies[number].filter(|reply| reply.takes_side).and_then(|reply| {
                let of = &statements[reply.to as usize].takes;
                let stance = of.iter().find(|other| other.issue == take.issue)?.stance?;
                Some(if reply.agrees { stance } else { stance.opposite() })
            });
            if answered.is_some() {
                found.push((answered, BY_CUE, take.score.max(ANSWERS)));
                continue;
            }
            let issue = &issues[take.issue.0 as usize];
            let score = take.score;
            if bearing::is_of_old_one(grammar, issue, &wording.content_tokens(grammar.story)) {
                found.push((None, 0.0, score));
                continue;
            }
            // The model is asked of the issues that the statement is most surely about.
            let heard = heard.odds(issue, number).filter(|_| issue.proposition.is_none());
            let read = heard.is_some();
            let enough = match issue.proposition {
                Some(_) => ITSELF,
                None if read => ITSELF_OF_READ,
                None => ITSELF_OF_LABEL,
            };
            let asked = score >= enough && place < MOST_ASKED && contested[take.issue.0 as usize];
            // What is on the issue only since the article is must say something itself, not "reports", "they", and nothing for or
            // against another thing.
            let by_headline = prevailing::gave(take);
            let turns = cues::read(&wording.cue).is_some() && !cues::accuses(&wording.cue);
            let slight = by_headline && (turns && !read || wording.content_tokens(grammar.story).len() < FEW);
            // An accusation is of one thing.
            let aside = place > 0 && cues::accuses(&wording.cue);
            let beside = tools.topics.is_none() && bearing::is_of_modifier(grammar, issue, &wording);
            let ask = asked && !measured && !slight && !aside && !beside && tools.judge.is_some();
            let contested = contested[take.issue.0 as usize];
            if contested
                && issue.proposition.is_none()
                && WISHED <= score
                && let Some(stance) = wishes::stance(grammar, &wording, issue)
            {
                found.push((Some(stance), BY_CUE, score));
                continue;
            }
            // Who asks the council to think again is against what the headline says it does.
            let in_headline =
                contested && issue.proposition.is_none() && headline::names(grammar.story, issue);
            let of_deed = || {
                let good = deeds::of_deed(grammar, &wording)?;
                Some(verdicts::side(good != headline::ends(grammar.story, issue)))
            };
            let of_money = || deeds::wants_the_money(grammar, &wording).then_some(Stance::Oppose);
            let of_strike = || deeds::announces_strike(grammar, &wording, issue).then_some(Stance::Support);
            if in_headline && let Some(stance) = of_strike().or_else(of_deed).or_else(of_money) {
                found.push((Some(stance), BY_CUE, score.max(GOES_ON.start)));
                continue;
            }
            // "It would cost careers", said by somebody who is no "it"; what speaks ill of "it" does not mean itself.
            let near =
                if only || avowals::is_of_law(grammar, &wording) { ALONE..GOES_ON.end } else { GOES_ON };
            let goes_on = contested
                && issue.proposition.is_none()
                && near.contains(&score)
                && !statement.actors.is_empty();
            let kind = |actor: &ActorId| actors[actor.0 as usize].kind;
            let somebody =
                |actor: &ActorId| matches!(kind(actor), Some(ActorKind::Person | ActorKind::Group));
            if goes_on
                && cues::read(&wording.cue).is_none()
                && !cues::leaves_unsaid(&wording.cue)
                && let Some(stance) = verdicts::of_pronoun(grammar, &wording, issue)
                    .or_else(|| avowals::of_pronoun(grammar, &wording, issue))
                && (stance == Stance::Oppose || statement.actors.iter().all(somebody))
            {
                found.push((Some(stance), BY_CUE, score.max(GOES_ON.start)));
                continue;
            }
            match stance(grammar, statement, &wording, issue, contested, ask, &mut questions)? {
                Answer::Known(stance, confidence) => {
                    found.push(questions.completed(statement, take, stance, confidence));
                }
                Answer::Asked => match heard {
                    Some(odds) => {
                        let (stance, confidence) = questions::side(odds, heard::SURE);
                        // A side on it shows that the statement is on it.
                        let score = if stance.is_some() { score.max(GOES_ON.start) } else { score };
                        let take = Take { score, ..*take };
                        found.push(questions.completed(statement, &take, stance, confidence));
                    }
                    None => {
                        questions.ask(number, place, issue, &wording, by_headline);
                        found.push((None, 0.0, score));
                    }
                },
            }
        }
        for (take, found) in statements[number].takes.iter_mut().zip(found) {
            (take.stance, take.confidence, take.score) = found;
        }
    }
    questions.settle_all(statements)
}

/// What is known of a stance at once.
enum Answer {
    /// It, and how sure it is.
    Known(Option<Stance>, f32),
    /// Nothing: the model is to be asked.
    Asked,
}

/// Which of an article's own issues one can be for or against: what the label names as a measure, and what somebody in the article is
/// for or against by a cue. Nobody is for or against an attack or a truck, whatever a model may say.
fn contested(grammar: &Grammar, statements: &[Statement], issues: &[Issue], named: &[bool]) -> Vec<bool> {
    let disputed = |issue: &Issue| {
        let named = headline::is_disputed(grammar, issue) || headline::is_voted_on(grammar.story, issue);
        named && !is_place(grammar, issue)
    };
    let mut out: Vec<bool> = issues
        .iter()
        .zip(named)
        .map(|(issue, named)| *named || at_issue::is_measure(&issue.label) || disputed(issue))
        .collect();
    for statement in statements {
        let wording = Wording::of(grammar.story, statement);
        for take in statement.takes.iter() {
            let number = take.issue.0 as usize;
            out[number] = out[number]
                || by_cue(grammar, statement, &wording, &issues[number]).is_some()
                || verdicts::is_wanted(grammar, &wording, &issues[number]);
        }
    }
    out
}

fn stance<'a>(
    grammar: &Grammar,
    statement: &Statement,
    wording: &Wording,
    issue: &'a Issue,
    contested: bool,
    ask: bool,
    questions: &mut Questions<'a>,
) -> Result<Answer, ModelError> {
    const NONE: Result<Answer, ModelError> = Ok(Answer::Known(None, 0.0));
    // "denied this": what is denied was said before.
    let denied =
        takes::is_pronoun(grammar.story, statement) && cues::read(&wording.cue) == Some(Speech::Denies);
    if denied && !cues::rejects(&wording.cue) {
        return NONE;
    }
    // Whoever will not say, or quotes another, or is only said to differ, takes no stance by it.
    let unsaid = cues::leaves_unsaid(&wording.cue)
        || cues::quotes(&wording.cue)
        || undecided::leaves_as_it_is(grammar, wording)
        || avowals::is_on_no_side(&wording.content_words(grammar.story));
    // "refused to meet": an answer to whether there should be talks.
    let talks = talks::stance(grammar, wording, issue);
    let declines = matches!(cues::read(&wording.cue), Some(Speech::Declines | Speech::Disagrees));
    if talks.is_none() && (unsaid || declines) {
        return NONE;
    }
    let said = wishes::of_thing(grammar, wording, issue).map(Some);
    let said = said.or(talks.map(Some));
    let said = said.or_else(|| by_cue(grammar, statement, wording, issue).map(Some));
    let said = said.or_else(|| avowals::stance(grammar, wording, issue));
    let said = said.or_else(|| contested.then(|| verdict(grammar, wording, issue).map(Some)).flatten());
    let plain = || {
        issue.proposition.is_some() && cues::read(&wording.cue).is_none() && is_one_sentence(grammar, wording)
    };
    let of_it = || {
        let of_pronoun = verdicts::of_pronoun(grammar, wording, issue);
        of_pronoun
            .or_else(|| deeds::is_overdue(grammar, wording).then_some(Stance::Support))
            .map(Some)
            .filter(|_| plain())
    };
    let said = said.or_else(of_it);
    if said == Some(None) {
        return NONE;
    }
    if let Some(Some(stance)) = said {
        let along = match &issue.proposition {
            None => Some(true),
            Some(proposition) => match restated::along(proposition, &issue.label) {
                // Who is against a thing does not say that there is none.
                None if restated::demands(proposition) => questions.along(issue, proposition)?,
                known => known,
            },
        };
        if let Some(along) = along {
            return Ok(Answer::Known(Some(if along { stance } else { stance.opposite() }), BY_CUE));
        }
    }
    // "rejected suggestions that it had lobbied" is on the suggestions.
    if cues::read(&wording.cue) == Some(Speech::Denies) && undecided::opens_with_claim(grammar, wording) {
        return NONE;
    }
    // Nobody is for or against a place.
    if issue.proposition.is_none() && is_place(grammar, issue) {
        return NONE;
    }
    // "rejected the offer of an award to cushion the end of the subsidy" is on the offer.
    if issue.proposition.is_none() && undecided::is_within_object(grammar, wording, issue) {
        return NONE;
    }
    // "slammed Roe on abortion" finds fault with Roe, whatever the side on abortion.
    let of_somebody = || {
        let first = wording.content_tokens(grammar.story).first().copied();
        first.is_some_and(|first| grammar.kind(first) == phrases::Kind::Name)
    };
    if issue.proposition.is_none() && cues::read(&wording.cue) == Some(Speech::Opposes) && of_somebody() {
        return NONE;
    }
    // Who accuses finds fault with somebody; what the deed has to do with a mere name is another matter.
    if issue.proposition.is_none() && cues::accuses(&wording.cue) {
        return NONE;
    }
    // Who warns of a thing says that it is feared, and not what of it.
    if issue.proposition.is_none()
        && cues::warns(&wording.cue)
        && undecided::is_feared(grammar, wording, issue)
    {
        return NONE;
    }
    // Who faces a revolt on a thing, or asks, or rules nothing out, takes no side by it.
    if undecided::is_on_discord(grammar, wording)
        || cues::urges(&wording.cue) && undecided::asks_to_speak(&wording.content_words(grammar.story))
        || undecided::asks(grammar, wording)
        || undecided::leaves_open(grammar, wording)
    {
        return NONE;
    }
    let restated =
        |proposition: &str| restated::Said::of(grammar, wording)?.stance(&restated::Claim::of(proposition));
    if let Some(stance) = issue.proposition.as_deref().and_then(restated) {
        return Ok(Answer::Known(Some(stance), RESTATED));
    }
    if ask { Ok(Answer::Asked) } else { NONE }
}

/// By what the content says of the issue, unless the cue turns it around: "denied that the levy is unfair", "questioned the need for
/// a levy" tell nothing of it.
fn verdict(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    let questions = |word: &str| word.starts_with("question") || word.starts_with("doubt");
    let plain =
        !matches!(cues::read(&wording.cue), Some(Speech::Denies)) && !wording.cue.split(' ').any(questions);
    let place = issue.proposition.is_none() && is_place(grammar, issue);
    verdicts::stance(grammar, wording, issue).filter(|_| plain && !place)
}

/// Whether the content is one sentence: another may take back what the first says of "it".
fn is_one_sentence(grammar: &Grammar, wording: &Wording) -> bool {
    let stops = |token: &usize| grammar.story.is_any(*token, &[".", "?", "!"]);
    wording.content_tokens(grammar.story).into_iter().filter(stops).count() < 2
}

/// Whether the story speaks of the issue as of a place: a name after "in" or "to".
fn is_place(grammar: &Grammar, issue: &Issue) -> bool {
    let named = issue.label.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let story = grammar.story;
    let firsts = issue.mentions.iter().filter_map(|mention| story.tokens_in(mention).next());
    named && firsts.into_iter().any(|first| phrases::after_place_word(story, first))
}

/// By the cue alone, where the issue is its object: "welcomed the ceasefire", "called for an end to the ceasefire".
fn by_cue(grammar: &Grammar, statement: &Statement, wording: &Wording, issue: &Issue) -> Option<Stance> {
    let story = grammar.story;
    let cue = statement.attribution.cue?;
    // Whom somebody accuses is no issue.
    if issue.proposition.is_none() && cues::accuses(&wording.cue) {
        return None;
    }
    let stance = match cues::read(&wording.cue)? {
        Speech::Opposes => Stance::Oppose,
        Speech::Supports => Stance::Support,
        // "rejected the levy", "rejected the proposal", but "rejected the claim" and "denied it"
        Speech::Denies if cues::rejects(&wording.cue) && is_thing(grammar, statement, wording) => {
            Stance::Oppose
        }
        Speech::Denies | Speech::Disagrees | Speech::Declines => return None,
    };
    if takes::is_pronoun(story, statement) {
        // "ruled that out": what somebody had asked for. "Called her refusal baffling. Lind applauded it": the refusal.
        return Some(stance)
            .filter(|_| !cues::rules_out(&wording.cue) && !undecided::is_after_refusal(story, cue));
    }
    let first = *wording.content_tokens(story).first()?;
    let after = story.tokens_in(cue).end;
    // A clause says more than that it is wished for or not.
    let clause = story.is_any(first, &["that", "he", "she", "it", "they", "we", "i"]);
    if first < after || first - after > 2 || clause {
        return None;
    }
    // "ruled out a law to stop the strike" is not for the strike.
    let parted = |side: &Stance| !cues::rules_out(&wording.cue) || *side == stance;
    toward(grammar, wording, issue, stance, first).filter(parted)
}

/// Whether a content is no statement of another: what somebody would do is a thing where no more is said of it.
fn is_thing(grammar: &Grammar, statement: &Statement, wording: &Wording) -> bool {
    if undecided::opens_with_claim(grammar, wording) {
        return false;
    }
    match refers_to(grammar.story, statement) {
        None => true,
        // "rejected the idea", but "rejected the demand" that it be stopped
        Some(Reference::Proposal) => {
            let content = wording.content_words(grammar.story);
            content.iter().any(|word| matches!(*word, "offer" | "offers"))
                || matches!(content[..], [_, "idea" | "proposal" | "proposals"])
        }
        Some(_) => false,
    }
}

/// The side taken by a verb of that side whose object begins at a token, if it is the issue.
pub(super) fn toward(
    grammar: &Grammar,
    wording: &Wording,
    issue: &Issue,
    stance: Stance,
    first: usize,
) -> Option<Stance> {
    let story = grammar.story;
    // A headline's verb may look like part of the name: "Council backs night bus".
    let clipped = issue.mentions.iter().filter_map(|span| wording.clip(span));
    let (named, itself) = clipped.map(|span| story.tokens_in(span)).find_map(|named| {
        let behind = named.end > first;
        let bears = || bearing::bears(grammar, issue, story.span(named.start.max(first), named.end - 1));
        Some((named.clone(), behind.then(bears).flatten()?))
    })?;
    // Whoever is for the phones is against the phone ban.
    let stance = if itself { stance } else { stance.opposite() };
    let object = named.start.max(first);
    // "urged the council to act" is not for the council.
    // "called for the reserve to be extended"
    if story.is(named.end, "to") && story.is(named.end + 1, "be") {
        let good = worth::is_good_done(story.lower((named.end + 2).min(story.len() - 1)))?;
        let stance = if good { stance } else { stance.opposite() };
        return Some(stance);
    }
    const URGES: [&str; 8] = ["urg", "ask", "press", "push", "encourag", "call", "implor", "lobb"];
    let urges = |token: usize| URGES.iter().any(|stem| story.lower(token).starts_with(stem));
    if story.is(named.end, "to") && (first.saturating_sub(3)..first).any(urges) {
        return None;
    }
    // "the buses but not the bill"
    if object - first > NEAR || (first..object).any(|token| story.is(token, "but")) {
        return None;
    }
    // "praised the work of aid crews in Orsa" is for the work.
    // "another extension of the deadline" is against it.
    let extends = |token: usize| {
        issue.label.ends_with("deadline") && story.is_any(token, &["extension", "extending", "extend"])
    };
    let turns_in = |from: usize| {
        (from..object).filter(|&token| cues::turns_around(story.lower(token)) || extends(token)).count()
    };
    // "defunding the clinics and restrictions on abortion": each thing has its own.
    let joined = (first..object).rev().find(|&token| story.is_any(token, &["and", "or"]));
    let turns = joined.map(turns_in).filter(|turns| *turns > 0).unwrap_or_else(|| turns_in(first));
    // "defended the plan to ban lead shot"
    let planned = |token: usize| {
        story.is(token, "to")
            && token
                .checked_sub(1)
                .is_some_and(|noun| story.is_any(noun, &["plan", "plans", "proposal", "bill", "move"]))
    };
    let parted = |token: &usize| {
        story.is_any(*token, &PREPOSITIONS)
            && !planned(*token)
            && !token.checked_sub(1).is_some_and(|noun| story.is_any(noun, &CARRIERS))
    };
    let within = (first..object).any(|token| parted(&token));
    if within && turns == 0 {
        return None;
    }
    // "backed lifting the ban on reactors"
    Some(if turns % 2 == 1 { stance.opposite() } else { stance })
}
