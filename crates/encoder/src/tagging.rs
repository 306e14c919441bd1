//! Tags for words, most of which are sure of theirs before the last layer and need no more of them.
//!
//! After some layers a head may settle words: one whose likeliest tag is as probable as the file says gets it, and its pieces change no
//! more, though the others still look at them (Li et al. 2021, arXiv:2105.13878).

use onrecord_kernels::Cpu;

use super::head::Head;
use super::onnx::{File, FileError, unfit};
use super::{Encoder, Pieces, PiecesError, Scratch};

/// An encoder and what reads tags off its vectors. Shared between threads.
pub struct Tagging<'f> {
    encoder: Encoder<'f>,
    /// What settles words, the first first.
    early: Vec<Early>,
    tags: Head,
}

/// A head that settles words.
struct Early {
    after: usize,
    /// The logarithm of the probability that is enough.
    sure: f32,
    tags: Head,
}

impl<'f> Tagging<'f> {
    /// Lays out an encoder, the head `tag` after its last layer, and for each layer `N` before it the head `early.N` with `early.N.sure`, if it is
    /// there.
    ///
    /// # Errors
    /// [`FileError`] if something is missing or of another shape than its neighbours want.
    pub fn load(file: &File<'f>, features: &[&str]) -> Result<Self, FileError> {
        Self::load_for(Cpu::best(), file, features)
    }

    /// As [`Self::load`], for the processor that the caller says.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_for(cpu: Cpu, file: &File<'f>, features: &[&str]) -> Result<Self, FileError> {
        let encoder = Encoder::load_for(cpu, file, features)?;
        let tags = Head::load(file, "tag", encoder.width())?;
        let mut early = Vec::new();
        for after in 1..encoder.depth() {
            let name = format!("early.{after}");
            if file.has(&format!("{name}.weight")) {
                let sure = file.floats(&format!("{name}.sure"), &[1])?[0].ln();
                early.push(Early { after, sure, tags: Head::load(file, &name, encoder.width())? });
            }
        }
        match early.iter().all(|early| early.tags.classes() == tags.classes()) && encoder.depth() > 0 {
            true => Ok(Self { encoder, early, tags }),
            false => Err(unfit("tag", "after a layer, with the classes of those before")),
        }
    }

    /// The encoder alone.
    pub fn encoder(&self) -> &Encoder<'f> {
        &self.encoder
    }

    /// How many tags there are.
    pub fn classes(&self) -> usize {
        self.tags.classes()
    }

    /// After so many layers all pieces have gone on: from then on some may be settled. In the last one only those do off which tags are read.
    pub fn all_until(&self) -> usize {
        self.early.first().map_or(self.encoder.depth() - 1, |early| early.after)
    }

    /// The logarithm of each tag's probability for each word, one word after the other. `at` is the place of each word's first piece; it
    /// reaches to the next word's, and the last word's to the last piece, which is no word's. `seen` gets the vectors of all pieces
    /// after each layer up to [`Self::all_until`].
    ///
    /// # Errors
    /// As [`Encoder::run`].
    ///
    /// # Panics
    /// If a word's place is not before the next one's, or none of the pieces'.
    pub fn run(
        &self,
        pieces: Pieces<'_>,
        at: &[usize],
        scratch: &mut Scratch,
        mut seen: impl FnMut(usize, &[f32]),
    ) -> Result<Vec<f32>, PiecesError> {
        self.encoder.begin(&[pieces], scratch)?;
        let (classes, width) = (self.classes(), self.encoder.width());
        let mut out = vec![0.0; at.len() * classes];
        let ends = at.iter().skip(1).copied().chain([pieces.ids.len().saturating_sub(1)]);
        let lengths: Vec<usize> = at.iter().zip(ends).map(|(begin, end)| end - begin).collect();
        // The words that are not settled, and where the first piece of each is among those that go on.
        let mut open: Vec<(usize, usize)> = at.iter().copied().enumerate().collect();
        let mut early = self.early.iter().peekable();
        let depth = self.encoder.depth();
        for layer in 1..=depth {
            let states = self.encoder.go_on(layer - 1..layer, scratch);
            if layer <= self.all_until() {
                seen(layer, states);
            }
            let settles = early.next_if(|early| early.after == layer);
            let last = (layer == depth).then_some(&self.tags);
            if let Some(tags) = settles.map(|early| &early.tags).or(last) {
                for &(word, at) in &open {
                    let scores = &mut out[word * classes..][..classes];
                    tags.log_probabilities(&states[at * width..][..width], scores);
                }
            }
            if let Some(early) = settles {
                let unsure =
                    |word: usize| out[word * classes..][..classes].iter().all(|&score| score < early.sure);
                open.retain(|&(word, _)| unsure(word));
            }
            let before_last = layer + 1 == depth;
            if settles.is_some() || before_last {
                let mut goes_on = vec![false; states.len() / width];
                let mut place = 0;
                for (word, at) in &mut open {
                    // What the last layer makes of a word's other pieces nobody reads.
                    let count = if before_last { 1 } else { lengths[*word] };
                    goes_on[*at..*at + count].fill(true);
                    *at = place;
                    place += count;
                }
                self.encoder.settle(&goes_on, scratch);
            }
        }
        Ok(out)
    }
}
