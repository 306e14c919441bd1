//! Deeds: what is said of what somebody does or has resolved, without its name: "urged the council to think again", "said it would sue",
//! "she was disappointed".

use onrecord_base::Issue;

use super::avowals;
use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::references;
use super::synonyms;
use super::verdicts;
use super::wording::Wording;
use crate::speakers::tokens::Story;

/// What a content says of a deed that it need not name: "urged the council to think again", "said it would sue", "she was disappointed" are
/// against it (`false`), "she was delighted" is for it.
pub(super) fn of_deed(grammar: &Grammar, wording: &Wording) -> Option<bool> {
    let words = wording.plain_words(grammar.story);
    // "should tell the firm to think again"
    let would_ask = || words.iter().any(|word| matches!(*word, "should" | "must"));
    let against = (cues::urges(&wording.cue) || would_ask()) && asks_back(&words) || goes_to_court(&words);
    // "Welcomed it", "denied that he was disappointed"
    let plain = cues::read(&wording.cue).is_none();
    // "welcomed the announcement", "hailed the court's ruling", "backed the move by 31 votes"
    if let Some(deed) = named_deed(grammar.story, wording)
        && words.get(deed + 1).is_none_or(|next| matches!(*next, "by" | "as" | "with" | ","))
        && let Some(speech @ (Speech::Supports | Speech::Opposes)) = cues::read(&wording.cue)
    {
        return Some(speech == Speech::Supports);
    }
    // "has lodged an objection"
    if let ["an" | "objections" | "formal" | "its" | "their" | "his" | "her", .., "objection" | "objections"]
    | ["objections"] = words[..]
        && words.len() < 4
        && ["lodge", "file", "submit", "raise", "register"].iter().any(|verb| wording.cue.contains(verb))
    {
        return Some(false);
    }
    // "ruled out any rethink"
    if cues::rules_out(&wording.cue)
        && words
            .iter()
            .any(|word| matches!(*word, "rethink" | "u-turn" | "retreat" | "climbdown" | "backdown"))
    {
        return Some(true);
    }
    if cues::urges(&wording.cue) && asks_on(&words) {
        return Some(true);
    }
    if against {
        return Some(false);
    }
    votes(&words)
        .or_else(|| comes_late(&words).then_some(true))
        .or_else(|| feels(&words))
        .or_else(|| does_right(&words))
        .filter(|_| plain)
}

/// Whether a content would have had what was done sooner: "the firm should have done it when leases were cheap".
pub(super) fn is_overdue(grammar: &Grammar, wording: &Wording) -> bool {
    comes_late(&wording.plain_words(grammar.story))
}

/// "should have done it years ago"
fn comes_late(words: &[&str]) -> bool {
    const NEAR: usize = 4;
    words.windows(4).enumerate().any(|(at, four)| {
        let ["should" | "could", "have", "done", "it" | "this" | "that"] = four else { return false };
        let rest = &words[at + 4..];
        matches!(rest.first(), Some(&("sooner" | "earlier" | "before" | "when")))
            || four[0] == "should" && rest.iter().take(NEAR).any(|word| *word == "ago")
    })
}

/// The place of a word for what was resolved that a content opens with, with no more than whose it is before it.
fn named_deed(story: &Story, wording: &Wording) -> Option<usize> {
    const FAR: usize = 5;
    let mut tokens = wording.content_tokens(story);
    tokens.retain(|&token| !verdicts::is_mark(story.lower(token)));
    let deed = tokens.iter().take(FAR).position(|&token| {
        story.is_any(token, &references::DECISIONS) || story.is_any(token, &["news", "step", "order"])
    })?;
    let owned = |before: &usize| story.tokens[*before].possessive;
    let bare = ["the", "this", "that", "his", "her", "their", "its"];
    let bare = || deed == 1 && story.is_any(tokens[0], &bare);
    (tokens[..deed].last().is_some_and(owned) || bare()).then_some(deed)
}

/// "The court had done the right thing", "councillors got it wrong": said of who resolves things.
fn does_right(words: &[&str]) -> Option<bool> {
    const NEAR: usize = 4;
    const WHO: &str = "council court board government minister ministers ministry judge judges panel commission committee mayor president \
                       lawmakers councillors mps senate parliament regulator jury governor senators trustees";
    let who = words.iter().take(NEAR).position(|word| verdicts::among(WHO, word))?;
    // "had made", "got"
    (who + 1..=who + 2).find_map(|did| match words.get(did..)? {
        ["done" | "did", "the", how @ ("right" | "wrong"), "thing", ..]
        | ["made", "the", how @ ("right" | "wrong"), "call" | "choice" | "decision", ..]
        | ["got", "it" | "this", how @ ("right" | "wrong"), ..] => Some(*how == "right"),
        ["made", "a", "mistake", ..] | ["made", "a", "terrible", "mistake", ..] => Some(false),
        _ => None,
    })
}

/// Whether a content would have the money for something else: "the money should go on roads".
pub(super) fn wants_the_money(grammar: &Grammar, wording: &Wording) -> bool {
    let words = wording.plain_words(grammar.story);
    // "called on the board to spend the money on counsellors"
    let urged = || {
        let spends =
            words.windows(4).any(|four| matches!(four, ["spend", "the", "money" | "cash" | "funds", "on"]));
        cues::urges(&wording.cue) && spends
    };
    urged() || cues::read(&wording.cue).is_none() && is_better_spent(&words)
}

/// "the money should go on roads", "would be better spent on roads"
fn is_better_spent(words: &[&str]) -> bool {
    let money = |word: &&str| matches!(*word, "money" | "cash" | "funds" | "millions" | "billions" | "it");
    let at = words.iter().position(money);
    let rest = at.map_or(&[][..], |at| &words[at + 1..]);
    let better = &["be", "better", "spent"][..];
    match rest {
        ["should" | "could" | "would" | "ought" | "must", more @ ..] => {
            more.starts_with(better)
                || more.starts_with(&["have", "been", "better", "spent"])
                || words[0] != "it"
                    && matches!(
                        more,
                        ["go", "on" | "to" | "towards" | "into", ..] | ["be", "spent", "on", ..]
                    )
        }
        _ => false,
    }
}

/// "that Berlin would vote no"
fn votes(words: &[&str]) -> Option<bool> {
    let at = words.windows(2).position(|two| matches!(two, ["vote" | "voting", "no" | "yes"]))?;
    let will = words[..at]
        .last()
        .is_some_and(|word| matches!(*word, "will" | "would" | "'ll" | "’ll" | "be" | "to"));
    let ends = words
        .get(at + 2)
        .is_none_or(|next| matches!(*next, "." | "," | "because" | "on" | "and" | "to" | "in"));
    (will && ends).then_some(words[at + 1] == "yes")
}

/// "to think again", "to reconsider"
fn asks_back(words: &[&str]) -> bool {
    let ends = [
        &["to", "think", "again"][..],
        &["to", "reconsider"],
        &["to", "change", "course"],
        &["to", "back", "down"],
    ];
    ends.iter().any(|end| words.ends_with(end))
}

/// "to go further", "to press ahead"
fn asks_on(words: &[&str]) -> bool {
    let ends = [
        &["to", "go", "further"][..],
        &["to", "go", "faster"],
        &["to", "press", "ahead"],
        &["to", "press", "on"],
        &["to", "push", "ahead"],
        &["to", "hold", "firm"],
        &["to", "stand", "firm"],
        &["to", "stay", "the", "course"],
    ];
    ends.iter().any(|end| words.ends_with(end))
}

/// Whether a content says that its speakers will strike, where that is at issue: "its members would go on strike".
pub(super) fn announces_strike(grammar: &Grammar, wording: &Wording, issue: &Issue) -> bool {
    matches!(synonyms::head(&issue.label), "strike" | "walkout" | "stoppage")
        && strikes(&wording.content_words(grammar.story))
}

/// "its members would go on strike", "we will walk out"
fn strikes(words: &[&str]) -> bool {
    let will = words.iter().position(|word| matches!(*word, "will" | "would" | "'ll" | "’ll"));
    let Some((before, after)) = will.map(|at| (&words[..at], &words[at + 1..])) else { return false };
    let own = before
        .iter()
        .rev()
        .position(|word| {
            avowals::is_speaker(word, None) || matches!(*word, "its" | "our" | "their" | "his" | "her")
        })
        .is_some_and(|at| at < 4);
    own && (after.starts_with(&["go", "on", "strike"])
        || after.starts_with(&["walk", "out"])
        || after.starts_with(&["down", "tools"])
        || after.starts_with(&["strike"])
        || after.starts_with(&["stop", "work"]))
}

/// "it would sue", "that she will take the council to court"
fn goes_to_court(words: &[&str]) -> bool {
    const NEAR: usize = 5;
    const WILL: [&str; 6] = ["will", "would", "'ll", "’ll", "shall", "'d"];
    let will = |at: usize| at > 0 && WILL.contains(&words[at - 1]);
    let own = |at: usize| {
        words[..at].iter().all(|word| !matches!(*word, "not" | "never" | "if" | "could" | "might"))
    };
    (0..words.len()).filter(|&at| will(at) && own(at)).any(|at| match words[at] {
        "sue" | "appeal" => match words.get(at + 1) {
            // "would appeal to children"
            Some(&"to") => words.get(at + 2) == Some(&"the"),
            Some(next) => matches!(*next, "." | "," | "the" | "over" | "if" | "against"),
            None => true,
        },
        "go" => words[at..].starts_with(&["go", "to", "court"]),
        // "would ask the courts for an injunction"
        "ask" | "seek" | "apply" | "file" => {
            words[at..].iter().take(2 * NEAR).any(|word| matches!(*word, "injunction" | "lawsuit" | "suit"))
        }
        // "would move the high court"
        "move" => words[at..].iter().take(NEAR).any(|word| *word == "court"),
        "take" => words[at..]
            .iter()
            .take(2 + NEAR)
            .collect::<Vec<_>>()
            .windows(2)
            .any(|two| *two[0] == "to" && *two[1] == "court"),
        _ => false,
    })
}

/// "that she was deeply disappointed but would go on"
fn feels(words: &[&str]) -> Option<bool> {
    const SAD: &str = "disappointed dismayed saddened appalled outraged heartbroken devastated angry furious horrified disgusted";
    const GLAD: &str = "delighted thrilled pleased relieved overjoyed elated ecstatic";
    let words = words.strip_prefix(&["that"]).unwrap_or(words);
    // "its members had been let down"
    if let ["its" | "our" | "their" | "his" | "her", _, rest @ ..] = words
        && let [.., "let", "down"] | [.., "betrayed" | "ignored" | "abandoned"] = rest
        && rest.len() < 5
        && !rest.iter().any(|word| matches!(*word, "not" | "never" | "n't"))
    {
        return Some(false);
    }
    let [who, is, rest @ ..] = words else { return None };
    let own = matches!(*who, "i" | "we" | "he" | "she" | "it" | "they")
        && matches!(*is, "was" | "is" | "were" | "are" | "am" | "'m" | "’m" | "'re" | "’re");
    let at = rest.iter().position(|word| !word.ends_with("ly") && !matches!(*word, "very" | "so"))?;
    // "disappointed by", "disappointed that": by what is told.
    let ends = rest.get(at + 1).is_none_or(|next| matches!(*next, "." | "," | "but" | "and"));
    let feeling = rest[at];
    let glad = verdicts::among(GLAD, feeling);
    (own && ends && (glad || verdicts::among(SAD, feeling))).then_some(glad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_deed_without_its_name() {
        let all = |content: &str| -> Vec<String> { content.split(' ').map(str::to_owned).collect() };
        for (content, court, feeling) in [
            ("it would sue", true, None),
            ("that he would take the government to court if consent was granted", true, None),
            ("we will appeal to the high court", true, None),
            ("it would ask the courts for an injunction", true, None),
            ("it would ask the council for a bench", false, None),
            ("it would not sue", false, None),
            ("the works would appeal to children", false, None),
            ("they would go to court", true, None),
            ("him to go to court", false, None),
            ("residents would move the high court if work began", true, None),
            ("that he was disappointed but would carry it out", false, Some(false)),
            ("i am deeply disappointed", false, Some(false)),
            ("we are delighted .", false, Some(true)),
            ("she was disappointed by the weather", false, None),
            ("the mayor was disappointed", false, None),
            ("its members had been let down", false, Some(false)),
        ] {
            let words = all(content);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            assert_eq!((goes_to_court(&words), feels(&words)), (court, feeling), "{content}");
        }
    }

    #[test]
    fn what_should_have_been_done_sooner() {
        for (content, expect) in [
            ("that the firm should have done it when leases were cheap", true),
            ("we should have done this a long time ago", true),
            ("it should have done that sooner", true),
            ("it should have done it", false),
            ("she should have done it by hand", false),
            ("they should not have done it before", false),
        ] {
            assert_eq!(comes_late(&content.split(' ').collect::<Vec<_>>()), expect, "{content}");
        }
    }

    #[test]
    fn who_says_that_they_will_strike() {
        for (content, expect) in [
            ("its members would go on strike next week", true),
            ("we will walk out on monday", true),
            ("that doctors would strike", false),
            ("its members would not strike", false),
        ] {
            assert_eq!(strikes(&content.split(' ').collect::<Vec<_>>()), expect, "{content}");
        }
    }

    #[test]
    fn what_money_and_votes_are_for() {
        let all = |content: &str| -> Vec<String> { content.split(' ').map(str::to_owned).collect() };
        for (content, spent, vote) in [
            ("the money should go on potholes", true, None),
            ("that the cash would be better spent on roads", true, None),
            ("the money should be paid back", false, None),
            ("it should go to court", false, None),
            ("berlin would vote no , because it is wrong", false, Some(false)),
            ("that she will vote yes", false, Some(true)),
            ("they would vote no more", false, None),
        ] {
            let words = all(content);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            assert_eq!((is_better_spent(&words), votes(&words)), (spent, vote), "{content}");
        }
    }
}
