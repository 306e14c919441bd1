//! Misspelt surnames: one pair of neighbouring letters swapped, or one letter wrong.

use std::collections::HashMap;

use super::cast::MemberId;
use super::tokens::Story;

/// The surnames of the cast, found by what is left when one letter is taken out.
pub(super) struct Spellings {
    by_rest: HashMap<String, Vec<u32>>,
}

/// Shorter surnames differ by one letter too often to be the same.
const LEAST_LETTERS_SWAPPED: usize = 5;
const LEAST_LETTERS_WRONG: usize = 6;

impl Spellings {
    /// Indexes the surnames.
    pub(super) fn of(story: &Story, surnames: &HashMap<u32, Vec<MemberId>>) -> Self {
        let mut by_rest: HashMap<String, Vec<u32>> = HashMap::new();
        let mut words: Vec<u32> =
            surnames.iter().filter(|(_, ids)| !ids.is_empty()).map(|(w, _)| *w).collect();
        words.sort_unstable();
        for word in words {
            for rest in rests(&story.words[word as usize].lower) {
                by_rest.entry(rest).or_default().push(word);
            }
        }
        Self { by_rest }
    }

    /// The surnames, other than the word itself, of which it may be a misspelling.
    pub(super) fn close_to(&self, story: &Story, word: u32) -> Vec<u32> {
        let lower = &story.words[word as usize].lower;
        let mut found: Vec<u32> =
            rests(lower).iter().filter_map(|rest| self.by_rest.get(rest)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|&other| other != word && misspelling(lower, &story.words[other as usize].lower));
        found
    }
}

/// The word itself and the word without each of its letters.
fn rests(word: &str) -> Vec<String> {
    let count = word.chars().count();
    if !(LEAST_LETTERS_SWAPPED - 1..=30).contains(&count) {
        return Vec::new();
    }
    let mut out = vec![word.to_owned()];
    for skip in 0..count {
        out.push(word.chars().enumerate().filter(|(i, _)| *i != skip).map(|(_, c)| c).collect());
    }
    out
}

/// Whether two lower-case words differ by one swap of neighbours, or by one letter if they are long.
pub(super) fn misspelling(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = a.len().max(b.len());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let tail = tail.min(a.len().min(b.len()) - head);
    let (x, y) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    match (x, y) {
        ([p, q], [r, s]) => longest >= LEAST_LETTERS_SWAPPED && p == s && q == r,
        // A final "s" makes another name or a plural, not a misspelling.
        ([], [c]) | ([c], []) => longest >= LEAST_LETTERS_WRONG && !(*c == 's' && tail == 0),
        ([_], [_]) => longest >= LEAST_LETTERS_WRONG && head > 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::misspelling;

    #[test]
    fn one_slip_of_the_pen() {
        for (a, b) in
            [("pompeo", "pompoe"), ("lavrov", "lavorv"), ("johnson", "jonson"), ("guajardo", "guajardi")]
        {
            assert!(misspelling(a, b), "{a} {b}");
            assert!(misspelling(b, a), "{b} {a}");
        }
        for (a, b) in [
            ("king", "ming"),
            ("bush", "busch"),
            ("clinton", "clanten"),
            ("martin", "martins"),
            ("lavrov", "pavrov"),
        ] {
            assert!(!misspelling(a, b), "{a} {b}");
        }
    }
}
