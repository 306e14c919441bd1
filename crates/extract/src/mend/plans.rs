//! Plans: "It intends to bid", "The two plan to meet": who means, wants or refuses to do something, and what.

use onrecord_base::{Attribution, Form, Span};

use super::Page;

/// Verbs that say a plan or a wish and are nothing else before "to".
const PLANS: &[&str] = &[
    "plan", "plans", "planned", "intend", "intends", "intended", "hope", "hopes", "hoped", "want", "wants",
    "wanted", "refuse", "refuses", "refused", "vowed", "promised", "pledged", "voted", "aims",
];
/// No subject has more words.
const LONGEST: usize = 7;

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
    for attribution in found.iter_mut() {
        if attribution.source.is_empty()
            && let Some(to) = attribution.content.first().map(|span| page.words_of(span).start)
            && page.is_any(to, &["to"])
            && let Some((subject, verb)) = before(page, to)
            && attribution.cue.is_none_or(|cue| cue.start() == verb.start())
        {
            attribution.source = subject.into();
            attribution.cue = attribution.cue.or(Some(verb));
        }
    }
    let missed: Vec<Attribution> = (0..page.len())
        .filter(|&w| page.is_any(w, &["to"]))
        .filter_map(|to| whole(page, found, to))
        .collect();
    found.extend(missed);
    found.sort_by_key(|a| a.content.first());
}

/// The subject and verb of a sentence whose verb stands right before "to", or before "last year" or the like.
fn before(page: &Page, to: usize) -> Option<(Span, Span)> {
    let verb = (to.saturating_sub(3)..to).rev().find(|&w| page.is_any(w, PLANS))?;
    let start = page.sentence[to];
    let time = &[
        "last",
        "this",
        "year",
        "week",
        "month",
        "on",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
    ];
    if verb <= start || verb - start > LONGEST || (verb + 1..to).any(|w| !page.is_any(w, time)) {
        return None;
    }
    let plain = (start..verb)
        .all(|w| page.outside(w) && (page.letters(w) || matches!(page.slice(w), "’" | "'" | "-" | ".")));
    // "Tashtala and Morrow intend to"
    let joins =
        |w: usize| page.is_any(w, &["and"]) && w > start && page.capital(w - 1) && page.capital(w + 1);
    // A verb within the subject makes it more than one.
    let simple = !(start..verb).any(|w| page.is_any(w, NOT_IN_SUBJECTS) && !joins(w));
    let named = page.is_any(start, &["the", "it", "he", "she", "they"])
        || page.capital(verb - 1) && (start..verb).all(|w| page.capital(w) || joins(w));
    (plain && simple && named).then(|| (page.span(start, verb - 1), page.words[verb].span))
}

const NOT_IN_SUBJECTS: &[&str] = &[
    "who", "which", "that", "said", "is", "was", "are", "were", "has", "had", "have", "and", "but", "as",
    "when", "if", "while", "with", "to", "by", "never", "not", "no", "nobody",
];

/// A sentence that is nothing but a plan, where nothing was found.
fn whole(page: &Page, found: &[Attribution], to: usize) -> Option<Attribution> {
    const MOST: usize = 3;
    let (subject, verb) = before(page, to)?;
    let start = page.sentence[to];
    let end = page.sentence_end(to);
    let sentence = page.span(start, end - 1);
    let near = page.words_of(subject).len() <= MOST && page.words_of(verb).end == to;
    let stop = (to..end).rev().find(|&w| page.letters(w)).filter(|&stop| stop > to)?;
    // A quotation, or another clause, is more than the plan.
    let simple = (to..stop).all(|w| page.outside(w) && !page.parts_clauses(w));
    let free = !found.iter().any(|a| a.content.overlaps(sentence));
    (near && simple && free && page.capital(start) && page.slice(stop + 1) == ".").then(|| Attribution {
        source: subject.into(),
        cue: Some(verb),
        content: page.span(to, stop).into(),
        form: Form::Indirect,
        confidence: 0.5,
    })
}
