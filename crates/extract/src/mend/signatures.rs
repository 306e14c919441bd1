//! Signed quotations: `“…” — Jane Roe`, the name alone to the end of its paragraph, as letters and reactions are printed.

use onrecord_base::Attribution;

use super::Page;
use crate::words::{Quoted, Shape};

const DASHES: &[&str] = &["—", "–", "―", "-"];
/// What a name, an office or a town may have in lower case.
const SMALL: &[&str] = &[
    "of", "the", "and", "in", "at", "for", "de", "da", "di", "del", "van", "von", "der", "den", "bin", "al",
    "la", "le", "y",
];
/// "Jane Roe, 41, a nurse" has more in lower case than this; what is longer is a sentence.
const LONGEST: usize = 10;

pub(super) fn mend(page: &Page, found: &mut [Attribution]) {
    for attribution in found {
        let Some(last) = attribution.content.iter().last().map(|span| page.words_of(span)) else { continue };
        if last.is_empty() || page.outside(last.end - 1) {
            continue;
        }
        let Some((dash, name)) = signature(page, last.end) else { continue };
        let (cue, source) = (page.words[dash].span, page.span(name.start, name.end - 1));
        if attribution.content.iter().any(|span| span.overlaps(source)) {
            continue;
        }
        attribution.source = source.into();
        attribution.cue = Some(cue);
    }
}

/// The dash and the name of a signature that begins at `word` or after the closing mark there.
fn signature(page: &Page, mut word: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let paragraph = page.words.get(word)?.paragraph;
    while closes(page, word) {
        word += 1;
    }
    let dash = word;
    while page.is_any(word, DASHES) {
        word += 1;
    }
    let after_mark = dash.checked_sub(1).is_some_and(|before| closes(page, before));
    let inside = (word..page.len()).take_while(|&at| page.words[at].paragraph == paragraph).count();
    let mut end = word + inside;
    if end > word && page.words[end - 1].shape == Shape::Stop {
        end -= 1;
    }
    let name = word..end;
    let part = |at: usize| {
        page.outside(at)
            && (page.capital(at)
                || page.is_any(at, SMALL)
                || matches!(page.words[at].shape, Shape::Comma)
                || page.slice(at) == "." && page.slice(at - 1).chars().count() <= 2)
    };
    let fits = word > dash
        && page.words[dash].paragraph == paragraph
        && after_mark
        && !name.is_empty()
        && name.len() <= LONGEST
        && page.capital(name.start)
        && !page.begins_no_name(name.start)
        && name.clone().all(part);
    fits.then_some((dash, name))
}

/// Whether the word is a closing quotation mark.
fn closes(page: &Page, word: usize) -> bool {
    page.words.get(word).is_some_and(|w| w.quoted == Quoted::Closes)
}
