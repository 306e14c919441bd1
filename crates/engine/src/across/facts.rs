//! Facts: what an appearance tells of its actor, in a form in which two can be compared.

use std::collections::HashMap;

use onrecord_base::ActorKind;
use onrecord_extract::speakers::name_words::{Gender, look_up, role_lemma};
use onrecord_extract::world::{self, NamedOffice, name_words as words};

use super::Appearance;
use super::name::{Class, Name};

/// What is known of an actor of an article.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) name: Name,
    pub(super) kind: Option<ActorKind>,
    pub(super) item: Option<String>,
    pub(super) gender: Option<Gender>,
    pub(super) role: Option<Role>,
    /// Of the article.
    pub(super) year: Option<i32>,
    /// Other full names by which the article calls the actor, in order of their keys.
    pub(super) aliases: Vec<Name>,
    /// The letters by which the article calls an organisation, in alphabetical order.
    pub(super) letters: Vec<String>,
}

/// What somebody does, as the article says it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Role {
    /// The words of the office or calling, without the country.
    pub(super) words: String,
    /// The office, where the tables know it.
    pub(super) office: Option<String>,
    /// The code of the country, where the words name it.
    pub(super) country: Option<&'static str>,
    /// Whether one at a time is it.
    pub(super) single: bool,
    /// The head noun ("lawyer"), the same for all words that mean one calling.
    pub(super) calling: Option<&'static str>,
    /// Where: the words after "at", "of" or "for" ("bridgefoot"), unless the office is of a place.
    pub(super) body: Option<String>,
}

impl Facts {
    /// The facts of each appearance.
    pub(super) fn of_all(appearances: &[Appearance]) -> Vec<Self> {
        // Names, roles and mentions come again and again; each is taken apart once.
        let mut names = HashMap::new();
        let mut roles = HashMap::new();
        appearances.iter().map(|appearance| of(appearance, &mut names, &mut roles)).collect()
    }
}

type Names<'a> = HashMap<(&'a str, Option<ActorKind>), Name>;

fn of<'a>(
    appearance: &'a Appearance,
    names: &mut Names<'a>,
    roles: &mut HashMap<&'a str, Option<Role>>,
) -> Facts {
    let kind = appearance.kind;
    let mut parse =
        |text: &'a str| names.entry((text, kind)).or_insert_with(|| Name::parse(text, kind)).clone();
    let own = parse(&appearance.name);
    let known_as = appearance.known_as.as_deref().map(&mut parse);
    let mut aliases: Vec<Name> = Vec::new();
    let mut letters = Vec::new();
    let mut votes = [0_u32; 2];
    let mut titled = own.gender;
    for mention in &appearance.words {
        let found = parse(mention);
        titled = titled.or(found.gender);
        letters.extend(found.acronym.clone());
        let lower = mention.to_lowercase();
        match look_up(&lower).gender.filter(|_| !lower.contains(' ')) {
            Some(Gender::Male) => votes[0] += 1,
            Some(Gender::Female) => votes[1] += 1,
            None => {}
        }
        aliases.extend(Some(found).filter(|found| found.class == Class::Person));
    }
    let name = if own.is_name() { own } else { known_as.clone().unwrap_or(own) };
    aliases.extend(known_as.filter(|known| known.class == Class::Person));
    aliases.retain(|alias| alias.key != name.key);
    // Mentions are words of the text, which may run on; a name within a longer one tells nothing new.
    aliases
        .retain(|alias| !name.words.iter().all(|word| alias.words.contains(word)) || alias.words.len() < 5);
    aliases.sort_by(|a, b| a.key.cmp(&b.key));
    aliases.dedup_by(|a, b| a.key == b.key);
    letters.sort_unstable();
    letters.dedup();
    let role = appearance
        .role
        .as_deref()
        .and_then(|role| roles.entry(role).or_insert_with(|| Role::read(role)).clone());
    let person = matches!(name.class, Class::Person | Class::Single) && kind != Some(ActorKind::Organization);
    let kind = match name.class {
        Class::State => Some(ActorKind::State),
        Class::Organization => kind.or(Some(ActorKind::Organization)),
        _ => kind,
    };
    let by_role = appearance.role.as_deref().and_then(gender_of_role);
    Facts {
        gender: (person && kind.is_none_or(|kind| kind == ActorKind::Person))
            .then(|| titled.or(by_role).or_else(|| by_votes(votes, name.first())))
            .flatten(),
        kind,
        item: appearance.wikidata.clone(),
        role,
        year: appearance.origin.year(),
        aliases,
        letters,
        name,
    }
}

/// "spokeswoman", "Congressman".
fn gender_of_role(role: &str) -> Option<Gender> {
    words(role).last().and_then(|last| look_up(last).gender)
}

/// Pronouns may be understood wrongly: they count if all agree, and against the given name not at all.
fn by_votes([he, she]: [u32; 2], given: &str) -> Option<Gender> {
    let gender = match (he, she) {
        (1.., 0) => Gender::Male,
        (0, 1..) => Gender::Female,
        _ => return None,
    };
    look_up(given).given.is_none_or(|usual| usual == gender).then_some(gender)
}

impl Role {
    pub(super) fn read(phrase: &str) -> Option<Self> {
        let all = words(phrase);
        let at = all.iter().position(|word| ["at", "of", "for", "with", "from"].contains(&word.as_str()));
        let NamedOffice { words: office_words, office, country, single, former: _ } =
            world::named_office(phrase)?;
        // "Republican senator", "presidential candidate Senator": neither party nor calling is a region.
        let office = office.filter(|office| {
            let region = office.split_once(": ").map(|(_, region)| region);
            !region.is_some_and(|region| region.split(' ').any(is_common))
        });
        let head = at.map_or(&all[..], |at| &all[..at]).last()?;
        let body = at.filter(|_| office.is_none()).map(|at| {
            let rest = &all[at + 1..];
            rest.iter().filter(|word| *word != "the").cloned().collect::<Vec<_>>().join(" ")
        });
        Some(Self {
            words: office_words,
            office,
            country,
            single,
            calling: role_lemma(head),
            body: body.filter(|body| !body.is_empty() && world::place(body).is_none()),
        })
    }

    /// The office, or the words where the tables do not know it.
    pub(super) fn key(&self) -> &str {
        self.office.as_deref().unwrap_or(&self.words)
    }
}

/// Whether a word of a role is no place.
fn is_common(word: &str) -> bool {
    let known = look_up(word);
    world::place(word).is_none() && (known.adjective || known.title || (known.noun && !known.organization))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_taken_apart() {
        for (phrase, key, country, calling, body) in [
            ("Norwegian foreign minister", "foreign-minister", "NO", "minister", "-"),
            ("former governor of Ohio", "governor: ohio", "-", "governor", "-"),
            ("analyst at Bridgefoot", "analyst at bridgefoot", "-", "analyst", "bridgefoot"),
            ("lawyer for the Strait", "lawyer for the strait", "-", "lawyer", "strait"),
            ("West Virginia Governor", "governor: west virginia", "-", "governor", "-"),
            ("mayor of Kansas City", "mayor: kansas city", "-", "mayor", "-"),
            (
                "Democratic presidential candidate Senator",
                "democratic presidential candidate senator",
                "-",
                "senator",
                "-",
            ),
            ("Republican senator", "republican senator", "-", "senator", "-"),
            ("American barrister", "barrister", "US", "lawyer", "-"),
        ] {
            let role = Role::read(phrase).unwrap();
            let found = (
                role.key(),
                role.country.unwrap_or("-"),
                role.calling.unwrap_or("-"),
                role.body.as_deref().unwrap_or("-"),
            );
            assert_eq!(found, (key, country, calling, body), "{phrase}");
        }
    }

    #[test]
    fn pronouns_against_the_given_name_tell_nothing() {
        assert_eq!(by_votes([1, 0], "ingrid"), None);
        assert_eq!(by_votes([0, 2], "ingrid"), Some(Gender::Female));
        assert_eq!(by_votes([1, 2], "lee"), None);
    }
}
