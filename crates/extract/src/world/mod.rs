//! The world: a gazetteer of office-holders and countries, and who of them an article means.
//!
//! The tables are compiled in and read where they lie. [`World`] looks names up; [`identify`] gives the actors of an
//! article their Wikidata items, where name, office, country and date leave no doubt.

mod additions;
mod date;
mod identify;
mod key;
mod names;
mod offices;
mod person;
mod places;
mod roles;
mod table;

use std::collections::HashSet;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

pub use additions::{Additions, AdditionsError, AdditionsFormat};
pub use date::{Date, DateError};
pub use identify::identify;
pub use key::words as name_words;
pub use names::{full_given_names, spelled_alike};
pub use offices::{NamedOffice, is_office, is_union, named_office, portfolio};
pub use person::{Office, Person};
pub use places::{Country, Place, PlaceKind, country, place};

use names::Likeness;
use person::Held;
use roles::{Phrase, Role, RoleKind};
use rustc_hash::FxHashMap;
use table::{PositionId, Table};

static TABLE: LazyLock<Table> = LazyLock::new(Table::embedded);

type Roles = Arc<[(Role, PositionId)]>;

/// Which role each position of a jurisdiction is, read off the labels when one of it is first asked for.
fn roles_in(code: &str) -> Roles {
    static KNOWN: LazyLock<Mutex<FxHashMap<String, Roles>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(roles) = known.get(code) {
        return roles.clone();
    }
    let all =
        TABLE.positions(code).filter_map(|(position, label)| Some((Role::of_label(label, code)?, position)));
    let roles: Roles = all.filter(|(role, _)| role.kind() != RoleKind::Many).collect();
    // Codes come from the table of countries, so that there are not many.
    known.insert(code.to_owned(), roles.clone());
    roles
}

/// The gazetteer of this program, and what the user adds to it. Cheap to make and to clone.
#[derive(Clone, Debug, Default)]
pub struct World {
    additions: Option<Arc<Additions>>,
}

impl World {
    /// The gazetteer as it is compiled in.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The gazetteer with people of the user's, who come before ours of the same name or office.
    pub fn with(additions: Additions) -> Self {
        Self { additions: Some(Arc::new(additions)) }
    }

    /// Everybody of that name, whatever its case, accents and punctuation: the user's people first, then those who bear
    /// exactly this name; if there are none, those whose first and last names these are, then those of that surname.
    ///
    /// ```
    /// use onrecord_extract::world::World;
    /// let found = World::embedded().named("sergey LAVROV");
    /// assert_eq!(found[0].wikidata.as_deref(), Some("Q58217"));
    /// ```
    pub fn named(&self, name: &str) -> Vec<Person> {
        let words = key::of_name(name);
        let Some(last) = words.last() else { return Vec::new() };
        let mut people: Vec<Person> = self.added_named(&words).into_iter().cloned().collect();
        if let ([_], [], Some(additions)) = (words.as_slice(), people.as_slice(), &self.additions) {
            people.extend(additions.of_surname(last).cloned());
        }
        let like = |key: &str| -> Vec<(Likeness, u32)> {
            TABLE.with_key(key).filter_map(|n| Some((likeness(n, &words)?, n))).collect()
        };
        let mut found = like(&words.join(" "));
        // Of a long name, the surnames may be all that is given ("von der Leyen").
        if found.is_empty() && names::is_particle(&words[0]) {
            found = like(last);
        }
        let best = found.iter().map(|(likeness, _)| *likeness).min();
        found.retain(|(likeness, _)| Some(*likeness) == best);
        people.extend(found.into_iter().map(|(_, n)| TABLE.person(n)));
        // "Suga Yoshihide"
        if let ([first, last], true) = (&words[..], people.is_empty()) {
            let turned = TABLE.with_key(&format!("{last} {first}")).map(|n| TABLE.person(n));
            people.extend(turned.filter(|person| bears_turned(person, &words)));
        }
        people
    }

    /// Who holds the office that `phrase` describes on that day ("Russian foreign minister"), if the phrase names the
    /// country and there is no doubt: an office that changed hands that day, or has a gap, gives nobody.
    ///
    /// ```
    /// use onrecord_extract::world::World;
    /// let on = "2019-05-14".parse().unwrap();
    /// let holder = World::embedded().holder("Russian foreign minister", on).unwrap();
    /// assert_eq!(holder.name, "Sergey Lavrov");
    /// ```
    pub fn holder(&self, phrase: &str, on: Date) -> Option<Person> {
        let phrase = Phrase::read(phrase).filter(|phrase| !phrase.former && !phrase.acting)?;
        self.holder_of(&Role::of(&phrase.office, phrase.country?)?, phrase.country?, on)
    }

    fn holder_of(&self, role: &Role, code: &str, on: Date) -> Option<Person> {
        if role.kind() == RoleKind::Many {
            return None;
        }
        let holds = |office: &Office| {
            office.jurisdiction == code && Role::of_label(&office.position, code).as_ref() == Some(role)
        };
        let added = self.additions.iter().flat_map(|a| a.people());
        if let Some(holder) = only_holder(added.cloned(), holds, on) {
            return holder;
        }
        let roles = roles_in(code);
        let same = roles.iter().filter(|(known, _)| known == role);
        let mut numbers: Vec<u32> = same.flat_map(|(_, position)| TABLE.holders(*position)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        only_holder(numbers.into_iter().map(|n| TABLE.person(n)), holds, on).flatten()
    }

    /// The offices, of one holder each, that the only bearer of this full name to hold any holds on that day.
    pub(crate) fn posts(&self, name: &str, on: Date) -> Vec<Post> {
        let words = key::of_name(name);
        let people = self.named(name).into_iter().filter(|person| bears(person, &words));
        only_posts(people.map(|person| posts_of(&person, on)))
    }

    /// The same of a surname alone: of those who lead a country, or its foreign affairs, that is among `countries`.
    pub(crate) fn posts_of_surname(&self, surname: &str, on: Date, countries: &HashSet<&str>) -> Vec<Post> {
        let words = key::of_name(surname);
        let [surname] = words.as_slice() else { return Vec::new() };
        let added = self.additions.iter().flat_map(|additions| additions.of_surname(surname)).cloned();
        let people = added.chain(Self::of_surname(surname)).filter(|person| {
            let first = person.name.split(' ').next().unwrap_or_default();
            let last = person.name.rsplit(' ').next().unwrap_or_default();
            [first, last].iter().any(|word| key::of_name(word) == words)
        });
        let leading = |person: Person| {
            let posts = posts_of(&person, on);
            posts
                .into_iter()
                .filter(|(post, kind)| *kind == RoleKind::Leading && countries.contains(&*post.code))
        };
        only_posts(people.map(|person| leading(person).collect()))
    }

    /// The states, as codes, that those of exactly this full name, or almost so spelled, serve or served in an office.
    pub(crate) fn states_served(&self, name: &str) -> Vec<String> {
        let words = key::of_name(name);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
        let alike = |person: &Person| {
            std::iter::once(&person.name).chain(&person.aliases).any(|name| {
                key::of_name(name).first().is_some_and(|given| names::given_names_agree(given, first))
            }) || bears_turned(person, &words)
        };
        let people = self.named(name).into_iter().chain(Self::of_surname(last)).filter(alike);
        people.flat_map(|person| person.offices).map(|office| office.jurisdiction.into_owned()).collect()
    }

    fn added_named(&self, words: &[String]) -> Vec<&Person> {
        self.additions.iter().flat_map(|additions| additions.named(words)).collect()
    }

    /// People of ours with this last name, each with all its names.
    fn of_surname(surname: &str) -> impl Iterator<Item = Person> {
        TABLE.with_key(surname).map(|n| TABLE.person(n))
    }
}

/// The code of the country that a description of an office names: "the South African president".
pub(crate) fn country_of_office(phrase: &str) -> Option<&'static str> {
    Phrase::read(phrase)?.country
}

/// Which office its leader holds, as the tables of roles call it ("president"), where a country has one.
pub(crate) fn leader(code: &str) -> Option<&'static str> {
    match Role::of(&["leader".to_owned()], code)? {
        Role::Known(role) => Some(role),
        Role::Of(..) => None,
    }
}

/// An office that one person holds at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    /// As the tables of roles call it ("foreign-minister").
    pub(crate) role: &'static str,
    /// The code of the country or organisation.
    pub(crate) code: String,
}

/// What somebody holds on a day and only one person holds at a time.
fn posts_of(person: &Person, on: Date) -> Vec<(Post, RoleKind)> {
    let held = person.offices.iter().filter(|office| office.held(on) == Held::Yes);
    let posts = held.filter_map(|office| {
        let role = Role::of_label(&office.position, &office.jurisdiction)?;
        let Role::Known(name) = role else { return None };
        let post = Post { role: name, code: office.jurisdiction.clone().into_owned() };
        (role.kind() != RoleKind::Many).then_some((post, role.kind()))
    });
    posts.collect()
}

/// The posts of the only one who has any.
fn only_posts(mut all: impl Iterator<Item = Vec<(Post, RoleKind)>>) -> Vec<Post> {
    let mut some = all.by_ref().filter(|posts| !posts.is_empty());
    match (some.next(), some.next()) {
        (Some(posts), None) => posts.into_iter().map(|(post, _)| post).collect(),
        _ => Vec::new(),
    }
}

/// Whether somebody whose country writes the surname first bears these two words as a name in the other order.
fn bears_turned(person: &Person, words: &[String]) -> bool {
    const SURNAME_FIRST: [&str; 6] = ["JP", "HU", "KR", "CN", "TW", "VN"];
    let mut names = std::iter::once(&person.name).chain(&person.aliases);
    let turned = |name: &String| key::of_name(name).iter().rev().eq(words.iter());
    words.len() == 2
        && person.offices.iter().any(|office| SURNAME_FIRST.contains(&&*office.jurisdiction))
        && names.any(turned)
}

/// Whether somebody bears a name in full: all its words, or first and last.
fn bears(person: &Person, words: &[String]) -> bool {
    let mut names = std::iter::once(&person.name).chain(&person.aliases);
    names.any(|name| {
        let known = key::of_name(name);
        known.len() > 1
            && (known == words
                || (words.len() == 2 && known.last() == words.last() && known.contains(&words[0])))
    }) || bears_turned(person, words)
}

fn likeness(number: u32, words: &[String]) -> Option<Likeness> {
    TABLE.names(number).iter().filter_map(|name| Likeness::of(&key::of_name(name), words)).min()
}

/// `None` if nobody may hold it that day, `Some(None)` if it is not certain who does.
#[expect(clippy::option_option, reason = "nobody and nobody certain are different answers")]
fn only_holder(
    people: impl Iterator<Item = Person>,
    holds: impl Fn(&Office) -> bool,
    on: Date,
) -> Option<Option<Person>> {
    let mut certain = None;
    let mut any = 0;
    for person in people {
        let held = |wanted: Held| person.offices.iter().any(|o| holds(o) && o.held(on) == wanted);
        if held(Held::Yes) {
            any += 1;
            certain = Some(person);
        } else if held(Held::Perhaps) {
            any += 1;
        }
    }
    match any {
        0 => None,
        1 => Some(certain),
        _ => Some(None),
    }
}

#[cfg(test)]
mod tests;
