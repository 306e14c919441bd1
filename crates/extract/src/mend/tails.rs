//! Speakers at the edge: ", study finds" and ", jury told" at the end of a headline, ", the harbour master says." at
//! the end of a sentence, "Premier: “Leave now”" and "In the view of X, …" at its start.

use onrecord_base::{Attribution, Form, Spans};

use super::Page;

const SAYS: &[&str] =
    &["says", "say", "said", "finds", "warns", "warn", "shows", "suggests", "claims", "find"];
const HEARS: &[&str] = &["told", "hears", "hear"];
/// No speaker after a comma has more words.
const LONGEST: usize = 5;

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
    headlines(page, found);
    for attribution in found.iter_mut() {
        if attribution.source.is_empty() && attribution.cue.is_none() {
            says_at_the_end(page, attribution);
            label(page, attribution);
        }
    }
    views(page, found);
    found.sort_by_key(|a| a.content.first());
}

/// A headline that ends in a comma, a speaker and a verb says all before it.
fn headlines(page: &Page, found: &mut Vec<Attribution>) {
    let mut start = 0;
    while start < page.len() {
        let paragraph = page.words[start].paragraph;
        let end = (start..page.len()).find(|&i| page.words[i].paragraph != paragraph).unwrap_or(page.len());
        let verb = end - 1;
        if page.headline(start)
            && verb > start + 3
            && (page.is_any(verb, SAYS) || page.is_any(verb, HEARS))
            && page.outside(verb)
            && let Some(comma) = (start..verb).rev().take(LONGEST).find(|&i| !page.letters(i))
            && page.slice(comma) == ","
            && comma > start + 1
            && comma + 1 < verb
            && !page.is_any(comma + 1, &["then", "and", "but", "or", "who", "which", "also", "now"])
        {
            let whole = page.span(start, verb);
            let here = |a: &Attribution| a.content.iter().any(|s| s.overlaps(whole));
            let confidence = found.iter().find(|a| here(a)).map_or(0.5, |a| a.confidence);
            found.retain(|a| !here(a));
            // Whom a jury hears is not told.
            let heard = page.is_any(verb, HEARS);
            let source = if heard { Spans::NONE } else { page.span(comma + 1, verb - 1).into() };
            found.push(Attribution {
                source,
                cue: Some(page.words[verb].span),
                content: page.span(start, comma - 1).into(),
                form: Form::Indirect,
                confidence,
            });
        }
        start = end;
    }
}

/// "The ferry has turned back, the harbour master says."
fn says_at_the_end(page: &Page, attribution: &mut Attribution) {
    let Some(last) = attribution.content.last() else { return };
    let after = page.words_of(last).end;
    if page.slice(after) != "," || !page.outside(after) {
        return;
    }
    let verb = (after + 2..after + 2 + LONGEST).find(|&w| page.is_any(w, &SAYS[..3]));
    let Some(verb) = verb else { return };
    let ends = verb + 1 == page.sentence_end(after) || page.slice(verb + 1) == ".";
    if ends
        && page.sentence[verb] == page.sentence[after]
        && (after + 1..=verb).all(|w| page.letters(w) && page.outside(w))
    {
        attribution.source = page.span(after + 1, verb - 1).into();
        attribution.cue = Some(page.words[verb].span);
    }
}

/// "Premier: “Leave now”" in a heading.
fn label(page: &Page, attribution: &mut Attribution) {
    let Some(first) = attribution.content.first() else { return };
    let Some(colon) = page.words_of(first).start.checked_sub(1) else { return };
    if !page.headline(colon)
        || page.slice(colon) != ":"
        || page.slice(colon + 1).chars().all(char::is_alphanumeric)
    {
        return;
    }
    let mut from = colon;
    while from > page.sentence[colon] && colon - from < LONGEST && page.capital(from - 1) {
        from -= 1;
    }
    if from < colon {
        attribution.source = page.span(from, colon - 1).into();
        attribution.cue = Some(page.words[colon].span);
    }
}

/// "In the view of Lena Orlov, a philosopher, such words …".
fn views(page: &Page, found: &mut Vec<Attribution>) {
    for start in 0..page.len().saturating_sub(6) {
        let opens = page.sentence[start] == start
            && page.slice(start) == "In"
            && page.is_any(start + 1, &["the"])
            && page.is_any(start + 2, &["view", "opinion", "words"])
            && page.is_any(start + 3, &["of"])
            && page.capital(start + 4)
            && page.outside(start);
        if !opens {
            continue;
        }
        let end = page.sentence_end(start);
        let comma = |from: usize| (from..end).find(|&w| page.slice(w) == ",");
        let Some(mut last) = comma(start + 4) else { continue };
        if page.is_any(last + 1, &["a", "an", "the"])
            && let Some(second) = comma(last + 1)
        {
            last = second;
        }
        let stop = (last + 1..end).rev().find(|&w| page.letters(w));
        let Some(stop) = stop.filter(|&stop| stop > last + 1) else { continue };
        let whole = page.span(start, end - 1);
        if found.iter().any(|a| a.content.overlaps(whole)) {
            continue;
        }
        found.push(Attribution {
            source: page.span(start + 4, last).into(),
            cue: Some(page.span(start, start + 3)),
            content: page.span(last + 1, stop).into(),
            form: Form::Indirect,
            confidence: 0.5,
        });
    }
}
