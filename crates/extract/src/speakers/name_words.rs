//! What the word tables tell of the words of a name, for whoever compares names across articles.

pub use super::lexicon::Gender;

use super::lexicon::{self, NounClass};
use super::misspelling;
use crate::world;

/// What the tables say of a word, whatever the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NameWord {
    /// Whether it may stand before a name as a title ("mr", "sen", "president").
    pub title: bool,
    /// Whether it is a noun for people or by which things are described ("minister", "report").
    pub noun: bool,
    /// Whether it shows a name to be an organisation's ("bank").
    pub organization: bool,
    /// Whether it is a company suffix ("inc").
    pub company: bool,
    /// Whether it opens sentences with a capital and is no name ("two", "the").
    pub ordinary: bool,
    /// Whether it means "of this state or party" ("russian").
    pub adjective: bool,
    /// The gender of those who are called so: as a title, by a noun ("spokeswoman") or a pronoun.
    pub gender: Option<Gender>,
    /// Whether it is a given name, and whose.
    pub given: Option<Gender>,
}

/// Looks a word up; it must be in lower case.
///
/// ```
/// use onrecord_extract::speakers::name_words::{Gender, look_up};
/// assert_eq!(look_up("spokeswoman").gender, Some(Gender::Female));
/// assert!(look_up("sen.").title);
/// ```
pub fn look_up(lower: &str) -> NameWord {
    let entry = lexicon::look_up(lower);
    let pronoun = match lower {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    };
    let person = entry.noun.filter(|noun| noun.class == NounClass::Person && !noun.plural);
    NameWord {
        title: entry.title,
        noun: entry.noun.is_some(),
        organization: entry.organization
            || entry.noun.is_some_and(|noun| noun.class == NounClass::Organization),
        company: entry.suffix,
        ordinary: entry.ordinary,
        adjective: entry.adjective,
        gender: pronoun.or(entry.title_gender).or(person.and_then(|noun| noun.gender)),
        given: entry.given,
    }
}

/// The word that stands for all words of one role: "chairwoman" and "chair" are "chairman".
pub fn role_lemma(lower: &str) -> Option<&'static str> {
    lexicon::look_up(lower).noun.map(|noun| noun.lemma)
}

/// The full given names of which a word, in lower case and without accents, is a usual short form.
pub fn full_given_names(short: &str) -> Vec<&'static str> {
    let mut full = lexicon::full_given_names(short);
    full.extend(world::full_given_names(short));
    full.sort_unstable();
    full.dedup();
    full
}

/// Whether two words, in lower case and without accents, differ by one slip: a swap of neighbouring letters, or one
/// letter wrong or missing. Short words differ so too often, and are never taken for one another.
pub fn is_misspelling(a: &str, b: &str) -> bool {
    a != b && misspelling::misspelling(a, b)
}

/// Whether a word, in lower case, may begin a surname of several words ("van", "bin").
pub fn is_particle(lower: &str) -> bool {
    lexicon::is_particle(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_of_both_lists_are_known() {
        assert_eq!(full_given_names("mike"), ["michael", "mikhail"]);
        assert_eq!(full_given_names("bernie"), ["bernard"]);
        assert_eq!(full_given_names("michael"), Vec::<&str>::new());
    }

    #[test]
    fn genders_of_words() {
        for (word, gender) in [
            ("mrs", Some(Gender::Female)),
            ("she", Some(Gender::Female)),
            ("his", Some(Gender::Male)),
            ("congressman", Some(Gender::Male)),
            ("minister", None),
            ("women", None),
        ] {
            assert_eq!(look_up(word).gender, gender, "{word}");
        }
    }

    #[test]
    fn slips_are_told_from_other_names() {
        assert!(is_misspelling("halvorsen", "halvrosen"));
        assert!(!is_misspelling("halvorsen", "halvorsen"));
        assert!(!is_misspelling("lee", "lea"));
    }
}
