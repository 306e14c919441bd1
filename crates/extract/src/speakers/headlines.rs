//! Headlines: what a headline says without telling who says it, the story says again.

use std::collections::HashSet;

use onrecord_base::Attribution;

use super::cast::MemberId;
use super::tokens::Story;

/// So many words in common make two contents the same.
const LEAST_IN_COMMON: usize = 3;
/// So many words of a quotation.
const LEAST_QUOTED: usize = 2;
/// A longer text is compared up to here.
const MOST_STATEMENTS: usize = 400;

/// Fills in the speakers of a headline's statements without a source.
pub(super) fn fill(story: &Story, attributions: &[Attribution], of: &mut [Vec<MemberId>]) {
    let headline = |a: &Attribution| {
        let first = a.content.first().map(|s| story.tokens_in(s).start);
        first.and_then(|t| story.tokens.get(t)).is_some_and(|t| story.headline[t.block as usize])
    };
    let open: Vec<usize> = (0..attributions.len())
        .filter(|&i| of[i].is_empty() && attributions[i].source.is_empty() && headline(&attributions[i]))
        .take(MOST_STATEMENTS / 10)
        .collect();
    if open.is_empty() {
        return;
    }
    let told: Vec<(usize, Contents)> = (0..attributions.len())
        .filter(|&i| !of[i].is_empty() && !headline(&attributions[i]))
        .take(MOST_STATEMENTS)
        .map(|i| (i, Contents::of(story, &attributions[i])))
        .collect();
    for i in open {
        let wanted = Contents::of(story, &attributions[i]);
        let mut best: Option<(usize, &[MemberId])> = None;
        let mut doubtful = false;
        for (other, contents) in &told {
            let (score, speakers) = (wanted.likeness(contents), of[*other].as_slice());
            match best {
                Some((most, who)) if score == most && who != speakers => doubtful = true,
                Some((most, _)) if score <= most => {}
                _ => (best, doubtful) = (Some((score, speakers)), false),
            }
        }
        if let Some((score, speakers)) = best.filter(|_| !doubtful)
            && score >= LEAST_IN_COMMON
        {
            of[i] = speakers.to_vec();
        }
    }
}

/// What of a content is compared.
struct Contents {
    /// All words in order.
    words: Vec<u32>,
    quoted: Vec<u32>,
    /// The telling ones, in the singular.
    telling: HashSet<String>,
}

impl Contents {
    fn of(story: &Story, attribution: &Attribution) -> Self {
        let tokens: Vec<usize> = attribution
            .content
            .iter()
            .flat_map(|span| story.tokens_in(span))
            .filter(|&t| story.tokens[t].is_word)
            .collect();
        let numbers = |quoted: bool| -> Vec<u32> {
            let kept = tokens.iter().filter(|&&t| !quoted || story.tokens[t].quoted);
            kept.map(|&t| story.tokens[t].word).collect()
        };
        let telling = tokens.iter().filter(|&&t| !story.entry(t).ordinary).filter_map(|&t| {
            // "Ex-treasurer" and "a former treasurer" share the treasurer.
            let word = story.lower(t);
            let word = word.rsplit('-').next().unwrap_or(word);
            let word = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(word);
            (word.chars().count() > 3).then(|| word.to_owned())
        });
        Self { words: numbers(false), quoted: numbers(true), telling: telling.collect() }
    }

    /// How many words two contents share; a quotation of which the other has every word in order counts as enough.
    fn likeness(&self, other: &Self) -> usize {
        let quotes = self.quoted.len() >= LEAST_QUOTED
            && other.words.windows(self.quoted.len()).any(|window| window == self.quoted);
        let shared = self.telling.intersection(&other.telling).count();
        shared + if quotes { LEAST_IN_COMMON } else { 0 }
    }
}
