//! References: contents that are about another statement: "the claim", "the court’s ruling".

use onrecord_base::Statement;

use super::takes::content;
use crate::speakers::tokens::Story;

/// What a content refers back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// What somebody else said: "the claim", "that account", "the report as fiction".
    Claim,
    /// What somebody would do: "the idea", "the demand".
    Proposal,
    /// A claim, or a fee: "the charge".
    Charge,
    /// What somebody resolved: "the vote", "the court’s ruling".
    Decision,
}

/// Words for what somebody would do.
const PROPOSALS: [&str; 9] =
    ["offer", "offers", "idea", "proposal", "proposals", "demand", "demands", "call", "calls"];
/// Words for what somebody said, which may be so or not.
const CLAIMS: [&str; 27] = [
    "explanation",
    "fears",
    "concerns",
    "objections",
    "warnings",
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "claim",
    "claims",
    "suggestion",
    "suggestions",
    "account",
    "assertion",
    "report",
    "finding",
    "findings",
    "estimate",
    "estimates",
    "figures",
    "complaint",
    "forecast",
    "notion",
    "assertions",
    "criticism",
    "criticisms",
];
/// Words for what is not believed.
pub(super) const DISMISSIVE: [&str; 17] = [
    "cop-out",
    "hogwash",
    "lie",
    "lies",
    "fiction",
    "nonsense",
    "false",
    "baseless",
    "untrue",
    "absurd",
    "rubbish",
    "fantasy",
    "ridiculous",
    "guesswork",
    "unfounded",
    "ludicrous",
    "fabrication",
];
/// Words for what somebody resolved.
pub(super) const DECISIONS: [&str; 11] = [
    "result",
    "vote",
    "decision",
    "ruling",
    "verdict",
    "judgment",
    "judgement",
    "move",
    "approval",
    "announcement",
    "outcome",
];

/// Whether a word is one for what somebody said: "claim", "warning".
pub(super) fn is_word_of_another(story: &Story, token: usize) -> bool {
    story.is_any(token, &CLAIMS)
        || story.is_any(token, &["warning", "warnings", "charge", "charges", "argument", "statement"])
}

/// What a content is about, if that is another statement.
pub(super) fn refers_to(story: &Story, statement: &Statement) -> Option<Reference> {
    let words = content(story, statement).filter(|&token| story.tokens[token].is_word);
    let first: Vec<usize> = words.take(4).collect();
    // "rejected that", "ruled that out", "dismissed that as a joke"
    if let [that, ref rest @ ..] = first[..]
        && story.is_any(that, &["that", "this"])
        && (rest.iter().all(|&token| story.is(token, "out"))
            || rest.first().is_some_and(|&token| story.is(token, "as")))
    {
        return Some(Reference::Claim);
    }
    // "that was simply false"
    if let [that, was, ref rest @ ..] = first[..]
        && story.is_any(that, &["that", "this"])
        && story.is_any(was, &["was", "is"])
        && rest.iter().any(|&token| DISMISSIVE.contains(&story.lower(token)))
    {
        return Some(Reference::Claim);
    }
    let determined = first.first().is_some_and(|&token| {
        story.is_any(token, &["the", "that", "this", "those", "these", "such"])
            || story.tokens[token].possessive
            // "accused him of it, a charge she rejected"
            || story.is_any(token, &["a", "an"]) && token > 0 && story.is(token - 1, ",")
    });
    first.into_iter().filter(|_| determined).find_map(|token| match () {
        () if story.is_any(token, &CLAIMS) => Some(Reference::Claim),
        () if story.is_any(token, &PROPOSALS) => Some(Reference::Proposal),
        () if story.is_any(token, &["charge", "charges"]) => Some(Reference::Charge),
        () if story.is_any(token, &DECISIONS) => Some(Reference::Decision),
        () => None,
    })
}
