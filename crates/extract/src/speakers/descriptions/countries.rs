//! Countries: of which one a described office is, who serves another, and who held it on the day of the article.

use onrecord_base::ActorKind;

use super::super::cast::Member;
use super::super::discourse::Discourse;
use super::super::lexicon::state_word;
use super::holder::{is_state, narrower};
use super::offices::OFFICES;
use super::{Wanted, printed};
use crate::world::{self, Person};

/// What a country has one of.
pub(super) const NATIONAL: &[&str] =
    &["minister", "president", "premier", "chancellor", "king", "queen", "leader"];

/// The states by which the roles of a member are told.
pub(super) fn states(member: &Member) -> impl Iterator<Item = &str> {
    member.roles.iter().flat_map(|role| &role.modifiers).map(String::as_str).filter(|word| is_state(word))
}

/// Whether a description gives a national office with its country: "the leader of neighbouring Chad".
pub(super) fn is_national(wanted: &Wanted) -> bool {
    NATIONAL.contains(&wanted.lemma) && wanted.country.is_some()
}

/// The code of the country that a part of one belongs to: "GB-SCT" is in "GB".
fn whole(code: &str) -> &str {
    code.split_once('-').map_or(code, |(whole, _)| whole)
}

/// The code of the country whose office is described: "the South African president", "her finance minister" of whoever serves
/// that country.
pub(super) fn country(discourse: &Discourse, wanted: &Wanted) -> Option<&'static str> {
    let owner = wanted.owner.map(|owner| discourse.member(owner));
    let state =
        owner.filter(|owner| owner.kind == Some(ActorKind::State)).and_then(|owner| code(&owner.name));
    let served = || owner.filter(|owner| owner.person).and_then(|owner| states(owner).find_map(code));
    let words = wanted.modifiers.iter().chain(&wanted.complement).filter(|word| is_state(word));
    let told = || words.clone().find_map(|word| code(word));
    state
        .or_else(told)
        .or_else(|| world::country_of_office(&printed(discourse, wanted)).map(whole))
        .or_else(served)
}

fn code(word: &str) -> Option<&'static str> {
    world::place(word).map(|place| whole(place.country.code))
}

/// Whether a member is known to serve another state than the one whose office is described: "the Russian foreign minister" is
/// not Secretary of State Mike Pompeo, whom the gazetteer knows, nor the French president.
pub(super) fn is_abroad(discourse: &Discourse, wanted: &Wanted, member: &Member) -> bool {
    const SERVANTS: &[&str] =
        &["head", "diplomat", "envoy", "spokesman", "official", "commander", "lawmaker", "vice-president"];
    if !OFFICES.contains(&wanted.lemma)
        && !NATIONAL.contains(&wanted.lemma)
        && !SERVANTS.contains(&wanted.lemma)
    {
        return false;
    }
    let Some(wanted) = wanted.country else { return false };
    let owners =
        member.roles.iter().filter_map(|role| role.owner).filter_map(|id| code(&discourse.member(id).name));
    // "White House spokesman"
    let pairs = member
        .roles
        .iter()
        .flat_map(|role| role.modifiers.windows(2))
        .filter_map(|pair| code(&pair.join(" ")));
    let told =
        member.roles.iter().flat_map(|role| &role.modifiers).filter_map(|word| code(word)).chain(pairs);
    let mut told = told.chain(owners).peekable();
    if told.peek().is_some() {
        return told.all(|state| state != wanted);
    }
    let in_full = member.person && member.words.len() > 1;
    let served = if in_full { discourse.world.states_served(&member.name) } else { Vec::new() };
    !served.is_empty() && served.iter().all(|state| whole(state) != wanted)
}

/// Whether nothing ties a member to the country whose office a story with a day describes: "Brazil's vice-president".
pub(super) fn is_untied(discourse: &Discourse, wanted: &Wanted, member: &Member) -> bool {
    let office = OFFICES.contains(&wanted.lemma)
        || NATIONAL.contains(&wanted.lemma)
        || matches!(wanted.lemma, "vice-president" | "speaker");
    let Some(of) = wanted.country.filter(|_| office && discourse.story.on.is_some()) else { return false };
    let served = || discourse.world.states_served(&member.name);
    !states(member).filter_map(code).any(|state| state == of)
        && !served().iter().any(|state| whole(state) == of)
}

/// Which of the bodies with a secretary-general the story speaks of, if of one only.
pub(super) fn only_body(discourse: &Discourse) -> Option<String> {
    let story = discourse.story;
    let chunks = discourse.chunks.all.iter().map(|chunk| story.slice_range(chunk.first, chunk.last));
    let codes = chunks.filter_map(world::place).map(|place| place.country.code);
    let mut bodies = codes.filter(|code| matches!(*code, "UN" | "NATO"));
    let one = bodies.next().filter(|one| bodies.all(|other| other == *one))?;
    world::country(one).map(state_word)
}

/// Whether the gazetteer knows a member by full name, and not as the holder of the described office on the day of the article.
pub(super) fn is_known_otherwise(discourse: &Discourse, wanted: &Wanted, member: &Member) -> bool {
    let office = OFFICES.contains(&wanted.lemma) && !matches!(wanted.lemma, "senator" | "representative");
    let former = wanted.modifiers.iter().any(|word| matches!(word.as_str(), "former" | "ex"));
    if !office || former || discourse.story.on.is_none() || !member.person || member.words.len() < 2 {
        return false;
    }
    let told = member
        .roles
        .iter()
        .any(|role| role.lemma == wanted.lemma || narrower(wanted.lemma).contains(&role.lemma));
    !told && !discourse.world.states_served(&member.name).is_empty()
}

/// Who held the described office of a country on the day of the article, by the gazetteer.
pub(super) fn holder_abroad(discourse: &Discourse, wanted: &Wanted, printed: &str) -> Option<Person> {
    let on = discourse.story.on?;
    let scene = wanted.scene.as_ref().map(|state| format!("{state} {printed}"));
    let of_person = wanted.owner.and_then(|owner| {
        let owner = discourse.member(owner);
        let state = states(owner).next().filter(|_| owner.person)?;
        Some(format!("{state} {} {}", wanted.modifiers.join(" "), wanted.lemma))
    });
    discourse.world.holder(of_person.or(scene).as_deref().unwrap_or(printed), on)
}
