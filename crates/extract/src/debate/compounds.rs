//! Compounds: words that a list knows as verbs, told as nouns by the nouns and articles beside them: "rate cut", "speed limit reversal".

use super::phrases::{BEFORE_VERBS, Grammar};
use crate::nouns;

/// Verbs of whose form is a noun, too, where a thing stands before and nothing that it is done to after: "divided over rate cut".
pub(super) const DEED_NOUNS: [&str; 8] =
    ["cut", "cuts", "hike", "hikes", "rise", "rises", "increase", "increases"];

/// "Rate cut", "fare increases as …": a noun in the singular that is nobody before, no object after.
pub(super) fn is_deed_of_noun(grammar: &Grammar, token: usize) -> bool {
    let story = grammar.story;
    let Some(thing) = token.checked_sub(1).filter(|&thing| story.joined(thing)) else { return false };
    let lower = story.lower(thing);
    grammar.may_be_noun(thing)
        && nouns::lemma(lower).is_none_or(|one| one == lower)
        && story.entry(thing).noun.is_none()
        && (token + 1 == story.len() || !story.joined(token) || grammar.ends_phrase(token + 1))
        && !(thing > 0 && story.joined(thing - 1) && story.is_any(thing - 1, &BEFORE_VERBS))
}

/// "Speed limit reversal": a verb's base form between a noun in the singular, after which a verb would end in "s", and another noun.
pub(super) fn is_within_compound(grammar: &Grammar, token: usize) -> bool {
    // Not "guidelines on screen time draw fire".
    const BETWEEN: &str = "limit control export import transfer care waste permit supply change test search access record support \
                           contact display escape market study trial return";
    let story = grammar.story;
    let lower = story.lower(token);
    let base = BETWEEN.split_whitespace().any(|noun| noun == lower);
    let is_noun = |at: usize| grammar.may_be_noun(at) && !story.tokens[at].capital;
    let before = token.checked_sub(1).filter(|&before| story.joined(before) && is_noun(before));
    let one = |before: usize| {
        nouns::lemma(story.lower(before)) == Some(story.lower(before)) && story.entry(before).noun.is_none()
    };
    base && before.is_some_and(one)
        && story.joined(token)
        && token + 1 < story.len()
        && is_noun(token + 1)
        && !before.is_some_and(|thing| {
            thing > 0
                && story.joined(thing - 1)
                && (story.is_any(thing - 1, &BEFORE_VERBS) || story.is(thing - 1, "to"))
        })
}

/// "A cut risked", "a premature cut": after an article, and one word at most that is no noun, with no noun after.
pub(super) fn is_determined(grammar: &Grammar, token: usize) -> bool {
    let story = grammar.story;
    let article = |at: usize| story.is_any(at, &["a", "an", "the", "any", "no", "this"]) && story.joined(at);
    let Some(before) = token.checked_sub(1) else { return false };
    // "a premature cut risked": "premature" has the ending of a noun.
    let verb = |at: usize| at < story.len() && story.lower(at).ends_with("ed");
    let adjective = before > 0
        && article(before - 1)
        && story.joined(before)
        && !story.tokens[before].capital
        && story.entry(before).noun.is_none()
        && (!grammar.may_be_noun(before) || verb(token + 1));
    let noun = |at: usize| story.joined(token) && grammar.may_be_noun(at);
    (article(before) || adjective) && !(token + 1 < story.len() && noun(token + 1))
}
