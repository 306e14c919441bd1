//! Avowals: contents in which somebody says where they stand: "we are against the tolls", "her party would vote for the motion".

use std::collections::HashMap;
use std::sync::LazyLock;

use onrecord_base::{Issue, Stance};

use super::cues;
use super::lists;
use super::phrases::Grammar;
use super::stances;
use super::verdicts;
use super::wording::Wording;
use super::worth;

/// By a verb of the content's own, where the issue is its object: "we are against the tolls", "her party would vote for the motion".
/// `Some(None)`: not to be against a thing is not to be for it, and whoever says so is not to be told a side by a model.
pub(super) fn stance(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Option<Stance>> {
    let story = grammar.story;
    let content = wording.content_tokens(story);
    let words = wording.content_words(story);
    // "supports fishing but could not support the reserve": who spoke for itself goes on doing so.
    let mut spoke = false;
    for place in 0..words.len() {
        let Some((stance, length)) = avowed(&words, place, spoke) else { continue };
        spoke = true;
        let object = *content.get(place + length)?;
        // "We regret that the ban was lifted" is of more than the ban.
        if story.is(object, "that") {
            continue;
        }
        let toward = |stance: Stance| stances::toward(grammar, wording, issue, stance, object);
        if let Some(toward) = toward(stance.unwrap_or(Stance::Neutral)) {
            return Some(stance.map(|_| toward));
        }
    }
    None
}

/// The same toward "it", where that means the issue: "he could not support it".
pub(super) fn of_pronoun(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    let words = wording.content_words(grammar.story);
    let meant = |word: &str| matches!(word, "it" | "that") || word == "them" && issue.label.ends_with('s');
    let avowed = |place: usize| {
        let (stance, length) = avowed(&words, place, false)?;
        // "he could not support it", but not "support it if", "against it all".
        let ends = words
            .get(place + length + 1)
            .is_none_or(|next| matches!(*next, "." | "," | "”" | "\"" | "’"))
            || words.get(place + length + 1..).is_some_and(|next| next.starts_with(&["in", "any", "form"]));
        // "will vote against every line of it"
        let whole = || {
            let rest = &words[(place + length).min(words.len())..];
            matches!(
                rest,
                ["every" | "any" | "all" | "each", .., "of", "it"]
                    | ["every" | "any", _, "of", "it", "." | ",", ..]
                    | ["all", "of", "it", ..]
            )
        };
        stance.filter(|_| ends && words.get(place + length).is_some_and(|word| meant(word)) || whole())
    };
    (0..words.len()).find_map(avowed)
}

/// The side that words take which open at a place (`None`: not against is not for), and how many they are.
fn avowed(words: &[&str], place: usize, spoke: bool) -> Option<(Option<Stance>, usize)> {
    if let Some((stance, length)) = wishes(&words[place..])
        && let Some(own) = speaks_for_itself(&words[..place], spoke)
    {
        return Some((Some(if own { stance } else { stance.opposite() }), length));
    }
    if let [all, short, of, ..] = words[place..]
        && ["anything", "everything", "nothing"].contains(&all)
        && matches!([short, of], ["short", "of"] | ["less", "than"])
    {
        return Some((Some(Stance::Support), 3));
    }
    let (stance, length) = avows(&words[place..])?;
    let stance = match (stance, speaks_for_itself(&words[..place], spoke)?) {
        (stance, true) => Some(stance),
        (Stance::Support, false) => Some(Stance::Oppose),
        (_, false) => None,
    };
    Some((stance, length))
}

/// Whether somebody says that they are on no side: "she remained neutral", "would take no position".
pub(super) fn is_on_no_side(words: &[&str]) -> bool {
    const NEUTRAL: [&[&str]; 8] = [
        &["remain", "neutral"],
        &["remained", "neutral"],
        &["remains", "neutral"],
        &["stay", "neutral"],
        &["was", "neutral"],
        &["were", "neutral"],
        &["no", "position"],
        &["not", "take", "sides"],
    ];
    NEUTRAL.iter().any(|phrase| verdicts::has_phrase(words, phrase))
}

/// Where one stands by words that open here, and how many they are: "oppose", "in favour of", "will vote against".
fn avows(words: &[&str]) -> Option<(Stance, usize)> {
    let phrase = PHRASES.iter().find(|(_, phrase)| words.starts_with(phrase));
    phrase
        .map(|(stance, phrase)| (*stance, phrase.len()))
        .or_else(|| AVOWALS.get(*words.first()?).map(|stance| (*stance, 1)))
}

/// Where one stands by what one wants to do to a thing: "want to keep", "seek the collapse of".
fn wishes(words: &[&str]) -> Option<(Stance, usize)> {
    const WISHES: [&str; 13] = [
        "want", "wants", "wanted", "seek", "seeks", "sought", "seeking", "wish", "wished", "intend",
        "intends", "intended", "wanting",
    ];
    const KEEPS: [&str; 4] = ["survival", "extension", "restoration", "protection"];
    let [wish, link, deed, rest @ ..] = words else { return None };
    if !WISHES.contains(wish) || !["to", "the", "an"].contains(link) {
        return None;
    }
    let stance = match () {
        () if cues::turns_around(deed) => Stance::Oppose,
        () if KEEPS.contains(deed) => Stance::Support,
        () => verdicts::side(worth::deed(&[deed]).filter(|_| *link == "to")?.0),
    };
    let more = rest.iter().take_while(|word| ["up", "out", "from", "of", "to", "the"].contains(word)).count();
    Some((stance, 3 + more))
}

static LIST: &str = include_str!("data/avowals.txt");

static PHRASES: LazyLock<Vec<(Stance, Vec<&str>)>> = LazyLock::new(|| {
    lists::phrases(LIST).map(|(kind, phrase)| (side(kind), phrase.split(' ').collect())).collect()
});

static AVOWALS: LazyLock<HashMap<String, Stance>> = LazyLock::new(|| {
    let of = |(kind, verb)| cues::forms(verb).into_iter().map(move |form| (form, side(kind)));
    lists::words(LIST).flat_map(of).collect()
});

/// The side that a kind of the list is for.
fn side(kind: &str) -> Stance {
    if kind == "support" { Stance::Support } else { Stance::Oppose }
}

/// Whether a content speaks of what only a law comes to: "he would sign it".
pub(super) fn is_of_law(grammar: &Grammar, wording: &Wording) -> bool {
    const OF_LAW: [[&str; 2]; 4] = [["sign", "it"], ["veto", "it"], ["sign", "this"], ["veto", "this"]];
    let words = wording.content_words(grammar.story);
    OF_LAW.iter().any(|phrase| verdicts::has_phrase(&words, phrase))
}

/// Whether a subject is who speaks, by its noun and the word before it: "we", "that she", "his members".
pub(super) fn is_speaker(noun: &str, before: Option<&str>) -> bool {
    match noun {
        "i" | "we" => true,
        "he" | "she" | "they" | "it" => before.is_none_or(|word| matches!(word, "that" | "“" | "\"" | "‘")),
        _ => matches!(before, Some("his" | "her" | "their" | "its" | "our" | "my")),
    }
}

/// Whether what stands before such words is who speaks (`spoke`: and did so before): "that she", "his members would"; `Some(false)`
/// where it is denied.
fn speaks_for_itself(before: &[&str], spoke: bool) -> Option<bool> {
    const LINKS: &str = "too is are am was were be been being has have had will would shall should could can may might do does did also \
                         still always strongly fully firmly remain remains remained remaining now not never n't 're 'm 've 'll ’re ’m ’ve ’ll “ \" ‘";
    let links = |word: &&&str| LINKS.split_whitespace().any(|link| link == **word) || word.ends_with("ly");
    let denied = before.iter().rev().take_while(links).any(|word| matches!(*word, "not" | "never" | "n't"));
    let mut subject = before.iter().rev().skip_while(links).copied();
    let noun = subject.next()?;
    let own = match noun {
        // "reiterated her opposition to the pact"
        "his" | "her" | "their" | "its" | "our" | "my" => before.len() == 1,
        "but" | "and" => spoke,
        _ => is_speaker(noun, subject.next()),
    };
    own.then_some(!denied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_on_no_side() {
        for (said, expect) in [
            ("that she remained neutral", true),
            ("the bank has no position on it", true),
            ("the neutral bank", false),
        ] {
            assert_eq!(is_on_no_side(&said.split(' ').collect::<Vec<_>>()), expect, "{said}");
        }
    }

    #[test]
    fn who_speaks_for_itself() {
        for (before, expect) in [
            ("we are", Some(true)),
            ("that she would not", Some(false)),
            ("his members would", Some(true)),
            ("i 'm", Some(true)),
            ("the mayor would", None),
            ("and he", None),
            ("", None),
        ] {
            let words: Vec<&str> = before.split_whitespace().collect();
            assert_eq!(speaks_for_itself(&words, false), expect, "{before}");
        }
    }
}
