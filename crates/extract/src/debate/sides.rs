//! Sides: the words by which an actor and the state or party behind it are known in the text.

use std::collections::HashSet;

use onrecord_base::{Actor, ActorId, ActorKind, Statement};

use super::keys;
use super::phrases::{Grammar, Kind};
use crate::nouns;
use crate::speakers::lexicon;

/// The words of one actor, as [`Grammar::key`] gives them.
#[derive(Default)]
pub(super) struct Side {
    /// Of its own name.
    pub(super) own: HashSet<String>,
    /// Of its state or party: "Estrovan Foreign Minister", "Nordhaven’s foreign minister".
    pub(super) behind: HashSet<String>,
}

impl Side {
    pub(super) fn of(grammar: &Grammar, id: ActorId, actor: &Actor, statements: &[Statement]) -> Self {
        let story = grammar.story;
        let mut side = Self::default();
        let words: Vec<String> = actor.name.split_whitespace().map(str::to_lowercase).collect();
        // Whose name is a place is not of that place: "Tom London"; a "Vatican envoy" is.
        let named = actor.name.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
        let person = actor.kind == Some(ActorKind::Person) && words.len() > 1 && named;
        side.own.extend(words.iter().map(|word| if person { word.clone() } else { keys::of_name(word) }));
        for mention in actor.mentions.iter() {
            let tokens = story.tokens_in(mention);
            // "Nordhaven’s foreign minister", "His Nordhaven counterpart": whose they are may stand before.
            let before = tokens.start.checked_sub(1).filter(|&token| story.tokens[token].possessive);
            side.learn(grammar, tokens.chain(before));
        }
        // "Nordhaven’s foreign minister, Ingrid Halvorsen, said": the whole source is of her side.
        for statement in statements.iter().filter(|statement| statement.actors == [id]) {
            for span in statement.attribution.source.iter() {
                side.learn(grammar, story.tokens_in(span));
            }
        }
        let role = actor.role.iter().flat_map(|role| role.split_whitespace());
        let of_role = role.map(str::to_lowercase).filter(|word| lexicon::look_up(word).adjective);
        side.behind.extend(of_role.map(|word| keys::of_name(&word)));
        side
    }

    fn learn(&mut self, grammar: &Grammar, tokens: impl Iterator<Item = usize>) {
        for token in tokens.filter(|&token| names_a_side(grammar, token)) {
            let own = |key: &str| self.own.contains(key) || self.own.contains(grammar.story.lower(token));
            self.behind.extend(grammar.key(token).filter(|key| !own(key)).map(str::to_owned));
        }
    }

    /// Whether a word names the actor or what is behind it.
    pub(super) fn has(&self, key: &str) -> bool {
        self.own.contains(key) || self.is_behind(key)
    }

    /// Whether a word names what is behind the actor.
    pub(super) fn is_behind(&self, key: &str) -> bool {
        self.behind.contains(key) || self.behind.iter().any(|word| one_state(word, key))
    }
}

/// A name, or the adjective of a state; not "Foreign Minister".
fn names_a_side(grammar: &Grammar, token: usize) -> bool {
    const OFFICES: [&str; 10] =
        ["foreign", "prime", "vice", "deputy", "interior", "finance", "chief", "former", "acting", "senior"];
    let lower = grammar.story.lower(token);
    let entry = grammar.story.entry(token);
    let office =
        entry.noun.is_some() || entry.title || nouns::lemma(lower).is_some() || OFFICES.contains(&lower);
    matches!(grammar.kind(token), Kind::Name | Kind::Adjective) && !office
}

/// Whether two lower-case words name one place or people: "Orsa", "Orsan", "Orsans".
pub(super) fn one_state(a: &str, b: &str) -> bool {
    const ENDINGS: [&str; 10] = ["n", "ns", "an", "ans", "ian", "ians", "ese", "i", "ish", "er"];
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let stem = short.trim_end_matches(['n', 's']);
    a == b
        || short.len() >= 4
            && [short, stem].iter().any(|stem| {
                long.strip_prefix(stem).is_some_and(|rest| ENDINGS.contains(&rest)) && stem.len() >= 4
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_one_place() {
        for (a, b, expect) in [
            ("orsa", "orsan", true),
            ("estrovan", "estrova", true),
            ("estrovans", "estrovan", true),
            ("nordhaven", "nordhaven", true),
            ("mali", "malik", false),
            ("orsa", "orsino", false),
            ("dale", "dalen", true),
            ("ural", "rural", false),
        ] {
            assert_eq!(one_state(a, b), expect, "{a} {b}");
        }
    }
}
