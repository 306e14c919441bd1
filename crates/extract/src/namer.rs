//! The namer: what finds in the opening of a page, headline first, what is at issue.
//!
//! It stands on the tagger: from the vectors that this has after its first layers, the mean of each word's pieces, some layers of its own tell of the word
//! whether it is part of a name for something that one can be for or against, for something else at issue, or of what stands for it without a name
//! ("the move") (`training/issues.py`).

use std::ops::Range;

use onrecord_encoder::{File, Head, Upper, with_scratch};

use crate::ground::{Ground, SHARED};
use crate::model::{ModelError, weights};

static WEIGHTS: &[u8] = weights!("issues.encoder");

/// The most words that are read; what goes beyond is left out.
const MOST: usize = 100;
const CLASSES: usize = 4;

/// What a name is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Something that one can be for or against: a measure, a plan, a practice.
    Measure,
    /// Something else at issue: an event, a place, somebody's conduct.
    Topic,
    /// Nothing by itself: it stands for what is at issue ("the move").
    Reference,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
    /// What it is for.
    pub named: Named,
    /// How sure that is: the mean probability of its words.
    pub probability: f32,
}

/// The model, loaded. Shared between threads.
pub struct Namer {
    layers: Upper<'static>,
    /// What is added to each vector.
    input: Vec<f32>,
    tags: Head,
    width: usize,
}

impl Namer {
    /// Loads the embedded model, for vectors of `width` numbers.
    ///
    /// # Errors
    /// [`ModelError`] if it does not load: a broken build.
    pub(crate) fn embedded(width: usize) -> Result<Self, ModelError> {
        let file = File::laid_out(WEIGHTS)?;
        let layers = Upper::load(&file, width)?;
        let tags = Head::load(&file, "tag", width)?;
        let input = file.floats("input", &[width])?;
        match tags.classes() == CLASSES && layers.below() == SHARED {
            true => Ok(Self { layers, input, tags, width }),
            false => {
                Err(ModelError::Unfit("the model of issues has other classes or stands on other layers"))
            }
        }
    }

    /// The names in the opening of a page, in text order.
    pub fn names(&self, ground: &Ground) -> Vec<Name> {
        let (words, mut given) = ground.opening(MOST);
        with_scratch(|scratch| {
            for state in given.chunks_exact_mut(self.width) {
                state.iter_mut().zip(&self.input).for_each(|(value, added)| *value += added);
            }
            let states = self.layers.run(&given, scratch);
            let mut scores = [0.0; CLASSES];
            let mut out: Vec<Name> = Vec::new();
            let mut words_of_last = 0.0;
            // The paragraph of the word before, where that is part of a name.
            let mut before: Option<u32> = None;
            for (word, state) in words.iter().zip(states.chunks_exact(self.width).skip(1)) {
                self.tags.log_probabilities(state, &mut scores);
                let best = (0..CLASSES).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or_default();
                let named = match best {
                    1 => Named::Measure,
                    2 => Named::Topic,
                    3 => Named::Reference,
                    _ => {
                        before = None;
                        continue;
                    }
                };
                let probability = scores[best].exp();
                match out.last_mut() {
                    Some(last) if before == Some(word.paragraph) && last.named == named => {
                        last.at.end = word.span.range().end;
                        last.probability += (probability - last.probability) / (words_of_last + 1.0);
                        words_of_last += 1.0;
                    }
                    _ => {
                        out.push(Name { at: word.span.range(), named, probability });
                        words_of_last = 1.0;
                    }
                }
                before = Some(word.paragraph);
            }
            out
        })
    }
}
