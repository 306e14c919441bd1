//! Sources missed: a name or pronoun right before the cue, and the first of two names that "and" joins.

use onrecord_base::Attribution;

use super::{NO_NAME, Page};

const AUXILIARIES: &[&str] = &[
    "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "can", "could", "will", "would",
    "may", "might", "seems", "seemed", "appears", "appeared", "looks", "looked",
];

pub(super) fn mend(page: &Page, found: &mut [Attribution]) {
    for attribution in found {
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
