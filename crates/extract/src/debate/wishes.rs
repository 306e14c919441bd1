//! Wishes: what somebody wants to become of "it", where that means an issue: "vowed to fight it", "want it to stay", "wants it scrapped".

use onrecord_base::{Issue, Stance};

use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::verdicts;
use super::wording::Wording;

/// The side that a content takes by such a wish.
pub(super) fn stance(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    let wishes = cues::read(&wording.cue) == Some(Speech::Supports) || cues::urges(&wording.cue);
    let words = wording.content_words(grammar.story);
    let words: Vec<&str> = words.into_iter().filter(|word| !verdicts::is_mark(word)).collect();
    let meant = |word: &&str| *word == "it" || *word == "them" && issue.label.ends_with('s');
    let it = words.iter().position(meant).filter(|_| wishes)?;
    let (before, after) = (&words[..it], &words[it + 1..]);
    if before.is_empty() {
        return what_becomes(after).map(verdicts::side);
    }
    let (good, length) = verdicts::deed(before)?;
    (before[..before.len() - length].ends_with(&["to"])).then_some(verdicts::side(good))
}

/// What is to become of a thing: "to stay", "scrapped", "to be kept".
fn what_becomes(after: &[&str]) -> Option<bool> {
    match after {
        ["to", "stay" | "remain" | "continue" | "survive" | "pass" | "succeed" | "stand", ..] => Some(true),
        ["to", "go" | "end" | "stop" | "fail" | "die", ..] | ["gone" | "out", ..] => Some(false),
        ["to", "be", done, ..] | [done, ..] => verdicts::is_good_done(done),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_become_of_a_thing() {
        for (after, expect) in [
            ("to stay", Some(true)),
            ("scrapped", Some(false)),
            ("to be kept", Some(true)),
            ("to them", None),
        ] {
            assert_eq!(what_becomes(&after.split(' ').collect::<Vec<_>>()), expect, "{after}");
        }
    }
}
