//! Asides: what was found to be at issue and is not, whom somebody accuses and what in a headline only tells more of another issue.

use onrecord_base::Span;

use super::at_issue;
use super::headline;
use super::issues::Found;
use super::phrases::{Grammar, Kind};

/// So far behind a noun that only tells more of it stands another, in tokens.
const NEAR: usize = 3;

/// Drops them.
pub(super) fn drop(grammar: &Grammar, found: &mut Vec<Found>) {
    found.retain(|found| !is_accused(grammar, found));
    let parts: Vec<bool> = found.iter().map(|one| is_part(grammar, found, one)).collect();
    let mut parts = parts.into_iter();
    found.retain(|_| !parts.next().unwrap_or_default());
}

/// "Accused the DMK": an acronym of the story, which the headline has not.
fn is_accused(grammar: &Grammar, found: &Found) -> bool {
    let story = grammar.story;
    let after_cue = |span: Span| {
        let first = story.tokens_in(span).next().unwrap_or(0);
        let before = first.saturating_sub(1 + usize::from(first > 0 && story.is(first - 1, "the")));
        first > 0 && story.is_any(before, &["accuse", "accuses", "accused", "accusing"])
    };
    let acronym = found.issue.label.bytes().all(|byte| byte.is_ascii_uppercase());
    acronym && !headline::names(story, &found.issue) && found.issue.mentions.iter().any(after_cue)
}

/// "Assembly passes cow shelter cess": the cow is no issue beside the cess.
fn is_part(grammar: &Grammar, found: &[Found], one: &Found) -> bool {
    let story = grammar.story;
    let plain = !one.is_name && !one.issue.label.contains(' ') && !at_issue::is_measure(&one.issue.label);
    let of_other = |key: &str| found.iter().any(|other| other.keys[0] != one.keys[0] && other.keys[0] == key);
    let is = |token: &usize| grammar.key(*token) == Some(&one.keys[0]) && story.in_headline(*token);
    // Not "delays phone ban".
    let before_other = |at: usize| {
        let goes_on = |token: &usize| story.joined(token - 1) && grammar.kind(*token) == Kind::Noun;
        let mut after = (at + 1..story.len()).take_while(goes_on).take(NEAR);
        grammar.lemma(at) == story.lower(at) && after.any(|token| grammar.key(token).is_some_and(of_other))
    };
    let mut headlines = (0..story.len()).filter(is).peekable();
    plain && headlines.peek().is_some() && headlines.all(before_other)
}
