//! Questions: what the model is asked of an article's stances, many together, and what becomes of its answers.

use std::collections::HashMap;

use onrecord_base::{Issue, Stance, Statement, Take};

use super::Tools;
use super::backers;
use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::restated;
use super::stances::{BY_CUE, GOES_ON};
use super::verdicts;
use super::wording::Wording;
use crate::judge::{Judge, Odds, Question, Toward};
use crate::model::ModelError;

/// How sure the model must be of one side against the other, and how unsure that it is neither, where the cue only says and where it
/// takes a side; of a mere label surer.
const SURE: f32 = 0.55;
const NEITHER: f32 = 0.75;
/// Surer where the statement is on the issue only since the article is, and where somebody gives it a name that no list knows: "a taxi
/// service".
const SURER: f32 = 0.62;
const NEITHER_THOUGH_POLAR: f32 = 0.99;
const SURE_OF_LABEL: f32 = 0.82;
const NEITHER_OF_LABEL: f32 = 0.75;
/// How sure it must be that who is for a label is for its proposition.
const ALONG: f32 = 0.75;

/// What the model is to be asked of takes: many at once, since it then takes less time for each.
pub(super) struct Questions<'a> {
    grammar: &'a Grammar<'a>,
    issues: &'a [Issue],
    contested: &'a [bool],
    judge: Option<&'a Judge>,
    open: Vec<Open<'a>>,
    /// Whether who is for an issue's label is for its proposition, where that was asked.
    along: HashMap<&'a str, Option<bool>>,
}

/// A take whose stance is to be asked for.
struct Open<'a> {
    /// The statement and the take's place in it.
    statement: usize,
    place: usize,
    issue: &'a Issue,
    text: &'a str,
    /// How sure a side must be, and how unsure that it is neither.
    wanted: (f32, f32),
    /// `Some` where the model is asked of what the label names: whether who is for that is for the issue. So it is without a proposition,
    /// and where that turns around twice, "the ban on reactors should be lifted".
    of_label: Option<bool>,
}

impl<'a> Questions<'a> {
    pub(super) fn new(
        grammar: &'a Grammar<'a>,
        issues: &'a [Issue],
        contested: &'a [bool],
        tools: &Tools<'a>,
    ) -> Self {
        let judge = tools.judge;
        Self { grammar, issues, contested, judge, open: Vec::new(), along: HashMap::new() }
    }

    pub(super) fn ask(
        &mut self,
        statement: usize,
        place: usize,
        issue: &'a Issue,
        wording: &Wording,
        by_headline: bool,
    ) {
        // Who favours or slams something is not neutral; who only says something mostly is.
        let polar = matches!(cues::read(&wording.cue), Some(Speech::Supports | Speech::Opposes));
        let sure = if by_headline || verdicts::gives_a_name(&wording.cue) { SURER } else { SURE };
        let wanted = (sure, if polar { NEITHER_THOUGH_POLAR } else { NEITHER });
        let text = wording.text(self.grammar.story);
        let proposition = issue.proposition.as_deref();
        let of_label = proposition.map_or(Some(true), |it| restated::twice_turned(it, &issue.label));
        let wanted = match of_label {
            Some(_) => (SURE_OF_LABEL, NEITHER_OF_LABEL),
            None => wanted,
        };
        self.open.push(Open { statement, place, issue, text, wanted, of_label });
    }

    /// Settles all that is open if a take of this statement is.
    pub(super) fn settle(
        &mut self,
        statement: usize,
        statements: &mut [Statement],
    ) -> Result<(), ModelError> {
        match self.open.iter().any(|open| open.statement == statement) {
            true => self.settle_all(statements),
            false => Ok(()),
        }
    }

    pub(super) fn settle_all(&mut self, statements: &mut [Statement]) -> Result<(), ModelError> {
        let open = std::mem::take(&mut self.open);
        let Some(judge) = self.judge.filter(|_| !open.is_empty()) else { return Ok(()) };
        let question = |open: &Open<'a>| {
            let toward = match &open.issue.proposition {
                Some(proposition) if open.of_label.is_none() => Toward::Issue(proposition),
                _ => Toward::PlainIssue(&open.issue.label),
            };
            Question { toward, text: open.text }
        };
        let questions: Vec<Question<'a>> = open.iter().map(question).collect();
        for (open, odds) in open.iter().zip(judge.answer(&questions)?) {
            let (stance, confidence) = side(odds, open.wanted);
            let stance =
                stance.map(|stance| if open.of_label == Some(false) { stance.opposite() } else { stance });
            let statement = &statements[open.statement];
            let found = self.completed(statement, &statement.takes[open.place], stance, confidence);
            let take = &mut statements[open.statement].takes[open.place];
            (take.stance, take.confidence, take.score) = found;
        }
        Ok(())
    }

    /// A take's stance, confidence and score: where nothing else tells its stance, what the source is called may.
    pub(super) fn completed(
        &self,
        statement: &Statement,
        take: &Take,
        stance: Option<Stance>,
        confidence: f32,
    ) -> (Option<Stance>, f32, f32) {
        let number = take.issue.0 as usize;
        let issue = &self.issues[number];
        let own = issue.proposition.is_none() && self.contested[number] && stance.is_none();
        let only = self.contested.iter().filter(|contested| **contested).count() == 1;
        let backs = || backers::stance(self.grammar, statement, issue);
        let votes = || only.then(|| backers::vote(self.grammar, statement)).flatten();
        match own.then(|| backs().or_else(votes)).flatten() {
            Some(stance) => (Some(stance), BY_CUE, take.score.max(GOES_ON.start)),
            None => (stance, confidence, take.score),
        }
    }

    /// Whether who is for what the label names is for the proposition, too: for "the sanctions" and "the sanctions should stay", but
    /// not for "the sanctions" and "the sanctions do harm". `None` where the model is unsure.
    pub(super) fn along(&mut self, issue: &'a Issue, proposition: &str) -> Result<Option<bool>, ModelError> {
        if let Some(known) = self.along.get(&*issue.id) {
            return Ok(*known);
        }
        let Some(judge) = self.judge else { return Ok(None) };
        let label = &issue.label;
        let said = [format!("he supports the {label}"), format!("he opposes the {label}")];
        let questions = [0, 1].map(|i| Question { toward: Toward::Issue(proposition), text: &said[i] });
        let answers = judge.answer(&questions)?;
        let favour = |[against, favour, _]: Odds| favour / (against + favour).max(f32::MIN_POSITIVE);
        let (backed, fought) = (favour(answers[0]), favour(answers[1]));
        let along = if backed >= ALONG && fought <= 1.0 - ALONG {
            Some(true)
        } else {
            (fought >= ALONG && backed <= 1.0 - ALONG).then_some(false)
        };
        self.along.insert(&issue.id, along);
        Ok(along)
    }
}

/// The side that the model's answer is on, if it is clear, and how sure it is.
pub(super) fn side([against, favour, neither]: Odds, (sure, unsure): (f32, f32)) -> (Option<Stance>, f32) {
    // Most of what the model takes for neutral is only unclear: it learned the word from texts on something else.
    let sides = (against + favour).max(f32::MIN_POSITIVE);
    let (stance, confidence) =
        if against > favour { (Stance::Oppose, against / sides) } else { (Stance::Support, favour / sides) };
    ((confidence >= sure && neither < unsure).then_some(stance), confidence)
}
