//! Additions: people whom a user adds to the gazetteer, from a file of one of four formats.
//!
//! | format | ending | told by |
//! | --- | --- | --- |
//! | ours | `.toml` | `[[actor]]` tables |
//! | CSV | `.csv` | a line for each office: `name`, `wikidata`, `aliases`, `position`, `country`, `from`, `to` |
//! | EveryPolitician's CSV of a term | `.csv` | the columns `id`, `name` and `chamber` or `group` |
//! | Popolo | `.json` | `persons` with `memberships`, or a list of persons |

mod csv;
mod popolo;
#[cfg(test)]
mod tests;
mod toml;

use std::collections::HashMap;
use std::path::Path;

use super::{Date, Office, Person, key, places};

/// People whom the user added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    people: Vec<Person>,
    /// Keys of names and aliases → places in `people`.
    names: HashMap<String, Vec<usize>>,
    /// Wikidata items → places in `people`.
    items: HashMap<String, usize>,
}

/// How a file of actors is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdditionsFormat {
    /// Our own: `[[actor]]` tables.
    Toml,
    /// A table with a line for each office, ours or EveryPolitician's.
    Csv,
    /// Popolo, as EveryPolitician and parliaments publish it.
    Popolo,
}

/// Why a file of actors cannot be used; each message says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdditionsError {
    /// The name of the file tells no format.
    #[error("its ending tells no format of actors; name it .toml, .csv or .json")]
    UnknownFormat,
    /// The file does not keep to its format.
    #[error("line {line}: {message}")]
    Malformed {
        /// Where, counted from 1.
        line: usize,
        /// What is wrong and what to do.
        message: String,
    },
    /// There is nobody in the file.
    #[error("it names nobody; {hint}")]
    Empty {
        /// What would name somebody.
        hint: &'static str,
    },
}

impl AdditionsFormat {
    /// The format that the ending of a file's name tells.
    ///
    /// # Errors
    /// [`AdditionsError::UnknownFormat`] if it tells none.
    pub fn of(path: &Path) -> Result<Self, AdditionsError> {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("toml") => Ok(Self::Toml),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Popolo),
            _ => Err(AdditionsError::UnknownFormat),
        }
    }
}

impl Additions {
    /// Reads the text of a file.
    ///
    /// ```
    /// use onrecord_extract::world::{Additions, AdditionsFormat};
    /// let text = "[[actor]]\nname = \"Ingrid Halvorsen\"\nwikidata = \"Q1\"\n";
    /// assert_eq!(Additions::parse(AdditionsFormat::Toml, text).unwrap().people().count(), 1);
    /// ```
    ///
    /// # Errors
    /// [`AdditionsError::Malformed`] with the line, or [`AdditionsError::Empty`].
    pub fn parse(format: AdditionsFormat, text: &str) -> Result<Self, AdditionsError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (entries, hint) = match format {
            AdditionsFormat::Toml => (toml::read(text)?, "write [[actor]] and below it name = \"…\""),
            AdditionsFormat::Csv => {
                (csv::read(text)?, "write a line for each office below the names of the columns")
            }
            AdditionsFormat::Popolo => (popolo::read(text)?, "it needs \"persons\", each with a \"name\""),
        };
        let mut additions = Self::default();
        additions.extend(entries)?;
        if additions.people.is_empty() { Err(AdditionsError::Empty { hint }) } else { Ok(additions) }
    }

    /// Adds those of another file; who is in both by Wikidata item is one.
    pub fn merge(&mut self, other: Self) {
        for person in other.people {
            self.add(None, person);
        }
    }

    /// The people, in the order of the file.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.iter()
    }

    /// Those with exactly this name or alias, as the words of a key.
    pub(super) fn named(&self, words: &[String]) -> impl Iterator<Item = &Person> {
        self.names.get(&words.join(" ")).into_iter().flatten().map(|&n| &self.people[n])
    }

    /// Those with this surname.
    pub(super) fn of_surname(&self, surname: &str) -> impl Iterator<Item = &Person> {
        let bears = move |name: &String| key::of_name(name).last().is_some_and(|last| last == surname);
        self.people.iter().filter(move |p| bears(&p.name) || p.aliases.iter().any(bears))
    }

    fn extend(&mut self, entries: Vec<Entry>) -> Result<(), AdditionsError> {
        let mut known: HashMap<String, usize> = HashMap::new();
        for entry in entries {
            let id = entry.id.clone();
            let at = id.as_ref().and_then(|id| known.get(id)).copied();
            let at = self.add(at, entry.person()?);
            if let Some(id) = id {
                known.insert(id, at);
            }
        }
        Ok(())
    }

    /// Adds a person, or what is new of one who is there already: at `at`, or with the same Wikidata item.
    fn add(&mut self, at: Option<usize>, person: Person) -> usize {
        let known = person.wikidata.as_ref().and_then(|item| self.items.get(item)).copied();
        let at = at.or(known).unwrap_or(self.people.len());
        if at == self.people.len() {
            self.people.push(Person { aliases: Vec::new(), offices: Vec::new(), ..person.clone() });
        }
        let known = &mut self.people[at];
        known.wikidata = known.wikidata.take().or(person.wikidata);
        if let Some(item) = &known.wikidata {
            self.items.entry(item.clone()).or_insert(at);
        }
        for office in person.offices {
            if !known.offices.contains(&office) {
                known.offices.push(office);
            }
        }
        for name in std::iter::once(person.name).chain(person.aliases) {
            if name != known.name && !known.aliases.contains(&name) {
                known.aliases.push(name.clone());
            }
            let places = self.names.entry(key::of_name(&name).join(" ")).or_default();
            if !places.contains(&at) {
                places.push(at);
            }
        }
        at
    }
}

/// A value with the line it stands in.
#[derive(Clone, Debug, Default)]
struct At {
    line: usize,
    value: String,
}

/// A person as a file gives it, unchecked; or one of several lines about one person.
#[derive(Clone, Debug, Default)]
struct Entry {
    /// What the lines of one person share.
    id: Option<String>,
    name: At,
    aliases: Vec<String>,
    wikidata: At,
    offices: Vec<OfficeEntry>,
}

#[derive(Clone, Debug, Default)]
struct OfficeEntry {
    position: String,
    country: String,
    from: At,
    to: At,
}

impl Entry {
    fn person(self) -> Result<Person, AdditionsError> {
        let name = squeezed(&self.name.value);
        if key::of_name(&name).is_empty() {
            return Err(malformed(self.name.line, "an actor without a name; give it one".to_owned()));
        }
        let aliases =
            self.aliases.iter().map(|alias| squeezed(alias)).filter(|a| !key::of_name(a).is_empty());
        Ok(Person {
            wikidata: item(&self.wikidata)?,
            aliases: aliases.filter(|alias| *alias != name).collect(),
            name,
            offices: self.offices.into_iter().map(OfficeEntry::office).collect::<Result<_, _>>()?,
            added: true,
        })
    }
}

impl OfficeEntry {
    fn office(self) -> Result<Office, AdditionsError> {
        let (from, to) = (date(&self.from)?, date(&self.to)?);
        if let (Some(first), Some(last)) = (from, to)
            && first.first() > last.last()
        {
            let message = format!("an office from {first} to {last} ends before it begins; change the dates");
            return Err(malformed(self.to.line, message));
        }
        let country = squeezed(&self.country);
        // A country that is none of ours stays as it is written.
        let code = places::country(&country).or_else(|| places::place(&country).map(|place| place.country));
        Ok(Office {
            position: squeezed(&self.position).into(),
            jurisdiction: code.map_or_else(|| country.into(), |known| known.code.into()),
            from,
            to,
            // What the user writes without an end lasts.
            believed: "2200".parse().ok(),
        })
    }
}

/// "Q58217", or the address of its page.
fn item(at: &At) -> Result<Option<String>, AdditionsError> {
    let value = at.value.trim();
    let id = value.rsplit('/').next().unwrap_or_default();
    let is_item =
        id.strip_prefix('Q').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    match value {
        "" => Ok(None),
        _ if is_item => Ok(Some(id.to_owned())),
        _ => Err(malformed(
            at.line,
            format!("{value:?} is no Wikidata item; write Q and its number, or leave it out"),
        )),
    }
}

fn date(at: &At) -> Result<Option<Date>, AdditionsError> {
    let value = at.value.trim();
    // Of a date with a time, only the date counts.
    let value = if value.as_bytes().get(10) == Some(&b'T') { &value[..10] } else { value };
    if value.is_empty() {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|error: super::DateError| malformed(at.line, error.to_string()))
}

fn malformed(line: usize, message: String) -> AdditionsError {
    AdditionsError::Malformed { line, message }
}

/// The line (from 1) in which byte `at` of a text stands.
fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
