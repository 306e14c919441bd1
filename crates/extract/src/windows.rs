//! Windows: an article too long for one pass of the encoder is read in stretches that begin where sentences do,
//! each with some of what went before as context, so that no seam shows.

use std::ops::Range;

use crate::words::{Shape, Word};

/// What one pass of the encoder reads. The words of `context` were tagged by the window before; those of
/// `body` are tagged by this one. Bodies follow each other without gap or overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Words read again for context, directly before the body.
    pub context: Range<usize>,
    /// Words tagged in this pass.
    pub body: Range<usize>,
}

/// The measures of a window in word pieces, `[CLS]` and `[SEP]` included.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The most a window holds.
    pub window: usize,
    /// The most of it that is context.
    pub context: usize,
}

/// Cuts an article into windows. `pieces[i]` is the number of word pieces of word `i`.
///
/// A window ends at the end of a paragraph; a paragraph too long for one window is cut at a sentence's end, and where there
/// is none, between two words.
pub fn windows(words: &[Word], pieces: &[usize], size: Size) -> Vec<Window> {
    let room = size.window - 2 - size.context;
    let mut bodies: Vec<(Range<usize>, usize)> = Vec::new();
    for unit in units(words, pieces, room) {
        let weight: usize = pieces[unit.clone()].iter().sum();
        match bodies.last_mut() {
            Some((body, held)) if *held + weight <= room => {
                body.end = unit.end;
                *held += weight;
            }
            _ => bodies.push((unit, weight)),
        }
    }
    let last = bodies.len().saturating_sub(1);
    bodies
        .into_iter()
        .enumerate()
        .map(|(i, (body, held))| {
            // What the last window does not need for its body it gives to context.
            let most = if i == last { size.window - 2 - held } else { size.context };
            let (mut start, mut taken) = (body.start, 0);
            while start > 0 && taken + pieces[start - 1] <= most {
                start -= 1;
                taken += pieces[start];
            }
            Window { context: start..body.start, body }
        })
        .collect()
}

/// Paragraphs, those heavier than `room` in parts.
fn units(words: &[Word], pieces: &[usize], room: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let paragraph = words[start].paragraph;
        let end = start + words[start..].partition_point(|w| w.paragraph == paragraph);
        let mut from = start;
        loop {
            let (mut to, mut held) = (from, 0);
            while to < end && held + pieces[to] <= room {
                held += pieces[to];
                to += 1;
            }
            if to < end {
                // A sentence's end, if it leaves more than a few words in this part.
                let stop = (from + 10..to).rev().find(|&i| words[i].shape == Shape::Stop);
                to = stop.map_or(to, |i| i + 1).max(from + 1);
            }
            out.push(from..to);
            from = to;
            if from >= end {
                break;
            }
        }
        start = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_base::{Text, quotation::Pairing};

    #[test]
    fn bodies_cover_every_word_once_and_windows_keep_their_size() {
        let sentence = "The minister said it was over and done with at last, he added, for good. ";
        for (text, size) in [
            (sentence.repeat(40), Size { window: 64, context: 16 }),
            ("word ".repeat(500), Size { window: 50, context: 10 }),
            (format!("{}\n", sentence).repeat(30), Size { window: 64, context: 16 }),
            (String::new(), Size { window: 64, context: 16 }),
            ("one".to_owned(), Size { window: 64, context: 16 }),
        ] {
            let text = Text::new(text).unwrap();
            let mut paragraphs = Vec::new();
            let mut at = 0;
            for line in text.as_str().split_inclusive('\n') {
                paragraphs.push(text.span(at, at + line.len()).unwrap());
                at += line.len();
            }
            let words = crate::words::words(&text, &paragraphs, &Pairing::default());
            let pieces: Vec<usize> = (0..words.len()).map(|i| 1 + i % 3).collect();
            let mut next = 0;
            for window in windows(&words, &pieces, size) {
                assert_eq!(window.body.start, next);
                assert_eq!(window.context.end, next);
                next = window.body.end;
                assert!(
                    pieces[window.context.start..window.body.end].iter().sum::<usize>() <= size.window - 2
                );
            }
            assert_eq!(next, words.len());
        }
    }
}
