//! What can be at issue: which nouns say too little, and which name something that one can be for or against.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::nouns::lemma;
use crate::world;

static GENERAL: &str = include_str!("data/general.txt");
static MEASURES: &str = include_str!("data/measures.txt");
static PARTIAL: &str = include_str!("data/partial.txt");

static TOO_GENERAL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(GENERAL));
static KNOWN_MEASURES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(MEASURES));
static KNOWN_PARTIAL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(PARTIAL));

/// Where politics takes place more often than it is about, in two-word names, too.
const STATES: [&str; 51] = [
    "alabama",
    "alaska",
    "arizona",
    "arkansas",
    "california",
    "colorado",
    "connecticut",
    "delaware",
    "florida",
    "georgia",
    "hawaii",
    "idaho",
    "illinois",
    "indiana",
    "iowa",
    "kansas",
    "kentucky",
    "louisiana",
    "maine",
    "maryland",
    "massachusetts",
    "michigan",
    "minnesota",
    "mississippi",
    "missouri",
    "montana",
    "nebraska",
    "nevada",
    "new hampshire",
    "new jersey",
    "new mexico",
    "new york",
    "north carolina",
    "north dakota",
    "ohio",
    "oklahoma",
    "oregon",
    "pennsylvania",
    "rhode island",
    "south carolina",
    "south dakota",
    "tennessee",
    "texas",
    "utah",
    "vermont",
    "virginia",
    "washington",
    "west virginia",
    "wisconsin",
    "wyoming",
    "d.c.",
];

/// What a charge is paid for.
const CHARGED_FOR: [&str; 16] = [
    "parking",
    "congestion",
    "road",
    "toll",
    "service",
    "plastic",
    "carrier",
    "bag",
    "entry",
    "visitor",
    "tourist",
    "water",
    "energy",
    "delivery",
    "prescription",
    "waste",
];

/// The words of a list, one a line.
fn words(list: &str) -> FxHashSet<&str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// Whether a singular noun is too general to be at issue by itself ("people", "plan", "week").
pub(super) fn is_general(lemma: &str) -> bool {
    TOO_GENERAL.contains(lemma)
}

/// Whether a country writes its own news in English: it is where all takes place.
pub(super) fn is_home(word: &str) -> bool {
    const CODES: [&str; 6] = ["US", "GB", "CA", "AU", "NZ", "IE"];
    let of = |word: &str| world::place(word).is_some_and(|place| CODES.contains(&place.country.code));
    of(word) || word.strip_suffix('s').is_some_and(of)
}

/// Whether a label tells only where something is, or of which country people, lives or officials are: "Iowa", "American people".
pub(super) fn is_scene(label: &str) -> bool {
    let lower = label.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let [of @ .., last] = &words[..] else { return false };
    let general = || is_general(lemma(last).unwrap_or(last)) && of.iter().all(|word| is_home(word));
    STATES.contains(&lower.as_str()) || is_home(&lower) || !of.is_empty() && general()
}

/// Whether a label is one noun that names an issue only with a word beside it: "gains", "policy".
pub(super) fn is_partial(label: &str) -> bool {
    KNOWN_PARTIAL.contains(lemma(label).unwrap_or(label))
}

/// Whether a wording names something that one can be for or against, by its last word: "gun control", "tax breaks"; not "the attack".
pub(super) fn is_measure(label: &str) -> bool {
    let mut words = label.rsplit(' ').map(str::to_lowercase);
    let last = words.next().unwrap_or_default();
    let last = lemma(&last).unwrap_or(&last);
    // "parking charges", not "murder charge"
    let mut paid = || words.next().is_some_and(|of| CHARGED_FOR.contains(&of.as_str()));
    KNOWN_MEASURES.contains(last) || last == "charge" && paid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_and_general_nouns() {
        for (label, expect) in [
            ("gun control", true),
            ("tax breaks", true),
            ("Dalen accords", true),
            ("parking charges", true),
            ("murder charge", false),
            ("attack", false),
            ("wall street", false),
        ] {
            assert_eq!(is_measure(label), expect, "{label}");
        }
        assert!(is_general("week") && !is_general("sanction"));
    }
}
