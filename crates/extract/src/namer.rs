//! The namer: the model that finds in a headline and the paragraphs after it what is at issue.
//!
//! A small encoder of its own reads `[CLS] headline [SEP] paragraphs [SEP]` and tells of each word whether it is part of a name for something
//! that one can be for or against, for something else at issue, or of what stands for it without a name ("the move"); it shares its word
//! vectors with the tagger (`training/issues.py`). It is loaded when it is
//! first asked, and with it, when that is asked, the model that says who is for and who against what a headline names.

use std::ops::Range;
use std::sync::LazyLock;

use crate::judge::Judge;
use crate::model::{ModelError, pieces, weights, with_words};
use crate::words::{Shape, plain_words};
use onrecord_encoder::{Encoder, Head, Pieces, with_scratch};

static WEIGHTS: &[u8] = weights!("issues.encoder");

/// What a piece stands in; the numbers are the model's input.
const EDGE: u8 = 0;
const BODY: u8 = 1;
const HEADLINE: u8 = 2;
/// The most pieces that are read at once; what goes beyond is left out.
const LONGEST: usize = 160;
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

/// The model. Shared between threads.
pub struct Namer {
    network: LazyLock<Result<Network, ModelError>>,
    judge: LazyLock<Result<Judge, ModelError>>,
}

impl Default for Namer {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Namer {
    /// The embedded model, to be loaded when it is first asked.
    pub fn embedded() -> Self {
        Self { network: LazyLock::new(Network::load), judge: LazyLock::new(Judge::of_reports) }
    }

    /// The model that tells who is for and who against what a headline names.
    ///
    /// # Errors
    /// [`ModelError`] if it does not load: a broken build.
    pub fn judge(&self) -> Result<&Judge, ModelError> {
        self.judge.as_ref().map_err(|_| ModelError::Unfit("the model of sides in reports does not load"))
    }

    /// The names in a headline and in the paragraphs after it, all bytes of the text, in text order.
    ///
    /// # Errors
    /// [`ModelError`] if the model does not load (a broken build), or if there is no memory for its work.
    pub fn names(
        &self,
        text: &str,
        headline: &[Range<usize>],
        paragraphs: &[Range<usize>],
    ) -> Result<Vec<Name>, ModelError> {
        let network =
            self.network.as_ref().map_err(|_| ModelError::Unfit("the model of issues does not load"))?;
        network.names(text, headline, paragraphs)
    }
}

struct Network {
    encoder: Encoder<'static>,
    tags: Head,
}

impl Network {
    fn load() -> Result<Self, ModelError> {
        let file = with_words(WEIGHTS)?;
        let encoder = Encoder::load(&file, &["shape", "start"])?;
        let tags = Head::load(&file, "tag", encoder.width())?;
        match tags.classes() == CLASSES {
            true => Ok(Self { encoder, tags }),
            false => Err(ModelError::Unfit("the model of issues has other classes")),
        }
    }

    fn names(
        &self,
        text: &str,
        headline: &[Range<usize>],
        paragraphs: &[Range<usize>],
    ) -> Result<Vec<Name>, ModelError> {
        let page = Page::read(text, headline, paragraphs)?;
        if page.words.is_empty() {
            return Ok(Vec::new());
        }
        with_scratch(|scratch| {
            let features = [&page.shapes[..], &page.places[..]];
            let states = self.encoder.run(Pieces { ids: &page.ids, features: &features }, scratch)?;
            let width = self.encoder.width();
            let mut scores = [0.0; CLASSES];
            let mut out: Vec<Name> = Vec::new();
            let mut words_of_last = 0.0;
            let mut joins = false;
            for (word, at) in &page.words {
                self.tags.log_probabilities(&states[at * width..(at + 1) * width], &mut scores);
                let best = (0..CLASSES).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or_default();
                let named = match best {
                    1 => Named::Measure,
                    2 => Named::Topic,
                    3 => Named::Reference,
                    _ => {
                        joins = false;
                        continue;
                    }
                };
                let probability = scores[best].exp();
                match out.last_mut() {
                    Some(last) if joins && last.named == named && !page.parted(last.at.end, word.start) => {
                        last.at.end = word.end;
                        last.probability += (probability - last.probability) / (words_of_last + 1.0);
                        words_of_last += 1.0;
                    }
                    _ => {
                        out.push(Name { at: word.clone(), named, probability });
                        words_of_last = 1.0;
                    }
                }
                joins = true;
            }
            Ok(out)
        })
    }
}

/// What the model reads.
struct Page {
    ids: Vec<u32>,
    shapes: Vec<u8>,
    places: Vec<u8>,
    /// The words in bytes, each with the place of its first piece.
    words: Vec<(Range<usize>, usize)>,
    /// Where blocks end, in bytes.
    ends: Vec<usize>,
}

impl Page {
    fn read(text: &str, headline: &[Range<usize>], paragraphs: &[Range<usize>]) -> Result<Self, ModelError> {
        let pieces = pieces()?;
        let (cls, sep) = pieces.edges;
        let mut page =
            Self { ids: vec![cls], shapes: vec![0], places: vec![EDGE], words: Vec::new(), ends: Vec::new() };
        for (blocks, place) in [(headline, HEADLINE), (paragraphs, BODY)] {
            let before = page.ids.len();
            for block in blocks {
                let part = text.get(block.clone()).unwrap_or_default();
                for word in plain_words(part) {
                    let from = page.ids.len();
                    pieces.encode(&part[word.clone()], &mut page.ids);
                    if page.ids.len() >= LONGEST {
                        page.ids.truncate(from);
                        page.end(sep);
                        return Ok(page);
                    }
                    if page.ids.len() == from {
                        continue;
                    }
                    page.shapes.resize(page.ids.len(), Shape::of(&part[word.clone()]) as u8);
                    page.places.resize(page.ids.len(), place);
                    page.words.push((block.start + word.start..block.start + word.end, from));
                }
                page.ends.push(block.end);
            }
            if page.ids.len() > before {
                page.end(sep);
            }
        }
        Ok(page)
    }

    fn end(&mut self, sep: u32) {
        self.ids.push(sep);
        self.shapes.push(0);
        self.places.push(EDGE);
    }

    /// Whether a block ends between two places.
    fn parted(&self, end: usize, start: usize) -> bool {
        self.ends.iter().any(|at| (end..start).contains(at))
    }
}
