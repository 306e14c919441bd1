//! Unsure: whom "he" or "she" means as a source, where the rules leave it open or unsure, by the model of pronouns.

use std::ops::Range;

use onrecord_base::Span;

use super::cast::MemberId;
use super::confidence;
use super::discourse::Discourse;
use super::pronouns::{self, Found};
use super::tokens::Story;
use crate::model::ModelError;
use crate::referents::{Name, Odds, Passage, Referents};
use crate::words::plain_words;

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
    /// In bytes.
    words: Vec<Range<usize>>,
    names: Vec<Name>,
    /// How often it may still be asked.
    left: usize,
    /// Why it no longer answers.
    pub(super) failed: Option<ModelError>,
}

impl<'r> Asked<'r> {
    pub(super) fn new(referents: &'r Referents) -> Self {
        Self { referents, words: Vec::new(), names: Vec::new(), left: MOST, failed: None }
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
        if self.words.is_empty() {
            self.read(discourse);
        }
        let at = discourse.story.tokens[token].span.range();
        let passage = Passage {
            text: discourse.story.text.as_str(),
            words: &self.words,
            pronoun: self.words_in(&at).start,
            names: &self.names,
            room: ROOM,
        };
        match self.referents.weigh(&passage) {
            Ok(odds) => Some(odds),
            Err(error) => {
                self.failed = Some(error);
                None
            }
        }
    }

    /// Takes in a story: its words, and the names of those who are or may be persons.
    fn read(&mut self, discourse: &Discourse) {
        let Discourse { story, chunks, cast, .. } = discourse;
        self.words = words(story);
        for (chunk, member) in chunks.all.iter().zip(&cast.of_chunk) {
            let Some(person) = *member else { continue };
            let one = discourse.member(person);
            if chunk.name > chunk.name_last {
                continue;
            }
            if one.person || one.named && one.kind.is_none() && !one.document && !one.plural {
                let name = story.span(chunk.name, chunk.name_last).range();
                self.names.push(Name { words: self.words_in(&name), person });
            }
        }
    }

    fn words_in(&self, bytes: &Range<usize>) -> Range<usize> {
        let from = self.words.partition_point(|word| word.end <= bytes.start);
        from..self.words.partition_point(|word| word.start < bytes.end)
    }
}

/// The words of a story as the model cuts them, in bytes; litter has none.
fn words(story: &Story) -> Vec<Range<usize>> {
    let text = story.text.as_str();
    let mut out = Vec::new();
    for (i, token) in story.tokens.iter().enumerate() {
        // A possessive ending belongs to no token.
        let next = story.tokens.get(i + 1).filter(|next| next.block == token.block);
        let own = token.span.range();
        let end = next.map_or(own.end, |next| next.span.range().start);
        out.extend(
            plain_words(&text[own.start..end]).into_iter().map(|w| own.start + w.start..own.start + w.end),
        );
    }
    out
}
