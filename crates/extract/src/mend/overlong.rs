//! Sources that take in too much: a dateline, the place where it was said, a second statement in a relative clause.

use onrecord_base::Attribution;

use super::Page;
use crate::words::{Quoted, Shape};

/// Verbs between "who" and what somebody is said to have said.
const JUDGES: &[&str] = &[
    "called",
    "calls",
    "described",
    "describes",
    "dismissed",
    "denounced",
    "branded",
    "labelled",
    "labeled",
    "said",
    "says",
    "warned",
    "condemned",
    "praised",
    "hailed",
    "accused",
    "blamed",
    "derided",
    "mocked",
];

/// Those of them that need quotation marks.
const NEED_MARKS: &[&str] = &["dismissed", "said", "says", "warned", "accused", "blamed"];

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
    let more: Vec<Attribution> = found.iter_mut().filter_map(|a| second_in_relative(page, a)).collect();
    found.extend(more);
    found.sort_by_key(|a| a.content.first());
    for attribution in found {
        within_sentence(page, attribution);
        without_client(page, attribution);
        without_dateline(page, attribution);
        without_place(page, attribution);
    }
}

/// `said Ann Roe, of the council. | Bo Ek acknowledged`: of a source that runs over the end of a sentence only what stands beside the
/// cue; `accused by groups | of crimes`: who accuses, not of what.
fn within_sentence(page: &Page, attribution: &mut Attribution) {
    let Some(span) = attribution.source.first().filter(|_| attribution.source.iter().len() == 1) else {
        return;
    };
    let Some(cue) = attribution.cue.map(|cue| page.words_of(cue)).filter(|cue| !cue.is_empty()) else {
        return;
    };
    let source = page.words_of(span);
    let name = |w: usize| page.capital(w) && page.letters(w);
    // "Sen. Roe (R-Ky.)" ends no sentence.
    let whole = |w: usize| w >= 2 && page.text.slice(page.words[w - 2].span).chars().count() > 4;
    let next = (source.start + 2..source.end).find(|&w| page.sentence[w] == w && whole(w));
    // "By Ann Roe, city reporter" is a paragraph of its own.
    let paragraph = |w: &usize| page.words[*w].paragraph != page.words[*w - 1].paragraph;
    let next = (source.start + 1..source.end).find(paragraph).or(next.filter(|&next| {
        cue.end == source.start
            || cue.start == source.end && next + 4 >= source.end && (next..source.end).all(name)
    }));
    if let Some(next) = next {
        let beside = if cue.start >= source.end { next..source.end } else { source.start..next };
        let stops = |w: usize| page.words[w].shape == Shape::Stop;
        let end = beside.clone().rev().find(|&w| !stops(w)).unwrap_or(beside.start);
        attribution.source = page.span(beside.start, end).into();
        return;
    }
    let of = (source.start + 1..source.end).find(|&w| page.is_any(w, &["of"]));
    let accused = page.is_any(cue.end - 1, &["by"]) && cue.clone().any(|w| page.is_any(w, &["accused"]));
    if let Some(of) = of.filter(|_| accused && cue.end == source.start) {
        attribution.source = page.span(source.start, of - 1).into();
    }
}

/// "Appearing for the petitioner, | the firm ZipRide, advocate Ann Roe | submitted": whom somebody speaks for is not who speaks.
fn without_client(page: &Page, attribution: &mut Attribution) {
    let Some(span) = attribution.source.first().filter(|_| attribution.source.iter().len() == 1) else {
        return;
    };
    let source = page.words_of(span);
    let opens = page.sentence[source.start];
    let acts = page.is_any(opens, &["appearing", "representing", "arguing", "acting", "speaking"]);
    let comma = source.clone().rev().find(|&w| page.is_any(w, &[","]));
    let Some(comma) = comma.filter(|comma| acts && opens < source.start && comma + 2 < source.end) else {
        return;
    };
    let ends_named = page.capital(source.end - 1) && page.capital(source.end - 2);
    let joined = source.clone().any(|w| page.is_any(w, &["and", "who", "which"]));
    if ends_named && !joined {
        attribution.source = page.span(comma + 1, source.end - 1).into();
    }
}

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

/// "in Lysk, at | the seat of the presidency, Norway’s minister, Ann Roe": where it was said is not who said it.
fn without_place(page: &Page, attribution: &mut Attribution) {
    const PLACED: &[&str] = &["at", "in", "outside", "inside", "near", "before"];
    const PLACES: &[&str] = &[
        "seat",
        "capital",
        "home",
        "headquarters",
        "city",
        "town",
        "village",
        "port",
        "palace",
        "residence",
        "site",
        "scene",
        "building",
        "venue",
    ];
    let Some(span) = attribution.source.first().filter(|_| attribution.source.iter().len() == 1) else {
        return;
    };
    let source = page.words_of(span);
    let Some(before) = source.start.checked_sub(1) else { return };
    let comma = source.clone().find(|&w| page.is_any(w, &[","]));
    let Some(comma) = comma.filter(|comma| comma + 2 < source.end) else { return };
    // "in the Citadel, the seat of the presidency, …"
    let head = source.clone().take_while(|&w| w < comma && !page.is_any(w, &["of", "in"])).last();
    let beside = page.is_any(before, &[","]) && head.is_some_and(|head| page.is_any(head, PLACES));
    let placed = (page.is_any(before, PLACED) || beside)
        && page.sentence[before] == page.sentence[source.start]
        && page.is_any(source.start, &["the", "a", "an"])
        && !attribution.cue.is_some_and(|cue| page.words_of(cue).contains(&before));
    // Two names with a comma between them are left: who speaks, and what he is.
    let named = page.capital(comma + 1)
        && source.clone().skip(comma + 1 - source.start).filter(|&w| page.is_any(w, &[","])).count() >= 1;
    // "In | Harare, the Zimbabwean president, who came to power last week,"
    let opens = page.is_any(before, &["in"])
        && (before == 0 || page.sentence[before - 1] != page.sentence[before])
        && source.clone().take_while(|&w| w < comma).all(|w| page.capital(w))
        && page.is_any(comma + 1, &["the"]);
    if placed && named || opens {
        attribution.source = page.span(comma + 1, source.end - 1).into();
    }
}

/// `said Bo Lindqvist, who called it “shabby”`, `Ann Roe, who has called the levy theft, | said`: what the speaker says besides is a statement of its own.
fn second_in_relative(page: &Page, attribution: &mut Attribution) -> Option<Attribution> {
    let source = page.words_of(attribution.source.first().filter(|_| attribution.source.iter().len() == 1)?);
    let who = (source.start + 2..source.end.saturating_sub(3))
        .find(|&w| page.is_any(w, &["who"]) && page.is_any(w - 1, &[","]) && page.outside(w))?;
    let verb = who + 1 + usize::from(page.is_any(who + 1, &["has", "had", "have"]));
    let opens = (verb + 1..source.end).any(|w| page.words[w].quoted == Quoted::Opens);
    let opens = opens || !page.is_any(verb, NEED_MARKS) && verb + 2 < source.end;
    let last = if page.words[source.end - 1].shape == Shape::Comma { source.end - 2 } else { source.end - 1 };
    if !opens || !page.is_any(verb, JUDGES) {
        return None;
    }
    let other = Attribution {
        source: page.words[who].span.into(),
        cue: Some(page.span(who + 1, verb)),
        content: page.span(verb + 1, last).into(),
        ..attribution.clone()
    };
    attribution.source = page.span(source.start, who - 2).into();
    Some(other)
}
