//! Bynames: "the Texan", "the Italian", "the father-of-two", "the 78-year-old peer", "the Baharampur MP" are whoever has the word.

use super::super::cast::MemberId;
use super::super::discourse::Discourse;
use super::super::phrase::{Description, Determiner};
use super::Wanted;
use super::holder::is_party_member;
use crate::speakers::names::is_post_nominal;

/// The byname goes with the last source of the paragraph, so many sentences back.
const NEAR: std::ops::RangeInclusive<u32> = 0..=2;

/// Pointers further back do not tell.
const REACH: usize = 200;

/// Who is meant by where they are from, how old they are or how many children they have.
pub(super) fn meant(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    let (story, lower) = (discourse.story, discourse.story.lower(wanted.at));
    // "the Texan"; but "the Republican" may be another, and "the President" has an office.
    let native = story.tokens[wanted.at].capital
        && ["an", "er", "ier", "ite", "ton", "ard", "ede"].iter().any(|end| lower.ends_with(end))
        && !lower.ends_with("man")
        && !story.entry(wanted.at).title
        && !is_party_member(wanted.lemma);
    // "the Baharampur MP", whose seat the article told nobody
    let member = is_post_nominal(story, wanted.at) && wanted.at > wanted.description.start;
    let aged = wanted.lemma == "year-old" || wanted.modifiers.iter().any(|word| word.ends_with("-year-old"));
    if native || aged || member { has_the_word(discourse, wanted.at) } else { None }
}

/// "The former postmistress, 61,".
pub(super) fn aged(discourse: &Discourse, d: &Description) -> Option<MemberId> {
    let story = discourse.story;
    let comma = d.last.max(d.head) + 1;
    let age = story.is(comma, ",")
        && comma + 2 < story.len()
        && story.slice(comma + 1).len() == 2
        && story.slice(comma + 1).bytes().all(|b| b.is_ascii_digit())
        && story.is(comma + 2, ",");
    let one = d.determiner == Determiner::Definite && !d.plural && d.possessor.is_none();
    if age && one { has_the_word(discourse, d.head) } else { None }
}

/// "The mother of two", "the father of 11".
pub(super) fn parent(discourse: &Discourse, d: &Description) -> Option<MemberId> {
    let story = discourse.story;
    let of = d.head + 1;
    let number = story.is(of, "of") && of + 1 < story.len() && story.number(of + 1).is_some();
    let one = d.determiner == Determiner::Definite && !d.plural && d.possessor.is_none();
    let noun = d.noun.filter(|noun| one && number && matches!(noun.lemma, "mother" | "father" | "parent"))?;
    let may_be = |id: &MemberId| {
        let member = discourse.member(*id);
        member.person && member.named && !matches!((noun.gender, member.gender), (Some(a), Some(b)) if a != b)
    };
    let subject = || {
        let near = discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < d.head);
        let mut near = near.take_while(|p| discourse.sentences_between(p.token, d.head) <= 1);
        near.find(|p| p.subject && !p.possessive).map(|p| p.member)
    };
    has_the_word(discourse, d.head).or_else(subject).filter(may_be)
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
