//! A shipped model: the encoder that scores each word's tags, and what follows it.

use std::ops::Range;

use onrecord_base::quotation::Pairing;
use onrecord_base::{Spans, Text};
use onrecord_encoder::{FileError, Pieces, PiecesError, Tagging, with_scratch};

use crate::confidence::Curve;
use crate::decode::{Scores, TAGS, Transitions};
use crate::ground::{Ground, SHARED};
use crate::linker::Linker;
use crate::namer::Namer;
use crate::senses::{Meaning, Senses};
use crate::windows::windows;
use crate::wordpiece::WordPiece;
use crate::words::{Quoted, Shape, Word, words};

#[cfg(test)]
mod oracle;
mod shipped;

use shipped::LINKER;
pub use shipped::Shipped;
pub(crate) use shipped::{pieces, weights, with_words};

/// What joins the word pieces at the encoder's input, in the order of [`Given::features`].
const FEATURES: [&str; 3] = ["quoted", "shape", "start"];

/// Why a model does not load or run: a broken build.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The encoder's weights do not load.
    #[error("the encoder does not load")]
    Load(#[from] FileError),
    /// The encoder does not take what it is given.
    #[error("the encoder does not run")]
    Run(#[from] PiecesError),
    /// The heads are not what this version reads.
    #[error("the heads do not load")]
    Heads(#[from] serde_json::Error),
    /// A part is there but unfit.
    #[error("{0}")]
    Unfit(&'static str),
}

/// The model, loaded. Shared between threads; each run keeps to the thread that asks.
pub(crate) struct Model {
    tagging: Tagging<'static>,
    pieces: &'static WordPiece,
    heads: Heads,
    linker: Linker,
    meaning: Meaning,
    /// Whether other models stand on this encoder.
    is_ground: bool,
}

/// What follows the encoder, as `heads.json` holds it.
#[derive(serde::Deserialize)]
struct Heads {
    name: String,
    window: usize,
    transitions: Transitions,
    confidence: Curve,
    bare_word: f32,
}

/// What a run over an article gives.
pub(crate) struct Read {
    /// The log probability of each tag for each word.
    pub(crate) scores: Vec<Scores>,
    /// The states from which meanings are read.
    pub(crate) senses: Senses,
    /// Those on which other models stand.
    pub(crate) ground: Ground,
}

/// What the encoder reads: an element for each word piece.
struct Given {
    /// Numbers of the word pieces.
    ids: Vec<u32>,
    /// How the piece's word stands to quotation marks, from 1; the shape of the word; 2 for the first word of a paragraph, else
    /// 1. All are 0 for `[CLS]` and `[SEP]`.
    features: [Vec<u8>; 3],
    /// The place of each word's first piece.
    at: Vec<usize>,
}

impl Model {
    /// Loads a model that is compiled in.
    pub(crate) fn embedded(which: Shipped) -> Result<Self, ModelError> {
        let file = which.encoder()?;
        let tagging = Tagging::load(&file, &FEATURES)?;
        if tagging.classes() != TAGS {
            return Err(ModelError::Unfit("the encoder scores other tags"));
        }
        let heads: Heads = serde_json::from_str(which.heads())?;
        let linker: Linker = serde_json::from_str(LINKER)?;
        if !heads.confidence.fits() {
            return Err(ModelError::Unfit("the curve of confidences falls somewhere"));
        }
        if !linker.fits() {
            return Err(ModelError::Unfit("the linker's layers do not fit its features"));
        }
        if !(16..=tagging.encoder().positions()).contains(&heads.window) {
            return Err(ModelError::Unfit("the window is too small or too large"));
        }
        let meaning = Meaning::load(&which.meaning()?, tagging.encoder().width())?;
        let is_ground = which == Shipped::Standard;
        if tagging.all_until() < meaning.layer.max(if is_ground { SHARED } else { 0 }) {
            return Err(ModelError::Unfit("words settle before all vectors are there that others read"));
        }
        Ok(Self { tagging, pieces: pieces()?, heads, linker, meaning, is_ground })
    }

    pub(crate) fn name(&self) -> &str {
        &self.heads.name
    }

    pub(crate) fn namer(&self) -> Result<Namer, ModelError> {
        Namer::embedded(self.width())
    }

    /// How long the vectors are.
    fn width(&self) -> usize {
        self.tagging.encoder().width()
    }

    pub(crate) fn transitions(&self) -> &Transitions {
        &self.heads.transitions
    }

    pub(crate) fn linker(&self) -> &Linker {
        &self.linker
    }

    /// From how sure the tagger and the linker say they are to how often that is right.
    pub(crate) fn confidence(&self) -> &Curve {
        &self.heads.confidence
    }

    /// How sure it must be of a content that is one word outside of quotation marks; such a one is more often none.
    pub(crate) fn bare_word(&self) -> f32 {
        self.heads.bare_word
    }

    /// The vector of what a text means that stands for itself; `None` for a text without words.
    pub(crate) fn sense(&self, text: &Text) -> Result<Option<Vec<f32>>, ModelError> {
        let words = words(text, &[text.whole()], &Pairing::default());
        let read = self.scores(text, &words, true)?;
        Ok(self.vector(&read.senses, &text.whole().into()))
    }

    /// The vector of what stands within the spans; `None` where no word does.
    pub(crate) fn vector(&self, senses: &Senses, spans: &Spans) -> Option<Vec<f32>> {
        senses.mean(spans).map(|mean| self.meaning.vector(&mean))
    }

    /// Runs the encoder over all words; keeps their senses if these are wanted.
    pub(crate) fn scores(&self, text: &Text, words: &[Word], senses: bool) -> Result<Read, ModelError> {
        let mut ids = Vec::new();
        let mut ends = Vec::with_capacity(words.len());
        for word in words {
            self.pieces.encode(text.slice(word.span), &mut ids);
            ends.push(ids.len());
        }
        let begin = |i: usize| if i == 0 { 0 } else { ends[i - 1] };
        let lengths: Vec<usize> = (0..words.len()).map(|i| ends[i] - begin(i)).collect();
        let mut read = Read {
            scores: Vec::with_capacity(words.len()),
            senses: if senses {
                Senses::new(words.iter().map(|word| word.span).collect(), self.width())
            } else {
                Senses::default()
            },
            ground: Ground::new(if self.is_ground { ids.len() } else { 0 }, self.width()),
        };
        for window in windows(words, &lengths, self.room()) {
            let ids = &ids[begin(window.start)..begin(window.end)];
            self.window(words, &lengths, ids, window, &mut read)?;
        }
        Ok(read)
    }

    /// The pieces of words in a window, beside its edges.
    fn room(&self) -> usize {
        self.heads.window - 2
    }

    /// Runs the encoder over the words of one window.
    fn window(
        &self,
        words: &[Word],
        lengths: &[usize],
        ids: &[u32],
        range: Range<usize>,
        read: &mut Read,
    ) -> Result<(), ModelError> {
        if range.is_empty() {
            return Ok(());
        }
        let given = self.given(words, lengths, ids, range.clone());
        let features = given.features.each_ref().map(Vec::as_slice);
        with_scratch(|scratch| {
            let pieces = Pieces { ids: &given.ids, features: &features };
            let width = self.width();
            let scores = self.tagging.run(pieces, &given.at, scratch, |layer, states| {
                if layer == self.meaning.layer {
                    for (&at, word) in given.at.iter().zip(range.clone()) {
                        read.senses.push(&states[at * width..][..lengths[word] * width]);
                    }
                }
                if layer == SHARED && self.is_ground {
                    read.ground.push(&words[range.clone()], &given.at, states);
                }
            })?;
            read.scores.extend(scores.as_chunks::<TAGS>().0);
            Ok(())
        })
    }

    fn given(&self, words: &[Word], lengths: &[usize], ids: &[u32], range: Range<usize>) -> Given {
        let (cls, sep) = self.pieces.edges;
        let mut given = Given {
            ids: [&[cls], ids, &[sep]].concat(),
            features: [vec![0], vec![0], vec![0]],
            at: Vec::with_capacity(range.len()),
        };
        for i in range {
            let first = i == 0 || words[i - 1].paragraph != words[i].paragraph;
            let seen = [quoted(words[i].quoted), shape(words[i].shape), 1 + u8::from(first)];
            given.at.push(given.features[0].len());
            for (list, value) in given.features.iter_mut().zip(seen) {
                list.extend(std::iter::repeat_n(value, lengths[i]));
            }
        }
        for list in &mut given.features {
            list.push(0);
        }
        given
    }
}

fn quoted(quoted: Quoted) -> u8 {
    1 + quoted as u8
}

fn shape(shape: Shape) -> u8 {
    shape as u8
}
