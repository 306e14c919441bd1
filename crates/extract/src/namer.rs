//! The namer: what finds in the opening of a page, headline first, what is at issue.
//!
//! It stands on the tagger: from the vectors that this has after its first layers some layers of its own tell of each word whether it is part of a name for
//! something that one can be for or against, for something else at issue, or of what stands for it without a name ("the move")
//! (`training/issues.py`).

use std::ops::Range;

use onrecord_encoder::{File, Head, Upper, with_scratch};

use crate::model::{ModelError, weights};
use crate::words::Word;

static WEIGHTS: &[u8] = weights!("issues.encoder");

/// After so many of the tagger's layers.
pub(crate) const SHARED: usize = 2;
/// The most pieces that are read, `[CLS]` included; what goes beyond is left out.
const MOST: usize = 128;
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

/// What the tagger knows of a page's first words; empty where the namer does not stand on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// Where the words stand, in bytes, each with its paragraph and the place of its first piece.
    words: Vec<(Range<usize>, u32, usize)>,
    /// The vectors of the pieces.
    states: Vec<f32>,
}

impl Opening {
    /// Of words whose first pieces are `at` there, the first ones. `states` are the vectors of all pieces, `width` numbers each.
    pub(crate) fn new(words: &[Word], at: &[usize], states: &[f32], width: usize) -> Self {
        // A word that is not read whole is not read; the last piece is the one after all words.
        let ends = at.iter().skip(1).copied().chain([states.len() / width.max(1) - 1]);
        let whole = ends.clone().take_while(|&end| end <= MOST).count();
        let pieces = ends.take(whole).last().unwrap_or_default();
        let word = |(word, &at): (&Word, &usize)| (word.span.range(), word.paragraph, at);
        Self {
            words: words.iter().zip(at).take(whole).map(word).collect(),
            states: states[..pieces * width].to_vec(),
        }
    }
}

/// The model, loaded. Shared between threads.
pub struct Namer {
    layers: Upper<'static>,
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
        match tags.classes() == CLASSES && layers.below() == SHARED {
            true => Ok(Self { layers, tags, width }),
            false => {
                Err(ModelError::Unfit("the model of issues has other classes or stands on other layers"))
            }
        }
    }

    /// The names in the opening of a page, in text order.
    pub fn names(&self, opening: &Opening) -> Vec<Name> {
        with_scratch(|scratch| {
            let states = self.layers.run(&opening.states, scratch);
            let mut scores = [0.0; CLASSES];
            let mut out: Vec<Name> = Vec::new();
            let mut words_of_last = 0.0;
            // The paragraph of the word before, where that is part of a name.
            let mut before: Option<u32> = None;
            for (word, paragraph, at) in &opening.words {
                self.tags.log_probabilities(&states[at * self.width..][..self.width], &mut scores);
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
                    Some(last) if before == Some(*paragraph) && last.named == named => {
                        last.at.end = word.end;
                        last.probability += (probability - last.probability) / (words_of_last + 1.0);
                        words_of_last += 1.0;
                    }
                    _ => {
                        out.push(Name { at: word.clone(), named, probability });
                        words_of_last = 1.0;
                    }
                }
                before = Some(*paragraph);
            }
            out
        })
    }
}
