//! Labels: whether what stands before a colon names a speaker.

use onrecord_base::Text;

use crate::nouns;
use crate::speakers::lexicon::{self, NounClass};

/// Labels that pages put before a headline or a paragraph, with a colon, to say of what kind it is.
const KICKERS: &[&str] = &[
    "analysis",
    "breaking",
    "breaking news",
    "column",
    "comment",
    "commentary",
    "correction",
    "editorial",
    "exclusive",
    "explainer",
    "fact check",
    "factbox",
    "feature",
    "fyi",
    "gallery",
    "in pictures",
    "interview",
    "live",
    "live updates",
    "obituary",
    "opinion",
    "photos",
    "podcast",
    "profile",
    "q&a",
    "quiz",
    "recap",
    "review",
    "special report",
    "timeline",
    "transcript",
    "update",
    "updated",
    "video",
    "watch",
];

/// Whether a label before a colon is one of the page's: "Exclusive: minister to go".
pub(crate) fn is_kicker(label: &str) -> bool {
    KICKERS.contains(&label.trim().to_lowercase().as_str())
}

/// Whether a label in small letters names somebody: by a given name, a role or no known word at all, or as the text does elsewhere, after
/// a given name, title or other name. "Cost" and "The Problem" name nobody, and what looks like a speaker would be made up.
pub(super) fn is_somebody(text: &Text, label: &str) -> bool {
    let words: Vec<&str> = words(label).collect();
    let Some(last) = words.last() else { return false };
    let of = |word: &str| lexicon::look_up(&word.to_lowercase());
    let is_person = |word: &str| of(word).noun.is_some_and(|noun| noun.class == NounClass::Person);
    let is_unknown = |word: &&str| !nouns::is_common(&word.to_lowercase()) || of(word).given.is_some();
    let named = words.iter().all(is_unknown) && (words.len() > 1 || of(last).given.is_some());
    named || is_person(last) || is_introduced(text, last)
}

/// Whether a word stands elsewhere right after a word in capitals that is no common one: "Ngozi Okafor", "Ms. Okafor".
fn is_introduced(text: &Text, word: &str) -> bool {
    text.as_str().match_indices(word).any(|(at, _)| {
        let before = text.as_str()[..at].trim_end_matches([' ', '.']);
        let from = before
            .rfind(|c: char| !c.is_alphanumeric())
            .map_or(0, |mark| mark + before[mark..].chars().next().map_or(0, char::len_utf8));
        let name = &before[from..];
        let parted = before.len() == at;
        !parted && name.starts_with(char::is_uppercase) && {
            let entry = lexicon::look_up(&name.to_lowercase());
            entry.given.is_some() || entry.title || !nouns::is_common(&name.to_lowercase())
        }
    })
}

fn words(label: &str) -> impl Iterator<Item = &str> {
    let each = label.split(|c: char| !c.is_alphanumeric() && !"'’-".contains(c));
    each.filter(|word| word.starts_with(char::is_alphabetic))
}

pub(super) fn in_capitals(label: &str) -> bool {
    !label.chars().any(char::is_lowercase)
}
