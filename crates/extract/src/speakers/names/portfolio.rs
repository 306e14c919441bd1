//! Portfolios: what a role before a name is over, "director of elections", "secretary of state for Europe", "mother of two".

use crate::nouns;
use crate::speakers::lexicon::{self, NounClass};
use crate::speakers::tokens::Story;

/// The role of which the words right before a token tell what it is over: "director of", "secretary of state for".
pub(in crate::speakers) fn role_before(story: &Story, token: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    if token > 0 && story.is_any(token - 1, &["and", "a", "an"]) {
        return None;
    }
    // "chief executive of the charity Fullplate": the charity's name.
    const BODIES: &[&str] = &[
        "charity",
        "company",
        "firm",
        "group",
        "bank",
        "airline",
        "retailer",
        "agency",
        "network",
        "union",
        "club",
        "startup",
        "start-up",
        "chain",
        "thinktank",
        "app",
    ];
    if token > 0 && !story.tokens[token - 1].capital && story.is_any(token - 1, BODIES) {
        return None;
    }
    let mut parted = false;
    for i in (token.saturating_sub(LONGEST)..token).rev() {
        if !story.joined(i) || !story.tokens[i].is_word {
            return None;
        }
        let name = story.entry(i).given.is_some() && !nouns::is_common(story.lower(i));
        if name {
            return None;
        } else if story.is_any(i, &["of", "for"]) {
            parted = true;
        } else if is_role(story.entry(i)) {
            // "a spokesman for candidate Anna Roe": the nearer role is the name's own.
            return parted.then_some(i);
        } else if !story.is_any(i, &["the", "and", "on"])
            && !story.tokens[i].capital
            && !is_portfolio_word(story.lower(i))
        {
            return None;
        }
    }
    None
}

/// Nouns, the adjectives before them, and how many children: "director of public prosecutions", "mother of two".
fn is_portfolio_word(lower: &str) -> bool {
    const NUMBERS: [&str; 8] = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    let adjective = ["al", "ic", "ive", "ary", "ign"].iter().any(|end| lower.ends_with(end));
    nouns::lemma(lower).is_some() || adjective || NUMBERS.contains(&lower)
}

/// Whether a word is a title or a noun for one person in a role.
pub(in crate::speakers) fn is_role(entry: lexicon::Entry) -> bool {
    entry.title || entry.noun.is_some_and(|noun| noun.class == NounClass::Person && !noun.plural)
}
