//! The jury: the model that hears a report as a whole and says of each of its statements whether it is for what the report is about, against
//! it, or neither.
//!
//! A small encoder of its own reads `[CLS] name [SEP] sentence [SEP] sentence …`; so it knows what "the move" is and what was said before
//! (`training/sides.py`). It shares its word vectors with the tagger.

use std::ops::Range;

use onrecord_encoder::{Encoder, Head, Pieces, mean, with_scratch};

use crate::judge::Odds;
use crate::model::{ModelError, pieces, weights, with_words};
use crate::wordpiece::WordPiece;
use crate::words::plain_words;

static WEIGHTS: &[u8] = weights!("issues.sides");

/// What a piece is part of; the numbers are the model's input.
const EDGE: u8 = 0;
const NAME: u8 = 1;
const SENTENCE: u8 = 2;
/// The most pieces of a name, of a sentence, and of all that is read at once; what goes beyond is cut off, or read after it.
const LONGEST_NAME: usize = 48;
const LONGEST_SENTENCE: usize = 100;
const LONGEST: usize = 512;

/// The model, loaded. Shared between threads.
pub struct Jury {
    encoder: Encoder<'static>,
    answer: Head,
    pieces: &'static WordPiece,
}

/// What is read at once.
struct Hearing {
    ids: Vec<u32>,
    sides: Vec<u8>,
    /// The pieces of each sentence.
    sentences: Vec<Range<usize>>,
}

impl Jury {
    /// Loads the embedded model.
    ///
    /// # Errors
    /// [`ModelError`] if it does not load: a broken build.
    pub fn embedded() -> Result<Self, ModelError> {
        let file = with_words(WEIGHTS)?;
        let encoder = Encoder::load(&file, &["side"])?;
        let answer = Head::load(&file, "toward_issue", 2 * encoder.width())?;
        match answer.classes() == 3 && encoder.positions() >= LONGEST {
            true => Ok(Self { encoder, answer, pieces: pieces()? }),
            false => Err(ModelError::Unfit("the model of sides has other classes or reads too little")),
        }
    }

    /// The probabilities for each sentence of a report, in its order. `name` is what its headline calls that which it is about.
    ///
    /// # Errors
    /// [`ModelError::Run`] if there is no memory for the model's work.
    pub fn hear(&self, name: &str, sentences: &[&str]) -> Result<Vec<Odds>, ModelError> {
        let mut answers = Vec::with_capacity(sentences.len());
        while answers.len() < sentences.len() {
            let hearing = self.hearing(name, &sentences[answers.len()..]);
            self.answer(&hearing, &mut answers)?;
        }
        Ok(answers)
    }

    /// As many of the sentences as go together; one at least.
    fn hearing(&self, name: &str, sentences: &[&str]) -> Hearing {
        let (cls, sep) = self.pieces.edges;
        let mut hearing = Hearing { ids: vec![cls], sides: vec![EDGE], sentences: Vec::new() };
        for word in plain_words(name) {
            self.pieces.encode(&name[word], &mut hearing.ids);
        }
        hearing.sides.resize(hearing.ids.len(), NAME);
        hearing.cut(1 + LONGEST_NAME);
        hearing.push(sep);
        for sentence in sentences {
            let before = hearing.ids.len();
            for word in plain_words(sentence) {
                self.pieces.encode(&sentence[word], &mut hearing.ids);
            }
            hearing.sides.resize(hearing.ids.len(), SENTENCE);
            hearing.cut(before + LONGEST_SENTENCE);
            if hearing.ids.len() >= LONGEST {
                hearing.cut(before);
                break;
            }
            hearing.sentences.push(before..hearing.ids.len());
            hearing.push(sep);
        }
        hearing
    }

    fn answer(&self, hearing: &Hearing, answers: &mut Vec<Odds>) -> Result<(), ModelError> {
        let Hearing { ids, sides, sentences } = hearing;
        let width = self.encoder.width();
        with_scratch(|scratch| {
            let states = self.encoder.run(Pieces { ids, features: &[sides] }, scratch)?;
            let mut pair = mean(states, width, (0..ids.len()).filter(|&at| sides[at] == NAME));
            for sentence in sentences {
                pair.truncate(width);
                pair.extend(mean(states, width, sentence.clone()));
                let mut odds = [0.0; 3];
                self.answer.log_probabilities(&pair, &mut odds);
                answers.push(odds.map(f32::exp));
            }
            Ok(())
        })
    }
}

impl Hearing {
    fn push(&mut self, edge: u32) {
        self.ids.push(edge);
        self.sides.push(EDGE);
    }

    fn cut(&mut self, most: usize) {
        self.ids.truncate(most);
        self.sides.truncate(most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sentence_gets_an_answer() {
        let jury = Jury::embedded().unwrap();
        let long = "It would wake the whole street. ".repeat(60);
        let many = vec!["Lee said the night bus would be a disaster for the town."; 40];
        for sentences in [&[][..], &[""], &[&long, "", &long], &many] {
            let heard = jury.hear("night bus", sentences).unwrap();
            assert_eq!(heard.len(), sentences.len());
            assert!(heard.iter().all(|odds| (odds.iter().sum::<f32>() - 1.0).abs() < 1e-3));
        }
    }

    #[test]
    fn sides_are_told_by_what_is_said() {
        let jury = Jury::embedded().unwrap();
        // As the program asks: what a report opens with stands first, and is nobody's.
        let said = [
            "Night buses will run on three routes from May under a plan that the city council debated on Tuesday.",
            "Mayor Ann Lee welcomed the move, saying nurses would at last get home safely.",
            "Shopkeeper Tom Roe called it a waste of money and urged the council to think again.",
        ];
        let heard = jury.hear("night bus", &said).unwrap();
        let [[_, _, nobody], [against, favour, _], [opposed, welcomed, _]] = heard[..] else {
            panic!("{heard:?}")
        };
        assert!(nobody > 0.7, "{heard:?}");
        assert!(favour > 0.7 && against < 0.2, "{heard:?}");
        assert!(opposed > 0.7 && welcomed < 0.2, "{heard:?}");
    }
}
