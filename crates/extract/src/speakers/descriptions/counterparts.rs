//! Counterparts: whom "his Russian counterpart" means.

use onrecord_base::ActorKind;

use super::super::cast::{Member, MemberId, Role};
use super::super::discourse::{Discourse, NEVER};
use super::super::lexicon::state_word;
use super::holder::is_state;
use super::{Wanted, key, printed_from};
use crate::world::{self, Date, Person};

/// Of a larger cast no more are looked at.
const MOST: usize = 500;

/// The one person whose role is of that state; of several the one who holds what the other one does; else whoever holds that
/// there by the gazetteer.
pub(super) fn meant(discourse: &mut Discourse, wanted: &Wanted) -> Option<MemberId> {
    if wanted.modifiers.is_empty() {
        return None;
    }
    let of_state = |role: &Role| wanted.modifiers.iter().all(|word| role.modifiers.contains(word));
    let found: Vec<MemberId> = (0..discourse.cast.members.len().min(MOST))
        .filter(|&id| discourse.member(id).person && discourse.member(id).roles.iter().any(of_state))
        .collect();
    let office = office(discourse, wanted);
    if let [one] = found[..] {
        let told = discourse.member(one).roles.iter().any(|role| of_state(role) && !role.outside);
        let same = office.as_ref().is_none_or(|office| holds(discourse, one, office));
        if told || same {
            return Some(one);
        }
    }
    let office = office?;
    let holders: Vec<MemberId> = found.into_iter().filter(|&id| holds(discourse, id, &office)).collect();
    match holders[..] {
        [one] => Some(one),
        [] => abroad(discourse, wanted, &office),
        _ => None,
    }
}

/// The office of whom a counterpart has: "foreign minister", "president".
fn office(discourse: &Discourse, wanted: &Wanted) -> Option<(&'static str, Vec<String>)> {
    const OFFICES: &[&str] = &["president", "minister", "secretary", "premier"];
    let last = || discourse.last_source.as_ref().and_then(|(members, _)| members.first().copied());
    let one = discourse.member(wanted.owner.or_else(last)?);
    let mut offices = one.roles.iter().filter(|role| OFFICES.contains(&role.lemma));
    let office = offices.clone().find(|role| !role.outside).or_else(|| offices.next())?;
    let own = |word: &&String| {
        !is_state(word) && !matches!(word.as_str(), "affairs" | "acting" | "interim" | "new")
    };
    let portfolio: Vec<String> = office.modifiers.iter().filter(own).cloned().collect();
    let foreign = matches!(portfolio.as_slice(), [one] if one == "state" || one == "foreign");
    Some(match office.lemma {
        "secretary" if foreign => ("minister", vec!["foreign".to_owned()]),
        "secretary" => ("minister", portfolio),
        "premier" => ("minister", vec!["prime".to_owned()]),
        lemma => (lemma, portfolio),
    })
}

/// Whether a member holds such an office, in whatever words.
fn holds(discourse: &Discourse, id: MemberId, (lemma, portfolio): &(&'static str, Vec<String>)) -> bool {
    let abroad = ["foreign", "state"];
    let has = |role: &Role, word: &String| {
        role.modifiers.contains(word)
            || word == "foreign" && role.modifiers.iter().any(|own| abroad.contains(&own.as_str()))
    };
    discourse.member(id).roles.iter().any(|role| {
        let same = role.lemma == *lemma || *lemma == "minister" && role.lemma == "secretary";
        same && portfolio.iter().all(|word| has(role, word)) && (*lemma == "minister") != portfolio.is_empty()
    })
}

/// Whoever the story does not name and the gazetteer does.
fn abroad(
    discourse: &mut Discourse,
    wanted: &Wanted,
    (lemma, portfolio): &(&'static str, Vec<String>),
) -> Option<MemberId> {
    let on: Date = discourse.story.on?;
    let d = wanted.description;
    let country = discourse.story.slice_range(d.start.min(d.head - 1), d.head - 1).to_owned();
    // "South Korean" is no one word.
    let of_words = || world::place(&country).map(|place| state_word(place.country));
    let state = wanted.modifiers.iter().find(|word| is_state(word)).cloned().or_else(of_words)?;
    let key = format!("{}/{state}", key(discourse, wanted));
    if let Some(&id) = discourse.descriptions.by_words.get(&key) {
        return Some(id);
    }
    let phrase = format!("{country} {} {lemma}", portfolio.join(" "));
    let person: Person = discourse.world.holder(&phrase, on)?;
    let name = printed_from(discourse, d, d.start);
    let modifiers = portfolio.iter().chain([&state]).cloned().collect();
    let mut member = Member {
        name,
        kind: Some(ActorKind::Person),
        person: true,
        roles: vec![Role { lemma, modifiers, owner: None, known_from: d.start, outside: true }],
        ..Member::default()
    };
    member.meet(person);
    let id = discourse.cast.add_described(member);
    discourse.last_at.push(NEVER);
    discourse.descriptions.holders.entry(lemma).or_default().push((id, 0));
    discourse.descriptions.by_words.insert(key, id);
    Some(id)
}
