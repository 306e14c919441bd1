//! Words: runs of letters and digits, and single other characters; the units that are tagged.

use std::ops::Range;

use onrecord_base::{Span, Text, quotation::Pairing};

/// A word and what can be seen of it without a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// The paragraph (an index into the paragraphs given) that holds it.
    pub paragraph: u32,
    /// Its letters' case.
    pub shape: Shape,
    /// How it stands to the quotation marks around it.
    pub quoted: Quoted,
}

/// The shape of a word; the numbers are the model's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// Begins with a digit.
    Number = 1,
    /// . ! ? …
    Stop = 2,
    /// , ; :
    Comma = 3,
    /// Any other character that is no letter.
    Sign = 4,
    /// lower
    Lower = 5,
    /// UPPER
    Upper = 6,
    /// Capitalised, or a single capital.
    Capital = 7,
    /// mIxed
    Mixed = 8,
}

/// How a word stands to quotation marks; the numbers are the model's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Quoted {
    /// In no quotation.
    Outside = 0,
    /// In a quotation that is closed.
    Inside = 1,
    /// In a quotation left open at the end of its paragraph.
    Unclosed = 2,
    /// The mark that opens an outermost quotation.
    Opens = 3,
    /// The mark that closes it.
    Closes = 4,
    /// In a quotation of single marks that stands in no other.
    InsideSingle = 5,
    /// In a quotation within a quotation.
    Nested = 6,
}

/// The words of a text that stands for itself, as ranges of bytes.
pub fn plain_words(s: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (start, c) in s.char_indices() {
        let end = start + c.len_utf8();
        match out.last_mut() {
            Some(word) if open && c.is_alphanumeric() => word.end = end,
            _ if c.is_whitespace() => {}
            _ => out.push(start..end),
        }
        open = c.is_alphanumeric();
    }
    out
}

/// The words of the paragraphs (in text order), seen against the text's quotations.
pub fn words(text: &Text, paragraphs: &[Span], pairing: &Pairing) -> Vec<Word> {
    let mut out = Vec::new();
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let base = paragraph.range().start;
        let s = text.slice(paragraph);
        let mut chars = s.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let mut end = start + c.len_utf8();
            if c.is_alphanumeric() {
                while let Some(&(i, next)) = chars.peek() {
                    if !next.is_alphanumeric() {
                        break;
                    }
                    end = i + next.len_utf8();
                    chars.next();
                }
            } else if c.is_whitespace() {
                continue;
            }
            let span = text.span(base + start, base + end).expect("whole characters");
            let paragraph = u32::try_from(index).expect("fewer paragraphs than bytes");
            out.push(Word { span, paragraph, shape: Shape::of(&s[start..end]), quoted: Quoted::Outside });
        }
    }
    mark_quoted(&mut out, pairing);
    out
}

impl Shape {
    /// The shape of a word as `words` cuts them.
    pub fn of(word: &str) -> Self {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { return Self::Sign };
        if first.is_numeric() {
            return Self::Number;
        }
        if !first.is_alphanumeric() {
            return match first {
                '.' | '!' | '?' | '…' => Self::Stop,
                ',' | ';' | ':' => Self::Comma,
                _ => Self::Sign,
            };
        }
        let rest = chars.as_str();
        let lower = |s: &str| !s.chars().any(char::is_uppercase);
        if lower(word) {
            Self::Lower
        } else if first.is_uppercase() && (rest.is_empty() || lower(rest)) {
            Self::Capital
        } else if !word.chars().any(char::is_lowercase) {
            Self::Upper
        } else {
            Self::Mixed
        }
    }
}

/// Quotations come in order of their opening marks, inner after outer: later ones overwrite.
fn mark_quoted(words: &mut [Word], pairing: &Pairing) {
    for quotation in &pairing.quotations {
        let from = words.partition_point(|w| w.span.end() <= quotation.span.start());
        for word in &mut words[from..] {
            if word.span.start() >= quotation.span.end() {
                break;
            }
            word.quoted = if quotation.depth > 0 {
                Quoted::Nested
            } else if word.span.start() < quotation.inner.start() {
                Quoted::Opens
            } else if word.span.start() >= quotation.inner.end() {
                Quoted::Closes
            } else if !quotation.closed {
                Quoted::Unclosed
            } else if quotation.single {
                Quoted::InsideSingle
            } else {
                Quoted::Inside
            };
        }
    }
}

impl Quoted {
    /// Whether the word is part of what is said within marks.
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Inside | Self::Unclosed | Self::InsideSingle | Self::Nested)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_base::quotation::pair;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let text = Text::new(text).unwrap();
        let paragraphs = [text.whole()];
        let words = words(&text, &paragraphs, &pair(&text, &paragraphs));
        let line: Vec<String> = (words.iter())
            .map(|w| format!("{}/{}{}", text.slice(w.span), w.shape as u8, w.quoted as u8))
            .collect();
        assert_eq!(line.join(" "), expect);
    }

    #[test]
    fn words_carry_shape_and_quotation() {
        check(
            "“We ‘won’,” McCoy of NATO said.",
            "“/43 We/71 ‘/46 won/56 ’/46 ,/31 ”/44 McCoy/80 of/50 NATO/60 said/50 ./20",
        );
        check("It’s 3.5", "It/70 ’/40 s/50 3/10 ./20 5/10");
        check("‘We won,’ he said", "‘/43 We/75 won/55 ,/35 ’/44 he/50 said/50");
        check("“We won", "“/43 We/72 won/52");
    }
}
