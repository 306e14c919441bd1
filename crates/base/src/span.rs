//! Spans: half-open ranges of UTF-8 bytes of one text, always on character boundaries.

use std::fmt;
use std::ops::Range;

/// A half-open byte range of a [`Text`](crate::Text), made only by it: `start <= end`, both on
/// character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    pub(crate) fn new_unchecked(start: u32, end: u32) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The first byte.
    pub fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> u32 {
        self.end
    }

    /// The length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// What the two share, if anything.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Spans in text order that do not overlap: the fragments of one discontinuous stretch.
///
/// ```
/// use onrecord_base::{Spans, Text};
/// let text = Text::new("“Yes,” he said, “now.”").unwrap();
/// let parts: Spans = [text.span(20, 30).unwrap(), text.span(0, 10).unwrap()].into_iter().collect();
/// assert_eq!(parts.first().unwrap().start(), 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// No span at all.
    pub const NONE: Spans = Spans(Vec::new());

    /// The fragments in text order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Span> + DoubleEndedIterator + '_ {
        self.0.iter().copied()
    }

    /// The fragments in text order.
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// The first fragment.
    pub fn first(&self) -> Option<Span> {
        self.0.first().copied()
    }

    /// The last fragment.
    pub fn last(&self) -> Option<Span> {
        self.0.last().copied()
    }

    /// The smallest span that holds all fragments.
    pub fn cover(&self) -> Option<Span> {
        Some(self.first()?.cover(self.last()?))
    }

    /// Whether there is no fragment.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a fragment shares a byte with `span`.
    pub fn overlaps(&self, span: Span) -> bool {
        self.0.iter().any(|s| s.overlaps(span))
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Spans::from_iter([span])
    }
}

impl FromIterator<Span> for Spans {
    /// Sorts, drops empty spans and merges those that overlap.
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut all: Vec<Span> = spans.into_iter().filter(|s| !s.is_empty()).collect();
        all.sort_unstable();
        let mut out: Vec<Span> = Vec::with_capacity(all.len());
        for span in all {
            match out.last_mut() {
                Some(last) if last.overlaps(span) => *last = last.cover(span),
                _ => out.push(span),
            }
        }
        Spans(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn spans_are_sorted_merged_and_never_empty() {
        let text = Text::new("abcdefghij").unwrap();
        let s = |a, b| text.span(a, b).unwrap();
        let spans: Spans = [s(5, 8), s(0, 2), s(1, 3), s(4, 4)].into_iter().collect();
        assert_eq!(spans.as_slice(), [s(0, 3), s(5, 8)]);
        assert_eq!(spans.cover(), Some(s(0, 8)));
        assert!(!Spans::from(s(2, 4)).overlaps(s(4, 6)), "half-open: touching is not overlapping");
    }
}
