//! Sources missed, cut short or another's: a name or pronoun right before the cue, the first of two names that "and" joins, the
//! document that somebody's name only completes, the speaker who goes on, who is quoted, who opens the sentence of a participle.

use std::ops::Range;

use onrecord_base::{Attribution, Span, Spans};

use super::{Page, WEEKDAYS};
use crate::speakers::lexicon::{NounClass, look_up};
use crate::words::Word;

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

/// "with doctors calling it overdue and insurers | warning that …": who stands between the two warns.
fn handed_on(page: &Page, found: &mut [Attribution], at: usize) {
    let Some(second) = found.get(at + 1) else { return };
    let (Some(content), Some(cue)) = (found[at].content.last(), second.cue) else { return };
    const LONGEST: usize = 8;
    let (words, cue) = (page.words_of(content), page.words_of(cue));
    let joins = |w: &usize| page.is_any(*w, &["and", "but", "while"]);
    let Some(joint) = words.clone().rev().take(LONGEST).find(joins) else { return };
    let opens = joint + 2 == words.end || page.is_any(joint + 1, &["the", "a"]) || page.capital(joint + 1);
    let hangs = joint > words.start + 1
        && joint + 1 < words.end
        && opens
        && words.end == cue.start
        && page.lower(cue.start).ends_with("ing")
        && found[at].cue.is_some_and(|first| page.lower(page.words_of(first).start).ends_with("ing"))
        && (joint..words.end).all(|w| page.outside(w) && page.letters(w))
        && (second.source.is_empty() || second.source == found[at].source);
    if hangs {
        found[at + 1].source = page.span(joint + 1, words.end - 1).into();
        let kept: Vec<Span> = found[at].content.iter().filter(|span| *span != content).collect();
        found[at].content = kept.into_iter().chain([page.span(words.start, joint - 1)]).collect();
    }
}

/// "The police union | backs": who opens the sentence by what they are.
fn body_before(page: &Page, verb: usize) -> Option<Span> {
    const LONGEST: usize = 5;
    let first = *page.sentence.get(verb)?;
    let last = verb.checked_sub(1)?;
    let whole = (2..=LONGEST).contains(&(verb - first))
        && page.is_any(first, &["the", "a", "an"])
        && (first..verb).all(|w| page.outside(w) && page.letters(w))
        && (first + 1..verb).all(|w| !page.capital(w));
    let noun = look_up(&page.lower(last)).noun?;
    let somebody = matches!(noun.class, NounClass::Person | NounClass::Organization);
    (whole && somebody).then(|| page.span(first, last))
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

/// "An official was quoted as calling it so": whoever is quoted speaks.
fn quoted_as(page: &Page, attribution: &mut Attribution) {
    let Some(cue) = attribution.cue.map(|cue| page.words_of(cue)).filter(|_| attribution.source.is_empty())
    else {
        return;
    };
    let quoted = cue.clone().any(|w| page.is_any(w, &["quoted", "cited"])) && is_passive(page, cue.clone());
    let parts: Vec<Span> = attribution.content.iter().collect();
    let [before, rest @ ..] = &parts[..] else { return };
    let as_saying = rest.first().is_some_and(|rest| page.is_any(page.words_of(*rest).start, &["as"]))
        || page.is_any(cue.end.saturating_sub(1), &["as"]);
    if quoted && as_saying && !rest.is_empty() && page.words_of(*before).end == cue.start {
        attribution.source = (*before).into();
        attribution.content = rest.iter().copied().collect();
    }
}

/// Whether a cue tells what is done to somebody: "was quoted".
fn is_passive(page: &Page, mut cue: Range<usize>) -> bool {
    cue.any(|w| page.is_any(w, &["is", "was", "were", "are", "been", "being"]))
}

/// "The Sentinel | quoted | an official as saying the lock was dear": whoever is quoted says so, and the paper that they did.
fn quoted_by_another(page: &Page, attribution: &Attribution) -> Option<Attribution> {
    let (cue, content) = (page.words_of(attribution.cue?), page.words_of(attribution.content.first()?));
    let quotes = page
        .is_any(cue.end.checked_sub(1)?, &["quoted", "quotes", "quoting", "cited", "cites", "citing"])
        && cue.end == content.start
        && !is_passive(page, cue.clone());
    const LONGEST: usize = 12;
    let says = |w: usize| {
        page.is_any(w, &["saying", "calling", "describing", "telling", "warning", "suggesting", "arguing"])
    };
    let as_ =
        content.clone().take(LONGEST).find(|&w| page.is_any(w, &["as"]) && says(w + 1)).filter(|_| quotes)?;
    let outside = (content.start..=as_ + 1).all(|w| page.outside(w));
    (as_ > content.start && as_ + 2 < content.end && outside).then(|| Attribution {
        source: page.span(content.start, as_ - 1).into(),
        cue: Some(page.words[as_ + 1].span),
        content: std::iter::once(page.span(as_ + 2, content.end - 1))
            .chain(attribution.content.iter().skip(1))
            .collect(),
        ..attribution.clone()
    })
}

/// "The announcement of Tuesday’s": a day says nothing.
fn no_day(page: &Page, attribution: &mut Attribution) {
    let day = |word: &Word| {
        let lower = page.text.slice(word.span).to_lowercase();
        let bare = lower.strip_suffix("’s").or(lower.strip_suffix("'s")).unwrap_or(&lower);
        WEEKDAYS.contains(&bare) || ["yesterday", "today", "tomorrow", "’", "'", "s", ""].contains(&bare)
    };
    if !attribution.source.is_empty() && page.within(&attribution.source).all(day) {
        attribution.source = Spans::NONE;
    }
}

/// A headline and the story under it are two sentences: who is named in the one does not speak in the other.
fn in_headline(page: &Page, attribution: &mut Attribution) {
    let (Some(cue), Some(source)) = (attribution.cue, attribution.source.first()) else { return };
    if page.headline(page.words_of(source).start) && !page.headline(page.words_of(cue).start) {
        attribution.source = Spans::NONE;
    }
}

/// "His colleague Ann Roe went further, accusing them of it": who opens the sentence accuses, not who spoke before.
fn own_subject(page: &Page, attribution: &mut Attribution) {
    const LONGEST: usize = 8;
    let (Some(cue), Some(source)) = (attribution.cue, attribution.source.first()) else { return };
    let (cue, source) = (page.words_of(cue).start, page.words_of(source));
    let participle =
        page.lower(cue).ends_with("ing") && cue > 0 && page.slice(cue - 1) == "," && page.outside(cue);
    let first = page.sentence[cue];
    if !participle || page.sentence[source.start] >= first {
        return;
    }
    let role = (first..cue).take_while(|&w| page.outside(w) && page.letters(w));
    let Some(name) = role.skip(1).find(|&w| page.capital(w)).filter(|&name| name - first < LONGEST) else {
        return;
    };
    let last = (name..cue)
        .take_while(|&w| (page.capital(w) || page.slice(w) == "-") && page.outside(w))
        .last()
        .unwrap_or(name);
    let owned = page.is_any(first, &["his", "her", "their", "its", "the"])
        || page.capital(first) && name == first + 1;
    let verb = page.lower(last + 1).ends_with("ed")
        || page.is_any(last + 1, &["went", "was", "hit", "shot", "struck", "took"]);
    let whole = page.span(first, last);
    if owned && verb && last > name && !attribution.content.overlaps(whole) {
        attribution.source = whole.into();
    }
}

/// "Leaders met after Norway's decision to leave, offering help": whose decision it was did not offer it.
fn mere_owner(page: &Page, attribution: &mut Attribution) {
    let (Some(cue), Some(source)) = (attribution.cue, attribution.source.last()) else { return };
    let (cue, owner) = (page.words_of(cue).start, page.words_of(source).end - 1);
    let participle = page.lower(cue).ends_with("ing") && cue > 0 && page.slice(cue - 1) == ",";
    let text = page.text.slice(source);
    let owns = text.ends_with("'s") || text.ends_with("’s");
    if participle && owns && owner + 1 < cue && page.sentence[owner] == page.sentence[cue] {
        attribution.source = Spans::NONE;
    }
}

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
    goes_on(page, found);
    (0..found.len()).for_each(|at| handed_on(page, found, at));
    let quoted: Vec<Attribution> = found.iter().filter_map(|a| quoted_by_another(page, a)).collect();
    let fresh = |a: &Attribution| !found.iter().any(|other| other.cue == a.cue);
    let quoted: Vec<Attribution> = quoted.into_iter().filter(fresh).collect();
    found.extend(quoted);
    found.sort_by_key(|a| a.content.first());
    for attribution in found {
        no_day(page, attribution);
        in_headline(page, attribution);
        quoted_as(page, attribution);
        own_subject(page, attribution);
        mere_owner(page, attribution);
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
                let subject = page.subject_before(cue.start).or_else(|| body_before(page, cue.start));
                if let Some(subject) = subject.filter(|_| word) {
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
