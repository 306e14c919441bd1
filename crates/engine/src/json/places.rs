//! The words at a range of a document's text, whatever its offsets count.

use onrecord_base::{Text, TextTooLong};

use super::{Document, OffsetUnit, Range};

/// Finds words in the text of one document; made once for each.
pub struct Places {
    text: Text,
    /// Each offset at which a character starts, the end of the text included, and its byte; empty where bytes count.
    starts: Vec<(u32, u32)>,
}

impl Places {
    /// Reads the text of a document once.
    ///
    /// # Errors
    /// If the text is longer than 4 GiB.
    pub fn of(document: &Document) -> Result<Self, TextTooLong> {
        let text = Text::new(document.text.as_str())?;
        let mut starts = Vec::new();
        if document.offset_unit != OffsetUnit::Byte {
            let mut units = 0;
            for (byte, c) in text.as_str().char_indices() {
                starts.push((units, byte as u32));
                units += if document.offset_unit == OffsetUnit::Char { 1 } else { c.len_utf16() as u32 };
            }
            starts.push((units, text.len()));
        }
        Ok(Self { text, starts })
    }

    /// The words of a range; `None` if it is not in the text or cuts a character.
    pub fn words(&self, [start, end]: Range) -> Option<&str> {
        let (start, end) = (self.byte(start)?, self.byte(end)?);
        self.text.span(start, end).map(|span| self.text.slice(span))
    }

    fn byte(&self, offset: u32) -> Option<usize> {
        if self.starts.is_empty() {
            return Some(offset as usize);
        }
        let place = self.starts.binary_search_by_key(&offset, |(units, _)| *units).ok()?;
        Some(self.starts[place].1 as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Draft;
    use super::*;

    #[test]
    fn words_in_every_unit_and_nothing_outside() {
        for (unit, range) in
            [(OffsetUnit::Char, [4, 6]), (OffsetUnit::Byte, [11, 13]), (OffsetUnit::Utf16, [5, 7])]
        {
            let mut document = Draft::new("a.txt", None, "“😀” ok").done();
            document.offset_unit = unit;
            let places = Places::of(&document).unwrap();
            assert_eq!(places.words(range), Some("ok"), "{unit:?}");
            assert_eq!([[0, 99], [3, 2]].map(|range| places.words(range)), [None, None], "{unit:?}");
        }
        let mut document = Draft::new("a.txt", None, "😀").done();
        for unit in [OffsetUnit::Byte, OffsetUnit::Utf16] {
            document.offset_unit = unit;
            assert_eq!(Places::of(&document).unwrap().words([0, 1]), None, "{unit:?} cuts a character");
        }
    }
}
