//! The judge: the model that says whether a text supports or opposes an issue, and whether it praises or criticises whom it
//! mentions.
//!
//! A small encoder of its own reads both at once, `[CLS] issue [SEP] text [SEP]`; it shares its word vectors with the
//! tagger (`training/stance.py`). It answers in two stages, the second only where the first is unsure, and many questions at once.

use std::ops::Range;

use onrecord_encoder::{Encoder, File, Head, Pieces, mean, with_scratch};

use crate::model::{ModelError, pieces, weights, with_words};
use crate::wordpiece::WordPiece;
use crate::words::plain_words;

static WEIGHTS: &[u8] = weights!("stance.encoder");

/// What a piece is part of; the numbers are the model's input.
const EDGE: u8 = 0;
const ISSUE: u8 = 1;
const TEXT: u8 = 2;
const MENTION: u8 = 3;
/// The most pieces of an issue, and of all that is read at once; what goes beyond is cut off.
const LONGEST_ISSUE: usize = 48;
const LONGEST: usize = 192;
/// Questions of so many pieces go through the encoder side by side: what lies between its layers then stays near.
const TOGETHER: usize = 256;

/// An early answer as sure as this stands: toward an issue, and toward a mention, of which it knows more by then.
const SURE_OF_ISSUE: f32 = 0.85;
const SURE_OF_MENTION: f32 = 0.7;
/// Whoever wants a side surer than this needs no more layers where the early answer has none so sure.
const FAR: f32 = 0.65;

/// The probabilities of the three answers: against, for, neither.
pub type Odds = [f32; 3];

/// What is asked of a text.
#[derive(Clone, Debug)]
pub enum Toward<'a> {
    /// Whether it opposes or supports an issue, a topic or a proposition, or neither.
    Issue(&'a str),
    /// The same for one who wants a side to be surer than the other by far: the answer comes early, too, where neither is near that.
    PlainIssue(&'a str),
    /// Whether it criticises or praises whom it mentions there (bytes of the text), or neither.
    Mention(Range<usize>),
}

/// A question and the text that it is asked of.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// What is asked.
    pub toward: Toward<'a>,
    /// Of what.
    pub text: &'a str,
}

/// The model, loaded. Shared between threads.
pub struct Judge {
    encoder: Encoder<'static>,
    /// What reads the answer off the vectors after so many layers; the last ones run only where the one before is unsure.
    stages: Vec<Stage>,
    pieces: &'static WordPiece,
}

/// The answers after a layer.
struct Stage {
    layers: usize,
    toward_issue: Head,
    toward_person: Head,
}

impl Stage {
    fn load(file: &File<'_>, layers: usize, names: [&str; 2], encoder: &Encoder) -> Result<Self, ModelError> {
        let head = |name| Head::load(file, name, 2 * encoder.width());
        let [toward_issue, toward_person] = [head(names[0])?, head(names[1])?];
        if toward_issue.classes() != 3 || toward_person.classes() != 3 || layers > encoder.depth() {
            return Err(ModelError::Unfit("the stance model has other classes"));
        }
        Ok(Self { layers, toward_issue, toward_person })
    }
}

impl Judge {
    /// Loads the embedded model.
    ///
    /// # Errors
    /// [`ModelError`] if it does not load: a broken build.
    pub fn embedded() -> Result<Self, ModelError> {
        let file = with_words(WEIGHTS)?;
        let encoder = Encoder::load(&file, &["side"])?;
        let early = usize::try_from(file.longs("early", &[1])?[0])
            .map_err(|_| ModelError::Unfit("the stance model answers after no layer"))?;
        let stages = vec![
            Stage::load(&file, early, ["early_issue", "early_person"], &encoder)?,
            Stage::load(&file, encoder.depth(), ["toward_issue", "toward_person"], &encoder)?,
        ];
        Ok(Self { encoder, stages, pieces: pieces()? })
    }

    /// The answers to questions, each what it would be if it alone were asked.
    ///
    /// # Errors
    /// [`ModelError::Run`] if there is no memory for the model's work.
    pub fn answer(&self, questions: &[Question<'_>]) -> Result<Vec<Odds>, ModelError> {
        let asked: Vec<Asked> = questions.iter().map(|question| self.pieces_of(question)).collect();
        let mut answers = Vec::with_capacity(asked.len());
        let mut rest = &asked[..];
        while !rest.is_empty() {
            let mut pieces = 0;
            let fits = |asked: &&Asked| {
                pieces += asked.ids.len();
                pieces <= TOGETHER
            };
            let together = rest.iter().take_while(fits).count().max(1);
            answers.extend(self.answer_together(&rest[..together])?);
            rest = &rest[together..];
        }
        Ok(answers)
    }

    fn pieces_of(&self, question: &Question<'_>) -> Asked {
        let text = question.text;
        let (about, issue, mention, settles) = match &question.toward {
            Toward::Issue(issue) => (ISSUE, *issue, 0..0, settles_side as fn(Odds) -> bool),
            Toward::PlainIssue(issue) => (ISSUE, *issue, 0..0, settles_plain_side as fn(Odds) -> bool),
            Toward::Mention(at) => {
                let words = text.get(at.clone()).unwrap_or_default();
                (MENTION, words, at.clone(), settles_attitude as fn(Odds) -> bool)
            }
        };
        let (cls, sep) = self.pieces.edges;
        let (mut ids, mut sides) = (vec![cls], vec![EDGE]);
        for word in plain_words(issue) {
            self.pieces.encode(&issue[word], &mut ids);
        }
        ids.truncate(1 + LONGEST_ISSUE);
        sides.resize(ids.len(), ISSUE);
        ids.push(sep);
        sides.push(EDGE);
        for word in plain_words(text) {
            let side = if mention.start <= word.start && word.end <= mention.end { MENTION } else { TEXT };
            self.pieces.encode(&text[word], &mut ids);
            sides.resize(ids.len(), side);
        }
        ids.truncate(LONGEST - 1);
        sides.truncate(LONGEST - 1);
        ids.push(sep);
        sides.push(EDGE);
        Asked { ids, sides, about, settles }
    }

    fn answer_together(&self, asked: &[Asked]) -> Result<Vec<Odds>, ModelError> {
        with_scratch(|scratch| {
            let sides: Vec<[&[u8]; 1]> = asked.iter().map(|asked| [&asked.sides[..]]).collect();
            let texts: Vec<Pieces<'_>> = asked
                .iter()
                .zip(&sides)
                .map(|(asked, sides)| Pieces { ids: &asked.ids, features: sides })
                .collect();
            self.encoder.begin(&texts, scratch)?;
            let width = self.encoder.width();
            let mut answers = vec![[0.0; 3]; asked.len()];
            let mut open: Vec<usize> = (0..asked.len()).collect();
            let mut from = 0;
            for stage in &self.stages {
                let mut states = self.encoder.go_on(from..stage.layers, scratch);
                let mut goes_on = Vec::with_capacity(open.len());
                for &question in &open {
                    let Asked { sides, about, settles, .. } = &asked[question];
                    let (own, rest) = states.split_at(sides.len() * width);
                    states = rest;
                    let of = |passes: &dyn Fn(u8) -> bool| {
                        mean(own, width, (0..sides.len()).filter(|&at| passes(sides[at])))
                    };
                    let mut pair = of(&|side| side == *about);
                    pair.extend(of(&|side| side >= TEXT));
                    let head = if *about == ISSUE { &stage.toward_issue } else { &stage.toward_person };
                    let mut odds = [0.0; 3];
                    head.log_probabilities(&pair, &mut odds);
                    answers[question] = odds.map(f32::exp);
                    goes_on.push(!settles(answers[question]));
                }
                if !goes_on.contains(&true) {
                    break;
                }
                self.encoder.keep(&goes_on, scratch);
                let mut still = goes_on.into_iter();
                open.retain(|_| still.next() == Some(true));
                from = stage.layers;
            }
            Ok(answers)
        })
    }
}

/// A question in pieces.
struct Asked {
    ids: Vec<u32>,
    /// What each piece is part of.
    sides: Vec<u8>,
    /// The side whose vectors the answer is read off, beside the whole text's.
    about: u8,
    /// Whether an early answer stands.
    settles: fn(Odds) -> bool,
}

fn settles_side(odds: Odds) -> bool {
    has(odds, SURE_OF_ISSUE)
}

fn settles_plain_side(odds: Odds) -> bool {
    let [against, favour, _] = odds;
    settles_side(odds) || against.max(favour) <= FAR * (against + favour)
}

fn settles_attitude(odds: Odds) -> bool {
    has(odds, SURE_OF_MENTION)
}

/// Whether one answer is as likely as that.
fn has(odds: Odds, share: f32) -> bool {
    odds.iter().any(|&of| of >= share)
}
