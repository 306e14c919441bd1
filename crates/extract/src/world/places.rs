//! Countries, and the words that mean them: names, capitals, "Russian", "the Kremlin".

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::key;

static COUNTRIES: &str = include_str!("../../../../models/world/countries.txt");

/// A country, or an organisation of states.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 ("RU"), or a code of ours for what has none ("EU", "UN", "GB-SCT").
    pub code: &'static str,
    /// The Wikidata item, if it is known.
    pub wikidata: Option<&'static str>,
    /// The usual English name.
    pub name: &'static str,
}

/// How a word stands for a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A name of the country ("Russian Federation").
    Name,
    /// "Of this country", or its people ("Russian").
    Demonym,
    /// The capital ("Moscow").
    Capital,
    /// A building or quarter that stands for the government ("the Kremlin").
    Metonym,
}

impl PlaceKind {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Demonym => "demonym",
            Self::Capital => "capital",
            Self::Metonym => "metonym",
        }
    }
}

/// A word for a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The country.
    pub country: &'static Country,
    /// How the word stands for it.
    pub kind: PlaceKind,
}

struct Places {
    countries: Vec<&'static Country>,
    words: FxHashMap<String, Place>,
    /// The first words of names of several.
    openings: FxHashSet<String>,
}

// Some two thousand words: read when the first is asked for, in well under a millisecond.
static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let mut places =
        Places { countries: Vec::new(), words: FxHashMap::default(), openings: FxHashSet::default() };
    let mut later = Vec::new();
    for line in COUNTRIES.lines() {
        let fields: Vec<&'static str> = line.split('|').collect();
        let &[code, wikidata, names, people, capitals, metonyms] = fields.as_slice() else { continue };
        let name = names.split(", ").next().unwrap_or_default();
        let wikidata = (!wikidata.is_empty()).then_some(wikidata);
        let country: &'static Country = Box::leak(Box::new(Country { code, wikidata, name }));
        places.countries.push(country);
        for (list, kind) in [
            (names, PlaceKind::Name),
            (people, PlaceKind::Demonym),
            (metonyms, PlaceKind::Metonym),
            (capitals, PlaceKind::Capital),
        ] {
            later.extend(
                list.split(", ").filter(|w| !w.is_empty()).map(|word| (word, Place { country, kind })),
            );
        }
    }
    // A name is a name first: "Luxembourg" and "Singapore" are countries before they are their capitals.
    later.sort_by_key(|(_, place)| place.kind as u8);
    for (word, place) in later {
        let key = key::of_phrase(word);
        places.openings.extend(key.split_once(' ').map(|(first, _)| first.to_owned()));
        places.words.entry(key).or_insert(place);
    }
    places
});

/// The country that a word means, if it means one. Case does not matter, but "us" is a pronoun.
pub fn place(word: &str) -> Option<Place> {
    if word.trim() == "us" {
        return None;
    }
    // Most words are their own keys.
    match word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()) {
        true => by_key(word),
        false => by_key(&key::of_phrase(word)),
    }
}

/// Whether a word may be the first of a name of several: "United", "the", an initial.
pub(super) fn opens_longer(word: &str) -> bool {
    let first = key::words(word).into_iter().next().unwrap_or_default();
    first == "the" || first.len() < 2 || PLACES.openings.contains(&first)
}

/// The country with a key.
pub(super) fn by_key(key: &str) -> Option<Place> {
    PLACES.words.get(key).copied()
}

/// The country with a code.
pub fn country(code: &str) -> Option<&'static Country> {
    PLACES.countries.iter().find(|country| country.code == code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<(&str, &str, PlaceKind)>) {
        let found = place(word).map(|p| (p.country.code, p.country.wikidata.unwrap_or("-"), p.kind));
        assert_eq!(found, expected, "{word}");
    }

    #[test]
    fn words_for_countries() {
        use PlaceKind::{Capital, Demonym, Metonym, Name};
        for (word, code, wikidata, kind) in [
            ("Russia", "RU", "Q159", Name),
            ("RUSSIAN", "RU", "Q159", Demonym),
            ("the Kremlin", "RU", "Q159", Metonym),
            ("Moscow", "RU", "Q159", Capital),
            ("Downing Street", "GB", "Q145", Metonym),
            ("Foggy Bottom", "US", "Q30", Metonym),
            ("the White House", "US", "Q30", Metonym),
            ("the Élysée", "FR", "Q142", Metonym),
            ("Beijing", "CN", "Q148", Capital),
            ("U.S.", "US", "Q30", Name),
            ("US", "US", "Q30", Name),
            ("Britain", "GB", "Q145", Name),
            ("Turkiye", "TR", "Q43", Name),
            ("South Korean", "KR", "Q884", Demonym),
            ("Côte d’Ivoire", "CI", "Q1008", Name),
            ("Singapore", "SG", "Q334", Name),
        ] {
            check(word, Some((code, wikidata, kind)));
        }
        for word in ["us", "Nordhaven", "Estrovan", "", "the", "Springfield"] {
            check(word, None);
        }
    }

    #[test]
    fn every_country_has_a_name() {
        assert!(PLACES.countries.len() > 240);
        for country in &PLACES.countries {
            assert!(country.name.len() > 2 && country.code.len() >= 2, "{country:?}");
        }
        assert_eq!(country("RU").map(|c| c.name), Some("Russia"));
        assert_eq!(country("ZZ"), None);
    }
}
