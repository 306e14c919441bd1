//! Backers: sources that say where the speaker stands: "the bill’s sponsor", "an opponent of the levy", "who voted against the bill", "who voted no".

use onrecord_base::{Issue, Stance, Statement};

use super::bearing;
use super::cues::{self, Speech};
use super::phrases::Grammar;

const FOR: [&str; 11] = [
    "supporter",
    "backer",
    "proponent",
    "advocate",
    "champion",
    "sponsor",
    "co-sponsor",
    "author",
    "architect",
    "defender",
    "supporters",
];
/// What whoever is for a measure did.
const MADE: [&str; 8] =
    ["wrote", "authored", "drafted", "introduced", "sponsored", "tabled", "co-sponsored", "proposed"];
const AGAINST: [&str; 7] = ["opponent", "critic", "foe", "detractor", "sceptic", "skeptic", "opponents"];
/// Between "who" and the issue stand no more words.
const NEAR: usize = 5;

/// The side of whoever speaks by what the source calls them.
pub(super) fn stance(grammar: &Grammar, statement: &Statement, issue: &Issue) -> Option<Stance> {
    let story = grammar.story;
    let mentions = statement
        .attribution
        .source
        .iter()
        .flat_map(|source| issue.mentions.iter().filter_map(move |mention| source.intersection(mention)));
    mentions.into_iter().find_map(|mention| {
        let tokens = story.tokens_in(mention);
        let (first, last) = (tokens.start, tokens.clone().last()?);
        let owned =
            story.tokens[last].possessive.then(|| by_noun(story.lower((last + 1).min(story.len() - 1))));
        let stance = owned.flatten().or_else(|| before(grammar, first))?;
        Some(if bearing::bears(grammar, issue, mention)? { stance } else { stance.opposite() })
    })
}

/// The side of whoever "voted no" or "wrote the measure", where there is only one thing to vote on.
pub(super) fn vote(grammar: &Grammar, statement: &Statement) -> Option<Stance> {
    let story = grammar.story;
    const MEASURES: [&str; 8] =
        ["bill", "measure", "legislation", "law", "proposal", "ordinance", "motion", "amendment"];
    let tokens: Vec<usize> =
        statement.attribution.source.iter().flat_map(|source| story.tokens_in(source)).collect();
    let made = |t: usize| {
        story.is_any(t, &["who", "which"])
            && story.is_any(t + 1, &MADE)
            && story.is_any(t + 2, &["the", "this"])
    };
    if tokens.iter().any(|&t| made(t) && story.is_any(t + 3, &MEASURES)) {
        return Some(Stance::Support);
    }
    let vote = tokens.into_iter().find(|&token| story.is(token, "voted"))? + 1;
    match () {
        () if vote >= story.len() => None,
        () if story.is_any(vote, &["no", "nay"]) => Some(Stance::Oppose),
        () if story.is_any(vote, &["yes", "aye", "yea"]) => Some(Stance::Support),
        () => None,
    }
}

fn by_noun(noun: &str) -> Option<Stance> {
    match () {
        () if FOR.contains(&noun) => Some(Stance::Support),
        () if AGAINST.contains(&noun) => Some(Stance::Oppose),
        () => None,
    }
}

/// "a supporter of the bill", "who has long opposed the bill": by what stands before the issue.
fn before(grammar: &Grammar, first: usize) -> Option<Stance> {
    let story = grammar.story;
    let block = story.tokens[first].block;
    let words: Vec<usize> =
        (0..first).rev().take(NEAR + 1).take_while(|&t| story.tokens[t].block == block).collect();
    let mut plain = words.iter().copied().skip_while(|&t| story.is_any(t, &["the", "this", "a", "an"]));
    let of = plain.next()?;
    if story.is_any(of, &["of", "for", "to"]) {
        return plain.next().and_then(|noun| by_noun(story.lower(noun)));
    }
    let who = words.iter().position(|&t| story.is_any(t, &["who", "which"]))?;
    let verb: Vec<&str> = words[..who].iter().rev().map(|&t| story.lower(t)).collect();
    if verb.iter().any(|word| MADE.contains(word)) {
        return Some(Stance::Support);
    }
    // "which gathered signatures against the bill"
    if story.is(of, "against") {
        return Some(Stance::Oppose);
    }
    match cues::read(&verb.join(" "))? {
        Speech::Supports => Some(Stance::Support),
        Speech::Opposes => Some(Stance::Oppose),
        Speech::Denies | Speech::Disagrees | Speech::Declines => None,
    }
}
