//! Speakers: which actor of the article each attribution's source is.
//!
//! By rules, and only where they are sure: the story is cut into tokens, names are found and grouped into
//! a cast, the cast learns its roles and genders, then the story is read once from left to right so that pronouns
//! and role phrases find whom they mean; a model is asked about "he" and "she" where the rules are unsure. What the text does not
//! settle stays empty.

mod announced;
mod answers;
mod author;
mod cast;
pub(crate) mod confidence;
mod descriptions;
mod discourse;
mod genders;
mod headlines;
mod implied;
mod known;
mod later;
mod left_out;
pub(crate) mod lexicon;
mod misspelling;
pub mod name_words;
mod names;
mod phrase;
mod pronouns;
mod relatives;
mod roles;
mod subjects;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod tokens;
mod unsure;
mod why;

use onrecord_base::{Actor, ActorId, Attribution, Resolution, Span};

use cast::{Cast, Member, MemberId};
use discourse::Discourse;
use names::Chunks;
pub use tokens::Story;
use unsure::Asked;

use crate::ground::Ground;
use crate::model::ModelError;
use crate::referents::Referents;
use crate::world::World;

/// The actors of an article and who made which attribution.
#[derive(Clone, Debug, Default)]
pub struct Speakers {
    /// In order of first mention; each makes at least one attribution.
    pub actors: Vec<Actor>,
    /// For each attribution, its actors; empty where the text does not settle it.
    pub of: Vec<Vec<ActorId>>,
    /// For each attribution and each of its actors, why it is that one.
    pub resolution: Vec<Vec<Resolution>>,
}

/// Resolves the source of each attribution (in text order of the contents) to actors of the article.
///
/// The spans must be of the story's text. Sources in litter, and what the text leaves open, give no actor.
/// `world` tells who holds which office on the day of the article.
pub fn resolve(story: &Story, attributions: &[Attribution], world: &World) -> Speakers {
    read(story, attributions, world, None).0
}

/// As [`resolve`], and asks the model of pronouns, by what the tagger knows of the story, where the rules leave open whom "he" or "she" means, or
/// are unsure.
///
/// # Errors
/// [`ModelError`] if the model does not load (a broken build), or if there is no memory for its work.
pub fn resolve_asking(
    story: &Story,
    attributions: &[Attribution],
    world: &World,
    (referents, ground): (&Referents, &Ground),
) -> Result<Speakers, ModelError> {
    match read(story, attributions, world, Some(Asked::new(referents, ground))) {
        (_, Some(error)) => Err(error),
        (speakers, None) => Ok(speakers),
    }
}

/// Who speaks, and why the model could not be asked, if so.
fn read<'s>(
    story: &'s Story,
    attributions: &[Attribution],
    world: &World,
    asked: Option<Asked<'s>>,
) -> (Speakers, Option<ModelError>) {
    if attributions.is_empty() {
        return Default::default();
    }
    let chunks = Chunks::find(story);
    let mut cast = Cast::gather(story, &chunks);
    roles::read(story, &chunks, &mut cast);
    genders::learn(story, &chunks, &mut cast);
    if let Some(on) = story.on {
        known::learn(story, &chunks, &mut cast, world, on);
    }
    let mut sources = discourse::source_phrases(story, attributions);
    let mut discourse = Discourse::new(story, &chunks, cast);
    (discourse.asked, discourse.world) = (asked, world.clone());
    discourse.read(&mut sources, attributions);
    let mut of: Vec<Vec<MemberId>> = vec![Vec::new(); attributions.len()];
    for source in &sources {
        for &a in &source.attributions {
            of[a].clone_from(&source.members);
        }
    }
    later::identify(&mut discourse, &sources);
    implied::fill(story, attributions, &mut of);
    left_out::fill(&discourse, attributions, &mut of);
    announced::fill(&discourse, attributions, &mut of);
    implied::first_person(story, attributions, &sources, &mut of);
    author::fill(&mut discourse, attributions, &sources, &mut of);
    answers::fill(&discourse, attributions, &mut of);
    answers::leave_questions_open(story, attributions, &mut of);
    let of_whom = |id: MemberId| discourse.cast.members[id].stands_for.unwrap_or(id);
    for speakers in &mut of {
        let mut meant: Vec<MemberId> = Vec::new();
        for id in speakers.iter().map(|&id| of_whom(id)) {
            if !meant.contains(&id) {
                meant.push(id);
            }
        }
        *speakers = meant;
    }
    headlines::fill(story, attributions, &mut of);
    let speakers = actors(story, &discourse, attributions, &of);
    (speakers, discourse.asked.and_then(|asked| asked.failed))
}

/// The name of a person that stands in capitals only, as others are written: "LUKA OSTREN".
fn in_small_letters(member: &Member) -> Option<String> {
    let name = &member.name;
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if !member.person || !member.named || letters < 4 || name.chars().any(char::is_lowercase) {
        return None;
    }
    let mut begins = true;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if begins {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        begins = !c.is_alphabetic();
    }
    Some(out)
}

/// The members that speak, as actors in order of first mention.
fn actors(
    story: &Story,
    discourse: &Discourse,
    attributions: &[Attribution],
    of: &[Vec<MemberId>],
) -> Speakers {
    let members = &discourse.cast.members;
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); members.len()];
    let mut speaks = vec![false; members.len()];
    for &id in of.iter().flatten() {
        speaks[id] = true;
    }
    for (id, member) in members.iter().enumerate().filter(|(id, _)| speaks[*id]) {
        spans[id].extend(member.mentions.iter().map(|&(first, last)| story.span(first, last)));
    }
    for (id, span) in &discourse.described_at {
        spans[members[*id].stands_for.unwrap_or(*id)].push(*span);
    }
    let mut speaking: Vec<MemberId> = (0..members.len()).filter(|&id| speaks[id]).collect();
    speaking.sort_by_key(|&id| (spans[id].iter().min().copied(), id));
    let mut ids = vec![ActorId(0); members.len()];
    let mut actors = Vec::with_capacity(speaking.len());
    for (number, &id) in speaking.iter().enumerate() {
        ids[id] = ActorId(number as u32);
        actors.push(Actor {
            name: in_small_letters(&members[id]).unwrap_or_else(|| members[id].name.clone()),
            kind: members[id].kind,
            role: members[id].role.clone(),
            mentions: spans[id].iter().copied().collect(),
            wikidata: members[id].known.as_ref().and_then(|person| person.wikidata.clone()),
            known_as: members[id].known.as_ref().map(|person| person.name.clone()),
        });
    }
    let members = of;
    let of: Vec<Vec<ActorId>> = of.iter().map(|all| all.iter().map(|&id| ids[id]).collect()).collect();
    let resolution = why::explain(discourse, attributions, members, &of);
    Speakers { actors, of, resolution }
}
