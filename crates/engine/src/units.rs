//! Offset units at the border: byte spans inside, what the receiver counts in outside.

use onrecord_base::{OffsetIndex, Span, Text};

/// What offsets in an output count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OffsetUnit {
    /// Unicode scalar values, as in Python and brat.
    #[default]
    Char,
    /// Bytes of UTF-8, as in Rust and Go.
    Byte,
    /// UTF-16 code units, as in JavaScript and Java.
    Utf16,
}

impl OffsetUnit {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Char => "char",
            Self::Byte => "byte",
            Self::Utf16 => "utf16",
        }
    }
}

/// Converts spans of one text to one unit.
pub struct Offsets<'t> {
    unit: OffsetUnit,
    index: OffsetIndex<'t>,
}

impl<'t> Offsets<'t> {
    /// Reads the text once.
    pub fn new(text: &'t Text, unit: OffsetUnit) -> Self {
        Self { unit, index: OffsetIndex::new(text) }
    }

    /// The unit.
    pub fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// Start and end (half-open) in the unit.
    pub fn pair(&self, span: Span) -> [u32; 2] {
        match self.unit {
            OffsetUnit::Byte => [span.start(), span.end()],
            OffsetUnit::Char => {
                let span = self.index.to_char(span);
                [span.start, span.end]
            }
            OffsetUnit::Utf16 => {
                let span = self.index.to_utf16(span);
                [span.start, span.end]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_counts_its_own() {
        let text = Text::new("“😀” ok").unwrap();
        let ok = text.span(11, 13).unwrap();
        let pair = |unit| Offsets::new(&text, unit).pair(ok);
        assert_eq!(pair(OffsetUnit::Byte), [11, 13]);
        assert_eq!(pair(OffsetUnit::Char), [4, 6]);
        assert_eq!(pair(OffsetUnit::Utf16), [5, 7]);
    }
}
