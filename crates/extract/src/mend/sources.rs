//! Sources missed, cut short or another's: a name or pronoun right before the cue, the first of two names that "and" joins, the
//! document that somebody's name only completes, the speaker who goes on.

use onrecord_base::Attribution;

use super::Page;
use crate::speakers::lexicon::{NounClass, look_up};

const AUXILIARIES: &[&str] = &[
    "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "can", "could", "will", "would",
    "may", "might", "seems", "seemed", "appears", "appeared", "looks", "looked",
];

/// "A new ad from | the Kovacs campaign": what speaks is the ad.
fn with_document(page: &Page, attribution: &mut Attribution) {
    const LONGEST: usize = 7;
    let Some(span) = attribution.source.first().filter(|_| attribution.source.iter().len() == 1) else {
        return;
    };
    let source = page.words_of(span);
    let first = page.sentence[source.start];
    let before = first..source.start;
    let whole = (3..=LONGEST).contains(&before.len())
        && page.is_any(first, &["a", "an", "the", "another", "one"])
        && page.is_any(source.start - 1, &["from", "by"])
        && look_up(&page.lower(source.start - 2)).noun.is_some_and(|noun| noun.class == NounClass::Document)
        && before.clone().all(|w| page.outside(w) && page.letters(w))
        && !before.clone().skip(1).take(before.len() - 3).any(|w| look_up(&page.lower(w)).noun.is_some());
    if whole && !attribution.content.overlaps(page.span(first, source.start)) {
        attribution.source = page.span(first, source.end - 1).into();
    }
}

/// "It rained, federal officials | said Saturday": a source without a cue has the verb that follows it.
fn with_verb(page: &Page, attribution: &mut Attribution) {
    const SAY: &[&str] = &[
        "said",
        "says",
        "say",
        "told",
        "added",
        "wrote",
        "argued",
        "warned",
        "announced",
        "claimed",
        "insisted",
    ];
    if attribution.cue.is_some() || attribution.source.iter().len() != 1 {
        return;
    }
    let source = attribution.source.first().map(|source| page.words_of(source));
    let verb = source.map(|source| source.end).filter(|&verb| page.is_any(verb, SAY) && page.outside(verb));
    attribution.cue =
        verb.map(|verb| page.words[verb].span).filter(|verb| !attribution.content.overlaps(*verb));
}

/// Cues that have the subject of the verb before them.
const GOING_ON: &[&str] =
    &["adding", "saying", "noting", "arguing", "insisting", "claiming", "explaining", "warning"];

/// "In the seat of the presidency, the minister said “…,” adding that": who said goes on, not what stands before.
fn goes_on(page: &Page, found: &mut [Attribution]) {
    let cues: Vec<Option<usize>> = found.iter().map(|a| a.cue.map(|cue| page.words_of(cue).start)).collect();
    for at in 0..found.len() {
        let Some(cue) = cues[at].filter(|&cue| page.outside(cue) && page.is_any(cue, GOING_ON)) else {
            continue;
        };
        let sentence = page.sentence[cue];
        let earlier = |&other: &usize| cues[other].is_some_and(|c| c < cue && page.sentence[c] == sentence);
        let Some(before) = (0..found.len()).filter(earlier).max_by_key(|&other| cues[other]) else {
            continue;
        };
        let (Some(own), Some(speaker)) = (found[at].source.last(), found[before].source.first()) else {
            continue;
        };
        let said = cues[before]
            .is_some_and(|c| !page.lower(c).ends_with("ing") && speaker.end() <= page.words[c].span.start());
        if said && own.end() <= speaker.start() {
            found[at].source = found[before].source.clone();
        }
    }
}

pub(super) fn mend(page: &Page, found: &mut [Attribution]) {
    goes_on(page, found);
    for attribution in found {
        with_document(page, attribution);
        with_verb(page, attribution);
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
                    && !page.begins_no_name(start);
                if names && !attribution.content.iter().any(|s| s.overlaps(page.span(start, and))) {
                    attribution.source = page.span(start, source.end - 1).into();
                }
            }
            Some(_) => {}
        }
    }
}
