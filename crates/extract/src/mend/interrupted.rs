//! Quotations of two speakers taken for one: "“No excuses,” he said. The coach said he would keep him. “He’s our man.”" goes on with
//! the coach.

use onrecord_base::Attribution;

use super::Page;
use crate::words::Quoted;

pub(super) fn part(page: &Page, found: &mut [Attribution]) {
    for at in 0..found.len() {
        while let Some((from, to)) = interruption(page, found, at) {
            let content: Vec<_> = found[at].content.iter().collect();
            let (own, others) = content.split_at(from);
            let joined = found[to].content.iter().chain(others.iter().copied()).collect();
            found[at].content = own.iter().copied().collect();
            found[to].content = joined;
        }
    }
}

/// The first fragment of a quotation that comes after a sentence of somebody else's, and whose that is.
fn interruption(page: &Page, found: &[Attribution], at: usize) -> Option<(usize, usize)> {
    let attribution = &found[at];
    let cue = page.words_of(attribution.cue?).start;
    let content: Vec<_> = attribution.content.iter().collect();
    (1..content.len()).find_map(|part| {
        let (before, after) = (page.words_of(content[part - 1]), page.words_of(content[part]));
        let quotes = page.words.get(after.start).is_some_and(|word| word.quoted == Quoted::Opens)
            && before.end <= after.start
            && page.words[before.start].paragraph == page.words[after.start].paragraph;
        if !quotes {
            return None;
        }
        let whole = |other: &usize| {
            let other = &found[*other];
            let (Some(source), Some(cue_of), Some(said)) =
                (other.source.first(), other.cue, other.content.last())
            else {
                return false;
            };
            let (source, said) = (page.words_of(source), page.words_of(said));
            let word = page.words_of(cue_of);
            let within =
                [&source, &word, &said].iter().all(|of| before.end <= of.start && of.end <= after.start);
            // A sentence of its own, which its speaker opens.
            within
                && other.source != attribution.source
                && page.sentence[source.start] == source.start
                && page.sentence[source.start] != page.sentence[cue]
                && !page.is_any(source.start, &["he", "she", "they", "who"])
                && word.len() == 1
        };
        let other = (0..found.len())
            .filter(|other| *other != at)
            .filter(whole)
            .max_by_key(|&other| found[other].cue.map(|cue| cue.start()))?;
        Some((part, other))
    })
}
