//! Pairs: whom "both ministers", "the two leaders" and "the two countries" mean.

use onrecord_base::ActorKind;

use super::super::cast::{Member, MemberId, modifiers};
use super::super::discourse::Discourse;
use super::super::lexicon::{self, NounClass};
use super::super::phrase::Description;
use super::holder::{is_state, narrower};

/// "both ministers", "the two leaders", "the two countries".
pub(super) fn pair(discourse: &Discourse, d: &Description) -> Vec<MemberId> {
    let lemma = d.noun.map_or("", |n| n.lemma);
    let states = matches!(lemma, "country" | "nation" | "state" | "government" | "side");
    if let Some((members, at)) = &discourse.last_compound
        && members.len() == 2
        && discourse.sentences_between(*at, d.head) <= if lemma == "side" { 4 } else { 12 }
        && members.iter().all(|&m| discourse.member(m).person != states && !discourse.member(m).plural)
    {
        return members.clone();
    }
    // "London and Brussels traded accusations … Both sides said"
    let parties = discourse.parties.as_ref().filter(|_| lemma == "side");
    if let Some(parties) = parties
        && parties.iter().all(|&m| !discourse.member(m).person && !discourse.member(m).plural)
    {
        return parties.clone();
    }
    let narrow = narrower(lemma);
    let holds = |m: &Member| {
        let role = m.roles.iter().any(|r| r.lemma == lemma || narrow.contains(&r.lemma));
        match lemma {
            "country" | "nation" => m.kind == Some(ActorKind::State) && lexicon::is_country(&m.name),
            "state" | "government" | "side" => m.kind == Some(ActorKind::State),
            "man" | "men" => m.person && m.gender == Some(lexicon::Gender::Male),
            "woman" | "women" => m.person && m.gender == Some(lexicon::Gender::Female),
            "leader" | "politician" | "rival" | "nominee" => m.person && (role || lemma == "leader"),
            _ => m.person && role,
        }
    };
    let mut found: Vec<MemberId> = Vec::new();
    let mut last = 0;
    for pointer in discourse.pointers.iter().rev().take(60) {
        let sentences = discourse.sentences_between(pointer.token, d.head);
        // The two of the last sentences, whoever came up before.
        if sentences > 10 || found.len() == 2 && sentences > last.max(1) {
            break;
        }
        last = sentences;
        if holds(discourse.member(pointer.member)) && !found.contains(&pointer.member) {
            found.push(pointer.member);
        }
    }
    found.sort_unstable();
    if found.len() > 2 {
        return same_office(discourse, lemma, &found);
    }
    if found.len() == 2 { found } else { Vec::new() }
}

/// Of several holders of a role the two who hold one office: the foreign ministers, not the prime minister. The
/// word before the role tells the office.
fn same_office(discourse: &Discourse, lemma: &str, holders: &[MemberId]) -> Vec<MemberId> {
    let office = |id: MemberId| {
        let role = discourse.member(id).roles.iter().find(|r| r.lemma == lemma)?;
        role.modifiers.last().filter(|word| !is_state(word))
    };
    let mut found = None;
    for (i, &a) in holders.iter().enumerate() {
        for &b in &holders[i + 1..] {
            if office(a).is_some() && office(a) == office(b) && found.replace(vec![a, b]).is_some() {
                return Vec::new();
            }
        }
    }
    found.unwrap_or_default()
}

/// "The foreign ministers of Nordhaven and Estrova", whom the story names later: the two who hold the office.
pub(in crate::speakers) fn named_later(discourse: &Discourse, d: &Description) -> Vec<MemberId> {
    const MOST: usize = 30;
    let story = discourse.story;
    let two = (d.head + 1..d.last).any(|t| story.is(t, "and") && story.tokens[t + 1].capital);
    let Some(noun) = d.noun.filter(|n| d.plural && two && n.class == NounClass::Person) else {
        return Vec::new();
    };
    let words = modifiers(story, d.start, d.head, d.head);
    let of_office = |id: &MemberId| {
        let member = discourse.member(*id);
        member.named
            && member.person
            && member
                .roles
                .iter()
                .any(|r| r.lemma == noun.lemma && words.iter().all(|w| r.modifiers.contains(w)))
    };
    let holders: Vec<MemberId> = (0..discourse.cast.members.len()).filter(of_office).take(MOST).collect();
    match holders[..] {
        [_, _] => holders,
        _ => Vec::new(),
    }
}
