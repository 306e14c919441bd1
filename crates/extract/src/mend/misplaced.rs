//! Quotations taken for the next speaker's: in "“They pulled,” said Ann Roe. “Then we were in the water.” Another man said the same." the second
//! is hers, too.

use onrecord_base::{Attribution, Spans};

use super::Page;
use crate::words::{Quoted, Shape};

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
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
}

/// The one who spoke before, if the quotation of an attribution is a sentence of its own and the next one tells what somebody else said.
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
