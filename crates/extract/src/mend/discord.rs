//! Discord: who is at war over a plan does not plan, and who is ‘at loggerheads’ is named before it.

use onrecord_base::Attribution;

use super::Page;

pub(super) fn mend(page: &Page, found: &mut [Attribution]) {
    for attribution in found {
        at_odds(page, attribution);
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

/// "PM and chancellor ‘at loggerheads’ over triple lock": a headline that the model found whole is said of those whom it names.
fn in_quoted_discord(page: &Page, attribution: &mut Attribution) {
    const DISCORD: &[&str] = &["loggerheads", "odds", "war"];
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
