//! Ground: what the tagger knows of a page's words after its first layers, on which other models stand.

use std::ops::Range;

use onrecord_encoder::mean;

use crate::words::Word;

/// After so many of the tagger's layers.
pub(crate) const SHARED: usize = 2;
/// Of so many word pieces it is kept, from the first on: of a longer page, what stands on it sees the beginning.
const MOST: usize = 12_000;

/// The vectors of word pieces; empty for a tagger on which nothing stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    words: Vec<Word>,
    /// The first piece of each word.
    starts: Vec<usize>,
    windows: Vec<Window>,
    /// The vector of each piece, `width` numbers.
    states: Vec<f32>,
    width: usize,
    full: bool,
}

/// What was read at once.
#[derive(Clone, Debug, PartialEq)]
struct Window {
    words: Range<usize>,
    /// The vectors before and after all words.
    edges: [Vec<f32>; 2],
}

impl Ground {
    /// For so many word pieces, with vectors of `width` numbers.
    pub(crate) fn new(pieces: usize, width: usize) -> Self {
        Self { states: Vec::with_capacity(pieces.min(MOST) * width), width, ..Self::default() }
    }

    /// Adds the next window: its words, the place of each one's first piece, and the vectors of all its pieces, of which the first and the
    /// last are no word's.
    pub(crate) fn push(&mut self, words: &[Word], at: &[usize], states: &[f32]) {
        let last = states.len() / self.width - 1;
        let before = self.pieces();
        self.full |= before + last - 1 > MOST;
        if self.full {
            return;
        }
        let begin = self.words.len();
        self.words.extend_from_slice(words);
        self.starts.extend(at.iter().map(|place| before + place - 1));
        self.states.extend_from_slice(&states[self.width..last * self.width]);
        let edges = [0, last].map(|place| states[place * self.width..][..self.width].to_vec());
        self.windows.push(Window { words: begin..self.words.len(), edges });
    }

    /// The words, in text order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The first of the words that touch a stretch of the text (in bytes), and the one after them.
    pub fn words_in(&self, bytes: &Range<usize>) -> Range<usize> {
        let from = self.words.partition_point(|word| word.span.range().end <= bytes.start);
        from..self.words.partition_point(|word| word.span.range().start < bytes.end)
    }

    /// How many pieces there are.
    fn pieces(&self) -> usize {
        self.states.len() / self.width.max(1)
    }

    /// The first piece of a word; after the last word, the end.
    pub(crate) fn start(&self, word: usize) -> usize {
        self.starts.get(word).copied().unwrap_or(self.pieces())
    }

    /// The vectors of pieces, one after the other.
    pub(crate) fn states(&self, pieces: Range<usize>) -> &[f32] {
        &self.states[pieces.start * self.width..pieces.end * self.width]
    }

    /// The vectors before and after what was read together with a word; `None` for a word that is not there.
    pub(crate) fn edges(&self, word: usize) -> Option<[&[f32]; 2]> {
        let window = self.windows.get(self.windows.partition_point(|window| window.words.end <= word))?;
        Some(window.edges.each_ref().map(Vec::as_slice))
    }

    /// The first words that were read at once, at most so many; the vector before them, and that of each: the mean of its pieces.
    pub(crate) fn opening(&self, most: usize) -> (&[Word], Vec<f32>) {
        let Some(first) = self.windows.first() else { return (&[], Vec::new()) };
        let count = first.words.len().min(most);
        let mut states = first.edges[0].clone();
        for word in 0..count {
            states.extend(mean(&self.states, self.width, self.start(word)..self.start(word + 1)));
        }
        (&self.words[..count], states)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_base::{Text, quotation::Pairing};

    fn words(text: &str) -> Vec<Word> {
        let text = Text::new(text).unwrap();
        crate::words::words(&text, &[text.whole()], &Pairing::default())
    }

    #[test]
    fn windows_follow_each_other_without_their_edges() {
        let words = words("One long end");
        let mut ground = Ground::new(4, 2);
        // The vector before all words, one piece, two pieces, and the vector after them; then a window of one word.
        ground.push(&words[..2], &[1, 2], &[9.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 7.0, 7.0]);
        ground.push(&words[2..], &[1], &[8.0, 8.0, 6.0, 7.0, 0.0, 0.0]);
        assert_eq!((0..4).map(|word| ground.start(word)).collect::<Vec<_>>(), [0, 1, 3, 4]);
        assert_eq!(ground.states(1..4), [3.0, 4.0, 5.0, 8.0, 6.0, 7.0]);
        assert_eq!(ground.edges(1), Some([&[9.0, 9.0][..], &[7.0, 7.0]]));
        assert_eq!(ground.edges(2), Some([&[8.0, 8.0][..], &[0.0, 0.0]]));
        assert_eq!(ground.edges(3), None);
        assert_eq!(ground.words_in(&(2..5)), 0..2);
        // Each word of the first window has the mean of its pieces.
        assert_eq!(ground.opening(9), (&words[..2], vec![9.0, 9.0, 1.0, 2.0, 4.0, 6.0]));
        assert_eq!(ground.opening(1), (&words[..1], vec![9.0, 9.0, 1.0, 2.0]));
        assert_eq!(Ground::default().opening(9), (&[][..], Vec::new()));
    }

    #[test]
    fn of_a_long_page_the_beginning_is_kept() {
        let words = words(&"a ".repeat(MOST + 10));
        let window = |count: usize| (1..=count).collect::<Vec<usize>>();
        let mut ground = Ground::new(words.len(), 1);
        ground.push(&words[..MOST - 1], &window(MOST - 1), &vec![1.0; MOST + 1]);
        ground.push(&words[MOST - 1..][..2], &window(2), &[2.0; 4]);
        // It would fit, but what is kept has no gaps.
        ground.push(&words[MOST + 1..][..1], &window(1), &[3.0; 3]);
        assert_eq!((ground.words().len(), ground.start(MOST)), (MOST - 1, MOST - 1));
    }
}
