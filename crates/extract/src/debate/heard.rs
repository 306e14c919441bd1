//! What a model hears in a short report: of each statement whether it is for or against what the headline names, in whatever words.

use onrecord_base::{ActorId, Issue, Span, Stance, Statement};

use super::issues::Found;
use super::questions;
use super::wording::Wording;
use crate::judge::Odds;
use crate::jury::Jury;
use crate::model::ModelError;
use crate::speakers::tokens::Story;

/// How sure one side must be against the other, and how unsure that it is neither.
pub(super) const SURE: (f32, f32) = (0.8, 0.45);
/// A statement leans to a side by so much of both, if it is to be told of it since its speaker takes that side.
const LEANS: f32 = 0.6;
/// It is asked about so many names.
const MOST: usize = 2;
/// A sentence that goes on for longer is not taken whole.
const LONGEST: u32 = 600;

/// What was heard so far.
pub(super) struct Heard<'a> {
    story: &'a Story<'a>,
    jury: Option<&'a Jury>,
    /// What each statement says, with what stands around it in its sentence.
    sentences: Vec<Span>,
    /// Who says it.
    speakers: Vec<Vec<ActorId>>,
    /// For each name in the headline that was asked about the answers of all statements.
    answers: Vec<(Span, Vec<Odds>)>,
    /// Of each issue whether a model read it off the headline.
    pub(super) named: Vec<bool>,
}

impl<'a> Heard<'a> {
    /// Without a jury nothing is heard.
    pub(super) fn new(story: &'a Story<'a>, statements: &[Statement], jury: Option<&'a Jury>) -> Self {
        let sentences = jury.map(|_| sentences(story, statements)).unwrap_or_default();
        let speakers = statements.iter().map(|statement| statement.actors.clone()).collect();
        Self { story, jury, sentences, speakers, answers: Vec::new(), named: Vec::new() }
    }

    /// Asks about a name in the headline; those asked about first count.
    pub(super) fn hear(&mut self, name: Span) -> Result<(), ModelError> {
        let known = self.answers.iter().any(|(other, _)| other.overlaps(name));
        let Some(jury) = self.jury.filter(|_| !known && self.answers.len() < MOST) else { return Ok(()) };
        // The lead tells what is at issue, and is mostly nobody's.
        let lead = lead(self.story).filter(|lead| !self.sentences.iter().any(|other| other.overlaps(*lead)));
        let told = lead.iter().chain(&self.sentences).map(|&span| self.story.text.slice(span));
        let mut answers = jury.hear(self.story.text.slice(name), &told.collect::<Vec<&str>>())?;
        answers.drain(..lead.iter().len());
        self.answers.push((name, taken_together(&answers, &self.speakers)));
        Ok(())
    }

    /// How many statements are surely for a name, and how many against it.
    pub(super) fn sides(&self, name: Span) -> [usize; 2] {
        let of = self.answers.iter().find(|(other, _)| other.overlaps(name));
        let answers = of.map(|(_, answers)| answers.as_slice()).unwrap_or_default();
        [Stance::Support, Stance::Oppose].map(|side| {
            let takes = |odds: &&Odds| questions::side(**odds, SURE).0 == Some(side);
            answers.iter().filter(takes).count()
        })
    }

    /// What was heard of a statement on an issue; `None` where nobody asked.
    pub(super) fn odds(&self, issue: &Issue, statement: usize) -> Option<Odds> {
        let names = |name: Span| issue.mentions.iter().any(|mention| mention.overlaps(name));
        let (_, answers) = self.answers.iter().find(|(name, _)| names(*name))?;
        answers.get(statement).copied()
    }
}

/// The answers, where all that somebody says counts: nobody is for a thing and against it in one report, and who says more of it is
/// understood better. A statement that leans to another side than its speaker says nothing.
fn taken_together(answers: &[Odds], speakers: &[Vec<ActorId>]) -> Vec<Odds> {
    let share = |log: f32| 1.0 / (1.0 + (-log).exp());
    let log =
        |[against, favour, _]: Odds| (favour.max(f32::MIN_POSITIVE) / against.max(f32::MIN_POSITIVE)).ln();
    let settled = |(&odds, speakers_of): (&Odds, &Vec<ActorId>)| {
        let [against, favour, neither] = odds;
        let of_speaker = answers.iter().zip(speakers).filter(|(_, other)| *other == speakers_of);
        let logs: Vec<f32> = of_speaker.map(|(odds, _)| log(*odds)).collect();
        if speakers_of.is_empty() || logs.len() < 2 {
            return odds;
        }
        // Statements of one speaker are alike: two of them are not twice as sure.
        let together = logs.iter().sum::<f32>() / (logs.len() as f32).sqrt();
        let leans = share(log(odds).abs()) >= LEANS && (log(odds) > 0.0) == (together > 0.0);
        let favoured = if leans { share(together) } else { 0.5 };
        let sides = against + favour;
        [sides * (1.0 - favoured), sides * favoured, neither]
    };
    answers.iter().zip(speakers).map(settled).collect()
}

/// Where the headline names an issue that one can be for or against.
pub(super) fn in_headline(story: &Story, found: &Found) -> Option<Span> {
    let first = |span: &Span| story.tokens_in(*span).next().is_some_and(|token| story.in_headline(token));
    found.issue.mentions.iter().find(first).filter(|_| found.is_arguable())
}

/// The first sentence after the headline.
fn lead(story: &Story) -> Option<Span> {
    let first = (0..story.len()).find(|&token| !story.in_headline(token))?;
    let sentence = story.tokens[first].sentence;
    let last = (first..story.len()).take_while(|&token| story.tokens[token].sentence == sentence).last()?;
    Some(story.span(first, last))
}

/// The sentences that statements stand in, from the first to the last; of those that share one the statement alone.
fn sentences(story: &Story, statements: &[Statement]) -> Vec<Span> {
    let stretches: Vec<Span> =
        statements.iter().map(|statement| Wording::of(story, statement).whole).collect();
    let whole = |(number, &stretch): (usize, &Span)| {
        let tokens = story.tokens_in(stretch);
        if tokens.is_empty() {
            return stretch;
        }
        let (first, last) = (story.tokens[tokens.start].sentence, story.tokens[tokens.end - 1].sentence);
        let block = story.tokens[tokens.start].block;
        let same = |token: &usize| {
            let token = &story.tokens[*token];
            token.block == block && (first..=last).contains(&token.sentence)
        };
        let start = (0..tokens.start).rev().take_while(same).last().unwrap_or(tokens.start);
        let end = (tokens.end..story.len()).take_while(same).last().unwrap_or(tokens.end - 1);
        let whole = story.span(start, end);
        let alone =
            stretches.iter().enumerate().all(|(other, stretch)| other == number || !stretch.overlaps(whole));
        if alone && whole.len() <= LONGEST { whole } else { stretch }
    };
    stretches.iter().enumerate().map(whole).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_somebody_says_counts() {
        let (anna, tom) = (vec![ActorId(0)], vec![ActorId(1)]);
        let check = |answers: &[Odds], speakers: &[&Vec<ActorId>], expected: &[Option<bool>]| {
            let speakers: Vec<Vec<ActorId>> = speakers.iter().copied().cloned().collect();
            let side = |odds: Odds| questions::side(odds, SURE).0.map(|stance| stance == Stance::Support);
            let told: Vec<Option<bool>> = taken_together(answers, &speakers).into_iter().map(side).collect();
            assert_eq!(told, expected, "{answers:?}");
        };
        let (surely, likely, hardly) = ([0.02, 0.95, 0.03], [0.21, 0.77, 0.02], [0.45, 0.5, 0.05]);
        let against = [0.93, 0.05, 0.02];
        let nobody = Vec::new();
        check(&[surely, against], &[&anna, &tom], &[Some(true), Some(false)]);
        // Twice likely is surely; what hardly leans stays open; who says both is unclear.
        check(&[likely, likely], &[&anna, &anna], &[Some(true), Some(true)]);
        check(&[likely, likely], &[&anna, &tom], &[None, None]);
        check(&[likely, likely], &[&nobody, &nobody], &[None, None]);
        check(&[surely, hardly], &[&anna, &anna], &[Some(true), None]);
        check(&[surely, against], &[&anna, &anna], &[None, None]);
    }
}
