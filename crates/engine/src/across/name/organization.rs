//! Names of organisations: company suffixes go, authorities meet in all their word orders, letters know their words.

use onrecord_extract::speakers::name_words::look_up;
use onrecord_extract::world::{self, PlaceKind, name_words as words};

use super::{Class, Name};

/// Words of authorities that a country has one of; only of these a country may be put before or behind.
const AUTHORITY: &[&str] = &[
    "ministry",
    "department",
    "parliament",
    "government",
    "court",
    "embassy",
    "army",
    "navy",
    "police",
    "senate",
    "cabinet",
    "treasury",
    "military",
    "prosecutor",
    "prosecutors",
    "office",
];
/// What an organisation may be called by anywhere, beside the nouns and organisation words of the lists.
const ANYWHERE: &[&str] = &[
    "supreme",
    "high",
    "federal",
    "national",
    "central",
    "state",
    "city",
    "county",
    "local",
    "public",
    "general",
    "foreign",
    "constitutional",
    "appeals",
    "district",
    "regional",
    "royal",
    "of",
    "for",
    "and",
    "the",
    "affairs",
    "health",
    "security",
    "fire",
    "rescue",
    "social",
    "people",
    "peoples",
    "workers",
    "green",
    "democratic",
    "republican",
    "conservative",
    "labor",
    "liberal",
    "socialist",
    "communist",
    "christian",
    "national",
    "opposition",
];
/// Of what is called so there is one in the world, if the name is long enough to say what it is.
const WORLDWIDE: &[&str] = &["international", "united", "world", "global", "european"];
/// Spellings that differ between Britain and America.
const SPELLINGS: &[(&str, &str)] = &[
    ("organisation", "organization"),
    ("centre", "center"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("theatre", "theater"),
];
/// Words that give no letter to an acronym.
const SMALL: &[&str] = &["of", "the", "for", "and", "in", "on", "to", "de", "la"];

/// Whether a name of unknown kind is an organisation's by its words.
pub(super) fn is_one(tokens: &[&str]) -> bool {
    let last = tokens.last().map(|token| look_up(&token.to_lowercase()));
    tokens.len() > 1 && last.is_some_and(|word| word.company || word.organization)
}

/// Takes a name apart; `None` if nothing is left of it.
pub(super) fn parse(tokens: &[&str]) -> Option<Name> {
    // The genitive goes before the apostrophe does: "Norway's ministry".
    let bare: Vec<&str> = tokens.iter().map(|t| t.trim_end_matches("'s").trim_end_matches("’s")).collect();
    let mut all: Vec<String> = bare.iter().flat_map(|token| words(token)).collect();
    if let Some(acronym) = acronym(tokens) {
        let mut name = Name::of(Class::Organization, vec![acronym.clone()]);
        name.acronym = Some(acronym);
        return Some(name);
    }
    while all.len() > 1 && all.last().is_some_and(|word| look_up(word).company) {
        all.pop();
    }
    for word in &mut all {
        if let Some((_, usual)) = SPELLINGS.iter().find(|(british, _)| *british == word.as_str()) {
            *word = (*usual).to_owned();
        }
    }
    all.retain(|word| word != "and" && word != "the");
    let initials = (all.len() > 1).then(|| initials(&bare)).filter(|letters| letters.chars().count() > 1);
    if all.is_empty() {
        return None;
    }
    if let Some((country, authority)) = authority(&all) {
        let mut name = Name::of(Class::Organization, all);
        name.key = format!("{}:{authority}", country.to_lowercase());
        return Some(Name { initials, ..name });
    }
    let worldwide = all.len() > 2 && all.iter().any(|word| WORLDWIDE.contains(&word.as_str()));
    let generic = !worldwide
        && all.iter().all(|word| {
            let known = look_up(word);
            ANYWHERE.contains(&word.as_str())
                || known.noun
                || known.organization
                || known.ordinary
                || world::portfolio(word).is_some()
        });
    let class = if generic { Class::Generic } else { Class::Organization };
    Some(Name { initials, ..Name::of(class, all) })
}

/// "ECB", "E.C.B." in lower case.
fn acronym(tokens: &[&str]) -> Option<String> {
    let [only] = tokens else { return None };
    let letters: Vec<char> = only.chars().filter(|c| *c != '.').collect();
    let fits = (2..=6).contains(&letters.len()) && letters.iter().all(|c| c.is_uppercase());
    fits.then(|| letters.iter().flat_map(|c| c.to_lowercase()).collect())
}

fn initials(tokens: &[&str]) -> String {
    let counts = |token: &&&str| !SMALL.contains(&token.to_lowercase().as_str());
    let first = |token: &&str| token.chars().find(|c| c.is_alphanumeric());
    tokens.iter().filter(counts).filter_map(first).flat_map(char::to_lowercase).collect()
}

/// An authority with its country: the code, and its words in one order, the portfolio by its one name.
fn authority(all: &[String]) -> Option<(&'static str, String)> {
    if !all.iter().any(|word| AUTHORITY.contains(&word.as_str())) {
        return None;
    }
    let place = |words: &[String], kinds: &[PlaceKind]| {
        let place = world::place(&words.join(" ")).filter(|place| kinds.contains(&place.kind))?;
        Some(place.country.code)
    };
    let before = (1..all.len().min(4)).rev().find_map(|end| {
        place(&all[..end], &[PlaceKind::Name, PlaceKind::Demonym]).map(|code| (code, all[end..].to_vec()))
    });
    let behind = || {
        let of = all.iter().rposition(|word| word == "of").filter(|of| *of > 0)?;
        place(&all[of + 1..], &[PlaceKind::Name]).map(|code| (code, all[..of].to_vec()))
    };
    let (code, mut rest) = before.or_else(behind)?;
    rest.retain(|word| word != "of" && word != "for");
    for house in ["ministry", "department"] {
        if let Some(at) = rest.iter().position(|word| word == house) {
            let mut others = rest.clone();
            others.remove(at);
            if let Some(portfolio) = world::portfolio(&others.join(" ")) {
                return Some((code, format!("ministry {portfolio}")));
            }
        }
    }
    rest.sort_unstable();
    (!rest.is_empty()).then(|| (code, rest.join(" ")))
}
