//! How two names of people are alike: the same, another form, an initial, a slip.

use onrecord_extract::speakers::name_words::{full_given_names, is_misspelling, is_particle, look_up};
use onrecord_extract::world::spelled_alike;

use crate::across::name::{Class, Name};
use crate::across::reason::ReasonCode;
use crate::across::units::Unit;

/// How two names are alike, the most alike first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// The same full name.
    Full,
    /// Another spelling: with or without "al-", or from another alphabet ("Sergei", "Sergey").
    Spelling,
    /// The same words in another order.
    Order,
    /// Given names that are spelled almost alike ("Ivana", "Ivanka"), which may be two.
    Alike,
    /// A short form of the given name.
    Short,
    /// One has more words.
    Part,
    /// An initial for the given name.
    Initial,
    /// A surname one slip apart.
    Misspelt,
    /// Only the surname.
    Surname,
}

impl Relation {
    /// How sure two people are one by this alone, and its code.
    pub(super) fn weight(self) -> (f64, ReasonCode) {
        match self {
            Self::Full => (0.92, ReasonCode::SameName),
            Self::Spelling => (0.85, ReasonCode::Spelling),
            Self::Order => (0.82, ReasonCode::NameOrder),
            Self::Alike => (0.7, ReasonCode::Spelling),
            Self::Short => (0.78, ReasonCode::ShortName),
            Self::Part => (0.75, ReasonCode::PartOfName),
            Self::Initial => (0.6, ReasonCode::Initial),
            Self::Misspelt => (0.6, ReasonCode::Misspelt),
            Self::Surname => (0.5, ReasonCode::SameSurname),
        }
    }

    /// As a reason says it.
    pub(super) fn in_words(self, a: &Unit, b: &Unit) -> String {
        let (one, other) = (a.printed(), b.printed());
        match self {
            Self::Full => format!("{one} and {other} are one name"),
            Self::Spelling | Self::Alike => format!("{one} and {other} may be spellings of one name"),
            Self::Order => format!("{one} and {other} have the same words in another order"),
            Self::Short => format!("{one} and {other} differ by a short form of the given name"),
            Self::Part => format!("{one} and {other} are the same but for a word that one leaves out"),
            Self::Initial => format!("{one} and {other} are the same but for an initial"),
            Self::Misspelt => format!("{one} and {other} are a letter or two apart"),
            Self::Surname => format!("{one} and {other} have the surname in common"),
        }
    }
}

/// How two names of people are alike; `None` if they are not.
pub(super) fn relation(a: &Name, b: &Name) -> Option<Relation> {
    match (a.class, b.class) {
        (Class::Person, Class::Person) => full(a, b),
        (Class::Single, Class::Single | Class::Person) | (Class::Person, Class::Single) => {
            if a.last() == b.last() {
                Some(Relation::Surname)
            } else {
                is_misspelling(a.last(), b.last()).then_some(Relation::Misspelt)
            }
        }
        _ => None,
    }
}

/// Whether two names can hardly be of one, so that only other evidence makes them so.
pub(in crate::across) fn clearly_differ(a: &Name, b: &Name) -> bool {
    match (a.class, b.class) {
        (Class::Person, Class::Person) => relation(a, b).is_none(),
        (Class::Organization, Class::Organization) => {
            a.key != b.key && a.acronym.is_none() && b.acronym.is_none()
        }
        (Class::State, Class::State) => a.key != b.key,
        _ => false,
    }
}

fn full(a: &Name, b: &Name) -> Option<Relation> {
    if a.key == b.key {
        return Some(Relation::Full);
    }
    let plain = |name: &Name| name.words.iter().filter(|w| !is_particle(w)).cloned().collect::<String>();
    let given = given(a.first(), b.first());
    if a.last() != b.last() {
        if sorted(a) == sorted(b) {
            return Some(Relation::Order);
        }
        if plain(a) == plain(b) {
            return Some(Relation::Spelling);
        }
        let slip = is_misspelling(a.last(), b.last()) || spelled_alike(a.last(), b.last());
        return (slip && a.words.len() == b.words.len() && given.is_some()).then_some(Relation::Misspelt);
    }
    if plain(a) == plain(b) {
        return Some(Relation::Spelling);
    }
    let (short, long) = if a.words.len() < b.words.len() { (a, b) } else { (b, a) };
    if short.words.len() < long.words.len() {
        let mut rest = long.words.iter();
        let within = short.words.iter().all(|word| rest.any(|other| other == word));
        return within.then_some(Relation::Part).or_else(|| given.filter(|r| *r == Relation::Short));
    }
    // Of more than two words the others must be the same.
    (a.words[1..] == b.words[1..]).then_some(given).flatten()
}

/// How two given names are alike.
fn given(a: &str, b: &str) -> Option<Relation> {
    let count = |name: &str| name.chars().count();
    let short = |a: &str, b: &str| full_given_names(a).contains(&b) || (count(a) > 2 && b.starts_with(a));
    if a == b {
        Some(Relation::Full)
    } else if count(a) == 1 || count(b) == 1 {
        (a.starts_with(b) || b.starts_with(a)).then_some(Relation::Initial)
    } else {
        // "Alexander" and "Alexandra" are spelled alike and are two names.
        let [one, other] = [a, b].map(|name| look_up(name).given);
        let genders = one.is_some() && other.is_some() && one != other;
        match (spelled_alike(a, b) && !genders, short(a, b) || short(b, a)) {
            (true, true) => Some(Relation::Spelling),
            (true, false) => Some(Relation::Alike),
            (false, true) => Some(Relation::Short),
            (false, false) => None,
        }
    }
}

fn sorted(name: &Name) -> Vec<&str> {
    let mut words: Vec<&str> = name.words.iter().map(String::as_str).collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use onrecord_base::ActorKind;

    use super::*;

    #[test]
    fn names_are_alike_in_many_ways() {
        use Relation::{Alike, Full, Initial, Misspelt, Order, Part, Short, Spelling, Surname};
        let parse = |name: &str| Name::parse(name, Some(ActorKind::Person));
        for (a, b, expected) in [
            ("Ingrid Halvorsen", "INGRID HALVORSEN", Some(Full)),
            ("Viktor Orbán", "Orbán Viktor", Some(Order)),
            ("Bashar al-Assad", "Bashar Assad", Some(Spelling)),
            ("Sergei Malkov", "Sergey Malkov", Some(Spelling)),
            ("Ivana Malkov", "Ivanka Malkov", Some(Alike)),
            ("Bob Hale", "Robert Hale", Some(Short)),
            ("Chris Hale", "Christopher Hale", Some(Short)),
            ("Mohammad Javad Rahimi", "Javad Rahimi", Some(Part)),
            ("Mohammad Javad Rahimi", "Mohammad Rahimi", Some(Part)),
            ("M. Hale", "Martin Hale", Some(Initial)),
            ("Ingrid Halvorsen", "Ingrid Halvrosen", Some(Misspelt)),
            ("Halvorsen", "Ingrid Halvorsen", Some(Surname)),
            ("Halvorsen", "Halvorsen", Some(Surname)),
            ("Martin Hale", "Laura Hale", None),
            ("Mary Ann Hale", "Mary Beth Hale", None),
            ("Ingrid Halvorsen", "Astrid Halvrosen", None),
            ("Jo Hale", "John Hale", None),
            ("Ann Lee", "Ann Lea", None),
            ("Alexander Kim", "Alexandra Kim", None),
        ] {
            assert_eq!(relation(&parse(a), &parse(b)), expected, "{a} | {b}");
            assert_eq!(relation(&parse(b), &parse(a)), expected, "{b} | {a}");
        }
    }
}
