//! Sources that take in a dateline; and sources missed: a name or pronoun right before the cue, and the first of two names that "and" joins.

use onrecord_base::Attribution;

use super::{NO_NAME, Page};
use crate::words::Shape;

const AUXILIARIES: &[&str] = &[
    "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "can", "could", "will", "would",
    "may", "might", "seems", "seemed", "appears", "appeared", "looks", "looked",
];

/// "BRUSSELS — European leaders": the place is where it was written, not who speaks.
fn without_dateline(page: &Page, attribution: &mut Attribution) {
    const LONGEST: usize = 12;
    let Some(first) = attribution.source.first() else { return };
    let source = page.words_of(first);
    let opens = page.paragraph_start(source.start);
    let town = page.text.slice(page.words[opens].span);
    let is_town = page.words[opens].shape == Shape::Upper && town.chars().count() > 2;
    let dash = (source.start..source.end).find(|&word| page.is_any(word, &["—", "–", "-"]));
    if let Some(dash) = dash.filter(|dash| is_town && dash - opens <= LONGEST && dash + 1 < source.end)
        // A dash within a word ("WAL-MART officials") has no blanks around it.
        && page.words[dash].span.start() > page.words[dash - 1].span.end()
    {
        let rest = attribution.source.iter().skip(1);
        attribution.source = std::iter::once(page.span(dash + 1, source.end - 1)).chain(rest).collect();
    }
}

pub(super) fn mend(page: &Page, found: &mut [Attribution]) {
    for attribution in found {
        without_dateline(page, attribution);
        let Some(cue) = attribution.cue.map(|cue| page.words_of(cue)) else { continue };
        match attribution.source.first().map(|source| page.words_of(source)) {
            None => {
                // "Clinton was accused of": those who are spoken about do not speak.
                if page.is_any(cue.start, AUXILIARIES) {
                    continue;
                }
                let verb = page.lower(cue.start);
                let word = page.letters(cue.start) && !page.capital(cue.start) && !verb.ends_with("ing");
                if word && let Some(subject) = page.subject_before(cue.start) {
                    attribution.source = subject.into();
                }
            }
            // "Norway and | Japan said"
            Some(source) if source.end == cue.start && attribution.source.iter().len() == 1 => {
                let Some(and) = source.start.checked_sub(1) else { continue };
                let start = page.sentence[source.start];
                let names = start < and
                    && and - start <= 4
                    && page.is_any(and, &["and"])
                    && (start..and).all(|w| page.capital(w) && page.outside(w))
                    && page.capital(source.start)
                    && !page.is_any(start, NO_NAME);
                if names && !attribution.content.iter().any(|s| s.overlaps(page.span(start, and))) {
                    attribution.source = page.span(start, source.end - 1).into();
                }
            }
            Some(_) => {}
        }
    }
}
