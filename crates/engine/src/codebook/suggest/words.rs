//! The words of a label in forms that meet: singulars, countries for their adjectives, and which of them is the head.

use std::collections::{BTreeSet, HashSet};

use onrecord_base::simple_words;
use onrecord_extract::world::{self, PlaceKind};

/// What comes after one of them only tells more of the head: "sanctions on Iran".
const PREPOSITIONS: [&str; 18] = [
    "on", "of", "in", "for", "with", "to", "against", "over", "from", "by", "at", "about", "between",
    "under", "into", "towards", "toward", "across",
];
const SMALL: [&str; 9] = ["the", "a", "an", "and", "or", "its", "their", "his", "her"];
/// They tell no issue from another.
const PASSING: [&str; 16] = [
    "new",
    "further",
    "more",
    "tough",
    "tougher",
    "planned",
    "proposed",
    "possible",
    "potential",
    "current",
    "recent",
    "latest",
    "major",
    "additional",
    "fresh",
    "own",
];
/// What has one of them besides is something else: "a no-deal exit".
const NEGATIONS: [&str; 7] = ["no", "not", "non", "anti", "without", "former", "pro"];

/// A label as its words: two with the same head and words are one issue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Wording {
    /// The word that the others describe.
    pub(super) head: String,
    /// All words that tell something, the head included.
    pub(super) words: BTreeSet<String>,
    /// Whether it is a proper name of several words, of which a part names something else: "West Ardel", "Ardel".
    pub(super) is_name: bool,
}

/// The proper names in all labels, by which adjectives made of them are known.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// Takes in the names in a label.
    pub(super) fn add(&mut self, label: &str) {
        let capitals = label.split_whitespace().filter(|word| is_capital(word));
        self.0.extend(capitals.flat_map(simple_words));
    }

    /// "Orsan" is "orsa" where a label has that; other words stay.
    fn of_adjective(&self, word: &str) -> String {
        const ENDINGS: [&str; 6] = ["ns", "n", "ians", "ian", "ish", "ese"];
        let stem = |ending: &&str| {
            let stem = word.strip_suffix(ending)?;
            // "Martin" is not of "Marti": a bare n follows only the vowel of a country.
            let fits = !ending.starts_with('n') || stem.ends_with('a');
            (fits && stem.len() >= 4 && self.0.contains(stem)).then_some(stem)
        };
        ENDINGS.iter().find_map(stem).unwrap_or(word).to_owned()
    }

    /// A label; `None` where no letter is in it.
    pub(super) fn wording(&self, label: &str) -> Option<Wording> {
        let mut head: Option<String> = None;
        let mut after = false;
        let mut words = BTreeSet::new();
        for word in self.words(label) {
            if PREPOSITIONS.contains(&word.as_str()) {
                after |= head.is_some();
            } else if !SMALL.contains(&word.as_str()) {
                if !after {
                    head = Some(word.clone());
                }
                words.insert(word);
            }
        }
        let head = head?;
        words.retain(|word| *word == head || !PASSING.contains(&word.as_str()));
        let mut parts = label.split_whitespace().filter(|word| !SMALL.contains(word));
        let is_name = words.len() > 1 && parts.all(is_capital);
        Some(Wording { head, words, is_name })
    }

    /// The words of a text, in order.
    pub(super) fn words(&self, text: &str) -> Vec<String> {
        let tokens: Vec<&str> = text.split(|c: char| c.is_whitespace() || "-–—/".contains(c)).collect();
        let mut words = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            // "North Korean" before "Korean".
            let place = (1..=3.min(tokens.len() - at)).rev().find_map(|n| {
                let phrase = tokens[at..at + n].join(" ");
                let phrase = phrase.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
                let place = world::place(phrase).filter(|_| is_capital(phrase))?;
                let means = matches!(place.kind, PlaceKind::Name | PlaceKind::Demonym);
                means.then(|| (n, simple_words(place.country.name).join("-")))
            });
            if let Some((n, country)) = place {
                words.push(country);
                at += n;
                continue;
            }
            let named = is_capital(tokens[at]);
            words.extend(simple_words(tokens[at]).iter().map(|word| match named {
                true => singular(&self.of_adjective(word)),
                false => singular(word),
            }));
            at += 1;
        }
        words
    }
}

impl Wording {
    /// Whether what `wider` has besides leaves it the same thing, told more closely.
    pub(super) fn may_be_within(&self, wider: &Self) -> bool {
        self.head == wider.head
            && !wider.is_name
            && self.words.len() < wider.words.len()
            && self.words.is_subset(&wider.words)
            && self.besides(wider).all(|word| !NEGATIONS.contains(&word.as_str()))
    }

    /// The words that only the other has.
    pub(super) fn besides<'w>(&'w self, wider: &'w Self) -> impl Iterator<Item = &'w String> {
        wider.words.difference(&self.words)
    }
}

fn is_capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

/// The singular of a regular plural; a word that is none may lose its s, on both sides alike.
fn singular(word: &str) -> String {
    if word.len() <= 3 || ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    let hissing = ["sses", "shes", "ches", "xes", "zes"].iter().any(|end| word.ends_with(end));
    let ending = if hissing { "es" } else { "s" };
    word.strip_suffix(ending).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_have_a_head_and_words() {
        let mut names = Names::default();
        ["Orsa", "Marti"].iter().for_each(|label| names.add(label));
        for (label, expected) in [
            ("gas transit", "transit: gas transit"),
            ("the transit of gas", "transit: gas transit"),
            ("sanctions on Iran", "sanction: iran sanction"),
            ("new Iranian sanctions", "sanction: iran sanction"),
            ("Orsan fishing rights", "right: fishing orsa right"),
            ("Martin", "martin: martin"),
            ("carbon taxes", "tax: carbon tax"),
            ("new policies", "policy: policy"),
            ("North Korean missiles", "missile: missile north-korea"),
            ("—", ""),
        ] {
            let shown = names.wording(label).map_or_else(String::new, |wording| {
                let words: Vec<&str> = wording.words.iter().map(String::as_str).collect();
                format!("{}: {}", wording.head, words.join(" "))
            });
            assert_eq!(shown, expected, "{label}");
        }
    }
}
