//! Windows: an article too long for one pass of the encoder is read in stretches that begin where paragraphs do.
//!
//! None sees what went before: with 16 to 64 pieces of it read again, attribution on PolNeAR's dev part was no better (`training/LOG.md`).

use std::ops::Range;

use crate::words::{Shape, Word};

/// Cuts an article into windows of words, each of `room` word pieces at most. `pieces[i]` is the number of word pieces of word `i`.
///
/// A window ends at the end of a paragraph; a paragraph too long for one window is cut at a sentence's end, and where there
/// is none, between two words. Windows follow each other without gap or overlap.
pub fn windows(words: &[Word], pieces: &[usize], room: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut held = 0;
    for unit in units(words, pieces, room) {
        let weight: usize = pieces[unit.clone()].iter().sum();
        match out.last_mut() {
            Some(window) if held + weight <= room => {
                window.end = unit.end;
                held += weight;
            }
            _ => {
                out.push(unit);
                held = weight;
            }
        }
    }
    out
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
    fn windows_cover_every_word_once_and_keep_their_size() {
        let sentence = "The minister said it was over and done with at last, he added, for good. ";
        for (text, room) in [
            (sentence.repeat(40), 62),
            ("word ".repeat(500), 48),
            (format!("{}\n", sentence).repeat(30), 62),
            (String::new(), 62),
            ("one".to_owned(), 62),
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
            for window in windows(&words, &pieces, room) {
                assert_eq!(window.start, next);
                next = window.end;
                assert!(pieces[window].iter().sum::<usize>() <= room);
            }
            assert_eq!(next, words.len());
        }
    }
}
