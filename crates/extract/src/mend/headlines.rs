//! Headlines: what one says ends with its clause and does not run into the story.

use onrecord_base::{Attribution, Span};

use super::{Page, starts_fragment};

pub(super) fn mend(page: &Page, found: &mut [Attribution]) {
    for at in 0..found.len() {
        within_headline(page, &mut found[at]);
        beside_its_cue(page, &mut found[at]);
        whole_in_headline(page, found, at);
    }
}

/// What a headline says ends with it, whatever stands in the next line.
fn within_headline(page: &Page, attribution: &mut Attribution) {
    let clipped = |span: Span| {
        let words = page.words_of(span);
        let paragraph = page.words.get(words.start)?.paragraph;
        let end = words.clone().find(|&w| page.words[w].paragraph != paragraph)?;
        page.headline(words.start).then(|| page.span(words.start, end - 1))
    };
    if attribution.content.iter().any(|span| clipped(span).is_some()) {
        attribution.content = attribution.content.iter().map(|span| clipped(span).unwrap_or(span)).collect();
    }
}

/// "Mandate upheld; unions vow appeal": of what a headline says only what stands on the cue's side of a semicolon.
fn beside_its_cue(page: &Page, attribution: &mut Attribution) {
    let Some(cue) = attribution.cue.map(|cue| page.words_of(cue).start).filter(|&cue| page.headline(cue))
    else {
        return;
    };
    let parted = |span: &Span| {
        let words = page.words_of(*span);
        let between = if words.start < cue { words.end..cue } else { cue..words.start };
        between.into_iter().any(|w| page.is_any(w, &[";"]))
    };
    if attribution.content.iter().len() > 1 && !attribution.content.iter().all(|span| parted(&span)) {
        attribution.content = attribution.content.iter().filter(|span| !parted(span)).collect();
    }
}

/// "Traders fight car | ban; doctors object", "allies split on sending | jets to Varania": what a headline says ends with its clause.
fn whole_in_headline(page: &Page, found: &mut [Attribution], at: usize) {
    let Some(last) = found[at].content.last() else { return };
    let words = page.words_of(last);
    if words.len() != 1
        || !page.headline(words.start)
        || !page.outside(words.start)
        || !page.letters(words.start)
    {
        return;
    }
    let follows = found[at].cue.is_some_and(|cue| page.words_of(cue).end == words.start);
    let ends =
        |w: usize| w >= page.len() || page.sentence[w] != page.sentence[words.start] || !page.letters(w);
    let mut to = words.start;
    while !ends(to + 1) && !page.parts_clauses(to + 1) && !starts_fragment(page, found, at, to + 1) {
        to += 1;
    }
    let gerund = page.lower(words.start).ends_with("ing");
    if follows && to > words.start && (gerund || to == words.start + 1 && ends(to + 1)) {
        found[at].content = page.span(words.start, to).into();
    }
}
