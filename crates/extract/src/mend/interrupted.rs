//! Quotations of two speakers taken for one: "“No excuses,” he said. The coach said he would keep him. “He’s our man.”" goes on with
//! the coach.

use onrecord_base::{Attribution, Spans};

use super::Page;
use crate::words::{Quoted, Shape};

pub(super) fn part(page: &Page, found: &mut Vec<Attribution>) {
    for at in 0..found.len() {
        if let Some(to) = whose_sentence(page, found, at) {
            let mut own: Vec<_> = found[at].content.iter().collect();
            let quoted = own.remove(0);
            found[at].content =
                if own.is_empty() { rest(page, &found[at]) } else { own.into_iter().collect() };
            found[to].content = found[to].content.iter().chain([quoted]).collect();
        }
    }
    found.retain(|attribution| !attribution.content.is_empty());
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

/// "“They pulled,” said Ann Roe. “Then we were in the water.” Another man said the same": a quotation that is a sentence of its own is not said
/// by whom the next one is about, who said something else, but by who spoke before.
fn whose_sentence(page: &Page, found: &[Attribution], at: usize) -> Option<usize> {
    let attribution = &found[at];
    let (quotation, cue) = (page.words_of(attribution.content.first()?), page.words_of(attribution.cue?));
    let source = page.words_of(attribution.source.first()?);
    let told = attribution.content.iter().skip(1).all(|part| page.words_of(part).start >= cue.end);
    let word = |at: usize| page.words.get(at);
    let ends = (quotation.start..quotation.end)
        .rev()
        .take(2)
        .any(|w| word(w).is_some_and(|w| w.shape == Shape::Stop));
    let own = told
        && page.words[quotation.start].quoted == Quoted::Opens
        && ends
        && quotation.end == source.start
        && page.sentence[source.start] == source.start
        && source.end <= cue.start;
    // "“No.” Ann Roe said." is said by her.
    let more = word(cue.end).is_some_and(|w| !matches!(w.shape, Shape::Stop | Shape::Comma | Shape::Sign))
        && page.sentence[cue.end] == page.sentence[cue.start];
    let before = quotation.start.checked_sub(1).filter(|_| own && more)?;
    let paragraph = page.words[quotation.start].paragraph;
    let here = page.sentence[before];
    (0..found.len()).filter(|other| *other != at && page.words[before].paragraph == paragraph).find(
        |&other| {
            let other = &found[other];
            let quoted = other.content.last().map(|part| page.words_of(part)).filter(|part| !part.is_empty());
            let closes = quoted.is_some_and(|part| page.words[part.end - 1].quoted == Quoted::Closes);
            let said =
                other.cue.map(|cue| page.words_of(cue).start).filter(|&cue| page.sentence[cue] == here);
            closes && said.is_some() && !other.source.is_empty() && other.source != attribution.source
        },
    )
}

/// What follows a cue in its sentence: "the same".
fn rest(page: &Page, attribution: &Attribution) -> Spans {
    let Some(from) = attribution.cue.map(|cue| page.words_of(cue).end) else { return Spans::NONE };
    let end = page.sentence_end(from.min(page.len() - 1));
    let last = (from..end).rev().find(|&w| page.letters(w));
    last.map_or(Spans::NONE, |last| page.span(from, last).into())
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
