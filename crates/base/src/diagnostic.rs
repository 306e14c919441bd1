//! Diagnostics: what was odd about a page, said aloud instead of an error or a silent drop.

use std::borrow::Cow;

use crate::Span;

/// Something a reader of the result should know; the article was still read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of oddity.
    pub code: Code,
    /// Where, if it has a place.
    pub span: Option<Span>,
    /// One sentence for a person.
    pub message: Cow<'static, str>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    pub fn at(code: Code, span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, span: Some(span), message: message.into() }
    }

    /// A diagnostic about the whole article.
    pub fn whole(code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, span: None, message: message.into() }
    }
}

/// The kinds of oddity; the names are part of the output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A quotation that is opened and never closed.
    UnclosedQuotation,
    /// A closing mark with no opening one before it.
    UnopenedQuotation,
    /// A closing mark that stands where an opening one belongs.
    ReversedQuotationMark,
    /// Bytes that are not valid in the page's encoding were replaced.
    InvalidEncoding,
    /// The page was cut or simplified to stay within the limits.
    LimitReached,
    /// The page does not look like an article.
    NotAnArticle,
    /// The article is in a language the model was not trained on.
    UnsupportedLanguage,
    /// Control or invisible characters.
    InvisibleCharacters,
    /// The page's metadata contradict each other or cannot be read.
    OddMetadata,
}

impl Code {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnclosedQuotation => "unclosed-quotation",
            Self::UnopenedQuotation => "unopened-quotation",
            Self::ReversedQuotationMark => "reversed-quotation-mark",
            Self::InvalidEncoding => "invalid-encoding",
            Self::LimitReached => "limit-reached",
            Self::NotAnArticle => "not-an-article",
            Self::UnsupportedLanguage => "unsupported-language",
            Self::InvisibleCharacters => "invisible-characters",
            Self::OddMetadata => "odd-metadata",
        }
    }
}
