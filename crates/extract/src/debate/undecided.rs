//! Contents that take no side, whatever a model may say: questions, what is feared or left open, what only stands within the object of a verb.

use onrecord_base::{Issue, Span};

use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::prospects;
use super::references;
use super::stances::NEAR;
use super::verdicts;
use super::wording::Wording;
use crate::speakers::tokens::Story;

/// Whether a content is of others who are against something: "the revolt on logging", "a backlash over it".
pub(super) fn is_on_discord(grammar: &Grammar, wording: &Wording) -> bool {
    const NOUNS: [&str; 9] =
        ["revolt", "rebellion", "backlash", "outcry", "protest", "protests", "row", "debate", "criticism"];
    let words = wording.content_words(grammar.story);
    let mut words = words.iter().skip_while(|word| verdicts::is_mark(word) || matches!(**word, "a" | "the"));
    let discord = words.next().is_some_and(|noun| NOUNS.contains(noun));
    discord && words.next().is_some_and(|word| matches!(*word, "on" | "over" | "against" | "about" | "of"))
}

/// Whether a content only asks others to speak: "to make their voices heard".
pub(super) fn asks_to_speak(words: &[&str]) -> bool {
    let phrases = [
        &["voices", "heard"][..],
        &["voice", "heard"],
        &["have", "their", "say"],
        &["have", "your", "say"],
        &["speak", "up"],
        &["speak", "out"],
        &["take", "part"],
        &["call", "their"],
        &["write", "to", "their"],
    ];
    phrases.iter().any(|phrase| verdicts::has_phrase(words, phrase))
}

/// Whether a cue is for or against a thing, and the issue stands only far within what tells of it.
pub(super) fn is_within_object(grammar: &Grammar, wording: &Wording, issue: &Issue) -> bool {
    let story = grammar.story;
    let polar = matches!(cues::read(&wording.cue), Some(Speech::Opposes | Speech::Supports | Speech::Denies));
    let content = wording.content_tokens(story);
    let Some(&first) = content.first().filter(|_| polar && !cues::asserts(&wording.cue)) else {
        return false;
    };
    let determined = story.is_any(first, &["the", "a", "an", "its", "their", "his", "her"])
        || story.tokens[first].possessive;
    let firsts = issue.mentions.iter().filter_map(|span| story.tokens_in(wording.clip(span)?).next());
    let place = |token: usize| content.iter().position(|&other| other == token);
    let nearest = firsts.into_iter().filter_map(place).min();
    determined
        && nearest.is_some_and(|at| at > NEAR && content[..at].iter().any(|&token| story.is(token, "to")))
}

/// Whether an issue is what something is said to bring about: "would lead to censorship".
pub(super) fn is_feared(grammar: &Grammar, wording: &Wording, issue: &Issue) -> bool {
    let story = grammar.story;
    let (content, words) = (wording.content_tokens(story), wording.content_words(story));
    let firsts = issue.mentions.iter().filter_map(|span| story.tokens_in(wording.clip(span)?).next());
    let place = |first: usize| content.iter().position(|&token| token == first);
    firsts.into_iter().filter_map(place).any(|first| prospects::is_brought_about(&words[..first]))
}

/// Whether only a change is ruled out: "ruled out raising the offer".
pub(super) fn leaves_as_it_is(grammar: &Grammar, wording: &Wording) -> bool {
    const CHANGES: [&str; 9] = [
        "raising",
        "increasing",
        "improving",
        "sweetening",
        "lowering",
        "changing",
        "revising",
        "reviewing",
        "amending",
    ];
    let changes = |&first: &usize| grammar.story.is_any(first, &CHANGES);
    cues::rules_out(&wording.cue) && wording.content_tokens(grammar.story).first().is_some_and(changes)
}

/// Whether something is not ruled out: "would not rule out a veto".
pub(super) fn leaves_open(grammar: &Grammar, wording: &Wording) -> bool {
    const NEAR: usize = 3;
    let story = grammar.story;
    let content = wording.content_tokens(story);
    content.iter().enumerate().any(|(at, &token)| {
        let ruled = story.is_any(token, &["rule", "ruled", "ruling"])
            && content.get(at + 1).is_some_and(|&next| story.is(next, "out"));
        let denied = |&before: &usize| {
            let lower = story.lower(before);
            lower.ends_with("n't") || matches!(lower, "not" | "never" | "without" | "cannot")
        };
        ruled && content[at.saturating_sub(NEAR)..at].iter().any(denied)
    })
}

/// Whether all that is said is a question.
pub(super) fn asks(grammar: &Grammar, wording: &Wording) -> bool {
    let content = wording.content_tokens(grammar.story);
    let stops = |token: &&usize| grammar.story.is_any(**token, &[".", "?", "!"]);
    let mut ends = content.iter().filter(stops).peekable();
    ends.peek().is_some() && ends.all(|&token| grammar.story.is(token, "?"))
}

/// Whether a content begins with a word for what others said: "rejected claims that the law was useless".
pub(super) fn opens_with_claim(grammar: &Grammar, wording: &Wording) -> bool {
    let story = grammar.story;
    let first = wording.content_tokens(story).into_iter().find(|&token| story.tokens[token].is_word);
    first.is_some_and(|first| references::is_word_of_another(story, first))
}

/// Whether "it" after a cue may be what somebody would not do.
pub(super) fn is_after_refusal(story: &Story, cue: Span) -> bool {
    const NEAR: usize = 25;
    const REFUSALS: [&str; 3] = ["refusal", "rejection", "reluctance"];
    let Some(first) = story.tokens_in(cue).next() else { return false };
    (first.saturating_sub(NEAR)..first).any(|token| story.is_any(token, &REFUSALS))
}
