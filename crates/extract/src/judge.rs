//! The judge: the model that says whether a text supports or opposes an issue, and whether it praises or criticises whom it
//! mentions.
//!
//! A small encoder of its own reads both at once, `[CLS] issue [SEP] text [SEP]`; it shares its word vectors with the
//! tagger (`training/stance.py`). It answers in two stages, the second only where the first is unsure.

use std::cell::RefCell;
use std::ops::Range;

use crate::encoder::{Encoder, File, Head, Pieces, Scratch};
use crate::model::{ModelError, VOCABULARY, with_words};
use crate::wordpiece::WordPiece;
use crate::words::plain_words;

static WEIGHTS: &[u8] = include_bytes!("../../../models/stance/encoder.onnx");

/// What a piece is part of; the numbers are the model's input.
const EDGE: u8 = 0;
const ISSUE: u8 = 1;
const TEXT: u8 = 2;
const MENTION: u8 = 3;
/// The most pieces of an issue, and of all that is read at once; what goes beyond is cut off.
const LONGEST_ISSUE: usize = 48;
const LONGEST: usize = 192;

/// An early answer as sure as this stands: toward an issue, and toward a mention, of which it knows more by then.
const SURE_OF_ISSUE: f32 = 0.85;
const SURE_OF_MENTION: f32 = 0.7;
/// Whoever wants a side surer than this needs no more layers where the early answer has none so sure.
const FAR: f32 = 0.65;

/// The probabilities of the three answers: against, for, neither.
pub type Odds = [f32; 3];

/// The model, loaded. Shared between threads.
pub struct Judge {
    encoder: Encoder<'static>,
    /// What reads the answer off the vectors after so many layers; the last ones run only where the one before is unsure.
    stages: Vec<Stage>,
    pieces: WordPiece,
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
        let pieces = WordPiece::new(VOCABULARY)
            .ok_or(ModelError::Unfit("the vocabulary lacks [UNK], [CLS] or [SEP]"))?;
        Ok(Self { encoder, stages, pieces })
    }

    /// Whether `text` opposes or supports `issue`, a topic or a proposition, or neither.
    ///
    /// # Errors
    /// [`ModelError::Run`] if there is no memory for the model's work.
    pub fn toward_issue(&self, issue: &str, text: &str) -> Result<Odds, ModelError> {
        self.judge(ISSUE, issue, text, 0..0, |odds| has(odds, SURE_OF_ISSUE))
    }

    /// The same for one who wants a side to be surer than the other by far: it stops early, too, where neither is near that.
    ///
    /// # Errors
    /// As [`Self::toward_issue`].
    pub fn plainly_toward(&self, issue: &str, text: &str) -> Result<Odds, ModelError> {
        let open = |[against, favour, _]: Odds| against.max(favour) > FAR * (against + favour);
        self.judge(ISSUE, issue, text, 0..0, |odds| has(odds, SURE_OF_ISSUE) || !open(odds))
    }

    /// Whether `text` criticises or praises whom it mentions at `mention` (bytes of `text`), or neither.
    ///
    /// # Errors
    /// [`ModelError::Run`] if there is no memory for the model's work.
    pub fn toward_mention(&self, text: &str, mention: Range<usize>) -> Result<Odds, ModelError> {
        let words = text.get(mention.clone()).unwrap_or_default();
        self.judge(MENTION, words, text, mention, |odds| has(odds, SURE_OF_MENTION))
    }

    fn judge(
        &self,
        about: u8,
        issue: &str,
        text: &str,
        mention: Range<usize>,
        settles: impl Fn(Odds) -> bool,
    ) -> Result<Odds, ModelError> {
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
        thread_local! {
            static SCRATCH: RefCell<Scratch> = RefCell::default();
        }
        SCRATCH.with_borrow_mut(|scratch| {
            self.encoder.begin(Pieces { ids: &ids, features: &[&sides] }, scratch)?;
            let width = self.encoder.width();
            let mut odds = [0.0; 3];
            let mut from = 0;
            for stage in &self.stages {
                let states = self.encoder.go_on(from..stage.layers, scratch);
                let mut pair = mean(states, width, &sides, |side| side == about);
                pair.extend(mean(states, width, &sides, |side| side >= TEXT));
                let head = if about == ISSUE { &stage.toward_issue } else { &stage.toward_person };
                head.log_probabilities(&pair, &mut odds);
                odds = odds.map(f32::exp);
                if settles(odds) {
                    break;
                }
                from = stage.layers;
            }
            Ok(odds)
        })
    }
}

/// Whether one answer is as likely as that.
fn has(odds: Odds, share: f32) -> bool {
    odds.iter().any(|&of| of >= share)
}

/// The mean of the vectors whose side passes; zeros if none does.
fn mean(states: &[f32], width: usize, sides: &[u8], passes: impl Fn(u8) -> bool) -> Vec<f32> {
    let mut sum = vec![0.0; width];
    let mut count = 0.0_f32;
    for (state, _) in states.chunks_exact(width).zip(sides).filter(|(_, side)| passes(**side)) {
        sum.iter_mut().zip(state).for_each(|(sum, value)| *sum += value);
        count += 1.0;
    }
    sum.iter_mut().for_each(|value| *value /= count.max(1.0));
    sum
}
