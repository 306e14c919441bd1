//! Kinds: which issues a bare word for a measure may mean: "the tax" is no reform, "the plan" no blockade.

use onrecord_base::Span;

use super::synonyms::{self, LAWS};
use crate::speakers::tokens::Story;

/// Words for what is paid, which mean nothing else.
const TAXES: [&str; 9] = ["tax", "levy", "duty", "duties", "levies", "tariff", "toll", "charge", "fee"];
/// What an offer may be: not a subsidy.
const OFFERS: [&str; 9] =
    ["offer", "deal", "bid", "proposal", "plan", "pay", "takeover", "merger", "settlement"];
/// What is built or run.
pub(super) const PROJECTS: [&str; 5] = ["project", "scheme", "development", "programme", "program"];
/// What only holds another thing up.
const HALTS: [&str; 10] = [
    "delay",
    "postponement",
    "vote",
    "ruling",
    "decision",
    "hearing",
    "strike",
    "filibuster",
    "extension",
    "deadline",
];
/// What is done against a plan or a law, and is none.
const FIGHTS: [&str; 9] =
    ["filibuster", "strike", "boycott", "protest", "walkout", "march", "blockade", "picket", "petition"];
/// What a law may be on, without being it: "the bill" is no marriage.
const PRACTICES: &[&str] = &[
    "marriage",
    "abortion",
    "immigration",
    "migration",
    "slavery",
    "racism",
    "socialism",
    "capitalism",
    "whaling",
    "hunting",
    "fishing",
    "gambling",
    "lobbying",
    "torture",
    "censorship",
    "independence",
];
/// What takes place.
const EVENTS: &[&str] = &[
    "hour",
    "festival",
    "march",
    "parade",
    "show",
    "concert",
    "race",
    "match",
    "game",
    "fair",
    "summit",
    "exhibition",
    "tour",
    "party",
    "rally",
    "gig",
    "reading",
    "fight",
    "hunt",
    "marathon",
    "conference",
    "carnival",
    "display",
];
/// Whether such words may mean an issue: "the tax" is no reform, "the offer" no subsidy, "the project" no delay of it, "the plan" no
/// blockade, and "the application" is for the only thing that is asked for (`alone`).
pub(super) fn may_mean(story: &Story, span: Span, label: &str, alone: bool) -> bool {
    let of = |kinds: &[&str]| kinds.iter().any(|kind| label.contains(kind));
    !((has(story, span, &TAXES) && !of(&TAXES))
        || (has(story, span, &["offer", "offers"]) && !of(&OFFERS))
        || (has(story, span, &["application"]) && !alone)
        || (has(story, span, &PROJECTS) && HALTS.contains(&synonyms::head(label)))
        || (has(story, span, &["event", "events"]) && !EVENTS.contains(&synonyms::head(label)))
        || (has(story, span, &LAWS) && PRACTICES.contains(&synonyms::head(label)))
        || (FIGHTS.contains(&synonyms::head(label))
            && !has(story, span, &["move", "step", "action", "decision"])))
}

pub(super) fn has(story: &Story, span: Span, words: &[&str]) -> bool {
    story.tokens_in(span).any(|token| story.is_any(token, words))
}
