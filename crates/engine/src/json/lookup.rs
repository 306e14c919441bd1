//! The JSON of an answer of the gazetteer: a line for each person or country that a name or office may mean.

use onrecord_extract::world::{self, Date};
use serde::Serialize;

use super::VERSION;

/// Whom or what the gazetteer knows by a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The version of this format: 1.
    pub onrecord: u32,
    /// What it is.
    pub kind: FoundKind,
    /// The usual name.
    pub name: String,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Of a country: its ISO 3166 code, or ours for what has none ("EU").
    pub code: Option<String>,
    /// Of a country: how the words stand for it ("name", "demonym", "capital", "metonym").
    pub by: Option<&'static str>,
    /// Of a person: the offices, the latest first.
    pub offices: Vec<Office>,
    /// Whether the user added it.
    pub added: bool,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FoundKind {
    /// A human being.
    Person,
    /// A country, or an organisation of states.
    State,
}

/// A term in an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Office {
    /// What it is called.
    pub position: String,
    /// The code of its country or organisation, or as the user wrote it.
    pub jurisdiction: Option<String>,
    /// That in words.
    pub country: Option<String>,
    /// The first day: YYYY-MM-DD, YYYY-MM or YYYY.
    pub from: Option<String>,
    /// The last day; null if it is not over, or not known.
    pub to: Option<String>,
}

impl Found {
    /// A person with the offices held `on` that day, or all.
    pub fn person(person: world::Person, on: Option<Date>) -> Self {
        let mut terms = person.offices;
        terms.retain(|office| on.is_none_or(|on| office.held_on(on)));
        terms.sort_by_key(|office| std::cmp::Reverse((office.from, office.to)));
        Self {
            onrecord: VERSION,
            kind: FoundKind::Person,
            name: person.name,
            wikidata: person.wikidata,
            aliases: person.aliases,
            code: None,
            by: None,
            offices: terms.into_iter().map(Office::new).collect(),
            added: person.added,
        }
    }

    /// A country.
    pub fn country(place: world::Place) -> Self {
        let country = place.country;
        Self {
            onrecord: VERSION,
            kind: FoundKind::State,
            name: country.name.to_owned(),
            wikidata: country.wikidata.map(str::to_owned),
            aliases: Vec::new(),
            code: Some(country.code.to_owned()),
            by: Some(place.kind.name()),
            offices: Vec::new(),
            added: false,
        }
    }
}

impl Office {
    fn new(office: world::Office) -> Self {
        let country = world::country(&office.jurisdiction).map(|country| country.name.to_owned());
        let jurisdiction = Some(office.jurisdiction.into_owned()).filter(|code| !code.is_empty());
        Self {
            position: office.position.into_owned(),
            country: country.or_else(|| jurisdiction.clone()),
            jurisdiction,
            from: office.from.map(|date| date.to_string()),
            to: office.to.map(|date| date.to_string()),
        }
    }
}
