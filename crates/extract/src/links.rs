//! What the linker sees of a pair of fragments: where they stand to each other, what lies between them.
//!
//! A content looks for its cue, a cue for its source, and a content without a cue for its source directly. Each chooses
//! among the few nearest fragments of the wanted role, or none.

use onrecord_base::Role;

use crate::decode::Fragment;
use crate::words::{Quoted, Shape, Word};

/// The most candidates a fragment chooses among; the nearest are taken.
pub const CANDIDATES: usize = 7;

/// The number of features of a pair.
pub const FEATURES: usize = PAIR + OWN + 1;
const PAIR: usize = 10 + 3 + 9 + 3 + 3 + 4 + 4 + 7;
const OWN: usize = 13;

/// Who looks for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A content's cue.
    ContentCue,
    /// A cue's source.
    CueSource,
    /// The source of a content that has no cue.
    ContentSource,
}

impl Link {
    /// All links, in the order of the linker's weights.
    pub const ALL: [Link; 3] = [Link::ContentCue, Link::CueSource, Link::ContentSource];

    /// The role that looks and the role it looks for.
    pub fn roles(self) -> (Role, Role) {
        match self {
            Self::ContentCue => (Role::Content, Role::Cue),
            Self::CueSource => (Role::Cue, Role::Source),
            Self::ContentSource => (Role::Content, Role::Source),
        }
    }
}

/// A choice to make: candidate fragments (indices) and a row of features for each, then one for choosing none.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The candidates, nearest first.
    pub candidates: Vec<usize>,
    /// One row per candidate and a last one for none.
    pub rows: Vec<[f32; FEATURES]>,
}

/// An article's words and fragments, prepared for making choices.
pub struct Scene<'a> {
    words: &'a [Word],
    fragments: &'a [Fragment],
    /// How many sentences have ended before each word.
    sentences: Vec<u32>,
}

impl<'a> Scene<'a> {
    /// Fragments must be in text order.
    pub fn new(words: &'a [Word], fragments: &'a [Fragment]) -> Self {
        let mut ended = 0;
        let mut sentences: Vec<u32> = Vec::with_capacity(words.len() + 1);
        for word in words {
            sentences.push(ended);
            ended += u32::from(word.shape == Shape::Stop);
        }
        sentences.push(ended);
        Self { words, fragments, sentences }
    }

    /// The choice of fragment `at` among the nearest fragments of the role it looks for.
    pub fn choice(&self, at: usize, link: Link) -> Choice {
        let wanted = link.roles().1;
        let own = &self.fragments[at];
        let paragraph = self.paragraph(at);
        let near = at.saturating_sub(25)..(at + 25).min(self.fragments.len());
        let mut candidates: Vec<usize> = near
            .filter(|&j| self.fragments[j].role == wanted && self.paragraph(j).abs_diff(paragraph) <= 1)
            .collect();
        candidates.sort_by_key(|&j| (self.paragraph(j) != paragraph, gap(own, &self.fragments[j])));
        candidates.truncate(CANDIDATES);

        let own_features = self.own_features(at);
        let (mut left_seen, mut right_seen) = (false, false);
        let mut rows = Vec::with_capacity(candidates.len() + 1);
        for (rank, &j) in candidates.iter().enumerate() {
            let after = self.fragments[j].words.start >= own.words.end;
            let seen = if after { &mut right_seen } else { &mut left_seen };
            let nearest_on_side = !std::mem::replace(seen, true);
            let mut row = Row::default();
            self.pair_features(&mut row, at, j, rank, nearest_on_side);
            debug_assert_eq!(row.filled, PAIR);
            row.extend(own_features);
            rows.push(row.values);
        }
        let mut none = Row { filled: PAIR, ..Row::default() };
        none.extend(own_features);
        none.push(1.0);
        rows.push(none.values);
        Choice { candidates, rows }
    }

    fn paragraph(&self, fragment: usize) -> u32 {
        self.words[self.fragments[fragment].words.start].paragraph
    }

    fn pair_features(&self, row: &mut Row, at: usize, other: usize, rank: usize, nearest_on_side: bool) {
        let (own, far) = (&self.fragments[at], &self.fragments[other]);
        let after = far.words.start >= own.words.end;
        let (low, high) =
            if after { (own.words.end, far.words.start) } else { (far.words.end, own.words.start) };
        let gap_words = high.saturating_sub(low);
        let bucket = [0, 1, 2, 3, 5, 8, 13, 25, 60].iter().position(|&most| gap_words <= most).unwrap_or(9);
        row.one_hot(bucket, 10);
        row.extend([scale(gap_words), flag(after), flag(!after)]);

        let between = &self.fragments[at.min(other) + 1..at.max(other)];
        for role in [Role::Source, Role::Cue, Role::Content] {
            row.one_hot(between.iter().filter(|f| f.role == role).count().min(2), 3);
        }
        let sentences = self.sentences[low.max(high)] - self.sentences[low.saturating_sub(1)];
        row.one_hot(sentences.min(2) as usize, 3);
        let (here, there) = (self.paragraph(at), self.paragraph(other));
        row.extend([flag(here == there), flag(there < here), flag(there > here)]);
        row.extend([
            flag(rank == 0),
            flag(rank == 1),
            flag(nearest_on_side && !after),
            flag(nearest_on_side && after),
        ]);

        // Whether another seeker stands nearer to this candidate.
        let rival = (other.saturating_sub(8)..(other + 9).min(self.fragments.len()))
            .filter(|&k| k != at && self.fragments[k].role == own.role)
            .map(|k| gap(&self.fragments[k], far) + if self.paragraph(k) == there { 0 } else { 100 })
            .min()
            .unwrap_or(99);
        row.extend([
            flag(rival > gap_words),
            flag(rival == gap_words),
            flag(rival <= 1),
            scale(rival.min(99)),
        ]);

        let quoted = |i: usize| self.words[i].quoted.is_inside();
        let far_word = &self.words[far.words.start];
        let stretch = |most: usize| &self.words[low.min(high)..high.min(low + most).max(low.min(high))];
        row.extend([
            flag(quoted(far.words.start)),
            flag(quoted(far.words.start) == quoted(own.words.start)),
            flag(self.words[own.words.start].shape == Shape::Capital),
            flag(far_word.shape == Shape::Capital),
            flag(far_word.shape == Shape::Lower && far.words.len() == 1),
            flag(stretch(40).iter().any(|w| w.shape == Shape::Comma)),
            flag(stretch(60).iter().any(|w| matches!(w.quoted, Quoted::Opens | Quoted::Closes))),
        ]);
    }

    /// What the seeking fragment is by itself.
    fn own_features(&self, at: usize) -> [f32; OWN] {
        let range = self.fragments[at].words.clone();
        let (first, last) = (&self.words[range.start], &self.words[range.end - 1]);
        let before = range.start.checked_sub(1).map(|i| &self.words[i]);
        let after = self.words.get(range.end);
        [
            flag(first.quoted == Quoted::Opens),
            flag(last.quoted == Quoted::Closes),
            flag(last.shape == Shape::Stop),
            flag(first.quoted.is_inside()),
            flag(after.is_some_and(|w| w.shape == Shape::Comma)),
            flag(before.is_some_and(|w| w.shape == Shape::Comma)),
            flag(before.is_none_or(|w| w.paragraph != first.paragraph)),
            flag(after.is_none_or(|w| w.paragraph != last.paragraph)),
            flag(first.shape == Shape::Capital),
            flag(before.is_some_and(|w| w.shape == Shape::Stop || w.quoted == Quoted::Closes)),
            range.len().min(3) as f32 / 3.0,
            range.len().min(40) as f32 / 40.0,
            flag(after.is_some_and(|w| w.shape == Shape::Stop)),
        ]
    }
}

fn gap(a: &Fragment, b: &Fragment) -> usize {
    if b.words.start >= a.words.end {
        b.words.start - a.words.end
    } else {
        a.words.start.saturating_sub(b.words.end)
    }
}

fn flag(b: bool) -> f32 {
    f32::from(u8::from(b))
}

fn scale(words: usize) -> f32 {
    (words as f32).ln_1p() / 4.0
}

/// A row being filled from left to right.
struct Row {
    values: [f32; FEATURES],
    filled: usize,
}

impl Default for Row {
    fn default() -> Self {
        Self { values: [0.0; FEATURES], filled: 0 }
    }
}

impl Row {
    fn push(&mut self, value: f32) {
        self.values[self.filled] = value;
        self.filled += 1;
    }

    fn extend<const N: usize>(&mut self, values: [f32; N]) {
        for value in values {
            self.push(value);
        }
    }

    fn one_hot(&mut self, which: usize, of: usize) {
        for i in 0..of {
            self.push(flag(i == which));
        }
    }
}
