//! WordPiece (Wu et al. 2016), uncased as BERT's: a word becomes the fewest longest pieces of the vocabulary.

use rustc_hash::FxHashMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The pieces of a word beyond this many are left out: such a "word" is a URL or noise.
const MOST_PIECES: usize = 12;

/// A vocabulary of word pieces.
pub struct WordPiece {
    /// Pieces that begin a word.
    first: FxHashMap<Box<str>, u32>,
    /// Pieces that continue one (written `##piece` in the vocabulary).
    next: FxHashMap<Box<str>, u32>,
    /// The length in bytes of the longest piece.
    longest: usize,
    unknown: u32,
    /// `[CLS]` and `[SEP]`.
    pub(crate) edges: (u32, u32),
}

impl WordPiece {
    /// Reads a vocabulary: a piece a line, its number the line's, from 0. `None` if `[UNK]`, `[CLS]` or `[SEP]` is missing.
    pub fn new(vocabulary: &str) -> Option<Self> {
        let (mut first, mut next) = (FxHashMap::default(), FxHashMap::default());
        for (id, piece) in (0..).zip(vocabulary.lines()) {
            match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => next.insert(rest.into(), id),
                _ => first.insert(Box::from(piece), id),
            };
        }
        let longest = first.keys().chain(next.keys()).map(|p| str::len(p)).max().unwrap_or(0);
        let edges = (*first.get("[CLS]")?, *first.get("[SEP]")?);
        Some(Self { unknown: *first.get("[UNK]")?, first, next, longest, edges })
    }

    /// Appends the pieces of one word: at least one, at most 12.
    pub fn encode(&self, word: &str, out: &mut Vec<u32>) {
        let begin = out.len();
        let plain: String = if word.is_ascii() {
            word.to_ascii_lowercase()
        } else {
            word.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect()
        };
        let mut rest = plain.as_str();
        while !rest.is_empty() && out.len() - begin < MOST_PIECES {
            let table = if rest.len() == plain.len() { &self.first } else { &self.next };
            let mut end = floor_char_boundary(rest, self.longest);
            let piece = loop {
                match table.get(&rest[..end]) {
                    Some(&id) => break Some(id),
                    None if end == 0 => break None,
                    None => end = floor_char_boundary(rest, end - 1),
                }
            };
            let Some(id) = piece else {
                out.truncate(begin);
                break;
            };
            out.push(id);
            rest = &rest[end..];
        }
        if out.len() == begin {
            out.push(self.unknown);
        }
    }
}

fn floor_char_boundary(s: &str, mut at: usize) -> usize {
    at = at.min(s.len());
    while !s.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expect: &str) {
        const VOCABULARY: &str = "[UNK]\n[CLS]\n[SEP]\nspoke\n##s\n##man\nüber\nuber\n“\n##x";
        let pieces = WordPiece::new(VOCABULARY).unwrap();
        let mut ids = Vec::new();
        pieces.encode(word, &mut ids);
        let lines: Vec<&str> = VOCABULARY.lines().collect();
        let named: Vec<&str> = ids.iter().map(|&i| lines[i as usize]).collect();
        assert_eq!(named.join(" "), expect);
    }

    #[test]
    fn words_become_their_longest_pieces() {
        check("Spokesman", "spoke ##s ##man");
        check("Über", "uber");
        check("“", "“");
        check("zebra", "[UNK]");
        check("spokez", "[UNK]");
        check("\u{301}", "[UNK]");
        check(&format!("spoke{}", "x".repeat(100_000)), &format!("spoke{}", " ##x".repeat(11)));
    }
}
