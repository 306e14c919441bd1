//! Portfolios: what a role before a name is over, "director of elections", "secretary of state for Europe", "trade and industry minister".

use super::namesakes::is_surname;
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
        } else if story.is_any(i, &["of", "for"]) || in_house(story, i) {
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

/// Whether "and" at `and` joins two words of what one office or body is called, `end` the last capitalised word after it: "Trade and Industry Minister
/// Anna Lind", "Health and Safety Executive spokesman Tom Roe", "Law and Order's spokesman".
pub(super) fn is_joint(story: &Story, first: usize, last: usize, and: usize, end: usize) -> bool {
    let plain = |i: usize| {
        let entry = story.entry(i);
        nouns::is_common(story.lower(i))
            && entry.given.is_none()
            && !entry.title
            && !entry.adjective
            && entry.noun.is_none_or(|noun| noun.class != NounClass::Person)
            && !is_surname(story.lower(i))
    };
    // "Gordon Brown … Brown and Trade Minister Lind said"
    let somebody = |i: usize| {
        (1..story.len()).any(|other| {
            story.tokens[other].word == story.tokens[i].word
                && story.joined(other - 1)
                && story.tokens[other - 1].capital
                && (story.entry(other - 1).given.is_some() || story.entry(other - 1).title)
        })
    };
    if first != last || !plain(first) || somebody(first) {
        return false;
    }
    // "… Industry Minister Lind": what comes before the office belongs to it.
    let office = (and + 2..end).find(|&i| is_role(story.entry(i)) && story.entry(i - 1).given.is_none());
    let before_office = office.is_some_and(|office| (and + 1..office).all(plain));
    // "… Executive spokesman Tom Roe", "… Order's spokesman"
    let small = |i: usize| {
        (story.joined(i) || story.tokens[i].possessive)
            && story.tokens.get(i + 1).is_some_and(|next| next.is_word && !next.capital)
            && is_role(story.entry(i + 1))
    };
    let named = |i: usize| story.joined(i + 1) && story.tokens.get(i + 2).is_some_and(|next| next.capital);
    before_office || small(end) && (named(end) || story.tokens[end].possessive)
}

/// Nouns, the adjectives before them, and how many children: "director of public prosecutions", "mother of two".
fn is_portfolio_word(lower: &str) -> bool {
    const NUMBERS: [&str; 8] = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    let adjective = ["al", "ic", "ive", "ary", "ign"].iter().any(|end| lower.ends_with(end));
    nouns::lemma(lower).is_some() || adjective || NUMBERS.contains(&lower)
}

/// "Leader in the council", "whip in the House".
fn in_house(story: &Story, i: usize) -> bool {
    const HOUSES: [&str; 14] = [
        "house",
        "senate",
        "assembly",
        "council",
        "parliament",
        "chamber",
        "lords",
        "commons",
        "legislature",
        "congress",
        "duma",
        "bundestag",
        "dáil",
        "seanad",
    ];
    story.is(i, "in") && story.is(i + 1, "the") && story.is_any(i + 2, &HOUSES)
}

/// Whether a word is a title or a noun for one person in a role.
pub(in crate::speakers) fn is_role(entry: lexicon::Entry) -> bool {
    entry.title || entry.noun.is_some_and(|noun| noun.class == NounClass::Person && !noun.plural)
}
