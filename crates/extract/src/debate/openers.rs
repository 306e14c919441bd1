//! Openers: paragraphs that begin by saying what they are about: "On Mara, Roe insisted …", "As for the pay claim, …".

use std::ops::Range;

use super::issues::is_calendar;
use super::phrases::Phrase;
use crate::speakers::tokens::Story;

/// Where something is said or done, not what it is about: "On Facebook, …", "On Capitol Hill, …".
const SCENES: &str = "twitter facebook instagram youtube tiktok x tv television radio hill street trail hand average stage screen ground campus \
                      air board balance paper camera record road way day night morning evening afternoon weekend part basis side top site week \
                      month year occasion visit tour anniversary eve contrary whole";
/// An opener has no more words.
const LONGEST: usize = 6;

/// What a paragraph says that it is about, without its preposition.
pub(super) fn of_block(story: &Story, block: u32) -> Option<Range<usize>> {
    let on = story.tokens.partition_point(|token| token.block < block);
    if story.headline[block as usize] || on + 2 >= story.len() {
        return None;
    }
    let first = match () {
        () if story.is_any(on, &["on", "regarding", "concerning"]) => on + 1,
        () if story.is(on, "as") && story.is(on + 1, "for") => on + 2,
        () => return None,
    };
    let comma = (first..story.len()).take(LONGEST + 1).find(|&token| story.is(token, ","))?;
    let last = story.lower(comma.checked_sub(1).filter(|last| *last >= first)?);
    let scene =
        SCENES.split_whitespace().any(|scene| scene == last) || last.bytes().all(|b| b.is_ascii_digit());
    (story.tokens[comma].block == block && !scene && !is_calendar(last)).then_some(first..comma)
}

/// Whether a phrase is what its paragraph says that it is about.
pub(super) fn opens(story: &Story, phrase: &Phrase) -> bool {
    of_block(story, story.tokens[phrase.first].block)
        .is_some_and(|opener| opener.contains(&phrase.first) && opener.end == phrase.last + 1)
}
