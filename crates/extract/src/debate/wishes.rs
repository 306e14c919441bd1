//! Wishes: what somebody wants to become of "it", where that means an issue: "vowed to fight it", "want it to stay", "wants it scrapped".

use onrecord_base::{Issue, Stance};

use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::stances::PREPOSITIONS;
use super::verdicts;
use super::wording::Wording;
use super::worth;

/// The side that a content takes by such a wish.
pub(super) fn stance(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    let words = wording.plain_words(grammar.story);
    // "threatened new duties unless they were scrapped"
    let unless = words.windows(4).find_map(|four| match four {
        ["unless", it, "is" | "was" | "are" | "were", done] if *it == "it" || issue.label.ends_with('s') => {
            worth::is_good_done(done)
        }
        _ => None,
    });
    if let Some(good) = unless {
        return Some(verdicts::side(good));
    }
    // "told shareholders to reject it"
    let told = || {
        let tells = |word: &str| matches!(word, "told" | "tells" | "advised" | "advises" | "recommended");
        words.first() == Some(&"to") && wording.cue.split(' ').any(tells)
    };
    // "that he would ask the parliament to stop it", "we request the government to roll it back", "and wants them to reject it"
    let asks = words.windows(2).any(|two| {
        matches!(
            two,
            ["will" | "would" | "'ll" | "’ll", "ask" | "urge" | "petition" | "press" | "lobby"]
                | ["we" | "i", "request" | "ask" | "urge" | "want"]
                | ["and", "wants" | "wanted"]
        )
    });
    let wishes =
        cues::read(&wording.cue) == Some(Speech::Supports) || cues::urges(&wording.cue) || told() || asks;
    let meant = |word: &&str| *word == "it" || *word == "them" && issue.label.ends_with('s');
    let it = words.iter().position(meant).filter(|_| wishes)?;
    let (before, after) = (&words[..it], &words[it + 1..]);
    if before.is_empty() {
        return what_becomes(after).map(verdicts::side);
    }
    // "to bring it down", "to vote it down"
    if let [
        ..,
        "to",
        "bring" | "vote" | "throw" | "tear" | "strike" | "shoot" | "rip" | "shut" | "call" | "pull",
    ] = before
        && matches!(after, ["down" | "out" | "up" | "off" | "apart", ..])
    {
        return Some(Stance::Oppose);
    }
    if before.ends_with(&["to", "roll"]) && after.first() == Some(&"back") {
        return Some(Stance::Oppose);
    }
    let (good, length) = worth::deed(before)?;
    (before[..before.len() - length].ends_with(&["to"])).then_some(verdicts::side(good))
}

/// The side by what the issue itself is wanted to become: "called for logging in native forests to end", "want logging stopped".
pub(super) fn of_thing(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    const LONGEST: usize = 6;
    const NEXT: [&str; 14] = [
        "next",
        "by",
        "in",
        "this",
        "now",
        "immediately",
        "at",
        "on",
        "after",
        "before",
        "within",
        "as",
        "and",
        "until",
    ];
    let story = grammar.story;
    let wants = cues::read(&wording.cue) == Some(Speech::Supports) || cues::urges(&wording.cue);
    let content = wording.content_tokens(story);
    let words = wording.content_words(story);
    let mentions = issue.mentions.iter().filter_map(|span| wording.clip(span));
    let place = |token: usize| content.iter().position(|&other| other == token);
    let ends: Vec<usize> = mentions
        .filter_map(|span| {
            let tokens = story.tokens_in(span);
            let (first, last) = (place(tokens.start)?, place(tokens.last()?)?);
            // Of "logging in native forests" not the forests are to end.
            let before = words[..first].iter().rev().find(|word| !matches!(**word, "the" | "public" | "all"));
            let free = before.is_none_or(|word| !PREPOSITIONS.contains(word) || *word == "for");
            // "that work on the dam be stopped"
            let at = words[..first].iter().rposition(|word| !matches!(*word, "the" | "a"));
            let work = at.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
                matches!(words[at], "work" | "works" | "construction" | "building")
                    && matches!(words[at + 1], "on" | "of")
            });
            (free || work).then_some(last)
        })
        .collect();
    let becomes = |end: usize| {
        let after: Vec<&str> =
            words[end + 1..].iter().copied().filter(|word| !verdicts::is_mark(word)).collect();
        // "logging in public native forests to end"
        let of_it = after.first().is_some_and(|word| matches!(*word, "in" | "of" | "on" | "at" | "for"));
        let length = after.iter().take(LONGEST).position(|word| *word == "to").filter(|_| of_it).unwrap_or(0);
        let after = &after[length..];
        // "not allow the accord to pass", "to stop the flow", "to go with a tax"; "backed the tax cut" has a noun there.
        let denied = words[..end].iter().any(|word| matches!(*word, "not" | "never" | "n't" | "no"));
        let alone = |next: Option<&&str>| {
            next.is_none_or(|next| !next.starts_with(char::is_alphanumeric) || NEXT.contains(next))
        };
        let whole = match after {
            ["to", "be", ..] | ["be", ..] => true,
            ["to", _, ..] => alone(after.get(2)),
            [done, ..] => *done != "cut" && *done != "out",
            [] => false,
        };
        what_becomes(after).filter(|_| whole && !denied)
    };
    ends.into_iter().filter(|_| wants).find_map(becomes).map(verdicts::side)
}

/// What is to become of a thing: "to stay", "scrapped", "to be kept".
fn what_becomes(after: &[&str]) -> Option<bool> {
    const NEAR: usize = 5;
    const HELD: [[&str; 2]; 3] = [["in", "abeyance"], ["on", "hold"], ["on", "ice"]];
    match after {
        // "be kept in abeyance", "to be put on hold"
        [..] if HELD.iter().any(|held| verdicts::has_phrase(&after[..after.len().min(NEAR)], held)) => {
            Some(false)
        }
        ["to", "go", "ahead" | "forward", ..] | ["to", "proceed" | "begin" | "start", ..] => Some(true),
        ["to", "stay" | "remain" | "continue" | "survive" | "pass" | "succeed" | "stand", ..] => Some(true),
        ["to", "go" | "end" | "stop" | "fail" | "die", ..] | ["gone" | "out", ..] => Some(false),
        ["to", "be", "called" | "put", "off", ..]
        | ["be", "called" | "put", "off", ..]
        | ["called", "off", ..] => Some(false),
        ["to", "be", done, ..] | ["be", done, ..] | [done, ..] => worth::is_good_done(done),
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
            ("to go ahead", Some(true)),
            ("to go", Some(false)),
            ("to be called off", Some(false)),
            ("to be called a tax", None),
            ("scrapped", Some(false)),
            ("to be kept", Some(true)),
            ("be kept in abeyance until spring", Some(false)),
            ("to be put on hold", Some(false)),
            ("be stopped until June", Some(false)),
            ("to them", None),
        ] {
            assert_eq!(what_becomes(&after.split(' ').collect::<Vec<_>>()), expect, "{after}");
        }
    }
}
