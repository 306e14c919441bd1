//! Parties: actors who can be held to a position, and so differ from others.

use std::collections::BTreeSet;

use onrecord_base::{Actor, ActorId, ActorKind};

use super::keys;
use super::sides::Side;

/// Whether an actor is somebody who can be held to a position: "farmers", "rail unions", but not "two officials", "residents".
pub(super) fn is_party(actor: &Actor) -> bool {
    const ANYBODY: [&str; 38] = [
        "officials",
        "sources",
        "residents",
        "experts",
        "analysts",
        "people",
        "witnesses",
        "observers",
        "reporters",
        "journalists",
        "aides",
        "others",
        "passengers",
        "voters",
        "neighbors",
        "neighbours",
        "locals",
        "critics",
        "advisers",
        "advisors",
        "insiders",
        "economists",
        "scientists",
        "researchers",
        "lawyers",
        "doctors",
        "friends",
        "relatives",
        "workers",
        "speakers",
        "veterans",
        "diplomats",
        "spokesmen",
        "participants",
        "respondents",
        "users",
        "visitors",
        "fans",
    ];
    let name = actor.name.to_lowercase();
    const SOME: [&str; 14] = [
        "some", "many", "several", "few", "most", "two", "three", "four", "five", "six", "other", "one",
        "dozens", "hundreds",
    ];
    let first = name.split_whitespace().next();
    let counted = first.is_some_and(|word| SOME.contains(&word) || word.starts_with(char::is_numeric));
    match actor.kind {
        Some(ActorKind::Group) => !counted && !name.split_whitespace().any(|word| ANYBODY.contains(&word)),
        Some(_) => true,
        // "newly released email", "news footage"
        None => actor.name.starts_with(char::is_uppercase),
    }
}

/// Whether an actor only tells what others do or say: a paper, a moderator, a document. What it reports is hardly held against anybody.
pub(super) fn only_reports(actor: &Actor) -> bool {
    const PRESS: &str = "times post news journal tribune herald gazette chronicle magazine examiner guardian telegraph observer mirror star sun mail \
                         reuters ap afp cnn cbs nbc abc msnbc bbc npr pbs fox politico bloomberg breitbart buzzfeed huffpo huffpost huffington \
                         politifact wikileaks axios vox slate newsweek economist";
    const PAPERS: &str = "letter letters email emails record records report reports document documents filing filings memo memos transcript \
                          transcripts poll polls survey study analysis data figures statistics tape tapes video footage book article";
    const ROLES: &str = "moderator reporter correspondent journalist newsman newscaster anchor";
    let last = actor.name.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let of = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let role = actor.role.as_deref().unwrap_or_default().to_lowercase();
    let person = actor.kind == Some(ActorKind::Person);
    !person && (of(PRESS, &last) || of(PAPERS, &last))
        || role.split(|c: char| !c.is_alphanumeric()).any(|word| of(ROLES, word))
}

/// For each actor those whose side it is on by its role or by how it is called: "Trump’s campaign manager", "the Clinton aide"; who
/// serves a state is on its side.
pub(super) fn allied(actors: &[Actor], sides: &[Side]) -> Vec<BTreeSet<ActorId>> {
    const SERVES: [&str; 10] = [
        "minister",
        "president",
        "premier",
        "chancellor",
        "ambassador",
        "envoy",
        "secretary",
        "spokesman",
        "spokeswoman",
        "negotiator",
    ];
    const AGAINST: [&str; 9] =
        ["critic", "opponent", "rival", "challenger", "foe", "former", "ex-", "accuser", "victim"];
    let surname = |actor: &Actor| actor.name.split_whitespace().next_back().map(str::to_lowercase);
    let persons: Vec<(ActorId, String)> = (0..)
        .zip(actors)
        .filter(|(_, actor)| actor.kind == Some(ActorKind::Person))
        .filter_map(|(id, actor)| Some((ActorId(id), surname(actor)?)))
        .collect();
    let states: Vec<(ActorId, String)> = (0..)
        .zip(actors)
        .filter(|(_, actor)| actor.kind == Some(ActorKind::State))
        .map(|(id, actor)| (ActorId(id), keys::of_name(&actor.name.to_lowercase())))
        .collect();
    let of = |(actor, side): (&Actor, &Side)| {
        let called = format!("{} {}", actor.role.as_deref().unwrap_or_default(), actor.name).to_lowercase();
        if AGAINST.iter().any(|word| called.contains(word)) {
            return BTreeSet::new();
        }
        let own = surname(actor);
        let words: BTreeSet<&str> =
            called.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| word.len() > 2).collect();
        let named = |name: &String| {
            Some(name) != own.as_ref() && (words.contains(name.as_str()) || side.behind.contains(name))
        };
        let serves = SERVES.iter().any(|word| words.contains(word));
        let states = states.iter().filter(|(_, name)| serves && side.is_behind(name));
        persons.iter().filter(|(_, name)| named(name)).chain(states).map(|(id, _)| *id).collect()
    };
    actors.iter().zip(sides).map(of).collect()
}

#[cfg(test)]
mod tests {
    use onrecord_base::Spans;

    use super::*;

    fn actor(name: &str, kind: Option<ActorKind>, role: Option<&str>) -> Actor {
        let role = role.map(str::to_owned);
        Actor { name: name.to_owned(), kind, role, mentions: Spans::NONE, wikidata: None, known_as: None }
    }

    #[test]
    fn who_can_be_held_to_a_position() {
        for (name, kind, expect) in [
            ("Farmer leaders", Some(ActorKind::Group), true),
            ("Rail unions", Some(ActorKind::Group), true),
            ("Jane Roe", Some(ActorKind::Person), true),
            ("Fjellvik", None, true),
            ("Residents", Some(ActorKind::Group), false),
            ("Two ministers", Some(ActorKind::Group), false),
            ("senior officials", Some(ActorKind::Group), false),
            ("40 growers", Some(ActorKind::Group), false),
            ("newly released email", None, false),
        ] {
            assert_eq!(is_party(&actor(name, kind, None)), expect, "{name}");
        }
    }

    #[test]
    fn who_only_reports() {
        for (name, kind, role, expect) in [
            ("The Washington Post", Some(ActorKind::Organization), None, true),
            ("Hoff’s letter", None, None, true),
            ("Bret Lind", Some(ActorKind::Person), Some("Fox News moderator"), true),
            ("Jane Post", Some(ActorKind::Person), Some("mayor"), false),
            ("Post Office", Some(ActorKind::Organization), None, false),
        ] {
            assert_eq!(only_reports(&actor(name, kind, role)), expect, "{name}");
        }
    }

    #[test]
    fn who_is_on_whose_side() {
        let person = |name, role| actor(name, Some(ActorKind::Person), role);
        let roe = person("Jane Roe", Some("mayor"));
        for (other, expect) in [
            (person("Max Lind", Some("Roe’s campaign manager")), true),
            (person("Roe aide", None), true),
            (person("Max Lind", Some("Roe critic")), false),
            (person("Max Lind", Some("former aide to Roe")), false),
            (person("Ann Roe", Some("teacher")), false),
        ] {
            let sides = [Side::default(), Side::default()];
            let found = allied(&[roe.clone(), other.clone()], &sides);
            assert_eq!(found[1].contains(&ActorId(0)), expect, "{} {:?}", other.name, other.role);
        }
    }
}
