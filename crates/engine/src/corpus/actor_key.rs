//! The actor key: what makes actors of different documents one and the same. This is the only place that decides it.

use std::fmt;

use onrecord_base::simple_words;

use crate::json::{Actor, ActorKind, Document};

/// Names an actor over documents: a Wikidata item ("Q58217"), a name in simple words ("ann lee"), or an actor of one
/// document ("a.html#a3").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorKey(String);

impl ActorKey {
    /// As it stands in outputs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ActorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The key of an actor: the Wikidata item if there is one, else the full name. Whoever has no name of his own ("officials",
/// "the foreign minister") is somebody else in every document, and so is a person with one name only: many bear it.
pub fn actor_key(document: &Document, actor: &Actor) -> ActorKey {
    if let Some(item) = &actor.wikidata {
        return ActorKey(item.clone());
    }
    let words = simple_words(&actor.name);
    // The name of a person ends as it begins, with a capital; a description does not.
    let named = actor
        .name
        .split_whitespace()
        .next_back()
        .is_some_and(|last| last.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase()));
    let enough = match actor.kind {
        Some(ActorKind::Group) => false,
        Some(ActorKind::Organization | ActorKind::State) => named,
        Some(ActorKind::Person) | None => named && words.len() > 1,
    };
    if enough { ActorKey(words.join(" ")) } else { ActorKey(format!("{}#{}", document.doc, actor.id)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::fixture::Draft;

    #[test]
    fn items_names_and_the_nameless() {
        for (name, kind, item, key) in [
            ("Sergey Lavrov", Some(ActorKind::Person), Some("Q58217"), "Q58217"),
            ("Ann-Marie LEE", Some(ActorKind::Person), None, "ann marie lee"),
            ("Lee", Some(ActorKind::Person), None, "a.txt#a1"),
            ("foreign minister", Some(ActorKind::Person), None, "a.txt#a1"),
            ("Russian foreign minister", None, None, "a.txt#a1"),
            ("Two Officials", Some(ActorKind::Group), None, "a.txt#a1"),
            ("NATO", Some(ActorKind::Organization), None, "nato"),
            ("the ministry", Some(ActorKind::Organization), None, "a.txt#a1"),
            ("Estrova", Some(ActorKind::State), None, "estrova"),
            ("“…”", None, None, "a.txt#a1"),
        ] {
            let mut document =
                Draft::new("a.txt", None, "x").actor(name, ActorKind::Person, item, &[]).done();
            document.actors[0].kind = kind;
            assert_eq!(actor_key(&document, &document.actors[0]).as_str(), key, "{name}");
        }
    }
}
