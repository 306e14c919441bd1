//! What nobody says: a content without source, cue or quotation marks, and one that only follows a label of the page ("Exclusive:").

use onrecord_base::{Attribution, Form};

use super::Page;
use crate::turns::is_kicker;

pub(super) fn drop(page: &Page, found: &mut Vec<Attribution>) {
    found.retain(|a| {
        let alone = a.source.is_empty() && a.cue.is_none() && a.form == Form::Indirect;
        !alone && !follows_kicker(page, a) && !leaves_headline(page, a) && !moves(page, a)
    });
}

/// "Zoo’s plan angers union, delights | activists": what a thing does to somebody is not what they say.
fn moves(page: &Page, attribution: &Attribution) -> bool {
    const VERBS: &[&str] = &[
        "angers",
        "delights",
        "upsets",
        "worries",
        "alarms",
        "divides",
        "splits",
        "pleases",
        "enrages",
        "infuriates",
        "dismays",
        "shocks",
        "stuns",
        "irks",
        "annoys",
        "outrages",
        "unites",
        "pits",
        "draws",
        "sparks",
        "baffles",
        "frustrates",
        "disappoints",
        "thrills",
        "cheers",
        "rattles",
        "unsettles",
    ];
    let (Some(cue), Some(source)) = (attribution.cue, attribution.source.first()) else { return false };
    let cue = page.words_of(cue);
    cue.len() == 1 && page.is_any(cue.start, VERBS) && page.words_of(source).start >= cue.end
}

/// "School nurse’s film goes viral | A school nurse never expected it": what a headline says does not stand in the story.
fn leaves_headline(page: &Page, attribution: &Attribution) -> bool {
    let cue = attribution.cue.map(|cue| page.words_of(cue).start).filter(|&cue| page.headline(cue));
    let content = attribution.content.first().map(|content| page.words_of(content).start);
    matches!((cue, content), (Some(cue), Some(content)) if page.words[content].paragraph > page.words[cue].paragraph)
}

fn follows_kicker(page: &Page, attribution: &Attribution) -> bool {
    let colon = attribution.cue.is_some_and(|cue| page.text.slice(cue) == ":");
    colon && attribution.source.first().is_some_and(|source| is_kicker(page.text.slice(source)))
}
