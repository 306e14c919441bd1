//! Our own format: `[[actor]]` tables with name, Wikidata item, aliases and offices.

use ::toml::Spanned;
use serde::Deserialize;

use super::{AdditionsError, At, Entry, OfficeEntry, line_of, malformed};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "actor")]
    actors: Vec<Actor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Actor {
    name: Spanned<String>,
    #[serde(default)]
    aliases: Vec<String>,
    wikidata: Option<Spanned<String>>,
    #[serde(default, rename = "office")]
    offices: Vec<Office>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    position: String,
    #[serde(default)]
    country: String,
    from: Option<Spanned<String>>,
    to: Option<Spanned<String>>,
}

/// The actors of a file.
pub(super) fn read(text: &str) -> Result<Vec<Entry>, AdditionsError> {
    let file: File = ::toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        malformed(line, format!("{}; correct it", error.message().trim_end()))
    })?;
    let at =
        |value: Spanned<String>| At { line: line_of(text, value.span().start), value: value.into_inner() };
    let maybe = |value: Option<Spanned<String>>| value.map(at).unwrap_or_default();
    let office = |office: Office| OfficeEntry {
        position: office.position,
        country: office.country,
        from: maybe(office.from),
        to: maybe(office.to),
    };
    let entry = |actor: Actor| Entry {
        id: None,
        name: at(actor.name),
        aliases: actor.aliases,
        wikidata: maybe(actor.wikidata),
        offices: actor.offices.into_iter().map(office).collect(),
    };
    Ok(file.actors.into_iter().map(entry).collect())
}
