//! Bynames: "the Texan", "the Italian", "the father-of-two", "the 78-year-old peer" are whoever has the word.

use super::super::cast::MemberId;
use super::super::discourse::Discourse;
use super::super::phrase::{Description, Determiner};
use super::Wanted;
use super::holder::is_party_member;

/// The byname goes with the last source of the paragraph, so many sentences back.
const NEAR: std::ops::RangeInclusive<u32> = 0..=2;

/// Who is meant by where they are from, how old they are or how many children they have.
pub(super) fn meant(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    let (story, lower) = (discourse.story, discourse.story.lower(wanted.at));
    // "the Texan"; but "the Republican" may be another, and "the President" has an office.
    let native = story.tokens[wanted.at].capital
        && ["an", "er", "ier", "ite", "ton", "ard", "ede"].iter().any(|end| lower.ends_with(end))
        && !lower.ends_with("man")
        && !story.entry(wanted.at).title
        && !is_party_member(wanted.lemma);
    let aged = wanted.lemma == "year-old" || wanted.modifiers.iter().any(|word| word.ends_with("-year-old"));
    if native || aged { has_the_word(discourse, wanted.at) } else { None }
}

/// "The Italian": an adjective of a state by itself; "the British" are many.
pub(super) fn countryman(discourse: &Discourse, d: &Description) -> Option<MemberId> {
    let story = discourse.story;
    let lower = story.lower(d.head);
    let one = d.determiner == Determiner::Definite
        && d.noun.is_none()
        && d.start == d.head
        && story.entry(d.head).adjective
        && ["an", "i", "ek", "ak"].iter().any(|end| lower.ends_with(end));
    if one { has_the_word(discourse, d.head) } else { None }
}

fn has_the_word(discourse: &Discourse, token: usize) -> Option<MemberId> {
    discourse.has_the_word(token, NEAR).filter(|&id| discourse.member(id).person)
}
