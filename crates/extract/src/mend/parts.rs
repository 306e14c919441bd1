//! Contents torn apart or run together: "that A" and "that B" after one cue are one; "A and confirmed that B" is two; a
//! quotation goes on in the next paragraph; whom one asks is not what one asks.

use onrecord_base::{Attribution, Spans};

use super::Page;
use crate::words::Quoted;

/// Verbs that, after "and" and before "that", can only go on what the speaker of the sentence says.
const GOES_ON: &[&str] = &[
    "confirmed",
    "denied",
    "insisted",
    "acknowledged",
    "admitted",
    "conceded",
    "warned",
    "argued",
    "claimed",
    "predicted",
    "complained",
    "stressed",
    "reiterated",
    "confirms",
    "denies",
    "insists",
    "warns",
    "argues",
];
const QUESTION: &[&str] = &["what", "whether", "if", "how", "why", "when", "where"];

pub(super) fn split(page: &Page, found: &mut Vec<Attribution>) {
    let mut more = Vec::new();
    for attribution in found.iter_mut() {
        without_addressee(page, attribution);
        verb_of_the_content(page, attribution);
        more.extend(second(page, attribution));
        more.extend(said_beside(page, attribution));
    }
    found.extend(more);
    found.sort_by_key(|a| a.content.first());
}

/// "asked the leader of the council what would happen": the question only.
fn without_addressee(page: &Page, attribution: &mut Attribution) {
    const LONGEST: usize = 7;
    let Some(cue) = attribution.cue.map(|cue| page.words_of(cue)) else { return };
    let Some(first) = attribution.content.first() else { return };
    let words = page.words_of(first);
    let asks = cue.end > 0 && page.is_any(cue.end - 1, &["ask", "asks", "asked", "asking"]);
    if !asks || cue.end != words.start || page.is_any(words.start, QUESTION) {
        return;
    }
    let asked = words
        .clone()
        .take(LONGEST + 1)
        .take_while(|&w| page.outside(w) && page.letters(w))
        .find(|&w| page.is_any(w, QUESTION));
    if let Some(question) = asked {
        let rest = attribution.content.iter().skip(1);
        attribution.content = std::iter::once(page.span(question, words.end - 1)).chain(rest).collect();
    }
}

/// "refused to take credit for | the comeback": what is refused is to take credit.
fn verb_of_the_content(page: &Page, attribution: &mut Attribution) {
    const WISH: &[&str] = &["want", "wants", "wanted", "refuse", "refuses", "refused"];
    const SAY: &[&str] = &[
        "say",
        "comment",
        "answer",
        "rule",
        "acknowledge",
        "confirm",
        "deny",
        "tell",
        "speak",
        "admit",
        "name",
        "identify",
        "believe",
        "know",
        "see",
        "hear",
        "be",
        "endorse",
        "apologize",
        "apologise",
    ];
    let Some(cue) = attribution.cue.map(|cue| page.words_of(cue)) else { return };
    let Some(first) = attribution.content.first() else { return };
    let words = page.words_of(first);
    let to = cue.clone().skip(1).find(|&w| page.is_any(w, &["to"]) && page.is_any(w - 1, WISH));
    if let Some(to) = to.filter(|&to| cue.end == words.start && to + 1 < cue.end && !page.is_any(to + 1, SAY))
    {
        attribution.cue = Some(page.span(cue.start, to - 1));
        let rest = attribution.content.iter().skip(1);
        attribution.content = std::iter::once(page.span(to, words.end - 1)).chain(rest).collect();
    }
}

/// The second attribution within an indirect content: "14 houses had been lost and confirmed that two were hurt".
fn second(page: &Page, attribution: &mut Attribution) -> Option<Attribution> {
    let (first, cue) = (attribution.content.last()?, attribution.cue?);
    if cue.start() > first.start() {
        return None;
    }
    let words = page.words_of(first);
    let and = (words.start + 1..words.end.saturating_sub(3)).find(|&w| {
        page.is_any(w, &["and", "but"])
            && page.is_any(w + 1, GOES_ON)
            && page.is_any(w + 2, &["that"])
            && (w..w + 3).all(|w| page.outside(w))
    })?;
    let other = Attribution {
        cue: Some(page.words[and + 1].span),
        content: page.span(and + 2, words.end - 1).into(),
        ..attribution.clone()
    };
    let before = attribution.content.iter().take(attribution.content.iter().len() - 1);
    attribution.content = before.chain([page.span(words.start, and - 1)]).collect();
    Some(other)
}

/// "disputed | that, saying permits fell": what was disputed, and what was said.
fn said_beside(page: &Page, attribution: &mut Attribution) -> Option<Attribution> {
    const SAYING: [&str; 8] =
        ["saying", "arguing", "insisting", "noting", "adding", "claiming", "stating", "contending"];
    const SHORTEST: usize = 5;
    attribution.source.first()?;
    let cue = page.words_of(attribution.cue?);
    let only = attribution.content.first().filter(|_| attribution.content.iter().len() == 1)?;
    let words = page.words_of(only);
    let (that, comma, saying) = (words.start, words.start + 1, words.start + 2);
    let parted = words.len() >= SHORTEST
        && cue.end == that
        && page.is_any(that, &["that", "this", "it"])
        && page.is_any(comma, &[","])
        && page.is_any(saying, &SAYING);
    if !parted {
        return None;
    }
    attribution.content = page.words[that].span.into();
    let content = page.span(saying + 1, words.end - 1).into();
    Some(Attribution { cue: Some(page.words[saying].span), content, ..attribution.clone() })
}

pub(super) fn join(page: &Page, found: &mut Vec<Attribution>) {
    let mut i = 1;
    while i < found.len() {
        match joined(page, &found[i - 1], &found[i]) {
            Some(content) => {
                found[i - 1].content = content;
                found.remove(i);
            }
            None => i += 1,
        }
    }
}

fn joined(page: &Page, a: &Attribution, b: &Attribution) -> Option<Spans> {
    let (last, first) = (a.content.last()?, b.content.first()?);
    if b.cue.is_some() || last.end() > first.start() {
        return None;
    }
    let (before, after) = (page.words_of(last), page.words_of(first));
    let (end, start) = (before.end.checked_sub(1)?, after.start);
    if start >= page.len() || start <= end {
        return None;
    }
    // "… that A" and "that B".
    let and = start - 1;
    let same_source = b.source.is_empty() || b.source == a.source;
    if same_source
        && a.cue.is_some_and(|cue| cue.start() < last.start())
        && page.is_any(start, &["that"])
        && page.is_any(and, &["and", "but"])
        && page.sentence[start] == page.sentence[end]
        && (end + 1..and).all(|w| !page.letters(w))
    {
        let whole = last.cover(first);
        return Some(a.content.iter().chain([whole]).chain(b.content.iter()).collect());
    }
    // A quotation that is not closed goes on where the next paragraph opens it again.
    let goes_on = b.source.is_empty()
        && (end + 1..start).all(|w| !page.letters(w))
        && page.words[start].paragraph == page.words[end].paragraph + 1
        && page.words[end].quoted == Quoted::Unclosed
        && page.words[start].quoted == Quoted::Opens;
    goes_on.then(|| a.content.iter().chain(b.content.iter()).collect())
}
