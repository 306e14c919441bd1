//! The namer: what finds in the opening of a page, headline first, what is at issue.
//!
//! It stands on the tagger: from the vectors that this has after its first layers, the mean of each word's pieces, some layers of its own tell of the word
//! whether it is part of a name for something that one can be for or against, for something else at issue, or of what stands for it without a name
//! ("the move") (`training/issues.py`).

use std::ops::Range;

use onrecord_encoder::{File, Head, Upper, mean, with_scratch};

use crate::model::{ModelError, weights};
use crate::words::Word;

static WEIGHTS: &[u8] = weights!("issues.encoder");

/// After so many of the tagger's layers.
pub(crate) const SHARED: usize = 2;
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

/// What the tagger knows of a page's first words; empty where the namer does not stand on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// Where the words stand, in bytes, each with its paragraph.
    words: Vec<(Range<usize>, u32)>,
    /// The vector before all words, and that of each.
    states: Vec<f32>,
}

impl Opening {
    /// Of words whose first pieces are `at` there, the first ones. `states` are the vectors of all pieces, `width` numbers each; the first is no
    /// word's, nor is the last.
    pub(crate) fn new(words: &[Word], at: &[usize], states: &[f32], width: usize) -> Self {
        let ends = at.iter().skip(1).copied().chain([states.len() / width.max(1) - 1]);
        let mut known = states[..width].to_vec();
        for (&start, end) in at.iter().zip(ends).take(MOST) {
            known.extend(mean(states, width, start..end));
        }
        let word = |word: &Word| (word.span.range(), word.paragraph);
        Self { words: words.iter().take(MOST).map(word).collect(), states: known }
    }
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
    pub fn names(&self, opening: &Opening) -> Vec<Name> {
        with_scratch(|scratch| {
            let mut given = opening.states.clone();
            for state in given.chunks_exact_mut(self.width) {
                state.iter_mut().zip(&self.input).for_each(|(value, added)| *value += added);
            }
            let states = self.layers.run(&given, scratch);
            let mut scores = [0.0; CLASSES];
            let mut out: Vec<Name> = Vec::new();
            let mut words_of_last = 0.0;
            // The paragraph of the word before, where that is part of a name.
            let mut before: Option<u32> = None;
            for ((word, paragraph), state) in
                opening.words.iter().zip(states.chunks_exact(self.width).skip(1))
            {
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

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_base::{Text, quotation::Pairing};

    #[test]
    fn each_word_has_the_mean_of_its_pieces() {
        let text = Text::new("One long end").unwrap();
        let words = crate::words::words(&text, &[text.whole()], &Pairing::default());
        // The vector before all words, one piece, two pieces, one, and the vector after them.
        let states = [9.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 6.0, 7.0, 0.0, 0.0];
        let opening = Opening::new(&words, &[1, 2, 4], &states, 2);
        assert_eq!(opening.states, [9.0, 9.0, 1.0, 2.0, 4.0, 6.0, 6.0, 7.0]);
        let places: Vec<Range<usize>> = opening.words.iter().map(|(place, _)| place.clone()).collect();
        assert_eq!(places, [0..3, 4..8, 9..12]);
    }

    #[test]
    fn of_a_long_page_only_the_first_words_are_read() {
        let text = Text::new("a ".repeat(MOST + 10)).unwrap();
        let words = crate::words::words(&text, &[text.whole()], &Pairing::default());
        let at: Vec<usize> = (1..=words.len()).collect();
        let opening = Opening::new(&words, &at, &vec![1.0; 2 * (words.len() + 2)], 2);
        assert_eq!((opening.words.len(), opening.states.len()), (MOST, 2 * (MOST + 1)));
    }
}
