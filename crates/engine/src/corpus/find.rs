//! Finds an actor by what a user calls them: an item, a key, a name or an alias.

use std::collections::BTreeSet;

use onrecord_base::simple_words;

use super::{Actor, Corpus};
use crate::json::{self, ActorKind, Places};

/// Why nobody was found; each message says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// Nobody is called so.
    #[error("nobody in these files is called {name:?}{hint}")]
    Nobody {
        /// What was looked for.
        name: String,
        /// Who may have been meant.
        hint: String,
    },
    /// Several are.
    #[error("{name:?} may be {}; give the full name or the item", .who.join(" or "))]
    Several {
        /// What was looked for.
        name: String,
        /// Who it may be.
        who: Vec<String>,
    },
}

impl Corpus {
    /// The place of the actor who is called so: by Wikidata item or key, else by full name, else by an alias that a
    /// document uses, else by one of `items`, the Wikidata items that the name may have elsewhere.
    ///
    /// # Errors
    /// If nobody is, or several are.
    pub fn find(&self, name: &str, items: &[String]) -> Result<usize, FindError> {
        let simple = simple_words(name).join(" ");
        let is_item = |actor: &Actor| actor.wikidata.as_deref() == Some(name.trim());
        let ways: [&dyn Fn(&Actor) -> bool; 4] = [
            &|actor| is_item(actor) || actor.key.as_str() == name.trim(),
            &|actor| simple_words(&actor.name).join(" ") == simple,
            &|actor| actor.aliases.contains(&simple),
            &|actor| actor.wikidata.as_ref().is_some_and(|item| items.contains(item)),
        ];
        for way in ways {
            let found: Vec<usize> = (0..self.actors.len()).filter(|n| way(&self.actors[*n])).collect();
            match found.as_slice() {
                [] => {}
                [one] => return Ok(*one),
                several => {
                    let who = several.iter().map(|n| described(&self.actors[*n])).collect();
                    return Err(FindError::Several { name: name.to_owned(), who });
                }
            }
        }
        let shares = |actor: &&Actor| {
            let words = simple_words(&actor.name);
            simple_words(name).iter().any(|word| word.chars().count() > 2 && words.contains(word))
        };
        let near =
            self.actors.iter().find(shares).map(|actor| format!("; perhaps {} is meant", described(actor)));
        Err(FindError::Nobody {
            name: name.to_owned(),
            hint: near.unwrap_or_else(|| "; `onrecord positions` lists who is".to_owned()),
        })
    }
}

/// The simple words of the names by which a document mentions an actor, and of the last one of a person's.
pub(super) fn aliases(actor: &json::Actor, places: Option<&Places>) -> BTreeSet<String> {
    let words = actor.mentions.iter().filter_map(|range| places?.words(*range));
    let parts: Vec<&str> = actor.name.split_whitespace().collect();
    let surname = match (actor.kind, parts.as_slice()) {
        (Some(ActorKind::Person) | None, [_, .., last]) => Some(*last),
        _ => None,
    };
    let named = words.chain(surname).filter(|words| words.starts_with(char::is_uppercase));
    let named = named.map(|words| simple_words(words).join(" "));
    named.filter(|alias| !PRONOUNS.contains(&alias.as_str())).collect()
}

const PRONOUNS: [&str; 8] = ["he", "she", "they", "it", "i", "we", "who", "both"];

fn described(actor: &Actor) -> String {
    match &actor.wikidata {
        Some(item) => format!("{} ({item})", actor.name),
        None => actor.name.clone(),
    }
}
