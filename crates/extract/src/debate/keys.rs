//! Keys: what all forms of a word share, by which the words of issues, statements and sides are compared.

use super::at_issue;
use super::phrases::{Grammar, Kind};
use crate::nouns;
use crate::speakers::lexicon;
use crate::speakers::tokens::Story;
use crate::world;

/// The singular of a noun, the lower-case name; `None` for other words. Asked once for each token: see [`Grammar::key`].
pub(super) fn of_token(grammar: &Grammar, token: usize) -> Option<String> {
    let story = grammar.story;
    match grammar.kind(token) {
        Kind::Noun => Some(grammar.lemma(token).to_owned()),
        // Tom London is no country.
        Kind::Name if is_surname(story, token) => Some(story.lower(token).to_owned()),
        Kind::Name => Some(of_name(story.lower(token))),
        Kind::Adjective if story.entry(token).adjective => {
            Some(lexicon::canonical_modifier(story.lower(token)).to_lowercase())
        }
        Kind::Adjective if is_compound(story.lower(token)) => Some(story.lower(token).to_owned()),
        _ => None,
    }
}

/// Whether a word with a hyphen tells what kind of thing is spoken of: "driver-only", "zero-hours"; not "30-year-old", "long-term".
fn is_compound(lower: &str) -> bool {
    const PLAIN: &str = "old based led term time wide run like born elect style free long scale level profile known called backed owned held \
                         related speaking minded sized ranking hand end quality";
    const DEGREES: &str = "low high single same zero no late early dual double short cross fixed mixed all";
    let Some((first, last)) = lower.rsplit_once('-') else { return false };
    let degree = DEGREES.split(' ').any(|degree| degree == first) && nouns::lemma(last).is_some();
    first.bytes().all(|b| b.is_ascii_lowercase())
        && (nouns::lemma(first).is_some() || degree)
        && !at_issue::is_general(first)
        && PLAIN.split_whitespace().all(|plain| plain != last)
}

/// What all names of one country share: "kyiv", "ukrainian", "ukraine"; other names are their own.
pub(super) fn of_name(lower: &str) -> String {
    match world::place(lower) {
        Some(place) => place.country.name.to_lowercase(),
        None => lexicon::canonical_modifier(lower).to_lowercase(),
    }
}

/// Whether a name follows a given name or a title: "Joe Biden", "Sen. Roe", "Mr. Bush"; not "Virginia Beach".
pub(super) fn is_surname(story: &Story, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|&before| story.joined(before)) else { return false };
    let entry = story.entry(before);
    let address = entry.title && (entry.title_gender.is_some() || story.slice(before).ends_with('.'));
    let noun = || nouns::lemma(story.lower(token)).is_some();
    story.tokens[before].capital && (address || (entry.given.is_some() || entry.title) && !noun())
}
