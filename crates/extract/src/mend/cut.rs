//! Contents cut short: one that ends in "that" or "the" goes on to the end of its clause; a lone mark is no content.

use onrecord_base::{Attribution, Spans};

use super::{Page, WEEKDAYS, starts_fragment};
use crate::words::Shape;

/// No phrase ends with these.
const OPEN: &[&str] = &[
    "that", "of", "a", "an", "the", "further", "which", "whose", "than", "from", "because", "my", "our",
    "your", "their", "its", "his", "very", "how",
];
/// No content is longer by a whole paragraph.
const MOST_WORDS: usize = 40;

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
    for i in 0..found.len() {
        trim(page, &mut found[i]);
        extend(page, found, i);
        without_relative(page, found, i);
        with_apposition(page, found, i);
        with_time(page, &mut found[i]);
        with_name(page, found, i);
    }
    found.retain(|a| !a.content.is_empty());
}

/// Drops fragments without a letter, and "and" at the end of an indirect content.
fn trim(page: &Page, attribution: &mut Attribution) {
    let mut kept = Vec::new();
    for span in attribution.content.iter() {
        let mut words = page.words_of(span);
        if !words.clone().any(|w| page.letters(w)) {
            continue;
        }
        let hangs = |w: usize| page.outside(w) && page.is_any(w, &["and", "but", ","]);
        let whole = words.end;
        while words.len() > 1 && hangs(words.end - 1) {
            words.end -= 1;
        }
        kept.push(if words.end == whole { span } else { page.span(words.start, words.end - 1) });
    }
    attribution.content = kept.into_iter().collect();
}

/// "voted to remove a zone that | residents say has cut accidents": what another says begins after the pronoun.
fn without_relative(page: &Page, found: &mut [Attribution], at: usize) {
    let Some(span) = found[at].content.last() else { return };
    let words = page.words_of(span);
    let hangs = words.len() > 2
        && page.is_any(words.end - 1, &["that", "which", "who"])
        && page.outside(words.end - 1)
        && starts_fragment(page, found, at, words.end);
    if hangs {
        let shorter = page.span(words.start, words.end - 2);
        found[at].content =
            found[at].content.iter().map(|part| if part == span { shorter } else { part }).collect();
    }
}

/// "called that explanation | laughable": what somebody calls a thing is part of it.
fn with_name(page: &Page, found: &mut [Attribution], at: usize) {
    const NAMES: &[&str] =
        &["called", "calls", "branded", "labelled", "labeled", "termed", "deemed", "dubbed"];
    let (Some(cue), Some(span)) = (found[at].cue, found[at].content.last()) else { return };
    let (cue, words) = (page.words_of(cue), page.words_of(span));
    let next = words.end;
    let calls = cue.len() == 1 && page.is_any(cue.start, NAMES) && cue.end == words.start && words.len() < 5;
    let cut = calls
        && page.outside(next)
        && page.letters(next)
        && !page.capital(next)
        && (page.parts_clauses(next + 1) || page.is_any(next + 1, &["and"]))
        && !page.is_any(next, &["and", "or", "but", "as", "by"])
        && page.sentence.get(next) == page.sentence.get(words.start)
        && !starts_fragment(page, found, at, next);
    if cut {
        let whole = page.span(words.start, next);
        found[at].content =
            found[at].content.iter().map(|part| if part == span { whole } else { part }).collect();
    }
}

/// "announced last | month": a time is whole.
fn with_time(page: &Page, attribution: &mut Attribution) {
    const TIMES: &[&str] =
        &["day", "night", "week", "weekend", "month", "year", "spring", "summer", "autumn", "fall", "winter"];
    let Some(span) = attribution.content.last() else { return };
    let words = page.words_of(span);
    let cut = words.len() > 1
        && page.is_any(words.end - 1, &["last", "next"])
        && (page.is_any(words.end, TIMES) || page.is_any(words.end, WEEKDAYS))
        && page.outside(words.end) == page.outside(words.end - 1);
    if cut {
        let whole = page.span(words.start, words.end);
        attribution.content =
            attribution.content.iter().map(|part| if part == span { whole } else { part }).collect();
    }
}

/// "criticised Valley Coaches, | the likely operator": whoever is said to be something is the object with it, where the sentence
/// ends so.
fn with_apposition(page: &Page, found: &mut [Attribution], at: usize) {
    const LONGEST: usize = 12;
    let attribution = &found[at];
    let (Some(cue), Some(content)) = (attribution.cue, attribution.content.last()) else { return };
    let (cue, words) = (page.words_of(cue), page.words_of(content));
    let object = attribution.content.iter().len() == 1
        && !words.is_empty()
        && cue.end == words.start
        && words.len() <= 6
        && page.capital(words.end - 1)
        && page.outside(words.end - 1);
    let comma = words.end;
    if !object
        || !page.is_any(comma, &[","])
        || !page.is_any(comma + 1, &["the", "a", "an", "who", "which", "whose"])
    {
        return;
    }
    let end = page.sentence_end(comma);
    let rest = comma + 1..end;
    let stop = end.checked_sub(1).filter(|&stop| page.words[stop].shape == Shape::Stop);
    let plain = |w: usize| {
        page.outside(w) && !page.is_any(w, &[",", ";", "and", "but"]) && !starts_fragment(page, found, at, w)
    };
    if let Some(stop) = stop
        && rest.len() <= LONGEST + 1
        && (comma + 1..stop).all(plain)
    {
        found[at].content = page.span(words.start, stop - 1).into();
    }
}

/// "a march on parliament for | Thursday", "failed to | stop it": whether what a preposition belongs to follows it.
fn lacks_object(page: &Page, last: usize) -> bool {
    const BEFORE: &[&str] = &["in", "for", "on", "to", "with", "by", "at", "against", "into", "about"];
    const ELSE: &[&str] = &[
        "he", "she", "they", "it", "we", "i", "said", "says", "say", "told", "tells", "wrote", "writes",
        "as", "when", "while", "and", "or", "but", "if", "because", "before", "after", "until", "from",
        "than", "is", "was", "are", "were", "has", "had", "would", "will", "example", "instance",
    ];
    let next = last + 1;
    page.is_any(last, BEFORE)
        && next < page.len()
        && page.sentence[next] == page.sentence[last]
        && page.outside(next)
        && (page.letters(next) || page.lower(next).starts_with(|c: char| c.is_ascii_digit()))
        && !page.is_any(next, BEFORE)
        && !page.is_any(next, ELSE)
}

fn extend(page: &Page, found: &mut [Attribution], at: usize) {
    let Some(last) = found[at].content.last() else { return };
    let words = page.words_of(last);
    let Some(end) = words.end.checked_sub(1) else { return };
    let lone = words.len() == 1 && found[at].content.iter().len() == 1 && page.is_any(end, &["that"]);
    let alone = words.len() == 1 && page.is_any(end, &["your", "their", "its", "his"]);
    if alone
        || !page.outside(end)
        || !page.is_any(end, OPEN) && (found[at].cue.is_none() || !lacks_object(page, end))
    {
        return;
    }
    let mut to = end;
    while to - end < MOST_WORDS
        && to + 1 < page.len()
        && page.sentence[to + 1] == page.sentence[end]
        && page.outside(to + 1)
        && !page.parts_clauses(to + 1)
        && !starts_fragment(page, found, at, to + 1)
    {
        to += 1;
    }
    while to > end && page.is_any(to, &["and", "but", "or"]) {
        to -= 1;
    }
    if to > end {
        let spans: Spans = found[at].content.iter().chain([page.span(words.start, to)]).collect();
        found[at].content = spans;
    } else if lone && found[at].source.is_empty() {
        // "laughed at that"
        found[at].content = Spans::NONE;
    }
}
