//! Employers: of whom somebody is the chief executive or the spokesman, "Aerion Chief Executive Anna Roe". They are a name of their own.

use super::parts;
use super::{Chunk, ChunkClass};
use crate::nouns;
use crate::speakers::lexicon;
use crate::speakers::tokens::Story;

/// Offices that only bodies have.
const OFFICES: &[&str] = &[
    "ceo",
    "cfo",
    "coo",
    "chairman",
    "chairwoman",
    "chair",
    "boss",
    "founder",
    "co-founder",
    "spokesman",
    "spokeswoman",
    "spokesperson",
];
const OFFICERS: &[&str] = &["executive", "financial", "operating"];
const LONGEST: usize = 4;

/// Parts the employer from a name with its office; `chunk` keeps the rest.
pub(super) fn part(story: &Story, chunk: &mut Chunk) -> Option<Chunk> {
    if !chunk.titled {
        return None;
    }
    let office = (chunk.first + 1..chunk.name).take(LONGEST).find(|&i| {
        story.is_any(i, OFFICES)
            || story.is(i, "chief") && story.is_any(i + 1, OFFICERS) && i + 1 < chunk.name
    })?;
    let last = office - 1;
    let body = |i: usize| {
        let entry = story.entry(i);
        let known = entry.ordinary || entry.title || entry.given.is_some() || entry.noun.is_some();
        story.tokens[i].is_word && !story.tokens[i].possessive && (entry.organization || !known)
    };
    let adjective = story.entry(last).adjective || lexicon::place(story.lower(last)).is_some();
    let own = (chunk.first..=last).any(|i| story.entry(i).organization || !nouns::is_common(story.lower(i)));
    if adjective || !own || !(chunk.first..=last).all(body) {
        return None;
    }
    let mut employer = parts::parse(story, chunk.first, last);
    if matches!(employer.class, ChunkClass::Person | ChunkClass::NoName | ChunkClass::State) {
        return None;
    }
    if employer.class == ChunkClass::Unknown {
        employer.class = ChunkClass::Organization;
    }
    chunk.first = office;
    Some(employer)
}
