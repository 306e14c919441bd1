//! The text of an article: UTF-8 that never changes once made, and the only maker of spans.

use std::fmt;
use std::sync::Arc;

use crate::Span;

/// An immutable article text, shorter than 4 GiB, so that offsets fit in `u32`.
///
/// Cloning is cheap: clones share the characters.
///
/// ```
/// use onrecord_base::Text;
/// let text = Text::new("“We won,” he said.").unwrap();
/// let span = text.span(0, 5).unwrap();
/// assert_eq!(text.slice(span), "“We");
/// assert!(text.span(1, 5).is_none(), "byte 1 lies inside the opening mark");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text(Arc<str>);

/// The text has 4 GiB or more; spans could not address it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextTooLong;

impl fmt::Display for TextTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text has 4 GiB or more; split it into articles")
    }
}

impl std::error::Error for TextTooLong {}

impl Text {
    /// Takes a decoded text as it is. Fails only if it has 4 GiB or more.
    pub fn new(text: impl Into<Arc<str>>) -> Result<Self, TextTooLong> {
        let text = text.into();
        if u32::try_from(text.len()).is_ok() { Ok(Self(text)) } else { Err(TextTooLong) }
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The length in bytes.
    pub fn len(&self) -> u32 {
        u32::try_from(self.0.len()).expect("checked by `new`")
    }

    /// Whether there are no characters.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The span of bytes `start..end`, or `None` if it is reversed, out of range or splits a character.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        self.0.get(start..end)?;
        Some(Span::new_unchecked(u32::try_from(start).ok()?, u32::try_from(end).ok()?))
    }

    /// The span of the whole text.
    pub fn whole(&self) -> Span {
        Span::new_unchecked(0, self.len())
    }

    /// The characters of a span.
    ///
    /// # Panics
    /// If the span was made by another text and does not fit this one.
    pub fn slice(&self, span: Span) -> &str {
        &self.0[span.range()]
    }

    /// The span without white space (no-break spaces included) at its edges; `None` if nothing is left.
    pub fn trim(&self, span: Span) -> Option<Span> {
        let s = self.slice(span);
        let head = s.len() - s.trim_start().len();
        let body = s.trim().len();
        let start = span.range().start + head;
        if body == 0 { None } else { self.span(start, start + body) }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
