//! The models that ship: which there are, and their files, compiled in.

use std::sync::LazyLock;

use onrecord_encoder::{File, FileError};

use super::ModelError;
use crate::wordpiece::WordPiece;

/// A model to read with. Both take the same way and give the same kinds of things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shipped {
    /// The one that finds most and errs least.
    #[default]
    Standard,
    /// A small one, taught by the other, for very many pages: it errs more, and asks no model for stances.
    Fast,
}

/// A file of weights as the build script laid it out, from a multiple of 64 on, so that it is used where it lies in the program.
macro_rules! weights {
    ($name:literal) => {{
        #[repr(C, align(64))]
        struct Lines<T: ?Sized>(T);
        static FILE: &Lines<[u8]> = &Lines(*include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".weights")));
        &FILE.0
    }};
}
pub(crate) use weights;

/// The word vectors in it serve the other encoders, too.
static STANDARD: &[u8] = weights!("standard.encoder");
/// What settles words before its last layer.
static EARLY: &[u8] = include_bytes!("../../../../models/standard/early.onnx");
/// What chooses which fragments belong together; it sees words and tags only, so it serves every tagger.
pub(super) static LINKER: &str = include_str!("../../../../models/standard/linker.json");
static VOCABULARY: &str = include_str!("../../../../models/standard/vocab.txt");

impl Shipped {
    /// The weights of the tagger.
    pub(super) fn encoder(self) -> Result<File<'static>, FileError> {
        match self {
            Self::Standard => Ok(File::laid_out(STANDARD)?.with_all(File::read(EARLY)?)),
            Self::Fast => with_words(weights!("fast.encoder")),
        }
    }

    /// What follows the tagger.
    pub(super) fn heads(self) -> &'static str {
        match self {
            Self::Standard => include_str!("../../../../models/standard/heads.json"),
            Self::Fast => include_str!("../../../../models/fast/heads.json"),
        }
    }

    /// The map from the tagger's states to what words mean.
    pub(super) fn meaning(self) -> Result<File<'static>, FileError> {
        File::read(match self {
            Self::Standard => include_bytes!("../../../../models/standard/meaning.onnx"),
            Self::Fast => include_bytes!("../../../../models/fast/meaning.onnx"),
        })
    }
}

/// An encoder's file that has no word vectors of its own, with those that all encoders share.
pub(crate) fn with_words(file: &'static [u8]) -> Result<File<'static>, FileError> {
    Ok(File::laid_out(file)?.with(&["words", "words.scale"], File::laid_out(STANDARD)?))
}

/// How words are cut for all encoders.
///
/// # Errors
/// [`ModelError::Unfit`] if the vocabulary is of no use: a broken build.
pub(crate) fn pieces() -> Result<&'static WordPiece, ModelError> {
    static PIECES: LazyLock<Option<WordPiece>> = LazyLock::new(|| WordPiece::new(VOCABULARY));
    PIECES.as_ref().ok_or(ModelError::Unfit("the vocabulary lacks [UNK], [CLS] or [SEP]"))
}
