//! Discord: who is at war over a plan does not plan, and who is ‘at loggerheads’ is named before it.

use onrecord_base::Attribution;

use super::Page;

const DISCORD: &[&str] = &["loggerheads", "odds", "war"];

pub(super) fn mend(page: &Page, found: &mut Vec<Attribution>) {
    found.retain(|attribution| !under_fire(page, attribution));
    for attribution in found {
        at_odds(page, attribution);
        over_in_cue(page, attribution);
        before_plan(page, attribution);
        in_quoted_discord(page, attribution);
    }
}

/// `Parents at war over | plan | to scrap the uniform`: what they are at war over is said of them, the plan is not theirs.
fn at_odds(page: &Page, attribution: &mut Attribution) {
    const AT: &[&str] = &["at", "in"];
    let (Some(source), Some(cue), Some(content)) =
        (attribution.source.first(), attribution.cue, attribution.content.first())
    else {
        return;
    };
    let (source, plan) = (page.words_of(source), page.words_of(cue));
    let beside = source.len() > 3
        && source.end == plan.start
        && page.is_any(source.end - 1, &["over", "about", "on"])
        && plan.end == page.words_of(content).start;
    let at = source.clone().skip(1).find(|&w| page.is_any(w, AT)).filter(|_| beside);
    if let Some(at) = at {
        let rest = attribution.content.iter().skip(1);
        let content = page.span(plan.start, page.words_of(content).end - 1);
        attribution.content = std::iter::once(content).chain(rest).collect();
        attribution.cue = Some(page.span(at, source.end - 1));
        attribution.source = page.span(source.start, at - 1).into();
    }
}

/// `Ministers under fire over | plan | to cut fuel aid`: whoever is under fire says nothing by it.
fn under_fire(page: &Page, attribution: &Attribution) -> bool {
    const FIRE: &[&str] = &["fire", "attack", "pressure", "scrutiny"];
    let Some(source) = attribution.source.first().map(|source| page.words_of(source)) else { return false };
    source.len() > 3
        && page.is_any(source.end - 1, &["over", "about", "for"])
        && page.is_any(source.end - 2, FIRE)
        && page.is_any(source.end - 3, &["under"])
}

/// `Premier, | mayors at odds | over plan | to cut cameras`: the same where the cue has the preposition.
fn over_in_cue(page: &Page, attribution: &mut Attribution) {
    let (Some(source), Some(cue), Some(content)) =
        (attribution.source.first(), attribution.cue, attribution.content.first())
    else {
        return;
    };
    let (source, over, content) = (page.words_of(source), page.words_of(cue), page.words_of(content));
    let opens = page.is_any(over.start, &["over", "on", "about"]);
    let at = source.end.checked_sub(2).filter(|&at| at > source.start && page.is_any(at, &["at"]));
    let beside = source.end == over.start
        && over.end == content.start
        && !content.is_empty()
        && page.headline(source.start);
    let Some(at) = at.filter(|&at| opens && beside && page.is_any(at + 1, DISCORD)) else { return };
    let rest = attribution.content.iter().skip(1);
    attribution.content = std::iter::once(page.span(over.start + 1, content.end - 1)).chain(rest).collect();
    attribution.cue = Some(page.span(at, over.start));
    attribution.source = page.span(page.sentence[source.start], at - 1).into();
}

/// `Tech giants split on EU | plan | to scan messages`: the plan is none of theirs.
fn before_plan(page: &Page, attribution: &mut Attribution) {
    const VERBS: &[&str] =
        &["split", "divided", "clash", "spar", "differ", "feud", "quarrel", "squabble", "wrangle", "row"];
    let (Some(source), Some(cue), Some(content)) =
        (attribution.source.last(), attribution.cue, attribution.content.first())
    else {
        return;
    };
    let (source, plan, content) = (page.words_of(source), page.words_of(cue), page.words_of(content));
    let planned =
        page.is_any(plan.start, &["plan", "plans", "proposal", "bid", "move"]) && plan.end == content.start;
    if !planned || !page.headline(plan.start) || page.sentence[source.start] != page.sentence[plan.start] {
        return;
    }
    let over = |w: usize| page.is_any(w, &["on", "over", "about"]);
    if let Some(at) =
        (source.end..plan.start.saturating_sub(1)).find(|&w| page.is_any(w, VERBS) && over(w + 1))
    {
        let rest = attribution.content.iter().skip(1);
        attribution.content = std::iter::once(page.span(at + 2, content.end - 1)).chain(rest).collect();
        attribution.cue = Some(page.span(at, at + 1));
    }
}

/// "PM and chancellor ‘at loggerheads’ over triple lock": a headline that the model found whole is said of those whom it names.
fn in_quoted_discord(page: &Page, attribution: &mut Attribution) {
    if !attribution.source.is_empty() || attribution.cue.is_some() || attribution.content.iter().len() != 1 {
        return;
    }
    let Some(words) = attribution.content.first().map(|content| page.words_of(content)) else { return };
    if words.is_empty() || !page.headline(words.start) || page.sentence[words.start] != words.start {
        return;
    }
    let at = words.clone().find(|&w| page.is_any(w, &["at"]) && page.is_any(w + 1, DISCORD));
    let over = at.and_then(|at| (at + 2..words.end).take(2).find(|&w| page.is_any(w, &["over", "on"])));
    let (Some(at), Some(over)) = (at, over) else { return };
    let before = (words.start..at).rev().find(|&w| page.letters(w));
    if let Some(before) = before.filter(|_| over + 1 < words.end) {
        attribution.source = page.span(words.start, before).into();
        attribution.cue = Some(page.span(at, at + 1));
        attribution.content = page.span(over + 1, words.end - 1).into();
    }
}
