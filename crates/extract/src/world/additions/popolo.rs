//! Popolo JSON: `persons` with their memberships, or only a list of persons.

use std::collections::HashMap;

use serde::Deserialize;

use super::super::Date;
use super::{AdditionsError, At, Entry, OfficeEntry, line_of, malformed};

#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    People(Vec<Person>),
    All(Popolo),
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Popolo {
    persons: Vec<Person>,
    memberships: Vec<Membership>,
    organizations: Vec<Named>,
    posts: Vec<Named>,
    events: Vec<Event>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Person {
    id: Option<String>,
    name: Option<String>,
    other_names: Vec<OtherName>,
    identifiers: Vec<Identifier>,
    memberships: Vec<Membership>,
}

#[derive(Deserialize)]
struct OtherName {
    name: Option<String>,
}

#[derive(Deserialize)]
struct Identifier {
    scheme: Option<String>,
    identifier: Option<String>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Membership {
    person_id: Option<String>,
    role: Option<String>,
    post_id: Option<String>,
    organization_id: Option<String>,
    legislative_period_id: Option<String>,
    start_date: Option<String>,
    end_date: Option<String>,
}

#[derive(Deserialize)]
struct Named {
    id: Option<String>,
    #[serde(alias = "label")]
    name: Option<String>,
}

#[derive(Deserialize)]
struct Event {
    id: Option<String>,
    start_date: Option<String>,
    end_date: Option<String>,
}

/// The people of a file.
pub(super) fn read(text: &str) -> Result<Vec<Entry>, AdditionsError> {
    // An untagged enum would not say where it is wrong.
    let file = if text.trim_start().starts_with('[') {
        serde_json::from_str(text).map(File::People)
    } else {
        serde_json::from_str(text).map(File::All)
    };
    let file = file.map_err(|error| malformed(error.line().max(1), format!("{error}; correct it")))?;
    let file = match file {
        File::All(popolo) => popolo,
        File::People(persons) => Popolo { persons, ..Popolo::default() },
    };
    let names = |all: Vec<Named>| -> HashMap<String, String> {
        all.into_iter().filter_map(|named| Some((named.id?, named.name?))).collect()
    };
    let tables = Tables {
        text,
        organizations: names(file.organizations),
        posts: names(file.posts),
        periods: file.events.into_iter().filter_map(|event| Some((event.id.clone()?, event))).collect(),
    };
    let mut held: HashMap<String, Vec<Membership>> = HashMap::new();
    for membership in file.memberships {
        if let Some(person) = membership.person_id.clone() {
            held.entry(person).or_default().push(membership);
        }
    }
    let entry = |person: Person| {
        let elsewhere = person.id.as_ref().and_then(|id| held.get(id)).into_iter().flatten();
        let memberships = person.memberships.iter().chain(elsewhere);
        let offices = memberships.filter_map(|membership| tables.office(membership)).collect();
        let is_wikidata = |i: &&Identifier| i.scheme.as_deref() == Some("wikidata");
        let wikidata = person.identifiers.iter().find(is_wikidata).and_then(|i| i.identifier.as_deref());
        Entry {
            name: tables.at(person.name.as_deref(), |name| !name.trim().is_empty()),
            aliases: person.other_names.into_iter().filter_map(|other| other.name).collect(),
            wikidata: tables.at(wikidata, |item| item.is_empty() || item.starts_with('Q')),
            offices,
            id: person.id,
        }
    };
    Ok(file.persons.into_iter().map(entry).collect())
}

struct Tables<'t> {
    text: &'t str,
    organizations: HashMap<String, String>,
    posts: HashMap<String, String>,
    periods: HashMap<String, Event>,
}

impl Tables<'_> {
    fn office(&self, membership: &Membership) -> Option<OfficeEntry> {
        let of = |names: &HashMap<String, String>, id: &Option<String>| names.get(id.as_ref()?).cloned();
        let organization = of(&self.organizations, &membership.organization_id);
        let role = of(&self.posts, &membership.post_id).or_else(|| membership.role.clone());
        let position = match (role, organization) {
            (Some(role), Some(organization)) if role.eq_ignore_ascii_case("member") => {
                format!("member of the {organization}")
            }
            (Some(role), _) => role,
            (None, Some(organization)) => format!("member of the {organization}"),
            (None, None) => return None,
        };
        let period = membership.legislative_period_id.as_ref().and_then(|id| self.periods.get(id));
        let date = |own: &Option<String>, of_period: fn(&Event) -> &Option<String>| {
            self.at(own.as_deref().or_else(|| period.and_then(|event| of_period(event).as_deref())), is_date)
        };
        let from = date(&membership.start_date, |event| &event.start_date);
        let mut to = date(&membership.end_date, |event| &event.end_date);
        if from.value > to.value && !to.value.is_empty() {
            to.line = self.line(&to.value);
        }
        Some(OfficeEntry { position, country: String::new(), from, to })
    }

    /// A value that is right as long as it is `good`; only of a wrong one the line is looked for, as a search for each
    /// of a parliament's dates would take long.
    fn at(&self, value: Option<&str>, good: fn(&str) -> bool) -> At {
        let value = value.unwrap_or_default();
        let line = if good(value) { 1 } else { self.line(value) };
        At { line, value: value.to_owned() }
    }

    /// The line where a value stands first.
    fn line(&self, value: &str) -> usize {
        self.text.find(&format!("\"{value}\"")).map_or(1, |at| line_of(self.text, at))
    }
}

fn is_date(value: &str) -> bool {
    value.is_empty() || value.parse::<Date>().is_ok()
}
