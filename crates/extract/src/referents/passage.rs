//! The passage around a pronoun with its marks: which pieces the model reads, and whose the scores are that it gives.

use std::ops::Range;

use super::{Name, Odds, Passage};

/// What a piece is part of; the numbers are the model's input.
const EDGE: u8 = 0;
const TEXT: u8 = 1;
pub(super) const PRONOUN: u8 = 2;
/// A name's first piece, and its others.
pub(super) const NAME: u8 = 3;
const REST: u8 = 4;
/// The most pieces of a passage beside its edges.
pub const ROOM: usize = 190;
/// So many pieces before the pronoun a name may make the passage begin, at the cost of what follows the pronoun: at most and at least
/// so many pieces.
const BEFORE: usize = 150;
const AFTER: usize = 60;
const LEAST_AFTER: usize = 8;
/// The most people that are marked: the nearest.
const MOST: usize = 14;
/// A passage in pieces.
pub(super) struct Marked {
    /// Which of the story's pieces stand between its edges.
    pub(super) pieces: Range<usize>,
    /// What each piece is part of, the edges included.
    pub(super) sides: Vec<u8>,
    /// Where the pronoun's piece is.
    pub(super) pronoun: usize,
    /// The first piece of each name, and whose it is.
    pub(super) names: Vec<(usize, usize)>,
}

impl Marked {
    pub(super) fn new(passage: &Passage<'_>) -> Self {
        let Passage { ground, pronoun, names, room } = *passage;
        let room = room.clamp(2 * LEAST_AFTER, ROOM);
        // No word has less than one piece.
        let near = pronoun.saturating_sub(room)..ground.words().len().min(pronoun + 1 + AFTER);
        let place = |word: usize| ground.start(word);
        let at = place(pronoun);
        let names: Vec<&Name> = names.iter().filter(|name| name.lies_in(&near, pronoun)).collect();
        let among = nearest(&names, pronoun);
        let named: Vec<(Range<usize>, usize)> = names
            .iter()
            .filter(|name| among.iter().any(|(person, _)| *person == name.person))
            .map(|name| (place(name.words.start)..place(name.words.end), name.person))
            .collect();
        let needed = among.iter().map(|(_, name)| place(name.words.start)..place(name.words.end));
        let (from, to) = needed
            .fold((at, at + 1 + LEAST_AFTER), |(from, to), name| (from.min(name.start), to.max(name.end)));
        let from = from.max(at.saturating_sub(BEFORE));
        let end = place(near.end).min(at + 1 + AFTER.min(room / 3)).min(to.max(from + room));
        let begin = end.saturating_sub(room).max(place(near.start));
        // With an edge before and behind.
        let here = |piece: usize| 1 + piece - begin;
        let mut sides = vec![TEXT; here(end) + 1];
        (sides[0], sides[here(end)]) = (EDGE, EDGE);
        sides[here(at)] = PRONOUN;
        let mut kept = Vec::new();
        for (name, person) in named {
            if name.start >= begin && name.end <= end {
                sides[here(name.start)..here(name.end)].fill(REST);
                sides[here(name.start)] = NAME;
                kept.push((here(name.start), person));
            }
        }
        Self { pieces: begin..end, sides, pronoun: here(at), names: kept }
    }

    /// `scores` are those of none, then of each name.
    pub(super) fn odds(&self, scores: &[f32]) -> Odds {
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shares: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let whole: f32 = shares.iter().sum();
        let mut persons: Vec<(usize, f32)> = Vec::new();
        for (&(_, person), share) in self.names.iter().zip(&shares[1..]) {
            match persons.iter_mut().find(|(known, _)| *known == person) {
                Some((_, sum)) => *sum += share / whole,
                None => persons.push((person, share / whole)),
            }
        }
        persons.sort_by(|a, b| b.1.total_cmp(&a.1));
        Odds { persons, none: shares[0] / whole }
    }
}

/// The people whose names are nearest to the pronoun, each with that name.
fn nearest<'n>(names: &[&'n Name], pronoun: usize) -> Vec<(usize, &'n Name)> {
    let mut sorted = names.to_vec();
    sorted.sort_by_key(|name| name.words.start.abs_diff(pronoun));
    let mut out: Vec<(usize, &Name)> = Vec::new();
    for name in sorted {
        if out.len() < MOST && !out.iter().any(|(person, _)| *person == name.person) {
            out.push((name.person, name));
        }
    }
    out
}

impl Name {
    /// Whether all of its words are among these and none is the pronoun.
    fn lies_in(&self, words: &Range<usize>, pronoun: usize) -> bool {
        let Range { start, end } = self.words;
        start < end && words.start <= start && end <= words.end && !self.words.contains(&pronoun)
    }
}
