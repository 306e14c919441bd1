//! Unsure: whom "he" or "she" means as a source, where the rules leave it open or unsure, by the model of pronouns.

use onrecord_base::Span;

use super::cast::MemberId;
use super::confidence;
use super::discourse::Discourse;
use super::pronouns::{self, Found};
use crate::ground::Ground;
use crate::model::ModelError;
use crate::referents::{Name, Odds, Passage, Referents};

/// How sure the model must be of a person where the rules tell nobody, and where they tell another; where they tell one without a name,
/// whom it cannot weigh, surer. Chosen by eye on 300 articles of PolNeAR's training part.
const SURE: f32 = 0.75;
const SURER: f32 = 0.8;
const SURE_OF_NO_OTHER: f32 = 0.9;
/// So sure of another, it casts doubt on what the rules say.
const DOUBTS: f32 = 0.5;
/// The pieces that it reads of a story.
const ROOM: usize = 128;
/// So often it is asked of one story: a page of nothing but "he said" must not take a minute.
const MOST: usize = 40;

/// The model and a story as it reads it.
pub(super) struct Asked<'r> {
    referents: &'r Referents,
    ground: &'r Ground,
    /// Those of persons; read when it is first asked.
    names: Option<Vec<Name>>,
    /// How often it may still be asked.
    left: usize,
    /// Why it no longer answers.
    pub(super) failed: Option<ModelError>,
}

impl<'r> Asked<'r> {
    pub(super) fn new(referents: &'r Referents, ground: &'r Ground) -> Self {
        Self { referents, ground, names: None, left: MOST, failed: None }
    }
}

/// The person whom a source that is "he" or "she" means.
pub(super) fn he_or_she(discourse: &mut Discourse, token: usize, contents: &[Span]) -> Option<MemberId> {
    let Found { member, margin } = pronouns::by_rules(discourse, token, contents);
    // To ask about these too would cost more than all else that tells who speaks.
    if member.is_some() && margin >= pronouns::CLEAR {
        return member;
    }
    let Some(mut asked) = discourse.asked.take() else { return member };
    let odds = asked.odds(discourse, token);
    discourse.asked = Some(asked);
    let other = odds.and_then(|odds| odds.best()).filter(|&(one, _)| member != Some(one));
    let Some((other, share)) = other.filter(|&(one, _)| may_be(discourse, token, one)) else { return member };
    let wanted = match member {
        None => SURE,
        Some(one) if discourse.member(one).named => SURER,
        Some(_) => SURE_OF_NO_OTHER,
    };
    if share >= wanted {
        discourse.sure_of.insert(token, confidence::PRONOUN_ASKED);
        return Some(other);
    }
    if share >= DOUBTS {
        discourse.sure_of.insert(token, confidence::PRONOUN_DOUBTED);
    }
    member
}

/// Whether the person may be meant by "he" or "she" at a token: one that was named before, whose gender fits.
fn may_be(discourse: &Discourse, token: usize, person: MemberId) -> bool {
    let one = discourse.member(person);
    let gender = pronouns::gender(discourse.story, token);
    let named = || discourse.pointers.iter().any(|p| p.member == person && p.token < token);
    (one.person || one.words.len() > 1) && one.may_be(gender) && named()
}

impl Asked<'_> {
    /// What the model says; `None` where it does not work, or has been asked too often.
    fn odds(&mut self, discourse: &Discourse, token: usize) -> Option<Odds> {
        self.left = self.left.checked_sub(1)?;
        let ground = self.ground;
        let names = self.names.get_or_insert_with(|| names(discourse, ground));
        let pronoun = ground.words_in(&discourse.story.tokens[token].span.range()).start;
        let passage = Passage { ground, pronoun, names, room: ROOM };
        match self.referents.weigh(&passage) {
            Ok(odds) => Some(odds),
            Err(error) => {
                self.failed = Some(error);
                None
            }
        }
    }
}

/// The names of those who are or may be persons.
fn names(discourse: &Discourse, ground: &Ground) -> Vec<Name> {
    let Discourse { story, chunks, cast, .. } = discourse;
    let mut out = Vec::new();
    for (chunk, member) in chunks.all.iter().zip(&cast.of_chunk) {
        let Some(person) = *member else { continue };
        let one = discourse.member(person);
        if chunk.name > chunk.name_last {
            continue;
        }
        if one.person || one.named && one.kind.is_none() && !one.document && !one.plural {
            let name = story.span(chunk.name, chunk.name_last).range();
            out.push(Name { words: ground.words_in(&name), person });
        }
    }
    out
}
