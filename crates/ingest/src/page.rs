//! The one entry: [`read`] takes the bytes of a page and gives its [`Article`], or says why it cannot.

use std::time::Duration;

use onrecord_base::{Article, TextTooLong};

use crate::{decode, html, plain};

/// Reads one page: detects its format and encoding unless the hint gives them, and makes the article.
///
/// Messy pages are read all the same; what was odd is in the article's diagnostics.
///
/// # Errors
/// If the bytes hold no text ([`PageError::Empty`], [`PageError::Binary`]) or a limit is passed that
/// cannot be kept by simplifying the page.
pub fn read(bytes: &[u8], hint: &Hint, limits: &Limits) -> Result<Page, PageError> {
    if bytes.len() > limits.max_bytes {
        return Err(PageError::TooLarge { bytes: bytes.len(), limit: limits.max_bytes });
    }
    let decoded = decode::decode(bytes, hint)?;
    let (format, encoding) = (decoded.format, decoded.encoding);
    let article = match format {
        Format::Html => html::article(decoded, hint, limits)?,
        Format::Plain => plain::article(decoded, hint, limits)?,
    };
    Ok(Page { article, format, encoding })
}

/// What the caller knows about a page; the default is "nothing: detect everything".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// Whether it is HTML or plain text.
    pub format: Option<Format>,
    /// The charset label, for example from the `Content-Type` header; a byte-order mark wins over it.
    pub charset: Option<String>,
    /// Where the page came from; it resolves relative links and may hold the date.
    pub url: Option<String>,
}

/// The formats of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A web page.
    Html,
    /// Plain text; never altered.
    Plain,
}

impl Format {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Plain => "plain",
        }
    }
}

/// A page that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The article on it.
    pub article: Article,
    /// What the page was taken for.
    pub format: Format,
    /// The encoding it was read in, by its WHATWG name ("UTF-8", "windows-1252").
    pub encoding: &'static str,
}

/// How much a page may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes a page may have; a larger one is an error.
    pub max_bytes: usize,
    /// How deep elements may nest; deeper ones lose their tags and keep their text.
    pub max_depth: usize,
    /// How many elements are kept; further ones lose their tags and keep their text.
    pub max_nodes: usize,
    /// How many words the text may have; a longer one is an error, never cut.
    pub max_words: usize,
    /// How long one HTML page may take.
    pub deadline: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            max_depth: 512,
            max_nodes: 200_000,
            max_words: 12_000,
            deadline: Duration::from_secs(8),
        }
    }
}

/// Why a page could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// There is no character in it, or only white space.
    #[error("the page is empty; check that it was downloaded or saved completely")]
    Empty,
    /// It is not text. Holds what it looks like and what to do.
    #[error("this is {looks_like}, not a web page or text; {advice}")]
    Binary {
        /// What the bytes look like ("a PNG image").
        looks_like: &'static str,
        /// What to do about it.
        advice: &'static str,
    },
    /// It has more bytes than the limits allow.
    #[error("the page has {bytes} bytes, more than the limit of {limit}; split it or raise the limit")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Its text has more words than the limits allow.
    #[error(
        "the text has about {words} words, more than the limit of {limit}; split it, or raise the limit (--max-words)"
    )]
    TooLong {
        /// Its length in words; in text with few blanks, estimated from its bytes.
        words: usize,
        /// The limit in words.
        limit: usize,
    },
    /// Its text has 4 GiB or more.
    #[error(transparent)]
    TextTooLong(#[from] TextTooLong),
    /// The hint names a charset that does not exist.
    #[error("the charset {label:?} is unknown; give a WHATWG label such as utf-8, or none to detect it")]
    UnknownCharset {
        /// The label as given.
        label: String,
    },
    /// Reading it took longer than the limits allow.
    #[error("reading the page took longer than {} s; raise the deadline, or save its text and read that", .limit.as_secs_f32())]
    Timeout {
        /// The limit.
        limit: Duration,
    },
    /// The HTML reader failed on it; a bug of ours or of a library.
    #[error("the HTML reader failed on this page; save its text and read that, and please report the page")]
    Failed,
}

impl Limits {
    /// Refuses a text with too many words. Where blanks are few, some bytes count as a word.
    pub(crate) fn check_words(&self, text: &str) -> Result<(), PageError> {
        const BYTES_OF_A_WORD: usize = 24;
        let words = text.split_whitespace().count().max(text.len() / BYTES_OF_A_WORD);
        if words > self.max_words {
            return Err(PageError::TooLong { words, limit: self.max_words });
        }
        Ok(())
    }
}
