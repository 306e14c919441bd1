//! Headlines: what one says ends with its clause and does not run into the story.

use onrecord_base::{Attribution, Span};

use super::{Page, starts_fragment};

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
    found.retain(|attribution| !is_of_another_line(page, attribution));
    for at in 0..found.len() {
        without_uproar(page, &mut found[at]);
        with_thing(page, &mut found[at]);
        within_headline(page, &mut found[at]);
        without_circumstance(page, &mut found[at]);
        beside_its_cue(page, &mut found[at]);
        whole_in_headline(page, found, at);
    }
}

/// "Tribunal hears rival accounts" is said by nobody whom only the story names.
fn is_of_another_line(page: &Page, attribution: &Attribution) -> bool {
    let (Some(source), Some(content)) = (attribution.source.first(), attribution.content.first()) else {
        return false;
    };
    let (source, content) = (page.words_of(source).start, page.words_of(content));
    let paragraph = |word: usize| page.words.get(word).map(|word| word.paragraph);
    attribution.cue.is_none()
        && page.headline(content.start)
        && paragraph(source) != paragraph(content.start)
        && content.into_iter().all(|w| page.outside(w))
}

/// "divided over rate cut | as jobs market cools": what they are at odds over ends before when and why they are.
fn without_circumstance(page: &Page, attribution: &mut Attribution) {
    let (Some(cue), Some(content)) = (attribution.cue, attribution.content.first()) else { return };
    let (cue, words) = (page.words_of(cue), page.words_of(content));
    if cue.is_empty() || words.is_empty() || !page.headline(cue.start) {
        return;
    }
    // "Nurses vote to strike as | minister calls offer ‘fair’"
    let before = attribution.source.first().map(|source| page.words_of(source).start);
    let of_others = page.is_any(words.end - 1, &["as", "after", "while"]) && before == Some(words.end);
    if of_others && attribution.content.iter().len() > 1 {
        attribution.content = attribution.content.iter().skip(1).collect();
        return;
    }
    // "vetoes rent cap as | tenants and landlords | trade blame"
    let goes_on = words.end < page.len()
        && page.letters(words.end)
        && page.sentence[words.end] == page.sentence[words.start]
        && cue.end == words.start;
    let cut = words.clone().skip(1).find(|&w| page.is_any(w, &["as"]) && page.outside(w));
    if let Some(cut) = cut.filter(|&cut| goes_on && !page.is_any(cut + 1, &["a", "an", "the"])) {
        let rest = attribution.content.iter().skip(1);
        attribution.content = std::iter::once(page.span(words.start, cut - 1)).chain(rest).collect();
        return;
    }
    let over = cue.end == words.start && page.is_any(cue.end - 1, &["over", "on", "about"]);
    if !over {
        return;
    }
    let circumstance =
        |w: &usize| page.is_any(*w, &["as", "after", "amid", "while", "despite"]) && page.outside(*w);
    if let Some(end) = words.clone().skip(1).find(circumstance) {
        let rest = attribution.content.iter().skip(1);
        attribution.content = std::iter::once(page.span(words.start, end - 1)).chain(rest).collect();
    }
}

/// `breeders | call proposal | an overreaction`: what is called something belongs to it.
fn with_thing(page: &Page, attribution: &mut Attribution) {
    let (Some(cue), Some(content)) = (attribution.cue, attribution.content.first()) else { return };
    let (cue, words) = (page.words_of(cue), page.words_of(content));
    let named = cue.len() == 2
        && cue.end == words.start
        && page.headline(cue.start)
        && page.is_any(cue.start, &["call", "calls", "brand", "brands", "label", "labels"])
        && !page.is_any(cue.start + 1, &["for", "on", "out", "off"])
        && page.is_any(words.start, &["a", "an"]);
    if named {
        let rest = attribution.content.iter().skip(1);
        attribution.content = std::iter::once(page.span(cue.start + 1, words.end - 1)).chain(rest).collect();
        attribution.cue = Some(page.words[cue.start].span);
    }
}

/// `Row as council leader | defends | statue`: the row is not who defends it.
fn without_uproar(page: &Page, attribution: &mut Attribution) {
    const UPROAR: &[&str] =
        &["row", "anger", "fury", "outcry", "outrage", "backlash", "uproar", "storm", "controversy"];
    let Some(source) = attribution.source.first() else { return };
    let words = page.words_of(source);
    if words.len() > 2
        && page.headline(words.start)
        && page.is_any(words.start, UPROAR)
        && page.is_any(words.start + 1, &["as", "after"])
    {
        let rest = attribution.source.iter().skip(1);
        attribution.source = std::iter::once(page.span(words.start + 2, words.end - 1)).chain(rest).collect();
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
