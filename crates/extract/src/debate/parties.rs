//! Parties: actors who can be held to a position, and so differ from others.

use onrecord_base::{Actor, ActorKind};

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
    actor.kind != Some(ActorKind::Group)
        || !counted && !name.split_whitespace().any(|word| ANYBODY.contains(&word))
}

#[cfg(test)]
mod tests {
    use onrecord_base::Spans;

    use super::*;

    #[test]
    fn who_can_be_held_to_a_position() {
        for (name, kind, expect) in [
            ("Farmer leaders", ActorKind::Group, true),
            ("Rail unions", ActorKind::Group, true),
            ("Jane Roe", ActorKind::Person, true),
            ("Residents", ActorKind::Group, false),
            ("Two ministers", ActorKind::Group, false),
            ("senior officials", ActorKind::Group, false),
            ("40 growers", ActorKind::Group, false),
        ] {
            let actor = Actor {
                name: name.to_owned(),
                kind: Some(kind),
                role: None,
                mentions: Spans::NONE,
                wikidata: None,
                known_as: None,
            };
            assert_eq!(is_party(&actor), expect, "{name}");
        }
    }
}
