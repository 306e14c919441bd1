//! Conversion of spans to the units of other worlds: characters (Python, brat) and UTF-16 (browsers).

use crate::{Span, Text};

/// A half-open range in Unicode scalar values, as Python and brat count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharSpan {
    /// The first character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// A half-open range in UTF-16 code units, as JavaScript counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Span {
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Converts between byte, character and UTF-16 offsets of one text; made once, each look-up is a
/// binary search plus at most `STEP` bytes of counting.
///
/// ```
/// use onrecord_base::{CharSpan, OffsetIndex, Text, Utf16Span};
/// let text = Text::new("“Ja” 😀 ok").unwrap();
/// let index = OffsetIndex::new(&text);
/// let ok = text.span(14, 16).unwrap();
/// assert_eq!(index.to_char(ok), CharSpan { start: 7, end: 9 });
/// assert_eq!(index.to_utf16(ok), Utf16Span { start: 8, end: 10 });
/// assert_eq!(index.from_char(7, 9), Some(ok));
/// ```
pub struct OffsetIndex<'t> {
    text: &'t Text,
    /// (byte, character, utf16) at every `STEP`th byte or the next boundary after it.
    marks: Vec<(u32, u32, u32)>,
}

/// Distance in bytes between the remembered offsets.
const STEP: u32 = 128;

impl<'t> OffsetIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t Text) -> Self {
        let mut marks = vec![(0, 0, 0)];
        let (mut chars, mut units, mut next) = (0, 0, STEP);
        for (byte, ch) in text.as_str().char_indices() {
            let byte = u32::try_from(byte).expect("a text is shorter than 4 GiB");
            if byte >= next {
                marks.push((byte, chars, units));
                next = byte + STEP;
            }
            chars += 1;
            units += ch.len_utf16() as u32;
        }
        Self { text, marks }
    }

    fn count(&self, byte: u32) -> (u32, u32) {
        let at = self.marks.partition_point(|m| m.0 <= byte) - 1;
        let (from, mut chars, mut units) = self.marks[at];
        for ch in self.text.as_str()[from as usize..byte as usize].chars() {
            chars += 1;
            units += ch.len_utf16() as u32;
        }
        (chars, units)
    }

    /// In characters.
    pub fn to_char(&self, span: Span) -> CharSpan {
        CharSpan { start: self.count(span.start()).0, end: self.count(span.end()).0 }
    }

    /// In UTF-16 code units.
    pub fn to_utf16(&self, span: Span) -> Utf16Span {
        Utf16Span { start: self.count(span.start()).1, end: self.count(span.end()).1 }
    }

    /// The byte span of characters `start..end`; `None` if out of range or reversed.
    pub fn from_char(&self, start: u32, end: u32) -> Option<Span> {
        let byte = |n: u32| {
            let at = self.marks.partition_point(|m| m.1 <= n) - 1;
            let (from, chars, _) = self.marks[at];
            let tail = &self.text.as_str()[from as usize..];
            let skip = (n - chars) as usize;
            match tail.char_indices().nth(skip) {
                Some((i, _)) => Some(from as usize + i),
                None if tail.chars().count() == skip => Some(self.text.as_str().len()),
                None => None,
            }
        };
        self.text.span(byte(start)?, byte(end)?)
    }
}
